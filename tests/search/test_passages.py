"""The passage that an index chooses from positions is the snippet that reading the whole text gives.

Of a cluster it is made of the row that it was sent.
"""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.search.backends.memory import MemoryEngine
from archive.search.backends.opensearch.rows import rows_of
from archive.search.backends.opensearch.showing import Sought, hit_of
from archive.search.backends.whoosh_arrays.engine import WhooshEngine
from archive.search.flow import chunks_of, count_of, flow_of, is_one_word, words_in
from archive.search.parsing import parse
from archive.search.words import analysable, words_of
from archive.settings import BASE_DIR
from archive.vietnamese.normalise import clean
from tests.search.documents import document

PIECES = (
    "hội nghị Hội-nghị lần thứ hai mươi mốt khoá XXV (Kinh Môn) UBND. ủy ban nhân dân 905 tỷ 653 triệu đồng "
    "ngày 9 tháng 7 năm 2020 09/7/2020 thị uỷ thị trấn Nguyễn Thị An, bí thư – Phó Bí thư 118 nghìn lan thu chin ;"
).split()
words = st.lists(st.sampled_from(PIECES), max_size=120).map(" ".join)
# What ends a paragraph and begins the next is nothing together: an index reads the lead by itself.
bodies = st.lists(words, min_size=1, max_size=3).map(" xong\n\nSau đó ".join)
asked = st.lists(
    st.sampled_from(
        [*PIECES, "thi uy", "hoi nghi", '"ủy ban"', "118000", "ngh*", "uỷ*", "th?", "nguyenx~"]
    ),
    min_size=1,
    max_size=4,
)


@settings(deadline=None)
@given(bodies | st.text(max_size=80) | st.text(" \r\na1", max_size=20))
def test_every_position_has_its_chunk(text):
    lead, gap, rest = (part.replace("\r", "") for part in text.partition("\n\n"))
    flow, written = flow_of(text), lead + gap + rest
    starts = [*starts_of(lead), *(len(lead + gap) + start for start in starts_of(rest))]
    assert flow.text.tobytes().decode() == written
    assert flow.starts.tolist() == [len(written[:start].encode()) for start in starts]
    assert flow.lead.tolist() == [len(starts_of(lead))]


def starts_of(text):
    """Where the chunk of each word begins in a text, by analysis of the whole."""
    chunks = [" ".join(clean(chunk).split()) for chunk in chunks_of(text)]
    begins = [match.start() for match in re.finditer(r"\S+", text)]
    text = " ".join(chunks)
    plain = [term for term in words_of(analysable(text)) if term.role == "word"]
    return [begins[text[: term.start].count(" ")] for term in plain]


letters = st.characters(categories=["L", "Mn"]) | st.sampled_from("kKtʼìđÐ\u212a\u0958")


@given(st.text(letters, min_size=1, max_size=4))
def test_a_word_told_by_its_letters(chunk):
    assert not is_one_word(chunk) or count_of(words_in(chunk)) == 2


def shown(engine, query):
    return [(hit.title, hit.snippet) for hit in engine.find(query).hits]


def of_rows(rows, found):
    """The same hits, made of the rows of a cluster."""
    shown = {id_: row["shown"] for id_, row in rows_of(rows)}
    return lambda query: [
        hit_of(shown[hit.id], Sought(query), hit.score) for hit in found.find(query).hits
    ]


def both(folder, rows):
    engines = WhooshEngine(folder), MemoryEngine()
    for engine in engines:
        engine.rebuild(rows)
    return engines


@given(st.lists(bodies, min_size=1, max_size=3), asked.map(" ".join))
@settings(max_examples=60, deadline=None)
def test_generated_bodies(tmp_path_factory, texts, typed):
    rows = [document(n, f"Tin {n}", text) for n, text in enumerate(texts, 1)]
    ours, reference = both(tmp_path_factory.mktemp("index"), rows)
    assert shown(ours, parse(typed)) == shown(reference, parse(typed))
    assert of_rows(rows, reference)(parse(typed)) == list(reference.find(parse(typed)).hits)


PAGES = sorted((BASE_DIR / "fixtures" / "pages").glob("*.txt"))


def test_concept_is_marked_beside_its_words_too(tmp_path):
    rows = [document(1, "Tin", "Ban Thường vụ (BTV) Tỉnh ủy làm việc với BTV Thị ủy Duy Tiên")]
    ours, reference = both(tmp_path, rows)
    [(_, snippet)] = shown(ours, parse("lam viec voi ban thuong vu"))
    marks = [snippet.text[start:end] for start, end in snippet.ranges]
    assert marks == ["Ban Thường vụ", "BTV", "làm việc với BTV"]
    assert shown(ours, parse("lam viec voi ban thuong vu")) == shown(
        reference, parse("lam viec voi ban thuong vu")
    )


@pytest.mark.parametrize(
    "typed",
    [
        "hội nghị",
        "hoi nghi",
        "ubnd huyện",
        "ủy ban nhân dân",
        "thi uy",
        '"chấp hành"',
        "2020",
        "đạt",
    ],
)
def test_whole_pages(tmp_path, typed):
    rows = [document(n, p.stem, p.read_text(encoding="utf-8")) for n, p in enumerate(PAGES, 1)]
    ours, reference = both(tmp_path, rows)
    assert shown(ours, parse(typed))
    assert shown(ours, parse(typed)) == shown(reference, parse(typed))
    assert of_rows(rows, reference)(parse(typed)) == list(reference.find(parse(typed)).hits)
