"""An import that was cut off goes on with the same command, and ends as if nothing had been."""

import pytest
from django.conf import settings

from archive import sums
from archive.importing.options import Options
from archive.importing.resuming import RunningError, alone, key_of
from archive.importing.run import import_paths
from archive.models import Article, Capture, ImportBatch, ImportItem, Postponed
from tests.importing.cut_off import PAGES, store
from tests.importing.cut_off import pages as articles
from tests.importing.test_workers import TEXT

__all__ = ["articles", "store"]  # fixtures
pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture
def pages(articles):
    """The articles, and after them what is no page."""
    with articles.open("a", encoding="utf-8") as file:
        file.write("\nno page")
    return articles


def taken(path, **options):
    """Names that the report of an import gives, in order, and its counts."""
    names = []
    counts = import_paths([path], Options(**options), lambda result: names.append(result.name))
    return names, counts


def crash_after(path, number):
    def report(_result):
        report.count += 1
        if report.count == number:
            raise KeyboardInterrupt

    report.count = 0
    with pytest.raises(KeyboardInterrupt):
        import_paths([path], Options(), report)


@pytest.mark.parametrize("number", [1, 2, 5])
def test_a_run_that_was_cut_off_goes_on_in_its_batch(pages, number):
    crash_after(pages, number)
    assert 0 < ImportItem.objects.count() < PAGES
    names, counts = taken(pages)
    assert names == [f"{pages}:{line}" for line in range(1, PAGES + 2)]
    assert counts.line().startswith(f"read {PAGES + 1}, new ")
    assert counts.outcomes["unchanged"] == 0
    assert ImportItem.objects.count() == PAGES + 1
    assert ImportBatch.objects.get().finished_at
    assert Article.objects.count() == Capture.objects.count() == PAGES
    assert not Article.objects.filter(indexed_at=None).exists()


def test_a_run_that_is_asked_to_stop_saves_what_it_has_read(pages):
    asked = iter([False] * 4 + [True] * 99)
    names, counts = taken(pages, stop=lambda: next(asked))
    assert counts.stopped
    assert len(names) == ImportItem.objects.count() < PAGES
    assert not counts.batch.finished_at
    assert len(taken(pages)[0]) == PAGES + 1


def test_a_finished_run_begins_anew(pages):
    taken(pages)
    _, counts = taken(pages)
    assert counts.outcomes["unchanged"] == PAGES
    assert ImportBatch.objects.count() == 2


def test_a_file_that_was_changed_is_another_import(pages):
    crash_after(pages, 2)
    pages.write_text(pages.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    _, counts = taken(pages)
    assert counts.outcomes["unchanged"] == 2
    assert ImportBatch.objects.count() == 2


def test_files_that_came_into_a_folder_are_read(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    for n in (1, 2, 5):
        (folder / f"{n}.txt").write_text(TEXT.format(n, n) * n, encoding="utf-8")
    crash_after(folder, 2)
    (folder / "0.txt").write_text(TEXT.format(4, 4) * 4, encoding="utf-8")
    taken(folder)
    assert Article.objects.count() == 4


def test_only_what_was_rejected_is_tried_again(pages):
    taken(pages)
    names, counts = taken(pages, retry_rejected=True)
    assert names == [f"{pages}:{PAGES + 1}"]
    assert counts.outcomes["rejected"] == 1


def test_two_processes_do_not_run_the_same_import(pages):
    with alone(key_of([pages], Options())), pytest.raises(RunningError):
        taken(pages)


def test_a_lock_that_its_holder_took_away_meanwhile_is_none(pages, monkeypatch):
    path = settings.ARCHIVE_HOME / f"import-{'k' * 16}.lock"

    def late(file, how):
        path.unlink()  # by the process that held it, between our opening and our locking
        path.touch()  # and a third has one of its own

    monkeypatch.setattr("archive.importing.resuming.fcntl.flock", late)
    with pytest.raises(RunningError, match="ended in another process"), alone("k" * 16):
        pass
    assert path.exists()


def test_the_lock_goes_with_a_run_that_fails(pages):
    with pytest.raises(OSError, match="disk"), alone("k" * 16):
        raise OSError("the disk is full")
    assert not list(settings.ARCHIVE_HOME.glob("import-*.lock"))


def test_what_waits_for_queue_and_sums_is_made_up_for(pages):
    crash_after(pages, 4)
    assert ImportItem.objects.exists()
    assert Article.objects.filter(review=None).exists()
    taken(pages)
    assert not Article.objects.filter(review=None).exists()
    assert not Postponed.objects.exists()
    assert list(sums.verify()) == []
