"""The source of a page by its address: known, unknown, and what an editor makes of it."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from archive.extraction.knowledge import Knowledge
from archive.gazetteer import Gazetteer, SourceRegistry
from archive.importing.gazetteer import load_places, load_sources
from archive.importing.known import Known
from archive.importing.reference import current_knowledge, ensure_reference_rows
from archive.importing.sources import resolve_source
from archive.models import Article, Dateline, Place, Source, SourceAddress
from archive.pages.page import RawPage

pytestmark = pytest.mark.django_db
PROVINCES = ("son-la", "quang-tri", "ha-noi")
TEXT = (
    "Hội nghị tổng kết công tác năm 2021\n\nNgày 20/12/2021, Ban Thường vụ tổ chức hội nghị tổng kết "
    "công tác năm. Các đại biểu thảo luận kết quả của năm và đề ra nhiệm vụ của năm sau, trong đó có "
    "công tác xây dựng Đảng, phát triển kinh tế và chăm lo đời sống nhân dân trong dịp Tết.\n"
)


@pytest.fixture
def archive(settings, tmp_path):
    """An empty archive that knows the places of three provinces and their portals."""
    settings.SEARCH_URL = f"memory://{tmp_path}"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "archive.importing.storage.AtomicFileStorage",
            "OPTIONS": {"location": tmp_path / "captures"},
        },
    }
    bundled = Knowledge.load()
    units = [u for u in bundled.gazetteer.units if u.slug in PROVINCES or u.parent in PROVINCES]
    load_places(Gazetteer.of(unit for unit in units if unit.level != "commune"))
    near = [entry for entry in bundled.registry.entries if entry.place in {u.slug for u in units}]
    load_sources(SourceRegistry.of(near, {}))
    ensure_reference_rows()
    return tmp_path


@pytest.fixture
def take(archive):
    """`take("https://…")` imports a page that names no place, and gives its article."""

    def import_page(url):
        path = archive / "page.jsonl"
        path.write_text(
            json.dumps({"url": url, "text": TEXT.replace("năm sau", f"năm sau ({url})")})
        )
        call_command("import_pages", str(path), stdout=StringIO(), stderr=StringIO())
        return Article.objects.get(identity=url)

    return import_page


def source_at(url, **options):
    raw = RawPage(content=b"", media="text", name="x", url=url)
    return resolve_source(raw, current_knowledge(), Known(), **options)


@pytest.mark.parametrize(
    ("url", "slug"),
    [
        ("https://namtuliem.hanoi.gov.vn/tin/1", "namtuliem-hanoi-gov-vn"),
        ("http://www.namtuliem.hanoi.gov.vn/tin/1", "namtuliem-hanoi-gov-vn"),
        (None, "khong-ro-nguon"),
        ("tin/1.html", "khong-ro-nguon"),
        (f"https://{'a' * 60}.{'b' * 60}.vn/1", "khong-ro-nguon"),
    ],
)
def test_known_addresses_and_none(archive, url, slug):
    assert source_at(url).slug == slug


@pytest.mark.parametrize(
    ("url", "place", "level", "confidence"),
    [
        ("https://huonghoa.tinhuyquangtri.vn/1", "quang-tri/huong-hoa", "district", "high"),
        ("https://mocchau.sonla.example.vn/1", "son-la/moc-chau", "district", "high"),
        ("https://thoibao.example.vn/1", None, "", ""),
        # Châu Thành of ten provinces
        ("https://chauthanh.example.vn/1", None, "", ""),
    ],
)  # fmt: skip
def test_an_unknown_address_is_proposed_with_a_guess(archive, url, place, level, confidence):
    SourceAddress.objects.filter(host="huonghoa.tinhuyquangtri.vn").delete()
    source = source_at(url)
    assert source.state == Source.State.PROPOSED
    assert (source.place and source.place.slug, source.level) == (place, level)
    assert source.confidence == confidence


def test_a_host_is_proposed_once(archive):
    assert source_at("https://a-b.vn/1") == source_at("https://www.a-b.vn/2")
    assert source_at("https://a.b.vn/1").slug == "a-b-vn-2"


def test_a_dry_run_proposes_nothing(archive):
    assert source_at("https://moi.example.vn/1", propose=False).slug == "khong-ro-nguon"
    assert not Source.objects.filter(state=Source.State.PROPOSED).exists()


def test_an_editor_accepts_declines_and_corrects(take, admin_client):
    take("https://mocchau.sonla.example.vn/1")
    source = Source.objects.get(state=Source.State.PROPOSED)
    desk = reverse("admin:archive_source_changelist")
    assert "Mộc Châu, Sơn La" in admin_client.get(desk + "?state=proposed").content.decode()
    for action, state in (("decline", "declined"), ("accept", "confirmed")):
        admin_client.post(desk, {"action": action, "_selected_action": [source.pk]})
        source.refresh_from_db()
        assert source.state == state


def test_saving_a_proposal_accepts_it(take, admin_client):
    take("https://mocchau.sonla.example.vn/1")
    source = Source.objects.get(state=Source.State.PROPOSED)
    yen_chau = Place.objects.get(slug="son-la/yen-chau")
    page = admin_client.get(reverse("admin:archive_source_change", args=[source.pk]))
    assert 'value="Mộc Châu, Sơn La"' in page.content.decode()
    answer = admin_client.post(
        reverse("admin:archive_source_change", args=[source.pk]),
        {"slug": source.slug, "name": "Cổng Yên Châu", "place": "Yên Châu, Sơn La", "level": "district",
         "state": "proposed", "layout": "liferay", "addresses-TOTAL_FORMS": 0,
         "addresses-INITIAL_FORMS": 0},
    )  # fmt: skip
    assert answer.status_code == 302
    source.refresh_from_db()
    assert (source.state, source.place, source.layout) == ("confirmed", yen_chau, "liferay")


def test_a_correction_counts_from_the_next_import_on(take):
    assert take("https://mocchau.sonla.example.vn/1").place.slug == "son-la/moc-chau"
    source = Source.objects.get(state=Source.State.PROPOSED)
    source.place = Place.objects.get(slug="son-la/yen-chau")
    source.state = Source.State.CONFIRMED
    source.save()
    second = take("https://mocchau.sonla.example.vn/2")
    assert (second.place.slug, second.source) == ("son-la/yen-chau", source)


def test_an_address_that_an_editor_adds_counts_from_the_next_import_on(take):
    source = Source.objects.create(
        slug="yen-chau", name="Yên Châu", place=Place.objects.get(slug="son-la/yen-chau")
    )
    SourceAddress.objects.create(source=source, host="tin.example.vn", path_prefix="/yen-chau/")
    assert take("https://tin.example.vn/yen-chau/1").place.slug == "son-la/yen-chau"
    assert take("https://tin.example.vn/khac/1").place is None


def test_a_declined_source_tells_no_place_and_is_not_proposed_again(take):
    take("https://mocchau.sonla.example.vn/1")
    Source.objects.filter(state=Source.State.PROPOSED).update(state=Source.State.DECLINED)
    second = take("https://mocchau.sonla.example.vn/2")
    assert (second.place, second.source.state) == (None, "declined")


def test_a_dateline_that_an_editor_adds_counts(archive):
    Dateline.objects.create(code="YCH", place=Place.objects.get(slug="son-la/yen-chau"))
    assert current_knowledge().registry.place_of_dateline("ych") == "son-la/yen-chau"


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        ("https://www.Example.vn/tin/1", "example.vn"),
        (" example.vn ", "example.vn"),
        ("m.example.vn", "m.example.vn"),
    ],
)
def test_a_host_is_kept_as_it_is_compared(typed, host):
    address = SourceAddress(host=typed)
    address.clean()
    assert address.host == host
