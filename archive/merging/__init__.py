"""Merging and splitting officials, meetings, sources and indicators, and taking that back exactly.

`KINDS` says for each kind what hangs on a record and which pairs may be one; `merge`, `split`, `undo` and
`tell_apart` are one transaction each. Rows are moved, never deleted or overwritten: the record that is
merged stays, with what only it knew, and its address leads to the other.
"""

from archive.merging.acting import MergeError, merge, split, tell_apart, undo
from archive.merging.kinds import KINDS

__all__ = ["KINDS", "MergeError", "merge", "split", "tell_apart", "undo"]
