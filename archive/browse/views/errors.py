"""Pages for what is not there and for what went wrong: each says what happened and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.template.loader import get_template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from archive.browse.language import root_path
from archive.models import Redirect
from archive.models.address import localised

if TYPE_CHECKING:
    from django.http import HttpRequest


def page(request: HttpRequest, status: int, title: str, text: str, **more: object) -> HttpResponse:
    context = {"heading": title, "message": text, **more}
    return render(request, "errors/page.html", context, status=status)


def bare(status: int, title: str, text: str) -> HttpResponse:
    """Touches neither the request nor the database."""
    context = {"heading": title, "message": text, "language": get_language()}
    return HttpResponse(get_template("errors/bare.html").render(context), status=status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """An address that moved is followed; another gets a page that offers the search."""
    moved = Redirect.objects.filter(old_path=root_path(request.path)).first()
    if moved:
        return HttpResponsePermanentRedirect(localised(moved.new_path))
    known = exception.args and isinstance(exception.args[0], str)
    reason = str(exception) if known else _("Địa chỉ có thể đã gõ sai, hoặc bài đã được gỡ.")
    hint = _("Hãy tìm theo tên, nơi hoặc ngày:")
    return page(request, 404, _("Không thấy trang này"), f"{reason} {hint}", find=True)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django names it
    return page(request, 403, _("Không được phép"), _("Trang này chỉ dành cho biên tập viên."))


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django names it
    """A form whose token is missing or old: the browser keeps no cookies, or the page stood open."""
    text = _(
        "Trang có thể đã mở quá lâu, hoặc trình duyệt không giữ cookie. "
        "Hãy trở lại trang trước, tải lại rồi gửi lần nữa."
    )
    return page(request, 403, _("Lời nhắn chưa được gửi"), text)


def too_many(request: HttpRequest) -> HttpResponse:
    text = _(
        "Lời nhắn chưa được gửi: trong một giờ qua kho đã nhận quá nhiều lời nhắn từ nơi bạn "
        "đang dùng mạng. Xin giữ lại lời nhắn và gửi sau."
    )
    return page(request, 429, _("Xin chờ một lát"), text)


def server_error(_request: HttpRequest) -> HttpResponse:
    text = _("Lỗi ở phía máy chủ, không phải do bạn. Xin thử lại sau ít phút.")
    return bare(500, _("Kho đang gặp lỗi"), text)


def bad_request(_request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django names it
    text = _("Địa chỉ hoặc nội dung gửi đi có phần máy chủ không hiểu.")
    return bare(400, _("Yêu cầu không đọc được"), text)
