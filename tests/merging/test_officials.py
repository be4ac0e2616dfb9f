"""Two people become one with all that both had, and two again with exactly what each had."""

import datetime

import pytest

from archive.merging import MergeError, merge, split, tell_apart, undo
from archive.models import Distinction, Mention, Official, PositionReport
from archive.search import index
from tests.browse import rows
from tests.merging.conftest import everything

DAY = datetime.date(2021, 7, 1)


@pytest.fixture
def two(by):
    """Sái Thị Yến of two districts: Bí thư in both, and Chủ tịch in one of them."""
    kept = rows.person(rows.article("Bài một", rows.district()), posts=("Bí thư Thị ủy",))
    other = Official.objects.create(
        slug="sai-thi-yen-2", name="Sái Thị Yến", folded="sai thi yen", province=rows.province()
    )
    article = rows.article("Bài hai", rows.district("Nam Sách"))
    mention = Mention.objects.create(article=article, official=other, name=other.name)
    for title, place in (("Bí thư Thị ủy", rows.district()), ("Chủ tịch HĐND", article.place)):
        post = other.positions.create(title=title, place=place, started_on=DAY)
        PositionReport.objects.create(article=article, mention=mention, position=post, on=DAY)
    return kept, other


def test_everything_moves_and_a_shared_post_stands_once(two, by):
    kept, other = two
    merge(kept, other, by)
    assert kept.mentions.count() == 2
    assert sorted(kept.positions.values_list("title", flat=True)) == [
        "Bí thư Thị ủy",
        "Chủ tịch HĐND",
    ]
    shared = kept.positions.get(title="Bí thư Thị ủy")
    assert shared.reports.count() == 2
    assert shared.started_on == DAY  # what only the other record knew


def test_the_old_address_leads_to_the_one_that_stays_and_back_after_undo(two, by, client):
    kept, other = two
    done = merge(kept, other, by)
    moved = client.get("/can-bo/sai-thi-yen-2/")
    assert (moved.status_code, moved.url) == (301, "/can-bo/sai-thi-yen/")
    undo(done, by)
    assert client.get("/can-bo/sai-thi-yen-2/").status_code == 200
    assert client.get("/can-bo/sai-thi-yen/").status_code == 200


def test_undo_puts_back_every_row(two, by):
    before = everything()
    done = merge(*two, by)
    assert everything() != before
    assert undo(done, by) == 0
    assert everything() == before
    with pytest.raises(MergeError):
        undo(done, by)


def test_human_words_survive(two, by):
    kept, other = two
    Mention.objects.filter(official=other).update(state="confirmed")
    merge(kept, other, by)
    assert Mention.objects.get(article__title="Bài hai").state == "confirmed"


def test_what_somebody_changed_since_is_not_overwritten(two, by):
    kept, other = two
    done = merge(kept, other, by)
    third = Official.objects.create(slug="ba", name="Ba", folded="ba")
    Mention.objects.filter(article__title="Bài hai").update(official=third)
    assert undo(done, by) == 1
    assert Mention.objects.get(article__title="Bài hai").official == third


def test_the_search_knows_the_one_person(two, by, django_capture_on_commit_callbacks):
    index.rebuild()
    with django_capture_on_commit_callbacks(execute=True):
        merge(*two, by)
    assert not index.verify()


def test_later_merges_are_undone_first(two, by):
    kept, other = two
    third = Official.objects.create(slug="ba", name="Ba", folded="ba")
    first = merge(other, third, by)
    second = merge(kept, other, by)
    third.refresh_from_db()
    assert third.merged_into == kept  # one step, not two
    with pytest.raises(MergeError, match="Hoàn tác lần sau trước"):
        undo(first, by)
    undo(second, by)
    undo(first, by)
    third.refresh_from_db()
    assert third.merged_into is None


def test_a_merged_record_is_not_merged_again(two, by):
    kept, other = two
    merge(kept, other, by)
    other.refresh_from_db()
    with pytest.raises(MergeError):
        merge(kept, other, by)


def test_split_gives_the_chosen_mentions_to_another_and_undo_takes_them_back(two, by):
    kept, other = two
    merge(kept, other, by)
    before = everything()
    chosen = Mention.objects.get(article__title="Bài hai")
    done = split(kept, {chosen.pk}, by)
    new = Official.objects.get(pk=done.other_id)
    assert list(new.mentions.all()) == [chosen]
    assert sorted(new.positions.values_list("title", flat=True)) == [
        "Bí thư Thị ủy",
        "Chủ tịch HĐND",
    ]
    assert kept.positions.get().reports.count() == 1
    assert Distinction.objects.count() == 1
    undo(done, by)
    assert everything() == before


@pytest.mark.parametrize("chosen", [set(), "all"])
def test_a_split_needs_two_sides(two, by, chosen):
    kept, _ = two
    ids = set(kept.mentions.values_list("pk", flat=True)) if chosen == "all" else chosen
    with pytest.raises(MergeError):
        split(kept, ids, by)


def test_telling_apart_is_kept_once(two, by):
    tell_apart(*two, by)
    tell_apart(*reversed(two), by)
    assert Distinction.objects.count() == 1
