"""Many changes to an index: in bundles, waiting while the cluster is busy, until each is answered for."""

from __future__ import annotations

import json
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from opensearchpy.exceptions import ConnectionError as NoConnectionError
from opensearchpy.exceptions import TransportError

from archive.search.engine import SearchUnavailableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from concurrent.futures import Future

    from opensearchpy import OpenSearch

BUNDLE_BYTES = 4 << 20
BUNDLE = 500  # changes
LANES = 4  # bundles under way at once, where their order does not matter
BUSY = frozenset({429, 502, 503, 504})  # too much at once, or a shard is moving to another node
SLOWEST = 20.0  # seconds for one answer, or a third of the patience: what is sent twice is worked on twice
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 5.0  # seconds


@dataclass(frozen=True, slots=True)
class Change:
    """One row to be written under an alias or deleted; `settled` are the refusals that are as good as done."""

    action: Literal["index", "create", "delete"]
    alias: str
    id: int
    row: bytes = b""
    settled: frozenset[int] = frozenset()

    def lines(self) -> bytes:
        where = {"_index": self.alias, "_id": str(self.id), "require_alias": True}
        if self.action == "delete":
            del where["require_alias"]  # a deletion makes no index, and takes no such word
        head = json.dumps({self.action: where}).encode()
        return head + b"\n" + (self.row + b"\n" if self.row else b"")


def packed(row: dict[str, Any]) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode()


class RefusedError(RuntimeError):
    """The cluster will not take a row, however often it is asked."""


def send(client: OpenSearch, changes: Iterable[Change], patience: float, *, lanes: int = 1) -> None:
    """Make all changes; `patience` is how many seconds one bundle may wait.

    With one lane the changes are made in their order; with more, the next bundles are made ready and sent
    while others wait for their answer. Raises SearchUnavailableError where the cluster stays away for
    longer. What was sent may be sent again: each change says what holds after it.
    """
    under_way: deque[Future[None]] = deque()
    with ThreadPoolExecutor(lanes) as pool:
        for bundle in bundles(changes):
            if len(under_way) == lanes:
                under_way.popleft().result()
            under_way.append(pool.submit(deliver, client, bundle, patience))
        for sent in under_way:
            sent.result()


def bundles(changes: Iterable[Change]) -> Iterator[list[Change]]:
    bundle: list[Change] = []
    size = 0
    for change in changes:
        bundle.append(change)
        size += len(change.row)
        if len(bundle) == BUNDLE or size >= BUNDLE_BYTES:
            yield bundle
            bundle, size = [], 0
    if bundle:
        yield bundle


def deliver(client: OpenSearch, bundle: list[Change], patience: float) -> None:
    until, pause = time.monotonic() + patience, FIRST_PAUSE
    while bundle:
        bundle, reason = unanswered(client, bundle, max(SLOWEST, patience / 3))
        if bundle and time.monotonic() > until:
            raise SearchUnavailableError(
                f"the search cluster took no changes for {patience:.0f} s ({reason})"
            )
        if bundle:
            time.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)


def unanswered(
    client: OpenSearch, bundle: list[Change], timeout: float
) -> tuple[list[Change], str]:
    """Send a bundle; what of it has to be sent again, and why."""
    body = b"".join(change.lines() for change in bundle)
    try:
        answer = client.bulk(body=body, request_timeout=timeout)
    except NoConnectionError as error:
        return bundle, str(error)
    except TransportError as error:
        if error.status_code not in BUSY:
            raise
        return bundle, str(error)
    return sorted_out(bundle, answer["items"])


def sorted_out(bundle: Sequence[Change], items: Sequence[Any]) -> tuple[list[Change], str]:
    again, reason = [], ""
    for change, item in zip(bundle, items, strict=True):
        said = item[change.action]
        if said["status"] in BUSY:
            again.append(change)
            reason = str(said["error"].get("reason"))
        elif said["status"] >= 300 and said["status"] not in change.settled:
            raise RefusedError(
                f"the search cluster refused article {change.id}: {said.get('error')}"
            )
    return again, reason
