"""The score of a set of records: counts by field, eight groups, and their mean.

Gold is a JSON object a page in the form of the extraction record, with `body_starts`, `body_ends`,
`body_excludes` in place of the body, and `…_accept` and `…_optional` for what is right besides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from archive.evaluation.comparing import likeness, number, plain
from archive.evaluation.figures import ALIKE, ATTRIBUTES, score_indicators
from archive.evaluation.spans import span_checks

Json = dict[str, Any]
MEETING = ("kind", "ordinal", "congress", "term", "held_on", "day_part")
PLACE = ("province", "district", "kind")
META = (
    "title",
    "published_date",
    "published_time",
    "author",
    "body_start",
    "body_end",
    "body_excludes",
)
ALIKE_CAPTION = 0.8


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that was not right."""

    page: str
    field: str
    got: object
    want: object


@dataclass(slots=True)
class Score:
    """Sums over pages: shares of right answers, and hits, false ones and misses of lists."""

    shares: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))
    misses: list[Miss] = field(default_factory=list)

    def share(self, name: str) -> float:
        values = self.shares.get(name, [])
        return sum(values) / len(values) if values else 0.0

    def f1(self, name: str) -> float:
        hit, false, missed = self.counts.get(name, (0, 0, 0))
        return 2 * hit / (2 * hit + false + missed) if hit + false + missed else 1.0

    def precision(self, name: str) -> float:
        hit, false, _ = self.counts.get(name, (0, 0, 0))
        return hit / (hit + false) if hit + false else 0.0

    def recall(self, name: str) -> float:
        hit, _, missed = self.counts.get(name, (0, 0, 0))
        return hit / (hit + missed) if hit + missed else 0.0

    def check(self, page: str, name: str, ok: object, got: object, want: object) -> None:
        self.shares[name].append(float(bool(ok)))
        if not ok:
            self.misses.append(Miss(page, name, got, want))

    def miss(self, page: str, name: str, got: object, want: object) -> None:
        self.misses.append(Miss(page, name, got, want))

    def count(self, page: str, name: str, have: set[Any], need: set[Any]) -> None:
        """Hits, false ones and misses of one page's set."""
        for i, amount in enumerate((len(have & need), len(have - need), len(need - have))):
            self.counts[name][i] += amount
        self.misses += [Miss(page, name, item, None) for item in sorted(have - need, key=str)]
        self.misses += [Miss(page, name, None, item) for item in sorted(need - have, key=str)]

    def groups(self) -> dict[str, float]:
        """The eight groups, each between 0 and 1."""
        meta = [self.share(name) for name in META] + [self.f1("captions")]
        asked = [self.share(f"ind.{name}") for name in ATTRIBUTES if self.shares.get(f"ind.{name}")]
        return {
            "meta": sum(meta) / len(meta),
            "place": sum(self.share(f"place.{name}") for name in PLACE) / len(PLACE),
            "meeting": sum(self.share(f"meeting.{name}") for name in MEETING) / len(MEETING),
            "official_names": self.f1("names"),
            "positions": self.f1("positions"),
            "roles": self.f1("roles"),
            "indicators": self.f1("indicators"),
            "indicator_attributes": sum(asked) / len(asked) if asked else 0.0,
        }

    def overall(self) -> float:
        groups = self.groups()
        return sum(groups.values()) / len(groups)


def score_pages(gold: dict[str, Json], records: dict[str, Json]) -> Score:
    """Score records by page name; a page without a record misses everything."""
    score = Score()
    for page in sorted(gold):
        score_page(score, page, gold[page], records.get(page))
    return score


def score_page(score: Score, page: str, gold: Json, record: Json | None) -> None:
    if record is None:
        score.misses.append(Miss(page, "record", None, "expected"))
    got = record or {}
    score_meta(score, page, gold, got)
    score_place_and_meeting(score, page, gold, got)
    score_officials(score, page, gold, got)
    score_meeting_name(score, page, gold["meeting"] or {}, got.get("meeting") or {})
    for words, ok in span_checks(got):
        score.check(page, "spans", ok, words, "the words of the fact")
    if record is None:
        score.counts["indicators"][2] += len(gold["indicators"])
    else:
        score_indicators(score, page, gold["indicators"], gold.get("indicators_optional", []), got)


def score_meta(score: Score, page: str, gold: Json, got: Json) -> None:
    accept = gold.get("accept", {})
    title = got.get("title")
    ok = plain(title, case=True) == plain(gold["title"], case=True)
    score.check(page, "title", ok and got, title, gold["title"])
    have, want = got.get("published_at") or "", gold["published_at"] or ""
    score.check(page, "published_date", got and have[:10] == want[:10], have, want)
    times = [want[11:16] or None, *accept.get("published_time", [])]
    score.check(page, "published_time", got and (have[11:16] or None) in times, have, want)
    for name in ("author", "captured_on"):
        ok = same(name, got.get(name), gold[name], accept.get(name, []))
        score.check(page, name, got and ok, got.get(name), gold[name])
    score_captions(score, page, gold, got)
    score_body(score, page, gold, got.get("body") or "")


def score_captions(score: Score, page: str, gold: Json, got: Json) -> None:
    """Each caption against the one of gold that is most like it."""
    left = list(gold["captions"])
    for caption in got.get("captions") or []:
        best = max(left, key=lambda other: likeness(caption, other), default=None)
        if best is not None and likeness(caption, best) >= ALIKE_CAPTION:
            left.remove(best)
            score.counts["captions"][0] += 1
        else:
            score.counts["captions"][1] += 1
            score.misses.append(Miss(page, "captions", caption, None))
    score.counts["captions"][2] += len(left)
    score.misses += [Miss(page, "captions", None, caption) for caption in left]


def score_body(score: Score, page: str, gold: Json, text: str) -> None:
    """The forty characters at either end may cut a word, which is left out."""
    body = plain(text, case=True) or ""
    starts = [gold["body_starts"], *gold.get("body_starts_accept", [])]
    ok = any(body.startswith(plain(s.rsplit(" ", 1)[0], case=True) or "") for s in starts)
    score.check(page, "body_start", body and ok, text[:40], gold["body_starts"])
    end = (plain(gold["body_ends"].split(" ", 1)[-1], case=True) or "").rstrip(" ./…")
    score.check(
        page, "body_end", body and body.rstrip(" ./…").endswith(end), text[-40:], gold["body_ends"]
    )
    tests = [(x, (plain(x, case=True) or "") not in body) for x in gold["body_excludes"]]
    tests += [
        (f"{x} (once)", body.count(plain(x, case=True) or "") <= 1)
        for x in gold.get("body_once", [])
    ]
    share = sum(ok for _, ok in tests) / len(tests) if tests and body else float(bool(body))
    score.shares["body_excludes"].append(share)
    score.misses += [Miss(page, "body_excludes", text, None) for text, ok in tests if not ok]


def score_place_and_meeting(score: Score, page: str, gold: Json, got: Json) -> None:
    accept = gold.get("accept", {})
    for group, names in (("place", PLACE), ("meeting", MEETING)):
        have, want = got.get(group) or {}, gold[group] or {}
        for name in names:
            others = accept.get(group, {}).get(name, [])
            ok = same(name, have.get(name), want.get(name), others)
            score.check(page, f"{group}.{name}", got and ok, have.get(name), want.get(name))


def score_meeting_name(score: Score, page: str, want: Json, got: Json) -> None:
    """Names are free text: alike is right. Pages without a meeting are not counted."""
    if want.get("name"):
        ok = likeness(want["name"], got.get("name")) >= ALIKE
        score.check(page, "meeting.name", ok, got.get("name"), want["name"])


def same(name: str, got: object, want: object, others: list[Any]) -> bool:
    return key(name, got) in [key(name, value) for value in (want, *others)]


def key(name: str, value: object) -> object:
    """What counts of a value: numbers as numbers, terms without spaces, authors in any order."""
    if value is None or value == "":
        return None
    if name in {"ordinal", "congress"}:
        return number(value)
    if name == "term":
        return re.sub(r"\s+", "", (plain(value) or "").replace("/", "-"))
    if name == "author":
        return frozenset(plain(part) for part in re.split(r"\s*;\s*", str(value)) if part)
    return plain(value)


# --- officials


def score_officials(score: Score, page: str, gold: Json, got: Json) -> None:
    wanted = {plain(official["name"]): official for official in gold["officials"]}
    optional = {plain(name) for name in gold.get("officials_optional", [])} - set(wanted)
    named: set[str | None] = set()
    positions: set[tuple[str | None, Any]] = set()
    roles: set[tuple[str | None, str]] = set()
    for official in got.get("officials") or []:
        name = plain(official.get("name"))
        if name in optional:
            continue
        if name in named:
            score.counts["names"][1] += 1
        named.add(name)
        want = wanted.get(name, {})
        positions |= {(name, title) for title in titles(official, want)}
        spare = set(want.get("roles_optional", []))
        roles |= {(name, role) for role in official.get("roles") or [] if role not in spare}
    score.count(page, "names", named, set(wanted))
    need = {(n, plain(t)) for n, official in wanted.items() for t in official["positions"]}
    score.count(page, "positions", positions, need)
    need_roles = {(n, role) for n, official in wanted.items() for role in official["roles"]}
    score.count(page, "roles", roles, need_roles)


def titles(official: Json, want: Json) -> set[str | None]:
    """The posts as gold words them; optional ones that gold does not ask for are left out."""
    asked = {plain(title) for title in want.get("positions", [])}
    worded = {
        plain(other): plain(title)
        for title, others in (want.get("positions_accept") or {}).items()
        for other in others
    }
    spare = {plain(title) for title in want.get("positions_optional", [])} - asked
    found = {plain(title) for title in official.get("positions") or []}
    return {title if title in asked else worded.get(title, title) for title in found} - spare
