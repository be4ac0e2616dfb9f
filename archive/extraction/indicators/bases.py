"""On which period a growth is measured: the words of the base, those of its neighbours, or the custom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.extraction.indicators.periods import year_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.extraction.indicators.figure import Figure

DAY = re.compile(r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>(?:19|20)\d\d)")
SAME = re.compile(r"cùng kỳ(?: (?:của )?năm)? ?(?P<y>(?:19|20)\d\d)")
END = re.compile(r"(?:so với|so) (?:cuối|hết) năm ?(?P<y>(?:19|20)\d\d)")
MONTH = re.compile(
    r"(?:so với|so) tháng (?P<m>\d{1,2})(?:[/-](?P<y>(?:19|20)\d\d)| năm (?P<z>(?:19|20)\d\d))?"
)
YEAR = re.compile(
    r"(?:so với|so với cả|so|lần|của|bằng|%) (?:thực hiện |cả |đầu |với )*năm ?(?P<y>(?:19|20)\d\d)"
)
BEFORE = re.compile(r"cùng kỳ|so ck|so với ck|cùng thời điểm|năm (?:trước|ngoái)")
LAST_MONTH = re.compile(r"tháng trước")
YEARLY = re.compile(r"/năm|bình quân|hằng năm|hàng năm|mỗi năm")


def with_bases(figures: Sequence[Figure], carried: str) -> str:
    """Sets `compared_with` of every growth; gives the words of the last base, for what follows.

    Where a figure names no base, the next one of its sentence that names one lends it; what was named
    earlier (`carried`) holds on only where it is the custom, the same period a year before.
    """
    named = [figure.base_words if names_base(figure) else "" for figure in figures]
    following: list[str] = []
    words = ""
    for own in reversed(named):
        words = own or words
        following.append(words)
    for figure, own, after in zip(figures, named, reversed(following), strict=True):
        if figure.growth is not None:
            figure.compared_with = base_of(after, figure.period) or customary(carried, figure)
        carried = own or carried
    return carried


def customary(carried: str, figure: Figure) -> str | None:
    """The same period a year before, where an earlier figure was compared with it."""
    usual = year_before(figure.period)
    if figure.kind == "target" or YEARLY.search(figure.base_words):
        return None
    return usual if usual and base_of(carried, figure.period) == usual else None


def names_base(figure: Figure) -> bool:
    return figure.base_words != "" and base_of(figure.base_words, "2001") is not None


def base_of(words: str, period: str | None) -> str | None:
    """The period that the words of a base name, for a figure of `period`."""
    if same := SAME.search(words):
        part = "" if period is None or "/" in period or len(period) == 10 else period[4:]
        return f"{same['y']}{part}"
    if day := DAY.search(words):
        return f"{day['y']}-{int(day['m']):02}-{int(day['d']):02}"
    if year := (END.search(words) or YEAR.search(words)):
        return year["y"]
    if month := MONTH.search(words):
        y = month["y"] or month["z"] or (period or "")[:4]
        return f"{y}-{int(month['m']):02}" if y and 1 <= int(month["m"]) <= 12 else None
    if LAST_MONTH.search(words):
        return month_before(period)
    return year_before(period) if BEFORE.search(words) else None


def month_before(period: str | None) -> str | None:
    """2022-07 → 2022-06; another kind of period has none."""
    match = re.fullmatch(r"(\d{4})-(\d\d)", period or "")
    if match is None:
        return None
    year, month = int(match[1]), int(match[2])
    return f"{year - 1}-12" if month == 1 else f"{year}-{month - 1:02}"
