"""Whatever is merged and split in whatever order: undone, every row is what it was."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.merging import MergeError, merge, split, undo
from archive.models import Official
from tests.browse import rows
from tests.merging.conftest import everything

PEOPLE = 4
POSTS = ("Bí thư Thị ủy", "Chủ tịch UBND", "Phó Bí thư")
act = st.tuples(
    st.sampled_from(["merge", "split"]),
    st.integers(0, PEOPLE),
    st.integers(0, PEOPLE),
    st.integers(0, 7),
)
hold = st.lists(
    st.tuples(st.integers(0, PEOPLE - 1), st.sets(st.sampled_from(POSTS))), min_size=4, max_size=9
)


def carry_out(step, by):
    what, first, second, choice = step
    people = list(Official.objects.order_by("pk"))
    one, other = people[first % len(people)], people[second % len(people)]
    if what == "merge":
        return merge(one, other, by)
    mentions = list(one.mentions.order_by("pk").values_list("pk", flat=True))
    return split(one, {pk for at, pk in enumerate(mentions) if choice >> (at % 3) & 1}, by)


@pytest.mark.django_db(transaction=True)
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(holds=hold, steps=st.lists(act, min_size=1, max_size=5))
def test_undo_gives_the_same_rows(by, holds, steps):
    clear()
    for number, (person, posts) in enumerate(holds):
        article = rows.article(f"Bài {number}", rows.district())
        rows.person(article, f"Người {person}", posts=tuple(sorted(posts)), roles=())
    before, done = everything(), []
    for step in steps:
        try:
            done.append(carry_out(step, by))
        except MergeError:
            continue
    for act in reversed(done):
        assert undo(act, by) == 0
    assert everything() == before


def clear():
    from archive.models import Article, Distinction, Mention, Merge, Position

    for model in (Distinction, Merge, Mention, Position):
        model.objects.all().delete()
    Official.objects.all().delete()
    Article.objects.all().delete()
