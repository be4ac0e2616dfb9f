"""Who may do what: every table, every action and every page of the desk, for each role."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.test import RequestFactory
from django.urls import reverse

from tests.browse import rows

ROLES = ("Người xem", "Biên tập viên", "Quản lý", "Quản trị")
READER, EDITOR, MANAGER, ADMINISTRATOR, NOBODY = range(5)

# The least role that may view, add, change, delete rows of a table. Rows that are not named: (READER, -, -, -).
TABLES = {
    "article": (READER, NOBODY, EDITOR, NOBODY),
    "meeting": (READER, EDITOR, EDITOR, NOBODY),
    "official": (READER, EDITOR, EDITOR, NOBODY),
    "indicator": (READER, EDITOR, EDITOR, NOBODY),
    "position": (READER, EDITOR, EDITOR, EDITOR),
    "mention": (READER, EDITOR, EDITOR, EDITOR),
    "meetingreport": (READER, EDITOR, EDITOR, EDITOR),
    "positionreport": (READER, EDITOR, EDITOR, EDITOR),
    "participation": (READER, EDITOR, EDITOR, EDITOR),
    "observation": (READER, EDITOR, EDITOR, EDITOR),
    "errorreport": (READER, NOBODY, EDITOR, NOBODY),
    "source": (READER, MANAGER, MANAGER, NOBODY),
    "sourceaddress": (READER, MANAGER, MANAGER, MANAGER),
    "dateline": (READER, MANAGER, MANAGER, MANAGER),
    "place": (READER, MANAGER, MANAGER, NOBODY),
    "placeunit": (READER, MANAGER, MANAGER, NOBODY),
    "succession": (READER, MANAGER, MANAGER, MANAGER),
    "redirect": (READER, MANAGER, MANAGER, MANAGER),
    "synonymgroup": (READER, MANAGER, MANAGER, MANAGER),
    "indicatoralias": (READER, MANAGER, MANAGER, MANAGER),
    "distinction": (READER, NOBODY, NOBODY, MANAGER),
    "upload": (READER, MANAGER, NOBODY, NOBODY),
    "takedown": (MANAGER, MANAGER, NOBODY, NOBODY),
    "original": (MANAGER, NOBODY, NOBODY, NOBODY),
    "removalrequest": (MANAGER, NOBODY, MANAGER, NOBODY),
    "user": (ADMINISTRATOR, ADMINISTRATOR, ADMINISTRATOR, NOBODY),
    "group": (ADMINISTRATOR, NOBODY, NOBODY, NOBODY),
}
READ_ONLY = (READER, NOBODY, NOBODY, NOBODY)

# The least role that an action of a list asks for.
ACTIONS = {
    "delete_selected": None,  # as the table says
    "confirm_chosen": EDITOR,
    "reject_chosen": EDITOR,
    "confirm": EDITOR,
    "reject": EDITOR,
    "errorreport.accept": EDITOR,
    "errorreport.decline": EDITOR,
    "source.accept": MANAGER,
    "source.decline": MANAGER,
    "refuse": MANAGER,
    "compare": MANAGER,
}

# Pages beside the tables: the least role that may look, with what stands in their address.
PAGES = {
    "merge_pairs": (READER, ["can-bo"]),
    "merge_pair": (MANAGER, ["can-bo", "official", "official2"]),
    "split": (MANAGER, ["can-bo", "official"]),
    "undo_merge": (MANAGER, ["merge"]),
    "lift_takedown": (MANAGER, ["takedown"]),
    "upload": (READER, ["upload"]),
}
# Pages that only take what is sent: who may not, is refused; a look alone changes nothing.
SENDS = {
    "merge_apart": (MANAGER, ["can-bo", "official", "official2"]),
    "upload_import": (MANAGER, ["upload"]),
    "upload_undo": (MANAGER, ["upload"]),
    "upload_discard": (MANAGER, ["upload"]),
}
OWN = {
    "upload_report",
    "view_on_site",
    "autocomplete",
    "jsi18n",
    "app_list",
}  # files and Django's own


def people():
    for role in ROLES:
        user = User.objects.create_user(role, password="x", is_staff=True)
        user.groups.add(Group.objects.get(name=role))
        yield user


@pytest.fixture
def users(db):
    return list(people())


def requests(user):
    request = RequestFactory().get("/")
    request.user = user
    return request


def test_every_table_is_in_the_matrix(users):
    for model, desk in admin.site._registry.items():
        expected = TABLES.get(model._meta.model_name, READ_ONLY)
        for rank, user in enumerate(users):
            request = requests(user)
            may = (
                desk.has_view_permission(request), desk.has_add_permission(request),
                desk.has_change_permission(request), desk.has_delete_permission(request),
            )  # fmt: skip
            assert may == tuple(rank >= least for least in expected), (model, user)


def test_every_action_asks_for_a_role(users):
    for model, desk in admin.site._registry.items():
        name = model._meta.model_name
        for rank, user in enumerate(users):
            offered = set(desk.get_actions(requests(user)))
            for action in [*{item[1] for item in desk._get_base_actions()}]:
                least = ACTIONS.get(f"{name}.{action}", ACTIONS.get(action, "unknown"))
                assert least != "unknown", f"{name}: the action {action} is not in the matrix"
                least = TABLES.get(name, READ_ONLY)[3] if least is None else least
                assert (action in offered) == (rank >= least), (model, user, action)


@pytest.fixture
def ids(users, settings, request):
    from archive import hiding
    from archive.history.changes import By
    from archive.merging import merge
    from archive.models import Official, Takedown, Upload

    settings.SEARCH_URL = f"memory://{request.node.nodeid}"
    article = rows.full_article()
    other, third, fourth = (
        Official.objects.create(slug=slug, name=slug, folded=slug) for slug in ("a", "b", "c")
    )
    order = Takedown(scope="article", article=article, ground="law", reason="x")
    hiding.hide(order, users[2])
    return {
        "official": Official.objects.get(slug="sai-thi-yen").pk,
        "official2": other.pk,
        "merge": merge(third, fourth, By(users[2], "x")).pk,
        "takedown": order.pk,
        "upload": Upload.objects.create(name="a.txt", size=1, who="x", state="previewed").pk,
    }


def address(name, args, ids):
    return reverse(f"admin:{name}", args=[ids.get(arg, arg) for arg in args])


@pytest.mark.parametrize("name", PAGES)
def test_pages_beside_the_tables(client, users, ids, name):
    least, args = PAGES[name]
    for rank, user in enumerate(users):
        client.force_login(user)
        assert (client.get(address(name, args, ids)).status_code == 200) == (rank >= least), user


@pytest.mark.parametrize("name", SENDS)
def test_what_is_sent(client, users, ids, name):
    least, args = SENDS[name]
    for rank, user in enumerate(users):
        client.force_login(user)
        assert client.get(address(name, args, ids)).status_code == 403
        if rank < least:
            assert client.post(address(name, args, ids)).status_code == 403, user


def test_every_page_of_the_desk_is_in_the_matrix():
    standard = {"changelist", "add", "change", "delete", "history"}
    named = {
        pattern.name
        for desk in admin.site._registry.values()
        for pattern in desk.get_urls()
        if pattern.name and pattern.name.rpartition("_")[2] not in standard
    }
    accounts = {"auth_user_password_change"}
    assert named - accounts - OWN - PAGES.keys() - SENDS.keys() == set()


def test_nobody_enters_without_being_staff(client, db):
    client.force_login(User.objects.create_user("khach"))
    assert client.get("/quan-tri/").status_code == 302


def test_an_administrator_makes_nobody_a_superuser(client, users, django_user_model):
    root = django_user_model.objects.create_superuser("goc", password="x")
    client.force_login(users[ADMINISTRATOR])
    assert client.get(reverse("admin:auth_user_change", args=[root.pk])).status_code == 302
    editor = users[EDITOR]
    page = client.get(reverse("admin:auth_user_change", args=[editor.pk])).content.decode()
    assert "is_superuser" not in page
    assert "user_permissions" not in page
    client.post(
        reverse("admin:auth_user_change", args=[editor.pk]),
        {"username": editor.username, "is_superuser": "on", "is_active": "on", "is_staff": "on"},
    )
    editor.refresh_from_db()
    assert not editor.is_superuser


def test_the_groups_are_brought_up_to_date(db):
    from archive.roles import ensure_roles

    group = Group.objects.get(name="Quản lý")
    group.permissions.clear()
    ensure_roles()
    assert group.permissions.filter(codename="add_merge").exists()
    assert len(apps.get_app_config("archive").models) > 20
