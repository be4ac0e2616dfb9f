"""What an import leaves for later is made up for in steps, wherever these are cut off, and whatever editors do meanwhile."""

import pytest
from django.contrib.auth import get_user_model

from archive import attention, sums
from archive.attention import postponing
from archive.editing.moving import move
from archive.history.changes import By
from archive.importing import run
from archive.models import (
    Article,
    ArticleSum,
    Attention,
    ImportBatch,
    OfficialSum,
    Postponed,
    Review,
)
from tests.importing.conftest import places, save
from tests.importing.cut_off import PAGES, pages, store
from tests.importing.records import figure, meeting, official
from tests.importing.test_resuming import crash_after, taken

__all__ = ["pages", "places", "save", "store"]  # fixtures


@pytest.fixture
def small_steps(monkeypatch):
    """Three articles and one place are a transaction."""
    monkeypatch.setattr(postponing, "CHUNK", 3)
    monkeypatch.setattr(sums.keeping, "PLACES", 1)


def queue():
    """All that is derived for editors."""
    reasons = Attention.objects.order_by("article", "reason")
    reviews = Review.objects.order_by("article")
    return [*reasons.values_list("article", "reason", "count"), *reviews.values_list()]


def catch_up():
    for _ in attention.catch_up():
        assert Postponed.objects.exists()
    assert not Postponed.objects.exists()
    assert list(sums.verify()) == []


def cut_off_at(monkeypatch, step):
    """An import is killed after so many steps of making up."""

    def killed():
        killed.steps += 1
        if killed.steps == step:
            raise KeyboardInterrupt

    killed.steps = 0
    monkeypatch.setattr(run, "give_back", killed)


@pytest.mark.parametrize("step", range(1, 6))
def test_cut_off_after_any_step_it_is_begun_again(store, pages, small_steps, monkeypatch, step):
    cut_off_at(monkeypatch, step)
    with pytest.raises(KeyboardInterrupt):
        taken(pages)
    assert Postponed.objects.exists()
    cut_off_at(monkeypatch, None)
    assert taken(pages)[1].outcomes.total() == PAGES
    assert not Postponed.objects.exists()
    assert list(sums.verify()) == []
    made = queue()
    attention.refresh(Article.objects.values_list("pk", flat=True))
    assert made == queue()
    assert Review.objects.count() == PAGES


def test_asked_to_stop_between_steps_it_leaves_the_rest(store, pages, small_steps, monkeypatch):
    asked = []
    monkeypatch.setattr(run, "give_back", lambda: asked.append(True))
    assert taken(pages, stop=lambda: bool(asked))[1].stopped
    assert 0 < Review.objects.count() < PAGES
    assert not ImportBatch.objects.get().finished_at
    assert not taken(pages)[1].stopped
    assert Review.objects.count() == PAGES
    assert ImportBatch.objects.get().finished_at


def test_it_tells_how_many_articles_were_looked_through(store, pages, small_steps):
    heard = []
    taken(pages, looked=heard.append)
    assert [looked.among for looked in heard] == [PAGES] * len(heard)
    counts = [looked.articles for looked in heard]
    assert counts == sorted(set(counts))
    assert len(counts) > 1
    assert counts[-1] == PAGES


def test_visitors_see_sums_of_half_an_archive_before_an_import_ends(store, pages, monkeypatch):
    monkeypatch.setattr(postponing, "MANY", 3)
    crash_after(pages, 6)
    [counted] = ArticleSum.objects.all()
    assert 2 * counted.articles >= Article.objects.published().count() > 0
    assert Postponed.objects.exists()
    assert not Review.objects.exists()


@pytest.fixture(params=[0, 5])
def old(save, request):
    """An article of an archive with so many more: what changes is most of it, or not."""
    old, *_ = [save(content=bytes([n]), title=f"Bài {n}")[0] for n in range(1 + request.param)]
    attention.refresh(Article.objects.values_list("pk", flat=True))
    return old


def test_older_articles_that_say_otherwise_are_looked_at_again(save, old):
    assert not Attention.objects.filter(reason="figures").exists()
    new, _ = save(content=b"new", title="Bài mới", indicators=(figure(value="906"),))
    attention.postpone({new.pk})
    catch_up()
    assert Attention.objects.filter(article=old, reason="figures").exists()
    assert Attention.objects.filter(article=new, reason="figures").exists()


def test_a_new_version_leaves_the_sums_of_the_former_one(save, old):
    for name in ("Phạm Văn Lữ", "Lê Văn Hai", "Vũ Thị Ba"):
        page = {"url": "https://vi-du.vn/1", "content": name.encode(), "author": name}
        article, _ = save(**page, officials=(official(name=name),))
        attention.postpone({article.pk})
    catch_up()
    counted = OfficialSum.objects.values_list("official__name", flat=True)
    assert set(counted) == {"Sái Thị Yến", "Vũ Thị Ba"}


def test_what_waits_may_be_moved_meanwhile(save, places, settings):
    """An edit beside it has counted it where it was."""
    settings.SEARCH_URL = "memory://moved"
    waiting, _ = save(title="Bài chờ", meeting=meeting())
    attention.postpone({waiting.pk})
    beside, _ = save(content=b"2", title="Bài khác")
    attention.refresh([beside.pk])
    waiting.versions.update(capture=None)  # its bytes are no page that could be read again
    move(waiting, places["Nam Sách"], By(get_user_model().objects.create_user("bien-tap")))
    catch_up()
    assert ArticleSum.objects.get(place__name="Kinh Môn").articles == 1


def test_what_comes_while_the_rest_is_made_waits_for_the_next_time(save):
    first, _ = save()
    attention.postpone({first.pk})
    steps = attention.catch_up()
    next(steps)
    second, _ = save(content=b"2", title="Bài sau")
    attention.postpone({second.pk})
    for _ in steps:
        pass
    assert Postponed.objects.get().articles == [second.pk]
    catch_up()
