"""What a person merged or split is not undone by reading the pages again."""

import pytest

from archive.importing.articles import refresh
from archive.merging import merge, split
from archive.models import Meeting, Mention, Official
from tests.importing.conftest import places, save  # noqa: F401  (fixtures)
from tests.importing.records import meeting, official, record


@pytest.fixture
def misspelt(save):  # noqa: F811
    """Two articles; the second writes the name with another accent."""
    first, _ = save()
    again = record(officials=(official("Sái Thị Yên"),), title="Bài hai")
    second, _ = save(
        content=b"two", title="Bài hai", officials=again.officials, body=f"{again.body} Hai."
    )
    assert Official.objects.count() == 2
    return first, second, again


def test_a_merged_name_is_not_split_again(misspelt, by, save):  # noqa: F811
    _, second, again = misspelt
    kept, gone = Official.objects.order_by("pk")
    merge(kept, gone, by)
    refresh(second.current, again, second.place)
    assert Mention.objects.get(article=second).official == kept
    third, _ = save(
        content=b"3", title="Bài ba", officials=again.officials, body=f"{again.body} Ba."
    )
    assert Mention.objects.get(article=third).official == kept
    assert Official.objects.count() == 2


def test_split_people_are_not_merged_again(save, by):  # noqa: F811
    first, _ = save()
    second, _ = save(content=b"two", title="Bài hai", body=f"{record().body} Hai.")
    assert Official.objects.count() == 1
    moved = Mention.objects.get(article=second)
    done = split(Official.objects.get(), {moved.pk}, by)
    for article in (first, second):
        refresh(
            article.current, record(title=article.title, body=article.current.body), article.place
        )
    assert Mention.objects.get(article=second).official_id == done.other_id
    assert Mention.objects.get(article=first).official_id == done.record_id
    assert Official.objects.count() == 2


def test_merged_meetings_are_not_split_again(save, by):  # noqa: F811
    save()
    other = meeting(ordinal=10, held_on="2022-07-14")
    second, _ = save(content=b"two", title="Bài hai", meeting=other, body=f"{record().body} Hai.")
    kept, gone = Meeting.objects.order_by("pk")
    merge(kept, gone, by)
    refresh(
        second.current,
        record(meeting=other, title="Bài hai", body=second.current.body),
        second.place,
    )
    assert second.meetingreports.get().meeting == kept
    assert Meeting.objects.count() == 2


def test_split_meetings_are_not_merged_again(save, by):  # noqa: F811
    save()
    second, _ = save(content=b"two", title="Bài hai", body=f"{record().body} Hai.")
    report = second.meetingreports.get()
    done = split(report.meeting, {report.pk}, by)
    refresh(second.current, record(title="Bài hai", body=second.current.body), second.place)
    assert second.meetingreports.get().meeting_id == done.other_id
