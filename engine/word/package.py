"""Opens any Word file with suspicion: what is no .docx, is damaged, too large, or could act by itself is refused.

Nothing here runs, loads or fetches anything; sizes are judged before anything is unpacked, and the number of
paragraphs before a tree is built.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NoReturn

from lxml import etree

from engine.errors import InputError, Problem, Where
from engine.word import strict, suspicion, xml
from engine.word.kinds import OTHER_FOLDERS, not_a_word_file, office_kind
from engine.word.relations import Relation, read_relations, source_part
from engine.word.suspicion import MOST_IN_PARAGRAPH

_TYPES = "[content_types].xml"
_MOST_PARTS = 2_000
_MOST_BYTES = 64 * 1024 * 1024
_MOST_XML = 24 * 1024 * 1024
_MOST_RATIO = 200
_SMALL = 1024 * 1024
_CHUNK = 64 * 1024
_READ = frozenset(
    {
        "styles",
        "numbering",
        "settings",
        "theme",
        "header",
        "footer",
        "footnotes",
        "endnotes",
        "comments",
        "core-properties",
    }
)
"""The kinds of parts that are read; the others stay bytes."""


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file that has been opened safely.

    `parts` are its parts by name as in the file ("/" between folders); `main` names the one with the text (found
    through the package's relationships, it need not be word/document.xml); `roots` are the parsed parts that are read:
    the main one and what it refers to (styles, numbering, settings, theme, headers, footers, notes, comments), and
    the core properties. `relations` are by source part ("" is the package), then by id.
    """

    parts: Mapping[str, bytes]
    main: str
    roots: Mapping[str, etree._Element]
    relations: Mapping[str, Mapping[str, Relation]]

    def related(self, kind: str, source: str | None = None) -> str:
        """The name of the first parsed part of a kind ("styles", "settings" …) of the main part; "" for none."""
        links = self.relations.get(self.main if source is None else source, {})
        return next((r.target for r in links.values() if r.kind == kind and r.target in self.roots), "")


def open_package(data: bytes, name: str) -> Package:
    """The parts of a .docx, safe to read.

    Raises InputError with LINT-… problems for everything else: another kind of file, an encrypted or damaged one, a
    zip bomb, macros, embedded programs, content loaded from outside, XML with a DTD, more text than a letter has.
    """
    where = Where(name)
    _refuse(*not_a_word_file(data, where))
    if len(data) > _MOST_BYTES:
        _refuse(Problem("LINT-TOO-LARGE", where, {"parts": 1, "size": len(data) // _SMALL}))
    parts = _unpack(data, where)
    names = {part.lower(): part for part in parts}
    relations = _relations(parts, names, where)
    main = next((r.target for r in relations.get("", {}).values() if r.kind == "officedocument"), "")
    if main not in parts or main.startswith(OTHER_FOLDERS):
        raise InputError(office_kind(parts, where))
    types = _root(names[_TYPES], parts, where) if _TYPES in names else None
    _refuse(*suspicion.in_relations(relations, where), *suspicion.in_types(types, main, parts, where))
    roots = _parse(parts, _to_read(main, relations, parts), where)
    if roots[main].tag != xml.q("w:document"):
        raise InputError(Problem("LINT-NO-TEXT", where))
    _refuse(*(p for part, root in roots.items() for p in suspicion.in_text(part, root, parts[part], where)))
    return Package(MappingProxyType(parts), main, MappingProxyType(roots), MappingProxyType(relations))


def _refuse(*problems: Problem) -> None:
    if problems:
        raise InputError(suspicion.told_once(problems))


def _unpack(data: bytes, where: Where) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _refuse(*_oversize(entries, where), *_misnamed(entries, where))
            _refuse(*_otherwise_packed(entries, where))
            return {_plain(e.filename): _inflate(archive, e, where) for e in entries}
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError) as error:
        _damaged("", error, where)
    except (EOFError, ValueError, zlib.error, OSError) as error:
        _damaged("", error, where)


def _damaged(part: str, error: Exception, where: Where) -> NoReturn:
    raise InputError(Problem("LINT-DAMAGED", where, {"part": part or "zip", "reason": str(error)})) from error


def _plain(name: str) -> str:
    """Some programs write backslashes between folders, or a slash before them."""
    return name.replace("\\", "/").removeprefix("/")


def _oversize(entries: list[zipfile.ZipInfo], where: Where) -> Iterator[Problem]:
    declared = sum(e.file_size for e in entries)
    swollen = [
        e for e in entries if e.file_size > _SMALL and e.file_size > _MOST_RATIO * max(e.compress_size, 1)
    ]
    texts = [e for e in entries if _is_xml(e.filename) and e.file_size > _MOST_XML]
    if len(entries) > _MOST_PARTS or declared > _MOST_BYTES or swollen or texts:
        size = declared // _SMALL
        yield Problem("LINT-TOO-LARGE", where, {"parts": len(entries), "size": size})


def _otherwise_packed(entries: list[zipfile.ZipInfo], where: Where) -> Iterator[Problem]:
    """Office files are stored or deflated only (ISO 29500-2, annex C); other unpackers know no limit of memory."""
    for entry in entries:
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            reason = f"compression {entry.compress_type}"
            yield Problem("LINT-DAMAGED", where, {"part": _plain(entry.filename), "reason": reason})
            return


def _misnamed(entries: list[zipfile.ZipInfo], where: Where) -> Iterator[Problem]:
    seen: set[str] = set()
    for entry in entries:
        name = _plain(entry.filename)
        if entry.flag_bits & 0x1:
            yield Problem("LINT-ENCRYPTED", where)
            return
        if (
            name.lower() in seen
            or name.startswith("/")
            or ".." in name.split("/")
            or ":" in name.split("/")[0]
        ):
            yield Problem("LINT-PART-NAME", where, {"part": name})
        seen.add(name.lower())


def _inflate(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, where: Where) -> bytes:
    """The part's bytes, never more than it declares; XML in the transitional namespaces."""
    with archive.open(entry) as stream:
        chunks: list[bytes] = []
        size = 0
        while size <= entry.file_size and (chunk := stream.read(_CHUNK)):
            chunks.append(chunk)
            size += len(chunk)
    if size > entry.file_size:
        raise InputError(Problem("LINT-TOO-LARGE", where, {"parts": 1, "size": size // _SMALL}))
    content = b"".join(chunks)
    return strict.transitional(content) if _is_xml(entry.filename) else content


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _relations(
    parts: Mapping[str, bytes], names: Mapping[str, str], where: Where
) -> dict[str, Mapping[str, Relation]]:
    links = [name for name in parts if name.lower().endswith(".rels")]
    described = [*links, *(names[name] for name in (_TYPES,) if name in names)]
    _refuse(*suspicion.too_long([parts[name] for name in described], where))
    found: dict[str, Mapping[str, Relation]] = {}
    for name in links:
        source = source_part(name)
        found[names.get(source.lower(), source)] = read_relations(_root(name, parts, where), source, names)
    if "" not in found:
        raise InputError(office_kind(parts, where))
    return found


def _to_read(
    main: str, relations: Mapping[str, Mapping[str, Relation]], parts: Mapping[str, bytes]
) -> dict[str, None]:
    """The parts that are read, each once, the main one first."""
    links = [*relations.get(main, {}).values(), *relations.get("", {}).values()]
    targets = [r.target for r in links if r.kind in _READ and r.target in parts]
    return dict.fromkeys([main, *targets])


def _parse(parts: Mapping[str, bytes], names: Mapping[str, None], where: Where) -> dict[str, etree._Element]:
    _refuse(*suspicion.too_long([parts[name] for name in names], where))
    roots = {name: _root(name, parts, where) for name in names}
    _refuse(*suspicion.too_wordy([r for n, r in roots.items() if len(parts[n]) > MOST_IN_PARAGRAPH], where))
    return roots


def _root(name: str, parts: Mapping[str, bytes], where: Where) -> etree._Element:
    content = parts[name]
    unread = suspicion.other_encoding(content)
    if unread:
        _damaged(name, ValueError(f"encoding {unread}"), where)
    if suspicion.has_doctype(content):
        raise InputError(Problem("LINT-HARMFUL", where, {"part": name}))
    try:
        root = xml.parse_part(content)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        _damaged(name, error, where)
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError(Problem("LINT-HARMFUL", where, {"part": name}))
    return root
