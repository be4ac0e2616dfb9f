"""Words that begin, end or forbid a label, and words that say how a figure is meant.

Gathered from reports of district and province committees; nouns and verbs are in lower case, new tone
placement.
"""

from __future__ import annotations

import re

# A label that names a quantity begins with one of these.
NOUN_HEADS = (
    "tổng", "dân số", "nhân khẩu", "đồng bào", "nhịp độ", "giá trị", "gtsx", "grdp", "thu nhập", "thu ngân sách", "thu nội địa", "thu cân đối", "thu từ", "thu thuế", "thu tiền", "thu xuất nhập khẩu",
    "thu", "chi ngân sách", "chi đầu tư", "chi thường xuyên", "chi", "tiền sử dụng đất", "sản lượng", "năng suất", "diện tích", "đàn", "doanh thu", "doanh số", "kim ngạch", "xuất khẩu",
    "nhập khẩu", "dư nợ", "nợ xấu", "nợ đọng", "vốn", "nguồn vốn", "tổng vốn", "huy động vốn", "tốc độ", "tăng trưởng", "tỷ lệ", "tỷ trọng", "cơ cấu", "tỷ suất", "mật độ", "chỉ số", "bình quân",
    "mức", "lương thực", "khách", "lượng khách", "lượt khách", "số", "sản phẩm", "tai nạn", "thiệt hại", "công suất", "hệ số", "độ che phủ", "quỹ", "giải ngân", "đầu tư", "đầu tư toàn xã hội",
    "nông - lâm", "nông, lâm", "nông nghiệp", "nông lâm", "công nghiệp", "dịch vụ", "thương mại", "xây dựng -", "thủy sản", "lâm nghiệp", "trồng trọt", "chăn nuôi", "khu vực", "ngành", "lúa", "ngô", "thóc", "cà phê", "cao su",
    "hồ tiêu", "tôm", "cá", "điện", "hàng hóa", "bán lẻ", "du lịch", "bảo hiểm", "bao phủ", "thu hút", "chỉ tiêu", "đảng viên", "toàn đảng bộ", "đảng bộ có", "đại hội", "phạm pháp", "hồ sơ", "đơn thư",
    "tội phạm", "cháy", "học sinh", "chất thải", "lao động", "lợn", "trâu", "bò", "cam", "chè", "rừng", "quặng", "khiển trách", "cảnh cáo", "cách chức", "khai trừ",
)  # fmt: skip
# A label that tells an achievement begins with one of these.
VERB_HEADS = (
    "kết nạp", "kiểm tra", "giám sát", "thi hành kỷ luật", "xử lý kỷ luật", "kỷ luật", "xử lý", "xử phạt", "giải quyết", "tạo việc làm", "đào tạo", "bồi dưỡng", "mở", "tập huấn",
    "trồng", "gieo trồng", "gieo cấy", "nuôi", "khai thác", "thu hoạch", "phát triển", "thành lập", "cấp", "thu hút", "tuyển quân", "xuất khẩu lao động", "đưa", "xây dựng", "xóa", "sửa chữa", "làm mới", "làm được", "làm chết", "làm bị thương", "chết", "bị thương", "làm", "bê tông hóa", "cứng hóa",
    "tiếp nhận", "tiếp", "phát hiện", "bắt", "bắt giữ", "triệt phá", "khởi tố", "điều tra", "truy tố", "xét xử", "thụ lý", "khám", "khám chữa bệnh", "tiêm", "tiêm phòng", "trao", "trao tặng", "tặng huy hiệu", "công nhận", "giao quân", "tuyển",
    "huy động", "vận động", "hỗ trợ", "chi trả", "quyên góp", "ủng hộ", "giải ngân", "cho vay", "tổ chức", "hoàn thành", "tuyên truyền", "tuần tra", "tiêu hủy", "thu gom", "sắp xếp", "tinh giản", "bổ nhiệm", "luân chuyển", "quy hoạch", "chuyển đổi",
    "đón", "phục vụ", "giảm", "nâng", "có thêm", "duy trì", "khen thưởng", "bàn giao", "giải phóng mặt bằng", "thu hồi", "nghiệm thu", "hòa giải", "rà soát", "cưỡng chế", "lắp đặt",
)  # fmt: skip
# Verbs too general to name anything: the counted thing says it.
GENERIC = re.compile(
    r"^(?:toàn \w+ |hiện |đã |đến nay |trong đó )*(?:có|có thêm|thêm|gồm|xảy ra|làm|gây|đạt|được|là|trên|còn|đưa|nâng|nay|tại|ra|hiện có|đã có|phát sinh|ghi nhận|với|và|đã|cả|toàn)?$",
    re.IGNORECASE,
)
# Between a label and its figure.
CONNECTOR = re.compile(
    r"(?:[\s:,–-]|\b(?:ước(?: tính| đạt| thực hiện)?|đạt(?: được)?|là|được|còn|có|gồm|trên|hơn|gần|khoảng|bằng|lên|xuống|tới|đến|đã|với|cho|từ|thực hiện|chiếm|mới (?:đạt|chỉ)|thêm|ở mức|vượt|dưới|tối thiểu|ít nhất|trở lên|tương ứng|cả năm|thu|ra|về|tăng|giảm|ổn định|duy trì|đạt mức|vào khoảng|tổng cộng|tổng số|không quá|cùng|để|đối với|lũy kế|phấn đấu|năm|kỳ|tháng|ngày|nay|quý|đầu năm|cuối năm|\d{4}|[69] tháng|6|9|qua))+$",
    re.IGNORECASE,
)
ESTIMATE = re.compile(r"\bước(?! (?:mơ|vọng|nguyện|lệ|muốn))\b", re.IGNORECASE)
TARGET = re.compile(
    r"\b(?:phấn đấu|mục tiêu (?:đến|năm|cả năm|là|của năm)|đặt mục tiêu|đặt ra (?:các |một số )?(?:mục tiêu|chỉ tiêu)|dự kiến (?:năm|cả năm|đến)|đến (?:hết |cuối )?năm 20[3-9]\d)\b"
    r"|\bchỉ tiêu(?:(?! đạt| hoàn thành| vượt)[^.;:]){0,45}:",
    re.IGNORECASE,
)
# A past result that only cites what was aimed at.
NOT_TARGET = re.compile(
    r"(?:so với mục tiêu|hoàn thành (?:các )?(?:chỉ tiêu|mục tiêu)|vượt mục tiêu|đạt mục tiêu|theo mục tiêu)",
    re.IGNORECASE,
)
# Costs, sizes and prices of single things, rewards, sayings of private people: no indicators.
FORBIDDEN = re.compile(
    r"\b(?:tổng mức đầu tư|tổng (?:vốn|kinh phí) (?:đầu tư )?(?:của )?(?:dự án|công trình)|(?:với |có )?kinh phí (?:đầu tư|xây dựng|hơn|trên|gần|thực hiện|khoảng)|với (?:tổng )?kinh phí|trị giá|giá trị hợp đồng"
    r"|mỗi|phụ cấp|tiền thưởng|khen thưởng|tặng (?:giấy|bằng|cờ|quà)|giấy khen|bằng khen|quà|tiền mặt|khoảng cách|trừ chi phí|đại biểu|dự (?:hội nghị|đại hội|kỳ họp)|phiếu|tín nhiệm|tán thành|ý kiến|đơn giá|lãi suất|học phí|mức phạt|thu lãi"
    r"|điểm cầu|bầu cử số)\b",
    re.IGNORECASE,
)
# Right before a number: the size of one thing.
SIZE = re.compile(
    r"\b(?:dài|rộng|cao|sâu|quy mô|công suất|cách|cự ly|diện tích khoảng|dự án [^,;.]{1,60} với)(?:\s(?:hơn|gần|khoảng|trên))?\s*$",
    re.IGNORECASE,
)
# Who acts: no part of a label.
SUBJECT = re.compile(
    r"\b(?:cấp ủy(?: đảng)?(?: các cấp)?|các cấp ủy|(?:ủy ban kiểm tra|ubkt)(?: (?:các cấp|huyện ủy|thị ủy|thành ủy|quận ủy|tỉnh ủy|đảng ủy))?|các cấp(?:, các ngành)?|cấp cơ sở"
    r"|toàn (?:huyện|tỉnh|thị xã|quận|thành phố|đảng bộ|ngành|xã|phường)|đảng bộ (?:huyện|tỉnh|thị xã|quận|thành phố)|(?:huyện|thị|thành|quận|tỉnh|đảng) ủy|ban thường vụ|btv"
    r"|lực lượng (?:chức năng|công an)|công an (?:huyện|tỉnh|thị xã|quận|thành phố)|các (?:đơn vị|địa phương|ngành)|người dân|nhân dân|cơ quan chức năng|đơn vị|đồng thời|tổ chức thực hiện)\b",
    re.IGNORECASE,
)
RATE = re.compile(r"(?:tỷ lệ|tỷ suất|tốc độ|nhịp độ)\b", re.IGNORECASE)
# Nouns that name a quantity by themselves: they win over a verb before them.
STRONG = re.compile(
    r"\b(?:tổng|giá trị|tỷ lệ|tỷ trọng|tốc độ|nhịp độ|sản lượng|diện tích|doanh thu|năng suất|kim ngạch|dư nợ|thu nhập|thu ngân sách|chi ngân sách)\b",
    re.IGNORECASE,
)
PARTY_COUNTS = frozenset(
    {
        "đảng viên",
        "tổ chức cơ sở đảng",
        "chi bộ",
        "tổ chức đảng",
        "hội viên",
        "đoàn viên",
        "chi, đảng bộ",
        "đảng bộ",
    }
)
STRUCTURE = re.compile(r"\b(?:cơ cấu|tỷ trọng)\b", re.IGNORECASE)
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
