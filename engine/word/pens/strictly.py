"""A mended part of a strict file (ISO/IEC 29500-1) in its own namespaces and words again."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from engine.word.strict import transitional
from engine.word.xml import W_VAL, q

_STRICT: Final = re.compile(rb"""["'](http://purl\.oclc\.org/ooxml/[^"']*)["']""")
_SIDES: Final = {"left": "start", "right": "end"}


def is_strict(content: bytes) -> bool:
    """Whether the part is written in strict namespaces."""
    return _STRICT.search(content) is not None


def strict_words(root: etree._Element) -> None:
    """Strict files know start and end only, where the pens write left and right."""
    for alignment in root.iter(q("w:jc")):
        alignment.set(W_VAL, _SIDES.get(alignment.get(W_VAL, ""), alignment.get(W_VAL, "")))
    for indents in root.iter(q("w:ind")):
        for side, word in _SIDES.items():
            if (given := indents.get(q(f"w:{side}"))) is not None:
                del indents.attrib[q(f"w:{side}")]
                indents.set(q(f"w:{word}"), given)


def strict_names(written: bytes, original: bytes) -> bytes:
    """The written XML with the namespaces that the original had."""
    for name in set(_STRICT.findall(original)):
        told = transitional(b'"' + name + b'"')
        written = written.replace(told, b'"' + name + b'"')
    return written
