"""Who held a post, what a figure was: answered above the hits, with the words that say so, or not at all."""

import datetime
from decimal import Decimal

import pytest

from archive.browse.direct import direct_answer
from archive.search import index
from tests.browse import rows


@pytest.fixture
def told(db):
    """Two years with two secretaries, and a budget, of one thị xã; a namesake district elsewhere."""
    place = rows.district()
    body = "Sái Thị Yến, Bí thư Thị ủy, chủ trì. Tổng thu ngân sách đạt 905 tỷ 653 triệu đồng."
    article = rows.article(place=place, body=body)
    rows.person(article, posts=("Bí thư Thị ủy", "Chủ tịch Hội đồng nhân dân thị xã"))
    rows.figure(article)
    later = rows.article(
        place=place, day=datetime.date(2024, 1, 5), body="Lê Văn A, Bí thư Thị ủy."
    )
    rows.person(later, "Lê Văn A", posts=("Bí thư Thị ủy",))
    rows.figure(
        later, "Chi ngân sách", words="Lê", value=Decimal(7), period="2024", plan_percent=None
    )
    index.engine().rebuild(index.documents())
    return article, later


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("bí thư thị ủy Kinh Môn 2022", ["Sái Thị Yến"]),
        ("Bí thư Thị uỷ Kinh Môn năm 2022", ["Sái Thị Yến"]),
        ("bi thu thi uy kinh mon 2022", ["Sái Thị Yến"]),
        ("BT Thị ủy thị xã Kinh Môn 2022", ["Sái Thị Yến"]),
        ("ai là bí thư thị ủy Kinh Môn", ["Lê Văn A"]),
        ("CT HĐND thị xã Kinh Môn", ["Sái Thị Yến"]),
        ("chủ tịch Hội đồng nhân dân Kinh Môn", ["Sái Thị Yến"]),
    ],
)
def test_holders(told, query, names):
    assert [holder.official.name for holder in direct_answer(query).holders] == names


@pytest.mark.parametrize(
    "query",
    [
        "bí thư thị ủy Kinh Môn 1999",
        "phó bí thư thị ủy Kinh Môn",
        "thư thị ủy Kinh Môn",
        "bí thư thị ủy Nam Sách",
        "bí thư thị ủy",
        "Kinh Môn",
        "bí thư thị ủy Kính Mon",
        "bí thư thị ủy Kinh Môn 2022 " * 400,
        "",
    ],
)
def test_no_guess(told, query):
    assert direct_answer(query) is None


def test_a_figure_with_its_sentence(told):
    answer = direct_answer("thu ngân sách Kinh Môn 2022")
    [(figure, quote, _)] = answer.figures
    assert figure.value == Decimal("905.653")
    assert quote.words == "905 tỷ 653 triệu đồng"
    assert direct_answer("thu ngân sách Kinh Môn 2023") is None


def test_a_rejected_post_and_a_hidden_article_answer_nothing(told):
    article, later = told
    article.mentions.get().position_reports.update(state="rejected")
    assert direct_answer("bí thư thị ủy Kinh Môn 2022") is None
    later.visibility, later.visibility_reason = "hidden", "kiểm tra"
    later.save()
    assert direct_answer("bí thư thị ủy Kinh Môn 2024") is None


def test_the_page_shows_it_with_its_source(told, client, read):
    text = read("/tim/?q=bí+thư+thị+ủy+Kinh+Môn+2022")
    assert "Bí thư Thị ủy, Kinh Môn năm 2022 Sái Thị Yến theo bài ngày 13/7/2022" in text
    source = client.get("/tim/?q=bí+thư+thị+ủy+Kinh+Môn+2022").content.decode()
    assert "<mark>Bí thư Thị ủy</mark>" in source
    assert f"{told[0].get_absolute_url()}#" in source


def test_a_narrowed_search_has_none(told, client):
    source = client.get("/tim/?q=bí+thư+thị+ủy+Kinh+Môn+2022&nam=2022").content.decode()
    assert 'class="direct"' not in source
