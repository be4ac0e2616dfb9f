"""Home: what there is, in one sentence, one table and the newest articles."""

import datetime

from tests.browse import rows


def test_says_what_the_archive_holds(db, read):
    rows.full_article(rows.district())
    text = read("/")
    assert "Trong kho có 1 bài về 1 cuộc họp, từ 13/7/2022 đến 13/7/2022" in text
    assert "1 cán bộ được nêu tên và 1 số liệu" in text


def test_lists_provinces_and_their_districts_with_counts(db, read):
    rows.full_article(rows.district())
    rows.full_article(rows.district("Nam Sách", "huyện"), datetime.date(2020, 7, 9))
    text = read("/")
    assert (
        "Tỉnh Hải Dương 2 13/7/2022 Thị xã Kinh Môn 1 13/7/2022 Huyện Nam Sách 1 9/7/2020" in text
    )


def test_newest_article_comes_first(db, read):
    rows.article("Bài cũ", rows.district(), datetime.date(2020, 1, 1))
    rows.article("Bài mới", rows.district(), datetime.date(2024, 1, 1))
    text = read("/")
    assert text.index("Bài mới") < text.index("Bài cũ")


def test_shows_the_sentence_with_the_most_facts(db, client):
    body = (
        "Hội nghị khai mạc. Bà Sái Thị Yến báo cáo thu 905 tỷ 653 triệu đồng. Sái Thị Yến kết luận."
    )
    article = rows.article(place=rows.district(), body=body)
    rows.person(article, posts=())
    rows.figure(article)
    source = client.get("/").content.decode()
    specimen = source[source.index("<blockquote>") : source.index("</blockquote>")]
    assert f'href="{article.get_absolute_url()}#so-{article.observations.get().pk}"' in specimen
    assert "khai mạc" not in specimen
    assert "kết luận" not in specimen


def test_hidden_articles_count_nowhere(db, read):
    rows.full_article(rows.district(), visibility="withdrawn", visibility_reason="yêu cầu")
    assert "Kho chưa có bài nào." in read("/")


def test_empty_archive_says_how_to_fill_it(db, read):
    assert "Nhập trang bằng lệnh import_pages." in read("/")


def test_names_provinces_alone_when_there_are_many_places(db, read):
    for number in range(45):
        rows.article("Bài", rows.district(f"Huyện số {number}"))
    text = read("/")
    assert "Tỉnh Hải Dương 45" in text
    assert "Thị xã Huyện số 44 1" not in text


def test_takes_a_fixed_number_of_queries(constant_queries):
    constant_queries("/", 21)
