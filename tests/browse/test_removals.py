"""Anybody may ask that something be hidden; the request waits in the admin."""

from archive.models import RemovalRequest

ASK = {
    "address": "/bai/12/",
    "text": "Xin ẩn tên tôi trong bài này.",
    "contact": "a@b.vn",
    "website": "",
}


def test_a_request_is_kept(db, client, read):
    assert "Đã nhận yêu cầu" in read(client.post("/yeu-cau-go/", ASK).url)
    request = RemovalRequest.objects.get()
    assert (request.text, request.contact, request.status) == (ASK["text"], "a@b.vn", "open")


def test_the_address_is_filled_in_from_the_link(db, client):
    page = client.get("/yeu-cau-go/?o=/bai/12/").content.decode()
    assert 'value="/bai/12/"' in page


def test_what_takes_the_bait_is_not_kept(db, client):
    client.post("/yeu-cau-go/", {**ASK, "website": "http://x"})
    assert not RemovalRequest.objects.exists()


def test_a_short_request_says_what_is_missing(db, client):
    page = client.post("/yeu-cau-go/", {**ASK, "text": "ẩn"}).content.decode()
    assert 'class="err"' in page
    assert not RemovalRequest.objects.exists()


def test_a_flood_is_stopped(db, client):
    for _ in range(5):
        client.post("/yeu-cau-go/", ASK)
    assert client.post("/yeu-cau-go/", ASK).status_code == 429
    assert RemovalRequest.objects.count() == 5
