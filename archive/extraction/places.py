"""Where a page belongs: evidence from its address, its furniture and its words is weighed.

Weights add up over the places of a page where a unit is named (`place_namings`). A name that several
provinces have is settled by what else the page says of provinces, neighbours and communes, or not at
all. A body of the province that acts makes a page of the province.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from archive.extraction.place_namings import COMMUNE_KINDS, read_namings
from archive.extraction.record import PlaceFact
from archive.gazetteer.lineage import REFORM
from archive.gazetteer.sources import guess_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from archive.extraction.place_namings import Naming, Namings
    from archive.extraction.text import Passage
    from archive.gazetteer import Gazetteer, SourceRegistry, Unit
    from archive.pages.page import Page

# The page's own words (`place_namings.WEIGHTS`) outrank its host, which may carry others' news.
KNOWN = {"host": 5.0, "dateline": 6.0}
MOST_BODY = 4.0  # what repetition in the body can add
ENOUGH = 4.0  # a place must weigh this much; less is a passing mention
PROVINCIAL = 4.0  # so much more where a body of the province acts
STRONG = 6.0  # a province that may stand without a body that acts
MOST_SUPPORT = 3.0  # what the province can add to a unit in it
NEIGHBOUR, MOST_NEIGHBOURS = 0.7, 3.0  # an unmistakable unit of a province speaks for the province
LIKENESS = 1.0  # the kinds that the page speaks of are those of the unit and of its province
COMMUNES, CLEARLY = 3, 2.0  # communes that only one district has; how far ahead of the next
MARGIN = 0.25  # namesakes nearer than this are not told apart
OPENING = 140  # code points of the lead in which the one that acts is named

DISTRICTS = frozenset(("huyện", "thị xã", "quận", "thành phố"))
UNDER = frozenset(("huyện", "thị xã", "quận"))  # whose superior tells the kind of the province
# The level of the body that acts: `UBND tỉnh tổ chức`, `Ban Thường vụ Tỉnh ủy họp`, `Đảng bộ huyện`.
BODY = r"(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|đảng bộ|mttq(?: việt nam)?|ủy ban mttq(?: việt nam)?)"
LEVELS = (
    ("province", re.compile(rf"\b(?:tỉnh ủy|{BODY} tỉnh)\b(?! viên)")),
    ("city", re.compile(rf"\b(?:thành ủy|{BODY} (?:thành phố|tp))\b(?! viên)")),
    ("below", re.compile(
        rf"\b(?:(?:huyện|thị|quận) ủy|đảng ủy (?:xã|phường|đặc khu|thị trấn)|"
        rf"{BODY} (?:huyện|thị xã|tx|quận|xã|phường|đặc khu|thị trấn))\b(?! viên)")),
)  # fmt: skip


def resolve_place(
    page: Page,
    passages: Sequence[Passage],
    gazetteer: Gazetteer,
    registry: SourceRegistry,
    on: date | None,
) -> PlaceFact | None:
    """The place of a page as on the day, None where the evidence does not settle it."""
    namings = read_namings(page, passages, gazetteer)
    ballot = Ballot()
    count_known(ballot, page, gazetteer, registry, on)
    for naming in namings.named:
        count_naming(ballot, naming, gazetteer, on)
    levels = acting_levels(passages)
    count_communes(ballot, namings.named, on, gazetteer, alone="below" in levels)
    kinds = Counter(naming.kind for naming in namings.named) + namings.kinds
    best = settle(ballot, kinds, gazetteer, on)
    above = acts_above(levels, ballot, gazetteer, on)
    if best and not (above and ballot.weight(best) < ENOUGH + PROVINCIAL):
        return fact(best, ballot, gazetteer, on, namings)
    province = ballot.province()
    if province and (
        best or above or ("below" not in levels and ballot.weight(province) >= STRONG)
    ):
        return fact(province, ballot, gazetteer, on, namings)
    return None


class Ballot:
    """Weights of units by slug and by where the evidence stood; what a place repeats counts once."""

    def __init__(self) -> None:
        self.votes: dict[str, dict[str, float]] = defaultdict(dict)

    def add(self, slug: str, where: str, weight: float, most: float | None = None) -> None:
        votes = self.votes[slug]
        if most is None:
            votes[where] = max(votes.get(where, 0.0), weight)
        else:
            votes[where] = min(most, votes.get(where, 0.0) + weight)

    def weight(self, slug: str) -> float:
        """What speaks for a unit itself."""
        votes = self.votes.get(slug, {})
        return sum(weight for where, weight in votes.items() if where != "neighbours")

    def support(self, slug: str) -> float:
        """What the page says of the province that a unit lies in."""
        return min(MOST_SUPPORT, sum(self.votes.get(province_of(slug), {}).values()) / 2)

    def below(self) -> list[str]:
        return [slug for slug in self.votes if "/" in slug]

    def province(self) -> str | None:
        """The province for which most speaks, None where two are level."""
        slugs = [slug for slug in self.votes if "/" not in slug and self.weight(slug) > 0]
        best = max(slugs, key=self.weight, default=None)
        level = [slug for slug in slugs if best and self.weight(slug) == self.weight(best)]
        return best if len(level) == 1 else None

    def strongest(self, slug: str) -> str:
        """Where the best evidence for a unit stood."""
        votes = self.votes[slug]
        return max(votes, key=lambda where: votes[where])


def province_of(slug: str) -> str:
    return slug.split("/", maxsplit=1)[0]


# --- counting


def count_known(
    ballot: Ballot, page: Page, gazetteer: Gazetteer, registry: SourceRegistry, on: date | None
) -> None:
    """Places by the dateline's code and by the address of the page, as they stand on the day."""
    dateline = registry.place_of_dateline(page.dateline)
    if dateline:
        count_place(ballot, dateline, "dateline", gazetteer, on)
    if page.url:
        entry = registry.match(page.url)
        guess = None if entry else guess_place(page.url, gazetteer)
        slug = entry.place if entry else guess.place if guess else None
        if slug:
            count_place(ballot, slug, "host", gazetteer, on)


def count_place(
    ballot: Ballot, slug: str, where: str, gazetteer: Gazetteer, on: date | None
) -> None:
    """A known place, or the one that stands for it on the day: the only one, or its namesake."""
    weight = KNOWN[where]
    standing = gazetteer.standing_for(slug, on)
    name = gazetteer.by_slug[slug][-1].name
    same = [s for s in standing if gazetteer.by_slug[s][-1].name == name]
    for own in (standing if len(standing) == 1 else same)[:1]:
        ballot.add(own, where, weight)
    for above in dict.fromkeys(map(province_of, standing or (slug,))):
        ballot.add(above, where, weight)


def count_naming(ballot: Ballot, naming: Naming, gazetteer: Gazetteer, on: date | None) -> None:
    units = units_named(naming, gazetteer, on)
    below = dict.fromkeys(unit.slug for unit in units if unit.level != "province")
    provinces = dict.fromkeys(unit.slug for unit in units if unit.level == "province")
    most = MOST_BODY if naming.where == "body" else None
    for slug in below:
        ballot.add(slug, naming.where, naming.weight, most)
    if len(below) == 1 and not provinces:
        ballot.add(province_of(next(iter(below))), "neighbours", NEIGHBOUR, MOST_NEIGHBOURS)
    if naming.kind or not below:
        for slug in provinces:
            ballot.add(slug, naming.where, naming.weight, most)


def units_named(naming: Naming, gazetteer: Gazetteer, on: date | None) -> list[Unit]:
    """The units that a naming can mean on the day; of the said kind where there are such."""
    units = [
        unit
        for unit in gazetteer.named(naming.name, on)
        if on or unit.level != "commune" or unit.kind == "đặc khu"
    ]
    if not naming.kind:
        return units
    of_kind = [unit for unit in units if unit.kind == naming.kind]
    if of_kind or naming.kind not in DISTRICTS:
        return of_kind
    return [unit for unit in units if unit.level == "district"]


def count_communes(
    ballot: Ballot, named: Iterable[Naming], on: date | None, gazetteer: Gazetteer, *, alone: bool
) -> None:
    """Communes of the past speak for the district that had them; together they can name it alone."""
    if on and on >= REFORM:
        return
    names = {f"{n.kind} {n.name.casefold()}" for n in named if n.kind in COMMUNE_KINDS}
    found: Counter[str] = Counter()
    shares: dict[str, float] = defaultdict(float)
    for name in sorted(names):
        districts = gazetteer.former.get(name, ())
        for slug in districts:
            found[slug] += 1
            shares[slug] += 1 / len(districts)
    ranked = sorted(shares.values(), reverse=True)[:2]
    for slug, share in shares.items():
        clear = share == ranked[0] and (len(ranked) == 1 or share >= CLEARLY * ranked[1])
        if alone and found[slug] >= COMMUNES and clear:
            ballot.add(slug, "communes", ENOUGH + min(2.0, share / 2))
        elif slug in ballot.votes:
            ballot.add(slug, "communes", min(2.0, share))


# --- deciding


def settle(
    ballot: Ballot, kinds: Mapping[str, int], gazetteer: Gazetteer, on: date | None
) -> str | None:
    """The heaviest place; None where it is light, or a namesake elsewhere weighs as much."""
    totals = {
        slug: ballot.weight(slug) + ballot.support(slug) + likeness(slug, kinds, gazetteer, on)
        for slug in ballot.below()
    }
    best = max(totals, key=lambda slug: totals[slug], default=None)
    if best is None or ballot.weight(best) < ENOUGH:
        return None
    names = {unit.name for unit in gazetteer.by_slug[best]}
    rivals = (
        slug
        for slug, total in totals.items()
        if slug != best
        and total > totals[best] - MARGIN
        and names & {unit.name for unit in gazetteer.by_slug[slug]}
    )
    return None if any(rivals) else best


def likeness(slug: str, kinds: Mapping[str, int], gazetteer: Gazetteer, on: date | None) -> float:
    """Whether the page speaks of a unit of this kind, and of a superior like this one's."""
    unit = gazetteer.at(slug, on)
    if unit is None:
        return 0.0
    own = max(DISTRICTS, key=lambda kind: (kinds.get(kind, 0), kind))
    points = LIKENESS if unit.kind == own and kinds.get(own, 0) else 0.0
    if unit.kind in UNDER:
        city, province = kinds.get("thành phố", 0), kinds.get("tỉnh", 0)
        superior = "tỉnh" if province > city else "thành phố" if city > province else None
        points += LIKENESS if superior == gazetteer.kind_of_province(slug, on) else 0.0
    return points


def acting_levels(passages: Sequence[Passage]) -> list[str]:
    """Levels of the bodies in the headline, else in the opening of the lead."""
    title, body = passages[0].low, passages[1].low
    for text in (title, body.split("\n", maxsplit=1)[0][:OPENING]):
        found = [level for level, pattern in LEVELS if pattern.search(text)]
        if found:
            return found
    return []


def acts_above(
    levels: Sequence[str], ballot: Ballot, gazetteer: Gazetteer, on: date | None
) -> bool:
    """Whether a body of a province acts; `Thành ủy` is one where the province is a city."""
    if "province" in levels:
        return True
    province = ballot.province()
    return (
        "city" in levels
        and "below" not in levels
        and province is not None
        and gazetteer.kind_of_province(province, on) == "thành phố"
    )


def fact(
    slug: str, ballot: Ballot, gazetteer: Gazetteer, on: date | None, namings: Namings
) -> PlaceFact:
    unit = gazetteer.at(slug, on)
    if unit is None:
        raise LookupError(f"the gazetteer has no place {slug!r}")
    if on is None:
        unit = as_called(slug, unit, namings.named, gazetteer)
    weight = ballot.weight(slug) + ballot.support(slug)
    return PlaceFact(
        province=gazetteer.province_of(unit, on).name,
        district=unit.name if unit.level == "district" else None,
        kind=unit.kind,
        slug=slug,
        rule=f"place.{ballot.strongest(slug)}",
        confidence=round(min(0.99, 0.5 + weight / 30), 2),
    )


def as_called(slug: str, unit: Unit, named: Iterable[Naming], gazetteer: Gazetteer) -> Unit:
    """Without a day: the unit of the kind that the page calls it most."""
    names = {stretch.name for stretch in gazetteer.by_slug[slug]}
    called = Counter(naming.kind for naming in named if naming.name in names)
    stretches = [s for s in gazetteer.by_slug[slug] if called[s.kind]]
    return max(stretches, key=lambda s: called[s.kind], default=unit)
