"""The words before a figure that name it.

They are the last stretch that begins with a known head, else a short stretch of a list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from archive.extraction.indicators.label_words import (
    AUXILIARY,
    CONNECTOR_ENDS,
    CONNECTORS,
    NEVER_FIRST,
    NOUN_HEADS,
    STRONG_HEADS,
    VERB_HEADS,
)
from archive.extraction.indicators.phrases import WORD
from archive.extraction.patterns import rows

if TYPE_CHECKING:
    from archive.extraction.indicators.sentences import Words

Kind = Literal["noun", "verb", "list"]
LONGEST = 18  # syllables of a label
LONGEST_TAIL = 6  # syllables of what goes on after a comma
SHORT = 8  # syllables of a label without a known head
BREAKING = (
    "trong đó", "bao gồm", "cụ thể là", "cụ thể", "phấn đấu", "nhất là", "theo đó", "riêng(?<!sầu riêng)", "trong khi", "do đó", "do vậy", "nhờ đó", "nhờ vậy", "nổi bật là", "nổi bật", "đáng chú ý", "góp phần", "trong số",
    "quyết tâm", "đến nay", "đồng thời", "chia ra", "ngoài ra", "qua kiểm tra", "qua giám sát", "mục tiêu(?! quốc gia)",
)  # fmt: skip
RAISED = r" (?=(?:tổng|tỷ lệ|số|mức|độ|diện tích|thu nhập|giá trị)(?!\w))"
VALUES = r"(?:tổng|giá trị|sản lượng|diện tích|doanh thu|tỷ lệ|số|năng suất|mức|tốc độ|nhịp độ)"
CUT = re.compile(
    "|".join(
        (
            *(";", ":", r"\(", r"\)", r"\.\s"),
            *rows(*BREAKING, end=r"(?!\w)"),
            *rows(rf"với (?={VALUES}(?!\w))", f"nâng{RAISED}", f"đưa{RAISED}"),
            *rows(r"về (?:công tác|lĩnh vực) [^,;:.\d]{3,50},\s"),
        )
    )
)
COMMA = re.compile(r",\s?(?!\d)")
TOKEN = re.compile(r"[^\W\d_]+|\d[\d.,]*|[^\w\s]")
AIM = re.compile(
    r"(?:hoàn thành )?chỉ tiêu (?:về |là )?(?=\w)"
)  # `hoàn thành chỉ tiêu kết nạp 120 đảng viên`
ASIDE = re.compile(
    r"\s\((?:chỉ|chỉ đạt|đạt|ước|trên|hơn|khoảng|là|bằng|với)?\s*$"
)  # `thu tiền đất thấp (chỉ 142 tỷ`
DIGIT = re.compile(r"\d")
# Words of two syllables whose last one connects where it stands alone.
COMPOUNDS = {("thôn", "mới"), ("mặt", "bằng"), ("đồng", "bằng"), ("văn", "bằng"), ("bắt", "giữ"), ("thu", "giữ"), ("phát", "hiện"), ("mỗi", "năm")}  # fmt: skip
# What a colon ends that only says what is listed behind it.
LISTED = re.compile(r"(?<!\w)(?:chỉ tiêu|mục tiêu|kết quả|như sau|sau đây)(?!\w)[^:;.]*:\s*$")
# Words after which a stretch tells something and names nothing.
TELLS = re.compile(
    r"(?<!\w)(?:được|đạt|có|là|tiếp tục|tăng|giảm|đã|ổn định|khá|tốt|chuyển biến|quan tâm|chú trọng|duy trì)(?!\w)"
)
JOB_BEFORE = ("việc ", "nơi ", "cách ", "kinh phí ")
CELL = re.compile(r"chi (?:bộ|ủy|hội|đoàn|cục|nhánh|tiết)(?!\w)")
SO_BEFORE = ("thiểu ", "dân ", "chỉ ", "hệ ", "đa ", "doanh ", "một ", "bão ", "hè ", "mùa ")
CHANGED_FROM = re.compile(r"(?:^|\s)(?:tăng |giảm |nâng )?từ\s(?:trên |hơn |gần |khoảng )?\d.*$")


class Named(NamedTuple):
    """The label that stands before a figure, and by what it was known."""

    name: str
    kind: Kind

    @property
    def low(self) -> str:
        return self.name.lower()


def label_before(
    before: Words, *, percent: bool = False, counted: bool = False, last: bool = False
) -> Named | None:
    """The label at the end of the words before a figure.

    The last comma-free stretch counts; where it begins with no head, the stretch before it joins it,
    and so it does where a name goes on after the comma (`tỷ lệ điều tra, khám phá`). `last`: only the
    last stretch may name it.
    """
    begin, end = last_part(before.low)
    text, low = before.text[begin:end], before.low[begin:end]
    starts = [0, *(m.end() for m in COMMA.finditer(low))] if "," in low else [0]
    if len(low) < len(before.low) and len(starts) > 1 and (whole := short_list(text, low)):
        return whole
    for count, start in enumerate(reversed(starts[-4:]), 1):
        at = start + after_and(low[start:])
        stretch = without_end(low[at:])
        head = first_head(stretch)
        if head is None and last:
            break
        if head is None:
            continue
        whole = taken_up(text, low, starts, percent, counted) if count == 1 else None
        return whole or named(text[at:], stretch, head)
    return list_label(text, low, starts[-1:] if last else starts)


def after_and(low: str) -> int:
    """Where in a long stretch the last `và` ends that a verb follows: it tells of another deed."""
    at = low.rfind(" và ")
    if at < 0 or low.count(" ") < SHORT or len(low.split()) <= SHORT:
        return 0
    following = at + len(" và ")
    if STRONG_HEADS.search(low[:at]) or not VERB_HEADS.at(low, following):
        return 0
    return following


def short_list(text: str, low: str) -> Named | None:
    """After a break a few words are one label, commas and all (`công nghiệp, xây dựng`)."""
    low = without_end(low)
    if len(low.split()) > SHORT or not COMMA.search(low) or DIGIT.search(low):
        return None
    head, verb = first_head(low), VERB_HEADS.search(low)
    if head is None or (verb and verb[1] != "xây dựng"):
        return None
    if STRONG_HEADS.search(low, low.index(",")):
        return None
    return Named(tidy(text[: len(low)]), "noun")


def last_part(before: str) -> tuple[int, int]:
    """Where what follows the last break begins and ends; a colon at the very end stands for a verb."""
    if before.rstrip().endswith(":") and LISTED.search(before):
        return len(before), len(before)
    low = before.rstrip(" :-–")
    if "(" in low:
        low = ASIDE.sub("", low).rstrip(" :-–")
    return end_of_cut(low), len(low)


def end_of_cut(low: str) -> int:
    """Where the last break ends, 0 where there is none."""
    end = 0
    for cut in CUT.finditer(low):
        end = cut.end()
    return end


def without_end(low: str) -> str:
    """Without the small words between a label and its figure."""
    if "từ" in low and (found := CHANGED_FROM.search(low)):
        low = low[: found.start()]
    low = low.rstrip()
    last = low.rpartition(" ")[2]
    if last.isalpha() and last not in CONNECTOR_ENDS:
        return low
    tokens, end = tokens_of(low), len(low)
    while tokens and (size := connecting(tokens)):
        for token in reversed(tokens[-size:]):
            end = low.rindex(token, 0, end)
        del tokens[-size:]
    return low[: low.rindex(tokens[-1], 0, end) + len(tokens[-1])] if tokens else ""


def tokens_of(low: str) -> list[str]:
    """Words, numbers and marks; what stands between spaces is seldom anything but a word."""
    return [
        token
        for part in low.split()
        for token in ((part,) if part.isalpha() else TOKEN.findall(part))
    ]


def connecting(tokens: list[str]) -> int:
    """How many of the last tokens connect: the longest phrase; punctuation and numbers too."""
    last = tokens[-1]
    if last in CONNECTOR_ENDS:
        for size in range(min(3, len(tokens)), 0, -1):
            if " ".join(tokens[-size:]) in CONNECTORS:
                return size - ((*tokens[:-size][-1:], tokens[-size]) in COMPOUNDS)
    return int(not last[0].isalpha() and last != "%")


def first_head(low: str) -> tuple[int, Kind] | None:
    """Where the label begins: the first noun or verb that heads one; a strong noun wins over a verb."""
    words = WORD.findall(low)
    strong = STRONG_HEADS.search(low) if STRONG_HEADS.possible(words) else None
    if strong and strong[0] == 0:
        return 0, "noun"
    noun = noun_head(low) if NOUN_HEADS.possible(words) else None
    verb = verb_head(low) if VERB_HEADS.possible(words) else None
    if strong and not (strong[1] == "bình quân" and verb and verb[0] < strong[0]):
        early = noun is not None and (verb is None or noun[0] < verb[0]) and noun[0] < strong[0]
        return (noun[0] if early and noun else strong[0]), "noun"
    if verb and (noun is None or verb[0] <= noun[0]):
        return main_verb(low, verb), "verb"
    return (noun[0], "noun") if noun else None


def noun_head(low: str) -> tuple[int, str] | None:
    """The first noun; `số` ends words as well (`dân tộc thiểu số`), and `chi bộ` spends nothing."""
    for at, noun in NOUN_HEADS.each(low):
        if not low.endswith(SO_BEFORE, 0, at) and not (noun == "chi" and CELL.match(low, at)):
            return at, noun
    return None


def verb_head(low: str) -> tuple[int, str] | None:
    """The first verb; `làm` of `việc làm` is none."""
    for at, verb in VERB_HEADS.each(low):
        if not low.endswith(JOB_BEFORE, 0, at):
            return at, verb
    return None


def main_verb(low: str, verb: tuple[int, str]) -> int:
    """`hoàn thành kiểm tra`, `tổ chức tuần tra`: the verb that is helped."""
    at, phrase = verb
    while AUXILIARY.at(low, at) == phrase:
        following = VERB_HEADS.at(low, at + len(phrase) + 1)
        if following is None:
            break
        at, phrase = at + len(phrase) + 1, following
    return at


def taken_up(text: str, low: str, starts: list[int], percent: bool, counted: bool) -> Named | None:  # noqa: FBT001
    """A quantity that is named before the comma and whose name only goes on behind it.

    `tỷ lệ điều tra, khám phá`, `giá trị sản xuất nông, lâm, thủy sản`.
    """
    for start in reversed(starts[-4:-1]):
        earlier = low[start : starts[-1]]
        if STRONG_HEADS.search(earlier):
            if not goes_on(earlier, without_end(low[starts[-1] :]), percent, counted):
                return None
            stretch = without_end(low[start:])
            head = first_head(stretch)
            return named(text[start:], stretch, head) if head else None
    return None


def goes_on(earlier: str, stretch: str, percent: bool, counted: bool) -> bool:  # noqa: FBT001
    """Whether these words only continue the name of a quantity before them."""
    head = STRONG_HEADS.search(earlier)
    if stretch.strip() == "bình quân":
        return head is not None
    if head is None or STRONG_HEADS.search(stretch):
        return False
    if TELLS.search(earlier) and not (percent and head[1] == "tỷ lệ"):
        return False
    if counted and VERB_HEADS.search(stretch):
        return False
    return len(stretch.split()) <= LONGEST_TAIL


def named(text: str, low: str, head: tuple[int, Kind]) -> Named | None:
    """The label from its head to the end of a stretch; `low` may be shorter than `text`."""
    start = head[0]
    if aim := AIM.match(low, start):
        start, kind = aim.end(), first_head(low[aim.end() :])
        head = (start, kind[1]) if kind and kind[0] == 0 else head
    label = tidy(text[head[0] : len(low)])
    return Named(label, head[1]) if label else None


def list_label(text: str, low: str, starts: list[int]) -> Named | None:
    """A short stretch between marks names what is listed (`quặng apatit các loại 1,86 triệu tấn`)."""
    for start in dict.fromkeys((starts[-1], starts[0])):
        stretch = without_end(low[start:])
        parts = stretch.split()
        if TELLS.search(stretch):
            continue
        if 0 < len(parts) <= SHORT and parts[0] not in NEVER_FIRST and parts[0][0].isalpha():
            return Named(tidy(text[start : start + len(stretch)]), "list")
    return None


def tidy(label: str) -> str:
    """One space; no marks at the ends; at most LONGEST syllables."""
    label = " ".join(label.split()).strip(" ,-–:")
    return " ".join(label.split(" ")[:LONGEST]) if label.count(" ") >= LONGEST else label


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
