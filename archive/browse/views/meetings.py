from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Subquery
from django.http import Http404
from django.utils.translation import gettext as _
from django.views.generic import DetailView, TemplateView

from archive.browse import list_records
from archive.browse.as_data import AsData
from archive.browse.filters import MeetingFilter, MeetingSumFilter
from archive.browse.linked import meeting_data
from archive.browse.side_by_side import MOST, side_by_side
from archive.browse.terms import terms
from archive.browse.views.lists import FollowMerged, OneAddress, page_of
from archive.models import (
    Article,
    Meeting,
    MeetingReport,
    MeetingSum,
    Observation,
    Participation,
    PositionReport,
    State,
)
from archive.ordering import by_name, newest
from archive.sums.totals import span, total

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from archive.exporting.records import Row


def public_meetings() -> Any:
    """Meetings that stand for themselves and have a report that the public may see."""
    return Meeting.objects.filter(Exists(public_reports()), merged_into=None)


def public_reports() -> Any:
    """Reports of the meeting of an outer query."""
    shown = MeetingReport.objects.valid().filter(article__in=Article.objects.published())
    return shown.filter(meeting=OuterRef("pk"))


class MeetingListView(AsData, TemplateView):
    template_name = "meetings/list.html"

    @cached_property
    def chosen(self) -> MeetingFilter:
        rows = public_meetings().order_by(newest("held_on"), "-pk")
        return MeetingFilter(self.request.GET, queryset=rows, request=self.request)

    @property
    def sums(self) -> Any:
        rows = MeetingSum.objects.all()
        return MeetingSumFilter(self.request.GET, queryset=rows, request=self.request).qs

    def tables(self) -> dict[str, Callable[[], Iterable[Row]]]:
        return {"cuoc-hop": lambda: list_records.meetings(self.chosen.qs)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = (
            self.chosen.qs.select_related("place__parent")
            .prefetch_related("place__units")
            .annotate(
                report_count=Subquery(
                    public_reports()
                    .order_by()
                    .values("meeting")
                    .annotate(n=Count("pk"))
                    .values("n")
                )
            )
        )
        return super().get_context_data(
            **kwargs,
            filter=self.chosen,
            page=page_of(self.request, rows, total=total(self.sums, "meetings")),
            span=span(self.sums),
        )


class MeetingView(FollowMerged, OneAddress, AsData, DetailView[Meeting]):
    """One session: who did what, which articles report it, and the figures they give."""

    model = Meeting
    template_name = "meetings/detail.html"

    def get_object(self, queryset: Any = None) -> Meeting:
        meetings = public_meetings().select_related("place__parent")
        meeting: Meeting | None = (
            meetings.prefetch_related("place__units").filter(pk=self.kwargs["pk"]).first()
        )
        if meeting is None:
            raise Http404(_("Kho không có cuộc họp này."))
        return meeting

    def tables(self) -> dict[str, Callable[[], Iterable[Row]]]:
        articles = [report.article for report in reports_of(self.get_object())]
        return {"so-lieu": lambda: list_records.figures(figures_in(articles))}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        meeting = self.object
        reports = list(reports_of(meeting))
        articles = [report.article for report in reports]
        figures = list(figures_in(articles))
        people = people_of(meeting)
        rows = side_by_side(articles, figures) if len(articles) > 1 else []
        return super().get_context_data(
            **kwargs,
            unit=meeting.place.unit_on(meeting.held_on) if meeting.place else None,
            reports=reports,
            people=people,
            linked=meeting_data(meeting, people),
            noindex=Article.objects.filter(pk__in=[row.pk for row in articles]).only_retold(),
            figures=figures,
            rows=rows,
            compared=articles[:MOST],
            differing=sum(row.differs for row in rows),
            terms=terms(term_of(meeting)),
        )


def reports_of(meeting: Meeting) -> Any:
    return (
        MeetingReport.objects.valid()
        .filter(meeting=meeting, article__in=Article.objects.published())
        .select_related("article__source")
        .order_by("article__published_at", "pk")
    )


def figures_in(articles: list[Article]) -> Any:
    return (
        Observation.objects.valid()
        .filter(article__in=articles)
        .select_related("indicator", "article__source")
        .order_by(by_name("indicator__name"), "period", "article", "order")
    )


def term_of(meeting: Meeting) -> Any:
    """The numbered sessions of the same body in the same term; none of a meeting without number."""
    if not (meeting.place and meeting.congress and meeting.ordinal):
        return []
    same = {"place": meeting.place, "kind": meeting.kind, "congress": meeting.congress}
    return public_meetings().filter(**same)


def people_of(meeting: Meeting) -> Any:
    """Roles at the meeting, chairs first, with the person and the posts of the article."""
    order = [value for value, _ in Participation.Role.choices]
    posts = PositionReport.objects.valid().select_related("position").order_by("order")
    rows = (
        Participation.objects.valid()
        .filter(meeting=meeting, article__in=Article.objects.published())
        .exclude(mention__state=State.REJECTED)
        .select_related("mention__official", "article")
        .prefetch_related(Prefetch("mention__position_reports", posts, to_attr="posts"))
    )
    people: dict[int, dict[str, Any]] = {}
    for row in sorted(rows, key=lambda row: (order.index(row.role), row.mention.order)):
        person = people.setdefault(row.mention.official_id, {"mention": row.mention, "roles": []})
        if row.get_role_display() not in person["roles"]:
            person["roles"].append(row.get_role_display())
    return list(people.values())
