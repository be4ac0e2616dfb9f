"""Ten years of two districts: plenums by term, some unreported, with the yearly revenue and plan."""

import datetime
from decimal import Decimal

from tests.browse import rows

TERMS = {2013: (24, "2010-2015"), 2015: (25, "2015-2020"), 2020: (26, "2020-2025")}
DAYS = ((1, 12, "H2"), (7, 9, "H1"))
MISSING = {(2014, 7), (2018, 1)}  # sessions that no article reports
CHAIRS = {2013: "Nguyễn Văn An", 2015: "Trần Thị Bình", 2020: "Lê Minh Châu"}


def since(year, of):
    """The entry of the term that this year lies in."""
    return of[max(start for start in of if start <= year)]


def session(year, month):
    """The number of the session in its term: two a year, from the first year of the term on."""
    start = max(start for start in TERMS if start <= year)
    return 2 * (year - start) + (1 if month < 7 else 2)


def decade(name="Nam Sách", kind="huyện", first=2013, last=2022, level=Decimal("212.4")):
    """The district, with its articles, meetings, chairs and figures."""
    place = rows.district(name, kind, since=datetime.date(2004, 1, 1))
    for year in range(first, last + 1):
        for month, day, _half in DAYS:
            if (year, month) not in MISSING:
                report(place, datetime.date(year, month, day), level + 31 * (year - first))
    return place


def report(place, day, revenue):
    congress, term = since(day.year, TERMS)
    number = session(day.year, day.month)
    chair = since(day.year, CHAIRS)
    written = f"{revenue:f}".replace(".", ",")
    article = rows.article(
        f"Hội nghị Ban Chấp hành Đảng bộ huyện {place.name} lần thứ {number}, khóa {congress}",
        place,
        day,
        body=(
            f"Ngày {day.day}/{day.month}/{day.year}, Ban Chấp hành Đảng bộ huyện {place.name} "
            f"tổ chức hội nghị lần thứ {number}. Đồng chí {chair}, Bí thư Huyện ủy, chủ trì.\n\n"
            f"Năm {day.year - 1}, thu ngân sách đạt {written} tỷ đồng, đạt 104% kế hoạch, "
            "tăng 9% so với cùng kỳ."
        ),
    )
    name = f"Hội nghị lần thứ {number}"
    held = rows.meeting(
        article, name, f"hội nghị lần thứ {number}", ordinal=number, congress=congress, term=term
    )
    rows.person(article, chair, ("Bí thư Huyện ủy",), ("chair",), at=held)
    rows.figure(
        article,
        "Thu ngân sách nhà nước",
        f"{written} tỷ đồng",
        value=revenue,
        period=str(day.year - 1),
        plan_percent=Decimal(104),
        growth_percent=Decimal(9),
        compared_with=str(day.year - 2),
    )
    return article
