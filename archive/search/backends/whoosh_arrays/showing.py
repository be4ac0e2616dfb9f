"""What a list of hits shows of a document, from what its segment holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from archive.search.excerpts import marked, snippet
from archive.search.hits import Hit

if TYPE_CHECKING:
    from archive.search.backends.whoosh_arrays.ordering import Place
    from archive.search.query import Query


def hit_at(place: Place, query: Query) -> Hit:
    segment, doc = place.segment, place.doc
    shown = segment.hit(doc)
    day = int(segment.days[doc])
    kind = shown["province_kind"]
    return Hit(
        id=int(segment.ids[doc]),
        url=shown["url"],
        score=round(place.score, 4),
        date=date.fromordinal(day) if day else None,
        date_kind=shown["date_kind"],
        place=next(iter(segment.labels("place").of(doc)), None),
        title=marked(shown["title"], query, kind),
        snippet=snippet(segment.body(doc), query, kind),
    )
