"""A manager hides a name by a plain form, sees it gone, and takes it back."""

import pytest
from django.urls import reverse

from archive.models import Takedown
from tests.browse import rows

pytestmark = pytest.mark.django_db(transaction=True)
ADD = reverse("admin:archive_takedown_add")


@pytest.fixture
def article(settings, request):
    settings.SEARCH_URL = f"memory://{request.node.nodeid}"
    return rows.full_article(captions=["Ông Trần Văn Bình nhận quà"])


def form(article, changes=()):
    words = {"scope": "words", "words": "Sái Thị Yến", "ground": "privacy", "reason": "đơn"}
    return {"article": article.pk, **words, **dict(changes)}


def test_names_and_captions_of_the_article_are_offered(admin_client, article):
    page = admin_client.get(f"{ADD}?article={article.pk}").content.decode()
    assert "Ông Trần Văn Bình nhận quà" in page
    assert "Sái Thị Yến" in page


def test_hide_and_lift(admin_client, client, article):
    answer = admin_client.post(ADD, form(article), follow=True)
    assert "Ẩn trong 1 bài" in answer.content.decode()
    assert "Sái Thị Yến" not in article.current.body
    order = Takedown.objects.get()
    assert order.who == "admin"
    page = admin_client.get(reverse("admin:archive_takedown_change", args=[order.pk]))
    lift = reverse("admin:lift_takedown", args=[order.pk])
    assert lift in page.content.decode()
    admin_client.post(lift, {"why": "rút đơn"})
    assert "Sái Thị Yến" in article.current.body


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"words": ""}, "Ghi tên hoặc chú thích cần ẩn"),
        ({"article": ""}, "Chọn bài cần ẩn"),
        ({"scope": "everywhere", "words": "Yến"}, "Một tiếng thì trùng quá nhiều"),
        ({"reason": ""}, "bắt buộc"),
    ],
)
def test_an_order_that_says_too_little_is_sent_back(admin_client, article, changes, said):
    page = admin_client.post(ADD, form(article, changes)).content.decode()
    assert said in page
    assert not Takedown.objects.exists()
