"""An update of a running site: since the first public lists no migration makes readers or writers wait."""

import pytest
from django.db import connection, migrations, models
from django.db.migrations.loader import MigrationLoader

from archive.migrations._online import AddIndexOnline, IndexFieldOnline, UnindexFieldOnline

FIRST = "0013"  # what stands before ran on empty archives
# Each reads or rewrites a whole table while nobody else may touch it.
INDEX = models.Index(fields=["title"], name="by_title")
WORDS = models.CharField(max_length=9, db_index=True)
BLOCKING = (migrations.AddIndex, migrations.AddConstraint)
ONLINE = (AddIndexOnline, IndexFieldOnline, UnindexFieldOnline)


def blocking(migration):
    """The names of operations that make others wait, but for those on tables that the migration makes."""
    own = {op.name_lower for op in migration.operations if isinstance(op, migrations.CreateModel)}
    for op in migration.operations:
        online = isinstance(op, ONLINE) and not migration.atomic
        blocks = isinstance(op, BLOCKING) or builds_index(op)
        if blocks and not online and op.model_name.lower() not in own:
            yield f"{migration.name}: {op.describe()}"


def builds_index(op):
    """Whether a column gets an index by itself (or might have had it before)."""
    altered = isinstance(op, migrations.AlterField)
    return altered and (op.field.db_index or op.field.unique) and not op.field.is_relation


def test_no_migration_blocks():
    disk = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    ours = [m for (app, name), m in disk.items() if app == "archive" and name >= FIRST]
    assert [told for migration in ours for told in blocking(migration)] == []


@pytest.mark.parametrize(
    ("operation", "atomic", "told"),
    [
        (migrations.AddIndex("article", INDEX), False, True),
        (AddIndexOnline("article", INDEX), True, True),
        (AddIndexOnline("article", INDEX), False, False),
        (migrations.AlterField("article", "url", WORDS), False, True),
        (IndexFieldOnline("article", "url", WORDS), False, False),
    ],
)
def test_what_blocks_is_told(operation, atomic, told):
    migration = migrations.Migration("x", "archive")
    migration.operations, migration.atomic = [operation], atomic
    assert bool(list(blocking(migration))) is told


@pytest.mark.django_db
def test_what_is_found_whole_has_one_index():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no indexes for prefixes")
    tables = ("archive_article", "archive_articleversion", "archive_capture")
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE tablename = ANY(%s)", [list(tables)])
        made = [index for (index,) in cursor]
    assert [index for index in made if "pattern_ops" in index] == []
    assert any("(url)" in index for index in made)


@pytest.mark.django_db
def test_indexes_of_lists_put_what_has_no_date_last():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite's descending indexes end with nulls by themselves")
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = 'article_public_date'")
        [(made,)] = cursor.fetchall()
    assert "sort_date DESC NULLS LAST, id DESC" in made
