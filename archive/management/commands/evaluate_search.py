"""`evaluate_search`: how well the engine finds what the relevance set says must be found."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings

from archive.evaluation.queries import load_documents, load_groups, load_pages
from archive.evaluation.searching import ask_all, ask_engine, quarrels, summary
from archive.extraction.knowledge import Knowledge
from archive.management.console import ArchiveCommand
from archive.search.index import engine_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.core.management.base import CommandParser

    from archive.evaluation.queries import Group
    from archive.evaluation.searching import Answered

SET = Path("tests/search/relevance")


class Command(ArchiveCommand):
    help = "Ask every query of the relevance set: recall, MRR, nDCG@10, and how many groups agree."
    examples = """\
  manage.py evaluate_search
  manage.py evaluate_search --engine memory --misses
  manage.py evaluate_search --json"""
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("set", nargs="?", type=Path, default=SET, metavar="DIR")
        parser.add_argument("--engine", choices=("whoosh", "memory"), default="whoosh")
        parser.add_argument("--misses", action="store_true", help="list queries that are not ideal")
        parser.add_argument("--json", action="store_true")

    def handle(self, *_args: Any, **options: Any) -> None:
        folder = options["set"]
        if not (folder / "pages.txt").exists():
            raise self.usage_error(f"there is no relevance set in {folder}: pages.txt is missing")
        groups = load_groups(folder)
        answers = self.answers(groups, load_pages(folder, settings.BASE_DIR), options["engine"])
        disagreeing = [group for group in groups if quarrels(answers, group)]
        if options["json"]:
            self.stdout.write(json.dumps(as_json(groups, answers, disagreeing), ensure_ascii=False))
            return
        self.tell(answers, groups, disagreeing)
        if options["misses"]:
            self.tell_misses(answers, disagreeing)

    def answers(
        self, groups: Sequence[Group], pages: Sequence[Path], engine_name: str
    ) -> list[Answered]:
        documents = load_documents(list(pages), Knowledge.load())
        stems = {document.id: stem for stem, document in documents.items()}
        with tempfile.TemporaryDirectory(prefix="evaluate-") as folder:
            engine = engine_at(f"{engine_name}://{folder}/index")
            engine.rebuild(documents.values())
            return ask_all(groups, ask_engine(engine, stems))

    def tell(
        self, answers: Sequence[Answered], groups: Sequence[Group], disagreeing: Sequence[Group]
    ) -> None:
        self.stdout.write(f"{'kind':14}{'queries':>8}{'recall':>9}{'MRR':>9}{'nDCG@10':>9}")
        for name, part in by_kind(answers).items():
            row = summary(part)
            self.stdout.write(
                f"{name:14}{row['queries']:8}"
                f"{row['recall']:9.4f}{row['MRR']:9.4f}{row['nDCG@10']:9.4f}"
            )
        agreed = len(groups) - len(disagreeing)
        self.stdout.write(f"groups that agree {agreed} of {len(groups)}")

    def tell_misses(self, answers: Sequence[Answered], disagreeing: Sequence[Group]) -> None:
        for one in answers:
            if one.ndcg < 1 or one.recall < 1:
                self.stdout.write(
                    f"{one.group.kind}: {one.query!r} found {list(one.found)}, wanted {one.group.grades}"
                )
        for group in disagreeing:
            for quarrel in quarrels(answers, group):
                self.stdout.write(
                    f"{group.kind}: {quarrel.other!r} against {quarrel.first!r}:"
                    f" lost {list(quarrel.lost)}, more {list(quarrel.extra)}"
                )


def by_kind(answers: Sequence[Answered]) -> dict[str, list[Answered]]:
    """Answers by kind of group, those without accents once more together, and all."""
    kinds = dict.fromkeys(one.group.kind for one in answers)
    parts = {kind: [one for one in answers if one.group.kind == kind] for kind in kinds}
    return {
        **parts,
        "(no accents)": [one for one in answers if one.bare],
        "all": list(answers),
    }


def as_json(
    groups: Sequence[Group], answers: Sequence[Answered], disagreeing: Sequence[Group]
) -> dict[str, Any]:
    return {
        "kinds": {name: summary(part) for name, part in by_kind(answers).items()},
        "groups": len(groups),
        "agree": len(groups) - len(disagreeing),
    }
