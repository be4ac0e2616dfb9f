"""Several segments into the arrays of one, without analysing a text again.

Their words are joined into one table. The postings of a term lie together in each segment, so they are moved
as they lie: terms are sorted, not postings, those of a stretch of the table at a time, and what is done goes
to temporary files. So memory stays bounded, and other threads wait for milliseconds, however large the
segments are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from archive.search.backends.whoosh_arrays.arrayfile import Spools
from archive.search.backends.whoosh_arrays.codes import pack_codes
from archive.search.backends.whoosh_arrays.hints import spelled
from archive.search.backends.whoosh_arrays.inverter import twin_arrays
from archive.search.backends.whoosh_arrays.joining_documents import joined_documents
from archive.search.backends.whoosh_arrays.joining_hints import HALF, Dropped, joined_hints
from archive.search.backends.whoosh_arrays.joining_postings import rows_of_field
from archive.search.backends.whoosh_arrays.joining_words import joined_marks, joined_words, twins
from archive.search.backends.whoosh_arrays.layout import FORMS, PAIRS, STEP, TEXTS
from archive.search.backends.whoosh_arrays.moving import GONE
from archive.search.backends.whoosh_arrays.packed import pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from archive.search.backends.whoosh_arrays.arrayfile import Array, Stored
    from archive.search.backends.whoosh_arrays.joining_postings import Rows
    from archive.search.backends.whoosh_arrays.moving import Source
    from archive.search.backends.whoosh_arrays.segment import Segment


def joined(
    folder: Path, segments: Sequence[Segment], gone: Sequence[Array]
) -> tuple[dict[str, Stored], list[Array]]:
    """The arrays of one segment, and where the documents of each went."""
    places: list[Array] = []
    base = 0
    for dead in gone:
        places.append(np.where(dead, GONE, base + np.cumsum(~dead) - 1).astype("i4"))
        base += int((~dead).sum())
    words, sources = joined_words(folder, segments, places)
    twin = twins(sources, len(words.always))
    arrays = {**words.arrays, **twin_arrays(twin)}
    for name in TEXTS:
        arrays |= joined_field(folder, name, sources, rows_of_field(name, sources, len(twin)))
    marks = joined_marks(sources, words.always, base)
    arrays["words.paired"] = marks
    firsts = np.zeros(len(twin), "i8")
    dropped = Dropped(folder, marks, spelled(words.crcs, twin))
    rows = counted(rows_of_field(PAIRS, sources, len(twin), dropped), firsts)
    arrays |= joined_field(folder, PAIRS, sources, rows)
    arrays |= joined_hints(folder, sources, dropped.keys)
    arrays[f"{PAIRS}.ranges"] = np.append(0, np.cumsum(firsts)).astype("u4")
    return arrays | joined_documents(folder, sources), places


def counted(parts: Iterable[Rows], firsts: Array) -> Iterator[Rows]:
    """Rows of pairs, and how many pairs each first word has."""
    for rows in parts:
        firsts += np.bincount((rows.keys >> HALF).astype("i8"), minlength=len(firsts))
        yield rows


def joined_field(
    folder: Path, name: str, sources: Sequence[Source], parts: Iterable[Rows]
) -> dict[str, Stored]:
    spools = Spools(folder)
    postings = positions = 0
    for rows in parts:
        append(spools, name, rows, postings, positions)
        postings, positions = postings + len(rows.docs), positions + len(rows.places)
    spools.add(f"{name}.start", np.array([postings], "u4"))
    spools.add(f"{name}.steps", np.array([positions] if postings % STEP == 0 else [], "u4"))
    for source in sources:
        for form in FORMS:
            lengths = source.segment.lengths(name, form)[source.kept]
            spools.add(f"{name}.{form}_length", lengths)
    return {**spools.found}


def append(spools: Spools, name: str, rows: Rows, postings: int, positions: int) -> None:
    """Rows behind as many postings and positions, as `inverter.posting_arrays` has them."""
    spools.add(f"{name}.terms", rows.keys.astype("u4"))
    spools.add(f"{name}.start", begins(rows.sizes) + np.uint32(postings))
    spools.add(f"{name}.docs", rows.docs.astype("u2"))
    append_packed(spools, pack_codes(f"{name}.codes", rows.counts, rows.weights), postings)
    steps = begins(rows.counts)[-postings % STEP :: STEP]
    spools.add(f"{name}.steps", steps + np.uint32(positions))
    append_packed(spools, pack(f"{name}.places", rows.places, np.uint16), positions)


def append_packed(spools: Spools, packed: Mapping[str, Array], done: int) -> None:
    """Packed numbers behind as many as are done, by which exceptions are told."""
    for name, array in packed.items():
        spools.add(name, array + np.uint32(done) if name.endswith(".at") else array)


def begins(sizes: Array) -> Array:
    found: Array = (np.cumsum(sizes) - sizes).astype("u4")
    return found
