"""A row of the database → one flat record, as data sets and lists give it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.timezone import localtime

if TYPE_CHECKING:
    from datetime import date, datetime

    from archive.models import Article, Meeting, Observation, Place, PlaceUnit, PositionReport

Row = dict[str, Any]


def slug(place: Place | None) -> str | None:
    return place.slug if place else None


def published(article: Article) -> date | datetime | None:
    """As the page gives it: with the time in Vietnam where it tells one, else the day alone."""
    if article.published_at is None:
        return None
    moment = localtime(article.published_at)
    return moment if article.published_has_time else moment.date()


def article(article: Article) -> Row:
    return {
        "id": article.pk,
        "url": article.url,
        "title": article.title,
        "source": article.source.slug,
        "place": slug(article.place),
        "unit": str(article.unit) if article.unit else None,
        "event_on": article.event_on,
        "published_at": published(article),
        "captured_on": article.captured_on,
        "date": article.sort_date,
        "date_kind": article.date_kind or None,
    }


def post(report: PositionReport) -> Row:
    return {
        "official": report.mention.official.slug,
        "name": report.mention.official.name,
        "position": report.position.title,
        "place": slug(report.position.place),
        "on": report.on,
        "article": report.article_id,
        "state": report.state,
    }


def meeting(meeting: Meeting) -> Row:
    return {
        "id": meeting.pk,
        "kind": meeting.kind,
        "name": meeting.name,
        "place": slug(meeting.place),
        "ordinal": meeting.ordinal,
        "congress": meeting.congress,
        "term": meeting.term or None,
        "held_on": meeting.held_on,
        "day_part": meeting.day_part or None,
        "articles": " ".join(str(report.article_id) for report in meeting.reports.all()),
    }


def figure(figure: Observation) -> Row:
    return {
        "id": figure.pk,
        "indicator": figure.indicator.slug,
        "name": figure.name,
        "place": slug(figure.place),
        "period": figure.period or None,
        "kind": figure.kind,
        "value": figure.value,
        "value_high": figure.value_high,
        "unit": figure.unit or None,
        "plan_percent": figure.plan_percent,
        "growth_percent": figure.growth_percent,
        "compared_with": figure.compared_with or None,
        "parent": figure.parent.name if figure.parent else None,
        "article": figure.article_id,
        "as_written": " ".join(item.quote for item in figure.evidence.all()),
        "state": figure.state,
    }


def unit(unit: PlaceUnit) -> Row:
    return {
        "place": unit.place.slug,
        "level": unit.place.level,
        "kind": unit.kind,
        "name": unit.name,
        "code": unit.code or None,
        "parent": slug(unit.place.parent),
        "valid_from": unit.valid_from,
        "valid_to": unit.valid_to,
        "resolution": unit.resolution or None,
    }
