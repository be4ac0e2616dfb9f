"""A place typed by name: `Kinh Môn, Hải Dương`, or its address `hai-duong/kinh-mon`."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from archive.models import Place
from archive.vietnamese.fold import fold

KINDS = ("thi xa", "thanh pho", "huyen", "quan", "tinh", "xa", "phuong", "thi tran", "dac khu")


def place_name(place: Place | None) -> str:
    """`Kinh Môn, Hải Dương`; a province alone."""
    if place is None:
        return ""
    return f"{place.name}, {place.parent.name}" if place.parent else place.name


def places_of(text: str) -> list[Place]:
    """The places that these words may mean, provinces first, communes last."""
    name, _, province = (fold(part).strip() for part in text.partition(","))
    for kind in KINDS:
        name = name.removeprefix(f"{kind} ") if name != kind else name
    rows = Place.objects.select_related("parent").filter(folded=name)
    if province:
        rows = rows.filter(parent__folded=province.removeprefix("tinh "))
    order = (Place.Level.PROVINCE, Place.Level.DISTRICT, Place.Level.COMMUNE)
    return sorted(rows, key=lambda place: (order.index(Place.Level(place.level)), place.slug))


class PlaceField(forms.CharField):
    """Cleans to a Place, or None where nothing is typed. Districts go before communes of one name."""

    def __init__(self, **kwargs: Any) -> None:
        help_text = "Ví dụ Kinh Môn, Hải Dương"
        super().__init__(**{"required": False, "help_text": help_text, **kwargs})

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, int):  # as the form of a row has it
            value = Place.objects.select_related("parent").filter(pk=value).first()
        return place_name(value) if isinstance(value, Place) else value

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values or isinstance(value, Place):
            return value or None
        by_address = Place.objects.select_related("parent").filter(slug=value).first()
        found = [by_address] if by_address else places_of(str(value))
        if not found:
            raise ValidationError(f"Kho không có nơi nào tên “{value}”. {self.help_text}.")
        rivals = [place for place in found if place.level == found[0].level]
        if len(rivals) > 1:
            names = "; ".join(place_name(place) for place in rivals[:6])
            raise ValidationError(f"Có nhiều nơi tên “{value}”: {names}. Hãy viết cả tỉnh.")
        return found[0]
