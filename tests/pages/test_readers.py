"""Files, folders and archives: what comes out of each, and what is refused with a reason."""

import gzip
import json
import zipfile

import pytest
import zstandard

from archive.pages import BadInput, iter_raw, read
from archive.pages.page import NotAnArticleError, RawPage
from archive.pages.readers.inputs import LARGEST

PAGE = "Hội nghị\nNgày 13/7/2022, Ban Chấp hành họp.\n"


def names(path):
    return [item.name.rsplit("/", 1)[-1] for item in iter_raw(path)]


def test_folders_are_read_in_order_without_hidden_files(tmp_path):
    for name in ("b.txt", "a.txt", ".hidden"):
        (tmp_path / name).write_text(PAGE)
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "d.txt").write_text(PAGE)
    assert names(tmp_path) == ["a.txt", "b.txt", "d.txt"]


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("pages.jsonl", bytes),
        ("pages.jsonl.gz", gzip.compress),
        ("pages.jsonl.zst", zstandard.compress),
    ],
)
def test_jsonl(tmp_path, name, pack):
    lines = [
        {"url": "https://example.vn/1", "text": PAGE, "captured_at": "2024-01-02T03:04:05+07:00"},
        {"url": "https://example.vn/2", "html": f"<p>{PAGE}</p>"},
        {"url": "https://example.vn/3"},
    ]
    content = "\n".join(json.dumps(line) for line in lines).encode()
    path = tmp_path / name
    path.write_bytes(pack(content))
    first, second, third = iter_raw(path)
    assert (first.url, first.media, first.captured_at.year) == (
        "https://example.vn/1",
        "text",
        2024,
    )
    assert second.media == "html"
    assert isinstance(third, BadInput)


def test_a_line_too_long_is_refused_and_the_next_is_read(tmp_path):
    path = tmp_path / "pages.jsonl"
    path.write_bytes(b'{"text": "' + b"x" * (LARGEST + 1) + b'"}\n{"text": "y"}\n')
    large, page = iter_raw(path)
    assert "larger than" in large.reason
    assert page.content == b"y"


def test_a_loop_of_links_is_not_followed(tmp_path):
    (tmp_path / "a.txt").write_text(PAGE)
    (tmp_path / "loop").symlink_to(tmp_path)
    _page, link = iter_raw(tmp_path)
    assert link.skipped
    assert "not followed" in link.reason


def test_zip_members_are_pages_and_bombs_are_refused(tmp_path):
    path = tmp_path / "pages.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../evil.txt", PAGE)
        archive.writestr("style.css", "p {}")
        archive.writestr("z-bomb.txt", b"\0" * 30_000_000)
    page, bomb = iter_raw(path)
    assert page.content.decode() == PAGE
    assert "bomb" in bomb.reason


def test_a_truncated_gzip_is_told(tmp_path):
    path = tmp_path / "pages.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "x"}\n' * 1000)[:40])
    assert any(isinstance(item, BadInput) for item in iter_raw(path))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Trang chủ\nGiới thiệu\nTin tức\nLiên hệ\nĐăng nhập", "no running text"),
        (
            "The committee held its ninth session this morning to review six months. " * 9,
            "not in Vietnamese",
        ),
        (
            PAGE
            + "Đánh giá nhà cái uy tín, soi kèo hôm nay, tổng hợp kết quả cho người chơi. " * 9,
            "betting",
        ),
    ],
)
def test_what_is_no_article_says_why(text, reason):
    with pytest.raises(NotAnArticleError, match=reason):
        read(RawPage(text.encode(), "text", "x"))
