"""The fields of the article itself: headline, place and days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.db import transaction

from archive.admin.desk.forms import DeskForm
from archive.admin.entry import DayField, MomentField
from archive.admin.places_field import PlaceField
from archive.editing.judging import correct
from archive.editing.moving import move

if TYPE_CHECKING:
    from archive.history.changes import By

FIELDS = ("title", "place", "event_on", "published_at")


class ArticleForm(DeskForm):
    title = forms.CharField(label="Tiêu đề", max_length=500)
    place = PlaceField(label="Địa phương")
    event_on = DayField(label="Ngày diễn ra")
    published_at = MomentField(label="Đăng lúc")

    def read(self) -> dict[str, Any]:
        return {name: getattr(self.row, name) for name in FIELDS}

    @transaction.atomic
    def save(self, by: By) -> Any:
        values = {name: self.cleaned_data[name] for name in FIELDS if name != "place"}
        correct(self.row, values, by)
        move(self.row, self.cleaned_data["place"], by)
        return self.row
