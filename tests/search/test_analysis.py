"""Text → terms, as tables: words plain, other forms in round brackets, what stands beside in square."""

import pytest

from archive.search.analysis import analyse

SHOWN = {"word": "{}", "other": "({})", "extra": "[{}]"}


def terms(text, **options):
    return " ".join(SHOWN[term.role].format(term.exact) for term in analyse(text, **options))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hoà hòa hoàn Huỳnh quý", "hòa hòa hoàn huỳnh quí"),
        ("kỹ thuật, Tỷ lệ, thuỷ", "kĩ thuật tỉ lệ thủy"),
        ("Ðảng Đảng", "đảng đảng"),
        ("a–b—c", "a b c"),
        ("1.259,84 1259,84 09 65,50", "1259.84 1259.84 9 65.5"),
        ("Covid19 285ha đạt13,04%", "covid [§covid.19] 19 285 ha đạt 13.04"),
    ],
)
def test_words(text, expected):
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("khoá XXV", "khóa [@khóa25] 25 (xxv)"),
        ("lần thứ mười bốn", "lần [@lần14] thứ [@thứ14] 14 (mười) (bốn)"),
        ("lan thu chin", "lan thu 9 (chin)"),
        ("lần vi phạm", "lần vi phạm"),
        ("lần thứ mười năm 2020", "lần [@lần10] thứ [@thứ10] 10 (mười) năm 2020"),
        ("mười bốn xã", "mười bốn xã"),
    ],
)
def test_ordinals(text, expected):
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("905 tỷ 653 triệu đồng", "905653000000"),
        ("905,653 tỉ", "905653000000"),
        ("905.653 triệu đồng", "905653000000"),
        ("905 ty 653 trieu", "905653000000"),
        ("118 ngàn", "118000"),
        ("13,2 vạn", "132000"),
        ("9/7/2020", "@2020-7-9"),
        ("ngày 09-7-2020", "@2020-7-9"),
        ("9.7.2020", "@2020-7-9"),
        ("ngày 9 tháng 7 năm 2020", "@2020-7-9"),
        ("2020-07-09", "@2020-7-9"),
        ("ngày 9/7", "@7-9"),
        ("tháng 7/2022", "@2022-7"),
        ("tháng 7 năm 2022", "@2022-7"),
        ("quý I/2019", "@2019-q1"),
        ("quí 1 năm 2019", "@2019-q1"),
        ("2020 – 2025", "@2020-2025"),
        ("số 05-CT/TW", "@5-ct/tw"),
        ("12/2017/QĐ-UBND", "@12/2017-qd/ubnd"),
    ],
)
def test_spans_have_one_name(text, name):
    assert f"[{name}]" in terms(text)


@pytest.mark.parametrize("text", ["32/13/2020", "10.5%", "67/67", "1.259,84", "tăng 2-3 lần"])
def test_what_looks_like_a_date_and_is_none(text):
    assert "[@" not in terms(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("UVBTV", "ủy.viên.ban.thường.vụ ban.thường.vụ ủy.viên"),
        ("PBT TT", "phó.bí.thư.thường.trực phó.bí.thư bí.thư thường.trực"),
        ("Chỉ thị 05-CT/TW", "chỉ.thị trung.ương"),
        ("CT HĐND", "chủ.tịch hội.đồng.nhân.dân"),
        ("TT Sa Pa", "thị.trấn"),
        ("TT ATXH", "trật.tự.an.toàn.xã.hội an.toàn.xã.hội"),
        ("đầu tư, tư pháp, tu dưỡng", ""),
        ("NQ/TƯ", "nghị.quyết trung.ương"),
        ("KH-CN", "khoa.học.và.công.nghệ"),
        ("thu ngân sách NN", "ngân.sách.nhà.nước nhà.nước"),
    ],
)
def test_concepts(text, names):
    found = {term.exact for term in analyse(text) if term.exact[0] == "§"}
    assert found == {f"§{name}" for name in names.split()}


def test_provincial_abbreviations_follow_the_kind_of_the_province():
    assert "[§tỉnh.ủy.viên]" in terms("TUV", province_kind="tỉnh")
    assert "[§thành.ủy.viên]" not in terms("TUV", province_kind="tỉnh")
    assert "[§thành.ủy.viên]" in terms("TUV", province_kind="thành phố")


def test_spans_cover_the_words_as_written():
    text = "Đã thu 905 tỷ 653 triệu đồng."
    [amount] = [t for t in analyse(text) if t.exact == "905653000000"]
    assert text[amount.start : amount.end] == "905 tỷ 653 triệu đồng"
