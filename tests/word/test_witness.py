"""LibreOffice, which shares no code with us, sees the same letters with the same format.

Known to differ and left out: bold in both a paragraph's and a character's style (Word takes it away, ODF has no
such rule), the indents of list items (ODF keeps them in the list), and content controls (whose letters lose their
format in ODF).
"""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE

from engine.word.reading import read_word
from engine.word.values import Look, Paragraph
from tests.corpus.samples import RIGHT
from tests.word.flat_odt import FlatOdt, Line, Seen, converted
from tests.word.making import saved

pytestmark = pytest.mark.libreoffice

_CONTROLS = "dung-o-dieu-khien"
_NEAR = 6
"""Twips: LibreOffice keeps hundredths of a millimetre, ODF ten-thousandths of an inch."""
_TOGGLED = ("Heading", "Strong", "Intense", "Book Title", "Reference")


def _every_style() -> bytes:
    """A paragraph in every paragraph style, a run in every character style, a table in every table style."""
    made = docx.Document()
    for style in list(made.styles):
        if style.type == WD_STYLE_TYPE.PARAGRAPH:
            made.add_paragraph(f"đoạn {style.name}", style=style)
        elif style.type == WD_STYLE_TYPE.CHARACTER and not style.name.startswith(_TOGGLED):
            made.add_paragraph("trước ", style="Heading 1").add_run(f"chữ {style.name}", style=style)
        elif style.type == WD_STYLE_TYPE.TABLE:
            for row in made.add_table(3, 3, style=style).rows:
                for cell in row.cells:
                    cell.text = f"ô {style.name}"
    return saved(made)


def _as_seen(look: Look) -> Seen:
    return Seen(look.ascii, look.size, look.bold, look.italic, bool(look.underline), look.caps)


def _differences(paragraph: Paragraph, line: Line, odt: FlatOdt) -> list[object]:
    found: list[object] = []
    for run in paragraph.runs:
        if run.text.strip():
            place = run.start + len(run.text) - len(run.text.lstrip())
            ours, theirs = _as_seen(run.look), odt.seen(line, place)
            if ours != theirs:
                found.append((run.text, ours, theirs))
    if paragraph.text and paragraph.shape.align != odt.align(line):
        found.append((paragraph.text, paragraph.shape.align, odt.align(line)))
    shape = paragraph.shape
    lengths = {"fo:margin-top": shape.before, "fo:margin-bottom": shape.after}
    if not paragraph.label:
        lengths |= {
            "fo:margin-left": shape.left,
            "fo:margin-right": shape.right,
            "fo:text-indent": shape.first,
        }
    for name, ours in lengths.items():
        if abs(odt.length(line, name) - ours) > _NEAR:
            found.append((paragraph.text, name, ours, odt.length(line, name)))
    return found


def _compare(source: Path, witness: Path) -> None:
    odt = FlatOdt(witness)
    paragraphs = [p for p in read_word(source.read_bytes(), source.name).paragraphs if p.frame.box is None]
    lines = list(odt.lines())
    assert [p.text for p in paragraphs] == [line.text for line in lines]
    differences = [d for p, line in zip(paragraphs, lines, strict=True) for d in _differences(p, line, odt)]
    assert differences == []


def test_libreoffice_sees_the_same_format(tmp_path: Path) -> None:
    """In letters made in many ways, in every builtin style, and in the same files after LibreOffice saved them."""
    made = {"moi-kieu": _every_style()} | {
        sample.name: sample.data() for sample in RIGHT[::2] if sample.name != _CONTROLS
    }
    sources = []
    for name, data in made.items():
        sources.append(tmp_path / f"{name}.docx")
        sources[-1].write_bytes(data)
    again = converted(tmp_path, "docx", sources[1:])
    for group in (sources, again):
        for source, witness in zip(group, converted(tmp_path, "fodt", group), strict=True):
            _compare(source, witness)
