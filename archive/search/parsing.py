"""The query language → one query value. Whatever is typed searches; what was ignored is said.

Words are required; `"a phrase"`, `-not`, `a OR b` (`hoặc`), brackets, parts of words (`nghị*`, `ngh*p`,
`nghij~`: one letter off), and fields in Vietnamese and English:
`tiêu-đề:`/`title:`, `nơi:`/`place:`, `người:`/`official:`, `từ:`/`from:`, `đến:`/`to:`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from archive.search import reading, synonyms
from archive.search.likeness import LIKE, read
from archive.search.query import EVERYTHING, All, Like, Not, Query
from archive.search.words import has_accent
from archive.vietnamese.fold import fold
from archive.vietnamese.normalise import clean

if TYPE_CHECKING:
    from archive.search.query import FieldName, Node, Pair
    from archive.search.reading import Reading
    from archive.search.synonyms import Synonyms

LONGEST = 1000  # code points of a query that are read
MOST = 40  # words of a query that are searched
DEEPEST = 20  # brackets within brackets

FIELD = r"(?:ti[êe]u[- ])?[^\W\d_]+:(?=\S)"
OR = r"(?i:OR|HO[ẶA]C)(?=[\s()]|$)"
TOKEN = re.compile(
    rf"(?P<space>\s+)|(?P<open>\()|(?P<close>\))|(?P<minus>-(?=[^\s-]))|(?P<or>{OR})"
    rf"|(?P<field>(?i:{FIELD}))|(?P<phrase>[\"“”][^\"“”]*[\"“”])"
    rf"|(?P<like>{LIKE})"
    r"|(?P<lone>[\"“”*?:^~\[\]{}|&!+])|(?P<word>[^\s()\"“”:]+)"
)
NOT_CONTENT = re.compile(rf"{FIELD}|(?<!\S){OR}", re.IGNORECASE)  # marks there say nothing
LETTER = re.compile(r"[^\W\d_]")  # digits alone are as written
LEFT_OVER = re.compile(r"[*?~^\[\]{}|&!+]|(?<!\S)-(?!\S)")  # operators of others, and lone ones
FIELDS = {
    "tieu-de": "title", "title": "title", "noi": "places", "place": "places",
    "nguoi": "people", "official": "people", "tu": "from", "from": "from", "den": "to", "to": "to",
}  # fmt: skip
DAY = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?"
    r"|(?:(?P<d2>\d{1,2})[/.-])?(?P<m2>\d{1,2})[/.-](?P<y2>\d{4})|(?P<y3>\d{4})"
)


def parse(
    text: str, *, loose: bool | None = None, known: Synonyms = synonyms.NONE, **filters: object
) -> Query:
    """A query value from what was typed; never fails.

    `loose` forces accent-free matching or forbids it; None: where no word carries a mark. `known`
    are the words that editors hold for the same.
    """
    typed = clean(text)[:LONGEST]
    if loose is None:
        content = NOT_CONTENT.sub(" ", typed)
        loose = LETTER.search(content) is not None and not has_accent(content)
    reader = Reader(typed, reading.accent_free if loose else reading.as_written, known)
    node = reader.alternatives()
    first = Reader(typed, reading.preferred, known).alternatives() if loose else None
    ignored = (*reader.ignored, *(["…"] if len(clean(text)) > LONGEST else []))
    query = Query(
        text=typed.strip(),
        node=node,
        first=first,
        pairs=tuple(reader.pairs),
        since=reader.since,
        until=reader.until,
        ignored=ignored,
        known=known,
    )
    chosen = {key: value for key, value in filters.items() if value is not None}
    return replace(query, **chosen)  # type: ignore[arg-type]


class Reader:
    """Recursive descent over the tokens of a query."""

    def __init__(self, text: str, read: Reading, known: Synonyms) -> None:
        self.tokens = [m for m in TOKEN.finditer(text) if m.lastgroup != "space"]
        self.at = 0
        self.accents = read is not reading.accent_free
        self.read = partial(reading.with_synonyms, reading=read, synonyms=known)
        self.count = 0
        self.depth = 0
        self.since: date | None = None
        self.until: date | None = None
        self.pairs: list[Pair] = []
        self.ignored: list[str] = []

    def peek(self) -> str | None:
        return self.tokens[self.at].lastgroup if self.at < len(self.tokens) else None

    def next(self) -> re.Match[str]:
        self.at += 1
        return self.tokens[self.at - 1]

    def alternatives(self) -> Node:
        """`a b OR c`: OR binds weaker than standing side by side."""
        options = [self.sequence()]
        while self.peek() == "or":
            self.next()
            options.append(self.sequence())
        return reading.either(*options) if any(o != EVERYTHING for o in options) else EVERYTHING

    def sequence(self) -> Node:
        parts: list[Node] = []
        while (kind := self.peek()) not in {None, "or"}:
            if kind == "close":
                if self.depth:
                    break
                self.ignored.append(self.next()[0])
                continue
            parts += self.part("all")
        return parts[0] if len(parts) == 1 and not isinstance(parts[0], Not) else All(tuple(parts))

    def part(self, field: FieldName, *, alone: bool = False) -> list[Node]:
        """One operand; `alone` takes a single word and leaves those that follow."""
        token = self.next()
        match token.lastgroup:
            case "minus":
                return self.excluded(field)
            case "open":
                return self.bracket(token)
            case "field":
                return self.fielded(token)
            case "phrase" | "like":
                return self.closed(token, field)
            case "word":
                return self.run_of_words(token[0], field, alone=alone)
        self.ignored.append(token[0])
        return []

    def excluded(self, field: FieldName) -> list[Node]:
        if self.peek() in {None, "or", "close"}:
            self.ignored.append("-")
            return []
        pairs = len(self.pairs)
        parts = self.part(field, alone=True)
        del self.pairs[pairs:]
        return [Not(reading.together(parts))] if parts else []

    def bracket(self, token: re.Match[str]) -> list[Node]:
        if self.depth >= DEEPEST:
            self.ignored.append(token[0])
            return []
        self.depth += 1
        inner = self.alternatives()
        self.depth -= 1
        if self.peek() == "close":
            self.next()
        else:
            self.ignored.append("(")
        return [inner] if inner != EVERYTHING else []

    def fielded(self, token: re.Match[str]) -> list[Node]:
        name = FIELDS.get(fold(token[0].rstrip(":")).replace(" ", "-"))
        if name is None or self.peek() is None:
            self.ignored.append(token[0])
            return self.part("all") if self.peek() else []
        if name in {"from", "to"}:
            self.bound(name, self.next()[0])
            return []
        return self.part(name, alone=True)  # type: ignore[arg-type]

    def bound(self, name: str, text: str) -> None:
        day = read_day(text, last=name == "to")
        if day is None:
            self.ignored.append(text)
        elif name == "from":
            self.since = day
        else:
            self.until = day

    def run_of_words(self, first: str, field: FieldName, *, alone: bool) -> list[Node]:
        """Plain words up to the next operator, read together: `ủy ban nhân dân` is one concept."""
        words = [first]
        while not alone and self.peek() == "word":
            words.append(self.next()[0])
        text = " ".join(words)
        self.ignored += LEFT_OVER.findall(text)
        if not self.has_room(text):
            return []
        self.pairs += reading.pairs(text, accents=self.accents)
        return self.read(text, field)

    def closed(self, token: re.Match[str], field: FieldName) -> list[Node]:
        """A phrase, or a part of a word."""
        text = token[0].strip('"“”')
        if not self.has_room(text):
            return []
        if token.lastgroup == "like":
            return [Like(read(text, loose=not self.accents), field)]
        self.pairs += reading.pairs(text, accents=self.accents)
        return reading.phrase(text, field, accents=self.accents)

    def has_room(self, text: str) -> bool:
        """Whether these words are any, and the query has not too many by now."""
        count = len(reading.split(text)[0])
        self.count += count
        if count > 0 and self.count <= MOST:
            return True
        if text:
            self.ignored.append(text[:40])
        return False


def read_day(text: str, *, last: bool) -> date | None:
    """`2022-07-13`, `13/7/2022`; of a month (`7/2022`) or a year the first or last day."""
    match = DAY.fullmatch(text)
    if match is None:
        return None
    year = int(match["y"] or match["y2"] or match["y3"])
    month, day = match["m"] or match["m2"], match["d"] or match["d2"]
    try:
        at = date(year, int(month or (12 if last else 1)), 1)
        return at.replace(day=int(day or (monthrange(at.year, at.month)[1] if last else 1)))
    except ValueError:
        return None
