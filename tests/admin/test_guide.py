"""The guide is the file in `docs`, page by page; the second shows a first correction."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from archive.admin.guide import GUIDE, sections

pytestmark = pytest.mark.django_db


def test_the_second_page_shows_a_first_correction(admin_client):
    page = admin_client.get("/quan-tri/huong-dan/2/").content.decode()
    assert "<h1>Lần sửa đầu tiên</h1>" in page
    assert "<kbd>Enter</kbd>" in page
    assert 'src="/static/img/guide/sua.png"' in page


def test_every_section_is_a_page_and_no_more(admin_client):
    last = len(sections())
    assert admin_client.get(f"/quan-tri/huong-dan/{last}/").status_code == 200
    assert admin_client.get(f"/quan-tri/huong-dan/{last + 1}/").status_code == 404


def test_its_pictures_exist():
    pictures = re.findall(r"\(\.\./static/([^)]+)\)", GUIDE.read_text(encoding="utf-8"))
    assert [name for name in pictures if finders.find(name) is None] == []
    assert pictures


def test_its_keys_are_those_of_the_desk(admin_client):
    keys = admin_client.get("/quan-tri/huong-dan/3/").content.decode()
    script = Path(finders.find("js/desk.js")).read_text(encoding="utf-8")
    for key in "cse":
        assert f'"{key}"' in script or f"{key}:" in script
        assert f"<kbd>{key.upper()}</kbd>" in keys
