"""What stands where something was taken down (HTTP 410), and the form for asking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from archive.browse.reporting import is_too_many, sender_of
from archive.browse.views import errors
from archive.models import Article, Mention, Original, RemovalRequest, Takedown, Visibility

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

THANKS = "da-gui"


def tombstone(request: HttpRequest, order: Takedown | None = None) -> HttpResponse:
    """Says that something stood here, since when it is gone, and on what ground; not what it was."""
    day = timezone.localdate(order.created_at) if order else None
    context = {"heading": _("Trang này đã được gỡ khỏi kho"), "order": order, "day": day}
    return render(request, "removals/gone.html", context, status=410)


class ArticleMayBeGone:
    """Answers 410 for an article that was withdrawn."""

    def get(self, request: HttpRequest, **kwargs: Any) -> Any:
        gone = Article.objects.filter(pk=kwargs["pk"], visibility=Visibility.WITHDRAWN).first()
        if gone is None:
            return super().get(request, **kwargs)  # type: ignore[misc]
        orders = Takedown.objects.active().filter(identity=gone.identity)
        return tombstone(request, orders.filter(scope=Takedown.Scope.ARTICLE).first())


class OfficialMayBeGone:
    """Answers 410 for a person who is named in hidden words alone."""

    def get(self, request: HttpRequest, **kwargs: Any) -> Any:
        if is_gone(kwargs["slug"]):
            return tombstone(request)
        return super().get(request, **kwargs)  # type: ignore[misc]


def is_gone(slug: str) -> bool:
    """Whether every article that names this person is hidden or hides the name, and one does."""
    named = Mention.objects.filter(official__slug=slug)
    shown = named.valid().filter(article__in=Article.objects.published())
    hidden = Original.objects.filter(
        record="mention", field="state", record_id__in=named.values("pk")
    )
    return not shown.exists() and hidden.exists()


class RequestForm(forms.Form):
    """`website` is bait: no person sees it, and what fills it is not kept."""

    address = forms.CharField(
        label=_("Địa chỉ trang"),
        max_length=500,
        help_text=_("Chép từ thanh địa chỉ, ví dụ: /bai/12-hoi-nghi-lan-thu-9/"),
    )
    text = forms.CharField(
        label=_("Cần ẩn điều gì, và vì sao?"),
        min_length=10,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_("Ghi đúng tên hoặc câu như trên trang. Nếu là tên bạn, chỉ cần nói vậy."),
    )
    contact = forms.CharField(
        label=_("Thư điện tử hoặc số điện thoại (không bắt buộc)"),
        max_length=200,
        required=False,
        help_text=_("Chỉ dùng để trả lời yêu cầu này, không công bố."),
    )
    website = forms.CharField(required=False, label=_("Để trống ô này"))


class RequestView(FormView[RequestForm]):
    """`?o=/bai/12/` fills in the address."""

    template_name = "removals/request.html"
    form_class = RequestForm

    def get_initial(self) -> dict[str, Any]:
        return {"address": self.request.GET.get("o", "")[:500]}

    def form_valid(self, form: RequestForm) -> HttpResponse:
        data = dict(form.cleaned_data)
        if not data.pop("website"):
            sender = sender_of(self.request)
            if is_too_many(sender, RemovalRequest):
                return errors.too_many(self.request)
            RemovalRequest.objects.create(sender=sender, **data)
        return redirect(f"{self.request.path}?{THANKS}=1")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs, thanks=THANKS in self.request.GET)
