"""Indicators: the figures move; a series is split by the names under which articles give it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from archive.merging.judged import judge
from archive.models import Indicator
from archive.vietnamese.fold import fold, slugify_vi

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.merging.journal import Journal
    from archive.models import Observation


def merge(kept: Indicator, gone: Indicator, journal: Journal) -> None:
    journal.move(gone.merged.all(), "merged_into", kept)
    journal.set(gone, merged_into=kept)
    journal.move(gone.observations.all(), "indicator", kept)
    blank = {name for name in ("category", "definition") if not getattr(kept, name)}
    journal.set(kept, **{name: getattr(gone, name) for name in blank})


def split(indicator: Indicator, figures: Iterable[Observation], journal: Journal) -> Indicator:
    """The chosen figures are of a series that is called as the first of them."""
    chosen = list(figures)
    name = chosen[0].name
    values = {"name": name, "folded": fold(name), "category": indicator.category}
    other: Indicator = journal.make(Indicator, slug=free_slug(name), **values)
    for figure in chosen:
        journal.set(figure, indicator=other)
        judge(figure, journal)
    return other


def free_slug(name: str) -> str:
    stem = slugify_vi(name)[:150] or "khong-ten"
    taken = set(Indicator.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    candidates = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
    return next(slug for slug in candidates if slug not in taken)


def articles(indicator: Indicator) -> set[int]:
    return set(indicator.observations.values_list("article_id", flat=True))


def parts(indicator: Indicator) -> list[dict[str, Any]]:
    """One entry a name as written, with all its figures."""
    by_name: dict[str, list[Observation]] = defaultdict(list)
    for row in indicator.observations.order_by("pk"):
        by_name[row.name].append(row)
    return [
        {
            "id": rows[0].pk,
            "rows": rows,
            "title": name,
            "detail": f"{len(rows)} số liệu; {', '.join(sorted({r.unit for r in rows if r.unit})[:4])}",
            "where": None,
            "day": None,
            "article": None,
        }
        for name, rows in sorted(by_name.items())
    ]
