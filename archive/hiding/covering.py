"""Words found however they are spelled, and what is shown in their place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from archive.vietnamese.fold import slugify_vi
from archive.vietnamese.normalise import clean, shadow

if TYPE_CHECKING:
    from collections.abc import Iterable

COVER = "▇"
CUT = 380  # letters; a summary that is longer may have been cut
UNBROKEN = 12  # letters; a longer cover has gaps, at which a line may break


@lru_cache(maxsize=256)
def pattern_of(words: str) -> re.Pattern[str]:
    """Finds the words in a shadow: any case, spacing and tone placement; whole words only."""
    syllables = r"\s+".join(map(re.escape, shadow(clean(words)).split()))
    return re.compile(rf"(?<!\w){syllables}(?!\w)", re.IGNORECASE)


def cover(length: int) -> str:
    """`▇▇▇▇`: as long as what it hides, but for the length it says nothing of it."""
    if length <= UNBROKEN:
        return COVER * length
    return (
        "".join(" " if at % UNBROKEN == UNBROKEN - 1 else COVER for at in range(length - 1)) + COVER
    )


def covered(text: str, words: Iterable[str]) -> str:
    """The text with these words covered; every other character stays in its place."""
    for hidden in words:
        found = pattern_of(hidden).finditer(shadow(text))
        for match in found:
            text = text[: match.start()] + cover(match.end() - match.start()) + text[match.end() :]
    return text


def covered_json(value: Any, words: Iterable[str]) -> Any:
    """Every text inside a JSON value covered."""
    if isinstance(value, str):
        return covered(value, words)
    if isinstance(value, list):
        return [covered_json(item, words) for item in value]
    if isinstance(value, dict):
        return {key: covered_json(item, words) for key, item in value.items()}
    return value


def covered_lead(text: str, words: Iterable[str]) -> str:
    """The same for a text that was cut off: the beginning of a name at its end is covered too."""
    begun = [
        " ".join(syllables[:count])
        for syllables in map(str.split, words)
        for count in range(len(syllables), 0, -1)
    ]
    text = covered(text, words)
    for beginning in begun if len(text) >= CUT else ():
        if shadow(text).casefold().endswith(f" {shadow(clean(beginning)).casefold()}"):
            return text[: -len(beginning)] + cover(len(beginning))
    return text


def covered_address(address: str, words: Iterable[str]) -> str:
    """No address at all where it spells the words: `/ong-nguyen-van-a-123.html`."""
    spelled = slugify_vi(address)
    return "" if any(slugify_vi(hidden) in spelled for hidden in words) else address


def names(text: str, words: Iterable[str]) -> bool:
    """Whether the text has any of the words."""
    plain = shadow(text)
    return any(pattern_of(hidden).search(plain) for hidden in words)


def is_cover(text: str) -> bool:
    """Whether nothing but cover is left of a text."""
    return COVER in text and not text.strip(f"{COVER} ,.;:–-()")
