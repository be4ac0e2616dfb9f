"""Surnames and what stands around names. Data only.

Surnames by frequency after Lê Trung Hoa, *Họ và tên người Việt Nam* (Khoa học Xã hội, 2005), and for the
peoples of the north and the highlands after the names that their own portals print.
"""

from __future__ import annotations

SURNAMES = frozenset(
    """nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh đoàn trương mai
    lương đào cao tạ hà lưu chu tô thái vương quách phùng lâm tống triệu sái cù doãn khổng nghiêm la lại
    kiều từ thân tăng khúc giáp đàm đồng châu tôn hứa văn viên bạch ninh mạc mạch âu nông ma bế vi chẩu
    mông lò cà quàng lường tòng cầm giàng sùng vàng thào mùa hạng bàn phàn tẩn lù lầu lèng cứ cư hờ ly
    sồng tráng thền lục lăng hầu nhữ cấn phí sầm hán liêu đèo hoa điêu lừ vì mè quan tướng trang thạch sơn kim danh chau
    y h a u ksor siu rah rơ nay kpă rmah hồ-viên rcom kring k niê êban byă mlô đinh-hữu bá tiêu diệp ung
    giang bành biện bồ chử cung dư đậu điền đường hàn hình hồng hùng khâu khương khuất lã lạc lỗ lều liễu ngụy
    ngọ nhâm ninh ngạc ông phó phương quản quang tào thiều thi tiết tòng tưởng trà ứng uông
    vừ xa xồng xin chảo lự lò-văn sần thàng tải cháng hảng phừ bờ-rao zơ-râm bling bhling
    a-lăng alăng coor cơ-lâu pơloong ating blúp briu brao hiên ríah tơ tu kon kiêm ya ha kơ kră
    đắc sa tòng-văn mã trình ngân quảng đới vòng dịp chướng trừ phù giảng nhan""".split(),
)
LONE_LETTERS = frozenset(("y", "a", "u", "h", "k", "b"))
TWO_SYLLABLE_CLANS = frozenset(
    (("rah", "lan"), ("rơ", "châm"), ("rơ", "ông"), ("niê", "kđăm"), ("hồ", "sơn"))
)

HONORIFICS = (
    "đồng chí", "đ/c", "đc", "đ.c", "ông", "bà", "anh", "chị", "cô", "chú", "bác", "thầy", "thầy giáo", "cô giáo", "đ / c",
)  # fmt: skip
PARTY_HONORIFICS = frozenset(("đồng chí", "đ/c", "đc", "đ.c", "đ / c", "các đồng chí", "các đ/c"))
PLURAL_HONORIFICS = (
    "các đồng chí", "các đ/c", "các ông", "các bà", "các ông bà", "các ông, bà", "hai đồng chí", "ba đồng chí", "các đc", "2 đồng chí", "3 đồng chí",
)  # fmt: skip
RANKS = (
    "đại tướng", "thượng tướng", "trung tướng", "thiếu tướng", "đại tá", "thượng tá", "trung tá",
    "thiếu tá", "đại úy", "thượng úy", "trung úy", "thiếu úy", "ts", "ts.", "ths", "ths.", "tiến sĩ", "thạc sĩ",
    "pgs", "pgs.", "gs", "gs.", "pgs.ts", "pgs.ts.", "pgs, ts", "gs.ts", "gs.ts.", "phó giáo sư", "giáo sư", "bs", "bs.", "bác sĩ", "bác sỹ",
    "bsckii", "bscki", "bsckii.", "bscki.", "bs.ckii", "bs.cki", "bs ckii", "bs cki", "ckii", "cki", "ks.", "kỹ sư", "luật sư", "cử nhân", "cn.",
    "thượng tọa", "hòa thượng", "đại đức", "linh mục", "nhà giáo ưu tú", "nhà giáo nhân dân", "thầy thuốc ưu tú", "nhà báo", "nghệ nhân",
)  # fmt: skip

# Persons of history: their names stand for movements, prizes, schools; none of them is an official of a page.
HISTORICAL = frozenset(
    (
        "hồ chí minh", "võ nguyên giáp", "tôn đức thắng", "trần phú", "lê hồng phong", "hà huy tập",
        "nguyễn văn cừ", "trường chinh", "lê duẩn", "phạm văn đồng", "hoàng văn thụ",
        "nguyễn thị minh khai", "võ thị sáu", "nguyễn văn trỗi", "lý tự trọng", "ngô gia tự",
        "nguyễn ái quốc", "nguyễn tất thành", "trần hưng đạo", "hai bà trưng", "lê lợi", "nguyễn trãi",
        "quang trung", "nguyễn huệ", "phan bội châu", "phan châu trinh", "lương khánh thiện", "nguyễn lương bằng",
        "ngô quyền", "lý thường kiệt", "võ văn kiệt", "nguyễn chí thanh", "văn tiến dũng", "nguyễn du",
    ),
)  # fmt: skip

# Before the name of somebody who is no official of the page.
PRIVATE = (
    "cử tri", "hộ ông", "hộ bà", "nhà ông", "nhà bà", "gia đình", "anh hùng", "liệt sĩ", "liệt sỹ", "nhà thơ",
    "học sinh", "nghệ sĩ", "nhạc sĩ", "nhà văn", "chủ hộ", "nông dân", "bệnh nhân", "bị cáo", "đối tượng",
)  # fmt: skip

# Before a name that is a place, a street, a school, a prize.
PLACE_NOUNS = frozenset(
    """huyện quận xã phường tỉnh thôn ấp bản làng xóm đường phố trường thpt thcs sông núi chợ cầu đèo hồ
    giải quỹ lớp đội khu thị ủy đoàn ty viện bệnh thành công trấn xã""".split(),
)
