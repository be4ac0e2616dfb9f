"""Words that begin a label, and words between a label and its figure. Lower case, new tone placement."""

from __future__ import annotations

from archive.extraction.indicators.phrases import Phrases

# Nouns that name a quantity by themselves: they win over a verb before them.
STRONG = (
    "tổng", "giá trị", "gtsx", "tỷ lệ", "tỷ trọng", "tốc độ", "nhịp độ", "sản lượng", "diện tích", "doanh thu", "năng suất", "kim ngạch", "dư nợ", "thu nhập", "thu ngân sách", "chi ngân sách",
    "tỷ suất", "mật độ", "chỉ số", "lượng khách", "số lượng", "số lượt", "số vụ", "số người", "số hộ", "số ca", "thu nội địa", "thu cân đối", "thu thuế", "thu tiền", "chi thường xuyên", "chi đầu tư",
    "tăng trưởng kinh tế", "kinh tế tăng trưởng", "độ che phủ", "bình quân", "vốn đầu tư", "tổng số", "nguồn vốn", "số xã", "số trường", "số đảng viên", "số dự án", "số doanh nghiệp", "doanh số", "mức tăng", "mức giảm",
)  # fmt: skip
# A label that names a quantity begins with one of these.
NOUNS = (
    *STRONG, "dân số", "hội viên", "đoàn viên", "nhân khẩu", "đồng bào", "grdp", "thu từ", "thu xuất nhập khẩu", "thu", "chi", "tiền sử dụng đất", "đàn", "xuất khẩu", "nhập khẩu", "nợ xấu", "nợ đọng", "nợ thuế", "vốn", "huy động vốn",
    "tăng trưởng", "cơ cấu", "mức", "lương thực", "khách", "lượt khách", "số", "sản phẩm", "tai nạn", "thiệt hại", "hệ số", "quỹ", "giải ngân", "đầu tư", "đầu tư toàn xã hội", "kinh tế",
    "nông - lâm", "nông, lâm", "nông nghiệp", "nông lâm", "công nghiệp", "dịch vụ", "thương mại", "xây dựng -", "xây dựng cơ bản", "thủy sản", "lâm nghiệp", "trồng trọt", "chăn nuôi", "khu vực", "ngành nông", "ngành công nghiệp", "ngành dịch vụ", "ngành thương mại", "ngành xây dựng", "ngành thủy sản", "ngành lâm", "ngành chăn nuôi", "ngành trồng trọt", "lúa", "ngô", "thóc", "cà phê", "cao su",
    "hồ tiêu", "tôm", "cá", "điện", "hàng hóa", "bán lẻ", "du lịch", "bảo hiểm", "bao phủ", "chỉ tiêu", "đảng viên", "đại hội", "phạm pháp", "hồ sơ", "đơn thư", "đóng góp", "tốt nghiệp",
    "tội phạm", "cháy", "học sinh", "chất thải", "lao động", "lợn", "trâu", "bò", "cam", "chè", "rừng", "quặng", "khiển trách", "cảnh cáo", "cách chức", "khai trừ", "điện thương phẩm", "lúa và hoa màu",
    "hộ nghèo", "hộ cận nghèo", "bhyt", "bhxh", "gia cầm", "thịt", "sữa", "trứng", "rau", "lạc", "sắn", "mía", "đậu tương", "khoai",
)  # fmt: skip
# A label that tells an achievement begins with one of these.
VERBS = (
    "kết nạp", "kiểm tra", "giám sát", "thi hành kỷ luật", "xử lý kỷ luật", "kỷ luật", "xử lý", "xử phạt", "giải quyết", "tạo việc làm", "đào tạo", "bồi dưỡng", "mở", "tập huấn", "chỉnh trang", "phúc tra",
    "trồng", "tái canh", "trồng mới", "gieo trồng", "gieo cấy", "gieo sạ", "nuôi", "khai thác", "thu hoạch", "phát triển", "thành lập", "cấp", "thu hút", "tuyển quân", "xuất khẩu lao động", "đưa", "xây dựng", "xây mới", "xây", "xóa", "sửa chữa", "làm mới", "làm được", "làm chết", "làm bị thương", "chết", "bị thương", "làm", "bê tông hóa", "cứng hóa", "nhựa hóa", "kiên cố hóa",
    "tiếp nhận", "tiếp", "phát hiện", "bắt", "bắt giữ", "triệt phá", "khởi tố", "điều tra", "truy tố", "xét xử", "thụ lý", "khám", "chữa bệnh", "khám bệnh", "điều trị", "khám chữa bệnh", "khám, chữa bệnh", "tiêm", "tiêm phòng", "trao", "trao tặng", "tặng huy hiệu", "công nhận", "giao quân", "tuyển", "thẩm định", "cho thuê",
    "huy động", "vận động", "hỗ trợ", "chi trả", "quyên góp", "ủng hộ", "cho vay", "tổ chức", "hoàn thành", "tuyên truyền", "tuần tra", "tiêu hủy", "thu gom", "thu giữ", "sắp xếp", "tinh giản", "bổ nhiệm", "luân chuyển", "quy hoạch", "chuyển đổi", "điều động", "tinh giảm", "giảm nghèo", "thoát nghèo",
    "đón", "phục vụ", "giảm", "nâng", "có thêm", "duy trì", "bàn giao", "giải phóng mặt bằng", "thu hồi", "nghiệm thu", "hòa giải", "rà soát", "cưỡng chế", "lắp đặt", "ban hành", "tham mưu ban hành", "nhập ngũ", "gọi nhập ngũ", "đạt chuẩn", "phổ biến", "trợ giúp", "phát", "đăng ký", "đăng tải", "truy quét",
    "tổ chức đại hội", "tiến hành", "thực hiện", "triển khai", "chuyển", "phê duyệt", "di dời", "vay", "xét", "đấu giá", "giao", "cải tạo", "nạo vét", "tu bổ", "hiến", "gây thiệt hại", "hư hỏng", "làm hư hỏng", "làm sập", "cứu trợ", "thả", "miễn giảm", "hoàn trả", "công bố", "số hóa", "cung cấp", "kích hoạt", "cài đặt", "thu thập", "tư vấn", "giới thiệu việc làm", "giới thiệu", "kết luận", "mở rộng", "xác minh", "biên chế", "xác nhận", "chăm sóc", "cho ý kiến", "in ấn", "phát sóng", "đăng",
)  # fmt: skip
# Verbs that only help another verb after them.
AUXILIARIES = ("hoàn thành", "tiến hành", "tổ chức", "thực hiện", "triển khai", "phối hợp", "duy trì", "đề nghị", "đã", "làm", "tham mưu", "có thêm", "xem xét")  # fmt: skip
# Between a label and its figure, one to three words each.
CONNECTORS = frozenset(
    (
        "ước|ước tính|ước đạt|ước thực hiện|tính|đạt|đạt được|đạt mức|là|được|còn|có|gồm|trên|hơn|gần|khoảng|bằng|lên|xuống|tới|đến|đã|với|cho|từ|thực hiện|chiếm|mới đạt|mới được|mới chỉ|chỉ|thêm|ở mức|vượt|dưới|tối thiểu"
        "|ít nhất|trở lên|tương ứng|ra|về|tăng|giảm|ổn định|duy trì|đạt mức|vào khoảng|tổng cộng|tổng số|không quá|cùng|để|đối với|phấn đấu|nay|qua|xấp xỉ|ngót|chừng|đạt trên|tất cả|vẫn|cũng|đều|nhất|hiện|hiện có|hiện nay"
        "|đạt tỷ lệ|tỷ lệ đạt|chiếm tỷ lệ|ở|tại|của|và|nâng|thì|sẽ|duy trì ở|đang|lên tới|đạt khoảng|dự kiến|dự ước|luôn|cao|các|những|giữ|đạt kết quả|năm|bị|theo|vào|trong|này|do|số tiền|số vốn|với tổng số|trung bình|kinh phí|với kinh phí|đạt thấp|thấp|đạt cao|đạt khá|khá|xảy ra|xảy|xuất hiện|phát sinh|tổng kinh phí|số tiền là"
    ).split("|")
)
CONNECTOR_ENDS = frozenset(phrase.rpartition(" ")[2] for phrase in CONNECTORS)
# A label does not begin with one of these where no known head does.
NEVER_FIRST = frozenset(
    "là của cho để khi nếu do tại từ với như vì bởi hơn mà thì ông bà anh chị tôi mỗi trên dưới qua nhưng song vẫn chỉ cũng mới đã sẽ đang được bị có không theo nhằm góp đồng tuy nên và hoặc cùng các những này đó ngoài trong gồm nhất so tương còn riêng thông vượt đạt hoàn tiếp hiện nhờ sau trước đến tới theo về ở bằng vào".split()
)
# What may not follow a counted thing as part of its name.
STOPS = Phrases(
    (
        "so với", "so", "bằng", "đạt tỷ lệ", "tăng", "giảm", "chiếm", "trong đó", "và", "để", "với", "tại", "trên địa bàn", "do", "thuộc", "vượt", "gồm", "nhằm", "từ", "ước", "đã", "được", "là", "năm", "trở lên", "trở xuống",
        "mỗi", "còn", "nâng tổng", "nâng số", "nâng tỷ lệ", "đưa", "theo", "qua", "trong", "khi", "cho", "hoàn thành kế hoạch", "lên", "toàn", "đạt", "trên", "góp phần", "đảm bảo", "bảo đảm", "tương ứng", "tương đương", "cụ thể", "bao gồm", "đến", "ở", "sau", "trước", "cùng", "riêng", "nhưng", "song", "thì", "hiện nay", "hiện có",
    )
)  # fmt: skip
# A passive that names what was done to the counted things goes on (`xã được công nhận`).
PASSIVE = Phrases(
    ("qua đào tạo", "đạt chuẩn", "đạt danh hiệu", "đạt tiêu chí", "đạt tiêu chuẩn", "đạt loại", "được công nhận", "được cấp", "được xóa", "được kiểm tra", "được giải quyết", "được thành lập", "được dùng", "được sử dụng", "được bồi dưỡng", "được giám sát", "được hỗ trợ", "được đào tạo", "được thu gom", "được tiêm", "được khám", "được vay", "được tạo việc làm", "được kết nạp", "được đầu tư", "được phê duyệt", "được thành lập mới", "được giao", "được tham gia", "được nâng cấp", "được cứng hóa", "được bê tông hóa", "được đào tạo nghề")
)  # fmt: skip
LEADS = Phrases(
    ("không đạt", "không hoàn thành", "vượt kế hoạch", "vượt chỉ tiêu", "vượt", "là", "đạt và vượt", "hoàn thành và hoàn thành vượt", "hoàn thành và vượt", "đạt, vượt", "chưa đạt", "chưa hoàn thành", "hoàn thành vượt mức", "đạt chuẩn", "đạt tiêu chuẩn", "đạt danh hiệu", "được công nhận", "được cấp", "hoàn thành", "chưa", "bị", "có", "được dùng", "sử dụng", "đạt tiêu chí", "đạt loại", "đạt", "đăng ký", "về đích", "tham gia", "hoàn thành tốt", "hoàn thành xuất sắc", "đã được công nhận", "được")
)  # fmt: skip
CASUALTIES = {
    "làm chết": "Số người chết", "chết": "Số người chết", "làm bị thương": "Số người bị thương", "bị thương": "Số người bị thương",
}  # fmt: skip

STRONG_HEADS, NOUN_HEADS, VERB_HEADS, AUXILIARY = Phrases(STRONG), Phrases(NOUNS), Phrases(VERBS), Phrases(AUXILIARIES)  # fmt: skip
