"""How fast pages are read: `make bench-extract`.

Prints pages a second of one core's time, so that a busy machine counts less, for pages seen for the first time (memories of earlier lines are
cleared between rounds; the best round counts), and the seconds that pages up to 5 MB take.
"""

from __future__ import annotations

import sys
from time import process_time
from typing import TYPE_CHECKING

from archive.extraction import extract
from archive.extraction.indicators import catalogue, scales, units
from archive.extraction.knowledge import Knowledge
from archive.extraction.people import titles
from archive.gazetteer import spelling
from archive.pages import blocks, read, repair, sentences, stamps
from archive.pages.page import PageError, RawPage
from archive.vietnamese import normalise
from tests.bench.shapes import HOSTILE, grown, hostile, html, nested, texts

if TYPE_CHECKING:
    from collections.abc import Sequence

ROUNDS = 7
MEGABYTE = 1_000_000
LARGEST = 5 * MEGABYTE
MEMORIES = (
    normalise.short_shadow, stamps.stamp, sentences.key, catalogue.key_of, units.written, scales.base_unit,
    scales.factor, titles.words_of, spelling.name_key, repair.short_worth,
    blocks.said_by_class,
)  # fmt: skip


def process(text: str, media: str, knowledge: Knowledge) -> None:
    """One page through reading and extraction; a page without an article ends early."""
    try:
        extract(
            read(RawPage(text.encode(), "html" if media == "html" else "text", "bench")), knowledge
        )
    except PageError:
        return


def rate(pages: Sequence[str], media: str, knowledge: Knowledge) -> float:
    """Pages a second."""
    best = float("inf")
    for _ in range(ROUNDS):
        for memory in MEMORIES:
            memory.cache_clear()
        start = process_time()
        for page in pages:
            process(page, media, knowledge)
        best = min(best, process_time() - start)
    return len(pages) / best


def seconds(text: str, media: str, knowledge: Knowledge) -> float:
    start = process_time()
    process(text, media, knowledge)
    return process_time() - start


def loop() -> float:
    """Milliseconds of a fixed piece of Python: says how fast the machine is just now."""
    start = process_time()
    sum(i * i for i in range(200_000))
    return 1000 * (process_time() - start)


def main() -> None:
    knowledge, tell = Knowledge.load(), sys.stdout.write
    flat = texts()
    kilobytes = sum(len(text.encode()) for text in flat) / len(flat) / 1000
    known = [html(text, 60_000, nukeviet=True) for text in flat]
    generic = [html(text, 60_000, nukeviet=False) for text in flat]
    tell(
        f"a loop of 200 000 squares: {min(loop() for _ in range(ROUNDS)):.1f} ms\n\npages a second\n"
    )
    tell(f"  flattened text, {kilobytes:.1f} kB   {rate(flat, 'text', knowledge):7.1f}\n")
    tell(f"  HTML of 60 kB, known     {rate(known, 'html', knowledge):7.1f}\n")
    tell(
        f"  HTML of 60 kB, generic   {rate(generic, 'html', knowledge):7.1f}\n\nseconds by length\n"
    )
    for size in (10_000, 100_000, MEGABYTE, LARGEST):
        tell(
            f"  an article of {size / MEGABYTE:5.2f} MB    {seconds(grown(size), 'text', knowledge):7.2f}\n"
        )
    tell("\nseconds for 1 MB and 5 MB of\n")
    for name, piece in HOSTILE.items():
        spent = [seconds(hostile(piece, size), "text", knowledge) for size in (MEGABYTE, LARGEST)]
        tell(f"  {name:24}{spent[0]:7.2f}{spent[1]:7.2f}\n")
    spent = [seconds(nested(size), "html", knowledge) for size in (MEGABYTE, LARGEST)]
    tell(f"  {'nested elements':24}{spent[0]:7.2f}{spent[1]:7.2f}\n")


if __name__ == "__main__":
    main()
