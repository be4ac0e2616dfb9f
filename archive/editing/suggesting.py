"""Words that an editor has chosen → what the rules would make of them, to start a form with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from archive.extraction.indicators import read_indicators
from archive.extraction.meetings import read_meeting
from archive.extraction.people.officials import read_officials
from archive.extraction.text import Context, Passage
from archive.importing.meetings import values_of
from archive.importing.observations import decimal
from archive.importing.reference import current_knowledge
from archive.vietnamese.amounts import parse_amount
from archive.vietnamese.dates import DAY, parse_day
from archive.vietnamese.normalise import shadow

if TYPE_CHECKING:
    from archive.editing.adding import Words
    from archive.extraction.record import IndicatorFact

LABEL = re.compile(r"\d")
FIGURE = ("name", "value", "value_high", "unit", "period", "kind", "plan_percent",
          "growth_percent", "compared_with")  # fmt: skip
NUMBERS = {"value", "value_high", "plan_percent", "growth_percent"}


def context_of(words: Words) -> Context:
    article = words.version.article
    unit, place = article.unit, article.place
    province = place.parent.unit_on(article.sort_date) if place and place.parent else unit
    return Context(
        article.sort_date,
        unit.kind if unit else None,
        province.kind if province else None,
        place.name if place else None,
    )


def passage(text: str, where: Any = "body") -> Passage:
    return Passage(where, 0, text, shadow(text))


def person(words: Words) -> dict[str, Any]:
    """Name, posts and roles in the chosen words; words that the rules do not know are the name."""
    knowledge = current_knowledge()
    found = read_officials([passage(words.quote)], context_of(words), knowledge.place_names)
    if found:
        first = found[0]
        return {
            "name": first.name,
            "posts": [post.title for post in first.positions],
            "roles": [role.role for role in first.roles],
        }
    name, _, rest = words.quote.partition(",")
    posts = [post.strip() for post in rest.split(",") if post.strip()]
    return {"name": name.strip(), "posts": posts, "roles": []}


def figure(words: Words) -> dict[str, Any]:
    """The figure that the rules read on these words, else the number that they begin with."""
    article = words.version.article
    published = article.published_at.date() if article.published_at else None
    texts = [passage(words.version.title, "title"), passage(words.text)]
    read = read_indicators(texts, context_of(words), None, published)
    for fact in read:
        if fact.span.start < words.end and words.start < fact.span.end:
            return values_of_figure(fact)
    periods = [fact.period for fact in read if fact.period]
    typical = max(periods, key=periods.count, default="")
    return {"name": "", "period": typical, "kind": "result"} | number_in(words.quote)


def values_of_figure(fact: IndicatorFact) -> dict[str, Any]:
    return {
        name: decimal(getattr(fact, name)) if name in NUMBERS else getattr(fact, name) or ""
        for name in FIGURE
    }


def number_in(quote: str) -> dict[str, Any]:
    """The amount at the end of the words, and what stands before it as the label."""
    found = LABEL.search(quote)
    if found is None:
        return {}
    label = quote[: found.start()].strip(" :-–,")
    words = quote[found.start() :].split()
    for length in range(min(len(words), 8), 0, -1):
        try:
            amount = parse_amount(" ".join(words[:length]).rstrip(".,;"))
        except ValueError:
            continue
        return {"value": amount.value, "unit": amount.unit} | ({"name": label} if label else {})
    return {}


def meeting(words: Words) -> dict[str, Any]:
    """What the chosen words say of a meeting, field by field; nothing is guessed."""
    fact = read_meeting(
        passage(words.quote, "title"), passage(words.quote), None, context_of(words)
    )
    told = {name: value for name, value in values_of(fact).items() if value} if fact else {}
    if fact:
        told |= {"kind": fact.kind, "name": fact.name}
    day = DAY.search(words.quote)
    if day:
        told["held_on"] = parse_day(day[0])
    return told
