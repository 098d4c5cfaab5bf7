"""Paragraph properties: what one w:pPr says, and what several of them come to (ISO 29500-1 §17.3.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any, Final

from lxml import etree

from engine.word.looks import Facts
from engine.word.theme import Theme, is_hex, shading_fill
from engine.word.values import Edge, Shape, TabStop
from engine.word.xml import W_VAL, attr, is_on, local, q, twips, whole

_ALIGNMENTS: Final = {
    "left": "left", "start": "left", "right": "right", "end": "right", "center": "center", "both": "both",
    "distribute": "distribute", "thaiDistribute": "distribute", "numTab": "left", "lowKashida": "both",
    "mediumKashida": "both", "highKashida": "both",
}  # fmt: skip
_TAB_KINDS: Final = {"start": "left", "end": "right", "num": "left", "bar": "bar"}
_AUTOMATIC_SPACE: Final = 280
"""What Word lays out for the automatic spacing of HTML, twips."""
_LINE: Final = 240
_FAR: Final = 31680
"""Word's own limit of a length, twips (22 inches)."""
_MOST_TABS: Final = 64
"""Word's own limit of a paragraph's tab stops."""
_stop = lru_cache(maxsize=4096)(TabStop)
_INDENTS: Final = {"left": "left", "start": "left", "right": "right", "end": "right", "firstLine": "first"}
_PREFIX: Final = len(q("w:"))
_NO_BORDER: Final = frozenset({"nil", "none", ""})


def shape_facts(properties: etree._Element | None, theme: Theme) -> dict[str, Any]:
    """What a w:pPr says; the style, the numbering and the mark's own format are read elsewhere."""
    facts: dict[str, Any] = {}
    for item in properties if properties is not None else ():
        reader = _READERS.get(item.tag)
        if reader is not None:
            reader(facts, item)
        elif item.tag == _SHADING:
            facts["shading"] = shading_fill(item, theme)
    return facts


def _jc(facts: dict[str, Any], item: etree._Element) -> None:
    given = _ALIGNMENTS.get(item.get(W_VAL, ""))
    if given:
        facts["align"] = given


def _told(item: etree._Element) -> dict[str, str]:
    """The attributes by their names without the namespace."""
    return {str(name)[_PREFIX:]: str(text) for name, text in item.items()}


def _indents(facts: dict[str, Any], item: etree._Element) -> None:
    told = _told(item)
    for word, name in _INDENTS.items():
        if word in told:
            _put(facts, name, _length(told[word]))
        if f"{word}Chars" in told:
            _put(facts, f"{name}_chars", whole(told[f"{word}Chars"]))
    # Hanging wins over a first line told beside it.
    if "hanging" in told:
        _put(facts, "first", _negative(_length(told["hanging"])))
    if whole(told.get("hangingChars", "")):
        _put(facts, "first_chars", _negative(whole(told["hangingChars"])))


def _negative(number: int | None) -> int | None:
    return None if number is None else -number


def _spacing(facts: dict[str, Any], item: etree._Element) -> None:
    told = _told(item)
    for name in ("before", "after"):
        if name in told:
            _put(facts, name, _length(told[name]))
        if f"{name}Lines" in told:
            _put(facts, f"{name}_lines", whole(told[f"{name}Lines"]))
        if told.get(f"{name}Autospacing"):
            facts[f"{name}_auto"] = is_on(told[f"{name}Autospacing"])
    line = _length(told.get("line", ""))
    if line is not None:
        facts["line"] = line
        facts["line_rule"] = told.get("lineRule", "auto")
    elif "lineRule" in told:
        facts["line_rule"] = told["lineRule"]


def _borders(facts: dict[str, Any], item: etree._Element) -> None:
    for edge in item:
        facts[f"border_{local(edge)}"] = edge_of(edge)


def edge_of(element: etree._Element) -> Edge | None:
    """A border that is seen; None for none."""
    kind = attr(element, "w:val")
    if kind in _NO_BORDER:
        return None
    colour = attr(element, "w:color")
    return Edge(kind, (whole(attr(element, "w:sz")) or 4) / 8, colour.upper() if is_hex(colour) else "")


def _tabs(facts: dict[str, Any], item: etree._Element) -> None:
    stops: dict[int, str] = {}
    for tab in item:
        at = _length(attr(tab, "w:pos"))
        if at is not None:
            kind = attr(tab, "w:val", "left")
            stops[at] = _TAB_KINDS.get(kind, kind)
        if len(stops) == _MOST_TABS:
            break
    facts["tabs"] = stops


def _outline(facts: dict[str, Any], item: etree._Element) -> None:
    level = whole(item.get(W_VAL, ""))
    if level is not None:
        facts["outline"] = level if 0 <= level <= 8 else None


def _switch(name: str) -> Callable[[dict[str, Any], etree._Element], None]:
    def read(facts: dict[str, Any], item: etree._Element) -> None:
        facts[name] = is_on(item.get(W_VAL, "1"))

    return read


def _put(facts: dict[str, Any], name: str, found: int | None) -> None:
    if found is not None:
        facts[name] = found


def _length(text: str) -> int | None:
    found = twips(text) if text else None
    return None if found is None else max(-_FAR, min(_FAR, found))


_SHADING: Final = q("w:shd")
_READERS: Final[Mapping[Any, Callable[[dict[str, Any], etree._Element], None]]] = {
    q("w:jc"): _jc,
    q("w:ind"): _indents,
    q("w:spacing"): _spacing,
    q("w:pBdr"): _borders,
    q("w:tabs"): _tabs,
    q("w:outlineLvl"): _outline,
    q("w:contextualSpacing"): _switch("contextual"),
    q("w:pageBreakBefore"): _switch("page_break_before"),
    q("w:bidi"): _switch("bidi"),
}


def layered(layers: Iterable[Facts]) -> dict[str, Any]:
    """Later layers over earlier ones; tab stops add up, and "clear" takes one away."""
    found: dict[str, Any] = {}
    tabs: dict[int, str] = {}
    for layer in layers:
        found.update(layer)
        tabs.update(layer.get("tabs", {}))
    found["tabs"] = tabs if len(tabs) <= _MOST_TABS else dict(sorted(tabs.items())[:_MOST_TABS])
    return found


def shape_of(facts: Facts, character: float) -> Shape:
    """The Shape of layered facts. `character` is the width of a character in twips, for indents told in characters."""
    left, right = _indent(facts, "left", character), _indent(facts, "right", character)
    align = facts.get("align", "left")
    if facts.get("bidi"):
        # In a right-to-left paragraph Word's left is the leading edge, which is on the right.
        left, right = right, left
        align = {"left": "right", "right": "left"}.get(align, align)
    edges = [facts.get(f"border_{side}") for side in ("top", "bottom")]
    sides = [
        facts.get("border_left") or facts.get("border_start"),
        facts.get("border_right") or facts.get("border_end"),
    ]
    tabs = facts.get("tabs", {})
    return Shape(
        align=align,
        left=left,
        right=right,
        first=_indent(facts, "first", character),
        before=_space(facts, "before"),
        after=_space(facts, "after"),
        automatic=bool(facts.get("before_auto") or facts.get("after_auto")),
        line=facts.get("line", _LINE),
        line_rule=facts.get("line_rule", "auto"),
        contextual=bool(facts.get("contextual")),
        shading=facts.get("shading", ""),
        top=edges[0],
        bottom=edges[1],
        boxed=all(edges) and all(sides),
        tabs=tuple(_stop(at, kind) for at, kind in sorted(tabs.items()) if kind not in ("clear", "bar")),
        page_break_before=bool(facts.get("page_break_before")),
        outline=facts.get("outline"),
    )


def _indent(facts: Facts, name: str, character: float) -> int:
    chars: int = facts.get(f"{name}_chars", 0)
    if chars:
        return round(max(-_FAR, min(_FAR, chars * character / 100)))
    return int(facts.get(name, 0))


def _space(facts: Facts, name: str) -> int:
    if facts.get(f"{name}_auto"):
        return _AUTOMATIC_SPACE
    lines: int = facts.get(f"{name}_lines", 0)
    return round(max(0, min(_FAR, lines * _LINE / 100))) if lines else int(facts.get(name, 0))
