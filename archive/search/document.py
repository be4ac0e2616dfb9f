"""What an engine indexes of one article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Document:
    """One public article. `places` are slugs, the article's own first, then those it lies in.

    `people` and `place_names` are searched; `officials` are slugs for facets. `digest` changes when
    anything in the document does: by it the index is compared with the database.
    """

    id: int
    url: str
    title: str
    body: str
    captions: tuple[str, ...]
    people: tuple[str, ...]
    places: tuple[str, ...]
    place_names: tuple[str, ...]
    date: date | None
    date_kind: str
    kinds: tuple[str, ...]
    source: str
    officials: tuple[str, ...]
    digest: str

    @property
    def everything(self) -> str:
        """All texts, one after the other; blank lines keep phrases from running over."""
        return "\n\n".join((self.title, self.body, *self.captions, *self.people, *self.place_names))
