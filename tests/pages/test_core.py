"""Which element holds the article, and when trafilatura is asked about it."""

from hypothesis import given
from hypothesis import strategies as st

from archive.pages.core import LEFT_OUT, OUTER, core_of
from archive.pages.lines import Line, Outline
from archive.pages.region import running_words
from archive.pages.sentences import key

WORDS = st.integers(min_value=1, max_value=60)
SPAN = st.tuples(st.integers(0, 11), st.integers(0, 12)).filter(lambda span: span[0] < span[1])


@st.composite
def outlines(draw):
    """A few paragraphs of different lengths in elements that lie in each other, as on a page."""
    counts = draw(st.lists(WORDS, min_size=1, max_size=12))
    lines = tuple(Line(f"Dòng {i}{' chữ' * count}.") for i, count in enumerate(counts))
    boxes: list[tuple[int, int]] = []
    for start, end in draw(st.lists(SPAN, max_size=8)):
        box = (start, min(end, len(lines)))
        crosses = any(a < box[0] < b < box[1] or box[0] < a < box[1] < b for a, b in boxes)
        if box[0] < box[1] and box not in boxes and not crosses:
            boxes.append(box)
    return Outline(lines, tuple(boxes))


def heaviest(outline, main):
    """The choice by its definition: every line in every element, each with its share."""
    weights: dict[tuple[int, int], float] = {}
    for i, line in enumerate(outline.lines):
        share = 1.0 if not main or key(line.text) in main else LEFT_OUT
        around = sorted((b for b in outline.boxes if b[0] <= i < b[1]), key=lambda b: b[1] - b[0])
        for box, part in zip(around, (1.0, OUTER), strict=False):
            weights[box] = weights.get(box, 0.0) + part * running_words(line) * share
    return weights


@given(outlines(), st.data())
def test_the_choice_is_the_same_as_if_trafilatura_were_always_asked(outline, data):
    texts = [key(line.text) for line in outline.lines]
    main = frozenset(data.draw(st.lists(st.sampled_from(texts), unique=True)))
    weights = heaviest(outline, main)
    chosen = core_of(outline, lambda: main)
    assert (chosen is None) == (not weights)
    if chosen:
        assert weights[chosen] >= max(weights.values()) - 0.001


def test_trafilatura_is_asked_where_two_elements_hold_about_as_much():
    asked = []
    article = tuple(Line(f"Đoạn {i}{' chữ' * 40}.") for i in range(4))
    even = Outline(article, ((0, 2), (2, 4)))
    main = frozenset(key(line.text) for line in article[2:])
    assert core_of(even, lambda: asked.append(1) or main) == (2, 4)
    assert asked == [1]


def test_trafilatura_is_not_asked_where_one_element_holds_nearly_all():
    lines = tuple(Line(f"Đoạn {i}{' chữ' * 40}.") for i in range(9))
    outline = Outline(lines, ((0, 1), (1, 9)))

    def asked():
        raise AssertionError

    assert core_of(outline, asked) == (1, 9)
