"""After a change: the queue in the same transaction, the search index right after it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction

from archive import attention
from archive.search import index

if TYPE_CHECKING:
    from collections.abc import Sequence


def show(article_ids: Sequence[int]) -> None:
    """Bring queue and search up to date with these articles; the site reads the rows themselves."""
    attention.refresh(article_ids)
    transaction.on_commit(partial(index.index_or_leave, list(article_ids)))
