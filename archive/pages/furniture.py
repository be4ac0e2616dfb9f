"""What on a page is not the article: widgets, menus, image names, and what ends the article.

Word tables gathered from the furniture of real portals (SharePoint, Liferay, NukeViet and portals of
newspapers), 2010 to 2025.
"""

from __future__ import annotations

import re

from archive.vietnamese.normalise import lowered, shadow


def any_of(*words: str) -> str:
    return "(?:" + "|".join(words) + ")"


COUNTER = any_of(
    r"(?:số )?(?:lượt|lần) (?:xem|đọc|truy cập|tải)\b.*", r"[\d.,]+ (?:lượt (?:xem|đọc)|views?|bình luận)", r"đã xem\b.*", r"view(?: count)?s?\s?:.*",
    r"bình luận(?: \(?\d+\)?)?", r"người xem\s?:.*",
)  # fmt: skip
SIZE = any_of(
    r"(?:xem )?(?:với )?(?:tăng|giảm|mặc định|thay đổi)? ?(?:kích )?cỡ chữ.*", r"font ?size.*", r"(?:a[-+]*\s?){1,4}", r"[-+\s]*cỡ chữ[-+\s]*",
    r"(?:giọng )?(?:nam|nữ) miền (?:bắc|trung|nam)", r"màu chữ.*", r"tương phản.*",
    r"đọc bài(?: viết)?", r"nghe (?:đọc )?(?:bài|audio|nội dung).*", r"giọng (?:nam|nữ|đọc).*", r"tạm dừng|tốc độ.{0,8}",
)  # fmt: skip
SHARING = any_of(
    r"chia sẻ\b.*", r"(?:thích|like|tweet|send|gửi)(?: \d+)?", r"share\b.*", r"(?:(?:facebook|zalo|youtube|twitter|email|pinterest|linkedin|copy link|google\+?)[\s|,]*)+",
    r"in (?:bài viết|trang|bài|tin)(?: này)?", r"bản in\b.*", r"print", r"gửi (?:email|bài viết|cho bạn bè|mail|tin).*", r"lưu (?:bài|tin)(?: viết| này)?",
    r"(?:google )?news", r"theo dõi\b.{0,40}", r"sao chép (?:liên kết|link)", r"tải (?:về|xuống)",
)  # fmt: skip
NAVIGATION = any_of(
    r"truy cập nội dung luôn", r"skip (?:ribbon commands|to main content)", r"nổi bật", r"đăng nhập.*", r"đăng ký", r"tìm kiếm.{0,12}", r"trang (?:chủ|nhất)",
    r"home", r"sơ đồ (?:cổng|trang|site).*", r"rss", r"english|tiếng việt|vietnamese", r"quay lại.{0,20}", r"mục lục", r"đóng", r"menu",
    r"(?:\[?trở về\]?|\[?in trang này\]?|lên (?:đầu )?trang|lên trên|về trang trước|đầu trang)[\s|\[\]]*.{0,30}",
)  # fmt: skip
GALLERY = r"(?:một số|những|các|chùm) (?:hình )?ảnh\b[^.]{0,80}"
WIDGET = re.compile(
    r"(?:a[-+]\s*)*" + any_of(COUNTER, SIZE, SHARING, NAVIGATION, GALLERY) + r"[\s:.|]*",
    re.IGNORECASE,
)
OTHERS = any_of(
    r"(?:những |các )?(?:tin|bài)(?: viết)?(?:,? ?(?:bài|tức))? (?:khác|liên quan|cùng (?:loại|chuyên mục|chủ đề)|mới hơn|cũ hơn|mới nhất|đã đưa|đọc nhiều(?: nhất)?|xem nhiều(?: nhất)?|nổi bật|mới|đã đăng|trước(?: đó)?|tiếp theo|kế tiếp|gần đây)",
    r"(?:cùng|trong) chuyên mục", r"chuyên mục khác", r"xem thêm", r"có thể bạn quan tâm", r"đọc (?:thêm|tiếp)", r"các (?:bài|tin) đã đưa ngày.*", r"mới nhất", r"tiêu điểm",
)  # fmt: skip
READERS = any_of(
    r"ý kiến (?:bạn đọc|bình luận|của bạn|phản hồi).*", r"(?:gửi|viết) (?:ý kiến|bình luận|phản hồi).*", r"bình luận của bạn.*", r"bạn đọc bình luận.*", r"thăm dò ý kiến",
    r"đánh giá(?: (?:bài viết|tin|của bạn|chất lượng).*)?", r"tổng số điểm của bài viết.*", r"click để đánh giá.*", r"xếp hạng.*", r"từ khóa.{0,80}", r"tags?",
)  # fmt: skip
FOOTER = any_of(
    r"bản đồ (?:số|hành chính)", r"liên kết (?:website|web|trang).{0,20}", r"bản quyền.*", r"©.*", r"copyright.*", r"thống kê(?: truy cập)?", r"đang (?:online|truy cập).*",
    r"video(?: clip)?", r"thư viện (?:ảnh|video|hình ảnh)", r"lịch (?:công tác|làm việc|tiếp công dân).*", r"back to top", r"văn bản (?:mới|chỉ đạo).{0,20}", r"thông báo", r"quảng cáo",
    r"tải (?:tệp|file) đính kèm.*", r"(?:tệp|file|tài liệu) đính kèm.*", r"chịu trách nhiệm.*", r"cơ quan chủ quản.*", r"địa chỉ\s?:.*", r"(?:điện thoại|đt|hotline|fax)\s?:.*", r"giấy phép (?:số|thiết lập).*",
    r"(?:tổng )?(?:số )?(?:lượt|người) truy cập.*",
)  # fmt: skip
END = re.compile(r"\[?" + any_of(OTHERS, READERS, FOOTER) + r"\]?[\s:.…>»*(\d)-]*", re.IGNORECASE)
END_START = re.compile(
    any_of(
        r"từ khóa\s?:", r"tags?\s?:", r"bản quyền", r"©", r"copyright", r"(?:số )?lượt xem\s?:?"
    ),
    re.IGNORECASE,
)
MARGIN = "-–+*•>»►▪■○●◦ \t"  # what list styles leave before a heading
LONGEST_END = 120
# What sections of portals are called: a line that begins so and is short is no headline.
SECTION = re.compile(
    any_of(
        r"tin (?:tức|hoạt động|trong|nổi bật|mới|địa phương|chính|tổng hợp|nhanh|vắn|bài|ảnh|liên quan)", r"thời sự", r"sự kiện", r"chính trị", r"xã hội", r"kinh tế", r"văn hóa",
        r"xây dựng đảng", r"công tác (?:đảng|xây dựng|tuyên giáo|dân vận|tổ chức|kiểm tra)", r"hoạt động (?:của|lãnh đạo|đảng)", r"hội đồng nhân dân", r"ủy ban nhân dân", r"trang (?:chủ|nhất|tin)",
        r"giới thiệu", r"văn bản", r"thông báo", r"chuyên mục", r"nông nghiệp", r"quốc phòng", r"an ninh", r"pháp luật", r"giáo dục", r"y tế", r"đoàn thể", r"chỉ đạo",
    ) + r"\b",
    re.IGNORECASE,
)  # fmt: skip
SITE = re.compile(
    any_of(
        r"cổng (?:thông tin|giao tiếp|ttđt)", r"trang (?:thông tin|tin)", r"website", r"cơ quan (?:của|ngôn luận)", r"tiếng nói của", r"báo điện tử", r"đảng cộng sản việt nam",
        r"chào mừng", r"hôm nay", r"đảng bộ,? (?:và |chính quyền)",
    ),
    re.IGNORECASE,
)  # fmt: skip
# A body and its place alone, as sites are called: `HUYỆN ỦY YÊN CHÂU`, `UBND huyện Yên Châu`.
BODY = re.compile(
    r"(?:(?:huyện|thị|thành|quận|tỉnh|đảng) ủy|đảng bộ|ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân)"
    r"(?: (?:tỉnh|thành phố|tp\.?|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu))?(?P<place>(?: [^\W\d_][\w'’-]*){1,3})",
    re.IGNORECASE,
)
# Items of menus; a line with several of them is a menu that has lost its separators.
ITEMS = (
    "trang chủ", "giới thiệu", "tin tức", "sự kiện", "văn bản", "thư viện", "liên hệ", "hỏi đáp", "góp ý", "sơ đồ", "tìm kiếm", "đăng nhập", "thông báo",
    "chính trị", "kinh tế", "văn hóa", "xã hội", "pháp luật", "thể thao", "giáo dục", "quốc tế", "thủ tục hành chính", "dịch vụ công", "tổ chức bộ máy", "media", "video",
)  # fmt: skip
ITEM = re.compile(any_of(*ITEMS) + r"\b")
SEVERAL = 4  # items that make a menu
SHORTEST_MENU, LONGEST_MENU = 20, 1000  # code points of one
IMAGE = re.compile(r"[^:;?!]{0,100}\.(?:jpe?g|png|gif|bmp|webp|tiff?)", re.IGNORECASE)
SEPARATORS = ("»", "›", ">", "|", "---", " / ", " • ")
CRUMBS = re.compile("|".join(map(re.escape, SEPARATORS)))
NUMBERS = re.compile(r"[\d\s.,:|/()%-]+")
WORD = re.compile(r"\S+")
PART = 7  # words of one item of a menu


def is_widget(line: str) -> bool:
    """A button or a counter of the page."""
    return len(line) < LONGEST_END and WIDGET.fullmatch(shadow(line)) is not None


def is_end(line: str) -> bool:
    """A heading of what follows an article: related news, comments, the footer."""
    text = shadow(line).lstrip(MARGIN)
    return len(text) < LONGEST_END and (END.fullmatch(text) or END_START.match(text)) is not None


def is_image_name(line: str) -> bool:
    return len(line) < LONGEST_END and IMAGE.fullmatch(line) is not None


def is_crumbs(line: str) -> bool:
    """A path or a row of menu items: several short parts between separators."""
    if not any(map(line.__contains__, SEPARATORS)):
        return False
    parts = [part for part in CRUMBS.split(line) if part.strip()]
    path = parts[:-1] if parts and is_section(parts[0]) else parts  # the last is the page itself
    return len(parts) < 2 or max(words(part) for part in path) <= PART


def is_menu(line: str) -> bool:
    """`Trang chủ Giới thiệu Tin tức …`: items in one line, nothing between them."""
    if not SHORTEST_MENU < len(line) < LONGEST_MENU or line.endswith((".", ";", "…")):
        return False
    low = lowered(shadow(line))
    named = sum(
        map(low.count, ITEMS)
    )  # far quicker than the pattern, which counts whole words alone
    return named >= SEVERAL and len(ITEM.findall(low)) >= SEVERAL


def is_doubled(line: str) -> bool:
    """`KINH TẾ KINH TẾ`: the heading of a section, which some portals print twice in one line."""
    parts = line.split()
    half = len(parts) // 2
    return len(parts) % 2 == 0 and half > 0 and parts[:half] == parts[half:]


def is_section(line: str) -> bool:
    """The name of a section, several joined: `Tin tức - Sự kiện Tin trong huyện`."""
    return SECTION.match(shadow(line)) is not None and words(line) <= PART


def is_site_name(line: str) -> bool:
    text = shadow(line)
    body = BODY.fullmatch(text)
    return SITE.match(text) is not None or bool(
        body and all(word[0].isupper() for word in body["place"].split())
    )


def is_numbers(line: str) -> bool:
    """Figures alone: counters of a page, or the cells of a table."""
    return NUMBERS.fullmatch(line) is not None


def words(line: str) -> int:
    """How many words a clean line has: single spaces stand between them."""
    return line.count(" ") + 1 if line else 0
