"""The signature of an article: a person, several, or the office that signs."""

from __future__ import annotations

import re

from archive.pages.furniture import words
from archive.vietnamese.normalise import shadow

LONGEST = 14  # words of a signature line
WRITER = r"tác giả(?: bài viết)?|tg|cộng tác viên|người (?:viết|đưa tin|thực hiện)|viết bởi|thực hiện|biên tập|phóng viên"
PIECE = r"(?:tin|bài(?: viết)?)(?:\s?(?:,|và|-|&|/|\s)\s?(?:bài|ảnh|tin|clip))*"
PREFIX = re.compile(
    rf"[\s(*-]*(?:(?:{PIECE}|{WRITER}|nguồn(?: tin| tin bài)?|theo)\s?:|ctv\b\.?\s?:?|theo\b(?= (?-i:[A-ZĐ]))"
    r"|(?:tin|bài),?(?: và)? ảnh (?=(?-i:[A-ZĐ])))\s*",
    re.IGNORECASE,
)
LABELLED = re.compile(rf"(?:{WRITER}|ctv|bài, ảnh|tin, ảnh)\s?:", re.IGNORECASE)
PHOTO = re.compile(r"[\s(]*ảnh\s?:", re.IGNORECASE)
# What stands beside the writer in one line: `Tác giả: X | Ngày đăng: …`.
BESIDE = re.compile(
    r"\s*[|•].*|[\s,;–-]+(?:(?:ngày đăng|lượt xem|ảnh\s?:).*|ctv$|cộng tác viên$)", re.IGNORECASE
)
HOST = re.compile(r"(?:[a-z0-9-]+\.)+(?:vn|com|org|net)", re.IGNORECASE)
ACCOUNT = re.compile(r"[a-z0-9_.@-]+|administrator|quản trị(?: viên)?", re.ASCII | re.IGNORECASE)
BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
JOINED = re.compile(
    r"\s+[-–—&]\s+|(?<=[a-zà-ỹ])[-–](?=[A-ZĐÀ-Ỹ])|\s*[;/]\s*|,\s+(?=[A-ZĐÀ-Ỹ])|\s+và\s+(?=[A-ZĐÀ-Ỹ])"
)
OFFICE = re.compile(
    r"(?:ban|phòng|văn phòng|trung tâm|tt|đài|thành ủy|thị ủy|huyện ủy|quận ủy|tỉnh ủy|đảng ủy|ubnd|ủy ban|ubmttq|hội(?! nghị)|đoàn"
    r"|bbt|ban biên tập|tổ|sở|báo|cổng|ttxvn|công an|mttq|p\.?v|nhóm pv|thông tin|vp|btg|btc|bdv|ubkt|huyện đoàn|ldld|lđlđ|trang)\b",
    re.IGNORECASE,
)
SENTENCE = re.compile(
    r"\b(?:là|đã|được|sẽ|trong|với|của|để|tại|về|các|những|năm|tổ chức|phát triển|đến|có|cho)\b",
    re.IGNORECASE,
)
SYLLABLE = re.compile(r"[A-ZĐÀ-Ỹ][\w.'’-]*")
INITIALS = re.compile(r"[A-ZĐ][A-ZĐ.&]{1,6}|[A-ZĐ]\.[A-ZĐ]\.?")


def author_of(line: str) -> str | None:
    """The signature that a line is, several names joined by `; `; None for any other line."""
    if words(line) > LONGEST or line.endswith((":", "?", "!", "…", ";")):
        return None
    text = shadow(line)
    if PHOTO.match(text):
        return None
    prefix = PREFIX.match(text)
    name = bare(line[prefix.end() :] if prefix else line)
    if not name or is_account(name) or any(map(str.isdigit, name)):
        return None
    parts = [part.strip(" .") for part in JOINED.split(name)]
    if OFFICE.match(shadow(name)) and not is_names(parts):
        return (
            None if SENTENCE.search(shadow(name)[6:]) and not prefix else signed_office(parts, name)
        )
    if prefix or is_names(parts):
        return signed(parts)
    return None


def bare(text: str) -> str:
    """A name without what stands beside it: a photographer, an office in brackets, marks."""
    text = BESIDE.sub("", text).strip(" .,*-")
    inner = text.strip("()[]")
    return (BRACKETS.sub("", text) or inner).strip(" .,()[]*-")


def labelled_author(line: str) -> str | None:
    """The writer where a label says so: `Tác giả: X`, also beside a date."""
    labelled = ":" in line and LABELLED.match(shadow(line))
    return author_of(BESIDE.sub("", line)) if labelled else None


def is_account(name: str) -> bool:
    """The name of an account of the content system, not of a person."""
    if HOST.fullmatch(name):
        return False
    return (
        ACCOUNT.fullmatch(name) is not None
        and not INITIALS.fullmatch(name)
        and (name.islower() or not name.isalpha() or name.lower().startswith("admin"))
    )


def signed(parts: list[str]) -> str:
    """The people who sign; an office beside them is where they work."""
    people = [part for part in parts if is_person(part)]
    return "; ".join(people or [part for part in parts if part])


def is_person(text: str) -> bool:
    return is_name(text) and not OFFICE.match(shadow(text)) and not INITIALS.fullmatch(text)


def signed_office(parts: list[str], name: str) -> str:
    """An office whole; an office and a person apart."""
    people = [part for part in parts[1:] if is_name(part) and not OFFICE.match(shadow(part))]
    return "; ".join(parts) if people and len(parts) == len(people) + 1 else name


def is_names(parts: list[str]) -> bool:
    """Whether each part looks like a name or a pen name; offices may follow the first."""
    parts = [part for part in parts if part]
    return (
        bool(parts)
        and is_name(parts[0])
        and all(is_name(part) or OFFICE.match(shadow(part)) for part in parts[1:])
    )


def is_name(text: str) -> bool:
    syllables = text.split()
    if len(syllables) == 1:  # initials, or a name of the highlands: `H'Linh`
        return (
            INITIALS.fullmatch(text) is not None or re.fullmatch(r"[HK]['’]\w+", text) is not None
        )
    return len(syllables) <= 5 and all(SYLLABLE.fullmatch(s) for s in syllables)
