"""Changes of the schema that neither readers nor writers wait for."""

from django.db import migrations
from django.db.migrations.operations.base import Operation


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


class IndexFieldOnline(migrations.AlterField):
    """A column that gets an index, built in the same way; without the second one, for prefixes, that Django makes."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor != "postgresql":
            super().database_forwards(app_label, schema_editor, from_state, to_state)
            return
        model = to_state.apps.get_model(app_label, self.model_name)
        made = schema_editor._create_index_sql(model, fields=[model._meta.get_field(self.name)])
        schema_editor.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {made.parts['name']}")
        schema_editor.execute(str(made).replace("INDEX", "INDEX CONCURRENTLY", 1), params=None)


class UnindexFieldOnline(migrations.AlterField):
    """A column that loses its own index, because another one answers for it.

    `AlterField` would have SQLite copy the table, and PostgreSQL keep readers out.
    """

    def database_forwards(self, app_label, schema_editor, _from_state, to_state):
        model = to_state.apps.get_model(app_label, self.model_name)
        column = model._meta.get_field(self.name).column
        name = schema_editor._create_index_name(model._meta.db_table, [column])
        online = "CONCURRENTLY " if schema_editor.connection.vendor == "postgresql" else ""
        schema_editor.execute(f'DROP INDEX {online}IF EXISTS "{name}"')

    def database_backwards(self, app_label, schema_editor, _from_state, to_state):
        model = to_state.apps.get_model(app_label, self.model_name)
        field = model._meta.get_field(self.name)
        schema_editor.execute(schema_editor._create_index_sql(model, fields=[field]))


class DropPrefixIndexOnline(Operation):
    """Drop the index that Django makes on PostgreSQL for `startswith` beside the one of a column of words."""

    atomic = False
    reversible = True

    def __init__(self, model_name, name):
        self.model_name, self.name = model_name, name

    def state_forwards(self, app_label, state):
        """Nothing: no model knows of that index."""

    def database_forwards(self, app_label, schema_editor, _from_state, to_state):
        if schema_editor.connection.vendor == "postgresql":
            table = to_state.apps.get_model(app_label, self.model_name)._meta.db_table
            name = schema_editor._create_index_name(table, [self.name], suffix="_like")
            schema_editor.execute(f'DROP INDEX CONCURRENTLY IF EXISTS "{name}"')

    def database_backwards(self, app_label, schema_editor, _from_state, to_state):
        if schema_editor.connection.vendor == "postgresql":
            model = to_state.apps.get_model(app_label, self.model_name)
            field = model._meta.get_field(self.name)
            schema_editor.execute(schema_editor._create_like_index_sql(model, field))

    def describe(self):
        return f"Drop the index for prefixes of {self.model_name}.{self.name}"
