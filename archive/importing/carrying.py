"""When a page changes: the words of what people judged, found again in the new text."""

from __future__ import annotations

from difflib import SequenceMatcher, get_close_matches
from typing import TYPE_CHECKING

from django.db.models import Q

from archive.models import Evidence, State
from archive.models.evidence import FACTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.models import ArticleVersion

ALIKE = 0.6  # how alike a rewritten paragraph must be to be the same one


def carry_evidence(former: ArticleVersion, version: ArticleVersion) -> None:
    """Give facts that people judged evidence in `version`, where their words stand in it.

    The words may have changed a little. A fact whose words are gone keeps its evidence in `former` alone.
    """
    judged = Q()
    for name in FACTS:
        judged |= Q(**{f"{name}__isnull": False}) & ~Q(**{f"{name}__state": State.EXTRACTED})
    carried = []
    for item in Evidence.objects.filter(judged, version=former):
        old, new = text_of(former, item), text_of(version, item)
        start, end = moved(old, new, item.start, item.end)
        if start < end:
            item.pk, item.version = None, version
            item.start, item.end, item.quote = start, end, new[start:end]
            carried.append(item)
    Evidence.objects.bulk_create(carried)


def text_of(version: ArticleVersion, item: Evidence) -> str:
    """The text that evidence of this place lies in; empty for a caption that is gone."""
    texts = {"body": [version.body], "title": [version.title], "captions": version.captions}
    column = texts[item.where]
    return str(column[item.index]) if item.index < len(column) else ""


def moved(old: str, new: str, start: int, end: int) -> tuple[int, int]:
    """Where the span [start, end) of `old` lies in `new`; an empty span where it is gone."""
    for offset, paragraph in paragraphs(old):
        if offset <= start and end <= offset + len(paragraph):
            at, twin = like(paragraph, new)
            first, last = within(paragraph, twin, start - offset, end - offset)
            return at + first, at + last
    return 0, 0


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Each paragraph with where it begins."""
    offset = 0
    for paragraph in text.split("\n\n"):
        yield offset, paragraph
        offset += len(paragraph) + 2


def like(paragraph: str, text: str) -> tuple[int, str]:
    """The paragraph of `text` that is this one, else the most alike; empty where none is."""
    found = {words: offset for offset, words in reversed(list(paragraphs(text)))}
    if paragraph not in found:
        close = get_close_matches(paragraph, found, n=1, cutoff=ALIKE)
        paragraph = close[0] if close else ""
    return found.get(paragraph, 0), paragraph


def within(old: str, new: str, start: int, end: int) -> tuple[int, int]:
    """The span of `new` that stands for [start, end) of `old`, by what both have in common."""
    if old == new:
        return start, end
    first: int | None = None
    last = 0
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if b <= start or a >= end or c == d:
            continue
        same = tag == "equal"
        left = c + max(start - a, 0) if same else c
        right = d - max(b - end, 0) if same else d
        first = left if first is None else first
        last = right
    return (first or 0, last) if first is not None else (0, 0)
