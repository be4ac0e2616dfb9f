"""The words that begin a post. Data only.

Left: as matched (lower case, new tone placement); right: as a record writes it. The titles are those
that portals print, in the official wording of the bodies. `needs` says
what a phrase still lacks: a committee ("party"), a level ("state"), an organisation in free words
("open"), or nothing ("").
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Needs = Literal["party", "state", "open", ""]


class Phrase(NamedTuple):
    """What stands in a record for the words, and what they still need."""

    title: str
    needs: Needs


MARKS = {"nguyên": "nguyên", "cựu": "nguyên", "quyền": "Quyền", "q": "Quyền", "tân": ""}

# Heads that also exist as deputies: `Phó` + head.
HEADS = {
    "bí thư": Phrase("Bí thư", "party"),
    "chủ tịch": Phrase("Chủ tịch", "state"),
    "chủ nhiệm": Phrase("Chủ nhiệm", "party"),
    "chánh văn phòng": Phrase("Chánh Văn phòng", "party"),
    "chánh thanh tra": Phrase("Chánh Thanh tra", "state"),
    "chánh án": Phrase("Chánh án", "state"),
    "viện trưởng": Phrase("Viện trưởng", "open"),
    "giám đốc": Phrase("Giám đốc", "open"),
    "tổng giám đốc": Phrase("Tổng Giám đốc", "open"),
    "hiệu trưởng": Phrase("Hiệu trưởng", "open"),
    "cục trưởng": Phrase("Cục trưởng", "open"),
    "chi cục trưởng": Phrase("Chi cục trưởng", "open"),
    "tổng cục trưởng": Phrase("Tổng cục trưởng", "open"),
    "vụ trưởng": Phrase("Vụ trưởng", "open"),
    "hạt trưởng": Phrase("Hạt trưởng", "open"),
    "đồn trưởng": Phrase("Đồn trưởng", "open"),
    "đội trưởng": Phrase("Đội trưởng", "open"),
    "tổ trưởng": Phrase("Tổ trưởng", "open"),
    "chỉ huy trưởng": Phrase("Chỉ huy trưởng", "open"),
    "tham mưu trưởng": Phrase("Tham mưu trưởng", "open"),
    "tư lệnh": Phrase("Tư lệnh", "open"),
    "tư lệnh trưởng": Phrase("Tư lệnh trưởng", "open"),
    "chính ủy": Phrase("Chính ủy", "open"),
    "tổng biên tập": Phrase("Tổng Biên tập", "open"),
    "tổng thư ký": Phrase("Tổng Thư ký", "open"),
    "trưởng ban": Phrase("Trưởng Ban", "open"),
    "trưởng phòng": Phrase("Trưởng phòng", "open"),
    "trưởng đoàn": Phrase("Trưởng đoàn", "open"),
    "trưởng khoa": Phrase("Trưởng khoa", "open"),
    "trưởng trạm": Phrase("Trưởng trạm", "open"),
    "trưởng bộ phận": Phrase("Trưởng bộ phận", "open"),
    "trưởng công an": Phrase("Trưởng Công an", "state"),
    "trưởng thôn": Phrase("Trưởng thôn", "open"),
    "trưởng bản": Phrase("Trưởng bản", "open"),
    "trưởng ấp": Phrase("Trưởng ấp", "open"),
    "trưởng khu phố": Phrase("Trưởng khu phố", "open"),
    "trưởng ban quản lý": Phrase("Trưởng Ban Quản lý", "open"),
    "thủ tướng": Phrase("Thủ tướng", ""),
    "thủ tướng chính phủ": Phrase("Thủ tướng Chính phủ", ""),
    "chủ tịch nước": Phrase("Chủ tịch nước", ""),
    "chủ tịch quốc hội": Phrase("Chủ tịch Quốc hội", ""),
    "bí thư thứ nhất": Phrase("Bí thư thứ nhất", "open"),
}

# How a deputy is written when the head's own word is left out: `Phó Ban` for `Phó Trưởng Ban`.
SHORT_DEPUTIES = {
    "phó ban": Phrase("Phó Trưởng Ban", "open"),
    "phó phòng": Phrase("Phó Trưởng phòng", "open"),
    "phó đoàn": Phrase("Phó Trưởng đoàn", "open"),
    "phó công an": Phrase("Phó Trưởng Công an", "state"),
    "phó văn phòng": Phrase("Phó Chánh Văn phòng", "party"),
    "phó chánh văn phòng": Phrase("Phó Chánh Văn phòng", "party"),
    "phó thanh tra": Phrase("Phó Chánh Thanh tra", "state"),
    "phó chỉ huy": Phrase("Phó Chỉ huy trưởng", "open"),
    "phó bt": Phrase("Phó Bí thư", "party"),
    "phó ct": Phrase("Phó Chủ tịch", "state"),
    "phó cn": Phrase("Phó Chủ nhiệm", "party"),
}

# Heads without a deputy form, and posts that are whole as they stand.
WHOLE = {
    "tổng bí thư": Phrase("Tổng Bí thư", ""),
    "bộ trưởng": Phrase("Bộ trưởng", "open"),
    "thứ trưởng": Phrase("Thứ trưởng", "open"),
    "thường trực ban bí thư": Phrase("Thường trực Ban Bí thư", ""),
    "ủy viên bộ chính trị": Phrase("Ủy viên Bộ Chính trị", ""),
    "ủy viên ban bí thư": Phrase("Ủy viên Ban Bí thư", ""),
    "ủy viên trung ương đảng": Phrase("Ủy viên Trung ương Đảng", ""),
    "ủy viên trung ương": Phrase("Ủy viên Trung ương Đảng", ""),
    "ủy viên tw đảng": Phrase("Ủy viên Trung ương Đảng", ""),
    "ủy viên t.ư đảng": Phrase("Ủy viên Trung ương Đảng", ""),
    "ủy viên tư đảng": Phrase("Ủy viên Trung ương Đảng", ""),
    "ủy viên tw": Phrase("Ủy viên Trung ương Đảng", ""),
    "ủy viên bch trung ương đảng": Phrase("Ủy viên Ban Chấp hành Trung ương Đảng", ""),
    "ủy viên bch tw đảng": Phrase("Ủy viên Ban Chấp hành Trung ương Đảng", ""),
    "ủy viên ban chấp hành trung ương đảng": Phrase("Ủy viên Ban Chấp hành Trung ương Đảng", ""),
    "ủy viên ban chấp hành tw đảng": Phrase("Ủy viên Ban Chấp hành Trung ương Đảng", ""),
    "ủy viên dự khuyết trung ương đảng": Phrase("Ủy viên dự khuyết Trung ương Đảng", ""),
    "ủy viên dự khuyết bch trung ương đảng": Phrase(
        "Ủy viên dự khuyết Ban Chấp hành Trung ương Đảng", "",
    ),
    "ủy viên dự khuyết ban chấp hành trung ương đảng": Phrase(
        "Ủy viên dự khuyết Ban Chấp hành Trung ương Đảng", "",
    ),
    "ủy viên ban thường vụ": Phrase("Ủy viên Ban Thường vụ", "party"),
    "ủy viên btv": Phrase("Ủy viên Ban Thường vụ", "party"),
    "ủy viên thường vụ": Phrase("Ủy viên Ban Thường vụ", "party"),
    "ủy viên ban chấp hành": Phrase("Ủy viên Ban Chấp hành", "party"),
    "ủy viên bch": Phrase("Ủy viên Ban Chấp hành", "party"),
    "ủy viên ubkt": Phrase("Ủy viên Ủy ban Kiểm tra", "party"),
    "ủy viên ủy ban kiểm tra": Phrase("Ủy viên Ủy ban Kiểm tra", "party"),
    "ủy viên ubnd": Phrase("Ủy viên Ủy ban nhân dân", "state"),
    "ủy viên ủy ban nhân dân": Phrase("Ủy viên Ủy ban nhân dân", "state"),
    "ủy viên thường trực hđnd": Phrase("Ủy viên Thường trực Hội đồng nhân dân", "state"),
    "ủy viên thường trực hội đồng nhân dân": Phrase(
        "Ủy viên Thường trực Hội đồng nhân dân", "state",
    ),
    "ủy viên thường trực": Phrase("Ủy viên Thường trực", "open"),
    "ủy viên chuyên trách": Phrase("Ủy viên chuyên trách", "open"),
    "đảng ủy viên": Phrase("Đảng ủy viên", ""),
    "tỉnh ủy viên": Phrase("Tỉnh ủy viên", ""),
    "thành ủy viên": Phrase("Thành ủy viên", ""),
    "huyện ủy viên": Phrase("Huyện ủy viên", ""),
    "thị ủy viên": Phrase("Thị ủy viên", ""),
    "quận ủy viên": Phrase("Quận ủy viên", ""),
    "chi ủy viên": Phrase("Chi ủy viên", ""),
    "đại biểu quốc hội": Phrase("Đại biểu Quốc hội", ""),
    "đại biểu hđnd": Phrase("Đại biểu Hội đồng nhân dân", ""),
    "đại biểu hội đồng nhân dân": Phrase("Đại biểu Hội đồng nhân dân", ""),
    "chính trị viên": Phrase("Chính trị viên", "open"),
    "chính trị viên phó": Phrase("Chính trị viên phó", "open"),
    "tổ trưởng tổ dân phố": Phrase("Tổ trưởng tổ dân phố", ""),
    "kiểm sát viên trưởng": Phrase("Kiểm sát viên trưởng", "open"),
}  # fmt: skip

# Abbreviated heads: only where the text has them in capitals.
CAPITAL_HEADS = {
    "BT": HEADS["bí thư"],
    "PBT": Phrase("Phó Bí thư", "party"),
    "PBTTT": Phrase("Phó Bí thư Thường trực", "party"),
    "CT": HEADS["chủ tịch"],
    "PCT": Phrase("Phó Chủ tịch", "state"),
    "PCTTT": Phrase("Phó Chủ tịch Thường trực", "state"),
    "CVP": HEADS["chánh văn phòng"],
    "PCVP": Phrase("Phó Chánh Văn phòng", "party"),
    "PGĐ": Phrase("Phó Giám đốc", "open"),
    "GĐ": HEADS["giám đốc"],
    "CN": HEADS["chủ nhiệm"],
    "PCN": Phrase("Phó Chủ nhiệm", "party"),
    "TBT": WHOLE["tổng bí thư"],
    "UVBTV": WHOLE["ủy viên ban thường vụ"],
    "UVTV": WHOLE["ủy viên ban thường vụ"],
    "UVBCH": WHOLE["ủy viên ban chấp hành"],
    "UVTW": WHOLE["ủy viên trung ương"],
    "UVTƯ": WHOLE["ủy viên trung ương"],
    "UVTWĐ": WHOLE["ủy viên trung ương"],
    "UVTƯĐ": WHOLE["ủy viên trung ương"],
    "UVBCHTW": WHOLE["ủy viên ban chấp hành tw đảng"],
    "UVBCHTWĐ": WHOLE["ủy viên ban chấp hành tw đảng"],
    "UVUBKT": WHOLE["ủy viên ubkt"],
    "HUV": WHOLE["huyện ủy viên"],
    "QUV": WHOLE["quận ủy viên"],
    "ĐUV": WHOLE["đảng ủy viên"],
    "ĐBQH": WHOLE["đại biểu quốc hội"],
}
# Before an abbreviated body: `UV BTV`. `TUV` depends on the page's province (see `posts`).
CAPITAL_MEMBERS = ("UV", "Uv")

AFTER_DEPUTY = {
    "thường trực": "Thường trực",
    "tt": "Thường trực",
    "thứ nhất": "thứ nhất",
    "chuyên trách": "chuyên trách",
    "phụ trách": "phụ trách",
}
