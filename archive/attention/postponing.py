"""What an import leaves for later: queue and sums of many articles together, some hundred in a transaction.

A place has articles in most transactions of an import: if each made its sums anew, and looked again at the
articles that say otherwise, the import would slow down as the archive grows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction

from archive import sums
from archive.attention.refreshing import CHUNK, touching, write
from archive.models import Article, Postponed
from archive.models.among import batched
from archive.models.turns import take_turn

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Iterator

    from django.db.models import QuerySet

MANY = 2000  # articles; fewer are not summed before the import ends


class Looked(NamedTuple):
    """How many articles were looked through for the queue so far, and of how many."""

    articles: int
    among: int


class Postponing:
    """Postpones what an import changes, and says when sums without it would tell half of the truth.

    That is when it is as much as all that was summed before, so that the work does not grow faster than the archive.
    """

    def __init__(self) -> None:
        self.unsummed = len(articles_of(Postponed.objects.all()))
        self.summed = Article.objects.count() - self.unsummed

    def add(self, article_ids: Collection[int]) -> None:
        postpone(article_ids)
        self.unsummed += len(article_ids)

    def sum_up(self) -> Iterator[None]:
        """Where it is time, all sums anew, in steps; the queue waits for the end."""
        if self.unsummed >= max(MANY, self.summed):
            yield from sums.in_steps()
            self.summed += self.unsummed
            self.unsummed = 0


@transaction.atomic
def postpone(article_ids: Collection[int]) -> None:
    """Note that these articles were changed, for `catch_up`; after a kill it knows them too."""
    if article_ids:
        take_turn("queue")
        sums.note(article_ids)
        Postponed.objects.create(articles=sorted(article_ids))


def catch_up() -> Iterator[Looked | None]:
    """Make queue and sums of what was postponed, each step in a transaction of its own; tells of the queue's.

    One that is cut off is begun again: nothing is forgotten until all is done, and what is made twice is the same.
    """
    last = Postponed.objects.order_by("pk").last()
    if last is None:
        return
    # Their numbers are in the order in which they came: each was given in the turn of the queue.
    postponed = Postponed.objects.filter(pk__lte=last.pk)
    changed = articles_of(postponed)
    # Of most of the archive: to do all of it is less work than to find what is touched.
    most = Article.objects.count() <= 2 * len(changed)
    beside = others(changed) if most else (yield from touching_them(changed))
    ids = in_order_of_places(changed | beside)
    for start in range(0, len(ids), CHUNK):
        with transaction.atomic():
            take_turn("queue")
            write(ids[start : start + CHUNK])
        yield Looked(min(start + CHUNK, len(ids)), len(ids))
    yield from sums.in_steps() if most else sums.in_steps_of(changed, beside)
    postponed.delete()


def articles_of(postponed: QuerySet[Postponed]) -> set[int]:
    return set().union(*postponed.values_list("articles", flat=True))


def others(changed: set[int]) -> set[int]:
    return set(Article.objects.values_list("pk", flat=True)) - changed


def touching_them(changed: set[int]) -> Generator[None, None, set[int]]:
    """`touching`, in steps."""
    found: set[int] = set()
    for some in batched(in_order_of_places(changed), CHUNK):
        found |= touching(some)
        yield
    return found - changed


def in_order_of_places(ids: Collection[int]) -> list[int]:
    """Those of the articles that are there; the ones of a place tell of the same meetings and figures."""
    rows = Article.objects.filter(pk__among=ids).order_by("place", "pk")
    return list(rows.values_list("pk", flat=True))
