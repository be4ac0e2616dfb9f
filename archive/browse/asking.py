"""The address of a search ↔ what is asked: parameters, the query value, links that change one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms

from archive.search.known import known_synonyms
from archive.search.parsing import parse

if TYPE_CHECKING:
    from django.http import QueryDict

    from archive.search.query import Query

PAGE_SIZE = 10
LAST_PAGE = 1000  # ten thousand articles; who wants deeper narrows the search or takes the data
FACETS = {"noi": "place", "nam": "year", "loai": "kind", "nguon": "source", "nguoi": "official"}
DAYS = {"tu": "since", "den": "until"}
ORDERS = {"": "relevance", "moi": "newest", "cu": "oldest"}


class AskingForm(forms.Form):
    """Cleans the parameters; one that is wrong counts as not given."""

    q = forms.CharField(required=False)
    noi = forms.CharField(required=False, max_length=120)
    nam = forms.IntegerField(required=False, min_value=1, max_value=9999)
    loai = forms.CharField(required=False, max_length=20)
    nguon = forms.CharField(required=False, max_length=80)
    nguoi = forms.CharField(required=False, max_length=120)
    tu = forms.DateField(required=False)
    den = forms.DateField(required=False)
    xep = forms.ChoiceField(required=False, choices=[(key, key) for key in ORDERS])
    khong_dau = forms.BooleanField(required=False)
    ca_don_vi_cu = forms.BooleanField(required=False)
    trang = forms.IntegerField(required=False, min_value=1, max_value=LAST_PAGE)


@dataclass(frozen=True, slots=True)
class Asked:
    """`given`: the parameters that were understood; `wrong`: the names of those that were not."""

    given: dict[str, Any]
    wrong: tuple[str, ...]
    params: QueryDict

    @property
    def text(self) -> str:
        return str(self.given.get("q", ""))

    @property
    def page(self) -> int:
        return int(self.given.get("trang", 1))

    @property
    def is_empty(self) -> bool:
        """Nothing to look for: neither words nor a filter."""
        return not any(self.given.get(name) for name in ("q", *FACETS, *DAYS))

    @property
    def is_plain(self) -> bool:
        """Words alone, without a filter, and their first page."""
        return bool(self.text) and self.page == 1 and not self.given.keys() & {*FACETS, *DAYS}

    @property
    def kept(self) -> list[tuple[str, str]]:
        """The parameters that the form of days carries on."""
        return [
            (name, str(value))
            for name, value in self.params.items()
            if name not in {*DAYS, "trang"}
        ]

    def query(self, places: frozenset[str] = frozenset()) -> Query:
        """`places` widens the place that was asked for."""
        named = (*FACETS.items(), *DAYS.items())
        filters: dict[str, Any] = {key: self.given.get(name) for name, key in named}
        place = filters.pop("place")
        return parse(
            self.text,
            places=places or frozenset([place] if place else []),
            known=known_synonyms(),
            loose=True if self.given.get("khong_dau") else None,
            sort=ORDERS[self.given.get("xep", "")],
            offset=(self.page - 1) * PAGE_SIZE,
            limit=PAGE_SIZE,
            **filters,
        )

    def link(self, **changes: object) -> str:
        """The address with these parameters changed, None takes one away; back on its first page."""
        params = self.params.copy()
        for name, value in {"trang": None, **changes}.items():
            params.pop(name, None)
            if value is not None:
                params[name] = str(value)
        return f"?{params.urlencode(safe='/')}"


def asked(params: QueryDict) -> Asked:
    form = AskingForm(params)
    form.is_valid()
    given = {name: value for name, value in form.cleaned_data.items() if value not in ("", None)}
    return Asked(given, tuple(form.errors), params)
