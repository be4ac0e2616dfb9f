"""Annotated pages on disk, and the records that extraction makes of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from archive.extraction import extract
from archive.pages import iter_raw, read
from archive.pages.page import PageError, RawPage

if TYPE_CHECKING:
    from pathlib import Path

    from archive.evaluation.scoring import Json
    from archive.extraction.knowledge import Knowledge


def load_gold(folder: Path) -> dict[str, Json]:
    """Gold by page name (`a01` of `a01.json`)."""
    return {
        path.stem: json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.json"))
    }


def records_of(folder: Path, names: set[str], knowledge: Knowledge) -> dict[str, Json]:
    """Records of the named pages; a page that cannot be read has none."""
    records = {}
    for path in sorted(folder.iterdir()):
        if path.stem not in names or path.suffix == ".json":
            continue
        for raw in iter_raw(path):
            if isinstance(raw, RawPage):
                try:
                    records[path.stem] = extract(read(raw), knowledge).to_json(path.name)
                except PageError:
                    continue
    return records
