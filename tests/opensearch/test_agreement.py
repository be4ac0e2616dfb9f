"""OpenSearch and Whoosh on the same pages and queries: what is found is equal, the first ten nearly so."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.evaluation.queries import load_documents, load_groups, load_pages
from archive.extraction.knowledge import Knowledge
from archive.management.commands.evaluate_search import SET
from archive.search.backends.memory import MemoryEngine
from archive.search.backends.whoosh_arrays.engine import WhooshEngine
from archive.search.engine import answer
from archive.search.index import engine_at
from archive.search.parsing import parse
from archive.settings import BASE_DIR
from tests.bench import corpus, ours
from tests.search.test_differential import documents, filters, typed

QUERIES = [query for group in load_groups(BASE_DIR / SET) for query in (*group.typed, *group.bare)]
EVERYTHING = 1000
GENERATED = 1500  # articles, so that many more are found than are shown
ALIKE = 0.9  # of the first ten


def overlap(ours, theirs):
    """How many of the first ten are the same, of one."""
    first, second = ({hit.id for hit in hits.hits[:10]} for hits in (ours, theirs))
    return len(first & second) / max(len(first), len(second), 1)


@pytest.fixture(scope="module")
def engines(addressed, tmp_path_factory):
    """From documents, both engines with them."""
    clusters = []

    def filled(documents, prefix):
        cluster = engine_at(addressed(prefix, "shards=2&replicas=1"))
        clusters.append(cluster)
        whoosh = WhooshEngine(tmp_path_factory.mktemp(prefix))
        for engine in (whoosh, cluster):
            engine.rebuild(documents)
        return whoosh, cluster

    yield filled
    for cluster in clusters:
        cluster.destroy()


def compared(engines, queries):
    """The overlap of each query that finds anything; what is found has to be equal."""
    shares = {}
    for query in queries:
        ours, theirs = (answer(engine, query) for engine in engines)
        for name in ("total", "facets", "note", "did_you_mean", "loose_total"):
            assert getattr(ours, name) == getattr(theirs, name), (query.text, name)
        if query.limit >= ours.total:
            assert shown(ours) == shown(theirs), query.text
        if ours.total:
            shares[query.text, query.first is None] = (overlap(ours, theirs), ours.total)
    return shares


def shown(hits):
    """All that a reader sees of what was found, whatever the order."""
    return {hit.id: replace(hit, score=0.0) for hit in hits.hits}


def told(capsys, name, shares):
    """The figures, in the output of the run."""
    many = [share for share, total in shares.values() if total > 10]
    whole = sum(share for share, _ in shares.values()) / len(shares)
    deep = sum(many) / len(many)
    with capsys.disabled():
        print(
            f"\n{name}: {len(shares)} queries, the same sets; first ten alike {whole:.4f},\n"
            f"  {deep:.4f} (least {min(many):.1f}) over the {len(many)} that find more than ten"
        )
    return whole, deep


def test_the_relevance_set(engines, capsys):
    documents = load_documents(load_pages(BASE_DIR / SET, BASE_DIR), Knowledge.load()).values()
    both = engines(list(documents), "agreement")
    shares = compared(both, [parse(text, limit=EVERYTHING) for text in QUERIES])
    whole, deep = told(capsys, "relevance set", shares)
    assert min(whole, deep) >= ALIKE


def test_a_larger_archive(engines, capsys):
    """Words and phrases that stand in many articles, so that the order decides what is shown."""
    both = engines(list(map(ours.document, corpus.generated(GENERATED))), "agreement-large")
    words = corpus.HEAD
    texts = [
        *corpus.PHRASES,
        *(f'"{phrase}"' for phrase in corpus.PHRASES),
        *map(" ".join, zip(words[::5], words[2::5], words[4::5], strict=False)),
        *map(" OR ".join, zip(words[1::20], words[3::20], strict=False)),
    ]
    queries = [parse(text, loose=loose) for text in texts for loose in (None, True)]
    whole, deep = told(capsys, "generated archive", compared(both, queries))
    assert min(whole, deep) >= ALIKE


ANY_QUERY = st.builds(
    lambda text, chosen: replace(parse(text, **chosen), offset=0, limit=50), typed, filters
)


@given(
    documents=st.lists(documents, min_size=1, max_size=12), queries=st.lists(ANY_QUERY, min_size=8)
)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_asked_the_same_is_found(engines, documents, queries):
    reference = MemoryEngine()
    reference.rebuild(documents)
    _, cluster = engines(list(reference.documents.values()), "agreement-any")
    assert list(cluster.digests()) == list(reference.digests())
    for query in queries:
        ours, theirs = cluster.find(query), reference.find(query)
        assert (ours.total, ours.facets) == (theirs.total, theirs.facets)
        assert shown(ours) == shown(theirs)
        if query.sort != "relevance":
            assert [hit.id for hit in ours.hits] == [hit.id for hit in theirs.hits]
