"""The map and the line of units in a real browser: with the keyboard, by name, on the narrowest screen."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi-VN")
    yield context.new_page()
    context.close()


def test_the_map_is_a_list_of_links_for_the_keyboard(site, page):
    page.goto(site)
    page.get_by_role("link", name="Bỏ qua bản đồ").focus()
    names = []
    for _ in range(34):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.querySelector('title').textContent"))
    assert names[0] == "An Giang: 0 bài"
    assert "Hải Phòng: 2 bài, cả của Hải Dương cũ" in names
    assert names[-1] == "Vĩnh Long: 0 bài"
    page.keyboard.press("Tab")  # the lens repeats a part of the map and is no second stop
    expect(page.get_by_role("link", name="63 tỉnh, thành phố năm 2024")).to_be_focused()


def test_the_map_can_be_skipped(site, page):
    page.goto(site)
    page.get_by_role("link", name="Bỏ qua bản đồ").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#sau-ban-do")


def test_from_the_map_of_2024_to_a_province_and_on_to_today(site, page):
    page.goto(site)
    page.get_by_role("link", name="63 tỉnh, thành phố năm 2024").click()
    page.get_by_role("link", name="Hải Dương: 2 bài").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tỉnh Hải Dương")
    page.locator(".lede").get_by_role("link", name="Hải Phòng").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thành phố Hải Phòng")
    expect(page.locator(".scope")).to_contain_text("đơn vị cũ")
    page.locator(".line").get_by_role("link", name="Tỉnh Hải Dương").click()
    expect(page).to_have_url(f"{site}/dia-phuong/hai-duong/")


def test_from_a_district_to_its_wards_of_today_and_back(site, page):
    page.goto(f"{site}/dia-phuong/hai-duong/huyen-kinh-mon/")
    expect(page).to_have_url(f"{site}/dia-phuong/hai-duong/kinh-mon/")
    page.locator(".lede").get_by_role("link", name="Kinh Môn", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Phường Kinh Môn")
    expect(page.locator(".arts li")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_of_places_is_wider_than_the_narrowest_screen(site, browser, scheme):
    context = browser.new_context(viewport={"width": 320, "height": 740}, color_scheme=scheme)
    page = context.new_page()
    for path in (
        "/?ban-do=2024", "/dia-phuong/muc-luc/", "/dia-phuong/hai-phong/", "/dia-phuong/ha-noi/",
        "/dia-phuong/ho-chi-minh/thu-duc/", "/dia-phuong/hai-phong/kinh-mon/",
        "/tim/?noi=hai-phong", "/tim/?q=hai+phong",
    ):  # fmt: skip
        page.goto(site + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    context.close()
