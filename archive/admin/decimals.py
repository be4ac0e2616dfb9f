"""Numbers as Vietnamese writes them, on entry and on display: `905,653`."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.db import models


class PlainDecimalField(forms.DecimalField):
    """Shows a stored number without the zeros that only the column adds."""

    def prepare_value(self, value: Any) -> Any:
        return Decimal(f"{value.normalize():f}") if isinstance(value, Decimal) else value


DECIMALS = {models.DecimalField: {"form_class": PlainDecimalField, "localize": True}}
