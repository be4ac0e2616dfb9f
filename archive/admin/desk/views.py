"""The desk: `GET` shows an article with one fact chosen, `POST` does one thing and comes back.

Query: `chon` the chosen fact (`so-12`), `them` a kind of fact to add from chosen words, `hang` the
filters of the queue that the editor came from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.generic import View

from archive.admin.desk.article_form import ArticleForm
from archive.admin.desk.cards import Card, Folder, open_folder
from archive.admin.desk.figure_form import FigureForm
from archive.admin.desk.forms import DeskForm, refuse
from archive.admin.desk.meeting_form import MeetingForm
from archive.admin.desk.passages import NoWordsError, chosen_words
from archive.admin.desk.person_form import PersonForm
from archive.admin.queue.order import neighbours
from archive.editing import suggesting
from archive.editing.adding import Words
from archive.editing.deciding import decide
from archive.editing.judging import confirm, reject, restore
from archive.editing.reverting import RevertError, revert_act
from archive.history.changes import By
from archive.models import Article, Change, Proposal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.admin.desk.forms import Clash

FORMS: dict[str, type[DeskForm]] = {
    "bai": ArticleForm,
    "hop": MeetingForm,
    "nguoi": PersonForm,
    "so": FigureForm,
}
SUGGESTIONS = {
    "hop": suggesting.meeting,
    "nguoi": suggesting.person,
    "so": suggesting.figure,
}
PASSAGES = 2  # of a fact that is told several times
REACH = 80  # code points shown on each side of a passage
NOUNS = {"bai": "bài", "hop": "cuộc họp", "nguoi": "người", "so": "số liệu"}


class Passage(NamedTuple):
    """Words of evidence between what stands around them."""

    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What the right side shows: a fact's form, or the form of a new one of kind `adding`."""

    folder: Folder
    card: Card | None
    form: DeskForm
    words: Words | None = None
    adding: str = ""
    clashes: Sequence[Clash] = ()

    @property
    def noun(self) -> str:
        return NOUNS.get(self.adding, "")

    @property
    def passages(self) -> list[Passage]:
        """The words that the form speaks of, with what stands around them."""
        if self.words is not None:
            return [around(self.words)]
        version = self.folder.version
        items = self.card.evidence[:PASSAGES] if self.card else []
        return [around(Words(version, i.where, i.index, i.start, i.end)) for i in items]


def around(words: Words) -> Passage:
    """Cut at spaces and within the paragraph."""
    before = words.text[: words.start].rpartition("\n")[2]
    after = words.text[words.end :].partition("\n")[0]
    if len(before) > REACH:
        before = "… " + before[-REACH:].partition(" ")[2]
    if len(after) > REACH:
        after = after[:REACH].rpartition(" ")[0] + " …"
    return Passage(before, words.quote, after)


class DeskView(View):
    """One article. The row is locked while an act is checked and saved."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if not request.user.has_perm("archive.change_article"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        folder = open_folder(article_at(pk))
        if "them" in request.GET:
            return self.adding(request, folder)
        card = folder.card(request.GET.get("chon", ""))
        return self.page(request, Shown(folder, card, form_of(folder, card)))

    def adding(self, request: HttpRequest, folder: Folder) -> HttpResponse:
        """The form of a new fact, begun with what the rules make of the words."""
        kind = request.GET["them"]
        if kind not in SUGGESTIONS:
            raise Http404("Không có loại dữ kiện này.")
        try:
            words = chosen_words(folder.version, request.GET)
        except NoWordsError as error:
            messages.error(request, str(error))
            card = folder.card(request.GET.get("chon", ""))
            return self.page(request, Shown(folder, card, form_of(folder, card)), status=422)
        meeting = existing_meeting(folder) if kind == "hop" else None
        form = new_form(folder, kind, words, meeting)
        return self.page(request, Shown(folder, meeting, form, words, kind))

    @transaction.atomic
    def post(self, request: Any, pk: int) -> HttpResponse:
        article = article_at(pk, lock=True)
        folder = open_folder(article)
        act = request.POST.get("viec", "luu")
        by = By(request.user, request.POST.get("why", "").strip(), article)
        if act == "hoan-tac":
            return self.undo(request, folder, by)
        if act == "them":
            return self.add(request, folder, by)
        card = next((c for c in folder.cards if c.key == request.POST.get("chon")), None)
        if card is None:
            messages.error(
                request, "Dữ kiện này vừa được người khác hoặc máy thay. Hãy xem lại bài."
            )
            return self.back(request, folder, "")
        if act in {"nhan", "giu"}:
            return self.answer(request, folder, card, by, accept=act == "nhan")
        return self.judge(request, folder, card, act, by)

    def judge(self, request: Any, folder: Folder, card: Card, act: str, by: By) -> HttpResponse:
        """Save, confirm, reject or restore, unless somebody else has changed the fact meanwhile."""
        form = form_of(folder, card, request.POST)
        form.is_valid()
        clashes = form.clashes()
        if clashes:
            form.saw_again()
            return self.page(request, Shown(folder, card, form, clashes=clashes), status=409)
        done = {"xac-nhan": confirm, "loai": reject, "khoi-phuc": restore}.get(act)
        try:
            with transaction.atomic():
                if done and card.kind != "bai":
                    done(card.row, by)
                elif form.is_valid():
                    form.save(by)
        except ValidationError as error:
            refuse(form, error)
        if form.errors and not done:
            return self.page(request, Shown(folder, card, form), status=422)
        words = {"xac-nhan": "Đã xác nhận", "loai": "Đã loại", "khoi-phuc": "Đã khôi phục"}
        messages.success(request, f"{words.get(act, 'Đã lưu')} {card.siglum} {card.title}.")
        onward = bool(request.POST.get("tiep")) and act in {"xac-nhan", "loai"}
        return self.back(request, folder, folder.next_open(card).key if onward else card.key)

    def add(self, request: Any, folder: Folder, by: By) -> HttpResponse:
        kind = request.POST.get("loai_moi", "")
        if kind not in SUGGESTIONS:
            raise Http404("Không có loại dữ kiện này.")
        words = chosen_words(folder.version, request.POST)
        card = existing_meeting(folder) if kind == "hop" else None
        form = new_form(folder, kind, words, card, request.POST)
        row = None
        if form.is_valid():
            try:
                with transaction.atomic():
                    row = form.save(by)
            except ValidationError as error:
                refuse(form, error)
        if row is None:
            return self.page(request, Shown(folder, card, form, words, kind), status=422)
        messages.success(request, f"Đã thêm {NOUNS[kind]} {row}.")
        return self.back(request, folder, f"{kind}-{row.pk}")

    def answer(
        self, request: Any, folder: Folder, card: Card, by: By, *, accept: bool
    ) -> HttpResponse:
        """Take or decline what the machine proposes for this fact: one proposal, or all of them."""
        asked = [question.proposal.pk for question in card.questions]
        one = request.POST.get("de-nghi", "")
        chosen = [pk for pk in asked if not one or str(pk) == one]
        count = decide(Proposal.objects.filter(pk__in=chosen), by, accept=accept)
        words = "Đã nhận của máy" if accept else "Đã giữ của người"
        messages.success(request, f"{words}: {count} đề nghị.")
        return self.back(request, folder, card.key)

    def undo(self, request: Any, folder: Folder, by: By) -> HttpResponse:
        """Take back this editor's last act on the article that still stands."""
        change = last_act(folder.article, request.user)
        if change is None:
            messages.info(request, "Bạn chưa sửa gì ở bài này để hoàn tác.")
            return self.back(request, folder, request.POST.get("chon", ""))
        try:
            with transaction.atomic():
                revert_act(change.act, by)
        except RevertError as error:
            messages.error(request, f"Không hoàn tác được. {error}")
        else:
            messages.success(request, f"Đã hoàn tác: {change.get_action_display()} {change.label}.")
        return self.back(request, folder, request.POST.get("chon", ""))

    def back(self, request: HttpRequest, folder: Folder, key: str) -> HttpResponse:
        query = {"chon": key, "hang": request.GET.get("hang", "")}
        kept = urlencode({name: value for name, value in query.items() if value})
        return redirect(f"{reverse('desk', args=[folder.article.pk])}?{kept}#dang-xem")

    def page(self, request: HttpRequest, shown: Shown, status: int = 200) -> HttpResponse:
        folder, card = shown.folder, shown.card
        hang = request.GET.get("hang", "")
        before, after = neighbours(folder.article, hang, request.user)
        context = {
            "shown": shown,
            "folder": folder,
            "article": folder.article,
            "card": card,
            "form": shown.form,
            "texts": folder.texts(card.key if card and not shown.words else ""),
            "hang": hang,
            "hang_query": urlencode({"hang": hang}) if hang else "",
            "kept": f"&{urlencode({'hang': hang})}" if hang else "",
            "before": before,
            "after": after,
            "previous": folder.neighbour(card, -1) if card else None,
            "next": folder.neighbour(card, 1) if card else None,
        }
        return render(request, "desk/desk.html", context, status=status)


def article_at(pk: int, *, lock: bool = False) -> Article:
    rows = (
        Article.objects.select_for_update(of=("self",), no_key=True)
        if lock
        else Article.objects.all()
    )
    article = rows.select_related("place__parent", "unit", "source").filter(pk=pk).first()
    if article is None or not article.versions.exists():
        raise Http404("Kho không có bài này.")
    return article


def form_of(folder: Folder, card: Card, data: Any = None) -> DeskForm:
    return FORMS[card.kind](folder, card.row, data)


def new_form(
    folder: Folder, kind: str, words: Words, card: Card | None, data: Any = None
) -> DeskForm:
    """A form for a new fact; the words of a meeting that is there already speak of its fields."""
    suggestion = SUGGESTIONS[kind](words)
    if card is not None:
        suggestion.pop("name", None)
    return FORMS[kind](folder, card.row if card else None, data, words, suggestion)


def existing_meeting(folder: Folder) -> Card | None:
    return next((c for c in folder.cards if c.kind == "hop" and not c.rejected), None)


def last_act(article: Article, user: Any) -> Change | None:
    """The editor's newest act here that was not taken back and is no taking back itself."""
    own = Change.objects.filter(article=article, user=user, reverted_by=None)
    return own.exclude(action=Change.Action.REVERTED).order_by("-pk").first()
