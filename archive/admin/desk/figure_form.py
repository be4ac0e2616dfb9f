"""The fields of a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from archive.admin.desk.forms import DeskForm, choices
from archive.admin.entry import NumberField, PeriodField
from archive.editing.adding import add
from archive.editing.judging import correct
from archive.extraction.indicators.catalogue import key_of
from archive.importing.observations import series_of
from archive.models import Indicator, Observation
from archive.vietnamese.fold import fold

if TYPE_CHECKING:
    from archive.history.changes import By

FIELDS = (
    "name", "indicator", "value", "value_high", "unit", "period", "kind", "plan_percent",
    "growth_percent", "compared_with", "parent",
)  # fmt: skip
NUMBERS = ("value", "value_high", "plan_percent", "growth_percent")


class IndicatorField(forms.CharField):
    """A series by its name; empty leaves it to the name in the article."""

    def prepare_value(self, value: Any) -> Any:
        return value.name if isinstance(value, Indicator) else value

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values or isinstance(value, Indicator):
            return value or None
        found = Indicator.objects.filter(folded=fold(str(value)), merged_into=None).first()
        if found is None:
            raise ValidationError(
                f"Kho chưa có chỉ tiêu “{value}”. Để trống thì lấy theo tên trong bài."
            )
        return found


class FigureForm(DeskForm):
    name = forms.CharField(
        label="Tên trong bài", max_length=250, help_text="Ví dụ Tổng thu ngân sách"
    )
    value = NumberField(label="Giá trị", help_text="Ví dụ 905,653 hoặc 905,653 tỷ đồng")
    unit = forms.CharField(label="Đơn vị", required=False, max_length=60, help_text="Ví dụ tỷ đồng")
    period = PeriodField(label="Kỳ", help_text="Ví dụ 6 tháng đầu năm 2022")
    kind = forms.ChoiceField(label="Loại", choices=choices(Observation.kind))
    plan_percent = NumberField(label="% kế hoạch", help_text="Ví dụ 106")
    growth_percent = NumberField(label="% tăng giảm", help_text="Ví dụ 15,9 hoặc -3,2")
    compared_with = PeriodField(label="So với kỳ", help_text="Ví dụ năm 2021")
    value_high = NumberField(label="Đến", help_text="Chỉ khi bài nêu một khoảng")
    indicator = IndicatorField(
        label="Chỉ tiêu", required=False, help_text="Để trống: theo tên trong bài"
    )
    parent = forms.ChoiceField(label="Là một phần của", required=False)

    def read(self) -> dict[str, Any]:
        row = self.row or Observation()
        values = {
            name: getattr(row, name) for name in FIELDS if name not in {"indicator", "parent"}
        }
        parent = row.parent_id
        indicator = row.indicator if row.indicator_id else None
        return {**values, "indicator": indicator, "parent": str(parent) if parent else ""}

    def prepare(self) -> None:
        others = [card for card in self.folder.cards if card.kind == "so" and card.row != self.row]
        self.figures = {str(card.row.pk): card.row for card in others if not card.rejected}
        names = [(pk, row.name) for pk, row in self.figures.items()]
        field: Any = self.fields["parent"]
        field.choices = [("", "không"), *names]

    def clean(self) -> dict[str, Any]:
        cleaned = dict(super().clean() or {})
        value, high = cleaned.get("value"), cleaned.get("value_high")
        if not self.errors and all(cleaned.get(name) is None for name in NUMBERS):
            raise ValidationError("Cần ít nhất giá trị, % kế hoạch hoặc % tăng giảm.")
        if high is not None and (value is None or high < value):
            self.add_error("value_high", "Số cuối của khoảng phải lớn hơn hoặc bằng giá trị.")
        typed: Any = self.fields["value"]
        if typed.unit and "value" in cleaned:
            cleaned["unit"] = typed.unit
        return cleaned

    def values(self) -> dict[str, Any]:
        told = {name: self.cleaned_data[name] for name in FIELDS}
        told["parent"] = self.figures.get(told["parent"])
        told["indicator"] = told["indicator"] or series_of(told["name"], key_of(told["name"]))
        return told

    def save(self, by: By) -> Any:
        if self.row is not None:
            correct(self.row, self.values(), by)
            return self.row
        article = self.folder.article
        order = article.observations.count()
        row = Observation(article=article, place=article.place, order=order, **self.values())
        return add(row, self.words, by)
