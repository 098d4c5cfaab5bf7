"""What offices print as reasons becomes codes; what is not known is kept and told."""

from __future__ import annotations

import pytest

from engine.people.lists import Lists
from engine.people.reasons import read_reasons


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("Chưa có số CCCD", ("NO_ID",)),
        ("  chưa   có số ", ("NO_ID",)),
        ("Chỉ có CMND 9 số", ("ID_9",)),
        ("Sai họ tên; sai ngày sinh", ("NAME", "DOB")),
        ("Sai ngày sinh và sai giới tính", ("DOB", "GENDER")),
        ("- Không tìm thấy số ĐDCN trong CSDL", ("NOT_FOUND",)),
        ("Trùng số CCCD\nTrùng mã số BHXH", ("DUP_ID", "DUP_BHXH")),
        ("NAME, NAME", ("NAME",)),
        ("Họ và tên khác CSDL quốc gia về dân cư", ("NAME",)),
        ("Sai họ và tên và ngày sinh không khớp", ("NAME", "DOB")),
    ],
)
def test_printed_reasons_become_codes(cell: str, codes: tuple[str, ...], lists: Lists) -> None:
    read = read_reasons(cell, lists)
    assert read.value == codes
    assert read.findings == ()


def test_a_reason_that_is_not_known_is_another_one_and_told(lists: Lists) -> None:
    read = read_reasons("Sai họ tên; chờ xử lý", lists)
    assert read.value == ("NAME", "OTHER")
    assert [dict(f.params) for f in read.findings] == [{"text": "chờ xử lý"}]
    assert read_reasons("", lists).is_blank


def test_every_reason_reads_back_as_it_is_printed(lists: Lists) -> None:
    for code in lists.by_id["ly-do-chua-khop"].codes:
        assert read_reasons(f"{code.name}; Sai giới tính", lists).value == tuple(
            dict.fromkeys((code.code, "GENDER"))
        )
