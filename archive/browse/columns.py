"""What the columns of each list's data mean, in the order in which they come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

PLACE = _("địa chỉ của địa phương: tỉnh, hoặc tỉnh/huyện")
SAMPLE = _("true: chỉ dựa trên bài mẫu do kho kể lại")
PAGE = _("trang này trong kho")
STATE = _("extracted: máy đọc; confirmed: đã xác nhận; edited: đã sửa; added: người thêm")
COUNT = _("số bài trong kho")
ARTICLE = _("số của bài")

ARTICLES = {
    "id": ARTICLE,
    "url": _("địa chỉ gốc"),
    "title": _("tiêu đề"),
    "source": _("nguồn"),
    "place": PLACE,
    "unit": _("đơn vị như vào ngày của bài"),
    "event_on": _("ngày diễn ra"),
    "published_at": _("ngày đăng, có giờ khi trang ghi giờ"),
    "captured_on": _("ngày lưu"),
    "date": _("ngày dùng để xếp: diễn ra, không có thì đăng, rồi lưu"),
    "date_kind": _("ngày ấy là ngày gì: event, published, captured"),
    "sample": SAMPLE,
    "page": PAGE,
}
MEETINGS = {
    "id": _("số của cuộc họp"),
    "kind": _("loại: plenum là hội nghị Ban Chấp hành, council_session là kỳ họp HĐND…"),
    "name": _("tên như bài gọi"),
    "place": PLACE,
    "ordinal": _("lần thứ"),
    "congress": _("khóa"),
    "term": _("nhiệm kỳ"),
    "held_on": _("ngày họp đầu tiên"),
    "day_part": _("buổi"),
    "articles": _("số của các bài đưa tin"),
    "sample": SAMPLE,
    "page": PAGE,
}
POSTS = {
    "official": _("địa chỉ của người"),
    "name": _("họ tên"),
    "position": _("chức vụ, viết đủ"),
    "place": PLACE,
    "on": _("ngày bài ghi nhận, không phải ngày nhận chức"),
    "article": ARTICLE,
    "state": STATE,
    "sample": SAMPLE,
    "page": _("trang của người ấy"),
}
FIGURES = {
    "id": _("số của số liệu"),
    "indicator": _("địa chỉ của chỉ tiêu"),
    "name": _("chỉ tiêu như bài gọi"),
    "place": PLACE,
    "period": _("kỳ: 2022, 2022-H1, 2020-9M, 2022-Q1, 2022-07, 2020/2025 hoặc một ngày"),
    "kind": _("result: kết quả; estimate: ước; target: chỉ tiêu; plan: kế hoạch"),
    "value": _("giá trị theo đơn vị của bài, dấu chấm là dấu thập phân"),
    "value_high": _("đầu trên, khi bài nêu một khoảng"),
    "unit": _("đơn vị đo như bài viết"),
    "plan_percent": _("phần trăm kế hoạch"),
    "growth_percent": _("tăng, giảm, phần trăm"),
    "compared_with": _("kỳ so sánh"),
    "parent": _("là một phần của"),
    "article": ARTICLE,
    "as_written": _("những chữ trong bài"),
    "state": STATE,
    "sample": SAMPLE,
    "page": _("câu trong bài"),
}
OFFICIALS = {
    "official": _("địa chỉ của người"),
    "name": _("họ tên"),
    "province": _("tỉnh, thành phố"),
    "positions": _("các chức vụ đã ghi nhận, mới trước"),
    "articles": COUNT,
    "last": _("ngày được nêu tên gần nhất"),
    "page": PAGE,
}
INDICATORS = {
    "indicator": _("địa chỉ của chỉ tiêu"),
    "name": _("tên"),
    "category": _("lĩnh vực"),
    "definition": _("giải thích"),
    "figures": _("số lượng số liệu"),
    "places": _("số nơi"),
    "first": _("kỳ đầu"),
    "last": _("kỳ cuối"),
    "page": PAGE,
}
PLACES = {
    "place": PLACE,
    "name": _("tên như vào ngày của bài gần nhất"),
    "level": _("province: tỉnh; district: huyện; commune: xã"),
    "parent": _("thuộc tỉnh, thành phố"),
    "articles": COUNT,
    "last": _("ngày của bài gần nhất"),
    "page": PAGE,
}
SOURCES = {
    "source": _("địa chỉ của nguồn"),
    "name": _("tên"),
    "place": PLACE,
    "articles": COUNT,
    "first": _("ngày của bài đầu tiên"),
    "last": _("ngày của bài gần nhất"),
    "sample": SAMPLE,
    "page": PAGE,
}
TERMS = {
    "term": _("nhiệm kỳ"),
    "kind": _("loại cuộc họp"),
    "meetings": _("số cuộc họp"),
    "places": _("số nơi"),
    "first": _("ngày của cuộc họp đầu tiên"),
    "last": _("ngày của cuộc họp gần nhất"),
}
FOUND = {"rank": _("thứ hạng"), **ARTICLES, "passage": _("đoạn có chữ đã tìm")}


@dataclass(frozen=True, slots=True)
class Table:
    """A kind of list: the view that shows it, and where else it can be had."""

    title: StrPromise
    view: str
    where: StrPromise
    columns: dict[str, StrPromise]


TABLES = (
    Table(_("Bài"), "articles", _("cả kho, mỗi địa phương, mỗi nguồn"), ARTICLES),
    Table(_("Cuộc họp"), "meetings", _("cả kho, mỗi địa phương, mỗi người"), MEETINGS),
    Table(_("Cán bộ"), "officials", _("cả kho"), OFFICIALS),
    Table(_("Chức vụ đã ghi nhận"), "officials", _("mỗi địa phương, mỗi người"), POSTS),
    Table(_("Chỉ tiêu"), "indicators", _("cả kho"), INDICATORS),
    Table(_("Số liệu"), "indicators", _("mỗi chỉ tiêu, mỗi địa phương, mỗi cuộc họp"), FIGURES),
    Table(_("Địa phương"), "places", _("cả kho"), PLACES),
    Table(_("Nguồn"), "sources", _("cả kho"), SOURCES),
    Table(_("Nhiệm kỳ"), "terms", _("cả kho"), TERMS),
    Table(_("Kết quả tìm"), "search", _("mỗi lần tìm, tới mười nghìn bài"), FOUND),
)
