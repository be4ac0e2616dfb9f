"""What the words of a page name: units with a kind or a committee in front, and kinds without a name.

`Thị ủy Duy Tiên`, `huyện Nam Sách`, `TP.HCM`; in headlines also the bare name (`Quỳ Hợp: …`).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from archive.extraction.patterns import at_word
from archive.gazetteer.spelling import loose_key, name_key
from archive.pages.furniture import is_site_name
from archive.vietnamese.normalise import lowered, shadow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive.extraction.text import Passage
    from archive.gazetteer import Gazetteer
    from archive.pages.page import Page

# Weight of a name by where it stands.
WEIGHTS = {"title": 6.0, "bare title": 4.0, "lead": 4.0, "body": 1.0, "captions": 1.0,
           "site": 5.0, "furniture": 3.0}  # fmt: skip
HOSTING = 3.0  # `tại huyện Quỳ Hợp`: where two places meet, the one where they meet
LONGEST = 5  # words of a unit's name
SURE = 6  # letters that a name in a loose spelling must have
TOP, FOOT, LINE = 12, 6, 160  # lines of the site's own, and code points of one

# What stands in front of a name, and the kind of unit that it says; "" says none.
KIND_WORDS = {
    "tỉnh": "tỉnh", "thành phố": "thành phố", "tp": "thành phố", "tp.": "thành phố",
    "thị xã": "thị xã", "tx": "thị xã", "tx.": "thị xã", "huyện": "huyện", "quận": "quận",
    "q.": "quận", "xã": "xã", "phường": "phường", "p.": "phường", "thị trấn": "thị trấn",
    "đặc khu": "đặc khu", "tỉnh ủy": "tỉnh", "thành ủy": "thành phố", "thị ủy": "thị xã",
    "huyện ủy": "huyện", "quận ủy": "quận", "tỉnh đoàn": "tỉnh", "thành đoàn": "thành phố",
    "thị đoàn": "thị xã", "huyện đoàn": "huyện", "quận đoàn": "quận", "đảng bộ": "", "hđnd": "",
    "ubnd": "", "bch đảng bộ": "", "đảng ủy": "",
}  # fmt: skip
COMMUNE_KINDS = frozenset(("xã", "phường", "thị trấn"))
ALIASES = {"HCM": "Hồ Chí Minh", "BR-VT": "Bà Rịa - Vũng Tàu", "TT Huế": "Thừa Thiên Huế",
           "TT-Huế": "Thừa Thiên Huế", "Thừa Thiên - Huế": "Thừa Thiên Huế"}  # fmt: skip
HEAD = re.compile(
    at_word(*sorted(map(re.escape, KIND_WORDS), key=len, reverse=True))
    + r"(?:(?!\w)|(?<=[px])(?=[^\W\d_]))\s?",
)
NEWSPAPER = re.compile(r"báo (?<!\wbáo )(?:điện tử )?(?=\w)")
NAME = re.compile(r"[^\W_][\w'’]*(?:(?: | ?- ?)[^\W\d_][\w'’]*){0,4}")
STEP = re.compile(r"( ?- ?| )")
AT = re.compile(
    r"\b(?:tại (?:hội trường |trụ sở |trung tâm hội nghị )?|tiếp xúc cử tri )$", re.IGNORECASE
)
WORD = re.compile(r"[\w'’]+")
# Whom a name follows that is a person's: `Đồng chí Lý Nhân`, `Bí thư Trần Văn Thời`.
PERSON = re.compile(
    r"(?:đồng chí|đ/c|ông|bà|anh|chị|thư|tịch|trưởng|nhiệm|cố|liệt sĩ|nhà thơ|tướng|viên|ủy)[ :]*$",
    re.IGNORECASE,
)
NEVER_BARE = frozenset(("hồ chí minh",))  # of thought and example far more often than of the city


@dataclass(frozen=True, slots=True)
class Naming:
    """A unit named on the page: its name, its kind where a word says it, and its weight."""

    name: str
    kind: str
    weight: float
    where: str


@dataclass(slots=True)
class Namings:
    """All of a page; `kinds` counts the kinds in its title and body that stand without a name."""

    named: list[Naming] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)


def read_namings(page: Page, passages: Sequence[Passage], gazetteer: Gazetteer) -> Namings:
    found = Namings()
    for passage in passages:
        text, low, where = passage.shadow, passage.low, passage.where
        lead = text.find("\n\n") if where == "body" else -1
        if lead >= 0:
            read_heads(found, text[:lead], low[:lead], "lead", gazetteer)
            text, low = text[lead:], low[lead:]
        read_heads(found, text, low, where if lead >= 0 or where != "body" else "lead", gazetteer)
    found.named += bare(passages[0], gazetteer)
    for line in own_lines(page):
        low = lowered(line)
        read_heads(found, line, low, "site" if is_site_name(line) else "furniture", gazetteer)
        found.named += newspaper(line, low, gazetteer)
    return found


def own_lines(page: Page) -> Iterator[str]:
    """The site's own lines: near the top and the bottom, not the titles of other articles."""
    for line in dict.fromkeys((*page.furniture[:TOP], *page.furniture[-FOOT:])):
        if len(line) < LINE:
            yield shadow(line)


def read_heads(found: Namings, text: str, low: str, where: str, gazetteer: Gazetteer) -> None:
    for match in heads(text, low):
        kind = KIND_WORDS[match[0].strip()]
        name = longest_name(text, match.end(), kind, gazetteer)
        if name:
            weight = WEIGHTS[where] + (HOSTING if receives(text, match.start(), where) else 0)
            found.named.append(Naming(name, kind, weight, where))
        elif where not in {"furniture", "site"}:
            found.kinds[kind] += 1


def heads(text: str, low: str) -> Iterator[re.Match[str]]:
    """The words of kinds and committees; `TP` may be written without a space before its name."""
    for match in HEAD.finditer(low):
        end = match.end()
        if not (end < len(text) and text[end - 1].isalnum() and text[end].islower()):
            yield match


def receives(text: str, start: int, where: str) -> bool:
    """Whether the unit is where the meeting is held."""
    return where in {"title", "lead"} and AT.search(text[max(0, start - 40) : start]) is not None


def longest_name(text: str, start: int, kind: str, gazetteer: Gazetteer) -> str | None:
    """The longest run of words from here that is the name of a unit, or of a commune of the past.

    Numbers are names of quận alone. A loose spelling counts behind the word for a kind.
    """
    if not text[start : start + 1].isupper() and not (
        kind == "quận" and text[start : start + 1].isdigit()
    ):
        return None
    match = NAME.match(text, start)
    runs = tuple(beginnings(match[0])) if match else ()
    former = kind in COMMUNE_KINDS
    for run in runs:
        name = ALIASES.get(run, run)
        if name_key(name) in gazetteer.by_name or (
            former and f"{kind} {name.casefold()}" in gazetteer.former
        ):
            return name
    return next((run for run in runs if kind and not former and loosely(run, gazetteer)), None)


def beginnings(words: str) -> Iterator[str]:
    """`A B C` → `A B C`, `A B`, `A`."""
    parts = STEP.split(words)
    for count in range(min(len(parts), 2 * LONGEST - 1), 0, -2):
        yield "".join(parts[:count])


def loosely(run: str, gazetteer: Gazetteer) -> bool:
    key = loose_key(run)
    return len(key) >= SURE and key in gazetteer.by_loose_name


def bare(passage: Passage, gazetteer: Gazetteer) -> Iterator[Naming]:
    """Names of two words or more without a kind in front; all the capitalised words in a row."""
    title = passage.shadow
    if title.isupper():
        return
    covered = {match.end() for match in heads(title, passage.low)}
    for start, run in capitalised(title):
        if start not in covered and " " in run and not PERSON.search(title[:start]):
            key = name_key(run)
            if key in gazetteer.by_name and key not in NEVER_BARE:
                yield Naming(run, "", WEIGHTS["bare title"], "title")


def capitalised(text: str) -> Iterator[tuple[int, str]]:
    """Runs of words that begin with a capital."""
    start = end = -1
    for match in WORD.finditer(text):
        if match[0][0].isupper():
            if start >= 0 and text[end : match.start()] in {" ", " - "}:
                end = match.end()
                continue
            if start >= 0:
                yield start, text[start:end]
            start, end = match.span()
        elif start >= 0:
            yield start, text[start:end]
            start = -1
    if start >= 0:
        yield start, text[start:end]


def newspaper(line: str, low: str, gazetteer: Gazetteer) -> Iterator[Naming]:
    """`Báo Gia Lai` among the site's own lines speaks for the province."""
    for match in NEWSPAPER.finditer(low):
        name = longest_name(line, match.end(), "", gazetteer)
        for unit in gazetteer.named(name)[:1] if name else ():
            if unit.level == "province":
                yield Naming(unit.name, unit.kind, WEIGHTS["furniture"], "furniture")
