"""A researcher follows one district over ten years: province, district, calendar, terms, figures, data."""

import csv
import io
import re

import pytest
from playwright.sync_api import expect

from archive import sums
from archive.search import index
from tests.browse import decade

pytestmark = pytest.mark.browser


@pytest.fixture
def ten_years(transactional_db, live_server, settings, request):
    """The address of a site with two districts from 2013 to 2022."""
    settings.SEARCH_URL = f"memory://{request.node.nodeid}"
    decade.decade()
    decade.decade("Kim Thành", level=decade.Decimal("305.7"))
    sums.rebuild()
    index.engine().rebuild(index.documents())
    return live_server.url


def saved(visitor, link):
    """The rows of the file that a link gives."""
    with visitor.expect_download() as download:
        link.click()
    text = download.value.path().read_text("utf-8-sig")
    return download.value.suggested_filename, list(csv.DictReader(io.StringIO(text)))


def test_from_province_to_district_to_a_month(ten_years, visitor):
    visitor.goto(ten_years)
    visitor.get_by_role("link", name="Tỉnh Hải Dương", exact=True).click()
    visitor.get_by_role("link", name="Huyện Nam Sách", exact=True).click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Huyện Nam Sách")
    expect(visitor.locator("main")).to_contain_text("18 bài, từ 12/1/2013 đến 9/7/2022")
    visitor.get_by_role("link", name="Tháng 7/2016: 1 bài").click()
    expect(visitor.locator(".arts li")).to_have_count(1)
    visitor.locator(".arts h3 a").click()
    expect(visitor.get_by_role("heading", level=1)).to_contain_text("lần thứ 4, khóa 25")
    visitor.get_by_role("navigation", name="Bài liền kề").get_by_role("link").last.click()
    expect(visitor.get_by_role("heading", level=1)).to_contain_text("lần thứ 5, khóa 25")


def test_meetings_by_term_with_the_numbers_that_are_missing(ten_years, visitor):
    visitor.goto(f"{ten_years}/dia-phuong/hai-duong/nam-sach/")
    term = visitor.locator(".term", has_text="khóa 25")
    expect(term).to_contain_text("Chưa có bài về lần thứ 7")
    term.get_by_role("link", name="Lần thứ 6", exact=True).click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Hội nghị lần thứ 6")
    visitor.locator(".term").get_by_role("link", name="Gửi bài còn thiếu").click()
    expect(visitor.locator("main")).to_contain_text("lần thứ 7")
    visitor.locator("#id_text").fill("https://example.vn/hoi-nghi-lan-thu-7")
    visitor.get_by_role("button", name="Gửi").click()
    expect(visitor.get_by_role("status")).to_contain_text("Đã nhận. Cảm ơn bạn.")


def test_a_figure_through_the_years_beside_another_district_as_data(ten_years, visitor):
    visitor.goto(f"{ten_years}/dia-phuong/hai-duong/nam-sach/")
    visitor.get_by_role("link", name="Thu ngân sách nhà nước", exact=True).first.click()
    expect(visitor.locator("#chuoi-t")).to_have_count(1)
    visitor.get_by_label("Kỳ").first.select_option("2016")
    visitor.get_by_role("button", name="So sánh").click()
    expect(visitor).to_have_url(re.compile(r"luc=2016"))
    chart = visitor.get_by_role("img", name="Thu ngân sách nhà nước").first
    expect(chart).to_contain_text("Kim Thành năm 2016")
    expect(chart).to_contain_text("336,4")
    visitor.locator(".narrow summary").click()
    visitor.get_by_label("Năm hoặc kỳ").fill("2016")
    visitor.get_by_role("button", name="Lọc", exact=True).click()
    name, rows = saved(visitor, visitor.get_by_role("link", name="CSV").first)
    assert name == "so-lieu-thu-ngan-sach-nha-nuoc.csv"
    assert {row["place"] for row in rows} == {"hai-duong/nam-sach", "hai-duong/kim-thanh"}
    assert {row["period"] for row in rows} == {"2016"}


def test_who_held_the_post_in_which_years(ten_years, visitor):
    visitor.goto(f"{ten_years}/dia-phuong/hai-duong/nam-sach/")
    visitor.locator(".offices").get_by_role("link", name="Trần Thị Bình").click()
    spell = visitor.locator(".tl li", has_text="Nam Sách")
    expect(spell.locator(".when").first).to_contain_text("12/1/2015 – 9/7/2019")
    spell.locator("summary").first.click()
    expect(spell.get_by_role("link", name="lần thứ 2, khóa 25").first).to_be_visible()


def test_search_within_the_district(ten_years, visitor):
    visitor.goto(f"{ten_years}/dia-phuong/hai-duong/nam-sach/")
    visitor.get_by_label("Tìm trong các bài của nơi này").fill("hoi nghi lan thu 4")
    visitor.get_by_label("Tìm trong các bài của nơi này").press("Enter")
    expect(visitor.get_by_role("link", name="Bỏ lọc Địa phương: Nam Sách")).to_be_visible()
    expect(visitor.locator(".arts .where").first).to_contain_text("Nam Sách")
    name, rows = saved(visitor, visitor.get_by_role("link", name="CSV"))
    assert name == "tim.csv"
    assert {row["place"] for row in rows} == {"hai-duong/nam-sach"}
