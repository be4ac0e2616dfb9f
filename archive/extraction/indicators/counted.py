"""What is counted, and what follows it as part of its name: `96 đảng viên mới`, `2 xã đạt chuẩn …`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.extraction.indicators.label_words import LEADS, PASSIVE, STOPS
from archive.extraction.indicators.phrases import Phrases
from archive.extraction.indicators.units import AREAS, COUNTED, PEOPLE, TURNS

if TYPE_CHECKING:
    from archive.extraction.indicators.sentences import Words

HANGING = frozenset("có được bị là đạt chưa và đã".split())
MARKS = ",;.:()–"  # which end a name at once, as the end of the text does
BREAK = re.compile(r"[,;.:()–]| - |\d(?! sao)")
SHARED = re.compile(r"\s(?:là )?(?:số |tổng số |các )?")
ALSO = re.compile(r",\s|\svà\s")
SHARE_THINGS = Phrases(
    (
        *COUNTED,
        "dân số",
        "diện tích",
        "người dân",
        "nhân dân",
        "lực lượng",
        "số hộ",
        "hồ sơ",
        "địa phương",
        "đường",
        "tuyến đường",
        "rác thải",
        "chất thải",
    )
)
MOST, FEWER = 14, 6  # syllables of a name that is still one, and what is kept of a longer one
BARE_TURNS = frozenset({"lượt", "lượt người"})
ALONE = frozenset(
    "hộ nghèo|hộ cận nghèo|vụ cháy|vụ án|nhân khẩu|hợp tác xã|htx|tổ hợp tác|trang trại|khẩu|chi hội|chi đoàn|tổ hội".split(
        "|"
    )
)
PLAIN_THINGS = frozenset(AREAS) | frozenset(PEOPLE)
PREDICATE = re.compile(
    r"(?<!\w)(?:đạt|được|hoàn thành|về đích|chưa|bị|không|mới|có|tham gia|đăng ký|trực thuộc|thoát|tái|hư hỏng|ngập|mắc|chết|sập|mất|nghèo|vay|văn hóa|ưu tú|theo|điển hình|ra khỏi|đồng bào|dân tộc|nông dân|phụ nữ)(?!\w)"
)


def complement(after: Words, *, joined: bool = False) -> str:
    """The words after a counted thing that belong to its name; `joined` lets `và` go on."""
    if after.low[:1] in MARKS:
        return ""
    words = after.text[: end_of_name(after.low, joined)].strip(" -–").split()
    while words and words[-1].lower() in HANGING:
        words.pop()
    return " ".join(words[:12]) if len(words) <= MOST else " ".join(words[:FEWER])


def end_of_name(low: str, joined: bool) -> int:  # noqa: FBT001
    """Where a mark, or a word that is no part of a name, ends the words after a counted thing."""
    stop = BREAK.search(low)
    end = stop.start() if stop else len(low)
    lead = LEADS.at(low, 1)
    for at, word in STOPS.each(low[:end], 1 + len(lead or "")):
        if goes_no_further(low, at, word, joined):
            return at
    return end


def goes_no_further(low: str, at: int, word: str, joined: bool) -> bool:  # noqa: FBT001
    if word == "và":
        return not joined or low[at + 3 : at + 4].isdigit() or not low[at + 3 :].strip()
    return not passive(low, at)


def passive(low: str, at: int) -> bool:
    return PASSIVE.at(low, at) is not None


def share_of(after: Words) -> str:
    """What a percentage is of: `100% thôn, khu phố thực hiện …`; empty where no thing is named."""
    lead = SHARED.match(after.low)
    end = end_of_things(after.low, lead.end()) if lead else 0
    if lead is None or end == lead.end():
        return ""
    written = after.text[lead.end() : end]
    return f"{written} {complement(after[end:])}".strip()


def end_of_shared(low: str, at: int) -> int:
    """Where the things that a percentage is of end; `at` where it is of none."""
    lead = SHARED.match(low, at)
    end = end_of_things(low, lead.end()) if lead else at
    return end if lead and end > lead.end() else at


def end_of_things(low: str, start: int) -> int:
    """Where a row of things ends: `thôn, bản, tổ dân phố`."""
    thing, end = SHARE_THINGS.at(low, start), start
    while thing:
        end += len(thing)
        more = ALSO.match(low, end)
        thing = SHARE_THINGS.at(low, more.end()) if more else None
        end = more.end() if more and thing else end
    return end


def names_itself(thing: str, rest: str) -> bool:
    """Whether a counted thing with these words is a figure without any verb before it.

    People and places are counted everywhere; they need to be told what they are or what they reached.
    """
    if thing in ALONE or (thing in TURNS and (rest or thing not in BARE_TURNS)):
        return True
    return bool(rest) and (thing not in PLAIN_THINGS or PREDICATE.search(rest.lower()) is not None)
