"""Bytes → what the rows are made of. Knows no database, so that any process can do it."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from archive.extraction import extract
from archive.importing.digests import content_hash, digest_of, keys_of
from archive.pages import read
from archive.pages.page import NotAnArticleError, PageError, RawPage

if TYPE_CHECKING:
    from archive.extraction.knowledge import Knowledge
    from archive.extraction.record import Record

LEVEL = 4  # of gzip: higher ones take longer over menus and hardly make them smaller


@dataclass(frozen=True, slots=True)
class Understood:
    """One page and what it says. `raw` has lost its bytes, which stand packed by gzip in `packed`.

    `likeness` and `keys` are the MinHash of the body and the keys of its bands.
    """

    raw: RawPage
    record: Record
    size: int
    sha256: str
    packed: bytes
    content_hash: str
    likeness: bytes
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A page that gives no article, and why. `skipped`: sound, but never an article."""

    name: str
    reason: str
    skipped: bool = False


def understand(raw: RawPage, knowledge: Knowledge) -> Understood | Refused:
    record = recorded(raw, knowledge)
    return record if isinstance(record, Refused) else understood(raw, record)


def recorded(raw: RawPage, knowledge: Knowledge) -> Record | Refused:
    """Read and extract one page; whatever goes wrong with it is its own affair."""
    try:
        return extract(read(raw, knowledge.registry.layout_of(raw.url)), knowledge)
    except NotAnArticleError as error:
        return Refused(raw.name, str(error), skipped=True)
    except PageError as error:
        return Refused(raw.name, str(error))
    except MemoryError:
        return Refused(raw.name, "reading it takes more memory than one page may have")
    except Exception as error:  # noqa: BLE001  (a fault of ours must not cost the other pages)
        return Refused(raw.name, f"reading it failed, please report it: {error!r}")


def understood(raw: RawPage, record: Record) -> Understood:
    digest = digest_of(record.body)
    return Understood(
        raw=replace(raw, content=b""),
        record=record,
        size=len(raw.content),
        sha256=hashlib.sha256(raw.content).hexdigest(),
        packed=gzip.compress(raw.content, LEVEL, mtime=0),
        content_hash=content_hash(record),
        likeness=digest,
        keys=tuple(keys_of(digest)),
    )
