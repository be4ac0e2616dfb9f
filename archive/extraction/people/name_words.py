"""Surnames and what stands around names. Data only.

Surnames are common knowledge, checked against names that portals print: Kinh, then the peoples of
the north (Tày, Nùng, Thái, Mông, Dao), the Khmer, and the clans of the highlands.
"""

from __future__ import annotations

from archive.extraction.people.lexicon import phrases, syllables

SURNAMES = frozenset(
    syllables(
        """nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh
        đoàn trương mai lương đào cao tạ hà lưu chu tô thái vương quách phùng lâm tống triệu
        sái cù doãn khổng nghiêm la lại kiều từ thân tăng khúc giáp đàm đồng châu tôn hứa
        văn viên bạch ninh mạc mạch âu bá tiêu diệp ung giang bành biện bồ chử cung dư đậu
        điền đường hàn hình hồng hùng khâu khương khuất lã lạc lỗ lều liễu ngụy ngọ nhâm
        ngạc ông phương quản quang tào thiều thi tiết tưởng trà ứng uông mã trình ngân đới
        trừ phù nhan cấn phí nhữ sầm hán liêu hoa điêu nông ma bế vi chẩu mông lò cà quàng
        lường tòng cầm lừ vì mè quan tướng đèo lự sa hoàng giàng sùng vàng thào mùa hạng lù
        lầu lèng cứ cư hờ ly sồng tráng thền xồng vừ chảo cháng hảng vòng dịp bàn phàn tẩn
        chướng thàng tải phừ lục lăng hầu xa xin sần thạch sơn kim danh chau trang y h a u k
        ksor siu rah rơ nay kpă rmah rcom kring niê êban byă mlô kơ kon brao briu hiên ríah
        lô kha lữ cáp chế chung đàng đái đổng giản hoắc khiếu lộc mẫn nghị nhậm ong ôn sử tất thẩm
        thôi trầm voòng chíu sỳ chìu tằng pờ lỳ khoàng má sình chứ phàng thò chang khang già pà sính
        thao lừu vù dường bạc khằm ngần luân lành mạ kpuih hiao knul ktla kbuôr kđoh ayun ayŭn adrơng
        ênuôl bkrông mdrang hđơk hmok hwing êcăm kriêng ndu rlick triếk điểu bhnướch bnướch arất clâu
        hôih tơngôl zuông abing kăn chamaléa chamalé katơr kator pi pinăng pupur mấu cil liêng touneh
        lơ néang neáng củng
        bling bhling zơrâm alăng coor pơloong ating blúp kră ha ya tơ"""
    )
)
# Single letters that are parts of names in the highlands.
LONE_LETTERS = frozenset(("y", "a", "u", "h", "k"))

HONORIFICS = phrases(
    """đồng chí; đ/c; đc; đ.c; đ / c; đại biểu; ông; bà; anh; chị; cô; chú; bác; thầy; thầy giáo; cô giáo""",
)
PARTY_HONORIFICS = frozenset(
    phrases("đồng chí; đ/c; đc; đ.c; đ / c; các đồng chí; các đ/c; các đc")
)
PLURAL_HONORIFICS = phrases(
    """các đồng chí; các đ/c; các đc; các ông; các bà; các ông bà; các ông, bà; hai đồng chí; ba
    đồng chí; 2 đồng chí; 3 đồng chí; 02 đồng chí; 03 đồng chí""",
)
# Ranks, degrees and titles of honour: they precede names and are no posts.
RANKS = phrases(
    """đại tướng; thượng tướng; trung tướng; thiếu tướng; đại tá; thượng tá; trung tá; thiếu tá;
    đại úy; thượng úy; trung úy; thiếu úy; ts; ts.; ths; ths.; tiến sĩ; thạc sĩ; pgs; pgs.;
    gs; gs.; pgs.ts; pgs.ts.; pgs, ts; gs.ts; gs.ts.; phó giáo sư; giáo sư; bs; bs.; bác sĩ;
    bác sỹ; bsckii; bscki; bsckii.; bscki.; bs.ckii; bs.cki; bs ckii; bs cki; ckii; cki; ks.;
    kỹ sư; luật sư; cử nhân; cn.; thượng tọa; hòa thượng; đại đức; linh mục; nhà giáo ưu tú;
    nhà giáo nhân dân; thầy thuốc ưu tú; nhà báo; nghệ nhân""",
)

# Persons of history: their names stand for movements, prizes, schools, streets.
HISTORICAL = frozenset(
    phrases(
        """hồ chí minh; nguyễn ái quốc; nguyễn tất thành; võ nguyên giáp; tôn đức thắng; trần
        phú; lê hồng phong; hà huy tập; nguyễn văn cừ; trường chinh; lê duẩn; phạm văn đồng;
        hoàng văn thụ; nguyễn thị minh khai; võ thị sáu; nguyễn văn trỗi; lý tự trọng; ngô gia
        tự; trần hưng đạo; hai bà trưng; lê lợi; nguyễn trãi; quang trung; nguyễn huệ; phan
        bội châu; phan châu trinh; lương khánh thiện; nguyễn lương bằng; ngô quyền; lý thường
        kiệt; võ văn kiệt; nguyễn chí thanh; văn tiến dũng; nguyễn du""",
    ),
)

# Before the name of somebody who is no official of the page.
PRIVATE = phrases(
    """cử tri; hộ ông; hộ bà; nhà ông; nhà bà; gia đình; anh hùng; liệt sĩ; liệt sỹ; nhà thơ; học
    sinh; nghệ sĩ; nhạc sĩ; nhà văn; chủ hộ; nông dân; bệnh nhân; bị cáo; đối tượng""",
)

# Before a name that is that of a place, a street, a school, a prize.
PLACE_NOUNS = frozenset(
    syllables(
        """huyện quận xã phường tỉnh thôn ấp bản làng xóm đường phố trường thpt thcs sông núi
        chợ cầu đèo hồ giải quỹ lớp đội khu thị ủy đoàn ty viện bệnh thành trấn"""
    )
)
