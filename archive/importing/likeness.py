"""The same report under several addresses: syndicated, shortened, touched up. One is shown, all are kept.

Texts are compared by MinHash (Broder 1997) over runs of five words, accent-free; the digests lie in the
database, so that the comparison is with all articles ever imported and costs no memory.
"""

from __future__ import annotations

import hashlib
import re
from datetime import timedelta

import numpy as np
from rensa import RMinHash

from archive.models import Article, Likeness, LikenessKey, Visibility
from archive.models.turns import take_turn
from archive.vietnamese.fold import fold

RUN = 5  # words
PERMUTATIONS, BAND = 128, 8  # 16 bands of 8: texts that share 0.8 of their runs meet with p = 0.95
SEED = 1  # any, but for ever the same
ALIKE = (
    0.8  # share of common runs; two sessions of one body, told by one formula, share less than half
)
APART = timedelta(days=60)  # a report is copied while it is news
WORD = re.compile(r"\w+")


def digest_of(text: str) -> bytes:
    """The MinHash of a text, 512 bytes."""
    words = WORD.findall(fold(text))
    runs = {" ".join(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1))}
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    minhash.update(sorted(runs))
    return np.array(minhash.digest(), dtype="<u4").tobytes()


def likeness(one: bytes, other: bytes) -> float:
    """The estimated share of runs that two texts have in common."""
    return float(np.mean(np.frombuffer(one, "<u4") == np.frombuffer(other, "<u4")))


def keys_of(digest: bytes) -> list[int]:
    """One key a band, as signed integers of 64 bits."""
    step = BAND * 4
    return [
        int.from_bytes(
            hashlib.blake2b(digest[i : i + step], digest_size=8, salt=bytes([i // step])).digest(),
            "little",
            signed=True,
        )
        for i in range(0, len(digest), step)
    ]


def group(article: Article, text: str) -> set[int]:
    """Put the article into its group of like ones; returns the articles whose showing changed."""
    take_turn("likeness")
    digest = digest_of(text)
    keys = keys_of(digest)
    row, _ = Likeness.objects.update_or_create(article=article, defaults={"digest": digest})
    row.keys.all().delete()
    LikenessKey.objects.bulk_create(LikenessKey(likeness=row, key=key) for key in keys)
    return settle({article, *alike(article, digest, keys)})


def alike(article: Article, digest: bytes, keys: list[int]) -> set[Article]:
    """Articles of the same time whose text is nearly this one's, with those grouped under them."""
    rows = Likeness.objects.filter(keys__key__in=keys).exclude(article=article)
    found = {
        row.article
        for row in rows.select_related("article").distinct()
        if likeness(digest, bytes(row.digest)) >= ALIKE and same_time(article, row.article)
    }
    heads = {other.duplicate_of_id or other.pk for other in found}
    return (
        found
        | set(Article.objects.filter(pk__in=heads))
        | set(Article.objects.filter(duplicate_of__in=heads).exclude(pk=article.pk))
    )


def same_time(one: Article, other: Article) -> bool:
    if one.sort_date is None or other.sort_date is None:
        return True
    return abs(one.sort_date - other.sort_date) <= APART


def settle(members: set[Article]) -> set[int]:
    """Let the best of a group stand for it, where no person decided otherwise."""
    held = Article.objects.select_for_update(of=("self",), no_key=True).select_related("source")
    members = set(held.filter(pk__in=[member.pk for member in members]).order_by("pk"))
    head = max(members, key=worth)
    changed = set()
    for member in members:
        stands_for = None if member == head else head
        if member.duplicate_of_id != (stands_for and stands_for.pk) and by_machine(member):
            member.duplicate_of = stands_for
            member.save(update_fields=["duplicate_of", "changed_at"])
            changed |= {member.pk, head.pk}
    return changed


def by_machine(article: Article) -> bool:
    return "duplicate_of" not in article.human_fields


def worth(article: Article) -> tuple[bool, bool, bool, int, int]:
    """What comes first: originals with an address, the fuller text, the older row.

    Before them comes what a person withdrew, so that no copy brings it back.
    """
    return (
        article.visibility != Visibility.PUBLIC,
        not article.source.is_sample,
        bool(article.url),
        len(article.current.body),
        -article.pk,
    )
