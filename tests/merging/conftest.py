import json

import pytest
from django.apps import apps
from django.core import serializers

from archive.history.changes import By
from archive.sums.tables import TABLES

LOG = {"Merge", "Distinction"}
DERIVED = {
    "Review",
    "Attention",
    "Summed",
    "Postponed",
    *(table.model.__name__ for table in TABLES),
}  # made anew


@pytest.fixture(autouse=True)
def _own_index(settings, request):
    settings.SEARCH_URL = f"memory://{request.node.nodeid}"


@pytest.fixture
def by(db, django_user_model):
    return By(django_user_model.objects.create_user("quan-ly"), "cùng một người")


def everything():
    """All rows of the archive, but for the log of merges and the moments of indexing."""
    rows = [
        row
        for model in apps.get_app_config("archive").get_models()
        if model.__name__ not in LOG | DERIVED
        for row in model._base_manager.order_by("pk")
    ]
    dumped = json.loads(serializers.serialize("json", rows))
    for row in dumped:
        row["fields"].pop("indexed_at", None)
    return dumped
