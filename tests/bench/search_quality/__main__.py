"""Asks us and every peer on this machine all queries, and writes the comparison as Markdown."""

import argparse
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from archive.evaluation.measures import interval, mean
from archive.evaluation.queries import load_documents, load_groups, load_pages
from archive.evaluation.searching import ask_all, ask_engine, quarrels, summary
from archive.extraction.knowledge import Knowledge
from archive.search.backends.whoosh_arrays.engine import WhooshEngine
from tests.bench.search_quality.peers import PEERS, MissingError

ROOT = Path(__file__).resolve().parents[3]
SET = ROOT / "tests" / "search" / "relevance"
OURS = "this archive"
COMMAND = "make search-quality"
NOT_ASKED = "operator"  # peers have other query languages


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "-o", "--output", type=Path, help="file to write; without it, the terminal"
    )
    output = options.parse_args().output
    groups = load_groups(SET)
    documents = load_documents(load_pages(SET, ROOT), Knowledge.load())
    answers, missing = asked(groups, documents)
    text = report(groups, documents, answers, missing)
    if output:
        output.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


def asked(groups, documents):
    """{searcher: its answers}, and why others were not asked."""
    texts = {
        stem: (d.title, "\n".join(text for _, text in d.parts())) for stem, d in documents.items()
    }
    stems = {document.id: stem for stem, document in documents.items()}
    answers, missing = {}, {}
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="search-quality-"))
        engine = WhooshEngine(Path(folder, "ours"))
        engine.rebuild(documents.values())
        answers[OURS] = ask_all(groups, ask_engine(engine, stems))
        for name, build in PEERS.items():
            try:
                answers[name] = ask_all(compared(groups), build(texts, folder, stack))
            except MissingError as reason:
                missing[name] = str(reason)
    return answers, missing


def compared(groups):
    return [group for group in groups if group.kind != NOT_ASKED]


# --- the report


def report(groups, documents, answers, missing):
    ours = answers[OURS]
    peers = [name for name in answers if name != OURS]
    parts = [
        "# How well the search finds\n",
        f"Written by `{COMMAND}`; `manage.py evaluate_search --misses` lists what is not ideal.\n",
        (f"{len(documents)} pages, {len(groups)} needs, {len(ours)} spellings"
        " (`tests/search/relevance/`). Judgements were made before the ranking was tuned; they are of"
        " a small collection of retold and invented pages, so they compare ways of searching and say"
        " little of a national archive.\n"),
        "## This archive\n",
        table(["kind", "queries", "recall", "MRR", "nDCG@10"], [row(k, a) for k, a in by_kind(ours)]),
        agreement(groups, ours) + "\n",
        "## Beside others, in one run\n",
        ("Peers were given the same texts, ask for all words, and where nothing has all, for any."
        f" Queries of the kind `{NOT_ASKED}` are left out: peers have other query languages.\n"),
        table(["", "recall", "MRR", "nDCG@10", "groups that agree"], [
            [name, *row(name, without_operators(found))[2:], agreeing(compared(groups), found)]
            for name, found in answers.items()
        ]),
        *[f"{name} was not asked: {reason}.\n" for name, reason in missing.items()],
        "## Differences by kind of query\n",
        ("nDCG@10 of this archive minus the peer's, and the middle 95 % of 2,000 bootstrap means over"
        " needs. **Bold**: the interval lies on one side of zero. A minus means"
        " that the peer is better.\n"),
        table(["kind", *peers], differences(ours, [answers[name] for name in peers])),
        "## Single queries that a peer answers better\n",
        "By more than 0.01 of nDCG@10.\n",
        table(["query", "peer", "peer's nDCG@10", "ours"], better(answers)),
    ]  # fmt: skip
    return "\n".join(parts)


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines) + "\n"


def row(name, answers):
    found = summary(answers)
    return [name, found["queries"], *(f"{found[m]:.4f}" for m in ("recall", "MRR", "nDCG@10"))]


def by_kind(answers):
    kinds = dict.fromkeys(one.group.kind for one in answers)
    yield from ((kind, [one for one in answers if one.group.kind == kind]) for kind in kinds)
    yield "typed with accents", [one for one in answers if not one.bare]
    yield "typed without accents", [one for one in answers if one.bare]
    yield "all", answers


def without_operators(answers):
    return [one for one in answers if one.group.kind != NOT_ASKED]


def agreeing(groups, answers):
    return f"{sum(not quarrels(answers, group) for group in groups)} of {len(groups)}"


def agreement(groups, answers):
    return (
        f"Groups that agree: {agreeing(groups, answers)}. Spellings that keep all accents find the"
        " same pages, those without find no fewer."
    )


def differences(ours, peers):
    for kind, own in by_kind(without_operators(ours)):
        others = [dict(by_kind(answers))[kind] for answers in peers]
        yield [kind, *(difference(own, other) for other in others)]


def better(answers):
    ours = without_operators(answers[OURS])
    for name, found in answers.items():
        for own, other in zip(ours, without_operators(found), strict=True):
            if other.ndcg > own.ndcg + 0.01:
                yield [f"`{own.query}`", name, f"{other.ndcg:.3f}", f"{own.ndcg:.3f}"]


def difference(ours, theirs):
    """Mean difference with its interval; whole needs are drawn."""
    by_group = {}
    for own, other in zip(ours, theirs, strict=True):
        by_group.setdefault(id(own.group), []).append(own.ndcg - other.ndcg)
    groups = list(by_group.values())
    low, high = interval(groups)
    middle = f"{mean([v for values in groups for v in values]):+.3f}"
    sure = f"**{middle}**" if low > 0 or high < 0 else middle
    return f"{sure} ({low:+.3f} to {high:+.3f})"


main()
