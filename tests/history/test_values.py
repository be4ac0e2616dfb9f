"""What history keeps of a value, and how it shows it."""

import datetime
from decimal import Decimal

import pytest

from archive.history.values import frozen, same, shown, thawed
from archive.models import Article, Observation


@pytest.mark.parametrize(
    ("record", "field", "value", "words"),
    [
        ("observation", "value", Decimal("905.653000"), "905,653"),
        ("observation", "value", Decimal("1259.84"), "1.259,84"),
        ("observation", "value", None, "trống"),
        ("observation", "period", "2022-H1", "6 tháng đầu năm 2022"),
        ("observation", "kind", "estimate", "ước"),
        ("observation", "state", "rejected", "đã bác"),
        ("meeting", "held_on", datetime.date(2022, 7, 13), "13/7/2022"),
        ("meeting", "kind", "plenum", "hội nghị Ban Chấp hành"),
        ("article", "published_has_time", False, "không"),
        (
            "article",
            "published_at",
            datetime.datetime(2022, 7, 14, 3, 19, tzinfo=datetime.UTC),
            "14/7/2022, 10:19",
        ),
    ],
)
def test_in_words(record, field, value, words):
    assert shown(record, field, frozen(value)) == words


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        (Decimal("905.50"), Decimal("905.5"), True),
        (Decimal(1200), Decimal("1200.000000"), True),
        (None, "", True),
        ("a", "b", False),
        (True, False, False),
    ],
)
def test_equal_values_freeze_alike(one, other, equal):
    assert same(frozen(one), frozen(other)) is equal


@pytest.mark.parametrize(
    ("model", "field", "value"),
    [
        (Observation, "value", Decimal("905.653")),
        (Article, "event_on", datetime.date(2022, 7, 13)),
        (Article, "published_at", datetime.datetime(2022, 7, 14, 3, 19, tzinfo=datetime.UTC)),
        (Observation, "value", None),
        (Observation, "name", "Thu ngân sách"),
    ],
)
def test_thaws_to_what_was_frozen(model, field, value):
    assert thawed(model, field, frozen(value)) == value
