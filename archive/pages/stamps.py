"""Dates in the furniture of a page: every form that portals print, with what is said of it."""

from __future__ import annotations

import re
from datetime import date, time
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.pages.page import Stamp
from archive.vietnamese.normalise import shadow

if TYPE_CHECKING:
    from archive.pages.page import StampLabel

DECEMBER = 12
HAS_YEAR = re.compile(r"(?:19|20)\d\d")
LONGEST = 200  # code points of a line that may be a stamp
MONTHS = {
    "mười một": 11, "mười hai": 12, "mười": 10, "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4,
    "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "chạp": 12,
}  # fmt: skip
MONTH = rf"tháng (?P<month>\d{{1,2}}|{'|'.join(MONTHS)})"
YEAR = r"(?P<y>(?:19|20)\d\d)"
DATES = tuple(
    re.compile(rf"(?<!\d){form}(?!\d)", re.IGNORECASE)
    for form in (
        rf"(?P<d>\d{{1,2}})\s?[-/.]\s?(?P<m>\d{{1,2}})\s?[-/.]\s?{YEAR}",
        rf"(?P<d>\d{{1,2}}),? {MONTH}(?:,? năm |, ?| ){YEAR}",
        rf"{MONTH} (?P<d>\d{{1,2}}), ?{YEAR}",
        rf"{YEAR}-(?P<m>\d{{1,2}})-(?P<d>\d{{1,2}})",
    )
)
TIME = re.compile(
    r"(?<![\d/.])(?P<h>\d{1,2})\s?(?::|h|giờ)\s?(?P<mi>\d{2})(?::\d{2})?\s?"
    r"(?P<half>sáng|trưa|chiều|tối|AM|PM|SA|CH)?(?![\d/])",
    re.IGNORECASE,
)
MORNING, AFTERNOON = frozenset(("AM", "SA", "SÁNG")), frozenset(("PM", "CH", "CHIỀU", "TỐI"))
PUBLISHED = re.compile(
    r"ngày đăng|đăng lúc|đăng ngày|đăng tải|đăng vào|đã đăng|được đăng|thời gian đăng|gửi lúc|xuất bản|phát hành|đưa tin"
    r"|ngày (?:gửi|tạo|nhập|viết)|publish|posted",
    re.IGNORECASE,
)
UPDATED = re.compile(r"cập nhật|updated", re.IGNORECASE)
# Words of the page's own clock: `Hà Nội, ngày 02-5-2019`, `Hôm nay, …`.
TODAY = re.compile(r"\s*hôm nay\b", re.IGNORECASE)
CLOCK = re.compile(
    r"\s*(?:hôm nay|ngày truy cập|thứ [2-7], ngày|[^\W\d_]+(?: [^\W\d_]+){0,3}, ngày)\b",
    re.IGNORECASE,
)
# Sections that some portals print before the date: `Chính trị 28-05-2024`.
SECTION = (
    r"^\s*(?:(?:chính trị|kinh tế|xã hội|văn hóa|thời sự|tin tức|sự kiện|xây dựng đảng|pháp luật|giáo dục|y tế"
    r"|nông nghiệp|quốc phòng|an ninh|tin trong (?:tỉnh|huyện|nước))[\s,–-]*)+"
)
# What a stamp line says besides date and time; when this is taken off, nothing may be left.
AROUND = re.compile(
    r"(?:thứ|t)\s?(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])\b|chủ nhật|\bcn\b"
    r"|ngày đăng(?: tin| bài| tải)?|(?:tin )?(?:đã |được )?đăng (?:lúc|ngày|vào|tải(?: lúc)?)|(?:đã|được) đăng|gửi lúc|đăng\s?:"
    r"|ngày (?:gửi|tạo|viết|phát hành|xuất bản)|ngày (?:đưa|nhập)(?: tin)?|xuất bản(?: lúc| ngày)?|thời gian(?: đăng)?"
    r"|(?:ngày )?cập nhật(?: lần cuối)?(?: lúc| ngày)?|publish(?:ed)? date|posted(?: on)?|updated|published"
    r"|(?:số )?(?:lượt|lần) (?:xem|đọc|truy cập)\s?:?\s?[\d.,]*|đã xem\s?:?\s?[\d.]*|view count\s?:?\s?\d*"
    r"|[\d.]+ (?:lượt (?:xem|đọc)|views?|bình luận|comments?)|(?:người đăng|đăng bởi|bởi|by)\b\s?:?\s?[^|\d]{0,40}\d*|tác giả\s?:?\s?[^|]*"
    r"|chuyên mục\s?:\s?[^|\d]{0,40}|\badmin(?:istrator)?\b|google news|facebook|zalo|twitter|cỡ chữ|lượt xem"
    r"|viết bởi\s?:?\s?[^|]*|nguồn(?: tin)?\s?:\s?[^|]*|gmt\s?\+?\s?7|hôm nay|\bngày\b|\blúc\b|\bvào\b|\bgiờ\b|\bphút\b"
    r"|tương phản|đọc bài(?: viết)?|chia sẻ|in trang|in bài(?: viết)?|bản in|gửi email|đăng (?:nhập|ký)|bình luận\s?:?\s?\d*|(?:xem )?cỡ chữ|\ba[-+]|"
    + SECTION,
    re.IGNORECASE,
)
# A writer's name before the date: `Minh Hằng - 15/07/2022 07:00`.
SIGNED = re.compile(r"\s*[A-ZĐÀ-Ỹ][\w.]*(?: [A-ZĐÀ-Ỹ][\w.]*){1,4}\s*[-|,•]\s*[\s\W]*")
LETTER = re.compile(r"[^\W\d_]")
SPARE = 2  # letters that may be left over, of an icon or an abbreviation
WEEKDAYS = {"hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3,
            "sáu": 4, "6": 4, "bảy": 5, "bẩy": 5, "7": 5}  # fmt: skip
WEEKDAY = re.compile(
    r"\b(?:thứ\s?(hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|t([2-7])|(chủ nhật|cn))\b", re.IGNORECASE
)


@lru_cache(maxsize=1024)  # every rule about the top of a page asks for the same lines
def stamp(line: str, *, after_title: bool) -> Stamp | None:
    """The date that a line of furniture states; None where the line says anything else besides."""
    if len(line) > LONGEST or not HAS_YEAR.search(line):
        return None
    text = shadow(line)
    match = first_date(text)
    on = read_date(match, text) if match else None
    if match is None or on is None or not weekday_agrees(text, on):
        return None
    clock = CLOCK.match(text)
    before, behind = text[: match.start()], text[match.end() :]
    second = first_date(behind) if HAS_YEAR.search(behind) else None
    if second:  # of an update: `14/8/2020, cập nhật 17/8/2020`
        text, behind = text[: match.end()], behind[: second.start()] + behind[second.end() :]
    rest = f"{before} {behind}"
    at = read_time(rest)
    rest = AROUND.sub(" ", TIME.sub(" ", rest[clock.end() :] if clock else rest))
    if len(LETTER.findall(rest)) > SPARE and not (after_title and at and SIGNED.fullmatch(rest)):
        return None
    is_clock = clock is not None and (not after_title or TODAY.match(text) is not None)
    return Stamp(on, at, label_of(text, is_clock=is_clock), line, after_title)


def first_date(text: str) -> re.Match[str] | None:
    found = (match for form in DATES if (match := form.search(text)))
    return min(found, key=lambda match: match.start(), default=None)


def read_date(match: re.Match[str], text: str) -> date | None:
    groups = match.groupdict()
    day, year = int(match["d"]), int(match["y"])
    written = groups.get("m") or match["month"]
    month = MONTHS.get(written.lower()) or int(written)
    clock = TIME.search(text)
    if month > DECEMBER and clock and clock["half"]:  # `7/13/2023 8:05 AM`: software set to English
        day, month = month, day
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_time(text: str) -> time | None:
    match = TIME.search(text)
    if match is None:
        return None
    hour, half = int(match["h"]), (match["half"] or "").upper()
    if half in AFTERNOON and hour < 12:
        hour += 12
    if half in MORNING and hour == 12:
        hour = 0
    return time(hour, int(match["mi"])) if hour < 24 and int(match["mi"]) < 60 else None


def weekday_agrees(text: str, on: date) -> bool:
    """A printed weekday is a checksum: where it is wrong the digits cannot be trusted."""
    match = WEEKDAY.search(text)
    if match is None:
        return True
    return on.weekday() == (6 if match[3] else WEEKDAYS[(match[1] or match[2]).lower()])


def label_of(text: str, *, is_clock: bool) -> StampLabel:
    if PUBLISHED.search(text):
        return "published"
    if UPDATED.search(text):
        return "updated"
    return "clock" if is_clock else "bare"
