"""Taking back an import: what it brought goes, what people said stays and is named."""

import pytest
from django.core.files.storage import default_storage

from archive.editing.judging import confirm, correct
from archive.editing.undoing import UndoError, preview, undo_batch
from archive.models import (
    Article,
    Capture,
    Change,
    ImportBatch,
    Indicator,
    Meeting,
    Observation,
    Official,
    Position,
)

MODELS = (Article, Official, Position, Meeting, Indicator, Observation, Capture)


def batch():
    return ImportBatch.objects.get()


def rows():
    return [model.objects.count() for model in MODELS]


def test_nothing_is_left_of_an_import_that_nobody_touched(
    save, by, django_capture_on_commit_callbacks
):
    save()
    path = Capture.objects.get().path
    with django_capture_on_commit_callbacks(execute=True):
        done = undo_batch(batch(), by("nhầm thư mục"))
    assert done.removed == ["Hội nghị lần thứ 9"]
    assert rows() == [0] * len(MODELS)
    assert not default_storage.exists(path)
    change = Change.objects.get()
    assert (change.action, change.label, change.why) == (
        "removed", "Hội nghị lần thứ 9", "nhầm thư mục",
    )  # fmt: skip


def test_it_comes_back_by_importing_again(save, by):
    save()
    undo_batch(batch(), by())
    _, outcome = save()
    assert outcome == "new"


def test_a_persons_word_stays_and_is_named(save, by):
    article, _ = save()
    confirm(Observation.objects.get(), by())
    correct(article, {"title": "Tiêu đề đúng"}, by())
    done = undo_batch(batch(), by())
    assert done.kept == [("Tiêu đề đúng", ["tiêu đề", "Thu ngân sách"])]
    assert Observation.objects.get().state == "confirmed"
    assert not article.mentions.exists()
    assert not Official.objects.exists()


def test_an_article_goes_back_to_its_former_version(save, by):
    article, _ = save(url="https://vi-du.vn/bai")
    second = ImportBatch.objects.create(description="lần hai")
    save(
        content=b"changed",
        url="https://vi-du.vn/bai",
        body="Bài đã đổi.",
        officials=(),
        meeting=None,
        indicators=(),
    )
    article.versions.filter(number=2).update(batch=second)
    Capture.objects.filter(versions__number=2).update(batch=second)
    done = undo_batch(second, by())
    assert (done.restored, article.versions.count()) == (["Hội nghị lần thứ 9"], 1)
    assert Capture.objects.count() == 1


def test_a_withdrawn_article_is_not_forgotten(save, by):
    article, _ = save()
    Article.objects.update(visibility="withdrawn", visibility_reason="theo yêu cầu")
    assert undo_batch(batch(), by()).kept == [(article.title, ["theo yêu cầu"])]
    assert Article.objects.exists()


def test_once_is_enough(save, by):
    save()
    undo_batch(batch(), by())
    with pytest.raises(UndoError, match="đã được hoàn tác"):
        undo_batch(batch(), by())


def test_a_preview_changes_nothing(save, by):
    save()
    before = rows()
    assert preview(batch(), by()).removed == ["Hội nghị lần thứ 9"]
    assert (rows(), batch().undone_at, Change.objects.count()) == (before, None, 0)
