"""The fields of one fact.

Each form shows what the row holds, notices what others saved meanwhile, and saves through `editing`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from archive.models import State

if TYPE_CHECKING:
    from archive.admin.desk.cards import Folder
    from archive.editing.adding import Words
    from archive.history.changes import By

STATE = "state"


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that somebody else changed after this page was opened."""

    name: str
    seen: str
    now: str
    mine: str


class DeskForm(forms.Form):
    """Base. `row` is what is edited, None where a fact is added from `words`.

    The hidden field `seen` says what the editor had before their eyes; where the row says something
    else by now, nothing is saved and the difference is shown once.
    """

    why = forms.CharField(
        label="Lý do",
        required=False,
        max_length=500,
        help_text="Không bắt buộc. Ví dụ: bài ghi 905 tỷ 653 triệu",
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        folder: Folder,
        row: Any,
        data: Any = None,
        words: Words | None = None,
        suggestion: dict[str, Any] | None = None,
    ) -> None:
        self.folder, self.row, self.words = folder, row, words
        self.suggestion = suggestion or {}
        super().__init__(
            data, initial={**self.read(), **self.suggestion}, auto_id="f-%s", label_suffix=""
        )
        self.prepare()
        self.now = self.shown()
        self.initial["seen"] = json.dumps(self.now, ensure_ascii=False)

    def read(self) -> dict[str, Any]:
        """What the row holds, by field."""
        raise NotImplementedError

    def prepare(self) -> None:
        """Hook: choices that depend on the article."""

    def save(self, by: By) -> Any:
        """Save through `editing`; the form is valid and clashes with nothing."""
        raise NotImplementedError

    def shown(self) -> dict[str, str]:
        """The row's values as the fields show them."""
        if self.row is None:
            return {}
        values = self.read()
        shown = {name: self.text(name, value) for name, value in values.items()}
        state = getattr(self.row, STATE, "")
        return {**shown, STATE: str(State(state).label) if state else ""}

    def text(self, name: str, value: Any) -> str:
        field = self.fields[name]
        if isinstance(value, list | tuple):
            return "; ".join(sorted(str(item) for item in value))
        choices = dict(getattr(field, "choices", ()))
        return str(choices.get(value, field.prepare_value(value)) or "")

    def clashes(self) -> list[Clash]:
        """What others saved since the page was opened, where it is not what is saved now anyway."""
        try:
            seen = json.loads(self.data.get("seen") or "{}")
        except ValueError:
            return []
        found = []
        for name, now in self.now.items():
            if isinstance(seen, dict) and name in seen and seen[name] != now:
                mine = self.text(name, self.cleaned_data[name]) if name in self.cleaned_data else ""
                if mine != now or name == STATE:
                    label = self.fields[name].label if name in self.fields else "trạng thái"
                    found.append(Clash(str(label), seen[name], now, mine))
        return found

    def saw_again(self) -> None:
        """The editor has been told: the next attempt counts as one that saw what is there now."""
        data: Any = self.data
        self.data = data.copy()
        self.data["seen"] = self.initial["seen"]  # type: ignore[index]

    def own_fields(self) -> list[forms.BoundField]:
        """The fields that are shown in rows; reason and hidden ones stand apart."""
        return [field for field in self if field.name not in {"why", "seen"}]


def choices(field: Any) -> list[tuple[str, str]]:
    """A model field's choices, the first letter large."""
    return [(key, f"{text[:1].upper()}{text[1:]}") for key, text in field.field.choices]


def refuse(form: forms.Form, error: ValidationError) -> None:
    """Show what the database would have refused."""
    form.add_error(None, ValidationError(list(error.messages)))
