"""What a visitor does, wide and on a phone, with scripts and without."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_from_home_to_a_district_to_an_article_to_a_fact(site, visitor):
    visitor.goto(site)
    expect(visitor.get_by_role("heading", level=1)).to_contain_text("Cấp ủy địa phương")
    for name in (
        "Thị xã Kinh Môn",
        "Huyện Nam Sách",
        "Thị xã Duy Tiên",
        "Thành phố Phủ Lý",
        "Quận Nam Từ Liêm",
    ):
        expect(visitor.get_by_role("link", name=name, exact=True)).to_be_visible()
    visitor.get_by_role("link", name="Thị xã Kinh Môn", exact=True).click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Thị xã Kinh Môn")
    visitor.get_by_role("link", name="Ban Chấp hành Đảng bộ thị xã Kinh Môn khóa 25").last.click()
    expect(visitor.get_by_role("heading", level=1)).to_contain_text("Hội nghị lần thứ 9")
    visitor.locator(".app li", has_text="Tổng thu ngân sách").get_by_role(
        "link", name="Xem câu"
    ).click()
    expect(visitor.locator(".fact:target")).to_contain_text("905 tỷ 653 triệu đồng")
    expect(visitor.locator(".fact:target")).to_be_in_viewport()
    visitor.locator(".fact:target").click()
    expect(visitor.locator(".app li:target")).to_contain_text("Tổng thu ngân sách")


def test_searches_without_accents_narrows_and_finds(site, visitor):
    visitor.goto(site)
    visitor.get_by_label("Tìm trong kho").fill("hoi nghi kinh mon")
    visitor.get_by_label("Tìm trong kho").press("Enter")
    expect(visitor.locator(".arts li").first.locator("h3")).to_contain_text("Kinh Môn")
    expect(visitor.locator(".arts mark").first).to_be_visible()
    visitor.locator(".facet").get_by_role("link", name=re.compile("^Kinh Môn")).click()
    expect(visitor.locator(".arts li")).to_have_count(1)
    visitor.get_by_role("link", name="Bỏ lọc Địa phương: Kinh Môn, Hải Dương").click()
    visitor.locator(".arts h3 a").first.click()
    expect(visitor).to_have_url(re.compile(r"/bai/\d+-ban-chap-hanh"))


def test_follows_a_person_to_the_words(site, visitor):
    visitor.goto(f"{site}/can-bo/")
    visitor.locator(".narrow summary").click()
    visitor.get_by_label("Tên").fill("sai thi yen")
    visitor.get_by_role("button", name="Lọc").click()
    visitor.get_by_role("link", name="Sái Thị Yến", exact=True).click()
    expect(visitor.locator(".tl .quote mark").first).to_be_visible()
    visitor.locator(".tl .src a").first.click()
    expect(visitor.locator(".fact:target")).to_contain_text("Sái Thị Yến")


def test_keyboard_reaches_the_content_first(site, visitor):
    visitor.goto(site)
    visitor.keyboard.press("Tab")
    expect(visitor.get_by_role("link", name="Tới nội dung")).to_be_focused()
    visitor.keyboard.press("Enter")
    assert visitor.url.endswith("#noi-dung")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_is_wider_than_the_narrowest_screen(site, browser, scheme):
    context = browser.new_context(viewport={"width": 320, "height": 740}, color_scheme=scheme)
    page = context.new_page()
    paths = ["/", "/dia-phuong/", "/dia-phuong/hai-duong/kinh-mon/", "/bai/", "/cuoc-hop/",
             "/can-bo/", "/can-bo/sai-thi-yen/", "/so-lieu/", "/nguon/", "/ve-kho/",
             "/tim/", "/tim/?q=hoi+nghi", "/khong-co/"]  # fmt: skip
    page.goto(f"{site}/bai/")
    paths.append(page.locator(".arts h3 a").first.get_attribute("href"))
    for path in paths:
        page.goto(site + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    context.close()
