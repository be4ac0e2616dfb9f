"""What is counted, and what follows it as part of its name: `96 đảng viên mới`, `2 xã đạt chuẩn …`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.extraction.indicators.label_words import LEADS, PASSIVE, STOPS
from archive.extraction.indicators.labels import SPACE
from archive.extraction.indicators.units import AREAS, COUNTED_UNITS, PEOPLE, TURNS

if TYPE_CHECKING:
    from archive.extraction.indicators.sentences import Words

BREAK = re.compile(r"[,;.:()–\"]| - |\d(?! sao)")
SHARED = re.compile(r"\s(?:số |tổng số |các )?")
MOST, FEWER = 14, 6  # syllables of a name that is still one, and what is kept of a longer one
PLAIN_THINGS = frozenset(AREAS) | frozenset(PEOPLE)
PREDICATE = re.compile(
    r"(?<!\w)(?:đạt|được|hoàn thành|về đích|chưa|bị|không|mới|có|tham gia|đăng ký|trực thuộc|thoát|tái|hư hỏng|ngập|mắc|chết|sập|mất|nghèo|vay|văn hóa|ưu tú|theo|điển hình|ra khỏi)(?!\w)"
)


def complement(after: Words, *, joined: bool = False) -> str:
    """The words after a counted thing that belong to its name; `joined` lets `và` go on."""
    low = after.low
    stop = BREAK.search(low)
    end = stop.start() if stop else len(low)
    lead = LEADS.at(low, 1)
    halt = next(
        (
            at
            for at, word in STOPS.each(low[:end], 1 + len(lead or ""))
            if goes_no_further(low, at, word, joined)
        ),
        end,
    )
    words = SPACE.sub(" ", after.text[:halt]).split()
    return " ".join(words[:12]) if len(words) <= MOST else " ".join(words[:FEWER])


def goes_no_further(low: str, at: int, word: str, joined: bool) -> bool:  # noqa: FBT001
    if word == "và":
        return not joined or low[at + 3 : at + 4].isdigit() or not low[at + 3 :].strip()
    return not passive(low, at)


def passive(low: str, at: int) -> bool:
    return low.startswith("được", at) and PASSIVE.at(low, at) is not None


def share_of(after: Words) -> str:
    """What a percentage is of: `100% thôn, khu phố thực hiện …`; empty where no thing is named."""
    lead = SHARED.match(after.low)
    thing = COUNTED_UNITS.at(after.low, lead.end()) if lead else None
    if lead is None or thing is None:
        return ""
    end = lead.end() + len(thing)
    written = after.text[lead.end() : end]
    return f"{written} {complement(after[end:])}".strip()


def names_itself(thing: str, rest: str) -> bool:
    """Whether a counted thing with these words is a figure without any verb before it.

    People and places are counted everywhere; they need to be told what they are or what they reached.
    """
    if thing in TURNS:
        return True
    return bool(rest) and (thing not in PLAIN_THINGS or PREDICATE.search(rest.lower()) is not None)
