"""Examples of the query language on what the archive holds, each with how many articles it finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from archive.models import Article, Mention, Observation
from archive.search.engine import answer
from archive.search.parsing import parse
from archive.vietnamese.fold import strip_accents
from archive.vietnamese.numbers import vi_number
from archive.vietnamese.roman import LARGEST, numeral

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.models import Meeting
    from archive.search.engine import Engine

COMMITTEES = {"huyện": "Huyện uỷ", "thị xã": "Thị uỷ", "quận": "Quận uỷ", "thành phố": "Thành uỷ"}


@dataclass(frozen=True, slots=True)
class Example:
    """A query as it is typed, and how many articles it finds."""

    query: str
    total: int


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    text: str
    examples: tuple[Example, ...]


def examples(engine: Engine) -> list[Section]:
    """All sections; an example that would find nothing is left out, and a section without any."""
    sections = []
    for title, text, queries in forms():
        counted = [(q, answer(engine, parse(q, limit=1)).total) for q in dict.fromkeys(queries)]
        shown = tuple(Example(query, total) for query, total in counted if total)
        if shown:
            sections.append(Section(title, text, shown))
    return sections


def forms() -> Iterator[tuple[str, str, list[str]]]:
    """(title, explanation, queries), the queries made of the newest rows that have what they show."""
    first, second = two_places()
    yield (
        _("Không dấu"),
        _("Gõ không dấu vẫn tìm được mọi bài; bài viết đúng như đã gõ đứng trước."),
        [strip_accents(f"hội nghị {first}").lower(), strip_accents(first).lower()],
    )
    yield (
        _("Kiểu chữ"),
        _("Dấu đặt kiểu cũ hay mới, chữ hoa hay thường, i hay y: kết quả như nhau."),
        [*committees(), "kỷ luật", "kỉ luật"],
    )
    yield (
        _("Viết tắt"),
        _("Viết tắt và viết đủ tìm thấy cùng những bài ấy."),
        ["chủ tịch UBND huyện", "chủ tịch Ủy ban nhân dân huyện", "HĐND", "Hội đồng nhân dân"],
    )
    yield _("Khóa và lần thứ"), _("Số La Mã, số thường hay viết bằng chữ đều được."), ordinals()
    yield _("Số tiền"), _("Tỷ và triệu, dấu chấm và dấu phẩy được hiểu là cùng một số."), amounts()
    yield _("Ngày"), _("Ngày viết kiểu nào cũng được; chỉ tháng và năm cũng được."), days()
    yield (
        _("Cụm từ"),
        _("Trong ngoặc kép: những từ đứng liền nhau, đúng thứ tự."),
        ['"thu ngân sách"', '"phát biểu kết luận"'],
    )
    yield (
        _("Bỏ bớt"),
        _("Dấu trừ liền trước một từ hay một cụm: bỏ những bài có nó."),
        [f'hội nghị -"{first}"', "hội nghị -quận"],
    )
    yield (
        _("Một trong hai"),
        _("OR hoặc chữ “hoặc” giữa hai vế; ngoặc tròn gom các vế lại."),
        [f"{first} OR {second}", f'("{first}" hoặc "{second}") hội nghị'],
    )
    yield (
        _("Tìm trong một phần"),
        _("Chỉ trong tiêu đề, tên địa phương hay tên người."),
        ['tiêu-đề:"hội nghị"', f'nơi:"{first}"', *(f'người:"{name}"' for name in people())],
    )
    yield (
        _("Khoảng thời gian"),
        _("Từ ngày và đến ngày: viết ngày, tháng hoặc năm."),
        [f"hội nghị từ:{year} đến:{year}" for year in years()],
    )


def newest() -> list[Article]:
    """The newest dated articles with a place."""
    rows = Article.objects.published().exclude(sort_date=None).exclude(place=None)
    return list(rows.select_related("place", "unit").order_by("-sort_date", "-pk")[:50])


def two_places() -> tuple[str, str]:
    names = list(dict.fromkeys(a.place.name for a in newest() if a.place)) or ["Hà Nội"]
    return names[0], names[-1]


def committees() -> list[str]:
    """`Huyện uỷ X` in both placements of the tone, of the newest place that has such a body."""
    for article in newest():
        unit = article.unit
        if unit and unit.kind in COMMITTEES:
            body = COMMITTEES[unit.kind]
            return [f"{body} {unit.name}", f"{body.replace('uỷ', 'ủy')} {unit.name}".upper()]
    return []


def ordinals() -> list[str]:
    for meeting in meetings():
        if meeting.congress and meeting.congress <= LARGEST:
            return [f"khóa {meeting.congress}", f"khoá {numeral(meeting.congress)}"]
    return []


def meetings() -> Iterator[Meeting]:
    for article in newest():
        for report in article.meetingreports.select_related("meeting"):
            yield report.meeting


def amounts() -> list[str]:
    rows = Observation.objects.valid().filter(unit__startswith="tỷ", article__in=newest())
    for row in rows.exclude(value=None).order_by("pk"):
        if row.value is not None and row.value % 1:
            whole, part = divmod(row.value.normalize(), 1)
            millions = part * 1000
            text = [f"{vi_number(row.value.normalize())} tỷ"]
            return text + ([f"{whole:f} tỷ {millions:.0f} triệu"] if millions % 1 == 0 else [])
    return []


def days() -> list[str]:
    for article in newest():
        day = article.event_on
        if day:
            return [
                f"{day.day}/{day.month}/{day.year}",
                f"ngày {day.day} tháng {day.month} năm {day.year}",
                f"tháng {day.month}/{day.year}",
            ]
    return []


def people() -> list[str]:
    rows = Mention.objects.valid().filter(article__in=newest()).order_by("-article__sort_date")
    return list(rows.values_list("name", flat=True)[:1])


def years() -> list[int]:
    return [article.sort_date.year for article in newest()[:1] if article.sort_date]
