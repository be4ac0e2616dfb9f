"""What an import makes of a page that it has, has not, or half has."""

import datetime

from archive.models import Article, Capture, Meeting, Mention, Observation, Official


def counts():
    models = (Article, Capture, Official, Mention, Meeting, Observation)
    return {model.__name__: model.objects.count() for model in models}


def test_a_first_page_is_new(save):
    _, outcome = save()
    assert outcome == "new"
    assert set(counts().values()) == {1}


def test_the_same_page_again_changes_nothing(save):
    save()
    before = counts()
    _, outcome = save()
    assert (outcome, counts()) == ("unchanged", before)


def test_the_same_text_captured_later_adds_a_capture_only(save):
    save()
    _, outcome = save(captured_at=datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC))
    assert outcome == "unchanged"
    assert Capture.objects.count() == 2
    assert Article.objects.count() == 1


def test_other_text_at_the_same_identity_is_a_new_version(save):
    save(url="https://example.org/bai-1", author="A B")
    article, outcome = save(url="https://example.org/bai-1#top", author="C D")
    assert outcome == "updated"
    assert [version.author for version in article.versions.all()] == ["A B", "C D"]
    assert Mention.objects.count() == 1


def test_the_same_text_at_another_address_is_a_duplicate(save):
    first, _ = save(url="https://example.org/1")
    second, outcome = save(url="https://mirror.example/9")
    assert outcome == "duplicate"
    assert second == first


def test_an_older_capture_imported_later_does_not_return_as_an_update(save):
    url = "https://example.org/1"
    save(url=url, author="cũ")
    save(url=url, author="mới")
    _, outcome = save(url=url, author="cũ")
    assert outcome == "unchanged"
