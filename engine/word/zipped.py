"""Writes the parts of an office file byte for byte the same every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIRST_PARTS = ("[Content_Types].xml", "_rels/.rels")


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """The zip of these parts: fixed order, dates and attributes, so equal parts give equal bytes."""
    order = [n for n in _FIRST_PARTS if n in parts] + sorted(n for n in parts if n not in _FIRST_PARTS)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in order:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, parts[name])
    return target.getvalue()
