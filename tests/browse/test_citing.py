"""An article for reference managers."""

import datetime

from archive.browse.citing import escaped
from tests.browse import rows


def test_bibtex_has_what_is_known(db, client):
    article = rows.full_article(captured_on=datetime.date(2024, 7, 23))
    response = client.get(f"/bai/{article.pk}/trich-dan.bib")
    assert response["Content-Type"].startswith("application/x-bibtex")
    text = response.content.decode()
    assert text.startswith(f"@online{{ktcu{article.pk},\n  title = {{{{Hội nghị lần thứ 9}}}},\n")
    assert "author = {{Nguyễn Tuyết}}" in text
    assert "urldate = {2024-07-23}" in text
    assert "date = {" not in text.replace("urldate", "")  # the page shows no day of publication


def test_signs_of_tex_are_escaped():
    assert escaped("50% & {x}_#") == r"50\% \& \{x\}\_\#"


def test_hidden_article_has_no_citation(db, client):
    article = rows.full_article(visibility="hidden", visibility_reason="kiểm tra")
    assert client.get(f"/bai/{article.pk}/trich-dan.bib").status_code == 404
