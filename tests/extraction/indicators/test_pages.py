"""Which time the figures of a whole page are of: headline, opening, paragraphs, the day."""

from datetime import date

import pytest

from tests.extraction.indicators.reading import read

CASES = {
    "a year that is over, reported in January; its quarters and `trong năm`": (
        "Tổng kết công tác xây dựng Đảng năm 2022",
        ("Ngày 10/1/2023, Huyện ủy tổng kết công tác năm 2022, triển khai nhiệm vụ năm 2023.\n\n"
        "Trong năm, toàn Đảng bộ kết nạp 150 đảng viên. Quý IV, kiểm tra 12 tổ chức đảng.\n\n"
        "Mục tiêu năm 2023: kết nạp 160 đảng viên."),
        date(2023, 1, 10),
        ["2022", "2022-Q4", "2023"],
    ),
    "the carrying out of a year's tasks is the year, the tasks of the next are not": (
        "Hội nghị Ban Chấp hành lần thứ 15",
        ("Sáng 28/12, Hội nghị lần thứ 15 đánh giá kết quả thực hiện nhiệm vụ năm 2022; phương hướng, nhiệm vụ năm 2023.\n\n"
        "Thu ngân sách đạt 500 tỷ đồng.\n\nNăm 2023, huyện phấn đấu thu ngân sách đạt 550 tỷ đồng."),
        date(2022, 12, 28),
        ["2022", "2023"],
    ),
    "a session at the end of a year": (
        "Kỳ họp thứ 7, HĐND huyện khóa XX",
        "Ngày 15/12, HĐND huyện khai mạc kỳ họp thường lệ cuối năm 2022.\n\nThu ngân sách ước đạt 500 tỷ đồng.",
        date(2022, 12, 15),
        ["2022"],
    ),
    "a session in the middle of a year": (
        "Kỳ họp thứ 10, HĐND quận",
        "Ngày 05/7, HĐND quận khai mạc kỳ họp thường lệ giữa năm 2023.\n\nThu ngân sách đạt 500 tỷ đồng.",
        date(2023, 7, 5),
        ["2023-H1"],
    ),
    "a month and the months so far": (
        "Giao ban công tác tháng 8",
        ("Ngày 5/9, Huyện ủy giao ban công tác tháng 8, triển khai nhiệm vụ tháng 9/2022.\n\n"
        "Trong tháng, huyện kết nạp 12 đảng viên, lũy kế 8 tháng kết nạp 90 đảng viên. Trong tháng, tiếp 25 lượt công dân."),
        date(2022, 9, 5),
        ["2022-08", "2022-8M", "2022-08"],
    ),
    "a working visit names time after time": (
        "Ban Thường vụ Tỉnh ủy làm việc với Huyện ủy",
        ("Ngày 20/4/2023, đoàn làm việc về kết quả thực hiện Nghị quyết Đại hội nhiệm kỳ 2020-2025.\n\n"
        "Năm 2022, thu ngân sách đạt 600 tỷ đồng. Thu nhập bình quân đầu người đạt 62 triệu đồng.\n\n"
        "Quý I năm 2023, thu ngân sách đạt 150 tỷ đồng.\n\nTừ đầu nhiệm kỳ đến nay, kết nạp 400 đảng viên."),
        date(2023, 4, 20),
        ["2022", "2022", "2023-Q1", "2020/2025"],
    ),
    "stocks at the end of a month, flows up to it": (
        "Sơ kết 6 tháng đầu năm",
        "Chiều 5/7, huyện sơ kết.\n\nTính đến 30/6, dư nợ cho vay đạt 900 tỷ đồng. Đến hết tháng 6, thu ngân sách đạt 200 tỷ đồng; tỷ lệ hộ nghèo còn 3%.",
        date(2022, 7, 5),
        ["2022-06-30", "2022-H1", "2022-06-30"],
    ),
    "years that a resolution was carried out": (
        "Tổng kết 10 năm thực hiện Nghị quyết 26 giai đoạn 2008 - 2018",
        "Ngày 3/10, huyện tổng kết 10 năm thực hiện nghị quyết.\n\nSau 10 năm, thu nhập bình quân đầu người đạt 38 triệu đồng.",
        date(2018, 10, 3),
        ["2008/2018"],
    ),
    "the year of a thing is not the year of the figures after it": (
        "Sơ kết quý I năm 2023",
        "Quý I, chuẩn bị giống cho vụ trồng rừng năm 2023. Thu ngân sách đạt 98 tỷ đồng.",
        date(2023, 4, 3),
        ["2023-Q1"],
    ),
    "a review in the middle of a term; a month up to which is counted": (
        "Sơ kết giữa nhiệm kỳ 2020 - 2025",
        ("Ngày 20/4/2023, Huyện ủy sơ kết giữa nhiệm kỳ.\n\nKết nạp 400 đảng viên. Năm 2022, thu ngân sách đạt 600 tỷ đồng. Tỷ lệ hộ nghèo còn 3%.\n\n"
        "Đến tháng 3/2023, có 15/20 xã đạt chuẩn nông thôn mới; thu ngân sách đạt 90 tỷ đồng."),
        date(2023, 4, 20),
        ["2020/2025", "2022", "2022", "2023-03", "2023-3M"],
    ),
    "one thing in two years": (
        "Hội nghị",
        "Thu ngân sách năm 2021 đạt 300 tỷ đồng, năm 2022 đạt 350 tỷ đồng. Tỷ lệ hộ nghèo giảm từ 9% năm 2015 xuống còn 4,9% năm 2020.",
        date(2023, 3, 3),
        ["2021", "2022", "2020"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_times_of_a_page(case):
    title, body, on, expected = CASES[case]
    assert [period for (period,) in read(body, "period", title=title, on=on)] == expected
