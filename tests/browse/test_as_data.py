"""Every list is also had as data: the same rows, by the same filters, under its own address."""

import csv
import datetime
import io
import json

import pytest

from archive.browse.columns import TABLES
from archive.search import index
from tests.browse import decade, rows

PLACE = "/dia-phuong/hai-duong/nam-sach/"
SEARCH = "/tim/?q=hoi+nghi"
PERSON = "/can-bo/sai-thi-yen/"
FIGURE = "/so-lieu/tong-thu-ngan-sach/"
LISTS = {
    "/bai/": "ARTICLES",
    "/nguon/cong-tin/": "ARTICLES",
    "/dia-phuong/hai-duong/kinh-mon/": "ARTICLES",
    "/cuoc-hop/": "MEETINGS",
    "/can-bo/": "OFFICIALS",
    PERSON: "POSTS",
    f"{PERSON}?bang=cuoc-hop": "MEETINGS",
    "/dia-phuong/hai-duong/kinh-mon/?bang=cuoc-hop": "MEETINGS",
    "/dia-phuong/hai-duong/kinh-mon/?bang=chuc-vu": "POSTS",
    "/dia-phuong/hai-duong/kinh-mon/?bang=so-lieu": "FIGURES",
    "meeting": "FIGURES",
    "/so-lieu/": "INDICATORS",
    FIGURE: "FIGURES",
    "/dia-phuong/": "PLACES",
    "/nguon/": "SOURCES",
    "/nhiem-ky/": "TERMS",
    SEARCH: "FOUND",
}


@pytest.fixture
def table(client, db):
    """`table("/bai/")` → the rows of the list as its CSV has them."""

    def get(path):
        mark = "&" if "?" in path else "?"
        response = client.get(f"{path}{mark}dang=csv")
        assert response.status_code == 200
        text = b"".join(response.streaming_content).decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text)))

    return get


@pytest.mark.parametrize(("path", "name"), LISTS.items())
def test_columns_are_those_that_the_page_on_data_explains(table, path, name):
    from archive.browse import columns

    article = rows.full_article()
    held = article.meetingreports.get().meeting
    index.engine().rebuild(index.documents())
    path = held.get_absolute_url() if path == "meeting" else path
    if name == "TERMS":
        rows.meeting(article)
    [first, *_] = table(path)
    assert list(first) == list(getattr(columns, name))


def test_page_on_data_explains_every_kind_of_table(db, read):
    from archive.browse import columns

    told = {id(entry.columns) for entry in TABLES}
    assert told == {id(getattr(columns, name)) for name in LISTS.values()}
    assert "as_written những chữ trong bài" in read("/du-lieu/")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/bai/", 38),
        ("/bai/?tu=2020-01-01&den=2020-12-31", 4),
        (f"{PLACE}?tu=2020-01-01", 6),
        ("/cuoc-hop/?nam=2021", 4),
        ("/cuoc-hop/?nhiem_ky=2010-2015", 6),
        ("/can-bo/?ten=binh", 1),
        ("/so-lieu/thu-ngan-sach-nha-nuoc/?ky=2014", 4),
        ("/bai/?tu=hom+qua", 38),  # what can't be read counts as not given, as on the page
    ],
)
def test_filters_narrow_the_data_as_they_narrow_the_list(table, path, expected):
    decade.decade()
    decade.decade("Kim Thành")
    rows.article("Bài khác", rows.district(), datetime.date(2011, 1, 1), visibility="hidden",
                 visibility_reason="kiểm tra")  # fmt: skip
    rows.article("Bài nữa", rows.district(), datetime.date(2012, 1, 1))
    rows.article("Bài cuối", rows.district(), datetime.date(2012, 2, 1))
    assert len(table(path)) == expected


def test_data_come_in_the_order_of_the_list_and_past_its_first_page(table, client):
    decade.decade()
    got = [row["page"] for row in table(PLACE)]
    shown = client.get(PLACE).content.decode()
    at = [shown.find(f'href="{page.removeprefix("http://127.0.0.1:8000")}"') for page in got[:10]]
    assert at == sorted(at)
    assert -1 not in at
    assert len(got) == 18


def test_search_gives_its_hits_by_rank_with_the_passage(table):
    decade.decade()
    index.engine().rebuild(index.documents())
    found = table("/tim/?q=thu+ngan+sach&nam=2016")
    assert [row["rank"] for row in found] == ["1", "2"]
    assert all("thu ngân sách" in row["passage"] for row in found)
    assert table("/tim/") == []


def test_json_lines_hold_the_same(client, table):
    rows.full_article()
    response = client.get(f"{FIGURE}?dang=jsonl")
    [line] = map(json.loads, b"".join(response.streaming_content).splitlines())
    [row] = table(FIGURE)
    assert line["value"] == row["value"] == "905.653"
    assert line["as_written"] == "905 tỷ 653 triệu đồng"
    assert response["Content-Type"] == "application/x-ndjson; charset=utf-8"
    assert response["Content-Disposition"] == (
        'attachment; filename="so-lieu-tong-thu-ngan-sach.jsonl"'
    )


def test_no_cell_is_a_formula(table):
    rows.article('=HYPERLINK("https://example.vn";"bấm")', rows.district())
    assert table("/bai/")[0]["title"].startswith("'=")


def test_samples_are_marked(table):
    rows.full_article(source=rows.source("bai-mau", "Bài mẫu", sample=True))
    for path in ("/bai/", "/cuoc-hop/", FIGURE, PERSON):
        assert {row["sample"] for row in table(path)} == {"true"}, path


def test_a_day_without_time_stays_a_day(table):
    day = datetime.datetime(2022, 7, 14, 17, tzinfo=datetime.UTC)  # midnight in Vietnam
    rows.article("Chỉ ngày", published_at=day, published_has_time=False)
    rows.article("Cả giờ", published_at=day, published_has_time=True)
    published = {row["title"]: row["published_at"] for row in table("/bai/")}
    assert published == {"Chỉ ngày": "2022-07-15", "Cả giờ": "2022-07-15T00:00:00+07:00"}


def test_meeting_names_the_articles_that_the_public_may_see(table):
    article = rows.full_article()
    hidden = rows.article("Ẩn", article.place, visibility="hidden", visibility_reason="kiểm tra")
    rows.report(hidden, article.meetingreports.get().meeting)
    assert [row["articles"] for row in table("/cuoc-hop/")] == [str(article.pk)]


@pytest.mark.parametrize("path", ["/bai/?dang=xls", "/bai/?dang=csv&bang=x", "/can-bo/?dang="])
def test_unknown_form_or_table_is_not_found(db, client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/bai/", "/cuoc-hop/", "/can-bo/", FIGURE, PLACE, SEARCH])
def test_page_links_to_its_data_with_its_filters(db, client, path):
    decade.decade()
    rows.full_article()
    index.engine().rebuild(index.documents())
    source = client.get(path, {"q": "hoi nghi", "tu": "2013-01-01", "trang": "1"}).content.decode()
    assert 'tu=2013-01-01&amp;dang=csv" rel="nofollow">CSV</a>' in source.replace("bang=", "")


@pytest.mark.parametrize("path", ["/bai/?dang=csv", "/cuoc-hop/?dang=csv", f"{FIGURE}?dang=csv"])
def test_data_take_a_fixed_number_of_queries(db, client, path, django_assert_max_num_queries):
    for articles in (5, 35):
        rows.archive_of(articles)
        rows.full_article()
        with django_assert_max_num_queries(6):
            assert b"".join(client.get(path).streaming_content)
