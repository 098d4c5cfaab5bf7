"""Run properties: what one w:rPr says, and what several of them come to (ISO 29500-1 §17.3.2, §17.7.3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from lxml import etree

from engine.word.theme import Theme, colour_of, shading_fill
from engine.word.values import Look
from engine.word.xml import W_VAL, attr, is_on, points, q, twips

Facts = Mapping[str, Any]
"""What is said and nothing else: a property that is not a key is left as it was."""

TOGGLES: Final = {
    q("w:b"): "bold", q("w:i"): "italic", q("w:bCs"): "bold_cs", q("w:iCs"): "italic_cs", q("w:caps"): "caps",
    q("w:smallCaps"): "small_caps", q("w:strike"): "strike", q("w:dstrike"): "double_strike",
    q("w:vanish"): "hidden",
}  # fmt: skip
_TOGGLE_NAMES: Final = tuple(TOGGLES.values())
_SWITCHES: Final = {q("w:rtl"): "rtl", q("w:cs"): "complex"}
_FONT_SLOTS: Final = (
    ("ascii", q("w:ascii"), q("w:asciiTheme")),
    ("hansi", q("w:hAnsi"), q("w:hAnsiTheme")),
    ("cs", q("w:cs"), q("w:cstheme")),
    ("east_asia", q("w:eastAsia"), q("w:eastAsiaTheme")),
)
_FONTS, _SIZE, _SIZE_CS = q("w:rFonts"), q("w:sz"), q("w:szCs")
_UNDERLINE, _COLOUR, _HIGHLIGHT, _SHADING = q("w:u"), q("w:color"), q("w:highlight"), q("w:shd")
_RAISED, _SPACING, _STYLE = q("w:vertAlign"), q("w:spacing"), q("w:rStyle")
_NAMED_COLOURS: Final = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080",
    "lightGray": "C0C0C0",
}  # fmt: skip
_LARGEST_SIZE: Final = 1638.0
"""Word's own limit, points."""


def look_facts(properties: etree._Element | None, theme: Theme) -> dict[str, Any]:
    """What a w:rPr says. Fonts of the theme are resolved; "style" is the character style it names."""
    facts: dict[str, Any] = {}
    for item in properties if properties is not None else ():
        tag = item.tag
        if tag in TOGGLES:
            facts[TOGGLES[tag]] = is_on(item.get(W_VAL, "1"))
        elif tag == _FONTS:
            facts.update(_fonts(item, theme))
        elif tag in (_SIZE, _SIZE_CS):
            size = _size(item.get(W_VAL, ""))
            if size is not None:
                facts["size" if tag == _SIZE else "size_cs"] = size
        elif tag in _SWITCHES:
            facts[_SWITCHES[tag]] = is_on(item.get(W_VAL, "1"))
        else:
            _add_other(facts, item, theme)
    return facts


def _add_other(facts: dict[str, Any], item: etree._Element, theme: Theme) -> None:
    tag, given = item.tag, item.get(W_VAL, "")
    if tag == _COLOUR:
        facts["colour"] = colour_of(item, theme)
    elif tag == _UNDERLINE:
        facts["underline"] = "" if given == "none" else given
    elif tag == _HIGHLIGHT:
        facts["highlight"] = "" if given == "none" else _NAMED_COLOURS.get(given, given.upper())
    elif tag == _SHADING:
        facts["shading"] = shading_fill(item, theme)
    elif tag == _RAISED:
        facts["raised"] = given if given in ("superscript", "subscript") else ""
    elif tag == _SPACING:
        facts["spacing"] = (twips(given) or 0) / 20
    elif tag == _STYLE:
        facts["style"] = given


def _fonts(fonts: etree._Element, theme: Theme) -> dict[str, str]:
    found = {}
    for slot, name, theme_name in _FONT_SLOTS:
        # A part of the theme wins over a name beside it; a theme without that part leaves the name.
        face = theme.font(fonts.get(theme_name, "")) or fonts.get(name, "")
        if face:
            found[slot] = face
    return found


def _size(text: str) -> float | None:
    """Points; a bare number counts half points."""
    bare = points(text)
    if bare is None:
        return None
    size = bare if text.strip()[-1:].isalpha() else bare / 2
    return size if 0 < size <= _LARGEST_SIZE else None


def merged(layers: Iterable[Facts]) -> dict[str, Any]:
    """Later layers over earlier ones, as along a basedOn chain."""
    found: dict[str, Any] = {}
    for layer in layers:
        found.update(layer)
    return found


def across_styles(defaults: Facts, levels: Iterable[Facts], direct: Facts) -> dict[str, Any]:
    """What document defaults, the levels of styles (table, paragraph, character) and direct format come to.

    Toggle properties that an odd number of levels sets are on, unless the defaults already set them; direct format
    is absolute (ISO 29500-1 §17.7.3).
    """
    levels = tuple(levels)
    found = merged((defaults, *levels))
    for name in _TOGGLE_NAMES:
        if name in found and not defaults.get(name):
            found[name] = sum(1 for level in levels if level.get(name)) % 2 == 1
        elif name in found:
            found[name] = True
    found.update(direct)
    return found


def look_of(facts: Facts) -> Look:
    """The Look of resolved facts. Word's own default is Times New Roman 10 pt."""
    complex_script = facts.get("rtl") or facts.get("complex")
    size = facts.get("size", 10.0)
    return Look(
        ascii=facts.get("ascii", "Times New Roman"),
        hansi=facts.get("hansi", "Times New Roman"),
        cs=facts.get("cs", "Times New Roman"),
        east_asia=facts.get("east_asia", "Times New Roman"),
        size=facts.get("size_cs", 10.0) if complex_script else size,
        bold=bool(facts.get("bold_cs" if complex_script else "bold")),
        italic=bool(facts.get("italic_cs" if complex_script else "italic")),
        underline=facts.get("underline", ""),
        colour=facts.get("colour", ""),
        highlight=facts.get("highlight", ""),
        shading=facts.get("shading", ""),
        caps=bool(facts.get("caps")),
        small_caps=bool(facts.get("small_caps")),
        strike=bool(facts.get("strike") or facts.get("double_strike")),
        raised=facts.get("raised", ""),
        hidden=bool(facts.get("hidden")),
        spacing=facts.get("spacing", 0.0),
    )


def fingerprint(properties: etree._Element | None) -> tuple[object, ...]:
    """Equal for properties that say the same: the key under which what they come to is remembered."""
    if properties is None:
        return ()
    return tuple((item.tag, *item.items(), *(fingerprint(item) if len(item) else ())) for item in properties)


def style_of(properties: etree._Element | None) -> str:
    """The id of the character style that a w:rPr names."""
    found = None if properties is None else properties.find(_STYLE)
    return "" if found is None else attr(found, "w:val")
