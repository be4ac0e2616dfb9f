"""Builds fixtures/gazetteer/*.csv: units of administration with their dates, and what became of them.

    .venv/bin/python -m scripts.build_gazetteer

Needs the packages of the optional group `gazetteer`. docs/places.md says what the tables cover.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from archive.vietnamese.fold import slugify_vi
from scripts import unit_packages
from scripts.replay import DAY, REFORM, Key, Line, Replay, Stretch, Succession, changes, units
from scripts.unit_packages import Listed

if TYPE_CHECKING:
    from collections.abc import Iterable

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "gazetteer"
SOURCES = FIXTURES / "sources"
UNITS = ("slug", "level", "kind", "name", "parent", "code", "valid_from", "valid_to", "resolution")
SUCCESSIONS = ("effective_on", "kind", "before", "after", "resolution")
DISTRICT = ("district", "communes")
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """A province of 1 July 2025 and the provinces that it was made of."""

    after: Key
    before: list[Key]
    resolution: str


def replayed() -> tuple[Replay, Replay]:
    """Provinces and districts, back to the beginning of the table of changes."""
    provinces = Replay(unit_packages.provinces("admin_units_legacy"))
    districts = Replay(unit_packages.districts())
    for change in reversed(changes(SOURCES / "district_changes.csv")):
        if change.on >= REFORM:
            continue
        if change.of_provinces:
            provinces.undo(change)
            districts.undo_above(change)
        else:
            districts.undo(change)
    return provinces, districts


def merges() -> list[Merge]:
    with (SOURCES / "province_merges_2025.csv").open(encoding="utf-8") as file:
        return [
            Merge(
                Key("", row["after_kind"], row["after_name"]),
                units(row["before_names"], ""),
                row["resolution"],
            )
            for row in csv.DictReader(file)
            if row["resolution"] != "unchanged"
        ]


def continue_provinces(provinces: Replay) -> list[Succession]:
    """Lead the 63 provinces into the 34, then through the changes since; lines are extended in place."""
    codes = {unit.name: unit.code for unit in unit_packages.provinces("admin_units")}
    by_name = {line.newest.name: line for line in provinces.lines}
    found: list[Succession] = []
    merged = {key.name for merge in merges() for key in merge.before}
    for name in codes.keys() - merged:
        by_name[name].stretches[0].valid_to = None
    for merge in merges():
        line = by_name[merge.after.name]
        stretch = Stretch(merge.after, codes[merge.after.name], None, REFORM, merge.resolution)
        line.stretches.insert(0, stretch)
        before = [by_name[key.name] for key in merge.before]
        found.append(Succession(REFORM, "merge", before, [line], merge.resolution))
    for change in changes(SOURCES / "district_changes.csv"):
        if change.on > REFORM:
            line = by_name[change.after[0].name]
            line.stretches[0].valid_to = change.on - DAY
            code = line.stretches[0].code
            line.stretches.insert(
                0, Stretch(change.after[0], code, None, change.on, change.resolution)
            )
            found.append(Succession(change.on, change.kind, [line], [line], change.resolution))
    return found


def slugs_of_districts(lines: Iterable[Line], provinces: dict[str, str]) -> dict[Line, str]:
    """By the newest name; units of one name in one province end in their kind."""
    wanted: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        wanted[f"{provinces[line.newest.above]}/{slugify_vi(line.newest.name)}"].append(line)
    return {
        line: slug if len(group) == 1 else f"{slug}-{slugify_vi(line.newest.kind)}"
        for slug, group in wanted.items()
        for line in group
    }


def unit_rows(level: str, slugs: dict[Line, str], provinces: dict[str, str]) -> list[Row]:
    """A row a stretch; a district's stretches between which only its province changed are one."""
    codes, own = unit_packages.codes_of_2023(), former_codes()
    result = []
    for line, slug in slugs.items():
        known = [s.code or codes.get(Listed(*s.key, ""), "") for s in line.stretches]
        code = next(filter(None, known), "")
        merged: list[Row] = []
        for s in line.stretches:
            if s.valid_from and s.valid_to and s.valid_from > s.valid_to:
                continue  # two changes on one day
            row = (slug, level, s.key.kind, s.key.name, provinces.get(s.key.above, ""),
                   own.get(s.key) or s.code or code, text(s.valid_from), text(s.valid_to), s.resolution)  # fmt: skip
            if level == "district" and merged and merged[-1][1:6] == row[1:6]:
                row = (*row[:7], merged.pop()[7], row[8])
            merged.append(row)
        result += merged
    return result


def former_codes() -> dict[Key, str]:
    """Codes of units that the lists no longer have, or that had another then."""
    with (SOURCES / "former_codes.csv").open(encoding="utf-8") as file:
        return {
            Key(row["province"], row["kind"], row["name"]): row["code"]
            for row in csv.DictReader(file)
        }


def commune_rows(taken: set[str]) -> list[Row]:
    """Today's communes; a name that another unit of the province has or had ends in its kind."""
    groups = defaultdict(list)
    for unit in unit_packages.communes():
        groups[f"{slugify_vi(unit.above)}/{slugify_vi(unit.name)}"].append(unit)
    result = []
    for slug, group in groups.items():
        for unit in group:
            own = (
                slug if len(group) == 1 and slug not in taken else f"{slug}-{slugify_vi(unit.kind)}"
            )
            if own in taken:
                own = f"{own}-{unit.code}"
            taken.add(own)
            result.append((own, "commune", unit.kind, unit.name, slugify_vi(unit.above), unit.code,
                           str(REFORM), "", "202/2025/QH15"))  # fmt: skip
    return result


def succession_rows(found: Iterable[Succession], slugs: dict[Line, str]) -> list[Row]:
    return [
        (str(s.on), s.kind, join(slugs, s.before), join(slugs, s.after), s.resolution)
        for s in found
    ]


def today_rows(districts: list[Row], communes: list[Row]) -> list[Row]:
    """Each district of the last day with the communes that its land went to."""
    last = str(REFORM - DAY)
    district = {row[5]: row[0] for row in districts if row[7] == last}
    commune = {row[5]: row[0] for row in communes}
    return [
        (district[code], " + ".join(sorted(commune[c] for c in after)))
        for code, after in unit_packages.communes_after_districts().items()
    ]


def former_rows(districts: list[Row], provinces: dict[str, str]) -> list[Row]:
    """Each district with the communes it had in April 2023 and in June 2025."""
    slugs = {(row[4], row[2], slugify_vi(row[3])): row[0] for row in districts}
    names: dict[str, set[str]] = defaultdict(set)
    for listed in (unit_packages.communes_of_2023(), unit_packages.communes_of_2025()):
        for unit, communes in listed.items():
            names[slugs[provinces[unit.above], unit.kind, slugify_vi(unit.name)]] |= communes
    return [(slug, "; ".join(sorted(found))) for slug, found in names.items()]


def join(slugs: dict[Line, str], lines: Iterable[Line]) -> str:
    return " + ".join(slugs[line] for line in lines)


def text(value: object) -> str:
    return str(value or "")


def main(folder: Path = FIXTURES) -> None:
    provinces, districts = replayed()
    later = continue_provinces(provinces)
    of_provinces = {line: slugify_vi(line.newest.name) for line in provinces.lines}
    by_name = {s.key.name: slug for line, slug in of_provinces.items() for s in line.stretches}
    of_districts = slugs_of_districts(districts.lines, by_name)
    district_rows = unit_rows("district", of_districts, by_name)
    communes = commune_rows({row[0] for row in district_rows})
    found = [*districts.successions, *provinces.successions, *later]
    tables = {
        "provinces": (UNITS, unit_rows("province", of_provinces, by_name)),
        "districts": (UNITS, district_rows),
        "communes": (UNITS, communes),
        "successions": (SUCCESSIONS, succession_rows(found, of_provinces | of_districts)),
        "district_communes": (DISTRICT, today_rows(district_rows, communes)),
        "former_communes": (DISTRICT, former_rows(district_rows, by_name)),
    }
    for name, (header, rows) in tables.items():
        write(folder / f"{name}.csv", header, rows)


def write(path: Path, header: Row, rows: Iterable[Row]) -> None:
    ordered = sorted(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(ordered)
    print(f"{path.name}: {len(ordered)} rows")


if __name__ == "__main__":
    main()
