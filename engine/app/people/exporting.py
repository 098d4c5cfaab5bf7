"""Figures and lists that leave the house as workbooks: who asked is told in the log, with what was in them."""

from __future__ import annotations

from typing import Any

from engine.app.people.completion import Figures
from engine.app.workbench import Store
from engine.messages.campaign import OUTCOMES, STATES
from engine.model.campaign import PeopleTally
from engine.model.canonical import digest_of_bytes
from engine.model.events import PeopleExported
from engine.workbook.tables import TableSheet, write_tables

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
    "Trạng thái",
    "Lý do",
    "Kết quả",
    "Ngày",
)


def figures_workbook(figures: Figures) -> bytes:
    """The figures as a workbook: the parts and the whole; of one unit, its persons on a second sheet."""
    sheets = [TableSheet("Số liệu", _HEADS, [_cells(part) for part in (*figures.parts, figures.total)])]
    if figures.rows:
        rows = [
            (
                r.person,
                r.name,
                r.birth,
                r.social_number,
                r.citizen_id,
                STATES[r.state.value][0],
                "; ".join(r.reasons),
                OUTCOMES[r.outcome][0] if r.outcome else "",
                r.decided_on,
            )
            for r in figures.rows
        ]
        sheets.append(TableSheet("Từng người", _ROW_HEADS, rows))
    return write_tables(sheets, figures.directive)


def tell_export(store: Store, actor: str, figures: Figures, data: bytes, *, whole: bool) -> None:
    """Records that persons' data were taken out, by whom (the event's actor) and how many."""
    count = len(figures.rows) or figures.total.total
    what = f"status/{figures.by}/{figures.unit}" if figures.unit else f"status/{figures.by}"
    fact = PeopleExported(figures.directive, what, digest_of_bytes(data) if data else "", count, whole)
    store.log.append([fact.event(figures.directive, actor)])


def _cells(tally: PeopleTally) -> tuple[Any, ...]:
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
