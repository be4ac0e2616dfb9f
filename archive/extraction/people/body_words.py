"""The words of bodies, levels and departments, as posts name them. Data only.

Left: as matched (lower case, new tone placement); right: as a record writes it. Common knowledge of
the bodies of Party, state and unions, checked against what portals print.
"""

from __future__ import annotations

from archive.extraction.people.lexicon import phrases, syllables
from archive.extraction.people.post_words import Phrase

# Committees of the National Assembly since 2001, by its law on organisation; `của Quốc hội` may follow.
ASSEMBLY = (
    "Ủy ban Pháp luật", "Ủy ban Tư pháp", "Ủy ban Kinh tế", "Ủy ban Tài chính, Ngân sách",
    "Ủy ban Tài chính - Ngân sách", "Ủy ban Kinh tế và Tài chính", "Ủy ban Pháp luật và Tư pháp",
    "Ủy ban Quốc phòng và An ninh", "Ủy ban Quốc phòng, An ninh", "Ủy ban Quốc phòng, An ninh và Đối ngoại",
    "Ủy ban Đối ngoại", "Ủy ban Xã hội", "Ủy ban Văn hóa, Giáo dục", "Ủy ban Văn hóa và Xã hội",
    "Ủy ban Văn hóa, Giáo dục, Thanh niên, Thiếu niên và Nhi đồng", "Ủy ban Về các vấn đề xã hội",
    "Ủy ban Khoa học, Công nghệ và Môi trường", "Ủy ban Dân nguyện và Giám sát",
)  # fmt: skip

# Bodies, and what the phrase needs after them.
BODIES = {
    **{f"{name}{tail}".lower(): Phrase(f"{name}{tail}", "") for name in ASSEMBLY for tail in ("", " của Quốc hội")},
    "ban chấp hành": Phrase("Ban Chấp hành", "party"),
    "bch": Phrase("Ban Chấp hành", "party"),
    "ban thường vụ": Phrase("Ban Thường vụ", "party"),
    "btv": Phrase("Ban Thường vụ", "party"),
    "ủy ban kiểm tra": Phrase("Ủy ban Kiểm tra", "party"),
    "ubkt": Phrase("Ủy ban Kiểm tra", "party"),
    "ban tổ chức": Phrase("Ban Tổ chức", "party"),
    "btc": Phrase("Ban Tổ chức", "party"),
    "ban tuyên giáo": Phrase("Ban Tuyên giáo", "party"),
    "btg": Phrase("Ban Tuyên giáo", "party"),
    "ban dân vận": Phrase("Ban Dân vận", "party"),
    "bdv": Phrase("Ban Dân vận", "party"),
    "ban tuyên giáo và dân vận": Phrase("Ban Tuyên giáo và Dân vận", "party"),
    "ban tuyên giáo - dân vận": Phrase("Ban Tuyên giáo và Dân vận", "party"),
    "ban xây dựng đảng": Phrase("Ban Xây dựng Đảng", "party"),
    "ban nội chính": Phrase("Ban Nội chính", "party"),
    "ban kinh tế": Phrase("Ban Kinh tế", "state"),
    "ban pháp chế": Phrase("Ban Pháp chế", "state"),
    "ban kinh tế - xã hội": Phrase("Ban Kinh tế - Xã hội", "state"),
    "ban kinh tế xã hội": Phrase("Ban Kinh tế - Xã hội", "state"),
    "ban kt-xh": Phrase("Ban Kinh tế - Xã hội", "state"),
    "ban ktxh": Phrase("Ban Kinh tế - Xã hội", "state"),
    "ban kinh tế - ngân sách": Phrase("Ban Kinh tế - Ngân sách", "state"),
    "ban kinh tế và ngân sách": Phrase("Ban Kinh tế và Ngân sách", "state"),
    "ban kinh tế ngân sách": Phrase("Ban Kinh tế - Ngân sách", "state"),
    "ban văn hóa - xã hội": Phrase("Ban Văn hóa - Xã hội", "state"),
    "ban văn hóa xã hội": Phrase("Ban Văn hóa - Xã hội", "state"),
    "ban văn hóa": Phrase("Ban Văn hóa", "state"),
    "ban đô thị": Phrase("Ban Đô thị", "state"),
    "ban dân tộc": Phrase("Ban Dân tộc", "state"),
    "ban chqs": Phrase("Ban Chỉ huy Quân sự", "state"),
    "ban chỉ huy quân sự": Phrase("Ban Chỉ huy Quân sự", "state"),
    "bộ chqs": Phrase("Bộ Chỉ huy Quân sự", "state"),
    "bộ chỉ huy quân sự": Phrase("Bộ Chỉ huy Quân sự", "state"),
    "bộ chỉ huy bộ đội biên phòng": Phrase("Bộ Chỉ huy Bộ đội Biên phòng", "state"),
    "bộ chỉ huy bđbp": Phrase("Bộ Chỉ huy Bộ đội Biên phòng", "state"),
    "bđbp": Phrase("Bộ đội Biên phòng", "state"),
    "ban công tác mặt trận": Phrase("Ban Công tác Mặt trận", "open"),
    "ban ctmt": Phrase("Ban Công tác Mặt trận", "open"),
    "thường trực": Phrase("Thường trực", "party"),
    "văn phòng": Phrase("Văn phòng", "party"),
    "hội đồng nhân dân": Phrase("Hội đồng nhân dân", "state"),
    "hđnd": Phrase("Hội đồng nhân dân", "state"),
    "ủy ban nhân dân": Phrase("Ủy ban nhân dân", "state"),
    "ubnd": Phrase("Ủy ban nhân dân", "state"),
    "ủy ban mttq việt nam": Phrase("Ủy ban Mặt trận Tổ quốc Việt Nam", "state"),
    "ủy ban mặt trận tổ quốc việt nam": Phrase("Ủy ban Mặt trận Tổ quốc Việt Nam", "state"),
    "ủy ban mttq vn": Phrase("Ủy ban Mặt trận Tổ quốc Việt Nam", "state"),
    "ủy ban mttqvn": Phrase("Ủy ban Mặt trận Tổ quốc Việt Nam", "state"),
    "ub mttq việt nam": Phrase("Ủy ban Mặt trận Tổ quốc Việt Nam", "state"),
    "ub mttq vn": Phrase("Ủy ban Mặt trận Tổ quốc Việt Nam", "state"),
    "ub mttqvn": Phrase("Ủy ban Mặt trận Tổ quốc Việt Nam", "state"),
    "ubmttq việt nam": Phrase("Ủy ban Mặt trận Tổ quốc Việt Nam", "state"),
    "ubmttq vn": Phrase("Ủy ban Mặt trận Tổ quốc Việt Nam", "state"),
    "ubmttqvn": Phrase("Ủy ban Mặt trận Tổ quốc Việt Nam", "state"),
    "ủy ban mttq": Phrase("Ủy ban Mặt trận Tổ quốc", "state"),
    "ủy ban mặt trận tổ quốc": Phrase("Ủy ban Mặt trận Tổ quốc", "state"),
    "ub mttq": Phrase("Ủy ban Mặt trận Tổ quốc", "state"),
    "ubmttq": Phrase("Ủy ban Mặt trận Tổ quốc", "state"),
    "mttq việt nam": Phrase("Mặt trận Tổ quốc Việt Nam", "state"),
    "mttq": Phrase("Mặt trận Tổ quốc", "state"),
    "mặt trận tổ quốc việt nam": Phrase("Mặt trận Tổ quốc Việt Nam", "state"),
    "mặt trận tổ quốc": Phrase("Mặt trận Tổ quốc", "state"),
    "ủy ban trung ương mttq việt nam": Phrase(
        "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "",
    ),
    "đoàn đbqh": Phrase("Đoàn Đại biểu Quốc hội", "state"),
    "đoàn đại biểu quốc hội": Phrase("Đoàn Đại biểu Quốc hội", "state"),
    "đbqh": Phrase("Đại biểu Quốc hội", "state"),
    "đại biểu quốc hội": Phrase("Đại biểu Quốc hội", "state"),
    "đoàn đbqh và hđnd": Phrase("Đoàn Đại biểu Quốc hội và Hội đồng nhân dân", "state"),
    "hđnd và ubnd": Phrase("Hội đồng nhân dân và Ủy ban nhân dân", "state"),
    "hđnd - ubnd": Phrase("Hội đồng nhân dân và Ủy ban nhân dân", "state"),
    "hđnd&ubnd": Phrase("Hội đồng nhân dân và Ủy ban nhân dân", "state"),
    "hđnd, ubnd": Phrase("Hội đồng nhân dân, Ủy ban nhân dân", "state"),
    "hội liên hiệp phụ nữ việt nam": Phrase("Hội Liên hiệp Phụ nữ Việt Nam", "state"),
    "hội liên hiệp phụ nữ": Phrase("Hội Liên hiệp Phụ nữ", "state"),
    "hội lhpn việt nam": Phrase("Hội Liên hiệp Phụ nữ Việt Nam", "state"),
    "hội lhpn": Phrase("Hội Liên hiệp Phụ nữ", "state"),
    "hội phụ nữ": Phrase("Hội Phụ nữ", "state"),
    "hội nông dân việt nam": Phrase("Hội Nông dân Việt Nam", "state"),
    "hội nông dân": Phrase("Hội Nông dân", "state"),
    "hội nd": Phrase("Hội Nông dân", "state"),
    "hội cựu chiến binh việt nam": Phrase("Hội Cựu chiến binh Việt Nam", "state"),
    "hội cựu chiến binh": Phrase("Hội Cựu chiến binh", "state"),
    "hội ccb": Phrase("Hội Cựu chiến binh", "state"),
    "hội chữ thập đỏ": Phrase("Hội Chữ thập đỏ", "state"),
    "hội ctđ": Phrase("Hội Chữ thập đỏ", "state"),
    "hội khuyến học": Phrase("Hội Khuyến học", "state"),
    "hội người cao tuổi": Phrase("Hội Người cao tuổi", "state"),
    "hội lhtn việt nam": Phrase("Hội Liên hiệp Thanh niên Việt Nam", "state"),
    "hội liên hiệp thanh niên việt nam": Phrase("Hội Liên hiệp Thanh niên Việt Nam", "state"),
    "liên đoàn lao động": Phrase("Liên đoàn Lao động", "state"),
    "lđlđ": Phrase("Liên đoàn Lao động", "state"),
    "liên minh hợp tác xã": Phrase("Liên minh Hợp tác xã", "state"),
    "liên minh htx": Phrase("Liên minh Hợp tác xã", "state"),
    "đoàn thanh niên cộng sản hồ chí minh": Phrase(
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh", "state",
    ),
    "đoàn tncs hồ chí minh": Phrase("Đoàn Thanh niên Cộng sản Hồ Chí Minh", "state"),
    "đoàn tncs hcm": Phrase("Đoàn Thanh niên Cộng sản Hồ Chí Minh", "state"),
    "đoàn tncs": Phrase("Đoàn Thanh niên Cộng sản", "state"),
    "đoàn thanh niên": Phrase("Đoàn Thanh niên", "state"),
    "đoàn": Phrase("Đoàn", "state"),
    "công an": Phrase("Công an", "state"),
    "công đoàn": Phrase("Công đoàn", "open"),
    "liên hiệp": Phrase("Liên hiệp", "open"),
    "hiệp hội": Phrase("Hiệp hội", "open"),
    "thanh tra": Phrase("Thanh tra", "state"),
    "tòa án nhân dân": Phrase("Tòa án nhân dân", "state"),
    "tand": Phrase("Tòa án nhân dân", "state"),
    "tòa án": Phrase("Tòa án", "state"),
    "viện kiểm sát nhân dân": Phrase("Viện Kiểm sát nhân dân", "state"),
    "viện ksnd": Phrase("Viện Kiểm sát nhân dân", "state"),
    "vksnd": Phrase("Viện Kiểm sát nhân dân", "state"),
    "trung tâm bồi dưỡng chính trị": Phrase("Trung tâm Bồi dưỡng chính trị", "state"),
    "trung tâm chính trị": Phrase("Trung tâm Chính trị", "state"),
    "sở": Phrase("Sở", "open"),
    "phòng": Phrase("Phòng", "open"),
    "phòng giao dịch": Phrase("Phòng giao dịch", "open"),
    "ban": Phrase("Ban", "open"),
    "ban quản lý": Phrase("Ban Quản lý", "open"),
    "bql": Phrase("Ban Quản lý", "open"),
    "hội": Phrase("Hội", "open"),
    "trường": Phrase("Trường", "open"),
    "trung tâm": Phrase("Trung tâm", "open"),
    "quốc hội": Phrase("Quốc hội", ""),
    "chính phủ": Phrase("Chính phủ", ""),
    "trung ương đảng": Phrase("Trung ương Đảng", ""),
    "trung ương": Phrase("Trung ương", ""),
    "tw": Phrase("Trung ương", ""),
}  # fmt: skip

# Party committees by their level, and the state's word for the same level.
COMMITTEES = {
    "tỉnh ủy": ("Tỉnh ủy", "tỉnh"),
    "thành ủy": ("Thành ủy", "thành phố"),
    "huyện ủy": ("Huyện ủy", "huyện"),
    "thị ủy": ("Thị ủy", "thị xã"),
    "quận ủy": ("Quận ủy", "quận"),
}
CAPITAL_COMMITTEES = {"HU": "huyện ủy", "QU": "quận ủy", "ThU": "thị ủy"}
LEVEL_OF = {title.lower(): level for title, level in COMMITTEES.values()}
COMMITTEE_OF = {level: title for title, level in COMMITTEES.values()}

# Organisations inside the Party and the Youth Union that a level or an agency may follow.
PARTY_UNITS = {
    "đảng ủy": "Đảng ủy",
    "đảng bộ": "Đảng bộ",
    "đảng bộ bộ phận": "Đảng bộ bộ phận",
    "chi bộ": "Chi bộ",
    "chi ủy": "Chi ủy",
    "đảng đoàn": "Đảng đoàn",
    "ban cán sự đảng": "Ban Cán sự đảng",
    "tỉnh đoàn": "Tỉnh đoàn",
    "thành đoàn": "Thành đoàn",
    "huyện đoàn": "Huyện đoàn",
    "thị đoàn": "Thị đoàn",
    "quận đoàn": "Quận đoàn",
    "trung ương đoàn": "Trung ương Đoàn",
}
BARE_UNITS = frozenset(("tỉnh đoàn", "thành đoàn", "huyện đoàn", "thị đoàn", "quận đoàn"))

LEVELS = {
    "tỉnh": "tỉnh", "thành phố": "thành phố", "tp": "thành phố", "tp.": "thành phố",
    "thị xã": "thị xã", "tx": "thị xã", "tx.": "thị xã", "huyện": "huyện", "quận": "quận",
    "q.": "quận", "xã": "xã", "phường": "phường", "p.": "phường", "thị trấn": "thị trấn",
    "tt.": "thị trấn", "đặc khu": "đặc khu", "thôn": "thôn", "ấp": "ấp", "bản": "bản",
    "buôn": "buôn", "làng": "làng", "xóm": "xóm", "khu phố": "khu phố", "tổ dân phố": "tổ dân phố",
    "tdp": "tổ dân phố", "khu dân cư": "khu dân cư", "khóm": "khóm", "khu": "khu", "tổ": "tổ",
}  # fmt: skip
# Words of many meanings: levels only before a proper name or a number.
HAMLETS = frozenset(("thôn", "ấp", "bản", "buôn", "làng", "xóm", "khóm", "khu", "tổ"))
COMMUNE_LEVELS = frozenset(("xã", "phường", "thị trấn", "đặc khu"))

# Fields of departments whose names hold a comma, a dash or `và`, with their abbreviations.
FIELDS = {
    "nông nghiệp và phát triển nông thôn": "Nông nghiệp và Phát triển nông thôn",
    "nông nghiệp & ptnt": "Nông nghiệp và Phát triển nông thôn",
    "nông nghiệp và ptnt": "Nông nghiệp và Phát triển nông thôn",
    "nn&ptnt": "Nông nghiệp và Phát triển nông thôn",
    "nn và ptnt": "Nông nghiệp và Phát triển nông thôn",
    "nn-ptnt": "Nông nghiệp và Phát triển nông thôn",
    "nông nghiệp và môi trường": "Nông nghiệp và Môi trường",
    "tài nguyên và môi trường": "Tài nguyên và Môi trường",
    "tài nguyên & môi trường": "Tài nguyên và Môi trường",
    "tài nguyên - môi trường": "Tài nguyên và Môi trường",
    "tn&mt": "Tài nguyên và Môi trường",
    "tn và mt": "Tài nguyên và Môi trường",
    "tn-mt": "Tài nguyên và Môi trường",
    "tnmt": "Tài nguyên và Môi trường",
    "lao động - thương binh và xã hội": "Lao động - Thương binh và Xã hội",
    "lao động, thương binh và xã hội": "Lao động - Thương binh và Xã hội",
    "lao động - thương binh & xã hội": "Lao động - Thương binh và Xã hội",
    "lao động - tb&xh": "Lao động - Thương binh và Xã hội",
    "lđ-tb&xh": "Lao động - Thương binh và Xã hội",
    "lđ - tb&xh": "Lao động - Thương binh và Xã hội",
    "lđtb&xh": "Lao động - Thương binh và Xã hội",
    "lđtbxh": "Lao động - Thương binh và Xã hội",
    "lđ-tbxh": "Lao động - Thương binh và Xã hội",
    "giáo dục và đào tạo": "Giáo dục và Đào tạo",
    "giáo dục & đào tạo": "Giáo dục và Đào tạo",
    "giáo dục - đào tạo": "Giáo dục và Đào tạo",
    "gd&đt": "Giáo dục và Đào tạo",
    "gd-đt": "Giáo dục và Đào tạo",
    "gdđt": "Giáo dục và Đào tạo",
    "gd và đt": "Giáo dục và Đào tạo",
    "kế hoạch và đầu tư": "Kế hoạch và Đầu tư",
    "kế hoạch & đầu tư": "Kế hoạch và Đầu tư",
    "kh&đt": "Kế hoạch và Đầu tư",
    "khoa học và công nghệ": "Khoa học và Công nghệ",
    "kh&cn": "Khoa học và Công nghệ",
    "thông tin và truyền thông": "Thông tin và Truyền thông",
    "tt&tt": "Thông tin và Truyền thông",
    "văn hóa, thể thao và du lịch": "Văn hóa, Thể thao và Du lịch",
    "văn hóa - thể thao và du lịch": "Văn hóa, Thể thao và Du lịch",
    "vh,tt&dl": "Văn hóa, Thể thao và Du lịch",
    "vh-tt&dl": "Văn hóa, Thể thao và Du lịch",
    "vhtt&dl": "Văn hóa, Thể thao và Du lịch",
    "vhttdl": "Văn hóa, Thể thao và Du lịch",
    "văn hóa và thông tin": "Văn hóa và Thông tin",
    "văn hóa - thông tin": "Văn hóa và Thông tin",
    "vh&tt": "Văn hóa và Thông tin",
    "vh-tt": "Văn hóa và Thông tin",
    "văn hóa, khoa học và thông tin": "Văn hóa, Khoa học và Thông tin",
    "văn hóa - xã hội": "Văn hóa - Xã hội",
    "văn hóa và thể thao": "Văn hóa và Thể thao",
    "tài chính - kế hoạch": "Tài chính - Kế hoạch",
    "tc-kh": "Tài chính - Kế hoạch",
    "tckh": "Tài chính - Kế hoạch",
    "kinh tế - hạ tầng": "Kinh tế và Hạ tầng",
    "kinh tế và hạ tầng": "Kinh tế và Hạ tầng",
    "kt-ht": "Kinh tế và Hạ tầng",
    "kt&ht": "Kinh tế và Hạ tầng",
    "kinh tế, hạ tầng và đô thị": "Kinh tế, Hạ tầng và Đô thị",
    "dân tộc và tôn giáo": "Dân tộc và Tôn giáo",
    "văn hóa, thông tin và thể thao": "Văn hóa, Thông tin và Thể thao",
    "văn hóa, thông tin - thể thao": "Văn hóa, Thông tin và Thể thao",
    "tổ chức - nội vụ": "Tổ chức - Nội vụ",
    "kiểm tra": "kiểm tra", "giám sát": "giám sát", "công tác": "công tác",
    "tổ đại biểu hđnd": "Tổ đại biểu Hội đồng nhân dân",
    "tổ đại biểu hội đồng nhân dân": "Tổ đại biểu Hội đồng nhân dân",
    "các cơ quan đảng": "các cơ quan Đảng", "các cơ quan": "các cơ quan",
    "các khu": "các khu", "dự án": "dự án", "giao thông": "giao thông", "tiếp dân": "tiếp dân",
    "tiếp công dân": "Tiếp công dân", "người có công": "người có công",
    "ptnt": "Phát triển nông thôn",
    "thpt": "Trung học phổ thông", "thcs": "Trung học cơ sở",
    "th&thcs": "Tiểu học và Trung học cơ sở",
    "ubnd": "Ủy ban nhân dân", "hđnd": "Hội đồng nhân dân", "mttq": "Mặt trận Tổ quốc",
    "htx": "Hợp tác xã", "kcn": "khu công nghiệp", "tnhh": "trách nhiệm hữu hạn",
    "gdnn-gdtx": "Giáo dục nghề nghiệp - Giáo dục thường xuyên",
    "gdtx": "Giáo dục thường xuyên", "vhtt": "Văn hóa - Thông tin", "bhxh": "Bảo hiểm xã hội",
    "chqs": "Chỉ huy Quân sự", "qlđt": "Quản lý đô thị", "đtxd": "đầu tư xây dựng",
    "nhnn": "Ngân hàng Nhà nước", "nn": "Nông nghiệp", "lđlđ": "Liên đoàn Lao động",
    "tand": "Tòa án nhân dân", "ksnd": "Kiểm sát nhân dân", "bđbp": "Bộ đội Biên phòng",
    "đbqh": "đại biểu Quốc hội", "ubkt": "Ủy ban Kiểm tra", "tw": "Trung ương",
}  # fmt: skip

# Words after which a person's name is that of a school, a street, a firm.
EPONYM_NOUNS = frozenset(
    syllables(
        "trường thpt thcs học non đường phố viện ty chợ cầu hồ núi quỹ giải khu thông cơ",
    ),
)

# Words that end the free words of an organisation's name: verbs, auxiliaries, prepositions.
STOPS = phrases(
    """đã; đang; sẽ; vừa; cũng; cùng; phát biểu; nhấn mạnh; chủ trì; đồng chủ trì; dự; tham dự;
    về dự; tới dự; đến dự; tham gia; báo cáo; trình bày; thông qua; kết luận; cho; yêu cầu; đề
    nghị; khẳng định; ghi nhận; đánh giá; biểu dương; chúc mừng; trao; tặng; công bố; thay
    mặt; thay; làm; là; tại; với; giữ; khai mạc; bế mạc; điều hành; chia sẻ; phấn khởi; bày
    tỏ; tiếp thu; giải trình; quán triệt; triển khai; truyền đạt; giới thiệu; khóa; nhiệm kỳ;
    từ; để; nhằm; khi; sau; trước; nghỉ; được; bị; có; gồm; thì; mong; gợi ý; lưu ý; chỉ đạo;
    thăm; tiếp; phụ trách; kiêm; đồng thời; hiện; ở; về; trong; qua; theo; do; vì; như; nêu;
    nói; trả lời; đọc; tuyên bố; ký; bàn giao; nhận; hướng dẫn; phân tích; làm rõ; kiến nghị;
    đề xuất; thảo luận; tham luận; cảm ơn; quyết định; cam kết; hứa; hoan nghênh; động viên;
    chủ tọa; đồng chủ tọa; xin; luôn; không; lần lượt; trực tiếp; đến; tới; nguyên; trên; này;
    đó; tuổi; sinh; quê; các; những; lãnh đạo; đại diện; quan tâm; chụp; gặp; kiểm tra; giám
    sát; đối thoại; tổng kết; sơ kết; chúc; dâng; thắp; cắt; phổ biến; nhắc; chỉ rõ; chỉ ra;
    bổ sung; vào; giao; tiếp tục; trân trọng; bấm; đón""",
)
