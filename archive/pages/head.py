"""What the head of an HTML page says of the article: its headline and when it was published."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from html import unescape
from itertools import dropwhile
from typing import TYPE_CHECKING, NamedTuple

from archive.pages.markup import attributes_of
from archive.pages.page import Stamp
from archive.vietnamese.normalise import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.pages.markup import Token

VIETNAM = timezone(timedelta(hours=7))
Said = dict[tuple[str, str], str]  # attribute and value → content
NAMES = ("property", "name", "itemprop")  # attributes that say what a `meta` is about
HEADLINES = (("property", "og:title"), ("name", "twitter:title"))
PUBLISHED = (
    ("property", "article:published_time"), ("itemprop", "datePublished"),
    ("name", "pubdate"), ("name", "DC.date.issued"),
)  # fmt: skip
DATE_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
TIMES = frozenset({"published", "entry-date"})  # classes of `time` in themes of WordPress
TELLING = frozenset("meta title script h1 h2 time".split())


class Head(NamedTuple):
    """What programs are told, in the order of the page, wherever it stands.

    `times` are the days by the times of publication, and None for each heading.
    """

    title: str
    said: Said
    linked_data: list[str]
    times: list[str | None]


def head_of(tokens: Sequence[Token]) -> Head:
    told = [token for token in tokens if token[2] in TELLING]
    title = next((inner for _, _, name, _, _, _, inner, _, _ in told if name == "title"), "")
    head = Head(unescape(title), {}, [], [])
    for _, _, name, _, written, _, inner, _, _ in told:
        attributes = attributes_of(written)
        if name == "meta":
            add_said(head.said, attributes)
        elif name == "script" and attributes.get("type") == "application/ld+json":
            head.linked_data.append(inner)
        elif name in {"h1", "h2"}:
            head.times.append(None)
        elif name == "time" and is_of_publication(attributes):
            head.times.append(attributes.get("datetime", ""))
    return head


def add_said(said: Said, attributes: dict[str, str]) -> None:
    """What a `meta` element says; of several about one thing the first counts."""
    for name in NAMES:
        if name in attributes:
            said.setdefault((name, attributes[name]), attributes.get("content", ""))


def is_of_publication(time: dict[str, str]) -> bool:
    """Whether a `time` is marked so: by schema.org, or as themes of WordPress do."""
    classes = time.get("class", "").split()
    return time.get("itemprop") == "datePublished" or not TIMES.isdisjoint(classes)


def headline(head: Head) -> str | None:
    """The title of the page, which may name the site too."""
    named = next((head.said[name] for name in HEADLINES if head.said.get(name)), head.title)
    return " ".join(clean(named).split()) or None


def published(head: Head) -> tuple[Stamp, ...]:
    """Dates of publication meant for programs; ISO 8601 only, others are as the site pleases."""
    said = (head.said.get(name) for name in PUBLISHED)
    texts = (*said, described(head.linked_data), marked_time(head.times))
    return tuple(stamp for text in texts if text and (stamp := iso_stamp(text)))


def described(linked_data: Sequence[str]) -> str | None:
    """What the first description of the article as JSON-LD (schema.org) says."""
    found = (match[1] for data in linked_data if (match := DATE_PUBLISHED.search(data)))
    return next(found, None)


def marked_time(times: Sequence[str | None]) -> str | None:
    """The first time of publication under a heading; those before it are of other articles."""
    headed = dropwhile(lambda time: time is not None, times)
    return next((time for time in headed if time is not None), None)


def iso_stamp(text: str) -> Stamp | None:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    if moment.tzinfo is not None:
        moment = moment.astimezone(VIETNAM)
    at = moment.time().replace(second=0, microsecond=0) if ":" in text else None
    return Stamp(moment.date(), at, "published", text, after_title=False)
