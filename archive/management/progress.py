"""How far a long command is: a bar with rate and time left on a terminal, sparse lines elsewhere."""

from __future__ import annotations

import signal
import sys
import threading
from datetime import timedelta
from time import monotonic
from typing import TYPE_CHECKING, Any, Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

SPARSE = 100  # items between two looks at the clock; they come in bursts
EVERY = 30.0  # seconds between two lines where standard error is no terminal


class Meter:
    """Counts items, and tells by the share of `total` that `reached` gives how long it will take."""

    def __init__(
        self,
        label: str,
        total: int,
        reached: Callable[[], int],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.label, self.total, self.reached, self.clock = label, total, reached, clock
        self.count = 0
        self.began = self.told = clock()
        self.bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[words]}"),
            console=Console(stderr=True),
            transient=True,
            disable=not sys.stderr.isatty(),
        )
        self.task = self.bar.add_task(label, total=total or None, words="")

    def __enter__(self) -> Self:
        self.bar.start()
        return self

    def __exit__(self, *_exc: object) -> None:
        self.bar.stop()

    def tick(self) -> None:
        self.count += 1
        if not self.bar.disable:
            self.bar.update(self.task, completed=self.reached(), words=self.words())
        elif self.count % SPARSE == 0 and self.clock() - self.told >= EVERY:
            self.told = self.clock()
            print(f"{self.label} {self.words()}", file=sys.stderr)

    def say(self, words: str) -> None:
        """What is done after the last item, as sparsely."""
        if not self.bar.disable:
            self.bar.update(self.task, words=words)
        elif self.clock() - self.told >= EVERY:
            self.told = self.clock()
            print(words, file=sys.stderr)

    def words(self) -> str:
        """`1,500, 48.1 a second, 12 %, 0:03:10 left`."""
        passed = max(self.clock() - self.began, 0.001)
        told = f"{self.count:,}, {self.count / passed:.1f} a second"
        share = min(self.reached() / self.total, 1.0) if self.total else 0.0
        if not share:
            return told
        left = timedelta(seconds=round(passed * (1 - share) / share))
        return f"{told}, {share:.0%}, {left} left"


class Stopping:
    """Ctrl-C asks to end in order, a second one ends at once. Call it: has somebody asked?"""

    def __init__(self, message: str) -> None:
        self.message, self.asked = message, False
        self.before: dict[int, Any] = {}

    def __call__(self) -> bool:
        return self.asked

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():  # others get no signals
            for number in (signal.SIGINT, signal.SIGTERM):
                self.before[number] = signal.signal(number, self.ask)
        return self

    def __exit__(self, *_exc: object) -> None:
        for number, handler in self.before.items():
            signal.signal(number, handler)

    def ask(self, *_signal: object) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True
        print(self.message, file=sys.stderr)


def size_of(paths: Iterable[Path]) -> int:
    """Bytes of all files under the paths, as reading will pass them."""
    files = (file for path in paths for file in ([path] if path.is_file() else path.rglob("*")))
    return sum(file.stat().st_size for file in files if file.is_file())
