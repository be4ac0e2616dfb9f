"""Pages for what is not there and for what went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.template.loader import get_template

from archive.browse.language import root_path
from archive.models import Redirect
from archive.models.address import localised

if TYPE_CHECKING:
    from django.http import HttpRequest


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """An address that moved is followed; another gets a page that offers the search."""
    moved = Redirect.objects.filter(old_path=root_path(request.path)).first()
    if moved:
        return HttpResponsePermanentRedirect(localised(moved.new_path))
    reason = str(exception) if exception.args and isinstance(exception.args[0], str) else ""
    return render(request, "404.html", {"reason": reason}, status=404)


def server_error(_request: HttpRequest) -> HttpResponse:
    """Needs no database, because it may be what failed."""
    return HttpResponse(get_template("500.html").render(), status=500)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django names it
    return render(request, "403.html", status=403)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django names it
    """A form whose token is missing or old: the browser keeps no cookies, or the page stood open."""
    return render(request, "403.html", {"form_expired": True}, status=403)


def bad_request(_request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django names it
    """Touches nothing of the request, which cannot be trusted."""
    return HttpResponse(get_template("400.html").render(), status=400)
