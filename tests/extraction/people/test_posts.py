"""One phrase, one title in full words."""

import pytest

from archive.extraction.text import Context
from tests.extraction.people.reading import title_of

TITLES = (
    # as written, as a record has it
    ("Bí thư Huyện ủy", "Bí thư Huyện ủy"),
    ("Phó bí thư thường trực Huyện ủy", "Phó Bí thư Thường trực Huyện ủy"),
    ("Phó Bí thư TT Huyện ủy", "Phó Bí thư Thường trực Huyện ủy"),
    ("Phó Bí thư (TT) Huyện ủy", "Phó Bí thư Thường trực Huyện ủy"),
    ("PBT TT Huyện ủy", "Phó Bí thư Thường trực Huyện ủy"),
    ("Bí thư Tỉnh ủy Hải Dương", "Bí thư Tỉnh ủy Hải Dương"),
    ("Bí thư Huyện ủy Dương Minh Châu", "Bí thư Huyện ủy Dương Minh Châu"),
    ("Ủy viên BTV Tỉnh ủy", "Ủy viên Ban Thường vụ Tỉnh ủy"),
    ("UVBTV Huyện ủy", "Ủy viên Ban Thường vụ Huyện ủy"),
    ("UV BTV Huyện ủy", "Ủy viên Ban Thường vụ Huyện ủy"),
    ("Ủy viên Ban chấp hành Đảng bộ tỉnh", "Ủy viên Ban Chấp hành Đảng bộ tỉnh"),
    ("Ủy viên BCH Đảng bộ huyện", "Ủy viên Ban Chấp hành Đảng bộ huyện"),
    ("Ủy viên BCH Trung ương Đảng", "Ủy viên Ban Chấp hành Trung ương Đảng"),
    ("Phó Chủ nhiệm Ủy ban Kinh tế của Quốc hội", "Phó Chủ nhiệm Ủy ban Kinh tế của Quốc hội"),
    ("UVTW Đảng", "Ủy viên Trung ương Đảng"),
    ("Huyện ủy viên", "Huyện ủy viên"),
    ("TUV", "Tỉnh ủy viên"),
    ("HUV", "Huyện ủy viên"),
    ("Chủ tịch HĐND huyện", "Chủ tịch Hội đồng nhân dân huyện"),
    ("Chủ tịch HĐND huyện Nam Sách", "Chủ tịch Hội đồng nhân dân huyện Nam Sách"),
    ("CT UBND xã An Sơn", "Chủ tịch Ủy ban nhân dân xã An Sơn"),
    ("PCT UBND huyện", "Phó Chủ tịch Ủy ban nhân dân huyện"),
    ("Phó Chủ tịch TT HĐND TP. Hải Dương", "Phó Chủ tịch Thường trực Hội đồng nhân dân thành phố Hải Dương"),
    ("Chủ tịch UBMTTQ Việt Nam huyện", "Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam huyện"),
    ("Chủ nhiệm UBKT Huyện ủy", "Chủ nhiệm Ủy ban Kiểm tra Huyện ủy"),
    ("Trưởng ban Tổ chức Huyện ủy", "Trưởng Ban Tổ chức Huyện ủy"),
    ("Phó Ban Dân vận Tỉnh ủy", "Phó Trưởng Ban Dân vận Tỉnh ủy"),
    ("Phó trưởng ban Dân vận Tỉnh ủy", "Phó Trưởng Ban Dân vận Tỉnh ủy"),
    ("Phó Trưởng ban Thường trực Ban Tổ chức Tỉnh ủy", "Phó Trưởng Ban Thường trực Ban Tổ chức Tỉnh ủy"),
    ("Trưởng Ban Kinh tế - Xã hội HĐND huyện", "Trưởng Ban Kinh tế - Xã hội Hội đồng nhân dân huyện"),
    ("Trưởng phòng GD&ĐT huyện", "Trưởng phòng Giáo dục và Đào tạo huyện"),
    ("Trưởng phòng Lao động - TB&XH huyện", "Trưởng phòng Lao động - Thương binh và Xã hội huyện"),
    ("Giám đốc Sở Văn hóa, Thể thao và Du lịch", "Giám đốc Sở Văn hóa, Thể thao và Du lịch"),
    ("Phó Giám đốc Sở NN&PTNT tỉnh", "Phó Giám đốc Sở Nông nghiệp và Phát triển nông thôn tỉnh"),
    ("Trưởng Công an huyện", "Trưởng Công an huyện"),
    ("Phó Trưởng Công an huyện", "Phó Trưởng Công an huyện"),
    ("Giám đốc Công an tỉnh", "Giám đốc Công an tỉnh"),
    ("Chỉ huy trưởng Ban CHQS huyện", "Chỉ huy trưởng Ban Chỉ huy Quân sự huyện"),
    ("Chính trị viên phó Ban CHQS huyện", "Chính trị viên phó Ban Chỉ huy Quân sự huyện"),
    ("Viện trưởng Viện KSND huyện", "Viện trưởng Viện Kiểm sát nhân dân huyện"),
    ("Chánh án TAND huyện", "Chánh án Tòa án nhân dân huyện"),
    ("Chánh văn phòng Huyện ủy", "Chánh Văn phòng Huyện ủy"),
    ("Phó Văn phòng HĐND - UBND huyện", "Phó Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện"),
    ("Chánh Văn phòng HĐND và UBND huyện", "Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện"),
    ("Trưởng đoàn ĐBQH tỉnh", "Trưởng đoàn Đại biểu Quốc hội tỉnh"),
    ("Phó Trưởng đoàn chuyên trách Đoàn ĐBQH tỉnh", "Phó Trưởng đoàn chuyên trách Đoàn Đại biểu Quốc hội tỉnh"),
    ("Chủ tịch Hội LHPN huyện", "Chủ tịch Hội Liên hiệp Phụ nữ huyện"),
    ("Bí thư Huyện đoàn", "Bí thư Huyện đoàn"),
    ("Bí thư Đoàn TNCS Hồ Chí Minh huyện", "Bí thư Đoàn Thanh niên Cộng sản Hồ Chí Minh huyện"),
    ("Bí thư Đảng ủy xã An Sơn", "Bí thư Đảng ủy xã An Sơn"),
    ("Bí thư Chi bộ thôn Đông", "Bí thư Chi bộ thôn Đông"),
    ("UVTWĐ", "Ủy viên Trung ương Đảng"),
    ("Bí thư Thành ủy TP Thủ Đức", "Bí thư Thành ủy thành phố Thủ Đức"),
    ("Tổ trưởng Tổ đại biểu HĐND tỉnh", "Tổ trưởng Tổ đại biểu Hội đồng nhân dân tỉnh"),
    ("Phó Chánh Văn phòng Điều phối nông thôn mới tỉnh", "Phó Chánh Văn phòng Điều phối nông thôn mới tỉnh"),
    ("Giám đốc Phòng giao dịch Ngân hàng Chính sách xã hội huyện", "Giám đốc Phòng giao dịch Ngân hàng Chính sách xã hội huyện"),
    ("Chủ tịch UBND thành phố Hải Phòng", "Chủ tịch Ủy ban nhân dân thành phố Hải Phòng"),
    ("Trưởng đoàn ĐBQH đơn vị số 1", "Trưởng đoàn Đại biểu Quốc hội đơn vị số 1"),
    ("Giám đốc Đài PT-TH tỉnh", "Giám đốc Đài PT-TH tỉnh"),
    ("nguyên Chủ tịch UBND huyện", "nguyên Chủ tịch Ủy ban nhân dân huyện"),
    ("Quyền Chủ tịch UBND huyện", "Quyền Chủ tịch Ủy ban nhân dân huyện"),
    ("Thứ trưởng Bộ Nội vụ", "Thứ trưởng Bộ Nội vụ"),
    ("Chủ tịch nước", "Chủ tịch nước"),
    ("Chủ tịch UBND quận 12", "Chủ tịch Ủy ban nhân dân quận 12"),
    ("Bí thư Đảng ủy phường 3", "Bí thư Đảng ủy phường 3"),
    # what is left out is that of the page's place
    ("Phó Bí thư", "Phó Bí thư Huyện ủy"),
    ("Chủ tịch HĐND", "Chủ tịch Hội đồng nhân dân huyện"),
)  # fmt: skip


@pytest.mark.parametrize(("written", "title"), TITLES)
def test_a_title_in_full_words(written, title):
    assert title_of(written) == title


@pytest.mark.parametrize(("written", "title"), TITLES)
def test_the_verb_after_a_post_is_no_part_of_it(written, title):
    assert title_of(f"{written} phát biểu chỉ đạo hội nghị") == title


@pytest.mark.parametrize(
    "text", ["Trưởng ban đã dự", "xã hội phát triển", "quyền lợi", "Tỉnh ủy giao", "ủy viên", ""]
)
def test_no_post(text):
    assert title_of(text) is None


@pytest.mark.parametrize(
    ("province_kind", "title"),
    [("tỉnh", "Tỉnh ủy viên"), ("thành phố", "Thành ủy viên"), (None, None)],
)
def test_an_abbreviated_member_depends_on_the_kind_of_province(province_kind, title):
    assert title_of("TUV", Context(None, "quận", province_kind, None)) == title


def test_a_name_after_the_post_is_its_holder():
    assert title_of("Bí thư Huyện ủy Trần Văn An") == "Bí thư Huyện ủy"
    assert (
        title_of("Chủ tịch UBND huyện Lý Nhân Trần Văn An")
        == "Chủ tịch Ủy ban nhân dân huyện Lý Nhân"
    )
    assert title_of("Giám đốc Sở Tài chính Trần Văn An") == "Giám đốc Sở Tài chính"


def test_a_name_after_the_post_of_somebody_named_is_a_school_or_a_place():
    school = "Hiệu trưởng Trường THPT Nguyễn Trãi"
    assert title_of(school, named=True) == "Hiệu trưởng Trường Trung học phổ thông Nguyễn Trãi"
    ward = "Chủ tịch UBND phường Lê Lợi"
    assert title_of(ward, named=True) == "Chủ tịch Ủy ban nhân dân phường Lê Lợi"
