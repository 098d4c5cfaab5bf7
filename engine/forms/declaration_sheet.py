"""The skeleton of a declaration: its fixed XML, and slots where a person's values go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from engine.forms import word_xml as xml
from engine.forms.box_lines import PlacedBox, box_lines
from engine.model.form import FormPart, FormSheet, FormVersion, PrintedLine, SignatureBlock
from engine.model.form_field import Condition, FormField

EDGE = 3.0
"""Millimetres between the end of the dots and the right margin: the text edge of the printed form is at 18.0 cm."""
_HEAD_SHARE = 7.18 / (7.18 + 10.63)
_SIGN_SHARE = 7.58 / (7.58 + 11.34)
_BOX_WIDTH = 82.0
_BOX_SIZES = (12.0, 10.0)
_LEAST_ROWS = 5
_ROW_HEIGHT = 8.0
_SIGN_ROOM = 60.0
"""Points below the signer's title: four lines."""


@dataclass(frozen=True, slots=True)
class BoxSlot:
    """A box's value, then the dots to its stop; `alone` where no other dots stand on the line.

    `applies`: what must hold of a person for the box's part to be theirs.
    """

    box: PlacedBox
    size: float
    alone: bool
    applies: Condition | None = None


@dataclass(frozen=True, slots=True)
class LineSlot:
    """A printed line with blanks that the lines of the filling fill."""

    line: PrintedLine
    size: float


@dataclass(frozen=True, slots=True)
class RowsSlot:
    """The rows of the household's members."""

    columns: tuple[FormField, ...]
    least: int
    height: float
    size: float


Segment = str | BoxSlot | LineSlot | RowsSlot


def compiled(sheet: FormSheet, form: FormVersion) -> tuple[Segment, ...]:
    """The sheet from its corner box to its signatures."""
    size = sheet.page.size
    width = xml.text_width(sheet.page)
    segments: list[Segment] = [_corner(sheet, width), _heads(sheet, width, size), _title(sheet, form)]
    for part in sheet.parts:
        segments.extend(_part(part, width - EDGE, size))
    if sheet.columns:
        segments.extend(_list(sheet, width))
    segments.extend(_foot(sheet))
    segments.extend(_signatures(sheet, width))
    return tuple(_merged(segments))


def _corner(sheet: FormSheet, width: float) -> str:
    """The framed corner with the form's sign and the decision that made it."""
    if not sheet.box:
        return ""
    first, rest = sheet.box[:1], sheet.box[1:]
    text = "".join(
        xml.paragraph(
            xml.run(
                line.blank,
                bold=place == 0 or line.bold,
                italic=line.italic,
                size=line.size or _BOX_SIZES[place > 0],
            ),
            align="center",
        )
        for place, line in enumerate((*first, *rest))
    )
    widths = (width - _BOX_WIDTH, _BOX_WIDTH)
    return xml.table([xml.row([xml.cell("", widths[0]), xml.cell(text, widths[1], framed=True)])], widths)


def _heads(sheet: FormSheet, width: float, size: float) -> str:
    """The agency on the left, the national motto on the right, each with its line below."""
    if not (sheet.left or sheet.right):
        return ""
    widths = (width * _HEAD_SHARE, width * (1 - _HEAD_SHARE))
    small = size - 1
    left = xml.lines(sheet.left, align="center", size=small)
    rule = xml.paragraph(xml.run("", size=1), rule_inset=widths[0] / 3)
    right = xml.lines(sheet.right, align="center", size=small, underline_last=len(sheet.right) > 1)
    cells = [xml.cell(left + (rule if sheet.left else ""), widths[0]), xml.cell(right, widths[1])]
    gap = xml.paragraph(xml.run("", size=5))
    return gap + xml.table([xml.row(cells)], widths)


def _title(sheet: FormSheet, form: FormVersion) -> str:
    """The title; where the definition has none, the form's name in capitals."""
    gap = xml.paragraph(xml.run("", size=5))
    if not sheet.title and sheet is form:
        name = xml.run(form.name.upper(), bold=True, size=sheet.page.size)
        return gap + xml.paragraph(name, align="center", after=4)
    title = xml.lines(sheet.title, align="center", size=sheet.page.size + 1)
    scope = xml.lines(sheet.scope, align="center", size=sheet.page.size)
    return gap + title + scope + xml.paragraph(xml.run("", size=4))


def _part(part: FormPart, edge: float, size: float) -> Iterable[Segment]:
    if part.title:
        number = f"{part.number}. " if part.number else ""
        heading = xml.run(number + part.title, bold=True)
        yield xml.paragraph(heading, align="both", before=4, after=1, next_too=True)
    for line in box_lines(part.boxes, edge, size):
        yield from _line(line, size, part.applies)


def _line(line: Sequence[PlacedBox], size: float, applies: Condition | None) -> Iterable[Segment]:
    """A line of boxes: label, value, dots; the paragraph is open until its last box is set."""
    stops = [box.stop for box in line if box.stop]
    instruction = any(box.field.type == "instruction" for box in line)
    whole = xml.paragraph(align="both" if instruction else "left", stops=stops, before=4.5)
    yield whole.removesuffix("</w:p>")
    for box in line:
        yield xml.run(box.label)
        if box.holds:
            yield BoxSlot(box, size, len(stops) == 1, applies)
    yield "</w:p>"


def _list(sheet: FormSheet, width: float) -> Iterable[Segment]:
    """The table of the members of a household."""
    size = sheet.page.head_size or sheet.page.size - 1
    given = [column.width or 20.0 for column in sheet.columns]
    widths = [width * one / sum(given) for one in given]
    head = [
        xml.cell(xml.paragraph(xml.run(column.label, bold=True, size=size), align="center"), one, middle=True)
        for column, one in zip(sheet.columns, widths, strict=True)
    ]
    numbers = [
        xml.cell(xml.paragraph(xml.run(column.number or "", italic=True, size=size - 1), align="center"), one)
        for column, one in zip(sheet.columns, widths, strict=True)
    ]
    rows = [xml.row(head, is_head=True)]
    if sheet.number_row and any(column.number for column in sheet.columns):
        rows.append(xml.row(numbers, is_head=True))
    columns = tuple(c.model_copy(update={"width": w}) for c, w in zip(sheet.columns, widths, strict=True))
    yield xml.paragraph(xml.run("", size=4)) + xml.table(rows, widths, framed=True).removesuffix("</w:tbl>")
    yield RowsSlot(columns, _LEAST_ROWS, _ROW_HEIGHT, size)
    yield "</w:tbl>"


def _foot(sheet: FormSheet) -> Iterable[Segment]:
    for line in sheet.foot:
        yield from _printed(line, "both", sheet.page.size, before=4)


def _signatures(sheet: FormSheet, width: float) -> Iterable[Segment]:
    """Two cells, left and right; whoever signs in the middle stands on the left."""
    if not sheet.signatures:
        return
    widths = (width * _SIGN_SHARE, width * (1 - _SIGN_SHARE))
    sides: dict[Literal["left", "right"], list[SignatureBlock]] = {"left": [], "right": []}
    for block in sheet.signatures:
        sides["right" if block.side == "right" else "left"].append(block)
    shell = xml.table([xml.row(["@@"])], widths)
    begin, end = shell.split("@@")
    yield xml.paragraph(xml.run("", size=6)) + begin
    for blocks, one in ((sides["left"], widths[0]), (sides["right"], widths[1])):
        opened = xml.cell("@@", one).split("@@")
        yield opened[0]
        for block in blocks:
            for line in block.lines:
                yield from _printed(line, "center", sheet.page.size)
        yield xml.paragraph(after=_SIGN_ROOM) + opened[1]
    yield end


def _printed(line: PrintedLine, align: str, size: float, before: float = 0) -> Iterable[Segment]:
    opened = xml.paragraph(align=align, before=before).removesuffix("</w:p>")
    yield opened
    if line.keys:
        yield LineSlot(line, line.size or size)
    else:
        yield xml.run(line.text, bold=line.bold, italic=line.italic, size=line.size or size)
    yield "</w:p>"


def _merged(segments: Iterable[Segment]) -> Iterable[Segment]:
    """Fixed texts that follow one another as one."""
    pending: list[str] = []
    for segment in segments:
        if isinstance(segment, str):
            pending.append(segment)
            continue
        yield "".join(pending)
        pending = []
        yield segment
    yield "".join(pending)


def control(
    key: str, title: str, identity: int, content: str, *, is_blank: bool, many_lines: bool = False
) -> str:
    """A content control around a value (ECMA-376 part 1, 17.5.2): Word shows where to type and what is asked."""
    text = '<w:text w:multiLine="1"/>' if many_lines else "<w:text/>"
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escape(title)}"/><w:tag w:val="{escape(key)}"/><w:id w:val="{identity}"/>'
        + ("<w:showingPlcHdr/>" if is_blank else "")
        + f"{text}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )
