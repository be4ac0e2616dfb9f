"""The five pages go in, and what stands in the rows is what gold says; twice changes nothing."""

from io import StringIO

import pytest
from django.core.management import call_command

from archive.extraction import extract
from archive.extraction.knowledge import Knowledge
from archive.models import Article, Capture, Evidence, Official
from archive.pages import iter_raw, read
from tests.whole.comparing import (
    article_differences,
    gold_meeting,
    gold_people,
    meeting_of,
    missing_figures,
    people,
)
from tests.whole.conftest import SAMPLE_GOLD, SAMPLES, gold_of

pytestmark = pytest.mark.django_db(transaction=True)


def run_import(*args):
    out = StringIO()
    call_command("import_pages", *map(str, args), stdout=out)
    return out.getvalue().strip()


def check(pages, gold):
    """Every page of a folder against its gold, by title."""
    stems = sorted(path.stem for path in pages.glob("*.txt"))
    assert len(stems) == 5
    for stem in stems:
        wanted = gold_of(gold, stem)
        article = Article.objects.get(title=wanted["title"])
        assert article_differences(article, wanted) == {}, stem
        assert people(article) == gold_people(wanted), stem
        assert meeting_of(article) == gold_meeting(wanted), stem
        assert missing_figures(article, wanted) == [], stem


def test_reference_pages(reference, storage):
    assert run_import(reference / "pages").startswith("read 5, new 5,")
    check(reference / "pages", reference / "gold")
    before = (Capture.objects.count(), Evidence.objects.count(), Official.objects.count())
    assert run_import(reference / "pages").startswith("read 5, new 0, updated 0, unchanged 5")
    assert before == (Capture.objects.count(), Evidence.objects.count(), Official.objects.count())


def test_sample_pages(storage):
    assert run_import(SAMPLES, "--source", "bai-mau").startswith("read 5, new 5,")
    check(SAMPLES, SAMPLE_GOLD)
    assert not Article.objects.exportable().exists()


def test_every_quotation_is_what_stands_under_its_span(storage):
    run_import(SAMPLES, "--source", "bai-mau")
    for evidence in Evidence.objects.select_related("version"):
        version = evidence.version
        texts = {"body": [version.body], "title": [version.title], "captions": version.captions}
        assert (
            texts[evidence.where][evidence.index][evidence.start : evidence.end] == evidence.quote
        )


def test_a_bad_page_is_rejected_and_the_rest_goes_on(storage, tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a-broken.txt").write_bytes(bytes(range(32)) * 40)
    (folder / "b-good.txt").write_bytes((SAMPLES / "plain.txt").read_bytes())
    with pytest.raises(SystemExit) as stopped:
        run_import(folder)
    assert stopped.value.code == 1
    assert Article.objects.count() == 1


def test_a_dry_run_stores_nothing(storage):
    assert run_import(SAMPLES, "--dry-run").startswith("read 5, new 5")
    assert not Article.objects.exists()
    assert not Capture.objects.exists()


@pytest.mark.parametrize("name", ["x.txt", "nam-sach.txt", "2019-01-01-ha-noi.txt"])
def test_a_name_says_nothing(name, tmp_path):
    """Renamed, every page gives the same record: place, source and date come from the page."""
    knowledge = Knowledge.load()
    for path in sorted(SAMPLES.glob("*.txt")):
        renamed = tmp_path / name
        renamed.write_bytes(path.read_bytes())
        records = [extract(read(next(iter_raw(p))), knowledge) for p in (path, renamed)]
        assert records[0] == records[1]
