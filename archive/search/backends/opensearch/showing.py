"""What a row keeps to be shown, and hits made of it: passages are cut where the terms stand."""

from __future__ import annotations

import base64
import json
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import zstandard

from archive.search.backends.opensearch.mapping import APART, TOGETHER
from archive.search.document import CONCEPT
from archive.search.excerpts import Asked
from archive.search.flow import flow_of
from archive.search.hits import Hit
from archive.search.likeness import fits
from archive.search.passages import Standing, passage, title
from archive.search.query import MARKS, likes, sought
from archive.search.words import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.search.document import Document
    from archive.search.query import Pair, Query

SHOWN = ("id", "url", "title", "body", "date_kind", "province_kind")
SHOWN_PARTS = frozenset({"title", "lead", "body"})  # of which passages are cut


def packed(document: Document, terms: Sequence[str]) -> str:
    """What is shown of a document with the terms of its SHOWN_PARTS: JSON, by Zstandard, in base64."""
    values = {name: getattr(document, name) for name in SHOWN}
    values["date"] = document.date and document.date.isoformat()
    values["place"] = next(iter(document.places), None)
    values["terms"] = terms
    text = json.dumps(values, ensure_ascii=False).encode()
    return base64.b64encode(zstandard.compress(text, level=1)).decode()


def unpacked(shown: str) -> dict[str, Any]:
    values: dict[str, Any] = json.loads(zstandard.decompress(base64.b64decode(shown)))
    return values


def hit_of(shown: str, sought: Sought, score: float) -> Hit:
    values = unpacked(shown)
    kind = values["province_kind"]
    standing = sought.standing(values["terms"])
    return Hit(
        id=values["id"],
        url=values["url"],
        score=round(score, 4),
        date=date.fromisoformat(values["date"]) if values["date"] else None,
        date_kind=values["date_kind"],
        place=values["place"],
        title=title(values["title"], standing, sought.query, sought.asked, kind),
        snippet=passage(flow_of(values["body"]), standing, sought.asked, kind),
    )


class Sought:
    """What a query looks for, found again in the terms of a document."""

    def __init__(self, query: Query) -> None:
        self.query, self.asked = query, Asked(query)
        words = list(sought(query.node))
        self.exact = {word.exact: word.folded for word in words if not word.loose}
        self.loose = {word.folded: word.folded for word in words if word.loose}
        self.likes = [(form.text, fits(form), form.loose) for form in likes(query.node)]

    def standing(self, texts: Sequence[str]) -> Standing:
        """Positions run on from text to text, with one between them that holds nothing."""
        lines: list[str] = []
        begins: list[int] = []
        for text in texts:
            begins.append(len(lines))
            lines += [*(text.split(APART) if text else ()), ""]
        there = {line: words for line in set(lines) if (words := self.words_in(line))}
        found = {(at, word) for at, line in enumerate(lines) for word in there.get(line, ())}
        return Standing(begins[1], begins[2], sorted(found), beside(lines, self.query.pairs))

    def words_in(self, line: str) -> set[str]:
        """What of the query stands at a position, as accent-free words."""
        words = set()
        for term in line.split(TOGETHER) if line else ():
            if term in self.exact:
                words.add(self.exact[term])
            bare = twin(term)
            if bare in self.loose:
                words.add(bare)
            words |= {text for text, fit, loose in self.likes if fit(bare if loose else term)}
        return words


def beside(lines: Sequence[str], pairs: Sequence[Pair]) -> set[int]:
    """Positions of words that stand beside the neighbour that they have in the query.

    The width of a concept is not known here; single words alone are settled.
    """
    exact = [line.partition(TOGETHER)[0] for line in lines] if pairs else []
    bare = list(map(twin, exact))
    found: set[int] = set()
    for pair in pairs:
        if CONCEPT not in pair.exact:
            words, text = (bare, pair.folded) if pair.loose else (exact, pair.exact)
            first, _, second = text.partition(" ")
            at = [i for i, word in enumerate(words) if word == first and words[i + 1] == second]
            found.update(at, (i + 1 for i in at))
    return found


@lru_cache(maxsize=65536)
def twin(term: str) -> str:
    """The accent-free twin of a term; empty where it has none."""
    return "" if term.startswith(tuple(MARKS)) else folded(term)
