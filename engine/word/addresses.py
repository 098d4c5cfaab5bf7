"""How paragraphs and runs are counted: the one way that reading and mending share.

A paragraph's address is its ordinal among all `w:p` of its part in document order; a run's is its ordinal among the
`w:r` of its paragraph. Both count what the XML holds, whether Word shows it or not (deleted text, the branch of an
`mc:AlternateContent` that Word leaves alone), so that an address never depends on how a file is understood.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
P = frozenset({f"{{{_W}}}p", f"{{{_STRICT}}}p"})
R = frozenset({f"{{{_W}}}r", f"{{{_STRICT}}}r"})


def paragraph_elements(root: etree._Element) -> list[etree._Element]:
    """Every `w:p` below `root`, those in tables and text boxes included; `Key.ordinal` counts them."""
    return list(root.iter(*P))


def run_elements(paragraph: etree._Element) -> list[etree._Element]:
    """Every `w:r` of the paragraph itself, in document order; `Run.ordinal` counts them.

    Runs inside of hyperlinks, fields, content controls, tracked changes and both branches of an AlternateContent
    count. Runs of paragraphs nested in it (text boxes) do not: they belong to those paragraphs.
    """
    nested = next((p for p in paragraph.iterdescendants(*P)), None)
    return list(paragraph.iter(*R) if nested is None else _runs(paragraph))


def _runs(element: etree._Element) -> Iterator[etree._Element]:
    # A stack of its own, because hostile files nest deeper than Python's calls may.
    waiting = list(reversed(element))
    while waiting:
        child = waiting.pop()
        tag = child.tag
        if tag in P:
            continue
        if tag in R:
            yield child
        if len(child):
            waiting.extend(reversed(child))
