"""The public note: on which days people corrected what an article's page shows."""

import datetime

import pytest
from django.utils import timezone

from archive.editing.judging import confirm, correct
from archive.history.corrections import corrected_on
from archive.models import Meeting, Observation
from tests.editing.conftest import by, editor, places, save

__all__ = ["by", "editor", "places", "save"]


@pytest.fixture
def clock(monkeypatch):
    """Sets the day on which the next changes are made."""

    def turn(day):
        moment = timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    return turn


def test_it_names_the_days(save, by, clock, client):
    article, _ = save()
    for day, value in ((3, 906), (3, 907), (5, 908)):
        clock(datetime.date(2026, 11, day))
        correct(Observation.objects.get(), {"value": value}, by())
    assert corrected_on(article) == [datetime.date(2026, 11, 5), datetime.date(2026, 11, 3)]
    page = client.get(article.get_absolute_url()).content.decode()
    assert "Đã sửa ngày" in page
    assert "5/11/2026" in page


def test_a_confirmation_corrects_nothing(save, by, client):
    article, _ = save()
    confirm(Observation.objects.get(), by())
    assert corrected_on(article) == []
    assert "Đã sửa ngày" not in client.get(article.get_absolute_url()).content.decode()


def test_a_correction_of_its_meeting_counts_where_it_was_made(save, by, editor):
    article, _ = save()
    act = by()
    correct(Meeting.objects.get(), {"ordinal": 10}, type(act)(editor, "", article))
    assert len(corrected_on(article)) == 1
