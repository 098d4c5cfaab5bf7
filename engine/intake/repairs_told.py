"""Which repairs of a value a clerk has to see, and under which code they are told.

What only touches the writing (blanks, composed letters, dots between digits) stays with the value and is not told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.model.provenance import Repair
from engine.people.bare import masked
from engine.people.finding import Finding, notice

_KINDS = {
    "utf8-as-cp1252": "PEOPLE-REPAIRED-UTF8",
    "utf8-as-cp1258": "PEOPLE-REPAIRED-UTF8",
    "lookalikes": "PEOPLE-REPAIRED-LOOKALIKES",
    "serial": "PEOPLE-REPAIRED-SERIAL",
    "prefix-2018": "PEOPLE-REPAIRED-PREFIX-2018",
    "scientific": "PEOPLE-REPAIRED-SCIENTIFIC",
    "title": "PEOPLE-REPAIRED-TITLE",
}
_KINDS_AND_PROOFS = {
    ("zeros", "province-year-gender"): "PEOPLE-REPAIRED-ZEROS-CITIZEN",
    ("zeros", "health-card"): "PEOPLE-REPAIRED-ZEROS-CARD",
    ("zeros", "prefix-exists"): "PEOPLE-REPAIRED-ZEROS-PHONE",
    ("two-digit-year", "citizen-id"): "PEOPLE-REPAIRED-YEAR-CITIZEN",
    ("two-digit-year", "other-century-impossible"): "PEOPLE-REPAIRED-YEAR-CENTURY",
}
_ENCODINGS = ("tcvn3", "tcvn3-capitals", "vni")


def told_repairs(repairs: Iterable[Repair], *, private: bool = False) -> Iterator[Finding]:
    """A notice for each repair that changed what the cell seemed to say; `private`: values are masked."""
    for repair in repairs:
        code = _code(repair)
        if code:
            before, after = (masked(t) if private else t for t in (repair.before, repair.after))
            yield notice(code, before=before, after=after, encoding=repair.kind.upper())


def _code(repair: Repair) -> str:
    if repair.kind in _ENCODINGS:
        return f"PEOPLE-REPAIRED-ENCODING-{'FONT' if repair.proof == 'font' else 'COLUMN'}"
    return _KINDS_AND_PROOFS.get((repair.kind, repair.proof)) or _KINDS.get(repair.kind, "")
