"""Making the rows of an article show what they may, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from archive.hiding.covering import covered, covered_address, covered_json, covered_lead, is_cover
from archive.models import (
    Article,
    Change,
    Evidence,
    Meeting,
    MeetingReport,
    Mention,
    Observation,
    Original,
    Participation,
    PositionReport,
    Proposal,
    State,
    Takedown,
    Visibility,
)
from archive.vietnamese.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Scope = Takedown.Scope
NAMED: tuple[type[Any], ...] = (MeetingReport, Mention, Observation)
HANGING: tuple[type[Any], ...] = (PositionReport, Participation)


@dataclass(slots=True)
class Orders:
    """What is to be hidden of one article: all of it, or words. `reason` goes with the whole."""

    words: list[str]
    whole: Takedown | None


def enforce(article_ids: Iterable[int]) -> None:
    """Cover what takedowns name in these articles, and uncover what none names any more.

    To be called in the transaction that wrote the rows.
    """
    if not (Takedown.objects.active().exists() or Original.objects.exists()):
        return  # the usual case of an import
    for article in Article.objects.filter(pk__in=set(article_ids)):
        orders = orders_for({article.pk})
        if orders.words or orders.whole or article.originals.exists():
            Screen(article, orders).apply()


def orders_for(article_ids: set[int]) -> Orders:
    """The takedowns that hold for an article or for one that tells the same."""
    same = Article.objects.filter(pk__in=same_report(article_ids))
    mine = Q(scope=Scope.EVERYWHERE) | Q(identity__in=list(same.values_list("identity", flat=True)))
    active = list(Takedown.objects.active().filter(mine).order_by("pk"))
    words = [order.words for order in active if order.words]
    whole = next((order for order in active if order.scope == Scope.ARTICLE), None)
    return Orders(sorted(set(words), key=len, reverse=True), whole)


def same_report(article_ids: set[int]) -> set[int]:
    """With the articles those that are nearly the same text under other addresses."""
    heads = Article.objects.filter(pk__in=article_ids).values_list("duplicate_of", flat=True)
    known = article_ids | {head for head in heads if head}
    copies = Article.objects.filter(duplicate_of__in=known).values_list("pk", flat=True)
    return known | set(copies)


class Screen:
    """One article behind its takedowns."""

    def __init__(self, article: Article, orders: Orders) -> None:
        self.article, self.orders = article, orders
        self.words = orders.words

    def apply(self) -> None:
        self.cover_article()
        for version in self.article.versions.all():
            self.put(
                version, title=self.text, body=self.text, author=self.text, captions=self.texts
            )
        self.cover_evidence()
        for model in NAMED:
            for fact in model.objects.filter(article=self.article):
                self.put(fact, name=self.text)
        self.cover_meetings()
        self.cover_history()
        self.reject_hidden()
        hidden = self.article.originals.exists()
        Article.objects.filter(pk=self.article.pk).update(partly_hidden=hidden)

    def text(self, text: str) -> str:
        return covered(text, self.words)

    def texts(self, texts: list[str]) -> list[str]:
        return [self.text(text) for text in texts]

    def cover_article(self) -> None:
        whole = self.orders.whole
        self.put(
            self.article,
            title=self.text,
            summary=lambda text: covered_lead(text, self.words),
            url=lambda url: covered_address(url, self.words),
            visibility=lambda now: Visibility.WITHDRAWN.value if whole else now,
            visibility_reason=lambda now: whole.reason if whole else now,
        )
        self.article.folded_title = fold(self.article.title)
        self.article.save(update_fields=["folded_title", "changed_at"])

    def cover_evidence(self) -> None:
        """The words of evidence are the words under its span."""
        for item in Evidence.objects.filter(version__article=self.article).select_related(
            "version"
        ):
            version = item.version
            texts = {"body": [version.body], "title": [version.title], "captions": version.captions}
            quote = str(texts[item.where][item.index][item.start : item.end])
            if quote != item.quote:
                Evidence.objects.filter(pk=item.pk).update(quote=quote)

    def cover_meetings(self) -> None:
        """A meeting's name may come from any of its reports."""
        for meeting in Meeting.objects.filter(reports__article=self.article).distinct():
            reported = set(meeting.reports.values_list("article_id", flat=True))
            self.put(meeting, name=partial(covered, words=orders_for(reported).words))

    def cover_history(self) -> None:
        """What was changed and what is proposed repeats words of the text."""
        for change in Change.objects.filter(article=self.article):
            self.put(change, label=self.text, fields=self.inside)
        for proposal in Proposal.objects.filter(article=self.article):
            self.put(proposal, label=self.text, old=self.inside, new=self.inside, spans=self.inside)

    def inside(self, value: Any) -> Any:
        return covered_json(value, self.words)

    def reject_hidden(self) -> None:
        """A fact that only hidden words tell is hidden too, and with a person all that they did."""
        gone = {
            (type(fact), fact.pk)
            for model in NAMED
            for fact in model.objects.filter(article=self.article)
            if self.show_or_reject(fact, hidden=self.is_hidden(fact))
        }
        for other in HANGING:
            for fact in other.objects.filter(article=self.article):
                with_person = (Mention, fact.mention_id) in gone
                self.show_or_reject(fact, hidden=with_person or self.is_hidden(fact))

    def is_hidden(self, fact: Any) -> bool:
        quotes = list(fact.evidence.values_list("quote", flat=True))
        name = is_cover(getattr(fact, "name", ""))
        return bool(self.words) and (name or (bool(quotes) and all(map(is_cover, quotes))))

    def show_or_reject(self, fact: Any, *, hidden: bool) -> bool:
        self.put(fact, state=self.rejected if hidden else self.as_it_was)
        return hidden

    @staticmethod
    def rejected(_state: str) -> str:
        return State.REJECTED.value

    @staticmethod
    def as_it_was(state: str) -> str:
        return state

    def put(self, row: Any, **covers: Callable[[Any], Any]) -> None:
        """Show of each field what its cover leaves, and keep the original while they differ."""
        changed = {}
        for field, leave in covers.items():
            now = getattr(row, field)
            shown = self.settle(row, field, now, leave)
            if shown != now:
                setattr(row, field, shown)
                changed[field] = shown
        if changed:
            # Past the guard of append-only history: the law goes before the log.
            QuerySet(type(row)).filter(pk=row.pk).update(**changed)

    def settle(self, row: Any, field: str, now: Any, leave: Callable[[Any], Any]) -> Any:
        key = {"record": row._meta.model_name, "record_id": row.pk, "field": field}
        kept = Original.objects.filter(**key).first()
        original = kept.original if kept and kept.shown == now else now
        shown = leave(original)
        if shown == original:
            Original.objects.filter(**key).delete()
        else:
            values = {"original": original, "shown": shown, "article": self.article}
            Original.objects.update_or_create(**key, defaults=values)
        return shown
