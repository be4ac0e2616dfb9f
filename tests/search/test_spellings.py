"""However a query is spelled: for any text rewriting its marks, form or case changes nothing, and
stripping its accents loses nothing."""

import os
import unicodedata
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.evaluation.queries import load_documents, load_groups, load_pages
from archive.extraction.knowledge import Knowledge
from archive.management.commands.evaluate_search import SET
from archive.search.backends.memory import MemoryEngine
from archive.search.concepts import CONCEPTS
from archive.search.engine import answer
from archive.search.meanings import spelled
from archive.search.parsing import parse
from archive.settings import BASE_DIR
from archive.vietnamese.fold import strip_accents
from archive.vietnamese.normalise import PLACEMENT, clean, shadow
from tests.search.documents import DOCUMENTS

OLDER = {new: old for old, new in PLACEMENT.items()}
EVERYTHING = 1000
EXAMPLES = int(os.environ.get("EXAMPLES", "60"))  # EXAMPLES=5000 for a long run


@cache
def engine():
    """The small archive of the contract and the pages of the relevance set."""
    engine = MemoryEngine()
    engine.add(DOCUMENTS)
    pages = load_documents(load_pages(BASE_DIR / SET, BASE_DIR), Knowledge.load())
    engine.add(replace(document, id=100 + document.id) for document in pages.values())
    return engine


def found(text):
    return [hit.id for hit in answer(engine(), parse(text, limit=EVERYTHING)).hits]


def older_placement(text):
    """`hòa` → `hoà` wherever both are written."""
    text = unicodedata.normalize("NFC", text)
    for new, old in OLDER.items():
        moved = text.replace(new, old)
        if shadow(moved) == shadow(text):
            text = moved
    return text


# --- what people type: words of the pages, forms of concepts, numbers, dates, operators

WORDS = st.sampled_from(
    """hội nghị Uỷ ủy ban nhân dân UBND khoá khóa 25 XXV Kinh Môn hoà hoàn thuý Thủy tỷ triệu đồng 905 653
    lần thứ thứ chín mười bốn hai ba tư năm quý quí kỳ I IV tháng 7 2022 9/7/2020 ngày 9 quỹ Huỳnh vi phạm
    Phó Bí thư TT Thường trực Huyện uỷ Tỉnh ủy viên TUV TU NQ CT 05-CT/TW Trung ương TƯ đầu KH kế hoạch
    thu chi ngân sách Nam Sách Hà Nội Đảng bộ Phủ Lý 1.259,84 1259,84 2020-2025 118 nghìn ngàn Covid-19
    đ/c đồng chí Yến ý kiến kỹ kĩ mỹ Ðảng giám sát trật tự ATXH an toàn xã""".split()
)
FORMS = st.sampled_from([s for forms in CONCEPTS for form in forms for s in spelled(form)])
OPERATORS = st.sampled_from(
    [
        "OR",
        "hoặc",
        '"',
        "(",
        ")",
        "tiêu-đề:",
        "nơi:",
        "người:",
        "từ:2020",
        "đến:7/2022",
        "*",
        "?",
        ":",
    ]
)
TYPED = st.lists(st.one_of(WORDS, WORDS, FORMS, OPERATORS), min_size=1, max_size=7).map(" ".join)
LETTERS = st.text(
    st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấềịủýỳỹỷ Ðð0123456789.,/-'\""), max_size=30
)
EXOTIC = st.text(max_size=20).filter(lambda text: "-" not in text)
ANY = st.one_of(TYPED, TYPED, LETTERS.map(lambda text: text.replace("-", " ")), EXOTIC)
thorough = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))


@thorough
@given(ANY)
def test_stripping_accents_never_loses_an_article(text):
    assert set(found(text)) <= set(found(strip_accents(clean(text))))


@thorough
@given(ANY)
def test_normal_form_changes_nothing(text):
    assert found(unicodedata.normalize("NFD", text)) == found(text)


@thorough
@given(ANY)
def test_tone_placement_changes_nothing(text):
    assert found(older_placement(text)) == found(text)


@thorough
@given(st.one_of(TYPED, LETTERS))
def test_case_changes_nothing(text):
    assert found(text.upper()) == found(text.lower()) == found(text)


@pytest.mark.parametrize("group", load_groups(BASE_DIR / SET), ids=lambda group: group.typed[0])
def test_groups_of_the_relevance_set(group):
    first = found(group.typed[0])
    assert all(set(found(other)) == set(first) for other in group.typed[1:])
    assert all(set(first) <= set(found(other)) for other in group.bare)
