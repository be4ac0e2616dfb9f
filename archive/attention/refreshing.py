"""Keeping queue, progress and sums in step with the rows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Count, F, Q

from archive import sums
from archive.attention.reasons import READ, REASONS
from archive.models import Article, Attention, MeetingReport, Observation, Review, State
from archive.models.among import batched
from archive.models.turns import take_turn

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

CHUNK = 500  # articles at once; the databases bound the parameters of a query


@transaction.atomic
def refresh(article_ids: Iterable[int]) -> None:
    """Find again why these articles, and those that report the same, deserve a look."""
    take_turn("queue")
    ids = set(article_ids)
    beside = set().union(*map(touching, batched(sorted(ids), CHUNK))) - ids
    for some in batched(sorted(ids | beside), CHUNK):
        write(some)
    sums.refresh(ids, beside)


def touching(ids: Collection[int]) -> set[int]:
    """Articles that report the same meetings, or other values of the same figures."""
    meetings = MeetingReport.objects.filter(article__among=ids).values("meeting")
    reports = MeetingReport.objects.filter(meeting__in=meetings)
    return {*reports.values_list("article_id", flat=True), *rivals_of(ids)}


def rivals_of(ids: Collection[int]) -> set[int]:
    """Articles with other values of the figures of these, found from these: however large the archive is.

    The conditions are those of `reasons.rivals`, asked from the other side.
    """
    other = "indicator__observations__"
    alike = {f"{other}{name}": F(name) for name in ("place", "period", "kind", "unit")}
    own = Observation.objects.valid().filter(article__among=ids).exclude(period="")
    found: set[int] = set()
    for than in ("lt", "gt"):  # each a range of the index `observation_rivals`
        differing = own.filter(**alike, **{f"{other}value__{than}": F("value")})
        rivals = differing.order_by().values_list(f"{other}article_id", flat=True)
        found.update(rivals.distinct())
    return found - set(ids)


def write(ids: Collection[int]) -> None:
    Attention.objects.filter(article__among=ids).delete()
    present = set(Article.objects.filter(pk__among=ids).values_list("pk", flat=True))
    rows = list(reasons_of(present))
    Attention.objects.bulk_create(rows)
    weights = {reason.key: reason.weight for reason in REASONS}
    urgency: Counter[int] = Counter()
    for row in rows:
        urgency[row.article_id] += weights[row.reason]
    facts, judged = judged_facts(present)
    Review.objects.bulk_create(
        [
            Review(article_id=pk, facts=facts[pk], judged=judged[pk], urgency=urgency[pk])
            for pk in present
        ],
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=["facts", "judged", "urgency"],
    )


def reasons_of(ids: Collection[int]) -> Iterator[Attention]:
    for reason in REASONS:
        for article, found in reason.find(ids).items():
            yield Attention(
                article_id=article, reason=reason.key, count=found.places, detail=found.detail
            )


def judged_facts(ids: Collection[int]) -> tuple[Counter[int], Counter[int]]:
    """How many facts each article has, as an editor counts them, and how many were judged."""
    facts: Counter[int] = Counter()
    judged: Counter[int] = Counter()
    for model in READ:
        rows = model._default_manager.filter(article__among=ids).order_by().values_list("article")
        for article, all_, seen in rows.annotate(
            all=Count("pk"), seen=Count("pk", filter=~Q(state=State.EXTRACTED))
        ):
            facts[article] += all_
            judged[article] += seen
    return facts, judged
