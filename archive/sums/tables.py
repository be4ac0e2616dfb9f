"""The tables of sums, each with the query that says what must stand in it.

To add one: a model of its columns, a query grouped by the first of them, a line in `TABLES`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import connection, models
from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, Sum, Value
from django.db.models.functions import Coalesce, ExtractYear

from archive.models import (
    Article,
    ArticleSum,
    Attention,
    AttentionSum,
    FigureSum,
    Meeting,
    MeetingReport,
    MeetingSum,
    Mention,
    Observation,
    OfficialSum,
    Review,
    ReviewSum,
    Visibility,
)

if TYPE_CHECKING:
    from collections.abc import Callable

PUBLIC = Q(article__visibility=Visibility.PUBLIC, article__duplicate_of=None)
WITHDRAWN = Q(article__visibility=Visibility.WITHDRAWN)
WAITING = (Q(urgency__gt=0) | Q(judged__lt=F("facts"))) & ~WITHDRAWN
DONE = Q(judged__gte=1, urgency=0)
OF_ARTICLE = {"place": F("article__place_id"), "source": F("article__source_id")}


@dataclass(frozen=True, slots=True)
class Table:
    """`truth(scope)` gives `columns` of the rows that must stand there; a scope names fields of both sides."""

    model: type[models.Model]
    truth: Callable[[Q], Any]

    @property
    def columns(self) -> list[models.Field[Any, Any]]:
        return [f for f in self.model._meta.concrete_fields if f.name != "id"]

    def rows(self, scope: Q) -> Any:
        """What must stand there, as tuples in the order of the columns."""
        return self.truth(scope).values_list(*(column.name for column in self.columns))

    def kept(self, scope: Q) -> Any:
        rows = self.model._default_manager.filter(scope)
        return rows.values_list(*(column.name for column in self.columns))

    def renew(self, scope: Q) -> None:
        """Make these sums anew, inside the database; where nothing is to be summed none stands."""
        self.model._default_manager.filter(scope).delete()
        sql, parameters = self.rows(scope).query.sql_with_params()
        quote = connection.ops.quote_name
        names = ", ".join(quote(str(column.column)) for column in self.columns)
        table = quote(self.model._meta.db_table)
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {table} ({names}) {sql}", parameters)


def articles(scope: Q) -> Any:
    rows = Article.objects.published().filter(scope).order_by().values("place", "source")
    return rows.annotate(articles=Count("pk"), first=Min("sort_date"), last=Max("sort_date"))


def officials(scope: Q) -> Any:
    rows = Mention.objects.valid().filter(PUBLIC, scope, official__merged_into=None)
    return (
        rows.order_by()
        .values("official")
        .annotate(
            articles=Count("article", distinct=True),
            first=Min("article__sort_date"),
            last=Max("article__sort_date"),
        )
    )


def figures(scope: Q) -> Any:
    rows = Observation.objects.valid().filter(PUBLIC, scope, indicator__merged_into=None)
    return (
        rows.order_by()
        .values("indicator", "place")
        .annotate(
            figures=Count("pk"),
            first=Coalesce(Min("period", filter=~Q(period="")), Value("")),
            last=Max("period"),
        )
    )


def meetings(scope: Q) -> Any:
    told = MeetingReport.objects.valid().filter(PUBLIC, meeting=OuterRef("pk"))
    rows = Meeting.objects.filter(Exists(told), scope, merged_into=None).order_by()
    return (
        rows.annotate(year=ExtractYear("held_on"))
        .values("place", "kind", "term", "year")
        .annotate(meetings=Count("pk"), first=Min("held_on"), last=Max("held_on"))
    )


def reviews(scope: Q) -> Any:
    rows: Any = Review.objects.annotate(**OF_ARTICLE)
    return (
        rows.filter(scope)
        .order_by()
        .values("place", "source")
        .annotate(
            articles=Count("pk"),
            done=Count("pk", filter=DONE),
            waiting=Count("pk", filter=WAITING),
            all_facts=Sum("facts"),
            judged_facts=Sum("judged"),
        )
    )


def attention(scope: Q) -> Any:
    rows: Any = Attention.objects.exclude(WITHDRAWN).annotate(**OF_ARTICLE)
    grouped = rows.filter(scope).order_by().values("place", "source", "reason")
    return grouped.annotate(articles=Count("article"))


ARTICLES = Table(ArticleSum, articles)
OFFICIALS = Table(OfficialSum, officials)
FIGURES = Table(FigureSum, figures)
MEETINGS = Table(MeetingSum, meetings)
REVIEWS = Table(ReviewSum, reviews)
ATTENTION = Table(AttentionSum, attention)
BY_PLACE = (ARTICLES, MEETINGS, REVIEWS, ATTENTION)
TABLES = (*BY_PLACE, OFFICIALS, FIGURES)
