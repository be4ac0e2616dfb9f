"""The relevance set on disk: pages, and groups of spellings with graded answers."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.extraction import extract
from archive.pages import iter_raw, read
from archive.pages.page import RawPage
from archive.search.document import Document, sealed

if TYPE_CHECKING:
    from pathlib import Path

    from archive.extraction.knowledge import Knowledge
    from archive.extraction.record import Record

PAGES = "pages.txt"


@dataclass(frozen=True, slots=True)
class Group:
    """One need in several spellings. `grades`: 3 the answer, 2 good, 1 touches it, by page stem."""

    kind: str
    typed: tuple[str, ...]
    bare: tuple[str, ...]
    grades: dict[str, int]


def load_groups(folder: Path) -> list[Group]:
    """All groups of a folder; a file's name is the kind of its groups."""
    return [
        Group(path.stem, tuple(row["typed"]), tuple(row.get("bare", ())), dict(row["grades"]))
        for path in sorted(folder.glob("*.toml"))
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["group"]
    ]


def load_pages(folder: Path, root: Path) -> list[Path]:
    """The pages that `pages.txt` names, below `root`."""
    lines = (folder / PAGES).read_text(encoding="utf-8").splitlines()
    return [root / line for line in lines if line and not line.startswith("#")]


def load_documents(pages: list[Path], knowledge: Knowledge) -> dict[str, Document]:
    """Documents by page stem, as an import would index them; read without a database.

    Raises StopIteration where a page cannot be read.
    """
    documents = {}
    for number, path in enumerate(pages, 1):
        raw = next(raw for raw in iter_raw(path) if isinstance(raw, RawPage))
        documents[path.stem] = document_of(number, extract(read(raw), knowledge), knowledge)
    return documents


def document_of(number: int, record: Record, knowledge: Knowledge) -> Document:
    place, meeting = record.place, record.meeting
    units = knowledge.gazetteer.by_slug.get(place.slug, ()) if place else ()
    province = units[-1].parent if units else None
    lines = [*units, *(knowledge.gazetteer.by_slug[province] if province else ())]
    event, published = meeting.held_on if meeting else None, record.published_at
    return sealed(
        id=number,
        url=f"/bai/{number}/",
        title=record.title or "",
        body=record.body,
        captions=record.captions,
        people=tuple(official.name for official in record.officials),
        places=tuple(slug for slug in (place and place.slug, province) if slug),
        place_names=tuple(dict.fromkeys(unit.name for unit in lines)),
        day=(event or published or record.captured_on or "")[:10],
        date_kind="event" if event else "published" if published else "captured",
        kinds=(meeting.kind,) if meeting else (),
        source="",
        officials=(),
        province_kind=lines[-1].kind if lines else "",
    )
