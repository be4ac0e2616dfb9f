"""Taking an import back: first what would happen, then doing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.generic import View

from archive.editing.undoing import UndoError, preview, undo_batch
from archive.history.changes import By
from archive.models import ImportBatch

if TYPE_CHECKING:
    from django.http import HttpResponse


class UndoBatchView(View):
    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if not request.user.has_perm("archive.change_importbatch"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: Any, pk: int) -> HttpResponse:
        batch = get_object_or_404(ImportBatch, pk=pk)
        done = None if batch.undone_at else preview(batch, By(request.user))
        return render(request, "desk/undo.html", {"batch": batch, "done": done})

    def post(self, request: Any, pk: int) -> HttpResponse:
        batch = get_object_or_404(ImportBatch, pk=pk)
        try:
            done = undo_batch(batch, By(request.user, request.POST.get("why", "")))
        except UndoError as error:
            messages.error(request, str(error))
        else:
            kept = f", {len(done.kept)} bài còn lại vì có chữ của người" if done.kept else ""
            messages.success(
                request,
                f"Đã hoàn tác đợt {batch.pk}: bỏ {len(done.removed)} bài, trả {len(done.restored)} "
                f"bài về bản trước{kept}.",
            )
        return redirect(reverse("admin:archive_importbatch_changelist"))
