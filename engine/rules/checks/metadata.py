"""Lengths of the fields by which letters are exchanged (Phụ lục VI, Phần II)."""

from __future__ import annotations

from collections.abc import Iterator

from engine.errors import Severity
from engine.rules.case import Case
from engine.rules.finding import Fault, Said, at
from engine.rules.letter import Part
from engine.rules.registry import rule
from engine.rules.told import symbol_of

_FIELDS = {
    "symbol": Said("ký hiệu (CodeNotation)", "symbol (CodeNotation)"),
    "organ": Said("tên cơ quan ban hành (OrganName)", "issuer (OrganName)"),
    "signer": Said("họ tên người ký (FullName)", "signer (FullName)"),
    "position": Said("chức vụ người ký (Position)", "title (Position)"),
}


@rule(
    "TT-89",
    Severity.WARNING,
    "Phụ lục VI, Phần II",
    asks=(
        "Trường thông tin của văn bản điện tử không dài quá: ký hiệu {metadata.symbol}, tên cơ quan "
        "{metadata.organ}, họ "
        "tên người ký {metadata.signer}, chức vụ {metadata.position} ký tự.",
        "The metadata of an electronic letter are no longer than: symbol {metadata.symbol}, issuer {metadata.organ}, "
        "signer {metadata.signer}, title {metadata.position} characters.",
    ),
    mend=(
        "Rút gọn cho vừa độ dài của trường khi đăng ký, gửi văn bản điện tử.",
        "Shorten it to the length of the field.",
    ),
    wrong="Số: 12/UBND-VPHDNDVAUBNDTHANHPHOHAIPHONG",
    right="Số: 12/UBND-VP",
    why="Độ dài trích yếu ({metadata.subject} ký tự) do TT-38 xét.",
)
def fits_the_fields(case: Case) -> Iterator[Fault]:
    for field, part, text in _values(case):
        most = case.law.metadata.get(field)
        if most is not None and len(text) > most:
            name = _FIELDS[field]
            said = Said(
                f"{name.vi} dài {len(text)} ký tự, quá {most}",
                f"{name.en} has {len(text)} characters, over {most}",
            )
            yield Fault(at(part), said)


def _values(case: Case) -> Iterator[tuple[str, Part, str]]:
    letter = case.letter
    if letter.number is not None:
        yield "symbol", letter.number, symbol_of(letter)
    if letter.issuer is not None:
        yield "organ", letter.issuer, letter.issuer.text
    for signature in letter.signatures:
        if signature.name is not None:
            yield "signer", signature.name, signature.name.text
        if signature.authority:
            yield "position", signature.authority[-1], signature.authority[-1].text
