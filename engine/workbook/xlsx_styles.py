"""What the styles of an .xlsx say of a cell: its font, and how its number is meant (ECMA-376 part 1, 18.8)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from engine.workbook import limits, number_formats
from engine.workbook.refusals import damaged
from engine.workbook.values import CellValue
from engine.workbook.xml_stream import Outline


@dataclass(frozen=True, slots=True)
class Style:
    """How cells with one style look: `code` is the number format, empty for a plain one."""

    font: str = ""
    code: str = ""
    is_date: bool = False
    is_lasting: bool = False
    is_padded: bool = False

    def value(self, number: float, epoch: int) -> CellValue:
        """The value that the number in such a cell stands for; None for what is no number (infinite, undefined)."""
        if number - number != 0:
            return None
        if self.is_date:
            return number_formats.from_serial(number, epoch, self.is_lasting)
        if self.is_padded:
            shown = number_formats.shown_with_zeros(number, self.code)
            if shown is not None:
                return shown
        return int(number) if -_CERTAIN < number < _CERTAIN and number == int(number) else number


_CERTAIN = 1e15  # whole numbers below are exact
PLAIN = Style()


@lru_cache(maxsize=4096)
def style_of(font: str, code: str, built_in: int = 0) -> Style:
    """The style with this font and number format; `built_in` is the number of a format that has no code."""
    is_date = number_formats.is_built_in_date(built_in) if not code else number_formats.is_date_format(code)
    lasting = built_in == 46 if not code else number_formats.is_lasting(code)
    padded = bool(code) and not is_date and ("0" in code or "#" in code)
    return Style(font, code, is_date, lasting, padded)


def styles_in(found: Outline) -> tuple[Style, ...]:
    """The styles of cells in the order of their numbers, as styles.xml lists them."""
    codes: dict[str, str] = {}
    fonts: list[str] = []
    uses: list[dict[str, str]] = []
    for (tag, attributes), path in zip(found.tags, found.paths, strict=True):
        if tag == "numFmt" and path.startswith("styleSheet/numFmts/"):
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif path == "styleSheet/fonts/font":
            fonts.append("")
        elif path == "fonts/font/name" and fonts:
            fonts[-1] = attributes.get("val", "")
        elif path == "styleSheet/cellXfs/xf":
            uses.append(attributes)
    if len(uses) > limits.MOST_STYLES or len(fonts) > limits.MOST_STYLES:
        raise damaged("styles.xml")
    return tuple(_style(use, fonts, codes) for use in uses)


def _style(use: dict[str, str], fonts: list[str], codes: dict[str, str]) -> Style:
    number = use.get("numFmtId", "0")
    font = use.get("fontId", "0")
    name = fonts[int(font)] if font.isdecimal() and int(font) < len(fonts) else ""
    built_in = int(number) if number.isdecimal() and len(number) < 6 else 0
    return style_of(name, codes.get(number, ""), built_in)
