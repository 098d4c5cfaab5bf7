"""Import workbooks of filing software as data: which sheets and columns they have, and how each value is written.

Such a workbook is no printed form: it is flat, and every column has a machine name by which the software knows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from engine.model.base import Line, Slug, Written
from engine.model.form_field import FieldKey, Sourced

Letters = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,3}$")]
Way = Literal["printed", "code", "name", "code-and-name", "full-date", "precision", "plain-capitals"]
"""`printed`: as on a form, a date as d/m/y, m/y or y. `full-date`: 01/01/y where only the year is known, and
`precision`: 0 whole, 1 month and year, 2 year. `plain-capitals`: a name without accents in capitals."""

_SHEET_ROWS = 1_048_576


class Carrier(Written):
    """What the row says that only carries a correction of somebody's identity: no phương án exists for it."""

    kind: Line | None = Field(None, title="Loại khai báo", description="1 đến 5; bỏ trống là để trống cột ấy.")
    movement: Line | None = Field(None, title="Phương án", description="Mã phương án; bỏ trống là để trống cột ấy.")
    note: Line | None = Field(None, title="Ghi chú", description="Lời ghi ở cột ghi chú.")
    request: Line | None = Field(None, title="Nội dung thay đổi", description="Lời ghi ở nội dung thay đổi của TK1-TS.")

    @property
    def values(self) -> dict[str, str]:
        """What is written, by form key; empty where nothing is."""
        said = {"row.kind": self.kind, "row.movement": self.movement, "row.note": self.note, "change.request": self.request}
        return {key: text or "" for key, text in said.items()}


class LayoutColumn(Sourced):
    """A column of an import workbook; it stands next to the one before unless `at` says where."""

    name: Line | None = Field(None, title="Tên máy", description="Tên ở dòng tên máy: HoTen, MasoBHXH …")
    label: Line | None = Field(None, title="Tên cột", description="Như in trong tệp của phần mềm.")
    hint: str | None = Field(None, title="Lời nhắc", description="Lời ở dòng nhắc phía trên.", max_length=1000)
    spans: int = Field(1, title="Lời nhắc phủ", description="Số cột mà lời nhắc phủ lên.", ge=1, le=100)
    at: Letters | None = Field(None, title="Vị trí", description="Chữ của cột (A, BU …); bỏ trống là ngay sau cột trước.")
    key: FieldKey | None = Field(None, title="Trường dữ liệu", description="person.citizen_id, row.note …; bỏ trống là cột không ghi.")
    write: Way = Field("printed", title="Cách ghi", description="printed, code, name, code-and-name, full-date, precision, plain-capitals.")
    codes: Slug | None = Field(None, title="Bảng mã", description="Mã một bảng mã: cách ghi code, name lấy theo bảng này.", json_schema_extra={"x-enum": "codes"})
    values: dict[str, str] = Field(default_factory=dict, title="Đổi giá trị", description="Mã của ta và chữ phần mềm nhận: {nam: \"1\", nu: \"0\"}.")
    between: str = Field(" - ", title="Giữa mã và tên", description="Chữ nối khi ghi code-and-name.", max_length=5)
    constant: Line | None = Field(None, title="Luôn ghi", description="Chữ ghi ở mọi dòng.")
    number: bool = Field(False, title="Ô số", description="true: ghi thành ô số (số thứ tự, mã một chữ số); không dùng cho số định danh.")
    required: bool = Field(False, title="Bắt buộc", description="true: phần mềm đòi phải có.")
    width: float = Field(14, title="Độ rộng", description="Số ký tự như Excel.", gt=0)

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if self.constant is not None and self.key is not None:
            raise ValueError("export-constant-key")
        return self


class LayoutSheet(Written):
    """A sheet of an import workbook: its head rows, and the columns of its rows."""

    name: str = Field(title="Tên trang", description="Đúng như phần mềm tìm.", min_length=1, max_length=31)
    of: Literal["people", "nothing"] = Field("people", title="Ghi gì", description="people: mỗi người một dòng; nothing: chỉ có đầu bảng.")
    hint_row: int | None = Field(None, title="Dòng lời nhắc", description="Bỏ trống là không có.", ge=1)
    label_row: int | None = Field(None, title="Dòng tên cột", description="Bỏ trống là không có.", ge=1)
    name_row: int | None = Field(None, title="Dòng tên máy", description="Bỏ trống là không có.", ge=1)
    first_row: int = Field(title="Dòng dữ liệu đầu", description="Dòng của người đầu tiên.", ge=1, le=_SHEET_ROWS)
    columns: tuple[LayoutColumn, ...] = Field(title="Các cột", description="Các cột từ trái sang phải.", json_schema_extra={"minItems": 1})

    @property
    def placed(self) -> Iterator[tuple[int, LayoutColumn]]:
        """Each column with its place, counted from 1."""
        place = 0
        for column in self.columns:
            place = column_number(column.at) if column.at else place + 1
            yield place, column


class ExportLayout(Sourced):
    """One file of specs/exports: an import workbook of a filing program."""

    id: Slug = Field(title="Mã bố cục", description="vnpt-d02, cong-d02 …")
    name: Line = Field(title="Tên bố cục", description="Phần mềm và tệp mẫu.")
    form: Slug = Field(title="Biểu mẫu", description="Biểu mà tệp thay cho: d02-lt, d03-ts.", json_schema_extra={"x-enum": "forms"})
    note: Line | None = Field(None, title="Ghi chú", description="Nguồn, mức chắc chắn, điều chưa biết.")
    most_rows: int = Field(title="Số dòng nhiều nhất", description="Nhiều hơn thì chia thành nhiều tệp.", ge=1, le=_SHEET_ROWS)
    code_set: Line | None = Field(None, title="Bộ mã địa bàn", description="Bản mã tỉnh, xã mà phần mềm dùng (“2025”); mã của bản khác thì không ghi.")
    carrier: Carrier = Field(default_factory=Carrier, title="Dòng điều chỉnh", description="Dòng chỉ mang thông tin nhân thân điều chỉnh ghi gì.")
    sources: dict[str, Line] = Field(default_factory=dict, title="Các nguồn", description="Mã và lời của mỗi nguồn.")
    sheets: tuple[LayoutSheet, ...] = Field(title="Các trang", description="Các trang theo thứ tự.", json_schema_extra={"minItems": 1})

    @property
    def unsure(self) -> int:
        """How many columns are not sure, all of them where the layout itself is not."""
        return sum(not (self.sure and column.sure) for sheet in self.sheets for column in sheet.columns)


def column_number(letters: str) -> int:
    """The place of a column by its letters: A is 1, CD is 82."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def is_whole_number(text: str) -> bool:
    """Whether a text can stand in a number cell without losing anything: no zero before it."""
    return re.fullmatch(r"0|[1-9][0-9]{0,8}", text) is not None
