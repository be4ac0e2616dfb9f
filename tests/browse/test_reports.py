"""Visitors report errors: on an article, on a fact, on what a place is missing."""

import pytest
from django.test import Client

from archive.browse import reporting
from archive.models import ErrorReport, Observation
from tests.browse import rows

TEXT = "Số này đúng ra là 906 tỷ đồng."


def path_of(article, anchor=""):
    return f"/bai/{article.pk}/bao-loi/" + (f"?du-kien={anchor}" if anchor else "")


def test_article_and_each_fact_lead_to_the_form(db, client):
    article = rows.full_article()
    figure = Observation.objects.get()
    source = client.get(article.get_absolute_url()).content.decode()
    assert f'href="{path_of(article)}"' in source
    assert f'href="{path_of(article, f"so-{figure.pk}")}"' in source


def test_report_on_a_fact_keeps_what_the_page_said(db, client, read):
    article = rows.full_article()
    figure = Observation.objects.get()
    path = path_of(article, f"so-{figure.pk}")
    assert "Tổng thu ngân sách: “905 tỷ 653 triệu đồng”" in read(path)
    response = client.post(path, {"text": TEXT}, follow=True)
    assert "Đã nhận. Cảm ơn bạn." in response.content.decode()
    report = ErrorReport.objects.get()
    assert (report.article, report.observation, report.text) == (article, figure, TEXT)
    assert "905 tỷ 653 triệu đồng" in report.quote
    figure.delete()
    report.refresh_from_db()
    assert "905 tỷ 653 triệu đồng" in report.quote


@pytest.mark.parametrize("anchor", ["", "so-999", "la-1", "so-x", "\0", "so-99999999999999999999"])
def test_report_without_a_known_fact_is_on_the_article(db, client, anchor):
    article = rows.full_article()
    client.post(path_of(article, anchor), {"text": TEXT})
    report = ErrorReport.objects.get()
    assert (report.article, report.observation, report.quote) == (article, None, "")


def test_fact_of_another_article_is_not_taken(db, client):
    article, other = rows.full_article(), rows.full_article()
    client.post(path_of(article, f"so-{other.observations.get().pk}"), {"text": TEXT})
    assert ErrorReport.objects.get().observation is None


def test_missing_article_is_reported_for_its_place(db, client, read):
    article = rows.article("Bài", rows.district())
    rows.meeting(article)
    source = client.get(article.place.get_absolute_url()).content.decode()
    assert "/dia-phuong/hai-duong/kinh-mon/gui-bai/?thieu=" in source
    path = "/dia-phuong/hai-duong/kinh-mon/gui-bai/?thieu=Hội nghị 25"
    assert "Kinh Môn : Hội nghị 25" in read(path)
    client.post(path, {"text": "https://example.vn/bai-cu"})
    report = ErrorReport.objects.get()
    assert (report.place, report.quote) == (article.place, "Hội nghị 25")


@pytest.mark.parametrize("text", ["", "ngắn", "dài" * 1000])
def test_message_too_short_or_too_long_is_said(db, client, text):
    response = client.post(path_of(rows.full_article()), {"text": text})
    assert 'class="err"' in response.content.decode()
    assert ErrorReport.objects.count() == 0


def test_robot_that_fills_every_field_is_thanked_and_not_kept(db, client):
    data = {"text": TEXT, "website": "https://spam.example"}
    assert client.post(path_of(rows.full_article()), data).status_code == 302
    assert ErrorReport.objects.count() == 0


def test_one_sender_may_send_five_an_hour(db, client):
    path = path_of(rows.full_article())
    for _ in range(reporting.MOST_OF_ONE):
        assert client.post(path, {"text": TEXT}).status_code == 302
    response = client.post(path, {"text": TEXT})
    assert response.status_code == 429
    assert "Lời nhắn chưa được gửi" in response.content.decode()
    assert client.post(path, {"text": TEXT}, REMOTE_ADDR="10.0.0.9").status_code == 302


def test_flood_from_many_addresses_stops(db, client, monkeypatch):
    monkeypatch.setattr(reporting, "MOST_OF_ALL", 3)
    path = path_of(rows.full_article())
    codes = [
        client.post(path, {"text": TEXT}, REMOTE_ADDR=f"10.0.0.{n}").status_code for n in range(4)
    ]
    assert codes == [302, 302, 302, 429]


@pytest.mark.parametrize(
    ("site", "forwarded", "same"),
    [
        ("https://kho.example", ("1.1.1.1", "2.2.2.2"), False),
        ("https://kho.example", ("9.9.9.9, 2.2.2.2", "8.8.8.8, 2.2.2.2"), True),  # forged in front
        ("http://127.0.0.1:8000", ("1.1.1.1", "2.2.2.2"), True),  # no proxy of ours: forged
    ],
)
def test_sender_behind_a_proxy(rf, settings, site, forwarded, same):
    settings.SITE_URL = site
    first, second = (reporting.sender_of(rf.get("/", HTTP_X_FORWARDED_FOR=f)) for f in forwarded)
    assert (first == second) is same
    assert "1.1.1.1" not in first


def test_form_without_its_token_says_what_to_do(db):
    response = Client(enforce_csrf_checks=True).post(path_of(rows.full_article()), {"text": TEXT})
    assert response.status_code == 403
    assert "tải lại rồi gửi lần nữa" in response.content.decode()


def test_page_of_an_article_sets_no_cookie(db, client):
    assert not client.get(rows.full_article().get_absolute_url()).cookies


def test_hidden_article_has_no_form(db, client):
    article = rows.full_article(visibility="hidden", visibility_reason="kiểm tra")
    assert client.get(path_of(article)).status_code == 404
