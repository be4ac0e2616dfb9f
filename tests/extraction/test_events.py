"""The day of the event, as the lead tells it."""

from datetime import date

import pytest

from archive.extraction.events import event_date
from archive.extraction.text import passages
from archive.pages.page import Page, Stamp


def page(body, published=None, label="published", title="Hội nghị"):
    on = date.fromisoformat(published) if published else None
    stamps = (Stamp(on, None, label, "", after_title=True),) if on else ()
    return Page(layout="generic", title=title, body=body, stamps=stamps)


def read(*args, **kwargs):
    subject = page(*args, **kwargs)
    found = event_date(subject, passages(subject)[1])
    return found and (found.on.isoformat(), found.day_part)


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("Chiều ngày 28/5/2022, Ban Thường vụ họp.", ("2022-05-28", "chiều")),
        ("Ngày 13/7, Ban Chấp hành tổ chức hội nghị.", ("2022-07-13", None)),
        ("Sáng 13/7, Huyện ủy họp.", ("2022-07-13", "sáng")),
        ("Sáng 13-7, Huyện ủy họp.", ("2022-07-13", "sáng")),
        ("Sáng 13/ 7/ 2022, Huyện ủy họp.", ("2022-07-13", "sáng")),
        ("Từ 12 đến 13/7, Huyện ủy họp.", ("2022-07-12", None)),
        ("Trong 2 ngày 12-13/7, Huyện ủy họp.", ("2022-07-12", None)),
        ("Sau 1,5 ngày làm việc (12 - 13/7), kỳ họp bế mạc.", ("2022-07-12", None)),
        ("Sáng nay, 13/7, Huyện ủy họp.", ("2022-07-13", "sáng")),
        ("Chiều nay (13/7), Huyện ủy họp.", ("2022-07-13", "chiều")),
        ("Sáng nay, Huyện ủy họp.", ("2022-07-14", "sáng")),
        ("Tối 13.7.2022, Huyện ủy họp.", ("2022-07-13", "tối")),
        ("Trong 2 ngày 12 và 13/7/2022, Huyện ủy họp.", ("2022-07-12", None)),
        ("Trong hai ngày 12 - 13/7, Huyện ủy họp.", ("2022-07-12", None)),
        ("Từ ngày 12 đến ngày 13/7, Huyện ủy họp.", ("2022-07-12", None)),
        ("Từ ngày 30/6 đến 02/7/2022, Huyện ủy họp.", ("2022-06-30", None)),
        ("Ngày 13 tháng 7 năm 2022, Huyện ủy họp.", ("2022-07-13", None)),
        ("(KM) Hôm nay, ngày 13/7, Huyện ủy họp.", ("2022-07-13", None)),
        ("Thực hiện Kế hoạch số 12-KH/HU ngày 01/6/2022, sáng 13/7 Huyện ủy họp.", ("2022-07-13", "sáng")),
        ("Huyện ủy vừa tổ chức hội nghị.", None),
        ("Đã hoàn thành 13/17 chỉ tiêu.", None),
        ("Kỷ niệm ngày 3/2/1930.", None),
        ("Phấn đấu hoàn thành trước ngày 31/12.", None),
        ("Ngày 32/13, Huyện ủy họp.", None),
    ],
)  # fmt: skip
def test_the_day_of_the_event(lead, expected):
    assert read(lead, "2022-07-14") == expected


def test_the_year_is_that_of_publication_or_the_one_before():
    assert read("Ngày 28/12, Huyện ủy họp.", "2023-01-03") == ("2022-12-28", None)
    assert read("Ngày 05/01, Huyện ủy họp.", "2023-01-03") == ("2023-01-05", None)


def test_the_clock_of_the_page_infers_no_year():
    assert read("Ngày 28/12, Huyện ủy họp.", "2024-01-03", label="clock") is None


def test_without_a_stamp_the_only_year_in_the_lead_helps():
    assert read("Ngày 28/12, Huyện ủy tổng kết năm 2021.") == ("2021-12-28", None)
    assert read("Ngày 28/12, Huyện ủy tổng kết năm 2021, bàn nhiệm vụ năm 2022.") is None


def test_the_span_holds_the_words():
    subject = page("Chiều ngày 28/5/2022, họp.")
    span = event_date(subject, passages(subject)[1]).span
    assert subject.body[span.start : span.end] == "Chiều ngày 28/5/2022"
