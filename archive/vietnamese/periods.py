"""Periods: the code that is stored (`2022-H1`) and the words that people write and read."""

from __future__ import annotations

import re

# code → words
WORDS = (
    (r"(\d{4})", r"năm \1"),
    (r"(\d{4})-H1", r"6 tháng đầu năm \1"),
    (r"(\d{4})-H2", r"6 tháng cuối năm \1"),
    (r"(\d{4})-(\d+)M", r"\2 tháng đầu năm \1"),
    (r"(\d{4})-Q(\d)", r"quý \2 năm \1"),
    (r"(\d{4})-0?(\d+)", r"tháng \2/\1"),
    (r"(\d{4})/(\d{4})", r"nhiệm kỳ \1-\2"),
    (r"(\d{4})-0?(\d+)-0?(\d+)", r"ngày \3/\2/\1"),
)
# What people write, in small letters → code.
YEAR = r"(?:năm )?(?P<year>(?:19|20)\d\d)"
FIRST_MONTHS = r"(?P<count>1[0-2]|0?[1-9]) tháng(?: đầu)?"
ENTRY: tuple[tuple[str, str], ...] = (
    (rf"(?:cả )?{YEAR}", "{year}"),
    (rf"0?6 tháng cuối {YEAR}", "{year}-H2"),
    (rf"0?6 tháng(?: đầu)?,? ?{YEAR}", "{year}-H1"),
    (rf"{FIRST_MONTHS},? ?{YEAR}", "{year}-{count}M"),
    (rf"quý (?P<quarter>[1-4]|iv|i{{1,3}})(?:,? ?|/){YEAR}", "{year}-Q{quarter}"),
    (r"tháng (?P<month>1[0-2]|0?[1-9])(?:/| năm )(?P<year>(?:19|20)\d\d)", "{year}-{month:0>2}"),
    (r"(?:nhiệm kỳ )?(?P<year>20\d\d) ?[-–] ?(?P<to>20\d\d)", "{year}/{to}"),
    (
        r"(?:đến )?(?:ngày )?(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>(?:19|20)\d\d)",
        "{year}-{month:0>2}-{day:0>2}",
    ),
)
QUARTERS = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
CODE = re.compile(
    r"\d{4}(-H[12]|-Q[1-4]|-([1-9]|1[0-2])M|-(0[1-9]|1[0-2])(-\d{2})?|/\d{4})?", re.ASCII
)


def period_words(code: str) -> str:
    """`2022-H1` in words: 6 tháng đầu năm 2022; what is no code stays."""
    for pattern, words in WORDS:
        if re.fullmatch(pattern, code):
            return re.sub(pattern, words, code)
    return code


def parse_period(text: str) -> str:
    """`6 tháng đầu năm 2022`, `quý 1/2022`, `30/6/2024`, or a code → code. Raises ValueError."""
    plain = " ".join(text.split())
    if CODE.fullmatch(plain):
        return plain
    for pattern, code in ENTRY:
        match = re.fullmatch(pattern, plain.casefold())
        if match:
            found = match.groupdict()
            if "quarter" in found:
                found["quarter"] = QUARTERS.get(found["quarter"], found["quarter"])
            if "count" in found:
                found["count"] = found["count"].lstrip("0")
            return code.format(**found)
    raise ValueError(f"not a period: {text!r}")
