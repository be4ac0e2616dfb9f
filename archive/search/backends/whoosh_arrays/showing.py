"""What a list of hits shows of its documents, from what their segments hold."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from archive.search.backends.whoosh_arrays.conditions import looked_up
from archive.search.backends.whoosh_arrays.layout import PAIRS
from archive.search.document import CONCEPT
from archive.search.excerpts import Asked
from archive.search.hits import Hit
from archive.search.passages import Standing, passage, title
from archive.search.query import likes, sought

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.search.backends.whoosh_arrays.ordering import Place
    from archive.search.backends.whoosh_arrays.segment import Segment
    from archive.search.query import Query

POSITION = 0xFFFFFFFF


def hits_at(places: Sequence[Place], query: Query) -> tuple[Hit, ...]:
    docs: dict[Segment, list[int]] = defaultdict(list)
    for place in places:
        docs[place.segment].append(place.doc)
    standing = {segment: standings(segment, sorted(docs[segment]), query) for segment in docs}
    asked = Asked(query)
    return tuple(
        hit_at(place, query, asked, standing[place.segment][place.doc]) for place in places
    )


def hit_at(place: Place, query: Query, asked: Asked, standing: Standing) -> Hit:
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
        title=title(shown["title"], standing, query, asked, kind),
        snippet=passage(segment.flow(doc), standing, asked, kind),
    )


def standings(segment: Segment, docs: Sequence[int], query: Query) -> dict[int, Standing]:
    """Where the words of the query stand in the bodies of these documents."""
    chosen = np.array(docs, "u2")
    bounds = dict(zip(docs, segment.parts[chosen].tolist(), strict=True))
    found: dict[int, list[tuple[int, str]]] = {doc: [] for doc in docs}
    beside: dict[int, set[int]] = {doc: set() for doc in docs}
    words = list(dict.fromkeys(sought(query.node)))
    texts = [looked_up(word) for word in words]
    for number, doc, position in segment.standing("all", texts, chosen):
        if position < bounds[doc][2]:
            found[doc].append((position, words[number].folded))
    for like in likes(query.node):
        terms = segment.terms_like("all", like)
        field = segment.field("all")
        for key in field.keys(field.postings_in(terms, chosen)).tolist():
            if key & POSITION < bounds[key >> 32][2]:
                found[key >> 32].append((key & POSITION, like.text))
    for pair in query.pairs:
        if CONCEPT in pair.exact:  # its width is not known here; single words alone are settled
            continue
        form, text = ("folded", pair.folded) if pair.loose else ("exact", pair.exact)
        for key in segment.positions(PAIRS, form, text, chosen).tolist():
            beside[key >> 32] |= {key & POSITION, (key & POSITION) + 1}
    return {
        doc: Standing(bounds[doc][0], bounds[doc][1], sorted(set(found[doc])), beside[doc])
        for doc in docs
    }
