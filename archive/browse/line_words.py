"""The line of units of a place as one sentence, every place in it a link."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from archive.browse.context import VIETNAMESE
from archive.browse.words import capital, vi_date
from archive.models import Succession

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from archive.browse.line import Change, Line, Relative, Stretch
    from archive.models import Place

LONGEST = 10  # more heirs than this are counted in the sentence and named below it
Kind = Succession.Kind


def sentence(line: Line, place: Place) -> SafeString:
    """`Huyện Kinh Môn đến hết 31/10/2019, thị xã đến hết 30/6/2025; nay là phường …`"""
    begun = [change for change in line.origins if change.kind != Kind.ABOLISH]
    parts = [
        *(begin_words(change, place) for change in begun),
        joined(stretch_words(line.stretches, first=not begun), ", "),
        *(before_words(change, place) for change in line.origins if change not in begun),
        *(
            join_words(change, place)
            for stretch in line.stretches
            for change in stretch.joined
            if change.ended
        ),
        *(end_words(change) for change in line.ends),
    ]
    return format_html("{}.", joined(parts, "; "))


def stretch_words(stretches: Sequence[Stretch], *, first: bool) -> Iterator[SafeString]:
    """Each unit until when; by its kind alone where only that changed. `first`: begins a sentence."""
    name = ""
    for _same, group in groupby(stretches, lambda stretch: stretch.name):
        span = list(group)
        unit, until = span[0].unit, span[-1].until
        label = named(
            unit.kind if unit.name == name else capital(str(unit)) if first else str(unit)
        )
        yield until_words(label, until, unit.valid_from, later=bool(name))
        name, first = unit.name, False


def until_words(
    label: SafeString, until: date | None, since: date | None, *, later: bool
) -> SafeString:
    if until:
        return format_html(_("{unit} đến hết {day}"), unit=label, day=vi_date(until))
    if later:
        return format_html(_("nay là {unit}"), unit=label)
    if since:
        return format_html(_("{unit} từ {day}"), unit=label, day=vi_date(since))
    return label


def begin_words(change: Change, place: Place) -> SafeString:
    merged = change.kind == Kind.MERGE
    words = _("Hợp nhất từ {places} ngày {day}") if merged else _("Tách từ {places} ngày {day}")
    return format_html(words, places=listed(change, place), day=vi_date(change.on))


def before_words(change: Change, place: Place) -> SafeString:
    return format_html(_("trước đó thuộc {places}"), places=listed(change, place))


def join_words(change: Change, place: Place) -> SafeString:
    words = _("từ {day} gồm cả {places}")
    return format_html(words, places=listed(change, place), day=vi_date(change.on))


def end_words(change: Change) -> SafeString:
    """What came of the place, and whether that is so today."""
    today = all(r.unit is not None and r.unit.valid_to is None for r in change.relatives)
    if change.kind == Kind.MERGE:
        words = _("nay thuộc {places}") if today else _("từ {day} thuộc {places}")
    else:
        words = _("nay là {places}") if today else _("từ {day} là {places}")
    return format_html(words, places=heirs(change), day=vi_date(change.on))


def heirs(change: Change) -> SafeString:
    """`phường A, B và xã C của Hải Phòng`; many are counted: `9 phường và 3 xã của Hà Nội`."""
    many = len(change.relatives) > LONGEST
    groups = [
        format_html("{kind} {names}", kind=named(kind), names=names(group))
        if not many
        else format_html('<a href="#dong">{} {}</a>', len(group), named(kind))
        for kind, group in change.by_kind
    ]
    if change.kind != Kind.ABOLISH:
        return enumerated(groups)
    above = [(place, place.unit_on(change.on) or place) for place in change.provinces]
    provinces = enumerated([link(place, str(unit)) for place, unit in above])
    return format_html(
        _("{places} của {provinces}"), places=enumerated(groups), provinces=provinces
    )


def names(group: Iterable[Relative]) -> SafeString:
    return joined([link(relative.place, relative.name) for relative in group], ", ")


def listed(change: Change, place: Place) -> SafeString:
    """`huyện Quảng Uyên và huyện Phục Hòa`; one of another province than the place with its own."""
    here = {place.pk, place.parent_id}
    return enumerated([with_province(relative, here) for relative in change.relatives])


def with_province(relative: Relative, here: set[int | None]) -> SafeString:
    label = link(relative.place, f"{relative.kind} {relative.name}".strip())
    province = relative.province
    if province is None or province.pk in here:
        return label
    return format_html("{} ({})", label, named(str(province)))


def enumerated(items: Sequence[SafeString]) -> SafeString:
    """`a, b và c`"""
    if len(items) < 2:
        return items[0] if items else SafeString()
    return format_html("{} {} {}", joined(items[:-1], ", "), _("và"), items[-1])


def joined(items: Iterable[SafeString], separator: str) -> SafeString:
    return format_html_join(separator, "{}", ((item,) for item in items))


def link(place: Place, label: str) -> SafeString:
    return format_html('<a href="{}"{}>{}</a>', place.get_absolute_url(), language(), label)


def named(text: str) -> SafeString:
    """A name or a kind: Vietnamese in every language of the site."""
    return format_html("<span{}>{}</span>", language(), text) if language() else escape(text)


def language() -> SafeString:
    return SafeString("") if get_language() in {"vi", None} else VIETNAMESE
