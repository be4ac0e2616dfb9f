"""What the head of an HTML page says of the article: its headline and when it was published."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, NamedTuple

from archive.pages.page import Stamp
from archive.vietnamese.normalise import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborHTMLParser, LexborNode

VIETNAM = timezone(timedelta(hours=7))
Said = dict[tuple[str, str | None], str]  # attribute and value → content
NAMES = ("property", "name", "itemprop")  # attributes that say what a `meta` is about
HEADLINES = (("property", "og:title"), ("name", "twitter:title"))
PUBLISHED = (
    ("property", "article:published_time"), ("itemprop", "datePublished"),
    ("name", "pubdate"), ("name", "DC.date.issued"),
)  # fmt: skip
DATE_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
# How themes mark the time of publication: schema.org, the microformats of WordPress.
TIMES = "time[itemprop=datePublished], time.published, time.entry-date"
LINKED_DATA = 'script[type="application/ld+json"]'


class Head(NamedTuple):
    """What programs are told, in the order of the page: by `meta`, by JSON-LD, by headings and times.

    `times` are nodes of headings and of times of publication.
    """

    said: Said
    linked_data: list[LexborNode]
    times: list[LexborNode]


def head_of(tree: LexborHTMLParser) -> Head:
    """One question for all, since each visits the whole tree."""
    head = Head({}, [], [])
    for node in tree.css(f"meta, h1, h2, {TIMES}, {LINKED_DATA}"):
        if node.tag == "meta":
            add_said(head.said, node.attributes)
        else:
            (head.linked_data if node.tag == "script" else head.times).append(node)
    return head


def add_said(said: Said, attributes: dict[str, str | None]) -> None:
    """What a `meta` element says; of several about one thing the first counts."""
    for name in NAMES:
        if name in attributes:
            said.setdefault((name, attributes[name]), attributes.get("content") or "")


def headline(tree: LexborHTMLParser, said: Said) -> str | None:
    """The title of the page, which may name the site too."""
    named = next((said[name] for name in HEADLINES if said.get(name)), None)
    if named is None:
        node = tree.css_first("title")
        named = node.text() if node else ""
    return " ".join(clean(named).split()) or None


def published(head: Head) -> tuple[Stamp, ...]:
    """Dates of publication meant for programs; ISO 8601 only, others are as the site pleases."""
    said = (head.said.get(name) for name in PUBLISHED)
    texts = (*said, described(head.linked_data), marked_time(head.times))
    return tuple(stamp for text in texts if text and (stamp := iso_stamp(text)))


def described(linked_data: Sequence[LexborNode]) -> str | None:
    """What the first description of the article as JSON-LD (schema.org) says."""
    for node in linked_data:
        if match := DATE_PUBLISHED.search(node.text()):
            return match[1]
    return None


def marked_time(times: Sequence[LexborNode]) -> str | None:
    """What the first `time` of publication under a heading says; those before it are of other articles."""
    below = False
    for node in times:
        below = below or node.tag != "time"
        if below and node.tag == "time":
            return node.attributes.get("datetime")
    return None


def iso_stamp(text: str) -> Stamp | None:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    if moment.tzinfo is not None:
        moment = moment.astimezone(VIETNAM)
    at = moment.time().replace(second=0, microsecond=0) if ":" in text else None
    return Stamp(moment.date(), at, "published", text, after_title=False)
