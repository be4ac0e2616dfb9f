"""Which of the three dates a list sorts by, and which unit the article belongs to on that day."""

import pytest

from tests.importing.records import meeting


@pytest.mark.parametrize(
    ("held_on", "published_at", "captured_on", "expected"),
    [
        ("2022-07-13", "2022-07-14T10:19+07:00", "2024-07-23", ("event", "2022-07-13")),
        (None, "2022-07-14T10:19+07:00", "2024-07-23", ("published", "2022-07-14")),
        (None, "2020-10-09", None, ("published", "2020-10-09")),
        (None, None, "2024-07-23", ("captured", "2024-07-23")),
        (None, None, None, ("", "None")),
    ],
)
def test_sort_date(save, held_on, published_at, captured_on, expected):
    article, _ = save(
        meeting=meeting(held_on=held_on), published_at=published_at, captured_on=captured_on
    )
    assert (article.date_kind, str(article.sort_date)) == expected


@pytest.mark.parametrize(("held_on", "kind"), [("2019-10-31", "huyện"), ("2019-11-01", "thị xã")])
def test_unit_is_the_one_of_the_day(save, held_on, kind):
    article, _ = save(meeting=meeting(held_on=held_on))
    assert article.unit.kind == kind
