"""A unit of administration as it was between two days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

Level = Literal["province", "district", "commune"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One place during one stretch of time.

    `slug` is the identity that lasts through a change of kind (`hai-duong/kinh-mon`); `name` has no
    prefix; `parent` is the slug of the province. `valid_from` None: before the table begins.
    `valid_to` is the last day, None: still there. `code` is the statistics office's.
    """

    slug: str
    name: str
    kind: str
    level: Level
    parent: str | None
    code: str | None
    valid_from: date | None
    valid_to: date | None
    resolution: str | None = None

    def on(self, day: date) -> bool:
        """Whether the unit was there on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )
