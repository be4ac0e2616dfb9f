"""Everything the desk knows of one article: its facts as cards, and its texts with their marks."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch

from archive.admin.desk.marks import Mark, Paragraph, paragraphs
from archive.attention.reasons import warning_words
from archive.history.values import field_name, frozen, same, shown
from archive.models import (
    Evidence,
    MeetingReport,
    Mention,
    Observation,
    Participation,
    PositionReport,
    Proposal,
    State,
)
from archive.vietnamese.numbers import plain_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.models import Article, ArticleVersion

KEYS = {"meeting_report": "hop", "mention": "nguoi", "observation": "so"}
RECORDS = {key: record for record, key in KEYS.items()}
CLASSES = {"hop": "m", "nguoi": "p", "so": "f"}
LETTERS = {"hop": "H", "nguoi": "N", "so": "S"}
ARTICLE = "bai"


@dataclass(slots=True)
class Question:
    """A proposal in words."""

    proposal: Proposal
    name: str
    old: str
    new: str


@dataclass(slots=True)
class Card:
    """One fact as an editor sees it; a person's posts and parts belong to the person."""

    key: str
    kind: str
    siglum: str
    row: Any
    title: str
    value: str = ""
    evidence: list[Evidence] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    @property
    def judged(self) -> bool:
        return self.kind == ARTICLE or self.row.state != State.EXTRACTED

    @property
    def warnings(self) -> list[str]:
        """What the rules found odd, in an editor's words."""
        return [warning_words(warning) for warning in self.row.warnings]

    @property
    def machine(self) -> str:
        """What the machine had read where a person has put it right."""
        record = RECORDS[self.kind]
        differing = [
            f"{field_name(record, name)} {shown(record, name, value)}"
            for name, value in self.row.machine_values.items()
            if not same(value, frozen(getattr(self.row, name)))
        ]
        return "; ".join(differing)

    @property
    def rejected(self) -> bool:
        return self.kind != ARTICLE and self.row.state == State.REJECTED


@dataclass(frozen=True, slots=True)
class Text:
    """A text that evidence lies in: title, body or one caption."""

    where: str
    index: int
    paragraphs: list[Paragraph]


@dataclass(slots=True)
class Folder:
    """One article on the desk."""

    article: Article
    version: ArticleVersion
    cards: list[Card]

    def card(self, key: str) -> Card:
        """The card of this key, else the first fact that nobody has judged, else the first."""
        for card in self.cards:
            if card.key == key:
                return card
        return next((card for card in self.cards if not card.judged), self.cards[-1])

    def neighbour(self, card: Card, step: int) -> Card:
        return self.cards[(self.cards.index(card) + step) % len(self.cards)]

    def next_open(self, card: Card) -> Card:
        """The next fact that nobody has judged, round the list; the next one where all were."""
        at = self.cards.index(card)
        later = [*self.cards[at + 1 :], *self.cards[:at]]
        return next((c for c in later if not c.judged), self.neighbour(card, 1))

    @property
    def judged(self) -> int:
        return sum(card.judged for card in self.cards if card.kind != ARTICLE)

    @property
    def facts(self) -> int:
        return len(self.cards) - 1

    def texts(self, chosen: str) -> list[Text]:
        """Title, paragraphs and captions with every valid fact marked."""
        version = self.version
        places: dict[tuple[str, int], list[Mark]] = defaultdict(list)
        for card in self.cards:
            if card.kind != ARTICLE and not card.rejected:
                for item in card.evidence:
                    places[item.where, item.index].append(mark_of(item, card))
        texts = [("title", 0, version.title), ("body", 0, version.body)]
        texts += [("captions", i, caption) for i, caption in enumerate(version.captions)]
        return [
            Text(where, i, paragraphs(text, places[where, i], chosen)) for where, i, text in texts
        ]


def mark_of(item: Evidence, card: Card) -> Mark:
    hanging = item.position_report_id or item.participation_id
    lesser = card.kind == "hop" and item.field not in {"", "name", "held_on"}
    siglum = "" if hanging or lesser else card.siglum
    return Mark(item.start, item.end, card.key, CLASSES[card.kind], siglum)


def open_folder(article: Article) -> Folder:
    """Read all of it in a fixed number of queries."""
    version = article.versions.select_related("capture").latest("number")
    rows = {
        "hop": list(meetings_of(article)),
        "nguoi": list(people_of(article)),
        "so": list(figures_of(article)),
    }
    cards = [Card(ARTICLE, ARTICLE, "B", article, article.title)]
    for kind, group in rows.items():
        cards += numbered(kind, group)
    hang_evidence(cards, version)
    hang_questions(cards, article)
    return Folder(article, version, cards)


def numbered(kind: str, rows: Iterable[Any]) -> list[Card]:
    """Cards with the sigla of the site, which counts the valid facts."""
    cards, count = [], 0
    for row in rows:
        count += row.state != State.REJECTED
        siglum = f"{LETTERS[kind]}{count}" if row.state != State.REJECTED else f"{LETTERS[kind]}–"
        cards.append(Card(f"{kind}-{row.pk}", kind, siglum, row, str(row), value_of(row)))
    return cards


def value_of(row: Any) -> str:
    """What the list shows at the right of a fact."""
    if isinstance(row, Observation) and row.value is not None:
        return plain_number(row.value)
    return ""


def hang_evidence(cards: list[Card], version: ArticleVersion) -> None:
    by_key = {card.key: card for card in cards}
    items = version.evidence.select_related("position_report", "participation").order_by(
        "where", "index", "start"
    )
    for item in items:
        card = by_key.get(key_of(item))
        hanging = item.position_report or item.participation
        if card and not (hanging and hanging.state == State.REJECTED):
            card.evidence.append(item)


def key_of(item: Evidence) -> str:
    """The card that evidence belongs to: of a post or a part, the person's."""
    hanging = item.position_report or item.participation
    if hanging:
        return f"nguoi-{hanging.mention_id}"
    for name, key in KEYS.items():
        pk = getattr(item, f"{name}_id")
        if pk:
            return f"{key}-{pk}"
    return ""


def hang_questions(cards: list[Card], article: Article) -> None:
    """Give each card what a machine would change about its fact or what hangs on it."""
    owners = {(record, pk): card for card in cards for record, pk in records_of(card)}
    for item in Proposal.objects.waiting().filter(article=article):
        card = owners.get((item.record, item.record_id))
        if card:
            card.questions.append(question(item))


def records_of(card: Card) -> Iterable[tuple[str, int]]:
    """The rows of history that a card stands for."""
    row = card.row
    if card.kind == ARTICLE:
        yield "article", row.pk
    elif card.kind == "hop":
        yield from (("meeting_report", row.pk), ("meeting", row.meeting_id))
    elif card.kind == "so":
        yield "observation", row.pk
    else:
        yield "mention", row.pk
        yield from (("position_report", post.pk) for post in row.all_posts)
        yield from (("participation", part.pk) for part in row.all_parts)


def question(item: Proposal) -> Question:
    return Question(
        item,
        field_name(item.record, item.field),
        shown(item.record, item.field, item.old),
        shown(item.record, item.field, item.new),
    )


def meetings_of(article: Article) -> Any:
    return MeetingReport.objects.filter(article=article).select_related("meeting__place")


def figures_of(article: Article) -> Any:
    rows = Observation.objects.filter(article=article).select_related("indicator", "parent")
    return rows.order_by("order", "pk")


def people_of(article: Article) -> Any:
    posts: Any = PositionReport.objects.select_related("position").order_by("order", "pk")
    parts: Any = Participation.objects.order_by("pk")
    return (
        Mention.objects.filter(article=article)
        .select_related("official")
        .prefetch_related(
            Prefetch("position_reports", posts, to_attr="all_posts"),
            Prefetch("participations", parts, to_attr="all_parts"),
        )
        .order_by("order", "pk")
    )
