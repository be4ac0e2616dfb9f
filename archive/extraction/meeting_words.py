"""The words of meetings: what kind they are, whose they are, and what only cites them. Data only.

Patterns are matched on the lower-case shadow. The first pattern that fits is the evidence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.extraction.patterns import at_word

if TYPE_CHECKING:
    from archive.extraction.record import MeetingKind

# A number as sessions and congresses have it: digits, a Roman numeral, or a word.
UNIT = "một|mốt|nhất|hai|nhì|ba|tư|bốn|năm|lăm|sáu|bảy|tám|chín"
NUMBER = rf"(?P<n>\d{{1,3}}|[ivxl]{{1,8}}|(?:(?:hai |ba )?mươi|mười)(?: (?:{UNIT}))?|(?:hai|ba) mươi|{UNIT})(?!\w)"

# Words before a meeting that is only spoken of: a resolution's, a coming or a past one, a party congress.
CITED = re.compile(
    r"(?:nghị quyết|kết luận|kết quả|văn kiện|thực hiện|học tập|tinh thần|thông báo(?: nhanh)?|chào mừng|sau"
    r"|trước|phục vụ|chuẩn bị(?: cho)?|hướng tới|góp ý|dự thảo|thành công(?: của)?|tiến tới|chương trình|mục tiêu"
    r"|chỉ tiêu|nhiệm vụ|theo|tại các|các kỳ|tổ chức thành công|trình|từ|kể từ|công tác|tuyên truyền|hoàn thành|tài liệu|báo cáo)"
    r"(?: (?:của|các|nội dung|số [\w/-]+|và|kết quả|trình|tại|về|được thông qua tại|nhiệm vụ|nghị quyết|toàn bộ|thắng lợi|văn kiện|tổ chức))* $",
)

PARTY_COMMITTEE = r"(?:ban chấp hành|bch)"
COMMITTEE = r"(?:tỉnh|thành|huyện|thị|quận|đảng) ủy"
BOARD = r"(?:ban thường vụ|btv|thường trực)"
COUNCIL = r"(?:hội đồng nhân dân|hđnd)"
EXECUTIVE = r"(?:ủy ban nhân dân|ubnd)"
INSPECTORS = r"(?:ủy ban kiểm tra|ubkt)"
GAP = r"[^.;\n]{0,90}?"
HOLDS = r"(?:đã |vừa |long trọng )?(?:tổ chức|tiến hành|khai mạc|họp|triệu tập|mở)"

Patterns = tuple[tuple["MeetingKind", re.Pattern[str]], ...]


def _compiled(rows: tuple[tuple[MeetingKind, str], ...]) -> Patterns:
    return tuple((kind, re.compile(at_word(pattern))) for kind, pattern in rows)


# In the order of precedence: what the event is, whatever it is about.
BY_EVENT = _compiled((
    ("congress", r"đại hội (?:đại biểu|đảng viên|đảng bộ|chi bộ|hội|đoàn|điểm|công đoàn|thi đua|lần thứ|mttq|mặt trận)"),
    ("voter_contact", r"tiếp xúc(?: trực tiếp| chuyên đề)?(?: với)?(?: các)? cử tri"),
    ("working_session", r"làm việc,?(?: và [^.;,\n]{1,40}?)? (?:với|tại)(?! (?:hội nghị|đây))"),
    ("working_session", r"(?:buổi|cuộc) làm việc"),
    ("working_session", r"(?:trao đổi|học tập) kinh nghiệm (?:với|tại)"),
    ("other", rf"{INSPECTORS}{GAP}kỳ họp"),
    ("other", rf"kỳ họp{GAP}{INSPECTORS}"),
    ("council_session", rf"kỳ họp{GAP}{COUNCIL}"),
    ("council_session", rf"{COUNCIL}{GAP}kỳ họp"),
    ("council_session", r"kỳ họp (?:thứ|thường lệ|chuyên đề|bất thường|giữa năm|cuối năm)"),
    ("executive_session", rf"phiên họp{GAP}{EXECUTIVE}"),
    ("executive_session", rf"{EXECUTIVE}{GAP}(?:họp )?phiên (?:họp|thường kỳ)"),
))  # fmt: skip

# The body that meets decides before the purpose.
BY_BODY = _compiled((
    ("plenum", rf"hội nghị{GAP}{PARTY_COMMITTEE}(?! (?:trung ương|tw|đoàn|hội|công đoàn))"),
    ("plenum", rf"{PARTY_COMMITTEE} (?:đảng bộ|{COMMITTEE}){GAP}{HOLDS} hội nghị"),
    ("standing_committee", rf"{BOARD} (?:đảng bộ |{COMMITTEE}){GAP}{HOLDS} hội nghị (?:\([^)]*\) )?(?:lần|thứ|định kỳ|thường kỳ)"),
    ("plenum", rf"{PARTY_COMMITTEE} (?:đảng bộ|{COMMITTEE}){GAP}họp phiên"),
    ("plenum", rf"{COMMITTEE}{GAP}{HOLDS} hội nghị (?:\([^)]*\) )?lần thứ"),
    ("plenum", rf"hội nghị {COMMITTEE}{GAP}lần thứ"),
    ("plenum", rf"hội nghị (?:mở rộng )?lần (?:thứ )?\w+ (?:của )?{COMMITTEE}"),
    ("standing_committee", rf"hội nghị (?:lần (?:thứ )?\w+ )?(?:của )?{BOARD}"),
    ("standing_committee", rf"phiên họp{GAP}{BOARD}"),
    ("standing_committee", rf"{BOARD}{GAP}phiên họp"),
))  # fmt: skip

# What the event is for; the one that the text names first.
BY_PURPOSE = _compiled((
    ("briefing", r"giao ban"),
    ("personnel", r"(?:công bố|trao)(?: và trao)?(?: các)? quyết định(?! (?:[^.;,\n]{0,40}? )?(?:công nhận|phê duyệt|xếp hạng))"),
    ("personnel", r"công tác cán bộ"),
    ("study", r"(?:học tập|quán triệt|nghiên cứu|phổ biến)[^.;\n]{0,60}?(?:nghị quyết|chỉ thị|kết luận|văn bản|quy định|chuyên đề|văn kiện|luật)"),
    ("review", r"(?:sơ|tổng) kết"),
    ("other", r"(?:đối thoại|gặp mặt|tọa đàm|hội thảo|tập huấn|ra mắt|kỷ niệm|phát động|lấy phiếu|bồi dưỡng)"),
))  # fmt: skip

# What every meeting does; it decides only where the text names no other purpose.
BY_TASK = _compiled((("other", r"triển khai"),))

# A board that meets for no purpose of its own name.
BY_BOARD = _compiled((
    ("standing_committee", rf"{BOARD} (?:đảng bộ |{COMMITTEE}){GAP}(?:{HOLDS} (?:hội nghị|phiên họp)|họp|cho ý kiến)"),
))  # fmt: skip

# What begins the name of a meeting.
MEETING_HEAD = re.compile(
    at_word(
        "hội nghị", "đại hội", "kỳ họp", "phiên họp", "họp phiên", "(?:cuộc|buổi) (?:họp|làm việc|gặp mặt|đối thoại|tọa đàm|tiếp xúc)",
        "hội thảo", "tọa đàm", "buổi lễ", "lễ", "tiếp xúc cử tri", "làm việc với", "giao ban", "đối thoại", "gặp mặt",
    ) + r"(?!\w)"
)  # fmt: skip
