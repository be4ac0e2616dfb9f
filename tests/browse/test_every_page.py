"""What holds for every page of the public site."""

import re

import pytest

from tests.browse import rows

PATHS = [
    "/", "/dia-phuong/", "/dia-phuong/muc-luc/", "/dia-phuong/hai-duong/", "/dia-phuong/hai-duong/kinh-mon/", "/bai/",
    "/cuoc-hop/", "/can-bo/", "/can-bo/sai-thi-yen/", "/so-lieu/", "/so-lieu/tong-thu-ngan-sach/",
    "/nguon/", "/nguon/cong-tin/", "/tim/", "/tim/huong-dan/", "/ve-kho/", "/cach-lam/", "/nhiem-ky/", "/bo-phan/", "/du-lieu/", "/yeu-cau-go/",
    "/dia-phuong/hai-duong/kinh-mon/gui-bai/",
]  # fmt: skip


@pytest.fixture
def source_of(db, client):
    article = rows.full_article()

    def get(path):
        path = article.get_absolute_url() if path == "article" else path
        return client.get(path)

    return get


@pytest.mark.parametrize("path", [*PATHS, "article"])
def test_has_a_title_a_description_one_heading_and_a_language(source_of, path):
    source = source_of(path).content.decode()
    assert "Kho tin Cấp ủy</title>" in source
    assert re.search(r'<meta name="description" content="[^"]{30,}"', source)
    assert len(re.findall(r"<h1", source)) == 1
    assert '<html lang="vi">' in source


@pytest.mark.parametrize("path", [*PATHS, "article"])
def test_runs_nothing_and_loads_nothing_from_elsewhere(source_of, path):
    response = source_of(path)
    source = response.content.decode()
    assert "default-src 'self'" in response["Content-Security-Policy"]
    allowed = r'<script (?:type="application/ld\+json"|src="/static/js/[\w.-]+" defer)>'
    scripts = re.findall(r"<script\b[^>]*>", source)
    assert [script for script in scripts if not re.fullmatch(allowed, script)] == []
    assert not re.search(r'\sstyle="|<style|\son[a-z]+="', source)
    assert not re.search(r'(?:src|rel="stylesheet" href)="(?:https?:)?//', source)


@pytest.mark.parametrize(
    "path", [path for path in PATHS if path not in {"/", "/tim/"}] + ["article"]
)
def test_has_a_way_up(source_of, path):
    assert '<nav class="crumbs"' in source_of(path).content.decode()


@pytest.mark.parametrize("path", [*PATHS, "article"])
def test_is_clean_template_output(source_of, path):
    source = source_of(path).content.decode()
    assert "None" not in source
    assert "{{" not in source
    assert "{%" not in source
