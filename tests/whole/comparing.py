"""Rows against gold, field by field, as a person would read them."""

from decimal import Decimal

from archive.models import MeetingReport, Mention, Observation
from archive.vietnamese.normalise import shadow


def fold(text):
    return " ".join(shadow(text or "").casefold().split())


def article_differences(article, gold):
    """Fields of the saved article that are not what gold says."""
    place, unit = article.place, article.unit
    event = gold["meeting"]["held_on"] if gold["meeting"] else None
    published = article.published_at
    is_moment = "T" in (gold["published_at"] or "")
    have = {
        "title": fold(article.title),
        "published": published
        and f"{local(published):{'%Y-%m-%dT%H:%M' if is_moment else '%Y-%m-%d'}}",
        "event": article.event_on and article.event_on.isoformat(),
        "author": fold(article.current.author),
        "province": fold((place.parent or place).name),
        "district": fold(place.name) if place.parent else "",
        "kind": unit.kind,
        "captions": [fold(caption) for caption in article.current.captions],
    }
    want = {
        "title": fold(gold["title"]),
        "published": gold["published_at"] and gold["published_at"].removesuffix("+07:00"),
        "event": event,
        "author": fold(gold["author"]),
        "province": fold(gold["place"]["province"]),
        "district": fold(gold["place"]["district"]),
        "kind": gold["place"]["kind"],
        "captions": [fold(caption) for caption in gold["captions"]],
    }
    return {key: (have[key], want[key]) for key in want if have[key] != want[key]}


def local(moment):
    from django.utils import timezone

    return timezone.localtime(moment)


def people(article):
    """{name: (posts in order, roles)} of the saved article."""
    return {
        fold(mention.name): (
            [fold(r.position.title) for r in mention.position_reports.order_by("order")],
            {participation.role for participation in mention.participations.all()},
        )
        for mention in Mention.objects.filter(article=article)
    }


def gold_people(gold):
    return {
        fold(official["name"]): ([fold(p) for p in official["positions"]], set(official["roles"]))
        for official in gold["officials"]
    }


def missing_figures(article, gold):
    """Gold's figures for which no saved figure agrees in value, period, kind, plan and growth."""
    have = [
        (row.value, row.period, row.kind, row.plan_percent, row.growth_percent, row.compared_with)
        for row in Observation.objects.filter(article=article)
    ]
    return [
        want["as_written"] for want in gold["indicators"] if not any(agrees(h, want) for h in have)
    ]


def agrees(have, want):
    value, period, kind, plan, growth, compared = have
    return (
        same(value, want["value"])
        and period in {want["period"], *want.get("period_accept", [])}
        and kind in {want["kind"], *want.get("kind_accept", [])}
        and same(plan, want["plan_percent"])
        and same(growth, want["growth_percent"])
        and compared == (want["compared_with"] or "")
    )


def same(have, want):
    return (have is None) == (want is None) and (want is None or have == Decimal(want))


def meeting_of(article):
    meeting = MeetingReport.objects.get(article=article).meeting
    return (
        meeting.kind,
        meeting.ordinal,
        meeting.congress,
        meeting.term or None,
        meeting.held_on and meeting.held_on.isoformat(),
        meeting.day_part or None,
    )


def gold_meeting(gold):
    return tuple(
        gold["meeting"][key]
        for key in ("kind", "ordinal", "congress", "term", "held_on", "day_part")
    )
