"""What only indices behind aliases can do: rebuild beside the live one, be outdated, be walked through."""

from dataclasses import replace

import pytest

from archive.search.backends.opensearch import bulk, engine, walking
from archive.search.engine import OutdatedIndexError, answer
from archive.search.index import engine_at
from archive.search.parsing import parse
from tests.search.documents import DOCUMENTS, KINH_MON, NAM_SACH, document

EDITED = replace(KINH_MON, title="Tiêu đề đã sửa", digest="1-2")


def ids(engine, text=""):
    return {hit.id for hit in answer(engine, parse(text)).hits}


def again(engine):
    """The engine as another process has it."""
    return engine.__class__(engine.address)


def held(engine):
    return engine.indices.numbered()


@pytest.mark.parametrize("bundle", [1, 500], ids=["rows before the edit", "rows after the edit"])
def test_what_is_changed_while_a_rebuild_goes_on_wins(empty, monkeypatch, bundle):
    monkeypatch.setattr(bulk, "BUNDLE", bundle)
    empty.rebuild(DOCUMENTS)

    def rows():
        yield from (KINH_MON, NAM_SACH)
        other = again(empty)
        other.add([EDITED])
        other.remove([NAM_SACH.id])
        assert ids(empty) == {1, 3, 4}
        yield from DOCUMENTS[2:]

    empty.rebuild(rows())
    assert dict(empty.digests()) == {1: EDITED.digest, 3: "3-1", 4: "4-1"}
    assert ids(empty, "đã sửa") == {1}
    assert ids(empty, "-khôngcó") == {1, 3, 4}


def test_searches_see_the_old_index_until_the_new_one_is_whole(empty):
    empty.rebuild([KINH_MON])

    def rows():
        yield NAM_SACH
        assert ids(again(empty)) == {1}

    empty.rebuild(rows())
    assert ids(empty) == {2}
    assert len(held(empty)) == 1


def test_an_interrupted_rebuild_leaves_the_index_and_is_cleared_away_by_the_next(empty):
    empty.rebuild([KINH_MON])

    def rows():
        yield NAM_SACH
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        empty.rebuild(rows())
    assert ids(empty) == {1}
    empty.rebuild(DOCUMENTS)
    assert ids(empty) == {1, 2, 3, 4}
    assert len(held(empty)) == 1


def test_of_two_rebuilds_the_later_one_holds(empty):
    def rows():
        yield KINH_MON
        again(empty).rebuild(DOCUMENTS)

    with pytest.raises(RuntimeError, match="another rebuild"):
        empty.rebuild(rows())
    assert ids(empty) == {1, 2, 3, 4}


def test_shards_and_copies_are_as_the_address_says(empty):
    empty.rebuild([KINH_MON])
    [name] = held(empty)
    settings = empty.client.indices.get_settings(index=name)[name]["settings"]["index"]
    assert (settings["number_of_shards"], settings["number_of_replicas"]) == ("2", "1")


def test_an_index_of_another_version_is_refused_until_it_is_rebuilt(empty):
    empty.rebuild([KINH_MON])
    [name] = held(empty)
    empty.client.indices.put_mapping(index=name, body={"_meta": {"version": 0}})
    for act in (
        lambda one: one.find(parse("")),
        lambda one: one.add([NAM_SACH]),
        lambda one: one.remove([1]),
        lambda one: one.knows("kinh"),
        lambda one: next(one.digests()),
    ):
        with pytest.raises(OutdatedIndexError, match="index rebuild"):
            act(again(empty))
    empty.rebuild([NAM_SACH])
    assert ids(again(empty)) == {2}


def test_pages_beyond_the_window_follow_those_before(empty, monkeypatch):
    for module, name, size in (
        (engine, "WINDOW", 10), (walking, "STEP", 7), (walking, "SHOWN_STEP", 3),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, size)
    empty.rebuild(document(n, "Tin", f"Hội nghị số {n % 9}.") for n in range(1, 41))
    for query in (parse("hội nghị"), parse("hội nghị", sort="oldest"), parse("hoi nghi")):
        pages = [empty.find(replace(query, offset=n, limit=8)) for n in range(0, 48, 8)]
        found = [hit.id for page in pages for hit in page.hits]
        assert sorted(found) == list(range(1, 41))
        assert {page.total for page in pages} == {40}
        monkeypatch.setattr(engine, "WINDOW", 10_000)
        assert found == [hit.id for hit in empty.find(replace(query, limit=100)).hits]
        monkeypatch.setattr(engine, "WINDOW", 10)


def test_a_word_longer_than_any_query_does_no_harm(empty):
    empty.rebuild([replace(KINH_MON, body="a" * 50_000 + " hội họp")])
    assert ids(empty, "hội họp") == {1}
    assert ids(empty, "a" * 900) == set()
    assert empty.nearest("a" * 900) is None


def test_two_installations_share_a_cluster(addressed, empty, prefix):
    empty.rebuild([KINH_MON])
    other = engine_at(addressed(f"{prefix}-b"))
    other.rebuild([NAM_SACH])
    assert (ids(empty), ids(other)) == ({1}, {2})
    other.destroy()
    assert ids(empty) == {1}
