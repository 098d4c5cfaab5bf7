"""The letter's own identity: what its type requires, its symbol, its subject, its day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.errors import Problem
from engine.model.directive import Directive
from engine.spec.dossier import Dossier
from engine.spec.shown_dates import shown_date

_GROUP = re.compile(r"[^\W\d_][\w&.]*(?:-[^\W\d_][\w&.]*)*")
_SYMBOL_BASIS = "NĐ 30/2020, Phụ lục I, II.3b–c"
_SUBJECT_BASIS = "NĐ 30/2020, Phụ lục I, II.5b"
_MOST = {"subject": 500, "symbol": 30, "organ": 200, "name": 50, "position": 100}
_METADATA = "NĐ 30/2020, Phụ lục VI"


def check_the_type_has_its_parts(dossier: Dossier) -> Iterator[Problem]:
    """What the document type requires is there; a draft may still lack it."""
    doctype = dossier.doctype
    for key in doctype.requires if doctype else ():
        if not _has(dossier.directive, key.replace("-", "_")):
            tell = dossier.warning if dossier.directive.status == "draft" else dossier.error
            yield tell((key.replace("-", "_"),), "SPEC-PART-MISSING", basis=doctype.basis if doctype else "",
                       key=key.replace("-", "_"), type=doctype.name if doctype else "")  # fmt: skip


def check_a_ready_letter_has_its_day(dossier: Dossier) -> Iterator[Problem]:
    """Only a draft leaves the day open; the number comes from the register."""
    if dossier.directive.status == "ready" and not dossier.directive.date.is_full:
        yield dossier.error(
            ("date",),
            "SPEC-DAY-MISSING",
            basis="NĐ 30/2020, Phụ lục I, II.4b; Điều 15.2",
            date=shown_date(dossier.directive.date),
        )


def check_news_is_not_issued(dossier: Dossier) -> Iterator[Problem]:
    """What is known only from the press may be planned as a draft, never issued."""
    if dossier.directive.source.kind == "secondary" and dossier.directive.status != "draft":
        yield dossier.error(("source", "kind"), "SPEC-SECONDARY-READY")


def check_the_issuer_can_issue(dossier: Dossier) -> Iterator[Problem]:
    """An issuer has an abbreviation for its symbol and a seat for its place line."""
    day = dossier.directive.date.last()
    for position, agency in dossier.issuers:
        names = agency.named_on(day)
        if not (names.symbol or agency.symbol or dossier.directive.symbol.agency):
            yield dossier.error(
                ("issuer", position), "SPEC-ISSUER-NO-SYMBOL", basis=_SYMBOL_BASIS, name=agency.name
            )
        if not (names.seat or agency.seat or dossier.directive.place):
            yield dossier.error(
                ("issuer", position),
                "SPEC-ISSUER-NO-SEAT",
                basis="NĐ 30/2020, Phụ lục I, II.4a",
                name=agency.name,
            )


def check_the_symbol_is_well_formed(dossier: Dossier) -> Iterator[Problem]:
    """Groups of letters joined by hyphens, no blanks; an official letter names its drafting unit."""
    symbol, doctype = dossier.directive.symbol, dossier.doctype
    for key in ("unit", "agency"):
        value = getattr(symbol, key)
        if value is not None and not _GROUP.fullmatch(value):
            good = re.sub(r"\s+", "", value)
            yield dossier.error(("symbol", key), "SPEC-SYMBOL-FORM", basis=_SYMBOL_BASIS,
                                suggestion=good if _GROUP.fullmatch(good) else "", symbol=value)  # fmt: skip
    if doctype is None:
        return
    if doctype.subject_style == "v-v" and symbol.unit is None:
        yield dossier.error(("symbol", "unit"), "SPEC-SYMBOL-NO-UNIT", basis=_SYMBOL_BASIS)
    if doctype.abbreviation is not None and symbol.unit is not None:
        yield dossier.warning(
            ("symbol", "unit"), "SPEC-SYMBOL-UNIT-UNUSED", basis=_SYMBOL_BASIS, type=doctype.name
        )


def check_the_subject_is_well_written(dossier: Dossier) -> Iterator[Problem]:
    """A subject has no final stop, no “V/v” of its own, and is not in capitals."""
    subject = dossier.directive.subject
    if subject.endswith((".", ";", ",", ":", "/")) and not subject.endswith("..."):
        yield dossier.error(
            ("subject",), "SPEC-SUBJECT-END", basis=_SUBJECT_BASIS, suggestion=subject.rstrip(" .;,:/")
        )
    if (found := re.match(r"[Vv]\s*/\s*[Vv]\.?:?\s*", subject)) is not None:
        yield dossier.error(
            ("subject",), "SPEC-SUBJECT-VV", basis=_SUBJECT_BASIS, suggestion=subject[found.end() :]
        )
    if subject.isupper() and len(subject.split()) > 2:
        yield dossier.error(("subject",), "SPEC-SUBJECT-CAPITALS", basis=_SUBJECT_BASIS)


def check_lengths_fit_the_metadata(dossier: Dossier) -> Iterator[Problem]:
    """Fields that are exchanged between systems have the lengths of the decree."""
    directive = dossier.directive
    texts: list[tuple[tuple[str | int, ...], str, int]] = [
        (("subject",), directive.subject, _MOST["subject"])
    ]
    code = "-".join(p for p in (directive.symbol.agency, directive.symbol.unit) if p)
    texts.append((("symbol",), code, _MOST["symbol"]))
    texts += [(("issuer", i), agency.name, _MOST["organ"]) for i, agency in dossier.issuers]
    for position, one in enumerate(directive.sign):
        texts.append((("sign", position, "name"), one.name or "", _MOST["name"]))
        texts += [(("sign", position, "authority"), line, _MOST["position"]) for line in one.authority]
    for path, text, most in texts:
        if len(text) > most:
            yield dossier.error(path, "SPEC-METADATA-LENGTH", basis=_METADATA, length=len(text), limit=most)


def _has(directive: Directive, key: str) -> bool:
    """Tasks may stand for sections: a plan or a decision of one part needs no headings."""
    if key in ("sections", "tasks"):
        return bool(directive.sections or directive.tasks)
    return bool(getattr(directive, key, True))
