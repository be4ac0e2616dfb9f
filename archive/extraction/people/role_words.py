"""The words that say what a person did at a meeting. Data only.

`roles`: what the words give. `leads`: at the head of a clause they speak of the people after them.
Words with no role end the reach of the person before them (what follows is said of others).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive.extraction.record import Role


@dataclass(frozen=True, slots=True)
class CueWords:
    """`weak`: gives `speak` only to somebody who has no other speech. `listed`: speaks of a whole list.
    `bridged`: counts only before `có` or `gồm` and a list. `blocks`: what follows is said of others."""

    roles: tuple[Role, ...]
    listed: bool = False
    weak: bool = False
    blocks: bool = False
    bridged: bool = False


CHAIR = CueWords(("chair",), listed=True)
ATTEND = CueWords(("attend",), listed=True)
OPENING = CueWords(("opening",))
DIRECTIVE = CueWords(("directive",))
CLOSING = CueWords(("closing",))
REPORT = CueWords(("report",))
SPEAK = CueWords(("speak",))
PRESENT = CueWords(("attend",), listed=True, bridged=True)
BLOCK = CueWords((), blocks=True)
SAY = CueWords(("speak",), weak=True, blocks=True)

MEETINGS = ("hội nghị", "buổi làm việc", "cuộc họp", "kỳ họp", "phiên họp", "đại hội", "buổi lễ", "hội thảo", "buổi đối thoại", "cuộc làm việc", "buổi tiếp xúc", "buổi giao ban", "buổi gặp mặt")  # fmt: skip

CUES: dict[str, CueWords] = {
    "chủ trì": CHAIR, "đồng chủ trì": CHAIR, "cùng chủ trì": CHAIR, "chủ tọa": CHAIR, "đồng chủ tọa": CHAIR,
    "dự": ATTEND, "tham dự": ATTEND, "về dự": ATTEND, "tới dự": ATTEND, "đến dự": ATTEND, "cùng dự": ATTEND,
    "cùng tham dự": ATTEND, "đồng chủ trì và": CHAIR,
    "dự và chỉ đạo": CueWords(("attend", "directive"), listed=True),
    "về dự và chỉ đạo": CueWords(("attend", "directive"), listed=True),
    "tới dự và chỉ đạo": CueWords(("attend", "directive"), listed=True),
    "đến dự và chỉ đạo": CueWords(("attend", "directive"), listed=True),
    "tham dự và chỉ đạo": CueWords(("attend", "directive"), listed=True),
    "dự, chỉ đạo": CueWords(("attend", "directive"), listed=True),
    "dự chỉ đạo": CueWords(("attend", "directive"), listed=True),
    "tham gia": PRESENT, "tham gia đoàn": PRESENT, "tiếp": PRESENT, "làm việc": PRESENT, "cùng đi": PRESENT, "tiếp đoàn": PRESENT,
    "có mặt": PRESENT, "thành phần": PRESENT, "về phía": PRESENT, "đón tiếp": PRESENT, "tham gia tiếp xúc": PRESENT,
    "phát biểu khai mạc": OPENING, "đọc diễn văn khai mạc": OPENING, "diễn văn khai mạc": OPENING,
    "khai mạc": OPENING, "tuyên bố khai mạc": OPENING,
    "phát biểu chỉ đạo": DIRECTIVE, "phát biểu ý kiến chỉ đạo": DIRECTIVE, "có ý kiến chỉ đạo": DIRECTIVE,
    "phát biểu, chỉ đạo": DIRECTIVE, "phát biểu và chỉ đạo": DIRECTIVE, "phát biểu giao nhiệm vụ": SPEAK,
    "phát biểu kết luận": CLOSING, "phát biểu bế mạc": CLOSING, "bế mạc": CLOSING, "kết luận": CLOSING,
    "diễn văn bế mạc": CLOSING, "phát biểu tổng kết": CLOSING,
    "phát biểu khai mạc và kết luận": CueWords(("opening", "closing")),
    "phát biểu chỉ đạo và kết luận": CueWords(("directive", "closing")),
    "phát biểu kết luận, chỉ đạo": CueWords(("closing", "directive")),
    "kết luận, chỉ đạo": CueWords(("closing", "directive")),
    "kết luận chỉ đạo": CueWords(("closing", "directive")),
    "báo cáo": REPORT, "trình bày": REPORT, "trình bày báo cáo": REPORT, "báo cáo tóm tắt": REPORT,
    "thông qua báo cáo": REPORT, "thông qua tờ trình": REPORT, "thông qua dự thảo": REPORT, "đọc báo cáo": REPORT, "trình bày tờ trình": REPORT,
    "công bố quyết định": REPORT, "công bố các quyết định": REPORT, "quán triệt": REPORT, "truyền đạt": REPORT, "giới thiệu chuyên đề": REPORT, "thông tin về": REPORT, "thông báo tóm tắt": REPORT, "thông báo kết quả": REPORT, "thông báo tình hình": REPORT, "thông báo nhanh": REPORT,
    "phát biểu": SPEAK, "phát biểu ý kiến": SPEAK, "phát biểu tham luận": SPEAK, "tham luận": SPEAK, "phát biểu thảo luận": SPEAK,
    "phát biểu tiếp thu": SPEAK, "phát biểu nhận nhiệm vụ": SPEAK, "phát biểu chúc mừng": SPEAK,
    "nhấn mạnh": SAY, "cho biết": SAY, "khẳng định": SAY, "đề nghị": SAY, "yêu cầu": SAY, "chia sẻ": SAY, "đề xuất": SAY,
    "kiến nghị": SAY, "cho rằng": SAY, "bày tỏ": SAY, "lưu ý": SAY, "ghi nhận": SAY, "biểu dương": SAY, "đánh giá cao": SAY, "đánh giá": SAY,
    "giải trình": SAY, "làm rõ": SAY, "trả lời": SAY, "nêu rõ": SAY, "phản ánh": SAY, "chỉ đạo": BLOCK, "giao": BLOCK, "trao": BLOCK, "tặng": BLOCK,
    "chỉ đạo hội nghị": DIRECTIVE, "chỉ đạo tại hội nghị": DIRECTIVE, "chỉ đạo tại buổi làm việc": DIRECTIVE,
}  # fmt: skip

# The same letters in words that say nothing of anybody's part.
OTHER_WORDS = (
    "dự án", "dự thảo", "dự kiến", "dự toán", "dự báo", "dự phòng", "dự khuyết", "dự bị", "dự nguồn",
    "dự trữ", "dự lường", "dự thi", "dự luật", "dự đoán", "dự thầu", "dự họp báo",
    "nghe báo cáo", "dự thảo báo cáo", "các báo cáo", "bản báo cáo", "chế độ báo cáo", "kịp thời báo cáo", "báo cáo viên",
    "báo cáo chính trị", "báo cáo số", "lễ khai mạc", "lễ bế mạc", "thông báo kết luận", "kết luận số", "kết luận của",
    "kết luận thanh tra", "kết luận kiểm tra", "kết luận giám sát", "kết luận 'số", "các kết luận", "chủ trì, phối hợp", "chủ trì phối hợp", "cơ quan chủ trì",
    "đơn vị chủ trì", "giao ban", "giao lưu", "giao thông", "giao dịch", "giao quân", "giao nhận", "bàn giao", "trao đổi", "đề nghị của",
    "ban chỉ đạo", "ban bí thư", "sự chỉ đạo", "ý kiến chỉ đạo", "tiếp thu ý kiến chỉ đạo", "tinh thần chỉ đạo", "công tác chỉ đạo", "lãnh đạo, chỉ đạo", "lãnh đạo chỉ đạo", "theo đề nghị", "theo yêu cầu", "đáp ứng yêu cầu", "phiếu đề nghị", "đoàn chủ tịch", "chủ tịch đoàn",
)  # fmt: skip

# Words before people that make a cue speak of those who follow, wherever it stands.
BRIDGES = frozenset(("có", "gồm", "của", ":", "là"))
# Words that may stand between a person and the cue that speaks of him or her.
FARTHEST = 9

# Between a name and a post that it comes to hold or leaves.
OFFICES = (
    "giữ chức", "giữ chức vụ", "giữ chức danh", "giữ các chức vụ", "giữ vị trí", "thôi giữ chức", "thôi giữ chức vụ", "đảm nhiệm chức vụ", "đảm nhiệm",
    "đảm nhận chức vụ", "đảm nhận", "làm", "về làm", "chức vụ", "chức danh", "được bầu giữ chức", "được bầu giữ chức vụ", "được bầu làm", "được bầu",
    "được bổ nhiệm giữ chức", "được bổ nhiệm giữ chức vụ", "được bổ nhiệm", "được điều động", "đến nhận công tác", "nhận nhiệm vụ", "tái đắc cử chức danh", "tái đắc cử chức vụ", "tái đắc cử", "trúng cử chức danh", "trúng cử chức vụ", "trúng cử", "thôi giữ", "thôi làm",
)  # fmt: skip
