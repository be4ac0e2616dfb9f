"""Imports, re-extractions and editors at the same time, in real threads with a connection each."""

import shutil
import threading
import time
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, transaction

from archive.editing.judging import correct
from archive.history.changes import By
from archive.importing.articles import refresh
from archive.models import Article, Meeting, Observation, Official, Place
from archive.models.turns import again, hold_article
from tests.importing.records import figure, record
from tests.whole.conftest import storage

__all__ = ["storage"]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("on_postgres")]
RUNS = {"ImportBatch", "ImportItem"}  # one more run is one more batch


def together(*acts):
    """Run the acts at once; raises what any of them raised."""
    start, errors = threading.Barrier(len(acts)), []

    def run(act):
        try:
            start.wait()
            act()
        except Exception as error:  # noqa: BLE001
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for error in errors:
        raise error


def waiting_for_lock():
    """Until some transaction waits for another."""
    for _ in range(200):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
            if cursor.fetchone():
                return
        time.sleep(0.05)
    raise AssertionError("nobody waits")


def import_pages(folder):
    call_command("import_pages", str(folder), stdout=StringIO())


def rows_by_table():
    models = apps.get_app_config("archive").get_models()
    return {m.__name__: m.objects.count() for m in models if m.__name__ not in RUNS}


@pytest.fixture
def pages(tmp_path):
    """One page under six addresses' worth of names: the same people, one place, six days."""
    folder = tmp_path / "pages"
    folder.mkdir()
    text = Path("fixtures/pages/plain.txt").read_text(encoding="utf-8")
    for number in range(6):
        (folder / f"{number}.txt").write_text(
            text.replace("2020", str(2010 + number)), encoding="utf-8"
        )
    return folder


def test_two_imports_of_the_same_pages_store_each_once(pages, storage):
    """From two folders: the same folder twice at once is refused."""
    copy = shutil.copytree(pages, pages.with_name("copy"))
    together(lambda: import_pages(pages), lambda: import_pages(copy))
    before = rows_by_table()
    import_pages(pages)
    assert rows_by_table() == before
    assert Article.objects.count() == 6
    names = list(Official.objects.values_list("name", "province"))
    assert len(names) == len(set(names))
    held = list(Meeting.objects.values_list("place", "kind", "held_on", "ordinal"))
    assert len(held) == len(set(held))


def test_an_edit_during_a_new_reading_stands(save, editor):
    """The reading waits for the editor, then sees what they said."""
    article, _ = save()
    row = Observation.objects.get()
    reading = record(indicators=(figure(value="999", period="2022"),))
    place = Place.objects.get(pk=article.place_id)
    held = threading.Event()

    def edit():
        with transaction.atomic():
            hold_article(pk=article.pk)
            held.set()
            waiting_for_lock()
            correct(row, {"value": Decimal(907)}, By(editor))

    def reread():
        held.wait()
        again(lambda: refresh(Article.objects.get(pk=article.pk).current, reading, place))

    together(edit, reread)
    row = Observation.objects.get(state="edited")
    assert (row.value, row.period) == (907, "2022-H1")
    assert not Observation.objects.filter(state="extracted", value=907).exists()


def test_an_edit_of_what_was_read_anew_meanwhile_stands(save, editor):
    """The editor waits for the reading; what they save then is theirs, the rest as it was read."""
    article, _ = save()
    row = Observation.objects.get()
    reading = record(indicators=(figure(growth_percent="5"),))
    held = threading.Event()

    def reread():
        with transaction.atomic():
            refresh(article.current, reading, article.place)
            held.set()
            waiting_for_lock()

    def edit():
        held.wait()
        correct(row, {"value": Decimal(907)}, By(editor))

    together(reread, edit)
    assert Observation.objects.get(value=907).state == "edited"


def test_two_editors_of_two_fields_lose_nothing(save, editor):
    save()
    mine, theirs = Observation.objects.get(), Observation.objects.get()
    together(
        lambda: correct(mine, {"value": Decimal(907)}, By(editor)),
        lambda: correct(theirs, {"period": "2022"}, By(editor)),
    )
    row = Observation.objects.get()
    assert (row.value, row.period) == (907, "2022")


def test_the_second_of_two_who_save_at_once_is_told(save, django_user_model, client):
    from tests.admin.test_saving import fields, url

    save()
    figure_row = Observation.objects.get()
    user = django_user_model.objects.create_superuser("quan-tri")
    client.force_login(user)
    form = fields(client, figure_row)
    answers = []

    def post(value):
        own = type(client)()
        own.force_login(user)
        answers.append(own.post(url(figure_row), form | {"value": value}))

    together(lambda: post("907"), lambda: post("908"))
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    told = next(answer for answer in answers if answer.status_code == 200)
    assert "trong lúc bạn mở trang này người khác đã sửa" in told.content.decode()


@pytest.fixture
def editor(django_user_model, settings, request):
    settings.SEARCH_URL = f"memory://{request.node.nodeid}"
    return django_user_model.objects.create_user("bien-tap")
