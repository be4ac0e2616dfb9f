"""What an engine indexes of one article."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any


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


def sealed(*, day: str = "", **values: Any) -> Document:
    """A document with its digest. `day` is ISO, empty where there is none."""
    document = Document(date=date.fromisoformat(day) if day else None, digest="", **values)
    text = json.dumps(asdict(document), default=str, ensure_ascii=False)
    return replace(document, digest=hashlib.sha256(text.encode()).hexdigest()[:24])
