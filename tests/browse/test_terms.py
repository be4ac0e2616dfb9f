"""Numbered sessions by term, with those that are missing."""

import pytest

from archive.browse.terms import terms
from archive.models import Meeting
from tests.browse import rows


def meeting(ordinal, congress=25, kind="plenum", term=""):
    return Meeting(ordinal=ordinal, congress=congress, kind=kind, term=term, name=f"Lần {ordinal}")


@pytest.mark.parametrize(
    ("meetings", "expected"),
    [
        ([meeting(3)], [("hội nghị Ban Chấp hành", 25, [1, 2])]),
        # a newer term first, another body apart
        (
            [meeting(1), meeting(2, 26), meeting(1, 26, "council_session")],
            [
                ("hội nghị Ban Chấp hành", 26, [1]),
                ("kỳ họp Hội đồng nhân dân", 26, []),
                ("hội nghị Ban Chấp hành", 25, []),
            ],
        ),
        # without a number or a term there is nothing to miss; a huge number was misread
        ([meeting(None), meeting(4, None), meeting(2022)], []),
    ],
)
def test_terms(meetings, expected):
    found = [
        (term.kind, term.congress, [n for n, held in term.sessions if held is None])
        for term in terms(meetings)
    ]
    assert found == expected


def test_page_of_terms_counts_by_term_and_kind(db, read):
    rows.meeting(rows.article("Bài", rows.district()))
    text = read("/nhiem-ky/")
    assert "2020-2025 hội nghị Ban Chấp hành 1 1 13/7/2022 13/7/2022" in text
    assert "1 cuộc họp, ngày 13/7/2022" in read("/cuoc-hop/?nhiem_ky=2020-2025")
    assert "0 cuộc họp" in read("/cuoc-hop/?nhiem_ky=2015-2020")
