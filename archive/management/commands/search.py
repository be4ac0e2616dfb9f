"""`search`: the site's search from the shell."""

from __future__ import annotations

import json
import sys
import time
from datetime import date
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from archive.management.console import ArchiveCommand
from archive.search import index
from archive.search.engine import answer
from archive.search.known import known_synonyms
from archive.search.parsing import parse

if TYPE_CHECKING:
    from django.core.management.base import CommandParser

    from archive.search.hits import Hits

SHOWN_FACETS = ("place", "year")


class Command(ArchiveCommand):
    help = "Search the archive with the engine and the ranking of the site."
    examples = """\
  manage.py search "hoi nghi kinh mon"
  manage.py search "thu ngân sách" --place hai-duong --from 2020-01-01 --json
  manage.py search -- "hội nghị" -thường
  manage.py search - < queries.txt"""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("query", nargs="+", metavar="QUERY", help="`-` reads one query a line")
        parser.add_argument("--place", metavar="SLUG")
        parser.add_argument("--from", dest="since", type=date.fromisoformat, metavar="DATE")
        parser.add_argument("--to", dest="until", type=date.fromisoformat, metavar="DATE")
        parser.add_argument(
            "--sort", choices=("relevance", "newest", "oldest"), default="relevance"
        )
        parser.add_argument("--limit", type=int, default=10)
        parser.add_argument("--json", action="store_true", help="one JSON object a query")

    def handle(self, *_args: Any, **options: Any) -> None:
        from_input = options["query"] == ["-"]
        texts = (line.strip() for line in sys.stdin) if from_input else [" ".join(options["query"])]
        for text in texts:
            started = time.perf_counter()
            hits = self.search(text, options)
            took = round(1000 * (time.perf_counter() - started), 1)
            if options["json"]:
                self.stdout.write(json.dumps(as_json(text, hits, took), ensure_ascii=False))
            elif from_input:
                first = hits.hits[0].url if hits.hits else "-"
                self.stdout.write(f"{hits.total}\t{first}\t{text}")
            else:
                self.print_table(text, hits, took)

    def search(self, text: str, options: dict[str, Any]) -> Hits:
        filters = {key: options[key] for key in ("since", "until", "sort", "limit")}
        places = frozenset(filter(None, [options["place"]]))
        return answer(index.engine(), parse(text, places=places, known=known_synonyms(), **filters))

    def print_table(self, text: str, hits: Hits, took: float) -> None:
        self.stdout.write(f"{hits.total} articles for {text!r} in {took} ms")
        if hits.note == "loose":
            self.stdout.write("Nothing as written; words were matched accent-free.")
        if hits.note == "some":
            self.stdout.write("No article has all the words; these have most of them.")
        if hits.did_you_mean:
            self.stdout.write(f"Did you mean: {hits.did_you_mean}")
        table = Table("date", "place", "title", box=None, pad_edge=False)
        for hit in hits.hits:
            table.add_row(str(hit.date or ""), hit.place or "", hit.title.text)
        Console(width=None if sys.stdout.isatty() else 200).print(table)


def as_json(text: str, hits: Hits, took: float) -> dict[str, Any]:
    return {
        "query": text,
        "total": hits.total,
        "took_ms": took,
        "hits": [
            {
                "id": hit.id,
                "url": hit.url,
                "title": hit.title.text,
                "date": str(hit.date) if hit.date else None,
                "date_kind": hit.date_kind or None,
                "place": hit.place,
                "score": hit.score,
                "snippet": hit.snippet.text,
            }
            for hit in hits.hits
        ],
        "facets": {name: hits.facets.get(name, {}) for name in SHOWN_FACETS},
        "did_you_mean": hits.did_you_mean,
    }
