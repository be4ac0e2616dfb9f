"""What an editor sees before a merge: both records, what would move, and where they differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from archive.history.values import field_name, frozen, shown
from archive.merging.kinds import KINDS
from archive.merging.meetings import FIELDS, gains
from archive.merging.official_pairs import posts_of
from archive.models import Article
from archive.vietnamese.dates import vi_day

if TYPE_CHECKING:
    from collections.abc import Iterator

SHOWN = 5  # articles on a card


@dataclass(frozen=True, slots=True)
class Card:
    """One record: what it is, what is known of it, and what hangs on it."""

    row: Any
    address: str
    lines: list[str]
    count: int
    articles: list[Article]


def card(record: str, row: Any) -> Card:
    ids = KINDS[record].articles(row)
    articles = Article.objects.filter(pk__in=list(ids)[:500]).order_by("-sort_date", "-pk")
    lines = [line for line in LINES[record](row) if line]
    return Card(row, row.get_absolute_url(), lines, len(ids), list(articles[:SHOWN]))


def official_lines(official: Any) -> Iterator[str]:
    yield str(official.province or "Chưa rõ tỉnh")
    for post in posts_of([official.pk]).get(official.pk, []):
        yield f"{post}, {post.days}"


def meeting_lines(meeting: Any) -> Iterator[str]:
    yield f"{meeting.get_kind_display()}, {meeting.place or 'chưa rõ địa phương'}"
    yield f"Ngày {vi_day(meeting.held_on)}" if meeting.held_on else "Chưa rõ ngày"
    yield f"Lần thứ {meeting.ordinal}" if meeting.ordinal else ""
    yield f"Khóa {meeting.congress}" if meeting.congress else ""
    yield f"Nhiệm kỳ {meeting.term}" if meeting.term else ""


def source_lines(source: Any) -> Iterator[str]:
    yield str(source.place or "Chưa rõ địa phương")
    yield from map(str, source.addresses.all())


def indicator_lines(indicator: Any) -> Iterator[str]:
    yield indicator.category
    yield f"Danh mục: {indicator.key}" if indicator.key else "Ngoài danh mục"
    units = indicator.observations.exclude(unit="").values_list("unit", flat=True).distinct()
    yield f"Đơn vị: {', '.join(sorted(units)[:6])}" if units else ""


LINES = {
    "official": official_lines,
    "meeting": meeting_lines,
    "source": source_lines,
    "indicator": indicator_lines,
}


def differences(record: str, kept: Any, gone: Any) -> list[str]:
    """Where the two say otherwise, and which of it stands after the merge."""
    if record == "official":
        return list(post_days(kept, gone))
    if record == "meeting":
        return list(meeting_fields(kept, gone))
    return []


def post_days(kept: Any, gone: Any) -> Iterator[str]:
    twins = {(post.title, post.place_id): post for post in kept.positions.all()}
    for post in gone.positions.all():
        twin = twins.get((post.title, post.place_id))
        for name in ("started_on", "ended_on") if twin else ():
            mine, yours = getattr(twin, name), getattr(post, name)
            label = post._meta.get_field(name).verbose_name
            if mine and yours and mine != yours:
                yield f"{post}, {label}: giữ {vi_day(mine)}; {vi_day(yours)} vẫn ghi ở bản ghi cũ."


def meeting_fields(kept: Any, gone: Any) -> Iterator[str]:
    taken = gains(kept, gone)
    for name in FIELDS:
        mine, yours = getattr(kept, name), getattr(gone, name)
        label, other = field_name("meeting", name), shown("meeting", name, frozen(yours))
        if name in taken:
            yield f"{label}: nhận {other}."
        elif yours and mine != yours:
            stays = shown("meeting", name, frozen(mine))
            yield f"{label}: giữ {stays}; {other} vẫn ghi ở bản ghi cũ."


def gains_of(record: str, one: Any, other: Any) -> list[tuple[Any, list[str]]]:
    """The differences for either choice of which record stays."""
    return [(one, differences(record, one, other)), (other, differences(record, other, one))]
