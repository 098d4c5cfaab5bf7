"""Strict OOXML told as transitional: the same words under other namespaces (ISO/IEC 29500-1 and -4)."""

from __future__ import annotations

import re

_STRICT = b"http://purl.oclc.org/ooxml/"
_NAME = re.compile(rb"""(["'])http://purl\.oclc\.org/ooxml/(\w+)/?([\w/-]*)""")
_NEW = b"http://schemas.openxmlformats.org/"


def transitional(content: bytes) -> bytes:
    """XML with every strict namespace and relationship type replaced by the transitional one.

    Measures with units and on-off values as true and false are strict's other difference; readers take both.
    """
    if _STRICT not in content:
        return content
    return _NAME.sub(rb"\1" + _NEW + rb"\2/2006/\3", content)
