"""Which articles are in the queue and in which order; filters come as a query string."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q
from django.http import QueryDict

from archive.models import Article, AttentionSum, Review, ReviewSum
from archive.sums.totals import total

if TYPE_CHECKING:
    from django.db.models import QuerySet

MINE, FREE = "toi", "chua"


@dataclass(frozen=True, slots=True)
class Choice:
    """Filters: slugs of place and source, key of a reason, and whose articles."""

    place: str = ""
    source: str = ""
    reason: str = ""
    whose: str = ""

    @classmethod
    def of(cls, told: Any) -> Choice:
        names = ("noi", "nguon", "vi", "cua")
        return cls(*(str(told.get(name, "")).replace("\x00", "") for name in names))

    @property
    def query(self) -> dict[str, str]:
        told = {
            "noi": self.place, "nguon": self.source, "vi": self.reason, "cua": self.whose,
        }  # fmt: skip
        return {name: value for name, value in told.items() if value}


def queue(choice: Choice, user: Any) -> QuerySet[Review]:
    """Articles with something to look at, the most pressing first."""
    rows = Review.objects.filter(Q(urgency__gt=0) | Q(judged__lt=F("facts")))
    rows = narrowed(rows.exclude(article__visibility="withdrawn"), choice)
    if choice.reason:
        rows = rows.filter(article__attention__reason=choice.reason)
    if choice.whose == MINE:
        rows = rows.filter(assignee=user)
    elif choice.whose == FREE:
        rows = rows.filter(assignee=None)
    return rows.order_by("-urgency", "article")


def narrowed(rows: QuerySet[Any], choice: Choice, prefix: str = "article__") -> QuerySet[Any]:
    """Of this place (or province) and this source, as the rows themselves or their articles have it."""
    if choice.place:
        here = Q(**{f"{prefix}place__slug": choice.place})
        rows = rows.filter(here | Q(**{f"{prefix}place__parent__slug": choice.place}))
    if choice.source:
        rows = rows.filter(**{f"{prefix}source__slug": choice.source})
    return rows


def length(choice: Choice, user: Any) -> int:
    """How many articles `queue` gives, from the sums; only those of a person are counted."""
    if choice.whose == MINE:
        return queue(choice, user).count()
    if choice.whose == FREE:
        given = queue(replace(choice, whose=""), user).exclude(assignee=None)
        return waiting(choice) - given.count()
    return waiting(choice)


def waiting(choice: Choice) -> int:
    """Articles in the queue, whosesoever."""
    if choice.reason:
        told = narrowed(AttentionSum.objects.filter(reason=choice.reason), choice, prefix="")
        return total(told, "articles")
    return total(narrowed(ReviewSum.objects.all(), choice, prefix=""), "waiting")


def neighbours(article: Article, hang: str, user: Any) -> tuple[Article | None, Article | None]:
    """The articles before and after this one in the queue that the editor came from."""
    rows = queue(Choice.of(QueryDict(hang)), user).select_related("article")
    own = Review.objects.filter(article=article).values_list("urgency", flat=True).first() or 0
    earlier = Q(urgency__gt=own) | Q(urgency=own, article__lt=article)
    later = Q(urgency__lt=own) | Q(urgency=own, article__gt=article)
    before = rows.filter(earlier).order_by("urgency", "-article").first()
    after = rows.filter(later).first()
    return (before.article if before else None), (after.article if after else None)
