"""What every engine must do. An engine's test file inherits the class and gives the engine."""

import datetime
from dataclasses import replace

import pytest

from archive.search.engine import answer
from archive.search.parsing import parse
from tests.search.documents import DOCUMENTS, DUY_TIEN, KINH_MON, NAM_SACH, document

# One group a line: all spellings find the same, and this.
GROUPS = [
    (["Uỷ ban nhân dân", "Ủy ban nhân dân", "ỦY BAN NHÂN DÂN", "UBND"], {1, 2}),
    (["Thị uỷ Duy Tiên", "Thị ủy Duy Tiên", "thị ủy duy tiên"], {3}),
    (["khóa XXV", "khoá 25", "khóa 25"], {1}),
    (["khóa 28", "khoá XXVIII"], {2}),
    (["lần thứ 9", "lần thứ IX", "lần thứ chín", "lần thứ 09"], {1}),
    (["lần thứ 2", "lần thứ hai"], {2}),
    (["905 tỷ 653 triệu", "905,653 tỷ", "905,653 tỷ đồng"], {1}),
    (["1.259,84", "1259,84"], {3}),
    (["9/7/2020", "09-7-2020", "ngày 9 tháng 7 năm 2020", "09/07/2020"], {2}),
    (["Covid-19", "covid 19", "Covid - 19"], {3}),
    (["kỹ thuật", "kĩ thuật"], {3}),
    (["thanh thúy", "thanh thuý"], {2}),
    (["hoàn toàn"], {3}),
]


class EngineContract:
    """Tests that need a fixture `empty`: an engine without documents."""

    @pytest.fixture
    def engine(self, empty):
        empty.rebuild(DOCUMENTS)
        return empty

    def ids(self, engine, text, **filters):
        return [hit.id for hit in answer(engine, parse(text, **filters)).hits]

    # --- spellings

    @pytest.mark.parametrize(("spellings", "expected"), GROUPS)
    def test_spellings_find_the_same(self, engine, spellings, expected):
        assert {
            spelling: set(self.ids(engine, spelling)) for spelling in spellings
        } == dict.fromkeys(spellings, expected)

    @pytest.mark.parametrize(("spellings", "expected"), GROUPS)
    def test_without_accents_nothing_is_lost(self, engine, spellings, expected):
        from archive.vietnamese.fold import strip_accents

        for spelling in spellings:
            assert expected <= set(self.ids(engine, strip_accents(spelling)))

    @pytest.mark.parametrize("text", ["hoa", "hoà", "hòa"])
    def test_accents_are_taken_as_written(self, engine, text):
        assert self.ids(engine, text) == ([2, 4] if text == "hoa" else [4])

    # --- the query language

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("hội nghị", {1, 2}),
            ('"hội nghị lần thứ"', {1, 2}),
            ('"nghị hội"', set()),
            ("hội -nghị", {4}),
            ("Kinh OR Duy", {1, 3}),
            ("(Kinh OR Duy) thị", {1, 3}),
            ("tiêu-đề:Kinh", {1}),
            ("title:Kinh", {1}),
            ("người:Yến", {1}),
            ("nơi:Nam", {2, 3}),
            ("từ:2022 ngân", {1}),
            ("đến:31/12/2020 họp", {2}),
            ("", {1, 2, 3, 4}),
        ],
    )
    def test_language(self, engine, text, expected):
        assert set(self.ids(engine, text)) == expected

    # --- filters, order, pages

    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            ({"places": {"hai-duong"}}, {1, 2}),
            ({"places": {"hai-duong/nam-sach"}}, {2}),
            ({"places": {"hai-duong/nam-sach", "ha-nam"}}, {2, 3}),
            ({"places": {"ca-mau"}}, set()),
            ({"since": datetime.date(2022, 5, 28)}, {1, 3}),
            ({"until": datetime.date(2020, 7, 9)}, {2}),
            ({"year": 2022}, {1, 3}),
            ({"kind": "plenum", "year": 2020}, {2}),
            ({"official": "sai-thi-yen"}, {1}),
            ({"source": "khác"}, set()),
        ],
    )
    def test_filters(self, engine, filters, expected):
        assert set(self.ids(engine, "", **filters)) == expected

    @pytest.mark.parametrize(
        ("sort", "expected"), [("newest", [1, 3, 2, 4]), ("oldest", [2, 3, 1, 4])]
    )
    def test_sorting_puts_the_undated_last(self, engine, sort, expected):
        assert self.ids(engine, "", sort=sort) == expected

    def test_pages_follow_each_other(self, engine):
        pages = [self.ids(engine, "", sort="newest", offset=n, limit=1) for n in range(5)]
        assert pages == [[1], [3], [2], [4], []]

    def test_totals_are_of_all_pages(self, engine):
        assert answer(engine, parse("", limit=1)).total == 4

    def test_facets_count_what_was_found(self, engine):
        facets = answer(engine, parse("hội nghị")).facets
        assert facets["place"] == {"hai-duong": 2, "hai-duong/kinh-mon": 1, "hai-duong/nam-sach": 1}
        assert facets["year"] == {"2022": 1, "2020": 1}

    # --- order of relevance

    def test_words_in_the_title_come_first(self, empty):
        empty.rebuild(
            [document(1, "Bản tin", "Có Nam Sách trong bài."), document(2, "Nam Sách", "Tin.")]
        )
        assert self.ids(empty, "nam sach") == [2, 1]

    def test_the_same_accents_come_first(self, empty):
        empty.rebuild([document(1, "Tin một", "hòa bình"), document(2, "Tin hai", "hoa nở")])
        assert self.ids(empty, "hoa") == [2, 1]

    # --- what is shown

    def test_snippets_mark_the_words_as_written(self, engine):
        [hit] = answer(engine, parse("thi uy duy tien")).hits
        marked = [hit.title.text[a:b] for a, b in hit.title.ranges]
        assert marked == ["Thị uỷ Duy Tiên"] or "Thị uỷ Duy Tiên" in " ".join(marked)

    # --- help

    def test_nothing_found_widens_words_without_a_mark(self, engine):
        hits = answer(engine, parse("hoi nghị"))
        assert (hits.note, {hit.id for hit in hits.hits}) == ("loose", {1, 2})

    def test_a_slip_is_corrected(self, engine):
        assert answer(engine, parse("kinh mom")).did_you_mean == "kinh mon"

    def test_an_accented_query_says_what_it_would_find_without(self, engine):
        hits = answer(engine, parse("hòa"))
        assert (hits.total, hits.loose_total) == (1, 2)

    # --- changes

    def test_adding_again_replaces(self, engine):
        engine.add([replace(KINH_MON, title="Tiêu đề mới", digest="1-2")])
        assert self.ids(engine, "tiêu-đề:mới") == [1]
        assert self.ids(engine, '"hội nghị lần thứ" Kinh') == []
        assert engine.digests()[1] == "1-2"

    def test_removing_takes_out_and_ignores_the_unknown(self, engine):
        engine.remove([1, 99])
        assert self.ids(engine, "Kinh") == []
        assert set(engine.digests()) == {2, 3, 4}

    def test_rebuilding_replaces_everything(self, engine):
        engine.rebuild([NAM_SACH, DUY_TIEN])
        assert set(engine.digests()) == {2, 3}
