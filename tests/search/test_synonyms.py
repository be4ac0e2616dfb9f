"""Words that editors hold for the same widen the very next query, and nothing need be indexed anew."""

import pytest

from archive.search.backends.memory import MemoryEngine
from archive.search.engine import answer
from archive.search.parsing import parse
from archive.search.synonyms import Synonyms
from tests.search.documents import document

ENGINE = MemoryEngine()
ENGINE.add(
    [
        document(1, "Tin", "Ứng dụng CNTT ở xã."),
        document(2, "Tin", "Ứng dụng công nghệ thông tin ở xã."),
        document(3, "Tin", "Thông tin về công nghệ."),
    ]
)
KNOWN = Synonyms.of([("CNTT", "công nghệ thông tin"), ("", "!")])


def found(text, known=KNOWN):
    return {hit.id for hit in answer(ENGINE, parse(text, known=known)).hits}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ứng dụng CNTT", {1, 2}),
        ("ứng dụng công nghệ thông tin", {1, 2}),
        ("ỨNG DỤNG CÔNG NGHỆ THÔNG TIN ở xã", {1, 2}),
        ("ứng dụng công nghệ", {2}),
    ],
)
def test_either_form_finds_both(text, expected):
    assert found(text) == expected


def test_without_the_table_the_forms_are_apart():
    assert found("ứng dụng CNTT", Synonyms.of([])) == {1}
