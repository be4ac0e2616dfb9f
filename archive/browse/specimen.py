"""One sentence of the archive with its facts, for the page that has to show what a fact is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from archive.browse.facts import article_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.browse.facts import Card
    from archive.browse.marks import Segment
    from archive.models import Article

LONGEST = 420  # code points
MOST_CARDS = 3
SENTENCE_END = re.compile(r"(?<=[.!?]\s)")


@dataclass(frozen=True, slots=True)
class Specimen:
    """A sentence cut at its marks, and the cards of the facts in it."""

    article: Article
    segments: list[Segment]
    cards: list[Card]


def specimen(article: Article) -> Specimen | None:
    """The sentence of the article with the most kinds of facts, then the most facts."""
    facts = article_facts(article, article.current)
    cards = {card.siglum: card for card in (*facts.people, *facts.figures, *facts.meetings)}
    found = [
        sentence
        for paragraph in facts.paragraphs
        for sentence in sentences(paragraph)
        if sum(len(segment.text) for segment in sentence) <= LONGEST and marked(sentence)
    ]
    if not found:
        return None
    best = max(found, key=richness)
    shown = list(dict.fromkeys(marked(best)))[:MOST_CARDS]
    return Specimen(article, best, [cards[siglum] for siglum in shown])


def sentences(paragraph: list[Segment]) -> Iterator[list[Segment]]:
    """The segments of each sentence; a mark is never cut."""
    sentence: list[Segment] = []
    for segment in paragraph:
        parts = [segment] if segment.mark else split(segment)
        for part in parts:
            sentence.append(part)
            if part.mark is None and part.text.rstrip().endswith((".", "!", "?")):
                yield sentence
                sentence = []
    if sentence:
        yield sentence


def split(segment: Segment) -> list[Segment]:
    """Unmarked text cut after its full stops."""
    return [replace(segment, text=text) for text in SENTENCE_END.split(segment.text) if text]


def marked(sentence: list[Segment]) -> list[str]:
    return [segment.mark.siglum for segment in sentence if segment.mark]


def richness(sentence: list[Segment]) -> tuple[int, int]:
    sigla = set(marked(sentence))
    return len({siglum[0] for siglum in sigla}), len(sigla)
