"""The officials of a page: one entry a person, with posts, parts and every place of the name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from archive.extraction.people.items import Group
from archive.extraction.people.lexicon import Lexicon
from archive.extraction.people.mentions import sentences
from archive.extraction.people.name_words import PARTY_HONORIFICS
from archive.extraction.people.posts import PostReader
from archive.extraction.people.roles import LIST_MARKS, announced_by, parts
from archive.extraction.people.titles import distinct, full_titles, repeats
from archive.extraction.record import OfficialFact, PositionFact, RoleFact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from archive.extraction.people.items import Cue, Item, Person
    from archive.extraction.people.posts import Post
    from archive.extraction.people.roles import Part
    from archive.extraction.record import Role, Span
    from archive.extraction.text import Context, Passage
    from archive.extraction.tokens import Tokens

SPEECHES = frozenset(("opening", "directive", "closing", "report", "speak"))
SPECIAL_SPEECHES = frozenset(("opening", "directive", "closing"))
ROLE_ORDER: tuple[Role, ...] = (
    "chair", "attend", "opening", "directive", "closing", "report", "speak", "mentioned",
)  # fmt: skip
# Posts of private persons: those who speak at dialogues as farmers do.
FARMERS = re.compile(
    r"[^,]{0,24}\b(?:Hợp tác xã|HTX|Tổ hợp tác)\b(?<!Liên minh Hợp tác xã)", re.IGNORECASE
)
WITH_POST, BY_HONORIFIC = 0.95, 0.6
POST_RULES = {"post.stated": 0.95, "post.borrowed": 0.8}
# Words that speak of a named person, of one by his post alone, of `đồng chí` alone; a verb that is
# weaker than `phát biểu`; no words at all.
ROLE_RULES = {
    "role.named": 0.9, "role.post": 0.75, "role.again": 0.7, "role.verb": 0.7, "role.mentioned": 0.9,
}  # fmt: skip


@dataclass(slots=True)
class _Entry:
    """What the page says of one name."""

    name: str
    first: Span
    syllables: tuple[str, ...]
    titles: list[tuple[str, str, Span]] = field(default_factory=list)  # as written, in full, where
    roles: dict[Role, list[tuple[Span, str]]] = field(default_factory=dict)  # where, by which rule
    weak: list[Span] = field(default_factory=list)
    comrade: bool = False


def read_officials(
    passages: Iterable[Passage], context: Context, places: Lexicon[str]
) -> tuple[OfficialFact, ...]:
    """Every official whom the passages name, in text order.

    Nobody without a post becomes an official, but for a comrade with a part in the meeting.
    """
    reader = PostReader(places, context)
    rows = [p.tokens for p in passages if p.text]
    entries: dict[str, _Entry] = {}
    held: list[tuple[Tokens, Part]] = []
    for tokens in rows:
        named: list[Person] = []
        announced: tuple[Cue, ...] = ()
        for sentence in sentences(tokens, reader):
            items = sentence.items
            _add_people(entries, tokens, items, context)
            named += [p for item in items if isinstance(item, Group) for p in item.people]
            item_of = announced if tokens.word(sentence.start) in LIST_MARKS else ()
            for part in parts(tokens, sentence, item_of):
                person = _again(tokens, part.group, named) if part.group.again else part.person
                if person:
                    rule = "role.again" if part.group.again else "role.named"
                    _add_part(entries[_key(tokens, person)], tokens, part, rule)
                elif not part.group.again:
                    held.append((tokens, part))
            announced = announced_by(tokens, sentence, announced)
    _add_held(entries, held, context)
    spans = _name_spans(entries, rows)
    kept = [key for key, entry in entries.items() if _is_official(entry)]
    ordered = sorted(kept, key=lambda key: _position(entries[key]))
    return tuple(_fact(entries[key], spans[key]) for key in ordered)


def _again(tokens: Tokens, group: Group, named: Sequence[Person]) -> Person | None:
    """Whom `đồng chí` alone means: the last person named before it in the same paragraph."""
    before = next((p for p in reversed(named) if p.end <= group.start), None)
    if before is None:
        return None
    between = tokens.text[before.end : group.start]
    return before if not any(word[0] == "\n" for word in between) else None


def _key(tokens: Tokens, person: Person) -> str:
    return tokens.slice(person.start, person.end).lower()


def _add_people(
    entries: dict[str, _Entry], tokens: Tokens, items: Sequence[Item], context: Context
) -> None:
    for item in items:
        if isinstance(item, Group):
            for person in item.people:
                _add_person(entries, tokens, person, context)


def _add_person(
    entries: dict[str, _Entry], tokens: Tokens, person: Person, context: Context
) -> None:
    span = tokens.span(person.start, person.end)
    written = tokens.passage.text[span.start : span.end]
    name = written.title() if written.isupper() else written
    syllables = tuple(tokens.low[person.start : person.end])
    entry = entries.setdefault(_key(tokens, person), _Entry(name, span, syllables))
    entry.comrade |= person.honorific in PARTY_HONORIFICS
    full = full_titles(person.posts, context)
    for post, title in zip(person.posts, full, strict=True):
        entry.titles.append((post.title, title, _post_span(tokens, post)))


def _post_span(tokens: Tokens, post: Post) -> Span:
    return tokens.span(post.start, post.end)


def _add_part(entry: _Entry, tokens: Tokens, part: Part, rule: str) -> None:
    span = tokens.span(part.cue.start, part.cue.end)
    if part.cue.words.weak:
        entry.weak.append(span)
        return
    for role in part.cue.words.roles:
        entry.roles.setdefault(role, []).append((span, rule))


def _add_held(
    entries: Mapping[str, _Entry], held: Iterable[tuple[Tokens, Part]], context: Context
) -> None:
    """`đồng chí Bí thư Huyện ủy yêu cầu`: the part of the one person named with that post."""
    named = [(entry, {full for _, full, _ in entry.titles}) for entry in entries.values()]
    holders: dict[str, list[_Entry]] = {}  # by title, asked once for each
    for tokens, part in held:
        holder = part.group.holder
        if holder is None or part.group.plural or not _means_one(tokens, part):
            continue
        title = full_titles([holder], context)[0]
        if title not in holders:
            holders[title] = [e for e, fulls in named if any(repeats(title, f) for f in fulls)]
        if len(holders[title]) == 1:
            _add_part(holders[title][0], tokens, part, "role.post")


def _means_one(tokens: Tokens, part: Part) -> bool:
    """Whether a nameless post is one person's: `chủ tịch UBND các xã` attend, and are many."""
    honoured = tokens.word(part.group.start - 1) in {"chí", "c", "ông", "bà"}
    return tokens.word(part.group.end) != "các" and (honoured or not part.cue.words.listed)


def _is_official(entry: _Entry) -> bool:
    if entry.titles and all(FARMERS.match(written) for written, _, _ in entry.titles):
        return False
    return bool(entry.titles) or (entry.comrade and bool(entry.roles))


def _position(entry: _Entry) -> tuple[int, int, int]:
    where = ("body", "captions", "title").index(entry.first.where)
    return where, entry.first.index, entry.first.start


def _fact(entry: _Entry, spans: tuple[Span, ...]) -> OfficialFact:
    titles = _titles(entry)
    return OfficialFact(
        name=entry.name,
        positions=tuple(_position_fact(entry, title) for title in titles),
        roles=tuple(_role_fact(role, places) for role, places in _roles(entry)),
        spans=spans,
        rule="post" if titles else "honorific",
        confidence=WITH_POST if titles else BY_HONORIFIC,
    )


def _position_fact(entry: _Entry, title: str) -> PositionFact:
    stated = any(written == full == title for written, full, _ in entry.titles)
    rule = "post.stated" if stated else "post.borrowed"
    return PositionFact(title, _spans_of(entry, title), rule, POST_RULES[rule])


def _role_fact(role: Role, places: Sequence[tuple[Span, str]]) -> RoleFact:
    """The surest of the rules that gave the role counts."""
    rule = max((rule for _, rule in places), key=lambda rule: ROLE_RULES[rule])
    return RoleFact(role, tuple(span for span, _ in places), rule, ROLE_RULES[rule])


def _titles(entry: _Entry) -> list[str]:
    """Distinct full titles; a bare repeat (`Phó Bí thư`) borrows nothing if a full one is there."""
    told = dict.fromkeys((written, full) for written, full, _ in entry.titles)
    fulls = dict.fromkeys(full for _, full in told)
    return distinct(
        full
        for written, full in told
        if written == full or not any(o != full and repeats(written, o) for o in fulls)
    )


def _spans_of(entry: _Entry, title: str) -> tuple[Span, ...]:
    return tuple(
        dict.fromkeys(
            span for written, full, span in entry.titles if full == title or repeats(written, title)
        )
    )


def _roles(entry: _Entry) -> list[tuple[Role, list[tuple[Span, str]]]]:
    roles = dict(entry.roles)
    if entry.weak and not SPEECHES & roles.keys():
        roles["speak"] = [(span, "role.verb") for span in entry.weak]
    if SPECIAL_SPEECHES & roles.keys():
        roles.pop("speak", None)
    if not roles:
        roles["mentioned"] = [(entry.first, "role.mentioned")]
    return [(role, roles[role]) for role in ROLE_ORDER if role in roles]


def _name_spans(
    entries: Mapping[str, _Entry], rows: Sequence[Tokens]
) -> dict[str, tuple[Span, ...]]:
    """Every place where the page has each name as whole syllables, whatever its case."""
    names = Lexicon((entry.syllables, key) for key, entry in entries.items())
    beginnings = frozenset(names)
    found: dict[str, list[Span]] = {key: [] for key in entries}
    for tokens in rows:
        for i in [i for i, word in enumerate(tokens.low) if word in beginnings]:
            name = names.at(tokens.low, i)
            if name:
                found[name.value].append(tokens.span(i, name.end))
    return {key: tuple(spans) for key, spans in found.items()}
