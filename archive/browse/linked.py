"""What a page is about in the words of schema.org, for programs that read it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from archive.models import (
        Article,
        ArticleVersion,
        Indicator,
        Meeting,
        Observation,
        Official,
        Place,
    )

CONTEXT = "https://schema.org"
LEVELS = {"province": "State", "district": "AdministrativeArea", "commune": "AdministrativeArea"}
IN_SCRIPT = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
Data = dict[str, Any]


def as_script(data: Data) -> SafeString:
    """JSON that cannot end the script element it stands in; what is not known is left out."""
    text = json.dumps(known(data), ensure_ascii=False).translate(IN_SCRIPT)
    return mark_safe(text)  # noqa: S308 - no character of it is markup


def known(value: Any) -> Any:
    """Without empty values, at any depth."""
    if isinstance(value, dict):
        return {key: known(item) for key, item in value.items() if item not in (None, "", [], {})}
    return [known(item) for item in value] if isinstance(value, list) else value


def address(row: Any) -> str:
    return f"{settings.SITE_URL}{row.get_absolute_url()}"


def iso(moment: date | datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def place_data(place: Place | None) -> Data:
    if place is None:
        return {}
    above = place_data(place.parent) if place.parent else {}
    kind = LEVELS.get(place.level, "Place")
    return {"@type": kind, "name": place.name, "url": address(place), "containedInPlace": above}


def article_data(article: Article, version: ArticleVersion, facts: Any) -> Data:
    published = article.published_at
    exact = published if published is None or article.published_has_time else published.date()
    return {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "headline": article.title,
        "url": address(article),
        "inLanguage": "vi",
        "datePublished": iso(exact),
        "dateModified": iso(article.changed_at),
        "author": {"@type": "Person", "name": version.author} if version.author else {},
        "publisher": {"@type": "Organization", "name": article.source.name},
        "isBasedOn": article.url,
        "contentLocation": place_data(article.place),
        "about": [event(card.row.meeting) for card in facts.meetings],
        "mentions": [person(card.row.official) for card in facts.people],
    }


def event(meeting: Meeting) -> Data:
    return {
        "@type": "Event",
        "name": meeting.name,
        "url": address(meeting),
        "startDate": iso(meeting.held_on),
    }


def person(official: Official) -> Data:
    return {"@type": "Person", "name": official.name, "url": address(official)}


def meeting_data(meeting: Meeting, people: Iterable[Data]) -> Data:
    return {
        "@context": CONTEXT,
        **event(meeting),
        "inLanguage": "vi",
        "location": place_data(meeting.place),
        "attendee": [person(entry["mention"].official) for entry in people],
    }


def official_data(official: Official, posts: Iterable[str]) -> Data:
    return {
        "@context": CONTEXT,
        **person(official),
        "jobTitle": list(dict.fromkeys(posts)),
        "workLocation": place_data(official.province),
    }


def indicator_data(indicator: Indicator, figures: Iterable[Observation]) -> Data:
    rows = list(figures)
    periods = sorted(row.period[:4] for row in rows if row.period)
    places = {row.place_id: row.place for row in rows if row.place}
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": indicator.name,
        "description": indicator.definition or indicator.name,
        "url": address(indicator),
        "inLanguage": "vi",
        "isAccessibleForFree": True,
        "temporalCoverage": f"{periods[0]}/{periods[-1]}" if periods else None,
        "spatialCoverage": [place_data(place) for place in places.values()],
        "variableMeasured": indicator.name,
        "creator": {"@type": "Organization", "name": "Kho tin Cấp ủy", "url": settings.SITE_URL},
    }
