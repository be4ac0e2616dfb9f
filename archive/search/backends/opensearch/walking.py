"""Through more hits than a cluster numbers: one after another, as the index stood at the first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from opensearchpy import OpenSearch

    Json = dict[str, Any]

STEP = 10_000  # hits passed over at once
SHOWN_STEP = 500  # hits with their documents at once
KEEP = "2m"  # how long a cluster waits for the next step


class Walk:
    """`with Walk(client, index) as walk`: a view of the index that changes do not touch."""

    def __init__(self, client: OpenSearch, index: str) -> None:
        self.client = client
        self.index = index

    def __enter__(self) -> Self:
        params = {"keep_alive": KEEP, "allow_partial_pit_creation": "false"}
        self.pit = self.client.create_pit(index=self.index, params=params)["pit_id"]
        return self

    def __exit__(self, *_: object) -> None:
        self.client.delete_pit(body={"pit_id": [self.pit]})

    def step(self, body: Json, size: int, after: list[Any] | None) -> list[Json]:
        paged = body | {"size": size, "pit": {"id": self.pit, "keep_alive": KEEP}}
        if after is not None:
            paged["search_after"] = after
        params = {"allow_partial_search_results": "false", "search_type": "dfs_query_then_fetch"}
        hits: list[Json] = self.client.search(body=paged, params=params)["hits"]["hits"]
        return hits

    def page(self, body: Json, offset: int, limit: int) -> list[Json]:
        """Hits number `offset` and on; empty past the end."""
        body = {key: body[key] for key in ("query", "sort")}
        body["track_total_hits"] = False
        after = None
        while offset:
            passed = self.step(body | {"_source": False}, min(offset, STEP), after)
            if not passed:
                return []
            offset -= len(passed)
            after = passed[-1]["sort"]
        rows: list[Json] = []
        while len(rows) < limit:
            more = self.step(body, min(limit - len(rows), SHOWN_STEP), after)
            if not more:
                break
            rows += more
            after = more[-1]["sort"]
        return rows
