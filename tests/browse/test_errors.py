"""Addresses that are not there, that moved, and failures."""

from django.template.loader import get_template

from archive.models import Redirect


def test_unknown_address_offers_the_search(db, read):
    text = read("/khong-co/", status=404)
    assert "Không thấy trang này" in text


def test_address_that_moved_is_followed(db, client):
    Redirect.objects.create(old_path="/cu/", new_path="/bai/")
    response = client.get("/cu/")
    assert (response.status_code, response["Location"]) == (301, "/bai/")


def test_failure_has_a_page_that_needs_no_database():
    assert "Kho đang gặp lỗi" in get_template("500.html").render()
