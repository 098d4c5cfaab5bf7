"""What the library tells of the directives that one rests on, directly or through others."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from engine.model.directive import Directive
from engine.model.lineage import CitedDirective, LineageSource, links_of
from engine.plan.parties import Expansion
from engine.plan.symbols import label_of, symbol_of
from engine.ports import Projections
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


def cited_directives(
    library: Library, directive: Directive, number_of: Callable[[str], int | None]
) -> Mapping[str, CitedDirective]:
    """What citations need of the directives that this one names: given numbers win over `number_of`, the register."""
    known: dict[str, CitedDirective] = {}
    for named in dict.fromkeys(linked for _, linked in links_of(directive)):
        path = library.path_of(named)
        found = read_model(read_yaml(path), Directive)[0] if path else None
        doctype = library.doctypes.get(found.type) if found else None
        if found is None or doctype is None:
            continue
        expansion = Expansion(library.directory, found.date.last(), found.issuer)
        symbol = symbol_of(found, doctype, expansion)
        number = found.symbol.number or number_of(named)
        known[named] = CitedDirective(found.type, number, symbol, found.date, found.issuer, found.subject)
    return known


def number_in(projections: Projections | None) -> Callable[[str], int | None]:
    """The number under which a directive was issued here; None for one that was not."""

    def number(directive: str) -> int | None:
        record = projections.directive(directive) if projections is not None else None
        return record.number or None if record is not None else None

    return number
