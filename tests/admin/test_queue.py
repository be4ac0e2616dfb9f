"""The queue says what to look at first and why, in a fixed number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive import attention
from archive.attention import reasons
from archive.attention.reasons import FiguresDiffer
from archive.history.values import same
from archive.models import Article, Attention, ErrorReport, Observation, Official, Review
from tests.importing.conftest import places, save
from tests.importing.records import meeting

__all__ = ["places", "save"]

pytestmark = pytest.mark.django_db
QUEUE = "/quan-tri/hang-doi/"


@pytest.fixture
def room(settings, request, save, admin_client):
    """An editor's client over two articles, in Kinh Môn and in Nam Sách."""
    settings.SEARCH_URL = f"memory://{request.node.nodeid}"
    kinh_mon, _ = save()
    nam_sach, _ = save(place="Nam Sách", title="Bài khác", meeting=meeting(ordinal=2))
    attention.refresh([kinh_mon.pk, nam_sach.pk])
    return admin_client


def article():
    return Article.objects.get(place__slug="hai-duong/kinh-mon")


def reported(article):
    ErrorReport.objects.create(article=article, text="Số này sai rồi", sender="x")


def unplaced(article):
    Article.objects.filter(pk=article.pk).update(place=None)


def doubtful(article):
    article.observations.update(confidence=0.3)


def warned(article):
    article.observations.update(warnings=["parts sum to more than the total"])


def namesake(article):
    person = article.mentions.first().official
    Official.objects.create(
        slug="khac", name=person.name, folded=person.folded, province=person.province
    )


def contradicted(article):
    figure = article.observations.exclude(period="").first()
    other = Article.objects.exclude(pk=article.pk).first()
    Observation.objects.create(
        article=other, indicator=figure.indicator, place=figure.place, name=figure.name,
        value=1, unit=figure.unit, period=figure.period, kind=figure.kind,
    )  # fmt: skip


def told_otherwise(article):
    report = article.meetingreports.get()
    other = Article.objects.exclude(pk=article.pk).first()
    other.meetingreports.create(meeting=report.meeting, name="x", read={"held_on": "2022-07-14"})


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (reported, "Bạn đọc báo lỗi"),
        (unplaced, "Chưa rõ địa phương"),
        (doubtful, "Máy không chắc"),
        (warned, "các phần cộng lại lớn hơn tổng"),
        (namesake, "Có thể trùng cán bộ"),
        (contradicted, "Các bài nêu số khác nhau"),
        (told_otherwise, "ngày họp: 13/7/2022 và 14/7/2022"),
    ],
)
def test_it_says_why(room, trouble, words):
    pk = article().pk
    trouble(article())
    attention.refresh([pk])
    page = room.get(QUEUE).content.decode()
    assert words in page
    assert Review.objects.order_by("-urgency").values_list("article", flat=True).first() is not None
    assert Review.objects.get(article=pk).urgency > 0


def test_filters_by_place_reason_and_person(room, admin_user):
    doubtful(article())
    attention.refresh([article().pk])
    assert room.get(f"{QUEUE}?noi=hai-duong").context["page"].paginator.count == 2
    assert room.get(f"{QUEUE}?noi=hai-duong/kinh-mon").context["page"].paginator.count == 1
    assert room.get(f"{QUEUE}?vi=confidence").context["page"].paginator.count == 1
    assert room.get(f"{QUEUE}?nguon=nguon&cua=chua").context["page"].paginator.count == 2
    room.post(QUEUE, {"bai": [article().pk], "giao": admin_user.pk})
    assert room.get(f"{QUEUE}?cua=toi").context["page"].paginator.count == 1
    room.post(QUEUE, {"bai": [article().pk], "giao": ""})
    assert room.get(f"{QUEUE}?cua=toi").context["page"].paginator.count == 0


@pytest.mark.parametrize("many", [10, 40])
def test_reports_that_say_the_same_are_compared_once(room, monkeypatch, many):
    """However many articles report one meeting: each with the readings, not with each other."""
    report, other = article().meetingreports.get(), Article.objects.exclude(pk=article().pk).first()
    for number in range(many):
        report.meeting.reports.create(
            article=other, name=str(number), read={"held_on": "2022-07-14"}
        )
    compared = []
    monkeypatch.setattr(reasons, "same", lambda *pair: compared.append(pair) or same(*pair))
    attention.refresh([article().pk])
    assert Attention.objects.get(article=article(), reason="reports").count == 1
    assert len(compared) < 5 * many + 50


@pytest.mark.skipif(connection.vendor != "sqlite", reason="words of SQLite's plans")
def test_only_figures_that_differ_are_read(room):
    """Of thousands of articles that give one figure, those with another value are a range of an index."""
    plan = FiguresDiffer().rows({article().pk}).explain()
    for than in "<>":
        assert f"(indicator_id=? AND place_id=? AND period=? AND value{than}?)" in plan


def queries(client, url):
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(url).status_code == 200
    return len(caught)


def test_more_articles_need_no_more_queries(room):
    Article.objects.exclude(pk=article().pk).update(visibility="withdrawn", visibility_reason="x")
    few = queries(room, QUEUE)
    Article.objects.update(visibility="public", visibility_reason="")
    assert queries(room, QUEUE) == few


def test_more_facts_need_no_more_queries(room):
    url = f"/quan-tri/bai/{article().pk}/duyet/?chon=bai"
    many = queries(room, url)
    article().observations.all().delete()
    assert queries(room, url) == many


@pytest.mark.parametrize("path", ["hang-doi/", "de-nghi/", "lich-su/", "huong-dan/"])
def test_only_editors_come_in(client, django_user_model, path):
    assert client.get(f"/quan-tri/{path}").status_code == 302
    reader = django_user_model.objects.create_user("khach", is_staff=True)
    client.force_login(reader)
    assert client.get(f"/quan-tri/{path}").status_code == (200 if path == "huong-dan/" else 403)
