import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.vietnamese.fold import LONG, fold, slugify_vi, strip_accents
from archive.vietnamese.normalise import clean


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đỗ Thị Hà", "do thi ha"),
        ("ỦY BAN NHÂN DÂN", "uy ban nhan dan"),
        ("Nguyễn Hữu Nghĩa", "nguyen huu nghia"),
        ("H’Kim Hoa Byă", "h’kim hoa bya"),
        ("café ñ", "cafe n"),
    ],
)
def test_fold(text, expected):
    assert fold(text) == expected


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Kinh Môn", "kinh-mon"),
        ("Bà Rịa - Vũng Tàu", "ba-ria-vung-tau"),
        ("Đắk R'Lấp", "dak-r-lap"),
        ("…", ""),
    ],
)
def test_slug(text, slug):
    assert slugify_vi(text) == slug


@given(st.text("aăâbcdđeêioôơuưyáàảãạấầẩẫậđĐỲỹ ", max_size=60))
def test_as_many_letters_come_out_as_went_in(text):
    text = clean(text)
    assert len(strip_accents(text)) == len(text)
    assert strip_accents(text).isascii()


@given(st.text(st.one_of(st.sampled_from("aĂđỲỹ –😀"), st.characters()), max_size=60))
def test_a_long_text_is_folded_as_a_short_one_is(text):
    long = text + "." * LONG
    assert strip_accents(long) == strip_accents(text) + "." * LONG
