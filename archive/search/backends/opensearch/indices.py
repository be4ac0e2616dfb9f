"""The indices of an installation behind their aliases.

    PREFIX-articles        the index that is searched
    PREFIX-articles-next   the one that a rebuild is filling; changes go to both
    PREFIX-articles-N      the indices themselves

A rebuild only creates rows, so what was changed meanwhile stays as it is; what was removed meanwhile leaves a
mark (`gone`) that keeps it out. The swap is one step of the cluster.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from opensearchpy.exceptions import NotFoundError, RequestError

from archive.search.backends.opensearch.mapping import VERSION, mappings, settings
from archive.search.engine import OutdatedIndexError

if TYPE_CHECKING:
    from opensearchpy import OpenSearch

    from archive.search.backends.opensearch.address import Address

PATIENCE = 60  # seconds for a change that all nodes have to agree on
# What is written before a second copy is there would hang on one node alone.
ALL_COPIES = {"wait_for_active_shards": "all", "timeout": "30s", "request_timeout": PATIENCE}
GONE = {"query": {"term": {"gone": True}}}


class Indices:
    def __init__(self, client: OpenSearch, address: Address) -> None:
        self.client = client
        self.address = address
        self.live = f"{address.prefix}-articles"
        self.next = f"{self.live}-next"

    def names(self, alias: str) -> list[str]:
        """The indices behind an alias: one, or none."""
        try:
            return sorted(self.client.indices.get_alias(name=alias))
        except NotFoundError:
            return []

    def version(self) -> object:
        """Of the index that is searched; None where there is none."""
        try:
            return self.meta(self.live).get("version", 0)
        except NotFoundError:
            return None

    def refuse_outdated(self) -> bool:
        """Whether there is an index. Raises OutdatedIndexError for one of another version."""
        found = self.version()
        if found not in {None, VERSION}:
            raise OutdatedIndexError(
                f"the search index {self.live} is of another version ({found}; this program reads"
                f" {VERSION}): run `manage.py index rebuild`"
            )
        return found is not None

    # --- making one

    def make_live(self) -> None:
        """An empty index to search, unless another process made one just now."""
        name = f"{self.live}-{self.highest() + 1}"
        self.create(name, self.live)
        self.show(name)

    def make_next(self) -> str:
        """An empty index to fill; what an interrupted rebuild left is deleted."""
        live = self.names(self.live)
        number = self.highest()
        for left in self.numbered():
            if left not in live:
                self.delete(left)
        name = f"{self.live}-{number + 1}"
        if not self.create(name, self.next):
            raise RuntimeError(f"another rebuild of {self.live} began just now: this one stops")
        return name

    def create(self, name: str, alias: str) -> bool:
        """Whether it was made by this call, of which a first answer may have been lost on the way."""
        maker = uuid4().hex
        body = {
            "settings": {"index": settings(self.address)},
            "mappings": mappings(maker),
            "aliases": {alias: {"is_write_index": True}},
        }
        try:
            self.client.indices.create(index=name, body=body, params=ALL_COPIES)
        except RequestError as error:
            if error.error != "resource_already_exists_exception":
                raise
            return self.meta(name).get("maker") == maker
        return True

    def meta(self, name: str) -> dict[str, object]:
        """What the index behind a name says of itself. Raises NotFoundError."""
        [index] = self.client.indices.get_mapping(index=name).values()
        said: dict[str, object] = index["mappings"].get("_meta", {})
        return said

    def numbered(self) -> list[str]:
        found = self.client.indices.get(index=f"{self.live}-*", expand_wildcards="all")
        return [name for name in found if name.removeprefix(f"{self.live}-").isdecimal()]

    def highest(self) -> int:
        return max((int(name.rpartition("-")[2]) for name in self.numbered()), default=0)

    def delete(self, name: str) -> None:
        self.client.indices.delete(
            index=name, ignore_unavailable=True, params={"request_timeout": PATIENCE}
        )

    def show(self, name: str) -> None:
        """Show what an index holds, now and from now on every second."""
        self.client.indices.put_settings(index=name, body={"index": {"refresh_interval": "1s"}})
        self.client.indices.refresh(index=name)

    # --- swapping

    def refuse_overtaken(self, name: str) -> None:
        if self.names(self.next) != [name]:
            raise RuntimeError(f"another rebuild of {self.live} began meanwhile: this one stops")

    def swap(self, name: str) -> None:
        """Search this index from now on, and delete the one before."""
        self.refuse_overtaken(name)
        self.show(name)
        self.purge(name)
        steps: list[dict[str, dict[str, object]]] = [
            {"add": {"index": name, "alias": self.live, "is_write_index": True}},
            {"remove": {"index": name, "alias": self.next}},
        ]
        steps += [{"remove_index": {"index": old}} for old in self.names(self.live)]
        try:
            self.client.indices.update_aliases(body={"actions": steps}, request_timeout=PATIENCE)
        except NotFoundError:  # nothing left to do: the answer to a first request was lost
            if self.names(self.live) != [name]:
                raise
        self.purge(name)

    def purge(self, name: str) -> None:
        """Take out the marks of what was removed while the index was filled."""
        self.client.indices.refresh(index=name)
        self.client.delete_by_query(index=name, body=GONE, conflicts="proceed", refresh=True)
