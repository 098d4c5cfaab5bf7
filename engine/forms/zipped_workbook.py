"""A workbook saved so that the same content gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.workbook.zipped import FIXED_DAY

if TYPE_CHECKING:
    from openpyxl import Workbook

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_NUMBERS_ARE_TEXT = (
    b'<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors></worksheet>'
)
"""Numbers that are text on purpose get no warning sign in Excel (OOXML Part 1, 18.3.1.50)."""

_MODIFIED = re.compile(r"(<dcterms:modified[^>]*>)[^<]*")


def save(workbook: Workbook) -> bytes:
    """The bytes of the .xlsx."""
    from openpyxl.writer.excel import ExcelWriter

    out = io.BytesIO()
    ExcelWriter(workbook, _DatelessZip(out, "w", zipfile.ZIP_DEFLATED)).save()
    return out.getvalue()


class _DatelessZip(zipfile.ZipFile):
    """A zip whose entries have one and the same date; it is written in one go, for packing takes the most time."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        """Stores the entry, a workbook's core properties without the time of saving."""
        name = str(zinfo_or_arcname)
        if name == "docProps/core.xml":
            text = data if isinstance(data, str) else data.decode()
            data = _MODIFIED.sub(rf"\g<1>{FIXED_DAY:%Y-%m-%dT%H:%M:%SZ}", text)
        entry = zipfile.ZipInfo(name, _ZIP_DATE)
        entry.compress_type = zipfile.ZIP_DEFLATED
        super().writestr(entry, data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        """Stores a file under the name."""
        data = Path(filename).read_bytes()
        if str(arcname).startswith("xl/worksheets/sheet"):
            data = data.replace(b"</worksheet>", _NUMBERS_ARE_TEXT)
        self.writestr(arcname, data)
