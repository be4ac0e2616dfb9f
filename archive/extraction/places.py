"""Where a page belongs: evidence from its address, its furniture and its words is weighed.

A unit is named by a kind or a committee and a name (`Thị ủy Duy Tiên`, `huyện Nam Sách`). Weights say
how much each place of the page counts; a name that several provinces have is settled by what else the
page says of provinces, or not at all.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.extraction.record import PlaceFact
from archive.gazetteer.spelling import name_key
from archive.gazetteer.sources import place_labels
from archive.vietnamese.normalise import shadow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from archive.extraction.text import Passage
    from archive.gazetteer import Gazetteer, SourceRegistry, Unit
    from archive.pages.page import Page

# Weight of a name by where it stands. The page's own words outrank its host, which may carry others'.
TITLE, BARE_TITLE, LEAD, BODY, CAPTION, FURNITURE, HOST, DATELINE = (
    6.0,
    4.0,
    4.0,
    1.0,
    1.0,
    3.0,
    5.0,
    6.0,
)
HOSTING = 3.0  # `tại huyện Quỳ Hợp`: where two places meet, the one where they meet
MOST_BODY = 4.0  # what repetition in the body can add
ENOUGH = 4.0  # a place must weigh this much; less is a passing mention
PROVINCIAL = 4.0  # a body of the province that acts in the headline or the lead
OPENING = 140  # code points of the lead in which the one that acts is named
LONGEST = 5  # words of a unit's name

HOST_PREFIX = re.compile(r"^(?:tinhuy|huyenuy|thanhuy|thiuy|quanuy|huyen|tx|tp|bao)|\d+$")
KIND_WORDS = {
    "tỉnh": "tỉnh", "thành phố": "thành phố", "tp": "thành phố", "tp.": "thành phố",
    "thị xã": "thị xã", "tx": "thị xã", "tx.": "thị xã", "huyện": "huyện", "quận": "quận",
    "q.": "quận", "xã": "xã", "phường": "phường", "p.": "phường", "đặc khu": "đặc khu",
    "tỉnh ủy": "tỉnh", "thành ủy": "thành phố", "thị ủy": "thị xã", "huyện ủy": "huyện",
    "quận ủy": "quận", "thành đoàn": "thành phố", "huyện đoàn": "huyện", "đảng bộ": "",
    "hđnd": "", "ubnd": "", "bch đảng bộ": "", "đảng ủy": "",
}  # fmt: skip
HEAD = re.compile(
    r"(?<![\w])(?:"
    + "|".join(sorted(map(re.escape, KIND_WORDS), key=len, reverse=True))
    + r")\s?(?=[A-ZĐÀ-Ỹ0-9])",
    re.IGNORECASE,
)
NAME = re.compile(r"(?:[^\W\d_][\w'’]*|\d{1,2})(?:(?: | ?- ?)[^\W\d_][\w'’]*)*")
STEP = re.compile(r"( ?- ?| )")
CAPITAL = re.compile(r"[A-ZĐÀ-Ỹ0-9]")
AT = re.compile(r"\btại (?:hội trường |trụ sở |trung tâm hội nghị )?$", re.IGNORECASE)
# A body of the province as the one that acts: `UBND tỉnh tổ chức`, `Ban Thường vụ Tỉnh ủy họp`.
PROVINCE_ACTS = re.compile(
    r"\b(?:tỉnh ủy|ubnd tỉnh|hđnd tỉnh|ủy ban nhân dân tỉnh|hội đồng nhân dân tỉnh|đảng bộ tỉnh)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Naming:
    """A unit named on the page: its name, its kind where a word says it, and its weight."""

    name: str
    kind: str
    weight: float
    where: str


def resolve_place(
    page: Page,
    passages: Sequence[Passage],
    gazetteer: Gazetteer,
    registry: SourceRegistry,
    on: date | None,
) -> PlaceFact | None:
    """The place of a page as on the day, None where the evidence does not settle it."""
    namings = [*text_namings(passages, gazetteer), *furniture_namings(page, gazetteer)]
    known = known_slugs(page, gazetteer, registry)
    provinces = province_evidence(namings, known, gazetteer, on)
    below = weigh(namings, known, provinces, gazetteer, on)
    best = settle(below, provinces)
    if best is not None and not belongs_to_province(passages, below[best]):
        return fact(best, gazetteer, on, min(0.99, 0.5 + below[best] / 30))
    if provinces and (best is not None or acts(passages) or strong(provinces)):
        province = max(provinces, key=lambda slug: provinces[slug])
        if is_alone(provinces, province):
            return fact(province, gazetteer, on, min(0.95, 0.5 + provinces[province] / 30))
    return None


# --- what the words name


def text_namings(passages: Sequence[Passage], gazetteer: Gazetteer) -> Iterator[Naming]:
    for passage in passages:
        if passage.where == "title":
            yield from headed(passage.shadow, TITLE, "title", gazetteer)
            yield from bare(passage.shadow, BARE_TITLE, "title", gazetteer)
        elif passage.where == "captions":
            yield from headed(passage.shadow, CAPTION, "captions", gazetteer)
        else:
            lead, _, rest = passage.shadow.partition("\n\n")
            yield from headed(lead, LEAD, "lead", gazetteer)
            yield from headed(rest, BODY, "body", gazetteer)


def furniture_namings(page: Page, gazetteer: Gazetteer) -> Iterator[Naming]:
    """Names in the site's own lines: near the top and the bottom, not the other articles' titles."""
    near = (*page.furniture[:12], *page.furniture[-6:])
    for line in dict.fromkeys(near):
        if len(line) < 160:
            yield from headed(shadow(line), FURNITURE, "furniture", gazetteer)


def headed(text: str, weight: float, where: str, gazetteer: Gazetteer) -> Iterator[Naming]:
    for match in HEAD.finditer(text):
        name = longest_name(text, match.end(), gazetteer)
        if name:
            kind = KIND_WORDS[match[0].strip().casefold()]
            hosting = (
                HOSTING
                if where in {"title", "lead"} and AT.search(text[: match.start()][-40:])
                else 0
            )
            yield Naming(name, kind, weight + hosting, where)


def longest_name(text: str, start: int, gazetteer: Gazetteer) -> str | None:
    """The longest run of words from here that is the name of a unit."""
    match = NAME.match(text, start)
    if match is None:
        return None
    parts = STEP.split(match[0], maxsplit=LONGEST)
    for count in range(min(len(parts), 2 * LONGEST - 1), 0, -1):
        name = "".join(parts[:count]).strip(" -")
        if CAPITAL.match(name) and name_key(name) in gazetteer.by_name:
            return name
    return None


def bare(text: str, weight: float, where: str, gazetteer: Gazetteer) -> Iterator[Naming]:
    """Names of two words or more without a kind in front, as headlines have them (`Quỳ Hợp: …`)."""
    if text.isupper():
        return
    covered = {m.end() for m in HEAD.finditer(text)}
    position = 0
    for match in re.finditer(r"\b[A-ZĐÀ-Ỹ][\w'’]*", text):
        if match.start() < position or match.start() in covered:
            continue
        name = longest_name(text, match.start(), gazetteer)
        if name and " " in name and all(CAPITAL.match(w) for w in re.split(r"[ -]+", name)):
            yield Naming(name, "", weight, where)
            position = match.start() + len(name)


# --- what is known without reading


def known_slugs(page: Page, gazetteer: Gazetteer, registry: SourceRegistry) -> dict[str, float]:
    """Places by the dateline's code and by the address of the page."""
    known: dict[str, float] = defaultdict(float)
    dateline = registry.place_of_dateline(page.dateline)
    if dateline:
        known[dateline] += DATELINE
    if page.url:
        entry = registry.match(page.url)
        slug = entry.place if entry else guess_from_host(page.url, gazetteer)
        if slug:
            known[slug] += HOST
    return known


def guess_from_host(url: str, gazetteer: Gazetteer) -> str | None:
    """District or province whose unaccented name a label of the host spells."""
    host = url.split("//", 1)[-1].split("/", 1)[0]
    province: str | None = None
    for label in place_labels(host):
        units = gazetteer.spelled(HOST_PREFIX.sub("", label))
        inside = {u.slug for u in units if u.level == "district" and province in {None, u.parent}}
        if len(inside) == 1 and (province or not any(u.level == "province" for u in units)):
            return inside.pop()
        province = province or next((u.slug for u in units if u.level == "province"), None)
    return province


# --- weighing


def units_named(naming: Naming, gazetteer: Gazetteer, on: date | None) -> list[Unit]:
    """The units that a naming can mean on the day; of the said kind where there are such."""
    units = [u for u in gazetteer.named(naming.name, on) if on or u.level != "commune"]
    of_kind = [u for u in units if u.kind == naming.kind]
    if naming.kind and not of_kind:
        return [
            u
            for u in units
            if u.level == "district" and naming.kind in {"huyện", "thị xã", "thành phố", "quận"}
        ]
    return of_kind or units


def province_evidence(
    namings: Iterable[Naming], known: Mapping[str, float], gazetteer: Gazetteer, on: date | None
) -> dict[str, float]:
    """How much speaks for each province, by itself or through its districts."""
    weights: dict[str, float] = defaultdict(float)
    for slug, weight in known.items():
        weights[slug.split("/")[0]] += weight
    seen: Counter[str] = Counter()
    for naming in namings:
        units = units_named(naming, gazetteer, on)
        provinces = {u.slug for u in units if u.level == "province"}
        if provinces and (naming.kind or not any(u.level != "province" for u in units)):
            slug = min(provinces)
            seen[slug] += 1
            if seen[slug] <= 4:
                weights[slug] += naming.weight
    return weights


def weigh(
    namings: Sequence[Naming],
    known: Mapping[str, float],
    provinces: Mapping[str, float],
    gazetteer: Gazetteer,
    on: date | None,
) -> dict[str, float]:
    """Weight of each district or commune that is named or known."""
    weights: dict[str, float] = defaultdict(float)
    body: dict[str, float] = defaultdict(float)
    for slug, weight in known.items():
        if "/" in slug:
            weights[slug] += weight
    counted: set[tuple[str, str]] = set()
    for naming in namings:
        for slug in {u.slug for u in units_named(naming, gazetteer, on) if u.level != "province"}:
            if naming.where == "body":
                body[slug] = min(MOST_BODY, body[slug] + naming.weight)
            elif (slug, naming.where) not in counted:
                counted.add((slug, naming.where))
                weights[slug] += naming.weight
    total = {slug: weights[slug] + body[slug] for slug in {*weights, *body}}
    return {
        slug: w + min(3.0, provinces.get(slug.split("/")[0], 0) / 2) for slug, w in total.items()
    }


def settle(weights: dict[str, float], provinces: Mapping[str, float]) -> str | None:
    """The heaviest place; None where it is light, or a namesake in another province weighs as much."""
    if not weights:
        return None
    best = max(weights, key=lambda slug: (weights[slug], provinces.get(slug.split("/")[0], 0)))
    rivals = [
        slug
        for slug, weight in weights.items()
        if slug != best and slug.split("/")[1] == best.split("/")[1] and weight >= weights[best]
    ]
    own = weights[best] - min(3.0, provinces.get(best.split("/")[0], 0) / 2)
    return None if rivals or own < ENOUGH else best


def acts(passages: Sequence[Passage]) -> bool:
    """Whether a body of the province stands in the headline, or as the one that acts in the lead."""
    near = [p.shadow if p.where == "title" else p.shadow[:OPENING] for p in passages[:2]]
    return any(PROVINCE_ACTS.search(text) for text in near)


def belongs_to_province(passages: Sequence[Passage], weight: float) -> bool:
    """A provincial body acts and the district is only mentioned."""
    return acts(passages) and weight < ENOUGH + PROVINCIAL


def strong(provinces: Mapping[str, float]) -> bool:
    return max(provinces.values()) >= TITLE


def is_alone(provinces: Mapping[str, float], best: str) -> bool:
    return all(weight < provinces[best] for slug, weight in provinces.items() if slug != best)


def fact(slug: str, gazetteer: Gazetteer, on: date | None, confidence: float) -> PlaceFact:
    unit = gazetteer.at(slug, on)
    if unit is None:
        raise LookupError(f"the gazetteer has no place {slug!r}")
    province = gazetteer.province_of(unit, on)
    return PlaceFact(
        province=province.name,
        district=unit.name if unit.level == "district" else None,
        kind=unit.kind,
        slug=slug,
        rule="place.evidence",
        confidence=round(confidence, 2),
    )
