"""Lists of people: whose post is whose, who is an official and who is not."""

import pytest

from archive.extraction.people.officials import read_officials
from tests.extraction.people.reading import DISTRICT, PLACES, passage, people_of, roles_of

SECRETARY, CHAIRMAN = "Bí thư Huyện ủy", "Chủ tịch Ủy ban nhân dân huyện"
COUNCIL = "Chủ tịch Hội đồng nhân dân huyện"
DEPUTY = "Phó Chủ tịch Ủy ban nhân dân huyện"

LISTS = (
    # dashes between posts, commas between people
    (
        "Các đồng chí: Sái Thị An – Bí thư Huyện ủy - Chủ tịch HĐND huyện, Bùi Văn Bé – Chủ tịch UBND huyện chủ trì",
        {"Sái Thị An": [SECRETARY, COUNCIL], "Bùi Văn Bé": [CHAIRMAN]},
    ),
    # commas between posts, semicolons between people
    (
        "Các đồng chí: Sái Thị An, Bí thư Huyện ủy, Chủ tịch HĐND huyện; Bùi Văn Bé, Chủ tịch UBND huyện dự.",
        {"Sái Thị An": [SECRETARY, COUNCIL], "Bùi Văn Bé": [CHAIRMAN]},
    ),
    # no spaces around the dash
    (
        "Các ông Sái Văn An-Bí thư Huyện ủy, Bùi Văn Bé- Chủ tịch UBND huyện dự.",
        {"Sái Văn An": [SECRETARY], "Bùi Văn Bé": [CHAIRMAN]},
    ),
    # brackets
    (
        "Dự có đồng chí Sái Văn An (Bí thư Huyện ủy), bà Bùi Thị Bé (Chủ tịch UBND huyện).",
        {"Sái Văn An": [SECRETARY], "Bùi Thị Bé": [CHAIRMAN]},
    ),
    # the title first
    (
        "Bí thư Huyện ủy Sái Văn An, Chủ tịch UBND huyện Bùi Văn Bé và Phó Chủ tịch UBND huyện Lò Thị Cúc dự.",
        {"Sái Văn An": [SECRETARY], "Bùi Văn Bé": [CHAIRMAN], "Lò Thị Cúc": [DEPUTY]},
    ),
    (
        "Đồng chí Ủy viên BTV, Trưởng Ban Dân vận Tỉnh ủy Sái Văn An phát biểu",
        {"Sái Văn An": ["Ủy viên Ban Thường vụ Tỉnh ủy", "Trưởng Ban Dân vận Tỉnh ủy"]},
    ),
    # one post for all
    (
        "Các đồng chí Phó Chủ tịch UBND huyện: Sái Văn An, Bùi Văn Bé dự.",
        {"Sái Văn An": [DEPUTY], "Bùi Văn Bé": [DEPUTY]},
    ),
    (
        "Dự họp có các Phó Chủ tịch UBND huyện Sái Văn An, Bùi Văn Bé.",
        {"Sái Văn An": [DEPUTY], "Bùi Văn Bé": [DEPUTY]},
    ),
    (
        "Các đồng chí Sái Văn An, Bùi Văn Bé - Phó Chủ tịch UBND huyện dự.",
        {"Sái Văn An": [DEPUTY], "Bùi Văn Bé": [DEPUTY]},
    ),
    # ranks and degrees are dropped
    (
        "Thượng tá Sái Văn An, Trưởng Công an huyện; ThS. Bùi Thị Bé - Giám đốc Trung tâm Y tế huyện",
        {"Sái Văn An": ["Trưởng Công an huyện"], "Bùi Thị Bé": ["Giám đốc Trung tâm Y tế huyện"]},
    ),
    # names of the highlands
    (
        "Các đồng chí: H’Kim Hoa Byă, Bí thư Huyện ủy; Y Giang Gry Niê Knơng, Chủ tịch UBND huyện; Rah Lan Chung, Chủ tịch HĐND huyện",
        {"H’Kim Hoa Byă": [SECRETARY], "Y Giang Gry Niê Knơng": [CHAIRMAN], "Rah Lan Chung": [COUNCIL]},
    ),
    # old and new post of one person
    (
        "Điều động đồng chí Sái Văn An, Trưởng phòng Nội vụ huyện giữ chức Chánh Văn phòng Huyện ủy.",
        {"Sái Văn An": ["Trưởng phòng Nội vụ huyện", "Chánh Văn phòng Huyện ủy"]},
    ),
    (
        "Đồng chí Sái Văn An được bầu giữ chức vụ Chủ tịch HĐND huyện khóa XX, nhiệm kỳ 2021 - 2026.",
        {"Sái Văn An": [COUNCIL]},
    ),
    (
        "Đồng chí Lý A Sinh được điều động từ Phó Chủ tịch UBND huyện sang giữ chức Trưởng Ban Dân vận Huyện ủy.",
        {"Lý A Sinh": [DEPUTY, "Trưởng Ban Dân vận Huyện ủy"]},
    ),
    (
        "Hội nghị đã bầu đồng chí Sái Văn An tái đắc cử chức Bí thư Huyện ủy.",
        {"Sái Văn An": [SECRETARY]},
    ),
    (
        "Hội nghị bầu bổ sung đồng chí Sái Văn An, Giám đốc Sở Nội vụ vào Ban Thường vụ Tỉnh ủy khóa XVIII.",
        {"Sái Văn An": ["Giám đốc Sở Nội vụ", "Ủy viên Ban Thường vụ Tỉnh ủy"]},
    ),
    (
        "Bổ nhiệm Trung tá Kpuih Thuyên, Phó Chỉ huy trưởng - Tham mưu trưởng Ban CHQS huyện.",
        {"Kpuih Thuyên": ["Phó Chỉ huy trưởng Ban Chỉ huy Quân sự huyện", "Tham mưu trưởng Ban Chỉ huy Quân sự huyện"]},
    ),
    # an apostrophe and a space inside a name
    (
        "Dự có ông K’ Brêm, Bí thư Huyện ủy; bà H’ Xuân Bkrông, Chủ tịch UBND huyện.",
        {"K’ Brêm": [SECRETARY], "H’ Xuân Bkrông": [CHAIRMAN]},
    ),
    # elected together
    (
        "Đồng chí Vừ A Lồng được bầu giữ chức Bí thư Huyện ủy, các đồng chí Sùng Thị Dợ, Mùa A Di được bầu làm Phó Chủ tịch UBND huyện.",
        {"Vừ A Lồng": [SECRETARY], "Sùng Thị Dợ": [DEPUTY], "Mùa A Di": [DEPUTY]},
    ),
    (
        "Dự có các ĐBQH: Vương Thị Hương, Hoàng Ngọc Định.",
        {"Vương Thị Hương": ["Đại biểu Quốc hội"], "Hoàng Ngọc Định": ["Đại biểu Quốc hội"]},
    ),
    # where somebody stands on a photograph
    (
        "Đồng chí Sái Văn An (thứ 2 từ trái sang), Bí thư Huyện ủy trao quà.",
        {"Sái Văn An": [SECRETARY]},
    ),
    # the one in whose place somebody speaks
    (
        "Thừa ủy quyền của Chủ tịch UBND huyện, ông Sái Văn An - Trưởng phòng Tư pháp trình bày tờ trình.",
        {"Sái Văn An": ["Trưởng phòng Tư pháp"]},
    ),
    # clans of the southern highlands
    (
        "Đồng chí Chamaléa Bốc, Bí thư Huyện ủy; Pi Năng Thị Hốn - Phó Chủ tịch UBND huyện; Cil Duin, Chủ tịch UBND huyện dự.",
        {"Chamaléa Bốc": [SECRETARY], "Pi Năng Thị Hốn": [DEPUTY], "Cil Duin": [CHAIRMAN]},
    ),
    (
        "Đồng chí Sái Văn An, nguyên Bí thư Huyện ủy, nay là Phó Chủ nhiệm UBKT Tỉnh ủy nhận quyết định.",
        {"Sái Văn An": ["nguyên Bí thư Huyện ủy", "Phó Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy"]},
    ),
    # a former post
    ("Dự có ông Sái Văn An, nguyên Bí thư Huyện ủy.", {"Sái Văn An": ["nguyên Bí thư Huyện ủy"]}),
    # groups behind the last person are nobody's posts
    (
        "Dự có bà Sái Thị An - Bí thư Huyện ủy; Ủy viên BTV Huyện ủy; lãnh đạo UBND huyện.",
        {"Sái Thị An": [SECRETARY]},
    ),
    # a shorter repeat is no second post
    (
        "Đồng chí Sái Văn An, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh dự. Phó Bí thư Sái Văn An phát biểu.",
        {"Sái Văn An": ["Phó Bí thư Tỉnh ủy", "Chủ tịch Ủy ban nhân dân tỉnh"]},
    ),
)  # fmt: skip


@pytest.mark.parametrize(("text", "people"), LISTS)
def test_posts_belong_to_their_people(text, people):
    assert people_of(text) == people


@pytest.mark.parametrize(
    "text",
    [
        "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh; thực hiện Di chúc của Chủ tịch Hồ Chí Minh.",
        "Bí thư Đoàn TNCS Hồ Chí Minh các xã dự hội nghị.",
        "Ông Nguyễn Văn Tám, chủ một nhà vườn ở thôn 8 cho biết.",
        "Cử tri Nguyễn Văn Tám, xã An Sơn đề nghị sớm sửa đường.",
        "Đồng chí Huyện ủy viên, Bí thư Chi bộ, Trưởng phòng Nội vụ huyện báo cáo.",
        "Tại trường THPT Nguyễn Trãi, phường Lê Lợi, đường Trần Phú.",
        "Bí thư Huyện ủy Dương Minh Châu và Bí thư Huyện ủy Trần Văn Thời dự.",
        "Bà Sái Thị An, Giám đốc Hợp tác xã rau sạch An Sơn đề nghị huyện hỗ trợ giống.",
        "Khối Đảng gồm 11 đồng chí, khối chính quyền 14 đồng chí.",
    ],
)  # fmt: skip
def test_nobody(text):
    assert people_of(text) == {}


ROLES = (
    ("Chủ trì hội nghị có đồng chí Sái Văn An, Bí thư Huyện ủy.", ["chair"]),
    ("Hội nghị diễn ra dưới sự chủ trì của đồng chí Sái Văn An, Bí thư Huyện ủy.", ["chair"]),
    ("Đồng chí Sái Văn An, Bí thư Huyện ủy chủ trì và phát biểu kết luận hội nghị.", ["chair", "closing"]),
    ("Dự và chỉ đạo hội nghị có đồng chí Sái Văn An, Bí thư Huyện ủy.", ["attend", "directive"]),
    ("Tới dự và phát biểu chỉ đạo có đồng chí Sái Văn An, Bí thư Huyện ủy.", ["attend", "directive"]),
    ("Đồng chí Sái Văn An, Bí thư Huyện ủy về dự và phát biểu ý kiến.", ["attend", "speak"]),
    ("Phát biểu khai mạc, đồng chí Sái Văn An, Bí thư Huyện ủy nhấn mạnh.", ["opening"]),
    ("Phát biểu tại hội nghị, đồng chí Sái Văn An, Bí thư Huyện ủy đề nghị.", ["speak"]),
    ("Thay mặt BTV, đồng chí Sái Văn An, Bí thư Huyện ủy trình bày báo cáo.", ["report"]),
    ("Đồng chí Sái Văn An, Bí thư Huyện ủy yêu cầu các phòng báo cáo trước ngày 30/6.", ["speak"]),
    ("Đồng chí Sái Văn An, Bí thư Huyện ủy bế mạc hội nghị.", ["closing"]),
    ("Đồng chí Sái Văn An, Bí thư Huyện ủy điều hành hội nghị.", ["mentioned"]),
    ("Đồng chí Sái Văn An, Bí thư Huyện ủy dự. Đồng chí Bí thư Huyện ủy kết luận hội nghị.", ["attend", "closing"]),
    ("Các cơ quan chủ trì tiếp thu. Cùng đi có Sái Văn An, Bí thư Huyện ủy.", ["attend"]),
    ("Thực hiện Kết luận số 14-KL/TW, đồng chí Sái Văn An, Bí thư Huyện ủy đi thăm.", ["mentioned"]),
    ("Khai mạc hội nghị, đồng chí Sái Văn An, Bí thư Huyện ủy nêu rõ mục đích; kết luận hội nghị, đồng chí đề nghị.", ["opening", "closing"]),
    ("Đồng chí Sái Văn An, Bí thư Huyện ủy chủ trì. Kết luận buổi làm việc, đồng chí yêu cầu huyện.", ["chair", "closing"]),
    ("Đồng chí Sái Văn An, Bí thư Huyện ủy dự.\n\nKết luận buổi làm việc, đồng chí yêu cầu huyện.", ["attend"]),
    ("Đồng chí Sái Văn An, Bí thư Huyện ủy cảm ơn các ý kiến tâm huyết của cử tri trong xã và cho biết sẽ trả lời.", ["speak"]),
    ("Dự có Sái Văn An, Bí thư Huyện ủy. Phát biểu tại buổi tiếp xúc, đại biểu Sái Văn An ghi nhận các ý kiến.", ["attend", "speak"]),
    ("Đến dự và trực tiếp truyền đạt nghị quyết có đồng chí Sái Văn An, Bí thư Huyện ủy.", ["attend", "report"]),
    ("Đồng chí Sái Văn An, Bí thư Huyện ủy giới thiệu Quy định số 47-QĐ/TW.", ["report"]),
    ("Dự có Sái Văn An, Chủ tịch UBND huyện. Tham gia ý kiến có chủ tịch UBND các xã.", ["attend"]),
    ("Sái Văn An, Chủ tịch UBND huyện chủ trì. Dự hội nghị có đại diện các phòng; chủ tịch UBND các xã.", ["chair"]),
    ("Đồng chí Sái Văn An, đại biểu Quốc hội thông báo dự kiến nội dung kỳ họp.", ["report"]),
    ("Hội nghị thông qua dự thảo báo cáo do đồng chí Sái Văn An, Bí thư Huyện ủy trình bày.", ["report"]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_what_a_person_did(text, roles):
    assert roles_of(text) == {"Sái Văn An": roles}


def test_a_cue_before_a_list_speaks_of_all_of_it():
    text = (
        "Dự hội nghị có đồng chí Sái Văn An, Bí thư Huyện ủy; lãnh đạo các phòng;"
        " đồng chí Bùi Văn Bé, Chủ tịch UBND huyện. Phát biểu tại hội nghị, đồng chí Sái Văn An đề nghị."
    )
    assert roles_of(text) == {"Sái Văn An": ["attend", "speak"], "Bùi Văn Bé": ["attend"]}


def test_two_people_in_one_sentence_keep_their_parts():
    text = (
        "Sau khi nghe đồng chí Sái Văn An, Bí thư Huyện ủy báo cáo,"
        " đồng chí Bùi Văn Bé, Chủ tịch UBND huyện phát biểu kết luận."
    )
    assert roles_of(text) == {"Sái Văn An": ["report"], "Bùi Văn Bé": ["closing"]}


def test_posts_and_names_in_a_row_act_together():
    text = "Trưởng Công an huyện Sái Văn An, Chủ tịch UBND huyện Bùi Văn Bé báo cáo kết quả."
    assert roles_of(text) == {"Sái Văn An": ["report"], "Bùi Văn Bé": ["report"]}


def test_what_closes_a_row_of_speakers_is_said_of_all():
    text = (
        "Đồng chí Sái Văn An, Bí thư Huyện ủy; đồng chí Bùi Văn Bé, Chủ tịch UBND huyện và đồng chí Lò Thị Cúc,"
        " Giám đốc Sở Nội vụ đã phát biểu."
    )
    assert set(map(tuple, roles_of(text).values())) == {("speak",)}


def test_how_sure_a_post_and_a_part_are():
    text = (
        "Đồng chí Sái Văn An, Phó Bí thư Thường trực, Chủ tịch HĐND huyện chủ trì. Kết luận hội nghị, đồng chí"
        " yêu cầu. Dự có ông Bùi Văn Bé, Trưởng Công an huyện. Đồng chí Trưởng Công an huyện báo cáo."
    )
    first, second = read_officials((passage(text),), DISTRICT, PLACES)
    assert [(p.rule, p.confidence) for p in first.positions] == [
        ("post.borrowed", 0.8),
        ("post.stated", 0.95),
    ]
    assert [r.rule for r in first.roles] == ["role.named", "role.again"]
    assert {r.role: r.rule for r in second.roles} == {"attend": "role.named", "report": "role.post"}


def test_a_list_on_lines_of_its_own_belongs_to_what_announces_it():
    text = (
        "Dự hội nghị có:\n\n- Đồng chí Sái Văn An - Bí thư Huyện ủy;\n\n- Đồng chí Bùi Văn Bé - Chủ tịch UBND huyện."
        "\n\nĐồng chí Lò Thị Cúc, Phó Chủ tịch UBND huyện nghỉ hưu."
    )
    assert roles_of(text) == {
        "Sái Văn An": ["attend"],
        "Bùi Văn Bé": ["attend"],
        "Lò Thị Cúc": ["mentioned"],
    }


def test_what_is_said_of_a_pair_is_said_of_both():
    text = "Bí thư Huyện ủy Sái Văn An và Chủ tịch UBND huyện Bùi Văn Bé phát biểu."
    assert roles_of(text) == {"Sái Văn An": ["speak"], "Bùi Văn Bé": ["speak"]}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Dự khai mạc có Bí thư Huyện ủy Sái Văn An; Phó Bí thư Huyện ủy Bùi Văn Bé.", "attend"),
        (
            "Thảo luận tại hội nghị, Bí thư Huyện ủy Sái Văn An, Phó Bí thư Huyện ủy Bùi Văn Bé nêu giải pháp.",
            "speak",
        ),
        (
            "Phát biểu chỉ đạo, Bí thư Huyện ủy Sái Văn An và Phó Bí thư Huyện ủy Bùi Văn Bé biểu dương.",
            "directive",
        ),
    ],
)
def test_what_is_said_of_a_list_is_said_of_each(text, role):
    assert roles_of(text) == {"Sái Văn An": [role], "Bùi Văn Bé": [role]}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Diễn văn khai mạc do đồng chí Sái Văn An, Bí thư Huyện ủy trình bày.", ["opening"]),
        ("Báo cáo do đồng chí Sái Văn An, Bí thư Huyện ủy trình bày.", ["report"]),
        (
            "Đồng chí Sái Văn An, Bí thư Huyện ủy nói về kỳ họp (khai mạc ngày 23/10).",
            ["mentioned"],
        ),
    ],
)
def test_words_that_only_repeat_or_cite_give_no_other_role(text, roles):
    assert roles_of(text) == {"Sái Văn An": roles}
