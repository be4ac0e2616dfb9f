from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate

from archive.ordering import teach
from archive.roles import ensure_roles


class ArchiveConfig(AppConfig):
    name = "archive"
    verbose_name = "Kho tin Cấp ủy"

    def ready(self) -> None:
        connection_created.connect(teach, dispatch_uid="archive collation")
        post_migrate.connect(ensure_roles, dispatch_uid="archive roles")
        from archive import sums  # noqa: PLC0415  (models are there only now)

        post_migrate.connect(sums.make_if_none, sender=self, dispatch_uid="archive sums")
