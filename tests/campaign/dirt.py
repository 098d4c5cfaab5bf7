"""The ways in which clerks' workbooks damage a value, each with a name (reference: dirty Excel lists).

A dirt takes the clean text and gives what stands in the cell then, or None where it cannot happen to that value.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from random import Random

from tests.campaign import encoders
from tests.synthetic.people import Birth

CellText = str | int | float | datetime | None


@dataclass(frozen=True)
class Dirty:
    """What a dirt makes of a value: the cell, its font where it matters, whether the truth can be known at all."""

    value: CellText
    font: str = ""
    is_lost: bool = False
    number_format: str = ""


@dataclass(frozen=True)
class Dirt:
    """One way, and the fields that it happens to."""

    name: str
    fields: tuple[str, ...]
    put: Callable[[str, Random], Dirty | None]


def _text(way: Callable[[str], str | None], font: str = "") -> Callable[[str, Random], Dirty | None]:
    def put(text: str, _: Random) -> Dirty | None:
        broken = way(text)
        return Dirty(broken, font) if broken is not None and broken != text else None

    return put


def _number(text: str, _: Random) -> Dirty | None:
    return Dirty(int(text), number_format="0") if text.isdigit() else None


def _scientific(text: str, random: Random) -> Dirty | None:
    if not text.isdigit():
        return None
    mantissa = f"{int(text):.{random.choice((2, 4))}E}"
    return Dirty(mantissa.replace(".", random.choice((".", ","))), is_lost=True)


def _point_zero(text: str, _: Random) -> Dirty | None:
    return Dirty(f"{int(text)}.0") if text.isdigit() else None


def _apart(text: str, random: Random) -> Dirty | None:
    if not text.isdigit():
        return None
    by = random.choice((" ", ".", "-", "\xa0"))
    return Dirty(by.join(re.findall(r"\d{1,3}", text)))


def _letter_for_zero(text: str, random: Random) -> Dirty | None:
    return Dirty(text.replace("0", random.choice("Oo"), 2)) if "0" in text else None


def _title(text: str, random: Random) -> Dirty:
    titles = ("Bà ", "bà: ", "Bà. ", "Chị ") if " Thị " in text else ("Ông ", "ông: ", "Ông. ", "Anh ")
    return Dirty(random.choice((*titles, "Ông/Bà ")) + text)


def _blanks(text: str, random: Random) -> Dirty:
    return Dirty(random.choice(("  {}", "{} ", " {}\t", "{}\n", "{}.")).format(text.replace(" ", "  ", 1)))


def _invisible(text: str, random: Random) -> Dirty:
    return Dirty(text.replace(" ", random.choice(("\xa0", " \u200b", "\ufeff ", "\xad ")), 1) + "\u200b")


def _tcvn3(text: str, random: Random) -> Dirty | None:
    if random.random() < 0.5 and (plain := encoders.tcvn3(text)) is not None and plain != text:
        return Dirty(plain, ".VnTime")
    capital = encoders.tcvn3_capitals(text)
    return Dirty(capital, ".VnTimeH") if capital is not None and capital != text.lower() else None


def _old_prefix(text: str, _: Random) -> Dirty | None:
    return Dirty(_OLD_PREFIXES[text[:3]] + text[3:]) if text[:3] in _OLD_PREFIXES and text.isdigit() else None


_OLD_PREFIXES = {
    "070": "0120", "079": "0121", "077": "0122", "076": "0126", "078": "0128", "083": "0123", "084": "0124",
    "085": "0125", "081": "0127", "082": "0129", "032": "0162", "033": "0163", "034": "0164", "035": "0165",
    "036": "0166", "037": "0167", "038": "0168", "039": "0169",
}  # fmt: skip


def _abroad(text: str, random: Random) -> Dirty | None:
    return (
        Dirty(random.choice(("+84{}", "84{}", "(+84) {}", "0084{}")).format(text[1:]))
        if text.isdigit()
        else None
    )


def _birth(text: str) -> Birth:
    return Birth(*(int(part) for part in text.split("-")))


def _date_text(pattern: str) -> Callable[[str, Random], Dirty | None]:
    def put(text: str, _: Random) -> Dirty | None:
        birth = _birth(text)
        if not birth.day:
            return None
        return Dirty(pattern.format(d=birth.day, m=birth.month, y=birth.year, yy=birth.year % 100))

    return put


def _date_real(text: str, _: Random) -> Dirty | None:
    birth = _birth(text)
    return (
        Dirty(datetime(birth.year, birth.month, birth.day), number_format="dd/mm/yyyy")
        if birth.day and birth.month
        else None
    )


def _date_serial(text: str, random: Random) -> Dirty | None:
    real = _date_real(text, random)
    if real is None or not isinstance(real.value, datetime):
        return None
    return Dirty((real.value - datetime(1899, 12, 30)).days, number_format="General")


def _year_number(text: str, _: Random) -> Dirty | None:
    return Dirty(int(text), number_format="General") if len(text) == 4 else None


def _gender(*words: tuple[str | int, str | int]) -> Callable[[str, Random], Dirty | None]:
    def put(text: str, random: Random) -> Dirty | None:
        man, woman = random.choice(words)
        return Dirty(woman if text == "nu" else man)

    return put


def _unit_slip(text: str, random: Random) -> Dirty:
    slips = (
        text.lower(),
        f" {text} ",
        f"{text[:2]} {text[2:]}",
        text.replace("0", "O", 1),
        f"{text[:2]}-{text[2:]}",
    )
    return Dirty(random.choice(slips))


def _formula_looking(text: str, random: Random) -> Dirty:
    return Dirty(f"{random.choice('=+-@')} {text}")


def _upper_nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text.upper())


_NUMBERS = ("citizen_id", "social_number")
_NAMES = ("name",)
_WORDS = ("name", "address")

DIRTS: tuple[Dirt, ...] = (
    Dirt("number-cell", (*_NUMBERS, "phone"), _number),
    Dirt("scientific", (*_NUMBERS, "phone"), _scientific),
    Dirt("point-zero", _NUMBERS, _point_zero),
    Dirt("apostrophe", (*_NUMBERS, "phone"), _text(lambda text: f"'{text}")),
    Dirt("digits-apart", (*_NUMBERS, "phone", "health_card"), _apart),
    Dirt("letter-for-zero", (*_NUMBERS, "phone"), _letter_for_zero),
    Dirt("full-width", _NUMBERS, _text(encoders.full_width)),
    Dirt("tcvn3", _WORDS, _tcvn3),
    Dirt("vni", _WORDS, _text(encoders.vni, "VNI-Times")),
    Dirt("nfd", _WORDS, _text(encoders.decomposed)),
    Dirt("nfd-capitals", _NAMES, _text(_upper_nfd)),
    Dirt("mojibake", _WORDS, _text(encoders.mojibake)),
    Dirt("cyrillic", _NAMES, _text(encoders.cyrillic)),
    Dirt("title", _NAMES, _title),
    Dirt("blanks", ("name", "citizen_id", "social_number", "address"), _blanks),
    Dirt("invisible", _WORDS, _invisible),
    Dirt("capitals", _NAMES, _text(str.upper)),
    Dirt("small-letters", _NAMES, _text(str.lower)),
    Dirt("date-real", ("birth",), _date_real),
    Dirt("date-serial", ("birth",), _date_serial),
    Dirt("date-dashes", ("birth",), _date_text("{d}-{m}-{y}")),
    Dirt("date-points", ("birth",), _date_text("{d:02d}.{m:02d}.{y}")),
    Dirt("date-short", ("birth",), _date_text("{d}/{m}/{y}")),
    Dirt("date-blanks", ("birth",), _date_text("{d:02d} / {m:02d} / {y}")),
    Dirt("date-words", ("birth",), _date_text("ngày {d} tháng {m} năm {y}")),
    Dirt("date-iso", ("birth",), _date_text("{y}-{m:02d}-{d:02d}")),
    Dirt("date-together", ("birth",), _date_text("{d:02d}{m:02d}{y}")),
    Dirt("two-digit-year", ("birth",), _date_text("{d:02d}/{m:02d}/{yy:02d}")),
    Dirt("year-number", ("birth",), _year_number),
    Dirt("gender-bare", ("gender",), _gender(("nam", "nu"), ("NAM", "NỮ"), ("Nam ", "nử"))),
    Dirt("gender-letters", ("gender",), _gender(("M", "F"), ("Male", "Female"), ("Trai", "Gái"))),
    Dirt("gender-digits", ("gender",), _gender((1, 0))),
    Dirt("old-prefix", ("phone",), _old_prefix),
    Dirt("abroad", ("phone",), _abroad),
    Dirt("formula-looking", ("address",), _formula_looking),
    Dirt("unit-slip", ("unit_code",), _unit_slip),
)
"""Dirt of single cells. That of whole sheets and rows is `office_list`'s."""

SHEET_DIRTS = ("tcvn3-sheet", "vni-sheet", "turned-dates", "gender-1-0", "gender-x")
ROW_KINDS = ("duplicate", "near-duplicate", "no-name", "unknown-unit")
