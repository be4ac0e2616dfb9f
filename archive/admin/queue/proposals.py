"""What machines would change, to be taken or declined one by one or all of a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.generic import View

from archive.admin.desk.cards import question
from archive.editing.deciding import decide
from archive.history.changes import By
from archive.history.values import field_name
from archive.models import Proposal

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

PAGE = 40
FILTERS = {"quy-tac": "rule", "truong": "field", "loai": "record"}


class ProposalsView(View):
    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if not request.user.has_perm("archive.change_article"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        rows = chosen(request.GET)
        page = Paginator(rows.select_related("article__place__parent"), PAGE).get_page(
            request.GET.get("trang")
        )
        context = {
            "here": "proposals",
            "page": page,
            "questions": [question(item) for item in page.object_list],
            "kinds": kinds(rows),
            "query": urlencode(filters(request.GET)),
            "filtered": filters(request.GET),
        }
        return render(request, "desk/proposals.html", context)

    def post(self, request: Any) -> HttpResponse:
        """Decide the ticked ones, or with `tat-ca` all that the filters leave."""
        ticked = [int(pk) for pk in request.POST.getlist("de-nghi") if pk.isdecimal()]
        rows = chosen(request.GET)
        if request.POST.get("pham-vi") != "tat-ca":
            rows = rows.filter(pk__in=ticked)
        accept = request.POST.get("viec") == "nhan"
        count = decide(rows, By(request.user, request.POST.get("why", "")), accept=accept)
        words = "nhận của máy" if accept else "giữ của người"
        messages.success(request, f"Đã {words}: {count} đề nghị.")
        return redirect(f"{reverse('proposals')}?{urlencode(filters(request.GET))}")


def filters(told: Any) -> dict[str, str]:
    names = (*FILTERS, "noi", "bai")
    return {name: told[name] for name in names if told.get(name) and "\x00" not in told[name]}


def chosen(told: Any) -> QuerySet[Proposal]:
    rows = Proposal.objects.waiting()
    for name, value in filters(told).items():
        if name == "noi":
            here = Q(article__place__slug=value)
            rows = rows.filter(here | Q(article__place__parent__slug=value))
        elif name == "bai":
            rows = rows.filter(article=int(value) if value.isdecimal() else 0)
        else:
            rows = rows.filter(**{FILTERS[name]: value})
    return rows.order_by("rule", "field", "pk")


def kinds(rows: QuerySet[Proposal]) -> list[dict[str, Any]]:
    """Rule, field and number of each kind that waits, the most frequent first."""
    counted = rows.order_by().values("rule", "record", "field").annotate(n=Count("pk"))
    return [
        {
            "rule": row["rule"],
            "name": field_name(row["record"], row["field"]),
            "n": row["n"],
            "query": urlencode(
                {"quy-tac": row["rule"], "loai": row["record"], "truong": row["field"]}
            ),
        }
        for row in counted.order_by("-n")
    ]
