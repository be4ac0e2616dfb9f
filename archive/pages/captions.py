"""Captions of photographs in a text that has lost its markup."""

from __future__ import annotations

import re

from archive.pages.furniture import words
from archive.vietnamese.normalise import shadow

LONGEST = 45  # words
# What a picture shows: begins a caption.
SCENE = re.compile(
    r"(?:toàn cảnh|quang cảnh|khung cảnh|cảnh|chủ tọa|chủ trì|đoàn chủ tịch|một góc|hình \d+|ảnh(?: \d+)?\s?:"
    r"|ảnh minh họa|các (?:đại biểu|đồng chí|đ/c)|đại biểu|lãnh đạo|đông đảo|vườn|cánh đồng|mô hình"
    r"|đoàn (?:công tác|đại biểu|giám sát)|đại diện|nhân dân|cán bộ|người dân|lực lượng|ban chấp hành)\b",
    re.IGNORECASE,
)
SHOWN = re.compile(
    r"(?:phát biểu|kết luận|trao|tặng|chủ trì|điều hành|báo cáo|kiểm tra|thăm|chụp ảnh|trình bày|tham quan"
    r"|tiếp thu|trả lời|giải trình|quán triệt|truyền đạt|bỏ phiếu|biểu quyết|dự|tham dự|chúc mừng|khai mạc|bế mạc"
    r"|ký kết|cắt băng|dâng hương|trồng cây|động viên|khảo sát|tiếp xúc|thảo luận|ra mắt|nhận|công bố|đối thoại)\b",
    re.IGNORECASE,
)
# A person at the head of a caption: honorific or post, then a name or posts.
PERSON = re.compile(
    r"(?:đồng chí|đ/c|các đồng chí|ông|bà|anh|chị|cụ|cử tri|hội viên|đảng viên|học viên|báo cáo viên|bí thư|phó bí thư|chủ tịch|phó chủ tịch|trưởng|phó trưởng|đại tá|thượng tá"
    r"|giám đốc|chánh|ủy viên|thường trực|ban|(?-i:[A-ZĐÀ-Ỹ][^\W\d_]*(?: [A-ZĐÀ-Ỹ][^\W\d_]*){1,4}\s?[,–-]))",
    re.IGNORECASE,
)
CREDIT = re.compile(r"[(\[.]\s*ảnh\s?:\s?[^().]{1,40}[)\]]?\s*\.?\s*$", re.IGNORECASE)
BARE_CREDIT = re.compile(r"[(\[]?\s*ảnh\s?:\s?[^().:]{1,60}[)\]]?", re.IGNORECASE)
CLOSED = re.compile(r"[.:;!?…]\s*$|\./\.?\s*$")
# A closed sentence is a caption only when it is nothing but a person doing what photographs show.
DOING = re.compile(
    r"(?:phát biểu|kết luận|trao|tặng|chủ trì|điều hành)\b[^,;:.\d]{0,70}\.?$", re.IGNORECASE
)


EVENT = r"(?:hội nghị|kỳ họp|phiên họp|cuộc họp|buổi (?:làm việc|lễ|tiếp|họp|tọa đàm|đối thoại|gặp mặt)|đại hội|hội thảo|hội thi|chương trình|lớp học|lễ [^.]{1,40})"
AT_EVENT = re.compile(EVENT + r"[^.,;:]{0,40}\.?$", re.IGNORECASE)
BRIEF = 12  # words of a closed line that says no more than what a picture shows
ATTENDING, ATTENDED = re.compile(r"(?:các )?đại biểu (?:tham )?dự\b", re.IGNORECASE), 18


def is_credit(line: str) -> bool:
    """A photographer's name alone: `Ảnh: Quốc Khương`."""
    return words(line) <= 8 and BARE_CREDIT.fullmatch(shadow(line)) is not None


def is_caption(line: str) -> bool:
    """Whether a paragraph of its own reads like the words under a photograph."""
    count = words(line)
    if count > LONGEST or count < 2:
        return False
    text = shadow(line)
    if text[0] in "-*+•" or text[0].isdigit():
        return False
    if CREDIT.search(text):
        return True
    if CLOSED.search(text):
        return is_closed_caption(text, count)
    if SCENE.match(text):
        return count <= 30
    return bool(PERSON.match(text) and SHOWN.search(text))


def is_closed_caption(text: str, count: int) -> bool:
    """A caption that somebody ended with a full stop."""
    if not text.endswith(".") or ". " in text:
        return False
    brief = count <= (ATTENDED if ATTENDING.match(text) else BRIEF)
    if brief and SCENE.match(text) and AT_EVENT.search(text):
        return True
    return count <= 25 and bool(PERSON.match(text) and DOING.search(text))


def may_caption(line: str) -> bool:
    """Whether the line under a picture can be its caption: unclosed, or closed right at the event."""
    if words(line) > LONGEST:
        return False
    text = shadow(line)
    if not CLOSED.search(text):
        return True
    shown = SCENE.match(text) or (PERSON.match(text) and SHOWN.search(text))
    return bool(shown and AT_EVENT.search(text)) and ". " not in text
