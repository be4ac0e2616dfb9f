"""What several segments keep of their documents into the arrays of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from archive.search.backends.whoosh_arrays.arrayfile import Spools
from archive.search.backends.whoosh_arrays.inverter import subject_arrays
from archive.search.backends.whoosh_arrays.labels import pack_labels
from archive.search.backends.whoosh_arrays.layout import LISTS
from archive.search.backends.whoosh_arrays.moving import GONE
from archive.search.backends.whoosh_arrays.neighbours import POSITION
from archive.search.backends.whoosh_arrays.strings import pack_strings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from archive.search.backends.whoosh_arrays.arrayfile import Array, Stored
    from archive.search.backends.whoosh_arrays.moving import Source


def joined_documents(folder: Path, sources: Sequence[Source]) -> dict[str, Stored]:
    spools = Spools(folder)
    for source in sources:
        spools.add("id", source.segment.ids[source.kept])
        spools.add("day", source.segment.days[source.kept])
        spools.add("parts", source.segment.parts[source.kept].ravel())
    for source in sources:
        others = source.segment.others
        docs = source.docs[others >> 32]
        spools.add("others", (docs.astype("i8") << 32 | others & POSITION)[docs != GONE])
    arrays: dict[str, Stored] = {**spools.found}
    for name in ("digest", "hit", "body"):
        arrays |= joined_strings(folder, name, sources)
    known = {data for source in sources for data in source.segment.bodies.dictionaries}
    arrays |= pack_strings("dictionaries", sorted(known))
    for name in LISTS:
        labels = [(source.segment.labels(name), source.kept.tolist()) for source in sources]
        arrays |= pack_labels(f"in_{name}", (rows.of(doc) for rows, docs in labels for doc in docs))
    return arrays | joined_subjects(sources)


def joined_strings(folder: Path, name: str, sources: Sequence[Source]) -> dict[str, Stored]:
    spools = Spools(folder)
    spools.add(f"{name}.bytes", np.empty(0, "u1"))
    sizes = [np.zeros(1, "i8")]
    for source in sources:
        strings = source.segment.strings(name)
        bounds = strings.start.astype("i8")
        sizes.append(np.diff(bounds)[source.kept])
        kept = source.kept
        for run in np.split(kept, np.flatnonzero(np.diff(kept) != 1) + 1):
            if len(run):
                low, high = bounds[run[0]], bounds[run[-1] + 1]
                spools.add(f"{name}.bytes", np.asarray(strings.bytes[low:high]))
        source.segment.file.let_go()
    start = np.cumsum(np.concatenate(sizes))
    return {**spools.found, f"{name}.start": start.astype("u4" if start[-1] < 1 << 32 else "u8")}


def joined_subjects(sources: Sequence[Source]) -> dict[str, Array]:
    subjects: dict[str, list[int]] = {}
    for source in sources:
        for number, term in enumerate(source.segment.subjects):
            docs = source.docs[source.segment.docs_of_subject(number)]
            if (docs != GONE).any():
                subjects.setdefault(term.decode(), []).extend(docs[docs != GONE].tolist())
    return subject_arrays(subjects)
