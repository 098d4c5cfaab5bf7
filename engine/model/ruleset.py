"""A rule set: the numbers and words of a decree on layout, dated, so that a correction is a change of data."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from engine.model.base import Line, OneOrMany, Slug, Written
from engine.model.dates import PartialDate


def _upwards(pair: tuple[float, float]) -> tuple[float, float]:
    if pair[0] > pair[1]:
        raise ValueError("ruleset-limits-backwards")
    return pair


Pair = Annotated[tuple[float, float], AfterValidator(_upwards)]
"""The least and the most."""


class PageLimits(Written):
    """Paper and margins, mm (Phụ lục I, I.1–I.3)."""

    width: float = Field(title="Chiều rộng giấy", description="Chiều rộng khổ giấy khi đứng, mm.")
    height: float = Field(title="Chiều dài giấy", description="Chiều dài khổ giấy khi đứng, mm.")
    tolerance: float = Field(title="Sai số", description="Sai số cho phép của khổ giấy và lề, mm.")
    top: Pair = Field(title="Lề trên", description="Nhỏ nhất, lớn nhất, mm.")
    bottom: Pair = Field(title="Lề dưới", description="Nhỏ nhất, lớn nhất, mm.")
    left: Pair = Field(title="Lề trái", description="Nhỏ nhất, lớn nhất, mm.")
    right: Pair = Field(title="Lề phải", description="Nhỏ nhất, lớn nhất, mm.")


class BodyLimits(Written):
    """The body's measures (Phụ lục I, II.6e)."""

    first_line: tuple[float, ...] = Field(title="Lùi đầu dòng", description="Các mức lùi đầu dòng được dùng, mm.")
    first_line_tolerance: float = Field(title="Sai số lùi đầu dòng", description="mm.")
    gap: float = Field(title="Cách đoạn", description="Khoảng cách nhỏ nhất giữa các đoạn, pt.")
    line: Pair = Field(title="Cách dòng", description="Nhỏ nhất, lớn nhất, tính bằng dòng đơn.")


class LineLimits(Written):
    """Lengths of the drawn lines, as shares of the text above them (Phụ lục I, II.1b, II.2b, II.5b)."""

    motto: Pair = Field(title="Kẻ dưới Tiêu ngữ", description="Nhỏ nhất, lớn nhất, so với độ dài Tiêu ngữ.")
    name: Pair = Field(title="Kẻ dưới tên cơ quan, trích yếu", description="Nhỏ nhất, lớn nhất, so với độ dài dòng chữ.")
    tolerance: float = Field(title="Sai số", description="Sai số của phép đo, tính theo tỷ lệ.")


class Mark(Written):
    """A stamped word and its box in mm, where the decree fixes it."""

    text: Line = Field(title="Chữ", description="HỎA TỐC, THƯỢNG KHẨN, KHẨN …")
    width: float | None = Field(None, title="Rộng", description="mm.")
    height: float | None = Field(None, title="Cao", description="mm.")


class SizeSet(Written):
    """Sizes that go together in one document (note of Mục V)."""

    state: float = Field(title="Quốc hiệu", description="pt.")
    motto: float = Field(title="Tiêu ngữ", description="pt.")
    place_date: float = Field(title="Địa danh, thời gian", description="pt.")


class NotCheckable(Written):
    """What the decree asks and a Word file cannot show."""

    what: Line = Field(title="Yêu cầu", description="Điều Nghị định yêu cầu.")
    clause: Line = Field(title="Điều khoản", description="Điều khoản của yêu cầu.")
    why: Line = Field(title="Lý do", description="Vì sao tệp Word không cho biết.")


class Adjusted(Written):
    """A rule whose severity this rule set changes, or that it leaves out."""

    rule: Line = Field(title="Quy tắc", description="TT-01 … TT-90.", json_schema_extra={"x-enum": "rules"})
    severity: Literal["error", "warning", "info", "off"] = Field(title="Mức", description="error, warning, info; off: không áp dụng.")
    why: Line = Field(title="Lý do", description="Vì sao.")


class RuleSet(Written):
    """One decree's rules of layout as data. Lengths mm, sizes pt."""

    id: Slug = Field(title="Mã bộ quy tắc", description="nd30-2020 …")
    name: Line = Field(title="Tên", description="Tên đầy đủ của văn bản quy định.")
    short: Line = Field(title="Tên ngắn", description="Cách viết ngắn trong kết quả: “NĐ 30/2020”.")
    from_: PartialDate = Field(alias="from", title="Từ ngày", description="Ngày có hiệu lực.")
    until: PartialDate | None = Field(None, title="Đến hết ngày", description="Ngày hết hiệu lực; bỏ trống là đang có hiệu lực.")
    page: PageLimits = Field(title="Trang", description="Khổ giấy và lề.")
    font: Line = Field(title="Phông chữ", description="Tên phông chữ.")
    sizes: dict[str, Pair] = Field(title="Cỡ chữ", description="Cỡ nhỏ nhất, lớn nhất của mỗi thành phần, pt.")
    size_sets: tuple[SizeSet, ...] = Field(title="Bộ cỡ chữ", description="Các bộ cỡ chữ đi với nhau.")
    body: BodyLimits = Field(title="Nội dung", description="Số đo phần nội dung.")
    lines: LineLimits = Field(title="Đường kẻ", description="Độ dài đường kẻ.")
    subject_gap: float = Field(title="Cách trích yếu", description="Khoảng cách giữa số, ký hiệu và trích yếu công văn, pt.")
    subject_lines: int = Field(title="Số dòng trích yếu", description="Quá số dòng này thì cảnh báo.")
    signature_room: float = Field(title="Chỗ ký", description="Khoảng trống nhỏ nhất cho chữ ký, mm.")
    signature_lines: int = Field(3, title="Số dòng chỗ ký", description="Từ số dòng trống này giữa chức vụ và họ tên thì đủ chỗ ký.")
    points: Line = Field(title="Chữ cái của điểm", description="Thứ tự chữ cái đánh điểm, cách nhau bằng dấu cách.")
    urgent: tuple[Mark, ...] = Field(title="Dấu độ khẩn", description="Các mức độ khẩn.")
    circulation: tuple[Mark, ...] = Field(title="Chỉ dẫn lưu hành", description="Các dấu chỉ phạm vi lưu hành.")
    secrecy: tuple[Mark, ...] = Field(title="Dấu độ mật", description="Các mức độ mật.")
    authority: dict[str, str] = Field(title="Quyền hạn ký", description="Chữ viết tắt và nghĩa: TM., KT., TL., TUQ., Q.")
    deputies: dict[str, str] = Field(default_factory=dict, title="Chức danh cấp phó", description="Cấp phó không gọi theo lối “PHÓ + cấp trưởng”: “BỘ TRƯỞNG: THỨ TRƯỞNG”.")
    collectives: Annotated[tuple[Line, ...], OneOrMany] = Field((), title="Tập thể", description="Chữ mở đầu tên tập thể lãnh đạo, cơ quan làm việc theo chế độ tập thể: ỦY BAN, HỘI ĐỒNG …")
    collective_issuers: Annotated[tuple[Line, ...], OneOrMany] = Field((), title="Cơ quan ký TM.", description="Chữ mở đầu tên cơ quan ban hành mà người ký phải ghi TM.: ỦY BAN NHÂN DÂN …")
    academic: Annotated[tuple[Line, ...], OneOrMany] = Field(title="Học hàm, học vị", description="Chữ viết tắt không ghi trước họ tên người ký.")
    academic_issuers: Annotated[tuple[Line, ...], OneOrMany] = Field((), title="Ngành được ghi học hàm", description="Chữ trong tên cơ quan thuộc ngành được ghi học hàm, học vị, cấp bậc: TRƯỜNG, BỆNH VIỆN …")
    symbols: dict[str, str] = Field(default_factory=dict, title="Viết tắt cơ quan", description="Chữ mở đầu tên cơ quan, chức danh và chữ viết tắt trong ký hiệu: “ủy ban nhân dân: UBND”.")
    metadata: dict[str, int] = Field(title="Độ dài siêu dữ liệu", description="Số ký tự nhiều nhất của mỗi trường (Phụ lục VI).")
    capitals: dict[str, str] = Field(default_factory=dict, title="Viết hoa", description="Cách viết sai và cách viết đúng: “sở thông tin và truyền thông: Sở Thông tin và Truyền thông”.")
    adjusted: tuple[Adjusted, ...] = Field((), title="Quy tắc đổi mức", description="Quy tắc đổi mức hoặc bỏ.")
    not_checkable: tuple[NotCheckable, ...] = Field((), title="Không kiểm tra được", description="Yêu cầu mà tệp Word không cho biết.")
    note: Line | None = Field(None, title="Ghi chú", description="Nguồn, mức chắc chắn.")

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if self.until and self.from_.first() > self.until.last():
            raise ValueError("ruleset-period-backwards")
        return self

    def is_in_force(self, day: date) -> bool:
        """Whether it holds on the day, both ends included."""
        return self.from_.first() <= day and (self.until is None or day <= self.until.last())

    def size(self, component: str) -> Pair:
        """The sizes that the component may have, pt. KeyError for a component that the decree gives no size."""
        return self.sizes[component]
