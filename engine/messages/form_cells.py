"""What a returnable list says beside the cell that is being written in. The form is Vietnamese, and so is this."""

from __future__ import annotations

from typing import NamedTuple


class CellWords(NamedTuple):
    """The title (32 letters at the most), the prompt and what is said of another writing (255 each)."""

    title: str
    prompt: str
    error: str = ""


IDENTIFIERS = {
    "identity": CellWords(
        "Số ĐDCN/CCCD, CMND, hộ chiếu",
        "Ghi đủ 12 số ĐDCN/CCCD, kể cả số 0 ở đầu; chưa có thì ghi CMND 9 số hoặc số hộ chiếu.",
        "Số ĐDCN/CCCD có 12 chữ số, CMND có 9 chữ số, hộ chiếu có 7 đến 9 ký tự. Giữ nguyên số vừa ghi?",
    ),
    "citizen-id": CellWords(
        "Số ĐDCN/CCCD",
        "Ghi đủ 12 chữ số như trên thẻ, kể cả số 0 ở đầu, không cách.",
        "Số ĐDCN/CCCD phải có đúng 12 chữ số. Giữ nguyên số vừa ghi?",
    ),
    "social-number": CellWords(
        "Mã số BHXH",
        "Ghi đủ 10 chữ số, kể cả số 0 ở đầu; chưa được cấp thì để trống.",
        "Mã số BHXH có 10 chữ số (hoặc 12 khi dùng số ĐDCN). Giữ nguyên số vừa ghi?",
    ),
    "card-number": CellWords(
        "Số thẻ BHYT",
        "Ghi 15 ký tự in trên thẻ BHYT, hoặc 10 chữ số trên thẻ mẫu mới.",
        "Số thẻ BHYT có 15 hoặc 10 ký tự. Giữ nguyên số vừa ghi?",
    ),
    "phone": CellWords(
        "Điện thoại",
        "Ghi 10 chữ số, bắt đầu bằng số 0, không cách.",
        "Số điện thoại có 10 chữ số (máy bàn 11). Giữ nguyên số vừa ghi?",
    ),
    "tax-code": CellWords(
        "Mã số thuế",
        "Ghi 10 chữ số, hoặc 10 chữ số và 3 chữ số của chi nhánh.",
        "Mã số thuế có 10 chữ số, hoặc 13 với chi nhánh. Giữ nguyên số vừa ghi?",
    ),
}

DATE = CellWords("Ngày", "Ghi ngày/tháng/năm, ví dụ 07/03/1985.")
PARTIAL_DATE = CellWords("Ngày sinh", "Ghi ngày/tháng/năm, ví dụ 07/03/1985; chỉ biết năm thì ghi năm: 1985.")
MONTH = CellWords("Tháng", "Ghi tháng/năm, ví dụ 10/2022.")
CHOICE = CellWords(
    "Chọn", "Chọn một giá trị trong danh sách.", "Giá trị vừa ghi không có trong danh sách. Giữ nguyên?"
)
LENGTH = CellWords("Độ dài", "Ghi không quá {most} ký tự.", "Ô này nhận không quá {most} ký tự. Giữ nguyên?")
