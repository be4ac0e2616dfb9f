"""Rows as an import would leave them, made directly, so that pages are tested without reading."""

import datetime
from decimal import Decimal
from itertools import count

from archive.models import (
    Article,
    ArticleVersion,
    Capture,
    Evidence,
    Indicator,
    Meeting,
    MeetingReport,
    Mention,
    Observation,
    Official,
    Participation,
    Place,
    PlaceUnit,
    Position,
    PositionReport,
    Source,
    Succession,
)
from archive.vietnamese.fold import fold, slugify_vi

BODY = (
    "Ngày 13/7, Ban Chấp hành Đảng bộ thị xã họp lần thứ 9. Chủ trì có đồng chí Sái Thị Yến, "
    "Bí thư Thị ủy.\n\n"
    "Tổng thu ngân sách 6 tháng đạt 905 tỷ 653 triệu đồng, đạt 106% dự toán.\n\n"
    "Kết luận hội nghị, đồng chí Sái Thị Yến ghi nhận kết quả nửa năm."
)
numbers = count(1)


def province(name="Hải Dương", kind="tỉnh", ended=datetime.date(2025, 6, 30)):
    place, made = Place.objects.get_or_create(
        slug=slugify_vi(name), defaults={"name": name, "folded": fold(name), "level": "province"}
    )
    if made:
        PlaceUnit.objects.create(place=place, name=name, kind=kind, valid_to=ended)
    return place


def district(name="Kinh Môn", kind="thị xã", parent=None, since=datetime.date(2019, 11, 1)):
    """A district that was a huyện until the day before `since` and ended with its level."""
    parent = parent or province()
    place, made = Place.objects.get_or_create(
        slug=f"{parent.slug}/{slugify_vi(name)}",
        defaults={"name": name, "folded": fold(name), "level": "district", "parent": parent},
    )
    if made:
        PlaceUnit.objects.create(
            place=place, name=name, kind="huyện", valid_to=since - datetime.timedelta(1)
        )
        PlaceUnit.objects.create(
            place=place,
            name=name,
            kind=kind,
            valid_from=since,
            valid_to=datetime.date(2025, 6, 30),
            resolution="Nghị quyết 768/NQ-UBTVQH14",
        )
    return place


def source(slug="cong-tin", name="Cổng tin", *, sample=False):
    return Source.objects.get_or_create(slug=slug, defaults={"name": name, "is_sample": sample})[0]


def article(title="Hội nghị lần thứ 9", place=None, day=datetime.date(2022, 7, 13), **changes):
    """A published article with one version and one capture, without facts."""
    body = changes.pop("body", BODY)
    captions = changes.pop("captions", [])
    number = next(numbers)
    values = {
        "identity": f"https://example.vn/{number}",
        "source": source(),
        "title": title,
        "folded_title": fold(title),
        "summary": body.split("\n\n")[0],
        "place": place,
        "unit": place.unit_on(day) if place else None,
        "event_on": day,
        **changes,
    }
    row = Article(**values)
    row.set_sort_date()
    row.save()
    capture = Capture.objects.create(
        article=row, sha256=f"{number:064x}", size=len(body.encode()), media="text"
    )
    ArticleVersion.objects.create(
        article=row,
        number=1,
        title=title,
        body=body,
        captions=captions,
        author="Nguyễn Tuyết",
        layout="generic",
        content_hash=f"{number:064x}",
        capture=capture,
    )
    return row


def evidence(article, words, **fact):
    """The fact was read from the first of these words in the body, or in the given caption."""
    version = article.current
    where, index = fact.pop("where", "body"), fact.pop("index", 0)
    texts = {"body": [version.body], "title": [version.title], "captions": version.captions}
    text = texts[where][index]
    start = text.find(words)
    if start < 0:
        return None
    return Evidence.objects.create(
        version=version,
        where=where,
        index=index,
        start=start,
        end=start + len(words),
        quote=words,
        **fact,
    )


def meeting(article, name="Hội nghị lần thứ 9", words="họp lần thứ 9", **changes):
    values = {
        "kind": "plenum",
        "ordinal": 9,
        "congress": 25,
        "term": "2020-2025",
        "held_on": article.event_on,
        "place": article.place,
        **changes,
    }
    row = Meeting.objects.create(name=name, **values)
    report(article, row, words)
    return row


def report(article, meeting, words="họp lần thứ 9", name=None):
    row = MeetingReport.objects.create(article=article, meeting=meeting, name=name or meeting.name)
    evidence(article, words, meeting_report=row, field="name")
    return row


def person(article, name="Sái Thị Yến", posts=("Bí thư Thị ủy",), roles=("chair",), at=None):
    """Somebody with the posts and roles that the article gives; marked where the body names them."""
    official = Official.objects.filter(name=name).first() or Official.objects.create(
        name=name,
        slug=slugify_vi(name),
        folded=fold(name),
        province=article.place.parent if article.place else None,
    )
    order = article.mentions.count()
    mention = Mention.objects.create(article=article, official=official, name=name, order=order)
    evidence(article, name, mention=mention)
    for index, title in enumerate(posts):
        position, _ = Position.objects.get_or_create(
            official=official, title=title, place=article.place
        )
        post = PositionReport.objects.create(
            article=article, position=position, mention=mention, order=index, on=article.sort_date
        )
        evidence(article, title, position_report=post)
    for role in roles:
        Participation.objects.create(article=article, mention=mention, role=role, meeting=at)
    return official


def figure(article, name="Tổng thu ngân sách", words="905 tỷ 653 triệu đồng", **changes):
    values = {
        "value": Decimal("905.653"),
        "unit": "tỷ đồng",
        "period": "2022-H1",
        "plan_percent": Decimal(106),
        **changes,
    }
    indicator, _ = Indicator.objects.get_or_create(
        slug=slugify_vi(name),
        defaults={"name": name, "folded": fold(name), "category": "Ngân sách"},
    )
    row = Observation.objects.create(
        article=article,
        indicator=indicator,
        place=article.place,
        name=name,
        order=article.observations.count(),
        **values,
    )
    evidence(article, words, observation=row)
    return row


def full_article(place=None, day=datetime.date(2022, 7, 13), **changes):
    """An article with one meeting, one person and one figure."""
    row = article(place=place or district(), day=day, **changes)
    at = meeting(row, ordinal=None)
    person(row, at=at)
    figure(row)
    return row


def archive_of(articles):
    """Many articles in many places, on many days, with many people: for numbers of queries."""
    for number in range(articles):
        parent = province(f"Tỉnh mẫu {number % 3}")
        place = district(f"Huyện mẫu {number % 7}", parent=parent)
        day = datetime.date(2018 + number % 6, 1 + number % 12, 1 + number % 28)
        row = full_article(place, day, title=f"Hội nghị số {number}")
        person(row, f"Người số {number}", posts=(), roles=())
        figure(row, f"Chỉ tiêu {number}", words="106%", value=Decimal(number))


REFORM = datetime.date(2025, 7, 1)


def succession(before, after, on=REFORM, kind="abolish", *, ended=True):
    return Succession.objects.create(
        before=before, after=after, on=on, kind=kind, ended=ended, resolution="203/2025/QH15"
    )


def commune(name, kind, parent):
    """A unit of today."""
    place = Place.objects.create(
        slug=f"{parent.slug}/{slugify_vi(name)}", name=name, folded=fold(name), level="commune",
        parent=parent,
    )  # fmt: skip
    PlaceUnit.objects.create(place=place, name=name, kind=kind, valid_from=REFORM, parent=parent)
    return place


def hai_phong():
    """Today's city, with Kinh Môn and Hải Dương before it."""
    city = province("Hải Phòng", "thành phố", ended=None)
    succession(province(), city, kind="merge")
    kinh_mon = district()
    for name, kind in (("Kinh Môn", "phường"), ("Nam An Phụ", "xã"), ("An Phụ", "phường")):
        succession(kinh_mon, commune(name, kind, city))
    return city
