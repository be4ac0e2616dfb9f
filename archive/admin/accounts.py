"""Accounts: a name, a password and roles. Only a superuser makes superusers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

admin.site.unregister(User)


@admin.register(User)
class AccountAdmin(UserAdmin[User]):
    """An administrator gives roles; what is above the own role is neither seen nor given."""

    list_display = ("username", "last_name", "first_name", "roles", "is_active", "last_login")
    list_filter = ("is_active", "groups")
    filter_horizontal = ()
    ROLES = (
        (None, {"fields": ("username", "password")}),
        ("Người", {"fields": ("last_name", "first_name", "email")}),
        (
            "Quyền",
            {
                "fields": ("is_active", "is_staff", "groups"),
                "description": "Người xem chỉ đọc; Biên tập viên sửa dữ kiện; Quản lý thêm nguồn, gộp tách, "
                "nhập và ẩn; Quản trị thêm tài khoản. Phải đánh dấu “Cán bộ” thì mới vào được bàn biên tập.",
            },
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        rows = super().get_queryset(request)
        return rows if is_super(request) else rows.filter(is_superuser=False)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None or is_super(request):
            return super().get_fieldsets(request, obj)
        return self.ROLES

    @admin.display(description="vai")
    def roles(self, user: User) -> str:
        names = [group.name for group in user.groups.all()]
        return ", ".join([*(["siêu quản trị"] if user.is_superuser else []), *names]) or "-"


def is_super(request: HttpRequest) -> bool:
    return bool(getattr(request.user, "is_superuser", False))
