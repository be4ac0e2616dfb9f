"""Collects the Vietnamese sentences of code and templates into `locale/`, and compiles the answers.

Vietnamese is what the source says; every other language is a file of translations. A sentence that
has changed keeps no old translation: a wrong one is worse than none. Prints what is untranslated.
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)  # the same sentences give the same files


def sources() -> Iterator[bytes]:
    """As Python: whatever may hold a sentence for readers."""
    for path in sorted((ROOT / "archive").rglob("*.py")):
        if "migrations" not in path.parts:
            yield path.read_bytes()
    for path in sorted((ROOT / "templates").rglob("*")):
        if path.suffix in {".html", ".xml", ".txt"}:
            yield as_python(path.read_text("utf-8"))


def as_python(template: str) -> bytes:
    """Django's own reading of a template's tags, in brackets so that its indentation is no matter."""
    return f"(\n{templatize(template)}\n)".encode()


def collected() -> Catalog:
    catalog = Catalog(project="Kho tin Cấp ủy", charset="utf-8")
    for text in sources():
        found = extract("python", io.BytesIO(text), KEYWORDS, options={"encoding": "utf-8"})
        for _line, message, _comments, context in found:
            catalog.add(message, context=context)
    return catalog


def update(language: str) -> list[str]:
    """Writes both files of a language; returns the sentences that have no translation."""
    folder = ROOT / "locale" / language / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    po = folder / "django.po"
    known = read_po(po.open("rb"), locale=language) if po.exists() else Catalog(locale=language)
    known.update(collected(), no_fuzzy_matching=True)
    known.obsolete.clear()
    known.creation_date = known.revision_date = NO_DAY
    with po.open("wb") as file:
        write_po(file, known, width=100, sort_output=True, omit_header=True, no_location=True)
    with (folder / "django.mo").open("wb") as file:
        write_mo(file, known)
    return [str(m.id) for m in known if m.id and not (m.string and all(m.string))]


if __name__ == "__main__":
    missing = {language: update(language) for language in sys.argv[1:] or ["en"]}
    for language, sentences in missing.items():
        for sentence in sentences:
            print(f"{language}: not translated: {sentence}")
    sys.exit(1 if any(missing.values()) else 0)
