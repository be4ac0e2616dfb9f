"""The index of this installation: which engine, what it holds, and whether it agrees with the rows.

Indexing is explicit: it is called after the transaction that saved an article, never by a signal.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from functools import lru_cache
from heapq import merge
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone

from archive.models import Article
from archive.search.backends.memory import MemoryEngine
from archive.search.backends.opensearch.address import read_address
from archive.search.backends.whoosh_arrays.engine import WhooshEngine
from archive.search.engine import OutdatedIndexError, SearchUnavailableError
from archive.search.query import Query
from archive.search.rows import CHUNK, documents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archive.search.backends.opensearch.engine import OpenSearchEngine
    from archive.search.engine import Engine


logger = logging.getLogger(__name__)
CLUSTERS = frozenset({"opensearch", "opensearch+https"})


@lru_cache(maxsize=4)
def engine_at(url: str) -> Engine:
    """The engine that an address names: a folder, a cluster, or `memory://` for tests."""
    scheme, _, rest = url.partition("://")
    if scheme == "whoosh":
        return WhooshEngine(Path(rest))
    if scheme == "memory":
        return MemoryEngine()
    if scheme in CLUSTERS:
        return cluster_at(url)
    raise ValueError(
        f"SEARCH_URL: there is no engine {scheme!r}; use whoosh:///path/of/a/folder"
        " or opensearch://host:9200/prefix"
    )


def cluster_at(url: str, suffix: str = "") -> OpenSearchEngine:
    """Its client is an extra, so it is looked for only where an address asks for it."""
    try:
        from archive.search.backends.opensearch.engine import OpenSearchEngine  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise ValueError(
            f"SEARCH_URL names a cluster, and {error.name} is not installed:"
            " run `.venv/bin/pip install opensearch-py`"
        ) from error
    address = read_address(url)
    return OpenSearchEngine(replace(address, prefix=address.prefix + suffix))


def engine() -> Engine:
    try:
        return engine_at(settings.SEARCH_URL)
    except OSError as error:  # a folder that is not there to be read
        raise SearchUnavailableError(f"SEARCH_URL: {error}") from error


# --- keeping the index in step


def index_articles(ids: Sequence[int]) -> None:
    """Bring these articles up to date in the index: changed ones in, hidden and deleted ones out."""
    if not ids:
        return
    now = timezone.now()
    fresh = list(documents(ids))
    gone = set(ids) - {document.id for document in fresh}
    if fresh:
        engine().add(fresh)
    if gone:
        engine().remove(gone)
    Article.objects.filter(pk__among=ids).update(indexed_at=now)


def index_or_leave(ids: Sequence[int]) -> None:
    """After an edit: where the engine is away the rows are saved all the same, and stay pending."""
    try:
        index_articles(ids)
    except SearchUnavailableError as error:
        logger.error("%d articles stay pending: %s", len(ids), error)  # noqa: TRY400 - says all


def pending() -> list[int]:
    """Articles that changed after they were indexed last."""
    late = Q(indexed_at=None) | Q(indexed_at__lt=F("changed_at"))
    return list(Article.objects.filter(late).values_list("pk", flat=True))


def update() -> int:
    """Index what is pending and what the index lacks or has too much; returns how many."""
    try:
        difference = verify()
    except OutdatedIndexError:
        return rebuild()
    ids = {*pending(), *difference.missing, *difference.stale, *difference.surplus}
    return index_in_chunks(sorted(ids))


def index_in_chunks(ids: Sequence[int]) -> int:
    """Index any number of articles, some hundred in memory at once; returns how many."""
    for start in range(0, len(ids), CHUNK):
        index_articles(ids[start : start + CHUNK])
    return len(ids)


def is_outdated() -> bool:
    """Whether another version of the program wrote the index, so that nobody can search."""
    try:
        engine().knows("")
    except OutdatedIndexError:
        return True
    return False


def rebuild() -> int:
    """Build the index anew beside the live one and swap; returns how many documents it holds."""
    now = timezone.now()
    engine().rebuild(documents())
    Article.objects.update(indexed_at=now)
    return engine().find(Query(limit=0)).total


@dataclass(frozen=True, slots=True)
class Difference:
    """Ids of articles that the index lacks, holds in an old form, or holds and should not."""

    missing: tuple[int, ...]
    stale: tuple[int, ...]
    surplus: tuple[int, ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.stale or self.surplus)


def verify() -> Difference:
    """Compare index and database, document by document; only what differs is kept in memory."""
    differing: dict[str, list[int]] = {"missing": [], "stale": [], "surplus": []}
    wanted = ((document.id, document.digest) for document in documents())
    for how, id_ in differences(wanted, engine().digests()):
        differing[how].append(id_)
    return Difference(*(tuple(ids) for ids in differing.values()))


def differences(
    wanted: Iterable[tuple[int, str]], held: Iterable[tuple[int, str]]
) -> Iterator[tuple[str, int]]:
    """(how, id) of what differs between two rows of (id, digest), both in the order of ids."""
    wants = ((id_, "missing", digest) for id_, digest in wanted)
    holds = ((id_, "surplus", digest) for id_, digest in held)
    for id_, rows in groupby(merge(wants, holds), key=itemgetter(0)):
        match list(rows):
            case [(_, how, _)]:
                yield how, id_
            case [(_, _, fresh), (_, _, old)] if fresh != old:
                yield "stale", id_
