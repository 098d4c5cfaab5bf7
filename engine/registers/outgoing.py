"""The register of outgoing documents (sổ đăng ký văn bản đi, NĐ 30/2020, Phụ lục IV) as typed rows. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812

from engine.model.records import NumberRecord, RegisterEntry

BOOK_NAME = "SỔ ĐĂNG KÝ VĂN BẢN ĐI"
COLUMNS = (
    "Số, ký hiệu văn bản",
    "Ngày tháng văn bản",
    "Tên loại và trích yếu nội dung văn bản",
    "Người ký",
    "Nơi nhận văn bản",
    "Đơn vị, người nhận bản lưu",
    "Số lượng bản",
    "Ngày chuyển",
    "Ký nhận",
    "Ghi chú",
)
"""The ten columns of Phụ lục IV, in the decree's order and words."""


@dataclass(frozen=True, slots=True)
class OutgoingRow:
    """One line of the register; `received` (ký nhận) stays empty for the recipient's hand."""

    code: str
    date: Day | None = None
    title: str = ""
    signer: str = ""
    recipients: str = ""
    keeper: str = ""
    copies: int | None = None
    dispatched: Day | None = None
    received: str = ""
    note: str = ""

    def cells(self) -> tuple[str | int | Day | None, ...]:
        """The ten columns, in order."""
        return (
            self.code,
            self.date,
            self.title,
            self.signer,
            self.recipients,
            self.keeper,
            self.copies,
            self.dispatched,
            self.received,
            self.note,
        )


@dataclass(frozen=True, slots=True)
class RegisterCover:
    """The book's cover; `agency` and `superior` (which may be empty) are the lines of its letters' head."""

    agency: tuple[str, ...]
    year: int
    superior: tuple[str, ...] = ()
    first_day: Day | None = None
    last_day: Day | None = None
    first_number: int | None = None
    last_number: int | None = None
    volume: str = "01"


def outgoing_rows(
    entries: Iterable[RegisterEntry], numbers: Iterable[NumberRecord]
) -> tuple[OutgoingRow, ...]:
    """The lines of a register's year by number: what was issued, and what else was done with a number.

    A voided number stands with its reason, one that is taken but not yet issued says so: none is missing.
    """
    issued = list(entries)
    told = {(entry.number, entry.directive) for entry in issued}
    lines = [(entry.number, entry.code, _issued(entry)) for entry in issued]
    for number in numbers:
        if number.voided or (number.number, number.holder) not in told:
            row = _without_document(number)
            lines.append((number.number, row.code, row))
    return tuple(row for _, _, row in sorted(lines, key=lambda line: line[:2]))


def cover_of(
    entries: Sequence[RegisterEntry], agency: tuple[str, ...], year: int, superior: tuple[str, ...] = ()
) -> RegisterCover:
    """The cover of a year's register, from the first to the last document that it holds."""
    days = sorted(day for entry in entries if (day := _day(entry.date)))
    numbers = sorted(entry.number for entry in entries)
    return RegisterCover(
        agency=agency,
        superior=superior,
        year=year,
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
        first_number=numbers[0] if numbers else None,
        last_number=numbers[-1] if numbers else None,
    )


def two_digits(number: int) -> str:
    """A number as registers and letters write it: 1 to 9 with a 0 before it (Phụ lục I, II.3c)."""
    return f"{number:02d}"


def _issued(entry: RegisterEntry) -> OutgoingRow:
    return OutgoingRow(
        code=entry.code,
        date=_day(entry.date),
        title=" ".join(part for part in (entry.doctype_title, entry.subject) if part),
        signer=entry.signer,
        recipients=entry.recipients,
        keeper=entry.keeper,
        copies=entry.copies or None,
        dispatched=_day(entry.dispatched),
        note=entry.note,
    )


def _without_document(number: NumberRecord) -> OutgoingRow:
    code = f"{two_digits(number.number)}/{number.symbol}"
    if number.voided:
        return OutgoingRow(code, note=f"Hủy số: {number.reason}" if number.reason else "Hủy số")
    return OutgoingRow(code, note="Đã cấp số, chưa phát hành")


def _day(text: str) -> Day | None:
    """The day of an ISO text; None when only the month or year is known."""
    return Day.fromisoformat(text[:10]) if len(text) >= len("2021-07-16") else None
