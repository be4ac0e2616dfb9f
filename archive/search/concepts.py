"""Words that mean the same: an abbreviation and its full form put one concept in the index.

Source: the abbreviations that party and state bodies use in their own reports. Matching ignores case,
tone placement and i/y. `{a|b}` stands for either.
"""

from __future__ import annotations

from dataclasses import dataclass

TW = "{TW|Trung ương}"
UV = "{UV|Ủy viên}"
PBT = "{PBT|Phó Bí thư}"

# The full form first, then the others. A concept is named after its full form.
CONCEPTS: tuple[tuple[str, ...], ...] = (
    ("Ban Chấp hành", "BCH"),
    ("Ban Thường vụ", "BTV"),
    ("Ủy ban Kiểm tra", "UBKT", "UB Kiểm tra"),
    ("Ủy ban nhân dân", "UBND", "UB nhân dân"),
    ("Hội đồng nhân dân", "HĐND"),
    ("Mặt trận Tổ quốc", "MTTQ"),
    ("Ủy ban Mặt trận Tổ quốc", "UBMTTQ", "UB MTTQ", "Ủy ban MTTQ"),
    ("đại biểu Quốc hội", "ĐBQH"),
    ("Trung ương", "TW", "T.Ư"),
    ("Ủy viên", "UV"),
    ("Ủy viên Trung ương", "UVTW", f"{UV} {TW}"),
    ("Ủy viên Ban Thường vụ", "UVBTV", UV + " {BTV|Ban Thường vụ}"),
    ("Ủy viên Ban Chấp hành", "UVBCH", UV + " {BCH|Ban Chấp hành}"),
    ("Huyện ủy viên", "HUV"),
    ("Quận ủy viên", "QUV"),
    ("Đảng ủy viên", "ĐUV"),
    ("Huyện ủy", "HU"),
    ("Quận ủy", "QU"),
    ("Bí thư", "BT"),
    ("Phó Bí thư", "PBT", "Phó BT"),
    ("Phó Bí thư Thường trực", "PBTTT", PBT + " {TT|Thường trực}", "Phó BT TT"),
    ("Phó Chủ tịch", "PCT", "Phó CT"),
    ("Chánh Văn phòng", "CVP"),
    ("Ban Tổ chức", "BTC"),
    ("Ban Tuyên giáo", "BTG"),
    ("Ban Dân vận", "BDV"),
    ("đồng chí", "đ/c"),
    ("thị xã", "TX"),
    ("thành phố", "TP"),
    ("thành phố Hồ Chí Minh", "{TP|thành phố} {HCM|Hồ Chí Minh}", "TPHCM"),
    ("kinh tế xã hội", "KT-XH", "KTXH"),
    ("quốc phòng an ninh", "QPAN", "QP-AN", "ANQP", "AN-QP", "an ninh quốc phòng"),
    ("an ninh trật tự", "ANTT"),
    ("an toàn xã hội", "ATXH"),
    ("trật tự an toàn xã hội", "TTATXH", "TT ATXH", "trật tự ATXH", "TT an toàn xã hội"),
    ("an ninh chính trị", "ANCT"),
    ("giải phóng mặt bằng", "GPMB"),
    ("nông thôn mới", "NTM"),
    ("ngân sách nhà nước", "NSNN", "ngân sách NN"),
    ("giá trị sản xuất", "GTSX"),
    ("tiểu thủ công nghiệp", "TTCN"),
    ("công nghiệp tiểu thủ công nghiệp", "{CN|công nghiệp} {TTCN|tiểu thủ công nghiệp}"),
    ("công nghiệp xây dựng", "CN-XD"),
    ("thương mại dịch vụ", "TM-DV", "TMDV"),
    ("nông nghiệp và phát triển nông thôn", "NN&PTNT", "NN và PTNT", "NN-PTNT"),
    ("khoa học và công nghệ", "KH&CN", "KH-CN", "KHCN", "khoa học công nghệ"),
    ("trung học cơ sở", "THCS"),
    ("trung học phổ thông", "THPT"),
    ("bảo hiểm y tế", "BHYT"),
    ("bảo hiểm xã hội", "BHXH"),
    ("cải cách hành chính", "CCHC"),
    ("thủ tục hành chính", "TTHC"),
    ("Cựu chiến binh", "CCB"),
    ("Liên hiệp Phụ nữ", "LHPN"),
    ("Liên đoàn Lao động", "LĐLĐ"),
    ("Thanh niên Cộng sản", "TNCS"),
    ("tổ chức cơ sở đảng", "TCCSĐ"),
    ("nghị quyết", "NQ"),
    ("quyết định", "QĐ"),
    ("kết luận", "KL"),
    ("dân tộc thiểu số", "DTTS"),
    ("hợp tác xã", "HTX"),
    ("quyền sử dụng đất", "QSDĐ", "QSD đất"),
    ("xây dựng cơ bản", "XDCB"),
    ("lực lượng vũ trang", "LLVT"),
    ("chỉ huy quân sự", "CHQS"),
    ("Covid 19", "Covid-19"),
    # Full forms of the abbreviations below, which need their neighbours.
    ("Chủ tịch",),
    ("chỉ thị",),
    ("kế hoạch",),
    ("Thường trực",),
    ("thị trấn",),
    ("thông tư",),
    ("nhà nước",),
    ("nông nghiệp",),
    ("Tỉnh ủy",),
    ("Thành ủy",),
    ("Tỉnh ủy viên",),
    ("Thành ủy viên",),
)

NUMBER = "0"  # stands for any number among neighbours
DOCUMENTS = "nq qđ ct kl kh ctr tb đa hd qc"
BODIES = "hđnd ubnd ủy ban hội mttq ubmttq ub nước"
COMMITTEES = "tỉnh huyện thị thành quận đảng hđnd hu tu qu mttq ubmttq"
OF_A_COMMITTEE = "thư bt pbt btv bch vụ hành viên uv uvbtv uvbch ubkt tra btc btg bdv vp"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an abbreviation means beside these neighbours; without any, everywhere else."""

    full: str
    before: str = ""
    after: str = ""


# The first meaning whose neighbours are there holds.
BY_NEIGHBOUR: dict[str, tuple[Meaning, ...]] = {
    "CT": (Meaning("chỉ thị", before=NUMBER, after=NUMBER), Meaning("Chủ tịch")),
    "KH": (Meaning("", after="cn"), Meaning("kế hoạch")),
    "TT": (
        Meaning("", after="atxh an toàn"),  # part of a concept of its own
        Meaning("thông tư", before=NUMBER),
        Meaning("Thường trực", before="thư bt pbt tịch ct pct ban trưởng phó", after=COMMITTEES),
        Meaning("", after=NUMBER),
        Meaning("thị trấn", after="*"),
    ),
    "NN": (Meaning("nhà nước", before="sách quan lý"), Meaning("nông nghiệp", after="ptnt và")),
    # `TƯ` in small letters is a word of its own, as in `đầu tư`, `tư pháp`.
    "TƯ": (
        Meaning("", after="tưởng pháp nhân cách liệu vấn duy thế lợi bản sản thương gia hữu thù"),
        Meaning("Trung ương", before=f"quyết hành luận bch uv {DOCUMENTS}", after="đảng"),
    ),
}

# Abbreviations of a province's committee; which, the kind of province says.
PROVINCIAL: dict[str, tuple[str, str, str]] = {
    # abbreviation: (in a tỉnh, in a city under the state, neighbours before; empty: always)
    "TUV": ("Tỉnh ủy viên", "Thành ủy viên", ""),
    "TU": ("Tỉnh ủy", "Thành ủy", f"{DOCUMENTS} {OF_A_COMMITTEE}"),
}
