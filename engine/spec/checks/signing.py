"""Who signs, and by which authority (NĐ 30/2020, Điều 13; Phụ lục I, II.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.errors import Problem
from engine.model.closing import Signature
from engine.spec.dossier import Dossier
from engine.spec.located import KeyPath

_BASIS = "NĐ 30/2020, Điều 13; Phụ lục I, II.7b"
_NAME_BASIS = "NĐ 30/2020, Phụ lục I, II.7c"
_PREFIX = re.compile(r"(TM|KT|TL|TUQ|Q)\.\s+(?P<post>\S.*)")
_LOOSE_PREFIX = re.compile(
    r"(T\.?\s?/?\s?M|K\.?\s?/?\s?T|T\.?\s?/?\s?L|T\.?\s?U\.?\s?Q|TUQ|Q)[\s./]+(?P<post>\S.*)", re.IGNORECASE
)
_TITLES = re.compile(
    r"(GS|PGS|TS|ThS|TSKH|BS|CN|KS|Ths|Dr|NGƯT|NGND|TTƯT|Giáo sư|Phó Giáo sư|Tiến sĩ|Thạc sĩ|Bác sĩ|Ông|Bà)"
    r"[\s.,]"
)


def check_a_ready_letter_is_signed(dossier: Dossier) -> Iterator[Problem]:
    """A letter that is ready names its signer; only an imported one may lack the post."""
    directive = dossier.directive
    if directive.status != "ready":
        return
    if not directive.sign:
        yield dossier.error(("sign",), "SPEC-NOT-SIGNED", basis=_BASIS)
    for position, one in enumerate(directive.sign):
        if one.name is None:
            yield dossier.error(("sign", position, "name"), "SPEC-SIGNER-NAME", basis=_NAME_BASIS)


def check_only_old_letters_lack_the_post(dossier: Dossier) -> Iterator[Problem]:
    """`missing: true` tells of a source that lost the post; a new letter has it."""
    for path, one in dossier.all(Signature):
        if one.missing and dossier.directive.source.kind not in ("official", "scan", "secondary"):
            yield dossier.error((*path, "missing"), "SPEC-SIGNER-POST", basis=_NAME_BASIS)


def check_joint_issuers_all_sign(dossier: Dossier) -> Iterator[Problem]:
    """Each of several issuers has its own signature."""
    directive = dossier.directive
    if not directive.sign:
        return
    if len(directive.sign) != len(directive.issuer):
        yield dossier.error(
            ("sign",), "SPEC-SIGNATURE-COUNT", issuers=len(directive.issuer), signers=len(directive.sign)
        )
    for position, one in enumerate(directive.sign):
        if one.issuer is not None and one.issuer not in directive.issuer:
            yield dossier.error(("sign", position, "issuer"), "SPEC-SIGNER-NOT-ISSUER", name=one.issuer)


def check_authority_lines_are_well_formed(dossier: Dossier) -> Iterator[Problem]:
    """Capitals, and a stop after TM, KT, TL, TUQ, Q."""
    for path, line in _lines(dossier):
        if line != line.upper():
            yield dossier.error(
                path, "SPEC-AUTHORITY-CAPITALS", basis="NĐ 30/2020, Phụ lục I, II.7đ", suggestion=line.upper()
            )
        elif not _PREFIX.fullmatch(line) and (loose := _LOOSE_PREFIX.fullmatch(line)) is not None:
            prefix = re.sub(r"[^A-Z]", "", loose.group(1).upper())
            good = f"{prefix}. {loose['post'].strip()}"
            yield dossier.error(path, "SPEC-AUTHORITY-FORM", basis=_BASIS, suggestion=good, line=line)


def check_authority_passes_rightly(dossier: Dossier) -> Iterator[Problem]:
    """TM. comes first; KT. is followed by a deputy's post; TUQ. is never passed on."""
    for path, signature in dossier.all(Signature):
        lines = [line.upper() for line in signature.authority]
        marks = [_mark(line) for line in lines]
        here = (*path, "authority")
        for position, mark in enumerate(marks):
            below = lines[position + 1] if position + 1 < len(lines) else ""
            if mark == "TM" and position > 0:
                yield dossier.error((*here, position), "SPEC-TM-NOT-FIRST", basis=_BASIS)
            if mark in ("TM", "KT", "TL", "TUQ") and not below:
                yield dossier.error(
                    (*here, position), "SPEC-AUTHORITY-NO-POST", basis=_BASIS, line=lines[position]
                )
            elif mark == "KT":
                yield from _deputy(dossier, (*here, position + 1), lines[position], below)
            if mark == "TUQ" and any(marks[position + 1 :]):
                yield dossier.error(
                    (*here, position + 1), "SPEC-TUQ-PASSED-ON", basis="NĐ 30/2020, Điều 13.3"
                )
        if (
            lines
            and lines[-1].startswith("PHÓ ")
            and "KT" not in marks
            and "TUQ" not in marks
            and "TL" not in marks
        ):
            yield dossier.error(
                (*here, len(lines) - 1), "SPEC-DEPUTY-WITHOUT-KT", basis=_BASIS, line=lines[-1]
            )


def check_collective_bodies_sign_tm(dossier: Dossier) -> Iterator[Problem]:
    """A body that works collectively signs TM.; others do not."""
    issuers = {agency.id: agency for _, agency in dossier.issuers}
    for position, signature in enumerate(dossier.directive.sign):
        issuer = issuers.get(
            signature.issuer or dossier.directive.issuer[min(position, len(dossier.directive.issuer) - 1)]
        )
        marks = {_mark(line.upper()) for line in signature.authority}
        if issuer is None or not signature.authority or marks & {"TL", "TUQ"}:
            continue
        path: KeyPath = ("sign", position, "authority")
        if issuer.collective and "TM" not in marks:
            yield dossier.warning(
                path, "SPEC-COLLECTIVE-WITHOUT-TM", basis="NĐ 30/2020, Điều 13.2", name=issuer.name
            )
        if not issuer.collective and "TM" in marks:
            yield dossier.warning(
                path, "SPEC-TM-NOT-COLLECTIVE", basis="NĐ 30/2020, Điều 13.1", name=issuer.name
            )


def check_signers_have_no_titles(dossier: Dossier) -> Iterator[Problem]:
    """No academic or honorary title before the name, unless the sector allows it."""
    allowed = any(agency.academic_titles for _, agency in dossier.issuers)
    for path, signature in dossier.all(Signature):
        found = _TITLES.match(signature.name or "")
        if found and not allowed:
            bare = re.sub(rf"^(?:{_TITLES.pattern}\s*)+", "", signature.name or "")
            yield dossier.error(
                (*path, "name"), "SPEC-SIGNER-TITLE", basis=_NAME_BASIS, suggestion=bare, title=found.group(1)
            )


def _deputy(dossier: Dossier, path: KeyPath, line: str, below: str) -> Iterator[Problem]:
    if not below.startswith("PHÓ "):
        yield dossier.error(path, "SPEC-KT-NEEDS-DEPUTY", basis=_BASIS, line=below)
        return
    found = _PREFIX.fullmatch(line)
    head, post = (found["post"] if found else ""), below.removeprefix("PHÓ ")
    if head and head != post and not head.endswith(post) and not post.startswith(f"{head} "):
        yield dossier.warning(
            path, "SPEC-KT-OTHER-POST", basis=_BASIS, suggestion=f"PHÓ {head}", line=line, below=below
        )


def _mark(line: str) -> str:
    found = _PREFIX.fullmatch(line)
    return found.group(1) if found else ""


def _lines(dossier: Dossier) -> Iterator[tuple[KeyPath, str]]:
    for path, signature in dossier.all(Signature):
        for position, line in enumerate(signature.authority):
            yield (*path, "authority", position), line
