"""Where a machine disagrees with a person, it asks; what was answered is not asked again."""

import pytest

from archive.editing.deciding import decide
from archive.editing.judging import confirm, correct, reject
from archive.history.changes import By
from archive.importing.articles import refresh
from archive.models import Article, Meeting, Mention, Observation, Proposal
from tests.importing.records import BODY, figure, meeting, official, record, span


@pytest.fixture
def by(django_user_model, settings):
    settings.SEARCH_URL = "memory://proposals"
    return By(django_user_model.objects.create_user("bien-tap"), "bài ghi thế")


def reread(**changes):
    article = Article.objects.get()
    refresh(article.current, record(**changes), article.place)


def waiting():
    return [(p.record, p.field, p.new) for p in Proposal.objects.waiting()]


def test_the_value_that_an_editor_overruled_is_no_news(save, by):
    save()
    correct(Observation.objects.get(), {"value": 906}, by)
    reread()
    assert waiting() == []


def test_another_reading_of_the_same_words_is_proposed(save, by):
    save()
    correct(Observation.objects.get(), {"value": 906}, by)
    reread(indicators=(figure(value="905.653", rule="new"),))
    assert Observation.objects.get().value == 906
    assert waiting() == [("observation", "value", "905.653")]
    proposal = Proposal.objects.get()
    assert (proposal.old, proposal.rule) == ("906", "new")
    assert proposal.spans == [["body", 0, *span_of("905 tỷ đồng"), "905 tỷ đồng"]]


def span_of(words):
    found = span(words)
    return found.start, found.end


def test_a_confirmed_fact_that_is_read_no_more_is_asked_about(save, by):
    save()
    confirm(Observation.objects.get(), by)
    reread(indicators=())
    assert waiting() == [("observation", "state", "rejected")]


def test_a_proposal_that_is_read_no_more_waits_no_more(save, by):
    save()
    confirm(Observation.objects.get(), by)
    reread(indicators=(figure(value="90"),))
    reread()
    assert (waiting(), Proposal.objects.get().state) == ([], "outdated")
    reread(indicators=(figure(value="90"),))
    assert waiting() == [("observation", "value", "90")]


def test_what_was_declined_does_not_return_but_another_value_does(save, by):
    save()
    confirm(Observation.objects.get(), by)
    reread(indicators=(figure(value="90"),))
    decide(Proposal.objects.all(), by, accept=False)
    reread(indicators=(figure(value="90"),))
    assert waiting() == []
    reread(indicators=(figure(value="91"),))
    assert waiting() == [("observation", "value", "91")]


def test_what_was_accepted_is_the_persons_word(save, by):
    save()
    confirm(Observation.objects.get(), by)
    reread(indicators=(figure(value="90"),))
    decide(Proposal.objects.all(), by, accept=True)
    row = Observation.objects.get()
    assert (row.value, row.state) == (90, "edited")
    reread(indicators=(figure(value="90"),))
    assert waiting() == []


def test_a_rejected_fact_is_not_asked_about(save, by):
    save()
    reject(Observation.objects.get(), by)
    reread(indicators=(figure(value="90"),))
    assert (waiting(), Observation.objects.get().state) == ([], "rejected")


def test_nobody_comes_back_under_a_rejected_person(save, by):
    save()
    reject(Mention.objects.get(), by)
    reread(officials=(official(posts=("Bí thư Thị ủy", "Tỉnh ủy viên")),))
    article = Article.objects.get()
    assert not article.positionreports.valid().exists()
    assert not article.participations.valid().exists()


def test_the_field_of_an_article_that_a_person_set(save, by):
    article, _ = save()
    correct(article, {"title": "Tiêu đề đúng"}, by)
    reread()
    assert waiting() == []
    reread(title="Tiêu đề khác")
    assert waiting() == [("article", "title", "Tiêu đề khác")]
    assert Article.objects.get().title == "Tiêu đề đúng"


def test_the_field_of_a_meeting_that_a_person_set(save, by):
    save()
    correct(Meeting.objects.get(), {"ordinal": 10}, by)
    reread()
    assert (waiting(), Meeting.objects.get().ordinal) == ([], 10)
    reread(meeting=meeting(ordinal=11))
    assert (waiting(), Meeting.objects.get().ordinal) == ([("meeting", "ordinal", 11)], 10)


def test_a_second_report_finds_the_meeting_whose_number_was_put_right(save, by):
    save()
    correct(Meeting.objects.get(), {"ordinal": 10}, by)
    save(content=b"other", title="Bài khác")
    assert Meeting.objects.get().reports.count() == 2


def test_a_person_who_was_renamed_keeps_the_name(save, by):
    save()
    correct(Mention.objects.get().official, {"name": "Sái Thị Hải Yến"}, by)
    reread()
    assert Mention.objects.get().official.name == "Sái Thị Hải Yến"


def test_a_changed_page_is_a_proposal_where_the_words_changed(save, by):
    save()
    correct(Observation.objects.get(), {"value": 906}, by)
    body = BODY.replace("905 tỷ", "907 tỷ")
    changed = figure(value="907", span=span("907 tỷ đồng", body))
    save(content=b"changed", body=body, indicators=(changed,))
    row = Observation.objects.get()
    assert row.value == 906
    assert waiting() == [("observation", "value", "907")]
    assert [e.quote for e in row.evidence.order_by("version")] == ["905 tỷ đồng", "907 tỷ đồng"]
