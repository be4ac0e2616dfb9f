"""Template filters: dates, numbers, periods and counts in the words of the reader's language.

Vietnamese is written out here and is the msgid of each translation.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from django import template
from django.template.defaultfilters import stringfilter
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.html import format_html
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from archive.browse.linked import as_script
from archive.vietnamese.numbers import vi_number

if TYPE_CHECKING:
    from datetime import date, datetime

register = template.Library()

PERIODS = (
    (r"(?P<y>\d{4})", _("năm %(y)s")),
    (r"(?P<y>\d{4})-H1", _("6 tháng đầu năm %(y)s")),
    (r"(?P<y>\d{4})-H2", _("6 tháng cuối năm %(y)s")),
    (r"(?P<y>\d{4})-(?P<n>\d+)M", _("%(n)s tháng đầu năm %(y)s")),
    (r"(?P<y>\d{4})-Q(?P<n>\d)", _("quý %(n)s năm %(y)s")),
    (r"(?P<y>\d{4})-0?(?P<m>\d+)", _("tháng %(m)s/%(y)s")),
    (r"(?P<y>\d{4})/(?P<z>\d{4})", _("nhiệm kỳ %(y)s-%(z)s")),
    (r"(?P<y>\d{4})-0?(?P<m>\d+)-0?(?P<d>\d+)", _("ngày %(d)s/%(m)s/%(y)s")),
)


def vietnamese() -> bool:
    return get_language() in {"vi", None}


@register.filter
def vi_date(day: date | None) -> str:
    """13/7/2022, in English 13 July 2022; empty where there is none."""
    if day is None:
        return ""
    if vietnamese():
        return f"{day.day}/{day.month}/{day.year}"
    return f"{day.day} {MONTHS[day.month]} {day.year}"


@register.filter
def reach(ends: tuple[date | str, date | str] | None) -> str:
    """`, từ 1/2/2020 đến 3/4/2021`: the days or years between which a list lies, joined to how many."""
    if not ends:
        return ""
    first, last = (end if isinstance(end, str) else vi_date(end) for end in ends)
    if isinstance(ends[0], str):
        said = _(", năm %(first)s") if first == last else _(", từ năm %(first)s đến %(last)s")
    else:
        said = _(", ngày %(first)s") if first == last else _(", từ %(first)s đến %(last)s")
    return str(said) % {"first": first, "last": last}


@register.filter
def day_month(day: date) -> str:
    """13/7, in English 13 Jul: the day where its year stands beside it."""
    return f"{day.day}/{day.month}" if vietnamese() else f"{day.day} {str(MONTHS[day.month])[:3]}"


@register.filter
def vi_moment(moment: datetime | None) -> str:
    """14/7/2022, 10:19 in Vietnam's time."""
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    return f"{vi_date(local.date())}, {local:%H:%M}"


@register.filter
def number(value: Decimal | int | None) -> str:
    """1.259,84, in English 1,259.84; empty where there is none.

    Zeros that only the database added are dropped.
    """
    if value is None:
        return ""
    exact = Decimal(value)
    exact = exact.normalize() if exact != exact.to_integral() else exact.quantize(Decimal(1))
    return vi_number(exact) if vietnamese() else f"{exact:,f}"


@register.filter
def rounded(value: Decimal | None) -> str:
    """26.891 of 26890.8542, 1,523 of 1.52288: a derived value has no decimals past its fourth digit."""
    if value is None:
        return ""
    return number(value.quantize(Decimal(1).scaleb(min(value.adjusted() - 3, 0)), ROUND_HALF_UP))


@register.filter
def signed(value: Decimal | None) -> str:
    """+15,9 or −3,2."""
    if value is None:
        return ""
    return f"{'−' if value < 0 else '+'}{number(abs(value))}"


@register.filter
@stringfilter
def period(code: str) -> str:
    """`2022-H1` in words: 6 tháng đầu năm 2022."""
    for pattern, words in PERIODS:
        if found := re.fullmatch(pattern, code):
            parts = found.groupdict()
            if not vietnamese() and "m" in parts:
                parts["m"] = str(MONTHS[int(parts["m"])])
            return str(words) % parts
    return code


def nouns(n: int) -> dict[str, str]:
    """What the site counts, in the form that goes with `n`."""
    return {
        "bài": ngettext("bài", "bài", n),
        "bản lưu": ngettext("bản lưu", "bản lưu", n),
        "cán bộ": ngettext("cán bộ", "cán bộ", n),
        "chỉ tiêu": ngettext("chỉ tiêu", "chỉ tiêu", n),
        "cuộc họp": ngettext("cuộc họp", "cuộc họp", n),
        "dữ kiện": ngettext("dữ kiện", "dữ kiện", n),
        "đơn vị": ngettext("đơn vị", "đơn vị", n),
        "lần": ngettext("lần", "lần", n),
        "người": ngettext("người", "người", n),
        "nguồn": ngettext("nguồn", "nguồn", n),
        "nơi": ngettext("nơi", "nơi", n),
        "số liệu": ngettext("số liệu", "số liệu", n),
    }


@register.filter
def counted(n: int, noun: str) -> str:
    """12 bài, in English 12 articles."""
    return f"{number(n)} {nouns(n)[noun]}"


@register.filter
def strong_count(n: int, noun: str) -> str:
    """The same with the number in bold."""
    return format_html("<b>{}</b> {}", number(n), nouns(n)[noun])


@register.filter
@stringfilter
def capital(text: str) -> str:
    """First letter upper, the rest as it is."""
    return text[:1].upper() + text[1:]


@register.filter
def seconds(duration: float) -> str:
    """0,012, in English 0.012; a duration under a millisecond shows as 0,001."""
    written = f"{max(duration, 0.001):.3f}"
    return written.replace(".", ",") if vietnamese() else written


@register.filter
def letter_anchor(letter: str) -> str:
    """Where an index begins a letter: `chu-a`; numbers, which stand under `#`, at `chu-so`."""
    return f"chu-{'so' if letter == '#' else letter.lower()}"


register.filter("as_script", as_script)
