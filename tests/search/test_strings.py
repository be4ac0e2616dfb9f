"""Sorted strings are found as a list finds them."""

from bisect import bisect_left

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.search.backends.whoosh_arrays.strings import Strings, pack_strings

word = st.text("ab\0ộ", max_size=12).map(str.encode)
words = st.sets(word, max_size=30).map(sorted)


@settings(deadline=None)
@given(words, st.lists(word, max_size=20))
def test_sorted_strings(rows, asked):
    strings = Strings(pack_strings("s", rows), "s")
    wanted = [*asked, *rows]
    assert list(strings) == rows
    assert [strings.position(each) for each in wanted] == [bisect_left(rows, e) for e in wanted]
    assert [strings.find(each) for each in wanted] == [
        rows.index(each) if each in rows else None for each in wanted
    ]
    assert sorted(strings.find_all(wanted)) == sorted(rows.index(e) for e in wanted if e in rows)
    for start in asked:
        found = [rows[number] for number in strings.with_prefix(start)]
        assert found == [each for each in rows if each.startswith(start)]
