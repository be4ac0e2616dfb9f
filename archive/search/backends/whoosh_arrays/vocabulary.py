"""Help from the archive's own words: what was probably meant, what begins as typed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from archive.search.backends.scoring import completion_rank, started, wanted_of
from archive.search.hits import Completion
from archive.search.likeness import edits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.search.backends.whoosh_arrays.snapshot import Part, Snapshot
    from archive.search.document import Subject

MOST_COMPLETIONS = 2000  # subjects of a segment that are looked at for what somebody types


def nearest_word(snapshot: Snapshot, word: str) -> str | None:
    """The accent-free word one edit away that stands in most articles."""
    counts: Counter[str] = Counter()
    wanted = [near.encode() for near in edits(word)]
    for part in snapshot.parts:
        words = part.segment.words
        for near in (words[number].decode() for number in words.find_all(wanted)):
            found = part.segment.found("all", "folded", near).number
            if found:
                counts[near] += found
    return max(counts, key=lambda near: (counts[near], near), default=None)


def completed(snapshot: Snapshot, start: str, limit: int) -> list[Completion]:
    """Subjects with a word that begins so."""
    wanted = wanted_of(start)
    if not wanted:
        return []
    counts: Counter[Subject] = Counter()
    for part in snapshot.parts:
        counts.update(dict(subjects_with(part, wanted)))
    ranked = sorted(
        (subject for subject, count in counts.items() if count),
        key=lambda subject: completion_rank(subject, counts[subject], wanted),
    )
    return [Completion(s.kind, s.key, s.label, counts[s]) for s in ranked[:limit]]


def subjects_with(part: Part, start: str) -> Iterator[tuple[Subject, int]]:
    terms = part.segment.subjects
    for number in terms.with_prefix(start.encode())[:MOST_COMPLETIONS]:
        docs = part.segment.docs_of_subject(number)
        alive = docs if part.alive is None else docs[part.alive[docs]]
        yield started(terms[number].decode()), len(alive)
