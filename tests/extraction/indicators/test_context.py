"""What a figure takes from around it: period, kind, the total it is part of."""

from datetime import date

import pytest

from tests.extraction.indicators.reading import figures, read


@pytest.mark.parametrize(
    ("body", "period"),
    [
        ("Thu ngân sách 6 tháng đầu năm đạt 905 tỷ đồng.", "2022-H1"),
        ("9 tháng đầu năm 2021, thu ngân sách đạt 905 tỷ đồng.", "2021-9M"),
        ("Quý I/2022, thu ngân sách đạt 905 tỷ đồng.", "2022-Q1"),
        ("Năm 2021, thu ngân sách đạt 905 tỷ đồng.", "2021"),
        ("Đến 30/6/2022, dư nợ cho vay đạt 905 tỷ đồng.", "2022-06-30"),
        ("Đến hết tháng 6, dư nợ cho vay đạt 905 tỷ đồng.", "2022-06-30"),
        # a plan's year and a base of comparison are no period
        ("Thu ngân sách đạt 905 tỷ đồng, bằng 60% kế hoạch năm 2022.", "2022-H1"),
        ("So với năm 2020, thu ngân sách đạt 905 tỷ đồng.", "2022-H1"),
        ("Tỷ lệ hộ nghèo từ 9,4% năm 2018 giảm còn 3,1%.", "2022-H1"),
        ("Thu ngân sách lũy kế 5 tháng 213 tỷ đồng.", "2022-5M"),
        ("Ngày 03 tháng 7 năm 2022, thu ngân sách đạt 905 tỷ đồng.", "2022-H1"),
        # from the beginning of the year up to what the report sums over
        ("Từ đầu năm đến nay, huyện thu ngân sách 905 tỷ đồng.", "2022-H1"),
        # carried from the sentence before, in the same paragraph
        ("Năm 2021 kinh tế khá. Thu ngân sách đạt 905 tỷ đồng.", "2021"),
    ],
)
def test_period(body, period):
    assert read(body, "period") == [(period,)]


@pytest.mark.parametrize(
    ("body", "kind", "period"),
    [
        ("Thu ngân sách ước đạt 905 tỷ đồng.", "estimate", "2022-H1"),
        ("Thu ngân sách đạt 905 tỷ đồng.", "result", "2022-H1"),
        ("Phấn đấu cả năm thu ngân sách đạt 905 tỷ đồng.", "target", "2022"),
        ("Năm 2023 phấn đấu thu ngân sách đạt 905 tỷ đồng.", "target", "2023"),
        ("Các chỉ tiêu năm 2023: thu ngân sách 905 tỷ đồng.", "target", "2023"),
        ("Đồng chí lưu ý, ước năm 2022, thu ngân sách mới đạt 905 tỷ đồng.", "estimate", "2022"),
        ("Phấn đấu cả năm thu ngân sách đạt 905 tỷ đồng, tạo đà cho năm 2023.", "target", "2022"),
    ],
)
def test_kind(body, kind, period):
    assert read(body, "kind", "period") == [(kind, period)]


def test_parts_of_a_total():
    body = (
        "Tổng giá trị sản xuất ước đạt 31.167 tỷ đồng. Trong đó: nông - lâm - thủy sản 1.712 tỷ đồng; "
        "công nghiệp - xây dựng 27.150 tỷ đồng; dịch vụ 2.305 tỷ đồng. Thu ngân sách 905 tỷ đồng."
    )
    total = "Tổng giá trị sản xuất"
    assert read(body, "name", "parent", "kind") == [
        (total, None, "estimate"),
        ("Giá trị sản xuất nông - lâm - thủy sản", total, "estimate"),
        ("Giá trị sản xuất công nghiệp - xây dựng", total, "estimate"),
        ("Giá trị sản xuất dịch vụ", total, "estimate"),
        ("Thu ngân sách", None, "result"),
    ]


def test_discipline_counts_stand_behind_their_labels():
    body = "Thi hành kỷ luật 45 đảng viên, trong đó: khiển trách 28, cảnh cáo 12, cách chức 02, khai trừ 03."
    assert read(body, "value", "unit", "parent")[1:] == [
        (value, "đảng viên", "Thi hành kỷ luật đảng viên") for value in ("28", "12", "2", "3")
    ]


def test_a_congress_reports_on_the_term_that_ends():
    from archive.extraction.indicators import read_indicators
    from archive.extraction.record import MeetingFact
    from archive.extraction.text import Context, Passage

    body = "Trong nhiệm kỳ qua, kết nạp 1.846 đảng viên."
    congress = MeetingFact("congress", "", None, 24, "2010-2015", "2010-08-19", None, {}, "", 1)
    texts = (Passage("title", 0, "", ""), Passage("body", 0, body, body))
    day = date(2010, 8, 19)
    [figure] = read_indicators(texts, Context(day, None, None, None), congress, day)
    assert figure.period == "2005/2010"


def test_parts_that_exceed_the_total_are_a_warning():
    body = "Tổng đàn gia súc 100 con, trong đó: đàn trâu 80 con, đàn bò 40 con."
    total = figures(body)[0]
    assert total.warnings == ("parts sum to more than the total",)
    assert total.confidence < 0.5


@pytest.mark.parametrize(
    ("body", "kind", "period"),
    [
        ("Trong tháng 9, các xã trồng 320 ha ngô đông.", "target", "2018-09"),
        ("Trong tháng 8, các xã trồng 320 ha ngô đông.", "result", "2018-08"),
        ("Từ đầu năm, các xã trồng 320 ha ngô đông.", "result", "2018-8M"),
    ],
)
def test_a_month_to_come_is_aimed_at(body, kind, period):
    told = {"title": "Giao ban công tác tháng 8/2018", "on": date(2018, 8, 29)}
    assert read(body, "kind", "period", **told) == [(kind, period)]


def test_what_stands_behind_brackets_is_said_of_the_figure_before_them():
    body = "Thi hành kỷ luật 37 đảng viên (khiển trách 26, cảnh cáo 8), giảm 9,8% so với cùng kỳ."
    assert read(body, "name", "growth_percent") == [
        ("Thi hành kỷ luật đảng viên", "-9.8"),
        ("Kỷ luật khiển trách đảng viên", None),
        ("Kỷ luật cảnh cáo đảng viên", None),
    ]


def test_a_list_without_signs_takes_up_its_header():
    body = (
        "Đại hội đề ra một số chỉ tiêu chủ yếu đến năm 2028:\n\nKết nạp mới 2.500 hội viên;\n\n"
        "Xây dựng mới 5 hợp tác xã.\n\nQuỹ hỗ trợ nông dân đạt 9 tỷ đồng."
    )
    assert read(body, "kind", "period") == [
        ("target", "2028"),
        ("target", "2028"),
        ("result", "2022-H1"),
    ]


def test_a_review_of_years_is_on_the_span_that_its_lead_names():
    body = (
        "Ngày 9/7/2020, huyện tổng kết 10 năm thực hiện Chương trình nông thôn mới giai đoạn 2010 - 2020.\n\n"
        "Nhân dân đã hiến 312.000 m2 đất."
    )
    told = {"title": "Huyện tổng kết 10 năm xây dựng nông thôn mới", "on": date(2020, 7, 9)}
    assert read(body, "period", **told) == [("2010/2020",)]
