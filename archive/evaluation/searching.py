"""A searcher asked every query of the relevance set, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.evaluation.measures import mean, ndcg, recall, reciprocal_rank
from archive.search.engine import answer
from archive.search.parsing import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.evaluation.queries import Group
    from archive.search.engine import Engine

Ask = Callable[[str], list[str]]  # a query → page stems, best first
EVERYTHING = 1000


@dataclass(frozen=True, slots=True)
class Answered:
    """One query and the stems of the pages that were found, best first."""

    group: Group
    query: str
    bare: bool
    found: tuple[str, ...]

    @property
    def recall(self) -> float:
        return recall(self.found, self.group.grades)

    @property
    def rank(self) -> float:
        return reciprocal_rank(self.found, self.group.grades)

    @property
    def ndcg(self) -> float:
        return ndcg(self.found, self.group.grades)


def ask_engine(engine: Engine, stems: dict[int, str]) -> Ask:
    """The product itself as a searcher; `stems` names the pages by document id."""

    def ask(text: str) -> list[str]:
        hits = answer(engine, parse(text, limit=EVERYTHING)).hits
        return [stems[hit.id] for hit in hits]

    return ask


def ask_all(groups: Sequence[Group], ask: Ask) -> list[Answered]:
    return [
        Answered(group, query, bare, tuple(ask(query)))
        for group in groups
        for bare, queries in ((False, group.typed), (True, group.bare))
        for query in queries
    ]


def summary(answers: Sequence[Answered]) -> dict[str, float]:
    return {
        "queries": len(answers),
        "recall": mean([a.recall for a in answers]),
        "MRR": mean([a.rank for a in answers]),
        "nDCG@10": mean([a.ndcg for a in answers]),
    }


@dataclass(frozen=True, slots=True)
class Quarrel:
    """A spelling that finds other pages than its group's first one."""

    first: str
    other: str
    lost: tuple[str, ...]
    extra: tuple[str, ...]


def quarrels(answers: Sequence[Answered], group: Group) -> list[Quarrel]:
    """Where a group disagrees: full spellings must find the same, bare ones nothing less."""
    own = [answered for answered in answers if answered.group is group]
    first = own[0]
    wanted = set(first.found)
    found = []
    for other in own[1:]:
        lost, extra = wanted - set(other.found), set(other.found) - wanted
        if lost or (extra and not other.bare):
            found.append(Quarrel(first.query, other.query, tuple(lost), tuple(extra)))
    return found
