import pytest

from archive.history.changes import By
from tests.importing.conftest import places, save

__all__ = ["places", "save"]


@pytest.fixture
def editor(django_user_model, settings, request):
    settings.SEARCH_URL = f"memory://{request.node.nodeid}"
    return django_user_model.objects.create_user("bien-tap")


@pytest.fixture
def by(editor):
    """Makes the signature of one act: `by("vì sao")`."""
    return lambda why="": By(editor, why)
