"""The page's own meeting, told from those it cites."""

import pytest

from archive.extraction.meetings import read_meeting
from archive.extraction.text import Context, passages
from archive.pages.page import Page

CONTEXT = Context(on=None, kind="huyện", province_kind="tỉnh", place_name="Nam Sách")


def read(title, body):
    title_passage, body_passage = passages(Page(layout="generic", title=title, body=body))[:2]
    return read_meeting(title_passage, body_passage, None, CONTEXT)


CASES = (
    # title, lead, kind, ordinal, congress, term
    ("Hội nghị lần thứ 9 Ban chấp hành Đảng bộ huyện khoá 25", "", "plenum", 9, 25, None),
    ("Hội nghị BCH Đảng bộ huyện lần thứ IX, khóa XXV, nhiệm kỳ 2020 - 2025", "", "plenum", 9, 25, "2020-2025"),
    ("Hội nghị BCH Đảng bộ huyện lần thứ mười bốn (mở rộng)", "", "plenum", 14, None, None),
    ("Sơ kết 6 tháng", "Ngày 9/7, BCH Đảng bộ huyện khóa XX tổ chức Hội nghị lần thứ 5 sơ kết 6 tháng.", "plenum", 5, 20, None),
    ("Huyện ủy họp", "Ngày 9/7, Huyện ủy Nam Sách tổ chức Hội nghị lần thứ 5.", "plenum", 5, None, None),
    ("Hội nghị Ban Thường vụ Huyện ủy lần thứ 38", "", "standing_committee", 38, None, None),
    ("Ban Thường vụ Huyện ủy cho ý kiến về nhiệm vụ", "Ngày 9/7, BTV Huyện ủy tổ chức hội nghị.", "standing_committee", None, None, None),
    ("Huyện ủy sơ kết 6 tháng đầu năm", "Ngày 9/7, Huyện ủy tổ chức hội nghị sơ kết.", "review", None, None, None),
    ("Hội nghị BTV Tỉnh ủy làm việc với BTV Huyện ủy Nam Sách", "", "working_session", None, None, None),
    ("Đại hội đại biểu Đảng bộ huyện lần thứ XXIV, nhiệm kỳ 2020-2025", "", "congress", None, 24, "2020-2025"),
    ("Khai mạc kỳ họp thứ 10, HĐND huyện khóa IV", "", "council_session", 10, 4, None),
    ("Phiên họp thường kỳ tháng 9 của UBND tỉnh", "", "executive_session", None, None, None),
    ("Huyện ủy giao ban tháng 10", "Sáng 30/10, BTV Huyện ủy tổ chức hội nghị giao ban.", "briefing", None, None, None),
    ("Công bố các quyết định về công tác cán bộ", "Ngày 1/3, BTV tổ chức hội nghị công bố.", "personnel", None, None, None),
    ("Đại biểu HĐND tỉnh tiếp xúc cử tri trước kỳ họp thứ 9", "", "voter_contact", None, None, None),
    ("Hội nghị học tập, quán triệt Nghị quyết Hội nghị lần thứ 8 BCH Trung ương", "", "study", None, None, None),
    ("Ban Chấp hành Đảng bộ thị xã họp phiên thứ 16", "", "plenum", 16, None, None),
    ("HĐND huyện tổ chức Kỳ họp chuyên đề lần thứ 3", "Ngày 3/3, HĐND huyện khóa XII tổ chức Kỳ họp thứ 9 (kỳ họp chuyên đề).", "council_session", 9, 12, None),
    ("UBKT Huyện ủy họp kỳ thứ 20", "Ngày 5/8, UBKT Huyện ủy tổ chức kỳ họp thứ 20 xem xét kỷ luật.", "other", 20, None, None),
    ("Kỳ họp thứ 44 của Ủy ban Kiểm tra Huyện ủy", "Ngày 5/8, UBKT Huyện ủy tổ chức Kỳ họp thứ 44, nhiệm kỳ 2020-2025.", "other", 44, None, "2020-2025"),
    ("UBND huyện họp", "Ngày 30/6, UBND huyện tổ chức phiên họp thứ 15 nhiệm kỳ 2021-2026.", "executive_session", 15, None, "2021-2026"),
    ("Thị ủy triển khai Nghị quyết Trung ương 4", "Ngày 12/3, Thị ủy tổ chức Hội nghị học tập, quán triệt Nghị quyết.", "study", None, None, None),
    ("Lễ công bố Quyết định công nhận xã đạt chuẩn nông thôn mới", "", "other", None, None, None),
    ("Hội nghị đối thoại với nhân dân năm 2022", "", "other", None, None, None),
)  # fmt: skip


@pytest.mark.parametrize(("title", "lead", "kind", "ordinal", "congress", "term"), CASES)
def test_fields(title, lead, kind, ordinal, congress, term):
    found = read(title, lead)
    assert (found.kind, found.ordinal, found.congress, found.term) == (
        kind,
        ordinal,
        congress,
        term,
    )


def test_the_term_may_stand_beside_the_same_number_further_down():
    body = "Ngày 13/7, BCH Đảng bộ huyện khoá 25 họp.\n\nĐề án nhân sự BCH khóa XXV nhiệm kỳ 2020-2025; quy hoạch nhiệm kỳ 2025-2030."
    assert read("Hội nghị lần thứ 9 BCH Đảng bộ huyện khoá 25", body).term == "2020-2025"


def test_a_cited_congress_gives_no_number():
    body = "Ngày 28/5, BTV Tỉnh ủy làm việc với BTV Huyện ủy về thực hiện Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020-2025."
    found = read("Hội nghị BTV Tỉnh ủy làm việc với BTV Huyện ủy", body)
    assert (found.congress, found.term) == (None, None)


def test_a_page_without_a_meeting_has_none():
    assert (
        read("Văn Giang khai thác thế mạnh ven đô", "Nằm liền kề Thủ đô, huyện phát huy lợi thế.")
        is None
    )


@pytest.mark.parametrize(
    ("title", "lead", "name"),
    [
        (
            "Hội nghị lần thứ 14 - Ban chấp hành Đảng bộ quận khoá III, nhiệm kỳ 2020 - 2025",
            "",
            "Hội nghị lần thứ 14 Ban Chấp hành Đảng bộ quận khóa III, nhiệm kỳ 2020-2025",
        ),
        (
            "Thành ủy sơ kết công tác 9 tháng",
            "Sáng 8/10, Thành ủy tổ chức Hội nghị sơ kết công tác 9 tháng đầu năm. Dự có đại biểu.",
            "Hội nghị sơ kết công tác 9 tháng đầu năm",
        ),
        (
            "ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ HUYỆN NAM SÁCH LẦN THỨ XXIV",
            "",
            "Đại hội đại biểu Đảng bộ huyện Nam Sách lần thứ XXIV",
        ),
        (
            "Ban Thường vụ cho ý kiến nhiệm vụ",
            "Ngày 30/6, Ban Thường vụ Huyện uỷ Nam Sách tổ chức Hội nghị lần thứ 38.",
            "Hội nghị lần thứ 38 Ban Thường vụ Huyện ủy Nam Sách",
        ),
    ],
)  # fmt: skip
def test_the_name_in_full_words(title, lead, name):
    assert read(title, lead).name == name


def test_every_span_holds_its_words():
    found = read("Hội nghị lần thứ 9 BCH Đảng bộ huyện khóa XXV", "")
    spans = {field: spans[0] for field, spans in found.spans.items()}
    title = "Hội nghị lần thứ 9 BCH Đảng bộ huyện khóa XXV"
    assert title[spans["ordinal"].start : spans["ordinal"].end] == "Hội nghị lần thứ 9"
    assert title[spans["congress"].start : spans["congress"].end].endswith("khóa XXV")
