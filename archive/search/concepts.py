"""Words that mean the same: an abbreviation and its full form put one concept in the index.

Source: the abbreviations that party and state bodies use in their own reports (domain guide of the
project, section 6). A form is written as it stands in a text; matching ignores case, tone placement and
i/y.
"""

from __future__ import annotations

# concept → forms. A concept's name begins with § so that it is no word.
CONCEPTS: dict[str, tuple[str, ...]] = {
    "§bch": ("BCH", "Ban Chấp hành"),
    "§btv": ("BTV", "Ban Thường vụ"),
    "§ubkt": ("UBKT", "Ủy ban Kiểm tra"),
    "§ubnd": ("UBND", "Ủy ban nhân dân"),
    "§hđnd": ("HĐND", "Hội đồng nhân dân"),
    "§mttq": ("MTTQ", "Mặt trận Tổ quốc"),
    "§ubmttq": ("UBMTTQ", "Ủy ban MTTQ", "Ủy ban Mặt trận Tổ quốc"),
    "§đbqh": ("ĐBQH", "đại biểu Quốc hội"),
    "§tw": ("TW", "TƯ", "T.Ư", "Trung ương"),
    "§uvtw": ("UVTW", "Ủy viên Trung ương"),
    "§uvbtv": ("UVBTV", "UV BTV", "Ủy viên BTV", "Ủy viên Ban Thường vụ"),
    "§uvbch": ("UVBCH", "UV BCH", "Ủy viên BCH", "Ủy viên Ban Chấp hành"),
    "§huv": ("HUV", "Huyện ủy viên"),
    "§quv": ("QUV", "Quận ủy viên"),
    "§đuv": ("ĐUV", "Đảng ủy viên"),
    "§pbt": ("PBT", "Phó Bí thư"),
    "§pbttt": ("PBT TT", "PBTTT", "Phó Bí thư TT", "Phó Bí thư Thường trực"),
    "§pct": ("PCT", "Phó Chủ tịch"),
    "§cvp": ("CVP", "Chánh Văn phòng"),
    "§btc": ("BTC", "Ban Tổ chức"),
    "§btg": ("BTG", "Ban Tuyên giáo"),
    "§bdv": ("BDV", "Ban Dân vận"),
    "§đc": ("đ/c", "đồng chí"),
    "§tx": ("TX", "thị xã"),
    "§tp": ("TP", "thành phố"),
    "§ktxh": ("KT-XH", "KTXH", "kinh tế - xã hội", "kinh tế xã hội"),
    "§qpan": (
        "QPAN",
        "QP-AN",
        "ANQP",
        "AN-QP",
        "quốc phòng - an ninh",
        "quốc phòng an ninh",
        "an ninh - quốc phòng",
    ),
    "§antt": ("ANTT", "an ninh trật tự"),
    "§ttatxh": ("TTATXH", "TT ATXH", "trật tự an toàn xã hội"),
    "§anct": ("ANCT", "an ninh chính trị"),
    "§gpmb": ("GPMB", "giải phóng mặt bằng"),
    "§ntm": ("NTM", "nông thôn mới"),
    "§nsnn": ("NSNN", "ngân sách nhà nước"),
    "§gtsx": ("GTSX", "giá trị sản xuất"),
    "§ttcn": ("TTCN", "tiểu thủ công nghiệp"),
    "§cnttcn": (
        "CN-TTCN",
        "công nghiệp - tiểu thủ công nghiệp",
        "công nghiệp tiểu thủ công nghiệp",
    ),
    "§cnxd": ("CN-XD", "công nghiệp - xây dựng", "công nghiệp xây dựng"),
    "§tmdv": ("TM-DV", "thương mại - dịch vụ", "thương mại dịch vụ"),
    "§thcs": ("THCS", "trung học cơ sở"),
    "§thpt": ("THPT", "trung học phổ thông"),
    "§bhyt": ("BHYT", "bảo hiểm y tế"),
    "§bhxh": ("BHXH", "bảo hiểm xã hội"),
    "§cchc": ("CCHC", "cải cách hành chính"),
    "§tthc": ("TTHC", "thủ tục hành chính"),
    "§ccb": ("CCB", "Cựu chiến binh"),
    "§lhpn": ("LHPN", "Liên hiệp Phụ nữ"),
    "§lđlđ": ("LĐLĐ", "Liên đoàn Lao động"),
    "§tncs": ("TNCS", "Thanh niên Cộng sản"),
    "§tccsđ": ("TCCSĐ", "tổ chức cơ sở đảng"),
    "§nq": ("NQ", "nghị quyết"),
    "§dtts": ("DTTS", "dân tộc thiểu số"),
    "§tphcm": ("TP.HCM", "TPHCM", "TP HCM", "TP Hồ Chí Minh", "thành phố Hồ Chí Minh"),
    "§htx": ("HTX", "hợp tác xã"),
    "§qsdđ": ("QSDĐ", "quyền sử dụng đất"),
    "§xdcb": ("XDCB", "xây dựng cơ bản"),
    "§lllv": ("LLVT", "lực lượng vũ trang"),
    "§chqs": ("CHQS", "chỉ huy quân sự"),
    "§covid": ("Covid-19", "Covid 19", "Covid - 19", "Covid19"),
}

# Abbreviations that mean one thing before some words and another elsewhere: (next syllables, meaning).
BY_NEIGHBOUR: dict[str, tuple[tuple[frozenset[str], str], ...]] = {
    "ct": ((frozenset({"hđnd", "ubnd", "ủy", "hội", "mttq", "ubmttq", "nước"}), "§ct.chủ"),),
    "tuv": ((frozenset(), "§tuv"),),
}
SYNONYMS: dict[str, tuple[str, ...]] = {
    "§ct.chủ": ("Chủ tịch",),
    "§tuv": ("Tỉnh ủy viên", "Thành ủy viên"),
}
