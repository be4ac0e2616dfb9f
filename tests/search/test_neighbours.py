"""Pairs that a segment does not keep are found all the same, with the same positions and weights."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.search.backends.whoosh_arrays import joining, joining_hints, neighbours, writing
from archive.search.backends.whoosh_arrays.batch import Batch
from archive.search.backends.whoosh_arrays.cache import Cache
from archive.search.backends.whoosh_arrays.segment import Segment
from archive.search.document import tokens_of
from tests.search.documents import DOCUMENTS, document

WORDS = "hội hỏi nghị nghi UBND nhân dân Kinh Môn 25 tỷ 905 XXV lần thứ chín mươi năm ngày 9/7/2020 \n\n .".split(
    " "
)
text = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
documents = st.builds(
    lambda title, body, captions, people: document(
        1, title, body, captions=captions, people=people
    ),
    text,
    text,
    st.lists(text, max_size=2).map(tuple),
    st.lists(text, max_size=2).map(tuple),
)


def segment_of(folder, rows):
    batch = Batch()
    for each in rows:
        batch.add(each)
    entry = writing.build(folder, batch.arrays())
    return Segment(folder / f"{entry.name}.part", Cache(100_000))


def kept_of(segment):
    return len(segment.file["pairs.terms"])


def check(segment, rows):
    """Every pair of every document: how often, where, and its weight."""
    expected = {}
    for doc, row in enumerate(rows):
        for token in tokens_of(row)["pairs"]:
            for form, pair in (("exact", token.exact), ("folded", token.folded)):
                if all(pair.split(" ")):
                    places, weights = expected.setdefault((form, pair), ([], {}))
                    places.append((doc, token.position))
                    weights[doc] = weights.get(doc, 0) + token.weight
    everywhere = np.arange(len(rows))
    for (form, pair), (places, weights) in expected.items():
        keys = segment.positions("pairs", form, pair, everywhere).tolist()
        assert [(key >> 32, key & 0xFFFFFFFF) for key in keys] == sorted(places), pair
        assert segment.short_keys(form, pair).tolist() == [d << 16 | p for d, p in sorted(places)]
        found = segment.postings("pairs", form, pair)
        assert dict(zip(found.docs.tolist(), found.weights.tolist(), strict=True)) == weights, pair


@pytest.mark.parametrize("share", [0.0, 0.3, 1.1], ids=["all kept", "some kept", "none kept"])
@settings(max_examples=30, deadline=None)
@given(rows=st.lists(documents, min_size=1, max_size=5))
def test_pairs(tmp_path_factory, share, rows):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(neighbours, "SMALL", 0)
        patch.setattr(neighbours, "SHARE", share)
        check(segment_of(tmp_path_factory.mktemp("index"), rows), rows)


@pytest.mark.parametrize("at_once", [50, 1 << 20], ids=["in runs", "in memory"])
@pytest.mark.parametrize("shares", [(0.5, 1.1), (0.0, 0.3), (1.1, 0.0)])
def test_pairs_of_joined_segments(tmp_path, monkeypatch, shares, at_once):
    """What the parts keep differently, the whole keeps of all documents or of none."""
    monkeypatch.setattr(joining_hints, "AT_ONCE", at_once)
    rows = [list(DOCUMENTS[:2]), list(DOCUMENTS[2:])]
    segments = []
    for share, some in zip(shares, rows, strict=True):
        monkeypatch.setattr(neighbours, "SMALL", 0)
        monkeypatch.setattr(neighbours, "SHARE", share)
        segments.append(segment_of(tmp_path, some))
    arrays, _ = joining.joined(tmp_path, segments, [np.zeros(len(some), bool) for some in rows])
    entry = writing.build(tmp_path, arrays)
    joined = Segment(tmp_path / f"{entry.name}.part", Cache(100_000))
    check(joined, [each for some in rows for each in some])
    assert kept_of(joined) <= sum(map(kept_of, segments))


@pytest.mark.parametrize(
    ("documents", "found", "expected"),
    [
        (500, 1, neighbours.COMMON),  # chance rules
        (2000, 599, neighbours.RARE),
        (2000, 600, neighbours.COMMON),
        (60_000, 17_999, neighbours.RARE),
        (60_000, 18_000, neighbours.COMMON),
    ],
)
def test_common_words(documents, found, expected):
    assert neighbours.paired(np.array([False]), np.array([found]), documents).tolist() == [expected]


@pytest.mark.parametrize("word", ["9", "2020", "§bch"])
def test_pairs_of_numbers_and_concepts_are_kept(word):
    always = neighbours.are_always([word.encode(), b"h"])
    marks = neighbours.paired(always, np.array([1, 1]), 60_000)
    assert marks.tolist() == [neighbours.ALWAYS, neighbours.RARE]
