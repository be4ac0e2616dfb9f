"""The time that HTML takes grows with its length, whatever its elements are.

The texts that flattened pages repeat are in `tests/extraction/test_hostile.py`.
"""

from time import process_time

import pytest

from archive.pages import read
from archive.pages.page import PageError, RawPage, UnreadableError

FEW, MANY = 200, 1600
ALLOWANCE = 0.5  # seconds of noise
ARTICLE = f"<p>Huyện ủy tổ chức hội nghị sơ kết công tác{', đánh giá kết quả' * 12}.</p>"
REPEATED = {
    "tables": "<table><tr><td>Xã</td></tr></table>",
    "tables in tables": "<table><tr><td><p>Xã",
    "cells": "<tr><td>Xã An Bình<td>1.234",
    "captions": "<p class=caption>Toàn cảnh hội nghị</p>",
    "elements of paragraphs": "<div><p>Xã đạt chuẩn, hoàn thành.</p><p>Xã khác đạt chuẩn.</p></div>",
    "lists in lists": "<dl><dd>Xã",
    "lists of links": "<ul><li><a href=x>Tin trong huyện</a></ul>",
    "open links": "<a href=x>Xã ",
    "open marks": "<b><p>Xã ",
    "breaks": "Xã<br>",
    "pictures": "<img src=x>",
    "dates in the head": "<meta name=pubdate content=2020-01-01>",
    "references": "&amp;&#7841;",
    "left brackets": "<",
    "closing tags": "</p>",
    "shapes": "<svg><g>",
}
ROW = " ".join(f"a{i}=1" for i in range(30_000))


def spent(markup):
    raw = RawPage(f"<html><body>{ARTICLE}{markup}{ARTICLE}".encode(), "html", "page")
    start = process_time()
    try:
        read(raw)
    except PageError:
        pass
    return process_time() - start


@pytest.mark.parametrize("name", REPEATED)
def test_what_markup_repeats(name):
    few, many = spent(REPEATED[name] * FEW), spent(REPEATED[name] * MANY)
    assert many < 2 * few * MANY / FEW + ALLOWANCE


def test_entities_that_stand_for_entities_are_not_put_in():
    laughs = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    svg = f'<svg><!DOCTYPE svg [<!ENTITY a0 "ha">{laughs}]><text>&a11;</text></svg>'
    page = read(RawPage(f"<html><body>{ARTICLE}{svg}{ARTICLE}".encode(), "html", "page"))
    assert len(page.body) < 1000


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\x00" * 100_000, "empty"),
        (b"<html>" + b"\x00\x01\x02" * 30_000, "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 400, "binary"),
        (b"PK\x03\x04" + bytes(range(32)) * 4000, "binary"),
        (f"<html><body>{'<table><tr><td>' * 100_000}".encode(), "nested"),
        (f"<html><body>{'<dl><dd>' * 100_000}".encode(), "nested"),
        (f"<html><body><p {ROW}>".encode(), "attributes"),
    ],
)
def test_what_is_no_page_is_refused_at_once_and_with_a_reason(content, reason):
    start = process_time()
    with pytest.raises(UnreadableError, match=reason):
        read(RawPage(content, "html", "page.html"))
    assert process_time() - start < 2
