"""A Word template as a set of parts, read with suspicion; `engine.word.zipped` writes them."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from engine.errors import InputError, Problem, Where
from engine.render.harm import harm

_MOST_PARTS = 500
_MOST_BYTES = 64 * 1024 * 1024
_MOST_RATIO = 200
_SMALL = 1024 * 1024


def read_package(data: bytes, where: Where) -> dict[str, bytes]:
    """The parts of a .docx. Raises InputError for a file that is no Word document, or one that could do harm:
    a zip bomb, macros, active or linked outside content, XML with a DTD, fields that run, names that leave
    the folder."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            problems = list(_suspicions(archive, where))
            if problems:
                raise InputError(problems)
            parts = {i.filename: _inflate(archive, i, where) for i in archive.infolist() if not i.is_dir()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error) as error:
        raise InputError(Problem("RENDER-TEMPLATE-NOT-DOCX", where, {"reason": str(error)})) from error
    if not {"[Content_Types].xml", "word/document.xml"} <= parts.keys():
        raise InputError(Problem("RENDER-TEMPLATE-NOT-DOCX", where, {"reason": "word/document.xml"}))
    problems = list(harm(parts, where))
    if problems:
        raise InputError(problems)
    return parts


def _suspicions(archive: zipfile.ZipFile, where: Where) -> Iterator[Problem]:
    entries = archive.infolist()
    declared = sum(e.file_size for e in entries)
    swollen = [
        e for e in entries if e.file_size > _SMALL and e.file_size > _MOST_RATIO * max(e.compress_size, 1)
    ]
    if len(entries) > _MOST_PARTS or declared > _MOST_BYTES or swollen:
        yield Problem("RENDER-TEMPLATE-BOMB", where, {"parts": len(entries), "size": declared})
    names = [e.filename for e in entries]
    for name in sorted({n for n in names if names.count(n) > 1}):
        yield Problem("RENDER-TEMPLATE-PART", where, {"part": name})
    for entry in entries:
        name = entry.filename
        if name.startswith(("/", "\\")) or ".." in name.split("/") or "\\" in name or entry.flag_bits & 0x1:
            yield Problem("RENDER-TEMPLATE-PART", where, {"part": name})


def _inflate(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, where: Where) -> bytes:
    """The part's bytes, never more than it declares."""
    with archive.open(entry) as stream:
        content = stream.read(entry.file_size + 1)
    if len(content) > entry.file_size:
        raise InputError(Problem("RENDER-TEMPLATE-BOMB", where, {"parts": 1, "size": len(content)}))
    return content
