"""The original bytes are kept once, and damage shows."""

from pathlib import Path

from django.core.files.storage import default_storage

from archive.importing.captures import captured_bytes, damaged_captures
from archive.models import Capture


def test_bytes_come_back(save):
    save(content=b"\xff\x00 page")
    assert captured_bytes(Capture.objects.get()) == b"\xff\x00 page"


def test_sound_captures_have_no_damage(save):
    save()
    assert list(damaged_captures()) == []


def test_an_altered_file_is_named(save):
    save()
    path = Path(default_storage.path(Capture.objects.get().path))
    path.write_bytes(b"rubbish")
    [(_, problem)] = damaged_captures()
    assert problem.startswith("file cannot be read")


def test_a_missing_file_is_named(save):
    save()
    Path(default_storage.path(Capture.objects.get().path)).unlink()
    [(_, problem)] = damaged_captures()
    assert problem == "file is missing"
