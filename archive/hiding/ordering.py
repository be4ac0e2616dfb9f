"""Hiding and lifting, in one transaction each; the search index right after it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from archive import attention
from archive.hiding.covering import names
from archive.hiding.enforcing import enforce, same_report
from archive.models import Article, ArticleVersion, Original, RemovalRequest, Takedown
from archive.search import index

if TYPE_CHECKING:
    from django.contrib.auth.models import User

Scope = Takedown.Scope
CHUNK = 500  # versions read at once


@transaction.atomic
def hide(order: Takedown, user: User) -> int:
    """Put an order into force; returns in how many articles it hides something."""
    order.user, order.who = user, user.get_username()
    if order.scope != Scope.EVERYWHERE and order.article:
        order.identity = order.article.identity
    order.save()
    if order.request:
        RemovalRequest.objects.filter(pk=order.request.pk).update(
            status=RemovalRequest.Status.GRANTED
        )
    touched = articles_of(order)
    show(touched)
    return len(touched)


@transaction.atomic
def lift(order: Takedown, user: User, why: str) -> int:
    """Take an order back: what no other order hides is as it was; returns in how many articles."""
    order.lifted_at, order.lifted_by, order.lifted_why = timezone.now(), user.get_username(), why
    order.save(update_fields=["lifted_at", "lifted_by", "lifted_why"])
    touched = covered_articles(order)
    show(touched)
    return len(touched)


def show(articles: set[int]) -> None:
    enforce(articles)
    attention.refresh(articles)
    transaction.on_commit(partial(index.index_or_leave, sorted(articles)))


def articles_of(order: Takedown) -> set[int]:
    """The articles that an order is about. One name is sought in every version that is kept."""
    if order.scope != Scope.EVERYWHERE:
        return named_article(order)
    texts = ArticleVersion.objects.values_list("article_id", "title", "body", "author", "captions")
    found = {
        article
        for article, *parts, captions in texts.iterator(chunk_size=CHUNK)
        if names("\n\n".join((*parts, *captions)), [order.words])
    }
    titles = Article.objects.values_list("pk", "title").iterator(chunk_size=CHUNK)
    return found | {pk for pk, title in titles if names(title, [order.words])}


def named_article(order: Takedown) -> set[int]:
    own = Article.objects.filter(identity=order.identity).values_list("pk", flat=True)
    return same_report(set(own)) if own else set()


def covered_articles(order: Takedown) -> set[int]:
    """The articles in which a lifted order may have covered something."""
    if order.scope != Scope.EVERYWHERE:
        return named_article(order)
    return set(Original.objects.values_list("article_id", flat=True))
