"""History as people read it: one line an act, the difference field by field, and taking back."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.generic import View

from archive.editing.reverting import RevertError, revert, revert_act
from archive.history.changes import By
from archive.history.values import field_name, shown
from archive.models import Article, Change

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

PAGE = 40


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of a change in words."""

    field: str
    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Line:
    """What one save did to one row."""

    change: Change
    differences: list[Difference]

    @property
    def revertible(self) -> bool:
        """People's changes that nobody has taken back."""
        change = self.change
        kept = change.action != Change.Action.REVERTED
        return bool(change.who) and kept and not change.reverted_by.all()


@dataclass(frozen=True, slots=True)
class Act:
    """One save: who, when, why, and its lines."""

    first: Change
    lines: list[Line]

    @property
    def revertible(self) -> bool:
        return len(self.lines) > 1 and all(line.revertible for line in self.lines)


def acts(changes: Iterable[Change]) -> list[Act]:
    """The changes by save, in the order in which they come."""
    groups = groupby(changes, key=lambda change: change.act)
    found = [[Line(change, differences(change)) for change in group] for _, group in groups]
    return [Act(lines[0].change, lines) for lines in found]


class HistoryView(View):
    """All changes, or those of an article (`bai`), an account (`ai`), a batch (`dot`)."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if not request.user.has_perm("archive.change_article"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        told = filters(request.GET)
        rows = chosen(told).select_related("article").prefetch_related("reverted_by")
        page = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
        article = Article.objects.filter(pk=told["bai"]).first() if "bai" in told else None
        context = {
            "here": "history",
            "page": page,
            "acts": acts(page.object_list),
            "article": article,
            "told": told,
            "query": urlencode(told),
        }
        return render(request, "desk/history.html", context)

    def post(self, request: Any) -> HttpResponse:
        """Take back one change, one field of it, or with `ca-lan` all of the same save."""
        change = get_object_or_404(Change, pk=request.POST.get("thay-doi"))
        name = request.POST.get("truong", "")
        fields = [name] if name in change.fields else None
        by = By(request.user, request.POST.get("why", ""), change.article)
        try:
            with transaction.atomic():
                if request.POST.get("ca-lan"):
                    revert_act(change.act, by)
                else:
                    revert(change, by, fields)
        except RevertError as error:
            messages.error(request, f"Không hoàn tác được. {error}")
        else:
            messages.success(request, f"Đã hoàn tác: {change.get_action_display()} {change.label}.")
        return redirect(f"{reverse('history')}?{urlencode(filters(request.GET))}")


def filters(told: Any) -> dict[str, str]:
    """Those of the filters that can be numbers or names."""
    numbers = {name: told[name] for name in ("bai", "dot") if told.get(name, "").isdecimal()}
    who = {"ai": told["ai"]} if told.get("ai") and "\x00" not in told["ai"] else {}
    return {**numbers, **who}


def chosen(told: dict[str, str]) -> QuerySet[Change]:
    names = {"bai": "article", "dot": "batch", "ai": "who"}
    return Change.objects.filter(**{names[name]: value for name, value in told.items()})


def differences(change: Change) -> list[Difference]:
    """The fields of a change in words; a state that only follows from a value is left out."""
    fields = change.fields
    plain = {name: pair for name, pair in fields.items() if name != "state"} or fields
    return [
        Difference(
            name,
            field_name(change.record, name),
            shown(change.record, name, old),
            shown(change.record, name, new),
        )
        for name, (old, new) in plain.items()
    ]
