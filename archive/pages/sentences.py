"""Signs of running text: how leads open, how sentences close, when two lines say the same."""

from __future__ import annotations

import re
from functools import lru_cache

from archive.vietnamese.normalise import shadow

PARAGRAPH = 25  # words from which a line is running text
CODE = r"(?:\([^)\d]{1,30}\)|[A-ZĐ][\w.]{1,14})"
# How leads open: a code, then the day.
LEAD = re.compile(
    CODE + r"?\s*[-–:.]*\s*(?:(?:vào )?(?:sáng|chiều|tối|trưa)\b|(?:trong )?(?:\d+|hai|ba) ngày\b"
    r"|(?:vào )?ngày \d|(?:trong )?từ ngày \d|vừa qua|mới đây|hôm nay"
    r"|thực hiện (?:chương trình|kế hoạch|quy chế|nghị quyết|chỉ thị)|nhằm |để |tiếp tục chương trình"
    r"|nhân (?:dịp|kỷ niệm)|đó là )",
    re.IGNORECASE,
)
DATELINE = re.compile(r"\s*(?:\(([^()\d]{2,30})\)\s*[-–:.]*|([A-ZĐ][A-ZĐa-z.]{1,14})\s*[-–]+\s)")
CLOSED = re.compile(r"[.!?…:;][\"')”’]*\s*$")
ITEM = re.compile(r"\s*(?:[-+*•]|\d{1,2}[.)]|[a-zđ]\))\s*\S")
SPARE = 40  # code points by which two lines that say the same may differ: spaces, dots, quotes
FURTHEST = 30  # code points from the end among which a sentence's close is looked for


def is_closed(text: str) -> bool:
    """Whether a line ends as a sentence does; also before a list (`như sau:`)."""
    return CLOSED.search(text[-FURTHEST:]) is not None


def same(one: str, other: str) -> bool:
    """Equal but for tone placement, case and what closes them."""
    return one == other or (abs(len(one) - len(other)) <= SPARE and key(one) == key(other))


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    return " ".join(shadow(text).casefold().split()).strip(" .…/-:*\"'")


def dateline_of(body: str) -> str | None:
    """The code before the first sentence: `NTL` of `(NTL) Sáng ngày …`, `GLO` of `(GLO)- …`."""
    match = DATELINE.match(body)
    return (match[1] or match[2]).strip() if match else None
