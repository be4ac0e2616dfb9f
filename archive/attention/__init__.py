"""What an editor should look at first: derived from the rows, written beside them.

Like the search index it is kept in step explicitly, in the transaction that changes an article, so
that the queue is one query however large the archive is.
"""

from archive.attention.refreshing import missing, refresh, refresh_all

__all__ = ["missing", "refresh", "refresh_all"]
