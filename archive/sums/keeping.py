"""Making sums anew: of some articles in the transaction that changed them, or all, some places at a time."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import connection, transaction
from django.db.models import Model, Q

from archive.models import (
    Article,
    Meeting,
    MeetingReport,
    Mention,
    Observation,
    Official,
    Summed,
)
from archive.models.turns import take_turn
from archive.sums.tables import BY_PLACE, FIGURES, OFFICIALS, TABLES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

Row = TypeVar("Row")

CHUNK = 500  # articles or people of one statement; the databases bound the parameters of a query
PLACES = 20  # of one transaction of a rebuild, for which whoever saves has to wait
TOLD = (
    ("places", Article, "pk", ("place",)),
    ("places", MeetingReport, "article", ("meeting__place",)),
    ("officials", Mention, "article", ("official",)),
    ("series", Observation, "article", ("place", "indicator")),
)


def batched(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    source = iter(rows)
    while some := list(islice(source, size)):
        yield some


class Subjects:
    """What sums are made of: places, people and series, each once."""

    def __init__(self) -> None:
        self.places: set[int | None] = set()
        self.officials: set[int] = set()
        self.series: dict[int | None, set[int]] = defaultdict(set)

    def add(self, kept: dict[str, list[Any]]) -> None:
        self.places.update(kept["places"])
        self.officials.update(kept["officials"])
        for place, indicator in kept["series"]:
            self.series[place].add(indicator)

    def scopes_of_series(self) -> Iterator[Q]:
        for some in batched(self.series.items(), CHUNK // 10):
            scope = Q()
            for place, indicators in some:
                scope |= Q(place=place, indicator__in=indicators)
            yield scope


def refresh(article_ids: Collection[int]) -> None:
    """Make anew whatever these articles went into or go into now. In the transaction of the caller.

    The caller has the turn of the queue (`archive.models.turns`), so that no two do so at once.
    """
    touched = Subjects()
    for ids in batched(sorted(article_ids), CHUNK):
        for summed in Summed.objects.filter(pk__among=ids):
            touched.add(summed.subjects)
        for subjects in note(ids).values():
            touched.add(subjects)
    renew_places(touched.places)
    for officials in batched(sorted(touched.officials), CHUNK):
        OFFICIALS.renew(Q(official__among=officials))
    for scope in touched.scopes_of_series():
        FIGURES.renew(scope)


def renew_places(places: Iterable[int | None]) -> None:
    """The sums that are made by place, with those of what has none."""
    for some in batched(places, CHUNK):
        for table in BY_PLACE:
            table.renew(of_places(some))


def note(ids: Collection[int]) -> dict[int, dict[str, list[Any]]]:
    """Write down what each of these articles belongs to now; of one that is gone, nothing."""
    present = Article.objects.filter(pk__among=ids).values_list("pk", flat=True)
    subjects: dict[int, dict[str, list[Any]]] = {
        pk: {"places": [], "officials": [], "series": []} for pk in present
    }
    for kind, model, article, names in TOLD:
        rows = model._default_manager.filter(**{f"{article}__among": subjects}).order_by()
        for pk, *told in rows.values_list(article, *names).distinct():
            subjects[pk][kind].append(told[0] if len(told) == 1 else told)
    Summed.objects.filter(pk__among=ids).delete()
    Summed.objects.bulk_create(Summed(pk, told) for pk, told in subjects.items())
    return subjects


def rebuild() -> int:
    """Make all sums anew beside the running site; returns of how many articles."""
    last = Article.objects.order_by("pk").values_list("pk", flat=True).last() or 0
    gone = Summed.objects.exclude(pk__in=Article.objects.values("pk"))
    gone.delete()
    for first in range(0, last + 1, CHUNK):
        with transaction.atomic():
            take_turn("queue")
            note(range(first, first + CHUNK))
    for places in batched(sorted(places_told(), key=lambda place: place or 0), PLACES):
        with transaction.atomic():
            take_turn("queue")
            renew_places(places)
            FIGURES.renew(of_places(places))
    last = Official.objects.order_by("pk").values_list("pk", flat=True).last() or 0
    for first in range(0, last + 1, CHUNK * 10):
        with transaction.atomic():
            take_turn("queue")
            OFFICIALS.renew(Q(official__gte=first, official__lt=first + CHUNK * 10))
    return Summed.objects.count()


def places_told() -> set[int | None]:
    """Places that anything is told of, or was when the sums were made."""
    models: list[type[Model]] = [Article, Meeting, Observation]
    models += [table.model for table in (*BY_PLACE, FIGURES)]
    told = (model._default_manager.order_by().values_list("place", flat=True) for model in models)
    return {place for places in told for place in places.distinct()}


def of_places(places: Collection[int | None]) -> Q:
    scope = Q(place__in=[place for place in places if place is not None])
    return scope | Q(place=None) if None in places else scope


def verify() -> Iterator[str]:
    """What differs from the rows, a sentence a sum."""
    for table in TABLES:
        kept, true = set(table.kept(Q())), set(table.rows(Q()))
        name = table.model._meta.model_name
        yield from (f"{name}: {row} is kept, but not so" for row in sorted(kept - true, key=str))
        yield from (f"{name}: {row} is not kept" for row in sorted(true - kept, key=str))


def make_if_none(**_signal: Any) -> None:
    """After a migration: the sums of an archive that has none yet."""
    if Summed._meta.db_table not in connection.introspection.table_names():
        return  # on the way back to an older version
    if Article.objects.exists() and not Summed.objects.exists():
        rebuild()
