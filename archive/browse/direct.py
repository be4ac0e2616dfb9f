"""A direct answer above the hits: who held a post, or what a figure was, with the words that say so.

Only where the query names the whole post or indicator and a place, and the archive has an article that
says it. A guess is never shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch, Q

from archive.browse.marks import anchor_of
from archive.browse.passages import passage
from archive.models import Article, Evidence, Observation, Place, PositionReport
from archive.search.asking import name_key, questions, title_words
from archive.vietnamese.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.browse.passages import Passage
    from archive.models import Official
    from archive.search.asking import Question

MOST = 3  # holders, or figures, that are shown
TOTAL = ("tổng",)  # `thu ngân sách` asks for `Tổng thu ngân sách`
KINDS = ("result", "estimate")  # of a figure; plans and targets answer no such question
OPEN_I = re.compile(r"(?<=[hklmst])i\b")


@dataclass(frozen=True, slots=True)
class Holder:
    """A person with the post: first and last day of the reports, and the latest that says so."""

    official: Official
    report: PositionReport
    first: Any
    last: Any
    quote: Passage | None
    anchor: str


@dataclass(frozen=True, slots=True)
class Answer:
    """`holders` of a post, or `figures` of an indicator, newest first; `year` as it was asked."""

    place: Place
    title: str
    year: int | None
    holders: tuple[Holder, ...] = ()
    figures: tuple[tuple[Observation, Passage | None, str], ...] = ()


def direct_answer(text: str) -> Answer | None:
    """The answer to the first reading of the query that the archive can answer."""
    asked = list(questions(text))
    places = places_named(question.name for question in asked)
    for question in asked:
        for place in places.get(name_key(question.name, bare=True), ()):
            if is_name(place, question):
                found = holders(question, place) or figures(question, place)
                if found:
                    return found
    return None


def places_named(names: Iterable[str]) -> dict[str, list[Place]]:
    """Places that articles of the archive belong to, by `name_key` without accents."""
    folded = {spelling for name in names for spelling in both_spellings(fold(name))}
    articles = Article.objects.published()
    told = Q(articles__in=articles) | Q(children__articles__in=articles)
    rows = Place.objects.filter(told, folded__in=folded).select_related("parent").distinct()
    places: dict[str, list[Place]] = {}
    for place in rows.order_by("pk"):
        places.setdefault(name_key(place.name, bare=True), []).append(place)
    return places


def both_spellings(name: str) -> tuple[str, str]:
    """`phu ly` and `phu li`: rows are kept under the name as it is written."""
    return name, OPEN_I.sub("y", name)


def is_name(place: Place, question: Question) -> bool:
    bare = question.is_bare
    return name_key(place.name, bare=bare) == name_key(question.name, bare=bare)


# --- posts


def holders(question: Question, place: Place) -> Answer | None:
    reports = (
        PositionReport.objects.valid()
        .filter(position__place=place, article__in=Article.objects.published())
        .exclude(position__title__startswith="Nguyên ")
        .exclude(position__title__startswith="nguyên ")
        .exclude(on=None)
        .select_related("position__official", "article", "mention")
        .order_by("-on", "pk")
    )
    if question.year:
        reports = reports.filter(on__year=question.year)
    wanted = matching({r.position.title for r in reports}, question)
    rows = [report for report in reports if report.position.title in wanted]
    if not rows:
        return None
    people: dict[int, list[PositionReport]] = {}
    for report in rows:  # newest first, so people come in the order of their latest report
        people.setdefault(report.position.official_id, []).append(report)
    shown = list(people.values())[: MOST if question.year else 1]
    return Answer(place, rows[0].position.title, question.year, holders=tuple(map(holder, shown)))


def holder(reports: list[Any]) -> Holder:
    """From one person's reports, the newest first."""
    newest = reports[0]
    return Holder(
        newest.position.official,
        newest,
        reports[-1].on,
        newest.on,
        quote_of(newest),
        anchor_of(("mention", newest.mention_id)),
    )


def quote_of(fact: Any) -> Passage | None:
    """The sentence that says so, where the body has it."""
    for row in Evidence.objects.filter(where="body", **{kind_of(fact): fact}).select_related(
        "version"
    )[:1]:
        return passage(row.version.body, row.start, row.end)
    return None


def kind_of(fact: Any) -> str:
    return "observation" if isinstance(fact, Observation) else "position_report"


def matching(names: Iterable[str], question: Question) -> set[str]:
    """Names that are all that was asked for, no more and no less."""
    return {name for name in names if title_words(name, bare=question.is_bare) == question.rest}


# --- figures


def figures(question: Question, place: Place) -> Answer | None:
    evidence = Evidence.objects.filter(where="body").select_related("version")
    rows = (
        Observation.objects.valid()
        .filter(place=place, article__in=Article.objects.published(), kind__in=KINDS)
        .exclude(value=None)
        .exclude(period="")
        .select_related("indicator", "article")
        .prefetch_related(Prefetch("evidence", evidence, to_attr="in_body"))
    )
    if question.year:
        rows = rows.filter(period__startswith=str(question.year))
    names = {row.indicator.name for row in rows}
    wanted = matching(names, question) or {n for n in names if is_total_of(n, question)}
    found = [row for row in rows if row.indicator.name in wanted]
    found.sort(key=lambda row: (row.period[:4], row.article.sort_date, -row.pk), reverse=True)
    if not found:
        return None
    told = {(row.period, row.value, row.unit): row for row in reversed(found)}  # each figure once
    rows_shown = [row for row in found if row in told.values()][:MOST]
    shown = tuple((row, quoted(row), anchor_of(("observation", row.pk))) for row in rows_shown)
    return Answer(place, found[0].indicator.name, question.year, figures=shown)


def is_total_of(name: str, question: Question) -> bool:
    total = tuple(map(fold, TOTAL)) if question.is_bare else TOTAL
    return title_words(name, bare=question.is_bare) == (*total, *question.rest)


def quoted(row: Any) -> Passage | None:
    for evidence in row.in_body:
        return passage(evidence.version.body, evidence.start, evidence.end)
    return None
