"""What the library tells of the directives that one rests on, directly or through others."""

from __future__ import annotations

from collections.abc import Mapping

from engine.model.directive import Directive
from engine.model.lineage import LineageSource, links_of
from engine.plan.parties import Expansion
from engine.plan.symbols import label_of, symbol_of
from engine.spec.library import Library
from engine.spec.reading import read_model
from engine.spec.yaml_source import read_yaml


def lineage_sources(library: Library, directive: Directive) -> Mapping[str, LineageSource]:
    """Only the files that the chain reaches are read; one that cannot be read is known by its id alone."""
    known: dict[str, LineageSource] = {}
    waiting = [linked for _, linked in links_of(directive)]
    while waiting:
        linked = waiting.pop()
        path = library.path_of(linked)
        if linked in known or linked == directive.id or path is None:
            continue
        found, _ = read_model(read_yaml(path), Directive)
        known[linked] = source_of(library, found) if found else LineageSource(linked, "")
        waiting.extend(other for _, other in known[linked].links)
    return known


def source_of(library: Library, directive: Directive) -> LineageSource:
    """Its label, date and links."""
    doctype = library.doctypes.get(directive.type)
    if doctype is None:
        return LineageSource(directive.id, str(directive.date), links_of(directive))
    expansion = Expansion(library.directory, directive.date.last(), directive.issuer)
    label = label_of(directive, doctype, symbol_of(directive, doctype, expansion))
    return LineageSource(label, str(directive.date), links_of(directive))
