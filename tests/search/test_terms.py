"""The fast analysis of documents gives the terms of the plain one."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.search.backends.whoosh_arrays.batch import Batch
from archive.search.backends.whoosh_arrays.inverter import WEIGHT_VALUES, sorted_rows
from archive.search.document import tokens_of
from archive.settings import BASE_DIR
from tests.search.documents import DOCUMENTS, document

PIECES = (
    "hội nghị lần thứ hai mươi mốt khoá XXV Kinh Môn . UBND ủy ban nhân dân 905 tỷ 653 triệu đồng "
    "34 đồng bào ngày 9 tháng 7 năm 2020 09/7/2020 tháng 12/2021 quý II/2020 05-CT/TW 2020-2025 lan thu chin "
    "khoa 12 TUV Tỉnh ủy viên CT phó bí thư TT Covid-19 118 nghìn lần thứ 9 \n Ban Chấp hành 12/2017/QĐ-UBND "
    "(ngày\n9-7 9/ 7 quý\xa0II \n\n x\u200by \r\n o\u0301 o\u200b\u0301 \t \x00 ¶ đồng,khoá NQ đảng "
    "nghiêng, nghiêng; nghiêng.; a\ufeffb a\x00 \ufeff 😀𝐀bc 𝐀𝐁𝐂𝐃𝐄 "
    "KH NN sách TƯ quyết TU bí tư tưởng 2 năm tháng 3 nghìn 7 /"
).split(" ")
texts = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=60)


def terms_of(batch, name):
    """(exact, folded, position, weight) of every term."""
    numbers, places, _, codes, seconds = batch.tokens(name)
    lexicon = batch.lexicon
    names = np.array([*lexicon.names, ""], object)
    twins = np.minimum(lexicon.twins.all(), len(lexicon.names))
    weights = WEIGHT_VALUES[codes].tolist()
    if name != "pairs":
        terms = (names[numbers], names[twins[numbers]], places.tolist(), weights)
        return Counter(zip(*terms, strict=True))
    exact = [" ".join(pair) for pair in zip(names[numbers], names[seconds], strict=True)]
    folded = [
        f"{a} {b}" if a and b else ""
        for a, b in zip(names[twins[numbers]], names[twins[seconds]], strict=True)
    ]
    return Counter(zip(exact, folded, places.tolist(), weights, strict=True))


def expected(document, name):
    tokens = tokens_of(document)[name]
    return Counter((t.exact, t.folded, t.position, t.weight) for t in tokens)


def check(document):
    batch = Batch()
    batch.add(document)
    for name in ("all", "title", "people", "places", "pairs"):
        assert terms_of(batch, name) == expected(document, name)


@pytest.mark.parametrize("each", DOCUMENTS)
def test_examples(each):
    check(each)


@pytest.mark.parametrize(
    "path", sorted((BASE_DIR / "fixtures" / "pages").glob("*")), ids=lambda p: p.stem
)
def test_whole_pages(path):
    check(document(1, path.stem, path.read_text(encoding="utf-8")))


@settings(deadline=None)
@given(texts, texts, st.sampled_from(["", "tỉnh", "thành phố"]))
def test_any_text(title, body, kind):
    check(document(1, title, body, province_kind=kind))


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(texts, texts, st.sampled_from(["", "tỉnh"])), min_size=2, max_size=4))
def test_documents_beside_each_other(rows):
    """What ends one text and begins the next makes nothing together."""
    each = [
        document(n, title, body, province_kind=kind) for n, (title, body, kind) in enumerate(rows)
    ]
    batch = Batch()
    for one in each:
        batch.add(one)
    for name in ("all", "title", "people", "places", "pairs"):
        assert terms_of(batch, name) == sum((expected(one, name) for one in each), Counter())


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 2**33), st.integers(0, 3)), min_size=1),
    st.sampled_from([1, 2**30]),
)
def test_rows_are_sorted_whether_they_fit_a_number_or_not(rows, factor):
    columns = [np.array(column, "u8") * factor for column in zip(*rows, strict=True)]
    expected = sorted(tuple(int(v) * factor for v in row) for row in rows)
    assert list(zip(*(c.tolist() for c in sorted_rows(*columns)), strict=True)) == expected
