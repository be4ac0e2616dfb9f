"""Ctrl-C ends long commands in order: what was done stays, the exit code tells, and the same command goes on."""

import os
import signal

import pytest
from django.core.management import call_command

from archive.importing import run
from archive.management.commands import verify
from archive.models import Article, Capture, ImportBatch
from tests.importing.cut_off import PAGES, pages, store

__all__ = ["pages", "store"]  # fixtures
pytestmark = pytest.mark.usefixtures("store")


def interrupted(monkeypatch, owner, name):
    """Ctrl-C, pressed when `owner.name` has been called."""
    function = getattr(owner, name)

    def press(*args):
        monkeypatch.setattr(owner, name, function)
        try:
            return function(*args)
        finally:
            os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(owner, name, press)


def test_an_import_saves_what_was_read_and_goes_on(pages, monkeypatch, capfd):
    interrupted(monkeypatch, run, "import_items")
    with pytest.raises(SystemExit) as ended:
        call_command("import_pages", str(pages), "--processes", "1")
    assert ended.value.code == 130
    said = capfd.readouterr()
    assert "stopping: what was read is being saved" in said.err
    assert "stopped: give the same command again, and it goes on from here" in said.err
    assert 0 < Article.objects.count() < PAGES
    assert f"read {Article.objects.count()}, new" in said.out
    call_command("import_pages", str(pages), "--processes", "1")
    assert f"read {PAGES}, new" in capfd.readouterr().out
    assert (Capture.objects.count(), ImportBatch.objects.count()) == (PAGES, 1)


def test_verify_says_how_far_it_came(pages, monkeypatch, capfd):
    call_command("import_pages", str(pages), "--processes", "1")
    interrupted(monkeypatch, verify, "Meter")
    with pytest.raises(SystemExit) as ended:
        call_command("verify")
    assert ended.value.code == 130
    said = capfd.readouterr()
    assert "captures 1, damaged 0" in said.out
    assert f"stopped after 1 of {PAGES}: run it again to check all" in said.err
    call_command("verify")
    assert f"captures {Capture.objects.count()}, damaged 0" in capfd.readouterr().out
