"""Figures and lists that leave the house as workbooks: who asked is told in the log, with what was in them."""

from __future__ import annotations

from datetime import date

from engine.app.people.completion import Figures, PersonRow
from engine.app.workbench import Store
from engine.messages.campaign import OUTCOMES, REACHED, REASONS_OVERLAP, STATES
from engine.model.campaign import PeopleTally
from engine.model.canonical import digest_of_bytes
from engine.model.events import PeopleExported
from engine.track.targets import TargetRow
from engine.workbook.tables import TableSheet, write_tables
from engine.workbook.values import CellValue

_HEADS = (
    "Tên",
    "Tổng số",
    "Đã khớp",
    "Đã nhận",
    "Chờ đơn vị",
    "Trả lại",
    "Chờ công an",
    "Đã rời",
    "Đã xác thực",
    "%",
)
_ROW_HEADS = (
    "Mã",
    "Họ và tên",
    "Ngày sinh",
    "Mã số BHXH",
    "Số ĐDCN/CCCD",
    "Nhóm",
    "Trạng thái",
    "Lý do",
    "Kết quả",
    "Ngày",
)
_TARGET_HEADS = (
    "Chỉ tiêu",
    "Nhóm đối tượng",
    "Cơ quan",
    "Giá trị",
    "Đã xác thực",
    "Tổng số",
    "%",
    "Hạn",
    "Còn lại (ngày)",
    "Kết quả",
)


def figures_workbook(figures: Figures, actor: str, today: date, *, whole: bool) -> bytes:
    """The figures as a workbook: the parts and the whole, the targets; of one unit, its persons on a sheet more.

    Under each table stands who had it made, and when; under persons also whether their numbers are whole.
    """
    made = f"Người lập: {actor}, ngày {today:%d/%m/%Y}"
    sheets = [_parts(figures, made)]
    if figures.targets:
        sheets.append(TableSheet("Chỉ tiêu", _TARGET_HEADS, [_target(t) for t in figures.targets], (made,)))
    if figures.rows:
        shown = "Số định danh: ghi đủ" if whole else "Số định danh: đã che bớt"
        rows = [_person(row) for row in figures.rows]
        sheets.append(TableSheet("Từng người", _ROW_HEADS, rows, (made, shown)))
    return write_tables(sheets, figures.directive)


def _parts(figures: Figures, made: str) -> TableSheet:
    whole = (*figures.parts, figures.total)
    if not figures.dues:
        notes = (REASONS_OVERLAP[0], made) if figures.by == "reason" else (made,)
        return TableSheet("Số liệu", _HEADS, [_cells(part) for part in whole], notes)
    dues = (*(_day(due) for due in figures.dues), "")
    rows = [(*_cells(part), due) for part, due in zip(whole, dues, strict=True)]
    return TableSheet("Số liệu", (*_HEADS, "Hạn"), rows, (made,))


def _person(row: PersonRow) -> tuple[CellValue, ...]:
    return (
        row.person,
        row.name,
        row.birth,
        row.social_number,
        row.citizen_id,
        row.group,
        STATES[row.state.value][0],
        "; ".join(row.reasons),
        OUTCOMES[row.outcome][0] if row.outcome else "",
        _day(row.decided_on),
    )


def _target(row: TargetRow) -> tuple[CellValue, ...]:
    return (
        row.measure,
        row.population,
        row.agency,
        row.value,
        row.verified,
        row.total,
        row.percent if row.total else "",
        _day(row.due),
        "" if row.days_left is None else row.days_left,
        REACHED[row.reached][0],
    )


def _day(iso: str) -> str:
    return f"{date.fromisoformat(iso):%d/%m/%Y}" if iso else ""


def tell_export(store: Store, actor: str, figures: Figures, data: bytes, *, whole: bool) -> None:
    """Records that persons' data were taken out, by whom (the event's actor) and how many."""
    count = len(figures.rows) or figures.total.total
    what = f"status/{figures.by}/{figures.unit}" if figures.unit else f"status/{figures.by}"
    fact = PeopleExported(figures.directive, what, digest_of_bytes(data) if data else "", count, whole)
    store.log.append([fact.event(figures.directive, actor)])


def _cells(tally: PeopleTally) -> tuple[CellValue, ...]:
    return (
        tally.name or "Tổng cộng",
        tally.total,
        tally.matched,
        tally.accepted,
        tally.open,
        tally.refused,
        tally.at_police,
        tally.left,
        tally.verified,
        tally.percent,
    )
