"""Rows → documents: what of an article is searched."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from archive.models import Article, ArticleVersion, MeetingReport, Mention, Observation, Place
from archive.search.document import Subject, sealed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from archive.search.document import Document

CHUNK = 500  # articles that are read from the database at once


class Named(NamedTuple):
    """Something that an article tells of; `key` is a slug, of a meeting its number."""

    key: str
    name: str
    kind: str = ""


def documents(articles: Iterable[int] | None = None) -> Iterator[Document]:
    """Documents of the public articles among `articles`, of all of them without."""
    rows = Article.objects.published().select_related("source")
    rows = rows.only("title", "sort_date", "date_kind", "place", "source__slug").order_by("pk")
    if articles is not None:
        rows = rows.filter(pk__among=list(articles))
    found = rows.iterator(chunk_size=CHUNK)
    while chunk := list(islice(found, CHUNK)):
        told = Told(chunk)
        yield from map(told.document_of, chunk)


class Told:
    """What some articles tell, read as plain values: a document needs no rows of people and figures."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.ids = [article.pk for article in articles]
        self.texts = newest_texts(self.ids)
        self.people = self.named(Mention, "official__slug", "official__name", order=("order",))
        self.meetings = self.named(MeetingReport, "meeting_id", "meeting__name", "meeting__kind")
        self.figures = self.named(
            Observation, "indicator__slug", "indicator__name", "indicator__key", order=("order",)
        )
        places = Place.objects.filter(pk__among={article.place_id for article in articles})
        places = places.select_related("parent").prefetch_related("units", "parent__units")
        self.places = {place.pk: place for place in places}

    def named(
        self, model: type[Any], *columns: str, order: tuple[str, ...] = ()
    ) -> dict[int, list[Named]]:
        """The valid facts of each article, in their order."""
        rows = model.objects.valid().filter(article__among=self.ids)
        found = defaultdict(list)
        for article, key, *others in rows.order_by("article", *order, "pk").values_list(
            "article", *columns
        ):
            found[article].append(Named(str(key), *others))
        return found

    def document_of(self, article: Article) -> Document:
        body, captions = self.texts[article.pk]
        people = self.people[article.pk]
        places = line_of(self.places[article.place_id]) if article.place_id else []
        unit_names = sorted({unit.name for unit in places[0].units.all()}) if places else []
        province = places[-1].unit_on(article.sort_date) if places else None
        return sealed(
            id=article.pk,
            url=article.get_absolute_url(),
            title=article.title,
            body=body,
            captions=tuple(captions),
            people=tuple(person.name for person in people),
            places=tuple(place.slug for place in places),
            place_names=tuple(dict.fromkeys([*(p.name for p in places), *unit_names])),
            day=str(article.sort_date or ""),
            date_kind=article.date_kind,
            kinds=tuple(sorted({meeting.kind for meeting in self.meetings[article.pk]})),
            source=article.source.slug,
            officials=tuple(sorted({person.key for person in people})),
            province_kind=province.kind if province else "",
            subjects=tuple(dict.fromkeys(self.subjects_of(article, places))),
        )

    def subjects_of(self, article: Article, places: list[Place]) -> Iterator[Subject]:
        """What the article tells of that has a page of its own; figures of the catalogue alone."""
        for i in range(len(places)):
            yield Subject("place", places[i].slug, ", ".join(place.name for place in places[i:]))
        for person in self.people[article.pk]:
            yield Subject("official", person.key, person.name)
        for meeting in self.meetings[article.pk]:
            yield Subject("meeting", meeting.key, meeting.name)
        for figure in self.figures[article.pk]:
            if figure.kind:
                yield Subject("indicator", figure.key, figure.name)


def newest_texts(ids: Sequence[int]) -> dict[int, tuple[str, list[str]]]:
    """Body and captions of each article's last version."""
    rows = ArticleVersion.objects.filter(article__among=ids).order_by("article", "number")
    return {
        article: (body, captions)
        for article, body, captions in rows.values_list("article", "body", "captions")
    }


def line_of(place: Place) -> list[Place]:
    """The place and those it lies in, the province last."""
    return [one for one in (place, place.parent) if one]
