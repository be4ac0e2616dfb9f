"""Hand-made records, so that saving is tested without reading."""

from archive.extraction.record import (
    IndicatorFact,
    MeetingFact,
    OfficialFact,
    PositionFact,
    Record,
    RoleFact,
    Span,
)

BODY = "Ngày 13/7, Sái Thị Yến, Bí thư Thị ủy chủ trì. Thu ngân sách đạt 905 tỷ đồng."


def span(words, text=BODY):
    start = text.index(words)
    return Span(start, start + len(words))


def official(name="Sái Thị Yến", posts=("Bí thư Thị ủy",), roles=("chair",)):
    return OfficialFact(
        name=name,
        positions=tuple(PositionFact(post, (span("Bí thư Thị ủy"),)) for post in posts),
        roles=tuple(RoleFact(role, (span("chủ trì"),)) for role in roles),
        spans=(span("Sái Thị Yến"),),
        rule="test",
        confidence=0.9,
    )


def figure(**changes):
    values = {
        "name": "Thu ngân sách",
        "value": "905",
        "value_high": None,
        "unit": "tỷ đồng",
        "period": "2022-H1",
        "kind": "result",
        "plan_percent": "106",
        "growth_percent": None,
        "compared_with": None,
        "parent": None,
        "span": span("905 tỷ đồng"),
        "key": None,
        "rule": "test",
        "confidence": 0.8,
    }
    return IndicatorFact(**{**values, **changes})


def meeting(**changes):
    values = {
        "kind": "plenum",
        "name": "Hội nghị lần thứ 9",
        "ordinal": 9,
        "congress": 25,
        "term": "2020-2025",
        "held_on": "2022-07-13",
        "day_part": None,
        "spans": {"held_on": (span("13/7"),)},
        "rule": "test",
        "confidence": 0.9,
    }
    return MeetingFact(**{**values, **changes})


def record(**changes):
    values = {
        "layout": "generic",
        "url": None,
        "title": "Hội nghị lần thứ 9",
        "published_at": "2022-07-14T10:19+07:00",
        "captured_on": None,
        "author": None,
        "place": None,
        "captions": (),
        "body": BODY,
        "meeting": meeting(),
        "officials": (official(),),
        "indicators": (figure(),),
    }
    return Record(**{**values, **changes})
