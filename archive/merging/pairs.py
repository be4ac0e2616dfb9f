"""Pairs that may be one: what speaks for it and what against, in the words of the desk.

Candidates share a key that the database groups by (a name, a place and day, a host), so the work grows
with the number of records that share one, not with the square of the archive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

from archive.models import Distinction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

CROWD = 40  # records of one key; past that only neighbours in order are compared


@dataclass(slots=True)
class Pair:
    """Two records. `score` orders the list: the higher, the more likely they are one."""

    first: Any
    second: Any
    reasons: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    score: int = 0

    def speaks(self, weight: int, words: str) -> None:
        """Add a reason, or with a negative weight a doubt; words already said are not repeated."""
        said = self.reasons if weight > 0 else self.doubts
        if words not in said:
            said.append(words)
            self.score += weight


def compared(
    record: str,
    groups: Iterable[Sequence[Any]],
    compare: Callable[[Pair], None],
    *,
    least: int = 1,
) -> list[Pair]:
    """The pairs within each group that speak more for than against, the likeliest first."""
    apart = set(Distinction.objects.filter(record=record).values_list("first_id", "second_id"))
    found: dict[tuple[int, int], Pair] = {}
    for group in groups:
        for one, other in couples(group):
            key = (min(one.pk, other.pk), max(one.pk, other.pk))
            if key in apart or key in found or one.pk == other.pk:
                continue
            pair = Pair(one, other)
            compare(pair)
            if pair.score >= least:
                found[key] = pair
    return sorted(found.values(), key=lambda pair: (-pair.score, pair.first.pk, pair.second.pk))


def couples(group: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """All couples of a small group; of a crowd each with its next."""
    if len(group) <= CROWD:
        return combinations(group, 2)
    return pairwise(group)
