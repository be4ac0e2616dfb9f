"""From tokens to people: each sentence becomes a row of groups of named people and of cues.

Lists have no fixed separators, so every token is classified: a post belongs to the person before
it (or, where a name follows it at once, to that name), a name begins a new person, anything else
ends the group.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.extraction.people import list_words as words
from archive.extraction.people import name_words
from archive.extraction.people.items import Cue, Group, Person, Sentence
from archive.extraction.people.list_words import CUES, HONORIFICS, OFFICES, RANKS
from archive.extraction.people.names import begins_title, name_end, person_at
from archive.extraction.people.tokens import closes_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

    from archive.extraction.people.items import Item
    from archive.extraction.people.lexicon import Found
    from archive.extraction.people.list_words import Honorific
    from archive.extraction.people.posts import Post, PostReader
    from archive.extraction.people.tokens import Tokens

MARKS = frozenset(".!?…\n")
LONGEST_HEADING = 12
LONGEST_ASIDE = 10
FARTHEST = 9  # tokens between a cue and the `có` that opens its list


def sentences(tokens: Tokens, reader: PostReader) -> Iterator[Sentence]:
    """The sentences that hold people or cues, in text order."""
    scan = _Scan(tokens, reader)
    start = 0
    for i, word in enumerate(tokens.low):
        if word[0] in MARKS and closes_sentence(tokens, i):
            if items := scan.sentence(start, i):
                yield Sentence(start, i, items)
            start = i + 1
    if items := scan.sentence(start, len(tokens)):
        yield Sentence(start, len(tokens), items)


class _Scan:
    """One pass over a sentence; the state is the list that is being read."""

    def __init__(self, tokens: Tokens, reader: PostReader) -> None:
        self._tokens, self._reader = tokens, reader
        self._may_begin = [
            low in words.STARTS or (low in name_words.SURNAMES and text[0].isupper())
            for low, text in zip(tokens.low, tokens.text, strict=True)
        ]
        # Readers in their order, each with the words that what it reads begins with.
        self._readers: tuple[tuple[Container[str] | None, Callable[[int], int | None]], ...] = (
            (words.TITLES_OF_HONOUR, self._read_honorific),
            (words.CUE_STARTS, self._read_cue),
            (words.POST_STARTS, self._read_post),
            (None, self._read_name),
            ("(", self._aside_end),
            (words.ENTRIES, self._read_entry),
            (words.BETWEEN, self._read_between),
        )

    def sentence(self, start: int, end: int) -> list[Item]:
        self._items: list[Item] = []
        self._start, self._end = start, end
        self._begin_group()
        i, may_begin = start, self._may_begin
        while i < end:
            i = i + 1 if not may_begin[i] and self._idle else self._step(i)
        self._close_group(end)
        return self._items

    @property
    def _idle(self) -> bool:
        return self._group is None and self._honorific is None and not self._ranked

    def _begin_group(self) -> None:
        self._group: Group | None = None
        self._unshared = 0  # the first person of the group since a semicolon
        self._chain: list[Post] = []
        self._shared: list[Post] = []
        self._honorific: Honorific | None = None
        self._honorific_at = 0
        self._ranked = False
        self._plural_posts = False  # `các Phó Chủ tịch A, B`
        self._separator: str | None = None
        self._detached = False  # a semicolon ended what belongs to the last person

    def _step(self, i: int) -> int:
        """Reads what stands at token i; returns the token after it."""
        word = self._tokens.low[i]
        for beginnings, read in self._readers:
            if beginnings is None or word in beginnings:
                after = read(i)
                if after:
                    return after
        self._close_group(i)
        return i + 1

    def _read_honorific(self, i: int) -> int | None:
        found = HONORIFICS.at(self._tokens.low, i)
        if found is None:
            rank = RANKS.at(self._tokens.low, i)
            if rank is None:
                return None
            self._ranked = True
            return rank.end
        if self._tokens.word(i - 1).isdigit() or self._is_post(i, found):
            return None
        if self._stands_alone(i, found):
            self._close_group(i)
            self._items.append(Group(i, found.end, again=True))
            return found.end
        if self._separator == "," and self._chain and not self._group_people():
            self._close_group(i)  # `thừa ủy quyền của Chủ tịch UBND huyện, ông …`
        self._honorific, self._honorific_at = found.value, i
        if not found.value.plural:
            return found.end
        self._settle_chain()
        self._detached = True
        if self._group is None:
            self._open_group(i)
        assert self._group is not None
        self._group.plural = True
        self._unshared = len(self._group.people)
        return self._heading_end(found.end)

    def _is_post(self, i: int, found: Found[Honorific]) -> bool:
        """`đại biểu Quốc hội`: only before a name is `đại biểu` an honorific."""
        return self._tokens.low[i] == "đại" and person_at(self._tokens, found.end) is None

    def _stands_alone(self, i: int, found: Found[Honorific]) -> bool:
        """`Kết luận hội nghị, đồng chí yêu cầu …`: no name and no post behind the honorific."""
        word = self._tokens.word(found.end)
        return (
            found.value.text in name_words.PARTY_HONORIFICS
            and not found.value.plural
            and (i == self._start or self._tokens.word(i - 1) == ",")
            and not self._group_people()
            and (word in words.AGAIN or CUES.at(self._tokens.low, found.end) is not None)
        )

    def _group_people(self) -> list[Person]:
        return self._group.people if self._group else []

    def _heading_end(self, i: int) -> int:
        """`các đồng chí lãnh đạo huyện:` — the list begins behind the colon."""
        for k in range(i, min(i + LONGEST_HEADING, self._end)):
            if self._tokens.word(k) == ":":
                return k + 1
            if not self._tokens.text[k][0].isalpha() or self._reader.at(self._tokens, k):
                break
        return i

    def _read_cue(self, i: int) -> int | None:
        found = CUES.at(self._tokens.low, i)
        if found is None or (found.value.bridged and not self._bridge_follows(found.end)):
            return None
        self._close_group(i)
        if found.value is words.NO_CUE:
            return found.end
        self._items.append(Cue(i, found.end, found.value))
        return found.end

    def _bridge_follows(self, i: int) -> bool:
        return not words.BRIDGES.isdisjoint(self._tokens.low[i : min(i + FARTHEST, self._end)])

    def _read_post(self, i: int) -> int | None:
        person = self._last_person()
        named = bool(person and not person.inverted)
        post = self._reader.at(self._tokens, i, named=named)
        if post is None or post.end > self._end:
            return None
        if self._group is None:
            self._open_group(i)
        self._plural_posts = self._tokens.word(i - 1) in {"các", "hai", "ba"}
        self._chain.append(post)
        self._separator = None
        return post.end

    def _read_name(self, i: int) -> int | None:
        end = self._name_at(i) if self._tokens.text[i][0].isupper() else None
        if end is None or end > self._end:
            return None
        if self._tokens.slice(i, end).lower() in name_words.HISTORICAL:
            post = self._post_after(end)
            if post is None or post.scope is None:
                return None
        if self._group is None:
            self._open_group(i)
        assert self._group is not None
        self._group.people.append(self._person(i, end))
        self._chain, self._separator, self._ranked, self._detached = [], None, False, False
        if not (self._honorific and self._honorific.plural):
            self._honorific = None
        return end

    def _person(self, i: int, end: int) -> Person:
        """The person whose name this is, with the posts that were read just before it."""
        adjacent = bool(self._chain) and self._separator is None
        honorific = self._honorific.text if self._honorific else None
        before, own = self._divide_chain(adjacent=adjacent)
        previous = self._last_person()
        if previous:
            previous.posts += before
        if self._plural_posts and own:
            self._shared, self._plural_posts = own, False
        posts = own or list(self._shared)
        return Person(i, end, posts, honorific, inverted=bool(own))

    def _divide_chain(self, *, adjacent: bool) -> tuple[list[Post], list[Post]]:
        """What of the read posts goes to the person before, and what to the coming name."""
        previous = self._last_person()
        if previous is None:
            owned = adjacent or self._separator in words.OPENERS or self._honoured_chain()
            return [], self._chain if owned else []
        titled = self._separator == "-" and (self._ranked or self._honorific is not None)
        if not adjacent and not (titled and previous.inverted):
            return self._chain, []
        if previous.inverted:
            return [], self._chain
        return self._chain[:-1], self._chain[-1:]

    def _honoured_chain(self) -> bool:
        """`đồng chí Bí thư Huyện ủy, Nguyễn Văn An`: one honorific for the post and the name."""
        return bool(self._chain) and (
            self._separator == ","
            and self._honorific is not None
            and not self._honorific.plural
            and self._honorific_at < self._chain[0].start
        )

    def _name_at(self, i: int) -> int | None:
        """The end of a name at token i, where something says that it is a person's."""
        tokens = self._tokens
        marked = bool(self._honorific) or self._ranked
        before = tokens.word(i - 1)
        eponym = before in name_words.PLACE_NOUNS and not self._chain
        if eponym or begins_title(tokens, i) or (tokens.word(i - 2), before) in words.PRIVATE:
            return None
        end = name_end(tokens, i) if marked else person_at(tokens, i)
        if end is None:
            return None
        if marked or (self._chain and self._separator in {None, *words.OPENERS}):
            return end
        in_list = bool(self._separator and (self._group_people() or self._shared))
        return end if in_list or self._post_after(end) else None

    def _post_after(self, i: int) -> Post | None:
        """The post behind a separator at token i."""
        i = self._aside_end(i) or i
        if self._tokens.word(i) not in {",", "-", "(", ":"}:
            return None
        i += 1
        rank = RANKS.at(self._tokens.low, i)
        if rank:
            i = rank.end + (self._tokens.word(rank.end) == ",")
        return self._reader.at(self._tokens, i, named=True)

    def _aside_end(self, i: int) -> int | None:
        """The token after `(bên phải)`, with which a caption points at somebody."""
        if self._tokens.word(i) != "(" or self._tokens.word(i + 1) not in words.ASIDES:
            return None
        inside = range(i + 2, min(i + LONGEST_ASIDE, self._end))
        return next((k + 1 for k in inside if self._tokens.word(k) == ")"), None)

    def _read_between(self, i: int) -> int | None:
        """Separators, and words that may stand inside a list without ending it."""
        word = self._tokens.word(i)
        if word == ";":
            self._settle_chain()
            self._share_last_posts()
            self._separator, self._detached = ";", True
            if not (self._honorific and self._honorific.plural):
                self._honorific, self._shared = None, []
            if self._group and not self._group.people:
                self._close_group(i)
            return i + 1
        if word == ":" and self._chain and self._last_person() is None:
            self._shared, self._chain = self._chain, []
        transparent = words.TRANSPARENT.at(self._tokens.low, i)
        if transparent and self._last_person():
            return transparent.end
        office = OFFICES.at(self._tokens.low, i)
        after = office.end + (self._tokens.word(office.end) == ":") if office else i
        if office and self._reader.at(self._tokens, after, named=True):
            self._reopen_group()
            self._separator = "office"
            return after
        if word in words.SEPARATORS:
            self._separator = word
            return i + 1
        if word in words.QUALIFIERS and self._group:
            return self._qualifier_end(i)
        return None

    def _read_entry(self, i: int) -> int | None:
        """`bầu bổ sung đồng chí A … vào Ban Thường vụ Huyện ủy`: who enters a body is its member."""
        post = self._reader.member(self._tokens, i + 1)
        self._reopen_group()
        if post is None or post.end > self._end or self._last_person() is None:
            return None
        self._chain.append(post)
        return post.end

    def _qualifier_end(self, i: int) -> int:
        """`khóa XX, nhiệm kỳ 2021-2026` after a post changes neither the post nor the list."""
        while i < self._end and (
            self._tokens.word(i) in words.QUALIFIERS
            or self._tokens.text[i][0].isdigit()
            or self._tokens.text[i].strip("IVXLC") == ""
            or (self._tokens.word(i) == "-" and self._tokens.word(i + 1).isdigit())
        ):
            i += 1
        return i

    def _last_person(self) -> Person | None:
        if self._group is None or not self._group.people or self._detached:
            return None
        return self._group.people[-1]

    def _open_group(self, i: int) -> None:
        self._group = Group(i, i, plural=bool(self._honorific and self._honorific.plural))

    def _reopen_group(self) -> None:
        """`điều động đồng chí A … giữ chức B`: the post is that of the last person named."""
        if self._group is None and self._items and isinstance(self._items[-1], Group):
            self._group = self._items.pop()  # type: ignore[assignment]
            self._unshared = 0

    def _settle_chain(self) -> None:
        """Posts that no name followed belong to the person before them, or to nobody named."""
        person = self._last_person()
        if person:
            person.posts += self._chain
        elif self._chain and self._group and not self._group.people:
            self._group.holder = self._chain[0]
        self._chain = []

    def _close_group(self, i: int) -> None:
        if self._group is not None:
            self._settle_chain()
            self._group.end = i
            self._share_last_posts()
            if self._group.people or self._group.holder:
                self._items.append(self._group)
        self._begin_group()

    def _share_last_posts(self) -> None:
        """`các đồng chí A, B - Phó Chủ tịch`: posts that end a plural list are everybody's."""
        if self._group is None:
            return
        people = self._group.people[self._unshared :]
        self._unshared = len(self._group.people)
        if len(people) < 2 or not self._group.plural:
            return
        *others, last = people
        if last.posts and not last.inverted and not any(p.posts for p in others):
            for person in others:
                person.posts = list(last.posts)
