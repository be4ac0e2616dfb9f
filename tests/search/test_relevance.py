"""The relevance set is well formed, and the measures say what they should of small answers."""

import math

import pytest

from archive.evaluation.measures import interval, ndcg, recall, reciprocal_rank
from archive.evaluation.queries import load_groups, load_pages
from archive.management.commands.evaluate_search import SET
from archive.settings import BASE_DIR
from archive.vietnamese.fold import strip_accents

GROUPS = load_groups(BASE_DIR / SET)


def test_there_are_enough_queries():
    assert sum(len(group.typed) + len(group.bare) for group in GROUPS) >= 120


def test_every_judged_page_is_among_the_pages():
    stems = {path.stem for path in load_pages(BASE_DIR / SET, BASE_DIR)}
    assert {stem for group in GROUPS for stem in group.grades} <= stems


def test_bare_spellings_have_no_accents():
    bare = [query for group in GROUPS for query in group.bare]
    assert [query for query in bare if strip_accents(query) != query] == []


def test_no_query_is_judged_twice():
    queries = [query for group in GROUPS for query in (*group.typed, *group.bare)]
    assert len(queries) == len(set(queries))


@pytest.mark.parametrize(
    ("found", "expected_recall", "expected_rank", "expected_ndcg"),
    [
        (["a", "b"], 1, 1, 1),
        (["b", "a"], 1, 0.5, (3 + 7 / math.log2(3)) / (7 + 3 / math.log2(3))),
        (["x", "a"], 0.5, 0.5, 7 / math.log2(3) / (7 + 3 / math.log2(3))),
        ([], 0, 0, 0),
    ],
)
def test_measures(found, expected_recall, expected_rank, expected_ndcg):
    grades = {"a": 3, "b": 2}
    assert recall(found, grades) == expected_recall
    assert reciprocal_rank(found, grades) == expected_rank
    assert ndcg(found, grades) == pytest.approx(expected_ndcg)


def test_interval_of_equal_differences_is_a_point():
    assert interval([[0.5, 0.5], [0.5]]) == (0.5, 0.5)


def test_interval_widens_with_disagreement():
    low, high = interval([[1.0], [0.0], [1.0], [0.0]])
    assert low < 0.5 < high
