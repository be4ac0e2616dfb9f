"""Reads the annotated pages so many times, for a counter of machine instructions, which a busy machine does not change.

    PYTHONHASHSEED=0 valgrind --tool=cachegrind --cache-sim=no .venv/bin/python -m tests.bench.instructions 1

less the same with 0, by the number of pages, is what one page takes that is seen for the first time.
"""

import sys

from archive.extraction.knowledge import Knowledge
from tests.bench.extract import MEMORIES, process
from tests.bench.shapes import texts

WARMING = 3  # pages by which everything is loaded that is loaded once


def main() -> None:
    knowledge, pages = Knowledge.load(), texts()
    for page in pages[:WARMING]:
        process(page, "text", knowledge)
    for _ in range(int(sys.argv[1])):
        for memory in MEMORIES:
            memory.cache_clear()
        for page in pages:
            process(page, "text", knowledge)
    sys.stdout.write(f"{len(pages)} pages\n")


if __name__ == "__main__":
    main()
