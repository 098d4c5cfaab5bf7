"""The end of a letter: signers, Nơi nhận, Lưu, the drafter's code (ô 7, 9b, 12)."""

from __future__ import annotations

from typing import Any

from engine.model.closing import Copy, Drafting, Filing, Signature
from engine.render.geometry import TEXT_WIDTH_MM, style_sizes
from engine.render.sources import Sources
from engine.render.view import Signer
from engine.typography.measure import balanced_lines
from engine.wording import inline, mentions

_AS_ABOVE = "Như trên"
_NOBODY = Signer((), "")


def closing_fields(sources: Sources) -> dict[str, Any]:
    """Signers and receivers of the view."""
    signers = tuple(_signer(s, _agency(s, n, sources)) for n, s in enumerate(sources.directive.sign)) or (
        _NOBODY,
    )
    return {
        "signers": signers,
        "signer_pairs": _pairs(signers) if len(signers) > 1 else (),
        "receivers": receivers(sources),
        "filing": filing(sources.directive.file or Filing()),
        "drafter": drafter(sources.directive.drafting),
    }


def _signer(signature: Signature, agency_lines: tuple[str, ...]) -> Signer:
    return Signer(tuple(signature.authority), signature.name or "", signature.title or "", agency_lines)


def _agency(signature: Signature, ordinal: int, sources: Sources) -> tuple[str, ...]:
    """For whom it is signed where several issue together: as written, else by the order of the issuers; a collective
    ("TM. …") names itself."""
    issuers = sources.plan.issuers
    in_order = issuers[ordinal] if len(issuers) == len(sources.directive.sign) else None
    agency = signature.issuer or in_order
    if len(issuers) < 2 or agency is None or any(line.startswith("TM.") for line in signature.authority):
        return ()
    size = style_sizes(sources.directive.size)["NdChucVu"]
    return balanced_lines(sources.names.agency(agency).upper(), TEXT_WIDTH_MM / 2 - 6, size, bold=True)


def _pairs(signers: tuple[Signer, ...]) -> tuple[tuple[Signer, Signer], ...]:
    """Side by side in twos; the first issuer, who leads, stands on the left, an odd last one in the middle."""
    even = signers if len(signers) % 2 == 0 else (*signers, _NOBODY)
    return tuple(zip(even[::2], even[1::2], strict=True))


def receivers(sources: Sources) -> tuple[str, ...]:
    """Ô 9b without Lưu: "Như trên" where there is a Kính gửi, or the clerk's own "Như Điều 4", which stands for the
    recipients; then the copies, each with its purpose before `;`."""
    first = sources.doctype.copies_line or _AS_ABOVE
    if first == _AS_ABOVE and not sources.is_addressed:
        first = ""
    copies = [inline.plain_text(inline.runs(_copy(copy, sources))) for copy in sources.directive.copies]
    if copies and mentions.flat(copies[0]).startswith("như "):
        first, *copies = copies
    if not sources.is_addressed and not first:
        copies = [sources.names.party(p) for p in sources.directive.recipients] + copies
    return tuple(f"{line.rstrip(' .;')};" for line in (first, *copies) if line)


def _copy(copy: Copy, sources: Sources) -> str:
    name = copy.to or ", ".join(sources.names.party(p) for p in copy.who)
    return f"{name.rstrip(' ;')} ({copy.purpose.strip('()')})" if copy.purpose else name


def filing(file: Filing) -> str:
    """ "Lưu: VT, QLT (2)." """
    units = ", ".join(file.units)
    code = f", {file.code}" if file.code else ""
    count = f" ({file.copies})" if file.copies else ""
    return f"Lưu: {units}{code}{count}."


def drafter(drafting: Drafting | None) -> str:
    """Ô 12: "PL.(300)": initials and number of copies issued (III.3)."""
    if drafting is None:
        return ""
    initials = f"{drafting.initials.rstrip('.')}." if drafting.initials else ""
    return initials + (f"({drafting.copies})" if drafting.copies else "")
