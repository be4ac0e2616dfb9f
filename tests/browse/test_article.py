"""An article: its text with the facts marked, the facts beside it, its dates and its source."""

import re

from archive.models import Mention, Observation
from tests.browse import rows


def test_facts_are_marked_in_the_text_and_tied_to_their_cards(db, client):
    article = rows.full_article()
    source = client.get(article.get_absolute_url()).content.decode()
    figure = Observation.objects.get()
    mark = f'<a class="fact f" id="so-{figure.pk}" href="#s1"><span>905 tỷ 653 triệu đồng</span>'
    assert mark in source
    assert f'<li id="s1"><a class="sig" href="#so-{figure.pk}">S1</a>' in source


def test_meeting_named_in_the_title_is_marked_there(db, client):
    article = rows.article("Ban Chấp hành họp Hội nghị lần thứ 9", rows.district())
    meeting = rows.meeting(article, words="không có trong bài")
    report = meeting.reports.get()
    rows.evidence(article, "Hội nghị lần thứ 9", meeting_report=report, field="name", where="title")
    mark = f'id="hop-{report.pk}" href="#h1"><span>Hội nghị lần thứ 9</span>'
    assert mark in client.get(article.get_absolute_url()).content.decode()


def test_person_named_in_a_caption_is_marked_there(db, client):
    article = rows.article(place=rows.district(), captions=["Đồng chí Bùi Xuân Lộc phát biểu"])
    rows.person(article, "Bùi Xuân Lộc", posts=(), roles=())
    mention = Mention.objects.get()
    rows.evidence(article, "Bùi Xuân Lộc", mention=mention, where="captions")
    source = client.get(article.get_absolute_url()).content.decode()
    assert f'id="nguoi-{mention.pk}" href="#n1"><span>Bùi Xuân Lộc</span>' in source
    assert "Bản lưu chỉ giữ chú thích" in source


def test_fact_without_words_in_the_text_keeps_its_anchor_on_its_card(db, client):
    article = rows.article(place=rows.district())
    rows.person(article, "Người Không Có Trong Bài", posts=(), roles=())
    source = client.get(article.get_absolute_url()).content.decode()
    assert f'<div id="nguoi-{Mention.objects.get().pk}">' in source


def test_every_jump_has_a_target(db, client):
    source = client.get(rows.full_article().get_absolute_url()).content.decode()
    targets = set(re.findall(r'id="([^"]+)"', source))
    assert set(re.findall(r'href="#([^"]+)"', source)) <= targets


def test_ids_stand_once(db, client):
    source = client.get(rows.full_article().get_absolute_url()).content.decode()
    ids = re.findall(r' id="([^"]+)"', source)
    assert len(ids) == len(set(ids))


def test_three_dates_are_kept_apart(db, read):
    text = read(rows.full_article().get_absolute_url())
    assert "Diễn ra 13/7/2022 theo lời bài; danh sách xếp theo ngày này" in text
    assert "Đăng Không rõ trang không ghi Lưu Không rõ" in text


def test_rejected_fact_is_neither_card_nor_mark(db, read):
    article = rows.full_article()
    article.observations.update(state="rejected")
    text = read(article.get_absolute_url())
    assert "S1" not in text
    assert "905 tỷ 653 triệu đồng" in text


def test_sample_says_so_and_asks_not_to_be_indexed(db, client):
    article = rows.full_article(source=rows.source("bai-mau", "Bài mẫu", sample=True))
    source = client.get(article.get_absolute_url()).content.decode()
    assert '<meta name="robots" content="noindex">' in source
    assert "đây không phải nguyên văn của cổng tin" in source


def test_other_article_may_be_indexed(db, client):
    source = client.get(rows.full_article().get_absolute_url()).content.decode()
    assert "noindex" not in source


def test_other_reports_of_the_meeting_and_neighbours_in_time(db, read):
    place = rows.district()
    first, second = rows.article("Bài một", place), rows.article("Bài hai", place)
    rows.report(second, rows.report(first, rows.meeting(first, ordinal=3)).meeting)
    text = read(first.get_absolute_url())
    assert "Bài khác về cuộc họp này Bài hai" in text
    assert "Sau đó, 13/7/2022 Bài hai" in text


def test_words_of_the_address_follow_the_title(db, client):
    article = rows.article("Hội nghị lần thứ 9", rows.district())
    assert article.get_absolute_url() == f"/bai/{article.pk}-hoi-nghi-lan-thu-9/"
    for path in (f"/bai/{article.pk}/", f"/bai/{article.pk}-ten-cu/"):
        response = client.get(path)
        assert (response.status_code, response["Location"]) == (301, article.get_absolute_url())


def test_hidden_article_is_not_found(db, read):
    article = rows.full_article(visibility="hidden", visibility_reason="kiểm tra")
    read(article.get_absolute_url(), status=404)


def test_takes_a_fixed_number_of_queries(db, client, django_assert_max_num_queries):
    place = rows.district()
    small, large = rows.full_article(place), rows.full_article(place)
    for number in range(30):
        rows.person(large, f"Người số {number}")
        rows.figure(large, f"Chỉ tiêu {number}")
    for article in (small, large):
        with django_assert_max_num_queries(13):
            assert client.get(article.get_absolute_url()).status_code == 200
