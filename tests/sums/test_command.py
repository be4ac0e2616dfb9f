"""Sums that were passed by are told, and made anew; an archive that has none yet gets them."""

from io import StringIO

import pytest
from django.core.management import call_command

from archive import attention, sums
from archive.models import (
    Article,
    ArticleSum,
    FigureSum,
    Official,
    OfficialSum,
    Place,
    Postponed,
    Review,
)

pytestmark = pytest.mark.django_db


def run(action, err=None):
    out = StringIO()
    try:
        call_command("sums", action, stdout=out, stderr=err or StringIO())
    except SystemExit as end:
        return end.code, out.getvalue()
    return 0, out.getvalue()


def test_rows_that_were_changed_past_the_doors_are_told_and_repaired(save):
    article, _ = save()
    attention.refresh([article.pk])
    assert run("verify") == (0, "sums and rows agree\n")
    Article.objects.update(visibility="hidden", visibility_reason="kiểm tra")
    Official.objects.all()[0].mentions.all().delete()
    code, out = run("verify")
    assert code == 1
    assert f"officialsum: ({Official.objects.get().pk}, 1, " in out
    assert run("rebuild") == (0, "summed articles 1\n")
    assert run("verify") == (0, "sums and rows agree\n")
    assert not OfficialSum.objects.exists()


def test_what_a_stopped_import_left_is_told_and_made_up_for(save):
    article, _ = save()
    attention.postpone([article.pk])
    err = StringIO()
    assert run("verify", err)[0] == 1
    assert err.getvalue().startswith("An import is under way, or was stopped")
    assert run("rebuild") == (0, "summed articles 1\n")
    assert Review.objects.filter(article=article).exists()
    assert not Postponed.objects.exists()
    assert run("verify") == (0, "sums and rows agree\n")


def test_of_a_place_where_nothing_is_left_no_sum_is_left(save):
    article, _ = save()
    attention.refresh([article.pk])
    Article.objects.all().delete()
    Official.objects.all().delete()
    assert sums.rebuild() == 0
    assert list(sums.verify()) == []


def test_an_archive_without_sums_gets_them_after_its_migration(save):
    save()
    assert list(sums.verify()) != []
    sums.make_if_none()
    assert list(sums.verify()) == []


@pytest.mark.parametrize("place", ["Kinh Môn", None])
def test_what_has_no_place_is_counted_too(save, place):
    article, _ = save(place=place)
    attention.refresh([article.pk])
    [counted] = ArticleSum.objects.all()
    [figures] = FigureSum.objects.all()
    own = Place.objects.filter(name=place).first()
    assert (counted.place, counted.articles, str(counted.first)) == (own, 1, "2022-07-13")
    assert (figures.place, figures.figures, figures.first) == (own, 1, "2022-H1")
