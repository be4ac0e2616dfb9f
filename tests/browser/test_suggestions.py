"""Suggestions while typing: by keyboard, by mouse, without accents; the form works without script."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def field(site, page):
    page.goto(site)
    return page.get_by_role("combobox", name="Tìm trong kho")


def test_a_place_is_chosen_by_keyboard_and_without_accents(field, page):
    field.press_sequentially("kinh m")
    expect(page.get_by_role("listbox")).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(chosen).to_contain_text("Kinh Môn, Hải Dương")
    expect(field).to_have_attribute("aria-activedescendant", chosen.get_attribute("id"))
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"/dia-phuong/hai-duong/kinh-mon/$"))


def test_a_person_is_chosen_by_mouse(field, page):
    field.press_sequentially("yen")
    page.get_by_role("option", name="Sái Thị Yến").click()
    expect(page).to_have_url(re.compile(r"/can-bo/sai-thi-yen/$"))


def test_escape_closes_and_enter_searches_what_was_typed(field, page):
    field.press_sequentially("kinh m")
    expect(page.get_by_role("listbox")).to_be_visible()
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("kinh m")
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"/tim/\?q=kinh\+m$"))


def test_the_number_of_suggestions_is_told(field, page):
    field.press_sequentially("sái")
    expect(page.locator(".find [role=status]")).to_contain_text("1 gợi ý")
    field.fill("zzzz")
    expect(page.locator(".find [role=status]")).to_have_text("Không có gợi ý")


def test_without_script_the_form_searches(site, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    page.get_by_label("Tìm trong kho").fill("kinh mon")
    page.get_by_role("button", name="Tìm").click()
    expect(page.locator(".arts h3").first).to_contain_text("Kinh Môn")
    context.close()
