"""Words that say how a figure is meant, and words that are no part of a label.

Gathered from reports of district and province committees; all in lower case, new tone placement.
"""

from __future__ import annotations

import re

from archive.extraction.patterns import at_word, clue, number

# --- what is blanked before labels are looked for

MONTHS = r" tháng(?: (?:đầu năm|cuối năm|đầu|cuối|qua))?"
COUNTS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
LEADS = ("trong", "đến", "tính đến", "hết", "từ", "cả", "của", "vào", "giai đoạn", "nửa", "riêng", "sau", "trước")  # fmt: skip
TIMES = (
    *number(MONTHS), *(f"{count}{MONTHS}" for count in COUNTS), r"năm(?<!so với năm) \d{4}", r"giai đoạn \(?\d{4} ?- ?\d{4}\)?", r"nhiệm kỳ \(?\d{4} ?- ?\d{4}\)?", "đầu năm", "cuối năm", "năm nay", "năm qua",
    "trong năm", "cả năm", "toàn năm", "đầu nhiệm kỳ", "trong nhiệm kỳ", "giữa nhiệm kỳ", "nửa nhiệm kỳ", r"quý (?:iv|i{1,3}|\d)(?!\w)", r"tháng \d{1,2}", r"ngày \d{1,2}[/.-]\d{1,2}", *number(r"/\d{1,2}(?=/\d{4})"),
    "đến nay", "tới nay", "hiện nay", "thời điểm",
)  # fmt: skip
LED = rf"(?:(?:{'|'.join(LEADS)}) )*(?:{'|'.join(TIMES)})"
TIME = clue(
    "tháng năm giai nhiệm quý ngày nay điểm /",
    *(f"{lead} {LED}" for lead in LEADS),
    *TIMES,
    end=r"(?:[/ -]*(?:năm )?\d{4}(?!\d))?(?: đến nay)?",
)
PARENTHESIS = re.compile(r"\((?:[^()\d]|(?:19|20)\d\d){1,80}\)")
OF_COMMITTEE = r"(?: (?:các cấp|huyện ủy|thị ủy|thành ủy|quận ủy|tỉnh ủy|đảng ủy))?"
SUBJECTS = (
    r"cấp ủy(?: đảng)?(?: các cấp)?", r"các cấp ủy(?: đảng)?", r"cấp ủy,? (?:ubkt|ủy ban kiểm tra)", f"ủy ban kiểm tra{OF_COMMITTEE}", f"ubkt{OF_COMMITTEE}",
    r"các cấp(?:, các ngành)?", "cấp cơ sở", r"toàn (?:huyện|tỉnh|thị xã|quận|thành phố|đảng bộ|ngành|xã(?! hội)|phường|vùng)", r"đảng bộ (?:huyện|tỉnh|thị xã|quận|thành phố)",
    *(f"{level} ủy(?! viên)" for level in ("huyện", "thị", "thành", "quận", "tỉnh", "đảng")), "ban thường vụ", "btv", r"lực lượng (?:chức năng|công an)", r"công an (?:huyện|tỉnh|thị xã|quận|thành phố)", r"các (?:đơn vị|địa phương|ngành|cơ quan)",
    r"người dân(?= (?:được|đã|trồng|nuôi))", "các cơ quan chức năng", "các ngành chức năng", "cơ quan chức năng", "ngành chức năng", "đồng thời", "ước cả năm", "lũy kế", "cộng dồn",
)  # fmt: skip
SUBJECT = clue("ủy ubkt cấp toàn bộ vụ btv lực an các dân chức thời ước lũy cộng", *SUBJECTS)

# --- who speaks

QUOTE = re.compile(r"\"[^\"]{0,600}\"")
PRIVATE = re.compile(
    r"(?<!\w)(?:tôi|gia đình tôi|nhà tôi|vợ chồng|chúng tôi|gia đình (?:ông|bà|anh|chị))(?!\w)"
)
# A person or household whose business is told: only what the catalogue knows is a figure there.
OWNED = ("hộ", "gia đình", "nhà", "nhà vườn", "trang trại", "vườn", "mô hình")
TELLING = r"[^\W\d_]+ (?:[^\W\d_]+ ){0,3}(?:chia sẻ|tâm sự|phấn khởi|ở thôn|ở xã|trồng|nuôi|đầu tư)"
HOUSEHOLDS = (
    "gia đình (?:có|trồng|nuôi|thu)", *(f"{what}(?: của)? (?:ông|bà|anh|chị|cô|chú)" for what in OWNED), "gia đình (?:tôi|đồng chí)", "chủ (?:hộ|trang trại|cơ sở|một)", "vợ chồng",
    *(f"{who} {TELLING}" for who in ("anh", "chị", "ông", "bà")),
)  # fmt: skip
HOUSEHOLD = clue("gia vợ chủ hộ nhà vườn trại hình anh chị ông bà", *HOUSEHOLDS)

# --- what a figure is: estimate, target, none

ESTIMATE = re.compile(r"(?<!\w)ước(?! (?:mơ|vọng|nguyện|lệ|muốn|định|nguyện))(?!\w)")
ESTIMATE_ALL = re.compile(
    r"^\W*(?:dự )?ước(?: tính)?(?: thực hiện| đến| hết| cả)* (?:năm|\d{1,2} tháng|tháng|quý|sáu tháng|chín tháng)"
)
FAR = tuple(map(str, range(2030, 2100)))  # years that no report tells results of
TARGETS = (
    "phấn đấu", "mục tiêu (?:đến|năm|cả năm|là|của năm|phấn đấu|chung|cụ thể|chủ yếu)", "đặt mục tiêu", "đặt ra (?:các |một số )?(?:mục tiêu|chỉ tiêu)", r"đề ra (?:các |một số |\d+ )?(?:mục tiêu|chỉ tiêu)",
    "quyết tâm (?:đạt|hoàn thành|thực hiện|đưa|xây dựng)", "hướng tới", "dự kiến (?:năm|cả năm|đến|trong năm|6 tháng cuối)", f"đến (?:hết |cuối )?năm (?:{'|'.join(FAR)})", "tầm nhìn",
)  # fmt: skip
LISTED = ("chỉ tiêu", "mục tiêu(?! quốc gia)", r"kế hoạch năm \d{4}")
TARGET = clue(
    f"đấu tiêu tâm tới kiến nhìn hoạch {' '.join(FAR)}",
    *(rf"{target}(?!\w)" for target in TARGETS),
    *(f"{targets}(?:(?! đạt| hoàn thành| vượt| đã)[^.;:]){{0,60}}:" for targets in LISTED),
    end="",
)
# A past result that only cites what was aimed at.
NOT_TARGET = re.compile(
    r"so với mục tiêu|(?:hoàn thành|vượt|đạt|thực hiện)(?: và (?:hoàn thành )?vượt)?(?: mức)? (?:các |nhiều |một số |toàn bộ )*(?:chỉ tiêu|mục tiêu)|theo mục tiêu|kết quả (?:thực hiện )?(?:các |một số )?(?:chỉ tiêu|mục tiêu)|một số chỉ tiêu|các chỉ tiêu (?:chủ yếu )?(?:như sau|6 tháng|9 tháng|đạt)"
)
# Words of a superior about what is to be done: no results follow them in the sentence.
DIRECTIONS = ("yêu cầu", "đề nghị", "sẽ", "lưu ý", "nhiệm vụ trọng tâm", "cần (?:tập trung|tiếp tục|phải|quan tâm)", "giao (?:ubnd|các|phòng|cho)", "trong thời gian tới", "thời gian tới")  # fmt: skip
DIRECTED = clue("yêu đề sẽ lưu trọng cần giao gian", *DIRECTIONS, after="đơn |theo |kiến nghị, ")
# Who came: people and units counted after these words are guests.
ATTENDANCE = (
    "tham dự", "tới dự", "về dự", "đến dự", "cùng dự", "dự (?:hội nghị|đại hội|kỳ họp|buổi|lễ|phiên|họp|và|có)", "thành phần", "có mặt", "chủ trì", "chủ tọa", "bí thư, chủ tịch", "điểm cầu", "trực tuyến đến", "đại diện", "triệu tập",
    "khen thưởng", "biểu dương", "tuyên dương", "tặng (?:giấy|bằng|cờ)", "trao (?:giấy|bằng|cờ)", "bầu", "tín nhiệm", "trúng cử", "ứng cử",
)  # fmt: skip
ATTENDED = clue(
    "dự phần mặt trì tọa thư cầu tuyến diện triệu thưởng dương tặng trao bầu tín cử", *ATTENDANCE
)
HELD = re.compile(r"(?<!\w)tổ chức (?:hội nghị|đại hội|lễ|buổi|phiên|kỳ họp)(?!\w)[^:;.]*$")
GUESTS_AFTER = re.compile(
    r"\s?(?:đại diện|tham gia (?:hội nghị|đại hội)|về dự|đến dự|trúng cử|dự khuyết|phát biểu|chất vấn)(?!\w)"
)

# Bodies and groups that consist of people: how many is their size (`Ban Chấp hành gồm 33 đồng chí`).
COMPOSED = re.compile(
    rf"{at_word('ban chấp hành', 'bch', 'ban thường vụ', 'btv', 'thường trực', 'ủy ban kiểm tra', 'ubkt', 'ban chỉ đạo', 'hội đồng', 'tổ công tác', 'tổ giúp việc', 'đoàn (?:đại biểu|công tác|kiểm tra|giám sát)')}(?!\w)(?P<between>[^;.]{{0,90}})$"
)
CONSISTS = ("gồm", "có", "là")
# What is given to people is an honour, and a figure only where a report sums up the badges of the Party.
AWARDED = re.compile(r"(?:xét |truy )?(?:trao|tặng)(?!\w).*huy hiệu")
PARTY_BADGE = re.compile(r"huy hiệu đảng(?! viên)")
CEREMONY = re.compile(
    rf"{at_word('hội nghị', 'đại hội', 'buổi lễ', 'lễ', 'dịp này', 'đồng chí', 'đ/c', 'lãnh đạo', 'thừa ủy quyền')}(?!\w)"
)

# Who voted: a percentage of them is none of the place.
VOTERS = re.compile(
    r"\s?(?:tổng |số |các )*(?:đại biểu|phiếu|thành viên|ý kiến|cử tri|tán thành|nhất trí)(?!\w)"
)
# What was done at an occasion, before the eyes of its guests.
OCCASION = re.compile(
    r"\W*(?:(?:tại|sau|trong|ngay sau) (?:buổi )?lễ|(?:nhân )?dịp này|trong chương trình|hưởng ứng)(?!\w)"
)

# Costs, sizes and prices of single things, rewards: no indicators. Looked for in the clause.
GROUNDS = (
    "tổng mức đầu tư", "tổng (?:vốn|kinh phí) (?:đầu tư )?(?:của )?(?:dự án|công trình)", "kinh phí (?:đầu tư|xây dựng|thực hiện)", "trị giá", "giá trị hợp đồng", "mỗi (?!năm|xã)", "phụ cấp", "tiền thưởng", "khen thưởng",
    "tặng (?:giấy|bằng|cờ|quà)", "giấy khen", "bằng khen", "quà", "tiền mặt", "khoảng cách", "trừ chi phí", "đại biểu", "dự (?:hội nghị|đại hội|kỳ họp)", "phiếu", "tín nhiệm", "tán thành", "ý kiến", "đơn giá", "lãi suất", "học phí",
    "mức phạt", "thu lãi", "lãi ròng", "cho lãi", "phạt tiền", "điểm cầu", "bầu cử số", "gói thầu", "thời hạn", "kỷ niệm", "tuổi đảng", "dự toán công trình", "vốn điều lệ", "giá bán", "giá thành", "tiền lương", "mức hỗ trợ", "mức lương",
    "mức thưởng", "nồng độ", "thang điểm",
)  # fmt: skip
FORBIDDEN = clue(
    "mức án trình phí giá hợp mỗi phụ thưởng tặng khen quà tiền cách biểu dự phiếu tín tán ý lãi phạt cầu bầu gói hạn kỷ tuổi lệ nồng thang",
    *GROUNDS,
)
# One named thing whose cost or size is told.
SINGLES = (
    "dự án", "công trình", "tuyến (?:đường|kênh)", "đường (?:vành đai|tránh|dây|nối|gom)", "cầu", "trụ sở", "nhà máy", "hồ chứa", "khu (?:đô thị|công nghiệp|du lịch|di tích|tái định cư)", "cụm công nghiệp",
    "quốc lộ", "trạm bơm", "nhà văn hóa",
)  # fmt: skip
SINGLE = clue("án trình tuyến đường cầu trụ nhà hồ khu cụm lộ trạm", *SINGLES, after=r"\d ")
COST = re.compile(
    r"(?<!\w)(?:tổng (?:vốn|mức|kinh phí|dự toán)|kinh phí|vốn đầu tư|tổng mức|số vốn|mặt bằng|quy mô|công suất|diện tích|chiều dài|chiều rộng|tổng chiều dài|với)[^,;.]{0,30}$"
)
# Right before a number: the size of one thing.
SIZES = (
    r"cách (?!chức|mạng|ly|làm)[^,;.]{0,40}", "dài", "rộng(?<!mở rộng)", "cao", "sâu", "quy mô", "công suất", "cách", "cự ly", "diện tích khoảng", "chiều dài", "chiều rộng", "trọng tải", "dung tích", "bán kính",
)  # fmt: skip
SIZE = re.compile(rf"{at_word(*SIZES)}(?: (?:hơn|gần|khoảng|trên|là|tới))*\s*$")
# One of these is in every size.
SIZED = frozenset("cách dài rộng cao sâu quy suất cự khoảng tải dung kính".split())
COSTS = re.compile(
    r"(?<!\w)(?:với )?(?:tổng )?kinh phí(?: (?:là|hơn|trên|gần|khoảng|thực hiện))*\s*$"
)

# What floods, storms and epidemics do.
HARM = re.compile(
    r"(?<!\w)bị (?:cuốn trôi|vùi lấp|ngập|chết|tiêu hủy|thiệt hại|hư hại|gãy đổ|đổ|sập|mất trắng)(?!\w)"
)

# --- changes of value

FROM = re.compile(r"(?<!\w)từ(?: (?:trên|hơn|gần|khoảng|mức))?\s*$")
ONWARD = re.compile(r"[^,;.]{0,45}?(?<!\w)(?:(?<!trở )lên|(?<!trở )xuống|còn|tăng|giảm|sang)(?!\w)")

# --- parts of a total

OPENINGS = ("trong đó", "bao gồm", "gồm(?: có)?", "cụ thể(?: là)?", "riêng(?<!sầu riêng)", "chia ra", "trong số (?:đó|này)")  # fmt: skip
CHILDREN = clue("đó này gồm cụ riêng chia", *OPENINGS, end=r"(?!\w)\s?(?P<colon>:)?")
# Heads that a part borrows from its total.
BORROWED = frozenset(
    {
        "giá trị sản xuất",
        "gtsx",
        "sản lượng",
        "diện tích",
        "doanh thu",
        "năng suất",
        "giá trị",
        "kim ngạch",
        "đàn",
        "tỷ lệ",
        "tỷ trọng",
        "lượng khách",
    }
)
FAMILY = re.compile(
    r"(?:tổng )?(?:số )?(giá trị sản xuất|gtsx|sản lượng|diện tích|doanh thu|năng suất|kỷ luật|thi hành kỷ luật|xử lý kỷ luật|kết nạp|giá trị|kim ngạch|vốn|đàn|thu nhập|thu ngân sách|thu|chi ngân sách|chi|lượng khách|khách|dư nợ|tỷ lệ|tỷ trọng|đảng viên|kiểm tra|giám sát|lao động|hộ)(?!\w)"
)
SECTOR = re.compile(
    r"(?:nông|lâm|thủy sản|công nghiệp|cn|xây dựng|dịch vụ|thương mại|du lịch|tiểu thủ|khu vực|ngành|trồng trọt|chăn nuôi|vận tải)(?!\w)"
)
RATE = re.compile(r"(?:tỷ lệ|tỷ suất|tốc độ|nhịp độ|độ che phủ|tỷ trọng|mức độ)(?!\w)")
STRUCTURE = re.compile(r"(?<!\w)(?:cơ cấu|tỷ trọng)(?!\w)")
