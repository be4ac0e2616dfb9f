"""Sums of the archive, right at every moment: how many articles, meetings, people and figures, and of when.

Like the queue they are kept in step explicitly, in the transaction that changes an article. Nothing is added or
subtracted: of what an article belonged to and belongs to now each sum is made anew from the rows, so that none
can drift. `verify` compares them all with the rows.
"""

from archive.sums.keeping import (
    in_steps,
    in_steps_of,
    make_if_none,
    note,
    rebuild,
    refresh,
    verify,
)

__all__ = ["in_steps", "in_steps_of", "make_if_none", "note", "rebuild", "refresh", "verify"]
