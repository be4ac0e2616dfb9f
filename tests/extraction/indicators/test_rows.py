"""Sentences of real reports' kind: each figure finds its row of the catalogue."""

import pytest

from tests.extraction.indicators.reading import read


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Tổng giá trị sản xuất các ngành trên địa bàn ước đạt 7.850 tỷ đồng.", [("gtsx_total", "7850")]),
        ("GTSX CN-TTCN và xây dựng ước đạt 2.345 tỷ đồng.", [("gtsx_indcon", "2345")]),
        ("Kinh tế tăng trưởng 10,2%, vượt kế hoạch đề ra.", [("growth_rate", "10.2")]),
        (
            "Cơ cấu kinh tế: nông nghiệp chiếm 15,2%, công nghiệp - xây dựng 52,3%, dịch vụ 32,5%.",
            [("structure_agri", "15.2"), ("structure_ind", "52.3"), ("structure_serv", "32.5")],
        ),
        ("Giá trị sản phẩm bình quân trên một ha canh tác đạt 185 triệu đồng.", [("value_per_ha", "185")]),
        ("Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng đạt 3.450 tỷ đồng.", [("retail", "3450")]),
        ("Doanh thu vận tải 125,5 tỷ đồng; doanh thu du lịch 45 tỷ đồng.", [("rev_transport", "125.5"), ("rev_tourism", "45")]),
        ("Kim ngạch xuất khẩu đạt 320 triệu USD.", [("export", "320")]),
        ("Thu cân đối ngân sách đạt 120 tỷ đồng; thu tiền sử dụng đất 85 tỷ đồng.", [("budget_rev_balance", "120"), ("rev_land", "85")]),
        ("Thu nội địa ước 312 tỷ đồng; thu thuế, phí đạt 98 tỷ đồng.", [("rev_domestic", "312"), ("rev_tax", "98")]),
        ("Chi thường xuyên 320 tỷ đồng, chi đầu tư phát triển 110 tỷ đồng.", [("exp_current", "320"), ("exp_capital", "110")]),
        ("Tổng vốn đầu tư toàn xã hội ước đạt 2.150 tỷ đồng.", [("investment", "2150")]),
        ("Giải ngân vốn đầu tư công đạt 156,7 tỷ đồng.", [("disbursement", "156.7")]),
        ("Tổng dư nợ cho vay đạt 3.456 tỷ đồng; nợ xấu chiếm 0,8%.", [("credit", "3456"), ("bad_debt", "0.8")]),
        ("Có 68 doanh nghiệp thành lập mới, nâng tổng số doanh nghiệp lên 712.", [("new_firms", "68"), ("firms", "712")]),
        ("Toàn xã có 3 hợp tác xã, 26 tổ hợp tác.", [("coops", "3"), ("coop_groups", "26")]),
        ("Lương thực bình quân đầu người đạt 520 kg/người/năm.", [("food_pc", "520")]),
        ("Tổng đàn trâu, bò 12.300 con, đàn lợn 45.600 con, đàn gia cầm 1,2 triệu con.", [("herd_buffalocattle", "12300"), ("herd_pig", "45600"), ("herd_poultry", "1.2")]),
        ("Trồng mới 350 ha rừng tập trung; độ che phủ rừng đạt 52,3%.", [("forest_new", "350"), ("forest_cover", "52.3")]),
        ("Đã có 112/135 xã (82,96%) được công nhận đạt chuẩn nông thôn mới.", [("ntm_communes", "112")]),
        ("Có 5 xã đạt chuẩn nông thôn mới nâng cao; bình quân đạt 17,2 tiêu chí/xã.", [("ntm_advanced", "5"), ("ntm_criteria", "17.2")]),
        ("Công nhận mới 8 sản phẩm OCOP, nâng tổng số sản phẩm OCOP lên 35 sản phẩm.", [("ocop", "8"), ("ocop", "35")]),
        ("Tỷ lệ đô thị hóa đạt 28,5%.", [("urban_rate", "28.5")]),
        ("Cấp 1.250 giấy chứng nhận quyền sử dụng đất.", [("land_cert", "1250")]),
        ("Tỷ lệ rác thải được thu gom, xử lý đạt 92%.", [("waste", "92")]),
        ("Toàn huyện còn 1.234 hộ nghèo, chiếm 3,4%.", [("poverty_households", "1234"), ("poverty", "3.4")]),
        ("Tỷ lệ hộ nghèo giảm 1,2%, còn 3,4%; tỷ lệ hộ cận nghèo 4,1%.", [("poverty", "3.4"), ("near_poverty", "4.1")]),
        ("Giải quyết việc làm cho 2.350 lao động; xuất khẩu lao động 215 người.", [("jobs", "2350"), ("labour_export", "215")]),
        ("Tỷ lệ bao phủ BHYT đạt 93,2% dân số; tỷ lệ lao động tham gia BHXH đạt 25,4%.", [("bhyt", "93.2"), ("bhxh", "25.4")]),
        ("100% xã, phường đạt chuẩn quốc gia về y tế; 8,5 bác sĩ/vạn dân; 25 giường bệnh/vạn dân.", [("health_communes", "100"), ("doctors", "8.5"), ("beds", "25")]),
        ("Tỷ lệ tăng dân số tự nhiên 0,95%; mức giảm sinh 0,2‰.", [("pop_growth", "0.95"), ("birth_decline", "0.2")]),
        ("Tỷ lệ gia đình văn hóa đạt 92,3%; 85% thôn, tổ dân phố văn hóa.", [("cult_family", "92.3"), ("cult_village", "85")]),
        ("Hoàn thành giao quân với 145/145 thanh niên.", [("conscription", "145")]),
        ("Tai nạn giao thông xảy ra 12 vụ, làm chết 8 người, bị thương 9 người.", [("traffic", "12"), ("traffic_dead", "8"), ("traffic_hurt", "9")]),
        ("Tiếp 235 lượt công dân; tiếp nhận 156 đơn, giải quyết 148 đơn.", [("citizens", "235"), ("petitions", "156"), ("petitions_solved", "148")]),
        ("Tiếp nhận và giải quyết 25.600 hồ sơ thủ tục hành chính, tỷ lệ đúng hạn đạt 99,5%.", [("admin_files", "25600"), ("admin_ontime", "99.5")]),
        ("Chỉ số cải cách hành chính (PAR INDEX) đạt 89,56 điểm, xếp thứ 3/12; chỉ số DDCI đạt 72,5 điểm.", [("par_index", "89.56"), ("ddci", "72.5")]),
        ("Đảng bộ huyện hiện có 52 tổ chức cơ sở đảng với 6.543 đảng viên.", [("orgs", "52"), ("members", "6543")]),
        ("Trao tặng Huy hiệu Đảng cho 215 đảng viên.", [("badges", "215")]),
        (
            "Cấp ủy các cấp kiểm tra 45 tổ chức đảng, 120 đảng viên; giám sát chuyên đề 38 tổ chức đảng và 95 đảng viên.",
            [("insp_orgs", "45"), ("insp_members", "120"), ("superv_orgs", "38"), ("superv_members", "95")],
        ),
        ("UBKT các cấp kiểm tra khi có dấu hiệu vi phạm đối với 6 tổ chức đảng và 15 đảng viên.", [("insp_viol_orgs", "6"), ("insp_viol_members", "15")]),
        ("Ban hành 15 nghị quyết, 08 chỉ thị, 45 kế hoạch.", [("docs_resolutions", "15"), ("docs_directives", "8"), ("docs_plans", "45")]),
        ("Có 17/20 chỉ tiêu đạt và vượt kế hoạch.", [("targets_met", "17")]),
    ],
)  # fmt: skip
def test_rows_of_the_catalogue(body, expected):
    assert read(body, "key", "value") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # what is measured stands behind the unit
        ("Toàn huyện có 2.740 ha cây ăn quả có múi.", [("Diện tích cây ăn quả có múi", "2740")]),
        # a short stretch of a list names what is listed, known or not
        ("Một số sản phẩm: quặng apatit 1,86 triệu tấn; phân lân 246 nghìn tấn.", [("Quặng apatit", "1.86"), ("Phân lân", "246")]),
        # a number within the name of a rate is no figure
        ("Tỷ lệ tiêm đủ 2 mũi đạt 98,5%.", [("Tỷ lệ tiêm đủ 2 mũi", "98.5")]),
        # the label says what a bare number counts
        ("Số vụ phạm pháp hình sự: 14.", [("Số vụ phạm pháp hình sự", "14")]),
        # people brought with another count; the sum of several months takes up the name
        ("Thụ lý 03 vụ án kinh tế với 07 bị can.", [("Thụ lý vụ án kinh tế", "3"), ("Bị can", "7")]),
        ("Thu ngân sách tháng 6 đạt 30 tỷ đồng, lũy kế 6 tháng đạt 200 tỷ đồng.", [("Thu ngân sách", "30"), ("Thu ngân sách", "200")]),
        # a count or a rate that is told after its change; a share that needs no name of its own
        ("Số hộ nghèo giảm 350 hộ, còn 1.250 hộ, chiếm tỷ lệ 4,5%.", [("Số hộ nghèo", "1250"), ("Tỷ lệ hộ nghèo", "4.5")]),
        # a name that goes on over commas
        ("Giá trị sản xuất nông, lâm, thủy sản đạt 1.234 tỷ đồng.", [("Giá trị sản xuất nông, lâm, thủy sản", "1234")]),
        # words that look like heads of money or of numbers
        ("Chi bộ cơ sở thi hành kỷ luật 26 đảng viên.", [("Thi hành kỷ luật đảng viên", "26")]),
        ("Bão số 3 làm 12 người chết, 5 người mất tích.", [("Số người chết", "12"), ("Số người mất tích", "5")]),
    ],
)  # fmt: skip
def test_names_of_what_the_catalogue_does_not_know(body, expected):
    assert read(body, "name", "value") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Huyện ủy đã ban hành 09 chương trình, đề án, kế hoạch.",
            [("9", "chương trình, đề án, kế hoạch")],
        ),
        (
            "Huyện ủy đã ban hành 12 nghị quyết, 45 kế hoạch.",
            [("12", "nghị quyết"), ("45", "kế hoạch")],
        ),
    ],
)
def test_papers_of_several_kinds_are_counted_as_written(body, expected):
    assert read(body, "value", "unit") == expected
