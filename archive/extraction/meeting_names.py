"""A meeting's name in full words, from the title where that names it, else from the lead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.extraction.meeting_words import CITED, COMMITTEE, HOLDS, MEETING_HEAD, NUMBER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.extraction.meetings import Statement
    from archive.extraction.record import Span
    from archive.extraction.text import Context

# Written → in full; matched in any case, as whole words.
FULL_WORDS = {
    "ban chấp hành": "Ban Chấp hành", "bch": "Ban Chấp hành", "ban thường vụ": "Ban Thường vụ",
    "btv": "Ban Thường vụ", "đảng bộ": "Đảng bộ", "hđnd": "Hội đồng nhân dân", "hội đồng nhân dân": "Hội đồng nhân dân",
    "ubnd": "Ủy ban nhân dân", "ủy ban nhân dân": "Ủy ban nhân dân", "tỉnh ủy": "Tỉnh ủy", "thành ủy": "Thành ủy",
    "huyện ủy": "Huyện ủy", "thị ủy": "Thị ủy", "quận ủy": "Quận ủy", "đảng ủy": "Đảng ủy", "mttq": "Mặt trận Tổ quốc",
    "xây dựng đảng": "xây dựng Đảng",
    "qpan": "quốc phòng - an ninh", "kt-xh": "kinh tế - xã hội", "ktxh": "kinh tế - xã hội",
}  # fmt: skip
FULL = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(FULL_WORDS, key=len, reverse=True))})(?!\w)", re.IGNORECASE
)
# A name ends where the sentence goes on to tell what was done, how, by whom.
NAME_END = re.compile(
    r"[.;\n](?!\S)|[.;]$|\s-\skỳ họp|,? (?:nhằm|để|với sự|dưới sự|do đồng chí|theo hình thức|đánh giá|xem xét|cho ý kiến"
    r"|nghe|thảo luận|thông qua|chủ trì|diễn ra|thành công|đã |bàn|kiểm điểm|có sự|để xem|về phía|có (?:các )?đồng chí|tại (?:hội trường|trụ sở))(?!\w)|:",
)
WEAK_HEADS = frozenset(
    ("giao ban", "đối thoại", "gặp mặt", "tiếp xúc cử tri", "làm việc với", "hội thảo", "tọa đàm")
)
LONGEST = 240
BODY_HOLDS = re.compile(
    rf"(?P<body>(?:ban chấp hành|bch|ban thường vụ|btv|hđnd|hội đồng nhân dân|thường trực|{COMMITTEE})[^.;:\n]{{0,110}}?)"
    rf",? {HOLDS} (?P<head>(?:hội nghị|kỳ họp|phiên họp)(?: \([^)]*\)| mở rộng)?"
    rf" (?:(?:lần )?thứ|lần) {NUMBER}(?: \([^)]*\))?)",
)


def meeting_name(
    own: Sequence[Statement], kind: str, context: Context
) -> tuple[str, tuple[Span, ...]]:
    """The name and where it was read. A body that holds `Hội nghị lần thứ N` is put behind it."""
    title = own[0]
    if kind == "working_session" and "làm việc" in title.low:
        return _of_title(title, context)
    for statement in own:
        match = BODY_HOLDS.search(statement.low)
        if (
            match
            and kind in {"plenum", "standing_committee", "council_session"}
            and (statement is own[0] or not _named(own[0]))
        ):
            head, body = (_written(statement, *match.span(g)) for g in ("head", "body"))
            return _in_full(f"{head} {body}", context), (statement.span(match),)
    for weak in (False, True):
        for statement in own:
            found = _span_of_name(statement, weak=weak)
            if found:
                start, end = found
                at = statement.passage.span(statement.offset + start, statement.offset + end)
                return _in_full(_written(statement, start, end), context), (at,)
    return _of_title(title, context)


def _of_title(title: Statement, context: Context) -> tuple[str, tuple[Span, ...]]:
    return _in_full(title.passage.shadow, context), (title.passage.span(0, len(title.low)),)


def _named(title: Statement) -> bool:
    return _span_of_name(title) is not None


def _written(statement: Statement, start: int, end: int) -> str:
    return statement.passage.shadow[statement.offset + start : statement.offset + end]


def _span_of_name(statement: Statement, *, weak: bool = False) -> tuple[int, int] | None:
    """From the head noun to the end of the name; `weak`: an act (`giao ban`) may be the head."""
    low = statement.low
    for head in MEETING_HEAD.finditer(low):
        if CITED.search(low[: head.start()][-60:]) or weak != (head.group() in WEAK_HEADS):
            continue
        end = NAME_END.search(low, head.end())
        stop = min(end.start() if end else len(low), head.start() + LONGEST)
        return head.start(), stop
    return None


def _in_full(written: str, context: Context) -> str:
    """Abbreviations written out, official capitals, one kind of dash, no mark at the end."""
    text = re.sub(r"\s+", " ", written).strip(" .;,:-")
    if text.isupper():
        text = _lowered(text, context)
    text = FULL.sub(lambda m: FULL_WORDS[m.group().lower()], text)
    text = re.sub(r"(?<=\d{4}) ?- ?(?=\d{4})", "-", text)
    text = re.sub(r" - (?=Ban Chấp hành|Ban Thường vụ|Hội đồng)", " ", text)
    text = re.sub(r"\bKhóa\b", "khóa", text)
    return text[:1].upper() + text[1:]


def _lowered(text: str, context: Context) -> str:
    """Sentence case for a headline in capitals: numerals and the page's own place keep theirs."""
    words = [w if re.fullmatch(r"[IVXL]+[,.)]?", w) else w.lower() for w in text.split()]
    lowered = " ".join(words)
    for name in filter(None, (context.place_name,)):
        lowered = lowered.replace(name.lower(), name)
    return lowered
