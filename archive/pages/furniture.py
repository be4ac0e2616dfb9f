"""What on a page is not the article: widgets, menus, image names, and what ends the article.

Word tables gathered from the furniture of real portals (SharePoint, Liferay, NukeViet and portals of
newspapers), 2010 to 2025.
"""

from __future__ import annotations

import re

from archive.vietnamese.normalise import shadow


def any_of(*words: str) -> str:
    return "(?:" + "|".join(words) + ")"


WIDGET = re.compile(
    r"(?:a[-+]\s*)*"
    + any_of(
        r"skip (?:ribbon commands|to main content)", r"truy cập nội dung luôn", r"publishingportal\b.*",
        r"xem với cỡ chữ", r"(?:tăng|giảm|mặc định)? ?cỡ chữ.*", r"font ?size.*", r"a[-+]? a a?[-+]?",
        r"a[-+]?", r"in (?:bài viết|trang|bài|tin)", r"bản in\b.*", r"gửi (?:email|bài viết|cho bạn bè|mail).*",
        r"(?:số )?lượt (?:xem|đọc|truy cập)\b.*", r"đã xem\b.*", r"chia sẻ\b.*", r"thích", r"tweet", r"share\b.*",
        r"nghe (?:đọc )?(?:bài|audio).*", r"đọc bài viết", r"(?:google )?news", r"theo dõi\b.{0,40}",
        r"lưu bài viết", r"bình luận(?: \(?\d+\)?)?", r"nổi bật", r"đăng nhập.*", r"đăng ký", r"tìm kiếm",
        r"trang chủ", r"home", r"sơ đồ (?:cổng|trang|site).*", r"rss", r"english|tiếng việt", r"quay lại",
        r"(?:\[?trở về\]?|\[?in trang này\]?|lên (?:đầu )?trang|lên trên|về trang trước|đầu trang)[\s|\[\]]*.{0,30}",
        r"facebook|zalo|youtube|twitter|email", r"mục lục", r"đóng", r"menu",
    )
    + r"[\s:.|]*",
    re.IGNORECASE,
)  # fmt: skip
END = re.compile(
    r"(?:\[?" + any_of(
        r"các (?:bài viết|bài|tin(?: bài| tức)?) (?:khác|liên quan|đã đưa|cùng loại|mới hơn|cũ hơn|cùng chuyên mục)",
        r"(?:những )?(?:tin|bài)(?: viết)?(?:,? ?(?:bài|tức))? (?:khác|liên quan|cùng (?:loại|chuyên mục)|mới hơn|cũ hơn|mới nhất|đã đưa|đọc nhiều|nổi bật|mới)",
        r"(?:những |các )?(?:tin|bài) (?:đã đăng|trước|tiếp theo)", r"xem thêm", r"có thể bạn quan tâm",
        r"bản đồ (?:số|hành chính)", r"chuyên mục khác", r"liên kết (?:website|web)", r"ý kiến (?:bạn đọc|bình luận|của bạn)",
        r"gửi (?:ý kiến|bình luận|phản hồi).*", r"bình luận của bạn.*", r"từ khóa", r"tags?", r"bản quyền.*",
        r"©.*", r"thống kê truy cập", r"đang (?:online|truy cập).*", r"thăm dò ý kiến", r"đánh giá (?:bài viết|tin|của bạn).*",
        r"tổng số điểm của bài viết.*", r"cùng chuyên mục", r"video clip", r"thư viện ảnh", r"lịch công tác.*",
        r"back to top", r"tải (?:tệp|file) đính kèm.*", r"văn bản (?:mới|chỉ đạo)", r"thông báo", r"quảng cáo",
        r"copyright.*", r"chịu trách nhiệm.*", r"cơ quan chủ quản.*", r"địa chỉ:.*", r"điện thoại:.*",
    ) + r"\]?)[\s:.…>»*-]*",
    re.IGNORECASE,
)  # fmt: skip
END_START = re.compile(
    any_of(
        r"từ khóa\s?:",
        r"tags?\s?:",
        r"bản quyền",
        r"©",
        r"copyright",
        r"số lượt xem",
        r"lượt xem\s?:",
    ),
    re.IGNORECASE,
)
IMAGE = re.compile(r"\S*\.(?:jpe?g|png|gif|bmp|webp|tiff?)", re.IGNORECASE)
CRUMBS = re.compile(r"[»›>|]|-{3}| / | • ")
WORD = re.compile(r"\S+")


def is_widget(line: str) -> bool:
    """A button or a counter of the page."""
    return WIDGET.fullmatch(shadow(line)) is not None


def is_end(line: str) -> bool:
    """A heading of what follows an article: related news, comments, the footer."""
    text = shadow(line)
    return len(text) < 120 and (END.fullmatch(text) or END_START.match(text)) is not None


def is_image_name(line: str) -> bool:
    return IMAGE.fullmatch(line) is not None


def is_crumbs(line: str) -> bool:
    """A path or a row of menu items: several short parts between separators."""
    parts = [part for part in CRUMBS.split(line) if part.strip()]
    return bool(CRUMBS.search(line)) and (
        len(parts) < 2 or max(len(WORD.findall(part)) for part in parts) <= 7
    )


def words(line: str) -> int:
    return len(WORD.findall(line))


def is_doubled(line: str) -> bool:
    """`KINH TẾ KINH TẾ`: the heading of a section, which some portals print twice in one line."""
    parts = line.split()
    half = len(parts) // 2
    return len(parts) % 2 == 0 and half > 0 and parts[:half] == parts[half:]
