"""What a manager does: hide a name and an article, merge two people, import a file, and take all of it back."""

import io
import zipfile
from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import expect

from archive.models import Article, Official

pytestmark = pytest.mark.browser

NAME, PASSWORD = "quan-ly", "mot-mat-khau-dai"


@pytest.fixture
def desk(site, page, django_user_model, settings, tmp_path):
    """The admin, with a manager's role."""
    from django.contrib.auth.models import Group

    settings.ARCHIVE_HOME = tmp_path
    user = django_user_model.objects.create_user(NAME, password=PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get(name="Quản lý"))
    page.goto(f"{site}/quan-tri/")
    page.fill("#id_username", NAME)
    page.fill("#id_password", PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("#user-tools")).to_be_visible()
    return site


def opened(page, desk, name, *args, query=""):
    page.goto(desk + reverse(f"admin:{name}", args=args) + query)


@pytest.fixture
def officials_csv(tmp_path):
    """The data set of officials, as anybody may download it."""

    def export():
        call_command(
            "export", "officials", "--format", "csv", "-o", str(tmp_path / "officials.csv")
        )
        return (tmp_path / "officials.csv").read_text("utf-8")

    return export


def test_a_hidden_name_is_gone_from_site_search_and_data_and_comes_back(desk, page, officials_csv):
    from archive.models import Source

    Source.objects.update(is_sample=False)  # samples are not exported at all
    article = Article.objects.get(place__slug="hai-duong/kinh-mon")
    hidden = "Bùi Xuân Lộc"
    assert hidden in officials_csv()
    opened(page, desk, "archive_takedown_add", query=f"?article={article.pk}")
    page.check("input[name=scope][value=everywhere]")
    page.fill("#id_words", hidden)
    page.select_option("#id_ground", "privacy")
    page.fill("#id_reason", "Đơn của người được nêu")
    page.click("input[name=_save]")
    expect(page.locator(".messagelist")).to_contain_text("Ẩn trong 1 bài")
    page.goto(desk + article.get_absolute_url())
    expect(page.get_by_text("Có chỗ đã ẩn.")).to_be_visible()
    assert hidden not in page.content()
    page.goto(f'{desk}/tim/?q="{hidden}"')
    expect(page.get_by_text("Kho không có bài nào khớp.")).to_be_visible()
    assert hidden not in officials_csv()
    assert page.goto(f"{desk}/can-bo/bui-xuan-loc/").status == 410
    opened(page, desk, "archive_takedown_changelist")
    page.locator("#result_list tbody th a").first.click()
    page.get_by_role("link", name="Bỏ ẩn").click()
    page.fill("#id_why", "Đã rút đơn")
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("Đã bỏ ẩn")
    page.goto(desk + article.get_absolute_url())
    assert hidden in page.content()
    assert hidden in officials_csv()


def test_a_withdrawn_article_leaves_a_tombstone(desk, page):
    article = Article.objects.get(place__slug="ha-nam/phu-ly")
    opened(page, desk, "archive_takedown_add", query=f"?article={article.pk}")
    page.select_option("#id_ground", "law")
    page.fill("#id_reason", "Công văn 12/CV")
    page.click("input[name=_save]")
    assert page.goto(desk + article.get_absolute_url()).status == 410
    expect(page.locator("h1")).to_have_text("Trang này đã được gỡ khỏi kho")
    page.get_by_role("link", name="Hỏi về việc gỡ trang này").click()
    assert page.input_value("#id_address") == article.get_absolute_url()
    page.goto(f"{desk}/tim/?q=phủ lý")
    assert article.title not in page.content()


def test_two_people_become_one_and_two_again(desk, page):
    kept = Official.objects.get(slug="sai-thi-yen")
    other = Official.objects.create(
        slug="sai-thi-yen-2", name=kept.name, folded=kept.folded, province=kept.province
    )
    article = Article.objects.get(place__slug="hai-duong/nam-sach")
    article.mentions.create(official=other, name=kept.name)
    opened(page, desk, "merge_pairs", "can-bo")
    expect(page.get_by_text("Cùng họ tên, đúng từng dấu: Sái Thị Yến")).to_be_visible()
    page.get_by_role("link", name="So và gộp").first.click()
    page.check(f"#giu-{kept.pk}")
    page.fill("#id_why", "cùng một người")
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("Đã gộp")
    act = page.url
    page.goto(f"{desk}/can-bo/sai-thi-yen-2/")
    assert page.url == f"{desk}/can-bo/sai-thi-yen/"
    page.goto(act)
    page.get_by_role("link", name="Hoàn tác").click()
    page.locator("input[value='Hoàn tác']").click()
    expect(page.locator(".messagelist")).to_contain_text("cả hai địa chỉ trở lại")
    page.goto(f"{desk}/can-bo/sai-thi-yen-2/")
    assert page.url == f"{desk}/can-bo/sai-thi-yen-2/"


def test_a_file_is_looked_at_imported_and_taken_back(desk, page):
    pages = sorted(Path("tests/pages/dev").glob("a0*.txt"))[:2]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for one in pages:
            archive.writestr(one.name, one.read_bytes())
    before = Article.objects.count()
    opened(page, desk, "archive_upload_add")
    page.set_input_files(
        "#id_file",
        {"name": "hai-trang.zip", "mimeType": "application/zip", "buffer": packed.getvalue()},
    )
    page.click("input[name=_save]")
    expect(page.get_by_text("Chưa có gì được lưu")).to_be_visible()
    expect(page.locator(".report tbody tr")).to_have_count(2)
    assert Article.objects.count() == before
    page.get_by_role("button", name="Nhập 2 trang").click()
    expect(page.get_by_text("Đã nhập 2 trang")).to_be_visible()
    title = page.locator(".report a").first.inner_text().rstrip("…")
    article = Article.objects.get(title__startswith=title)
    assert page.goto(desk + article.get_absolute_url()).status == 200
    page.go_back()
    page.get_by_role("button", name="Hoàn tác cả đợt").click()
    expect(page.locator(".messagelist")).to_contain_text("bỏ 2 bài")
    assert page.goto(desk + article.get_absolute_url()).status == 404
    assert Article.objects.count() == before
