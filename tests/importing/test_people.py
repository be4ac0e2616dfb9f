"""Who is one person: a name within a line of places, never a name alone."""

import pytest

from archive.models import Meeting, Official
from tests.importing.records import meeting, official


@pytest.mark.parametrize(
    ("posts", "place", "people"),
    [
        # The same district post, or another post of the same district: one person.
        (("Bí thư Thị ủy",), "Kinh Môn", 1),
        (("Chủ tịch Hội đồng nhân dân thị xã",), "Kinh Môn", 1),
        # The same name with a post in the district next door: two.
        (("Chủ tịch Ủy ban nhân dân huyện",), "Nam Sách", 2),
        # No post says anything, but the place is the same.
        ((), "Kinh Môn", 1),
        ((), "Nam Sách", 2),
    ],
)
def test_second_mention(save, posts, place, people):
    save(url="https://example.org/1")
    save(
        url="https://example.org/2",
        author="khác",
        place=place,
        officials=(official(posts=posts),),
        meeting=meeting(ordinal=10, held_on="2022-10-01"),
    )
    assert Official.objects.count() == people


def test_a_provincial_post_joins_two_districts(save):
    guest = official(posts=("Trưởng Ban Dân vận Tỉnh ủy",))
    save(url="https://example.org/1", officials=(guest,))
    save(url="https://example.org/2", author="khác", place="Nam Sách", officials=(guest,))
    assert Official.objects.count() == 1


def test_namesakes_get_addresses_of_their_own(save):
    save(url="https://example.org/1")
    save(
        url="https://example.org/2",
        author="khác",
        place="Nam Sách",
        officials=(official(posts=("Bí thư Huyện ủy",)),),
    )
    assert set(Official.objects.values_list("slug", flat=True)) == {"sai-thi-yen", "sai-thi-yen-2"}


def test_two_reports_share_one_meeting(save):
    save(url="https://example.org/1")
    save(url="https://example.org/2", author="khác", meeting=meeting(term=None, ordinal=9))
    assert Meeting.objects.get().reports.count() == 2


def test_meetings_with_other_numbers_stay_apart(save):
    save(url="https://example.org/1")
    save(url="https://example.org/2", author="khác", meeting=meeting(ordinal=10))
    assert Meeting.objects.count() == 2
