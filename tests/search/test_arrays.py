"""The parts of which the executor is made, each held against the plain way to do the same."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.search.backends.whoosh_arrays.codes import Codes, pack_codes
from archive.search.backends.whoosh_arrays.docs import Few, Many, chosen, in_all, in_some, without
from archive.search.backends.whoosh_arrays.engine import WhooshEngine
from archive.search.backends.whoosh_arrays.field import Field, places_in
from archive.search.backends.whoosh_arrays.inverter import posting_arrays
from archive.search.backends.whoosh_arrays.labels import Labels, pack_labels
from archive.search.backends.whoosh_arrays.ordering import lower_bound
from archive.search.backends.whoosh_arrays.postings import Postings, united
from archive.search.backends.whoosh_arrays.rows import covering, starts
from archive.search.parsing import parse
from tests.search.documents import document

rows = st.lists(st.lists(st.sampled_from("abcd"), unique=True, max_size=3), min_size=1, max_size=30)
docs = st.sets(st.integers(0, 199)).map(lambda found: np.array(sorted(found), "u2"))
keys = st.sets(st.integers(0, 60)).map(lambda found: np.array(sorted(found), "u4"))


@settings(deadline=None)
@given(rows, st.sets(st.sampled_from("abcde")), st.data())
def test_labels(values, wanted, data):
    labels = Labels(pack_labels("in", values), "in")
    assert [labels.of(doc) for doc in range(len(values))] == values
    assert labels.having(wanted).tolist() == [bool(wanted & set(row)) for row in values]
    chosen = data.draw(st.lists(st.sampled_from(range(len(values))), unique=True))
    there = [value for doc in chosen for value in values[doc]]
    assert labels.counts(np.array(chosen, "i8")) == {v: there.count(v) for v in there}


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(1, 40), st.integers(-1, 9)), min_size=1), st.data())
def test_occurrences_and_weights_in_a_byte(rows, data):
    counts, more = np.array(rows).T
    weights = counts + more * 1.0
    codes = Codes.of(pack_codes("c", counts, weights), "c")
    start, stop = sorted(data.draw(st.tuples(*[st.integers(0, len(rows))] * 2)))
    assert codes.counts(start, stop).tolist() == counts[start:stop].tolist()
    assert codes.weights(start, stop).tolist() == weights[start:stop].tolist()
    at = np.array(sorted(data.draw(st.sets(st.integers(0, len(rows) - 1)))), "i8")
    assert codes.counts_at(at).tolist() == counts[at].tolist()


@settings(deadline=None)
@given(st.lists(st.integers(1, 40), min_size=1, max_size=300), st.data())
def test_where_positions_begin(counts, data):
    docs = np.arange(len(counts))
    occurrences = np.repeat(docs, counts)
    weights = np.zeros(len(occurrences), "u1")
    arrays = posting_arrays("f", np.zeros_like(occurrences), occurrences, occurrences, weights)
    field = Field(arrays, "f")
    at = np.array(sorted(data.draw(st.sets(st.integers(0, len(counts) - 1), min_size=1))))
    assert field.begins(at).tolist() == [sum(counts[:i]) for i in at]
    assert field.begin(len(counts)) == sum(counts)
    assert field.keys(at).tolist() == [i << 32 | i for i in at.tolist() for _ in range(counts[i])]


@settings(deadline=None)
@given(
    st.lists(docs, max_size=4),
    docs,
    st.sampled_from([(0.5, "f4"), (3, "f4"), (2, "u1"), (99, "u1")]),
)
def test_terms_as_one_are_a_list_or_a_row(lists, asked, weight):
    found = united([Postings(one, np.full(len(one), *weight)) for one in lists], 200)
    expected = [weight[0] * sum(doc in one for one in lists) for doc in range(200)]
    assert found.documents().marked(200).tolist() == [weight > 0 for weight in expected]
    assert found.at(asked).tolist() == [expected[doc] for doc in asked]
    assert found.number == sum(weight > 0 for weight in expected)


@settings(deadline=None)
@given(st.lists(docs, min_size=1, max_size=3), st.data())
def test_documents_are_the_same_listed_or_marked(given, data):
    how = [data.draw(st.booleans()) for _ in given]
    parts = [Few(d) if few else Many(Few(d).marked(200)) for d, few in zip(given, how, strict=True)]
    sets = [set(d.tolist()) for d in given]
    assert [part.number for part in parts] == list(map(len, sets))
    least = data.draw(st.integers(1, len(parts)))
    enough = [doc for doc in range(200) if sum(doc in one for one in sets) >= least]
    assert listed(in_all(parts, 200)) == sorted(set.intersection(*sets))
    assert listed(in_some(parts, least, 200)) == enough
    assert listed(without(parts[0], parts[-1], 200)) == sorted(sets[0] - sets[-1])
    assert listed(chosen(parts[0].marked(200))) == listed(parts[0])


def listed(docs):
    return docs.listed().tolist()


def test_no_condition_leaves_all():
    assert listed(in_all([], 3)) == [0, 1, 2]


@settings(deadline=None)
@given(docs, docs)
def test_places_of_documents(numbers, wanted):
    expected = [i for i, number in enumerate(numbers.tolist()) if number in wanted]
    assert places_in(numbers, wanted.astype("i8")).tolist() == expected


@settings(deadline=None)
@given(
    st.lists(st.lists(st.integers(-50, 50), max_size=900), min_size=1, max_size=3),
    st.integers(1, 12),
)
def test_a_lower_bound_is_reached_by_as_many_as_wanted(parts, wanted):
    bound = lower_bound([np.array(values, "i4") for values in parts], wanted)
    every = [value for values in parts for value in values]
    assert sum(value >= bound for value in every) >= min(wanted, len(every))


@settings(deadline=None)
@given(keys, keys, keys)
def test_rows_begin_where_every_word_stands(first, second, third):
    found = starts([(0, first), (1, second), (3, third)])
    every = set(first.tolist()) & {k - 1 for k in second.tolist()} & {k - 3 for k in third.tolist()}
    assert found.tolist() == sorted(every)


def test_pairs_cover_a_row():
    assert [covering(n) for n in (2, 3, 4, 5, 6)] == [[0], [0, 1], [0, 2], [0, 2, 3], [0, 2, 4]]


def test_phrases_far_into_a_long_article(tmp_path):
    engine = WhooshEngine(tmp_path)
    engine.rebuild(
        [document(1, "Dài", "một hai " * 40_000 + "Kinh Môn hội nghị"), document(2, "b", "c")]
    )
    found = {text: engine.find(parse(text)).total for text in ('"kinh môn hội"', '"môn kinh hội"')}
    assert found == {'"kinh môn hội"': 1, '"môn kinh hội"': 0}
