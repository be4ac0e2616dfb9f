"""What extraction knows besides the page: places through time, portals, and the words of place names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from archive.extraction.people.lexicon import Lexicon
from archive.gazetteer import Gazetteer, SourceRegistry
from archive.vietnamese.normalise import shadow

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Handed to `extract`; `place_names` finds names of provinces and districts among words."""

    gazetteer: Gazetteer
    registry: SourceRegistry
    place_names: Lexicon[str]

    @classmethod
    @lru_cache(maxsize=1)
    def load(cls) -> Knowledge:
        """From the bundled tables, once a process."""
        gazetteer = Gazetteer.load(FIXTURES / "gazetteer")
        return cls.of(gazetteer, SourceRegistry.load(FIXTURES / "sources"))

    @classmethod
    def of(cls, gazetteer: Gazetteer, registry: SourceRegistry) -> Knowledge:
        large = [unit for unit in gazetteer.units if unit.level != "commune"]
        names = {shadow(unit.name).lower(): unit.name for unit in large}
        return cls(gazetteer, registry, Lexicon(names.items()))
