"""Words told by a part of them, whatever somebody types."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from archive.search.backends.memory import MemoryEngine
from archive.search.backends.whoosh_arrays.engine import WhooshEngine
from archive.search.engine import answer
from archive.search.likeness import LONGEST, edits, fits, pattern_of, read
from archive.search.parsing import parse
from tests.search.documents import document


@settings(deadline=None)
@given(st.text("abcnghi", min_size=2, max_size=5), st.text("abcnghi", min_size=1, max_size=6))
def test_a_prefix_and_its_reading(start, word):
    assert fits(read(f"{start}*", loose=True))(start + word)
    assert fits(read(f"{start}*{word}", loose=True))(f"{start}xyz{word}")
    assert not fits(read(f"{start}?{word}", loose=True))(start + word)
    assert all(fits(read(f"{start}~", loose=True))(near) for near in edits(start))


@settings(deadline=None)
@given(st.text("ab*?", max_size=8), st.text("ab", max_size=9))
@example("a*ba*b", "abbab")
@example("a**", "a")
def test_a_pattern_is_what_its_signs_say(text, word):
    plain = text.replace("*", r"\w*").replace("?", r"\w")
    assert bool(pattern_of(text).fullmatch(word)) == bool(re.fullmatch(plain, word))


def test_a_pattern_of_many_stars_is_matched_without_going_back():
    """Which would take longer than anybody lives."""
    assert not fits(read("oo" + "*o" * 14 + "*z", loose=True))("o" * 60)


@pytest.fixture(params=["whoosh", "memory"])
def engine(request, tmp_path):
    return WhooshEngine(tmp_path) if request.param == "whoosh" else MemoryEngine()


@pytest.mark.parametrize(("letters", "corrected"), [(LONGEST, True), (LONGEST + 1, False)])
def test_a_word_longer_than_any_is_left_as_it_is(engine, letters, corrected):
    """Its edits would fill the memory: they are as many, and as long, as its letters."""
    word = "n" * letters
    engine.rebuild([document(1, "Một", f"{word[1:]} {word[1:]}m")])
    assert (answer(engine, parse(word)).did_you_mean is not None) == corrected


def test_a_slip_longer_than_any_word_is_looked_for_as_typed(engine):
    engine.rebuild([document(1, "Một", "n" * 900)])
    assert engine.find(parse("n" * 900 + "~")).total == 1
    assert engine.find(parse("n" * 901 + "~")).total == 0
