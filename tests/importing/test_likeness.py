"""One report under several addresses: one article is shown, the others stand under it."""

import datetime
import hashlib

import pytest

from archive.importing.digests import digest_of, keys_of, likeness
from archive.importing.likeness import ALIKE, Text, group
from archive.models import Article

SENTENCES = [
    f"Trong {n} tháng đầu năm, xã {name} thu ngân sách đạt {n * 37} triệu đồng, kết nạp {n} đảng viên và "
    f"hoàn thành {n + 60} phần trăm kế hoạch trồng rừng mà nghị quyết của Đảng bộ đã đề ra."
    for n, name in enumerate("Tân An Hòa Bình Phú Lộc Mỹ Sơn Vĩnh Thọ Long Khê".split(), 2)
]
TEXT = "\n\n".join(SENTENCES)


@pytest.mark.parametrize(
    ("other", "is_alike"),
    [
        (TEXT, True),
        (TEXT.upper(), True),
        (TEXT.replace("hoàn thành", "hoàn thành", 1), True),
        (TEXT + "\n\nNguồn: Báo tỉnh.", True),
        ("\n\n".join(SENTENCES[:11] + SENTENCES[:1]), True),
        ("\n\n".join(SENTENCES[:5]), False),
        (TEXT.replace("thu ngân sách đạt", "sản lượng đạt").replace("kết nạp", "khen"), False),
        ("Hội nghị lần thứ 9 bàn nhiệm vụ sáu tháng cuối năm.", False),
    ],
)
def test_likeness(other, is_alike):
    assert (likeness(digest_of(TEXT), digest_of(other)) >= ALIKE) == is_alike


def test_like_texts_meet_under_a_key():
    assert set(keys_of(digest_of(TEXT))) & set(keys_of(digest_of(TEXT + "\n\nNguồn: Báo tỉnh.")))


def test_an_equal_text_is_no_second_article(copy):
    assert copy(1) == copy(2)


@pytest.mark.parametrize("text", ["", "một", "một hai ba bốn", "🎋"])
def test_short_texts_have_a_digest(text):
    assert len(digest_of(text)) == 512


@pytest.mark.parametrize(
    ("text", "sha256"),
    [(TEXT, "47d02493a8ac5377"), ("một hai", "f499ae53281b4daa"), ("", "23481effef1644a8")],
)
def test_digests_stay_what_archives_hold(text, sha256):
    assert hashlib.sha256(digest_of(text)).hexdigest().startswith(sha256)


@pytest.fixture
def copy(save):
    """`copy(n, text)` → the article at address n, put into its group."""

    def saved(number, text=TEXT, **changes):
        article, _ = save(content=text.encode(), url=f"https://x.vn/{number}", body=text, **changes)
        grouped(article, text)
        return article

    return saved


def grouped(article, text):
    digest = digest_of(text)
    group([Text(article, digest, keys_of(digest))])


def shown():
    return [article.url[-1] for article in Article.objects.published().order_by("url")]


def test_the_fuller_of_two_is_shown(copy):
    copy(1)
    copy(2, TEXT + "\n\nTin, ảnh của cơ quan báo tỉnh.")
    assert shown() == ["2"]


def test_of_equals_the_first_is_shown(copy):
    copy(1)
    copy(2, TEXT.replace("Long", "LONG"))
    assert shown() == ["1"]


def test_a_third_joins_the_group_of_two(copy):
    copy(1)
    copy(2, TEXT + "\n\nTin, ảnh của cơ quan báo tỉnh.")
    third = copy(3, TEXT + "\n\nTin của báo.")
    assert shown() == ["2"]
    third.refresh_from_db()
    assert third.duplicate_of.url.endswith("2")


def test_another_report_stands_alone(copy):
    copy(1)
    copy(2, "\n\n".join(SENTENCES[:5]))
    assert shown() == ["1", "2"]


def test_the_same_formula_a_year_later_is_another_report(copy):
    first = copy(1)
    Article.objects.filter(pk=first.pk).update(sort_date=datetime.date(2019, 7, 1))
    copy(2, TEXT + "\n\nTin của báo.")
    assert shown() == ["1", "2"]


def test_a_copy_does_not_bring_back_what_was_withdrawn(copy):
    first = copy(1)
    Article.objects.filter(pk=first.pk).update(
        visibility="withdrawn", visibility_reason="theo yêu cầu"
    )
    copy(2, TEXT + "\n\nTin, ảnh của cơ quan báo tỉnh.")
    assert shown() == []


def test_what_a_person_parted_stays_apart(copy):
    first = copy(1)
    copy(2, TEXT + "\n\nTin của báo.")
    first.refresh_from_db()
    first.duplicate_of, first.human_fields = None, ["duplicate_of"]
    first.save()
    grouped(first, TEXT)
    assert shown() == ["1", "2"]
