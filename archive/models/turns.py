"""Several imports, re-extractions and editors at once: who waits for whom, and what is tried again.

PostgreSQL lets transactions run side by side; SQLite lets one write at a time, so that all this does nothing
there. Everybody takes what they need in this order, so that nobody waits in a circle:

    turn of the names of a province    whoever may make people and meetings
    row of the article                 whoever changes what it says
    turn of likeness                   whoever groups like articles
    turn of the queue                  whoever finds reasons anew
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from django.db import IntegrityError, OperationalError, connection, transaction

from archive.models.article import Article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from archive.models.place import Place

Done = TypeVar("Done")

TRIES = 5
# What PostgreSQL says where two transactions met: a key was taken meanwhile, a circle of waiting was cut.
CLASHES = {"23505", "40P01", "40001"}


def take_turn(name: str) -> None:
    """Wait until no other transaction has this turn; ours ends with the transaction."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])


def take_names_of(place: Place | None) -> None:
    """The turn of whoever may make people, meetings or articles of this place's province."""
    take_names_of_all([place])


def take_names_of_all(places: Iterable[Place | None]) -> None:
    """The turns of several provinces, in one order for all who want several."""
    for province in sorted({(place.parent_id or place.pk) if place else 0 for place in places}):
        take_turn(f"names of {province}")


def hold_article(**key: Any) -> Article | None:
    """The article as it is now, and nobody else's until the transaction ends.

    Rows that point at it can still be made meanwhile (`no_key`).
    """
    rows = Article.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("place__parent", "unit", "source").filter(**key).first()


def hold(row: Any) -> None:
    """Keep a fact, its article or any other row for this transaction, and see it as it is now.

    A fact that a new reading has removed meanwhile stays as it was seen: saving it brings it back, because a
    person vouches for it.
    """
    if getattr(row, "article_id", None):
        hold_article(pk=row.article_id)
    model = type(row)
    kept = model._default_manager.select_for_update(of=("self",), no_key=True)
    if kept.filter(pk=row.pk).exists():
        row.refresh_from_db(from_queryset=kept)


def again(act: Callable[[], Done]) -> Done:
    """Run `act` in a transaction; where another one was quicker, run it again on what that one left."""
    for left in reversed(range(TRIES)):
        try:
            with transaction.atomic():
                return act()
        except (IntegrityError, OperationalError) as error:
            if not left or getattr(error.__cause__, "sqlstate", None) not in CLASHES:
                raise
    raise AssertionError("unreachable")
