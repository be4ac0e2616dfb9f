from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Count, Max, Prefetch, Q
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import DetailView, TemplateView

from archive.browse.company import at_meetings, in_bodies
from archive.browse.filters import OfficialFilter
from archive.browse.linked import official_data
from archive.browse.marks import anchor_of
from archive.browse.passages import passage
from archive.browse.views.lists import FollowMerged, page_of
from archive.browse.views.removals import OfficialMayBeGone
from archive.models import (
    Article,
    Evidence,
    Official,
    Participation,
    Position,
    PositionReport,
    State,
)
from archive.ordering import by_name

if TYPE_CHECKING:
    from archive.browse.passages import Passage


def public_officials() -> Any:
    """People whom an article that the public may see names."""
    named = Q(mentions__article__in=Article.objects.published()) & ~Q(
        mentions__state=State.REJECTED
    )
    return Official.objects.filter(named, merged_into=None).distinct()


def public_positions() -> Any:
    """Posts that such an article reports."""
    reported = Q(reports__article__in=Article.objects.published()) & ~Q(
        reports__state=State.REJECTED
    )
    return Position.objects.filter(reported).distinct()


class OfficialListView(TemplateView):
    template_name = "officials/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        posts = public_positions().annotate(last=Max("reports__on")).order_by("-last", "pk")
        rows = (
            public_officials()
            .select_related("province")
            .prefetch_related(Prefetch("positions", posts, to_attr="posts"))
            .annotate(
                article_count=Count("mentions", distinct=True),
                last=Max("mentions__article__sort_date"),
            )
            .order_by("-last", by_name("name"), "pk")
        )
        chosen = OfficialFilter(self.request.GET, queryset=rows, request=self.request)
        return super().get_context_data(
            **kwargs, filter=chosen, page=page_of(self.request, chosen.qs, 40)
        )


class OfficialView(OfficialMayBeGone, FollowMerged, DetailView[Official]):
    """A person's posts as reported through time, and the meetings they took part in."""

    model = Official
    template_name = "officials/detail.html"

    def get_object(self, queryset: Any = None) -> Official:
        officials = public_officials().select_related("province")
        official: Official | None = officials.filter(slug=self.kwargs["slug"]).first()
        if official is None:
            raise Http404(_("Kho không có người này."))
        return official

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        official = self.object
        roles = (
            Participation.objects.valid()
            .filter(mention__official=official, article__in=Article.objects.published())
            .select_related("meeting__place", "article__place")
            .order_by("-article__sort_date", "pk")
        )
        days = days_of(official)
        positions = [report.position for day in days for report in day["reports"]]
        posts = [position.title for position in positions]
        meetings = by_meeting(roles)
        return super().get_context_data(
            **kwargs,
            linked=official_data(official, posts),
            feed=(official.name, reverse("official_feed", args=[official.slug])),
            noindex=Article.objects.published().filter(mentions__official=official).only_retold(),
            days=days,
            roles=meetings,
            chaired=sum(entry["chaired"] for entry in meetings),
            together=at_meetings(official),
            bodies=in_bodies(official, positions),
            namesakes=public_officials()
            .filter(folded=official.folded)
            .exclude(pk=official.pk)
            .select_related("province"),
        )


def days_of(official: Official) -> list[dict[str, Any]]:
    """One entry an article, oldest first: its day, the posts it gives, the sentence with them."""
    evidence = Evidence.objects.filter(where="body").select_related("version")
    reports = (
        PositionReport.objects.valid()
        .filter(mention__official=official, article__in=Article.objects.published())
        .select_related("position__place", "article__place__parent", "mention")
        .prefetch_related(Prefetch("evidence", evidence, to_attr="in_body"))
        .order_by("on", "article", "order")
    )
    days: dict[int, dict[str, Any]] = {}
    for report in reports:
        entry = {"article": report.article, "anchor": anchor_of(("mention", report.mention_id))}
        day = days.setdefault(report.article_id, {**entry, "on": report.on, "reports": []})
        day["reports"].append(report)
    return [{**day, "passage": sentence_of(day["reports"])} for day in days.values()]


def sentence_of(reports: list[Any]) -> Passage | None:
    """The sentence that gives the first of the posts."""
    for report in reports:
        for row in report.in_body:
            return passage(row.version.body, row.start, row.end)
    return None


def by_meeting(roles: Any) -> list[dict[str, Any]]:
    """One entry a meeting (or article without one), with all that the person did there."""
    entries: dict[tuple[str, int], dict[str, Any]] = {}
    for role in roles:
        key = ("meeting", role.meeting_id) if role.meeting_id else ("article", role.article_id)
        shown = role.meeting or role.article
        blank = {"of": shown, "article": role.article, "roles": [], "chaired": False}
        entry = entries.setdefault(key, blank)
        entry["chaired"] |= role.role == Participation.Role.CHAIR
        if role.get_role_display() not in entry["roles"]:
            entry["roles"].append(role.get_role_display())
    return list(entries.values())
