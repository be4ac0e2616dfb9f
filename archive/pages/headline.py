"""The headline among the lines of a page, and where the article begins under it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf
from typing import TYPE_CHECKING

from archive.pages.authors import labelled_author
from archive.pages.furniture import (
    is_crumbs,
    is_doubled,
    is_end,
    is_image_name,
    is_menu,
    is_numbers,
    is_section,
    is_site_name,
    is_widget,
    words,
)
from archive.pages.region import running_words
from archive.pages.sentences import ITEM, LEAD, PARAGRAPH, is_closed, key, same
from archive.pages.stamps import stamp
from archive.vietnamese.normalise import shadow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from archive.pages.lines import Line

SHORTEST, LONGEST = 4, 60  # words of a headline
FEWEST = 8  # words of running text
LOOKED_AT = 200  # lines below a headline whose text is weighed against that above it
NAMED = 0.4  # share of the head's title that a line must make up; the rest is the site's name


@dataclass(frozen=True)
class Top:
    """The lines above and into an article. `named` is what the head of the page calls it.

    `core` is the line with which the element that holds the article begins.
    """

    lines: Sequence[Line]
    named: str | None = None
    core: int = 0

    @cached_property
    def first(self) -> int:
        """Index of the first line of running text: long, or a lead that opens with its day."""
        inside = range(self.core, len(self.lines))
        return next((i for i in inside if self.is_running(i)), len(self.lines))

    def is_running(self, i: int) -> bool:
        line = self.lines[i]
        count = words(line.text)
        if count < FEWEST or line.hint in {"chrome", "links", "heading", "caption"}:
            return False
        if is_crumbs(line.text) or is_menu(line.text):
            return False
        if self.opens(i):
            return True
        long = count >= PARAGRAPH and (is_closed(line.text) or count >= 2 * PARAGRAPH)
        return long and (count >= 45 or not (i and self.is_headline_here(i)))

    def opens(self, i: int) -> bool:
        """Whether a line begins as leads do: with the day of the event."""
        text = self.lines[i].text
        return bool(LEAD.match(shadow(text))) and stamp(text, after_title=False) is None

    def is_headline_here(self, i: int) -> bool:
        """A long closed line right before the lead of the article is its headline."""
        return any(LEAD.match(shadow(line.text)) for line in self.lines[i + 1 : i + 3])

    @cached_property
    def candidates(self) -> list[int]:
        """Indices of the lines that may be the headline; items of menus are too short, which is seen soonest."""
        least = self.least
        enough = (
            i
            for i, (text, hint) in enumerate(self.lines[: self.first])
            if text.count(" ") >= SHORTEST - 1 or len(text) >= least or hint == "heading"
        )
        return [i for i in enough if may_be_title(self, i)]

    @cached_property
    def times(self) -> Counter[str]:
        """How often each line stands there that has as many words as one that may be the headline."""
        fewest = min((key(self.lines[i].text).count(" ") for i in self.candidates), default=0)
        there = self.lines[: self.first + 2]
        return Counter(key(line.text) for line in there if line.text.count(" ") >= fewest)

    @cached_property
    def wanted(self) -> str:
        return key(self.named or "")

    @cached_property
    def least(self) -> float:
        """Code points that a line must have to be what the head of the page names."""
        return NAMED * len(self.wanted) if self.wanted else inf


def below_teasers(top: Top) -> Top:
    """The same lines from a headline further down, where what stands above it is but a teaser.

    Flattened text has no elements to tell them apart: a dated headline with more text below it.
    """
    above, lowest = 0, top
    for i in range(top.first, len(top.lines) - 1):
        if is_end(top.lines[i].text):
            break
        if is_dated_headline(top, i):
            below = (running_words(line) for line in top.lines[i + 1 : i + 1 + LOOKED_AT])
            if sum(below) > above:
                above, lowest = 0, replace(top, core=i)
        above += running_words(top.lines[i])
    return lowest


def is_dated_headline(top: Top, i: int) -> bool:
    """A line that may be a headline, with a date below that has a time or says what it is."""
    below = stamp(top.lines[i + 1].text, after_title=True)
    dated = below is not None and (below.at or below.label in {"published", "updated"})
    return bool(dated) and not is_closed(top.lines[i].text) and may_be_title(top, i)


def find_title(top: Top) -> int | None:
    """Index of the headline: the line with the most signs, of equals the last."""
    return max(top.candidates, key=lambda i: (score(top, i), i), default=None)


def whole_headline(top: Top, title_at: int | None) -> list[str]:
    """The lines of a headline, two where it is set so: `HỘI NGHỊ …:`, and below it the news."""
    if title_at is None:
        return []
    above, text = title_at - 1, top.lines[title_at].text
    opened = above >= 0 and top.lines[above].text.endswith(":") and may_be_title(top, above)
    if opened and top.lines[above].text.isupper() == text.isupper():
        return [top.lines[above].text, text]
    return [text]


def may_be_title(top: Top, i: int) -> bool:
    line = top.lines[i]
    count = words(line.text)
    if line.hint in {"chrome", "caption"} or count > LONGEST:
        return False
    if count < SHORTEST and not (is_heading(top, i) or is_named(top, i)):
        return False
    return not (
        has_stamp(line, after_title=False)
        or is_widget(line.text)
        or is_image_name(line.text)
        or is_doubled(line.text)
        or is_menu(line.text)
        or (is_crumbs(line.text) and not is_named(top, i))
        or ITEM.match(line.text)
    )


def score(top: Top, i: int) -> int:
    return sum(weight for weight, sign in SIGNS if sign(top, i))


def is_named(top: Top, i: int) -> bool:
    """The head of an HTML page names the article, often with the site before or after it."""
    text = top.lines[i].text
    if len(text) < top.least or is_name_of_site(top, i):
        return False
    folded = key(text)
    if len(folded) < top.least:
        return False
    return folded in top.wanted or (len(top.wanted) > 20 and folded.startswith(top.wanted))


def is_heading(top: Top, i: int) -> bool:
    return top.lines[i].hint == "heading"


def is_stamped_below(top: Top, i: int) -> bool:
    """The next line is a date."""
    return i + 1 < len(top.lines) and has_stamp(top.lines[i + 1], after_title=True)


def is_stamped_soon(top: Top, i: int) -> bool:
    return i + 2 < len(top.lines) and has_stamp(top.lines[i + 2], after_title=True)


def is_stamped_above(top: Top, i: int) -> bool:
    """The line before is a date with a time or with a label, so not the clock of the page."""
    before = stamp(top.lines[i - 1].text, after_title=False) if i else None
    return bool(before and (before.at or before.label in {"published", "updated"}))


def is_repeated(top: Top, i: int) -> bool:
    return top.times[key(top.lines[i].text)] > 1


def is_long(top: Top, i: int) -> bool:
    return words(top.lines[i].text) >= 7


def is_near(top: Top, i: int) -> bool:
    return i >= top.first - 3


def is_link(top: Top, i: int) -> bool:
    return top.lines[i].hint == "links"


def is_name_of_site(top: Top, i: int) -> bool:
    return is_site_name(top.lines[i].text)


def is_name_of_section(top: Top, i: int) -> bool:
    return is_section(top.lines[i].text)


def is_sentence(top: Top, i: int) -> bool:
    return is_closed(top.lines[i].text)


def has_stamp(line: Line, *, after_title: bool) -> bool:
    return stamp(line.text, after_title=after_title) is not None


SIGNS: tuple[tuple[int, Callable[[Top, int], bool]], ...] = (
    (6, is_named),
    (4, is_heading),
    (4, is_stamped_below),
    (2, is_stamped_soon),
    (2, is_stamped_above),
    (3, is_repeated),
    (2, is_long),
    (1, is_near),
    (-2, is_link),
    (-2, is_sentence),
    (-3, is_name_of_site),
    (-3, is_name_of_section),
)


# --- where the article begins


def after_title(top: Top, title_at: int | None) -> int:
    """Index of the first line of the article itself."""
    if title_at is None:
        return top.first
    start = title_at + 1
    while start < len(top.lines) and is_between(top, start, top.lines[title_at].text):
        start += 1
    return start


def is_between(top: Top, i: int, title: str) -> bool:
    """Furniture under a headline: its repetition, stamps, widgets, crumbs, the writer's line."""
    line = top.lines[i]
    return (
        line.hint in {"chrome", "links"}
        or has_stamp(line, after_title=True)
        or is_widget(line.text)
        or is_crumbs(line.text)
        or is_menu(line.text)
        or is_section(line.text)
        or is_numbers(line.text)
        or labelled_author(line.text) is not None
        or same(line.text, title)
        or any(same(later.text, title) for later in top.lines[i + 1 : i + 4])
        or leads_to_stamp(top.lines, i)
    )


SECTION_NAME = re.compile(r"[^.,;:?!]{2,60}")


def leads_to_stamp(lines: Sequence[Line], i: int) -> bool:
    """The name of a section between headline and date."""
    text = lines[i].text
    short = words(text) <= 8 and SECTION_NAME.fullmatch(text) is not None
    return short and any(has_stamp(line, after_title=True) for line in lines[i + 1 : i + 3])
