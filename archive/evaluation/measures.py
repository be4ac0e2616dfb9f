"""Measures of a ranked answer against graded judgements, and how sure a mean is."""

from __future__ import annotations

import math
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

DEPTH = 10
RESAMPLES = 2000
SEED = 4


def recall(found: Sequence[str], grades: dict[str, int]) -> float:
    """Share of the judged answers that were found at all."""
    return len(set(grades) & set(found)) / len(grades)


def reciprocal_rank(found: Sequence[str], grades: dict[str, int]) -> float:
    """1 where one of the best answers stands first, 1/2 where second, 0 where none is found."""
    best = max(grades.values())
    ranks = (rank for rank, name in enumerate(found, 1) if grades.get(name) == best)
    return 1 / next(ranks, math.inf)


def ndcg(found: Sequence[str], grades: dict[str, int], depth: int = DEPTH) -> float:
    """Discounted gain of the first `depth`, as a share of the best order's; gain 2^grade - 1."""
    return dcg([grades.get(name, 0) for name in found[:depth]]) / dcg(
        sorted(grades.values(), reverse=True)[:depth]
    )


def dcg(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, 1))


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def interval(differences: Sequence[Sequence[float]]) -> tuple[float, float]:
    """The middle 95 % of means over resampled groups.

    Spellings of one need are no independent observations, so whole groups are drawn.
    """
    draw = random.Random(SEED)  # noqa: S311 - a repeatable table, no secret
    means = sorted(
        mean([value for group in draw.choices(differences, k=len(differences)) for value in group])
        for _ in range(RESAMPLES)
    )
    return means[round(0.025 * RESAMPLES)], means[round(0.975 * RESAMPLES) - 1]
