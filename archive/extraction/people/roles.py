"""Who did what: the cues of a sentence are given to the people they speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from archive.extraction.people.items import Cue, Group
from archive.extraction.people.role_words import BRIDGES, FARTHEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive.extraction.people.items import Item, Person, Sentence
    from archive.extraction.tokens import Tokens

LIST_MARKS = frozenset("-+*•")
CLAUSE_MARKS = frozenset((",", ";", ":", "cùng", "(", '"'))

# `ghi nhận đóng góp của đồng chí A`: what follows is not A's doing.
OBJECT_MARKS = frozenset(
    (
        "của",
        "với",
        "cho",
        "thay",
        "tới",
        "đến",
        "về",
        "bầu",
        "định",
        "nghị",
        "tặng",
        "mừng",
        "ơn",
        "động",
    )
)


class Part(NamedTuple):
    """A cue that speaks of a person, or of the holder of a post (`group.holder`)."""

    cue: Cue
    group: Group
    person: Person | None


def parts(tokens: Tokens, sentence: Sentence, announced: Sequence[Cue] = ()) -> Iterator[Part]:
    """Gives each cue of a sentence to the people it speaks of.

    A cue at the head of a clause, or before `có`, `gồm`, `của`, waits for the people after it;
    any other one speaks of the people just before it. `announced` are those of a sentence before
    (`announces`) of whose list this is an item.
    """
    items, start = sentence.items, sentence.start
    waiting = list(announced)
    subject: Group | None = None
    reach = start
    passive = False
    for position, item in enumerate(items):
        if isinstance(item, Group):
            before = tokens.word(_before_honorific(tokens, item.start))
            passive = bool(waiting) and before == "do"
            for cue in waiting:
                yield from _given(tokens, cue, item)
            waiting = [cue for cue in waiting if cue.words.listed and item.people]
            if before not in OBJECT_MARKS:
                subject, reach = item, item.end
        elif _leads(tokens, items, position, start):
            waiting = [cue for cue in waiting if _same_clause(tokens, cue, item)] + [item]
            subject = None
        elif passive and item.words.roles == ("report",):
            passive = False  # `diễn văn khai mạc do đồng chí A trình bày` has said what A did
        elif subject and not item.words.bridged and _reaches(tokens, item, reach):
            yield from _given(tokens, item, subject)
            waiting = []
            subject, reach = (None if item.words.blocks else subject), item.end


def announced_by(tokens: Tokens, sentence: Sentence, announced: Sequence[Cue]) -> tuple[Cue, ...]:
    """The cues that wait for the items of a list: `Dự hội nghị có:` and lines that begin with a dash."""
    if tokens.word(sentence.start) in LIST_MARKS and announced:
        return tuple(announced)
    last = sentence.items[-1]
    if tokens.word(sentence.end - 1) == ":" and isinstance(last, Cue) and last.words.listed:
        return (last,)
    return ()


def _reaches(tokens: Tokens, cue: Cue, reach: int) -> bool:
    """A cue stands near the person, or goes on with the sentence: `… và phát biểu kết luận`."""
    joined = tokens.word(cue.start - 1) in {"và", ",", "thời"}
    speech = tokens.word(cue.start) == "phát" or cue.words.weak
    return cue.start - reach <= FARTHEST or (joined and speech)


def _leads(tokens: Tokens, items: Sequence[Item], position: int, start: int) -> bool:
    cue = items[position]
    following = next((x for x in items[position + 1 :] if isinstance(x, Group)), None)
    if following is None or not isinstance(cue, Cue):
        return False
    if not cue.words.roles or cue.words.weak:
        return False
    before_first = not any(isinstance(x, Group) for x in items[:position])
    bridge = tokens.word(_before_honorific(tokens, following.start))
    if bridge in BRIDGES and isinstance(items[position + 1], Group):
        return following.start - cue.end <= FARTHEST
    if cue.words.bridged:
        return False
    early = cue.words.listed or cue.start - start <= FARTHEST
    at_head = cue.start == start or (early and tokens.word(cue.start - 1) in CLAUSE_MARKS)
    if at_head and before_first:
        return True
    chained = (
        position
        and isinstance(items[position - 1], Cue)
        and cue.start - items[position - 1].end <= 3
    )
    return bool(chained and before_first) or (
        tokens.word(cue.start - 1) == ";" and following.start - cue.end <= FARTHEST
    )


def _before_honorific(tokens: Tokens, i: int) -> int:
    i -= 1
    while i > 0 and tokens.word(i) in {"chí", "đồng", "các", "ông", "bà", "đ", "/", "c", "sự"}:
        i -= 1
    return i


def _same_clause(tokens: Tokens, first: Cue, second: Cue) -> bool:
    """`dự và phát biểu`: two cues that wait together."""
    return second.start - first.end <= 6 and tokens.word(second.start - 1) in {
        "và",
        ",",
        "tiếp",
        "nghị",
        "việc",
    }


def _given(tokens: Tokens, cue: Cue, group: Group) -> Iterator[Part]:
    if not cue.words.roles:
        return
    if not group.people:
        yield Part(cue, group, None)
        return
    people = group.people if cue.words.listed or group.plural else group.people[:1]
    backward = cue.start >= group.end
    if backward and not cue.words.listed and not group.plural:
        people = group.people if _ends_in_pair(tokens, group) else group.people[-1:]
    if not backward and len(group.people) == 2 and _ends_in_pair(tokens, group):
        people = group.people
    for person in people:
        yield Part(cue, group, person)


def _ends_in_pair(tokens: Tokens, group: Group) -> bool:
    """`đồng chí A, … và đồng chí B, … phát biểu`: what is said of the last is said of all."""
    last = group.people[-1]
    start = last.posts[0].start if last.inverted and last.posts else last.start
    if len(group.people) < 2:
        return False
    in_row = last.inverted and group.people[-2].inverted and tokens.word(start - 1) == ","
    return in_row or tokens.word(_before_honorific(tokens, start)) == "và"
