"""The forms by which a visitor reports an error, or says where a missing article is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.generic import FormView

from archive.browse.reporting import (
    MissingForm,
    ReportForm,
    fact_at,
    is_too_many,
    quoted,
    sender_of,
)
from archive.browse.views import errors
from archive.browse.views.articles import shown
from archive.models import ErrorReport, Place

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from archive.models import Article

THANKS = "cam-on"


class MessageView(FormView[Any]):
    """Base: shows the form, keeps the message, thanks. `about` and `said_of()` are the subclass's."""

    about: Any
    template_name: str

    def get_about(self) -> Any:
        raise NotImplementedError

    def said_of(self) -> dict[str, Any]:
        """The fields of the report that say what it is on."""
        raise NotImplementedError

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.about = self.get_about()
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        if not form.is_bait_taken:
            sender = sender_of(self.request)
            if is_too_many(sender):
                return errors.too_many(self.request)
            text = form.cleaned_data["text"]
            ErrorReport.objects.create(text=text, sender=sender, **self.said_of())
        return redirect(f"{self.request.path}?{THANKS}=1")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        thanks = THANKS in self.request.GET
        return super().get_context_data(**kwargs, about=self.about, thanks=thanks, noindex=True)


class ReportView(MessageView):
    """On an article, or on one fact of it: `?du-kien=so-12`."""

    template_name = "reports/error.html"
    form_class = ReportForm

    def get_about(self) -> Article:
        return shown(self.kwargs["pk"])

    @property
    def anchor(self) -> str:
        return self.request.GET.get("du-kien", "")

    def said_of(self) -> dict[str, Any]:
        fields: dict[str, Any] = {"article": self.about}
        if found := fact_at(self.about, self.anchor):
            fields |= {found[0]: found[1], "quote": quoted(found[1])}
        return fields

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = fact_at(self.about, self.anchor)
        quote = quoted(found[1]) if found else ""
        return super().get_context_data(**kwargs, quote=quote, anchor=self.anchor if found else "")


class MissingView(MessageView):
    """Where an article is that the archive does not have of a place: `?thieu=…` says which."""

    template_name = "reports/missing.html"
    form_class = MissingForm

    def get_about(self) -> Place:
        place = Place.objects.select_related("parent").filter(slug=self.kwargs["slug"]).first()
        if place is None:
            raise Http404(_("Kho không có địa phương này."))
        return place

    @property
    def missing(self) -> str:
        return self.request.GET.get("thieu", "")[:200]

    def said_of(self) -> dict[str, Any]:
        return {"place": self.about, "quote": self.missing}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs, missing=self.missing)
