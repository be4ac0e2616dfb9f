"""What is asked of every engine: kinds of queries, twenty of each, drawn from the archive's own words."""

import random
from collections import Counter
from dataclasses import dataclass

from archive.vietnamese.fold import strip_accents
from tests.bench.corpus import PHRASES, PLACES

SAMPLE = 4000  # articles whose words are counted


@dataclass(frozen=True)
class Question:
    """`words` are accent-free but for `phrase exact`; `place` and years narrow, newest first.

    Of `prefix` the letters that begin a word; of `wildcard` those before and after any others; of `fuzzy` a
    word with one letter changed.
    """

    words: tuple[str, ...]
    place: str = ""
    years: tuple[int, int] = (0, 0)


def questions(articles):
    """Kind → questions."""
    found, number = Counter(), 0
    for number, article in enumerate(articles, 1):
        found.update(
            {strip_accents(word) for word in article.body.lower().split() if word.isalpha()}
        )
        if number == SAMPLE:
            break
    chance = random.Random(7)

    def band(low, high):
        inside = sorted(word for word, n in found.items() if low <= n / number < high)
        return chance.sample(inside, min(20, len(inside)))

    rare = sorted(
        (word for word in found if found[word] > 1), key=lambda word: (found[word], word)
    )[:20]
    middle, common = band(0.02, 0.2), band(0.6, 1.01)
    exact = [tuple(phrase.split()) for phrase in PHRASES]
    bare = [tuple(map(strip_accents, words)) for words in exact]
    two = list(zip(common, middle, strict=False))
    return {
        "uncommon word": [Question((word,)) for word in rare],
        "common word": [Question((word,)) for word in common],
        "two words": [Question(words) for words in two],
        "phrase": [Question(words) for words in bare],
        "phrase exact": [Question(words) for words in exact],
        "any of three": [Question(words) for words in zip(common, middle, rare, strict=False)],
        "filter, newest": [
            Question((word,), place, (2010, 2014))
            for word, place in zip(middle, PLACES, strict=False)
        ],
        "facets": [Question((word,)) for word in common],
        "highlight": [Question(words) for words in two],
        "prefix": [Question((word[:3],)) for word in middle if len(word) > 3],
        "wildcard": [Question((word[:2], word[-1])) for word in middle if len(word) > 3],
        "fuzzy": [Question((word[:-1] + "x",)) for word in middle if len(word) > 3],
    }
