"""What is hidden stays hidden when the page, or another that tells the same, comes in again."""

import pytest

from archive import hiding
from archive.importing.articles import refresh
from archive.models import ArticleVersion, Change, Mention, Takedown
from tests.importing.conftest import places, save  # noqa: F401  (fixtures)
from tests.importing.records import BODY, record

NAME = "Sái Thị Yến"


@pytest.fixture
def hidden(save, manager):  # noqa: F811
    """An article whose official is hidden, and the order."""
    article, _ = save()
    order = Takedown(scope="words", article=article, words=NAME, ground="privacy", reason="đơn")
    hiding.hide(order, manager)
    return article, order


def test_reading_again_does_not_bring_it_back(hidden):
    article, _ = hidden
    refresh(article.current, record(), article.place)
    assert NAME not in article.current.body
    assert not Mention.objects.valid().exists()
    assert not [
        change for change in Change.objects.all() if NAME in f"{change.label}{change.fields}"
    ]


def test_the_same_page_again_makes_no_version(hidden, save):  # noqa: F811
    article, outcome = save()
    assert outcome == "unchanged"
    assert NAME not in article.current.body


def test_a_new_version_of_the_page_is_covered(hidden, save):  # noqa: F811
    article, outcome = save(body=f"{BODY} Thêm một câu.")
    assert outcome == "updated"
    assert article.versions.count() == 2
    assert not ArticleVersion.objects.filter(body__contains=NAME).exists()
    assert not Mention.objects.valid().exists()


def test_a_name_hidden_everywhere_is_covered_in_what_comes_later(save, manager):  # noqa: F811
    hiding.hide(Takedown(scope="everywhere", words=NAME, ground="law", reason="công văn"), manager)
    article, outcome = save()
    assert outcome == "new"
    assert NAME not in article.current.body
    assert not Mention.objects.valid().exists()


def test_a_deleted_article_that_is_imported_again_is_still_hidden(hidden, save):  # noqa: F811
    article, _ = hidden
    article.delete()
    again, outcome = save()
    assert outcome == "new"
    assert NAME not in again.current.body


def test_after_lifting_the_facts_are_what_the_machine_reads(hidden, manager):
    article, order = hidden
    refresh(article.current, record(), article.place)
    hiding.lift(order, manager, "rút đơn")
    assert article.current.body == BODY
    assert Mention.objects.get().state == "extracted"
    assert Mention.objects.get().name == NAME
