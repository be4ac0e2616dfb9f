"""Quick patterns find what the plain ones do."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.extraction.indicators.phrases import Phrases
from archive.extraction.patterns import at_word, clue, number
from archive.extraction.text import Passage

WORDS = ("thu", "thu ngân sách", "chi", "chi bộ", "trong đó", "km", "km2", "tổ", "tổng số")
# Texts that consist of these words, of parts of them and of what may stand between.
PIECES = st.sampled_from((*WORDS, "t", "ch", "ng", "2", "_", " ", " ", ", ", "\u00b2", "(", "Đ"))
TEXTS = st.lists(PIECES, max_size=12).map("".join)


@given(TEXTS)
def test_at_word_is_an_alternative_behind_no_letter(text):
    plain = re.compile(rf"(?<!\w)(?:{'|'.join(WORDS)})(?!\w)")
    quick = re.compile(rf"{at_word(*WORDS)}(?!\w)")
    assert [m.span() for m in quick.finditer(text)] == [m.span() for m in plain.finditer(text)]


@given(TEXTS)
def test_at_word_takes_a_choice_of_first_words(text):
    choice = "(?:thu|tổ|chi)(?: bộ| ngân sách)?"
    plain, quick = re.compile(rf"(?<!\w){choice}"), re.compile(at_word(choice))
    assert [m.span() for m in quick.finditer(text)] == [m.span() for m in plain.finditer(text)]


def test_at_word_behind_no_word_of_a_list():
    pattern = re.compile(at_word("yêu cầu", "đề nghị", after="đơn |theo "))
    assert pattern.search("huyện đề nghị")
    assert not pattern.search("đơn đề nghị, theo yêu cầu")


@given(TEXTS)
def test_a_clue_is_found_wherever_its_pattern_is(text):
    found = clue("thu chi đó km km2 tổ tổng", *WORDS)
    has = set(Passage("body", 0, text, text).tokens.low)
    match = found.pattern.search(text)
    assert found.end(text, has) == (match.end() if match else len(text) + 1)
    assert found.possible(has) or not match


def test_each_alternative_of_a_clue_holds_one_of_its_words():
    with pytest.raises(ValueError, match="chi bộ"):
        clue("thu ngân", "thu ngân sách", "chi bộ")


def test_numbers_begin_words_too():
    pattern = re.compile(at_word("sáu tháng", *number(" tháng")))
    found = [match[0] for match in pattern.finditer("6 tháng, 12 tháng, 123 tháng, sáu tháng")]
    assert found == ["6 tháng", "12 tháng", "sáu tháng"]


@given(TEXTS)
def test_phrases_are_the_longest_at_each_word(text):
    """As the definition says it: left to right, the longest phrase that begins and ends with a word."""
    expected, until = [], 0
    for at in range(len(text)):
        begins = at == 0 or not re.match(r"[^\W\d_]", text[at - 1])
        here = [
            w for w in WORDS if text.startswith(w, at) and not text[at + len(w) :][:1].isalnum()
        ]
        if at >= until and begins and here:
            longest = max(here, key=len)
            expected.append((at, longest))
            until = at + len(longest)
    table = Phrases(WORDS)
    assert list(table.each(text)) == expected
    assert table.search(text) == (expected[0] if expected else None)
    assert table.at(text, 0) == (expected[0][1] if expected and expected[0][0] == 0 else None)
