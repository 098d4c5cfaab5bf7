"""A statutory form by legal version: its page, heads, columns or boxes, rows, signatures, and who is given it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import BeforeValidator, Field, model_validator

from engine.model.base import Line, OneOrMany, Slug, Written
from engine.model.dates import PartialDate
from engine.model.form_field import Condition, Filler, FormField, Sourced

_BLANK = re.compile(r"\{([^{}]*)\}")


class FormPage(Written):
    """Paper and type. Lengths mm, sizes pt."""

    paper: Literal["A4", "A3"] = Field("A4", title="Khổ giấy", description="A4 hoặc A3.")
    orientation: Literal["portrait", "landscape"] = Field("portrait", title="Chiều giấy", description="portrait: đứng; landscape: ngang.")
    top: float = Field(20, title="Lề trên", description="mm.", ge=0)
    bottom: float = Field(20, title="Lề dưới", description="mm.", ge=0)
    left: float = Field(20, title="Lề trái", description="mm.", ge=0)
    right: float = Field(20, title="Lề phải", description="mm.", ge=0)
    fit_width: bool = Field(True, title="Vừa một trang ngang", description="true: thu cho vừa chiều ngang một trang.")
    repeat_heads: bool = Field(True, title="Lặp tiêu đề bảng", description="true: in lại tiêu đề bảng ở mỗi trang.")
    page_numbers: bool = Field(False, title="Số trang", description="true: in “trang x/y” ở chân trang.")
    font: Line = Field("Times New Roman", title="Phông chữ", description="Tên phông chữ.")
    size: float = Field(11, title="Cỡ chữ", description="Cỡ chữ phần ghi, pt.", gt=0)
    head_size: float | None = Field(None, title="Cỡ chữ tiêu đề bảng", description="pt; bỏ trống là như cỡ chữ.", gt=0)
    row_height: float | None = Field(None, title="Chiều cao dòng", description="Chiều cao ít nhất của một dòng, pt (đủ chỗ ký).", gt=0)


class PrintedLine(Sourced):
    """A line as it is printed; `{key}` stands where a value is written, dots where it is not known."""

    text: Line = Field(title="Lời in", description="Đúng từng chữ; chỗ ghi viết {unit.name}, {form.day} …")
    bold: bool = Field(False, title="In đậm", description="true: chữ đậm.")
    italic: bool = Field(False, title="In nghiêng", description="true: chữ nghiêng.")
    size: float | None = Field(None, title="Cỡ chữ", description="pt; bỏ trống là như cỡ chữ của trang.", gt=0)
    joined: bool = Field(False, title="Cùng dòng", description="true: in tiếp trên dòng trước.")

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys written in it, in order, known or not."""
        return tuple(_BLANK.findall(self.text))

    @property
    def blank(self) -> str:
        """The line of an empty form."""
        return _BLANK.sub("…", self.text)


def _read_line(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


PrintedLines = Annotated[tuple[Annotated[PrintedLine, BeforeValidator(_read_line)], ...], OneOrMany]


class FormPart(Sourced):
    """A part of a declaration: its heading and its boxes."""

    number: Line | None = Field(None, title="Số phần", description="I, II …")
    title: Line | None = Field(None, title="Tên phần", description="Đúng từng chữ trên mẫu; bỏ trống là phần không có tên.")
    applies: Condition | None = Field(None, title="Áp dụng khi", description="Điều kiện để kê khai phần này; bỏ trống là luôn kê khai.")
    boxes: tuple[FormField, ...] = Field(title="Các ô", description="Các ô theo thứ tự in.", min_length=1)


class RowSection(Sourced):
    """Rows of a list under a heading: “I Tăng”, “I.1 Lao động”, closed by “Cộng tăng”."""

    number: Line = Field(title="Số mục", description="I, I.1, II …")
    label: Line = Field(title="Tên mục", description="Đúng từng chữ trên mẫu.")
    takes: Annotated[tuple[Line, ...], OneOrMany] = Field((), title="Gồm loại", description="Loại khai báo (1 đến 5) hoặc phương án (TM, ON …) ghi vào mục này.")
    sections: tuple[RowSection, ...] = Field((), title="Mục con", description="Các mục bên trong.")
    total: Line | None = Field(None, title="Dòng cộng", description="“Cộng tăng” …")


class RowPlan(Sourced):
    """How a list's rows are numbered, divided and totalled."""

    numbering: Literal["running", "section"] = Field("running", title="Đánh số dòng", description="running: 1, 2, 3 suốt danh sách; section: theo mục, như I.1.1.")
    sections: tuple[RowSection, ...] = Field((), title="Các mục", description="Các mục của danh sách.")
    total: Line | None = Field(None, title="Dòng tổng", description="“Tổng”, “Tổng cộng” …")


class SignatureBlock(Sourced):
    """Where somebody signs: the lines above the signature."""

    side: Literal["left", "middle", "right"] = Field("right", title="Vị trí", description="left, middle, right.")
    by: Filler = Field("unit", title="Ai ký", description="agency, unit, participant, bhxh.")
    lines: PrintedLines = Field(title="Lời in", description="Các dòng trên chữ ký.")
    when: Condition | None = Field(None, title="Ký khi", description="Điều kiện để phải ký; bỏ trống là luôn ký.")


class FormSheet(Sourced):
    """One printed sheet: a list with columns, a declaration with boxes, or both."""

    page: FormPage = Field(default_factory=FormPage, title="Trang in", description="Khổ giấy, lề, phông, cỡ chữ.")
    widths: Literal["mm", "chars", "share"] = Field("mm", title="Đơn vị độ rộng", description="mm; chars: số ký tự như Excel; share: tỷ lệ giữa các cột.")
    box: PrintedLines = Field((), title="Ô ký hiệu mẫu", description="“Mẫu …”, “(Ban hành kèm theo …)” ở góc phải.")
    left: PrintedLines = Field((), title="Đầu trang, bên trái", description="Tên cơ quan, đơn vị, mã, địa chỉ.")
    right: PrintedLines = Field((), title="Đầu trang, bên phải", description="Quốc hiệu, Tiêu ngữ, ngày tháng.")
    title: PrintedLines = Field((), title="Tên in ra", description="Các dòng tên biểu.")
    scope: PrintedLines = Field((), title="Dưới tên", description="Số, kỳ, đối tượng, phạm vi áp dụng.")
    parts: tuple[FormPart, ...] = Field((), title="Các phần", description="Các phần của tờ khai.")
    columns: tuple[FormField, ...] = Field((), title="Các cột", description="Các cột của danh sách, từ trái sang phải.")
    number_row: bool = Field(True, title="Dòng số cột", description="true: in dòng số cột dưới tiêu đề.")
    rows: RowPlan | None = Field(None, title="Các dòng", description="Cách chia mục, đánh số, cộng.")
    foot: PrintedLines = Field((), title="Dưới bảng", description="Tổng số, ghi chú in dưới bảng.")
    signatures: tuple[SignatureBlock, ...] = Field((), title="Chỗ ký", description="Các chỗ ký.")

    @property
    def fields(self) -> tuple[FormField, ...]:
        """Boxes, then columns, in the order of print."""
        return (*(box for part in self.parts for box in part.boxes), *self.columns)

    def lines(self) -> Iterator[tuple[tuple[str | int, ...], PrintedLine]]:
        """Every printed line with its key path."""
        for name in ("box", "left", "right", "title", "scope", "foot"):
            for position, line in enumerate(getattr(self, name)):
                yield (name, position), line
        for at, block in enumerate(self.signatures):
            for position, line in enumerate(block.lines):
                yield ("signatures", at, "lines", position), line


class FormAnnex(FormSheet):
    """A sheet that goes with the form, with its own page and columns."""

    id: Slug = Field(title="Mã phụ lục", description="ho-gia-dinh …")
    name: Line = Field(title="Tên phụ lục", description="Tên đầy đủ.")
    when: Annotated[tuple[Condition, ...], OneOrMany] = Field((), title="Kèm theo khi", description="Một trong các điều kiện này; bỏ trống là luôn kèm theo.")


Verification = Literal["matched", "mismatched", "no-number", "unchecked"]
"""How a person's data stand against CSDL quốc gia về dân cư: as they are there, otherwise, without any number, or not
compared yet."""


class Situation(NamedTuple):
    """What decides which forms a person is given. `through_vssid`: did it in VssID, so that no paper is needed."""

    verification: Verification
    employer: bool = True
    through_vssid: bool = False


class FormGiven(Written):
    """A case in which a person is given the form: all that it says holds."""

    status: Annotated[tuple[Verification, ...], OneOrMany] = Field(title="Tình trạng", description="matched: khớp; mismatched: chưa khớp; no-number: chưa có số; unchecked: chưa đối chiếu.", min_length=1)
    unit: Literal["employer", "health-only"] | None = Field(None, title="Nơi tham gia", description="employer: đơn vị sử dụng lao động; health-only: nơi chỉ tham gia BHYT; bỏ trống là mọi nơi.")
    unless: Annotated[tuple[Literal["vssid"], ...], OneOrMany] = Field((), title="Trừ khi", description="vssid: người đã tự đăng ký hoặc cập nhật qua VssID.")
    why: Line | None = Field(None, title="Căn cứ", description="Văn bản nói như vậy.")

    def holds(self, situation: Situation) -> bool:
        """Whether the person is in this case."""
        here = "employer" if situation.employer else "health-only"
        exempt = "vssid" in self.unless and situation.through_vssid
        return situation.verification in self.status and self.unit in (None, here) and not exempt


class FormVersion(FormSheet):
    """A statutory form by legal version. One without columns or parts is known by its head only."""

    form: Slug = Field(title="Mã biểu mẫu", description="d02-lt, d03-ts, tk1-ts, mau-01, mau-02 …")
    version: Line = Field(title="Phiên bản", description="Số quyết định ban hành, ví dụ 505-2020.")
    code: Line = Field(title="Ký hiệu in ra", description="D02-LT, D03-TS, TK1-TS …")
    name: Line = Field(title="Tên biểu mẫu", description="Tên đầy đủ của biểu mẫu.")
    basis: Line = Field(title="Ban hành theo", description="Quyết định, ngày, cơ quan ban hành.")
    from_: PartialDate | None = Field(None, alias="from", title="Từ ngày", description="Ngày bắt đầu dùng.")
    until: PartialDate | None = Field(None, title="Đến hết ngày", description="Ngày cuối cùng dùng.")
    local: bool = Field(False, title="Biểu riêng", description="true: biểu của một đợt, một địa phương; nhiều bản được dùng cùng thời gian.")
    paper: Literal["word", "excel"] = Field("excel", title="Loại tệp", description="word hoặc excel.")
    note: Line | None = Field(None, title="Ghi chú", description="Nguồn, mức chắc chắn.")
    sources: dict[str, Line] = Field(default_factory=dict, title="Các nguồn", description="Mã và lời của mỗi nguồn: “tri-nho: Theo trí nhớ, phải đối chiếu”.")
    given: Annotated[tuple[FormGiven, ...], OneOrMany] = Field((), title="Lập cho ai", description="Các trường hợp một người phải có biểu này trong đợt rà soát.")
    annexes: tuple[FormAnnex, ...] = Field((), title="Phụ lục", description="Các phụ lục kèm theo biểu.")

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if self.from_ and self.until and self.from_.first() > self.until.last():
            raise ValueError("form-period-backwards")
        return self

    @property
    def is_whole(self) -> bool:
        """Whether more than its head is known, so that it can be filled."""
        return bool(self.fields)

    @property
    def sheets(self) -> tuple[FormSheet, ...]:
        """The form itself, then its annexes."""
        return (self, *self.annexes)

    def is_in_force(self, day: PartialDate) -> bool:
        """Whether it holds on the day, both ends included; on some day of it where only the month or year is known."""
        begun = self.from_ is None or self.from_.first() <= day.last()
        return begun and (self.until is None or self.until.last() >= day.first())

    def is_given(self, situation: Situation) -> bool:
        """Whether a person in this situation is given the form."""
        return any(case.holds(situation) for case in self.given)


def labels_by_key(forms: Iterable[FormVersion]) -> Mapping[str, frozenset[str]]:
    """Every name under which the forms, in any version, ask for each key; under group heads also the whole path.

    The same name may belong to several keys (“Ngày bắt đầu”, or “Họ và tên” on record and declared anew).
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for field in (field for form in forms for sheet in form.sheets for field in sheet.fields):
        if field.key is not None:
            found[field.key].update((field.label, field.heading, *field.synonyms))
    return {key: frozenset(labels) for key, labels in found.items()}
