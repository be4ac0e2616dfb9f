"""Words that are one thing together: dates, spans of years, numbers of documents, amounts, ordinals.

Each has one name however it is written, so `9/7/2020` and `ngày 9 tháng 7 năm 2020` are found alike. Names
of dates and numbered things begin with @; an amount is named by its plain number, `118 nghìn` by `118000`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.search.words import COUNTERS, folded
from archive.vietnamese.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from archive.search.words import Term

YEAR = r"(?:19|20)\d\d"
THANG, NAM = r"\sth[áa]ng\s", r"\sn[ăa]m\s"
DAY_FORMS = (
    rf"(?P<y>{YEAR})-(?P<m>\d\d?)-(?P<d>\d\d?)",  # 2020-07-09
    rf"(?:ng[àa]y\s)?(?P<d>\d\d?)\s?(?P<mark>[/.-])\s?(?P<m>\d\d?)\s?(?P=mark)\s?(?P<y>{YEAR})",
    rf"(?:ng[àa]y\s)?(?P<d>\d\d?){THANG}(?P<m>\d\d?)(?:(?:{NAM}|\s?[/-]\s?)(?P<y>{YEAR}))?",
    r"(?:ng[àa]y\s)?(?P<d>\d\d?)/(?P<m>\d\d?)",
    r"ng[àa]y\s(?P<d>\d\d?)[.-](?P<m>\d\d?)",
)
MONTH_FORMS = (
    rf"th[áa]ng\s(?P<m>\d\d?)(?:{NAM}|\s?[/.-]\s?)(?P<y>{YEAR})",
    rf"(?P<m>\d\d?)/(?P<y>{YEAR})",
)
QUARTER = rf"qu[ýíyi]\s(?P<q>[1-4]|I{{1,3}}|IV)(?:{NAM}|\s?[/-]\s?)(?P<y>{YEAR})"
YEARS = rf"(?P<y>{YEAR})\s?-\s?(?P<z>{YEAR})"
# Kinds of documents in their numbers: `05-CT/TW`, `12/2017/QĐ-UBND`.
KINDS = r"(?:nq|ct|qđ|qd|kl|kh|tb|hd|đa|da|ctr|tt|nđ|nd|qc|br|bc)"
NUMBERED = rf"(?P<n>\d{{1,4}})(?:/(?P<y>{YEAR}))?[-/\s](?P<kind>{KINDS})[-/](?P<by>[^\W\d_]{{2,}})"
ROMAN_QUARTERS = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}


@dataclass(frozen=True, slots=True)
class Form:
    """A pattern that matches only where one of `marks` stands; none: it has no such sign."""

    pattern: re.Pattern[str]
    marks: str

    def found(self, text: str, starts: Sequence[int], end: int) -> Iterator[re.Match[str]]:
        """Matches from left to right that begin at one of `starts`, none over another."""
        if not starts or (
            self.marks and all(text.find(mark, starts[0], end) < 0 for mark in self.marks)
        ):
            return
        free = 0
        for start in starts:
            match = self.pattern.match(text, start, end) if start >= free else None
            if match:
                free = match.end()
                yield match


def whole(pattern: str, marks: str = "") -> Form:
    """The pattern where it is no part of a longer number."""
    return Form(re.compile(rf"(?<![\d/.,-]){pattern}(?![\d/]|[.,-]\d)", re.IGNORECASE), marks)


# Where a form can begin.
START = re.compile(r"(?:ng[àa]y|th[áa]ng|qu[ýíyi])\s|(?<!\d)\d", re.IGNORECASE)
# Something that every form holds, and how far before and after it the rest of the form can stand.
HINT = re.compile(
    r"\d(?:\s?[/.-]\s?\d|\s[Tt][Hh][ÁáAa]|(?<=[Gg]\s\d)|(?<=[ÝÍYIýíyi]\s\d)"
    rf"|[-/\s](?i:{KINDS})[-/])|[Qq][Uu][ÝÍYIýíyi]\s[IVivxX]"
)
BEFORE, AFTER = 16, 40
SPACE = re.compile(r"\s|$")

DAYS = tuple(map(whole, DAY_FORMS, ("-", "/.-", "", "/", ".-")))
MONTHS = tuple(map(whole, MONTH_FORMS, ("", "/")))
QUARTERS, SPANS_OF_YEARS, DOCUMENTS = whole(QUARTER), whole(YEARS, "-"), whole(NUMBERED, "-/")

# As `normal` spells them, and as typed without accents.
SCALES = {"nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tỉ": 9}
SCALES |= {folded(word): power for word, power in SCALES.items()}
BY_WORD = {word: word for word in COUNTERS}
BY_BARE_WORD = {folded(word): word for word in COUNTERS}
DONG = frozenset({"đồng", "dong"})
NO_MONEY = frozenset({"chí", "chi", "bào", "bao"})  # `34 triệu đồng bào`
LONGEST_AMOUNT = 15  # digits


Named = tuple[
    int, int, tuple[str, ...]
]  # range in the text, names: the one that is asked for first


@dataclass(frozen=True, slots=True)
class Span:
    """`name` stands for `width` words from word number `first` on.

    Where it is `asked` a query asks for the name in place of the words; others are only indexed.
    """

    name: str
    first: int
    width: int
    asked: bool = True


def spans_of(text: str, words: Sequence[Term]) -> Iterator[Span]:
    """Everything of this kind in an analysable text with these words."""
    exact = [term.exact for term in words]
    names = list(names_in(text))
    if names:
        yield from named(names, [(term.start, term.end) for term in words])
    yield from amounts(exact, range(len(exact)))
    yield from counted(words)


# --- dates and numbers of documents


def named(found: Iterable[Named], bounds: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """What was found in a text as spans of its words, which begin and end at `bounds`."""
    starts = {start: i for i, (start, _) in enumerate(bounds)}
    ends = {end: i for i, (_, end) in enumerate(bounds)}
    for start, end, names in found:
        first, last = starts.get(start), ends.get(end)
        if first is not None and last is not None:
            for name in names:
                yield Span(name, first, last - first + 1, asked=name == names[0])


def names_in(text: str) -> Iterator[Named]:
    """All that are in a text; the patterns are tried only near what may be part of one."""
    for start, end in stretches(text):
        yield from names_between(text, start, end)


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Ranges around the hints, which end at a space so that no form is cut; near ones are joined."""
    start, end = 0, -1
    for hint in HINT.finditer(text):
        if end < 0:
            start = max(0, hint.start() - BEFORE)
        elif hint.start() - BEFORE > end:
            yield start, end
            start = hint.start() - BEFORE
        last = SPACE.search(text, hint.end() + AFTER)
        end = last.start() if last else len(text)
    if end >= 0:
        yield start, end


def names_between(text: str, start: int, end: int) -> Iterator[Named]:
    """A day is also found by its month."""
    starts = [match.start() for match in START.finditer(text, start, end)]
    for form in DAYS:
        for match in form.found(text, starts, end):
            day, month = int(match["d"]), int(match["m"])
            year = match.groupdict().get("y")
            if 1 <= day <= 31 and 1 <= month <= 12:
                short = f"@{month}-{day}"
                full = (f"@{year}-{month}-{day}", short, f"@{year}-{month}")
                yield match.start(), match.end(), full if year else (short,)
    for form in MONTHS:
        for match in form.found(text, starts, end):
            if 1 <= int(match["m"]) <= 12:
                yield match.start(), match.end(), (f"@{match['y']}-{int(match['m'])}",)
    for match in QUARTERS.found(text, starts, end):
        quarter = ROMAN_QUARTERS.get(match["q"].lower(), match["q"])
        yield match.start(), match.end(), (f"@{match['y']}-q{quarter}",)
    for match in SPANS_OF_YEARS.found(text, starts, end):
        yield match.start(), match.end(), (f"@{match['y']}-{match['z']}",)
    for match in DOCUMENTS.found(text, starts, end):
        year = f"/{match['y']}" if match["y"] else ""
        name = f"@{int(match['n'])}{year}-{fold(match['kind'])}/{fold(match['by'])}"
        yield match.start(), match.end(), (name,)


# --- amounts


def amounts(words: Sequence[str], at: Iterable[int]) -> Iterator[Span]:
    """`905 tỷ 653 triệu đồng` as the plain number; also its first part, `905 tỷ`.

    `at`: numbers of the words with which one may begin, ascending.
    """
    free = 0
    for i in at:
        if i < free:
            continue
        parts = tuple(scaled(words, i))
        for n in range(1, len(parts) + 1):
            width = 2 * n + (n == len(parts) and is_money(words, i + 2 * n))
            yield Span(total_of(parts[:n]), i, width, asked=n == len(parts))
        free = i + 2 * len(parts)


def scaled(words: Sequence[str], i: int) -> Iterator[tuple[str, int]]:
    """(number, power of ten) as long as they follow each other and grow smaller."""
    last = 99
    for j in range(i, len(words) - 1, 2):
        number, power = words[j], SCALES.get(words[j + 1], 99)
        if not (number[0].isdigit() and len(number) <= LONGEST_AMOUNT and power < last):
            return
        yield number, power
        last = power


@lru_cache(maxsize=65536)
def total_of(parts: tuple[tuple[str, int], ...]) -> str:
    """The plain number."""
    total = sum((Decimal(number).scaleb(power) for number, power in parts), Decimal(0))
    return f"{total.normalize():f}"


def is_money(words: Sequence[str], i: int) -> bool:
    """Whether `đồng` stands at `i` and is the currency."""
    following = words[i + 1] if i + 1 < len(words) else ""
    return i < len(words) and words[i] in DONG and following not in NO_MONEY


# --- numbered things


def counted(words: Sequence[Term], *, bare: bool = False) -> Iterator[Span]:
    """`khóa 25` as @khóa25; `lần thứ 9` and `lần 9` as @lần9. `bare`: whatever the accents."""
    texts = [term.folded if bare else term.exact for term in words]
    wanted = BY_BARE_WORD if bare else BY_WORD
    for i in range(len(texts)):
        if texts[i] in wanted:
            yield from counted_at(texts, i, wanted)


def counted_at(texts: Sequence[str], i: int, wanted: Mapping[str, str]) -> Iterator[Span]:
    """The one that begins with word number `i`, which counts."""
    counter = wanted[texts[i]]
    following = texts[i + 1] if i + 1 < len(texts) else ""
    width = 3 if counter == "lần" and wanted.get(following) == "thứ" else 2
    number = texts[i + width - 1] if i + width <= len(texts) else ""
    if number.isdigit():
        yield Span(f"@{counter}{number}", i, width)
