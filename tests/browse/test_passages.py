"""The sentence around the words of a fact."""

import pytest

from archive.browse.passages import passage


@pytest.mark.parametrize(
    ("body", "words", "before", "after"),
    [
        ("Mở đầu. Bà Yến chủ trì. Kết thúc.", "Yến", "Bà ", " chủ trì."),
        # a paragraph ends a sentence
        ("Tiêu đề\n\nBà Yến chủ trì", "Yến", "Bà ", " chủ trì"),
        # a dot before a small letter or inside a number ends none
        ("Thu 1.259,84 tỷ v.v. và chi 5 tỷ. Hết.", "chi", "Thu 1.259,84 tỷ v.v. và ", " 5 tỷ."),
        # a long sentence is cut at spaces
        ("một " * 100 + "ĐÂY" + " hai" * 100, "ĐÂY", "… " + "một " * 44, " hai" * 44 + " …"),
    ],
)
def test_passage(body, words, before, after):
    start = body.index(words)
    found = passage(body, start, start + len(words))
    assert (found.before, found.words, found.after) == (before, words, after)
