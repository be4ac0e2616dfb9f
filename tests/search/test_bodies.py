"""Bodies come back as they went in, with a dictionary or without, joined or not."""

import pytest

from archive.search.backends.whoosh_arrays import bodies
from archive.search.backends.whoosh_arrays.bodies import Bodies, Packer

TEXTS = [f"Sáng {n}/7, Ban Chấp hành Đảng bộ huyện họp lần thứ {n} ✓" for n in range(40)]
ENCODED = [text.encode() for text in TEXTS]


def all_of(arrays):
    found = Bodies(arrays)
    return [found[n] for n in range(len(found.frames))]


@pytest.mark.parametrize("samples", [20, 1000], ids=["a dictionary", "none"])
def test_bodies(monkeypatch, samples):
    monkeypatch.setattr(bodies, "SAMPLES", samples)
    arrays = Packer().packed(ENCODED)
    assert all_of(arrays) == TEXTS
    assert len(Bodies(arrays).dictionaries) == (samples == 20)


def test_a_dictionary_serves_all_that_follow(monkeypatch):
    monkeypatch.setattr(bodies, "SAMPLES", 20)
    packer = Packer()
    many, few = packer.packed(ENCODED), packer.packed(ENCODED[:2])
    assert many["dictionaries.bytes"].tolist() == few["dictionaries.bytes"].tolist()
    assert all_of(few) == TEXTS[:2]
    assert len(few["body.bytes"]) < len(Packer().packed(ENCODED[:2])["body.bytes"])


@pytest.mark.parametrize("body", [b"", b"x"])
def test_nothing_to_learn_from(monkeypatch, body):
    monkeypatch.setattr(bodies, "SAMPLES", 20)
    assert all_of(Packer().packed([body] * 40)) == [body.decode()] * 40
