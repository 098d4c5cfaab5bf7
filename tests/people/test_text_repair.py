"""Broken letters are mended with proof; without it they are left and told."""

from __future__ import annotations

import unicodedata
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.messages import is_code
from engine.people.syllables import is_syllable
from engine.people.text_repair import column_encoding, mend_text, tidy
from engine.wording.legacy_encodings import Encoding, decode

NAMES = """Nguyễn Văn Hải|Trần Thị Thuý|Lê Quỳnh Như|Đỗ Gìn Giữ|Hoàng Khuyên|Vũ Nguyệt|Huỳnh Uyên|Đặng Quốc Khánh
|Bùi Xuân Oanh|Dương Thuỷ Tiên|Hồ Quý Ly|Ngô Khuê|Lý Thường Kiệt|Mai Yến|Giáp Giêng|Đoàn Toại|Phan Quyền|Tạ Quang Bửu
|Quách Tuân|Khương Duy|Chử Đồng Tử|Trương Vĩnh Ký|Nghiêm Xuân Yêm|Nông Đức Mạnh|Triệu Ngoạn""".replace(
    "\n", ""
).split("|")
# The same three names as TCVN3 and VNI typists have them, taken from lists of the field.
TCVN3 = ["NguyÔn V¨n H¶i", "TrÇn ThÞ Thuý", "§Æng Quèc Kh¸nh"]
VNI = ["Nguyeãn Vaên Haûi", "Traàn Thò Thuyù", "Ñaëng Quoác Khaùnh"]
_CODES = [chr(n) for n in range(0xA0, 0x100)] + [a + chr(n) for a in "aeouyôö" for n in range(0xE0, 0x100)]
TRUE = ["Nguyễn Văn Hải", "Trần Thị Thuý", "Đặng Quốc Khánh"]


def garbled(text: str, codec: str) -> str:
    """The UTF-8 of the text as a program shows it that takes it for the codec."""
    out = []
    for byte in text.encode():
        try:
            out.append(bytes([byte]).decode(codec))
        except UnicodeDecodeError:
            out.append(chr(byte))
    return "".join(out)


@given(st.sampled_from(NAMES), st.sampled_from(["cp1252", "cp1258", "latin-1"]), st.integers(1, 2))
def test_utf8_read_as_windows_comes_back(name: str, codec: str, times: int) -> None:
    cell = name
    for _ in range(times):
        cell = garbled(cell, codec)
    mended = mend_text(cell)
    assert mended.text == name or (times == 2 and mended.findings)
    if times == 1:
        assert mended.text == name
        assert [r.proof for r in mended.repairs] in ([], ["decodes-to-syllables"])


@given(st.sampled_from(NAMES), st.sampled_from(["{}", " {}", "{}  ", "\u200b{}", "{}\u00ad"]))
def test_sound_text_is_only_tidied(name: str, around: str) -> None:
    cell = around.format(unicodedata.normalize("NFD", name))
    mended = mend_text(cell)
    assert mended.text == name == tidy(cell)
    assert {r.kind for r in mended.repairs} <= {"nfc", "invisible", "blanks"}
    assert mended.findings == ()
    assert mend_text(mended.text).repairs == ()


def test_the_font_tells_the_encoding() -> None:
    assert [mend_text(t, font=".VnTime").text for t in TCVN3] == TRUE
    assert [mend_text(t, font="VNI-Times").text for t in VNI] == TRUE
    (repair,) = mend_text(TCVN3[0], font=".VnTime").repairs
    assert (repair.kind, repair.before, repair.after, repair.proof) == ("tcvn3", TCVN3[0], TRUE[0], "font")


def test_a_column_tells_the_encoding_that_one_name_cannot() -> None:
    assert column_encoding(TCVN3) is Encoding.TCVN3
    assert column_encoding(VNI) is Encoding.VNI
    assert [mend_text(t, column=Encoding.TCVN3).text for t in TCVN3] == TRUE
    assert [mend_text(t, column=Encoding.VNI).text for t in VNI] == TRUE
    alone = mend_text(TCVN3[0])
    assert alone.text == TCVN3[0]
    assert [f.code for f in alone.findings] == ["PEOPLE-TEXT-OLD-FONT"]


def test_a_column_of_unicode_is_never_taken_for_an_old_encoding() -> None:
    assert column_encoding(NAMES) is Encoding.UNICODE
    assert column_encoding(["José", "Müller", "Ângela", "Björk"]) is Encoding.UNICODE
    assert column_encoding([]) is Encoding.UNICODE


@given(st.sampled_from(NAMES), st.sampled_from([Encoding.TCVN3, Encoding.VNI]))
def test_unicode_among_old_encodings_is_left(name: str, column: Encoding) -> None:
    assert mend_text(name, column=column).text == name
    assert mend_text(name, font=".VnTime").text == name


def test_what_is_vietnamese_either_way_is_left_and_told() -> None:
    mended = mend_text("Ngô Khuê", column=Encoding.TCVN3)
    assert mended.text == "Ngô Khuê"
    assert [dict(f.params)["other"] for f in mended.findings] == ["Ngụ Khuờ"]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("FranÃ§ois", "PEOPLE-TEXT-GARBLED"),
        ("HoÃ ng Anh", "PEOPLE-TEXT-GARBLED"),
        ("НА", "PEOPLE-TEXT-FOREIGN-LETTERS"),
    ],
)
def test_what_is_not_sure_is_left_and_told(cell: str, code: str) -> None:
    mended = mend_text(cell)
    assert mended.text == cell
    assert [f.code for f in mended.findings] == [code]
    assert is_code(code)


def test_letters_of_other_scripts_inside_a_latin_word_are_mended() -> None:
    assert mend_text("Тrần Ｖăn Аn").text == "Trần Văn An"
    assert mend_text("Тrần").repairs[0].kind == "lookalikes"


@given(st.text(max_size=30))
def test_any_text_is_mended_once_and_for_all(text: str) -> None:
    mended = mend_text(text)
    assert unicodedata.is_normalized("NFC", mended.text)
    assert mended.text == text or mended.repairs


@pytest.mark.parametrize(
    "word", ["nghiêng", "quynh", "giếng", "gìn", "quả", "khuya", "thuở", "ươm", "Ủy", "huých"]
)
def test_syllables_are_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["nguyôn", "Müller", "José", "nghj", "ắn̉", "cap̀", "Ng", "Haûi", "Vaên"])
def test_other_words_are_none(word: str) -> None:
    assert not is_syllable(word)


@cache
def codes_of(encoding: Encoding) -> dict[str, str]:
    """For each letter a code that is read as it."""
    return {decode(code, encoding): code for code in _CODES if decode(code, encoding) != code}


def typed(text: str, encoding: Encoding) -> str:
    """The text as a typist of the old encoding has it."""
    table = codes_of(encoding)
    return "".join(table.get(c, table.get(c.lower(), c)) for c in text)


@given(
    st.lists(st.sampled_from(NAMES), min_size=8, unique=True), st.sampled_from([Encoding.TCVN3, Encoding.VNI])
)
def test_a_whole_column_comes_back_or_is_told(names: list[str], encoding: Encoding) -> None:
    cells = [typed(name, encoding) for name in names]
    assert column_encoding(cells) is encoding
    for name, cell in zip(names, cells, strict=True):
        mended = mend_text(cell, column=encoding)
        assert mended.text.casefold() == name.casefold() or mended.findings
