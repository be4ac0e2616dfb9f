import pytest

from archive.models import Takedown
from tests.browse import rows


@pytest.fixture(autouse=True)
def _own_index(settings, request):
    settings.SEARCH_URL = f"memory://{request.node.nodeid}"


@pytest.fixture
def manager(db, django_user_model):
    return django_user_model.objects.create_user("quan-ly")


@pytest.fixture
def article(db):
    """An article that names a private person in its body and in a caption."""
    body = f"{rows.BODY}\n\nÔng Trần Văn Bình, hộ nghèo ở thôn 3, được tặng quà."
    row = rows.full_article(
        body=body, captions=["Ông Trần Văn Bình nhận quà", "Quang cảnh hội nghị"]
    )
    rows.person(row, "Trần Văn Bình", posts=("hộ nghèo",), roles=("mentioned",))
    return row


@pytest.fixture
def order(article):
    """`order(scope="words", words=…)`: an order that is not yet in force."""

    def make(scope="words", words="Trần Văn Bình", **changes):
        of = None if scope == "everywhere" else article
        values = {"ground": "privacy", "reason": "Đơn của người được nêu", "article": of, **changes}
        return Takedown(scope=scope, words="" if scope == "article" else words, **values)

    return make
