"""Writes marks into the letters of a paragraph: SetText, which pads, punctuates and blanks, and never touches words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from engine.word.addresses import run_elements
from engine.word.mends import SetText
from engine.word.runs import read_letters, run_text
from engine.word.values import Look
from engine.word.xml import attr, q

_T: Final = q("w:t")
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_SINGLE: Final = {q("w:tab"): "\t", q("w:ptab"): "\t", q("w:cr"): "\n", q("w:noBreakHyphen"): "\u2011"}
_NUMBER: Final = re.compile(r"\d+")
_NO_LOOK: Final = Look()


@dataclass(frozen=True, slots=True)
class _Node:
    """An element of a run that shows letters: `text[start - paragraph's start …]`."""

    element: etree._Element
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def set_texts(paragraph: etree._Element, mends: Sequence[SetText]) -> None:
    """Writes them all, the last place first, so that each still counts in the text as it was read.

    Left undone is what would change words or numbers, touch a field, overlap another mend, or is written already.
    """
    reached = None
    for mend in sorted(mends, key=lambda m: (m.start, m.end), reverse=True):
        if reached is None or mend.end <= reached:
            reached = mend.start
            _write(paragraph, mend)


def keeps_words(old: str, new: str) -> bool:
    """Whether the letters and the numbers, but for the padding of these, are the same."""
    return _essence(old) == _essence(new)


def _essence(text: str) -> tuple[str, ...]:
    letters = "".join(c for c in text if c.isalpha())
    return (letters, *(n.lstrip("0") for n in _NUMBER.findall(text)))


def _write(paragraph: etree._Element, mend: SetText) -> None:
    shown, nodes = _nodes(paragraph)
    old, new = shown[mend.start : mend.end], mend.text
    written = len(new) >= len(old) and shown[mend.start : mend.start + len(new)] == new
    if written or mend.end > len(shown) or not keeps_words(old, new) or set(new) & set("\t\n"):
        return
    covered = [n for n in nodes if n.start < mend.end and n.end > mend.start]
    host = _host(nodes, covered, mend)
    whole = sum(min(n.end, mend.end) - max(n.start, mend.start) for n in covered) == len(old)
    removable = all(n.element.tag == _T or n.element.tag in _SINGLE for n in covered)
    if not whole or not removable or (host is None and new):
        return
    for node in dict.fromkeys([*covered, *([host] if host else [])]):
        _rewrite(node, mend, new if node is host else "")


def _host(nodes: Sequence[_Node], covered: Sequence[_Node], mend: SetText) -> _Node | None:
    """The w:t that takes the new letters: one that loses some, else the one before the place, else after it."""
    texts = [n for n in nodes if n.element.tag == _T]
    losing = [n for n in texts if n in covered]
    before = [n for n in texts if n.start < mend.start <= n.end]
    after = [n for n in texts if n.start == mend.end]
    return next(iter([*losing, *before, *after]), None)


def _rewrite(node: _Node, mend: SetText, new: str) -> None:
    start = min(max(mend.start - node.start, 0), len(node.text))
    end = max(start, min(mend.end - node.start, len(node.text)))
    element = node.element
    if element.tag == _T:
        text = node.text[:start] + new + node.text[end:]
        element.text = text
        if text != text.strip():
            element.set(_SPACE, "preserve")
    elif (run := element.getparent()) is not None:
        run.remove(element)


def _nodes(paragraph: etree._Element) -> tuple[str, list[_Node]]:
    """The paragraph's text as read, and the elements that hold it; results of fields are held by none of them."""
    letters = read_letters(paragraph, lambda _: _NO_LOOK, [])
    elements = run_elements(paragraph)
    nodes: list[_Node] = []
    for run in letters.runs:
        if run.field:
            continue
        at, own = run.start, []
        for element in elements[run.ordinal]:
            text = _text_of(element)
            own.append(_Node(element, at, text))
            at += len(text)
        # A run that the reader sees otherwise (part of a field, a drawing's words) is left alone.
        if "".join(n.text for n in own) == run.text:
            nodes.extend(n for n in own if n.text)
    return letters.text, nodes


def _text_of(element: etree._Element) -> str:
    if element.tag == _T:
        return run_text(element)
    if element.tag == q("w:br") and attr(element, "w:type") not in ("page", "column"):
        return "\n"
    return _SINGLE.get(str(element.tag), "")
