"""Units and counted nouns, as Vietnamese reports write them.

Gathered from half-year and year-end reports of districts and provinces and from the table of indicators
of the statistics handbooks; longest match wins.
"""

from __future__ import annotations

import re

SCALES = ("nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ")

# Measures: the figure needs a label before it.
MEASURES = (
    "đồng", "usd", "đô la mỹ", "tấn", "tạ", "yến", "kg", "ha", "héc ta", "hecta", "m2", "m²", "m3", "m³", "km", "km2", "m",
    "mét", "kwh", "mw", "lít", "điểm", "%", "‰", "con", "tạ/ha", "cây", "gốc", "tiêu chí", "giường bệnh", "bác sĩ",
)  # fmt: skip
RATE_TAILS = (
    "/người/năm", "/người/tháng", "/người", "/năm", "/tháng", "/ha/năm", "/ha", "/hộ", "/xã", "/vạn dân", "/lao động", "/km2",
    "/tháng/người", "/học sinh", "/đơn vị", "/nhiệm kỳ",
)  # fmt: skip

# Things that are counted: may carry the label themselves (`96 đảng viên mới`).
COUNTED = (
    "tổ chức cơ sở đảng", "tccsđ", "tổ chức đảng", "chi bộ", "chi, đảng bộ", "đảng bộ", "đảng viên", "quần chúng ưu tú", "quần chúng",
    "đoàn viên", "hội viên", "thanh niên", "công dân", "cử tri", "hộ nghèo", "hộ cận nghèo", "hộ gia đình", "hộ dân", "hộ", "nhân khẩu", "người",
    "lượt khách du lịch", "lượt khách", "lượt người", "lượt hộ", "lượt đảng viên", "lượt tổ chức đảng", "lượt", "du khách", "khách",
    "lao động", "học sinh", "trẻ em", "trẻ", "giáo viên", "cán bộ, công chức", "cán bộ", "công chức", "bệnh nhân",
    "xã, phường, thị trấn", "xã, phường", "xã, thị trấn", "xã", "phường", "thị trấn", "thôn, bản", "thôn, khu phố", "thôn, tổ dân phố",
    "thôn, làng", "thôn", "bản", "làng", "ấp", "khóm", "buôn", "khu dân cư", "khu phố", "tổ dân phố", "gia đình", "cơ quan, đơn vị",
    "trường học", "trường", "lớp", "cơ sở", "trạm y tế", "doanh nghiệp", "dn", "hợp tác xã", "htx", "tổ hợp tác", "trang trại", "mô hình",
    "sản phẩm", "dự án", "công trình", "nhà văn hóa", "căn nhà", "ngôi nhà", "nhà", "căn", "phương tiện", "hồ sơ", "đơn thư", "đơn", "vụ việc",
    "vụ", "đối tượng", "bị can", "bị cáo", "ca mắc", "ca", "trường hợp", "mũi tiêm", "mũi", "liều", "giấy chứng nhận", "giấy", "gcn", "ô lồng", "giấy phép",
    "chỉ tiêu", "huy hiệu đảng", "huy hiệu", "cuộc kiểm tra", "cuộc giám sát", "cuộc", "buổi", "đợt", "đoàn", "hội nghị", "đơn vị", "bước",
    "tổ chức", "đồng chí", "thủ tục", "tin, bài", "tin bài", "văn bản", "giao dịch", "thuê bao", "suất quà", "suất", "tàu", "tàu cá", "xe", "bàn thắng",
    "điểm", "di tích", "thủ tục hành chính", "camera", "thẻ", "hầm biogas", "bể", "lồng", "lò", "cụm công nghiệp", "khu", "tuyến đường", "tuyến",
)  # fmt: skip

# Counts of the meeting itself, rewards, time and the like: never indicators (contract, case 7).
NEVER = (
    "đại biểu", "ý kiến", "phiếu", "tập thể", "cá nhân", "nội dung", "dự thảo", "tờ trình", "giấy khen", "bằng khen", "điểm cầu", "câu hỏi",
    "ngày", "tháng", "năm", "giờ", "phút", "giây", "tuổi", "lần", "tầng", "phần", "nhóm", "nhiệm vụ", "giải pháp", "khâu đột phá", "chương",
    "nghị quyết", "chỉ thị", "đề án", "chương trình", "kế hoạch", "quyết định", "kết luận", "quy định", "báo cáo", "tham luận", "chuyên đề",
    "môn", "đội", "vận động viên", "huy chương", "giải", "tiết mục", "sao", "khóa", "kỳ", "quý", "tuần", "đại hội", "ủy viên", "phó", "giai đoạn",
    "người con", "điều", "khoản", "mục", "trang", "cụm từ", "triệu lượt xem", "kiến nghị", "lượt ý kiến", "vấn đề", "lĩnh vực", "văn kiện",
    "mặt", "khối", "bộ phận", "tổ", "ban", "phòng", "sở", "hạng", "bậc", "cấp", "loại", "thành viên", "hướng dẫn", "thông báo", "văn bản chỉ đạo",
)  # fmt: skip


def alternatives(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


MONEY = rf"(?:{alternatives(SCALES)})?\s?(?:đồng|usd|đô la mỹ|đ(?!\w))"
UNIT = re.compile(
    rf"\s?(?P<unit>%|‰|(?:(?:{alternatives(SCALES)})\s)?(?:{alternatives((*MEASURES, *COUNTED))})(?![\w])"
    rf"|(?:{alternatives(SCALES)})(?![\w]))(?P<tail>\s?(?:{alternatives(RATE_TAILS)})(?![\w]))?",
    re.IGNORECASE,
)
NEVER_UNIT = re.compile(rf"\s(?:{alternatives(NEVER)})(?![\w])", re.IGNORECASE)
IS_MEASURE = re.compile(
    rf"(?:(?:{alternatives(SCALES)})\s)?(?:{alternatives(MEASURES)})(?:/.*)?|{alternatives(SCALES)}",
    re.IGNORECASE,
)
