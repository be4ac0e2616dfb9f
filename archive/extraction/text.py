"""The page as the rules see it: every text with its shadow, and where its sentences lie."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from archive.extraction.record import Span
from archive.extraction.tokens import tokenise
from archive.vietnamese.normalise import lowered, shadow

if TYPE_CHECKING:
    from datetime import date

    from archive.extraction.record import Where
    from archive.extraction.tokens import Tokens
    from archive.pages.page import Page


@dataclass(frozen=True)
class Passage:
    """One text of the page. `shadow` and `low` have its length: a match in them is a span of it."""

    where: Where
    index: int
    text: str
    shadow: str

    @cached_property
    def low(self) -> str:
        """The shadow in lower case."""
        return lowered(self.shadow)

    @cached_property
    def tokens(self) -> Tokens:
        """Its syllables and marks, for all who read it by words."""
        return tokenise(self)

    def span(self, start: int, end: int) -> Span:
        return Span(start, end, self.where, self.index)


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the page before its facts are read; abbreviations depend on it.

    `on` is the day of the event, else of publication; `kind` and `province_kind` are those of the
    page's place on that day (`thị xã`, `tỉnh`), None where the place is unknown.
    """

    on: date | None
    kind: str | None
    province_kind: str | None
    place_name: str | None


def passages(page: Page) -> tuple[Passage, ...]:
    """Title, body and captions, in this order."""
    texts: list[tuple[Where, int, str]] = [("title", 0, page.title or ""), ("body", 0, page.body)]
    texts += [("captions", i, caption) for i, caption in enumerate(page.captions)]
    return tuple(Passage(where, i, text, shadow_of(text)) for where, i, text in texts)


def shadow_of(text: str) -> str:
    """The shadow, paragraph by paragraph, since those of lines are remembered."""
    return "\n\n".join(map(shadow, text.split("\n\n")))


def lead(text: str, paragraphs: int) -> str:
    """The first paragraphs of a body, as they stand (so that offsets hold)."""
    end = 0
    for _ in range(paragraphs):
        end = text.find("\n\n", end + 1)
        if end < 0:
            return text
    return text[:end]
