"""Places through time: look-ups over dated units, and what is known of portals."""

from archive.gazetteer.gazetteer import Gazetteer
from archive.gazetteer.sources import SourceRegistry
from archive.gazetteer.unit import Unit

__all__ = ["Gazetteer", "SourceRegistry", "Unit"]
