"""What is sent to a cluster, without one; `tests/opensearch` asks a real one."""

import json
from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("opensearchpy", reason="needs the extra `opensearch`")

from opensearchpy.exceptions import ConnectionError as NoConnectionError
from opensearchpy.exceptions import TransportError

from archive.search.analysis import analyse
from archive.search.backends.opensearch import asking, bulk
from archive.search.backends.opensearch.address import Address, read_address
from archive.search.backends.opensearch.bulk import Change, RefusedError, send
from archive.search.backends.opensearch.mapping import APART, TOGETHER
from archive.search.backends.opensearch.rows import rows_of
from archive.search.backends.opensearch.showing import unpacked
from archive.search.document import WEIGHTS, tokens_of
from archive.search.engine import SearchUnavailableError
from archive.search.parsing import parse
from archive.search.words import normal
from tests.search.documents import KINH_MON, UNDATED, document

# --- addresses


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("opensearch://a:9200/kho", Address(("a:9200",), "kho")),
        ("opensearch://a,b:9201/kho", Address(("a:9200", "b:9201"), "kho")),
        (
            "opensearch://a/kho?shards=6&replicas=2",
            Address(("a:9200",), "kho", shards=6, replicas=2),
        ),
        (
            "opensearch+https://ai:mật@a/kho?ca=/etc/ca.pem",
            Address(("a:9200",), "kho", secure=True, user="ai", password="mật", ca="/etc/ca.pem"),
        ),
    ],
)
def test_addresses(url, expected):
    assert read_address(url) == expected


@pytest.mark.parametrize(
    ("url", "wrong"),
    [
        ("opensearch://a:9200", "no prefix"),
        ("opensearch:///kho", "no hosts"),
        ("opensearch://a/Kho", "small letters"),
        ("opensearch://a/kho?shards=0", "shards=0"),
        ("opensearch://a/kho?replicas=hai", "replicas=hai"),
        ("opensearch://a/kho?shard=2", "unknown option shard"),
    ],
)
def test_a_wrong_address_says_what_is_wrong(url, wrong):
    with pytest.raises(ValueError, match=wrong):
        read_address(url)


def test_the_password_is_not_told():
    assert "mật" not in str(read_address("opensearch://ai:mật@a/kho"))


# --- rows


def row_of(one):
    [(_, row)] = rows_of([one])
    return row


def read_back(texts):
    """(term, position) as the index reads a field; parts lie apart."""
    return [
        [
            (term, at)
            for at, here in enumerate(text.split(APART))
            for term in here.split(TOGETHER)
            if term
        ]
        for text in texts
    ]


def test_a_term_stands_as_often_as_it_counts_at_the_place_where_it_stands():
    row = row_of(document(1, "Kinh Môn", "UBND họp"))
    title, lead = read_back(row["all_exact"])[:2]
    assert title == [("kinh", 0)] * 4 + [("môn", 1)] * 4
    assert ("họp", 1) in lead
    assert ("§ủy.ban.nhân.dân", 0) in lead
    assert read_back(row["title_folded"]) == [[("kinh", 0), ("mon", 1)]]
    assert row["pairs_exact"][0] == f"kinh môn{TOGETHER}4"


WORDS = (
    "Uỷ ban nhân dân UBND khóa XXV lần thứ chín mười bốn 905 tỷ 653 triệu 9/7/2020 Kinh Môn".split()
)


@settings(deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join), min_size=1, max_size=4)
)
def test_all_terms_arrive_where_they_stand(texts):
    documents = [document(number, text, text) for number, text in enumerate(texts, 1)]
    for one, (id_, row) in zip(documents, rows_of(documents), strict=True):
        assert id_ == one.id
        for form in ("exact", "folded"):
            parts = [
                sorted(
                    (getattr(term, form), term.position)
                    for term in analyse(text)
                    for _ in range(int(WEIGHTS[part]))
                    if getattr(term, form)
                )
                for part, text in one.parts()
            ]
            sent = [sorted(part) for part in read_back(row[f"all_{form}"])]
            assert sent == [part for part in parts if part]
            pairs = [
                pair
                for part in row[f"pairs_{form}"]
                for line in part.split(APART)
                for pair, _, times in [line.partition(TOGETHER)]
                for _ in range(int(times or 1))
            ]
            assert sorted(pairs) == sorted(
                getattr(token, form)
                for token in tokens_of(one)["pairs"]
                for _ in range(int(token.weight))
                if getattr(token, form)
            )


@pytest.mark.parametrize("one", [KINH_MON, UNDATED])
def test_what_is_shown_is_kept_with_the_terms_of_the_text(one):
    shown = unpacked(row_of(one)["shown"])
    for name in ("id", "url", "title", "body", "date_kind", "province_kind"):
        assert shown[name] == getattr(one, name)
    assert shown["date"] == (str(one.date) if one.date else None)
    assert len(shown["terms"]) == 3
    first = [text.split(APART)[0].split(TOGETHER)[0] for text in shown["terms"][:2]]
    assert first == [normal(text.split()[0]) for text in (one.title, one.body)]


# --- requests


def must(text, **filters):
    return asking.conditions(parse(text, **filters))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hội", {"term": {"all_exact": "hội"}}),
        ("hoi", {"term": {"all_folded": "hoi"}}),
        ("title:hội", {"term": {"title_exact": "hội"}}),
        ('"nghị hội"', {"match_phrase": {"all_exact": {"query": "nghị\nhội"}}}),
        (
            "hội -nghị",
            {"bool": {
                "filter": [{"term": {"all_exact": "hội"}}],
                "must_not": [{"term": {"all_exact": "nghị"}}],
            }},
        ),
        (
            "hội OR nghị",
            {"bool": {
                "should": [{"term": {"all_exact": "hội"}}, {"term": {"all_exact": "nghị"}}],
                "minimum_should_match": 1,
            }},
        ),
    ],
)  # fmt: skip
def test_conditions(text, expected):
    assert must(text) == [expected]


def test_filters():
    found = must(
        "hội", places=frozenset({"b", "a"}), kind="plenum", year=2020, since=date(2020, 5, 1)
    )
    assert found[1:] == [
        {"terms": {"in_place": ["a", "b"]}},
        {"term": {"in_kind": "plenum"}},
        {
            "range": {
                "day": {"gte": date(2020, 5, 1).toordinal(), "lte": date(2020, 12, 31).toordinal()}
            }
        },
    ]


def test_only_relevance_is_scored():
    assert asking.rewards(parse("hội", sort="newest")) == []
    boosts = [one["term"]["all_exact"]["boost"] for one in asking.rewards(parse("hội"))]
    assert boosts == [1.0]


def test_pages_of_a_query_are_asked_of_the_same_copies():
    first, second = (asking.parameters(parse("hội", offset=n)) for n in (0, 10))
    assert first == second


# --- bulk


class Client:
    """Answers bulk requests as it is told to, and keeps what came."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.sent, self.timeouts = [], []

    def bulk(self, body, request_timeout):
        self.timeouts.append(request_timeout)
        ids = [json.loads(line)["index"]["_id"] for line in body.splitlines()[::2]]
        self.sent.append(ids)
        answer = self.answers.pop(0) if self.answers else 200
        if isinstance(answer, Exception):
            raise answer
        statuses = answer if isinstance(answer, list) else [answer] * len(ids)
        error = {"type": "t", "reason": "why"}
        return {"items": [{"index": {"status": s, "error": error}} for s in statuses]}


@pytest.fixture
def pauses(monkeypatch):
    """The clock of the tests: it goes on only by pausing."""
    clock = SimpleNamespace(now=0.0, slept=[])

    def sleep(seconds):
        clock.slept.append(seconds)
        clock.now += seconds

    monkeypatch.setattr(bulk, "time", SimpleNamespace(monotonic=lambda: clock.now, sleep=sleep))
    return clock.slept


def changes(number):
    return [Change("index", "kho", id_, b"{}") for id_ in range(1, number + 1)]


def test_only_what_a_busy_cluster_turned_away_is_sent_again(pauses):
    client = Client([200, 429, 503], [200, 429])
    send(client, changes(3), patience=10)
    assert client.sent == [["1", "2", "3"], ["2", "3"], ["3"]]
    assert pauses == [0.2, 0.4]
    assert set(client.timeouts) == {20}


def test_a_rebuild_waits_longer_for_an_answer_than_an_edit(pauses):
    client = Client()
    send(client, changes(1), patience=300)
    assert client.timeouts == [100]


@pytest.mark.parametrize(
    "failure", [NoConnectionError("N/A", "gone", None), TransportError(429, "busy", {})]
)
def test_a_bundle_without_an_answer_is_sent_again(pauses, failure):
    client = Client(failure)
    send(client, changes(2), patience=10)
    assert client.sent == [["1", "2"], ["1", "2"]]


def test_patience_ends(pauses):
    with pytest.raises(SearchUnavailableError, match="took no changes for 3 s"):
        send(Client(*[429] * 99), changes(1), patience=3)


def test_a_refusal_names_the_article(pauses):
    with pytest.raises(RefusedError, match="article 2"):
        send(Client([200, 400]), changes(2), patience=3)


def test_a_refusal_that_is_as_good_as_done_is_passed_over(pauses):
    send(Client([409]), [Change("index", "kho", 1, b"{}", frozenset({409}))], patience=3)
    assert pauses == []


def test_lanes_carry_bundles_at_once_and_tell_what_went_wrong(pauses, monkeypatch):
    monkeypatch.setattr(bulk, "BUNDLE", 1)
    client = Client()
    send(client, changes(9), patience=3, lanes=3)
    assert sorted(client.sent) == [[str(id_)] for id_ in range(1, 10)]
    with pytest.raises(RefusedError, match="refused article"):
        send(Client(*[400] * 9), changes(9), patience=3, lanes=3)


def test_bundles_are_bounded():
    large = [Change("index", "kho", n, b"x" * (bulk.BUNDLE_BYTES // 2)) for n in range(3)]
    assert [len(bundle) for bundle in bulk.bundles(large)] == [2, 1]
    assert [len(bundle) for bundle in bulk.bundles(changes(bulk.BUNDLE + 1))] == [bulk.BUNDLE, 1]
