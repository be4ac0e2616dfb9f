"""The words that say what a person did at a meeting. Data only.

Rows of phrases, separated by semicolons, in lower case and new tone placement: the formulas of
reports on meetings as local portals print them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.extraction.people.lexicon import phrases

if TYPE_CHECKING:
    from archive.extraction.record import Role


@dataclass(frozen=True, slots=True)
class CueWords:
    """What words say of the people near them.

    `listed`: they speak of a whole list. `weak`: they give `speak` only to somebody without
    another speech. `bridged`: they count only before `có` or `gồm` and a list. `blocks`: what
    follows them in the sentence is said of others.
    """

    roles: tuple[Role, ...]
    listed: bool = False
    weak: bool = False
    bridged: bool = False
    blocks: bool = False


ROWS: tuple[tuple[CueWords, str], ...] = (
    (
        CueWords(("chair",), listed=True),
        "chủ trì; đồng chủ trì; cùng chủ trì; chủ tọa; đồng chủ tọa",
    ),
    (
        CueWords(("attend",), listed=True),
        """dự; tham dự; về dự; tới dự; đến dự; cùng dự; cùng tham dự; dự khai mạc; tham dự khai mạc;
        dự lễ khai mạc; tham dự lễ khai mạc; dự phiên khai mạc; dự bế mạc; dự lễ bế mạc; tham dự lễ bế mạc""",
    ),
    (
        CueWords(("attend",), listed=True, bridged=True),
        """tham gia; tham gia đoàn; tham gia tiếp xúc; tiếp; tiếp đoàn; đón tiếp; làm việc;
        cùng đi; có mặt; thành phần; về phía""",
    ),
    (
        CueWords(("attend", "directive"), listed=True),
        """dự và chỉ đạo; về dự và chỉ đạo; tới dự và chỉ đạo; đến dự và chỉ đạo;
        tham dự và chỉ đạo; dự, chỉ đạo; dự chỉ đạo""",
    ),
    (
        CueWords(("opening",)),
        "khai mạc; phát biểu khai mạc; đọc diễn văn khai mạc; diễn văn khai mạc; tuyên bố khai mạc",
    ),
    (
        CueWords(("directive",)),
        """phát biểu chỉ đạo; phát biểu ý kiến chỉ đạo; có ý kiến chỉ đạo; phát biểu, chỉ đạo;
        phát biểu và chỉ đạo; chỉ đạo hội nghị; chỉ đạo tại hội nghị; chỉ đạo tại buổi làm việc""",
    ),
    (
        CueWords(("closing",)),
        """kết luận; phát biểu kết luận; bế mạc; phát biểu bế mạc; diễn văn bế mạc;
        phát biểu tổng kết""",
    ),
    (CueWords(("opening", "closing")), "phát biểu khai mạc và kết luận"),
    (
        CueWords(("directive", "closing")),
        """phát biểu chỉ đạo và kết luận; phát biểu kết luận, chỉ đạo; kết luận, chỉ đạo;
        kết luận chỉ đạo""",
    ),
    (
        CueWords(("report",)),
        """báo cáo; báo cáo tóm tắt; đọc báo cáo; trình bày; trình bày báo cáo; trình bày tờ trình;
        thông qua báo cáo; thông qua tờ trình; thông qua dự thảo; công bố quyết định;
        công bố các quyết định; quán triệt; truyền đạt; giới thiệu chuyên đề; thông tin về;
        thông báo tóm tắt; thông báo kết quả; thông báo tình hình; thông báo nhanh; thông báo dự kiến; thông báo nội dung;
        thông báo chương trình; giới thiệu quy định; giới thiệu nghị quyết; giới thiệu chỉ thị;
        giới thiệu kết luận; giới thiệu nội dung; giới thiệu những nội dung; giới thiệu các nội dung;
        giới thiệu chuyên đề; giới thiệu luật""",
    ),
    (
        CueWords(("speak",)),
        """phát biểu; phát biểu ý kiến; phát biểu tham luận; tham luận; phát biểu thảo luận;
        phát biểu tiếp thu; phát biểu nhận nhiệm vụ; phát biểu giao nhiệm vụ;
        phát biểu chúc mừng""",
    ),
    (
        CueWords(("speak",), listed=True),
        """thảo luận tại hội nghị; thảo luận tại kỳ họp; thảo luận tại đại hội; thảo luận tại phiên họp;
        tham luận tại hội nghị; tham luận tại đại hội""",
    ),
    (
        CueWords(("speak",), weak=True, blocks=True),
        """nhấn mạnh; cho biết; khẳng định; đề nghị; yêu cầu; chia sẻ; đề xuất; kiến nghị;
        cho rằng; bày tỏ; lưu ý; ghi nhận; biểu dương; đánh giá cao; đánh giá; giải trình; làm rõ;
        trả lời; nêu rõ; phản ánh""",
    ),
    (CueWords((), blocks=True), "chỉ đạo; giao; trao; tặng"),
)

# The same letters in words that say nothing of anybody's part.
OTHER_WORDS = phrases(
    """dự án; dự thảo; dự kiến; dự toán; dự báo; dự phòng; dự khuyết; dự bị; dự nguồn; dự trữ;
    dự lường; dự thi; dự luật; dự đoán; dự thầu; nghe báo cáo; dự thảo báo cáo; các báo cáo;
    bản báo cáo; chế độ báo cáo; kịp thời báo cáo; báo cáo viên; báo cáo chính trị; báo cáo số;
    lễ khai mạc; lễ bế mạc; khai mạc ngày; khai mạc vào; khai mạc từ; bế mạc ngày; bế mạc vào; thông báo kết luận; kết luận số; kết luận của; kết luận thanh tra;
    kết luận kiểm tra; kết luận giám sát; các kết luận; chủ trì, phối hợp; chủ trì phối hợp;
    cơ quan chủ trì; đơn vị chủ trì; giao ban; giao lưu; giao thông; giao dịch; giao quân;
    giao nhận; bàn giao; trao đổi; đề nghị của; theo đề nghị; theo yêu cầu; đáp ứng yêu cầu;
    ban chỉ đạo; ban bí thư; sự chỉ đạo; ý kiến chỉ đạo; tiếp thu ý kiến chỉ đạo;
    điều hành thảo luận; điều hành phần thảo luận; chủ trì thảo luận; chủ trì phần thảo luận; tinh thần chỉ đạo; công tác chỉ đạo; lãnh đạo, chỉ đạo; lãnh đạo chỉ đạo; đoàn chủ tịch;
    chủ tịch đoàn""",
)

CUES = {phrase: cue for cue, row in ROWS for phrase in phrases(row)}

# Words before people that make a cue speak of those who follow, wherever it stands.
BRIDGES = frozenset(("có", "gồm", "của", ":", "là", "do"))
# Tokens that may stand between a person and the cue that speaks of him or her.
FARTHEST = 9

# Between a name and a post that it comes to hold or leaves.
OFFICES = phrases(
    """điều động từ; luân chuyển từ; chuyển từ; giữ chức; giữ chức vụ; giữ chức danh; giữ các chức vụ; giữ vị trí; thôi giữ chức;
    thôi giữ chức vụ; thôi giữ; thôi làm; làm; về làm; chức vụ; chức danh; đảm nhiệm;
    đảm nhiệm chức vụ; đảm nhận; đảm nhận chức vụ; được bầu; được bầu làm; được bầu giữ chức;
    được bầu giữ chức vụ; được bổ nhiệm; được bổ nhiệm giữ chức; được bổ nhiệm giữ chức vụ;
    được điều động; đến nhận công tác; nhận nhiệm vụ; tái đắc cử; tái đắc cử chức; đắc cử chức; trúng cử chức; tái đắc cử chức danh;
    tái đắc cử chức vụ; trúng cử; trúng cử chức danh; trúng cử chức vụ""",
)
