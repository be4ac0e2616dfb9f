"""What an editor does: log in, see the words beside the field, correct a figure, find it on the site."""

import pytest
from playwright.sync_api import expect

from archive.models import Article, Observation

pytestmark = pytest.mark.browser

NAME, PASSWORD = "bien-tap", "mot-mat-khau-dai"


@pytest.fixture
def desk(site, page, django_user_model):
    """The admin, logged in."""
    django_user_model.objects.create_superuser(NAME, password=PASSWORD)
    page.goto(f"{site}/quan-tri/")
    page.fill("#id_username", NAME)
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")
    return site


def test_a_corrected_figure_shows_on_the_site(desk, page):
    figure = Observation.objects.get(name="Tổng thu ngân sách")
    page.goto(f"{desk}/quan-tri/archive/observation/")
    page.fill("#searchbar", "tong thu ngan sach")
    page.click("#changelist-search input[type=submit]")
    page.locator("#result_list tbody th a").first.click()
    expect(page.locator("mark")).to_have_text("905 tỷ 653 triệu đồng")
    page.fill("#id_value", "905,7")
    page.click("input[name=_save]")
    page.wait_for_selector(".success")
    page.goto(desk + figure.article.get_absolute_url())
    expect(page.get_by_text("905,7").first).to_be_visible()
    expect(page.get_by_text("Đã sửa").first).to_be_visible()


def test_a_rejected_official_leaves_the_page_and_the_search(desk, page):
    article = Article.objects.get(place__slug="hai-duong/kinh-mon")
    page.goto(f"{desk}/quan-tri/archive/mention/?q=Bùi Xuân Lộc")
    page.check("input.action-select")
    page.select_option("select[name=action]", "reject_chosen")
    page.click("button[name=index]")
    page.goto(desk + article.get_absolute_url())
    assert page.locator("aside").get_by_text("Bùi Xuân Lộc").count() == 0
    page.goto(f"{desk}/tim/?q=người:Lộc")
    assert page.get_by_text("Bùi Xuân Lộc").count() == 0


def test_a_hidden_article_needs_a_reason_and_is_gone_at_once(desk, page):
    article = Article.objects.get(place__slug="ha-nam/phu-ly")
    page.goto(f"{desk}/quan-tri/archive/article/{article.pk}/change/")
    assert "67/67" in page.inner_text(".source-text")
    page.select_option("#id_visibility", "hidden")
    page.click("input[name=_save]")
    expect(page.locator(".errornote")).to_be_visible()
    page.fill("#id_visibility_reason", "Theo yêu cầu")
    page.click("input[name=_save]")
    page.wait_for_selector(".success")
    assert page.goto(desk + article.get_absolute_url()).status == 404
