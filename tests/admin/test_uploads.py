"""A manager sends a file, sees what would happen, imports it and takes it back, by plain forms."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from archive.importing import uploads
from archive.models import Article, ImportBatch, Upload

pytestmark = pytest.mark.django_db(transaction=True)
ADD = reverse("admin:archive_upload_add")
PAGES = sorted(Path("fixtures/pages").glob("*.txt"))


@pytest.fixture(autouse=True)
def _own_home(settings, tmp_path):
    settings.ARCHIVE_HOME = tmp_path
    settings.SEARCH_URL = f"memory://{tmp_path}"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "archive.importing.storage.AtomicFileStorage",
            "OPTIONS": {"location": tmp_path / "captures"},
        },
    }


def zipped(**members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def two_pages():
    return zipped(
        **{page.name: page.read_bytes() for page in PAGES[:2]}, **{"anh.jpg": b"\xff\xd8"}
    )


def send(client, name, content, **given):
    return client.post(ADD, {"file": SimpleUploadedFile(name, content), **given}, follow=True)


def said(response):
    return response.content.decode()


def test_look_import_and_undo(admin_client):
    page = said(send(admin_client, "hai-trang.zip", two_pages()))
    assert "Chưa có gì được lưu" in page
    assert "hai-trang.zip!" in page
    assert not Article.objects.exists()
    assert not ImportBatch.objects.exists()
    upload = Upload.objects.get()
    assert (upload.read, upload.total) == (2, 3)
    page = said(admin_client.post(reverse("admin:upload_import", args=[upload.pk]), follow=True))
    assert "Đã nhập 2 trang" in page
    assert Article.objects.count() == 2
    batch = ImportBatch.objects.get()
    assert batch.user.username == "admin"
    assert {item.name for item in batch.items.all()} == {
        f"hai-trang.zip!{page.name}" for page in PAGES[:2]
    }
    page = said(admin_client.post(reverse("admin:upload_undo", args=[upload.pk]), follow=True))
    assert "bỏ 2 bài" in page
    assert not Article.objects.exists()


def test_the_report_is_the_command_s(admin_client, tmp_path, capsys):
    from django.core.management import call_command

    send(admin_client, PAGES[0].name, PAGES[0].read_bytes())
    upload = Upload.objects.get()
    admin_client.post(reverse("admin:upload_import", args=[upload.pk]))
    answer = admin_client.get(reverse("admin:upload_report", args=[upload.pk]))
    ours = [json.loads(line) for line in b"".join(answer.streaming_content).splitlines()]
    Article.objects.all().delete()
    report = tmp_path / "report.jsonl"
    call_command("import_pages", str(PAGES[0]), "--report", str(report))
    theirs = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
    assert [line.keys() for line in ours] == [line.keys() for line in theirs]
    assert [line["outcome"] for line in ours] == [line["outcome"] for line in theirs] == ["new"]


def test_a_second_import_of_the_same_file_changes_nothing(admin_client):
    for _ in range(2):
        send(admin_client, "hai-trang.zip", two_pages())
        admin_client.post(reverse("admin:upload_import", args=[Upload.objects.first().pk]))
    assert Article.objects.count() == 2
    assert Upload.objects.first().counts == {"unchanged": 2}


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.pdf", b"%PDF", "Không nhận dạng tệp này"),
        ("a.zip", b"not a zip", "mang tên zip nhưng không mở được"),
        ("a.zip", zipped(**{"a.txt": b"0" * 60_000_000}), "giống bom nén"),
    ],
)
def test_what_is_refused_says_why(admin_client, name, content, words):
    assert words in said(send(admin_client, name, content))
    assert not Upload.objects.exists()


def test_a_file_over_the_limit_is_not_even_stored(admin_client, settings):
    settings.UPLOAD_LARGEST = 1000
    page = said(send(admin_client, "a.txt", b"0" * (3 * uploads.MB)))
    assert "giới hạn là 0 MB" in page
    assert "Hãy chia nhỏ" in page
    assert not Upload.objects.exists()


def test_many_members_and_passwords_are_refused(monkeypatch):
    monkeypatch.setattr(uploads, "MOST_MEMBERS", 1)
    with pytest.raises(uploads.UploadError, match="chứa 3 tệp"):
        uploads.check("a.zip", 10, io.BytesIO(two_pages()), 1000)


def test_a_name_leads_out_of_no_folder(admin_client, tmp_path):
    send(admin_client, "../../../x.txt", PAGES[0].read_bytes())
    upload = Upload.objects.get()
    assert upload.name == "x.txt"
    assert upload.path.resolve().is_relative_to(tmp_path)


def test_a_larger_file_is_read_beside_the_request(admin_client, monkeypatch):
    monkeypatch.setattr(uploads, "AT_ONCE", 0)
    started = []
    monkeypatch.setattr(
        uploads.threading, "Thread", lambda **given: started.append(given) or Started(given)
    )
    page = said(send(admin_client, "hai-trang.zip", two_pages()))
    assert len(started) == 1
    assert "Chưa có gì được lưu" in page


class Started:
    """A thread that has run by the time that anybody looks."""

    def __init__(self, given):
        self.given = given

    def start(self):
        uploads.work(*self.given["args"])


def test_what_runs_is_not_started_twice_but_what_stands_still_is(admin_client):
    send(admin_client, "hai-trang.zip", two_pages())
    upload = Upload.objects.get()
    Upload.objects.update(state="importing")
    assert not uploads.start(upload, Upload.State.IMPORTING)
    page = said(admin_client.get(reverse("admin:upload", args=[upload.pk])))
    assert 'http-equiv="refresh"' in page
    Upload.objects.update(beat_at="2020-01-01T00:00:00Z")
    assert uploads.start(upload, Upload.State.IMPORTING)
    assert Article.objects.count() == 2


def test_what_went_wrong_is_said(admin_client, monkeypatch):
    def fail(*_args):
        raise OSError("đĩa đầy")

    monkeypatch.setattr(uploads, "import_paths", fail)
    page = said(send(admin_client, "hai-trang.zip", two_pages()))
    assert "OSError: đĩa đầy" in page
    assert "Làm lại" in page


def test_a_discarded_upload_leaves_no_file(admin_client):
    send(admin_client, "hai-trang.zip", two_pages())
    folder = Upload.objects.get().folder
    assert folder.exists()
    admin_client.post(reverse("admin:upload_discard", args=[Upload.objects.get().pk]))
    assert not folder.exists()
    assert not Upload.objects.exists()
