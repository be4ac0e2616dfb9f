"""Who may do what at the desk: four groups, each with all that the one before it may.

The groups are made and brought up to date after every `migrate`, so that a new table has its place in them
by this file alone. Groups of other names are the installation's own and are left as they are.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps

READER, EDITOR, MANAGER, ADMINISTRATOR = "Người xem", "Biên tập viên", "Quản lý", "Quản trị"
PRIVATE = {"removalrequest", "takedown", "original"}  # names of people who asked to be left alone

# What each group may do besides what the one before it may; every group from the first on may view
# every table of the archive but the private ones.
GRANTS: dict[str, dict[str, str]] = {
    READER: {},
    EDITOR: {
        "article": "change",
        "meeting": "add change",
        "official": "add change",
        "indicator": "add change",
        "position": "add change delete",
        "mention": "add change delete",
        "meetingreport": "add change delete",
        "positionreport": "add change delete",
        "participation": "add change delete",
        "observation": "add change delete",
        "errorreport": "change",
    },
    MANAGER: {
        "source": "add change",
        "sourceaddress": "add change delete",
        "dateline": "add change delete",
        "place": "add change",
        "placeunit": "add change",
        "succession": "add change delete",
        "redirect": "add change delete",
        "synonymgroup": "add change delete",
        "indicatoralias": "add change delete",
        "merge": "add",
        "distinction": "add delete",
        "upload": "add",
        "importbatch": "change",
        "takedown": "view add",
        "original": "view",
        "removalrequest": "view change",
    },
    ADMINISTRATOR: {"auth.user": "view add change", "auth.group": "view"},
}


def permissions_of(role: str) -> set[tuple[str, str]]:
    """`("archive", "change_article")` for all that a group may do."""
    names = [model._meta.model_name for model in apps.get_app_config("archive").get_models()]
    granted = {("archive", f"view_{name}") for name in names if name not in PRIVATE}
    for group, tables in GRANTS.items():
        for table, verbs in tables.items():
            app, _, model = table.rpartition(".")
            granted |= {(app or "archive", f"{verb}_{model}") for verb in verbs.split()}
        if group == role:
            break
    return granted


def ensure_roles(**_signal: Any) -> None:
    """Make the four groups say exactly this. Called after `migrate`."""
    from django.contrib.auth.models import Group, Permission  # noqa: PLC0415  (apps are not ready before)

    known = {
        (row.content_type.app_label, row.codename): row
        for row in Permission.objects.select_related("content_type")
    }
    for role in GRANTS:
        group, _ = Group.objects.get_or_create(name=role)
        wanted = permissions_of(role)
        if not wanted <= known.keys():
            return  # an earlier step of the same `migrate`; the last one finds all tables
        group.permissions.set(known[key] for key in wanted)
