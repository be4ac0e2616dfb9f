"""Dates in the furniture of pages, in every form that portals print."""

import pytest

from archive.pages.stamps import stamp


@pytest.mark.parametrize(
    ("line", "on", "at", "label"),
    [
        ("Thứ ba, ngày 23/7/2024", "2024-07-23", None, "bare"),
        ("Thứ Năm 14/07/2022 10:19", "2022-07-14", "10:19", "bare"),
        ("Ngày đăng 23/06/2022 | 15:04  | Lượt xem: 184", "2022-06-23", "15:04", "published"),
        ("17:01 - Thứ Năm, 20/12/2018 Lượt xem: 212", "2018-12-20", "17:01", "bare"),
        ("Cập nhật, 06:00, Thứ Năm, 12/07/2018 (GMT+7)", "2018-07-12", "06:00", "updated"),
        ("14/7/2020 | 12:41:43 PM", "2020-07-14", "12:41", "bare"),
        ("30/10/2025 | 4:08:15 PM", "2025-10-30", "16:08", "bare"),
        ("03/01/2018, 09:24 am", "2018-01-03", "09:24", "bare"),
        ("(05:12, 18/06/2020)", "2020-06-18", "05:12", "bare"),
        ("04:35 15/03/2016", "2016-03-15", "04:35", "bare"),
        ("Ngày cập nhật 12/07/2021", "2021-07-12", None, "updated"),
        ("Gửi lúc: 05/12/2013 15:42:27", "2013-12-05", "15:42", "published"),
        ("Hà Nội, ngày 30-11-2021", "2021-11-30", None, "clock"),
        ("Thứ Hai, ngày 20 tháng 7 năm 2015", "2015-07-20", None, "bare"),
        ("Thứ năm - 13/07/2023 08:05", "2023-07-13", "08:05", "bare"),
        ("Ngày đăng: Thứ năm, 13 Tháng 7 2023 08:05", "2023-07-13", "08:05", "published"),
        ("13 Tháng Bảy, 2023 admin 0 Comment", "2023-07-13", None, "bare"),
        ("Tháng Mười Hai 5, 2022", "2022-12-05", None, "bare"),
        ("Đăng vào ngày 26 Tháng 12, 2025 bởi Ban biên tập", "2025-12-26", None, "published"),
        ("Lúc 08:05 ngày 13/07/2023", "2023-07-13", "08:05", "bare"),
        ("T5, 13/07/2023 - 08h05 | 302 lượt xem", "2023-07-13", "08:05", "bare"),
        ("08:05' 13/07/2023", "2023-07-13", "08:05", "bare"),
        ("Thứ năm, 13/07/2023, 08:05 GMT+7", "2023-07-13", "08:05", "bare"),
        ("7/13/2023 8:05:00 AM", "2023-07-13", "08:05", "bare"),
        ("Ngày đưa tin: 13-7-2023", "2023-07-13", None, "published"),
        ("Tin đăng ngày: 13/7/2023 - Chuyên mục: Xây dựng Đảng", "2023-07-13", None, "published"),
        ("Thứ năm, 13/07/2023 - 08:05 Lượt xem: 302 Google News", "2023-07-13", "08:05", "bare"),
        ("Được đăng: 13 Tháng 7 2023", "2023-07-13", None, "published"),
        ("08:05, 13/07/2023 Bản in Gửi email", "2023-07-13", "08:05", "bare"),
        ("Ngày truy cập: Thứ Năm, 13/07/2023", "2023-07-13", None, "clock"),
        ("Thứ Năm, 13/07/2023 Đăng nhập Đăng ký", "2023-07-13", None, "bare"),
        ("Publish date 23/06/2022 | View Count: 115", "2022-06-23", None, "published"),
        ("Thứ tư, 14/07/2021 | 9:40:16 Sáng", "2021-07-14", "09:40", "bare"),
        ("14/07/2021 4:05 Chiều", "2021-07-14", "16:05", "bare"),
        ("Đăng ngày 5 Tháng Ba, 2021 9 Tháng Ba, 2021 bởi admin", "2021-03-05", None, "published"),
        (
            "Đăng lúc 05/03/2021 07:30, cập nhật 09/03/2021 10:15",
            "2021-03-05",
            "07:30",
            "published",
        ),
    ],
)
def test_a_stamp(line, on, at, label):
    found = stamp(line, after_title=label != "clock")
    assert (found.on.isoformat(), found.at and f"{found.at:%H:%M}", found.label) == (on, at, label)


@pytest.mark.parametrize(
    "line",
    [
        "Ngày 13/7, Ban Chấp hành Đảng bộ thị xã họp.",  # a lead
        "Hội nghị triển khai Nghị quyết ngày 15/5/2016 của Bộ Chính trị",  # a headline
        "Thứ hai, ngày 23/7/2024",  # it was a Tuesday: the digits cannot be trusted
        "45/13/2020",
        "Lượt xem: 184",
        "x" * 5000 + " 23/7/2024",
    ],
)
def test_no_stamp(line):
    assert stamp(line, after_title=True) is None
