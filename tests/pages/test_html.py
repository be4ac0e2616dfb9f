"""An article is found in whatever way a portal lays out its HTML."""

import pytest

from archive.pages import read
from archive.pages.page import RawPage

TITLE = "Hội nghị Ban Chấp hành Đảng bộ huyện Yên Châu lần thứ 14"
LEAD = (
    "Sáng ngày 12/7/2023, Ban Chấp hành Đảng bộ huyện Yên Châu khóa XX tổ chức Hội nghị lần thứ 14 sơ kết"
    " công tác 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2023."
)
CHAIR = (
    "Đồng chí Hoàng Thị Hồng Hưng, Tỉnh ủy viên, Bí thư Huyện ủy, Chủ tịch HĐND huyện; đồng chí Lò Văn Quý,"
    " Phó Bí thư Huyện ủy, Chủ tịch UBND huyện chủ trì hội nghị."
)
FIGURES = (
    "Trong 6 tháng đầu năm, tổng thu ngân sách nhà nước trên địa bàn đạt 45,6 tỷ đồng, bằng 52% dự toán, tăng"
    " 8,1% so với cùng kỳ; trồng mới 320 ha rừng, đạt 80% kế hoạch; tỷ lệ hộ nghèo còn 18,4%."
)
CAPTION = "Đồng chí Hoàng Thị Hồng Hưng phát biểu khai mạc hội nghị"
BODY = f"{LEAD}\n\n{CHAIR}\n\n{FIGURES}"
TEASER = (
    "Ngày 10/7, Ban Chỉ đạo phòng, chống thiên tai huyện đã tổ chức kiểm tra công tác ứng phó với mưa lũ tại"
    " các xã vùng cao, yêu cầu di dời các hộ dân ra khỏi vùng nguy cơ sạt lở đất."
)

LAYOUTS = {
    "a blog with a slider above and a sidebar": f"""
        <title>{TITLE} - Trang thông tin điện tử Huyện ủy Yên Châu</title><body>
        <div class=menu><ul><li><a href=/>Trang chủ</a><li><a href=/tt>Tin tức</a></ul></div>
        <div class=slider><div><h3><a href=/x>Kiểm tra phòng, chống thiên tai</a></h3><p>{TEASER}</p></div></div>
        <div class=content><div class=entry><h1>{TITLE}</h1>
        <div class=meta><span>13 Tháng Bảy, 2023</span> <span>admin</span> <span>0 Comment</span></div>
        <div><p><strong>{LEAD}</strong></p><p>{CHAIR}</p>
        <figure><img src=1.jpg><figcaption>{CAPTION}</figcaption></figure><p>{FIGURES}</p>
        <p align=right><b>Quàng Hương</b></p></div>
        <div class=related><h3>Bài viết liên quan</h3><ul><li><a href=/z>Khai mạc hè</a></ul></div></div></div>
        <div class=sidebar><h4>Tin nổi bật</h4><p>{TEASER}</p></div>""",
    "tables in tables, lines broken by br": f"""
        <title>Tin tuc</title><body><table><tr><td colspan=3>UBND HUYỆN YÊN CHÂU</td></tr><tr>
        <td><table><tr><td><a href=1>Trang chủ</a></td></tr><tr><td>Thông tin cần biết</td></tr></table></td>
        <td><table><tr><td>{TITLE}</td></tr><tr><td>Cập nhật ngày: 13/07/2023 08:05:11</td></tr>
        <tr><td>{LEAD}<br><br>{CHAIR}<br><center><img src=x.jpg><br><i>{CAPTION}</i></center><br>{FIGURES}
        <br><br><div align=right><b>Quàng Hương</b></div></td></tr>
        <tr><td>Các tin khác</td></tr><tr><td><a href=a>Khai mạc hè</a></td></tr></table></td>
        <td><table><tr><td>THÔNG BÁO</td></tr><tr><td>{TEASER}</td></tr></table></td></tr></table>""",
    "a newspaper, its dates in spans side by side": f"""
        <meta property="og:title" content="{TITLE}"><title>{TITLE} | Báo Sơn La</title><body>
        <header><nav><a>Thời sự</a><a>Kinh tế</a></nav></header><main>
        <div><a>Trang chủ</a> › <a>Thời sự</a> › <a>Chính trị</a></div>
        <article><h1>{TITLE}</h1>
        <div><span>Thứ tư, 12/07/2023 - 18:05</span><span>Lượt xem: 302</span><a>Google News</a></div>
        <div class=sapo>{LEAD}</div><div class=body><p>{CHAIR}</p>
        <table class=image><tr><td><img src=1></td></tr><tr><td class=desc>{CAPTION}</td></tr></table>
        <p>{FIGURES}</p><p>Bài, ảnh: Quàng Hương</p></div></article>
        <aside><h3>Đọc nhiều</h3><p>{TEASER}</p></aside></main><footer>Cơ quan chủ quản: Tỉnh ủy</footer>""",
    "running news on top, the date below": f"""
        <title>Huyện ủy Yên Châu</title><body><div>HUYỆN ỦY YÊN CHÂU</div><div><marquee>{TEASER}</marquee></div>
        <div class=main><div><span>{TITLE}</span></div><div>{LEAD}<br/>{CHAIR}<br/><img src=1.jpg /><br/>
        {CAPTION}<br/>{FIGURES}<br/>Quàng Hương</div><div>(Ngày đăng: 13/07/2023)</div>
        <div>Lượt xem: 99</div><div><b>Tin cùng chuyên mục</b><br/><a>Khai mạc hè</a></div></div>""",
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_article_and_nothing_else(layout):
    page = read(RawPage(f"<html>{LAYOUTS[layout]}".encode(), "html", layout))
    assert page.layout == "generic"
    assert page.title == TITLE
    assert page.body == BODY
    assert page.captions == (CAPTION,)
    assert page.author == "Quàng Hương"
    assert [f"{stamp.on:%Y-%m}" for stamp in page.stamps] == ["2023-07"]


PHOTOGRAPH = f"<p><img src=1.jpg><br>{CAPTION}</p>"
OFFER = "<img src=x.gif><br>Mở bán biệt thự biển chỉ từ 2,5 tỷ đồng một căn"


def article(meta="", day="", within=""):
    markup = (
        f"<head>{meta}</head><body><h1>{TITLE}</h1><div>{day}</div><div class=entry><p>{LEAD}</p>"
        f"{PHOTOGRAPH}<p>{CHAIR}</p>{within}<p>{FIGURES}</p></div>"
    )
    return read(RawPage(markup.encode(), "html", "page"))


@pytest.mark.parametrize("name", ["ads", "qc", "box Quang-Cao"])
def test_an_advertisement_within_the_article_is_no_caption(name):
    page = article(within=f'<div class="{name}">{OFFER}</div>')
    assert (page.captions, page.body) == ((CAPTION,), BODY)


def test_an_element_whose_class_only_holds_such_a_word_is_read():
    assert (
        article(within='<div class="no-ads">Hội nghị đã biểu quyết.</div>').body.count("\n\n") == 3
    )


HEAD = '<meta property="article:published_time" content="2023-07-13T01:05:00Z">'


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("13/07/2023", "2023-07-13 08:05"),  # readers see the day, the head says the time too
        ("13/07/2023 09:30", "2023-07-13 09:30"),  # what readers see outranks the head
        ("14/07/2023", "2023-07-14"),  # the head speaks of another day
        ("", "2023-07-13 08:05"),
    ],
)
def test_the_head_completes_the_date_that_readers_see(day, expected):
    [stamp] = article(HEAD, day).stamps
    assert (f"{stamp.on} {stamp.at:%H:%M}" if stamp.at else str(stamp.on)) == expected


FIRST = '<time class="entry-date published" datetime="2023-07-13T08:05:00+07:00">13 Tháng Bảy, 2023</time>'
UPDATE = '<time class="updated" datetime="2023-07-15T09:00:00+07:00">15 Tháng Bảy, 2023</time>'


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (FIRST + UPDATE, "2023-07-13 08:05"),
        (UPDATE, "2023-07-15"),  # as readers see it
        (
            '<script type="application/ld+json">{"datePublished": "2023-07-13T08:05:00+07:00"}</script>',
            "2023-07-13 08:05",
        ),
        (
            "<span class=time>08:05, 13/07/2023</span><span class=size><a>Cỡ chữ</a> <a>Tương phản</a></span>",
            "2023-07-13 08:05",
        ),
        ('<time itemprop="datePublished" datetime="2023-07-13">hôm qua</time>', "2023-07-13"),
    ],
)
def test_a_time_of_publication_is_read_where_it_is_marked(times, expected):
    [stamp] = article("", times).stamps
    assert (f"{stamp.on} {stamp.at:%H:%M}" if stamp.at else str(stamp.on)) == expected
