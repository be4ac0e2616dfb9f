"""The plain forms save as the desk does: Vietnamese entry, history, nothing of others overwritten."""

import pytest

from archive.models import Article, Change, Meeting, Mention, Observation
from tests.importing.conftest import places, save

__all__ = ["places", "save"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def figure(settings, request, save):
    settings.SEARCH_URL = f"memory://{request.node.nodeid}"
    save()
    return Observation.objects.get()


def url(row):
    return f"/quan-tri/archive/{row._meta.model_name}/{row.pk}/change/"


def fields(client, row):
    """What the form posts when nothing is touched, inlines included."""
    context = client.get(url(row)).context
    forms = [context["adminform"].form]
    for formset in context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.initial_forms]
    data = {}
    for form in forms:
        for field in form:
            value = field.value()
            data[field.html_name] = "" if value is None else value
    return {name: value for name, value in data.items() if value is not False}


def test_the_form_shows_and_takes_vietnamese_numbers(figure, admin_client):
    Observation.objects.update(value="1259.84")
    data = fields(admin_client, figure)
    assert (data["value"], data["period"]) == ("1.259,84", "6 tháng đầu năm 2022")
    data |= {"value": "905,653", "period": "9 tháng đầu năm 2022", "why": "theo báo cáo"}
    assert admin_client.post(url(figure), data).status_code == 302
    figure.refresh_from_db()
    assert (str(figure.value.normalize()), figure.period) == ("905.653", "2022-9M")
    assert (figure.state, Change.objects.get().why) == ("edited", "theo báo cáo")
    assert Change.objects.get().fields["value"] == ["1259.84", "905.653"]


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("value", "905.65", "dấu phẩy cho phần lẻ"),
        ("period", "hôm qua", "không phải là một kỳ"),
    ],
)
def test_what_is_no_number_is_told(figure, admin_client, name, typed, words):
    page = admin_client.post(url(figure), fields(admin_client, figure) | {name: typed})
    assert words in page.content.decode()


def test_days_are_vietnamese(figure, admin_client):
    meeting = Meeting.objects.get()
    data = fields(admin_client, meeting)
    assert data["held_on"] == "13/7/2022"
    admin_client.post(url(meeting), data | {"held_on": "14.7.2022"})
    assert str(Meeting.objects.get().held_on) == "2022-07-14"
    assert Meeting.objects.get().human_fields == ["held_on"]


def test_the_second_to_save_is_told_and_may_insist(figure, admin_client):
    data = fields(admin_client, figure) | {"value": "907"}
    Observation.objects.update(value=906)
    page = admin_client.post(url(figure), data)
    told = page.content.decode()
    assert "lúc bạn mở là “905”, nay là “906”, của bạn là “907”" in told
    assert Observation.objects.get().value == 906
    again = {**data, "seen": page.context["adminform"].form["seen"].value()}
    assert admin_client.post(url(figure), again).status_code == 302
    assert Observation.objects.get().value == 907


def test_what_the_second_left_alone_stays_as_the_first_saved_it(figure, admin_client):
    data = fields(admin_client, figure) | {"unit": "triệu đồng"}
    Observation.objects.update(value=906)
    assert admin_client.post(url(figure), data).status_code == 302
    row = Observation.objects.get()
    assert (row.value, row.unit) == (906, "triệu đồng")


def test_the_facts_below_an_article_are_kept_apart(figure, admin_client):
    article = Article.objects.get()
    data = fields(admin_client, article) | {"title": "Tiêu đề đúng"}
    Observation.objects.update(value=906)
    assert admin_client.post(url(article), data).status_code == 302
    assert (Article.objects.get().title, Observation.objects.get().value) == ("Tiêu đề đúng", 906)
    assert [c.record for c in Change.objects.all()] == ["article"]


def test_untouched_forms_leave_no_line(figure, admin_client):
    for row in (figure, Article.objects.get(), Meeting.objects.get(), Mention.objects.get()):
        assert admin_client.post(url(row), fields(admin_client, row)).status_code == 302, row
    assert not Change.objects.exists()
