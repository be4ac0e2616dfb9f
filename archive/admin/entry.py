"""Form fields that take and show values as Vietnamese writes them: `905,653`, `13/7/2022`."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from archive.vietnamese.amounts import parse_amount
from archive.vietnamese.dates import parse_day, vi_day
from archive.vietnamese.numbers import plain_number
from archive.vietnamese.periods import parse_period, period_words

NUMBER_HELP = "Ví dụ 905,653 hoặc 1.259,84"
DAY_HELP = "Ví dụ 13/7/2022"
PERIOD_HELP = "Ví dụ 6 tháng đầu năm 2022, quý 1/2022, tháng 7/2022, năm 2021, 30/6/2024"


class NumberField(forms.CharField):
    """A decimal. A unit that is typed with it (`905,653 tỷ đồng`) is kept in `unit`."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        for name in ("max_digits", "decimal_places", "localize"):
            kwargs.pop(name, None)
        kwargs["widget"] = forms.TextInput(attrs={"class": "n", "autocomplete": "off"})
        super().__init__(**{"help_text": NUMBER_HELP, **kwargs})
        self.unit = ""

    def prepare_value(self, value: Any) -> Any:
        return plain_number(value) if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Any:
        self.unit = ""
        if value in self.empty_values or isinstance(value, Decimal):
            return value or None
        try:
            amount = parse_amount(str(value))
        except ValueError:
            raise ValidationError(
                f"“{value}” không phải là số. Viết dấu phẩy cho phần lẻ, dấu chấm cho hàng nghìn: "
                "905,653 hoặc 1.259,84."
            ) from None
        self.unit = amount.unit
        return amount.value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True


class DayField(forms.CharField):
    """A day, `13/7/2022`."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.pop("widget", None)
        super().__init__(**{"required": False, "help_text": DAY_HELP, **kwargs})

    def prepare_value(self, value: Any) -> Any:
        return vi_day(value) if isinstance(value, date) else value

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values or isinstance(value, date):
            return value or None
        try:
            return parse_day(str(value))
        except ValueError:
            raise ValidationError(f"“{value}” không phải là một ngày. {DAY_HELP}.") from None

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True


class MomentField(forms.CharField):
    """A day with or without a time: `14/7/2022, 10:19` or `14/7/2022`."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.pop("widget", None)
        help_text = "Ví dụ 14/7/2022, 10:19 hoặc 14/7/2022"
        super().__init__(**{"required": False, "help_text": help_text, **kwargs})

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, datetime):
            return value
        local = timezone.localtime(value)
        return f"{vi_day(local.date())}, {local:%H:%M}"

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values or isinstance(value, datetime):
            return value or None
        day, _, clock = str(value).partition(",")
        try:
            at = datetime.strptime(clock.strip() or "0:00", "%H:%M").time()  # noqa: DTZ007  (a time of day)
            return timezone.make_aware(datetime.combine(parse_day(day), at))
        except ValueError:
            raise ValidationError(f"“{value}” không phải là ngày giờ. {self.help_text}.") from None


class PeriodField(forms.CharField):
    """A period in words or as its code; cleans to the code."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "help_text": PERIOD_HELP, **kwargs})

    def prepare_value(self, value: Any) -> Any:
        return period_words(value) if isinstance(value, str) else value

    def to_python(self, value: Any) -> str:
        if value in self.empty_values:
            return ""
        try:
            return parse_period(str(value))
        except ValueError:
            raise ValidationError(f"“{value}” không phải là một kỳ. {PERIOD_HELP}.") from None


OVERRIDES: dict[Any, dict[str, Any]] = {
    models.DecimalField: {"form_class": NumberField},
    models.DateField: {"form_class": DayField},
    models.DateTimeField: {"form_class": MomentField},
}
