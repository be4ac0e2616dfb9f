"""Words are found however they are spelled, and a cover keeps every other character in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.hiding.covering import COVER, cover, covered, covered_address, covered_lead, is_cover

NAME = "Nguyễn Thị Thúy"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("bà Nguyễn Thị Thúy ở xã A", f"bà {cover(15)} ở xã A"),
        ("BÀ NGUYỄN THỊ THÚY", f"BÀ {cover(15)}"),
        ("bà Nguyễn Thị Thuý nói", f"bà {cover(15)} nói"),  # the older placement of the tone
        ("Nguyễn  Thị\nThúy", cover(16)),
        ("Nguyễn Thị Thúyên", "Nguyễn Thị Thúyên"),  # a longer name
        ("Nguyễn Thị Thu", "Nguyễn Thị Thu"),
        ("bà Thúy", "bà Thúy"),  # a short form needs an order of its own
    ],
)
def test_covered(text, shown):
    assert covered(text, [NAME]) == shown


@pytest.mark.parametrize("length", [1, 5, 12, 13, 30, 200])
def test_a_cover_is_as_long_as_what_it_hides_and_breaks_into_lines(length):
    assert len(cover(length)) == length
    assert is_cover(cover(length))
    assert max(map(len, cover(length).split())) <= 12


def test_a_name_cut_off_at_the_end_of_a_summary_is_covered():
    text = "x" * 385 + " Nguyễn Thị"
    assert covered_lead(text, [NAME]) == "x" * 385 + " " + cover(10)
    assert covered_lead("Nguyễn Thị", [NAME]) == "Nguyễn Thị"


def test_an_address_that_spells_the_name_is_left_out():
    assert covered_address("https://a.vn/tin/ba-nguyen-thi-thuy-12.html", [NAME]) == ""
    assert covered_address("https://a.vn/tin/12.html", [NAME]) == "https://a.vn/tin/12.html"


@given(st.text(alphabet="ab ạ\n.", max_size=30), st.text(alphabet="ab ạ\n.", max_size=30))
def test_nothing_but_the_words_changes(before, after):
    text = f"{before} {NAME}. {after}"
    shown = covered(text, [NAME])
    assert len(shown) == len(text)
    assert NAME not in shown
    assert shown.startswith(before)
    assert shown.endswith(after)
    assert COVER not in covered(before + after, [NAME])
