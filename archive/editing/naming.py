"""Another name for a series: figures that machines read under it move, its old address leads on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from archive.editing.showing import show
from archive.history.changes import moved_by_machine
from archive.models import Indicator, Observation, Redirect

if TYPE_CHECKING:
    from archive.models import IndicatorAlias


@transaction.atomic
def adopt(alias: IndicatorAlias) -> int:
    """Move the figures of the series of this very name; returns how many. People's stay.

    The machine follows the alias from the next reading on (`importing.observations.series_of`).
    """
    strays = Indicator.objects.filter(folded=alias.folded, key="", merged_into=None)
    strays = strays.exclude(pk=alias.indicator_id)
    figures = list(Observation.objects.by_machine().filter(indicator__in=strays))
    moved_by_machine(figures, "indicator", alias.indicator)
    for stray in strays.filter(observations=None, merged=None):
        Redirect.objects.update_or_create(
            old_path=stray.get_absolute_url(),
            defaults={"new_path": alias.indicator.get_absolute_url(), "reason": "tên khác"},
        )
        stray.delete()
    show([figure.article_id for figure in figures])
    return len(figures)
