"""Numbered sessions of a body by term: those the archive has, and those it misses."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.models import Meeting

MOST = 60  # a body meets a few times a year; a higher number was misread


@dataclass(frozen=True, slots=True)
class Term:
    """Sessions 1 to the highest known; a session that no article reports is None."""

    kind: str
    congress: int
    years: str
    sessions: list[tuple[int, Meeting | None]]

    @property
    def missing(self) -> list[int]:
        return [number for number, meeting in self.sessions if meeting is None]

    @property
    def wanted(self) -> str:
        """What a visitor is asked for: body, term, numbers."""
        which = {
            "kind": self.kind,
            "congress": self.congress,
            "numbers": ", ".join(map(str, self.missing)),
        }
        return _("%(kind)s, khóa %(congress)s, lần thứ %(numbers)s") % which


def terms(meetings: Iterable[Meeting]) -> list[Term]:
    """A ninth session means eight before it: newest term first, bodies apart."""
    groups: dict[tuple[int, str], dict[int, Meeting]] = defaultdict(dict)
    for meeting in meetings:
        if meeting.congress and meeting.ordinal and meeting.ordinal <= MOST:
            groups[meeting.congress, meeting.kind][meeting.ordinal] = meeting
    return [
        term(congress, numbered)
        for (congress, _kind), numbered in sorted(groups.items(), key=itemgetter(0), reverse=True)
    ]


def term(congress: int, numbered: dict[int, Meeting]) -> Term:
    sample = next(iter(numbered.values()))
    years = next((meeting.term for meeting in numbered.values() if meeting.term), "")
    sessions = [(number, numbered.get(number)) for number in range(1, max(numbered) + 1)]
    return Term(sample.get_kind_display(), congress, years, sessions)
