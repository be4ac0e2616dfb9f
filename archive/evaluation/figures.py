"""Reported figures of a record against those of gold: pairs, their attributes, optional ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from archive.evaluation.comparing import likeness, number, same_unit, same_value

if TYPE_CHECKING:
    from archive.evaluation.scoring import Score

Json = dict[str, Any]
ATTRIBUTES = ("period", "plan_percent", "growth_percent", "kind")
PERCENTS = frozenset({"plan_percent", "growth_percent"})
ALIKE = 0.6  # likeness from which two names of indicators are one


def score_indicators(
    score: Score, page: str, wanted: list[Json], optional: list[Json], got: Json
) -> None:
    found = got.get("indicators") or []
    pairs = matched(found, wanted)
    for i, j in pairs.items():
        score.counts["indicators"][0] += 1
        score_attributes(score, page, found[i], wanted[j])
    spare = list(optional)
    for i, figure in enumerate(found):
        if i in pairs or take(spare, figure):
            continue
        score.counts["indicators"][1] += 1
        score.miss(page, "indicators", told(figure), None)
    for j in sorted(set(range(len(wanted))) - set(pairs.values())):
        score.counts["indicators"][2] += 1
        score.miss(page, "indicators", None, told(wanted[j]))


def told(figure: Json) -> str:
    return f"{figure.get('name')} = {figure.get('value')} {figure.get('unit')}"


def matched(found: list[Json], wanted: list[Json]) -> dict[int, int]:
    """Best pairs first: same value and unit, names alike, then attributes and nearness decide."""
    edges = []
    for i, figure in enumerate(found):
        for j, want in enumerate(wanted):
            units = [want["unit"], *want.get("unit_accept", [])]
            if same_value(figure, want) and same_unit(figure.get("unit"), units):
                alike = max(
                    likeness(figure.get("name"), n)
                    for n in (want["name"], *want.get("name_accept", []))
                )
                if alike >= ALIKE:
                    bonus = 0.2 * sum(attribute_agrees(name, figure, want) for name in ATTRIBUTES)
                    edges.append((alike + bonus, -abs(i - j), i, j))
    pairs: dict[int, int] = {}
    for _, _, i, j in sorted(edges, reverse=True):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def attribute_agrees(name: str, figure: Json, want: Json) -> bool:
    accepted = [want.get(name), *want.get(f"{name}_accept", [])]
    if name in PERCENTS:
        return number(figure.get(name)) in [number(value) for value in accepted]
    return (figure.get(name) or None) in accepted


def score_attributes(score: Score, page: str, figure: Json, want: Json) -> None:
    """Percentages count only where the page or the record has one: many nulls would hide errors."""
    for name in (*ATTRIBUTES, "compared_with"):
        ok = attribute_agrees(name, figure, want)
        if name in {*PERCENTS, "compared_with"} and ok and not figure.get(name):
            continue
        label = f"{want['name']} = {want['value']}: {figure.get(name)}"
        score.check(page, f"ind.{name}", ok, label, want.get(name))
    if want.get("parent"):
        ok = likeness(want["parent"], figure.get("parent")) >= ALIKE
        score.check(page, "ind.parent", ok, figure.get("parent"), want["parent"])


def take(spare: list[Json], figure: Json) -> bool:
    """Whether an optional entry stands for the figure; each stands for one."""
    for entry in spare:
        if stands_for(entry, figure):
            spare.remove(entry)
            return True
    return False


def stands_for(entry: Json, figure: Json) -> bool:
    value, wanted = number(figure.get("value")), number(entry["value"])
    if value != wanted:
        return False
    if value is None:
        return any(
            likeness(figure.get("name"), n) >= 0.5
            for n in (entry["name"], *entry.get("name_accept", []))
        )
    return same_unit(figure.get("unit"), [entry["unit"], *entry.get("unit_accept", [])])
