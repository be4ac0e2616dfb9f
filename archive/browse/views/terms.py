from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Count, Max, Min, Sum
from django.views.generic import TemplateView

from archive.browse.as_data import AsData
from archive.models import MeetingSum
from archive.models.meeting import MEETING_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from archive.exporting.records import Row


class TermListView(AsData, TemplateView):
    """What terms are, and what the archive holds of each: by years of the term and kind of meeting."""

    template_name = "terms.html"

    def rows(self) -> Any:
        return (
            MeetingSum.objects.exclude(term="")
            .values("term", "kind")
            .annotate(
                meetings=Sum("meetings"),
                places=Count("place", distinct=True),
                first=Min("first"),
                last=Max("last"),
            )
            .order_by("-term", "kind")
        )

    def tables(self) -> dict[str, Callable[[], Iterable[Row]]]:
        return {"nhiem-ky": self.rows}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kinds = dict(MEETING_KINDS)
        terms = [{**row, "name": kinds[row["kind"]]} for row in self.rows()]
        return super().get_context_data(**kwargs, terms=terms)
