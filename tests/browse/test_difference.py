"""Two versions of a text, and what the reader is shown of their difference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.browse.difference import difference


def shown(pieces):
    signs = {"same": "{}", "removed": "[-{}-]", "added": "[+{}+]"}
    return "".join(signs[piece.kind].format(piece.text) for piece in pieces)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Một.\n\nHai.", "Một.\n\nHai.", []),
        ("Thu 905 tỷ đồng.", "Thu 950 tỷ đồng.", ["Thu [-905-][+950+] tỷ đồng."]),
        ("Một.\n\nHai.", "Một.", ["[-Hai.-]"]),
        ("Một.", "Một.\n\nHai.", ["[+Hai.+]"]),
        ("A b.\n\nGiữ.\n\nC d.", "A x.\n\nGiữ.\n\nC y.", ["A [-b-][+x+].", "C [-d-][+y+]."]),
    ],
)
def test_difference(old, new, expected):
    assert [shown(paragraph) for paragraph in difference(old, new)] == expected


@given(st.text("ab \n", max_size=40), st.text("ab \n", max_size=40))
def test_what_is_not_added_is_of_the_old_text(old, new):
    for paragraph in difference(old, new):
        assert "".join(p.text for p in paragraph if p.kind != "added") in old
        assert "".join(p.text for p in paragraph if p.kind != "removed") in new
