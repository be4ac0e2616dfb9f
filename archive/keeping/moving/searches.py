"""The same questions to two engines: do they find the same articles?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from archive.models import Article, Indicator, Official, Place
from archive.search.known import known_synonyms
from archive.search.parsing import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.db.models import QuerySet

    from archive.search.engine import Engine

OF_A_KIND = 25  # questions
COMPARED = 100  # hits of an answer, newest first


@dataclass(frozen=True, slots=True)
class Answers:
    """How many questions were asked, and those that the engines answer differently, with both totals."""

    asked: int
    differing: tuple[tuple[str, int, int], ...]


def questions() -> Iterator[str]:
    """Titles, names of people, of places and of series that the archive holds, spread over all of it."""
    yield from spread(Article.objects.published(), "title")
    yield from spread(Official.objects.filter(merged_into=None, mentions__isnull=False), "name")
    yield from spread(Place.objects.filter(articles__isnull=False), "name")
    yield from spread(Place.objects.filter(articles__isnull=False), "folded")
    yield from spread(Indicator.objects.filter(observations__isnull=False), "name")


def spread(rows: QuerySet[Any], column: str) -> Iterator[str]:
    """Values of every so many-th row."""
    last = rows.order_by("-pk").values_list("pk", flat=True).first() or 0
    starts = sorted({last * part // OF_A_KIND for part in range(OF_A_KIND)})
    found = (rows.filter(pk__gt=pk).order_by("pk").values_list(column, flat=True) for pk in starts)
    yield from dict.fromkeys(str(value) for some in found for value in some[:1])


def compare(here: Engine, there: Engine, texts: Iterable[str]) -> Answers:
    """Totals, and which articles are found; what stands first among equals is an engine's own choice."""
    known, asked = known_synonyms(), 0
    differing: list[tuple[str, int, int]] = []
    for text in texts:
        asked += 1
        query = replace(parse(text, known=known), sort="newest", limit=COMPARED)
        one, other = here.find(query), there.find(query)
        same = one.total == other.total and (
            one.total > COMPARED or {hit.id for hit in one.hits} == {hit.id for hit in other.hits}
        )
        if not same:
            differing.append((text, one.total, other.total))
    return Answers(asked, tuple(differing))
