"""The engine of a cluster."""

from __future__ import annotations

import time
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from opensearchpy import OpenSearch
from opensearchpy.exceptions import ConnectionError as NoConnectionError
from opensearchpy.exceptions import TransportError

from archive.search.backends.opensearch import asking
from archive.search.backends.opensearch.bulk import (
    BUSY,
    LANES,
    Change,
    RefusedError,
    packed,
    send,
)
from archive.search.backends.opensearch.indices import Indices
from archive.search.backends.opensearch.mapping import LISTS
from archive.search.backends.opensearch.rows import rows_of
from archive.search.backends.opensearch.showing import Sought, hit_of
from archive.search.backends.opensearch.walking import Walk
from archive.search.backends.scoring import completion_rank, started, wanted_of
from archive.search.engine import SearchUnavailableError
from archive.search.hits import Completion, Hits
from archive.search.likeness import edits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from archive.search.backends.opensearch.address import Address
    from archive.search.document import Document
    from archive.search.hits import Hit
    from archive.search.query import Query

    Json = dict[str, Any]

T = TypeVar("T")

WINDOW = 10_000  # hits that a cluster numbers; deeper ones are walked to
TIMEOUT = 20  # seconds for one answer
RETRIES = 4  # each at another host
CONNECTIONS = 10  # that are kept open to each host, for threads that ask at once
PATIENCE, LONG_PATIENCE = (
    10.0,
    300.0,
)  # seconds that an edit, or a rebuild, waits for a busy cluster
CHECKED_FOR = 30.0  # seconds that a look at the index's version holds
MOST_COMPLETIONS = 2000  # subjects that are looked at for what somebody types
PAUSES = (0.1, 0.3, 1.0, 2.0)  # seconds before a search that a lost node broke off is asked again
LOST = "search_phase_execution_exception"
PASSED_OVER = frozenset({404, 409})  # of changes beside a rebuild: there, or the rebuild has ended


class OpenSearchEngine:
    """Documents in a cluster. One engine serves all threads of a process, and as many processes as wish."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self.client = OpenSearch(
            **address.client_options,
            timeout=TIMEOUT,
            pool_maxsize=CONNECTIONS,
            max_retries=RETRIES,
            retry_on_timeout=True,
            retry_on_status=(502, 503, 504),
        )
        self.indices = Indices(self.client, address)
        self.checked_at = -CHECKED_FOR

    @contextmanager
    def spoken(self) -> Iterator[None]:
        """What a cluster that does not answer means to the one who asked."""
        try:
            yield
        except NoConnectionError as error:
            raise SearchUnavailableError(
                f"no search cluster answers at {self.address}: start it or correct SEARCH_URL ({error})"
            ) from error
        except TransportError as error:
            if error.status_code not in BUSY and not is_broken_off(error):
                raise
            raise SearchUnavailableError(
                f"the search cluster at {self.address} cannot answer now: {error.error}"
            ) from error

    def is_there(self) -> bool:
        """Whether there is an index, of this version; looked at now and then."""
        if time.monotonic() - self.checked_at < CHECKED_FOR:
            return True
        there = self.indices.refuse_outdated()
        if there:
            self.checked_at = time.monotonic()
        return there

    # --- writing

    def add(self, documents: Iterable[Document]) -> None:
        with self.spoken():
            self.ensure()
            beside = bool(self.indices.names(self.indices.next))
            send(self.client, self.written(documents, beside=beside), PATIENCE)
            self.client.indices.refresh(index=self.indices.live)

    def ensure(self) -> None:
        if not self.is_there():
            self.indices.make_live()

    def written(self, documents: Iterable[Document], *, beside: bool) -> Iterator[Change]:
        for id_, values in rows_of(documents):
            row = packed(values)
            yield Change("index", self.indices.live, id_, row)
            if beside:
                yield Change("index", self.indices.next, id_, row, PASSED_OVER)

    def remove(self, ids: Iterable[int]) -> None:
        with self.spoken():
            if not self.is_there():
                return
            beside = bool(self.indices.names(self.indices.next))
            send(self.client, self.removed(ids, beside=beside), PATIENCE)
            self.client.indices.refresh(index=self.indices.live)

    def removed(self, ids: Iterable[int], *, beside: bool) -> Iterator[Change]:
        mark = packed({"gone": True})
        for id_ in ids:
            yield Change("delete", self.indices.live, id_, settled=PASSED_OVER)
            if beside:
                yield Change("index", self.indices.next, id_, mark, PASSED_OVER)

    def rebuild(self, documents: Iterable[Document]) -> None:
        with self.spoken():
            name = self.indices.make_next()
            # What is there already was changed since the rebuild began, and is newer.
            created = (
                Change("create", self.indices.next, id_, packed(row), frozenset({409}))
                for id_, row in rows_of(documents)
            )
            try:
                send(self.client, created, LONG_PATIENCE, lanes=LANES)
            except RefusedError:
                self.indices.refuse_overtaken(name)
                raise
            self.indices.swap(name)
        self.checked_at = time.monotonic()

    def destroy(self) -> None:
        """Delete all that was ever indexed under this address."""
        with self.spoken():
            for name in self.indices.numbered():
                self.indices.delete(name)
        self.checked_at = -CHECKED_FOR

    # --- reading

    def find(self, query: Query) -> Hits:
        with self.spoken():
            if not self.is_there():
                return Hits(0, (), {facet: {} for facet in LISTS})
            body = asking.request(query)
            near = query.offset + query.limit <= WINDOW
            page = {"from": query.offset, "size": query.limit} if near else {"size": 0}
            answer = self.search(body | page, asking.parameters(query))
            rows = answer["hits"]["hits"] if near else steady(partial(self.deep, query, body))
        return Hits(
            answer["hits"]["total"]["value"],
            tuple(hits_of(rows, query)),
            {facet: counts(answer["aggregations"][facet]) for facet in LISTS},
        )

    def deep(self, query: Query, body: Json) -> list[Json]:
        """A page that lies beyond the window."""
        with Walk(self.client, self.indices.live) as walk:
            return walk.page(body, query.offset, query.limit)

    def digests(self) -> Iterator[tuple[int, str]]:
        """As the index stands when each DIGESTS of them are asked for."""
        after: list[int] = []
        while self.checked() and (rows := self.ask(asking.digests(after))["hits"]["hits"]):
            for row in rows:
                after = row["sort"]
                yield after[0], row["fields"]["digest"][0]

    def knows(self, word: str) -> bool:
        return bool(self.held([word])[word])

    def checked(self) -> bool:
        with self.spoken():
            return self.is_there()

    def held(self, words: list[str]) -> dict[str, int]:
        """How many documents have each of these accent-free words."""
        if not words or not self.checked():
            return dict.fromkeys(words, 0)
        answer = self.ask(asking.words_held(words))
        buckets = answer["aggregations"]["words"]["buckets"]
        return {word: bucket["doc_count"] for word, bucket in buckets.items()}

    def nearest(self, word: str) -> str | None:
        counted = {other: count for other, count in self.held(sorted(edits(word))).items() if count}
        return max(counted, key=lambda other: (counted[other], other), default=None)

    def complete(self, start: str, limit: int) -> list[Completion]:
        wanted = wanted_of(start)
        if not wanted or not self.checked():
            return []
        found = self.ask(asking.subjects_from(wanted, MOST_COMPLETIONS))
        rows = counts(found["aggregations"]["subjects"])
        subjects = {started(text): count for text, count in rows.items()}
        ranked = sorted(subjects, key=lambda s: completion_rank(s, subjects[s], wanted))
        return [Completion(s.kind, s.key, s.label, subjects[s]) for s in ranked[:limit]]

    def ask(self, body: Json) -> Json:
        with self.spoken():
            return self.search(body, asking.WHOLE)

    def search(self, body: Json, params: dict[str, Any]) -> Json:
        index = self.indices.live
        return steady(partial(self.client.search, index=index, body=body, params=params))


def hits_of(rows: Iterable[Json], query: Query) -> Iterator[Hit]:
    """Passing over marks that a rebuild which ends just now has not taken out yet."""
    sought, first = Sought(query), asking.above_all(query)
    for row in rows:
        if "shown" in row["_source"]:
            score = row["sort"][0] if query.sort == "relevance" else 0.0
            yield hit_of(row["_source"]["shown"], sought, score % first)


def is_broken_off(error: TransportError) -> bool:
    """Whether a shard gave no answer, and not because it did not understand."""
    return error.error == LOST and error.status_code != 400


def steady(call: Callable[[], T]) -> T:
    """Ask again a little later where a node was lost in the middle of a search."""
    for pause in PAUSES:
        try:
            return call()
        except TransportError as error:
            if not is_broken_off(error):
                raise
        time.sleep(pause)
    return call()


def counts(aggregation: Json) -> dict[str, int]:
    return {bucket["key"]: bucket["doc_count"] for bucket in aggregation["buckets"]}
