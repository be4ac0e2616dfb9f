"""Web archives, written by another program: pages with address, time and charset, the rest with a reason."""

import gzip
import io
import zipfile
from datetime import UTC, datetime

import pytest
import zstandard
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from archive.pages import BadInput, Revisit, iter_raw
from archive.pages.page import RawPage
from archive.pages.readers.inputs import LARGEST

PAGE = "<html><body><p>Hội nghị Ban Chấp hành.</p></body></html>"
URL = "http://huyenuy.example.vn/tin/1"
TIME = "2021-05-06T07:08:09Z"


def response(content=PAGE, *, form="text/html; charset=utf-8", status="200 OK", url=URL):
    """One response as warcio's arguments; `content` is what the server sent."""
    return {
        "url": url,
        "content": content.encode() if isinstance(content, str) else content,
        "form": form,
        "status": status,
    }


def warc(*responses, packed=True):
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for item in responses:
        headers = StatusAndHeaders(item["status"], [("Content-Type", item["form"])], "HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                item["url"],
                "response",
                payload=io.BytesIO(item["content"]),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": TIME},
            )
        )
    return out.getvalue()


def read(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    return list(iter_raw(path))


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("a.warc", lambda: warc(response(), packed=False)),
        ("a.warc.gz", lambda: warc(response())),
        ("a.warc.zst", lambda: zstandard.compress(warc(response(), packed=False))),
        ("no-name", lambda: warc(response(), packed=False)),
    ],
)
def test_however_it_is_packed(tmp_path, name, pack):
    (page,) = read(tmp_path, name, pack())
    assert (page.content.decode(), page.media, page.url) == (PAGE, "html", URL)
    assert page.captured_at == datetime(2021, 5, 6, 7, 8, 9, tzinfo=UTC)
    assert page.charset == "utf-8"


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        (response(status="404 Not Found"), "HTTP status 404"),
        (response(b"\x89PNG", form="image/png"), "image/png"),
        (response(b"%PDF-1.4", form="application/pdf"), "application/pdf"),
        (response(b"", form=""), "application/http"),
    ],
)
def test_what_is_no_page_is_skipped_with_a_reason(tmp_path, what, reason):
    (item,) = read(tmp_path, "a.warc.gz", warc(what))
    assert item.skipped
    assert reason in item.reason
    assert item.name.endswith(f"a.warc.gz!{URL}")


def test_a_record_too_large_is_refused_and_the_next_is_read(tmp_path):
    large, page = read(tmp_path, "a.warc.gz", warc(response(b"x" * (LARGEST + 1)), response()))
    assert "larger than" in large.reason
    assert isinstance(page, RawPage)


def test_a_body_that_unpacks_without_end_is_refused(tmp_path):
    bomb = response(gzip.compress(b"\0" * (LARGEST * 3)))
    bomb["form"] += "\r\nContent-Encoding: gzip"
    large, page = read(tmp_path, "a.warc", warc(bomb, response(), packed=False))
    assert "larger than" in large.reason
    assert isinstance(page, RawPage)


@pytest.mark.parametrize("lost", [60, 150, 250])
@pytest.mark.parametrize("packed", [True, False])
def test_a_truncated_file_gives_what_it_has_and_says_so(tmp_path, packed, lost):
    whole = warc(response(), response(url=URL + "2"), packed=packed)
    page, end = read(tmp_path, "a.warc", whole[:-lost])
    assert page.url == URL
    assert isinstance(end, BadInput)
    assert not end.skipped


def test_noise_is_no_web_archive(tmp_path):
    (item,) = read(tmp_path, "a.warc", b"\x00\x01 noise " * 500)
    assert not item.skipped
    assert "WARC" in item.reason


def test_a_second_visit_is_an_address_and_a_time(tmp_path):
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    record = writer.create_revisit_record(
        URL, "sha1:AAAA", URL, TIME, warc_headers_dict={"WARC-Date": "2022-01-01T00:00:00Z"}
    )
    writer.write_record(record)
    (item,) = read(tmp_path, "a.warc.gz", out.getvalue())
    assert item == Revisit(
        item.name,
        URL,
        datetime(2022, 1, 1, tzinfo=UTC),
        datetime(2021, 5, 6, 7, 8, 9, tzinfo=UTC),
    )


def test_extracted_text_of_a_crawl(tmp_path):
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    record = writer.create_warc_record(
        URL,
        "conversion",
        payload=io.BytesIO("Hội nghị lần thứ 9".encode()),
        warc_content_type="text/plain",
        warc_headers_dict={"WARC-Date": TIME},
    )
    writer.write_record(record)
    (page,) = read(tmp_path, "a.wet.gz", out.getvalue())
    assert (page.media, page.url, page.content.decode()) == ("text", URL, "Hội nghị lần thứ 9")


def test_wacz_is_read_by_its_web_archives_alone(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("archive/data.warc.gz", warc(response()))
        archive.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n{"url": "x"}\n')
        archive.writestr("datapackage.json", "{}")
    (page,) = read(tmp_path, "a.wacz", out.getvalue())
    assert page.url == URL


def test_a_page_that_a_browser_saved_as_one_file(tmp_path):
    content = (
        "From: <Saved by Blink>\r\n"
        f"Snapshot-Content-Location: {URL}\r\n"
        "Date: Thu, 6 May 2021 07:08:09 -0000\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----b"\r\n\r\n'
        "------b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
        f"Content-Location: {URL}\r\n\r\n{PAGE}\r\n------b--\r\n"
    ).encode()
    (page,) = read(tmp_path, "saved.mhtml", content)
    assert (page.url, page.content.decode().strip()) == (URL, PAGE)
