"""Import from the browser: send a file, look at what would happen, import, take back."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path

from archive.admin.batches import LogAdmin, without_icons
from archive.admin.reasons import in_words
from archive.editing.undoing import UndoError, undo_batch
from archive.history.changes import By
from archive.importing import uploads
from archive.models import Article, ImportItem, Upload

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.urls import URLPattern

State = Upload.State
Outcome = ImportItem.Outcome
LINES_A_PAGE = 50


class UploadForm(forms.ModelForm[Upload]):
    file = forms.FileField(
        label="Tệp",
        help_text="Một trang (.txt, .html, .mhtml), hoặc nhiều trang trong .zip, .warc, .wacz, .jsonl.",
    )

    class Meta:
        model = Upload
        fields = ("file", "source", "place")
        help_texts: ClassVar[Any] = {
            "source": "Chỉ chọn khi mọi trang cùng một nguồn mà tệp không ghi địa chỉ.",
            "place": "Chỉ chọn khi mọi trang thuộc một nơi mà trang không tự nói.",
        }

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        file = data.get("file")
        if file:
            try:
                uploads.check(file.name, file.size, file.file, settings.UPLOAD_LARGEST)
            except uploads.UploadError as error:
                self.add_error("file", str(error))
        return data


@admin.register(Upload)
class UploadAdmin(LogAdmin):
    """The list is the log of uploads; each has a page of its own that says how far it is."""

    form = UploadForm
    list_display = ("name", "state", "read", "who", "created_at", "batch")
    list_filter = ("state",)
    list_select_related = ("batch",)
    search_fields = ("name", "who")
    autocomplete_fields = ("source", "place")
    add_form_template = "admin/uploads/add.html"

    class Media:
        css: ClassVar[Any] = {"all": ("css/records.css",)}

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        return without_icons(super().formfield_for_dbfield(db_field, request, **kwargs))

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> Any:
        said = {"title": "Nhập từ một tệp", "limit": settings.UPLOAD_LARGEST // uploads.MB}
        return super().add_view(request, form_url, {**said, **(extra_context or {})})

    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("archive.add_upload")

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/xem/", wrap(self.show_view), name="upload"),
            path("<int:pk>/nhap/", wrap(self.import_view), name="upload_import"),
            path("<int:pk>/bo/", wrap(self.discard_view), name="upload_discard"),
            path("<int:pk>/hoan-tac/", wrap(self.undo_view), name="upload_undo"),
            path("<int:pk>/bao-cao/", wrap(self.report_view), name="upload_report"),
            *super().get_urls(),
        ]

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(request, *args, **kwargs)
        length = int(request.META.get("CONTENT_LENGTH") or 0)
        if request.method == "POST" and not request.FILES and length > settings.UPLOAD_LARGEST:
            heavy = f"Tệp nặng {length // uploads.MB} MB, giới hạn là {settings.UPLOAD_LARGEST // uploads.MB} MB. "
            form.base_fields["file"].error_messages["required"] = (
                f"{heavy}Hãy chia nhỏ, hoặc nhập bằng lệnh import_pages."
            )
        return form

    def save_model(self, request: HttpRequest, obj: Upload, form: Any, change: Any) -> None:
        file = form.cleaned_data["file"]
        obj.name, obj.size = file.name, file.size
        obj.user, obj.who = request.user, request.user.get_username()  # type: ignore[assignment]
        uploads.receive(obj, file)

    def response_add(self, request: HttpRequest, obj: Upload, post_url_continue: Any = None) -> Any:
        """Look first; nothing is saved by that."""
        uploads.start(obj, State.PREVIEWING)
        return redirect("admin:upload", obj.pk)

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> Any:
        if not object_id.isdecimal():
            raise Http404
        return redirect("admin:upload", int(object_id))

    def show_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """How far it is, and what became or would become of each page. Refreshes itself while it runs."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        upload = get_object_or_404(Upload.objects.select_related("batch", "source", "place"), pk=pk)
        outcome = request.GET.get("ket-qua", "")
        page = max(1, int(request.GET["trang"])) if request.GET.get("trang", "").isdecimal() else 1
        chosen = (line for line in uploads.lines(upload) if outcome in {"", line["outcome"]})
        shown = list(islice(chosen, (page - 1) * LINES_A_PAGE, page * LINES_A_PAGE + 1))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": upload.name,
            "upload": upload,
            "running": upload.state in Upload.RUNNING,
            "may": self.has_add_permission(request),
            "counts": [(key, label, upload.counts.get(key, 0)) for key, label in Outcome.choices],
            "outcome": outcome,
            "lines": told(shown[:LINES_A_PAGE]),
            "page": page,
            "more": len(shown) > LINES_A_PAGE,
        }
        return render(request, "admin/uploads/show.html", context)

    def allowed(self, request: HttpRequest, pk: int) -> Upload:
        if request.method != "POST" or not self.has_add_permission(request):
            raise PermissionDenied
        return get_object_or_404(Upload, pk=pk)

    def import_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Import what was looked at, or go on where a process was cut off."""
        upload = self.allowed(request, pk)
        again = upload.state in Upload.RUNNING or upload.state == State.FAILED
        state = State.PREVIEWING if upload.state == State.PREVIEWING else State.IMPORTING
        if not uploads.start(upload, state):
            words = "Đang chạy, chưa cần làm lại." if again else "Tệp này đã được nhập."
            self.message_user(request, words, messages.WARNING)
        return redirect("admin:upload", pk)

    def discard_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        upload = self.allowed(request, pk)
        uploads.discard(upload)
        self.message_user(request, f"Đã bỏ tệp “{upload.name}”; bài đã nhập vẫn còn.")
        return redirect("admin:archive_upload_changelist")

    def undo_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take back the whole batch; what people have judged since stays and is named."""
        upload = self.allowed(request, pk)
        if upload.batch is None:
            raise Http404
        try:
            done = undo_batch(upload.batch, By(request.user, f"hoàn tác tệp {upload.name}"))  # type: ignore[arg-type]
        except UndoError as error:
            self.message_user(request, str(error), messages.ERROR)
        else:
            words = f"Đã hoàn tác: bỏ {len(done.removed)} bài, trả {len(done.restored)} bài về bản trước."
            self.message_user(request, words, messages.SUCCESS)
            for title, held in done.kept:
                kept = f"Giữ “{title}” vì có người đã sửa: {', '.join(held[:5])}."
                self.message_user(request, kept, messages.WARNING)
        return redirect("admin:upload", pk)

    def report_view(self, request: HttpRequest, pk: int) -> FileResponse:
        """The report as the command writes it, one JSON line a page."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        upload = get_object_or_404(Upload, pk=pk)
        if not upload.report.exists():
            raise Http404
        return FileResponse(
            upload.report.open("rb"),
            as_attachment=True,
            filename=f"{upload.name}.{upload.report.name}",
            content_type="application/x-ndjson",
        )


def told(shown: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Lines of a report with their outcome and reason in words and the article they went to."""
    articles = Article.objects.in_bulk([line["article"] for line in shown if line["article"]])
    labels = dict(Outcome.choices)
    return [
        {
            "name": line["name"],
            "outcome": line["outcome"],
            "label": labels[line["outcome"]],
            "reason": in_words(line["reason"] or ""),
            "article": articles.get(line["article"]),
        }
        for line in shown
    ]
