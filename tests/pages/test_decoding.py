"""Whatever encoding an old portal used, the same letters come out."""

import unicodedata

import pytest

from archive.pages.decoding import COMPOSABLE, decode
from archive.pages.page import UnreadableError

TEXT = "Hội nghị lần thứ 9 Ban Chấp hành Đảng bộ thị xã: Ủy viên, khóa, quyết định, ưu tú, sữa, ngõ ngách."
LETTERS = [
    unicodedata.normalize("NFC", f"{shape}{tone}")
    for shape in "aăâeêioôơuưy"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
]
SYLLABLES = " ".join(f"nh{letter}t đ{letter.upper()}n" for letter in LETTERS)


def in_1258(text):
    """As windows-1258 writes it: shape and tone apart."""
    apart = "".join(apart_1258(c) for c in text)
    return apart.encode("windows-1258")


def apart_1258(char):
    for tone in "\u0300\u0301\u0303\u0309\u0323":
        decomposed = unicodedata.normalize("NFD", char)
        if tone in decomposed:
            base = unicodedata.normalize("NFC", decomposed.replace(tone, ""))
            return base + tone
    return char


@pytest.mark.parametrize("text", [TEXT, SYLLABLES])
@pytest.mark.parametrize(
    "encode",
    [
        lambda t: t.encode(),
        lambda t: b"\xef\xbb\xbf" + t.encode(),
        lambda t: unicodedata.normalize("NFD", t).encode(),
        lambda t: t.encode("utf-16"),
        lambda t: t.encode("utf-16-le"),
        lambda t: t.encode("utf-16-be"),
        in_1258,
    ],
    ids=["utf-8", "bom", "nfd", "utf-16", "utf-16-le", "utf-16-be", "windows-1258"],
)
def test_round_trip(text, encode):
    assert decode(encode(text)) == text


def test_what_nfc_is_not_asked_about_it_would_leave():
    """Every such code point alone, and behind any that could take it up."""
    settled = [chr(code) for code in range(0x3000) if not COMPOSABLE.match(chr(code))]
    before = [c for c in settled if c.isalpha()]
    pairs = "".join(f"{one}{other}" for one in before for other in settled)
    assert unicodedata.is_normalized("NFC", pairs)


def test_utf8_that_was_read_as_latin1_is_repaired():
    assert decode(TEXT.encode().decode("latin-1").encode()) == TEXT


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   \n",
        b"\x00" * 50,
        bytes(range(32)) * 60,
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    ],
)
def test_what_is_no_text_is_refused(content):
    with pytest.raises(UnreadableError):
        decode(content)
