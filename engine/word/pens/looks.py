"""Writes the format of letters: SetLook as direct run properties (ECMA-376-1, 17.3.2)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from engine.word.addresses import run_elements
from engine.word.mends import SetLook
from engine.word.pens.order import drop, only, properties, put, put_value
from engine.word.xml import attr, q


def set_look(paragraph: etree._Element, mend: SetLook) -> None:
    """Sets the named runs, or all of them and the paragraph's mark.

    A run inside of a field takes the field's other runs along, because Word writes a field's result anew in the
    format of its code.
    """
    runs = run_elements(paragraph)
    wanted = range(len(runs)) if not mend.runs else sorted(_with_fields(runs, set(mend.runs)))
    for ordinal in wanted:
        _write(properties(runs[ordinal], "w:rPr"), mend)
    if not mend.runs:
        _write(put(properties(paragraph, "w:pPr"), "w:rPr"), mend)


def _with_fields(runs: list[etree._Element], named: set[int]) -> Iterator[int]:
    """The named runs that exist, and all runs of the fields that they belong to."""
    fields = list(_fields(runs))
    for ordinal in named:
        if 0 <= ordinal < len(runs):
            yield from next((f for f in fields if ordinal in f), range(ordinal, ordinal + 1))


def _fields(runs: list[etree._Element]) -> Iterator[range]:
    """The ordinals from the begin to the end of each outermost complex field."""
    depth = start = 0
    for ordinal, run in enumerate(runs):
        for mark in run.findall(q("w:fldChar")):
            kind = attr(mark, "w:fldCharType")
            if kind == "begin":
                start = start if depth else ordinal
                depth += 1
            elif kind == "end" and depth:
                depth -= 1
                if not depth:
                    yield range(start, ordinal + 1)


def _write(target: etree._Element, mend: SetLook) -> None:
    if mend.font is not None:
        fonts = put(target, "w:rFonts")
        drop(fonts, "asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme")
        for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(q(f"w:{slot}"), mend.font)
    for value, names in ((mend.bold, ("w:b", "w:bCs")), (mend.italic, ("w:i", "w:iCs"))):
        if value is not None:
            for name in names:
                _switch(target, name, value)
    if mend.plain_colour:
        put_value(target, "w:color", "auto")
    if mend.size is not None:
        for name in ("w:sz", "w:szCs"):
            put_value(target, name, str(round(mend.size * 2)))
    if mend.plain_colour:
        put_value(target, "w:highlight", "none")
        only(put(target, "w:shd"), val="clear", color="auto", fill="auto")
    if mend.underline is not None:
        put_value(target, "w:u", "single" if mend.underline else "none")


def _switch(target: etree._Element, name: str, value: bool) -> None:
    """A toggle told outright: direct format wins over styles that say the other."""
    if value:
        only(put(target, name))
    else:
        put_value(target, name, "0")
