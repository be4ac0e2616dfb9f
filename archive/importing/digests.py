"""What stands for a page: the digest of its bytes, that of what it says, and how like texts are told."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import numpy as np
from rensa import RMinHash

from archive.vietnamese.fold import fold

if TYPE_CHECKING:
    from archive.extraction.record import Record

RUN = 5  # words
PERMUTATIONS, BAND = 128, 8  # 16 bands of 8: texts that share 0.8 of their runs meet with p = 0.95
SEED = 1  # any, but for ever the same
WORD = re.compile(r"\w+")


def content_hash(record: Record) -> str:
    """Digest of what the article says; the page's clock and counters do not count."""
    text = "\x1f".join((record.title or "", record.body, record.author or "", *record.captions))
    return hashlib.sha256(text.encode()).hexdigest()


def digest_of(text: str) -> bytes:
    """The MinHash (Broder 1997) of a text over runs of five words, accent-free; 512 bytes."""
    words = WORD.findall(fold(text))
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    minhash.update(runs(words))
    return np.array(minhash.digest(), dtype="<u4").tobytes()


def runs(words: list[str]) -> list[str]:
    """All runs of so many words, or the only one of fewer: an empty one where there are none."""
    later = (words[i:] for i in range(min(RUN, len(words))))
    return list(map(" ".join, zip(*later, strict=False))) or [""]


def likeness(one: bytes, other: bytes) -> float:
    """The estimated share of runs that two texts have in common."""
    return float(np.mean(np.frombuffer(one, "<u4") == np.frombuffer(other, "<u4")))


def keys_of(digest: bytes) -> list[int]:
    """One key a band, as signed integers of 64 bits; like texts share one."""
    step = BAND * 4
    return [
        int.from_bytes(
            hashlib.blake2b(digest[i : i + step], digest_size=8, salt=bytes([i // step])).digest(),
            "little",
            signed=True,
        )
        for i in range(0, len(digest), step)
    ]
