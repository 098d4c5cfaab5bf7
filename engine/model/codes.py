"""Lists of codes as data: what forms and offices write for provinces, peoples, reasons and ways of paying.

Each list and each code says whether it is sure and where it comes from, so that a correction is a change of data.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, model_validator

from engine.model.base import Line, OneOrMany, Slug, Written
from engine.model.dates import PartialDate


class Code(Written):
    """One code of a list."""

    code: Line = Field(title="Mã", description="Mã đúng như ghi trên biểu mẫu, giữ số 0 ở đầu: “001”, “TM”.")
    name: Line = Field(title="Nghĩa", description="Tên, nghĩa của mã.")
    synonyms: Annotated[tuple[Line, ...], OneOrMany] = Field((), title="Cách viết khác", description="Những cách viết khác gặp trong danh sách, văn bản của các nơi.")
    group: Line | None = Field(None, title="Nhóm", description="Nhóm của mã trong danh mục.")
    becomes: Line | None = Field(None, title="Đổi thành", description="Mã thay cho mã này.")
    allows: Annotated[tuple[Line, ...], OneOrMany] = Field((), title="Đi với", description="Các mã của danh mục ở `allows_of` được dùng với mã này.")
    gives: dict[str, str] = Field(default_factory=dict, title="Cho biết", description="Những điều suy ra từ mã: thế kỷ, giới tính, độ dài …")
    from_: PartialDate | None = Field(None, alias="from", title="Từ ngày", description="Ngày bắt đầu dùng.")
    until: PartialDate | None = Field(None, title="Đến hết ngày", description="Ngày cuối cùng dùng.")
    sure: bool | None = Field(None, title="Chắc chắn", description="Ghi khi khác với cả danh mục.")
    note: Line | None = Field(None, title="Ghi chú", description="Nguồn, mức chắc chắn.")

    def is_used(self, day: date) -> bool:
        """Whether the code is in use on the day, both ends included."""
        return (self.from_ is None or self.from_.first() <= day) and (self.until is None or day <= self.until.last())


class CheckDigit(Written):
    """How the last digit of a number follows from those before it."""

    weights: tuple[int, ...] = Field(title="Trọng số", description="Trọng số của từng chữ số, từ trái sang.")
    modulus: int = Field(title="Chia lấy dư", description="Lấy tổng chia cho số này, giữ phần dư.")
    minus_from: int = Field(title="Lấy số này trừ phần dư", description="Hiệu là chữ số kiểm tra; hiệu có hai chữ số thì mã không thể có.")

    def digit(self, digits: str) -> str:
        """The check digit of the digits before it; empty where no number can begin with them."""
        total = sum(weight * int(digit) for weight, digit in zip(self.weights, digits, strict=True))
        found = str(self.minus_from - total % self.modulus)
        return found if len(found) == 1 else ""


class CodeList(Written):
    """One file of specs/codes: a list of codes."""

    id: Slug = Field(title="Mã danh mục", description="tinh-khai-sinh, dan-toc, phuong-an …")
    name: Line = Field(title="Tên danh mục", description="Tên đầy đủ.")
    basis: Line | None = Field(None, title="Căn cứ", description="Văn bản quy định danh mục.")
    sure: bool = Field(True, title="Chắc chắn", description="false: lấy từ một nguồn hoặc từ trí nhớ, cần kiểm tra.")
    note: Line | None = Field(None, title="Ghi chú", description="Nguồn, mức chắc chắn.")
    check_digit: CheckDigit | None = Field(None, title="Số kiểm tra", description="Cách tính chữ số kiểm tra.")
    allows_of: Slug | None = Field(None, title="Danh mục đi kèm", description="Danh mục mà `allows` lấy mã.")
    codes: tuple[Code, ...] = Field(title="Các mã", description="Các mã theo thứ tự của danh mục.")

    @model_validator(mode="after")
    def _each_code_once(self) -> Self:
        if len({code.code for code in self.codes}) < len(self.codes):
            raise ValueError("codes-repeated")
        return self

    @cached_property
    def by_code(self) -> Mapping[str, Code]:
        """Each code by its writing."""
        return {code.code: code for code in self.codes}

    def is_sure(self, code: str) -> bool:
        """Whether the code was read in a source; KeyError for a code that the list lacks."""
        own = self.by_code[code].sure
        return self.sure if own is None else own
