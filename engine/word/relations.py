"""Relationships of a package: which part a part uses, and what lies outside of the file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

_ABSOLUTE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//|\\)", re.I)


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship: `kind` is the last word of its type in small letters ("image", "header", "officedocument").

    `target` is a part's name as it stands in the package, or an address where `external`.
    """

    id: str
    kind: str
    target: str
    external: bool = False


def relations_part(part: str) -> str:
    """Where the relationships of a part are kept; "" stands for the package itself."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def source_part(name: str) -> str:
    """The part whose relationships a .rels part holds: the inverse of `relations_part`."""
    folder, _, file = name.rpartition("/")
    parent = folder.removesuffix("_rels").rstrip("/")
    return f"{parent}/{file.removesuffix('.rels')}".lstrip("/")


def read_relations(root: etree._Element, source: str, names: Mapping[str, str]) -> dict[str, Relation]:
    """The relationships by id. `names` leads from a part's name in small letters to its name in the package:

    part names are compared without regard to case (OPC, ECMA-376 part 2, 6.2.2.3)."""
    found: dict[str, Relation] = {}
    for link in root.iter("{*}Relationship"):
        target = link.get("Target", "")
        # A target that names a scheme or a server is outside whatever TargetMode says: Word loads it.
        inside = link.get("TargetMode", "Internal").strip().lower() == "internal" and not _ABSOLUTE.match(
            target
        )
        ident, kind = link.get("Id", ""), link.get("Type", "").rpartition("/")[2].lower()
        found[ident] = Relation(ident, kind, _inside(target, source, names) if inside else target, not inside)
    return found


def _inside(target: str, source: str, names: Mapping[str, str]) -> str:
    folder = source.rpartition("/")[0]
    plain = unquote(target.partition("#")[0]).replace("\\", "/")
    full = plain if plain.startswith("/") else f"/{folder}/{plain}"
    name = posixpath.normpath(full).lstrip("/")
    return names.get(name.lower(), name)
