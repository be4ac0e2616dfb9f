"""A large index out of a small one: its segments so many times over, their articles with new numbers.

Words, postings and lengths are as large as those of so many articles; only the vocabulary does not grow.
"""

from archive.search.backends.whoosh_arrays import contents, writing
from archive.search.backends.whoosh_arrays.arrayfile import ArrayFile
from archive.search.backends.whoosh_arrays.contents import Entry

APART = 10_000_000  # between the numbers of two copies


def multiplied(folder, times):
    """The folder of the large index, which is made where it is not there."""
    target = folder.with_name(f"{folder.name}-{times}-times")
    if not target.exists():
        target.mkdir()
        entries = []
        for entry in contents.read(folder).entries:
            arrays = ArrayFile(folder / f"{entry.name}.segment").arrays
            for number in range(times):
                ids = arrays["id"] + number * APART
                built = writing.build(target, {**arrays, "id": ids})
                entries.append(Entry(built.name, built.documents, entry.deleted))
        writing.commit(target, entries, lambda _: entries)
    return target
