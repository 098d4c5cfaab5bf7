"""Writes the committed table of Times New Roman's advance widths from a metric-compatible font file.

Run by hand when a character is missing: `python -m engine.render.template_builder.font_widths DIR >
engine/typography/times_new_roman.py`
where DIR holds LiberationSerif-Regular.ttf and its three sisters. The table is committed because a letter's
bytes must not depend on the fonts of the machine that made it.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from PIL import ImageFont

FACES = {"REGULAR": "Regular", "BOLD": "Bold", "ITALIC": "Italic", "BOLD_ITALIC": "BoldItalic"}
UNITS_PER_EM = 2048
_RANGES = ((0x20, 0x7E), (0xA0, 0x17F), (0x1A0, 0x1B0), (0x300, 0x309), (0x1EA0, 0x1EF9))
_SINGLES = (
    "\u0323\u2010\u2011\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u2192\u2212\u2264\u2265\u2260\u20ab"
)


def _characters() -> str:
    spans = "".join(chr(code) for low, high in _RANGES for code in range(low, high + 1))
    return spans + _SINGLES


def _grouped(font: ImageFont.FreeTypeFont) -> dict[int, str]:
    groups: dict[int, str] = defaultdict(str)
    for char in _characters():
        groups[round(font.getlength(char))] += char
    return dict(sorted(groups.items()))


def module_text(folder: Path) -> Iterator[str]:
    """The lines of `engine/typography/times_new_roman.py`."""
    story = "Advance widths of Times New Roman in 1/2048 em, by face: width -> characters."
    yield f'"""{story} Generated: see font_widths."""'
    yield ""
    yield "# ruff: noqa: E501"
    for name, face in FACES.items():
        font = ImageFont.truetype(
            str(folder / f"LiberationSerif-{face}.ttf"), UNITS_PER_EM, layout_engine=ImageFont.Layout.BASIC
        )
        yield f"{name} = {{"
        yield from (f"    {width}: {chars!a}," for width, chars in _grouped(font).items())
        yield "}"


if __name__ == "__main__":
    print("\n".join(module_text(Path(sys.argv[1]))))
