"""`reextract`: today's rules over yesterday's captures."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Any

from archive.importing.reextract import reextract
from archive.management.console import FAILED, ArchiveCommand, Ticker
from archive.models import Article

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(ArchiveCommand):
    help = "Extract again from stored captures; values that a person has judged stay."
    examples = """\
  manage.py reextract
  manage.py reextract --place hai-duong/kinh-mon --since 2022-01-01"""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--place", metavar="SLUG", help="only articles of this place")
        parser.add_argument("--source", metavar="SLUG", help="only articles of this source")
        parser.add_argument(
            "--since",
            type=date.fromisoformat,
            metavar="DATE",
            help="only articles from this day on",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        chosen = {
            "place__slug": options["place"],
            "source__slug": options["source"],
            "sort_date__gte": options["since"],
        }
        articles = Article.objects.filter(**{k: v for k, v in chosen.items() if v is not None})
        done = failed = 0
        with Ticker("extracted") as ticker:
            for article, problem in reextract(articles.order_by("pk").iterator()):
                ticker.tick()
                done += not problem
                failed += bool(problem)
                if problem:
                    self.stderr.write(f"article {article.pk} ({article.title}): {problem}")
        self.stdout.write(f"extracted {done}, failed {failed}")
        if failed:
            sys.exit(FAILED)
