"""Names stand in the order of the Vietnamese alphabet, in the database as in Python."""

import random

import pytest

from archive.models import Official
from archive.ordering import by_name

IN_ORDER = [
    "10", "2", "A Lưới", "An Giang", "Ăn", "Ân Thi", "Bù Đăng", "Cà Mau", "Cư M’gar", "Da", "Dà", "Dả", "Dã", "Dá",
    "Dạ", "Dương", "Đa", "Đà Nẵng", "Đạ Tẻh", "Đăk Glong", "Đắk Lắk", "Điện Biên", "Ê Đê", "H'Hen Niê", "Ha", "Hạ Hòa",
    "Hạ Lang", "Hà Nam", "Hà Nội", "hoa", "Hoa", "HOA", "Hòa An", "K'Ré", "K’Brêu", "Ly", "Lý", "Lý Thái", "Mlô", "Ô Môn",
    "Ơ Đu", "Quy Nhơn", "Uông Bí", "Ứng Hòa", "Y Thông", "Ý Yên",
]  # fmt: skip


@pytest.mark.django_db
def test_the_database_sorts_as_python_does():
    names = random.Random(1).sample(IN_ORDER, len(IN_ORDER))
    Official.objects.bulk_create(
        Official(slug=f"n-{i}", name=name, folded=name) for i, name in enumerate(names)
    )
    assert (
        list(Official.objects.order_by(by_name("name")).values_list("name", flat=True)) == IN_ORDER
    )
