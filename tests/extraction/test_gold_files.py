"""Every gold record is well formed and speaks of its own page.

A failure names the file and the field, never the words: the pages under `check/` and
`check2/` are there to measure the extractor, so whoever develops it must not read them in a test
report.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

ROOT = Path(__file__).resolve().parents[2]
SETS = [
    ROOT / "tests" / "pages" / name
    for name in ("dev", "check", "check2", "check3", "check4", "sample")
]
SAMPLES = ROOT / "fixtures" / "pages"  # the bundled pages lie apart from their gold
GOLD = [path for folder in SETS for path in sorted(folder.glob("*.json"))]

Check = Callable[[Any], bool]

PLACES = {"tỉnh", "thành phố", "quận", "huyện", "thị xã", "xã", "phường", "thị trấn", "đặc khu"}
MEETINGS = {
    "plenum",
    "standing_committee",
    "review",
    "working_session",
    "congress",
    "council_session",
    "executive_session",
    "briefing",
    "personnel",
    "voter_contact",
    "study",
    "other",
}
ROLES = {"chair", "attend", "opening", "directive", "closing", "report", "speak", "mentioned"}
KINDS = {"result", "estimate", "target", "plan"}
DAY_PARTS = {"sáng", "chiều", "tối"}
PERIOD = re.compile(r"\d{4}(-H[12]|-Q[1-4]|-([1-9]|1[012])M|-(0[1-9]|1[012])|/\d{4})?")
DECIMAL = re.compile(r"-?\d+(\.\d+)?")
TERM = re.compile(r"\d{4}-\d{4}")
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d\+07:00")


# --- what a value may be


def text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def iso_date(value: Any) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except (TypeError, ValueError):
        return False


def published(value: Any) -> bool:
    if iso_date(value):
        return True
    try:
        return bool(STAMP.fullmatch(value) and datetime.fromisoformat(value))
    except (TypeError, ValueError):
        return False


def period(value: Any) -> bool:
    return text(value) and (bool(PERIOD.fullmatch(value)) or iso_date(value))


def spelled(pattern: re.Pattern[str]) -> Check:
    return lambda value: text(value) and bool(pattern.fullmatch(value))


def one_of(allowed: set[str]) -> Check:
    return lambda value: isinstance(value, str) and value in allowed


def maybe(check: Check) -> Check:
    return lambda value: value is None or check(value)


def many(check: Check) -> Check:
    return lambda value: isinstance(value, list) and all(map(check, value))


def synonyms(value: Any) -> bool:
    return (
        isinstance(value, dict) and all(map(text, value)) and all(map(many(text), value.values()))
    )


# --- the parts of a record: what must be there, what may be

PAGE: dict[str, Check] = {
    "title": text,
    "published_at": maybe(published),
    "captured_on": maybe(iso_date),
    "author": maybe(text),
    "captions": many(text),
    "body_starts": text,
    "body_ends": text,
    "body_excludes": many(text),
}
PAGE_MORE: dict[str, Check] = {
    "body_once": many(text),
    "body_starts_accept": many(text),
    "officials_optional": many(text),
    "accept": lambda value: isinstance(value, dict),
}
PLACE: dict[str, Check] = {
    "province": maybe(text),
    "district": maybe(text),
    "kind": maybe(one_of(PLACES)),
}
MEETING: dict[str, Check] = {
    "kind": one_of(MEETINGS),
    "name": text,
    "ordinal": maybe(whole),
    "congress": maybe(whole),
    "term": maybe(spelled(TERM)),
    "held_on": maybe(iso_date),
    "day_part": maybe(one_of(DAY_PARTS)),
}
OFFICIAL: dict[str, Check] = {
    "name": text,
    "positions": many(text),
    "roles": many(one_of(ROLES)),
}
OFFICIAL_MORE: dict[str, Check] = {
    "positions_accept": synonyms,
    "positions_optional": many(text),
    "roles_optional": many(one_of(ROLES)),
}
INDICATOR: dict[str, Check] = {
    "name": text,
    "value": maybe(spelled(DECIMAL)),
    "value_high": maybe(spelled(DECIMAL)),
    "unit": maybe(text),
    "period": maybe(period),
    "kind": one_of(KINDS),
    "plan_percent": maybe(spelled(DECIMAL)),
    "growth_percent": maybe(spelled(DECIMAL)),
    "compared_with": maybe(period),
    "parent": maybe(text),
    "as_written": text,
}
INDICATOR_MORE: dict[str, Check] = {
    "name_accept": many(text),
    "value_accept": many(spelled(DECIMAL)),
    "unit_accept": many(maybe(text)),
    "period_accept": many(maybe(period)),
    "kind_accept": many(one_of(KINDS)),
    "plan_percent_accept": many(maybe(spelled(DECIMAL))),
    "growth_percent_accept": many(maybe(spelled(DECIMAL))),
}
PARTS = {"place", "meeting", "officials", "indicators"}
PARTS_MORE = {"indicators_optional"}


def faults(
    part: Any, must: dict[str, Check], may: dict[str, Check] | None = None, where: str = ""
) -> list[str]:
    """The fields of one part that are missing, unknown or ill formed."""
    if not isinstance(part, dict):
        return [where or "record"]
    known = must | (may or {})
    missing = [name for name in must if name not in part]
    unknown = [name for name in part if name not in known]
    ill = [name for name, check in known.items() if name in part and not check(part[name])]
    return [f"{where}{name}" for name in missing + unknown + ill]


def all_indicators(gold: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for key in ("indicators", "indicators_optional"):
        for number, one in enumerate(gold.get(key, [])):
            yield f"{key}[{number}].", one


def record_faults(gold: dict[str, Any]) -> list[str]:
    found = sorted(PARTS - gold.keys())
    plain = {name: gold[name] for name in gold if name not in PARTS | PARTS_MORE}
    found += faults(plain, PAGE, PAGE_MORE)
    found += faults(gold.get("place"), PLACE, where="place.")
    if gold.get("meeting") is not None:
        found += faults(gold["meeting"], MEETING, where="meeting.")
    for number, one in enumerate(gold.get("officials", [])):
        found += faults(one, OFFICIAL, OFFICIAL_MORE, f"officials[{number}].")
    for where, one in all_indicators(gold):
        found += faults(one, INDICATOR, INDICATOR_MORE, where)
    return found


def quotations(gold: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Field and words, for each thing that is copied from the page."""
    yield from ((key, gold[key]) for key in ("title", "body_starts", "body_ends"))
    for key in ("captions", "body_excludes", "body_once", "body_starts_accept"):
        for number, words in enumerate(gold.get(key, [])):
            yield f"{key}[{number}]", words
    for number, one in enumerate(gold["officials"]):
        yield f"officials[{number}].name", one["name"]
    for where, one in all_indicators(gold):
        yield f"{where}as_written", one["as_written"]


# --- the page as text


def folded(words: str) -> str:
    """Composed letters, one space for any run of spaces, no zero-width marks."""
    composed = unicodedata.normalize("NFC", words)
    return " ".join(re.sub("[\u200b\u200c\u200d\ufeff\u00ad]", "", composed).split())


def html_text(markup: str) -> str:
    """The words of a page, twice: inline tags neither part a word nor join two paragraphs."""
    tree = LexborHTMLParser(markup)
    tree.strip_tags(["script", "style"])
    return f"{tree.text(separator='')} {tree.text(separator=' ')}"


def page_text(gold: Path) -> str:
    for folder in (gold.parent, SAMPLES):
        for suffix, read in ((".txt", str), (".html", html_text)):
            page = folder / f"{gold.stem}{suffix}"
            if page.exists():
                return folded(read(page.read_text(encoding="utf-8-sig")))
    pytest.fail(f"{gold.name}: there is no page beside this gold record", pytrace=False)


def load(path: Path) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return record


# The tests hand only field names to the failure report, without a traceback that shows values.

each_gold_file = pytest.mark.parametrize(
    "path", GOLD, ids=[f"{path.parent.name}/{path.name}" for path in GOLD]
)


def report(path: Path, fields: list[str]) -> None:
    if fields:
        pytest.fail(f"{path.name}: {', '.join(fields)}", pytrace=False)


@each_gold_file
def test_a_gold_record_keeps_to_the_contract(path: Path) -> None:
    report(path, record_faults(load(path)))


@each_gold_file
def test_what_a_gold_record_quotes_stands_in_its_page(path: Path) -> None:
    page = page_text(path)
    report(path, [field for field, words in quotations(load(path)) if folded(words) not in page])


@each_gold_file
def test_no_official_is_entered_twice(path: Path) -> None:
    names = [folded(one["name"]) for one in load(path)["officials"]]
    report(path, [f"officials[{i}].name" for i, name in enumerate(names) if name in names[:i]])
