from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, F, Max, OuterRef, Prefetch
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import DetailView, TemplateView

from archive.browse import list_records
from archive.browse.as_data import CHUNK, AsData
from archive.browse.career import spells
from archive.browse.company import at_meetings, in_bodies
from archive.browse.filters import OfficialFilter
from archive.browse.kept import kept_of
from archive.browse.linked import official_data
from archive.browse.office import SHOWN, public_reports
from archive.browse.views.lists import FollowMerged, page_of
from archive.browse.views.meetings import public_meetings
from archive.browse.views.removals import OfficialMayBeGone
from archive.models import (
    Article,
    Mention,
    Official,
    OfficialSum,
    Participation,
    Position,
    PositionReport,
)
from archive.ordering import by_name, newest
from archive.sums.totals import span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from archive.exporting.records import Row


def public_officials() -> Any:
    """People whom an article that the public may see names."""
    named = Mention.objects.valid().filter(article__in=Article.objects.published())
    return Official.objects.filter(Exists(named.filter(official=OuterRef("pk"))), merged_into=None)


def public_positions() -> Any:
    """Posts that such an article reports."""
    reported = PositionReport.objects.valid().filter(article__in=Article.objects.published())
    return Position.objects.filter(Exists(reported.filter(position=OuterRef("pk"))))


def with_posts(officials: Any) -> Any:
    """With `posts`, `article_count` and `last`, who was named last first."""
    posts = public_positions().annotate(last=Max("reports__on", filter=SHOWN))
    posts = posts.order_by(newest("last"), "pk")
    return (
        officials.select_related("province")
        .prefetch_related(Prefetch("positions", posts, to_attr="posts"))
        .annotate(article_count=F("sum__articles"), last=F("sum__last"))
        .order_by(newest("sum__last"), by_name("name"), "pk")
    )


class OfficialListView(AsData, TemplateView):
    template_name = "officials/list.html"

    @cached_property
    def chosen(self) -> OfficialFilter:
        rows = Official.objects.filter(sum__isnull=False)
        return OfficialFilter(self.request.GET, queryset=rows, request=self.request)

    def tables(self) -> dict[str, Callable[[], Iterable[Row]]]:
        rows = with_posts(self.chosen.qs)
        return {"can-bo": lambda: map(list_records.official, rows.iterator(CHUNK))}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        chosen = self.chosen.qs
        named = OfficialSum.objects.filter(official__in=chosen)
        return super().get_context_data(
            **kwargs,
            filter=self.chosen,
            page=page_of(self.request, with_posts(chosen), 40),
            span=kept_of(chosen, "span", lambda: span(named)),
        )


class OfficialView(OfficialMayBeGone, FollowMerged, AsData, DetailView[Official]):
    """A person's posts as reported through time, and the meetings they took part in."""

    model = Official
    template_name = "officials/detail.html"

    def get_object(self, queryset: Any = None) -> Official:
        officials = public_officials().select_related("province")
        official: Official | None = officials.filter(slug=self.kwargs["slug"]).first()
        if official is None:
            raise Http404(_("Kho không có người này."))
        return official

    def tables(self) -> dict[str, Callable[[], Iterable[Row]]]:
        official = self.get_object()
        posts = (
            public_reports().filter(mention__official=official).order_by("on", "article", "order")
        )
        roles = Participation.objects.valid().filter(mention__official=official)
        meetings = (
            public_meetings().filter(participations__in=roles).order_by(newest("held_on"), "-pk")
        )
        return {
            "chuc-vu": lambda: list_records.posts(posts),
            "cuoc-hop": lambda: list_records.meetings(meetings),
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        official = self.object
        roles = (
            Participation.objects.valid()
            .filter(mention__official=official, article__in=Article.objects.published())
            .select_related("meeting__place", "article__place")
            .order_by(newest("article__sort_date"), "pk")
        )
        told = spells(official)
        positions = [report.position for spell in told for report in spell.first.reports]
        posts = [position.title for position in positions]
        meetings = by_meeting(roles)
        return super().get_context_data(
            **kwargs,
            linked=official_data(official, posts),
            feed=(official.name, reverse("official_feed", args=[official.slug])),
            noindex=Article.objects.published().filter(mentions__official=official).only_retold(),
            spells=told,
            articles=sum(len(spell.tellings) for spell in told),
            roles=meetings,
            chaired=sum(entry["chaired"] for entry in meetings),
            together=at_meetings(official),
            bodies=in_bodies(official, positions),
            namesakes=public_officials()
            .filter(folded=official.folded)
            .exclude(pk=official.pk)
            .select_related("province"),
        )


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
