"""The columns of an office's lists, under the different names that offices give them, and what stands in them."""

from __future__ import annotations

from dataclasses import dataclass

from tests.synthetic.people import TruePerson


@dataclass(frozen=True)
class Column:
    """A column: what it holds, its head, the head over it."""

    field: str
    label: str
    group: str = ""


HEADS = {
    "wide": (
        Column("number", "STT"),
        Column("unit_code", "Mã đơn vị"),
        Column("unit_name", "Tên đơn vị"),
        Column("name", "Họ và tên", "Thông tin trên CSDL BHXH"),
        Column("birth", "Ngày sinh", "Thông tin trên CSDL BHXH"),
        Column("gender", "Giới tính", "Thông tin trên CSDL BHXH"),
        Column("social_number", "Mã số BHXH", "Thông tin trên CSDL BHXH"),
        Column("citizen_id", "Số ĐDCN/CCCD", "Thông tin trên CSDL BHXH"),
        Column("health_card", "Số thẻ BHYT"),
        Column("phone", "Điện thoại", "Liên hệ"),
        Column("email", "Email", "Liên hệ"),
        Column("address", "Địa chỉ", "Liên hệ"),
        Column("group", "Mã đối tượng"),
        Column("vssid", "Đã đăng ký VssID (Có/Chưa)"),
        Column("has_email", "Email (Đã có/Chưa)"),
        Column("standing", "Kết quả xác thực"),
        Column("reasons", "Lý do chưa khớp"),
    ),
    "other": (
        Column("number", "TT"),
        Column("social_number", "Số sổ BHXH"),
        Column("name", "Họ tên"),
        Column("gender", "GT"),
        Column("birth", "NTNS"),
        Column("citizen_id", "Số CMND/CCCD"),
        Column("unit_code", "Mã ĐV"),
        Column("address", "Địa chỉ"),
        Column("phone", "SĐT"),
        Column("health_card", "Mã thẻ BHYT"),
        Column("vssid", "VssID (Có/Chưa)"),
        Column("standing", "Kết quả đối chiếu"),
        Column("reasons", "Lý do chưa khớp"),
    ),
}
NARROW = tuple(
    column for column in HEADS["wide"] if column.field not in ("unit_code", "unit_name", "group", "has_email")
)

_REASONS = {
    "NO_ID": "Chưa có số CCCD",
    "ID_9": "Chỉ có CMND 9 số",
    "ID_FORMAT": "Sai cấu trúc",
    "NOT_FOUND": "Không tìm thấy số ĐDCN",
    "NAME": "Họ tên khác",
    "DOB": "Ngày sinh không khớp",
    "GENDER": "Sai giới tính",
    "DUP_ID": "Trùng số CCCD",
}
_STANDINGS = {"matched": "Khớp", "mismatched": "Chưa khớp", "no-number": "Chưa có số"}


def truth_of(person: TruePerson, field: str) -> str:
    """What the office has of the person in this column, as canonical text (see `ExpectedCell`)."""
    known = person.known
    values = {
        "unit_code": person.unit.code,
        "unit_name": person.unit.name,
        "name": known.name,
        "birth": known.birth.iso if known.birth else "",
        "gender": known.gender,
        "social_number": known.social_number,
        "citizen_id": known.citizen_id,
        "health_card": person.health_card,
        "phone": person.phone,
        "email": person.email,
        "address": person.address,
        "group": person.group,
        "vssid": "yes" if person.vssid else "no",
        "has_email": "yes" if person.has_email else "no",
        "standing": person.standing,
        "reasons": ",".join(sorted(person.reasons)),
    }
    return values[field]


def clean_text(field: str, truth: str) -> str:
    """How a careful clerk writes it."""
    if field == "birth":
        return "/".join(reversed(truth.split("-")))
    if field == "gender":
        return {"nam": "Nam", "nu": "Nữ"}.get(truth, "")
    if field == "vssid":
        return "Có" if truth == "yes" else "Chưa"
    if field == "has_email":
        return "Đã có" if truth == "yes" else "Chưa"
    if field == "standing":
        return _STANDINGS[truth]
    if field == "reasons":
        return "; ".join(_REASONS[code] for code in truth.split(",") if code)
    return truth
