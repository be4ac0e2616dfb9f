"""Rows → documents: what of an article is searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Prefetch

from archive.models import Article, MeetingReport, Mention, Observation
from archive.search.document import Subject, sealed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archive.models import Place
    from archive.search.document import Document

CHUNK = 500  # articles that are read from the database at once


def documents(articles: Iterable[int] | None = None) -> Iterator[Document]:
    """Documents of the public articles among `articles`, of all of them without."""
    rows = Article.objects.published().select_related("place__parent", "source")
    if articles is not None:
        rows = rows.filter(pk__in=list(articles))
    rows = rows.prefetch_related("versions", "place__units", "place__parent__units")
    mentions = Mention.objects.valid().select_related("official")
    rows = rows.prefetch_related(Prefetch("mentions", mentions))
    reports = MeetingReport.objects.valid().select_related("meeting")
    rows = rows.prefetch_related(Prefetch("meetingreports", reports))
    figures = Observation.objects.valid().exclude(indicator__key="").select_related("indicator")
    rows = rows.prefetch_related(Prefetch("observations", figures))
    for article in rows.order_by("pk").iterator(chunk_size=CHUNK):
        yield document_of(article)


def document_of(article: Article) -> Document:
    version = max(article.versions.all(), key=lambda version: version.number)
    mentions = list(article.mentions.all())
    places = line_of(article.place)
    unit_names = sorted({unit.name for unit in places[0].units.all()}) if places else []
    province = places[-1].unit_on(article.sort_date) if places else None
    return sealed(
        id=article.pk,
        url=article.get_absolute_url(),
        title=article.title,
        body=version.body,
        captions=tuple(version.captions),
        people=tuple(mention.official.name for mention in mentions),
        places=tuple(place.slug for place in places),
        place_names=tuple(dict.fromkeys([*(p.name for p in places), *unit_names])),
        day=str(article.sort_date or ""),
        date_kind=article.date_kind,
        kinds=tuple(sorted({report.meeting.kind for report in article.meetingreports.all()})),
        source=article.source.slug,
        officials=tuple(sorted({mention.official.slug for mention in mentions})),
        province_kind=province.kind if province else "",
        subjects=tuple(dict.fromkeys(subjects_of(article, places))),
    )


def line_of(place: Place | None) -> list[Place]:
    """The place and those it lies in, the province last."""
    return [one for one in (place, place.parent) if one] if place else []


def subjects_of(article: Article, places: list[Place]) -> Iterator[Subject]:
    """What the article tells of that has a page of its own; figures of the catalogue alone."""
    for i in range(len(places)):
        yield Subject("place", places[i].slug, ", ".join(place.name for place in places[i:]))
    for mention in article.mentions.all():
        yield Subject("official", mention.official.slug, mention.official.name)
    for report in article.meetingreports.all():
        yield Subject("meeting", str(report.meeting_id), report.meeting.name)
    for figure in article.observations.all():
        yield Subject("indicator", figure.indicator.slug, figure.indicator.name)
