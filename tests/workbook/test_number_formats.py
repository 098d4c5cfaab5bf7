"""Numbers mean what Excel shows."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from engine.workbook.number_formats import from_serial, is_date_format, shown_with_zeros


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (31085000123, "000000000000", "031085000123"),
        (31085000123, "000\\ 000\\ 000\\ 000", "031 085 000 123"),
        (912345678, '"0"#########', "0912345678"),
        (912345678, "0000 000 000", "0912 345 678"),
        (5, "00", "05"),
        (0, "00", "00"),
        (123456789012, "000000000000", None),
        (5, "0", None),
        (5000000, "#,##0", None),
        (5, "0.00", None),
        (5, '0 "năm"', None),
        (5, "00%", None),
        (5, "General", None),
        (5.5, "000", None),
        (-5, "000", None),
        (5, "[>3]000;0", None),
    ],
)
def test_only_zeros_that_are_seen_are_added(value: float, code: str, shown: str | None) -> None:
    assert shown_with_zeros(value, code) == shown


@pytest.mark.parametrize("code", ["dd/mm/yyyy", "[$-42A]d mmmm yyyy", "yyyy", "h:mm", "[h]:mm", "m/d/yy;@"])
def test_formats_of_days(code: str) -> None:
    assert is_date_format(code)


@pytest.mark.parametrize(
    "code", ["", "General", "0", '0 "ngày"', "#,##0\\ đ", '_(* #,##0_);_("$"* -_)', "[Red]0", "@"]
)
def test_formats_of_no_days(code: str) -> None:
    assert not is_date_format(code)


@pytest.mark.parametrize(
    ("serial", "epoch", "meant"),
    [
        (1, 1900, date(1900, 1, 1)),
        (59, 1900, date(1900, 2, 28)),
        (60, 1900, 60),
        (61, 1900, date(1900, 3, 1)),
        (31110, 1900, date(1985, 3, 4)),
        (29648, 1904, date(1985, 3, 4)),
        (0, 1904, date(1904, 1, 1)),
        (0, 1900, 0),
        (0.5, 1900, time(12)),
        (31110.25, 1900, datetime(1985, 3, 4, 6)),
        (-5, 1900, -5),
        (19850304, 1900, 19850304),
    ],
)
def test_serial_numbers_are_days_or_stay_numbers(serial: float, epoch: int, meant: object) -> None:
    assert from_serial(serial, epoch) == meant
