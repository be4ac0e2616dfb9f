"""One spelling for one text, and shadows of the same length."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.vietnamese.normalise import PLACEMENT, clean, shadow


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # open rimes: the mark moves to the first vowel
        ("hoà khoá toạ loã", "hòa khóa tọa lõa"),
        ("khoẻ loè", "khỏe lòe"),
        ("uỷ thuý tuỳ", "ủy thúy tùy"),
        ("Uỷ ban, KHOÁ XXVIII, UỶ", "Ủy ban, KHÓA XXVIII, ỦY"),
        # closed rimes, and u after q, stay as they are
        ("hoàn toàn khoản Huỳnh hoài", "hoàn toàn khoản Huỳnh hoài"),
        ("quý quỹ quyền Quý", "quý quỹ quyền Quý"),
        # already in the newer place
        ("hòa ủy khóa", "hòa ủy khóa"),
        # dashes and quotes
        ("a – b — c − d", "a - b - c - d"),
        ("“x” ‘y’ «z»", '"x" \'y\' "z"'),
    ],
)
def test_shadow(text, expected):
    assert shadow(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ủy\u00a0viên", "Ủy viên"),  # a hard space inside a title
        ("kiểm  tra\t22", "kiểm tra 22"),
        ("\ufeffHội\u200b nghị\u00ad", "Hội nghị"),
        ("Ðảng bộ", "Đảng bộ"),  # the letter of Iceland for the one of Vietnam
        (unicodedata.normalize("NFD", "Uỷ ban"), "Uỷ ban"),
        ("một\r\nhai", "một\nhai"),
    ],
)
def test_clean(text, expected):
    assert clean(text) == expected


@given(st.text(max_size=400))
def test_shadows_keep_the_length_and_are_stable(text):
    text = clean(text)
    assert len(shadow(text)) == len(text)
    assert shadow(shadow(text)) == shadow(text)


@pytest.mark.parametrize(("old", "new"), sorted(PLACEMENT.items()))
def test_every_rime_moves_once(old, new):
    assert shadow(f"th{old}") == f"th{new}"
    assert shadow(f"th{old}n") == f"th{old}n"
