"""The arrays against Whoosh's own searcher on the same index: same hits, counts, scores and order.

Documents, queries, updates, deletions and merges are generated.
"""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.search.backends.memory import MemoryEngine
from archive.search.backends.whoosh_arrays import contents, docs, merging, ordering, postings
from archive.search.backends.whoosh_arrays.engine import WhooshEngine
from archive.search.backends.whoosh_arrays.whoosh_index import WhooshIndex
from archive.search.parsing import parse
from tests.search import stock
from tests.search.documents import document

WORDS = "hội hỏi hoi nghị nghi ban chấp hành uỷ ủy UBND nhân dân Kinh Môn khoá 25 tỷ 905 XXV lần thứ chín".split()
text = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
days = st.none() | st.dates(datetime.date(2019, 12, 30), datetime.date(2021, 1, 2))
documents = st.builds(
    document,
    st.integers(1, 12),
    text,
    st.lists(text, min_size=1, max_size=3).map("\n\n".join),
    captions=st.lists(text, max_size=2).map(tuple),
    people=st.lists(text, max_size=2).map(tuple),
    date=days,
    kinds=st.sampled_from([(), ("plenum",), ("plenum", "review")]),
    places=st.sampled_from([(), ("hai-duong",), ("hai-duong/kinh-mon", "hai-duong")]),
    digest=st.text("ab", min_size=1, max_size=3),
)
changes = st.one_of(
    st.tuples(st.just("add"), st.lists(documents, min_size=1, max_size=5)),
    st.tuples(st.just("remove"), st.lists(st.integers(1, 12), max_size=3)),
    st.tuples(st.just("merge"), st.none()),
    st.tuples(st.just("rebuild"), st.lists(documents, max_size=5)),
)
word = st.sampled_from([*WORDS, "bàn", "nhan", "khoa", "thu"])
typed = st.recursive(
    word
    | st.sampled_from(
        ["hộ*", "ho*", "ngh*", "n*i", "ng*i", "kh?a", "nghj~", "khoa~", "uỷ*", "kinh*", "90*"]
    )
    | st.lists(word, min_size=2, max_size=4).map(lambda words: f'"{" ".join(words)}"'),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(" ".join),
        st.tuples(inner, inner).map(" OR ".join),
        inner.map(lambda part: f"({part})"),
        word.map("-{}".format),
        inner.map("tiêu-đề:{}".format),
    ),
    max_leaves=6,
)
filters = st.fixed_dictionaries(
    {},
    optional={
        "places": st.sampled_from(
            [frozenset({"hai-duong"}), frozenset({"khác", "hai-duong/kinh-mon"})]
        ),
        "kind": st.sampled_from(["plenum", "review"]),
        "year": st.integers(2019, 2021),
        "since": st.dates(datetime.date(2020, 1, 1), datetime.date(2021, 1, 1)),
        "sort": st.sampled_from(["relevance", "newest", "oldest"]),
        "offset": st.integers(0, 3),
        "limit": st.integers(0, 6),
        "loose": st.booleans(),
    },
)


def applied(engine, reference, change, rows):
    """One change to both engines."""
    match change:
        case "add":
            engine.add(rows)
            reference.add(rows)
        case "remove":
            engine.remove(rows)
            reference.remove(rows)
        case "rebuild":
            engine.rebuild(rows)
            reference.rebuild(rows)
        case "merge":
            entries = contents.read(engine.folder).entries
            if entries:
                merging.merge(engine.folder, entries, engine.cache)


@given(
    history=st.lists(changes, min_size=1, max_size=5),
    asked=st.lists(st.tuples(typed, filters), min_size=1, max_size=6),
)
@settings(max_examples=25, deadline=None)
def test_whatever_happens_both_searchers_agree(tmp_path_factory, history, asked):
    engine = WhooshEngine(tmp_path_factory.mktemp("index"))
    reference = MemoryEngine()
    for change, rows in history:
        applied(engine, reference, change, rows)
    assert list(engine.digests()) == list(reference.digests())
    for text, chosen in asked:
        agree(engine, reference, parse(text, **chosen))


@given(
    rows=st.lists(documents, min_size=4, max_size=12),
    asked=st.lists(st.tuples(typed, filters), min_size=1, max_size=6),
    dense=st.sampled_from([1, 3, 20]),
)
@settings(max_examples=25, deadline=None)
def test_they_agree_where_documents_are_many(tmp_path_factory, rows, asked, dense):
    """As in a large archive: all that is found gets quick scores, of lists and of whole rows."""
    engine, reference = WhooshEngine(tmp_path_factory.mktemp("index")), MemoryEngine()
    for some in (rows[:3], rows[3:]):
        applied(engine, reference, "add", some)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ordering, "FEW", 0)
        for module in (docs, postings):
            patch.setattr(module, "DENSE", dense)
        for text, chosen in asked:
            agree(engine, reference, parse(text, **(chosen | {"limit": 2})))


def test_the_first_document_that_is_found_may_be_an_excluded_one(tmp_path):
    engine, reference = WhooshEngine(tmp_path), MemoryEngine()
    rows = [document(1, "", "hội"), document(2, "", "hội 905"), document(3, "", "905")]
    applied(engine, reference, "add", rows)
    agree(engine, reference, parse("-hội 90*"))


def agree(engine, reference, query):
    ours, theirs = engine.find(query), stock.find(WhooshIndex(engine.snapshots), query)
    assert ours.total == theirs.total
    assert [hit.id for hit in ours.hits] == [id_ for id_, _ in theirs.hits]
    assert [hit.score for hit in ours.hits] == pytest.approx(
        [score for _, score in theirs.hits], abs=1e-4
    )
    expected = reference.find(query)
    assert (ours.total, ours.facets) == (expected.total, expected.facets)
