"""`evaluate`: how good extraction is on annotated pages."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archive.evaluation.figures import ATTRIBUTES
from archive.evaluation.pages import load_gold, records_of
from archive.evaluation.scoring import MEETING, META, PLACE, score_pages
from archive.extraction.knowledge import Knowledge
from archive.management.console import ArchiveCommand

if TYPE_CHECKING:
    from django.core.management.base import CommandParser

    from archive.evaluation.scoring import Score

LISTS = ("captions", "names", "positions", "roles", "indicators")
BESIDES = (
    "captured_on",
    "meeting.name",
    "ind.parent",
    "ind.compared_with",
    "spans",
)  # measured, in no group


class Command(ArchiveCommand):
    help = "Score extraction against annotated pages: fields, eight groups, overall."
    examples = """\
  manage.py evaluate tests/pages/dev
  manage.py evaluate tests/pages/sample --pages fixtures/pages --misses
  manage.py evaluate tests/pages/dev --json"""
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("gold", type=Path, metavar="DIR", help="folder of gold records")
        parser.add_argument("--pages", type=Path, metavar="DIR", help="their pages, if elsewhere")
        parser.add_argument("--misses", action="store_true", help="list what was not right")
        parser.add_argument("--json", action="store_true", help="one JSON object with everything")

    def handle(self, *_args: Any, **options: Any) -> None:
        gold = load_gold(options["gold"])
        if not gold:
            raise self.usage_error(f"no gold records in {options['gold']}")
        records = records_of(options["pages"] or options["gold"], set(gold), Knowledge.load())
        score = score_pages(gold, records)
        if options["json"]:
            self.stdout.write(
                json.dumps(as_json(score, len(gold)), ensure_ascii=False, default=str)
            )
        else:
            self.tell(score, len(gold), misses=options["misses"])

    def tell(self, score: Score, pages: int, *, misses: bool) -> None:
        self.stdout.write(f"pages {pages}")
        for name, value in fields(score).items():
            self.stdout.write(f"{name:24}{value:.4f}")
        for name in LISTS:
            hit, false, missed = score.counts[name]
            self.stdout.write(
                f"{name:24}{score.f1(name):.4f}  P {score.precision(name):.4f}  R {score.recall(name):.4f}"
                f"  (hits {hit}, false {false}, missed {missed})"
            )
        self.stdout.write("--")
        for name, value in score.groups().items():
            self.stdout.write(f"{name:24}{value:.4f}")
        if misses:
            for miss in score.misses:
                self.stdout.write(f"{miss.page}  {miss.field}: {miss.got!r} -> {miss.want!r}")
        self.stdout.write(f"overall S {score.overall():.4f}")


def fields(score: Score) -> dict[str, float]:
    names = [*META, *(f"place.{n}" for n in PLACE), *(f"meeting.{n}" for n in MEETING)]
    names += [*(f"ind.{n}" for n in ATTRIBUTES), *BESIDES]
    return {name: score.share(name) for name in names}


def as_json(score: Score, pages: int) -> dict[str, Any]:
    return {
        "pages": pages,
        "fields": {**fields(score), **{name: score.f1(name) for name in LISTS}},
        "groups": score.groups(),
        "S": score.overall(),
        "misses": [asdict(miss) for miss in score.misses],
    }
