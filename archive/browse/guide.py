"""Examples of the query language on what the archive holds, each with how many articles it finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from archive.models import Article, Mention, Observation
from archive.search.engine import answer
from archive.search.parsing import parse
from archive.vietnamese.fold import strip_accents
from archive.vietnamese.numbers import vi_number
from archive.vietnamese.roman import LARGEST, numeral

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.utils.functional import _StrPromise as StrPromise

    from archive.search.engine import Engine

NEWEST = 50  # articles that examples are taken from
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
    held = seen()
    sections = []
    for title, text, queries in FORMS:
        made = dict.fromkeys(queries(held))
        counted = [(query, answer(engine, parse(query, limit=1)).total) for query in made]
        shown = tuple(Example(query, total) for query, total in counted if total)
        if shown:
            sections.append(Section(str(title), str(text), shown))
    return sections


@dataclass(frozen=True, slots=True)
class Seen:
    """The newest dated articles with a place, and somebody whom they name."""

    articles: tuple[Article, ...]
    people: tuple[str, ...]

    @property
    def places(self) -> tuple[str, str]:
        names = list(dict.fromkeys(a.place.name for a in self.articles if a.place)) or ["Hà Nội"]
        return names[0], names[-1]


def seen() -> Seen:
    """Three queries."""
    rows = Article.objects.published().exclude(sort_date=None).exclude(place=None)
    near = rows.select_related("place", "unit").prefetch_related("meetingreports__meeting")
    articles = tuple(near.order_by("-sort_date", "-pk")[:NEWEST])
    named = Mention.objects.valid().filter(article__in=articles).order_by("-article__sort_date")
    return Seen(articles, tuple(named.values_list("name", flat=True)[:1]))


def accentless(held: Seen) -> list[str]:
    first = held.places[0]
    return [strip_accents(f"hội nghị {first}").lower(), strip_accents(first).lower()]


def committees(held: Seen) -> list[str]:
    """`Huyện uỷ X` in both placements of the tone, of the newest place that has such a body."""
    for article in held.articles:
        unit = article.unit
        if unit and unit.kind in COMMITTEES:
            body = COMMITTEES[unit.kind]
            return [f"{body} {unit.name}", f"{body.replace('uỷ', 'ủy')} {unit.name}".upper()]
    return []


def ordinals(held: Seen) -> list[str]:
    reports = (report for article in held.articles for report in article.meetingreports.all())
    for report in reports:
        congress = report.meeting.congress
        if congress and congress <= LARGEST:
            return [f"khóa {congress}", f"khoá {numeral(congress)}"]
    return []


def amounts(held: Seen) -> list[str]:
    """`905,653 tỷ` and `905 tỷ 653 triệu` of the first figure that has a part after the mark."""
    rows = Observation.objects.valid().filter(unit__startswith="tỷ", article__in=held.articles)
    values = rows.exclude(value=None).order_by("pk").values_list("value", flat=True)
    for value in (value.normalize() for value in values if value and value % 1):
        whole, part = divmod(value, 1)
        millions = part * 1000
        text = [f"{vi_number(value)} tỷ"]
        return text + ([f"{whole:f} tỷ {millions:.0f} triệu"] if millions % 1 == 0 else [])
    return []


def days(held: Seen) -> list[str]:
    for day in filter(None, (article.event_on for article in held.articles)):
        return [
            f"{day.day}/{day.month}/{day.year}",
            f"ngày {day.day} tháng {day.month} năm {day.year}",
            f"tháng {day.month}/{day.year}",
        ]
    return []


def either(held: Seen) -> list[str]:
    first, second = held.places
    return [f"{first} OR {second}", f'("{first}" hoặc "{second}") hội nghị']


def in_parts(held: Seen) -> list[str]:
    people = [f'người:"{name}"' for name in held.people]
    return ['tiêu-đề:"hội nghị"', f'nơi:"{held.places[0]}"', *people]


def years(held: Seen) -> list[str]:
    dated = [article.sort_date.year for article in held.articles[:1] if article.sort_date]
    return [f"hội nghị từ:{year} đến:{year}" for year in dated]


# (title, explanation, queries of what the archive holds)
FORMS: tuple[tuple[StrPromise, StrPromise, Callable[[Seen], list[str]]], ...] = (
    (
        _("Không dấu"),
        _("Gõ không dấu vẫn tìm được mọi bài; bài viết đúng như đã gõ đứng trước."),
        accentless,
    ),
    (
        _("Kiểu chữ"),
        _("Dấu đặt kiểu cũ hay mới, chữ hoa hay thường, i hay y: kết quả như nhau."),
        lambda held: [*committees(held), "kỷ luật", "kỉ luật"],
    ),
    (
        _("Viết tắt"),
        _("Viết tắt và viết đủ tìm thấy cùng những bài ấy."),
        lambda _held: [
            "chủ tịch UBND huyện",
            "chủ tịch Ủy ban nhân dân huyện",
            "HĐND",
            "Hội đồng nhân dân",
        ],
    ),
    (_("Khóa và lần thứ"), _("Số La Mã, số thường hay viết bằng chữ đều được."), ordinals),
    (_("Số tiền"), _("Tỷ và triệu, dấu chấm và dấu phẩy được hiểu là cùng một số."), amounts),
    (_("Ngày"), _("Ngày viết kiểu nào cũng được; chỉ tháng và năm cũng được."), days),
    (
        _("Cụm từ"),
        _("Trong ngoặc kép: những từ đứng liền nhau, đúng thứ tự."),
        lambda _held: ['"thu ngân sách"', '"phát biểu kết luận"'],
    ),
    (
        _("Một phần của từ"),
        _(
            "Từ hai chữ cái: * thay các chữ còn lại, ? thay một chữ; ~ ở cuối bỏ qua một chữ gõ nhầm."
        ),
        lambda _held: ["nghị*", "tr*ng", "hội nghj~"],
    ),
    (
        _("Bỏ bớt"),
        _("Dấu trừ liền trước một từ hay một cụm: bỏ những bài có nó."),
        lambda held: [f'hội nghị -"{held.places[0]}"', "hội nghị -quận"],
    ),
    (_("Một trong hai"), _("OR hoặc chữ “hoặc” giữa hai vế; ngoặc tròn gom các vế lại."), either),
    (_("Tìm trong một phần"), _("Chỉ trong tiêu đề, tên địa phương hay tên người."), in_parts),
    (_("Khoảng thời gian"), _("Từ ngày và đến ngày: viết ngày, tháng hoặc năm."), years),
)
