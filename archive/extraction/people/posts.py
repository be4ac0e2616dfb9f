"""Posts: `[nguyên] [Phó] HEAD [Thường trực] BODY … LEVEL [PLACE]` read from a row of tokens.

A post is read from left to right by small readers, each of which takes what it knows and says
where it stopped. What a post still lacks (`needs`) is borrowed later (see `titles`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from archive.extraction.people import body_words as bodies
from archive.extraction.people import post_words as words
from archive.extraction.people.lexicon import Lexicon
from archive.extraction.people.names import begins_title, person_at
from archive.extraction.people.organisations import organisation
from archive.extraction.people.scopes import BODIES, ScopeReader

if TYPE_CHECKING:
    from archive.extraction.people.post_words import Needs, Phrase
    from archive.extraction.people.scopes import Scope
    from archive.extraction.text import Context
    from archive.extraction.tokens import Tokens

LONGEST_CHAIN = 8


class Post(NamedTuple):
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
        return " ".join(filter(None, parts))


def _heads() -> list[tuple[str, Phrase]]:
    deputies = [
        (f"phó {text}", phrase._replace(title=f"Phó {phrase.title}"))
        for text, phrase in words.HEADS.items()
    ]
    return [*words.HEADS.items(), *deputies, *words.SHORT_DEPUTIES.items(), *words.WHOLE.items()]


HEADS = Lexicon(_heads())
MEMBERS_OF = Lexicon(
    (text, phrase.title)
    for text, phrase in bodies.BODIES.items()
    if phrase.title in {"Ban Chấp hành", "Ban Thường vụ", "Ủy ban Kiểm tra"}
)
MARKS = Lexicon(words.MARKS.items())
AFTER_DEPUTY = Lexicon(words.AFTER_DEPUTY.items())
PARTY_UNITS = Lexicon(bodies.PARTY_UNITS.items())
UNNAMED = ("Trưởng", "Trưởng Ban", "Trưởng phòng", "Trưởng đoàn", "Đội trưởng", "Tổ trưởng")
ALONE = frozenset(MARKS) | {"uv", "tuv", *(word.lower() for word in words.CAPITAL_HEADS)}
FIRST_WORDS = frozenset(HEADS) | ALONE


class PostReader:
    """Reads posts. `places` holds the names of known places as token phrases."""

    def __init__(self, places: Lexicon[str], context: Context) -> None:
        self._scopes = ScopeReader(places, context)
        self._capitals = dict(words.CAPITAL_HEADS)
        if self._scopes.provincial:
            self._capitals["TUV"] = words.Phrase(f"{self._scopes.provincial} viên", "")

    def at(self, tokens: Tokens, i: int, *, named: bool = False) -> Post | None:
        """The post that begins at token i.

        `named`: its holder stands before it, so what looks like a person's name at its end is that
        of a place or a school.
        """
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

    def member(self, tokens: Tokens, i: int) -> Post | None:
        """Membership of the committee or board that is named at token i."""
        body = MEMBERS_OF.at(tokens.low, i)
        if body is None:
            return None
        post = Post(i, body.end, "", f"Ủy viên {body.value}", "", None, "party")
        return self._chain(tokens, post, named=True)

    def _head(self, tokens: Tokens, i: int) -> tuple[Phrase, int] | None:
        found = HEADS.at(tokens.low, i)
        if found:
            return _trim_head(tokens, found.value, found.end)
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
            return post._replace(head=f"{post.head} Thường trực", end=post.end + 3)
        if after is None or after.value == "phụ trách":
            return post
        return post._replace(head=f"{post.head} {after.value}", end=after.end)

    def _chain(self, tokens: Tokens, post: Post, *, named: bool) -> Post:
        for _ in range(LONGEST_CHAIN):
            longer = self._scoped(tokens, post, named=named) or self._bodied(
                tokens, post, named=named
            )
            if longer is None:
                return post
            post = longer
            if post.scope:
                break
        return post

    def _scoped(self, tokens: Tokens, post: Post, *, named: bool) -> Post | None:
        found = self._scopes.level(tokens, post.end, named=named)
        if post.needs and found is None:
            found = self._scopes.committee(tokens, post.end, named=named)
        return post._replace(end=found.end, scope=found.value, needs="") if found else None

    def _bodied(self, tokens: Tokens, post: Post, *, named: bool) -> Post | None:
        if not post.needs:
            return None
        unit = PARTY_UNITS.at(tokens.low, post.end)
        if unit:
            needs: Needs = "" if unit.value.lower() in bodies.BARE_UNITS else "open"
            return _longer(post, unit.value, unit.end, needs)
        body = BODIES.at(tokens.low, post.end)
        if body:
            return _longer(post, body.value.title, body.end, body.value.needs)
        bureau = post.head.endswith("Văn phòng") and not self._holder_at(tokens, post.end)
        if post.needs != "open" and not bureau:
            return None
        free = organisation(tokens, post.end, self._scopes.places, named=named)
        return _longer(post, free.value, free.end, "open") if free else None

    @staticmethod
    def _holder_at(tokens: Tokens, i: int) -> bool:
        """Whether no name of an organisation begins here, but that of a person or another word."""
        capital = i < len(tokens) and tokens.text[i][0].isupper()
        return not capital or person_at(tokens, i) is not None or begins_title(tokens, i)


def _trim_head(tokens: Tokens, phrase: Phrase, end: int) -> tuple[Phrase, int]:
    """`Trưởng Ban Tổ chức`: the body begins with the head's last word, so the head returns it."""
    last = tokens.low[end - 1]
    if last == "ban":
        body = BODIES.at(tokens.low, end - 1)
        if body and body.end > end:
            return phrase._replace(title=phrase.title.rsplit(" ", 1)[0]), end - 1
    return phrase, end


def _longer(post: Post, text: str, end: int, needs: Needs) -> Post:
    return post._replace(body=f"{post.body} {text}".strip(), end=end, needs=needs)


def _is_complete(post: Post) -> bool:
    """`Trưởng ban`, `Trưởng đoàn` alone name no organ."""
    return not post.head.endswith(UNNAMED) or bool(post.body or post.scope)
