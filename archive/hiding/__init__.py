"""Hiding an article or some words of it: covered in the rows, so that nothing that reads them shows it.

Whatever goes out (pages, search, feeds, data, the comparison of versions) is made from the rows. While
something is hidden the rows hold a cover of the same length and `Original` holds the words, so that spans
of evidence stay true and lifting puts back exactly what was there. The bytes of the page cannot be covered:
they are not public while anything in them is hidden (`Capture.objects.public`).

`enforce` is the one rule; it runs when something is hidden or lifted and whenever a machine has written.
"""

from archive.hiding.enforcing import enforce
from archive.hiding.ordering import hide, lift

__all__ = ["enforce", "hide", "lift"]
