"""Sources: which portals the archive has articles of."""

from tests.browse import rows


def test_list_gives_counts_and_days(db, read):
    rows.article(place=rows.district())
    assert "Cổng tin 1 13/7/2022 13/7/2022" in read("/nguon/")


def test_list_narrows_by_name(db, read):
    rows.article(place=rows.district())
    assert "Chưa có nguồn nào" in read("/nguon/?ten=khác")
    assert "Cổng tin 1" in read("/nguon/?ten=Cổng")


def test_page_lists_its_articles(db, read):
    rows.article("Bài một", rows.district())
    rows.article("Bài khác", rows.district(), source=rows.source("khac", "Cổng khác"))
    text = read("/nguon/cong-tin/")
    assert "Bài một" in text
    assert "Bài khác" not in text


def test_list_takes_a_fixed_number_of_queries(constant_queries):
    constant_queries("/nguon/", 3)


def test_page_takes_a_fixed_number_of_queries(constant_queries):
    constant_queries("/nguon/cong-tin/", 6)
