"""Properties at the place where the schema wants them: Word refuses a file whose properties are out of order.

The orders are those of ECMA-376-1 (5th edition), Annex A: CT_PPr, CT_ParaRPr with EG_RPrBase, CT_SectPr.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from engine.word.xml import child, q

_PARAGRAPH: Final = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_RUN: Final = (
    "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
)
_SECTION: Final = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols "
    "formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
)


def _ranks(names: str) -> dict[str, int]:
    return {q(f"w:{name}"): rank for rank, name in enumerate(names.split())}


_RANKS: Final = {q("w:pPr"): _ranks(_PARAGRAPH), q("w:rPr"): _ranks(_RUN), q("w:sectPr"): _ranks(_SECTION)}


def properties(owner: etree._Element, name: str) -> etree._Element:
    """The w:pPr or w:rPr of a paragraph or run, made as its first child where it has none."""
    found = child(owner, name)
    if found is None:
        found = etree.SubElement(owner, q(name))
        owner.insert(0, found)
    return found


def put(parent: etree._Element, name: str) -> etree._Element:
    """The named child of a w:pPr, w:rPr or w:sectPr, made at its place where there is none."""
    found = child(parent, name)
    if found is None:
        ranks = _RANKS[str(parent.tag)]
        own = ranks[q(name)]
        before = [place for place, one in enumerate(parent) if ranks.get(str(one.tag), own) < own]
        found = etree.SubElement(parent, q(name))
        parent.insert(before[-1] + 1 if before else 0, found)
    return found


def put_value(parent: etree._Element, name: str, value: str) -> None:
    """A child that holds w:val alone."""
    only(put(parent, name), val=value)


def only(element: etree._Element, **attributes: str) -> None:
    """Gives the element these w: attributes and no others."""
    wanted = {q(f"w:{name}"): value for name, value in attributes.items()}
    if {str(name): str(value) for name, value in element.items()} != wanted:
        element.attrib.clear()
        for name, value in wanted.items():
            element.set(name, value)


def drop(element: etree._Element, *names: str) -> None:
    """Takes w: attributes away."""
    for name in names:
        if q(f"w:{name}") in element.attrib:
            del element.attrib[q(f"w:{name}")]
