"""A shelf asks together, and knows what was added since."""

from archive.importing.shelf import Shelf


def shelf(asked):
    def fetch(keys):
        asked.append(sorted(keys))
        return [(key, key.upper()) for key in keys]

    return Shelf(fetch)


def test_what_is_expected_is_asked_once_and_together():
    asked = []
    kept = shelf(asked)
    kept.expect(["a", "b"])
    assert (kept["a"], kept.first("b"), asked) == (["A"], "B", [["a", "b"]])


def test_what_was_added_comes_after_what_was_there():
    kept = shelf([])
    kept.add("a", "new")
    assert kept["a"] == ["A", "new"]


def test_what_was_noted_is_asked_when_it_is_needed():
    asked = []
    kept = shelf(asked)
    kept.note("a", "new")
    kept.note("b", "never asked for")
    assert asked == []
    assert (kept["a"], asked) == (["A", "new"], [["a"]])
    kept.note("a", "newer")
    assert kept["a"] == ["A", "new", "newer"]


def test_of_what_was_just_made_nothing_is_asked():
    asked = []
    kept = shelf(asked)
    kept.begin("a")
    assert (kept["a"], asked) == ([], [])
