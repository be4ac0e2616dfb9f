"""Our queries asked of Whoosh's own searcher: the reference for what the arrays answer."""

from datetime import date
from itertools import pairwise
from typing import NamedTuple

from whoosh import query as wq
from whoosh.matching.binary import AndNotMatcher
from whoosh.scoring import BM25F

from archive.search.likeness import edits
from archive.search.query import All, Any, Like, Not, Phrase, Word
from archive.search.ranking import K1, B, wishes


class Answer(NamedTuple):
    total: int
    hits: list


class WithoutMatcher(AndNotMatcher):
    """Whoosh 2.7.5 lets the first document through where the other query's first one lies before it."""

    def _find_first(self):
        if self.a.is_active():
            self._find_next()


class Without(wq.AndNot):
    def matcher(self, searcher, context=None):
        sides = (side.matcher(searcher, context) for side in (self.a, self.b))
        return WithoutMatcher(*sides)


def find(index, query):
    """Total, and (id, score) of the page."""
    with index.searcher(weighting=BM25F(K1=K1, B=B)) as searcher:
        numbers = within_days(
            searcher, query, searcher.docs_for_query(listed(condition(query.node), query))
        )
        page = ordered(searcher, query, numbers)[query.offset :][: query.limit]
        return Answer(len(numbers), page)


def ordered(searcher, query, numbers):
    """(id, score); ties by day, then by id."""
    if not numbers:
        return []
    days = searcher.reader().column_reader("day", translate=False)
    ids = {number: int(searcher.stored_fields(number)["id"]) for number in numbers}
    if query.sort != "relevance":
        sign = -1 if query.sort == "newest" else 1
        numbers.sort(key=lambda n: (days[n] == 0, sign * days[n], ids[n]))
        return [(ids[number], 0.0) for number in numbers]
    scores = scores_of(searcher, query)
    first = set(numbers)
    if query.first is not None:
        first = set(searcher.docs_for_query(condition(query.first)))
    numbers.sort(key=lambda n: (n not in first, -round(scores.get(n, 0), 6), -days[n], ids[n]))
    return [(ids[number], scores.get(number, 0.0)) for number in numbers]


def scores_of(searcher, query):
    wanted = wq.Or([wq.Term(f"{w.field}_{w.form}", w.text, boost=w.boost) for w in wishes(query)])
    if not wanted.subqueries:
        return {}
    return {hit.docnum: hit.score for hit in searcher.search(wanted, limit=None)}


def condition(node):
    match node:
        case Word():
            form, text = ("folded", node.folded) if node.loose else ("exact", node.exact)
            return wq.Term(f"{node.field}_{form}", text)
        case Like(form):
            return like(f"{node.field}_{'folded' if form.loose else 'exact'}", form)
        case Phrase(words):
            return phrase(words)
        case All(parts):
            wanted = [condition(part) for part in parts if not isinstance(part, Not)]
            unwanted = [condition(part.part) for part in parts if isinstance(part, Not)]
            base = wq.And(wanted) if wanted else wq.Every()
            return Without(base, wq.Or(unwanted)) if unwanted else base
        case Any(parts, least):
            options = [condition(part) for part in parts]
            return wq.Or(options) if least == 1 else wq.Or(options, minmatch=least)
        case Not(part):
            return Without(wq.Every(), condition(part))


def like(field, form):
    if form.how == "near":
        return wq.Or([wq.Term(field, near) for near in {form.spelled, *edits(form.spelled)}])
    if form.how == "pattern":
        return wq.Wildcard(field, form.text)
    return wq.Or([wq.Term(field, form.spelled), *(wq.Prefix(field, s) for s in form.prefixes)])


def phrase(words):
    form = "folded" if words[0].loose else "exact"
    texts = [getattr(word, form) for word in words]
    together = wq.Phrase(f"{words[0].field}_{form}", texts)
    return wq.And([*(wq.Term(f"pairs_{form}", f"{a} {b}") for a, b in pairwise(texts)), together])


def listed(wanted, query):
    parts = [wanted]
    if query.places:
        parts.append(wq.Or([wq.Term("in_place", slug) for slug in sorted(query.places)]))
    for name in ("kind", "source", "official"):
        value = getattr(query, name)
        if value is not None:
            parts.append(wq.Term(f"in_{name}", value))
    return wq.And(parts)


def within_days(searcher, query, numbers):
    first = [day for day in (query.since, query.year and date(query.year, 1, 1)) if day]
    last = [day for day in (query.until, query.year and date(query.year, 12, 31)) if day]
    if not (first or last):
        return list(numbers)
    low = max((day.toordinal() for day in first), default=1)
    high = min((day.toordinal() for day in last), default=date.max.toordinal())
    return [
        n
        for n in numbers
        if low <= searcher.reader().column_reader("day", translate=False)[n] <= high
    ]
