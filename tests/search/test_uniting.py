"""Sorted tables become one, whatever is in memory at once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.search.backends.whoosh_arrays import uniting
from archive.search.backends.whoosh_arrays.strings import GrowingStrings, Strings, pack_strings

words = st.sets(st.text("abộ", max_size=6).map(str.encode), max_size=30).map(sorted)


@settings(deadline=None)
@given(st.lists(words, min_size=1, max_size=5), st.integers(1, 40))
def test_tables_become_one(tables, at_once):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(uniting, "AT_ONCE", at_once)
        read = [Strings(pack_strings("s", table), "s") for table in tables]
        stretches = list(uniting.united(read))
    assert [name for names, _ in stretches for name in names] == sorted(set().union(*tables))
    for number, table in enumerate(tables):
        parts = [(names, parts[number]) for names, parts in stretches]
        assert [names[i] for names, part in parts for i in part.places.tolist()] == table
        assert [n for _, part in parts for n in range(part.low, part.high)] == list(
            range(len(table))
        )
    most = max(at_once, len(tables))
    assert all(sum(p.high - p.low for p in parts) <= most for _, parts in stretches)


@given(st.lists(st.lists(st.binary(max_size=5), max_size=5)))
def test_growing_strings_are_packed_strings(tmp_path_factory, pieces):
    growing = GrowingStrings(tmp_path_factory.mktemp("strings"), "s")
    for piece in pieces:
        growing.add(piece)
    whole = pack_strings("s", [string for piece in pieces for string in piece])
    for name, spool in growing.arrays().items():
        assert spool.read(0, len(spool)).tolist() == whole[name].tolist(), name
        assert spool.dtype == whole[name].dtype
