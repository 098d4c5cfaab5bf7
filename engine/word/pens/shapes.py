"""Writes the format of paragraphs: SetShape as direct paragraph properties (ECMA-376-1, 17.3.1)."""

from __future__ import annotations

from lxml import etree

from engine.word.mends import SetShape
from engine.word.pens.order import drop, only, properties, put, put_value
from engine.word.xml import attr, q


def set_shape(paragraph: etree._Element, mend: SetShape, inherited: frozenset[str] = frozenset()) -> None:
    """Sets the paragraph.

    `inherited` names the attributes by which styles of the file overrule lengths (spacing counted in lines, indents
    counted in characters, automatic spacing): they are told to be nought beside the lengths.
    """
    target = properties(paragraph, "w:pPr")
    if mend.plain_colour:
        only(put(target, "w:shd"), val="clear", color="auto", fill="auto")
    if any(value is not None for value in (mend.before, mend.after, mend.line, mend.line_rule)):
        _space(put(target, "w:spacing"), mend, inherited)
    if any(value is not None for value in (mend.left, mend.right, mend.first)):
        _indent(put(target, "w:ind"), mend, inherited)
    if mend.contextual is not None:
        put_value(target, "w:contextualSpacing", "1" if mend.contextual else "0")
    if mend.align is not None:
        put_value(target, "w:jc", mend.align)


def _space(spacing: etree._Element, mend: SetShape, inherited: frozenset[str]) -> None:
    for name, value in (("before", mend.before), ("after", mend.after)):
        if value is not None:
            spacing.set(q(f"w:{name}"), str(value))
            _nought(spacing, inherited, f"{name}Lines", f"{name}Autospacing")
    if mend.line is not None:
        spacing.set(q("w:line"), str(mend.line))
        spacing.set(q("w:lineRule"), mend.line_rule or attr(spacing, "w:lineRule", "auto"))
    elif mend.line_rule is not None:
        spacing.set(q("w:lineRule"), mend.line_rule)


def _indent(indents: etree._Element, mend: SetShape, inherited: frozenset[str]) -> None:
    for value, name, other in ((mend.left, "left", "start"), (mend.right, "right", "end")):
        if value is not None:
            drop(indents, other)
            indents.set(q(f"w:{name}"), str(value))
            _nought(indents, inherited, f"{name}Chars", f"{other}Chars")
    if mend.first is not None:
        name, other = ("hanging", "firstLine") if mend.first < 0 else ("firstLine", "hanging")
        drop(indents, other)
        indents.set(q(f"w:{name}"), str(abs(mend.first)))
        _nought(indents, inherited, "firstLineChars", "hangingChars")


def _nought(element: etree._Element, inherited: frozenset[str], *names: str) -> None:
    drop(element, *names)
    for name in names:
        if name in inherited:
            element.set(q(f"w:{name}"), "0")


OVERRULING = frozenset(
    f"{name}{unit}"
    for names, unit in (
        (("before", "after"), "Lines"),
        (("before", "after"), "Autospacing"),
        (("left", "right", "start", "end", "firstLine", "hanging"), "Chars"),
    )
    for name in names
)
"""The attributes that, in a style, overrule lengths which a paragraph sets itself."""
