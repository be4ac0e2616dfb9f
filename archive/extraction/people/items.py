"""What a sentence holds for the reader of people: groups of people, and cues."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from archive.extraction.people.posts import Post
    from archive.extraction.people.role_words import CueWords


@dataclass(slots=True)
class Person:
    """A name at tokens [start, end) with the posts that stand with it. Nameless: start == end."""

    start: int
    end: int
    posts: list[Post]
    honorific: str | None = None
    inverted: bool = False


@dataclass(slots=True)
class Group:
    """People that stand in one list, at tokens [start, end); `holder`: a post without a name.

    `again`: `đồng chí` alone, who is the person named before.
    """

    start: int
    end: int
    people: list[Person] = field(default_factory=list)
    holder: Post | None = None
    plural: bool = False
    again: bool = False


class Cue(NamedTuple):
    """Words at tokens [start, end) that say what the people near them did."""

    start: int
    end: int
    words: CueWords


Item = Group | Cue


class Sentence(NamedTuple):
    """Tokens [start, end) and the items among them."""

    start: int
    end: int
    items: list[Item]
