"""What editors teach the archive holds at once, without a restart."""

import pytest

from archive.importing.articles import refresh
from archive.models import Indicator, IndicatorAlias, Observation, Redirect, SynonymGroup
from archive.search import index
from tests.importing.conftest import places, save
from tests.importing.records import record

__all__ = ["places", "save"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def article(settings, request, save):
    settings.SEARCH_URL = f"memory://{request.node.nodeid}"
    article, _ = save()
    index.index_articles([article.pk])
    return article


def found(client, words):
    return client.get("/tim/", {"q": words}).context["hits"].total


def test_a_synonym_is_found_from_the_next_search_on(article, admin_client):
    assert found(admin_client, "thu NS") == 0
    url = "/quan-tri/archive/synonymgroup/add/"
    assert admin_client.post(url, {"forms": "NS", "note": ""}).status_code == 200  # one line alone
    admin_client.post(url, {"forms": "NS\nngân sách", "note": ""})
    assert str(SynonymGroup.objects.get()) == "NS = ngân sách"
    assert found(admin_client, "thu NS") == 1


def test_a_further_name_of_a_series_moves_its_figures(article, admin_client):
    series = Indicator.objects.create(slug="thu", name="Tổng thu ngân sách nhà nước", folded="x")
    stray = Observation.objects.get().indicator
    url = "/quan-tri/archive/indicatoralias/add/"
    admin_client.post(url, {"indicator": series.pk, "name": "Thu ngân sách"})
    assert Observation.objects.get().indicator == series
    assert not Indicator.objects.filter(pk=stray.pk).exists()
    assert Redirect.objects.get().new_path == series.get_absolute_url()
    refresh(article.current, record(), article.place)
    assert Observation.objects.get().indicator == series


def test_a_persons_choice_of_series_stays(article, admin_client):
    Observation.objects.update(state="confirmed")
    series = Indicator.objects.create(slug="thu", name="Tổng thu ngân sách nhà nước", folded="x")
    url = "/quan-tri/archive/indicatoralias/add/"
    admin_client.post(url, {"indicator": series.pk, "name": "Thu ngân sách"})
    assert Observation.objects.get().indicator != series


def test_one_name_belongs_to_one_series(article, admin_client):
    series = Observation.objects.get().indicator
    IndicatorAlias.objects.create(indicator=series, name="Thu NSNN")
    url = "/quan-tri/archive/indicatoralias/add/"
    page = admin_client.post(url, {"indicator": series.pk, "name": "thu nsnn"})
    assert "đã thuộc chỉ tiêu" in page.content.decode()
