"""Which words of the article an editor has chosen: by their place, or by typing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.editing.adding import Words
from archive.vietnamese.normalise import clean, shadow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archive.models import ArticleVersion


class NoWordsError(Exception):
    """Raised where the words are not in the article; the message says what to do."""


def chosen_words(version: ArticleVersion, told: Mapping[str, str]) -> Words:
    """By `o`, `i`, `tu`, `den` (where, index, start, end in code points), else by `doan`, the words.

    Raises NoWordsError where the article has no such words.
    """
    if told.get("tu"):
        return by_place(version, told)
    return by_quote(version, told.get("doan", ""))


def by_place(version: ArticleVersion, told: Mapping[str, str]) -> Words:
    try:
        index, start, end = (int(told.get(name, "0")) for name in ("i", "tu", "den"))
        words = Words(version, told.get("o", "body"), index, start, end)
        text = words.text
    except (ValueError, LookupError):
        raise NoWordsError("Đoạn đã chọn không có trong bài. Hãy chọn lại.") from None
    while start < end and text[start : start + 1].isspace():
        start += 1
    while start < end and text[end - 1 : end].isspace():
        end -= 1
    if not 0 <= start < end <= len(text):
        raise NoWordsError("Chưa chọn chữ nào. Hãy bôi đen một đoạn trong bài.")
    return Words(version, words.where, index, start, end)


def by_quote(version: ArticleVersion, quote: str) -> Words:
    """The first place where the words stand, however their tone marks are placed."""
    wanted = shadow(clean(" ".join(quote.split())))
    texts = [("body", 0, version.body), ("title", 0, version.title)]
    texts += [("captions", i, caption) for i, caption in enumerate(version.captions)]
    for where, index, text in texts:
        at = shadow(text).find(wanted) if wanted else -1
        if at >= 0:
            return Words(version, where, index, at, at + len(wanted))
    raise NoWordsError(f"Bài không có đoạn “{quote[:80]}”. Hãy chép đúng chữ trong bài.")
