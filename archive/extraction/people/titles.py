"""Posts in full words: what a phrase leaves out is borrowed, a shorter repeat is dropped."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from archive.extraction.people.body_words import COMMITTEE_OF, COMMUNE_LEVELS

LEADING_HEADS = ("Bí thư", "Ủy viên Ban")
LEADING_BODIES = frozenset(("Hội đồng nhân dân", "Ủy ban nhân dân"))

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archive.extraction.people.posts import Post
    from archive.extraction.text import Context


def full_titles(posts: Sequence[Post], context: Context) -> list[str]:
    """The titles of one person's posts as they stand in a row.

    A post without a committee or a level takes that of the nearest post on its right, else on its
    left, else that of the page's place.
    """
    return [_full_title(posts, i, context) for i in range(len(posts))]


def _full_title(posts: Sequence[Post], i: int, context: Context) -> str:
    post = posts[i]
    if _is_bare(post) and i + 1 < len(posts) and (posts[i + 1].body or posts[i + 1].scope):
        following = posts[i + 1]  # `Phó Chỉ huy trưởng - Tham mưu trưởng Ban CHQS huyện`
        return _full_title(
            [
                *posts[:i],
                post._replace(body=following.body, scope=following.scope, needs=following.needs),
            ],
            i,
            context,
        )
    if post.scope or post.needs not in {"party", "state"}:
        return post.title
    for neighbour in (*posts[i + 1 :], *reversed(posts[:i])):
        borrowed = _lent(neighbour, post.needs)
        if borrowed:
            return f"{post.title} {borrowed}"
    own = any(_is_leading(other) and other.scope is None for other in posts)
    of_place = _of_place(context, post.needs) if own else ""
    return f"{post.title} {of_place}".strip()


def _is_bare(post: Post) -> bool:
    """A post that names no organisation at all."""
    return post.needs == "open" and not post.body and post.scope is None


def _lent(post: Post, needs: str) -> str | None:
    if post.scope is None:
        return None
    return post.scope.party if needs == "party" else post.scope.state


def _is_leading(post: Post) -> bool:
    """The posts that an article names without their place, since they are those of its own place."""
    if post.body:
        return post.body in LEADING_BODIES
    return post.head.removeprefix("Phó ").startswith(LEADING_HEADS)


def _of_place(context: Context, needs: str) -> str:
    kind = context.kind or ""
    if needs == "state":
        return kind
    return f"Đảng ủy {kind}" if kind in COMMUNE_LEVELS else COMMITTEE_OF.get(kind, "")


def distinct(titles: Iterable[str]) -> list[str]:
    """Titles without those that say less of a post that is there already, in their order."""
    kept: list[str] = []
    for title in titles:
        longer = next((k for k in kept if repeats(title, k)), None)
        if longer:
            continue
        shorter = next((i for i, k in enumerate(kept) if repeats(k, title)), None)
        if shorter is None:
            kept.append(title)
        else:
            kept[shorter] = title
    return kept


@lru_cache(maxsize=4096)
def words_of(title: str) -> tuple[str, ...]:
    return tuple(title.lower().split())


def repeats(short: str, long: str) -> bool:
    """Whether `short` has the head of `long` and none but its words, in their order."""
    a, b = words_of(short), words_of(long)
    if a[0] != b[0]:
        return False
    rest = iter(b)
    return all(word in rest for word in a)
