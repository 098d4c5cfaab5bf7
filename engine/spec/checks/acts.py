"""Cited documents are cited whole, and by their own issuer's symbol (II.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.errors import Problem
from engine.model.act import NAMED_ONLY, Act
from engine.model.agency import Agency
from engine.spec.dossier import Dossier
from engine.spec.shown_dates import shown_date

_BASIS = "NĐ 30/2020, Phụ lục I, II.6a–b"
_SYMBOL = re.compile(r"\d+[a-z]?(?:/\d{4})?/[^\W\d_][\w&.]*(?:-[^\W\d_][\w&.]*)*")
_PARTS = (
    ("type", "loại văn bản"),
    ("act", "số, ký hiệu"),
    ("date", "ngày ban hành"),
    ("issuer", "cơ quan ban hành"),
)


def check_acts_are_cited_whole(dossier: Dossier) -> Iterator[Problem]:
    """A basis gives type, number and symbol, date and issuer; a law or an ordinance only its name."""
    for path, act in dossier.all(Act):
        if act.directive or act.oral or act.text:
            continue
        if act.type in NAMED_ONLY:
            missing = [] if act.title else [("title", "tên luật, pháp lệnh")]
        else:
            missing = [(key, name) for key, name in _PARTS if getattr(act, key) is None]
        if missing:
            yield dossier.warning(
                path, "SPEC-ACT-INCOMPLETE", basis=_BASIS, act=act.act or act.title or "…",
                missing=", ".join(f"{name} ({key})" for key, name in missing),
                keys=", ".join(key for key, _ in missing),
            )  # fmt: skip


def check_symbols_of_acts_are_well_formed(dossier: Dossier) -> Iterator[Problem]:
    """A number and symbol is `395/KH-BHXH`: no blanks, no “Số:” before it."""
    for path, act in dossier.all(Act):
        if act.act is not None and not _SYMBOL.fullmatch(act.act):
            tight = re.sub(r"\s+", "", re.sub(r"^[Ss]ố\s*:?", "", act.act))
            good = tight if _SYMBOL.fullmatch(tight) else ""
            yield dossier.warning(
                (*path, "act"),
                "SPEC-ACT-SYMBOL",
                basis="NĐ 30/2020, Phụ lục I, II.3",
                suggestion=good,
                symbol=act.act,
            )


def check_acts_are_older_than_the_letter(dossier: Dossier) -> Iterator[Problem]:
    """What is cited has already been issued."""
    issued = dossier.directive.date
    for path, act in dossier.all(Act):
        if act.date is not None and act.date.first() > issued.last():
            yield dossier.error(
                (*path, "date"),
                "SPEC-ACT-LATER",
                act=act.act or act.title,
                date=shown_date(act.date),
                issued=shown_date(issued),
            )


def check_symbols_belong_to_the_issuer(dossier: Dossier) -> Iterator[Problem]:
    """4218/VP-VX was issued by a Văn phòng, whatever the citation says."""
    directory = dossier.library.directory
    for path, act in dossier.all(Act):
        issuer = directory.agencies.get(act.issuer or "")
        if issuer is None or act.act is None or not _SYMBOL.fullmatch(act.act):
            continue
        day = (act.date or dossier.directive.date).last()
        parts = act.act.rpartition("/")[2].split("-")
        symbol = issuer.named_on(day).symbol
        if symbol is None or symbol in parts or symbol == "-".join(parts[1:]):
            continue
        owner = _likely_owner(dossier, parts, issuer)
        yield dossier.warning(
            (*path, "issuer"), "SPEC-ACT-ISSUER", basis="NĐ 30/2020, Phụ lục I, II.3b và II.6b",
            suggestion=owner.id if owner else "", act=act.act, symbol=symbol,
            issuer=issuer.short or issuer.name,
        )  # fmt: skip


def _likely_owner(dossier: Dossier, parts: list[str], issuer: Agency) -> Agency | None:
    """The agency near the stated one (below, above or beside it) whose abbreviation the symbol holds."""
    directory = dossier.library.directory
    family = {issuer.id, *directory.lineage(issuer), issuer.superior}
    for agency in directory.agencies.values():
        if agency.symbol in parts and (agency.id in family or {agency.parent, agency.superior} & family):
            return agency
    return None
