"""New rows by plain SQL are those that the ORM writes, column for column, on either database."""

import datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection
from django.utils import timezone

from archive.importing.rows import Numbers, insert, new
from archive.models import (
    Article,
    Capture,
    Evidence,
    Indicator,
    Likeness,
    Mention,
    Observation,
    Official,
    Source,
)

pytestmark = pytest.mark.django_db
DAY = datetime.date(2022, 7, 13)
MOMENT = datetime.datetime(2022, 7, 13, 8, 30, tzinfo=datetime.UTC)
MOMENTS = {"id", "created_at", "changed_at"}
FIGURE = {
    "name": "Thu “ngân sách”", "order": 3, "value": Decimal("905.653"), "unit": "tỷ đồng", "period": "2022-H1",
    "kind": "result", "plan_percent": Decimal(106), "confidence": 0.8, "warnings": ["unit?"], "machine_key": "a",
}  # fmt: skip


@pytest.fixture
def article():
    source = Source.objects.create(slug="nguon", name="Nguồn")
    return Article.objects.create(identity="a", source=source, title="A")


def plainly(model, **values):
    row = new(model, Numbers().take(model), values)
    insert(model, [vars(row)])
    return row


def stored(row):
    """The columns as the database has them."""
    names = [f.column for f in row._meta.concrete_fields if f.attname not in MOMENTS]
    with connection.cursor() as cursor:
        columns = ", ".join(map(connection.ops.quote_name, names))
        cursor.execute(f"SELECT {columns} FROM {row._meta.db_table} WHERE id = %s", [row.pk])
        return dict(zip(names, map(comparable, cursor.fetchone()), strict=True))


def comparable(value):
    return bytes(value) if isinstance(value, memoryview) else value


def values_of(model, article):
    person = Official.objects.create(slug="an", name="An", folded="an")
    series = Indicator.objects.create(slug="thu", name="Thu", folded="thu")
    return {
        Article: {
            "source": article.source, "title": "B", "event_on": DAY, "published_at": MOMENT,
            "published_has_time": True, "sort_date": DAY, "date_kind": "event", "human_fields": ["title"],
        },
        Capture: {"article": article, "sha256": "0" * 64, "size": 7, "media": "html", "given": {"title": "Đ"}},
        Official: {"name": "Bình", "folded": "binh", "merged_into": person},
        Mention: {"article": article, "official": person, "name": "An", "confidence": 0.9, "machine_key": "a"},
        Observation: {"article": article, "indicator": series, **FIGURE},
        Likeness: {"article": article, "digest": b"\x00\xff"},
    }[model]  # fmt: skip


def own(model, name):
    """What must differ between two rows of one table."""
    keys = {"Article": "identity", "Capture": "sha256", "Official": "slug", "Likeness": "digest"}
    key = keys.get(model.__name__, "machine_key")
    return {key: name.encode() if key == "digest" else name}


@pytest.mark.parametrize("model", [Article, Capture, Official, Mention, Observation])
def test_a_row_is_as_the_orm_writes_it(article, model):
    values = values_of(model, article)
    theirs = model.objects.create(**{**values, **own(model, "x")})
    ours = plainly(model, **{**values, **own(model, "y")})
    key = next(iter(own(model, "")))
    assert {**stored(ours), key: ""} == {**stored(theirs), key: ""}


def test_bytes_are_kept(article):
    assert stored(plainly(Likeness, **values_of(Likeness, article)))["digest"] == b"\x00\xff"


def test_a_new_row_reads_as_one_that_was_loaded(article):
    person = Official.objects.create(slug="an", name="An", folded="an")
    ours = plainly(Mention, article=article, official=person, name="An", confidence=0.9)
    loaded = Mention.objects.get(pk=ours.pk)
    assert ours == loaded
    assert ours.official is person
    assert (ours.article_id, ours.state, ours.warnings) == (article.pk, "extracted", [])
    assert (loaded.confidence, loaded.official_id) == (Decimal("0.90"), person.pk)


def test_lists_are_not_shared():
    first, second = (new(Official, number, {"name": "An"}) for number in (1, 2))
    first.human_fields.append("name")
    assert second.human_fields == []


def test_moments_are_set_on_the_row_too(article):
    before = timezone.now()
    row = plainly(Article, source=article.source, identity="b", title="B")
    assert before <= min(row.created_at, row.changed_at)
    row.title = "C"
    row.save()
    assert Article.objects.get(pk=row.pk).title == "C"


def test_rows_without_numbers_are_numbered(article):
    person = Official.objects.create(slug="an", name="An", folded="an")
    mention = plainly(Mention, article=article, official=person, name="An")
    version = article.versions.create(number=1, title="A", body="An", content_hash="")
    places = {"version_id": version.pk, "where": "body", "index": 0, "end": 2, "field": ""}
    insert(
        Evidence,
        [{**places, "start": i, "quote": "An"[i:], "mention_id": mention.pk} for i in (0, 1)],
    )
    assert list(mention.evidence.values_list("quote", flat=True)) == ["An", "n"]


def test_numbers_go_on_where_others_add_rows():
    numbers = Numbers()
    taken = [numbers.take(Official) for _ in range(5)]
    insert(Official, [vars(new(Official, n, {"slug": f"s{n}", "name": "An"})) for n in taken])
    numbers.forget()
    other = Official.objects.create(slug="other", name="An", folded="an")
    assert len({*taken, other.pk, numbers.take(Official)}) == 7


def test_what_breaks_a_rule_is_refused(article):
    with pytest.raises(IntegrityError):
        plainly(Mention, article=article, name="An", official=Official(pk=1), state="unheard of")


def test_no_rows_are_no_statement(django_assert_num_queries):
    with django_assert_num_queries(0):
        insert(Official, [])
