"""A small archive for the engines: each document shows one or two spellings."""

import datetime

from archive.search.document import Document


def document(id_, title, body, **changes):
    values = {
        "id": id_,
        "url": f"/bai/{id_}/",
        "title": title,
        "body": body,
        "captions": (),
        "people": (),
        "places": ("hai-duong/kinh-mon", "hai-duong"),
        "place_names": ("Kinh Môn", "Hải Dương"),
        "date": datetime.date(2022, 7, 13),
        "date_kind": "event",
        "kinds": ("plenum",),
        "source": "nguon",
        "officials": (),
        "digest": f"{id_}-1",
    }
    return Document(**{**values, **changes})


KINH_MON = document(
    1,
    "Hội nghị lần thứ 9 Ban chấp hành Đảng bộ thị xã Kinh Môn khoá 25",
    "Chủ tịch Uỷ ban nhân dân thị xã dự. Tổng thu ngân sách đạt 905 tỷ 653 triệu đồng.",
    people=("Sái Thị Yến",),
    officials=("sai-thi-yen",),
)
NAM_SACH = document(
    2,
    "Hội nghị lần thứ hai Ban Chấp hành Đảng bộ huyện khóa XXVIII",
    "Ngày 09/7/2020, HĐND và UBND huyện họp. Hoa nở bên sông, thanh thuý.",
    places=("hai-duong/nam-sach", "hai-duong"),
    place_names=("Nam Sách", "Hải Dương"),
    date=datetime.date(2020, 7, 9),
)
DUY_TIEN = document(
    3,
    "Ban Thường vụ Tỉnh uỷ làm việc với Thị uỷ Duy Tiên",
    "Thu cân đối 1.259,84 tỷ đồng. Công tác phòng, chống dịch Covid - 19. Kỹ thuật hoàn toàn mới.",
    places=("ha-nam/duy-tien", "ha-nam"),
    place_names=("Duy Tiên", "Hà Nam"),
    kinds=("working_session",),
    date=datetime.date(2022, 5, 28),
)
UNDATED = document(
    4,
    "Thông báo",
    "Văn bản không ngày, hội đồng họp về hoà giải.",
    date=None,
    date_kind="",
    kinds=(),
    places=(),
    place_names=(),
)
DOCUMENTS = (KINH_MON, NAM_SACH, DUY_TIEN, UNDATED)
