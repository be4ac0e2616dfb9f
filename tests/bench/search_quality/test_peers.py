"""The peers are asked as they should be: all words first, then any; accents as each of them folds."""

from contextlib import ExitStack

import pytest

from tests.bench.search_quality.peers import PEERS, MissingError

TEXTS = {
    "a": ("Hội nghị Kinh Môn", "Bí thư Thị ủy chủ trì."),
    "b": ("Tin khác", "Hội nghị ở Nam Sách, Kinh Môn dự."),
    "c": ("Giá cả", "Chợ phiên."),
}


ASKED = {
    "hội nghị kinh môn": ["a", "b"],
    "bí thư thị ủy": ["a"],
    "chợ zzzz": ["c"],
    "zzzz": [],
}


@pytest.mark.parametrize("name", PEERS)
def test_asks(name, tmp_path):
    with ExitStack() as stack:
        try:
            ask = PEERS[name](TEXTS, tmp_path, stack)
        except MissingError as reason:
            pytest.skip(str(reason))
        assert {query: ask(query) for query in ASKED} == ASKED
