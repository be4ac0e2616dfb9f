"""Each row is written into each index of its table: none is kept for which another one answers."""

import pytest
from django.apps import apps
from django.db import connection

from archive.models import Evidence, Observation

WRITTEN_BY_THE_DOZEN = {
    "ArticleVersion", "Capture", "Evidence", "Mention", "Observation", "Participation", "Position",
    "PositionReport",
}  # fmt: skip


def whole_indexes(model):
    """The columns of each index that holds all rows."""
    options = model._meta
    named = [*options.indexes, *options.constraints]
    kept = [i for i in named if getattr(i, "fields", ()) and i.condition is None]
    own = [[field.name] for field in options.concrete_fields if field.db_index]
    return [*own, *([name.removeprefix("-") for name in index.fields] for index in kept)]


@pytest.mark.parametrize("name", sorted(WRITTEN_BY_THE_DOZEN))
def test_no_index_begins_like_another(name):
    columns = whole_indexes(apps.get_model("archive", name))
    twice = [
        (one, other)
        for one in columns
        for other in columns
        if one is not other and other[: len(one)] == one
    ]
    assert twice == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("rows", "index"),
    [
        (Evidence.objects.filter(mention=1), "evidence_mention"),
        (Evidence.objects.filter(observation__in=[1, 2]), "evidence_observation"),
        (Evidence.objects.filter(mention__official=1), "evidence_mention"),
        (Observation.objects.filter(parent=1), "observation_parent"),
        (Observation.objects.filter(indicator=1), "observation_rivals"),
    ],
)
def test_what_points_at_a_row_is_found(rows, index):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL reads small tables whole")
    assert f"INDEX {index} " in rows.order_by().explain()
