from pathlib import Path

import pytest

from archive.gazetteer import Gazetteer, SourceRegistry

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


@pytest.fixture(scope="session")
def gazetteer():
    return Gazetteer.load(FIXTURES / "gazetteer")


@pytest.fixture(scope="session")
def registry():
    return SourceRegistry.load(FIXTURES / "sources")
