"""Text typed before Unicode is read as it was meant."""

from __future__ import annotations

import unicodedata

import pytest

from engine.wording.legacy_encodings import Encoding, decode, encoding_of

SENTENCE = "Để chuẩn bị cho đợt kiểm tra công tác văn thư, lưu trữ trên địa bàn tỉnh."


def test_tcvn3_is_read() -> None:
    typed = "§Ó chuÈn bÞ cho ®ît kiÓm tra c«ng t¸c v¨n th\u00ad, l\u00adu tr÷ trªn ®Þa bµn tØnh."
    assert decode(typed, Encoding.TCVN3) == SENTENCE


def test_a_horn_that_became_a_hyphen_is_read_as_a_horn() -> None:
    typed = "§Ó chuÈn bÞ cho ®ît kiÓm tra c«ng t¸c v¨n th-, l-u tr÷ trªn ®Þa bµn tØnh."
    assert decode(typed, Encoding.TCVN3) == SENTENCE


def test_hyphens_of_symbols_and_between_words_stay() -> None:
    assert decode("Sè: 12/UBND-VP; §éc lËp - Tù do", Encoding.TCVN3) == "Số: 12/UBND-VP; Độc lập - Tự do"


def test_fonts_that_show_capitals_give_capitals() -> None:
    assert decode("céng hoµ x· héi chñ nghÜa viÖt nam", encoding_of(".VnTimeH")) == (
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    )


def test_vni_is_read() -> None:
    assert (
        decode("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", Encoding.VNI)
        == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    )
    assert decode("Ñoäc laäp - Töï do - Haïnh phuùc", Encoding.VNI) == "Độc lập - Tự do - Hạnh phúc"
    assert decode("ngöôøi, böôûi, ñöôïc, kyõ, kyù, maãu, baèng, thaúng, oån, æ, ngaøy", Encoding.VNI) == (
        "người, bưởi, được, kỹ, ký, mẫu, bằng, thẳng, ổn, ỉ, ngày"
    )


def test_a_filler_keeps_places_of_letters() -> None:
    typed = "Ñoäc laäp - Töï do"
    read = decode(typed, Encoding.VNI, filler="\u200b")
    assert len(read) == len(typed)
    assert read.replace("\u200b", "") == "Độc lập - Tự do"


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", Encoding.TCVN3),
        (".VnArial NarrowH", Encoding.TCVN3_CAPITALS),
        ("VNI-Times", Encoding.VNI),
        ("Times New Roman", Encoding.UNICODE),
        ("Vnitalic", Encoding.UNICODE),
        ("", Encoding.UNICODE),
    ],
)
def test_the_coding_is_told_by_the_font(font: str, encoding: Encoding) -> None:
    assert encoding_of(font) is encoding


def test_what_is_read_is_composed() -> None:
    every = "".join(map(chr, range(0xA1, 0x100)))
    assert unicodedata.is_normalized("NFC", decode(every, Encoding.TCVN3))
