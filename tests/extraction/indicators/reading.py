"""Reads the figures of a few sentences, as if they were the body of a page."""

from datetime import date

from archive.extraction.indicators import read_indicators
from archive.extraction.text import Context, Passage
from archive.vietnamese.normalise import shadow

TITLE = "Hội nghị sơ kết 6 tháng đầu năm 2022"


def figures(body, title=TITLE, on=date(2022, 7, 13)):
    texts = (Passage("title", 0, title, shadow(title)), Passage("body", 0, body, shadow(body)))
    return read_indicators(texts, Context(on, "thị xã", "tỉnh", "Kinh Môn"), None, on)


def read(body, *fields, **context):
    """The named fields of each figure, in text order."""
    return [tuple(getattr(figure, name) for name in fields) for figure in figures(body, **context)]
