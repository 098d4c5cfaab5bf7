"""Acts named by `directive:` only: the citation filled in from what the library knows of that directive."""

from __future__ import annotations

from engine.errors import InputError, Problem
from engine.model.act import Act
from engine.model.lineage import CitedDirective
from engine.render.sources import Sources
from engine.wording.numerals import padded

_WITHOUT_ABOUT = frozenset({"quyet-dinh", "nghi-quyet"})


def cited(act: Act, sources: Sources) -> Act:
    """The act as it is cited: one that is only named by `directive:` takes type, number, date, issuer and subject
    from there; what is written on the act wins. Raises InputError where the number is not known."""
    if act.directive is None or act.act or act.title or act.oral or act.text:
        return act
    known = found(act.directive, sources)
    filled = {
        "type": known.type,
        "act": code(known),
        "date": known.date,
        "issuer": act.issuer,
        "issuer_as": act.issuer_as or (None if act.issuer else _issuers(known, sources)),
        "about": act.about or about(known),
    }
    return act.model_copy(update=filled)


def cited_directive(directive: str, sources: Sources) -> Act:
    """A directive of the library as an act to cite."""
    return cited(Act(directive=directive), sources)


def found(directive: str, sources: Sources) -> CitedDirective:
    """What is known of a directive that has its number; InputError for any other."""
    known = sources.known.get(directive)
    if known is None or known.number is None:
        raise InputError(Problem("RENDER-CITATION-UNKNOWN", params={"directive": directive}))
    return known


def code(known: CitedDirective) -> str:
    """Số, ký hiệu: "01/KH-UBND"."""
    return f"{padded(known.number or 0)}/{known.symbol}"


def about(known: CitedDirective) -> str:
    """Trích yếu as it continues a citation: "về việc …" before a phrase that begins small, "về …" before a title
    that stands by itself, nothing before what a decision decides ("ban hành Quy chế …")."""
    subject = known.subject.strip().rstrip(".")
    small = subject[:1].lower() + subject[1:] if subject[1:2].islower() else subject
    if small.startswith("về "):
        return small
    if subject[:1].islower():
        return f"về việc {subject}"
    return small if known.type in _WITHOUT_ABOUT else f"về {small}"


def _issuers(known: CitedDirective, sources: Sources) -> str:
    return ", ".join(sources.names.agency(i) for i in known.issuers)
