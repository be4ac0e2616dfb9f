"""Facets with more values than an answer gives: those in most articles, their counts whole on every shard."""

from archive.search.backends.memory import MemoryEngine
from archive.search.backends.opensearch.asking import MOST_VALUES
from archive.search.parsing import parse
from tests.search.documents import document

MOST = MOST_VALUES["official"]
OFFICIALS, ARTICLES = MOST + 500, 120


def articles():
    """An official in every article, in every second, third … up to every fortieth."""
    for number in range(1, ARTICLES + 1):
        officials = (f"can-bo-{n}" for n in range(OFFICIALS) if number % (1 + n % 40) == 0)
        yield document(number, "Tin", "Hội nghị.", officials=tuple(officials))


def test_values_beyond_the_most_frequent_are_left_out_and_no_count_is_short(empty):
    rows = list(articles())
    reference = MemoryEngine()
    for engine in (empty, reference):
        engine.rebuild(rows)
    query = parse("hội nghị")
    counts = reference.find(query).facets["official"]
    first = sorted(counts, key=lambda slug: (-counts[slug], slug))[:MOST]
    found = empty.find(query).facets["official"]
    assert len(counts) == OFFICIALS
    assert found == {slug: counts[slug] for slug in first}
