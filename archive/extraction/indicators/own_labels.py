"""The words of its own that a comparison has: it then speaks of another thing than the last figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.extraction.indicators.labels import CUT, label_before

if TYPE_CHECKING:
    from archive.extraction.indicators.clauses import Clause

SEPARATOR = re.compile(r"[,;:()]|\.\s|(?<!\w)(?:và|trong đó|(?<!sầu )riêng|gồm)(?!\w)")
CHANGING = re.compile(r"(?<!\w)(?:tăng|giảm|vượt|so với|so cùng|bằng)(?!\w)[^,;:]*$")
JOINER = re.compile(r"^(?:và|cùng|riêng|nhưng|còn|với|trong khi|trong đó)\s")
YEARLY = re.compile(r"(?:bình quân|trung bình)(?: mỗi| hằng| hàng)?(?: năm)?")


def own_label(clause: Clause) -> str:
    """The label of a quantity that compares, empty where it speaks of the figure before it."""
    mark = SEPARATOR.search(clause.raw)
    if clause.in_brackets:
        return ""
    if mark is None and not clause.begins:
        return ""
    comma = mark is not None and mark[0] == ","
    own = (
        clause.before
        if clause.begins or mark is None
        else clause.before[mark.end() if comma else mark.start() :]
    )
    low = CHANGING.sub("", own.low)
    found = label_before(own[: len(low)], percent=True)
    if found is None:
        return ""
    label = JOINER.sub("", found.name)
    if YEARLY.fullmatch(label.lower()):
        return ""
    return label if found.kind != "list" or lists(clause) else ""


def lists(clause: Clause) -> bool:
    """Whether a stretch without a known head stands where the items of a list stand."""
    return CUT.search(clause.raw) is not None or clause.begins
