import pytest

from archive.vietnamese.collation import collation_key


@pytest.mark.parametrize(
    "in_order",
    [
        ["An Giang", "Ân Thi", "Ba Vì", "Cà Mau", "Dương Minh Châu", "Đà Nẵng", "Hà Nam", "Hà Nội"],
        ["Da", "Dà", "Dả", "Dã", "Dá", "Dạ", "Đa"],  # letters first, then tones
        ["ô", "ơ", "u", "ư", "y"],
    ],
)
def test_order(in_order):
    shuffled = in_order[::-1]
    assert sorted(shuffled, key=collation_key) == in_order
