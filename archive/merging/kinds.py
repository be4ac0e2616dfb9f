"""The kinds of records that can be merged and split. To add one, write a module like its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from archive.merging import indicators, meetings, officials, sources
from archive.merging.official_pairs import official_pairs
from archive.merging.other_pairs import indicator_pairs, meeting_pairs, source_pairs
from archive.models import Indicator, Meeting, Official, Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from archive.merging.pairs import Pair


@dataclass(frozen=True, slots=True)
class Kind:
    """`part` is what a split chooses from; `slug` stands in the address of the desk's pages."""

    model: type[Any]
    slug: str
    words: str
    part: str
    merge: Callable[..., None]
    split: Callable[..., Any]
    articles: Callable[[Any], set[int]]
    parts: Callable[[Any], list[dict[str, Any]]]
    pairs: Callable[..., list[Pair]]


KINDS = {
    "official": Kind(
        Official, "can-bo", "cán bộ", "lần được nêu tên",
        officials.merge, officials.split, officials.articles, officials.parts, official_pairs,
    ),
    "meeting": Kind(
        Meeting, "cuoc-hop", "cuộc họp", "bài về cuộc họp",
        meetings.merge, meetings.split, meetings.articles, meetings.parts, meeting_pairs,
    ),
    "source": Kind(
        Source, "nguon", "nguồn", "địa chỉ",
        sources.merge, sources.split, sources.articles, sources.parts, source_pairs,
    ),
    "indicator": Kind(
        Indicator, "chi-tieu", "chỉ tiêu", "tên trong bài",
        indicators.merge, indicators.split, indicators.articles, indicators.parts, indicator_pairs,
    ),
}  # fmt: skip
BY_MODEL = {kind.model: record for record, kind in KINDS.items()}
