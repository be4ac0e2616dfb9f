"""Builds fixtures/sources/portals.csv from the list of hosts that were seen in real addresses.

    .venv/bin/python -m scripts.build_sources

Places become slugs of the gazetteer; each source gets a slug from its host and path.
"""

from __future__ import annotations

import csv
from pathlib import Path

from archive.gazetteer import Gazetteer
from archive.vietnamese.fold import slugify_vi

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
SEEN = FIXTURES / "gazetteer" / "sources" / "portals.csv"
HEADER = ("slug", "host", "path_prefix", "name", "level", "place", "layout", "confidence")
LAYOUTS = {"SharePoint": "sharepoint", "Liferay": "liferay", "NukeViet": "nukeviet"}


def place_slug(gazetteer: Gazetteer, row: dict[str, str]) -> str:
    """The slug of the row's district, else of its province, empty where it has none."""
    province = next((u for u in gazetteer.named(row["province"]) if u.level == "province"), None)
    if province is None:
        return ""
    if not row["district"]:
        return province.slug
    inside = [
        u
        for u in gazetteer.named(row["district"])
        if u.level == "district" and u.parent == province.slug
    ]
    exact = [u for u in inside if u.kind == row["district_kind"]]
    return (exact or inside or [province])[-1].slug


def main(folder: Path = FIXTURES / "sources") -> None:
    gazetteer = Gazetteer.load(FIXTURES / "gazetteer")
    rows = []
    with SEEN.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            slug = slugify_vi(f"{row['host'].removeprefix('www.')}{row['path_prefix']}")
            rows.append(
                (slug, row["host"].removeprefix("www."), row["path_prefix"], row["name"], row["level"],
                 place_slug(gazetteer, row), LAYOUTS.get(row["software"], ""), row["confidence"])
            )  # fmt: skip
    with (folder / "portals.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(sorted(set(rows)))
    print(f"portals.csv: {len(rows)} rows")


if __name__ == "__main__":
    main()
