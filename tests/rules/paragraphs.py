"""Paragraphs made by hand: what the reader of Word files would give."""

from __future__ import annotations

from engine.word.values import Cell, Frame, Key, Look, Paragraph, Picture, Run, Shape, WordFile

_WIDTH = 9071


def typed(
    *texts: str | Paragraph,
    bold: bool = False,
    italic: bool = False,
    align: str = "both",
    size: float = 14,
    label: str = "",
    bullet: bool = False,
    section: int = 0,
    breaks: bool = False,
    column: int | None = None,
    picture: bool = False,
) -> tuple[Paragraph, ...]:
    """One paragraph a text, all alike; paragraphs among them are passed through."""
    look = Look(size=size, bold=bold, italic=italic)
    shape = Shape(align=align, first=567, before=120)
    frame = Frame(0, _WIDTH, None if column is None else Cell(0, 0, column))
    pictures = (Picture(50, 40),) if picture else ()
    return tuple(
        t
        if isinstance(t, Paragraph)
        else Paragraph(
            Key("word/document.xml", 0),
            1,
            t,
            (Run(t, look, 0, 0),) if t else (),
            shape,
            frame,
            section,
            label,
            bullet,
            mark=look,
            pictures=pictures,
            breaks_page=breaks,
        )
        for t in texts
    )


def one(text: str, **form: object) -> Paragraph:
    """A single paragraph."""
    return typed(text, **form)[0]  # type: ignore[arg-type]


def in_order(*paragraphs: Paragraph) -> tuple[Paragraph, ...]:
    """The same, with the addresses that they have in one file."""
    return tuple(
        Paragraph(
            Key("word/document.xml", n), n + 1, p.text, p.runs, p.shape, p.frame, p.section, p.label, p.bullet,
            mark=p.mark, pictures=p.pictures, breaks_page=p.breaks_page,
        )
        for n, p in enumerate(paragraphs)
    )  # fmt: skip


def file_of(*paragraphs: Paragraph) -> WordFile:
    """A file that holds just these."""
    return WordFile("thu.docx", (), paragraphs)
