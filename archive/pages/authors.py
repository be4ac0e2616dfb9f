"""The signature under an article: a person, several, or the office that signs."""

from __future__ import annotations

import re

from archive.pages.furniture import words
from archive.vietnamese.normalise import shadow

LONGEST = 12  # words of a signature line
PREFIX = re.compile(
    r"^[\s(]*(?:(?:tin|bài)(?:\s?(?:,|và|-|&)\s?(?:bài|ảnh|tin))*\s?:|thực hiện\s?:|tác giả(?: bài viết)?\s?:|nguồn(?: tin)?\s?:|người viết\s?:"
    r"|người đưa tin\s?:|biên tập\s?:|theo\s?:|ctv\b\.?\s?:?|theo\b(?= [A-ZĐ]))\s*",
    re.IGNORECASE,
)
PHOTO = re.compile(r"^[\s(]*ảnh\s?:", re.IGNORECASE)
ACCOUNT = re.compile(r"[a-z0-9_.@]+", re.ASCII)  # the name of an account of the content system
BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
JOINED = re.compile(r"\s+[-–—&]\s+|\s*;\s*|,\s+(?=[A-ZĐÀ-Ỹ])|\s+và\s+(?=[A-ZĐÀ-Ỹ])")
OFFICE = re.compile(
    r"^(?:ban|phòng|văn phòng|trung tâm|đài|thành ủy|thị ủy|huyện ủy|quận ủy|tỉnh ủy|đảng ủy|ubnd|ủy ban|hội|đoàn"
    r"|bbt|ban biên tập|tổ|sở|báo|cổng|ttxvn|công an|mttq|p\.?v|nhóm pv|thông tin|vp)\b",
    re.IGNORECASE,
)
SENTENCE = re.compile(
    r"\b(?:là|đã|được|sẽ|trong|với|của|để|tại|về|các|những|năm|tổ chức|phát triển|đến)\b",
    re.IGNORECASE,
)


def author_of(line: str) -> str | None:
    """The signature that a line is, several names joined by `; `; None for any other line."""
    if words(line) > LONGEST or line.endswith((":", "?", "!", "…")) or PHOTO.match(shadow(line)):
        return None
    prefix = PREFIX.match(shadow(line))
    text = line[prefix.end() :] if prefix else line
    text = BRACKETS.sub("", text).strip(" .,()[]")
    if not text or ACCOUNT.fullmatch(text) or any(c.isdigit() for c in text):
        return None
    if OFFICE.match(shadow(text)) and (prefix or not SENTENCE.search(shadow(text)[6:])):
        return "; ".join(JOINED.split(text)) if is_names(JOINED.split(text)) else text
    names = [name.strip(" .") for name in JOINED.split(text)]
    if prefix or is_names(names):
        return "; ".join(name for name in names if name)
    return None


def is_names(parts: list[str]) -> bool:
    """Whether each part looks like a person's name or a pen name."""
    return all(is_name(part) for part in parts if part)


def is_name(text: str) -> bool:
    syllables = text.split()
    return 1 <= len(syllables) <= 5 and all(s[0].isupper() for s in syllables)
