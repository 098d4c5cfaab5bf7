"""The columns and boxes of the printed forms, as they were copied from print: number | group heads / label."""

D02_LT_1040 = """
1 | STT
2 | Họ và tên
3 | Mã số BHXH
4 | Ngày tháng năm sinh
5 | Giới tính
6 | Số CCCD/CMND/Hộ chiếu
7 | Cấp bậc, chức vụ, chức danh nghề, nơi làm việc
8 | Vị trí việc làm / Nhà quản lý
9 | Vị trí việc làm / Chuyên môn kỹ thuật bậc cao
10 | Vị trí việc làm / Chuyên môn kỹ thuật bậc trung
11 | Vị trí việc làm / Khác
12 | Tiền lương / Hệ số/Mức lương
13 | Tiền lương / Phụ cấp / Chức vụ
14 | Tiền lương / Phụ cấp / Thâm niên VK (%)
15 | Tiền lương / Phụ cấp / Thâm niên nghề (%)
16 | Tiền lương / Phụ cấp / Phụ cấp lương
17 | Tiền lương / Phụ cấp / Các khoản bổ sung
18 | Ngành/nghề nặng nhọc, độc hại / Ngày bắt đầu
19 | Ngành/nghề nặng nhọc, độc hại / Ngày kết thúc
20 | Loại và hiệu lực hợp đồng lao động / Ngày bắt đầu HĐLĐ không xác định thời hạn
21 | Loại và hiệu lực hợp đồng lao động / HĐLĐ xác định thời hạn / Ngày bắt đầu
22 | Loại và hiệu lực hợp đồng lao động / HĐLĐ xác định thời hạn / Ngày kết thúc
23 | Loại và hiệu lực hợp đồng lao động / HĐLĐ khác (dưới 1 tháng, thử việc) / Ngày bắt đầu
24 | Loại và hiệu lực hợp đồng lao động / HĐLĐ khác (dưới 1 tháng, thử việc) / Ngày kết thúc
25 | Thời điểm đơn vị bắt đầu đóng BHXH
26 | Thời điểm đơn vị kết thúc đóng BHXH
27 | Ghi chú
"""
"""Quyết định 1040/QĐ-BHXH năm 2020, 27 cột."""

D02_LT_366 = """
(1) | STT
(2) | Họ và tên
(3) | Chức vụ, chức danh nghề, nơi làm việc
(4) | Tiền lương
(5) | Hệ số/mức lương theo NĐ 204/2004
(6) | % phụ cấp chức vụ
(7) | % phụ cấp thâm niên vượt khung
(8) | % phụ cấp thâm niên nghề
(9) | Phụ cấp lương + khoản bổ sung
(10) | Loại HĐLĐ
(11) | Số HĐLĐ
(12) | Ngày ký HĐLĐ
(13) | Ngày QĐ/HĐLĐ có hiệu lực
(14) | Từ tháng/năm
(15) | Đến tháng/năm
(16) | Nơi đăng ký KCB ban đầu
(17) | Hình thức nhận kết quả
(18) | Loại tăng/giảm/điều chỉnh
(19) | Ghi chú
"""
"""Theo một nguồn nói về Quyết định 366/QĐ-BHXH năm 2026."""

D02_TS_595 = """
A | STT
B | Họ và tên
1 | Mã số BHXH
2 | Cấp bậc, chức vụ, chức danh nghề, nơi làm việc
3 | Tiền lương / Hệ số/Mức lương
4 | Tiền lương / Phụ cấp / Chức vụ
5 | Tiền lương / Phụ cấp / Thâm niên VK (%)
6 | Tiền lương / Phụ cấp / Thâm niên nghề (%)
7 | Tiền lương / Phụ cấp / Phụ cấp lương
8 | Tiền lương / Phụ cấp / Các khoản bổ sung
9 | Từ tháng, năm
10 | Đến tháng, năm
11 | Ghi chú
"""
"""Quyết định 595/QĐ-BHXH năm 2017."""

D03_TS_490 = """
A | STT
B | Họ và tên
1 | Mã số BHXH
2 | Số CCCD/CNTND/ĐDCN/hộ chiếu
3 | Ngày tháng năm sinh
4 | Giới tính
5 | Địa chỉ
6 | Nơi đăng ký KCB ban đầu
7 | Ngày biên lai
8 | Số biên lai
9 | Tiền lương hưu, trợ cấp TN, TS
10 | Hỗ trợ thêm / NSĐP
11 | Hỗ trợ thêm / Khác
12 | Thời gian tham gia / Từ tháng
13 | Thời gian tham gia / Số tháng
14 | Mã số nhân viên thu
15 | Ghi chú
"""
"""Quyết định 490/QĐ-BHXH năm 2023; cột 2 in sai “CNTND”."""

D01_TS_595 = """
- | STT
(1) | Họ và tên
(2) | Mã số BHXH
(3) | Tên, loại văn bản
(4) | Số hiệu văn bản
(5) | Ngày ban hành
(6) | Ngày văn bản có hiệu lực
(7) | Cơ quan ban hành văn bản
(8) | Trích yếu văn bản
(9) | Trích lược nội dung cần thẩm định
"""
"""Quyết định 595/QĐ-BHXH năm 2017."""

TK1_TS_505 = """
[01] | Họ và tên (viết chữ in hoa)
[02] | Giới tính
[03] | Ngày, tháng, năm sinh
[04] | Quốc tịch
[05] | Dân tộc
[06] | Số CMND/CCCD/Hộ chiếu
[07] | Điện thoại
[08] | Email (nếu có)
[09] | Nơi đăng ký khai sinh
[09.1] | Xã
[09.2] | Huyện
[09.3] | Tỉnh
[10] | Họ tên cha/mẹ/giám hộ (đối với trẻ em dưới 6 tuổi)
[11] | Địa chỉ nhận kết quả
[11.1] | Số nhà, đường/phố, thôn/xóm
[11.2] | Xã
[11.3] | Huyện
[11.4] | Tỉnh
[12] | Kê khai Phụ lục Thành viên hộ gia đình (phụ lục kèm theo) đối với người tham gia tra cứu không thấy mã số BHXH và người tham gia BHYT theo hộ gia đình để giảm trừ mức đóng
[13] | Mã số BHXH
[14] | Điều chỉnh thông tin cá nhân
[14.1] | Họ và tên (viết chữ in hoa)
[14.2] | Giới tính
[14.3] | Ngày, tháng, năm sinh
[14.4] | Nơi đăng ký khai sinh
- | Xã
- | Huyện
- | Tỉnh
[14.5] | Số CMND/CCCD/Hộ chiếu
[15] | Mức tiền đóng
[16] | Phương thức đóng
[17] | Nơi đăng ký khám, chữa bệnh ban đầu
[18] | Nội dung thay đổi, yêu cầu khác
[19] | Hồ sơ kèm theo (nếu có)
"""  # noqa: E501
"""Quyết định 505/QĐ-BHXH năm 2020, hai phần, [01] đến [19]."""

HOUSEHOLD_505 = """
A | Stt
B | Họ và tên
1 | Mã số BHXH
2 | Ngày tháng năm sinh
3 | Giới tính
4 | Quốc tịch
5 | Dân tộc
6 | Nơi đăng ký khai sinh
7 | Mối quan hệ với chủ hộ
8 | Số CMND/CCCD/Hộ chiếu
9 | Ghi chú
"""
"""Phụ lục Thành viên hộ gia đình của TK1-TS 505."""

MAU_01 = """
- | STT
- | Họ và tên
- | Ngày sinh
- | Giới tính
- | Mã số BHXH
- | Số ĐDCN/CCCD
- | Số thẻ BHYT
- | Đã đăng ký VssID (Có/Chưa)
- | Email (Đã có/Chưa)
- | Ký xác nhận của người tham gia
- | Ghi chú
"""
"""Bố cục đề xuất."""

MAU_02 = """
- | STT
- | Mã số BHXH
- | Thông tin trên CSDL BHXH / Họ và tên
- | Thông tin trên CSDL BHXH / Ngày sinh
- | Thông tin trên CSDL BHXH / Giới tính
- | Thông tin trên CSDL BHXH / Số CMND/CCCD/ĐDCN
- | Thông tin trên CSDL BHXH / Địa chỉ
- | Lý do chưa khớp
- | Thông tin người tham gia kê khai lại / Họ và tên
- | Thông tin người tham gia kê khai lại / Ngày sinh
- | Thông tin người tham gia kê khai lại / Giới tính
- | Thông tin người tham gia kê khai lại / Số ĐDCN/CCCD
- | Thông tin người tham gia kê khai lại / Điện thoại
- | Thông tin người tham gia kê khai lại / Email
- | VssID (Có/Chưa)
- | Ký xác nhận
- | Ghi chú
"""
"""Bố cục đề xuất."""
