"""What the letters of the corpus say: plain values, right in everything unless a variation breaks them.

All agencies act here as examples; the people are invented.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Line:
    """A paragraph of the body: its number as typed ("1.", "a)", "I.", "-", ""), text, and the way it is printed."""

    text: str
    mark: str = ""
    bold: bool = False
    italic: bool = False
    align: str = "both"
    indented: bool = True


@dataclass(frozen=True)
class Words:
    """One letter's words, component by component."""

    issuer: tuple[str, ...]
    number: str
    place_date: str
    subject: str
    body: tuple[Line, ...]
    authority: tuple[str, ...]
    name: str
    copies: tuple[str, ...]
    superior: tuple[str, ...] = ()
    type_name: str = ""
    to: tuple[str, ...] = ()
    power: str = ""
    """Who decides, printed above the căn cứ (mẫu 1.2)."""
    bases: tuple[str, ...] = ()
    state: str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    motto: str = "Độc lập - Tự do - Hạnh phúc"
    receivers_label: str = "Nơi nhận:"
    appendix: tuple[str, ...] = ()
    """Label, title, note, then the paragraphs."""
    contact: str = ""
    stamp: str = ""

    def but(self, **changes: object) -> Words:
        """The same with other words."""
        return replace(self, **changes)  # type: ignore[arg-type]


def prose(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(t) for t in texts)


CONG_VAN = Words(
    superior=("UBND TỈNH BẮC NINH",),
    issuer=("SỞ NỘI VỤ",),
    number="Số: 215/SNV-VTLT",
    place_date="Bắc Ninh, ngày 14 tháng 3 năm 2024",
    subject="V/v kiểm tra công tác văn thư, lưu trữ năm 2024",
    to=("Các sở, ban, ngành thuộc tỉnh", "Ủy ban nhân dân các huyện, thị xã, thành phố"),
    body=(
        Line(
            "Để chuẩn bị cho đợt kiểm tra công tác văn thư, lưu trữ trên địa bàn tỉnh, Sở Nội vụ đề nghị "
            "các cơ quan, đơn vị thực hiện một số nội dung sau:"
        ),
        Line(
            "Tự kiểm tra việc lập hồ sơ và nộp lưu hồ sơ vào lưu trữ cơ quan trong hai năm gần nhất; "
            "báo cáo nêu rõ những việc chưa làm được và nguyên nhân.",
            "1.",
        ),
        Line("Cử một công chức làm đầu mối, gửi họ tên và số điện thoại về Sở Nội vụ:", "2."),
        Line("Đối với các sở, ban, ngành: gửi Văn phòng Sở;", "a)"),
        Line("Đối với các huyện, thị xã, thành phố: gửi Phòng Quản lý văn thư, lưu trữ.", "b)"),
        Line("Báo cáo gửi về Sở Nội vụ trước ngày 15 tháng 4 năm 2024 để tổng hợp./."),
    ),
    authority=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    name="Nguyễn Văn Mẫu",
    copies=("Như trên;", "Giám đốc Sở (để b/c);", "Lưu: VT, VTLT."),
)

CONG_VAN_MOT = CONG_VAN.but(
    superior=(),
    issuer=("CÔNG TY CỔ PHẦN", "XÂY LẮP MINH HỌA"),
    number="Số: 07/XLMH-TCHC",
    place_date="Hải Dương, ngày 05 tháng 02 năm 2024",
    subject="V/v đề nghị gia hạn giấy phép",
    to=("Sở Xây dựng tỉnh Hải Dương",),
    body=prose(
        "Công ty Cổ phần Xây lắp Minh Họa đề nghị Sở Xây dựng xem xét gia hạn giấy phép thi công đối với "
        "công trình nhà văn hóa trung tâm theo hồ sơ gửi kèm.",
        "Rất mong nhận được sự quan tâm, giúp đỡ của Quý Sở./.",
    ),
    authority=("GIÁM ĐỐC",),
    name="Trần Thị Ví Dụ",
    copies=("Như trên;", "Lưu: VT, TCHC."),
)

KE_HOACH = Words(
    superior=("ỦY BAN NHÂN DÂN", "TỈNH LÀO CAI"),
    issuer=("SỞ Y TẾ",),
    number="Số: 48/KH-SYT",
    place_date="Lào Cai, ngày 09 tháng 5 năm 2023",
    type_name="KẾ HOẠCH",
    subject="Triển khai tiêm chủng mở rộng quý II năm 2023",
    body=(
        Line("Sở Y tế xây dựng kế hoạch triển khai tiêm chủng mở rộng quý II năm 2023 như sau:"),
        Line("MỤC ĐÍCH, YÊU CẦU", "I.", bold=True),
        Line("Bảo đảm mọi trẻ em trong độ tuổi được tiêm đủ mũi, đúng lịch, an toàn.", "1."),
        Line("Các đơn vị phối hợp chặt chẽ, không để sót đối tượng ở vùng sâu, vùng xa.", "2."),
        Line("TỔ CHỨC THỰC HIỆN", "II.", bold=True),
        Line("Trung tâm Kiểm soát bệnh tật chủ trì tập huấn, giám sát và tổng hợp báo cáo.", "1."),
        Line("Trung tâm y tế các huyện, thị xã, thành phố tổ chức các điểm tiêm chủng./.", "2."),
    ),
    authority=("GIÁM ĐỐC",),
    name="Lê Thị Minh Họa",
    copies=("UBND tỉnh (để b/c);", "Các đơn vị trực thuộc;", "Lưu: VT, NVY."),
)

QUYET_DINH = Words(
    issuer=("ỦY BAN NHÂN DÂN", "TỈNH HÀ NAM"),
    number="Số: 1024/QĐ-UBND",
    place_date="Hà Nam, ngày 20 tháng 6 năm 2023",
    type_name="QUYẾT ĐỊNH",
    subject="Về việc thành lập Tổ công tác cải cách hành chính",
    power="ỦY BAN NHÂN DÂN TỈNH HÀ NAM",
    bases=(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
        "Theo đề nghị của Giám đốc Sở Nội vụ.",
    ),
    body=(
        Line("QUYẾT ĐỊNH:", bold=True, align="center", indented=False),
        Line(
            "Thành lập Tổ công tác cải cách hành chính của tỉnh gồm các thành viên do Giám đốc Sở Nội vụ "
            "lựa chọn.",
            "Điều 1.",
        ),
        Line("Tổ công tác có nhiệm vụ theo dõi, đôn đốc việc cải cách hành chính.", "Điều 2."),
        Line(
            "Chánh Văn phòng Ủy ban nhân dân tỉnh và Giám đốc Sở Nội vụ chịu trách nhiệm thi hành "
            "Quyết định này./.",
            "Điều 3.",
        ),
    ),
    authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    name="Phạm Văn Thí Dụ",
    copies=("Như Điều 3;", "Thường trực Tỉnh ủy (để b/c);", "Lưu: VT, NC."),
)

TO_TRINH = Words(
    superior=("UBND HUYỆN YÊN MÔ",),
    issuer=("PHÒNG TƯ PHÁP",),
    number="Số: 09/TTr-TP",
    place_date="Yên Mô, ngày 02 tháng 01 năm 2024",
    type_name="TỜ TRÌNH",
    subject="Về việc phê duyệt kế hoạch phổ biến pháp luật năm 2024",
    to=("Ủy ban nhân dân huyện Yên Mô",),
    body=prose(
        "Phòng Tư pháp kính trình Ủy ban nhân dân huyện xem xét, phê duyệt kế hoạch phổ biến, giáo dục "
        "pháp luật năm 2024 với các nội dung chính trong hồ sơ gửi kèm.",
        "Kính trình Ủy ban nhân dân huyện xem xét, quyết định./.",
    ),
    authority=("TRƯỞNG PHÒNG",),
    name="Hoàng Văn Giả Định",
    copies=("Như trên;", "Lưu: VT."),
)

THONG_BAO = Words(
    superior=("BỘ Y TẾ",),
    issuer=("BỆNH VIỆN MẪU",),
    number="Số: 31/TB-BVM",
    place_date="Hà Nội, ngày 28 tháng 11 năm 2022",
    type_name="THÔNG BÁO",
    subject="Về việc nghỉ Tết Dương lịch năm 2023",
    body=prose(
        "Bệnh viện thông báo lịch nghỉ Tết Dương lịch năm 2023 đến toàn thể viên chức, người lao động và người "
        "bệnh: nghỉ ngày 01 tháng 01 năm 2023 và nghỉ bù ngày 02 tháng 01 năm 2023.",
        "Các khoa, phòng bố trí trực cấp cứu đầy đủ, bảo đảm an toàn người bệnh./.",
    ),
    authority=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    name="Vũ Thị Giả Sử",
    copies=("Các khoa, phòng;", "Lưu: VT."),
)

PHU_LUC = CONG_VAN.but(
    body=(
        *CONG_VAN.body[:-1],
        Line("Báo cáo theo mẫu tại Phụ lục kèm theo, gửi về Sở Nội vụ trước ngày 15 tháng 4 năm 2024./."),
    ),
    appendix=(
        "Phụ lục",
        "ĐỀ CƯƠNG BÁO CÁO TỰ KIỂM TRA",
        "(Kèm theo Công văn số 215/SNV-VTLT ngày 14 tháng 3 năm 2024 của Sở Nội vụ)",
        "Nêu tình hình chung, kết quả đã làm được, những việc chưa làm được và nguyên nhân, kiến nghị với "
        "cấp có thẩm quyền./.",
    ),
)
