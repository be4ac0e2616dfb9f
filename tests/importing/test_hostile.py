"""What is broken or made to harm: each has its reason, in bounded time and memory, and the rest is read."""

import gzip
import json
import os
import random
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import zstandard

from archive.pages import iter_raw

ROOT = Path(__file__).resolve().parents[2]
GIGABYTE = 1 << 30
MEMORY = 500  # megabytes resident; the largest page may have 20 and unfolds in parsing
SECONDS = 60  # of processor time for all of them
LIMITED = f'ulimit -v {2 * GIGABYTE // 1024} -t {2 * SECONDS}; exec "$@"'
SOUND = (ROOT / "fixtures" / "pages" / "plain.txt").read_text(encoding="utf-8")
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
ZEROS = gzip.compress(bytes(50_000_000))


def record(length, content=b""):
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x.vn/1\r\nWARC-Date: 2021-05-06T07:08:09Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{length}>\r\nContent-Type: application/http\r\nContent-Length: {length}\r\n\r\n"
    )
    return head.encode() + content


def warc_page():
    body = SOUND.encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + body
    return record(len(http), http) + b"\r\n\r\n"


def huge_record(path):
    """A record of 2 GB of nothing, of which the disk holds a few bytes, before a sound one."""
    with path.open("wb") as file:
        file.write(record(2 * GIGABYTE))
        file.seek(2 * GIGABYTE, os.SEEK_CUR)
        file.write(b"\r\n\r\n" + warc_page())


def zipped(path, *members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for info, content in members:
            archive.writestr(info, content)


def link(name):
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


FILES = {
    "bomb.jsonl.gz": lambda path: path.write_bytes(ZEROS * 30),
    "bomb.jsonl.zst": lambda path: path.write_bytes(zstandard.compress(bytes(500_000_000))),
    "bomb.warc.gz": lambda path: path.write_bytes(ZEROS * 10),
    "bomb.zip": lambda path: zipped(path, ("a.txt", bytes(50_000_000))),
    "broken.jsonl.zst": lambda path: path.write_bytes(
        zstandard.compress(random.Random(1).randbytes(9000))[:5000] + b"\x00" * 3000
    ),
    "binary.html": lambda path: path.write_bytes(random.Random(1).randbytes(200_000)),
    "cut.warc.gz": lambda path: path.write_bytes(gzip.compress(warc_page())[:-300]),
    "huge.warc": huge_record,
    "laughs.html": lambda path: path.write_text(
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><html><body><p>&l9;</p></body></html>'
    ),
    "laughs.svg": lambda path: path.write_text(f"<!DOCTYPE x [{LAUGHS}]><svg>&l9;</svg>"),
    "nothing.html": lambda path: path.write_bytes(b""),
    "nul.txt": lambda path: path.write_bytes(SOUND.encode().replace(b" ", b" \x00", 9)),
    "nuls.html": lambda path: path.write_bytes(bytes(300_000)),
    "slip.zip": lambda path: zipped(
        path,
        ("../../slipped.txt", SOUND),
        ("/tmp/slipped.txt", SOUND),
        (link("link.txt"), "/etc/passwd"),
    ),
    "tables.html": lambda path: path.write_text(
        "<html><body>" + "<table><tr><td>a</td></tr></table>" * 100_000
    ),
    "unclosed.html": lambda path: path.write_text("<html><body>" + "<table><tr><td>a" * 100_000),
}  # fmt: skip
GIVE_A_PAGE = {"huge.warc", "nul.txt", "slip.zip", "sound.txt"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile") / "in"
    folder.mkdir()
    for name, write in FILES.items():
        write(folder / name)
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe.html")
    (folder / "sound.txt").write_text(SOUND, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def extracted(folder):
    """Output and errors of `extract` over the folder, seconds of processor time and megabytes it took."""
    process = subprocess.Popen(
        ["/bin/sh", "-c", LIMITED, "sh", sys.executable, "manage.py", "extract", str(folder)],
        cwd=ROOT,
        stdout=(folder.parent / "out").open("wb"),
        stderr=(folder.parent / "err").open("wb"),
    )
    _, _, usage = os.wait4(process.pid, 0)
    out, err = (folder.parent / name for name in ("out", "err"))
    spent = usage.ru_utime + usage.ru_stime
    return out.read_text(), err.read_text(), spent, usage.ru_maxrss // 1024


@pytest.mark.parametrize("name", [*sorted(set(FILES) - GIVE_A_PAGE), "loop", "pipe.html"])
def test_each_has_a_reason(extracted, folder, name):
    said = [line for line in extracted[1].splitlines() if f"{folder}/{name}" in line]
    assert said, extracted[1][-2000:]
    assert all(line.startswith(("rejected ", "skipped ")) and ": " in line for line in said)


@pytest.mark.parametrize("name", sorted(GIVE_A_PAGE))
def test_what_is_sound_in_it_or_beside_it_is_read(extracted, folder, name):
    records = [json.loads(line) for line in extracted[0].splitlines()]
    found = [record for record in records if record["file"].startswith(f"{folder}/{name}")]
    assert found
    assert all("Phủ Lý" in record["body"] and "\x00" not in record["body"] for record in found)


def test_time_and_memory_are_bounded(extracted):
    _, _, seconds, megabytes = extracted
    assert seconds < SECONDS
    assert megabytes < MEMORY


def test_no_path_in_an_archive_leads_out_of_it(extracted, folder):
    assert not Path("/tmp/slipped.txt").exists()
    assert not list(folder.parent.rglob("slipped*"))


def test_a_line_without_end_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr("archive.pages.readers.jsonl.LARGEST", 1000)
    monkeypatch.setattr("archive.pages.readers.jsonl.MOST", 5000)
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "' + bytes(9000) + b'"}\n{"text": "y"}\n'))
    (item,) = iter_raw(path)
    assert "no end" in item.reason
