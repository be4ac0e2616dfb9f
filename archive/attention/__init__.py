"""What an editor should look at first: derived from the rows, written beside them.

Like the search index it is kept in step explicitly, in the transaction that changes an article, so
that the queue is one query however large the archive is. What an import changes may wait (`postpone`), and is made
up for together, in steps.
"""

from archive.attention.postponing import Looked, Postponing, catch_up, postpone
from archive.attention.refreshing import refresh

__all__ = ["Looked", "Postponing", "catch_up", "postpone", "refresh"]
