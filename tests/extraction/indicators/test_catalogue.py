"""The table of indicators: whole rows, one meaning a name."""

from collections import defaultdict

import pytest

from archive.extraction.indicators.catalogue import CATALOGUE, key_of, syllables
from archive.extraction.indicators.units import unit_at


@pytest.mark.parametrize("entry", CATALOGUE.values(), ids=lambda entry: entry.key)
def test_rows_are_whole(entry):
    assert entry.name
    assert entry.category
    assert entry.definition.endswith(".")
    assert entry.low is None or entry.low < entry.high
    assert unit_at(f" {entry.unit}", f" {entry.unit}".lower(), 0) or entry.unit in {
        "nghị quyết",
        "chỉ thị",
        "kế hoạch",
        "đề án",
    }
    assert key_of(entry.name) == entry.key


def test_no_name_has_two_meanings():
    keys = defaultdict(set)
    for entry in CATALOGUE.values():
        for name in (entry.name, *entry.aliases):
            keys[syllables(name)].add(entry.key)
    assert [name for name, meanings in keys.items() if len(meanings) > 1] == []


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Thu ngân sách trên địa bàn huyện", "budget_rev"),
        ("Tổng giá trị sản xuất (giá so sánh 2010)", "gtsx_total"),
        ("Uỷ", None),
        ("Thu nhập", None),
        # a longer label means something narrower
        ("Đảng viên nữ", None),
        ("Tỷ lệ hộ nghèo Khmer trong vùng đặc biệt khó khăn", None),
    ],
)
def test_the_indicator_of_a_label(label, key):
    assert key_of(label) == key
