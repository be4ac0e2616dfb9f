"""Imports in a list, and one taken back from the shell."""

from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from archive.models import ImportBatch
from tests.importing.conftest import places, save  # noqa: F401

pytestmark = pytest.mark.django_db


def told(*arguments, **options):
    out = StringIO()
    call_command("batches", *arguments, stdout=out, stderr=out, **options)
    return out.getvalue()


@pytest.fixture
def batch(save):  # noqa: F811
    save()
    return ImportBatch.objects.get()


def test_the_list_says_what_and_how_it_ended(batch):
    assert told("list").split("\t")[::2] == [f"{batch.pk}", "unfinished", "test\n"]


def test_undoing_is_in_somebodys_name(batch):
    with pytest.raises(CommandError, match="--user") as error:
        told("undo", f"{batch.pk}")
    assert error.value.returncode == 2


def test_undoing_may_be_looked_at_first(batch):
    User.objects.create_superuser("lan")
    assert told("undo", f"{batch.pk}", dry_run=True).startswith("removed 1,")
    assert told("undo", f"{batch.pk}").startswith("removed 1,")
    assert "\tundone\t" in told("list")
    with pytest.raises(CommandError) as error:
        told("undo", f"{batch.pk}")
    assert error.value.returncode == 1
