"""All districts by the letters of the Vietnamese alphabet."""

from selectolax.lexbor import LexborHTMLParser

from tests.browse import rows


def sections(client):
    tree = LexborHTMLParser(client.get("/dia-phuong/muc-luc/").content.decode())
    return {
        section.css_first("h2").text().strip(): [link.text() for link in section.css("li > a")]
        for section in tree.css("section.letter")
    }


def test_letters_and_names_in_vietnamese_order(db, client):
    for name in (
        "Ý Yên",
        "Dầu Tiếng",
        "Ân Thi",
        "Đông Anh",
        "An Lão",
        "Di Linh",
        "Ô Môn",
        "Oai",
        "10",
        "9",
    ):
        rows.district(name, "huyện")
    found = sections(client)
    assert list(found) == ["A", "Â", "D", "Đ", "O", "Ô", "Y", "Số"]
    assert found["D"] == ["Dầu Tiếng", "Di Linh"]
    assert found["Số"] == ["9", "10"]


def test_an_entry_says_its_kind_its_province_and_its_articles(db, read):
    rows.article(place=rows.district())
    assert "Kinh Môn thị xã, Hải Dương 1 bài" in read("/dia-phuong/muc-luc/")


def test_the_list_of_places_leads_to_it(db, client):
    assert 'href="/dia-phuong/muc-luc/"' in client.get("/dia-phuong/").content.decode()
