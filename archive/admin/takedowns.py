"""Hiding what must not be shown, taking that back, and visitors' requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse

from archive import hiding
from archive.admin.batches import LogAdmin, without_icons
from archive.models import Article, Original, RemovalRequest, Takedown

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse
    from django.urls import URLPattern

Scope = Takedown.Scope
SHORTEST = 3  # letters of words to hide; fewer would cover half the archive


class TakedownForm(forms.ModelForm[Takedown]):
    """`words` suggests the captions and names of the article that was opened."""

    class Meta:
        model = Takedown
        fields = ("scope", "article", "words", "ground", "reason", "request")
        widgets: ClassVar[Any] = {
            "scope": forms.RadioSelect,
            "words": forms.TextInput(attrs={"class": "vLargeTextField"}),
            "reason": forms.TextInput(attrs={"class": "vLargeTextField"}),
        }
        help_texts: ClassVar[Any] = {
            "scope": "Ảnh chỉ có chú thích trong kho, nên ẩn ảnh là ẩn trọn chú thích của nó.",
            "words": "Họ tên đầy đủ như trong bài, ví dụ: Nguyễn Văn An. Hoa thường và cách bỏ dấu không "
            "phân biệt; tên dài hơn (Nguyễn Văn Anh) không bị ẩn theo. Cách gọi tắt (ông An) cần "
            "một lệnh riêng. Với chú thích ảnh: dán cả câu.",
            "ground": "Người đọc thấy căn cứ này trên trang thay cho bài.",
            "reason": "Chỉ bàn biên tập thấy, ví dụ: Công văn 12/CV ngày 3/4/2024; đơn của người được nêu.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "scope" in self.fields:  # an order that was given is only read
            self.fields["scope"].choices = Scope.choices  # type: ignore[attr-defined]  # no empty choice

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        scope, words = data.get("scope"), " ".join(data.get("words", "").split())
        if scope == Scope.EVERYWHERE:
            data["article"] = None
        elif not data.get("article"):
            self.add_error("article", "Chọn bài cần ẩn.")
        if scope == Scope.ARTICLE:
            words = ""
        elif len(words) < SHORTEST:
            self.add_error("words", "Ghi tên hoặc chú thích cần ẩn, ít nhất ba chữ cái.")
        elif scope == Scope.EVERYWHERE and " " not in words:
            self.add_error(
                "words", "Một tiếng thì trùng quá nhiều: ghi họ và tên, ví dụ Nguyễn Văn An."
            )
        data["words"] = words
        return data


class LiftForm(forms.Form):
    why = forms.CharField(
        label="Vì sao bỏ ẩn",
        max_length=500,
        help_text="Ví dụ: người được nêu đã rút đơn.",
        widget=forms.TextInput(attrs={"class": "vLargeTextField"}),
    )


@admin.register(Takedown)
class TakedownAdmin(admin.ModelAdmin[Takedown]):
    """Orders are given and lifted, never rewritten: the list is the log."""

    form = TakedownForm
    list_display = ("__str__", "scope", "ground", "reason", "who", "created_at", "lifted_at")
    list_filter = ("scope", "ground", ("lifted_at", admin.EmptyFieldListFilter))
    list_select_related = ("article",)
    search_fields = ("words", "reason", "article__folded_title")
    search_help_text = "Chữ đã ẩn, lý do hoặc tiêu đề bài không dấu"
    autocomplete_fields = ("article", "request")
    change_form_template = "admin/takedowns/change_form.html"

    class Media:
        css: ClassVar[Any] = {"all": ("css/records.css",)}

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        return without_icons(super().formfield_for_dbfield(db_field, request, **kwargs))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"scope": Scope.ARTICLE, **super().get_changeform_initial_data(request)}

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> Any:
        """The names and captions of the article in question are offered for copying."""
        given = request.GET.get("article", "")
        article = Article.objects.filter(pk=given).first() if given.isdecimal() else None
        context = {
            "title": "Ẩn một bài, một tên hoặc một chú thích ảnh",
            "offered": offered(article) if article else [],
            **(extra_context or {}),
        }
        return super().add_view(request, form_url, context)

    def save_model(self, request: HttpRequest, obj: Takedown, form: Any, change: Any) -> None:
        count = hiding.hide(obj, request.user)  # type: ignore[arg-type]  # admins are logged in
        where = f"Ẩn trong {count} bài, trên mọi trang và cả tìm kiếm." if count else (
            "Chưa có bài nào có chữ này; bài nhập sau mà có thì sẽ được ẩn."
        )  # fmt: skip
        self.message_user(request, where, messages.INFO)

    def get_urls(self) -> list[URLPattern]:
        lift = self.admin_site.admin_view(self.lift_view)
        return [path("<int:pk>/bo-an/", lift, name="lift_takedown"), *super().get_urls()]

    def lift_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Asks why, then puts back what was hidden."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        order = get_object_or_404(Takedown.objects.active(), pk=pk)
        form = LiftForm(request.POST or None)
        if form.is_valid():
            count = hiding.lift(order, request.user, form.cleaned_data["why"])  # type: ignore[arg-type]
            self.message_user(request, f"Đã bỏ ẩn; {count} bài được xem lại.", messages.SUCCESS)
            return redirect(reverse("admin:archive_takedown_changelist"))
        context = {
            **self.admin_site.each_context(request),
            "title": "Bỏ ẩn",
            "order": order,
            "form": form,
            "opts": self.opts,
        }
        return render(request, "admin/takedowns/lift.html", context)


def offered(article: Article) -> list[tuple[str, list[str]]]:
    """What an editor may want to hide of an article: captions, then names."""
    names = article.mentions.order_by("order").values_list("name", flat=True)
    groups = [("Chú thích ảnh", article.current.captions), ("Tên trong bài", list(names))]
    return [(title, words) for title, words in groups if words]


@admin.register(Original)
class OriginalAdmin(LogAdmin):
    """Where something is covered now. The words themselves are not listed."""

    list_display = ("article", "record", "record_id", "field")
    list_filter = ("record", "field")
    list_select_related = ("article",)
    search_fields = ("article__folded_title",)


@admin.register(RemovalRequest)
class RemovalRequestAdmin(admin.ModelAdmin[RemovalRequest]):
    list_display = ("address", "text", "status", "contact", "created_at")
    list_filter = ("status",)
    search_fields = ("address", "text")
    readonly_fields = ("address", "text", "contact", "created_at")
    fields = ("address", "text", "contact", "created_at", "status", "answer")
    actions = ("refuse",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.action(description="Đánh dấu không ẩn", permissions=["change"])
    def refuse(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        queryset.update(status=RemovalRequest.Status.REFUSED)
