"""Amounts as editors type them."""

from decimal import Decimal

import pytest

from archive.vietnamese.amounts import parse_amount


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("905,653 tỷ đồng", "905.653", "tỷ đồng"),
        ("905 tỷ 653 triệu đồng", "905.653", "tỷ đồng"),
        ("131 tỷ 43 triệu", "131.043", "tỷ"),
        ("1.259,84", "1259.84", ""),
        ("1.259,84 tỷ đồng", "1259.84", "tỷ đồng"),
        ("31. 881", "31881", ""),
        ("17,2 %", "17.2", "%"),
        ("17,2%", "17.2", "%"),
        ("-3,5", "-3.5", ""),
        ("−3,5%", "-3.5", "%"),
        ("65 triệu 500 nghìn đồng/người/năm", "65.5", "triệu đồng/người/năm"),
        ("02 con", "2", "con"),
    ],
)
def test_reads(text, value, unit):
    amount = parse_amount(text)
    assert (amount.value, amount.unit) == (Decimal(value), unit)


@pytest.mark.parametrize("text", ["", "tỷ đồng", "905.65", "12 xã và 3 phường", "1,2,3"])
def test_refuses(text):
    with pytest.raises(ValueError):
        parse_amount(text)
