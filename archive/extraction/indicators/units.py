"""Units and counted things, as Vietnamese reports write them, and where one stands in a text.

Gathered from half-year and year-end reports of districts and provinces and from the table of indicators
of the statistics handbooks; the longest match wins.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from archive.extraction.indicators.phrases import Phrases

SCALES = ("nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ")
MONEY = ("đồng", "usd", "đô la mỹ", "đô la", "vnđ", "vnd", "đ")

# Measures: the figure needs a label before it.
MEASURES = (
    "tấn", "tạ", "yến", "kg", "ha", "héc ta", "héc-ta", "hecta", "m2", "m²", "m3", "m³", "km", "km2", "mét", "kwh", "mw", "mwp", "lít",
    "điểm phần trăm", "điểm %", "điểm", "con", "cây", "gốc", "tiêu chí", "giường bệnh", "giường", "bác sĩ", "cành", "viên", "mã lực", "tấm", "bộ",
)  # fmt: skip
TAILS = (
    "người", "năm", "tháng", "ha", "hộ", "xã", "vạn dân", "lao động", "km2", "học sinh", "đơn vị", "nhiệm kỳ", "vụ", "quý", "ngày", "10.000 dân", "1.000 dân", "đầu người",
    "m3", "m2", "con", "cây", "sào", "thôn", "ngày đêm", "giờ",
)  # fmt: skip

# Things that are counted: may carry the label themselves (`96 đảng viên mới`).
PARTY = ("tổ chức cơ sở đảng", "tccsđ", "cấp ủy viên", "cấp ủy", "tổ chức đảng", "chi bộ", "chi, đảng bộ", "đảng bộ", "đảng viên")  # fmt: skip
PEOPLE = (
    "quần chúng ưu tú", "quần chúng", "đoàn viên", "hội viên", "thanh niên", "công dân", "cử tri", "nhân khẩu", "khẩu", "người", "du khách", "khách",
    "lao động", "học sinh", "trẻ em", "trẻ", "giáo viên", "cán bộ, công chức, viên chức", "cán bộ, công chức", "cán bộ, đảng viên", "cán bộ", "công chức", "viên chức", "bệnh nhân",
    "đồng chí", "đ/c", "đối tượng", "bị can", "bị cáo", "học viên", "công nhân", "nạn nhân", "vận động viên",
    "hộ nghèo", "hộ cận nghèo", "hộ gia đình", "hộ dân", "hộ kinh doanh", "hộ", "gia đình", "gia đình văn hóa", "đồng bào", "dân",
)  # fmt: skip
TURNS = (
    "lượt khách du lịch", "lượt khách", "lượt người", "lượt hộ", "lượt đảng viên", "lượt tổ chức đảng", "lượt cán bộ, đảng viên", "lượt", "lượt học viên", "lượt bệnh nhân",
)  # fmt: skip
AREAS = (
    "xã, phường, thị trấn", "xã, phường", "xã, thị trấn", "phường, xã", "xã", "phường", "thị trấn", "thôn, bản", "thôn, khu phố", "thôn, tổ dân phố", "khóm, ấp", "ấp, khóm",
    "thôn, làng", "thôn", "bản", "làng", "ấp", "khóm", "buôn", "khu dân cư", "khu phố", "khối phố", "tổ dân phố", "xóm", "cơ quan, đơn vị", "đơn vị", "tổ chức", "cơ quan", "khu", "cụm công nghiệp",
    "thôn, xóm", "thôn, xóm, tổ dân phố", "bản, tiểu khu", "tiểu khu", "buôn làng", "sóc",
)  # fmt: skip
COUNTED = (
    *PARTY, *PEOPLE, *TURNS, *AREAS,
    "trường học", "trường", "lớp", "cơ sở", "trạm y tế", "doanh nghiệp", "dn", "hợp tác xã", "htx", "tổ hợp tác", "chi hội", "chi đoàn", "tổ hội", "trang trại", "mô hình", "lớp học", "phòng học",
    "sản phẩm", "dự án", "công trình", "nhà văn hóa", "căn nhà", "ngôi nhà", "nhà", "căn", "phương tiện", "hồ sơ", "đơn thư", "đơn", "vụ việc", "vụ án",
    "vụ", "ca mắc", "ca", "trường hợp", "mũi tiêm", "mũi", "liều", "giấy chứng nhận", "giấy", "gcn", "ô lồng", "giấy phép", "gcnqsdđ", "gcnqsd đất",
    "chỉ tiêu", "huy hiệu đảng", "huy hiệu", "cuộc kiểm tra", "cuộc giám sát", "cuộc", "buổi", "đợt", "đoàn", "hội nghị", "bước",
    "thủ tục", "tin, bài", "tin bài", "văn bản", "giao dịch", "thuê bao", "suất quà", "suất", "tàu", "tàu cá", "xe", "bàn thắng", "cuộc họp", "thửa đất", "lô đất", "thửa",
    "di tích", "thủ tục hành chính", "camera", "thẻ", "hầm biogas", "bể", "lồng", "lò", "tuyến đường", "tuyến", "lễ hội", "câu lạc bộ", "nhà máy", "điểm trường", "ô tô", "xe máy",
    "buổi tuyên truyền", "tác phẩm", "bài viết", "đề tài", "sáng kiến", "phong trào", "việc", "tủ sách", "đơn vị máu", "văn bằng", "tổ", "đội", "chốt", "tin báo", "tin", "tố giác, tin báo", "nguồn tin", "kiệt, hẻm", "kiệt", "hẻm", "ngõ", "ngõ, hẻm", "vụ án", "vụ cháy",
)  # fmt: skip
# Papers that a body issues: figures where it says that it issued them, numbers of papers elsewhere.
PAPERS = (
    "nghị quyết", "chỉ thị", "đề án", "chương trình", "kế hoạch", "quyết định", "kết luận", "quy định", "hướng dẫn", "thông báo", "báo cáo", "văn bản chỉ đạo",
    "công văn", "quy chế", "chương trình hành động", "thông tri", "văn bản các loại", "văn bản",
)  # fmt: skip

# Counts of the meeting itself, rewards, time and the like: never indicators (contract, case 7).
NEVER = (
    "đại biểu", "ý kiến", "phiếu", "tập thể", "cá nhân", "nội dung", "dự thảo", "tờ trình", "giấy khen", "bằng khen", "điểm cầu", "câu hỏi", "kỷ niệm chương", "cờ thi đua",
    "ngày", "tháng", "năm", "giờ", "phút", "giây", "tuổi", "lần", "tầng", "phần", "nhóm", "nhiệm vụ", "giải pháp", "khâu đột phá", "chương", "mục tiêu", "trọng tâm",
    "tham luận", "chuyên đề", "môn", "huy chương", "giải", "tiết mục", "sao", "khóa", "kỳ", "tuần", "đại hội", "ủy viên", "phó", "giai đoạn", "cấp", "thế hệ", "dân tộc",
    "người con", "điều", "khoản", "mục", "trang", "cụm từ", "triệu lượt xem", "kiến nghị", "lượt ý kiến", "vấn đề", "lĩnh vực", "văn kiện", "lượt xem", "lượt truy cập", "lượt phát biểu",
    "mặt", "khối", "bộ phận", "ban", "phòng", "sở", "hạng", "bậc", "loại", "thành viên", "lượt cử tri", "nước", "bên", "cấp học", "thứ", "chặng", "trận", "khách mời", "nguyên tắc",
    "huyện", "tỉnh", "thành phố", "quận", "thị xã", "châu lục", "quốc gia", "chức danh", "người ứng cử", "ứng cử viên", "dãy", "sào", "bài tham luận", "báo cáo tham luận", "báo cáo viên",
)  # fmt: skip

ALL_UNITS, COUNTED_UNITS = Phrases((*COUNTED, *MEASURES, *MONEY)), Phrases(COUNTED)
THINGS = frozenset(COUNTED)
SCALE_WORDS, NEVER_UNITS, PAPER_UNITS = Phrases(SCALES), Phrases(NEVER), Phrases(PAPERS)
SCALE_LETTERS = frozenset(scale[0] for scale in SCALES)
TAIL = re.compile(rf"(?:\s?/\s?(?:{'|'.join(sorted(TAILS, key=len, reverse=True))})(?!\w)){{1,3}}")
RATES = ("tỷ lệ", "tỷ trọng", "tỷ suất")  # which begin a label, not a scale: `năm 2021 tỷ lệ …`
SYMBOLS = frozenset("%‰")
SLASHED = re.compile(r"\s?/\s?")
OTHER_SCALE = re.compile(r"\btỉ\b")
ABBREVIATED = re.compile(r"[A-Z]{2}|kWh|Wp")


class Unit(NamedTuple):
    """A unit where it stands. `thing` is what is counted, without a scale; empty for a measure."""

    text: str
    thing: str
    end: int
    papers: bool = False


def unit_at(text: str, low: str, at: int) -> Unit | None:
    """The unit that follows a number here, after at most one space."""
    start = at + low.startswith(" ", at)
    first = low[start : start + 1]
    if first in SYMBOLS:
        return with_tail(text, low, start, start + 1, "")
    end = scales_at(low, start) if first in SCALE_LETTERS else start
    begin = end + (low[end : end + 1] == " ") if end > start else start
    phrase = ALL_UNITS.at(low, begin)
    if phrase:
        thing = phrase if phrase in THINGS else ""
        return with_tail(text, low, start, begin + len(phrase), thing)
    return with_tail(text, low, start, end, "") if end > start else None


def scales_at(low: str, at: int) -> int:
    """Where one or two words of scale that begin here end (`nghìn tỷ`); `at` where there is none."""
    end = at
    for _ in range(2):
        begin = end + (end > at and low[end : end + 1] == " ")
        scale = SCALE_WORDS.at(low, begin)
        if scale is None or low.startswith(RATES, begin):
            break
        end = begin + len(scale)
    return end


def with_tail(text: str, low: str, start: int, end: int, thing: str) -> Unit:
    tail = TAIL.match(low, end) if "/" in low[end : end + 2] else None
    stop = tail.end() if tail else end
    return Unit(written(text[start:stop]), thing, stop)


@lru_cache(maxsize=4096)
def written(unit: str) -> str:
    """The unit as written, in lower case but for symbols of measure, with one spelling of scales."""
    unit = unit if ABBREVIATED.search(unit) else unit.lower()
    return SLASHED.sub("/", OTHER_SCALE.sub("tỷ", unit))


def paper_at(low: str, at: int) -> Unit | None:
    """The kinds of paper that one number counts here: `09 chương trình, đề án, kế hoạch` are nine in all."""
    start = at + (low[at : at + 1] == " ")
    end, phrase = start, PAPER_UNITS.at(low, start)
    while phrase:
        end += len(phrase)
        phrase = PAPER_UNITS.at(low, end + 2) if low.startswith(", ", end) else None
        end += 2 if phrase else 0
    kinds = low[start:end]
    return Unit(kinds, kinds, end, papers=True) if kinds else None


def counts_other(low: str, at: int) -> bool:
    """Whether what is counted here is no indicator; `tổ chức` is more than `tổ`."""
    start = at + (low[at : at + 1] == " ")
    never = NEVER_UNITS.at(low, start)
    if never is None:
        return False
    return len(ALL_UNITS.at(low, start) or "") <= len(never)
