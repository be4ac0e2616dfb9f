"""Whatever a page holds, reading it ends, and every span lies where it says."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.extraction.events import event_date
from archive.extraction.meetings import read_meeting
from archive.extraction.people.lexicon import Lexicon
from archive.extraction.people.officials import read_officials
from archive.extraction.text import Context, passages
from archive.pages.page import Page
from archive.vietnamese.normalise import clean

CONTEXT = Context(on=None, kind="huyện", province_kind="tỉnh", place_name="Nam Sách")
ARTICLE = (
    "Chiều ngày 28/5/2022, Ban Chấp hành Đảng bộ huyện khóa XXV, nhiệm kỳ 2020 - 2025 tổ chức Hội nghị"
    " lần thứ 9. Dự hội nghị có các đồng chí: Lê Thị Thu - Ủy viên BTV Tỉnh ủy, Bí thư Huyện ủy; H’Kim"
    " Byă, Phó Chủ tịch UBND huyện (TUV) chủ trì; Thượng tá Y Bhăm, Trưởng Công an huyện báo cáo.\n\n"
    "Phát biểu kết luận, đồng chí Bí thư Huyện ủy giao ông Đỗ Văn Tư giữ chức Chánh Văn phòng."
)
PIECES = (
    *ARTICLE.split(" "),
    "\n\n",
    "đồng chí",
    "(",
    ")",
    ";",
    "các",
    ":",
    "-",
    "'",
    "Nguyễn",
    "UV",
)

words = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
texts = st.one_of(st.text(max_size=300), words)


def read(title, body):
    page = Page(layout="generic", title=clean(title), body=clean(body), captions=(clean(title),))
    parts = passages(page)
    event = event_date(page, parts[1])
    meeting = read_meeting(parts[0], parts[1], event, CONTEXT)
    return page, event, meeting, read_officials(parts, CONTEXT, Lexicon([("nam sách", "Nam Sách")]))


def words_at(page, span):
    text = {"title": page.title, "body": page.body}.get(span.where) or page.captions[span.index]
    return text[span.start : span.end]


@given(texts, texts)
@settings(max_examples=300, deadline=None)
def test_spans_lie_inside_their_text(title, body):
    page, event, meeting, officials = read(title, body)
    spans = [s for o in officials for s in o.spans]
    spans += [s for o in officials for p in o.positions for s in p.spans]
    spans += [s for o in officials for r in o.roles for s in r.spans]
    spans += [s for several in (meeting.spans.values() if meeting else ()) for s in several]
    spans += [event.span] if event else []
    assert all(words_at(page, span) for span in spans)


@given(words)
@settings(max_examples=300, deadline=None)
def test_every_span_of_a_name_says_the_name(body):
    page, _, _, officials = read("", body)
    for official in officials:
        assert official.spans
        for span in official.spans:
            assert words_at(page, span).casefold() == official.name.casefold()


def test_truncated_and_shuffled_pages_are_read():
    shuffled = ARTICLE.split(" ")
    random.Random(7).shuffle(shuffled)
    read("", " ".join(shuffled))
    for end in range(len(ARTICLE)):
        read(ARTICLE[:end], ARTICLE[end:])


def test_a_hostile_page_takes_time_in_proportion():
    """Half a megabyte of what the patterns like best ends; a quadratic pattern would not."""
    for piece in (
        "hội nghị ",
        "Nguyễn ",
        "đồng chí ",
        "ngày 1/1, ",
        "Phó ",
        "khóa nhiệm kỳ ",
        "các đồng chí: ",
    ):
        read("hội nghị", piece * (500_000 // len(piece)))
