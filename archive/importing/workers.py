"""Inputs understood by several processes, given back in their order.

A process that dies or hangs costs the one page that it did so on, never the run. What is read ahead is
bounded, so that memory stays flat however many pages there are.
"""

from __future__ import annotations

import gc
import resource
import signal
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import chain, islice
from multiprocessing import get_context
from multiprocessing.reduction import ForkingPickler
from operator import attrgetter
from pickle import dumps, loads
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Self

from archive.extraction.knowledge import Knowledge
from archive.extraction.record import (
    IndicatorFact,
    MeetingFact,
    OfficialFact,
    PlaceFact,
    PositionFact,
    Record,
    RoleFact,
    Span,
)
from archive.importing.understanding import Refused, Understood, understand
from archive.pages import BadInput, Revisit
from archive.pages.page import RawPage

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from concurrent.futures import Future
    from multiprocessing.connection import Connection

    from archive.gazetteer import SourceRegistry
    from archive.pages import Input

Item = Understood | Refused | Revisit
# What messages hold most of: pickle asks each of them at length how it is to be written.
VALUES: tuple[Any, ...] = (
    RawPage, Understood, Record, PlaceFact, MeetingFact, OfficialFact, PositionFact, RoleFact, IndicatorFact, Span,
)  # fmt: skip
SMALL = 40  # inputs; fewer are done sooner than a process has started
TOGETHER, TOGETHER_BYTES = 8, 4 << 20  # inputs and bytes of one message
AHEAD, AHEAD_BYTES = 32, 64 << 20  # messages and bytes that are on their way
PATIENCE = 120.0  # seconds for an answer; the longest pages take some
MEMORY = 2 << 30  # bytes of address space of one process
DIED = (
    "the process that read it was killed (out of memory?) or was not done after "
    f"{PATIENCE:.0f} s; `--retry-rejected` reads it again"
)
CONTEXT = get_context("forkserver")  # no process inherits a connection or a thread of ours


def written(kind: Any) -> Callable[[Any], tuple[Any, tuple[Any, ...]]]:
    """How pickle is to write values of a kind: as a call with their fields."""
    fields = attrgetter(*kind.__match_args__)
    return lambda value: (kind, fields(value))


for kind in VALUES:
    ForkingPickler.register(kind, written(kind))


class WorkerError(RuntimeError):
    """No process can be started; what was saved so far stays."""


def item_of(item: Input, knowledge: Knowledge) -> Item:
    if isinstance(item, BadInput):
        return Refused(item.name, item.reason, item.skipped)
    return item if isinstance(item, Revisit) else understand(item, knowledge)


def understood(
    inputs: Iterable[Input], knowledge: Knowledge, processes: int
) -> Generator[Item, None, None]:
    """Each input understood, in order; a few are done in this process."""
    source = iter(inputs)
    first = list(islice(source, SMALL)) if processes > 1 else []
    if len(first) < SMALL:
        for item in chain(first, source):
            yield item_of(item, knowledge)
    else:
        with Pool(processes, knowledge.registry) as pool:
            yield from pool.understood(chain(first, source))


class Pool:
    """A thread here for each process there: it hands over, waits, and starts another where one died."""

    def __init__(self, processes: int, registry: SourceRegistry) -> None:
        self.threads = ThreadPoolExecutor(processes, thread_name_prefix="reader")
        self.workers = [Worker(registry) for _ in range(processes)]
        self.idle: SimpleQueue[Worker] = SimpleQueue()
        for worker in self.workers:
            self.idle.put(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        for worker in self.workers:
            worker.close()
        self.threads.shutdown(cancel_futures=True)

    def understood(self, inputs: Iterable[Input]) -> Iterator[Item]:
        """In order. What is ahead waits as the bytes that the processes sent, without an object for each fact."""
        waiting: deque[tuple[int, Future[list[bytes]]]] = deque()
        ahead = 0
        for message in messages(inputs):
            size = sum(map(weight, message))
            waiting.append((size, self.threads.submit(self.ask, message)))
            ahead += size
            while len(waiting) > AHEAD or (ahead > AHEAD_BYTES and len(waiting) > 1):
                size, answer = waiting.popleft()
                ahead -= size
                yield from unpacked(answer.result())
        for _, answer in waiting:
            yield from unpacked(answer.result())

    def ask(self, message: list[Input]) -> list[bytes]:
        worker = self.idle.get()
        try:
            return worker.understand(message)
        finally:
            self.idle.put(worker)


class Worker:
    """One process and the pipe to it; begun when first asked."""

    def __init__(self, registry: SourceRegistry) -> None:
        self.registry = registry
        self.process: Any = None
        self.closed = False

    def understand(self, message: list[Input]) -> list[bytes]:
        """The items of a message, pickled; where it kills the process, each is asked alone."""
        answer = self.answer(message)
        if answer is not None:
            return [answer]
        if len(message) == 1:
            return [dumps([Refused(message[0].name, DIED)])]
        return [answer for one in message for answer in self.understand([one])]

    def answer(self, message: list[Input]) -> bytes | None:
        """What the process says; None where it died or is not done in time."""
        if self.process is None:
            self.start()
        try:
            self.pipe.send(message)
            if self.pipe.poll(PATIENCE):
                return self.pipe.recv_bytes()
        except (EOFError, OSError):
            pass
        self.stop()
        return None

    def start(self) -> None:
        if self.closed:
            raise WorkerError("the import is being stopped")
        self.pipe, theirs = CONTEXT.Pipe()
        CONTEXT.set_forkserver_preload([__name__])
        process = CONTEXT.Process(target=work, args=(theirs, self.registry), daemon=True)
        process.start()
        self.process = process
        theirs.close()
        try:
            ready = self.pipe.poll(PATIENCE) and self.pipe.recv()
        except (EOFError, OSError):
            ready = False
        if not ready:
            self.stop()
            raise WorkerError(
                "a process that reads pages could not be started (out of memory?): what was saved stays; "
                "run the same command again, with --processes 1 if need be"
            )

    def stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.join()
            self.pipe.close()
            self.process = None

    def close(self) -> None:
        """End the process, also one that is at work: whoever waits for it hears of it."""
        self.closed = True
        if self.process is not None:
            self.process.kill()


def work(pipe: Connection, registry: SourceRegistry) -> None:
    """The life of a process: it ends with the pipe, and so with the process that began it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one that saves
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    knowledge = replace(Knowledge.load(), registry=registry)
    gc.freeze()  # gazetteer and patterns stay: nothing to look for among them
    gc.disable()  # circles of rubbish are looked for once a message
    pipe.send(True)  # noqa: FBT003  (ready)
    while True:
        try:
            message = pipe.recv()
        except EOFError:
            return
        pipe.send([item_of(item, knowledge) for item in message])
        gc.collect()


def messages(inputs: Iterable[Input]) -> Iterator[list[Input]]:
    """Some inputs at once, large ones alone."""
    message: list[Input] = []
    size = 0
    for item in inputs:
        if message and (len(message) == TOGETHER or size + weight(item) > TOGETHER_BYTES):
            yield message
            message, size = [], 0
        message.append(item)
        size += weight(item)
    if message:
        yield message


def unpacked(answers: list[bytes]) -> Iterator[Item]:
    for answer in answers:
        yield from loads(answer)  # noqa: S301  (of a process of ours)


def weight(item: Input) -> int:
    return len(item.content) if isinstance(item, RawPage) else 0
