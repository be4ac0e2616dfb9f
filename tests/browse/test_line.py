"""The line of units of a place, as a sentence and step by step, with links to both sides."""

import datetime

import pytest

from archive.models import Article, Place, PlaceUnit
from tests.browse import rows


def day(text):
    return datetime.date.fromisoformat(text)


def tu_liem():
    """Split in two and gone; one of the two is led on to a ward of today."""
    city = rows.province("Hà Nội", "thành phố", ended=None)
    old = Place.objects.create(
        slug="ha-noi/tu-liem", name="Từ Liêm", folded="tu liem", level="district", parent=city
    )
    PlaceUnit.objects.create(
        place=old, name="Từ Liêm", kind="huyện", valid_to=day("2013-12-26"), parent=city
    )
    for name in ("Nam Từ Liêm", "Bắc Từ Liêm"):
        new = Place.objects.create(
            slug=f"ha-noi/{name.split()[0].lower()}", name=name, folded="x", level="district",
            parent=city,
        )  # fmt: skip
        PlaceUnit.objects.create(
            place=new, name=name, kind="quận", valid_from=day("2013-12-27"),
            valid_to=day("2025-06-30"), parent=city,
        )  # fmt: skip
        rows.succession(old, new, day("2013-12-27"), "split")
    return city


def sentence(text, *, heading):
    return text.split(heading, 1)[1].split(" Kho ", 1)[0].strip()


def test_a_district_and_what_it_is_now(db, read, client):
    rows.hai_phong()
    text = read("/dia-phuong/hai-duong/kinh-mon/")
    assert (
        "Huyện Kinh Môn đến hết 31/10/2019, thị xã đến hết 30/6/2025; nay là phường An Phụ , "
        "Kinh Môn và xã Nam An Phụ của thành phố Hải Phòng ." in text
    )
    source = client.get("/dia-phuong/hai-duong/kinh-mon/").content.decode()
    assert '<a href="/dia-phuong/hai-phong/kinh-mon/">Kinh Môn</a>' in source


def test_a_unit_of_today_and_what_it_was(db, read):
    rows.hai_phong()
    text = read("/dia-phuong/hai-phong/kinh-mon/")
    assert "Phường Kinh Môn từ 1/7/2025; trước đó thuộc thị xã Kinh Môn (Hải Dương)." in text
    assert "Trước đó Thị xã Kinh Môn" in text


def test_a_province_that_took_in_another(db, read):
    rows.hai_phong()
    assert "Thành phố Hải Phòng; từ 1/7/2025 gồm cả tỉnh Hải Dương ." in read(
        "/dia-phuong/hai-phong/"
    )
    assert "Tỉnh Hải Dương đến hết 30/6/2025; nay thuộc thành phố Hải Phòng ." in read(
        "/dia-phuong/hai-duong/"
    )


def test_a_split(db, read):
    tu_liem()
    text = read("/dia-phuong/ha-noi/tu-liem/")
    assert (
        "Huyện Từ Liêm đến hết 26/12/2013; từ 27/12/2013 là quận Bắc Từ Liêm , Nam Từ Liêm ."
        in text
    )
    text = read("/dia-phuong/ha-noi/nam/")
    assert "Tách từ huyện Từ Liêm ngày 27/12/2013; quận Nam Từ Liêm đến hết 30/6/2025." in text


def test_many_heirs_are_counted_in_the_sentence_and_named_below(db, read):
    city = rows.province("Hà Nội", "thành phố", ended=None)
    old = rows.district("Đông Anh", "huyện", parent=city)
    for number in range(12):
        rows.succession(old, rows.commune(f"Số {number}", "xã", city))
    text = read("/dia-phuong/ha-noi/dong-anh/")
    assert "nay là 12 xã của thành phố Hà Nội" in text
    assert "Xã Số 11" in text


def test_articles_are_counted_by_the_unit_of_their_day(db, client):
    place = rows.district()
    for when in ("2019-10-31", "2019-11-01", "2022-07-13"):
        rows.article(place=place, day=day(when))
    source = client.get("/dia-phuong/hai-duong/kinh-mon/").content.decode()
    assert '<a href="?den=2019-10-31#bai">1 bài</a>' in source
    assert '<a href="?tu=2019-11-01&amp;den=2025-06-30#bai">2 bài</a>' in source


def test_articles_by_year(db, client):
    for when in ("2019-10-31", "2022-01-01", "2022-07-13"):
        rows.article(place=rows.district(), day=day(when))
    source = client.get("/dia-phuong/hai-duong/kinh-mon/").content.decode()
    assert '<a href="?tu=2022-01-01&amp;den=2022-12-31#bai">2022</a> 2 bài' in source
    assert ">2021</a>" not in source


def test_a_place_that_has_always_been_there_has_no_line(db, read):
    rows.province("Hà Nội", "thành phố", ended=None)
    assert "qua thời gian" not in read("/dia-phuong/ha-noi/")


@pytest.mark.parametrize(
    ("path", "wanted", "total"),
    [
        # a unit of today without articles shows those before it, and says so
        ("/dia-phuong/hai-phong/kinh-mon/", "Đều là bài của đơn vị cũ: thị xã Kinh Môn (1 bài)", 1),
        # one with its own offers them
        ("/dia-phuong/hai-phong/", "Đơn vị cũ có bài: tỉnh Hải Dương (1 bài). Gồm cả đơn vị cũ", 1),
        ("/dia-phuong/hai-phong/?ca_don_vi_cu=1", "Gồm cả bài của đơn vị cũ: tỉnh Hải Dương (1 bài). Chỉ thành phố Hải Phòng", 2),
        # a place of the past has nothing to offer
        ("/dia-phuong/hai-duong/kinh-mon/", "Kho có 1 bài ở đây. Tìm trong các bài của nơi này", 1),
    ],
)  # fmt: skip
def test_articles_of_former_units(db, read, path, wanted, total):
    rows.article("Bài của Hải Phòng", rows.hai_phong(), day("2024-01-01"))
    rows.article("Bài của Kinh Môn", Place.objects.get(slug="hai-duong/kinh-mon"))
    text = read(path)
    assert wanted in text.replace(" )", ")").replace(" .", ".")
    assert f"Bài {total} bài" in text


def test_former_units_stay_chosen_while_narrowing(db, client):
    rows.article(place=rows.hai_phong(), day=day("2024-01-01"))
    rows.article(place=Place.objects.get(slug="hai-duong/kinh-mon"))
    source = client.get("/dia-phuong/hai-phong/?ca_don_vi_cu=1").content.decode()
    assert '<input type="hidden" name="ca_don_vi_cu" value="1">' in source
    assert 'href="?ca_don_vi_cu=1&amp;tu=2022-07-01' in source


def test_hidden_articles_of_former_units_count_nowhere(db, read):
    rows.hai_phong()
    rows.article(place=Place.objects.get(slug="hai-duong/kinh-mon"))
    Article.objects.update(visibility="withdrawn", visibility_reason="yêu cầu")
    assert "đơn vị cũ" not in read("/dia-phuong/hai-phong/kinh-mon/")


def test_a_province_with_its_former_ones_lists_the_districts_of_all(db, read):
    rows.article(place=rows.hai_phong(), day=day("2024-01-01"))
    rows.article(place=Place.objects.get(slug="hai-duong/kinh-mon"))
    assert "Đơn vị có bài" not in read("/dia-phuong/hai-phong/")
    assert "Đơn vị có bài 1 đơn vị" in read("/dia-phuong/hai-phong/?ca_don_vi_cu=1")


def test_an_article_says_the_province_of_its_day(db, read):
    ha_tay = rows.province("Hà Tây", ended=day("2008-07-31"))
    ha_noi = rows.province("Hà Nội", "thành phố", ended=None)
    place = Place.objects.create(
        slug="ha-noi/son-tay", name="Sơn Tây", folded="son tay", level="district", parent=ha_noi
    )
    PlaceUnit.objects.create(
        place=place, name="Sơn Tây", kind="thành phố", valid_to=day("2008-07-31"), parent=ha_tay
    )
    rows.article(place=place, day=day("2008-03-01"))
    assert "Thành phố Sơn Tây, Hà Tây" in read("/bai/")
