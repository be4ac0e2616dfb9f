"""Whatever stands in an address, the answer is a page and no failure."""

import pytest

from tests.browse import rows


@pytest.mark.parametrize(
    "path", ["/bai/", "/cuoc-hop/", "/can-bo/", "/so-lieu/", "/nguon/", "/tim/"]
)
@pytest.mark.parametrize(
    "query",
    [
        "nam=99999", "nam=0", "nam=-1", "nam=1e9", "tu=9999-99-99", "tu=hom-qua", "den=0001-01-01",
        "loai=khong-co", "noi=khong-co", "noi=%00", "ten=%00", "ten=" + "a" * 3000, "trang=-1",
        "trang=99999999999999999999", "trang=abc", "ky=%25", "q=%F0%9F%98%80", "q=" + "%22(" * 400,
    ],
)  # fmt: skip
def test_filter_with_nonsense(db, client, path, query):
    rows.full_article()
    assert client.get(f"{path}?{query}").status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/bai/99999999999999999999999/", "/cuoc-hop/0/", "/can-bo/a-b/", "/so-lieu/a/", "/nguon/x/",
     "/dia-phuong/a/b/c/", "/dia-phuong/%00/", "/bai/1-/", "/bai/abc/"],
)  # fmt: skip
def test_address_of_nothing(db, client, path):
    assert client.get(path).status_code == 404
