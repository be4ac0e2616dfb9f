"""What browsers show on lines of their own are the lines of an HTML page."""

import pytest

from archive.pages.blocks import outline_of_html
from archive.pages.markup import attributes_of, tokens_of

MENU = "<li><a href=/a>Tin tức</a><li class=x><a>Sự kiện &amp; đời sống</a><li><a title='>'>Văn bản</a>"


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>Hội nghị<p>Đại hội<br>Kỳ họp", ["Hội nghị", "Đại hội", "Kỳ họp"]),
        ("Đ<b>ại</b> h<i style=x>ội</i>&nbsp; <u>\n9 </u>", ["Đại hội 9"]),
        ("<b class=x>08:05</b><b class=x>Lượt xem: 3</b>", ["08:05 Lượt xem: 3"]),
        ("a &lt;b&gt; &amp;lt; <!-- <p>c --> d", ["a <b> &lt; d"]),
        ("<tr><td>Xã<td>5<tr><td>Tổng", ["Xã5Tổng"]),
        ("<table><tr><td>Xã<td>5<tr><td>Tổng", ["Xã 5", "Tổng"]),
        (
            "<table><tr><td>Trái<td>Giữa<p>Dưới</p>Sau<td>Phải",
            ["Trái", "Giữa", "Dưới", "Sau", "Phải"],
        ),
        ("<p>\u200b&nbsp;</p><p>.</p>", ["."]),
        ("<script>a<b</script>Tin<style>p{}</style><noscript>b<p>c</noscript>", ["Tin"]),
        ("<script><!-- write('<script></script>') --></script>Tin", ["Tin"]),
        ("<select><option>Xã<option>Huyện</select><svg><title>x</title><g></g></svg>Tin", ["Tin"]),
        ("<object>a<object>b</object>c</object>Tin", ["Tin"]),
        ("Tin<xmp>a<p>b</xmp><plaintext>c<script>", ["Tin"]),
        ("<math><input/>x</math><div>Tin</div>", ["x", "Tin"]),
        ("<a<b>Tin</a<b>", ["Tin"]),
        ("<div><p>1</p></div>" * 300, ["1"] * 300),
        ("<div>1" * 300, ["1"] * 300),
    ],
)
def test_lines(markup, lines):
    outline = outline_of_html(tokens_of(f"<body>{markup}"))
    assert [line.text for line in outline.lines] == lines


@pytest.mark.parametrize(
    ("markup", "hints"),
    [
        ("<h1>Tin</h1><p>Tin", "heading text"),
        ("<p><a>Tin</a><p><a>Tin</a> mới hơn nữa<p><a>Tin mới </a>.", "links text links"),
        ("<a><p>Tin</p></a><p>Tin", "links text"),
        ("<img><p>Tin<p>Tin", "pictured text"),
        ("<p class='wp-CAPTION x'>Tin</p><div class=notes>Tin</div>", "caption text"),
        ("<figure><img><figcaption>Tin</figcaption></figure>Tin", "caption text"),
        ("<td class=desc><p class='box qc'>Tin</p><p class=no-ads>Tin</p>", "chrome text"),
        ("<nav><p>Tin<p class=caption>Tin</nav>Tin", "chrome chrome text"),
        (f"<ul>{MENU}</ul>", "links links links"),
        (f"<footer>{MENU}</footer>", "chrome chrome chrome"),
        (f"<ul><li class=caption><a>Tin</a>{MENU}</ul>", "caption links links links"),
        (f"<img><ul>{MENU}</ul><p>Tin", "links links links text"),
    ],
)
def test_hints(markup, hints):
    outline = outline_of_html(tokens_of(f"<body>{markup}"))
    assert [line.hint for line in outline.lines] == hints.split()


def test_elements_of_several_lines_are_boxes():
    outline = outline_of_html(tokens_of(f"<div><ul>{MENU}</ul><p>Tin</p><hr></div><div>Tin</div>"))
    assert outline.boxes == ((0, 3), (0, 4))


def test_a_menu_is_read_as_its_items_are():
    one_by_one = MENU.replace("</a>", "</a><wbr>")
    assert outline_of_html(tokens_of(f"<ul>{MENU}</ul>")) == outline_of_html(
        tokens_of(f"<ul>{one_by_one}</ul>")
    )


def test_attributes_are_read_whatever_they_hold():
    [(*_, attributes, _, inner, _, _)] = [
        token for token in tokens_of("""<p a"b='x>y<z"&amp;' c>Tin""") if token[2] == "p"
    ]
    assert attributes_of(attributes) == {'a"b': 'x>y<z"&', "c": ""}
    assert inner == "Tin"
