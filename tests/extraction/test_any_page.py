"""Any bytes end in a record or in a reason, and every span of a record says what it claims."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.extraction import extract
from archive.extraction.knowledge import Knowledge
from archive.pages import read
from archive.pages.page import PageError, RawPage

DEV = Path(__file__).resolve().parents[1] / "pages" / "dev"
PAGES = sorted(path for path in DEV.iterdir() if path.suffix in {".txt", ".html"})
TAGS = (
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<td>",
    "<br>",
    "<h1>",
    "<ul><li>",
    "<a href=x>",
    "</a>",
    "<!--",
    "<img>",
    "<script>",
)
WORDS = ("Huyện ủy", "tổ chức", "hội nghị", "đồng chí", "Nguyễn Văn An", ",", "Bí thư Huyện ủy", "chủ trì", "12,5%", "tỷ đồng", "Ngày 5/7/2022", "\n", "Lượt xem: 5", "K’ Brêm", "\u00a0", "\u200b", "ộ")  # fmt: skip

markup = st.lists(st.sampled_from((*TAGS, *WORDS)), max_size=80).map(" ".join)
texts = st.one_of(st.text(max_size=400), markup)


def record_of(content, media):
    """None where the page is no article."""
    try:
        return extract(read(RawPage(content, media, "page")), Knowledge.load())
    except PageError:
        return None


def spans_of(record):
    for official in record.officials:
        yield from official.spans
        for fact in (*official.positions, *official.roles):
            yield from fact.spans
    for spans in (record.meeting.spans if record.meeting else {}).values():
        yield from spans
    yield from (figure.span for figure in record.indicators)


def words_at(record, span):
    text = {"title": record.title, "body": record.body}.get(span.where)
    return (record.captions[span.index] if text is None else text)[span.start : span.end]


def assert_spans_hold(record):
    assert all(words_at(record, span).strip() for span in spans_of(record))
    for official in record.officials:
        assert official.spans
        for span in official.spans:
            assert words_at(record, span).casefold() == official.name.casefold()


@given(st.binary(max_size=300), st.sampled_from(("text", "html")))
@settings(max_examples=150, deadline=None)
def test_bytes(content, media):
    record_of(content, media)


@given(texts, st.sampled_from(("text", "html")))
@settings(max_examples=150, deadline=None)
def test_letters(text, media):
    record = record_of(text.encode("utf-8", "surrogatepass"), media)
    if record:
        assert_spans_hold(record)


@given(markup)
@settings(max_examples=100, deadline=None)
def test_markup_around_an_article(text):
    lead = (
        "Ngày 5/7/2022, Huyện ủy Nam Sách tổ chức hội nghị. Đồng chí Sái Văn An, Bí thư Huyện ủy chủ trì. "
        * 3
    )
    record = record_of(
        f"<html><body>{text}<h1>Huyện ủy họp sơ kết</h1><p>{lead}</p>{text}".encode(), "html"
    )
    if record:
        assert_spans_hold(record)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_cut_off_and_a_page_shuffled(path):
    content = path.read_text(encoding="utf-8")
    media = "html" if path.suffix == ".html" else "text"
    chance = random.Random(path.stem)
    lines = content.split("\n")
    chance.shuffle(lines)
    for text in (content, content[: chance.randrange(len(content))], "\n".join(lines)):
        record = record_of(text.encode(), media)
        if record:
            assert_spans_hold(record)


def test_elements_without_end_are_refused():
    with pytest.raises(PageError, match="nested deeper"):
        read(RawPage(("<div>" * 50_000).encode(), "html", "page"))


def test_a_page_of_nothing_is_no_article():
    for content in (b"<html><body><select>x</select></body></html>", b"<html></html>", b"<p>"):
        with pytest.raises(PageError):
            read(RawPage(content, "html", "page"))
