"""What every engine must do. An engine's test file inherits the class and gives the engine."""

import datetime
from dataclasses import replace

import pytest

from archive.search.document import Subject
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
    (["lần thứ hai", "lần thứ II", "lần 2", "lần thứ 02"], {2}),
    (["905.653 triệu đồng", "905 tỉ 653 triệu đồng"], {1}),
    (["tháng 7/2022", "tháng 7 năm 2022", "tháng 07-2022"], {1}),
    (["Chủ tịch UBND", "CT UBND", "chủ tịch Uỷ ban nhân dân"], {1}),
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
            ("ngh*", {1, 2}),
            ("hội nghị khó*", {1, 2}),
            ("thu*", {1, 2, 3}),
            ("tiêu-đề:duy*", {3}),
            ("tiêu-đề:duy* OR Kinh", {1, 3}),
            ("kỹ*", {3}),
            ("hoà*", {3, 4}),
            ("ki?h", {1}),
            ("sach -kin*", {2}),
            ("kinj~", {1}),
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

    def test_words_side_by_side_come_first(self, empty):
        empty.rebuild(
            [
                document(1, "Tin một", "Nam giới mua sách, sách của nam giới."),
                document(2, "Tin hai", "Chợ Nam Sách họp."),
            ]
        )
        assert self.ids(empty, "nam sách") == [2, 1]

    def test_concepts_side_by_side_come_first(self, empty):
        empty.rebuild(
            [
                document(1, "Tin một", "Bí thư Huyện ủy và Phó Chủ tịch Tỉnh ủy."),
                document(2, "Tin hai", "Phó Bí thư gặp Bí thư Tỉnh ủy về Huyện ủy."),
            ]
        )
        assert self.ids(empty, "bí thư tỉnh ủy")[0] == 2

    def test_equals_are_ordered_by_day_then_by_number(self, empty):
        days = [datetime.date(2020, 1, 1), datetime.date(2022, 1, 1), datetime.date(2020, 1, 1)]
        empty.rebuild(
            [document(n, "Tin", "Cùng một lời.", date=day) for n, day in enumerate(days, 1)]
        )
        assert self.ids(empty, "cùng lời") == [2, 1, 3]

    def test_deep_pages_hold_the_rest_in_order(self, empty):
        empty.rebuild([document(n, "Tin", f"Hội nghị số {n}.") for n in range(1, 61)])
        pages = [self.ids(empty, "hội nghị", offset=n, limit=7) for n in range(0, 63, 7)]
        assert [id_ for page in pages for id_ in page] == self.ids(empty, "hội nghị", limit=100)
        assert len(pages[-1]) == 60 - 56

    # --- abbreviations by their neighbours

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Chỉ thị của Đảng", {1}),
            ("Chủ tịch của Đảng", {2}),
            ("thị trấn của Đảng", {3}),
            ("Thường trực của Đảng", {4}),
            ("Tỉnh ủy viên của Đảng", {5}),
            ("Thành ủy viên của Đảng", {6}),
            ("đồng chí TUV của Đảng", {5, 6}),
            ("Trung ương của Đảng", {7}),
            ("đầu tư của Đảng", {8}),
        ],
    )
    def test_an_abbreviation_is_read_by_its_neighbours(self, empty, text, expected):
        bodies = [
            ("05-CT/HU của Đảng", "tỉnh"), ("CT UBND của Đảng", "tỉnh"), ("TT Sa Pa của Đảng", "tỉnh"),
            ("TT HĐND của Đảng", "tỉnh"), ("đồng chí TUV của Đảng", "tỉnh"),
            ("đồng chí TUV của Đảng", "thành phố"), ("NQ TƯ của Đảng", "tỉnh"),
            ("vốn đầu tư của Đảng", "tỉnh"),
        ]  # fmt: skip
        empty.rebuild(
            [
                document(n, "Tin", body, province_kind=kind)
                for n, (body, kind) in enumerate(bodies, 1)
            ]
        )
        assert set(self.ids(empty, text)) == expected

    # --- what is shown

    def test_snippets_mark_the_words_as_written(self, engine):
        [hit] = answer(engine, parse("thi uy duy tien")).hits
        marked = [hit.title.text[a:b] for a, b in hit.title.ranges]
        assert marked == ["Thị uỷ Duy Tiên"] or "Thị uỷ Duy Tiên" in " ".join(marked)

    # --- help

    def test_nothing_found_widens_words_without_a_mark(self, engine):
        hits = answer(engine, parse("hoi nghị"))
        assert (hits.note, {hit.id for hit in hits.hits}) == ("loose", {1, 2})

    def test_wrong_accents_are_let_go(self, engine):
        hits = answer(engine, parse("hồi nghì"))
        assert (hits.note, {hit.id for hit in hits.hits}) == ("loose", {1, 2})

    def test_most_of_the_words_are_enough_where_no_article_has_all(self, engine):
        hits = answer(engine, parse("ai chủ tịch hội nghị Kinh Môn -Duy"))
        assert (hits.note, hits.hits[0].id) == ("some", 1)

    # --- suggestions

    @pytest.mark.parametrize(
        ("start", "expected"),
        [
            ("kin", [("place", "hai-duong/kinh-mon", 1)]),
            ("Môn", [("place", "hai-duong/kinh-mon", 1)]),
            ("thi  y", [("official", "sai-thi-yen", 1)]),
            ("HẢI", [("place", "hai-duong", 2), ("place", "hai-duong/kinh-mon", 1)]),
            ("inh", []),
            ("", []),
        ],
    )
    def test_completes(self, empty, start, expected):
        subjects = [
            Subject("place", "hai-duong/kinh-mon", "Kinh Môn, Hải Dương"),
            Subject("place", "hai-duong", "Hải Dương"),
            Subject("official", "sai-thi-yen", "Sái Thị Yến"),
        ]
        empty.rebuild(
            [
                replace(KINH_MON, subjects=tuple(subjects)),
                replace(NAM_SACH, subjects=(subjects[1],)),
            ]
        )
        assert [(c.kind, c.key, c.count) for c in empty.complete(start, 5)] == expected

    def test_completes_with_no_more_than_asked_and_forgets_what_is_gone(self, empty):
        many = tuple(Subject("official", f"nguyen-{n}", f"Nguyễn {n}") for n in range(9))
        empty.rebuild([replace(KINH_MON, subjects=many)])
        assert len(empty.complete("nguyen", 4)) == 4
        empty.remove([KINH_MON.id])
        assert empty.complete("nguyen", 4) == []

    @pytest.mark.parametrize("start", ["nguyen van", "van a"])
    def test_completes_with_what_an_editor_pasted(self, empty, start):
        """A name is shown as it is, and found as if its words stood one space apart."""
        empty.rebuild([replace(KINH_MON, subjects=(Subject("official", "a", "Nguyễn\tVăn  A"),))])
        assert [c.label for c in empty.complete(start, 5)] == ["Nguyễn\tVăn  A"]

    def test_a_slip_is_corrected(self, engine):
        assert answer(engine, parse("kinh mom")).did_you_mean == "kinh mon"

    def test_an_accented_query_says_what_it_would_find_without(self, engine):
        hits = answer(engine, parse("hòa"))
        assert (hits.total, hits.loose_total) == (1, 2)

    # --- changes

    @pytest.mark.parametrize("text", ["", "hội nghị", "hoi nghi", '"hội nghị"', "-hội"])
    def test_an_empty_index_finds_nothing(self, empty, text):
        empty.rebuild([])
        assert answer(empty, parse(text)).hits == ()
        assert empty.complete("hội", 5) == []
        assert dict(empty.digests()) == {}

    def test_adding_again_replaces(self, engine):
        engine.add([replace(KINH_MON, title="Tiêu đề mới", digest="1-2")])
        assert self.ids(engine, "tiêu-đề:mới") == [1]
        assert self.ids(engine, '"hội nghị lần thứ" Kinh') == []
        assert dict(engine.digests())[1] == "1-2"

    def test_removing_takes_out_and_ignores_the_unknown(self, engine):
        engine.remove([1, 99])
        assert self.ids(engine, "Kinh") == []
        assert set(dict(engine.digests())) == {2, 3, 4}

    def test_rebuilding_replaces_everything(self, engine):
        engine.rebuild([NAM_SACH, DUY_TIEN])
        assert set(dict(engine.digests())) == {2, 3}
