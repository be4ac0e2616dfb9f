"""Words that begin, end or forbid a label, and words that say how a figure is meant.

Gathered from reports of district and province committees; nouns and verbs are in lower case, new tone
placement.
"""

from __future__ import annotations

import re

# A label that names a quantity begins with one of these.
NOUN_HEADS = (
    "tổng", "giá trị", "gtsx", "grdp", "thu nhập", "thu ngân sách", "thu nội địa", "thu cân đối", "thu từ", "thu thuế", "thu tiền", "thu xuất nhập khẩu",
    "thu", "chi ngân sách", "chi đầu tư", "chi thường xuyên", "chi", "tiền sử dụng đất", "sản lượng", "năng suất", "diện tích", "đàn", "doanh thu", "doanh số", "kim ngạch", "xuất khẩu",
    "nhập khẩu", "dư nợ", "nợ xấu", "nợ đọng", "vốn", "nguồn vốn", "tổng vốn", "huy động vốn", "tốc độ", "tăng trưởng", "tỷ lệ", "tỷ trọng", "cơ cấu", "tỷ suất", "mật độ", "chỉ số", "bình quân",
    "mức", "lương thực", "khách", "lượng khách", "lượt khách", "số", "sản phẩm", "tai nạn", "thiệt hại", "công suất", "hệ số", "độ che phủ", "quỹ", "giải ngân", "đầu tư", "đầu tư toàn xã hội",
    "nông - lâm", "nông, lâm", "nông nghiệp", "nông lâm", "công nghiệp", "dịch vụ", "thương mại", "xây dựng -", "thủy sản", "lâm nghiệp", "trồng trọt", "chăn nuôi", "khu vực", "ngành", "lúa", "ngô", "thóc", "cà phê", "cao su",
    "hồ tiêu", "tôm", "cá", "điện", "hàng hóa", "bán lẻ", "du lịch", "bảo hiểm", "bao phủ", "thu hút", "điểm", "chỉ tiêu", "người", "hộ", "đảng viên", "toàn đảng bộ", "đảng bộ có", "đại hội", "phạm pháp", "hồ sơ", "đơn thư",
    "tội phạm", "cháy", "gia đình", "đơn vị", "thôn", "trường", "học sinh", "nước", "rác", "chất thải", "lao động", "bệnh", "ca", "cây", "rừng", "đường", "nhà", "quặng", "phân", "khiển trách", "cảnh cáo", "cách chức", "khai trừ",
)  # fmt: skip
# A label that tells an achievement begins with one of these.
VERB_HEADS = (
    "kết nạp", "kiểm tra", "giám sát", "thi hành kỷ luật", "xử lý kỷ luật", "kỷ luật", "xử lý", "xử phạt", "giải quyết", "tạo việc làm", "đào tạo", "bồi dưỡng", "mở", "tập huấn",
    "trồng", "gieo trồng", "gieo cấy", "nuôi", "khai thác", "thu hoạch", "phát triển", "thành lập", "cấp", "thu hút", "xuất khẩu lao động", "đưa", "xây dựng", "xóa", "sửa chữa", "làm mới", "làm được", "làm", "bê tông hóa", "cứng hóa",
    "tiếp nhận", "tiếp", "phát hiện", "bắt", "bắt giữ", "triệt phá", "khởi tố", "điều tra", "truy tố", "xét xử", "thụ lý", "khám", "khám chữa bệnh", "tiêm", "tiêm phòng", "trao", "trao tặng", "tặng huy hiệu", "công nhận", "giao quân", "tuyển",
    "huy động", "vận động", "hỗ trợ", "chi trả", "quyên góp", "ủng hộ", "giải ngân", "cho vay", "hoàn thành", "tổ chức", "tuyên truyền", "tuần tra", "thu gom", "sắp xếp", "tinh giản", "bổ nhiệm", "luân chuyển", "quy hoạch", "chuyển đổi",
    "đón", "phục vụ", "thực hiện", "giảm", "nâng", "có thêm", "duy trì", "khen thưởng", "bàn giao", "giải phóng mặt bằng", "thu hồi", "nghiệm thu", "hòa giải", "rà soát", "cưỡng chế", "lắp đặt",
)  # fmt: skip
# Verbs too general to name anything: the counted thing says it.
GENERIC = re.compile(
    r"^(?:toàn \w+ |hiện |đã |đến nay |trong đó )*(?:có|có thêm|thêm|gồm|xảy ra|làm|gây|đạt|được|là|trên|còn|đưa|nâng|nay|tại|ra|hiện có|đã có|phát sinh|ghi nhận|với|và|đã|cả|toàn)?$",
    re.IGNORECASE,
)
# Between a label and its figure.
CONNECTOR = re.compile(
    r"(?:[\s:,–-]|\b(?:ước(?: tính| đạt| thực hiện)?|đạt(?: được)?|là|được|còn|có|gồm|trên|hơn|gần|khoảng|bằng|lên|xuống|tới|đến|đã|với|cho|từ|thực hiện|chiếm|mới|thêm|ở mức|vượt|dưới|tối thiểu|ít nhất|trở lên|tương ứng|cả năm|thu|ra|về|tăng|giảm|ổn định|duy trì|đạt mức|vào khoảng|tổng cộng|tổng số|không quá|bình quân đạt|đạt bình quân|cùng|để|đối với|phấn đấu|năm|kỳ|tháng|ngày|nay|quý|đầu năm|cuối năm|\d{4}|[69] tháng|6|9|qua))+$",
    re.IGNORECASE,
)
ESTIMATE = re.compile(r"\bước(?! (?:mơ|vọng|nguyện|lệ|muốn))\b", re.IGNORECASE)
TARGET = re.compile(
    r"\b(?:phấn đấu|mục tiêu|đặt ra|đề ra (?:các )?chỉ tiêu|chỉ tiêu (?:chủ yếu )?(?:của )?(?:năm|đến năm|cả năm|phấn đấu|cụ thể)|dự kiến|định hướng đến|quyết tâm|đến (?:hết |cuối )?năm (?:20[3-9]\d)"
    r"|kế hoạch (?:năm )?20\d\d (?:là|đề ra)|thống nhất (?:các )?chỉ tiêu|với (?:các )?chỉ tiêu|các chỉ tiêu(?: chủ yếu)?\s?:)\b",
    re.IGNORECASE,
)
# A past result that only cites what was aimed at.
NOT_TARGET = re.compile(
    r"(?:so với mục tiêu|hoàn thành (?:các )?(?:chỉ tiêu|mục tiêu)|vượt mục tiêu|đạt mục tiêu|theo mục tiêu)",
    re.IGNORECASE,
)
# Costs, sizes and prices of single things, rewards, sayings of private people: no indicators.
FORBIDDEN = re.compile(
    r"\b(?:tổng mức đầu tư|tổng (?:vốn|kinh phí) (?:đầu tư )?(?:của )?(?:dự án|công trình)|kinh phí|trị giá|giá trị hợp đồng|dài|rộng|cao|sâu|quy mô|công suất|mỗi|phụ cấp|tiền thưởng|khen thưởng|tặng (?:giấy|bằng|cờ|quà)|giấy khen|bằng khen|quà|suất quà|tiền mặt|cự ly|cách|khoảng cách|trừ chi phí|đại biểu|dự (?:hội nghị|đại hội|kỳ họp)|phiếu|tín nhiệm|tán thành|ý kiến|đơn giá|lãi suất|học phí|mức phạt|thu lãi|vay (?:trên|gần|hơn)?)\b",
    re.IGNORECASE,
)
PRIVATE = re.compile(
    r"\b(?:tôi|gia đình tôi|nhà tôi|vợ chồng|chúng tôi|gia đình (?:ông|bà|anh|chị))\b",
    re.IGNORECASE,
)


def heads(words: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(w) for w in longest)})(?!\w)", re.IGNORECASE)


NOUN_HEAD = heads(NOUN_HEADS)
VERB_HEAD = heads(VERB_HEADS)
CHILDREN = re.compile(r"\b(?:trong đó|bao gồm|gồm(?: có)?|cụ thể)\b\s?(?P<colon>:)?", re.IGNORECASE)
