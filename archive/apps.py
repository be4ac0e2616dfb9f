from django.apps import AppConfig
from django.db.models.signals import post_migrate

from archive.roles import ensure_roles


class ArchiveConfig(AppConfig):
    name = "archive"
    verbose_name = "Kho tin Cấp ủy"

    def ready(self) -> None:
        post_migrate.connect(ensure_roles, dispatch_uid="archive roles")
