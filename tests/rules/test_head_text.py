"""Số, ký hiệu and địa danh, thời gian are taken apart as typed, so that each fault can be told by itself."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.rules.head_text import read_number, read_place_date
from engine.rules.letter import Strip
from engine.word.values import Frame, Key, Look, Paragraph, Run, Shape


def _strip(text: str) -> Strip:
    run = Run(text, Look(), 0, 0)
    return Strip(
        Paragraph(Key("word/document.xml", 0), 1, text, (run,), Shape(), Frame(0, 9000)), 0, len(text)
    )


@pytest.mark.parametrize(
    ("text", "number", "groups"),
    [
        ("Số: 1186/UBND-VP", 1186, ("UBND", "VP")),
        ("Số:      /BHXH-QLT", None, ("BHXH", "QLT")),
        ("Số: 2559 /BHXH-TT&PTĐT", 2559, ("BHXH", "TT&PTĐT")),
        ("Số: 12/2021/QĐ-UBND", 12, ("QĐ", "UBND")),
        ("Số 05 / QĐ - UBND", 5, ("QĐ", "UBND")),
        ("Số: 255/TTr-BHXH", 255, ("TTr", "BHXH")),
    ],
)
def test_a_number_is_read_with_its_faults(text: str, number: int | None, groups: tuple[str, ...]) -> None:
    told = read_number(_strip(text))
    assert told is not None
    assert (told.number.value, told.groups) == (number, groups)


def test_a_number_left_to_the_pen_is_blank() -> None:
    for text in ("Số:      /UBND-VP", "Số: ....../UBND-VP", "Số: ……/UBND-VP", "Số: ____/UBND-VP"):
        told = read_number(_strip(text))
        assert told is not None
        assert told.number.is_blank
    assert read_number(_strip("Công văn")) is None


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("An Lão, ngày 16 tháng 7 năm 2021", date(2021, 7, 16)),
        ("Hà Nội, ngày      tháng 11 năm 2020", date(2020, 11, 1)),
        ("Hà Nội, ngày … tháng … năm 2020", date(2020, 1, 1)),
        ("Hà Nội, ngày 31 tháng 4 năm 2020", date(2020, 4, 1)),
        ("Hà Nội, ngày 5 tháng 13 năm 2020", date(2020, 1, 1)),
        ("Hà Nội, ngày … tháng … năm 20…", None),
    ],
)
def test_a_date_is_known_as_far_as_it_is_filled(text: str, about: date | None) -> None:
    told = read_place_date(_strip(text))
    assert told is not None
    assert told.about == about


def test_decomposed_letters_are_read_but_have_no_places() -> None:
    told = read_number(_strip(unicodedata.normalize("NFD", "Số: 5/UBND-VP")))
    assert told is not None
    assert (told.label.text, told.number.value, told.number.start) == ("Số", 5, -1)


@given(st.text(max_size=60))
def test_any_line_can_be_read(text: str) -> None:
    for told in (read_number(_strip(text)), read_place_date(_strip(text))):
        assert told is None or told.__class__.__name__ in {"NumberText", "PlaceDate"}


@given(st.dates(date(1945, 9, 2), date(2100, 1, 1)))
def test_every_day_is_read_back(day: date) -> None:
    told = read_place_date(_strip(f"Hà Nội, ngày {day.day:02d} tháng {day.month} năm {day.year}"))
    assert told is not None
    assert told.date == day
