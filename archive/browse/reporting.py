"""Reports of errors by visitors: the form, which fact it speaks of, and how many one may send."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from archive.browse.marks import ANCHORS
from archive.models import Article, ErrorReport, MeetingReport, Mention, Observation
from archive.models.error_report import LONGEST, SHORTEST

if TYPE_CHECKING:
    from django.http import HttpRequest

    from archive.models import Fact

MOST_OF_ONE, MOST_OF_ALL = 5, 200  # messages an hour; past the second a flood is on its way
HOUR = timedelta(hours=1)
FACTS: dict[str, type[Any]] = {
    "mention": Mention,
    "observation": Observation,
    "meeting_report": MeetingReport,
}
ANCHOR = re.compile(r"([a-z]+)-(\d{1,18})")
KINDS = {word: kind for kind, word in ANCHORS.items()}


class ReportForm(forms.Form):
    """`website` is bait: no person sees it, and what fills it is not kept."""

    text = forms.CharField(
        label=_("Sai ở đâu, đúng ra là gì?"),
        min_length=SHORTEST,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6, "aria-describedby": "goi-y"}),
    )
    website = forms.CharField(required=False, label=_("Để trống ô này"))

    @property
    def is_bait_taken(self) -> bool:
        return bool(self.cleaned_data.get("website"))


class MissingForm(ReportForm):
    """The same for what the archive does not have."""

    text = forms.CharField(
        label=_("Bài ở đâu? Dán địa chỉ trang, hoặc nói nơi có thể tìm."),
        min_length=SHORTEST,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6, "aria-describedby": "goi-y"}),
    )


def fact_at(article: Article, anchor: str) -> tuple[str, Fact] | None:
    """`so-12` → ("observation", the figure) where that is a fact of the article."""
    found = ANCHOR.fullmatch(anchor)
    kind = KINDS.get(found[1]) if found else None
    if found is None or kind is None:
        return None
    fact = FACTS[kind].objects.valid().filter(article=article, pk=found[2]).first()
    return (kind, fact) if fact else None


def quoted(fact: Fact) -> str:
    """What the page says of a fact, and the words it was read from."""
    words = fact.evidence.first()  # type: ignore[attr-defined]
    return f"{fact}: “{words.quote}”"[:600] if words else str(fact)[:600]


def sender_of(request: HttpRequest) -> str:
    """A digest of the visitor's address that tells nobody the address and is another tomorrow.

    Behind our own proxy (an https address) the last hop that it names counts; what a visitor may
    write in front of that does not.
    """
    address = str(request.META.get("REMOTE_ADDR", ""))
    if settings.SITE_URL.startswith("https://"):
        address = request.headers.get("X-Forwarded-For", address).rsplit(",", 1)[-1].strip()
    return salted_hmac(f"error-report {timezone.localdate()}", address).hexdigest()


def is_too_many(sender: str, model: type[Any] = ErrorReport) -> bool:
    """Whether this sender, or all together, have sent as many such messages as an hour takes."""
    recent = model.objects.filter(created_at__gt=timezone.now() - HOUR)
    own: int = recent.filter(sender=sender).count()
    return own >= MOST_OF_ONE or bool(recent.count() >= MOST_OF_ALL)
