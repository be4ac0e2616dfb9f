"""A search in today's unit offers the units before it, and says when it includes them."""

import pytest

from archive.models import Article, Place
from archive.search import index
from tests.browse import rows


@pytest.fixture
def archive(db):
    """Hải Phòng of today and the two that it was made of, an article each."""
    city = rows.hai_phong()
    rows.article("Hội nghị của thành phố", city)
    rows.article("Hội nghị của thị xã", Place.objects.get(slug="hai-duong/kinh-mon"))
    index.index_articles(list(Article.objects.values_list("pk", flat=True)))


def plain(text):
    return text.replace(" )", ")").replace(" .", ".").replace(" ,", ",")


@pytest.mark.parametrize(
    ("query", "said", "count"),
    [
        # narrowed to a unit of today: those before it are offered, then included
        ("q=hội+nghị&noi=hai-phong", "Đơn vị cũ có bài: tỉnh Hải Dương (1 bài). Gồm cả đơn vị cũ", 1),
        ("q=hội+nghị&noi=hai-phong&ca_don_vi_cu=1", "Gồm cả bài của đơn vị cũ: tỉnh Hải Dương (1 bài). Chỉ thành phố Hải Phòng", 2),
        ("noi=hai-phong/kinh-mon&ca_don_vi_cu=1", "Gồm cả bài của đơn vị cũ: thị xã Kinh Môn (1 bài).", 1),
        ("noi=hai-phong/kinh-mon", "Đơn vị cũ có bài: thị xã Kinh Môn (1 bài). Gồm cả đơn vị cũ", 0),
        # named, and nothing else
        ("q=Hải+Phòng", "Đơn vị cũ của thành phố Hải Phòng : tỉnh Hải Dương, có 1 bài. Xem tất cả bài", 1),
        ("q=tp+hai+phong", "Đơn vị cũ của thành phố Hải Phòng : tỉnh Hải Dương, có 1 bài.", 1),
    ],
)  # fmt: skip
def test_says_what_it_offers_and_what_it_includes(archive, read, query, said, count):
    text = plain(read(f"/tim/?{query}"))
    assert said in text
    assert f"{count} bài trong" in text


@pytest.mark.parametrize(
    "query",
    ["q=hội+nghị", "q=hội+nghị+hải+phòng", "noi=hai-duong", "noi=khong-co", "q=Kinh+Môn+họp"],
)
def test_offers_nothing_where_there_is_nothing_to_offer(archive, read, query):
    text = read(f"/tim/?{query}")
    assert "Đơn vị cũ" not in text


def test_links_keep_the_rest_of_the_search(archive, client):
    source = client.get("/tim/?q=hội+nghị&noi=hai-phong&nam=2022").content.decode()
    assert "noi=hai-phong&amp;nam=2022&amp;ca_don_vi_cu=1" in source
