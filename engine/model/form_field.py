"""A column or a box of a statutory form: what it is called, what it takes, who fills it."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from engine.model.base import Line, OneOrMany, Slug, Written
from engine.model.dates import PartialDate
from engine.model.form_keys import KEYS

Condition = Literal[
    "no-social-number", "has-social-number", "adult", "child-under-6", "adjusting", "name-or-birth-changed",
    "voluntary", "household-health",
]  # fmt: skip
"""When something of a form applies: no or a mã số BHXH; an adult; a child under 6; data are adjusted; name or birth
date are; voluntary BHXH; BHYT by household."""

FieldType = Literal[
    "text", "upper", "ordinal", "date", "month", "money", "decimal", "money-or-coefficient", "money-or-percent",
    "integer", "percent", "choice", "mark", "signature", "heading", "instruction",
]  # fmt: skip
Filler = Literal["agency", "unit", "participant", "bhxh"]
Identifier = Literal[
    "identity", "citizen-id", "social-number", "card-number", "tax-code", "phone", "email", "person-name", "hospital-code",
]  # fmt: skip
"""What an identifier must look like. `identity` takes CCCD/ĐDCN (12 digits), CMND (9) or a passport's number."""

WITHOUT_KEY: frozenset[str] = frozenset({"signature", "heading", "instruction"})
"""Types that hold no value of the record."""


def _known(key: str) -> str:
    if key not in KEYS:
        raise ValueError("not-allowed")
    return key


FieldKey = Annotated[str, AfterValidator(_known), WithJsonSchema({"type": "string", "enum": list(KEYS)})]


class Sourced(Written):
    """Something of a form that may have been taken from memory or from one source only."""

    sure: bool = Field(True, title="Chắc chắn", description="false: theo trí nhớ hoặc suy ra, phải đối chiếu với quyết định.")
    source: Slug | None = Field(None, title="Nguồn", description="Mã một nguồn ở khóa sources của biểu mẫu.")


class FormField(Sourced):
    """A column of a list, or a box of a declaration, in the order of print."""

    number: Line | None = Field(None, title="Số in ra", description="Như in trên mẫu: “A”, “1”, “(1)”, “[14.5]”.")
    label: Line = Field(title="Tên cột, tên ô", description="Đúng từng chữ trên mẫu, kể cả chữ in sai.")
    groups: Annotated[tuple[Line, ...], OneOrMany] = Field((), title="Tiêu đề nhóm", description="Các tiêu đề gộp ở trên, từ ngoài vào trong.")
    within: Line | None = Field(None, title="Thuộc ô", description="Số in (hoặc tên, khi không có số) của ô lớn chứa ô này: “[09]”.")
    key: FieldKey | None = Field(None, title="Trường dữ liệu", description="person.citizen_id, new.name, row.note …; dòng tiêu đề, hướng dẫn, chỗ ký thì không có.")
    type: FieldType = Field("text", title="Kiểu", description="text, upper (chữ in hoa), ordinal (số thứ tự), date, month, money, decimal, money-or-coefficient, money-or-percent, integer, percent, choice, mark (dấu x), signature, heading, instruction.")
    precision: Literal["day", "month", "year"] = Field("day", title="Độ chính xác", description="Ngày ít nhất phải biết tới: day, month, year.")
    width: float | None = Field(None, title="Độ rộng", description="Theo đơn vị ở khóa widths của biểu.", gt=0)
    by: Filler = Field("unit", title="Ai ghi", description="agency: cơ quan lập; unit: đơn vị; participant: người tham gia; bhxh: cơ quan BHXH.")
    required: Literal["no", "always", Condition] = Field("no", title="Bắt buộc", description="no, always, hoặc một điều kiện: no-social-number, has-social-number, adult, child-under-6, adjusting …")
    identifier: Identifier | None = Field(None, title="Loại số định danh", description="identity, citizen-id, social-number, card-number, tax-code, phone, email, person-name, hospital-code.")
    max_length: int | None = Field(None, title="Số ký tự nhiều nhất", description="Tính cả dấu cách.", gt=0)
    least: int | None = Field(None, title="Nhỏ nhất", description="Số nhỏ nhất được ghi.")
    most: int | None = Field(None, title="Lớn nhất", description="Số lớn nhất được ghi.")
    codes: Slug | None = Field(None, title="Bảng mã", description="Mã một bảng mã: chỉ nhận tên hoặc mã trong bảng.", json_schema_extra={"x-enum": "codes"})
    choices: Annotated[tuple[Line, ...], OneOrMany] = Field((), title="Giá trị", description="Các giá trị được ghi, khi không có bảng mã: [Có, Chưa].")
    synonyms: Annotated[tuple[Line, ...], OneOrMany] = Field((), title="Tên khác", description="Tên của ô này ở phiên bản khác, cách viết sai thường gặp: để đọc lại biểu đã nộp.")
    joined: bool = Field(False, title="Cùng dòng", description="true: in tiếp trên dòng của ô trước.")
    ends: float | None = Field(None, title="Hết ở", description="Chỗ hết dòng chấm của ô, tính từ mép trái phần chữ, mm.", gt=0)
    empty_from: PartialDate | None = Field(None, title="Để trống từ", description="Từ ngày này vẫn in ô nhưng không ghi.")
    note: Line | None = Field(None, title="Ghi chú", description="Điều người lập biểu cần biết.")

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if (self.key is None) != (self.type in WITHOUT_KEY):
            raise ValueError("form-field-key")
        if (self.type == "choice") != bool(self.codes or self.choices):
            raise ValueError("form-field-choices")
        return self

    @property
    def heading(self) -> str:
        """The whole name, with the group heads above it: “Tiền lương / Phụ cấp / Chức vụ”."""
        return " / ".join((*self.groups, self.label))
