"""Query → the request that a cluster is sent."""

from __future__ import annotations

from datetime import date
from math import ceil, log, log2
from typing import TYPE_CHECKING, Any, assert_never
from zlib import crc32

from archive.search.backends.opensearch.mapping import APART, LISTS
from archive.search.likeness import edits
from archive.search.query import All, Like, Not, Phrase, Word
from archive.search.query import Any as AnyOf
from archive.search.ranking import K1, wishes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.search.likeness import Form
    from archive.search.query import Node, Query

    Json = dict[str, Any]

MOST_DOCUMENTS = 2**31  # of a shard
HIGHEST = (K1 + 1) * (log(MOST_DOCUMENTS) + 1)  # that one wish can add to a score
MOST_VALUES = {"place": 10_000, "year": 500, "kind": 100, "source": 5000, "official": 1000}
LOOKED_AT = 5  # times as many values are counted by each shard, so that their counts are whole
DIGESTS = 10_000  # at once
WHOLE = {"allow_partial_search_results": "false"}  # rather no answer than one of some shards
ORDERS: dict[str, list[Json]] = {
    "relevance": [
        {"_score": "desc"},
        {"day": {"order": "desc", "missing": "_last"}},
        {"id": "asc"},
    ],
    "newest": [{"day": {"order": "desc", "missing": "_last"}}, {"id": "asc"}],
    "oldest": [{"day": {"order": "asc", "missing": "_last"}}, {"id": "asc"}],
}


def request(query: Query) -> Json:
    """All of a query but its page."""
    return {
        "query": {"bool": {"filter": conditions(query), "should": rewards(query)}},
        "sort": ORDERS[query.sort],
        "track_total_hits": True,
        "aggs": {facet: {"terms": values_of(facet)} for facet in LISTS},
    }


def values_of(facet: str) -> Json:
    """The values in most documents; of equals those first in the alphabet."""
    most = MOST_VALUES[facet]
    return {"field": LISTS[facet], "size": most, "shard_size": LOOKED_AT * most}


def parameters(query: Query) -> dict[str, Any]:
    """Pages of one query are read from the same copies, which may score a hair differently."""
    return {
        "preference": f"q{crc32(repr((query.text, query.sort)).encode())}",
        "search_type": "dfs_query_then_fetch" if query.sort == "relevance" else "query_then_fetch",
        **WHOLE,
    }


def rewards(query: Query) -> list[Json]:
    """What lifts a document, where the order is of relevance."""
    if query.sort != "relevance":
        return []
    wanted = [
        {"term": {f"{wish.field}_{wish.form}": {"value": wish.text, "boost": wish.boost}}}
        for wish in wishes(query)
    ]
    if query.first is not None:
        first = {"constant_score": {"filter": condition(query.first), "boost": above_all(query)}}
        return [*wanted, first]
    return wanted


def above_all(query: Query) -> float:
    """More than any score of a query: a power of two, so that what is added to it loses least."""
    highest = HIGHEST * sum(wish.boost for wish in wishes(query))
    return float(2 ** ceil(log2(highest + 1)))


# --- what must hold


def condition(node: Node) -> Json:
    match node:
        case Word():
            return {"term": {field_of(node): text_of(node)}}
        case Like(form):
            return like(f"{node.field}_{'folded' if form.loose else 'exact'}", form)
        case Phrase(words):
            text = APART.join(map(text_of, words))
            return {"match_phrase": {field_of(words[0]): {"query": text}}}
        case All(parts):
            wanted = [condition(part) for part in parts if not isinstance(part, Not)]
            unwanted = [condition(part.part) for part in parts if isinstance(part, Not)]
            return {"bool": {"filter": wanted, "must_not": unwanted}}
        case AnyOf(parts, least):
            return any_of(parts, least)
        case Not(part):
            return {"bool": {"must_not": [condition(part)]}}
    assert_never(node)


def like(field: str, form: Form) -> Json:
    if form.how == "near":
        return {"terms": {field: sorted(edits(form.spelled) | {form.spelled})}}
    if form.how == "pattern":
        return {"wildcard": {field: {"value": form.text}}}
    starts: list[Json] = [{"prefix": {field: {"value": start}}} for start in form.prefixes]
    return {"bool": {"should": [*starts, {"term": {field: form.spelled}}]}}


def any_of(parts: Sequence[Node], least: int) -> Json:
    if len(parts) < least:
        return {"match_none": {}}
    return {"bool": {"should": list(map(condition, parts)), "minimum_should_match": least}}


def field_of(word: Word) -> str:
    return f"{word.field}_{'folded' if word.loose else 'exact'}"


def text_of(word: Word) -> str:
    return word.folded if word.loose else word.exact


def conditions(query: Query) -> list[Json]:
    """The words and all filters."""
    found = [condition(query.node)]
    if query.places:
        found.append({"terms": {LISTS["place"]: sorted(query.places)}})
    for name in ("kind", "source", "official"):
        value = getattr(query, name)
        if value is not None:
            found.append({"term": {LISTS[name]: value}})
    since, until = query.since, query.until
    if query.year:
        first, last = date(query.year, 1, 1), date(query.year, 12, 31)
        since, until = max(since or first, first), min(until or last, last)
    bounds = {"gte": since and since.toordinal(), "lte": until and until.toordinal()}
    if since or until:
        found.append({"range": {"day": {key: day for key, day in bounds.items() if day}}})
    return found


# --- besides


def digests(after: Sequence[int]) -> Json:
    """Ids and digests of what follows an id."""
    body: Json = {
        "size": DIGESTS,
        "query": {"exists": {"field": "id"}},
        "sort": [{"id": "asc"}],
        "_source": False,
        "docvalue_fields": ["digest"],
        "track_total_hits": False,
    }
    return body | ({"search_after": list(after)} if after else {})


def words_held(words: Sequence[str]) -> Json:
    """How many documents have each of these accent-free words."""
    filters = {word: {"term": {"all_folded": word}} for word in words}
    return {"size": 0, "aggs": {"words": {"filters": {"filters": filters}}}}


def subjects_from(start: str, most: int) -> Json:
    """Subjects with a word that begins so, those in most documents first."""
    pattern = "".join(letter if letter.isalnum() else f"\\{letter}" for letter in start)
    terms = {"field": "subjects", "include": f"{pattern}.*", "size": most}
    return {
        "size": 0,
        "query": {"prefix": {"subjects": start}},
        "aggs": {"subjects": {"terms": terms}},
    }
