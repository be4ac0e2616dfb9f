"""Whose a post is: a committee or a level of government, with the name of its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from archive.extraction.people import body_words as words
from archive.extraction.people.lexicon import Found, Lexicon
from archive.extraction.people.names import begins_title, person_at

if TYPE_CHECKING:
    from archive.extraction.text import Context
    from archive.extraction.tokens import Tokens

COMMITTEES = Lexicon(words.COMMITTEES.items())
LEVELS = Lexicon(words.LEVELS.items())
BODIES = Lexicon(words.BODIES.items())
SHORT_LEVELS = {"Q": "quận", "P": "phường", "TT": "thị trấn", "H": "huyện"}
NO_LEVEL = frozenset(("ủy", "hội", "đoàn", "trưởng", "viên", "phó", "quyền", "chức"))
LONGEST_PLACE = 8
LONGEST_PERSON = 4  # a longer run of capitals is a place and then its post's holder


class Scope(NamedTuple):
    """`text` as a title has it; `party`, `state`: what a neighbour borrows for its kind of post."""

    text: str
    party: str | None = None
    state: str | None = None


class ScopeReader:
    """Reads committees and levels. `places`: names of known places, in lower case."""

    def __init__(self, places: Lexicon[str], context: Context) -> None:
        self.places = places
        self.provincial = words.COMMITTEE_OF.get(context.province_kind or "")

    def committee(self, tokens: Tokens, i: int, *, named: bool) -> Found[Scope] | None:
        """`Huyện ủy [Nam Sách]`."""
        found = self._committee_at(tokens, i)
        if found is None or tokens.word(found.end) == "viên":
            return None
        party, state = found.value
        level = level_at(tokens, found.end)
        if level:  # `Thành ủy TP Thủ Đức`
            inner = self.level(tokens, found.end, named=named)
            if inner and inner.end > level.end:
                return Found(Scope(f"{party} {inner.value.text}", party, state), inner.end)
        end = self._place_end(tokens, found.end, named=named)
        return Found(Scope(f"{party} {tokens.slice(found.end, end)}".strip(), party, state), end)

    def level(self, tokens: Tokens, i: int, *, named: bool) -> Found[Scope] | None:
        """`huyện [Nam Sách]`, `phường 3`, `TP. Hải Dương`."""
        if tokens.low[i : i + 2] == ["đơn", "vị"]:
            return _constituency(tokens, i)
        found = level_at(tokens, i)
        if found is None:
            return None
        level = found.value
        end = self._place_end(tokens, found.end, named=named, level=level)
        text = f"{level} {tokens.slice(found.end, end)}".strip()
        if level in words.COMMUNE_LEVELS:
            return Found(Scope(text, f"Đảng ủy {text}", text), end)
        return Found(Scope(text, words.COMMITTEE_OF.get(level), level), end)

    def _committee_at(self, tokens: Tokens, i: int) -> Found[tuple[str, str]] | None:
        written = tokens.text[i] if i < len(tokens) else ""
        if written == "TU" and self.provincial:
            return Found((self.provincial, words.LEVEL_OF[self.provincial.lower()]), i + 1)
        if written in words.CAPITAL_COMMITTEES:
            return Found(words.COMMITTEES[words.CAPITAL_COMMITTEES[written]], i + 1)
        return COMMITTEES.at(tokens.low, i)

    def _place_end(self, tokens: Tokens, i: int, *, named: bool, level: str | None = None) -> int:
        """The token after the place's name that begins at i, or i where none does.

        `named`: the holder's name stands before the post, so none can follow the place's.
        """
        if level and tokens.word(i).isdigit():
            return i + 1
        run = _capital_run(tokens, i)
        known = self.places.at(tokens.low, i) if run > i else None
        if known and (named or known.end >= run or person_at(tokens, known.end)):
            return known.end
        return run if named else _before_holder(tokens, i, run, bare=level is None)


def _constituency(tokens: Tokens, i: int) -> Found[Scope] | None:
    """`đơn vị số 1`, `đơn vị bầu cử số 1` of deputies."""
    for end in (i + 4, i + 6):
        if tokens.word(end - 2) == "số" and tokens.word(end - 1).isdigit():
            return Found(Scope(tokens.slice(i, end)), end)
    return None


def level_at(tokens: Tokens, i: int) -> Found[str] | None:
    """A level of government, with its abbreviations, as the word before a place's name."""
    found = LEVELS.at(tokens.low, i)
    if found:
        named = found.value not in words.HAMLETS or _is_proper(tokens, found.end)
        return found if named and tokens.word(found.end) not in NO_LEVEL else None
    short = SHORT_LEVELS.get(tokens.text[i]) if i < len(tokens) else None
    return Found(short, i + 1) if short and _capital_run(tokens, i + 1) > i + 1 else None


def _is_proper(tokens: Tokens, i: int) -> bool:
    return i < len(tokens) and (tokens.text[i][0].isupper() or tokens.text[i][0].isdigit())


def _before_holder(tokens: Tokens, i: int, run: int, *, bare: bool) -> int:
    """Where in a run of capitals an unknown place ends and the holder's name begins."""
    names = [k for k in range(i, run) if person_at(tokens, k) == run]
    if not names:
        return i if bare and run - i > LONGEST_PERSON - 1 else run
    if names[0] == i and run - i <= LONGEST_PERSON:
        return i
    return min(names[names[0] == i :], key=lambda k: abs(k - i - 2), default=i)


def _capital_run(tokens: Tokens, i: int) -> int:
    """The token after the unbroken run of capitalised words that begins at i."""
    end = i
    while end < len(tokens) and end - i < LONGEST_PLACE and tokens.text[end][0].isupper():
        if begins_title(tokens, end) or (end > i and BODIES.at(tokens.low, end)):
            break
        end += 1
    return end
