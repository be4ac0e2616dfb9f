"""An indicator: every reported figure with its place, its period and the way to its words."""

from decimal import Decimal

from archive.models import Observation
from tests.browse import rows


def test_figures_stand_in_a_table(db, read):
    rows.full_article()
    text = read("/so-lieu/tong-thu-ngan-sach/")
    assert "Kinh Môn Hải Dương 6 tháng đầu năm 2022 905,653 tỷ đồng 106% kết quả Xem câu" in text


def test_figure_leads_to_its_words(db, client):
    article = rows.full_article()
    source = client.get("/so-lieu/tong-thu-ngan-sach/").content.decode()
    assert f'href="{article.get_absolute_url()}#so-{Observation.objects.get().pk}"' in source


def test_growth_has_a_sign_and_ranges_both_ends(db, read):
    rows.figure(
        rows.article(place=rows.district()),
        value=Decimal(10),
        value_high=Decimal("12.5"),
        growth_percent=Decimal("-3.2"),
        plan_percent=None,
    )
    assert "10 đến 12,5 tỷ đồng −3,2%" in read("/so-lieu/tong-thu-ngan-sach/")


def test_table_is_filtered_by_place_and_period(db, read):
    rows.full_article()
    rows.figure(rows.article(place=rows.district("Nam Sách", "huyện")), period="2020-H1")
    assert "2 số liệu" in read("/so-lieu/tong-thu-ngan-sach/")
    assert "1 số liệu" in read("/so-lieu/tong-thu-ngan-sach/?ky=2020")
    assert "1 số liệu" in read("/so-lieu/tong-thu-ngan-sach/?noi=hai-duong/kinh-mon")


def test_list_counts_figures_and_places(db, read):
    rows.full_article()
    assert "Tổng thu ngân sách Ngân sách 1 1 6 tháng đầu năm 2022" in read("/so-lieu/")


def test_indicator_without_a_public_figure_is_not_found(db, read):
    article = rows.full_article()
    article.observations.update(state="rejected")
    read("/so-lieu/tong-thu-ngan-sach/", status=404)


def test_list_takes_a_fixed_number_of_queries(constant_queries):
    constant_queries("/so-lieu/", 3)


def test_page_takes_a_fixed_number_of_queries(constant_queries):
    constant_queries("/so-lieu/tong-thu-ngan-sach/", 11)
