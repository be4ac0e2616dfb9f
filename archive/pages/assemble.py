"""Lines → Page: find the title, the stamps, the paragraphs, the captions and the signature."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.pages.authors import author_of
from archive.pages.captions import is_caption, is_credit
from archive.pages.furniture import (
    is_crumbs,
    is_doubled,
    is_end,
    is_image_name,
    is_widget,
    words,
)
from archive.pages.page import NotAnArticleError, Page
from archive.pages.stamps import stamp
from archive.vietnamese.fold import fold
from archive.vietnamese.normalise import shadow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from archive.pages.lines import Line
    from archive.pages.page import Stamp

HEAD = 60  # lines in which a page must have come to its title
PARAGRAPH = 25  # words from which a line is running text
LEAD = re.compile(
    r"(?:\([^)\d]{1,30}\)|[A-ZĐ][\w.]{1,14})?\s*[-–:.]?\s*(?:(?:sáng|chiều|tối|trưa)\b|(?:trong )?(?:\d+|hai|ba) ngày\b"
    r"|ngày \d|từ ngày \d|vừa qua|mới đây|hôm nay)",
    re.IGNORECASE,
)
DATELINE = re.compile(r"\s*(?:\(([^()\d]{2,30})\)\s*[-–:.]*|([A-ZĐ][A-ZĐa-z.]{1,14})\s*[-–]+\s)")
SENTENCE_END = re.compile(r"[.!?…]['\")]*\s*$|\./\.?\s*$")
MINIMUM = 40  # words of an article's body


@dataclass(frozen=True, slots=True)
class Origin:
    """What the container of a page knows: address, day of capture, title."""

    url: str | None = None
    captured_at: datetime | None = None
    title: str | None = None


def assemble(lines: Sequence[Line], origin: Origin, layout: str) -> Page:
    """The article among the lines. Raises NotAnArticleError where there is none."""
    title_at = find_title(lines, origin.title)
    start = after_title(lines, title_at)
    stop = find_end(lines, start)
    region = [line for line in lines[start:stop] if line.hint not in {"chrome", "links"}]
    title = lines[title_at].text if title_at is not None else origin.title
    body, captions, author = divide(region, title)
    if sum(words(paragraph) for paragraph in body) < MINIMUM:
        raise NotAnArticleError("no running text: a list, a menu or an empty page")
    text = "\n\n".join(body)
    head_author = next((a for line in lines[:start] if (a := labelled_author(line.text))), None)
    return Page(
        layout=layout,
        title=title,
        body=text,
        captions=tuple(captions),
        author=author or head_author,
        stamps=tuple(stamps_of(lines, title_at, start, stop)),
        dateline=dateline_of(text),
        url=origin.url,
        captured_at=origin.captured_at,
        furniture=tuple(
            line.text for line in (*lines[:start], *lines[stop:]) if line.text != title
        ),
    )


# --- the title


def find_title(lines: Sequence[Line], given: str | None) -> int | None:
    """Index of the headline: what the container calls it, a heading, else the best candidate."""
    first = first_paragraph(lines)
    if given:
        wanted = fold(given)
        for i, line in enumerate(lines[: first + 1]):
            whole = 2 * len(line.text) > len(given)  # the head may add the name of the site
            if whole and wanted.startswith(fold(line.text).rstrip(". ")):
                return i
    candidates = [i for i in range(min(first, len(lines))) if may_be_title(lines, i)]
    if not candidates:
        return None
    scores = {i: title_score(lines, i, first) for i in candidates}
    return max(candidates, key=lambda i: (scores[i], i))


def first_paragraph(lines: Sequence[Line]) -> int:
    """Index of the first line of running text: long, or a lead that opens with its day."""
    for i, line in enumerate(lines):
        if line.hint in {"chrome", "links", "heading"} or is_crumbs(line.text):
            continue
        count = words(line.text)
        closed = bool(SENTENCE_END.search(line.text))
        opens = bool(LEAD.match(shadow(line.text))) and stamp(line.text, after_title=False) is None
        if (opens and count >= 8) or (count >= PARAGRAPH and (closed or count >= 2 * PARAGRAPH)):
            if i > 0 and count < 45 and not opens and is_headline_here(lines, i):
                continue
            return i
    return len(lines)


def is_headline_here(lines: Sequence[Line], i: int) -> bool:
    """A long closed line right before the lead of the article is its headline."""
    return any(LEAD.match(shadow(line.text)) for line in lines[i + 1 : i + 3])


def may_be_title(lines: Sequence[Line], i: int) -> bool:
    line = lines[i]
    text = line.text
    if line.hint in {"chrome", "caption"} or words(text) < 4 or words(text) > 60:
        return False
    return not (
        is_widget(text)
        or is_image_name(text)
        or is_doubled(text)
        or is_crumbs(text)
        or stamp(text, after_title=False)
    )


def title_score(lines: Sequence[Line], i: int, first: int) -> int:
    """Signs of a headline: its markup, a stamp beside it, being repeated, standing last."""
    text = lines[i].text
    before = stamp(lines[i - 1].text, after_title=False) if i else None
    after = [bool(stamp(line.text, after_title=True)) for line in lines[i + 1 : i + 3]]
    others = [fold(line.text) for j, line in enumerate(lines[: first + 2]) if j != i]
    return (
        4 * (lines[i].hint == "heading")
        + (4 if after[:1] == [True] else 2 * any(after))
        + 2 * bool(before and (before.at or before.label in {"published", "updated"}))
        + 3 * (fold(text) in others)
        + 2 * (words(text) >= 7)
        + (i >= first - 3)
        - 3 * is_site_name(text)
        - 2 * (lines[i].hint == "links")
    )


SITE = re.compile(
    r"(?:cổng thông tin|trang thông tin|trang tin|website|cơ quan của|tiếng nói của|báo điện tử|đảng cộng sản việt nam"
    r"|cổng giao tiếp|chào mừng)",
    re.IGNORECASE,
)


def is_site_name(text: str) -> bool:
    return bool(SITE.match(shadow(text)))


def after_title(lines: Sequence[Line], title_at: int | None) -> int:
    """Index of the first line of the article itself."""
    start = 0 if title_at is None else title_at + 1
    if title_at is None:
        start = first_paragraph(lines)
    while start < len(lines) and is_between(lines, start, title_at):
        start += 1
    return start


def is_between(lines: Sequence[Line], i: int, title_at: int | None) -> bool:
    """Furniture under a headline: its repetition, stamps, widgets, crumbs, the writer's line."""
    text = lines[i].text
    repeats = title_at is not None and fold(text) == fold(lines[title_at].text)
    return (
        repeats
        or lines[i].hint in {"chrome", "links"}
        or is_widget(text)
        or is_crumbs(text)
        or (repeated_later(lines, i, title_at))
        or stamp(text, after_title=True) is not None
        or labelled_author(text) is not None
    )


def repeated_later(lines: Sequence[Line], i: int, title_at: int | None) -> bool:
    """A line between a headline and its repetition (breadcrumbs) is furniture."""
    if title_at is None:
        return False
    wanted = fold(lines[title_at].text)
    return any(fold(line.text) == wanted for line in lines[i + 1 : i + 4])


LABELLED = re.compile(
    r"^(?:tác giả(?: bài viết)?|người viết|viết bởi|ctv|bài, ảnh|tin, ảnh)\s?:", re.IGNORECASE
)


def labelled_author(text: str) -> str | None:
    return author_of(text) if LABELLED.match(shadow(text)) else None


# --- the end


def find_end(lines: Sequence[Line], start: int) -> int:
    """Index of the line where the article is over: a heading of other news, or the last text."""
    for i in range(start, len(lines)):
        if is_end(lines[i].text):
            return i
    return len(lines)


def divide(region: Sequence[Line], title: str | None) -> tuple[list[str], list[str], str | None]:
    """Paragraphs, captions and signature of the article's own lines."""
    lines = [line for line in region if not is_widget(line.text) and not is_credit(line.text)]
    last = last_paragraph(lines)
    body: list[str] = []
    captions: list[str] = []
    seen = {fold(title or "")}
    after_image = False
    for line in lines[: last + 1]:
        if is_image_name(line.text):
            after_image = True
            continue
        if (
            line.hint == "caption"
            or is_caption(line.text)
            or (after_image and may_caption(line.text))
        ):
            captions.append(line.text)
        elif fold(line.text) not in seen and stamp(line.text, after_title=True) is None:
            body.append(line.text)
            seen.add(fold(line.text))
        after_image = False
    tail = [line.text for line in lines[last + 1 :]]
    captions += [text for text in tail if is_caption(text)]
    return body, captions, signature(tail, body)


def may_caption(text: str) -> bool:
    return words(text) < 45 and not SENTENCE_END.search(text)


def last_paragraph(lines: Sequence[Line]) -> int:
    """Index of the last line that is running text: long, or closed like a sentence."""
    for i in range(len(lines) - 1, -1, -1):
        text = lines[i].text
        if lines[i].hint == "caption" or is_caption(text) or author_of(text):
            continue
        if words(text) >= PARAGRAPH or (words(text) >= 6 and SENTENCE_END.search(text)):
            return i
    return len(lines) - 1


def signature(tail: Sequence[str], body: list[str]) -> str | None:
    """The first signature among the lines after the text, else one that ends the text itself."""
    for text in tail:
        author = author_of(text)
        if author and not is_caption(text):
            return author
    if len(body) > 1 and words(body[-1]) <= 8:
        author = author_of(body[-1])
        if author:
            body.pop()
        return author
    return None


# --- dates and code


def stamps_of(lines: Sequence[Line], title_at: int | None, start: int, stop: int) -> list[Stamp]:
    """Stamps above the text, then those below it; the text itself has none."""
    head = [(i, line) for i, line in enumerate(lines[:start])]
    tail = [(i, line) for i, line in enumerate(lines) if i >= start and stamp_after(lines, i, stop)]
    found = (
        stamp(line.text, after_title=title_at is not None and i > title_at)
        for i, line in (*head, *tail)
    )
    return [item for item in found if item]


def stamp_after(lines: Sequence[Line], i: int, stop: int) -> bool:
    """Whether a line of the article may be a stamp: `Cập nhật lúc …` at its foot."""
    return i < stop and words(lines[i].text) <= 14


def dateline_of(body: str) -> str | None:
    """The code before the first sentence: `NTL` of `(NTL) Sáng ngày …`, `GLO` of `(GLO)- …`."""
    match = DATELINE.match(body)
    return (match[1] or match[2]).strip() if match else None
