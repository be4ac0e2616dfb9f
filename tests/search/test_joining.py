"""Segments joined are the segment that is made of all their documents at once."""

import tracemalloc

import numpy as np
import pytest

from archive.search.backends.whoosh_arrays import (
    arrayfile,
    bodies,
    joining,
    joining_documents,
    joining_hints,
    joining_postings,
    uniting,
    writing,
)
from archive.search.backends.whoosh_arrays.batch import Batch
from archive.search.backends.whoosh_arrays.cache import Cache
from archive.search.backends.whoosh_arrays.segment import Segment
from archive.search.document import Subject
from tests.search.documents import DOCUMENTS, document

LONG = " ".join(f"từ {n % 300} trong bài" for n in range(20_000))  # positions beyond two bytes
MANY = [document(n, f"bài {n}", f"Kinh Môn {n % 7} họp\n\nlần thứ {n}") for n in range(10, 60)]
ROWS = [[*DOCUMENTS[:2], document(5, "Dài", LONG)], list(DOCUMENTS[2:]), MANY]


def built(folder, documents):
    batch = Batch()
    for each in documents:
        batch.add(each)
    entry = writing.build(folder, batch.arrays())
    return folder / f"{entry.name}.part"


def joined(folder, rows, gone):
    segments = [Segment(built(folder, documents), Cache(1000)) for documents in rows]
    arrays, places = joining.joined(folder, segments, gone)
    entry = writing.build(folder, arrays)
    return arrayfile.ArrayFile(folder / f"{entry.name}.part").arrays, places


@pytest.mark.parametrize("stretch", [1, 100, 500_000])
def test_whatever_is_moved_at_once(tmp_path, monkeypatch, stretch):
    monkeypatch.setattr(joining_postings, "STRETCH", stretch)
    monkeypatch.setattr(joining_hints, "DOCUMENTS", 100 * stretch)
    monkeypatch.setattr(joining_hints, "AT_ONCE", stretch)
    monkeypatch.setattr(joining_documents, "COPIED", stretch)
    monkeypatch.setattr(uniting, "AT_ONCE", stretch)
    gone = [np.zeros(len(rows), bool) for rows in ROWS]
    found, _ = joined(tmp_path, ROWS, gone)
    whole = arrayfile.ArrayFile(built(tmp_path, [each for rows in ROWS for each in rows])).arrays
    assert found.keys() == whole.keys()
    for name, array in whole.items():
        assert found[name].dtype == array.dtype, name
        assert found[name].tolist() == array.tolist(), name


def test_what_is_deleted_is_left_out(tmp_path):
    """All but the table of words, which may keep some that no document has any more."""
    gone = [np.arange(len(rows)) % 2 == 0 for rows in ROWS]
    gone[1][:] = True
    found, places = joined(tmp_path, ROWS, gone)
    left = [
        e
        for rows, g in zip(ROWS, gone, strict=True)
        for e, no in zip(rows, g, strict=True)
        if not no
    ]
    whole = arrayfile.ArrayFile(built(tmp_path, left)).arrays
    for name in (
        "all.docs",
        "pairs.docs",
        "all.start",
        "pairs.start",
        "all.places",
        "pairs.places",
        "body.bytes",
    ):
        assert found[name].tolist() == whole[name].tolist(), name
    assert [p.tolist()[:3] for p in places] == [[-1, 0, -1], [-1, -1], [-1, 1, -1]]


def test_bodies_with_dictionaries_of_their_own(tmp_path, monkeypatch):
    monkeypatch.setattr(bodies, "SAMPLES", 20)
    rows = [MANY[:25], MANY[25:], ROWS[0]]
    found, _ = joined(tmp_path, rows, [np.zeros(len(some), bool) for some in rows])
    read = bodies.Bodies(found)
    assert len(read.dictionaries) == 2
    assert [read[doc] for doc in range(len(read.frames))] == [e.body for r in rows for e in r]


def test_nothing_is_left_in_the_folder(tmp_path):
    joined(tmp_path, ROWS, [np.zeros(len(rows), bool) for rows in ROWS])
    assert {path.suffix for path in tmp_path.iterdir()} == {".part"}


@pytest.fixture
def little_at_once(monkeypatch):
    monkeypatch.setattr(arrayfile, "COPIED", 1000)
    monkeypatch.setattr(joining_documents, "COPIED", 1000)
    monkeypatch.setattr(joining_postings, "STRETCH", 1000)
    monkeypatch.setattr(joining_hints, "DOCUMENTS", 1000)
    monkeypatch.setattr(uniting, "AT_ONCE", 1000)


@pytest.mark.usefixtures("little_at_once")
def test_memory_hardly_grows_with_what_is_joined(tmp_path):
    """Postings, words and subjects go to the disk; what stays is some numbers for each word."""
    few, many = (peak(tmp_path, segments) for segments in (4, 16))
    assert many < 1.5 * few


def peak(folder, segments):
    rows = [[telling(40 * n + i) for i in range(40)] for n in range(segments)]
    opened = [Segment(built(folder, some), Cache(1000)) for some in rows]
    tracemalloc.start()
    joining.joined(folder, opened, [np.zeros(len(some), bool) for some in rows])
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def telling(number):
    """A document of words, and of a meeting, that no other has."""
    body = " ".join(f"số {n} từ{number}x{n}" for n in range(30))
    meeting = Subject("meeting", str(number), f"Hội nghị lần thứ {number} bàn về nhiều việc")
    return document(number, f"Bài {number}", body, subjects=(meeting,))
