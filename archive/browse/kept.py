"""Lengths of lists: counted at every visit while that is quick, kept for some minutes once it is not.

What an editor hides is gone from lists at once; a length that counts it may be some minutes old. Sums over the whole
archive are not counted at all (`archive.sums`).
"""

from __future__ import annotations

import hashlib
import time
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.cache import cache
from django.core.exceptions import EmptyResultSet
from django.core.paginator import Page, Paginator
from django.utils.functional import cached_property

if TYPE_CHECKING:
    from collections.abc import Callable

QUICK = 0.5  # seconds; what takes longer is kept
MINUTES = 10
LATE = 1000  # rows before a page

Sum = TypeVar("Sum")


def kept(name: str, compute: Callable[[], Sum]) -> Sum:
    """The sum of this name, computed anew where it is not kept."""
    key = hashlib.sha256(name.encode()).hexdigest()
    found: Sum | None = cache.get(key)
    if found is None:
        start = time.perf_counter()
        found = compute()
        if time.perf_counter() - start > QUICK:
            cache.set(key, found, MINUTES * 60)
    return found


def kept_of(rows: Any, what: str, compute: Callable[[], Sum]) -> Sum:
    """A sum over a list: kept for the list with its filters."""
    try:
        return kept(f"{what} {rows.query}", compute)
    except EmptyResultSet:
        return compute()


class LargePaginator(Paginator):  # type: ignore[type-arg]
    """Pages of a list of any length: its count is kept, and a late page is found by keys before rows are read."""

    object_list: Any

    def __init__(self, rows: Any, size: int, total: int | None = None) -> None:
        super().__init__(rows, size)
        self.total = total

    @cached_property
    def asked(self) -> str:
        """A name for the list with its filters and order; empty where nothing can be in it."""
        try:
            return str(self.object_list.query)
        except EmptyResultSet:
            return ""

    @cached_property
    def count(self) -> int:
        if self.total is not None:
            return self.total
        return kept(f"count {self.asked}", self.object_list.count) if self.asked else 0

    def page(self, number: int | str) -> Page[Any]:
        """Joins and sums are then computed for the rows of this page, not for all before it."""
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        if first < LATE:
            return super().page(number)
        return self.of_keys(self.object_list.values_list("pk", flat=True), number)

    def of_keys(self, keys: Any, number: int) -> Page[Any]:
        first = (number - 1) * self.per_page
        rows = self.object_list.filter(pk__in=list(keys[first : first + self.per_page]))
        return Page(rows, number, self)
