"""Changes of the schema that neither readers nor writers wait for."""

from django.db import migrations


class AddIndexOnline(migrations.AddIndex):
    """An index built beside the running site on PostgreSQL; its migration must have `atomic = False`.

    A column that may be null stands newest first there with its nulls last, as `ordering.newest` asks for and as
    SQLite does by itself. What an interrupted run left half built is dropped first.
    """

    atomic = False

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor != "postgresql":
            super().database_forwards(app_label, schema_editor, from_state, to_state)
            return
        model = to_state.apps.get_model(app_label, self.model_name)
        sql = str(self.index.create_sql(model, schema_editor, concurrently=True))
        for name, order in self.index.fields_orders:
            field = model._meta.get_field(name)
            if order and field.null:
                sql = sql.replace(f'"{field.column}" DESC', f'"{field.column}" DESC NULLS LAST')
        schema_editor.execute(f'DROP INDEX CONCURRENTLY IF EXISTS "{self.index.name}"')
        schema_editor.execute(sql, params=None)
