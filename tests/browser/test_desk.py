"""An editor's day at the desk: with mouse, by keyboard alone, and without scripts."""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from archive.models import Article, Change, Mention, Observation, Proposal
from tests.browser.desk import NAME, PASSWORD, desk_of, key_of, log_in

pytestmark = pytest.mark.browser


@pytest.fixture
def article(site, django_user_model):
    django_user_model.objects.create_superuser(NAME, password=PASSWORD)
    return Article.objects.get(place__slug="hai-duong/kinh-mon")


@pytest.fixture
def at_desk(site, page, article):
    """The desk of the article, with anything the browser complains about failing the test."""
    complaints = []
    log_in(page, site)
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(site + desk_of(article))
    yield page
    assert [c for c in complaints if "409" not in c and "422" not in c] == []


def told(page):
    return page.locator("#loa")


def select(page, words):
    """Select words of the text as a mouse would."""
    page.evaluate(
        """(words) => {
          const paragraph = [...document.querySelectorAll("#van-ban-chu p[data-start]")]
            .find((p) => written(p).includes(words));
          const at = written(paragraph).indexOf(words);
          getSelection().setBaseAndExtent(
            ...place(paragraph, at), ...place(paragraph, at + words.length));
        }""",
        words,
    )


def test_a_day_of_corrections_outlives_the_machine(site, at_desk, article):
    page = at_desk
    budget = Observation.objects.get(article=article, name="Tổng thu ngân sách")
    page.locator(f".flist a[data-key={key_of(budget)}]").click()
    expect(page.locator(".read .now").first).to_contain_text("905 tỷ 653 triệu đồng")
    page.get_by_label("Giá trị").fill("906,5 tỷ đồng")
    page.get_by_label("Lý do").fill("đối chiếu báo cáo")
    page.get_by_role("button", name="Lưu sửa").click()
    expect(told(page)).to_contain_text("Đã lưu")

    wrong = Mention.objects.get(article=article, name="Trương Đức San")
    page.locator(f".flist a[data-key={key_of(wrong)}]").click()
    expect(page.locator("#ed")).to_contain_text("Trương Đức San")
    page.get_by_role("button", name="Loại").click()
    expect(told(page)).to_contain_text("Đã loại")
    page.goto(site + article.get_absolute_url())
    assert page.locator("aside").get_by_text("Trương Đức San").count() == 0
    expect(page.get_by_text("906,5").first).to_be_visible()
    page.goto(f'{site}/tim/?q=người:"Trương Đức San"')
    assert page.get_by_role("link", name=article.title).count() == 0

    page.goto(site + desk_of(article))
    select(page, "Ban Thường vụ Thị ủy")
    page.keyboard.press("n")
    expect(page.locator("#ed")).to_have_text("Thêm người")
    page.get_by_label("Họ tên trong bài").fill("Nguyễn Văn Mẫu")
    page.get_by_label("Chức vụ").fill("Chánh Văn phòng Thị ủy")
    page.get_by_label("Là ai").select_option("new")
    page.get_by_label("Dự", exact=True).check()
    page.locator("#dang-xem").get_by_role("button", name="Thêm").click()
    expect(told(page)).to_contain_text("Đã thêm người Nguyễn Văn Mẫu")

    # an older rule had read this figure wrong, and somebody confirmed it
    Observation.objects.filter(article=article, name="Tổng giá trị sản xuất").update(
        value=31, state="confirmed", machine_values={"value": "31"}
    )
    before = kept(article)
    call_command("reextract", stdout=StringIO())
    assert kept(article) == before
    assert [str(p) for p in Proposal.objects.waiting()] == ["Tổng giá trị sản xuất: value"]

    page.goto(f"{site}{desk_of(article)}?chon={key_of(budget)}")
    page.goto(f"{site}/quan-tri/lich-su/?bai={article.pk}")
    line = page.locator(".timeline > li", has_text="đối chiếu báo cáo")
    expect(line).to_contain_text("905,653")
    line.get_by_role("button", name="Hoàn tác", exact=True).click()
    expect(told(page)).to_contain_text("Đã hoàn tác")
    page.goto(site + article.get_absolute_url())
    expect(page.get_by_text("905,653").first).to_be_visible()


def kept(article):
    """What people said of the article."""
    return [
        list(rows.exclude(state="extracted").order_by("pk").values_list("pk", "state", name))
        for rows, name in (
            (article.observations, "value"),
            (article.mentions, "name"),
            (article.positionreports, "position__title"),
            (article.participations, "role"),
        )
    ]


def test_by_keyboard_alone(at_desk, article):
    page = at_desk
    first = page.locator("#ed").inner_text()
    page.keyboard.press("x")
    expect(told(page)).to_contain_text("Đã xác nhận H1")
    expect(page.locator("#ed")).not_to_have_text(first)
    page.keyboard.press("z")
    expect(told(page)).to_contain_text("Đã hoàn tác")
    page.keyboard.press("j")
    page.wait_for_url(re.compile("chon="))
    page.keyboard.press("e")
    expect(page.locator("#dang-xem .pair input").first).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("l")
    expect(told(page)).to_contain_text("Đã loại")
    assert Change.objects.filter(action="rejected").exists()


def test_words_are_chosen_by_keyboard(at_desk, article):
    page = at_desk
    page.keyboard.press("c")
    expect(told(page)).to_contain_text("Đang chọn chữ")
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "Shift+ArrowRight"):
        page.keyboard.press(key)
    words = page.evaluate("String(getSelection()).replace(/[NSH][0-9]+/g, '')")
    assert len(words.split()) == 2
    page.keyboard.press("s")
    expect(page.locator("#ed")).to_have_text("Thêm số liệu")
    expect(page.locator("#dang-xem .quote mark")).to_have_text(words)
    page.keyboard.press("e")
    page.keyboard.type("Số mới")
    page.get_by_label("Giá trị").fill("1.234,5 tấn")
    page.get_by_label("Giá trị").press("Enter")
    expect(told(page)).to_contain_text("Đã thêm số liệu Số mới")
    row = Observation.objects.get(name="Số mới")
    assert (float(row.value), row.unit, row.state) == (1234.5, "tấn", "added")
    assert row.evidence.get().quote == words


def test_a_figure_begins_with_what_the_rules_read(at_desk, article):
    Observation.objects.filter(article=article, name="Tổng thu ngân sách").delete()
    page = at_desk
    page.reload()
    select(page, "905 tỷ 653 triệu đồng")
    page.keyboard.press("s")
    expect(page.get_by_label("Giá trị")).to_have_value("905,653")
    expect(page.get_by_label("Đơn vị")).to_have_value("tỷ đồng")
    expect(page.get_by_label("Kỳ", exact=True)).to_have_value("6 tháng đầu năm 2022")


def test_the_second_to_save_is_told(at_desk, article, django_user_model):
    page = at_desk
    budget = Observation.objects.get(article=article, name="Tổng thu ngân sách")
    page.locator(f".flist a[data-key={key_of(budget)}]").click()
    page.get_by_label("Giá trị").fill("907")
    Observation.objects.filter(pk=budget.pk).update(value=906, state="edited")
    page.get_by_role("button", name="Lưu sửa").click()
    row = page.locator("#va-cham tbody tr", has_text="Giá trị")
    expect(row).to_contain_text("905,653")
    expect(row).to_contain_text("906")
    expect(row).to_contain_text("907")
    budget.refresh_from_db()
    assert budget.value == 906
    page.get_by_role("button", name="Lưu sửa").click()
    expect(told(page)).to_contain_text("Đã lưu")
    budget.refresh_from_db()
    assert budget.value == 907


def test_without_scripts(site, browser, article):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    log_in(page, site)
    page.goto(site + desk_of(article))
    budget = Observation.objects.get(article=article, name="Tổng thu ngân sách")
    page.locator(".read .fact", has_text="905 tỷ 653 triệu").click()
    expect(page.locator("#ed")).to_contain_text("Tổng thu ngân sách")
    page.get_by_label("Giá trị").fill("chín trăm")
    page.get_by_role("button", name="Lưu sửa").click()
    expect(page.locator(".hint.error")).to_contain_text("“chín trăm” không phải là số")
    page.get_by_label("Giá trị").fill("906")
    page.get_by_label("Giá trị").press("Enter")
    expect(told(page)).to_contain_text("Đã lưu")
    expect(page.locator("#ed")).to_contain_text("Tổng thu ngân sách")
    page.get_by_role("button", name="Xác nhận").click()
    assert f"chon={key_of(budget)}" in page.url
    page.get_by_label("Thêm dữ kiện từ đoạn chữ").fill("Ban Thường vụ Thị ủy")
    page.get_by_role("button", name="Người").click()
    page.get_by_label("Họ tên trong bài").fill("Nguyễn Văn Mẫu")
    page.get_by_role("button", name="Thêm", exact=False).last.click()
    expect(told(page)).to_contain_text("Đã thêm người Nguyễn Văn Mẫu")
    page.get_by_role("button", name="Hoàn tác").click()
    expect(told(page)).to_contain_text("Đã hoàn tác")
    assert not Mention.objects.filter(name="Nguyễn Văn Mẫu").exists()
    context.close()


def test_an_import_is_undone_and_what_people_said_stays(at_desk, site, article):
    page = at_desk
    page.keyboard.press("x")
    expect(told(page)).to_contain_text("Đã xác nhận H1")
    other = Article.objects.get(place__slug="ha-nam/phu-ly")
    page.goto(f"{site}/quan-tri/archive/importbatch/")
    page.get_by_role("link", name="Xem trước và hoàn tác").click()
    expect(page.locator("main")).to_contain_text("4 bài sẽ bỏ khỏi kho")
    expect(page.locator("main li", has_text=article.title)).to_contain_text("Hội nghị lần thứ 9")
    page.get_by_label("Lý do").fill("nhầm thư mục")
    page.get_by_role("button", name="Hoàn tác đợt này").click()
    expect(page.locator(".messagelist")).to_contain_text("bỏ 4 bài")
    assert not Article.objects.filter(pk=other.pk).exists()
    page.goto(f"{site}/tim/?q={other.title}")
    assert page.get_by_role("link", name=other.title).count() == 0
    page.goto(site + article.get_absolute_url())
    expect(page.locator("aside")).to_contain_text("Đã xác nhận")
