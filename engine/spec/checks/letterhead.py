"""The authority of a signature fits the body it names and the agency at the head of the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.errors import Problem
from engine.model.agency import Agency
from engine.model.closing import Signature
from engine.spec.dossier import Dossier
from engine.spec.located import KeyPath

_BASIS = "NĐ 30/2020, Điều 13; Phụ lục I, II.7b"
_PREFIX = re.compile(r"(?P<mark>TM|KT|TL|TUQ|Q)\.\s+(?P<post>\S.*)")
# Collective bodies and the posts of those who head them.
_COLLECTIVES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ỦY BAN NHÂN DÂN", ("CHỦ TỊCH",)),
    ("HỘI ĐỒNG NHÂN DÂN", ("CHỦ TỊCH",)),
    ("THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN", ("CHỦ TỊCH",)),
    ("CHÍNH PHỦ", ("THỦ TƯỚNG",)),
    ("BAN CHỈ ĐẠO", ("TRƯỞNG BAN",)),
    ("HỘI ĐỒNG", ("CHỦ TỊCH",)),
)
# Kinds of agencies, by how their names begin, and the posts of their heads.
_HEADS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ủy ban nhân dân", ("CHỦ TỊCH",)),
    ("hội đồng nhân dân", ("CHỦ TỊCH",)),
    ("văn phòng", ("CHÁNH VĂN PHÒNG",)),
    ("thanh tra", ("CHÁNH THANH TRA", "TỔNG THANH TRA")),
    ("sở", ("GIÁM ĐỐC",)),
    ("công an", ("GIÁM ĐỐC", "TRƯỞNG CÔNG AN")),
    ("bảo hiểm xã hội", ("GIÁM ĐỐC", "TỔNG GIÁM ĐỐC")),
    ("phòng", ("TRƯỞNG PHÒNG",)),
    ("chi cục", ("CHI CỤC TRƯỞNG",)),
    ("cục", ("CỤC TRƯỞNG",)),
    ("bộ", ("BỘ TRƯỞNG",)),
)


def check_tm_is_followed_by_the_head(dossier: Dossier) -> Iterator[Problem]:
    """TM. ỦY BAN NHÂN DÂN is signed by its CHỦ TỊCH, or KT. by a deputy."""
    for path, signature in dossier.all(Signature):
        lines = [line.upper() for line in signature.authority]
        if len(lines) < 2 or _mark(lines[0]) != "TM":
            continue
        heads = _of(_post(lines[0]), _COLLECTIVES)
        if heads and _mark(lines[1]) not in ("TL", "TUQ") and not _fits(_post(lines[1]), heads):
            yield dossier.warning(
                (*path, "authority", 1), "SPEC-TM-OTHER-HEAD", basis="NĐ 30/2020, Điều 13.2",
                line=signature.authority[0], below=signature.authority[1], head=heads[0],
            )  # fmt: skip


def check_authority_is_passed_to_heads(dossier: Dossier) -> Iterator[Problem]:
    """TL. and TUQ. are given to the head of a unit; a deputy signs TL. only with a KT. line."""
    for path, signature in dossier.all(Signature):
        lines = [line.upper() for line in signature.authority]
        for position in range(len(lines) - 1):
            below = lines[position + 1]
            if _mark(lines[position]) in ("TL", "TUQ") and below.startswith("PHÓ "):
                yield dossier.warning(
                    (*path, "authority", position + 1), "SPEC-PASSED-TO-DEPUTY",
                    basis="NĐ 30/2020, Điều 13.3–13.4", line=lines[position], below=below,
                )  # fmt: skip


def check_the_letterhead_is_that_of_the_authority(dossier: Dossier) -> Iterator[Problem]:
    """A letter signed TL. or TUQ. CHỦ TỊCH is the committee's, not that of the office that drafts it."""
    agencies = {agency.id: agency for _, agency in dossier.issuers}
    issuers = dossier.directive.issuer
    for position, signature in enumerate(dossier.directive.sign):
        issuer = agencies.get(signature.issuer or issuers[min(position, len(issuers) - 1)])
        path: KeyPath = ("sign", position, "authority")
        for order, line in enumerate(signature.authority):
            if issuer is not None and _mark(line.upper()) in ("TL", "TUQ"):
                yield from _letterhead(dossier, (*path, order), line.upper(), issuer)


def _letterhead(dossier: Dossier, path: KeyPath, line: str, issuer: Agency) -> Iterator[Problem]:
    own, post = _heads(dossier, issuer), _post(line)
    if not own or _fits(post, own):
        return
    known = dossier.library.directory.agencies
    above = [known[one] for one in (issuer.superior, issuer.parent) if one is not None and one in known]
    owner = next((one for one in above if _fits(post, _heads(dossier, one))), None)
    if owner is not None:
        yield dossier.warning(
            path, "SPEC-LETTERHEAD-OTHER", basis="NĐ 30/2020, Điều 13.3–13.4",
            id=owner.id, line=line, name=issuer.name, owner=owner.name,
        )  # fmt: skip


def _heads(dossier: Dossier, agency: Agency) -> tuple[str, ...]:
    return _of(agency.named_on(dossier.directive.date.last()).name.lower().replace("uỷ", "ủy"), _HEADS)


def _of(name: str, table: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[str, ...]:
    return next((posts for start, posts in table if f"{name} ".startswith(f"{start} ")), ())


def _fits(post: str, heads: tuple[str, ...]) -> bool:
    return any(post == head or post.startswith(f"{head} ") for head in heads)


def _mark(line: str) -> str:
    found = _PREFIX.fullmatch(line)
    return found["mark"] if found else ""


def _post(line: str) -> str:
    found = _PREFIX.fullmatch(line)
    return found["post"] if found else line
