"""Every model can be listed, searched and opened; what is saved is a person's word."""

from io import StringIO

import pytest
from django.apps import apps
from django.contrib import admin
from django.core.management import call_command
from django.urls import reverse

from archive.models import (
    Article,
    Evidence,
    Likeness,
    LikenessKey,
    Mention,
    Observation,
    Postponed,
    Summed,
)
from archive.sums.tables import TABLES

pytestmark = pytest.mark.django_db(transaction=True)
DERIVED = {
    Likeness,
    LikenessKey,
    Postponed,
    Summed,
    *(table.model for table in TABLES),
}  # made from the other rows
MODELS = [model for model in apps.get_app_config("archive").get_models() if model not in DERIVED]


@pytest.fixture
def desk(settings, tmp_path, admin_client):
    """The admin's client over the sample pages."""
    settings.SEARCH_URL = f"memory://{tmp_path}"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "archive.importing.storage.AtomicFileStorage",
            "OPTIONS": {"location": tmp_path},
        },
    }
    call_command("import_pages", "fixtures/pages", "--source", "bai-mau", stdout=StringIO())
    return admin_client


def test_every_model_is_registered():
    assert [model for model in MODELS if model not in admin.site._registry] == []


def test_every_list_and_first_row_opens(desk):
    for model in MODELS:
        name = f"admin:archive_{model._meta.model_name}"
        assert desk.get(reverse(f"{name}_changelist") + "?q=a").status_code == 200, model
        row = model.objects.first()
        if row is not None:
            assert desk.get(reverse(f"{name}_change", args=[row.pk])).status_code == 200, model


def test_the_words_of_evidence_stand_beside_a_fact(desk):
    figure = Observation.objects.get(name="Tổng thu ngân sách")
    page = desk.get(reverse("admin:archive_observation_change", args=[figure.pk]))
    assert "<mark>905 tỷ 653 triệu đồng</mark>" in page.content.decode()


@pytest.mark.parametrize(
    ("action", "state"), [("confirm_chosen", "confirmed"), ("reject_chosen", "rejected")]
)
def test_actions_set_the_state(desk, action, state):
    mention = Mention.objects.first()
    url = reverse("admin:archive_mention_changelist")
    desk.post(url, {"action": action, "_selected_action": [mention.pk]})
    mention.refresh_from_db()
    assert mention.state == state


def test_deleting_what_a_machine_read_rejects_it(desk):
    mention = Mention.objects.first()
    desk.post(reverse("admin:archive_mention_delete", args=[mention.pk]), {"post": "yes"})
    mention.refresh_from_db()
    assert mention.state == "rejected"


def test_the_article_shows_its_text_with_the_evidence_marked(desk):
    article = Article.objects.get(place__slug="hai-duong/kinh-mon")
    page = desk.get(reverse("admin:archive_article_change", args=[article.pk])).content.decode()
    assert "<mark>31.167 tỷ đồng</mark>" in page
    assert page.count("<mark>") <= Evidence.objects.filter(version=article.current).count()
