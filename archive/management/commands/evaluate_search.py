"""`evaluate_search`: how well the engine finds what the relevance set says must be found."""

from __future__ import annotations

import json
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings

from archive.evaluation.queries import load_documents, load_groups, load_pages
from archive.evaluation.searching import ask_all, ask_engine, quarrels, summary
from archive.extraction.knowledge import Knowledge
from archive.management.console import ArchiveCommand
from archive.search.index import cluster_at, engine_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.core.management.base import CommandParser

    from archive.evaluation.queries import Group
    from archive.evaluation.searching import Answered
    from archive.search.engine import Engine

SET = Path("tests/search/relevance")
ENGINES = ("whoosh", "memory", "opensearch")


class Command(ArchiveCommand):
    help = "Ask every query of the relevance set: recall, MRR, nDCG@10, and how many groups agree."
    examples = """\
  manage.py evaluate_search
  manage.py evaluate_search --engine memory --misses
  manage.py evaluate_search --json
  SEARCH_URL=opensearch://host:9200/kho manage.py evaluate_search
                             in an index of its own beside the installation's"""
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("set", nargs="?", type=Path, default=SET, metavar="DIR")
        parser.add_argument(
            "--engine", choices=ENGINES, help="the kind that SEARCH_URL names, where not given"
        )
        parser.add_argument("--misses", action="store_true", help="list queries that are not ideal")
        parser.add_argument("--json", action="store_true")

    def handle(self, *_args: Any, **options: Any) -> None:
        folder = options["set"]
        if not (folder / "pages.txt").exists():
            raise self.usage_error(f"there is no relevance set in {folder}: pages.txt is missing")
        groups = load_groups(folder)
        kind = options["engine"] or settings.SEARCH_URL.partition("://")[0].partition("+")[0]
        if kind == "opensearch" and not settings.SEARCH_URL.startswith(kind):
            raise self.usage_error("--engine opensearch needs a cluster: set SEARCH_URL")
        answers = self.answers(groups, load_pages(folder, settings.BASE_DIR), kind)
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
        with scratch_engine(engine_name) as engine:
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


@contextmanager
def scratch_engine(kind: str) -> Iterator[Engine]:
    """An empty engine, which leaves nothing behind."""
    if kind == "opensearch":
        cluster = cluster_at(settings.SEARCH_URL, suffix="-evaluation")
        try:
            yield cluster
        finally:
            cluster.destroy()
        return
    with tempfile.TemporaryDirectory(prefix="evaluate-") as folder:
        yield engine_at(f"{kind}://{folder}/index")


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
