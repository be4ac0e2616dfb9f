"""What is spelled as a Vietnamese syllable and what is not."""

import unicodedata

import pytest

from archive.vietnamese.syllables import is_syllable


@pytest.mark.parametrize(
    "word",
    "hội nghị Đảng ỦY uỷ khóa khoá quyết nghiêng giếng gì quý huỳnh thuở khuya uống yến oái ăn soóc".split(),
)
def test_syllables(word):
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize(
    "word",
    [
        "hoäi",
        "nghÞ",
        "Héi»",
        "laàn",
        "khoùa",
        "strong",
        "café́",
        "hộị",
        "mằt",
        "àc",
        "François",
        "",
        "đ",
    ],
)
def test_what_is_none(word):
    assert not is_syllable(word)
