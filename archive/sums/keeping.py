"""Making sums anew: of some articles in the transaction that changed them, or all, some places at a time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

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
from archive.models.among import batched
from archive.models.turns import take_turn
from archive.sums.tables import BY_PLACE, FIGURES, OFFICIALS, TABLES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

Kept = dict[str, list[Any]]  # `Summed.subjects`

CHUNK = 500  # articles or people of one statement; the databases bound the parameters of a query
PLACES, PEOPLE = 10, 2000  # of one transaction
TOLD = (
    ("places", Article, "pk", ("place",)),
    ("places", MeetingReport, "article", ("meeting__place",)),
    ("officials", Mention, "article", ("official",)),
    ("series", Observation, "article", ("place", "indicator")),
)


class Subjects:
    """What sums are made of: places, people and series, each once."""

    def __init__(self) -> None:
        self.places: set[int | None] = set()
        self.officials: set[int] = set()
        self.series: dict[int | None, set[int]] = defaultdict(set)

    def add(self, kept: Kept) -> None:
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


def refresh(article_ids: Collection[int], beside: Collection[int] = ()) -> None:
    """Make anew whatever these articles went into or go into now. In the transaction of the caller.

    Of those `beside` them only the place in the queue has changed. The caller has the turn of the queue
    (`archive.models.turns`), so that no two do so at once.
    """
    touched = Subjects()
    for ids in batched(sorted(article_ids), CHUNK):
        told = told_of(ids)
        for subjects in (*went_into(ids).values(), *told.values()):
            touched.add(subjects)
        keep(ids, told)
    renew_places(touched.places | places_of(beside))
    for officials in batched(sorted(touched.officials), CHUNK):
        OFFICIALS.renew(Q(official__among=officials))
    for scope in touched.scopes_of_series():
        FIGURES.renew(scope)


def note(ids: Collection[int]) -> None:
    """Write down what these articles belong to, beside what they went into, for `in_steps_of`."""
    told = told_of(ids)
    for pk, before in went_into(ids).items():
        now = told.setdefault(pk, before)
        for kind, subjects in before.items():
            now[kind] += [subject for subject in subjects if subject not in now[kind]]
    keep(ids, told)


def in_steps() -> Iterator[None]:
    """Make all sums anew beside the running site, each step in a transaction of its own."""
    yield from steps(places_told(), range(last_of(Official) + 1))


def in_steps_of(article_ids: Collection[int], beside: Collection[int]) -> Iterator[None]:
    """Make anew what these articles were noted to go into, and the queue of the places of those beside them."""
    touched = Subjects()
    for ids in batched(sorted(article_ids), CHUNK):
        for subjects in went_into(ids).values():
            touched.add(subjects)
    places = touched.places | touched.series.keys() | places_of(beside)
    yield from steps(places, touched.officials)


def steps(places: Iterable[int | None], officials: Iterable[int]) -> Iterator[None]:
    """Sums of whole places and of people, some in a transaction, for which whoever saves has to wait."""
    for some in batched(sorted(places, key=lambda place: place or 0), PLACES):
        with transaction.atomic():
            take_turn("queue")
            renew_places(some)
            FIGURES.renew(of_places(some))
        yield
    for people in batched(sorted(officials), PEOPLE):
        with transaction.atomic():
            take_turn("queue")
            OFFICIALS.renew(Q(official__among=people))
        yield


def renew_places(places: Iterable[int | None]) -> None:
    """The sums that are made by place, with those of what has none."""
    for some in batched(places, CHUNK):
        for table in BY_PLACE:
            table.renew(of_places(some))


def places_of(ids: Collection[int]) -> set[int | None]:
    rows = Article.objects.filter(pk__among=ids).order_by().values_list("place", flat=True)
    return set(rows.distinct())


def went_into(ids: Collection[int]) -> dict[int, Kept]:
    """What each of these articles was part of when that was last written down."""
    return dict(Summed.objects.filter(pk__among=ids).values_list("pk", "subjects"))


def told_of(ids: Collection[int]) -> dict[int, Kept]:
    """What each of these articles belongs to now; of one that is gone, nothing."""
    present = Article.objects.filter(pk__among=ids).values_list("pk", flat=True)
    subjects: dict[int, Kept] = {
        pk: {"places": [], "officials": [], "series": []} for pk in present
    }
    for kind, model, article, names in TOLD:
        rows = model._default_manager.filter(**{f"{article}__among": subjects}).order_by()
        for pk, *told in rows.values_list(article, *names).distinct():
            subjects[pk][kind].append(told[0] if len(told) == 1 else told)
    return subjects


def keep(ids: Collection[int], subjects: dict[int, Kept]) -> None:
    Summed.objects.filter(pk__among=ids).delete()
    Summed.objects.bulk_create(Summed(pk, told) for pk, told in subjects.items())


def rebuild() -> int:
    """Make all sums anew beside the running site; returns of how many articles."""
    gone = Summed.objects.exclude(pk__in=Article.objects.values("pk"))
    gone.delete()
    for first in range(0, last_of(Article) + 1, CHUNK):
        with transaction.atomic():
            take_turn("queue")
            ids = range(first, first + CHUNK)
            keep(ids, told_of(ids))
    for _ in in_steps():
        pass
    return Summed.objects.count()


def last_of(model: type[Model]) -> int:
    return model._default_manager.order_by("pk").values_list("pk", flat=True).last() or 0


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
