"""The same PDF for the same letter: LibreOffice's clock and random numbers are taken out of it.

LibreOffice 7 writes the moment of conversion (/CreationDate) and two hashes made from it (/ID, /DocChecksum) and
heeds no setting for them. They are overwritten in place, with as many bytes, so that the cross-reference table of
the file (ISO 32000-1, 7.5.4) stays right.
"""

from __future__ import annotations

import hashlib
import re

_MOMENT = re.compile(rb"(/(?:CreationDate|ModDate)\s*\(D:)(\d{14})")
_HASH = re.compile(rb"(?:/ID\s*\[\s*<([0-9A-Fa-f]{32})>\s*<([0-9A-Fa-f]{32})>|/DocChecksum\s*/([0-9A-Fa-f]{32}))")
_FIXED_MOMENT = b"20200305000000"  # the decree's day, as in our other files
_BLANK = b"0" * 32


def reproducible(pdf: bytes) -> bytes:
    """The PDF without moment and randomness; its /ID becomes a hash of its own content (14.4)."""
    content = bytearray(pdf)
    for found in _MOMENT.finditer(pdf):
        content[found.start(2) : found.end(2)] = _FIXED_MOMENT
    spans = [found.span(group) for found in _HASH.finditer(pdf) for group in (1, 2, 3) if found.group(group)]
    for start, end in spans:
        content[start:end] = _BLANK
    name = hashlib.sha256(content).hexdigest()[:32].upper().encode()
    for start, end in spans:
        content[start:end] = name
    return bytes(content)
