"""Composes ký hiệu and names the register that gives the số (NĐ 30/2020, Phụ lục I, II.3; Điều 15)."""

from __future__ import annotations

from engine.errors import Problem, Where
from engine.model.agency import NumberingPolicy
from engine.model.directive import Directive
from engine.model.doctype import Doctype
from engine.model.register import SECRET_SEQUENCE
from engine.plan.parties import Expansion

COMMON_SEQUENCE = "chung"


def symbol_of(directive: Directive, doctype: Doctype, expansion: Expansion) -> str:
    """Named types: loại-cơ quan (TTr-BHXH); công văn: cơ quan-đơn vị soạn thảo (UBND-VP)."""
    agencies = directive.symbol.agency or "-".join(_abbreviations(directive, expansion))
    parts = (
        doctype.abbreviation or "",
        agencies,
        "" if doctype.abbreviation else directive.symbol.unit or "",
    )
    return "-".join(part for part in parts if part)


def label_of(directive: Directive, doctype: Doctype, symbol: str) -> str:
    """How a chain of documents calls it: “Công văn 4218/VP-VX”; its number is left open while unknown."""
    number = f"{directive.symbol.number:02d}" if directive.symbol.number else "…"
    return f"{doctype.name[:1].upper()}{doctype.name[1:]} {number}/{symbol}"


def _abbreviations(directive: Directive, expansion: Expansion) -> list[str]:
    found = []
    for agency_id in directive.issuer:
        if agency_id not in expansion.directory.agencies:
            continue
        symbol = expansion.directory.agency(agency_id).named_on(expansion.on).symbol
        if symbol is None:
            where = Where(path="issuer")
            expansion.problems.append(Problem("PLAN-NO-SYMBOL", where, {"agency": agency_id}))
        else:
            found.append(symbol)
    return found


def register_of(directive: Directive, doctype: Doctype, expansion: Expansion) -> str:
    """The register of the year that numbers it: its (first) issuer's, and the sequence of its type.

    Secret documents have a sequence of their own (Điều 15.2).
    """
    issuer = directive.issuer[0]
    agency = expansion.directory.agencies.get(issuer)
    sequence = _sequence(agency.numbering if agency else NumberingPolicy(), doctype.id)
    return f"{issuer}/{sequence}" + (f"/{SECRET_SEQUENCE}" if directive.secrecy else "")


def _sequence(policy: NumberingPolicy, doctype: str) -> str:
    if policy.scope == "type":
        return doctype
    if policy.scope == "groups":
        for group in policy.groups:
            if doctype in group:
                return "+".join(sorted(group))
    return COMMON_SEQUENCE
