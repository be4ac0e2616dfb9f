"""A national archive written straight into the tables, the same for the same number on both databases.

Three articles make a group: one place, one day, and a meeting that two of them report. Places are the real
districts; days lie in ten years; a body is one of real length, so that it packs as bodies do. An article has
three people with a post and a part each, and four figures of the catalogue, each with its words.
"""

import time
from pathlib import Path

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction

from archive import sums
from archive.extraction import extract
from archive.extraction.indicators.catalogue import CATALOGUE
from archive.extraction.knowledge import Knowledge
from archive.importing.observations import series_of
from archive.importing.reference import ensure_reference_rows
from archive.models import Article, ImportBatch, Place, PlaceUnit, Source
from archive.models.meeting import MEETING_KINDS
from archive.pages import iter_raw, read
from archive.vietnamese.fold import fold, slugify_vi

CHUNK = 9_999  # articles a transaction: a multiple of three, so that no group is torn
PEOPLE, FIGURES, KEYS = 3, 4, 16  # an article
SAMPLES = Path("fixtures/pages")
SURNAMES = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split()
MIDDLE = "Văn Thị Đức Hữu Xuân Quang Minh Ngọc Thanh Hồng".split()
GIVEN = "An Bình Cường Dũng Đạt Giang Hà Hải Hạnh Hòa Hùng Hương Khánh Lan Linh Long Mai Nam Nga Phúc Quân Sơn Tâm Thảo Thủy Tuấn Vân Yến".split()
POSTS = ("Bí thư Huyện ủy", "Phó Bí thư Thường trực Huyện ủy", "Chủ tịch Ủy ban nhân dân huyện",
         "Trưởng Ban Tổ chức Huyện ủy")  # fmt: skip
ROLES = ("chair", "attend", "directive")
DIALECT = {
    "postgresql": {
        "day": "DATE '2015-07-01' + ((({g}) * 7919 + 31) % 3650)::int",
        "hex": "lpad(to_hex(({n}) * 2654435761 % 4294967291), 64, '5')",
        "year": "extract(year FROM {d})::int",
        "digest": "decode(repeat(lpad(to_hex({n}), 8, '0'), 128), 'hex')",
    },
    "sqlite": {
        "day": "date('2015-07-01', '+' || ((({g}) * 7919 + 31) % 3650) || ' days')",
        "hex": "printf('%064x', ({n}) * 2654435761 % 4294967291)",
        "year": "CAST(strftime('%Y', {d}) AS integer)",
        "digest": "CAST(printf('%.512c', 'x') AS blob)",
    },
}
NOW = "'2025-07-01 00:00:00+00:00'"
FACT = "state, rule, confidence, warnings, machine_values, machine_key"
READ = "'extracted', 'bench', 0.9, '[]', '{{}}'"


def fill(articles, report=lambda _done: None):
    """Bring the archive up to so many generated articles; returns rows a second."""
    ensure_reference_rows()
    prepare()
    done, rows, start = Article.objects.count(), 0, time.perf_counter()
    while done < articles:
        size = min(CHUNK, articles - done)
        rows += write(done, size)
        done += size
        report(done)
    seconds = time.perf_counter() - start
    if rows:
        reset_sequences()
        sums.rebuild()
    return rows / seconds


def run(sql, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters or None)
        return cursor.rowcount


def prepare():
    """Small tables that the statements join with."""
    for table in ("n", "k", "place", "person", "body", "indicator"):
        run(f"DROP TABLE IF EXISTS bench_{table}")
    run("CREATE TABLE bench_n (i bigint PRIMARY KEY)")
    make("bench_n", ((i,) for i in range(CHUNK)))
    run("CREATE TABLE bench_k (k bigint PRIMARY KEY)")
    make("bench_k", ((k,) for k in range(KEYS)))
    run(
        "CREATE TABLE bench_place (i bigint PRIMARY KEY, place bigint, unit bigint, province bigint, source bigint)"
    )
    make("bench_place", places())
    run("CREATE TABLE bench_person (i bigint PRIMARY KEY, name text, folded text, slug text)")
    make("bench_person", people())
    run("CREATE TABLE bench_body (i bigint PRIMARY KEY, body text, lead text)")
    make("bench_body", bodies())
    run("CREATE TABLE bench_indicator (i bigint PRIMARY KEY, indicator bigint, name text)")
    make("bench_indicator", indicators())


def make(table, rows):
    rows = list(rows)
    marks = ", ".join(["%s"] * len(rows[0]))
    with connection.cursor() as cursor, transaction.atomic():
        cursor.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def places():
    source = Source.objects.order_by("pk").first().pk
    own = dict(Source.objects.exclude(place=None).values_list("place_id", "pk"))
    units = dict(PlaceUnit.objects.order_by("valid_from").values_list("place_id", "pk"))
    districts = Place.objects.filter(level="district").order_by("pk")
    for i, (pk, parent) in enumerate(districts.values_list("pk", "parent_id")):
        yield i, pk, units.get(pk), parent, own.get(pk, source)


def people():
    names = (f"{s} {m} {g}" for g in GIVEN for m in MIDDLE for s in SURNAMES)
    for i, name in enumerate(names):
        yield i, name, fold(name), slugify_vi(name)


def bodies():
    knowledge = Knowledge.load()
    for i, path in enumerate(sorted(SAMPLES.glob("*.txt"))):
        body = extract(read(next(iter_raw(path))), knowledge).body
        yield i, body, body.split("\n\n")[0][:400]


def indicators():
    for i, (key, entry) in enumerate(CATALOGUE.items()):
        yield i, series_of(entry.name, key).pk, entry.name


def counts():
    with connection.cursor() as cursor:
        for table in ("place", "person", "body", "indicator"):
            cursor.execute(f"SELECT COUNT(*) FROM bench_{table}")
            yield f"n_{table}", cursor.fetchone()[0]


def statements():
    """Table → (columns, expressions, further FROM, condition). `a` is the article's number from 1."""
    kinds = "CASE (a / 3) % 4 " + " ".join(
        f"WHEN {i} THEN '{key}'" for i, (key, _) in enumerate(MEETING_KINDS[:4])
    ) + " END"  # fmt: skip
    posts = "CASE o % 4 " + " ".join(f"WHEN {i} THEN '{p}'" for i, p in enumerate(POSTS)) + " END"
    roles = "CASE k " + " ".join(f"WHEN {i} THEN '{r}'" for i, r in enumerate(ROLES)) + " END"
    fact = f"{READ}, {{hex}}"
    k_people = f"JOIN bench_k ON k < {PEOPLE}"
    k_figures = f"JOIN bench_k ON k < {FIGURES}"
    reports = "a % 3 > 0"
    return [
        ("official", "id, slug, name, folded, province_id, human_fields, machine_values",
         "o, p.slug || '-' || o, p.name, p.folded, w.province, '[]', '{{}}'",
         "JOIN bench_person p ON p.i = o % {n_person}", "a % 8 = 0"),
        ("position", "id, official_id, title, place_id", f"o, o, {posts}, w.place", "", "a % 8 = 0"),
        ("article",
         ("id, identity, url, title, folded_title, summary, place_id, unit_id, source_id, event_on, sort_date, date_kind,"
         " published_has_time, visibility, visibility_reason, partly_hidden, human_fields, machine_values,"
         " changed_at, created_at, indexed_at"),
         ("a, 'https://bench.example.vn/tin/' || a, 'https://bench.example.vn/tin/' || a,"
         " 'Hội nghị số ' || a || ' của Ban Chấp hành', 'hoi nghi so ' || a || ' cua ban chap hanh', b.lead,"
         f" w.place, w.unit, w.source, {{day}}, {{day}}, 'event', FALSE, 'public', '', FALSE, '[]', '{{{{}}}}',"
         f" {NOW}, {NOW}, {NOW}"), "JOIN bench_body b ON b.i = a % {n_body}", ""),
        ("capture", "id, article_id, sha256, size, media, url, given, captured_at, captured_on, created_at, batch_id",
         f"a, a, {{hex}}, 20000, 'html', 'https://bench.example.vn/tin/' || a, '{{{{}}}}', {NOW}, {{day}}, {NOW}, {{batch}}",
         "", ""),
        ("articleversion",
         "id, article_id, number, title, body, captions, author, layout, content_hash, created_at, capture_id, batch_id",
         ("a, a, 1, 'Hội nghị số ' || a || ' của Ban Chấp hành', b.body || ' ' || a, '[]', '', 'generic', {hex},"
         f" {NOW}, a, {{batch}}"), "JOIN bench_body b ON b.i = a % {n_body}", ""),
        ("review", "article_id, facts, judged, urgency", "a, 15, 0, a % 40", "", ""),
        ("likeness", "id, article_id, digest", "a, a, {digest}", "", ""),
        ("likenesskey", "id, likeness_id, key", "a * 16 + k, a, (a * 16 + k) * 2654435761",
         f"JOIN bench_k ON k < {KEYS}", ""),
        ("importitem", "id, batch_id, name, outcome, reason, article_id",
         "a, {batch}, 'https://bench.example.vn/tin/' || a, 'new', '', a", "", ""),
        ("meeting", "id, kind, name, congress, ordinal, term, held_on, day_part, human_fields, machine_values, place_id",
         f"a / 3 + 1, {kinds}, 'Hội nghị lần thứ ' || a / 3, NULL, NULL, '2020-2025', {{day}}, '', '[]', '{{{{}}}}', w.place",
         "", "a % 3 = 1"),
        ("meetingreport", f"id, article_id, meeting_id, name, read, {FACT}",
         f"a, a, a / 3 + 1, 'Hội nghị lần thứ ' || a / 3, '{{{{}}}}', {fact}", "", reports),
        ("mention", f'id, article_id, official_id, name, "order", {FACT}',
         f"a * 3 + k, a, {{who}}, p.name, k, {fact}",
         f"{k_people} JOIN bench_person p ON p.i = {{who}} % {{n_person}}", ""),
        ("positionreport", f'id, article_id, mention_id, position_id, "order", "on", {FACT}',
         f"a * 3 + k, a, a * 3 + k, {{who}}, 0, {{day}}, {fact}", k_people, ""),
        ("participation", f"id, article_id, mention_id, meeting_id, role, {FACT}",
         f"a * 3 + k, a, a * 3 + k, CASE WHEN a % 3 > 0 THEN a / 3 + 1 END, {roles}, {fact}", k_people, ""),
        ("observation",
         f'id, article_id, indicator_id, place_id, name, "order", value, unit, period, kind, compared_with, {FACT}',
         (f"a * 4 + k, a, x.indicator, w.place, x.name, k, (a * 7919 + k) % 100000 / 10.0, 'tỷ đồng',"
         f" {{year}} || '-H1', 'result', '', {fact}"),
         f"{k_figures} JOIN bench_indicator x ON x.i = (a * 31 + k * 7) % {{n_indicator}}", ""),
        *(evidence(fact_name, number, joined) for fact_name, number, joined in (
            ("mention_id", "a * 3 + k", k_people), ("position_report_id", "a * 3 + k", k_people),
            ("participation_id", "a * 3 + k", k_people), ("observation_id", "a * 4 + k", k_figures))),
        ("evidence", f"{EVIDENCE}, meeting_report_id",
         "a, 'body', 0, k * 20, k * 20 + 15, CASE k WHEN 0 THEN 'name' ELSE 'kind' END, 'họp lần thứ 9', a",
         k_figures, reports),
    ]  # fmt: skip


EVIDENCE = 'version_id, "where", "index", start, "end", field, quote'


def evidence(column, number, joined):
    values = f"a, 'body', 0, k * 40, k * 40 + 18, '', 'chữ trong bài {column[:3]}', {number}"
    return "evidence", f"{EVIDENCE}, {column}", values, joined, ""


def write(done, size):
    """One chunk in one transaction; returns the number of rows."""
    dialect = DIALECT[connection.vendor]
    numbers = dict(counts())
    day = dialect["day"].format(g="a / 3")
    batch, _ = ImportBatch.objects.get_or_create(description="tests.bench.scale")
    words = {
        **numbers,
        "batch": batch.pk,
        "day": day,
        "year": dialect["year"].format(d=day),
        "digest": dialect["digest"].format(n="a"),
        # People of earlier articles, so that they are there; the first eight have none.
        "who": "(1 + (a * 7919 + k * 104729) % 1000003 % ((a + 7) / 8))",
    }
    written = 0
    with transaction.atomic():
        unguarded()
        for table, columns, values, joined, condition in statements():
            seed = "a * 16 + k" if "bench_k" in joined else "a"
            named = {**words, "hex": dialect["hex"].format(n=seed)}
            inner = f"SELECT {done} + i + 1 AS a, ({done} + i + 1 + 7) / 8 AS o FROM bench_n WHERE i < {size}"
            where = condition.replace("a % 8 = 0", "a % 8 = 1")
            written += run(
                f"INSERT INTO archive_{table} ({columns}) SELECT {values.format(**named)} FROM ({inner}) q"
                f" JOIN bench_place w ON w.i = (a / 3 * 7907 + 13) % {numbers['n_place']} {joined.format(**named)}"
                f" {'WHERE ' + where if where else ''}"
            )
    return written


def unguarded():
    """The rows are right by construction: no check of each foreign key."""
    if connection.vendor == "postgresql":
        run("SET LOCAL session_replication_role = replica")


def reset_sequences():
    """What is imported next takes free numbers."""
    models = list(apps.get_app_config("archive").get_models())
    for sql in connection.ops.sequence_reset_sql(no_style(), models):
        run(sql)


def analyse():
    """Tell the planner what the tables hold, as the server would by itself in a while."""
    run("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
