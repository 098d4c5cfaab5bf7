"""Lists as text keep every sign, in the encodings and with the separators that programs write."""

from __future__ import annotations

import pytest

from engine.workbook.reading import read_workbook

_TEXT = 'Họ tên{s}Số CCCD\nNguyễn Thị Ơn{s}"001085000123"\nTrần Văn Đức{s}="031085000456"\n'
_ROWS = (("Họ tên", "Số CCCD"), ("Nguyễn Thị Ơn", "001085000123"), ("Trần Văn Đức", "031085000456"))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_encodings_and_separators_are_found_out(separator: str, encoding: str) -> None:
    book = read_workbook(_TEXT.format(s=separator).encode(encoding), "ds.csv")
    assert book.kind == "csv"
    assert book.sheets[0].rows == _ROWS


def test_the_old_vietnamese_code_page_is_told_from_old_fonts() -> None:
    decomposed = "Họ tên,Số\nNguyễn Thị Ơn,1\n"
    table = {"ọ": "o\u0323", "ễ": "ê\u0303", "ị": "i\u0323", "ố": "ô\u0301"}
    for whole, parts in table.items():
        decomposed = decomposed.replace(whole, parts)
    assert read_workbook(decomposed.encode("cp1258"), "ds.csv").sheets[0].value(1, 0) == "Nguyễn Thị Ơn"
    tcvn3 = "Hä tªn,Sè\nNguyÔn ThÞ ¥n,1\n"
    assert read_workbook(tcvn3.encode("cp1252"), "ds.csv").sheets[0].value(1, 0) == "NguyÔn ThÞ ¥n"
    vni = "Hoï teân,Soá\nNguyeãn Thò Ôn,1\n"
    assert read_workbook(vni.encode("cp1252"), "ds.csv").sheets[0].value(1, 0) == "Nguyeãn Thò Ôn"


def test_excels_own_line_about_the_separator_is_no_row() -> None:
    assert read_workbook(b"sep=;\r\na;b,c\r\n1;2,5\r\n", "ds.csv").sheets[0].rows == (
        ("a", "b,c"),
        ("1", "2,5"),
    )


def test_separators_within_texts_do_not_part_them() -> None:
    data = 'STT;Địa chỉ\n1;"Thôn 1, xã A; huyện B"\n2;Thôn 2, xã C, huyện D\n'.encode()
    assert read_workbook(data, "ds.txt").sheets[0].rows[1:] == (
        ("1", "Thôn 1, xã A; huyện B"),
        ("2", "Thôn 2, xã C, huyện D"),
    )


def test_spaces_and_broken_lines_stay() -> None:
    assert read_workbook(b'a,b\n" x ","1\n2"\n', "ds.csv").sheets[0].rows[1] == (" x ", "1\n2")
