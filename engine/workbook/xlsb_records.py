"""The records of an .xlsb ([MS-XLSB] 2.1.4), and what its styles and shared texts say."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from engine.workbook import limits
from engine.workbook.archive import Archive
from engine.workbook.grid import Counted
from engine.workbook.refusals import UnreadableError, damaged
from engine.workbook.xlsx_styles import Style, style_of

_MOST_PART = 96 * limits.MIB
_MOST_RECORDS = 6_000_000
_FONT, _FORMAT, _USE = 43, 44, 47
_BEGIN_USES, _END_USES = 617, 618
_SHARED_TEXT = 19
_FONT_NAME = 21


def records(archive: Archive, part: str) -> Iterator[tuple[int, bytes]]:
    """The records of a part: their kind in one or two bytes, their length in up to four, seven bits in each.

    Raises UnreadableError for a part that ends within a record, or has more than any list needs.
    """
    data = archive.content(part, _MOST_PART)
    position, end, count = 0, len(data), 0
    while position < end:
        count += 1
        if count > _MOST_RECORDS:
            raise UnreadableError("BOOK-TOO-MANY-CELLS", most=limits.MOST_CELLS)
        kind = data[position]
        position += 1
        if kind & 0x80 and position < end:
            kind = (kind & 0x7F) | (data[position] << 7)
            position += 1
        size = shift = 0
        while position < end and shift < 28:
            byte = data[position]
            position += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        if position + size > end:
            raise damaged(part)
        yield kind, data[position : position + size]
        position += size


def wide(body: bytes, start: int) -> tuple[str, int]:
    """The text that begins there, and where it ends; no text (0xFFFFFFFF) is an empty one."""
    (length,) = struct.unpack_from("<I", body, start)
    if length == 0xFFFFFFFF:
        return "", start + 4
    after = start + 4 + 2 * length
    if after > len(body):
        raise struct.error("text beyond its record")
    return body[start + 4 : after].decode("utf-16-le", "replace"), after


def styles_of(archive: Archive, part: str) -> tuple[tuple[Style, ...], tuple[str, ...]]:
    """The styles of cells by number, and the fonts by number."""
    codes: dict[int, str] = {}
    fonts: list[str] = []
    uses: list[tuple[int, int]] = []
    is_in_uses = False
    for kind, body in records(archive, part):
        if kind == _FORMAT:
            codes[struct.unpack_from("<H", body)[0]] = wide(body, 2)[0]
        elif kind == _FONT:
            fonts.append(wide(body, _FONT_NAME)[0])
        elif kind in (_BEGIN_USES, _END_USES):
            is_in_uses = kind == _BEGIN_USES
        elif kind == _USE and is_in_uses:
            _, number, font = struct.unpack_from("<HHH", body)
            uses.append((number, font))
    if len(uses) > limits.MOST_STYLES:
        raise damaged(part)
    named = [(fonts[font] if font < len(fonts) else "", number) for number, font in uses]
    return tuple(style_of(font, codes.get(number, ""), number) for font, number in named), tuple(fonts)


def shared_texts(
    archive: Archive, part: str, fonts: tuple[str, ...], counted: Counted
) -> tuple[list[str], dict[int, str]]:
    """The texts that cells share, and the fonts of those that are set in one of their own for the most part."""
    texts: list[str] = []
    own_fonts: dict[int, str] = {}
    for kind, body in records(archive, part):
        if kind != _SHARED_TEXT:
            continue
        text, after = wide(body, 1)
        counted.add_letters(len(text))
        font = _run_font(body, after, text, fonts) if body[0] & 1 else ""
        if font:
            own_fonts[len(texts)] = font
        texts.append(text)
    return texts, own_fonts


def _run_font(body: bytes, start: int, text: str, fonts: tuple[str, ...]) -> str:
    (count,) = struct.unpack_from("<I", body, start)
    runs = [struct.unpack_from("<HH", body, start + 4 + 4 * n) for n in range(min(count, 1000))]
    ends = [first for first, _ in runs[1:]] + [len(text)]
    lengths: dict[int, int] = {}
    for (first, font), end in zip(runs, ends, strict=True):
        lengths[font] = lengths.get(font, 0) + end - first
    best = max(lengths, key=lambda font: lengths[font], default=-1)
    return fonts[best] if 0 <= best < len(fonts) and lengths[best] * 2 > len(text) else ""
