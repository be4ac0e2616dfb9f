"""Posts: `[nguyên] [Phó] HEAD [Thường trực] BODY … LEVEL [PLACE]` read from a row of tokens.

A post is read from left to right by small readers, each of which takes what it knows and says where it
stopped. What a post still lacks (`needs`) is borrowed later, from its neighbours (see `titles`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from archive.extraction.people import post_words as words
from archive.extraction.people.lexicon import Found, Lexicon
from archive.extraction.people.names import person_at
from archive.extraction.people.tokens import closes_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.extraction.people.post_words import Needs, Phrase
    from archive.extraction.people.tokens import Tokens
    from archive.extraction.text import Context

LONGEST_FREE_RUN = 14
LONGEST_CHAIN = 8
LONGEST_PERSON = 4  # a longer run of capitals is a place and its post's holder


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose post it is: `party` and `state` are the committee's and the level's name, where known."""

    text: str
    party: str | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """Tokens [start, end) read as one post; `scope` None and `needs` set: something is left out."""

    start: int
    end: int
    mark: str
    head: str
    body: str
    scope: Scope | None
    needs: Needs

    @property
    def title(self) -> str:
        parts = (self.mark, self.head, self.body, self.scope.text if self.scope else "")
        return " ".join(part for part in parts if part)


def _heads() -> list[tuple[str, Phrase]]:
    deputies = [
        (f"phó {text}", phrase._replace(title=f"Phó {phrase.title}"))
        for text, phrase in words.HEADS.items()
    ]
    return [*words.HEADS.items(), *deputies, *words.SHORT_DEPUTIES.items(), *words.WHOLE.items()]


HEADS = Lexicon(_heads())
MARKS = Lexicon(words.MARKS.items())
AFTER_DEPUTY = Lexicon(words.AFTER_DEPUTY.items())
BODIES = Lexicon(words.BODIES.items())
COMMITTEES = Lexicon(words.COMMITTEES.items())
PARTY_UNITS = Lexicon(words.PARTY_UNITS.items())
LEVELS = Lexicon(words.LEVELS.items())
FIELDS = Lexicon(words.FIELDS.items())
STOPS = Lexicon((phrase, phrase) for phrase in words.STOPS)
UNNAMED = ("Trưởng", "Trưởng Ban", "Trưởng phòng", "Trưởng đoàn", "Đội trưởng")
FIRST_WORDS = frozenset(
    phrase.split()[0] for table in (words.HEADS, words.WHOLE, words.MARKS) for phrase in table
) | {"phó", "uv", "tuv", *(abbreviation.lower() for abbreviation in words.CAPITAL_HEADS)}


class PostReader:
    """Reads posts. `places` holds the names of known places as token phrases."""

    def __init__(self, places: Lexicon[str], context: Context) -> None:
        self._places = places
        self._provincial = words.COMMITTEE_OF.get(context.province_kind or "")
        self._capitals = dict(words.CAPITAL_HEADS)
        if self._provincial:
            self._capitals["TUV"] = words.Phrase(f"{self._provincial} viên", "")

    def at(self, tokens: Tokens, i: int, *, named: bool = False) -> Post | None:
        """The post that begins at token i. `named`: its holder stands before it, so a name that
        looks like a person's and ends the phrase belongs to a place or a school."""
        if tokens.word(i) not in FIRST_WORDS:
            return None
        mark = MARKS.at(tokens.low, i)
        head = self._head(tokens, mark.end if mark else i)
        if head is None:
            return None
        phrase, end = head
        post = Post(i, end, mark.value if mark else "", phrase.title, "", None, phrase.needs)
        post = self._deputy(tokens, post)
        post = self._chain(tokens, post, named=named)
        return post if _is_complete(post) else None

    def _head(self, tokens: Tokens, i: int) -> tuple[Phrase, int] | None:
        found = HEADS.at(tokens.low, i)
        if found:
            return _trim_head(tokens, i, found.value, found.end)
        return self._capital_head(tokens, i)

    def _capital_head(self, tokens: Tokens, i: int) -> tuple[Phrase, int] | None:
        if i >= len(tokens):
            return None
        phrase = self._capitals.get(tokens.text[i])
        if phrase:
            return phrase, i + 1
        if tokens.text[i] in words.CAPITAL_MEMBERS:
            after = i + 2 if tokens.word(i + 1) in {".", "-"} else i + 1
            spelled = HEADS.at(["ủy", "viên", *tokens.low[after : after + 6]], 0)
            if spelled and spelled.end > 2:
                return spelled.value, after + spelled.end - 2
        return None

    def _deputy(self, tokens: Tokens, post: Post) -> Post:
        if not post.head.startswith("Phó "):
            return post
        after = AFTER_DEPUTY.at(tokens.low, post.end)
        bracket = tokens.word(post.end) == "(" and tokens.word(post.end + 2) == ")"
        if bracket and tokens.word(post.end + 1) == "tt":
            return replace(post, head=f"{post.head} Thường trực", end=post.end + 3)
        if after is None or after.value == "phụ trách":
            return post
        return replace(post, head=f"{post.head} {after.value}", end=after.end)

    def _chain(self, tokens: Tokens, post: Post, *, named: bool) -> Post:
        for _ in range(LONGEST_CHAIN):
            longer = (
                self._committee(tokens, post, named=named)
                or self._level(tokens, post, named=named)
                or self._body(tokens, post)
                or self._free(tokens, post, named=named)
            )
            if longer is None:
                break
            post = longer
            if post.scope:
                break
        return post

    def _committee(self, tokens: Tokens, post: Post, *, named: bool) -> Post | None:
        found = self._committee_at(tokens, post.end)
        if found is None or post.needs == "" or tokens.word(found.end) == "viên":
            return None
        party, state = found.value
        end = self._place_end(tokens, found.end, named=named)
        text = f"{party} {tokens.slice(found.end, end)}".strip()
        return replace(post, end=end, scope=Scope(text, party, state), needs="")

    def _committee_at(self, tokens: Tokens, i: int) -> Found[tuple[str, str]] | None:
        written = tokens.text[i] if i < len(tokens) else ""
        if written == "TU" and self._provincial:
            return Found((self._provincial, words.LEVEL_OF[self._provincial.lower()]), i + 1)
        if written in words.CAPITAL_COMMITTEES:
            return Found(words.COMMITTEES[words.CAPITAL_COMMITTEES[written]], i + 1)
        return COMMITTEES.at(tokens.low, i)

    def _level(self, tokens: Tokens, post: Post, *, named: bool) -> Post | None:
        found = _level_at(tokens, post.end)
        if found is None:
            return None
        level, after = found
        end = self._place_end(tokens, after, named=named, level=level)
        text = f"{level} {tokens.slice(after, end)}".strip()
        party = words.COMMITTEE_OF.get(level)
        if level in words.COMMUNE_LEVELS:
            party = f"Đảng ủy {text}"
        scope = Scope(text, party, text if level in words.COMMUNE_LEVELS else level)
        return replace(post, end=end, scope=scope, needs="")

    def _body(self, tokens: Tokens, post: Post) -> Post | None:
        unit = PARTY_UNITS.at(tokens.low, post.end)
        if unit and post.needs:
            needs: Needs = "" if unit.value.lower() in words.BARE_UNITS else "open"
            return _longer(post, unit.value, unit.end, needs)
        found = BODIES.at(tokens.low, post.end)
        if found is None or not post.needs:
            return None
        return _longer(post, found.value.title, found.end, found.value.needs)

    def _free(self, tokens: Tokens, post: Post, *, named: bool) -> Post | None:
        if post.needs != "open":
            return None
        end, text = self._free_run(tokens, post.end, named=named)
        return _longer(post, text, end, "open") if text else None

    def _free_run(self, tokens: Tokens, i: int, *, named: bool) -> tuple[int, str]:
        parts: list[str] = []
        start, last = i, min(i + LONGEST_FREE_RUN, len(tokens))
        while i < last:
            field = FIELDS.at(tokens.low, i)
            if field:
                parts.append(field.value)
                i = field.end
            elif self._ends_run(tokens, i, first=i == start, named=named):
                break
            else:
                parts.append(tokens.text[i])
                i += 1
        return (i, " ".join(parts)) if parts else (start, "")

    def _ends_run(self, tokens: Tokens, i: int, *, first: bool, named: bool) -> bool:
        word = tokens.text[i]
        if not (word[0].isalnum() or _inner_dash(tokens, i)) or closes_sentence(tokens, i):
            return True
        if word[0].islower() and (STOPS.at(tokens.low, i) or _foreign_and(tokens, i)):
            return True
        if _level_at(tokens, i) or COMMITTEES.at(tokens.low, i) or (HEADS.at(tokens.low, i)):
            return True
        if not first and BODIES.at(tokens.low, i) and word[0].isupper():
            return True
        return self._names_holder(tokens, i, named=named)

    def _names_holder(self, tokens: Tokens, i: int, *, named: bool) -> bool:
        if named or tokens.word(i - 1) in words.EPONYM_NOUNS:
            return False
        return person_at(tokens, i) is not None and not self._places.at(tokens.low, i)

    def _place_end(self, tokens: Tokens, i: int, *, named: bool, level: str | None = None) -> int:
        """The token after the place's name that begins at i, or i where none does."""
        if level and tokens.word(i).isdigit():
            return i + 1
        run = _capital_run(tokens, i)
        if run == i:
            return i
        known = self._places.at(tokens.low, i)
        if known and (known.end >= run or person_at(tokens, known.end) or named):
            return min(known.end, run)
        if named:
            return run
        splits = [k for k in range(i, run) if (p := person_at(tokens, k)) and p == run]
        if not splits:
            return run if level or run - i <= 3 else i
        if splits[0] == i and run - i <= LONGEST_PERSON:
            return i
        return min(splits[splits[0] == i :], key=lambda k: abs(k - i - 2), default=i)


def _trim_head(tokens: Tokens, i: int, phrase: Phrase, end: int) -> tuple[Phrase, int] | None:
    """`Trưởng Ban Tổ chức`: the body begins with the head's last word, so the head gives it back."""
    last = tokens.low[end - 1]
    if last in {"ban", "phòng", "đoàn"} or (last, tokens.word(end - 2)) == ("an", "công"):
        body = BODIES.at(tokens.low, end - 1)
        if body and body.end > end:
            return phrase._replace(title=phrase.title.rsplit(" ", 1)[0]), end - 1
    if last == "phòng" and tokens.word(end - 2) == "văn":
        return phrase, end
    return phrase, end


def _longer(post: Post, text: str, end: int, needs: Needs) -> Post:
    return replace(post, body=f"{post.body} {text}".strip(), end=end, needs=needs)


def _is_complete(post: Post) -> bool:
    """`Trưởng ban`, `Trưởng đoàn` alone name no organ."""
    return not post.head.endswith(UNNAMED) or bool(post.body or post.scope)


def _level_at(tokens: Tokens, i: int) -> tuple[str, int] | None:
    found = LEVELS.at(tokens.low, i)
    if found is None:
        return _short_level_at(tokens, i)
    if tokens.word(found.end) in {"ủy", "hội", "đoàn", "trưởng", "viên", "phó", "quyền", "chức"}:
        return None
    return found.value, found.end


def _short_level_at(tokens: Tokens, i: int) -> tuple[str, int] | None:
    short = {"Q": "quận", "P": "phường", "TT": "thị trấn", "H": "huyện"}.get(
        tokens.text[i] if i < len(tokens) else "",
    )
    if short and _capital_run(tokens, i + 1) > i + 1:
        return short, i + 1
    return None


def _capital_run(tokens: Tokens, i: int) -> int:
    """The token after the unbroken run of capitalised words that begins at i."""
    start = i
    while i < len(tokens) and tokens.text[i][0].isupper() and i - start < 8:
        if HEADS.at(tokens.low, i) or (BODIES.at(tokens.low, i) and i > start):
            break
        i += 1
    return i


def _inner_dash(tokens: Tokens, i: int) -> bool:
    return (
        tokens.low[i] == "-" and tokens.joined(i) and tokens.joined(i + 1)
        if (i + 1 < len(tokens))
        else False
    )


def _foreign_and(tokens: Tokens, i: int) -> bool:
    """`và` before a new person, a new post or a group, not inside a department's name."""
    if tokens.low[i] not in {"và", "cùng"}:
        return False
    after: Sequence[str] = tokens.low[i + 1 : i + 3]
    return (
        not after
        or after[0] in {"đồng", "ông", "bà", "các", "lãnh", "đại", "đ", "một", "phát", "có"}
        or bool(HEADS.at(tokens.low, i + 1) or person_at(tokens, i + 1))
    )
