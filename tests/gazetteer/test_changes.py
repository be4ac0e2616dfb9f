"""Splits and mergers by date: who was there the day before, and who on the day itself."""

import datetime

import pytest

DAY = datetime.timedelta(1)
CHANGES = (
    # split, and the old unit is gone
    ("2013-12-27", {"ha-noi/tu-liem"}, {"ha-noi/bac-tu-liem", "ha-noi/nam-tu-liem"}),
    ("2025-01-01", {"hue/hue"}, {"hue/phu-xuan", "hue/thuan-hoa"}),
    # split, and the old unit goes on
    ("2013-06-10", {"son-la/moc-chau"}, {"son-la/moc-chau", "son-la/van-ho"}),
    ("2015-03-11", {"kon-tum/sa-thay"}, {"kon-tum/sa-thay", "kon-tum/ia-h-drai"}),
    ("2015-04-10", {"ha-tinh/ky-anh-huyen"}, {"ha-tinh/ky-anh-huyen", "ha-tinh/ky-anh-thi-xa"}),
    ("2025-01-01", {"bac-giang/luc-ngan"}, {"bac-giang/luc-ngan", "bac-giang/chu"}),
    # merged into one of them
    ("2020-01-01", {"hoa-binh/ky-son", "hoa-binh/hoa-binh"}, {"hoa-binh/hoa-binh"}),
    ("2024-12-01", {"nghe-an/cua-lo", "nghe-an/vinh"}, {"nghe-an/vinh"}),
    ("2024-09-01", {"nam-dinh/my-loc", "nam-dinh/nam-dinh"}, {"nam-dinh/nam-dinh"}),
    ("2021-01-01", {"ho-chi-minh/2", "ho-chi-minh/9", "ho-chi-minh/thu-duc"}, {"ho-chi-minh/thu-duc"}),
    # merged into a new one
    ("2020-03-01", {"cao-bang/quang-uyen", "cao-bang/phuc-hoa"}, {"cao-bang/quang-hoa"}),
    ("2025-01-01", {"ba-ria-vung-tau/long-dien", "ba-ria-vung-tau/dat-do"}, {"ba-ria-vung-tau/long-dat"}),
    # provinces
    ("2004-01-01", {"can-tho"}, {"can-tho", "hau-giang"}),
    ("2008-08-01", {"ha-tay", "ha-noi"}, {"ha-noi"}),
    ("2025-07-01", {"ha-nam", "nam-dinh", "ninh-binh"}, {"ninh-binh"}),
    ("2025-07-01", {"hai-duong", "hai-phong"}, {"hai-phong"}),
)  # fmt: skip


@pytest.mark.parametrize(("on", "before", "after"), CHANGES)
def test_who_was_there_on_either_side(gazetteer, on, before, after):
    day = datetime.date.fromisoformat(on)

    def there(when):
        return {slug for slug in before | after if gazetteer.at(slug, when).on(when)}

    assert there(day - DAY) == before
    assert there(day) == after


@pytest.mark.parametrize(("on", "before", "after"), CHANGES)
def test_the_change_is_told_with_its_resolution(gazetteer, on, before, after):
    day = datetime.date.fromisoformat(on)
    told = [
        change
        for change in gazetteer.lineage.successions
        if change.on == day and set(change.before) == before and set(change.after) == after
    ]
    assert [bool(change.resolution) for change in told] == [True]
