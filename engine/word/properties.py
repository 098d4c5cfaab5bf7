"""The user-defined properties of an office file: docProps/custom.xml (ECMA-376 part 1, 22.3)."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from engine.errors import InputError, Problem, Where
from engine.word import suspicion, xml
from engine.word.package import Package, open_package

_KIND = "custom-properties"
_MOST_LETTERS = 4_000


def custom_properties(data: bytes, name: str) -> Mapping[str, str]:
    """Each property's text by its name, of a .docx; nothing where the file has none. `name` is only told.

    Raises InputError with LINT-… problems for what `engine.word.reading.read_word` refuses too.
    """
    return properties_of(open_package(data, name), Where(name))


def properties_of(package: Package, where: Where) -> Mapping[str, str]:
    """The same of a package that is open; values that are longer than any of ours are left out."""
    links = package.relations.get("", {}).values()
    part = next((link.target for link in links if link.kind == _KIND and link.target in package.parts), "")
    content = package.parts.get(part, b"")
    if not content:
        return {}
    if suspicion.has_doctype(content):
        raise InputError(Problem("LINT-HARMFUL", where, {"part": part}))
    if unread := suspicion.other_encoding(content):
        raise InputError(Problem("LINT-DAMAGED", where, {"part": part, "reason": f"encoding {unread}"}))
    if swollen := list(suspicion.too_long([content], where)):
        raise InputError(swollen)
    try:
        root = xml.parse_part(content)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise InputError(Problem("LINT-DAMAGED", where, {"part": part, "reason": str(error)})) from error
    told = {
        one.get("name", ""): "".join(map(str, one.itertext())).strip()
        for one in root.iterchildren("{*}property")
    }
    return {key: text for key, text in told.items() if key and len(text) <= _MOST_LETTERS}
