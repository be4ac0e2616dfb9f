"""Evidence → marked segments of text."""

import pytest

from archive.browse.marks import Marker
from archive.models import Evidence

TEXT = "Ngày 13/7, bà Yến chủ trì.\n\nThu 905 tỷ đồng. Bà Yến kết luận."


def seen(start, end, **fact):
    return Evidence(start=start, end=end, **fact)


def marked(rows, sigla, text=TEXT):
    paragraphs = Marker(sigla).paragraphs(text, rows)
    return [
        [f"[{s.text}|{s.mark.siglum}|{s.mark.anchor}]" if s.mark else s.text for s in paragraph]
        for paragraph in paragraphs
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # nothing was read
        ([], [["Ngày 13/7, bà Yến chủ trì."], ["Thu 905 tỷ đồng. Bà Yến kết luận."]]),
        # one person twice: the second mark has an id of its own
        (
            [seen(14, 17, mention_id=7), seen(48, 51, mention_id=7)],
            [
                ["Ngày 13/7, bà ", "[Yến|N1|nguoi-7]", " chủ trì."],
                ["Thu 905 tỷ đồng. Bà ", "[Yến|N1|nguoi-7-2]", " kết luận."],
            ],
        ),
        # facts that share words: the longer that starts first
        (
            [seen(32, 35, observation_id=4), seen(28, 43, observation_id=3)],
            [["Ngày 13/7, bà Yến chủ trì."], ["[Thu 905 tỷ đồng|S1|so-3]", ". Bà Yến kết luận."]],
        ),
        # a meeting's long name gives way to the person in it
        (
            [seen(0, 25, meeting_report_id=2, field="name"), seen(14, 17, mention_id=7)],
            [["Ngày 13/7, bà ", "[Yến|N1|nguoi-7]", " chủ trì."], ["Thu 905 tỷ đồng. Bà Yến kết luận."]],
        ),
        # a fact that the page does not show is not marked
        ([seen(14, 17, mention_id=99)], [["Ngày 13/7, bà Yến chủ trì."], ["Thu 905 tỷ đồng. Bà Yến kết luận."]]),
        # of a meeting its name and its day are marked, not its kind
        (
            [seen(5, 9, meeting_report_id=2, field="kind"), seen(18, 25, meeting_report_id=2, field="name")],
            [["Ngày 13/7, bà Yến ", "[chủ trì|H1|hop-2]", "."], ["Thu 905 tỷ đồng. Bà Yến kết luận."]],
        ),
    ],
)  # fmt: skip
def test_paragraphs_are_cut_at_their_marks(rows, expected):
    sigla = {
        ("mention", 7): "N1",
        ("observation", 3): "S1",
        ("observation", 4): "S2",
        ("meeting_report", 2): "H1",
    }
    assert marked(rows, sigla) == expected


@pytest.mark.parametrize("text", [TEXT, "một dòng", "", "a\nb\n\n\nc"])
def test_no_letter_is_lost(text):
    paragraphs = Marker({}).paragraphs(text, [])
    assert "".join(s.text for p in paragraphs for s in p) == text.replace("\n\n\n", "").replace(
        "\n\n", ""
    )
