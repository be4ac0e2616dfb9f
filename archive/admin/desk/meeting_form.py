"""The fields of the meeting that an article reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.validators import RegexValidator
from django.db import transaction

from archive.admin.desk.forms import DeskForm, choices
from archive.admin.entry import DayField
from archive.editing.adding import add, attach
from archive.editing.judging import correct
from archive.extraction.record import MeetingFact
from archive.importing.meetings import resolve_meeting
from archive.models import Meeting, MeetingReport

if TYPE_CHECKING:
    from archive.history.changes import By

FIELDS = ("kind", "ordinal", "congress", "term", "held_on", "day_part")
TERM = RegexValidator(r"^\d{4}-\d{4}$", "Viết nhiệm kỳ như 2020-2025.")


class MeetingForm(DeskForm):
    name = forms.CharField(
        label="Tên trong bài", max_length=500, help_text="Ví dụ Hội nghị lần thứ 9"
    )
    kind = forms.ChoiceField(label="Loại", choices=choices(Meeting.kind))
    held_on = DayField(label="Ngày họp")
    day_part = forms.ChoiceField(
        label="Buổi", required=False, choices=[("", "không rõ"), *choices(Meeting.day_part)]
    )
    ordinal = forms.IntegerField(
        label="Lần thứ", required=False, min_value=1, max_value=999, help_text="Ví dụ 9"
    )
    congress = forms.IntegerField(
        label="Khóa", required=False, min_value=1, max_value=99, help_text="Ví dụ 25 cho khóa XXV"
    )
    term = forms.CharField(
        label="Nhiệm kỳ", required=False, validators=[TERM], help_text="Ví dụ 2020-2025"
    )

    def read(self) -> dict[str, Any]:
        if self.row is None:
            return {"name": "", **dict.fromkeys(FIELDS)}
        meeting = self.row.meeting
        return {"name": self.row.name, **{name: getattr(meeting, name) for name in FIELDS}}

    def prepare(self) -> None:
        for name in ("ordinal", "congress"):
            self.fields[name].widget = forms.TextInput(
                attrs={"inputmode": "numeric", "class": "n", "autocomplete": "off"}
            )

    @transaction.atomic
    def save(self, by: By) -> Any:
        values = {name: self.cleaned_data[name] for name in FIELDS}
        name = self.cleaned_data["name"]
        if self.row is None:
            return self.add(name, values, by)
        correct(self.row, {"name": name}, by)
        correct(self.row.meeting, values, by)
        for field in self.suggestion:
            if self.words:
                attach(self.row, self.words, field)
        return self.row

    def add(self, name: str, values: dict[str, Any], by: By) -> MeetingReport:
        """A report of the meeting that these numbers or this day name, a new one where none is."""
        held_on = values["held_on"].isoformat() if values["held_on"] else None
        known = {**values, "held_on": held_on}
        fact = MeetingFact(name=name, spans={}, rule="", confidence=1, **known)
        article = self.folder.article
        report = MeetingReport(article=article, meeting=resolve_meeting(article, fact), name=name)
        return add(report, self.words, by)  # type: ignore[no-any-return]
