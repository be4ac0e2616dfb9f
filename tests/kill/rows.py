"""All rows of an archive in a form in which two archives are equal that were made in the same order.

PostgreSQL gives no number twice, also where the transaction that took it was cut off: instead of its number a row
has its place among those of its table.
"""

import json

from django.apps import apps

PASSING = {"created_at", "changed_at", "indexed_at", "batch_id"}  # when, not what
# After a kill at the very end there is one run more; sums name numbers, and are compared with the rows instead.
LEFT_OUT = {"ImportBatch", "ImportItem", "Summed"}


def rows_by_table():
    """JSON: table → its rows in their order, without what only tells when."""
    models = [m for m in apps.get_app_config("archive").get_models() if m.__name__ not in LEFT_OUT]
    places = {model: numbered(model) for model in models}
    tables = {model._meta.db_table: sorted(rows(model, places)) for model in models}
    return json.dumps(tables)


def numbered(model):
    keys = model._base_manager.order_by("pk").values_list("pk", flat=True)
    return {key: place for place, key in enumerate(keys)}


def rows(model, places):
    fields = [f for f in model._meta.concrete_fields if f.attname not in PASSING]
    for values in model._base_manager.values_list(*(field.attname for field in fields)):
        yield repr([shown(*pair, model, places) for pair in zip(fields, values, strict=True)])


def shown(field, value, model, places):
    """A value as text; numbers of rows by their places."""
    target = field.related_model if field.is_relation else model if field.primary_key else None
    if value is not None and target in places:
        return places[target][value]
    return bytes(value).hex() if isinstance(value, memoryview) else str(value)
