import pytest

from tests.importing.conftest import places, save

__all__ = ["places", "save"]


@pytest.fixture(autouse=True)
def _own_index(settings, request):
    settings.SEARCH_URL = f"memory://{request.node.nodeid}"
