"""Taking back one field, one change or one act; never over what was set since."""

import pytest

from archive.editing.adding import add
from archive.editing.deciding import decide
from archive.editing.judging import correct, reject
from archive.editing.reverting import RevertError, revert, revert_act
from archive.importing.articles import refresh
from archive.models import Article, Change, Mention, Observation, Proposal, State
from tests.importing.records import figure, record


def last():
    return Change.objects.latest("pk")


def figure_now():
    row = Observation.objects.get()
    return f"{row.value:.0f}", row.unit, row.state


def test_one_field_goes_back_and_the_other_stays(save, by):
    save()
    correct(Observation.objects.get(), {"value": 906, "unit": "triệu đồng"}, by())
    revert(last(), by("nhầm đơn vị"), ["unit"])
    assert figure_now() == ("906", "tỷ đồng", "edited")
    assert last().fields == {"unit": ["triệu đồng", "tỷ đồng"]}


def test_a_whole_change_makes_the_fact_the_machines_again(save, by):
    article, _ = save()
    correct(Observation.objects.get(), {"value": 906}, by())
    revert(last(), by())
    assert figure_now() == ("905", "tỷ đồng", "extracted")
    refresh(article.current, record(indicators=(figure(value="90"),)), article.place)
    assert figure_now()[0] == "90"


def test_what_was_set_since_is_not_overwritten(save, by):
    save()
    correct(Observation.objects.get(), {"value": 906}, by())
    first = last()
    correct(Observation.objects.get(), {"value": 907}, by())
    with pytest.raises(RevertError, match="nay là 907, không còn là 906"):
        revert(first, by())
    assert figure_now()[0] == "907"


def test_a_rejected_person_comes_back_whole(save, by):
    article, _ = save()
    act = by()
    reject(Mention.objects.get(), act)
    revert_act(act.act, by())
    assert article.mentions.valid().count() == 1
    assert article.positionreports.valid().count() == article.participations.valid().count() == 1


def test_an_added_fact_goes_and_its_history_stays(save, by):
    article, _ = save()
    extra = Observation(article=article, indicator=Observation.objects.get().indicator, value=3)
    add(extra, None, by())
    revert(last(), by())
    assert Observation.objects.count() == 1
    assert [c.action for c in Change.objects.order_by("pk")] == ["added", "reverted"]
    with pytest.raises(RevertError, match="không còn trong kho"):
        revert(last(), by())


def test_a_title_goes_back_to_the_machine(save, by):
    article, _ = save()
    correct(article, {"title": "Khác"}, by())
    revert(last(), by())
    row = Article.objects.get()
    assert (row.title, row.human_fields, row.machine_values) == ("Hội nghị lần thứ 9", [], {})


@pytest.mark.parametrize("accept", [True, False])
def test_a_decision_is_open_again(save, by, accept):
    article, _ = save()
    correct(Observation.objects.get(), {"value": 906}, by())
    refresh(article.current, record(indicators=(figure(value="90"),)), article.place)
    decide(Proposal.objects.all(), by(), accept=accept)
    revert(last(), by())
    assert Proposal.objects.waiting().count() == 1
    assert (figure_now()[0], Observation.objects.get().state) == ("906", State.EDITED)
