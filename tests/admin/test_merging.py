"""From a proposed pair to one person and back, by plain forms."""

import pytest
from django.urls import reverse

from archive.models import Distinction, Merge, Official
from tests.browse import rows

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def two(settings, request):
    settings.SEARCH_URL = f"memory://{request.node.nodeid}"
    place = rows.district()
    one = rows.person(rows.article("Bài một", place))
    article = rows.article("Bài hai", place)
    other = Official.objects.create(
        slug="sai-thi-yen-2", name="Sái Thị Yến", folded="sai thi yen", province=place.parent
    )
    article.mentions.create(official=other, name=other.name)
    return one, other


def page(client, name, *args, **query):
    response = client.get(reverse(f"admin:{name}", args=args), query)
    assert response.status_code == 200
    return response.content.decode()


def test_a_pair_is_proposed_with_its_reasons(admin_client, two):
    text = page(admin_client, "merge_pairs", "can-bo")
    assert "Cùng họ tên, đúng từng dấu: Sái Thị Yến" in text
    assert reverse("admin:merge_pair", args=["can-bo", *(row.pk for row in two)]) in text
    assert "Sái Thị Yến" not in page(admin_client, "merge_pairs", "can-bo", q="bùi")


@pytest.mark.parametrize("slug", ["can-bo", "cuoc-hop", "nguon", "chi-tieu"])
def test_every_kind_has_a_page(admin_client, two, slug):
    assert "Lọc" in page(admin_client, "merge_pairs", slug, q="kinh", tinh=rows.province().pk)
    assert admin_client.get(reverse("admin:merge_pairs", args=["khac"])).status_code == 404


def test_merge_choose_who_stays_and_undo(admin_client, client, two):
    one, other = two
    compare = reverse("admin:merge_pair", args=["can-bo", one.pk, other.pk])
    assert "Giữ bản này" in admin_client.get(compare).content.decode()
    assert "bắt buộc" in admin_client.post(compare, {"giu": one.pk}).content.decode()
    admin_client.post(compare, {"giu": other.pk, "why": "cùng một người"})
    assert client.get(one.get_absolute_url()).url == other.get_absolute_url()
    done = Merge.objects.get()
    undo = reverse("admin:undo_merge", args=[done.pk])
    assert undo in page(admin_client, "archive_merge_change", done.pk)
    assert "cùng một người" in page(admin_client, "undo_merge", done.pk)
    admin_client.post(undo)
    assert client.get(one.get_absolute_url()).status_code == 200


def test_telling_apart_takes_the_pair_from_the_list(admin_client, two):
    apart = reverse("admin:merge_apart", args=["can-bo", *(row.pk for row in two)])
    assert admin_client.get(apart).status_code == 403  # a link alone changes nothing
    admin_client.post(apart)
    assert Distinction.objects.get().who == "admin"
    assert "Không có cặp nào" in page(admin_client, "merge_pairs", "can-bo")


def test_two_of_the_list_are_compared(admin_client, two):
    listed = reverse("admin:archive_official_changelist")
    chosen = {"action": "compare", "_selected_action": [row.pk for row in two]}
    assert admin_client.post(listed, chosen).url.endswith(f"/{two[0].pk}/{two[1].pk}/")
    one = {"action": "compare", "_selected_action": [two[0].pk]}
    assert "Chọn đúng hai" in admin_client.post(listed, one, follow=True).content.decode()


def test_split_shows_both_halves_first(admin_client, two):
    one, other = two
    admin_client.post(
        reverse("admin:merge_pair", args=["can-bo", one.pk, other.pk]), {"giu": one.pk, "why": "x"}
    )
    where = reverse("admin:split", args=["can-bo", one.pk])
    assert where in page(admin_client, "archive_official_change", one.pk)
    chosen = one.mentions.get(article__title="Bài hai").pk
    preview = admin_client.post(where, {"chon": [chosen], "xem": "1"}).content.decode()
    assert "Sang bản ghi mới: 1" in preview
    admin_client.post(where, {"chon": [chosen], "tach": "1", "why": "hai người"})
    assert Official.objects.filter(merged_into=None).count() == 2
