"""What the caller of an import may choose."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from archive.pages.readers import Position

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.contrib.auth.models import User

    from archive.attention import Looked
    from archive.models import Place, Source


def never() -> bool:
    return False


def unheard(_looked: Looked) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Options:
    """`place` and `source` overrule what pages say; `user` is who imports.

    Inputs are named from `root` on, where one is given. `processes` read pages, one more saves them.
    `retry_rejected` takes only what was rejected before. `stop` is asked between inputs whether to end
    early; `position` tells how far reading is, `looked` hears how far the queue is, which comes after it.
    """

    format: str = "auto"
    source: Source | None = None
    place: Place | None = None
    dry_run: bool = False
    user: User | None = None
    root: Path | None = None
    processes: int = 1
    retry_rejected: bool = False
    stop: Callable[[], bool] = never
    looked: Callable[[Looked], None] = unheard
    position: Position = field(default_factory=Position)
