"""When work is due: every kind of deadline that Vietnamese directives set (docs: “thời hạn”)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from engine.model.base import Line, OneOrMany, Slug, Written
from engine.model.dates import PartialDate, Period
from engine.model.party import Parties

HOURS_PATTERN = r"^([01]?\d|2[0-3])[:hg]([0-5]\d)?\s*-\s*([01]?\d|2[0-4])[:hg]([0-5]\d)?$"


class Offset(Written):
    """So many days after something happens."""

    days: int = Field(ge=0, le=3660, title="Số ngày", description="Số ngày tính từ sau ngày của sự kiện.")
    working: bool = Field(True, title="Ngày làm việc", description="true: ngày làm việc (trừ ngày nghỉ, lễ, tính ngày làm bù); false: ngày thường.")
    after: Literal["issue", "receipt", "task", "event"] = Field("issue", title="Tính từ", description="issue: ngày ban hành; receipt: ngày nhận được văn bản; task: khi xong nhiệm vụ khác; event: khi xảy ra sự kiện.")
    task: Slug | None = Field(None, title="Nhiệm vụ", description="Mã nhiệm vụ phải xong trước (khi after: task).")
    event: Line | None = Field(None, title="Sự kiện", description="Sự kiện làm mốc (khi after: event), ví dụ “khi có thông báo của Bộ Y tế”.")

    @model_validator(mode="after")
    def _anchor_is_named(self) -> Offset:
        if (self.after == "task") != (self.task is not None):
            raise ValueError("offset-task")
        if (self.after == "event") != (self.event is not None):
            raise ValueError("offset-event")
        return self


class Cutoff(Written):
    """The day up to which data are counted in a recurring report (“số liệu tính đến ngày …”)."""

    day: int | Literal["last"] = Field(title="Ngày chốt số liệu", description="Ngày trong tháng, hoặc last (ngày cuối tháng).")
    month: Literal["same", "previous"] = Field("same", title="Của tháng", description="same: tháng đến hạn; previous: tháng trước.")


class Recurrence(Written):
    """A rule that makes one obligation for each period."""

    each: Literal["day", "week", "month", "quarter", "half", "year"] = Field(title="Chu kỳ", description="day: hằng ngày; week: hằng tuần; month: hằng tháng; quarter: hằng quý; half: 6 tháng; year: hằng năm.")
    day: int | Literal["last"] | None = Field(None, title="Ngày", description="Ngày trong tháng đến hạn, hoặc last (ngày cuối tháng).")
    weekday: Literal[2, 3, 4, 5, 6, 7, 8] | None = Field(None, title="Thứ", description="Thứ trong tuần: 2 đến 7; 8 là Chủ nhật.")
    month: int | Literal["first", "last", "next"] | None = Field(None, title="Tháng", description="Tháng đến hạn trong chu kỳ: first (đầu), last (cuối), next (tháng sau khi hết chu kỳ) hoặc số tháng trong năm.")
    cutoff: Cutoff | None = Field(None, title="Chốt số liệu", description="Ngày chốt số liệu, khác ngày đến hạn.")
    shift: Literal["none", "next-working", "previous-working"] = Field("none", title="Trùng ngày nghỉ", description="none: giữ nguyên; next-working: lùi sang ngày làm việc sau; previous-working: làm trước ngày nghỉ.")
    replaces: Annotated[tuple[Slug, ...], OneOrMany] = Field((), title="Thay cho kỳ", description="Mã nhiệm vụ có kỳ ngắn hơn mà kỳ này thay thế, ví dụ báo cáo quý I thay báo cáo tháng 3.")

    @model_validator(mode="after")
    def _day_fits_the_cycle(self) -> Recurrence:
        if isinstance(self.day, int) and not 1 <= self.day <= 31:
            raise ValueError("recurrence-day")
        if isinstance(self.month, int) and not 1 <= self.month <= 12:
            raise ValueError("recurrence-month")
        if self.each == "week" and self.weekday is None:
            raise ValueError("recurrence-week-needs-weekday")
        if self.each in ("month", "quarter", "half", "year") and self.day is None:
            raise ValueError("recurrence-needs-day")
        return self


class Deadline(Written):
    """When it is due; a plain date stands for `by`. At most one of by, before, within, offset, every, open."""

    by: PartialDate | None = Field(None, title="Chậm nhất đến", description="Đến hết ngày này (kể cả ngày này).")
    before: PartialDate | None = Field(None, title="Trước", description="Trước ngày này: ngày cuối cùng còn kịp là ngày hôm trước.")
    from_: PartialDate | None = Field(None, alias="from", title="Từ", description="Bắt đầu từ ngày này.")
    until: PartialDate | None = Field(None, title="Đến khi kết thúc", description="Ngày cuối cùng của việc định kỳ.")
    within: Period | None = Field(None, title="Trong", description="Trong một khoảng: 2023-Q1 (quý I), 2023-03 (tháng 3), 2023-cuoi (cuối năm).")
    hours: str | None = Field(None, pattern=HOURS_PATTERN, title="Khung giờ", description="Khung giờ, ví dụ 8:00-17:00.")
    offset: Offset | None = Field(None, title="Sau … ngày", description="Số ngày (làm việc) sau một sự kiện hoặc một nhiệm vụ khác.")
    every: Recurrence | None = Field(None, title="Định kỳ", description="Quy tắc lặp lại: ngày 25 hằng tháng, ngày 20 tháng cuối quý …")
    open: Literal["regular", "unscheduled", "at-once"] | None = Field(None, title="Không có hạn cụ thể", description="regular: thường xuyên; unscheduled: định kỳ nhưng không nêu kỳ, đột xuất; at-once: ngay.")
    scope: Parties = Field((), title="Áp dụng cho", description="Chỉ những cơ quan này theo hạn này.")
    population: Slug | None = Field(None, title="Nhóm đối tượng", description="Chỉ nhóm đối tượng này theo hạn này.", json_schema_extra={"x-ref": "populations"})
    text: Line | None = Field(None, title="Lời văn", description="Lời văn in ra thay cho lời văn tự động.")
    bold: bool = Field(False, title="In đậm", description="In đậm thời hạn trong văn bản.")
    print_: Literal["auto", "always", "never"] = Field("auto", alias="print", title="In ra", description="auto: chỉ in khi lời văn của nhiệm vụ chưa nêu; always: luôn in; never: không in.")

    @model_validator(mode="after")
    def _one_kind(self) -> Deadline:
        kinds = [k for k in ("by", "before", "within", "offset", "every", "open") if getattr(self, k) is not None]
        if len(kinds) > 1:
            raise ValueError("deadline-several-kinds")
        if not kinds and self.from_ is None:
            raise ValueError("deadline-empty")
        if self.until is not None and self.every is None:
            raise ValueError("deadline-until-needs-every")
        return self


def _read_deadline(value: Any) -> Any:
    return {"by": value} if isinstance(value, str | int | PartialDate) else value


ShortDeadline = Annotated[Deadline, BeforeValidator(_read_deadline)]
"""A deadline, or a plain date standing for `{by: date}`."""

Deadlines = Annotated[tuple[ShortDeadline, ...], OneOrMany]
"""One deadline or several, each with its own scope."""
