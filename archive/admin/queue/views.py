"""The page of the queue: reasons, progress by district, assignment. A fixed number of queries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Sum
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.generic import View

from archive.admin.queue.order import Choice, length, narrowed, queue
from archive.attention.reasons import REASONS
from archive.models import Attention, AttentionSum, Proposal, Review, ReviewSum, Source

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PAGE = 30
PLACES = 60  # districts in the table of progress; the filter by place reaches the others
WEIGHTS = {reason.key: reason.weight for reason in REASONS}
WORDS = {reason.key: reason.words for reason in REASONS}


class QueueView(View):
    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if not request.user.has_perm("archive.change_article"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        choice = Choice.of(request.GET)
        rows = queue(choice, request.user).select_related(
            "article__place__parent", "article__source", "assignee"
        )
        page = Queue(rows, PAGE, length(choice, request.user)).get_page(request.GET.get("trang"))
        context = {
            "here": "queue",
            "choice": choice,
            "page": page,
            "lines": lines(page.object_list),
            "hang": urlencode(choice.query),
            "reasons": reasons(choice),
            "progress": progress(choice),
            "sources": Source.objects.filter(pk__in=ReviewSum.objects.values("source")),
            "editors": editors(),
            "waiting": Proposal.objects.waiting().count(),
        }
        return render(request, "desk/queue.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Give the chosen articles to somebody, or take one; empty gives them back."""
        chosen = request.POST.getlist("bai")
        editor = request.POST.get("giao", "")
        person = editors().filter(pk=editor).first() if editor.isdecimal() else None
        pks = [int(pk) for pk in chosen if pk.isdecimal()]
        count = Review.objects.filter(article__in=pks).update(assignee=person)
        if count:
            words = f"giao cho {person.get_username()}" if person else "để trống người nhận"
            messages.success(request, f"Đã {words}: {count} bài.")
        else:
            messages.info(request, "Chưa chọn bài nào.")
        return redirect(f"{reverse('queue')}?{request.GET.urlencode()}")


class Queue(Paginator):  # type: ignore[type-arg]
    """Pages of a queue whose length is known."""

    def __init__(self, rows: Any, size: int, length: int) -> None:
        super().__init__(rows, size)
        self.length = length

    @property
    def count(self) -> int:
        return self.length


def lines(reviews: Any) -> list[tuple[Review, list[tuple[str, Attention]]]]:
    """Each article with its reasons in words, the heaviest first."""
    found: dict[int, list[Attention]] = {review.pk: [] for review in reviews}
    for item in Attention.objects.filter(article__in=found):
        found[item.article_id].append(item)
    for items in found.values():
        items.sort(key=lambda item: -WEIGHTS.get(item.reason, 0))
    return [
        (review, [(WORDS.get(item.reason, item.reason), item) for item in found[review.pk]])
        for review in reviews
    ]


def reasons(choice: Choice) -> list[tuple[str, str, int]]:
    """Key, words and number of articles of each reason within place and source."""
    told = narrowed(AttentionSum.objects.all(), choice, prefix="")
    numbers = dict(told.values_list("reason").annotate(n=Sum("articles")))
    return [(r.key, r.words, numbers[r.key]) for r in REASONS if numbers.get(r.key)]


def progress(choice: Choice) -> Any:
    """How far each place is: articles, those looked at whole, facts, facts judged."""
    told = narrowed(ReviewSum.objects.all(), choice, prefix="")
    grouped = told.values("place__slug", "place__name", "place__parent__name").annotate(
        all_articles=Sum("articles"), done_articles=Sum("done"), all=Sum("all_facts"),
        seen=Sum("judged_facts"),
    )  # fmt: skip
    return grouped.order_by("-all_articles")[:PLACES]


def editors() -> Any:
    """Accounts that may be given articles."""
    return get_user_model().objects.filter(is_active=True, is_staff=True).order_by("username")
