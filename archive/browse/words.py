"""Template filters: dates, numbers, periods and counts in Vietnamese words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from django import template
from django.template.defaultfilters import stringfilter
from django.utils import timezone

from archive.vietnamese.numbers import vi_number

if TYPE_CHECKING:
    from datetime import date, datetime

register = template.Library()

PERIODS = (
    (r"(\d{4})", r"năm \1"),
    (r"(\d{4})-H1", r"6 tháng đầu năm \1"),
    (r"(\d{4})-H2", r"6 tháng cuối năm \1"),
    (r"(\d{4})-(\d+)M", r"\2 tháng đầu năm \1"),
    (r"(\d{4})-Q(\d)", r"quý \2 năm \1"),
    (r"(\d{4})-0?(\d+)", r"tháng \2/\1"),
    (r"(\d{4})/(\d{4})", r"nhiệm kỳ \1-\2"),
    (r"(\d{4})-0?(\d+)-0?(\d+)", r"ngày \3/\2/\1"),
)


@register.filter
def vi_date(day: date | None) -> str:
    """13/7/2022, empty where there is none."""
    return f"{day.day}/{day.month}/{day.year}" if day else ""


@register.filter
def vi_moment(moment: datetime | None) -> str:
    """14/7/2022, 10:19 in Vietnam's time."""
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    return f"{vi_date(local.date())}, {local:%H:%M}"


@register.filter
def number(value: Decimal | int | None) -> str:
    """1.259,84, empty where there is none; zeros that only the database added are dropped."""
    if value is None:
        return ""
    exact = Decimal(value)
    return vi_number(
        exact.normalize() if exact != exact.to_integral() else exact.quantize(Decimal(1))
    )


@register.filter
def signed(value: Decimal | None) -> str:
    """+15,9 or −3,2."""
    if value is None:
        return ""
    return f"{'−' if value < 0 else '+'}{number(abs(value))}"


@register.filter
@stringfilter
def period(code: str) -> str:
    """`2022-H1` in words: 6 tháng đầu năm 2022."""
    for pattern, words in PERIODS:
        if re.fullmatch(pattern, code):
            return re.sub(pattern, words, code)
    return code


@register.filter
@stringfilter
def capital(text: str) -> str:
    """First letter upper, the rest as it is."""
    return text[:1].upper() + text[1:]


@register.filter
def seconds(duration: float) -> str:
    """0,012; a duration under a millisecond shows as 0,001."""
    return f"{max(duration, 0.001):.3f}".replace(".", ",")
