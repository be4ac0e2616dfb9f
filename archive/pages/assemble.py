"""Lines → Page: headline, article, paragraphs, stamps, put together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from archive.pages.authors import is_person, labelled_author
from archive.pages.furniture import is_section, words
from archive.pages.headline import Top, after_title, below_teasers, find_title, whole_headline
from archive.pages.page import NotAnArticleError, Page
from archive.pages.paragraphs import divide
from archive.pages.region import find_end
from archive.pages.sentences import dateline_of, same
from archive.pages.stamps import HAS_YEAR, stamp

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from archive.pages.lines import Line, Outline
    from archive.pages.page import Stamp

MINIMUM = 40  # words of an article's body
FOOT = 14  # words of a line under the text that may be a stamp: `Cập nhật lúc …`


@dataclass(frozen=True, slots=True)
class Origin:
    """What the container of a page and its head know: address, day of capture, title, dates.

    `title` is the container's and is believed; `headline` is that of the HTML head, a hint.
    """

    url: str | None = None
    captured_at: datetime | None = None
    title: str | None = None
    headline: str | None = None
    stamps: tuple[Stamp, ...] = ()


def assemble(outline: Outline, origin: Origin, layout: str) -> Page:
    """The article among the lines. Raises NotAnArticleError where there is none."""
    lines = outline.lines
    core = outline.core[0] if outline.core else 0
    top = Top(lines, origin.title or origin.headline, core)
    top = top if outline.boxes else below_teasers(top)
    title_at = find_title(top)
    headline = whole_headline(top, title_at)
    title = " ".join(headline) or None
    if origin.title and not (title and is_part(title, origin.title)):
        headline, title_at, title = [], None, origin.title
    start = after_title(top, title_at)
    stop = find_end(outline, start, top.first)
    region = [line for line in lines[start:stop] if line.hint not in {"chrome", "links"}]
    parts = divide(region, title)
    if sum(words(paragraph) for paragraph in parts.body) < MINIMUM:
        raise NotAnArticleError("no running text: a list, a menu or an empty page")
    body = "\n\n".join(parts.body)
    titles = {title, *headline}
    return Page(
        layout=layout,
        title=title,
        body=body,
        captions=parts.captions,
        author=parts.author or head_author(lines[:start], title_at, f"{title} {body}"),
        stamps=with_head(stamps_of(lines, title_at, start, stop), origin.stamps),
        dateline=dateline_of(body),
        url=origin.url,
        captured_at=origin.captured_at,
        furniture=tuple(
            line.text for line in (*lines[:start], *lines[stop:]) if line.text not in titles
        ),
    )


def is_part(title: str, given: str) -> bool:
    """Whether a line is what the container calls the page, perhaps without the site's name."""
    return same(title, given) or title.casefold() in given.casefold()


def head_author(lines: Sequence[Line], title_at: int | None, said: str) -> str | None:
    """The writer named above the text: by a label, or alone under the headline.

    A name that the article says itself is that of a place or a section there.
    """
    labelled = next((name for line in lines if (name := labelled_author(line.text))), None)
    if labelled or title_at is None:
        return labelled
    under = (line.text for line in lines[title_at + 1 :] if not is_section(line.text))
    return next((text for text in under if is_person(text) and text not in said), None)


def stamps_of(
    lines: Sequence[Line], title_at: int | None, start: int, stop: int
) -> tuple[Stamp, ...]:
    """Stamps above the text, then those below it; the text itself has none."""
    foot = (i for i in range(start, stop) if words(lines[i].text) <= FOOT)
    found = (
        stamp(lines[i].text, after_title=title_at is not None and i > title_at)
        for i in (*range(start), *foot)
        if HAS_YEAR.search(lines[i].text)
    )
    return tuple(item for item in found if item)


def with_head(seen: tuple[Stamp, ...], head: tuple[Stamp, ...]) -> tuple[Stamp, ...]:
    """The dates of the HTML head count where readers see none but the page's clock.

    Of a date that readers see without its time the head may say the time.
    """
    if all(stamp.label == "clock" for stamp in seen):
        return (*seen, *head)
    times = {stamp.on: stamp.at for stamp in reversed(head)}
    return tuple(
        stamp if stamp.at or stamp.label == "clock" else replace(stamp, at=times.get(stamp.on))
        for stamp in seen
    )
