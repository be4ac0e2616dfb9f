"""The same report under several addresses: syndicated, shortened, touched up. One is shown, all are kept.

Texts are compared by their digests, which lie in the database, so that the comparison is with all
articles ever imported and costs no memory.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from archive.importing.digests import likeness
from archive.importing.rows import Numbers, insert_values
from archive.models import Article, Likeness, LikenessKey, Visibility
from archive.models.turns import take_turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ALIKE = (
    0.8  # share of common runs; two sessions of one body, told by one formula, share less than half
)
APART = timedelta(days=60)  # a report is copied while it is news


@dataclass(frozen=True, slots=True)
class Text:
    """An article that has a new text, with its MinHash and the keys of its bands."""

    article: Article
    digest: bytes
    keys: Sequence[int]


def group(texts: Sequence[Text]) -> set[int]:
    """Put each article into its group of like ones; returns the articles whose showing changed.

    One after the other: an article is compared with those before it, not with those that come after.
    """
    if texts:
        take_turn("likeness")
    keep(texts)
    sharing = articles_by_key(key for text in texts for key in text.keys)
    later = {text.article.pk for text in texts}
    changed: set[int] = set()
    for text in texts:
        later.discard(text.article.pk)
        near = {pk for key in text.keys for pk in sharing[key]} - later - {text.article.pk}
        if near:
            changed |= settle({text.article, *alike(text, near)})
            text.article.refresh_from_db(fields=["duplicate_of"])
    return changed


def keep(texts: Sequence[Text]) -> None:
    """Write the digests, in place of those of former texts."""
    Likeness.objects.filter(article__among=[text.article.pk for text in texts]).delete()
    numbers = Numbers()
    rows = [(numbers.take(Likeness), text) for text in texts]
    digests = [(pk, text.article.pk, text.digest) for pk, text in rows]
    insert_values(Likeness, ("id", "article_id", "digest"), digests)
    # In their order, so that each page of the index is written once.
    bands = sorted((key, pk) for pk, text in rows for key in text.keys)
    insert_values(LikenessKey, ("key", "likeness_id"), bands)


def articles_by_key(keys: Iterable[int]) -> dict[int, list[int]]:
    rows = LikenessKey.objects.filter(key__among=set(keys))
    sharing = defaultdict(list)
    for key, article in rows.values_list("key", "likeness__article_id"):
        sharing[key].append(article)
    return sharing


def alike(text: Text, near: set[int]) -> set[Article]:
    """Those among `near` of the same time whose text is nearly this one's, with those grouped under them."""
    rows = Likeness.objects.filter(article__among=near).select_related("article")
    found = {
        row.article
        for row in rows
        if likeness(text.digest, bytes(row.digest)) >= ALIKE
        and same_time(text.article, row.article)
    }
    heads = {other.duplicate_of_id or other.pk for other in found}
    return (
        found
        | set(Article.objects.filter(pk__in=heads))
        | set(Article.objects.filter(duplicate_of__in=heads).exclude(pk=text.article.pk))
    )


def same_time(one: Article, other: Article) -> bool:
    if one.sort_date is None or other.sort_date is None:
        return True
    return abs(one.sort_date - other.sort_date) <= APART


def settle(members: set[Article]) -> set[int]:
    """Let the best of a group stand for it, where no person decided otherwise."""
    held = Article.objects.select_for_update(of=("self",), no_key=True).select_related("source")
    members = set(held.filter(pk__in=[member.pk for member in members]).order_by("pk"))
    head = max(members, key=worth)
    changed = set()
    for member in members:
        stands_for = None if member == head else head
        if member.duplicate_of_id != (stands_for and stands_for.pk) and by_machine(member):
            member.duplicate_of = stands_for
            member.save(update_fields=["duplicate_of", "changed_at"])
            changed |= {member.pk, head.pk}
    return changed


def by_machine(article: Article) -> bool:
    return "duplicate_of" not in article.human_fields


def worth(article: Article) -> tuple[bool, bool, bool, int, int]:
    """What comes first: originals with an address, the fuller text, the older row.

    Before them comes what a person withdrew, so that no copy brings it back.
    """
    return (
        article.visibility != Visibility.PUBLIC,
        not article.source.is_sample,
        bool(article.url),
        len(article.current.body),
        -article.pk,
    )
