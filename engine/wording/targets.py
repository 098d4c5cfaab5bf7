"""Targets as Vietnamese sentences: at least, ranges, changes from a baseline, "trong đó", several years."""

from __future__ import annotations

from collections.abc import Sequence

from engine.model.target import Baseline, Quantity, Target
from engine.wording import dates
from engine.wording.deadlines import deadline_phrase
from engine.wording.numerals import grouped

_SIGNS = {
    "=": "{}",
    ">=": "từ {} trở lên",
    "<=": "không quá {}",
    ">": "trên {}",
    "<": "dưới {}",
    "+": "tăng {}",
    "-": "giảm {}",
}


def quantity(value: Quantity) -> str:
    """ "100%", "từ 90% trở lên", "từ 90% đến 100%", "tăng 10%", "14.530"."""
    mark = "%" if value.percent else ""
    low = grouped(value.low) + mark
    if value.high is None:
        return _SIGNS[value.comparator].format(low)
    change = {"+": "tăng ", "-": "giảm "}.get(value.comparator, "")
    return f"{change}từ {low} đến {grouped(value.high)}{mark}"


def target_sentence(
    target: Target,
    *,
    value: Quantity | None = None,
    owners: str = "",
    population: str = "",
    parts: Sequence[Target] = (),
) -> str:
    """ "Chỉ tiêu: 100% người tham gia …, chậm nhất ngày 31/12/2023, trong đó …."

    `value` is the recipient's own, where the target has a table; `owners` those to whom it is given;
    `parts` are its "trong đó".
    """
    inside = "; ".join(_clause(part, None, "") for part in parts)
    label = f"Chỉ tiêu giao {owners}" if owners else "Chỉ tiêu"
    return f"{label}: {_clause(target, value, population)}{f', trong đó: {inside}' if inside else ''}."


def _clause(target: Target, value: Quantity | None, population: str) -> str:
    own = value or target.value
    unit = f" {target.unit}" if target.unit and not target.measure.startswith(target.unit) else ""
    words = f"{quantity(own)}{unit} {target.measure}" if own else f"{target.measure}{unit}"
    if target.years and value is None:
        words += ": " + "; ".join(f"năm {year} {quantity(q)}" for year, q in sorted(target.years.items()))
    if population:
        words += f" ({population})"
    due = target.due()
    if due is not None:
        words += f", {deadline_phrase(due)}"
    return words + (f" (so với {baseline(target.baseline)})" if target.baseline else "")


def baseline(value: Baseline) -> str:
    """ "trên 6.000 người chưa được xác thực tính đến ngày 31/3/2023"."""
    what = f" {value.what}" if value.what else ""
    at = f" tính đến {dates.on_day(value.at)}" if value.at else ""
    return f"{quantity(value.value)}{what}{at}"
