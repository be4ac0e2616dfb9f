"""One line of the report on an import, the same from the command and from the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from archive.importing.saving import Result


def report_line(result: Result) -> dict[str, Any]:
    """What became of one page; `reason` is null where the page went in, `article` where none did."""
    return {
        "name": result.name,
        "outcome": str(result.outcome),
        "reason": result.reason or None,
        "article": result.article_id,
    }
