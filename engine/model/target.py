"""What is to be reached: percentages, counts, ranges and relative targets, and who they are counted over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from engine.model.base import Line, OneOrMany, Slug, Written
from engine.model.dates import PartialDate, Period, _Textual
from engine.model.deadline import Deadline, ShortDeadline
from engine.model.party import Parties

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_QUANTITY = re.compile(
    rf"^(?P<sign>>=|<=|>|<|≥|≤|=|\+|-)?\s*(?P<low>{_NUMBER})\s*(?P<low_percent>%)?"
    rf"(?:\s*(?:\.\.|-|–|đến)\s*(?P<high>{_NUMBER})\s*(?P<high_percent>%)?)?$"
)
EVERYBODY = "*"
"""The mark of a population that holds all persons of a list, whatever their group."""

QUANTITY_PATTERN = r"^(>=|<=|>|<|≥|≤|=|\+|-)?\s*\d[\d.,]*\s*%?(\s*(\.\.|-|–|đến)\s*\d[\d.,]*\s*%?)?$"


def read_number(text: str) -> Decimal:
    """A Vietnamese or plain decimal number: 6.000 and 6000 are six thousand, 32,5 and 32.5 the same."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        text = text.replace(".", "").replace(",", ".")
    else:
        text = text.replace(",", ".")
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise ValueError(f"not a number: {text!r}") from error


@dataclass(frozen=True, slots=True)
class Quantity(_Textual):
    """A number to reach: `100%`, `>= 90%`, `90%..100%`, `14.530`, or a change `+10%` from the baseline.

    `comparator` is one of = >= <= > < for values, + and - for changes relative to the baseline; `high` is the upper
    end of a range.
    """

    low: Decimal
    percent: bool = False
    comparator: str = "="
    high: Decimal | None = None

    PATTERN = QUANTITY_PATTERN
    EXAMPLES = ("100%", ">= 90%", "90%..100%", "14530", "+10%")

    @classmethod
    def parse(cls, text: str) -> Quantity:
        """Raises ValueError for text that is no quantity or a range that runs backwards."""
        match = _QUANTITY.match(text.strip())
        if match is None:
            raise ValueError(f"not a quantity: {text!r}")
        low = read_number(match["low"])
        high = read_number(match["high"]) if match["high"] else None
        if high is not None and high < low:
            raise ValueError(f"the range runs backwards: {text!r}")
        comparator = {"≥": ">=", "≤": "<=", None: "="}.get(match["sign"], match["sign"])
        return cls(low, bool(match["low_percent"] or match["high_percent"]), comparator, high)

    @property
    def is_relative(self) -> bool:
        """Whether it is a change from the baseline rather than a value."""
        return self.comparator in ("+", "-")

    def __str__(self) -> str:
        mark = "%" if self.percent else ""
        sign = "" if self.comparator == "=" else (self.comparator if self.is_relative else f"{self.comparator} ")
        text = f"{sign}{format(self.low, 'f')}{mark}"
        return text if self.high is None else f"{text}..{format(self.high, 'f')}{mark}"


class Baseline(Written):
    """Where the count stood, and when (“tính đến 31/3/2023 còn trên 6.000 người”)."""

    value: Quantity = Field(title="Giá trị", description="Số liệu tại thời điểm đó, ví dụ “> 6.000”.")
    at: PartialDate | None = Field(None, title="Thời điểm", description="Ngày chốt số liệu.")
    what: Line | None = Field(None, title="Nội dung", description="Số liệu đếm cái gì.")


class Share(Written):
    """One agency's or group's own value in a table of targets."""

    of: Slug = Field(title="Cơ quan hoặc nhóm", description="Mã cơ quan hoặc nhóm được giao chỉ tiêu.", json_schema_extra={"x-enum": "parties"})
    value: Quantity = Field(title="Chỉ tiêu", description="Giá trị được giao.")
    year: int | None = Field(None, title="Năm", description="Năm của chỉ tiêu, khi giao cho nhiều năm.")


class Target(Written):
    """A measurable aim. `for` narrows who owes it, `population` whom it counts, `part_of` makes it a “trong đó”."""

    id: Slug = Field(title="Mã chỉ tiêu", description="Mã ngắn, không trùng.")
    measure: Line = Field(title="Chỉ số", description="Cái được đo, ví dụ “người tham gia được xác thực với CSDL quốc gia về dân cư”.")
    value: Quantity | None = Field(None, title="Giá trị", description="100%, >= 90%, 90%..100%, 14530, +10% (so với mốc).")
    unit: Line | None = Field(None, title="Đơn vị tính", description="người, hồ sơ, tài khoản …")
    deadline: ShortDeadline | None = Field(None, title="Thời hạn", description="Thời hạn của chỉ tiêu; viết một ngày nghĩa là đến hết ngày đó.")
    by: PartialDate | None = Field(None, title="Đến hết ngày", description="Viết tắt của deadline: {by: …}.")
    before: PartialDate | None = Field(None, title="Trước ngày", description="Viết tắt của deadline: {before: …}.")
    within: Period | None = Field(None, title="Trong", description="Viết tắt của deadline: {within: …}.")
    for_: Parties = Field((), alias="for", title="Giao cho", description="Cơ quan, nhóm được giao chỉ tiêu; bỏ trống là mọi nơi nhận.")
    population: Slug | None = Field(None, title="Nhóm đối tượng", description="Nhóm người được tính (khai trong populations).", json_schema_extra={"x-ref": "populations"})
    counts: Literal["participants-verified"] | None = Field(None, title="Đếm theo danh sách", description="participants-verified: đếm người đã xác thực trong danh sách người tham gia đã nhập; bỏ trống: không đếm tự động.")
    part_of: Slug | None = Field(None, title="Trong đó của", description="Chỉ tiêu mẹ mà chỉ tiêu này là phần “trong đó”.", json_schema_extra={"x-ref": "targets"})
    baseline: Baseline | None = Field(None, title="Mốc so sánh", description="Số liệu trước khi thực hiện.")
    table: tuple[Share, ...] = Field((), title="Bảng giao chỉ tiêu", description="Giá trị riêng của từng cơ quan, nhóm (và từng năm).")
    years: dict[int, Quantity] = Field(default_factory=dict, title="Theo năm", description="Giá trị của từng năm: {2023: 80%, 2024: 90%}.")
    print_: Literal["auto", "always", "never"] = Field("auto", alias="print", title="In ra", description="auto: chỉ in khi lời văn chưa nêu.")

    @model_validator(mode="after")
    def _has_value_and_one_deadline(self) -> Target:
        if self.value is None and not self.table and not self.years:
            raise ValueError("target-needs-value")
        if sum(x is not None for x in (self.deadline, self.by, self.before, self.within)) > 1:
            raise ValueError("target-several-deadlines")
        return self

    def due(self) -> Deadline | None:
        """The deadline, whichever way it was written."""
        if self.deadline is not None:
            return self.deadline
        for kind in ("by", "before", "within"):
            if (value := getattr(self, kind)) is not None:
                return Deadline.model_validate({kind: value})
        return None


class Population(Written):
    """People or things that targets are counted over (“người thuộc hộ nghèo, hộ cận nghèo”)."""

    id: Slug = Field(title="Mã nhóm đối tượng", description="Mã ngắn, không trùng.")
    name: Line = Field(title="Tên", description="Tên nhóm đối tượng như ghi trong văn bản.")
    part_of: Slug | None = Field(None, title="Thuộc nhóm", description="Nhóm lớn hơn chứa nhóm này.", json_schema_extra={"x-ref": "populations"})
    synonyms: Annotated[tuple[Line, ...], OneOrMany] = Field((), title="Cách viết khác", description="Cách danh sách người tham gia ghi nhóm này, ví dụ “Hộ nghèo đa chiều”; không kể chữ hoa, chữ thường.")
    groups: Annotated[tuple[Line, ...], OneOrMany] = Field((), title="Mã đối tượng", description="Mã đối tượng tham gia BHYT (danh mục doi-tuong-bhyt) thuộc nhóm này, ví dụ HN, CN.")
    everybody: bool = Field(False, title="Mọi người", description="true: mọi người trong danh sách người tham gia đều thuộc nhóm này.")


def _read_target(value: Any) -> Any:
    return {"ref": value} if isinstance(value, str) else value


class TargetRef(Written):
    """Names a target of the directive."""

    ref: Slug = Field(title="Mã chỉ tiêu", description="Mã của chỉ tiêu khai ở targets.", json_schema_extra={"x-ref": "targets"})


TargetRefs = Annotated[tuple[Annotated[TargetRef | Target, BeforeValidator(_read_target)], ...], OneOrMany]
"""Targets named by id, or written where they are used."""
