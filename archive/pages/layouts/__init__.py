"""The layouts of portals, one small module each; the first that recognises a page reads it.

A layout says by which signs its pages are known and, for HTML, which element holds the article. The
reading itself is the same for all (`archive.pages.assemble`).
"""

from archive.pages.layouts import clock_first, liferay, nukeviet, sharepoint, weekday_first
from archive.pages.layouts.layout import GENERIC, Layout, near_ends

LAYOUTS: tuple[Layout, ...] = (
    sharepoint.LAYOUT,
    liferay.LAYOUT,
    nukeviet.LAYOUT,
    clock_first.LAYOUT,
    weekday_first.LAYOUT,
)


def layout_named(name: str) -> Layout:
    """The layout of that name, the general one where there is none."""
    return next((layout for layout in LAYOUTS if layout.name == name), GENERIC)


__all__ = ["GENERIC", "LAYOUTS", "Layout", "layout_named", "near_ends"]
