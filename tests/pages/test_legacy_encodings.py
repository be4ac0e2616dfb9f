"""Every Vietnamese syllable comes back from every encoding, whatever the page declares."""

import unicodedata

import pytest

from archive.pages.decoding import decode
from tests.pages.legacy import in_1258, in_tcvn3, in_vni, syllables

SYLLABLES = syllables()
PAGES = [
    "\n".join(" ".join(SYLLABLES[i : i + 12]) for i in range(start, start + 1200, 12))
    for start in range(0, len(SYLLABLES), 1200)
]
SENTENCE = (
    "Hội nghị lần thứ 9 Ban Chấp hành Đảng bộ huyện, khóa XXV, nhiệm kỳ 2020 - 2025, đã bàn nhiệm vụ sáu "
    "tháng cuối năm; tổng thu ngân sách ước đạt 905 tỷ đồng, bằng 106% dự toán.\n"
)


def as_symbols(text):
    """Bytes of a font in the private area where Word keeps those of symbol fonts."""
    return "".join(chr(0xF000 + ord(c)) if ord(c) > 0x20 else c for c in text)


WRITERS = {
    "utf-8": str.encode,
    "nfd": lambda text: unicodedata.normalize("NFD", text).encode(),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "windows-1258": in_1258,
    "tcvn3": lambda text: in_tcvn3(text).encode("latin-1"),
    "tcvn3 in utf-8": lambda text: in_tcvn3(text).encode(),
    "tcvn3 in private use": lambda text: as_symbols(in_tcvn3(text)).encode(),
    "vni": lambda text: in_vni(text).encode("latin-1"),
    "vni in utf-8": lambda text: in_vni(text).encode(),
    "utf-8 read as latin-1": lambda text: text.encode().decode("latin-1").encode(),
    "utf-8 read as windows-1252": lambda text: (
        text.encode().decode("cp1252", errors="replace").encode()
    ),
}
EXACT = [name for name in WRITERS if name != "utf-8 read as windows-1252"]  # that one loses bytes


def test_there_are_enough_syllables():
    assert len(set(SYLLABLES)) > 15000


@pytest.mark.parametrize("name", EXACT)
def test_every_syllable(name):
    write = WRITERS[name]
    wrong = [
        (read, wanted)
        for page in PAGES
        for read, wanted in zip(decode(write(page)).split(), page.split(), strict=True)
        if read != wanted
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ["utf-8", "windows-1258", "vni", "vni in utf-8"])
def test_capitals(name):
    assert decode(WRITERS[name](SENTENCE.upper())) == SENTENCE.upper()


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "windows-1252", "x-user-defined", ""])
@pytest.mark.parametrize("name", [name for name in EXACT if not name.startswith("utf-16")])
def test_what_a_page_declares_may_be_wrong(name, declared):
    head = f'<meta charset="{declared}">\n'.encode() if declared else b""
    assert decode(head + WRITERS[name](SENTENCE * 3)).endswith(SENTENCE * 3)


@pytest.mark.parametrize("name", ["tcvn3 in utf-8", "vni in utf-8"])
def test_a_line_pasted_from_an_old_document_into_a_sound_page(name):
    pasted = WRITERS[name](SENTENCE).decode()
    assert decode((SENTENCE + pasted + SENTENCE).encode()) == SENTENCE * 3


@pytest.mark.parametrize(
    "text",
    [
        "Nhiệt độ 38°C, tăng ½ so với năm trước © Báo tỉnh ® 2020 «trích»\n" + SENTENCE,
        "Tuyên bố của Đại sứ François Müller tại Huế: «Café, señor, Ångström» ×2\n" + SENTENCE,
        "Đoàn công tác gặp ông Łukasz, bà Ñuñoa và cô Zoë\n" + SENTENCE,
    ],
)
def test_sound_text_with_signs_of_others_is_left_alone(text):
    assert decode(text.encode()) == text
