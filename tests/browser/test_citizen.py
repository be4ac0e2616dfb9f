"""A citizen wants to know what the committee decided: search, article, fact, person, error, feed."""

import re

import pytest
from playwright.sync_api import expect

from archive.models import ErrorReport

pytestmark = pytest.mark.browser


def test_from_a_search_without_accents_to_a_person(site, visitor):
    visitor.goto(site)
    visitor.get_by_label("Tìm trong kho").fill("thu ngan sach kinh mon")
    visitor.get_by_label("Tìm trong kho").press("Enter")
    visitor.locator(".arts h3 a").first.click()
    expect(visitor.get_by_role("heading", level=1)).to_contain_text("Kinh Môn")
    mark = visitor.locator(".read a.fact.p", has_text="Sái Thị Yến").first
    mark.click()
    card = visitor.locator(".app li:target")
    expect(card).to_be_in_viewport()
    expect(card).to_contain_text("Bí thư Thị ủy")
    card.get_by_role("link", name="Sái Thị Yến").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Sái Thị Yến")
    expect(visitor.locator(".tl h3").first).to_be_visible()


def test_reports_an_error_on_a_figure(site, visitor):
    visitor.goto(f"{site}/tim/?q=905+ty")
    visitor.locator(".arts h3 a").first.click()
    card = visitor.locator(".app li", has_text="Tổng thu ngân sách")
    card.get_by_role("link", name=re.compile("^Báo lỗi")).click()
    expect(visitor.locator("main")).to_contain_text("905 tỷ 653 triệu đồng")
    visitor.locator("#id_text").fill(12 * " ")  # what the browser itself lets through
    visitor.get_by_role("button", name="Gửi").click()
    expect(visitor.locator(".err")).to_be_visible()
    expect(visitor.locator("#id_text")).to_have_attribute("aria-invalid", "true")
    visitor.locator("#id_text").fill("Con số này là của cả năm, không phải sáu tháng.")
    visitor.get_by_role("button", name="Gửi").click()
    expect(visitor.get_by_role("status")).to_contain_text("Đã nhận. Cảm ơn bạn.")
    assert ErrorReport.objects.get().observation.name == "Tổng thu ngân sách"


def test_follows_a_place_by_its_feed(site, visitor):
    visitor.goto(f"{site}/dia-phuong/hai-duong/kinh-mon/")
    told = visitor.locator("link[rel=alternate][type='application/atom+xml']").last
    address = visitor.get_by_role("link", name="Atom").first.get_attribute("href")
    assert told.get_attribute("href").endswith(address)
    answer = visitor.request.get(site + address)
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert "Hội nghị lần thứ 9" in answer.text()


def test_reads_the_same_page_in_english_and_comes_back(site, visitor):
    visitor.goto(f"{site}/can-bo/sai-thi-yen/")
    visitor.get_by_role("link", name="English").last.click()
    expect(visitor).to_have_url(f"{site}/en/can-bo/sai-thi-yen/")
    expect(visitor.locator("html")).to_have_attribute("lang", "en")
    visitor.get_by_role("link", name="Tiếng Việt").last.click()
    expect(visitor).to_have_url(f"{site}/can-bo/sai-thi-yen/")
