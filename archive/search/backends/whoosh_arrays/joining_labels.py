"""A list (places, kinds …) of the documents of several segments, as `labels.pack_labels` makes it of their values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from archive.search.backends.whoosh_arrays.strings import pack_strings
from archive.search.backends.whoosh_arrays.uniting import united

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array
    from archive.search.backends.whoosh_arrays.labels import Labels
    from archive.search.backends.whoosh_arrays.moving import Source
    from archive.search.backends.whoosh_arrays.strings import Strings


def joined_labels(name: str, sources: Sequence[Source]) -> dict[str, Array]:
    lists = [source.segment.labels(name) for source in sources]
    names, numbers = joined_names([labels.packed for labels in lists])
    rows: dict[bytes, int] = {}  # numbers of values → number of the row
    row = [
        renumbered(labels, labels.row[source.kept], of_list, rows)
        for labels, source, of_list in zip(lists, sources, numbers, strict=True)
    ]
    values = np.frombuffer(b"".join(rows), "u4")
    there = np.unique(values)
    sizes = [len(key) // values.itemsize for key in rows]
    return {
        **pack_strings(f"in_{name}.names", [names[number] for number in there.tolist()]),
        f"in_{name}.row": np.concatenate(row).astype("u2"),
        f"in_{name}.start": np.cumsum([0, *sizes]).astype("u4"),
        f"in_{name}.values": there.searchsorted(values).astype("u4"),
    }


def joined_names(tables: Sequence[Strings]) -> tuple[list[bytes], list[Array]]:
    """All names, and for each table the numbers of its names among them."""
    found: list[bytes] = []
    numbers = [np.empty(len(table), "u4") for table in tables]
    for names, parts in united(tables):
        for of_table, part in zip(numbers, parts, strict=True):
            of_table[part.low : part.high] = part.places + len(found)
        found += names
    return found, numbers


def renumbered(labels: Labels, used: Array, numbers: Array, rows: dict[bytes, int]) -> Array:
    """The rows of documents with their new numbers; those that are new are added in the documents' order."""
    each, first = np.unique(used, return_index=True)
    found = np.zeros(len(labels.start), "i8")
    values = numbers[labels.values]
    for number in each[np.argsort(first)].tolist():
        key = values[labels.start[number] : labels.start[number + 1]].tobytes()
        found[number] = rows.setdefault(key, len(rows))
    of_documents: Array = found[used]
    return of_documents
