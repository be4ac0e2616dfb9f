"""What a person's word does to a fact, and the line of history that it leaves."""

import pytest

from archive.editing.adding import Words, add
from archive.editing.judging import confirm, correct, reject
from archive.models import (
    AppendOnlyError,
    Article,
    Attention,
    Change,
    Meeting,
    Mention,
    Observation,
    Review,
)
from tests.importing.records import span


def lines():
    return [(c.action, c.record, c.fields) for c in Change.objects.order_by("pk")]


def test_a_correction_says_what_by_whom_and_why(save, by):
    save()
    correct(Observation.objects.get(), {"value": 906, "unit": "tỷ đồng"}, by("bài ghi 906"))
    change = Change.objects.get()
    assert change.fields == {"value": ["905", "906"], "state": ["extracted", "edited"]}
    assert (change.who, change.why, change.label) == ("bien-tap", "bài ghi 906", "Thu ngân sách")
    assert change.article == Article.objects.get()


def test_nothing_changed_leaves_no_line(save, by):
    save()
    assert correct(Observation.objects.get(), {"unit": "tỷ đồng"}, by()) is None
    assert (lines(), Observation.objects.get().state) == ([], "extracted")


def test_what_the_machine_had_read_is_kept_beside(save, by):
    save()
    correct(Observation.objects.get(), {"value": 906}, by())
    correct(Observation.objects.get(), {"value": 907}, by())
    assert Observation.objects.get().machine_values["value"] == "905"


@pytest.mark.parametrize(("judge", "state"), [(confirm, "confirmed"), (reject, "rejected")])
def test_posts_and_parts_go_with_their_person(save, by, judge, state):
    article, _ = save()
    judge(Mention.objects.get(), by())
    rows = [*article.mentions.all(), *article.positionreports.all(), *article.participations.all()]
    assert [row.state for row in rows] == [state] * 3
    assert Change.objects.values("act").distinct().count() == 1


def test_a_confirmed_edit_stays_an_edit(save, by):
    save()
    correct(Observation.objects.get(), {"value": 906}, by())
    confirm(Observation.objects.get(), by())
    assert Observation.objects.get().state == "edited"


def test_an_added_figure_stands_on_its_words(save, by):
    article, _ = save()
    first = Observation.objects.get()
    words = span("Bí thư Thị ủy")
    figure = Observation(article=article, indicator=first.indicator, name="Mới", value=3)
    add(figure, Words(article.current, "body", 0, words.start, words.end), by())
    assert (figure.state, figure.evidence.get().quote) == ("added", "Bí thư Thị ủy")
    assert lines()[0][:2] == ("added", "observation")


def test_a_set_field_of_a_meeting_is_marked(save, by):
    save()
    correct(Meeting.objects.get(), {"ordinal": 10}, by())
    row = Meeting.objects.get()
    assert (row.human_fields, row.machine_values) == (["ordinal"], {"ordinal": 9})


def test_the_day_of_lists_follows_a_corrected_day(save, by):
    article, _ = save()
    correct(article, {"event_on": None}, by())
    assert (article.date_kind, str(article.sort_date)) == ("published", "2022-07-14")


def test_queue_and_progress_follow(save, by):
    save()
    confirm(Observation.objects.get(), by())
    assert (Review.objects.get().judged, Review.objects.get().facts) == (1, 3)
    correct(Article.objects.get(), {"place": None}, by())
    assert not Attention.objects.filter(reason="place").exists()


def test_history_cannot_be_rewritten(save, by):
    save()
    confirm(Observation.objects.get(), by())
    change = Change.objects.get()
    for rewrite in (change.save, change.delete, Change.objects.all().delete):
        with pytest.raises(AppendOnlyError):
            rewrite()
    with pytest.raises(AppendOnlyError):
        Change.objects.update(why="")
