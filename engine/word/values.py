"""A Word file as it would be shown: sections, paragraphs with effective properties, tables, lines, pictures.

Lengths are twips (1/20 pt) where Word stores twips and millimetres where a person measures; sizes are points.
Text is as found in the file (not normalised): rules about the letters themselves need to see them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

TWIPS_PER_MM = 1440 / 25.4


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """A paragraph's address in the file: the part ("word/document.xml") and its ordinal among all `w:p` there.

    Counted from 0 in document order, those in text boxes, tables and content controls included.
    """

    part: str
    ordinal: int


@dataclass(frozen=True, slots=True)
class Look:
    """The effective format of a run: direct, character style, paragraph style, table style, defaults, theme."""

    ascii: str = "Times New Roman"
    hansi: str = "Times New Roman"
    cs: str = "Times New Roman"
    east_asia: str = "Times New Roman"
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    underline: str = ""
    """"" for none, else Word's word: single, double, dotted …"""
    colour: str = ""
    """"" is automatic (black on white), else RRGGBB in capitals."""
    highlight: str = ""
    shading: str = ""
    """Fill behind the letters, RRGGBB; "" is none or automatic."""
    caps: bool = False
    small_caps: bool = False
    strike: bool = False
    raised: str = ""
    """superscript, subscript or ""."""
    hidden: bool = False
    spacing: float = 0.0
    """Extra space between letters, points."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one look, tabs as \\t, line breaks as \\n; `start` counts in the paragraph's text.

    `ordinal` is the `w:r` among all `w:r` of its paragraph, from 0; pieces of one run share it.
    `field` names the field whose result this is (PAGE, NUMPAGES, REF …), in capitals.
    """

    text: str
    look: Look
    start: int
    ordinal: int
    field: str = ""
    inserted: bool = False
    """A tracked insertion that nobody has accepted yet."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class TabStop:
    """A tab stop, twips from the left edge of the frame; `kind` is left, center, right, decimal."""

    at: int
    kind: str = "left"


@dataclass(frozen=True, slots=True)
class Edge:
    """A border line: Word's kind (single, double, dashed …), weight in points, colour ("" automatic)."""

    kind: str
    weight: float = 0.5
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """The effective format of a paragraph."""

    align: str = "left"
    """left, center, right, both, distribute (start and end are told as left and right)."""
    left: int = 0
    right: int = 0
    first: int = 0
    """First line: positive is indented, negative hanging."""
    before: int = 0
    after: int = 0
    """Twips. Word's automatic spacing (HTML) is told as 280 with `automatic`."""
    automatic: bool = False
    line: int = 240
    line_rule: str = "auto"
    """auto: `line` is in 240ths of a line; exact, atLeast: twips."""
    contextual: bool = False
    """No space between paragraphs of the same style."""
    shading: str = ""
    top: Edge | None = None
    bottom: Edge | None = None
    boxed: bool = False
    """Borders on all four sides."""
    tabs: tuple[TabStop, ...] = ()
    page_break_before: bool = False
    outline: int | None = None
    """Outline level from 0, for headings."""


class StrokeKind(StrEnum):
    """What a horizontal line is made of."""

    DRAWING = "drawing"
    BORDER = "border"
    LETTERS = "letters"
    """A run of underscores or dashes."""
    CELL = "cell"
    """The border of a table cell."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A horizontal line: its length and, where known, its left edge from the page's left edge, in mm."""

    kind: StrokeKind
    length: float
    left: float | None = None
    below: float | None = None
    """A drawing's vertical offset from its anchor paragraph's top, mm; None where unknown or not a drawing."""
    solid: bool = True
    colour: str = ""
    weight: float = 0.5


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, chart or other drawn thing that is no line and no text box."""

    width: float
    height: float
    floating: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a paragraph stands in a table: ordinals from 0; `column` counts cells of the row, not grid columns."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Box:
    """A text box: ordinal in the file, size and offset in mm (None where unknown), and whether it has a frame."""

    ordinal: int
    width: float
    height: float
    left: float | None = None
    below: float | None = None
    framed: bool = True
    colour: str = ""
    """Of the frame; "" is automatic or black."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The column that holds a paragraph: its left and right edges in twips from the left margin of the page.

    In the body of a portrait page it is (0, width of the text); in a cell the cell's inner edges.
    """

    left: int
    right: int
    cell: Cell | None = None
    box: Box | None = None

    @property
    def width(self) -> int:
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as shown. `text` excludes the automatic number, which is `label` ("a)", "1.", "Điều 2.", "•").

    `number` counts paragraphs of the story as a person would, from 1, tables included.
    """

    key: Key
    number: int
    text: str
    runs: tuple[Run, ...]
    shape: Shape
    frame: Frame
    section: int = 0
    label: str = ""
    bullet: bool = False
    style: str = ""
    """The style's name as shown in Word; "" where the file has none."""
    style_id: str = ""
    strokes: tuple[Stroke, ...] = ()
    pictures: tuple[Picture, ...] = ()
    breaks_page: bool = False
    """Holds a page break, or is told to start on a new page."""
    mark: Look = field(default_factory=Look)
    """The format of the paragraph mark: the size of an empty paragraph."""

    @property
    def shown(self) -> str:
        """The label and the text."""
        return f"{self.label} {self.text}" if self.label else self.text

    @property
    def is_blank(self) -> bool:
        """No letters; a picture or a line may still stand here."""
        return not self.text.strip(" \t\n\u00a0\u200b\ufeff") and not self.label


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the ordinal of its first paragraph and how many it has, widths of its grid in twips."""

    ordinal: int
    rows: int
    columns: int
    grid: tuple[int, ...] = ()
    bordered: bool = False
    """Any visible border inside or around."""
    section: int = 0
    nested: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """A header or footer. `is_there` is false where the section has none of its own and inherits none."""

    paragraphs: tuple[Paragraph, ...] = ()
    is_there: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A section's page: twips. Headers and footers are as inherited from earlier sections."""

    ordinal: int
    width: int = 11906
    height: int = 16838
    landscape: bool = False
    top: int = 1440
    bottom: int = 1440
    left: int = 1440
    right: int = 1440
    gutter: int = 0
    header_distance: int = 720
    footer_distance: int = 720
    title_page: bool = False
    """The first page has a header and footer of its own."""
    even_and_odd: bool = False
    page_start: int | None = None
    page_format: str = ""
    """"" or decimal, lowerRoman …"""
    columns: int = 1
    kind: str = "nextPage"
    """nextPage, continuous, evenPage, oddPage."""
    header: Story = field(default_factory=Story)
    first_header: Story = field(default_factory=Story)
    even_header: Story = field(default_factory=Story)
    footer: Story = field(default_factory=Story)
    first_footer: Story = field(default_factory=Story)
    even_footer: Story = field(default_factory=Story)

    @property
    def text_width(self) -> int:
        return self.width - self.left - self.right - self.gutter


@dataclass(frozen=True, slots=True)
class Properties:
    """docProps/core.xml and what the file says of itself."""

    title: str = ""
    author: str = ""
    created: str = ""
    keywords: str = ""


@dataclass(frozen=True, slots=True)
class WordFile:
    """The whole file. `paragraphs` are those of the main text in reading order, cells and text boxes included:

    those of a text box follow the paragraph that anchors it.
    """

    name: str
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...] = ()
    notes: tuple[Paragraph, ...] = ()
    """Footnotes and endnotes."""
    insertions: int = 0
    deletions: int = 0
    """Tracked changes that nobody has accepted or refused; deleted text is not shown."""
    comments: int = 0
    properties: Properties = field(default_factory=Properties)

    def in_cell(self, cell: Cell) -> tuple[Paragraph, ...]:
        """The paragraphs of a cell."""
        return tuple(p for p in self.paragraphs if p.frame.cell == cell)

    def stories(self) -> Iterator[tuple[Section, Story]]:
        """Every header and footer that is there, section by section."""
        for section in self.sections:
            for story in (
                section.header,
                section.first_header,
                section.even_header,
                section.footer,
                section.first_footer,
                section.even_footer,
            ):
                if story.is_there:
                    yield section, story
