"""Targets as Vietnamese sentences: at least, ranges, changes from a baseline, "trong đó", several years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

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
_BEFORE_MEASURE = _SIGNS | {">=": "ít nhất {}"}
_PERCENT_UNITS = frozenset({"%", "phần trăm", "tỷ lệ %"})


def counted(value: Quantity, unit: str | None) -> Quantity:
    """The value with its percent sign where the unit says so: 60 of unit % is 60%."""
    return replace(value, percent=True) if unit in _PERCENT_UNITS else value


def unit_of(target: Target) -> str:
    """The word behind its numbers; none for percentages."""
    return "" if target.unit is None or target.unit in _PERCENT_UNITS else target.unit


def quantity(value: Quantity, unit: str = "") -> str:
    """ "100%", "từ 90% trở lên", "từ 90% đến 100%", "tăng 10%", "14.530", "từ 2 người trở lên"."""
    return _worded(value, unit, _SIGNS)


def _worded(value: Quantity, unit: str, signs: Mapping[str, str]) -> str:
    mark = "%" if value.percent else ""
    behind = f" {unit}" if unit else ""
    low = grouped(value.low) + mark
    if value.high is None:
        return signs[value.comparator].format(low + behind)
    change = {"+": "tăng ", "-": "giảm "}.get(value.comparator, "")
    return f"{change}từ {low} đến {grouped(value.high)}{mark}{behind}"


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
    unit = unit_of(target)
    words = _aim(target.measure, counted(own, target.unit), unit) if own else target.measure
    if target.years and value is None:
        years = ((year, counted(q, target.unit)) for year, q in sorted(target.years.items()))
        words += ": " + "; ".join(f"năm {year} {quantity(q, unit)}" for year, q in years)
    if population:
        words += f" ({population})"
    from_where = f"so với {baseline(target.baseline)}" if target.baseline else ""
    if from_where and own is not None and own.is_relative:
        words, from_where = f"{words} {from_where}", ""
    due = target.due()
    if due is not None:
        words += f", {deadline_phrase(due)}"
    return words + (f" ({from_where})" if from_where else "")


def _aim(measure: str, value: Quantity, unit: str) -> str:
    """ "ít nhất 90% hộ nghèo", "công chức làm số hóa ít nhất 2 người" with a unit of its own, "chi phí giảm 10%"."""
    if value.is_relative:
        return f"{measure} {quantity(value, unit)}"
    if unit and not measure.startswith(unit):
        reached = "đạt " if value.comparator == "=" else ""
        return f"{measure} {reached}{_worded(value, unit, _BEFORE_MEASURE)}"
    return f"{_worded(value, '', _BEFORE_MEASURE)} {measure}"


def baseline(value: Baseline) -> str:
    """ "trên 6.000 người chưa được xác thực tính đến ngày 31/3/2023"."""
    what = f" {value.what}" if value.what else ""
    at = f" tính đến {dates.on_day(value.at)}" if value.at else ""
    return f"{quantity(value.value)}{what}{at}"
