"""The top of page 1: names, number, date, title, addressees, bases, stamps (ô 1-5, 9a, 10, 11, 13)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from engine.model.agency import Agency
from engine.model.party import Party
from engine.render.additions import texts_of
from engine.render.geometry import (
    MOTTO,
    MOTTO_COLUMN_MM,
    NAME_COLUMN_MM,
    NAME_GUTTER_MM,
    RULE_SHARE,
    TEXT_WIDTH_MM,
    style_sizes,
)
from engine.render.prose import Prose
from engine.render.sources import Sources
from engine.render.view import Stamp
from engine.typography.measure import balanced_lines, width_mm
from engine.wording import dates, inline
from engine.wording.inline import Run
from engine.wording.numerals import padded, whole

BLANK_NUMBER = " " * 6
DRAFT_MARK = "DỰ THẢO"
_ABOUT_TYPES = frozenset({"quyet-dinh", "nghi-quyet", "to-trinh", "chi-thi", "thong-bao", "cong-dien"})
_URGENCY = {
    "hoa-toc": Stamp("HỎA TỐC", "middle"),
    "thuong-khan": Stamp("THƯỢNG KHẨN", "wide"),
    "khan": Stamp("KHẨN", "narrow"),
}
_SECRECY = {
    "tuyet-mat": Stamp("TUYỆT MẬT", "wide"),
    "toi-mat": Stamp("TỐI MẬT", "middle"),
    "mat": Stamp("MẬT", "narrow"),
}
_CIRCULATION = {"xem-xong-tra-lai": "XEM XONG TRẢ LẠI", "luu-hanh-noi-bo": "LƯU HÀNH NỘI BỘ"}
_NAME_WIDTH_MM = NAME_COLUMN_MM - NAME_GUTTER_MM
_TITLE_WIDTH_MM = TEXT_WIDTH_MM - 20


def fitting_size(sources: Sources) -> Literal[13, 14]:
    """The size asked for, or 13 where place and date would not fit on their one line at 14."""
    line = f"{place(sources)}, {dates.long_date(sources.date)}"
    fits = width_mm(line, style_sizes(14)["NdDiaDanh"], italic=True) <= MOTTO_COLUMN_MM
    return sources.directive.size if fits else 13


def place(sources: Sources) -> str:
    """Ô 4: the seat of the (first) issuer."""
    if sources.directive.place is not None:
        return sources.directive.place
    agency = sources.names.found(sources.plan.issuers[0])
    return (agency.named_on(sources.day).seat if agency is not None else None) or "………"


def heading_fields(sources: Sources, size: int) -> dict[str, Any]:
    """Names, number, date and subject of the view."""
    sizes = style_sizes(size)
    issuers = issuer_lines(sources, sizes["NdCoQuan"])
    return {
        "superior_lines": superior_lines(sources, sizes["NdChuQuan"]),
        "issuer_lines": issuers,
        "issuer_rule": round(RULE_SHARE * width_mm(issuers[-1], sizes["NdCoQuan"], bold=True), 1),
        "motto_rule": round(width_mm(MOTTO, sizes["NdTieuNgu"], bold=True), 1),
        "number": BLANK_NUMBER if sources.number is None else padded(sources.number),
        "symbol": sources.plan.symbol,
        "place": place(sources),
        "date": dates.long_date(sources.date),
        "subject": short_subject(sources),
        **title_fields(sources, sizes),
        **mark_fields(sources),
    }


def issuer_lines(sources: Sources, size: int) -> tuple[str, ...]:
    """Ô 2: the issuers' names in upper case, each on its own lines where several issue together."""
    agencies = [(i, sources.names.found(i)) for i in sources.plan.issuers]
    if len(agencies) == 1:
        agency_id, agency = agencies[0]
        written = agency.named_on(sources.day).header if agency is not None else ()
        if written:
            return _fitted(written, size, bold=True)
        return _fitted((sources.names.agency(agency_id),), size, bold=True)
    lines: list[str] = []
    for agency_id, _ in agencies:
        lines.extend(balanced_lines(sources.names.agency(agency_id).upper(), _NAME_WIDTH_MM, size, bold=True))
    return tuple(lines)


def superior_lines(sources: Sources, size: int) -> tuple[str, ...]:
    """The managing agency's name above the issuer's: as written for the header, else its name; none
    for several."""
    agencies = [sources.names.found(i) for i in sources.plan.issuers]
    kept = {_superior_of(agency, sources, size) for agency in agencies}
    return kept.pop() if len(kept) == 1 else ()


def _superior_of(agency: Agency | None, sources: Sources, size: int) -> tuple[str, ...]:
    if agency is None:
        return ()
    written = agency.named_on(sources.day).superior_header
    if written is not None:
        return _fitted(written, size)
    if agency.superior is None:
        return ()
    superior = sources.names.found(agency.superior)
    header = superior.named_on(sources.day).header if superior is not None else ()
    return _fitted(header or (sources.names.agency(agency.superior),), size)


def _fitted(lines: Iterable[str], size: int, *, bold: bool = False) -> tuple[str, ...]:
    """Header lines in upper case; one that is wider than its column is broken evenly."""
    return tuple(
        part for line in lines for part in balanced_lines(line.upper(), _NAME_WIDTH_MM, size, bold=bold)
    )


def short_subject(sources: Sources) -> str:
    """Trích yếu without "V/v", "về việc" and full stop."""
    subject = sources.directive.subject.strip().rstrip(".")
    for opening in ("v/v ", "về việc "):
        if subject.lower().startswith(opening):
            return subject[len(opening) :]
    return subject


def title_fields(sources: Sources, sizes: dict[str, int]) -> dict[str, Any]:
    """Ô 5a of named types: tên loại, trích yếu in even lines, the line under them."""
    if sources.doctype.subject_style != "named":
        return {}
    subject = title_subject(sources)
    lines = balanced_lines(subject, _TITLE_WIDTH_MM, sizes["NdTrichYeu"], bold=True)
    return {
        "type_lines": (sources.doctype.name.upper(),),
        "subject_lines": lines,
        "subject_rule": round(RULE_SHARE * width_mm(lines[-1], sizes["NdTrichYeu"], bold=True), 1),
        "authority_lines": authority_lines(sources, sizes),
        "enacting": "QUYẾT ĐỊNH:" if sources.doctype.id != "nghi-quyet" else "QUYẾT NGHỊ:",
        "sender": ", ".join(sources.names.agency(i).upper() for i in sources.plan.issuers),
    }


def title_subject(sources: Sources) -> str:
    """Trích yếu of a named type: as written where it begins with a capital or with "về"; a phrase that begins small
    gets "Về việc" in the types that take it, else its capital."""
    subject = sources.directive.subject.strip().rstrip(".")
    if subject.lower().startswith("v/v "):
        subject = f"Về việc {subject[4:]}"
    elif subject[:1].islower() and sources.doctype.id in _ABOUT_TYPES and not subject.startswith("về "):
        subject = f"Về việc {subject}"
    return subject[:1].upper() + subject[1:]


def authority_lines(sources: Sources, sizes: dict[str, int]) -> tuple[str, ...]:
    """Mẫu 1.2: who decides: the head's post and the agency, or the collective or state title itself."""
    agency = sources.names.found(sources.plan.issuers[0])
    name = sources.names.agency(sources.plan.issuers[0]).upper()
    if agency is not None and not (agency.collective or agency.state_title) and sources.directive.sign:
        name = f"{head_of(sources.directive.sign[0].authority)} {name}".strip()
    return balanced_lines(name, TEXT_WIDTH_MM, sizes["NdThamQuyen"], bold=True)


def head_of(authority: tuple[str, ...]) -> str:
    """The head in whose name it is signed: the post after KT., TL., TUQ. or Q., or the first line itself."""
    for line in authority:
        prefix, _, post = line.partition(" ")
        if prefix in ("KT.", "TL.", "TUQ.", "Q."):
            return post.upper()
    return authority[0].upper() if authority and not authority[0].startswith("TM.") else ""


def mark_fields(sources: Sources) -> dict[str, Any]:
    """Ô 10 and 11, the draft mark, ô 13."""
    directive = sources.directive
    stamps = [s for s in (_SECRECY.get(directive.secrecy or ""), _URGENCY.get(directive.urgency or "")) if s]
    circulation = _CIRCULATION.get(directive.circulation or "", "")
    draft = DRAFT_MARK if sources.is_draft else ""
    return {
        "stamps": tuple(stamps),
        "draft": draft,
        "top_marks": tuple(mark for mark in (draft, circulation) if mark),
        "contact_lines": contact_lines(sources) if directive.footer_contact else (),
    }


def contact_lines(sources: Sources) -> tuple[str, ...]:
    """Ô 13: address on one line; telephone, fax, e-mail and website on the next (III.4)."""
    agency = sources.names.found(sources.plan.issuers[0])
    if agency is None:
        return ()
    named = (
        ("Điện thoại", agency.phone),
        ("Fax", agency.fax),
        ("Email", agency.email),
        ("Website", agency.website),
    )
    numbers = "; ".join(whole(f"{label}: {value}") for label, value in named if value)
    return tuple(line for line in (f"Địa chỉ: {agency.address}" if agency.address else "", numbers) if line)


def addressees(sources: Sources) -> tuple[str, ...]:
    """Ô 9a: one name without a mark; several with `;` and a full stop after the last (II.9d)."""
    if not sources.is_addressed:
        return ()
    one = sources.addressee
    names = [one.name] if one is not None else [_called(p, sources) for p in sources.directive.recipients]
    return punctuated(names) if len(names) > 1 else tuple(names)


def _called(party: Party, sources: Sources) -> str:
    name = sources.names.party(party).rstrip(" .;")
    return name[:1].upper() + name[1:]


def punctuated(names: list[str]) -> tuple[str, ...]:
    """Each name with `;`, the last with a full stop."""
    return tuple(f"{name}{';' if n < len(names) else '.'}" for n, name in enumerate(names, 1))


def bases(sources: Sources, prose: Prose) -> tuple[tuple[Run, ...], ...]:
    """The căn cứ lines: bases that no paragraph cites, in their order (II.6a)."""
    cited = {r for text in texts_of(sources.directive) for r in inline.references(text)}
    lines = [
        prose.basis(act)
        for act in sources.directive.bases
        if act.as_ == "line" or (act.as_ is None and act.id not in cited)
    ]
    return tuple(inline.runs(line) for line in punctuated(lines))
