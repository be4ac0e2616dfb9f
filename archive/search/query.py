"""The query language → one query value. Whatever is typed searches; what was ignored is said.

Words are required; `"a phrase"`, `-not`, `a OR b`, brackets, and fields in Vietnamese and English:
`tiêu-đề:`/`title:`, `nơi:`/`place:`, `người:`/`official:`, `từ:`/`from:`, `đến:`/`to:`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from archive.search.analysis import FOLDED_FORMS, analyse, has_accent
from archive.vietnamese.normalise import clean, shadow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.search.analysis import Term

Sort = Literal["relevance", "newest", "oldest"]
FieldName = Literal["all", "title", "people", "places"]
LONGEST = 1000  # code points of a query that are read
MOST = 40  # words of a query that are searched


@dataclass(frozen=True, slots=True)
class Word:
    """A term that must occur in a field; `loose` matches it accent-free."""

    exact: str
    folded: str
    loose: bool
    field: FieldName = "all"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must stand side by side."""

    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every part must hold; without parts everything does."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """One part must hold."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part must not hold."""

    part: Node


Node = Word | Phrase | All | Any | Not


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked: the words, the filters, the order, the page. Filters are slugs and dates.

    Of `places` an article must lie in one; an empty set is no filter.
    """

    text: str = ""
    node: Node = All(())
    places: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None
    year: int | None = None
    kind: str | None = None
    source: str | None = None
    official: str | None = None
    sort: Sort = "relevance"
    offset: int = 0
    limit: int = 10
    ignored: tuple[str, ...] = ()


TOKEN = re.compile(
    r"(?P<space>\s+)|(?P<open>\()|(?P<close>\))"
    r"|(?P<minus>-(?=[^\s-]))|(?P<or>\bOR\b|\bHOẶC\b)"
    r"|(?P<field>[^\W\d_]+(?:-[^\W\d_]+)?):(?=\S)"
    r"|(?P<phrase>[\"“”][^\"“”]*[\"“”])|(?P<lone>[\"“”*?:^~\[\]{}|&!+])|(?P<word>[^\s()\"“”:]+)"
)
LEFT_OVER = re.compile(r"[*?~^\[\]{}|&!+]|(?<!\S)-(?!\S)")  # operators of others, and lone ones
FIELDS: dict[str, str] = {
    "tiêu-đề": "title", "tieu-de": "title", "title": "title", "nơi": "places", "noi": "places", "place": "places",
    "người": "people", "nguoi": "people", "official": "people", "từ": "from", "tu": "from", "from": "from",
    "đến": "to", "den": "to", "to": "to",
}  # fmt: skip
DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})")


def parse(text: str, *, loose: bool | None = None, **filters: object) -> Query:
    """A query value from what was typed; never fails. `loose` forces accent-free matching."""
    typed = clean(text)[:LONGEST]
    accentless = not has_accent(typed) if loose is None else loose
    reader = Reader(typed, loose=accentless)
    node = reader.alternatives()
    ignored = list(reader.ignored)
    if len(clean(text)) > LONGEST:
        ignored.append("…")
    query = Query(text=typed.strip(), node=node, since=reader.since, until=reader.until)
    chosen = {key: value for key, value in filters.items() if value is not None}
    return replace(query, ignored=tuple(ignored), **chosen)  # type: ignore[arg-type]


class Reader:
    """Recursive descent over the tokens of a query."""

    def __init__(self, text: str, *, loose: bool) -> None:
        self.tokens = [m for m in TOKEN.finditer(text) if m.lastgroup != "space"]
        self.at = 0
        self.loose = loose
        self.count = 0
        self.depth = 0
        self.since: date | None = None
        self.until: date | None = None
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
        filled = [option for option in options if option != All(())]
        if not filled:
            return All(())
        return filled[0] if len(filled) == 1 else Any(tuple(filled))

    def sequence(self) -> Node:
        parts: list[Node] = []
        while (kind := self.peek()) not in {None, "or"}:
            if kind == "close":
                if self.depth:
                    break
                self.ignored.append(self.next()[0])
                continue
            part = self.part("all")
            if part is not None:
                parts.append(part)
        return parts[0] if len(parts) == 1 and not isinstance(parts[0], Not) else All(tuple(parts))

    def part(self, field: FieldName, *, alone: bool = False) -> Node | None:
        """One operand; `alone` takes a single word and leaves those that follow."""
        token = self.next()
        kind = token.lastgroup
        if kind == "minus":
            if self.peek() in {None, "or", "close"}:
                self.ignored.append("-")
                return None
            part = self.part(field, alone=True)
            return Not(part) if part is not None else None
        if kind == "open":
            return self.bracket(token)
        if kind == "field":
            return self.fielded(token)
        return self.text(token, field, alone=alone)

    def text(self, token: re.Match[str], field: FieldName, *, alone: bool) -> Node | None:
        if token.lastgroup == "phrase":
            return self.words(token[0].strip('"“”'), field, together=True)
        if token.lastgroup == "word":
            return self.run_of_words(token[0], field, alone=alone)
        self.ignored.append(token[0])
        return None

    def bracket(self, token: re.Match[str]) -> Node | None:
        if self.depth > 20:
            self.ignored.append(token[0])
            return None
        self.depth += 1
        inner = self.alternatives()
        self.depth -= 1
        if self.peek() == "close":
            self.next()
        else:
            self.ignored.append("(")
        return inner if inner != All(()) else None

    def fielded(self, token: re.Match[str]) -> Node | None:
        name = FIELDS.get(shadow(token["field"]).casefold())
        if name is None:
            self.ignored.append(f"{token['field']}:")
            return self.part("all") if self.peek() else None
        if self.peek() is None:
            self.ignored.append(token[0])
            return None
        if name in {"from", "to"}:
            self.bound(name, self.next()[0])
            return None
        return self.part(name)  # type: ignore[arg-type]

    def bound(self, name: str, text: str) -> None:
        day = read_day(text, last=name == "to")
        if day is None:
            self.ignored.append(text)
        elif name == "from":
            self.since = day
        else:
            self.until = day

    def run_of_words(self, first: str, field: FieldName, *, alone: bool) -> Node | None:
        """Plain words up to the next operator, analysed together: `ủy ban nhân dân` is one concept."""
        words = [first]
        while field == "all" and not alone and self.peek() == "word":
            words.append(self.next()[0])
        return self.words(" ".join(words), field, together=False)

    def words(self, text: str, field: FieldName, *, together: bool) -> Node | None:
        words = list(self.analysed(text, field, together=together))
        self.count += len(words)
        self.ignored += LEFT_OVER.findall(text)
        if self.count > MOST:
            self.ignored.append(text[:40])
            return None
        if not words:
            if text:
                self.ignored.append(text)
            return None
        if len(words) == 1:
            return words[0]
        if together:
            return Phrase(tuple(word for word in words if isinstance(word, Word)))
        return All(tuple(words))

    def analysed(self, text: str, field: FieldName, *, together: bool) -> Iterator[Node]:
        """What to look for; a concept, a date or an amount stands for the words it is made of.

        Without accents other words than the concept's may be meant, so those are looked for too.
        """
        terms = analyse(text)
        plain = [term for term in terms if not (term.is_extra or term.is_other)]
        spans = longest_extras(terms, loose=self.loose) if field == "all" and not together else {}
        i = 0
        while i < len(plain):
            extra = spans.get(plain[i].position)
            if extra is not None:
                covered = [term for term in plain[i:] if term.start < extra[1]]
                concept = Word(extra[0], extra[0], loose=False, field=field)
                words = tuple(Word(t.exact, t.folded, loose=True, field=field) for t in covered)
                yield Any((concept, All(words))) if self.loose else concept
                i += len(covered)
                continue
            yield self.word(plain[i], terms, field)
            i += 1

    def word(self, term: Term, terms: list[Term], field: FieldName) -> Node:
        """One word; typed without accents, either of its two readings."""
        word = Word(term.exact, term.folded, loose=self.loose, field=field)
        others = [t for t in terms if t.is_other and t.position == term.position]
        if not (self.loose and others):
            return word
        return Any((word, *(Word(t.exact, t.folded, loose=True, field=field) for t in others)))


def longest_extras(terms: list[Term], *, loose: bool) -> dict[int, tuple[str, int]]:
    """At each position the extra that covers most words; accent-free forms count for a loose query."""
    best: dict[int, tuple[str, int]] = {}
    for term in terms:
        if term.is_extra and term.end >= best.get(term.position, ("", 0))[1]:
            best[term.position] = (term.exact, term.end)
    if loose:
        plain = [term for term in terms if not (term.is_extra or term.is_other)]
        for i, term in enumerate(plain):
            for syllables, concept in FOLDED_FORMS.get(term.folded, ()):
                there = tuple(t.folded for t in plain[i : i + len(syllables)])
                if there == syllables and term.position not in best:
                    best[term.position] = (concept, plain[i + len(syllables) - 1].end)
                    break
    return best


def read_day(text: str, *, last: bool) -> date | None:
    """`2022-07-13`, `13/7/2022`, or a year: its first or last day."""
    match = DAY.fullmatch(text)
    if match is None:
        return None
    y, m, d, d2, m2, y2, year = match.groups()
    try:
        if year:
            return date(int(year), 12, 31) if last else date(int(year), 1, 1)
        return date(int(y or y2), int(m or m2), int(d or d2))
    except ValueError:
        return None


def loosened(query: Query) -> Query:
    """The same query with every word matched accent-free."""
    return replace(query, node=loosen(query.node, only_plain=False))


def half_loosened(query: Query) -> Query:
    """The same query with the words that carry no mark matched accent-free."""
    return replace(query, node=loosen(query.node, only_plain=True))


def loosen(node: Node, *, only_plain: bool) -> Node:
    match node:
        case Word():
            loose = not has_accent(node.exact) if only_plain else True
            return replace(node, loose=loose and node.exact[0] not in "§@#")
        case Phrase(words):
            return Phrase(tuple(loosen(w, only_plain=only_plain) for w in words))  # type: ignore[misc]
        case All(parts):
            return All(tuple(loosen(part, only_plain=only_plain) for part in parts))
        case Any(parts):
            return Any(tuple(loosen(part, only_plain=only_plain) for part in parts))
        case Not(part):
            return Not(loosen(part, only_plain=only_plain))


def sought(node: Node) -> Iterator[Word]:
    """The words that a matching document shows, the excluded left out."""
    match node:
        case Word():
            yield node
        case Phrase(words):
            yield from words
        case All(parts) | Any(parts):
            for part in parts:
                yield from sought(part)
