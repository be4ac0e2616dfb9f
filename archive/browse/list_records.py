"""A row of a list → one flat record: that of the data sets, with the address of its page here.

`sample` marks what rests on retold samples alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch

from archive.browse.as_data import CHUNK
from archive.browse.linked import address
from archive.exporting import records
from archive.models import Article, MeetingReport

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.exporting.records import Row
    from archive.models import Indicator, Meeting, Official, PositionReport, Source


def articles(rows: Any) -> Iterator[Row]:
    return map(article, rows.select_related("place", "unit", "source").iterator(CHUNK))


def article(row: Article) -> Row:
    return {**records.article(row), "sample": row.source.is_sample, "page": address(row)}


def meetings(rows: Any) -> Iterator[Row]:
    public = MeetingReport.objects.valid().filter(article__in=Article.objects.published())
    reports = Prefetch("reports", public.select_related("article__source"))
    return map(meeting, rows.prefetch_related(reports).select_related("place").iterator(CHUNK))


def meeting(row: Meeting) -> Row:
    sample = all(report.article.source.is_sample for report in row.reports.all())
    return {**records.meeting(row), "sample": sample, "page": address(row)}


def posts(rows: Any) -> Iterator[Row]:
    named = rows.select_related("mention__official", "position__place", "article__source")
    return map(post, named.iterator(CHUNK))


def post(row: PositionReport) -> Row:
    official = row.mention.official
    sample = row.article.source.is_sample
    return {**records.post(row), "sample": sample, "page": address(official)}


def figures(rows: Any) -> Iterator[Row]:
    whole = rows.select_related("indicator", "place", "parent", "article__source")
    return map(figure, whole.prefetch_related("evidence").iterator(CHUNK))


def figure(row: Any) -> Row:
    page = f"{address(row.article)}#so-{row.pk}"
    return {**records.figure(row), "sample": row.article.source.is_sample, "page": page}


def official(row: Official) -> Row:
    """Of a list with `posts`, `article_count` and `last`."""
    held: Any = row
    return {
        "official": row.slug,
        "name": row.name,
        "province": records.slug(row.province),
        "positions": "; ".join(dict.fromkeys(map(str, held.posts))),
        "articles": held.article_count,
        "last": held.last,
        "page": address(row),
    }


def indicator(row: Indicator) -> Row:
    """Of a list with `figures`, `places`, `first` and `last`."""
    held: Any = row
    return {
        "indicator": row.slug,
        "name": row.name,
        "category": row.category or None,
        "definition": row.definition or None,
        "figures": held.figures,
        "places": held.places,
        "first": held.first or None,
        "last": held.last or None,
        "page": address(row),
    }


def source(row: Source) -> Row:
    """Of a list with `count`, `first` and `last`."""
    held: Any = row
    return {
        "source": row.slug,
        "name": row.name,
        "place": records.slug(row.place),
        "articles": held.count,
        "first": held.first,
        "last": held.last,
        "sample": row.is_sample,
        "page": address(row),
    }


def place(row: Any) -> Row:
    """Of a list with `count` and `last`; the name as on the day of the newest article."""
    return {
        "place": row.slug,
        "name": str(row.unit_on(row.last) or row),
        "level": row.level,
        "parent": records.slug(row.parent),
        "articles": row.count,
        "last": row.last,
        "page": address(row),
    }
