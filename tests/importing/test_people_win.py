"""A value that a person has judged is never changed by a machine, and a rejected one stays away."""

import pytest

from archive.importing.articles import refresh
from archive.models import Evidence, Observation, Official, Position, PositionReport
from tests.importing.records import figure, official, record


def reread(article, **changes):
    refresh(article.current, record(**changes), article.place)


@pytest.mark.parametrize("state", ["confirmed", "edited", "rejected", "added"])
def test_a_judged_figure_stays_when_it_is_read_again(save, state):
    article, _ = save()
    Observation.objects.update(state=state, value=906)
    reread(article)
    row = Observation.objects.get()
    assert (row.state, row.value) == (state, 906)


def test_a_judged_figure_stays_when_the_same_words_are_read_otherwise(save):
    article, _ = save()
    Observation.objects.update(state="edited", value=906)
    reread(article, indicators=(figure(value="90", period="2022"),))
    assert Observation.objects.get().value == 906


def test_an_unjudged_figure_follows_the_rules(save):
    article, _ = save()
    reread(article, indicators=(figure(period="2022"),))
    assert Observation.objects.get().period == "2022"


def test_a_figure_that_is_read_no_more_goes(save):
    article, _ = save()
    reread(article, indicators=())
    assert not Observation.objects.exists()
    assert not Evidence.objects.filter(observation__isnull=False).exists()


def test_an_edited_post_keeps_its_person(save):
    article, _ = save()
    better = Position.objects.create(official=Official.objects.get(), title="Quyền Bí thư Thị ủy")
    PositionReport.objects.update(position=better, state="edited")
    reread(article, officials=())
    assert PositionReport.objects.get().position == better


def test_the_title_that_a_person_set_stays(save):
    article, _ = save()
    article.title, article.human_fields = "Tiêu đề đúng", ["title"]
    article.save()
    reread(article, title="Tiêu đề máy đọc")
    article.refresh_from_db()
    assert article.title == "Tiêu đề đúng"


def test_one_rejected_role_leaves_the_other_of_the_same_words(save):
    two = official(roles=("attend", "directive"))
    article, _ = save(officials=(two,))
    article.participations.filter(role="attend").update(state="rejected")
    reread(article, officials=(two,))
    states = dict(article.participations.values_list("role", "state"))
    assert states == {"attend": "rejected", "directive": "extracted"}


def test_a_part_whose_total_is_read_otherwise_follows_it(save):
    part = figure(name="Thu nội địa", value="90", parent="Thu ngân sách")
    article, _ = save(indicators=(figure(), part))
    reread(article, indicators=(figure(period="2022"), part))
    assert Observation.objects.get(name="Thu nội địa").parent.period == "2022"
    reread(article, indicators=(part,))
    assert Observation.objects.get().parent is None
