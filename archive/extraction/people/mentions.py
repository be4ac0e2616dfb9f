"""From tokens to people: each sentence becomes a row of groups of named people and of cues.

Lists have no fixed separators, so every token is classified: a post belongs to the person before
it (or, where a name follows it at once, to that name), a name begins a new person, anything else
ends the group.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from archive.extraction.people import list_words as words
from archive.extraction.people import name_words
from archive.extraction.people.beginnings import beginnings
from archive.extraction.people.items import Cue, Group, Sentence
from archive.extraction.people.list_words import CUES, HONORIFICS, OFFICES, RANKS, TRANSPARENT
from archive.extraction.people.lists import OpenList
from archive.extraction.people.names import begins_title, name_end, person_at
from archive.extraction.tokens import closes_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from archive.extraction.people.items import Item
    from archive.extraction.people.lexicon import Found
    from archive.extraction.people.list_words import Honorific
    from archive.extraction.people.posts import Post, PostReader
    from archive.extraction.tokens import Tokens

MARKS = frozenset(".!?…\n")
POST_MARKS = frozenset((",", "-", "(", ":"))  # between a name and its post
PLURALS = frozenset(("các", "hai", "ba"))
LONGEST_HEADING = 12
LONGEST_ASIDE = 10
FARTHEST = 9  # tokens between a cue and the `có` that opens its list


def sentences(tokens: Tokens, reader: PostReader) -> Iterator[Sentence]:
    """The sentences that hold people or cues, in text order."""
    scan = _Scan(tokens, reader)
    ends = [i for i, word in enumerate(tokens.low) if word[0] in MARKS]
    start = 0
    for end in (*(i for i in ends if closes_sentence(tokens, i)), len(tokens)):
        if items := scan.sentence(start, end):
            yield Sentence(start, end, items)
        start = end + 1


class _Scan:
    """Reads sentences token by token; `_list` is the list that is being read."""

    def __init__(self, tokens: Tokens, reader: PostReader) -> None:
        self._tokens, self._reader = tokens, reader
        self._starts = beginnings(tokens)

    def sentence(self, start: int, end: int) -> list[Item]:
        i = self._begin(start)
        if i >= end:
            return []
        items: list[Item] = []
        self._list = OpenList(items)
        self._start, self._end = start, end
        while i < end:
            i = self._step(i)
            if self._list.idle:
                i = self._begin(i)
        self._close(end)
        return items

    def _begin(self, i: int) -> int:
        """The first token from i on with which a list or a cue may begin."""
        position = bisect_left(self._starts, i)
        return self._starts[position] if position < len(self._starts) else len(self._tokens)

    def _step(self, i: int) -> int:
        """Reads what stands at token i; returns the token after it."""
        for read in READERS.get(self._tokens.low[i], NAME_ALONE):
            after = read(self, i)
            if after:
                return after
        self._close(i)
        return i + 1

    def _close(self, i: int) -> None:
        self._list.close(i)

    # --- what begins a list or a person

    def read_honorific(self, i: int) -> int | None:
        found = HONORIFICS.at(self._tokens.low, i)
        if found is None or self._tokens.word(i - 1).isdigit() or self._is_post(i, found):
            return None
        if self._stands_alone(i, found):
            self._close(i)
            self._list.items.append(Group(i, found.end, again=True))
            return found.end
        if self._list.separator == "," and self._list.chain and not self._list.people:
            self._close(i)  # `thừa ủy quyền của Chủ tịch UBND huyện, ông …`
        self._list.honorific, self._list.honorific_at = found.value, i
        return self._heading(i, found.end) if found.value.plural else found.end

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
            and not self._list.people
            and (word in words.AGAIN or CUES.at(self._tokens.low, found.end) is not None)
        )

    def _heading(self, i: int, end: int) -> int:
        """`các đồng chí` heads a list: its people are of their own."""
        self._list.settle()
        self._list.detached = True
        group = self._list.opened(i)
        group.plural = True
        self._list.unshared = len(group.people)
        return self._heading_end(end)

    def _heading_end(self, i: int) -> int:
        """`các đồng chí lãnh đạo huyện:` — the list begins behind the colon."""
        for k in range(i, min(i + LONGEST_HEADING, self._end)):
            if self._tokens.low[k] == ":":
                return k + 1
            if not self._tokens.text[k][0].isalpha() or self._reader.at(self._tokens, k):
                break
        return i

    def read_rank(self, i: int) -> int | None:
        if HONORIFICS.at(self._tokens.low, i):
            return None
        rank = RANKS.at(self._tokens.low, i)
        if rank is None:
            return None
        self._list.ranked = True
        return rank.end

    def read_cue(self, i: int) -> int | None:
        found = CUES.at(self._tokens.low, i)
        if found is None or (found.value.bridged and not self._bridge_follows(found.end)):
            return None
        self._close(i)
        if found.value is not words.NO_CUE:
            self._list.items.append(Cue(i, found.end, found.value))
        return found.end

    def _bridge_follows(self, i: int) -> bool:
        return not words.BRIDGES.isdisjoint(self._tokens.low[i : min(i + FARTHEST, self._end)])

    # --- posts and names

    def read_post(self, i: int) -> int | None:
        person = self._list.last_person()
        named = person is not None and not person.inverted
        post = self._reader.at(self._tokens, i, named=named)
        if post is None or post.end > self._end:
            return None
        self._list.opened(i)
        self._list.plural_posts = self._tokens.word(i - 1) in PLURALS
        self._list.chain.append(post)
        self._list.separator = None
        return post.end

    def read_name(self, i: int) -> int | None:
        end = self._name_at(i) if self._tokens.text[i][0].isupper() else None
        if end is None or end > self._end:
            return None
        if self._tokens.slice(i, end).lower() in name_words.HISTORICAL:
            post = self._post_after(end)
            if post is None or post.scope is None:
                return None
        self._list.add_person(i, end)
        return end

    def _name_at(self, i: int) -> int | None:
        """The end of a name at token i, where something says that it is a person's."""
        tokens, chain, separator = self._tokens, self._list.chain, self._list.separator
        marked = self._list.honorific is not None or self._list.ranked
        before = tokens.word(i - 1)
        eponym = before in name_words.PLACE_NOUNS and not chain
        if eponym or begins_title(tokens, i) or (tokens.word(i - 2), before) in words.PRIVATE:
            return None
        end = name_end(tokens, i) if marked else person_at(tokens, i)
        if end is None:
            return None
        if marked or (chain and (separator is None or separator in words.OPENERS)):
            return end
        in_list = separator and (self._list.people or self._list.shared)
        return end if in_list or self._post_after(end) else None

    def _post_after(self, i: int) -> Post | None:
        """The post behind a separator at token i."""
        i = self.read_aside(i) or i
        if self._tokens.word(i) not in POST_MARKS:
            return None
        i += 1
        rank = RANKS.at(self._tokens.low, i)
        if rank:
            i = rank.end + (self._tokens.word(rank.end) == ",")
        return self._reader.at(self._tokens, i, named=True)

    # --- what stands between people without ending their list

    def read_aside(self, i: int) -> int | None:
        """The token after `(bên phải)`, with which a caption points at somebody."""
        if self._tokens.word(i) != "(" or self._tokens.word(i + 1) not in words.ASIDES:
            return None
        inside = range(i + 2, min(i + LONGEST_ASIDE, self._end))
        return next((k + 1 for k in inside if self._tokens.word(k) == ")"), None)

    def read_entry(self, i: int) -> int | None:
        """`bầu bổ sung đồng chí A … vào Ban Thường vụ Huyện ủy`: who enters a body is its member."""
        post = self._reader.member(self._tokens, i + 1)
        self._list.reopen()
        if post is None or post.end > self._end or self._list.last_person() is None:
            return None
        self._list.chain.append(post)
        return post.end

    def read_semicolon(self, i: int) -> int:
        state = self._list
        state.settle()
        state.share_last()
        state.separator, state.detached = ";", True
        if not (state.honorific and state.honorific.plural):
            state.honorific, state.shared = None, []
        if state.group and not state.group.people:
            self._close(i)
        return i + 1

    def read_colon(self, i: int) -> int:
        """`Phó Chủ tịch: A, B`: posts before a colon are everybody's behind it."""
        if self._list.chain and self._list.last_person() is None:
            self._list.shared, self._list.chain = self._list.chain, []
        return self.read_separator(i)

    def read_transparent(self, i: int) -> int | None:
        found = TRANSPARENT.at(self._tokens.low, i)
        return found.end if found and self._list.last_person() else None

    def read_office(self, i: int) -> int | None:
        office = OFFICES.at(self._tokens.low, i)
        if office is None:
            return None
        after = office.end + (self._tokens.word(office.end) == ":")
        if self._reader.at(self._tokens, after, named=True) is None:
            return None
        self._list.reopen()
        self._list.separator = "office"
        return after

    def read_separator(self, i: int) -> int:
        self._list.separator = self._tokens.low[i]
        return i + 1

    def read_qualifier(self, i: int) -> int | None:
        """`khóa XX, nhiệm kỳ 2021-2026` after a post changes neither the post nor the list."""
        if self._list.group is None:
            return None
        while i < self._end and (
            self._tokens.low[i] in words.QUALIFIERS
            or self._tokens.text[i][0].isdigit()
            or self._tokens.text[i].strip("IVXLC") == ""
            or (self._tokens.low[i] == "-" and self._tokens.word(i + 1).isdigit())
        ):
            i += 1
        return i


# In their order, each with the words that what it reads begins with; a name begins with any word.
ROWS: tuple[tuple[frozenset[str] | None, Callable[[_Scan, int], int | None]], ...] = (
    (frozenset(HONORIFICS), _Scan.read_honorific),
    (frozenset(RANKS), _Scan.read_rank),
    (words.CUE_STARTS, _Scan.read_cue),
    (words.POST_STARTS, _Scan.read_post),
    (None, _Scan.read_name),
    (frozenset("("), _Scan.read_aside),
    (words.ENTRIES, _Scan.read_entry),
    (frozenset(";"), _Scan.read_semicolon),
    (frozenset(":"), _Scan.read_colon),
    (frozenset(TRANSPARENT), _Scan.read_transparent),
    (frozenset(OFFICES), _Scan.read_office),
    (words.SEPARATORS, _Scan.read_separator),
    (words.QUALIFIERS, _Scan.read_qualifier),
)
NAME_ALONE = (_Scan.read_name,)
READERS = {
    word: tuple(read for begins, read in ROWS if begins is None or word in begins)
    for begins, _ in ROWS
    for word in begins or ()
}
