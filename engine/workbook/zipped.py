"""Office files whose bytes depend on their content alone, so that SHA-256 names them."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

FIXED_DAY = datetime(2020, 3, 5)
"""The day of NĐ 30/2020: what stands for “when it was made” in files that must be equal when their content is."""
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def same_every_time(data: bytes, made: datetime = FIXED_DAY) -> bytes:
    """The same zip with fixed dates in its entries and in docProps/core.xml."""
    out = io.BytesIO()
    stamp = made.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + stamp, content)
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)
    return out.getvalue()
