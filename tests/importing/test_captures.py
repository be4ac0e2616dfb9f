"""The original bytes are kept once, and damage shows."""

from pathlib import Path

from django.core.files.storage import default_storage

from archive.importing import captures
from archive.importing.captures import captured_bytes, checked_captures
from archive.models import Capture


def test_bytes_come_back(save):
    save(content=b"\xff\x00 page")
    assert captured_bytes(Capture.objects.get()) == b"\xff\x00 page"


def test_sound_captures_have_no_damage(save):
    save()
    assert [problem for _, problem in checked_captures()] == [""]


def test_an_altered_file_is_named(save):
    save()
    path = Path(default_storage.path(Capture.objects.get().path))
    path.write_bytes(b"rubbish")
    [(_, problem)] = checked_captures()
    assert problem.startswith("file cannot be read")


def test_a_missing_file_is_named(save):
    save()
    Path(default_storage.path(Capture.objects.get().path)).unlink()
    [(_, problem)] = checked_captures()
    assert problem == "file is missing"


def test_all_are_checked_however_many(save, monkeypatch):
    monkeypatch.setattr(captures, "CHUNK", 2)
    for number in range(5):
        save(content=b"page %d" % number, url=f"https://x.vn/{number}", body=f"Bài {number}")
    assert len(list(checked_captures())) == 5
