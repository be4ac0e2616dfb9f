"""The words that name a figure: before it, or in the thing that is counted and what follows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.extraction.indicators import words
from archive.extraction.indicators.units import COUNTED, alternatives
from archive.extraction.indicators.words import CONNECTOR, NOUN_HEAD, VERB_HEAD

if TYPE_CHECKING:
    from archive.extraction.indicators.quantities import Quantity

LONGEST = 18  # syllables of a label
SHORT = 8  # syllables after a semicolon that are one label, commas and all
CUT = re.compile(
    r"[;:()]|\.\s|\btrong đó\b|\bbao gồm\b|\bcụ thể\b|\bphấn đấu\b|\bnhất là\b|\btheo đó\b",
    re.IGNORECASE,
)
COMMA = re.compile(r",\s?(?!\d)")
TIME = re.compile(
    r"(?:\b(?:trong|đến|tính đến|hết|từ|cả|của|vào|giai đoạn|nửa)\s)*(?:(?:6|9|\d{1,2}|sáu|chín|ba) tháng(?: đầu năm| cuối năm| qua| đầu| cuối)?|năm \d{4}|đầu năm|năm nay|năm qua|quý [IV\d]+|tháng \d{1,2}|ngày \d{1,2}[/-]\d{1,2}|\d{1,2}/\d{1,2})(?:[/ -]*(?:năm )?\d{4})?",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"^(?:toàn|của|trên địa bàn)\s(?:huyện|thị xã|quận|thành phố|tỉnh|xã|phường|đảng bộ|ngành|vùng)\b\s*",
    re.IGNORECASE,
)
# What may not follow a counted thing as part of its name.
STOP_AFTER = re.compile(
    r"[,;.:()–\"]|\s-\s|\b(?:so với|so|bằng|đạt|tăng|giảm|chiếm|trong đó|và|để|với|tại|trên địa bàn|do|thuộc|vượt|gồm|nhằm|từ|ước|đã|được (?!công nhận|cấp|xóa|kiểm tra|giải quyết|thành lập|dùng|sử dụng|bồi dưỡng)|là|năm|trở lên|trở xuống|mỗi|còn|nâng|đưa|theo|qua|trong|khi|cho|hoàn thành kế hoạch|lên|toàn)\b",
    re.IGNORECASE,
)
CHANGED_FROM = re.compile(r"\s(?:tăng |giảm )?từ\s\d.*$", re.IGNORECASE)  # `giảm từ 9,3% xuống`
CASUALTIES = {
    "làm chết": "Số người chết",
    "chết": "Số người chết",
    "bị thương": "Số người bị thương",
    "làm bị thương": "Số người bị thương",
}
LEAD_IN = re.compile(
    r"\s(?:đạt chuẩn|đạt tiêu chuẩn|đạt danh hiệu|được công nhận|được cấp|hoàn thành|chưa|bị|có|được dùng|sử dụng)\s"
)
SHARED_THING = re.compile(
    rf"\s(?:số |tổng số |các )?((?:{alternatives(COUNTED)})(?![\w]))", re.IGNORECASE
)
CLEAN_END = re.compile(
    r"(?:\s(?:cho|của|với|là|đạt|được|và|các|có|tại|trên|về|đã|từ|ước|mới đạt|:|-|cả))+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a figure; `before` is what stood before the number, for figures that share it."""

    name: str
    before: str
    is_verb: bool


def label_before(text: str, *, percent: bool) -> tuple[str, bool]:
    """The label at the end of the words before a figure, and whether it is a verb phrase.

    The last comma-free stretch counts; where it begins with no head, the stretch before it joins it,
    and so it does where a rate's name goes on after the comma (`tỷ lệ điều tra, khám phá`).
    """
    whole = re.sub(r"\s*:\s*$", " ", text)
    text = CUT.split(whole)[-1]
    if (
        len(text) < len(whole)
        and "," in text
        and len(text.split()) <= SHORT
        and not words.VERB_HEAD.match(text.strip())
    ):
        return tidy(text), False
    stretches = [words.SUBJECT.sub(lambda m: " " * len(m[0]), part) for part in COMMA.split(text)]
    for count in range(1, min(4, len(stretches)) + 1):
        stretch = ", ".join(part.strip() for part in stretches[-count:])
        core = CONNECTOR.sub("", stretch).strip(" ,-–")
        head = first_head(core)
        if head is None:
            continue
        if count == 1 and len(stretches) > 1 and goes_on(stretches[-2], core, percent=percent):
            continue
        return tidy(core[head[0] :]), head[1]
    return "", False


def goes_on(before: str, core: str, *, percent: bool) -> bool:
    """Whether a quantity is named before the comma and these words only continue its name."""
    if words.STRONG.search(core) or not words.STRONG.search(before):
        return False
    return len(core.split()) <= (4 if percent else 3)


def first_head(core: str) -> tuple[int, bool] | None:
    """Where the label begins: the first noun or verb that heads one."""
    plain = TIME.sub(lambda match: " " * len(match[0]), core)
    noun, verb = NOUN_HEAD.search(plain), VERB_HEAD.search(plain)
    if noun is None and verb is None:
        return None
    strong = words.STRONG.search(plain)
    if strong is not None:
        return (
            min(noun.start(), strong.start())
            if noun and (not verb or noun.start() < verb.start())
            else strong.start()
        ), False
    if verb is not None and (noun is None or verb.start() <= noun.start()):
        return verb.start(), True
    assert noun is not None
    return noun.start(), False


def tidy(label: str) -> str:
    """Without times and trailing small words; one space; at most LONGEST syllables."""
    label = TIME.sub(" ", CHANGED_FROM.sub("", label))
    label = re.sub(r"\s+", " ", label).strip(" ,-–:")
    label = CLEAN_END.sub("", CONNECTOR.sub("", label)).strip(" ,-–:")
    words = label.split()
    return " ".join(words[:LONGEST])


def complement(after: str) -> str:
    """What follows a counted thing as part of its name: `đạt chuẩn nông thôn mới`."""
    lead = LEAD_IN.match(after)
    start = lead.end() if lead else 0
    stop = STOP_AFTER.search(after, start)
    found = after[: stop.start() if stop else len(after)].split()
    return " ".join(found[:12]) if len(found) <= 14 else " ".join(found[:6])


def share_of(after: str) -> str:
    """What a percentage is of: `100% thôn, khu phố thực hiện …`; empty where no thing is named."""
    match = SHARED_THING.match(after)
    if match is None:
        return ""
    return f"{match[1]} {complement(after[match.end() :])}".strip()


def label_of(quantity: Quantity, before: str, after: str, shared: Label | None) -> Label | None:
    """The label of a level, None where nothing names it."""
    named, is_verb = label_before(before, percent=quantity.is_percent)
    own = CONNECTOR.sub("", TIME.sub(" ", CUT.split(before)[-1])).strip(" ,-–")
    own = "" if own in {"và", "cùng"} else own
    shares = before.strip() in {"và", "cùng"} or not complement(after)
    if (
        not named
        and not own
        and shares
        and shared is not None
        and shared.is_verb
        and not quantity.is_measure
    ):
        named, is_verb = shared.before, True
    noun = "" if quantity.is_measure else (quantity.unit or "").split("/")[0]
    noun = re.sub(r"^(?:nghìn|triệu|ngàn|vạn)\s", "", noun)
    rest = complement(after)
    if named and not is_verb:
        return Label(capital(named), named, is_verb=False)
    if named.lower() in CASUALTIES and noun == "người":
        return Label(CASUALTIES[named.lower()], "", is_verb=False)
    if named:
        whole = with_object(named, noun, rest, measure=quantity.is_measure)
        return Label(capital(whole), named, is_verb=True)
    return unnamed(quantity, noun, rest, after, own)


def unnamed(quantity: Quantity, noun: str, rest: str, after: str, own: str) -> Label | None:
    """The label of a figure before which no head stands: what is counted names it."""
    if quantity.is_percent and (thing := share_of(after)):
        return Label(f"Tỷ lệ {thing}", "", is_verb=False)
    if noun in words.PARTY_COUNTS and (not rest or not own):
        return Label(f"Tổng số {noun} {rest}".strip(), "", is_verb=False)
    if noun and rest:
        return Label(capital(f"{noun} {rest}"), "", is_verb=False)
    return None


def with_object(verb: str, noun: str, rest: str, *, measure: bool) -> str:
    """`Kiểm tra` + `tổ chức đảng`; a verb that has its object already needs nothing."""
    if len(verb.split()) >= 4 and not verb.casefold().startswith(
        ("giám sát chuyên đề", "kiểm tra khi", "thi hành kỷ luật", "kiểm tra dấu hiệu")
    ):
        return verb
    if measure:
        return f"{verb} {rest}".strip() if len(rest.split()) <= 8 else verb
    return f"{verb} {noun} {rest}".strip() if len(rest.split()) <= 6 else f"{verb} {noun}".strip()


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
