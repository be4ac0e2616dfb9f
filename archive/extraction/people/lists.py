"""The list of people that is being read: its group so far, and what waits for a name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from archive.extraction.people.items import Group, Person
from archive.extraction.people.list_words import OPENERS

if TYPE_CHECKING:
    from archive.extraction.people.items import Item
    from archive.extraction.people.list_words import Honorific
    from archive.extraction.people.posts import Post


@dataclass(slots=True)
class OpenList:
    """What is known between two tokens of a sentence; `items` holds the groups that are closed.

    `chain`: posts that no name has followed yet; `shared`: posts of everybody who is named next;
    `separator`: the mark since the last post or name.
    """

    items: list[Item]
    group: Group | None = None
    chain: list[Post] = field(default_factory=list)
    shared: list[Post] = field(default_factory=list)
    honorific: Honorific | None = None
    honorific_at: int = 0
    ranked: bool = False
    separator: str | None = None
    plural_posts: bool = False  # `các Phó Chủ tịch A, B`
    detached: bool = False  # a semicolon ended what belongs to the last person
    unshared: int = 0  # the first person of the group since a semicolon

    @property
    def idle(self) -> bool:
        """Whether no list is open, so that only some words can begin one."""
        return self.group is None and self.honorific is None and not self.ranked

    @property
    def people(self) -> list[Person]:
        return self.group.people if self.group else []

    def last_person(self) -> Person | None:
        """The person to whom what follows belongs."""
        if self.group is None or not self.group.people or self.detached:
            return None
        return self.group.people[-1]

    # --- groups

    def opened(self, i: int) -> Group:
        """The group that is open, else a new one that begins at token i."""
        if self.group is None:
            plural = self.honorific is not None and self.honorific.plural
            self.group = Group(i, i, plural=plural)
        return self.group

    def reopen(self) -> None:
        """`điều động đồng chí A … giữ chức B`: the post is that of the last person named."""
        if self.group is None and self.items and isinstance(self.items[-1], Group):
            self.group = self.items.pop()  # type: ignore[assignment]
            self.unshared = 0

    def close(self, i: int) -> None:
        """The group, if there is one, has ended before token i; nothing is known any more."""
        if self.group is not None:
            self.settle()
            self.group.end = i
            self.share_last()
            if self.group.people or self.group.holder:
                self.items.append(self.group)
        self.group = self.honorific = self.separator = None
        self.ranked = self.plural_posts = self.detached = False
        self.unshared = 0
        if self.chain:
            self.chain = []
        if self.shared:
            self.shared = []

    # --- posts

    def settle(self) -> None:
        """Posts that no name followed belong to the person before them, or to nobody named."""
        person = self.last_person()
        if person:
            person.posts += self.chain
        elif self.chain and self.group and not self.group.people:
            self.group.holder = self.chain[0]
        self.chain = []

    def share_last(self) -> None:
        """`các đồng chí A, B - Phó Chủ tịch`: posts that end a plural list are everybody's."""
        if self.group is None:
            return
        people = self.group.people[self.unshared :]
        self.unshared = len(self.group.people)
        if len(people) < 2 or not self.group.plural:
            return
        *others, last = people
        if last.posts and not last.inverted and not any(p.posts for p in others):
            for person in others:
                person.posts = list(last.posts)

    # --- people

    def add_person(self, i: int, end: int) -> None:
        """The person whose name is tokens [i, end), with the posts that were read just before it."""
        group = self.opened(i)
        honorific = self.honorific.text if self.honorific else None
        before, own = self._divided()
        previous = self.last_person()
        if previous:
            previous.posts += before
        if self.plural_posts and own:
            self.shared, self.plural_posts = own, False
        posts = own or list(self.shared)
        group.people.append(Person(i, end, posts, honorific, inverted=bool(own)))
        self.chain, self.separator, self.ranked, self.detached = [], None, False, False
        if not (self.honorific and self.honorific.plural):
            self.honorific = None

    def _divided(self) -> tuple[list[Post], list[Post]]:
        """What of the read posts goes to the person before, and what to the coming name."""
        previous = self.last_person()
        adjacent = bool(self.chain) and self.separator is None
        if previous is None:
            owned = adjacent or self.separator in OPENERS or self._honoured()
            return [], self.chain if owned else []
        titled = self.separator == "-" and (self.ranked or self.honorific is not None)
        if not adjacent and not (titled and previous.inverted):
            return self.chain, []
        if previous.inverted:
            return [], self.chain
        return self.chain[:-1], self.chain[-1:]

    def _honoured(self) -> bool:
        """`đồng chí Bí thư Huyện ủy, Nguyễn Văn An`: one honorific for the post and the name."""
        return bool(self.chain) and (
            self.separator == ","
            and self.honorific is not None
            and not self.honorific.plural
            and self.honorific_at < self.chain[0].start
        )
