"""A list as data: what its filters leave, in its order, under its own address.

`?dang=csv` (or `jsonl`) stands beside the other parameters of the list; where a page has several
lists, `bang` names the one. Rows are streamed, so that a long list needs no more memory than a short
one. Unlike the data sets of `export`, a list also gives the retold samples that it shows, and marks
them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, StreamingHttpResponse
from django.utils.translation import gettext as _

from archive.exporting.formats import as_csv, as_jsonl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from django.http import HttpRequest

    from archive.exporting.records import Row

FORM, TABLE = "dang", "bang"
CHUNK = 500  # rows that are read at once
FORMATS: dict[str, tuple[str, Callable[[Iterable[Row]], Iterable[bytes]]]] = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "jsonl": ("application/x-ndjson; charset=utf-8", as_jsonl),
}


class AsData:
    """Adds its data to the view of a list: `tables()` gives the rows of each, the first by default."""

    request: HttpRequest

    def tables(self) -> dict[str, Callable[[], Iterable[Row]]]:
        raise NotImplementedError

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        form = request.GET.get(FORM)
        if form is None:
            return super().get(request, *args, **kwargs)  # type: ignore[misc]
        tables = self.tables()
        table = request.GET.get(TABLE) or next(iter(tables))
        if form not in FORMATS or table not in tables:
            raise Http404(_("Kho không có dữ liệu dạng này."))
        return streamed(tables[table](), form, name_of(request.path, request.GET.get(TABLE)))


def streamed(rows: Iterable[Row], form: str, name: str) -> StreamingHttpResponse:
    kind, written = FORMATS[form]
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return StreamingHttpResponse(written(rows), content_type=kind, headers=headers)


def name_of(path: str, table: str | None) -> str:
    """`/dia-phuong/hai-duong/`, `so-lieu` → `dia-phuong-hai-duong-so-lieu`."""
    return "-".join([*filter(None, path.split("/")), *([table] if table else [])])
