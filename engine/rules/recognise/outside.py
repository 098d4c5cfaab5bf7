"""Texts that the decree does not rule: of another type, normative, of the Party, a citizen's đơn."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.rules.letter import Outside, PartName
from engine.rules.recognise import patterns as p
from engine.rules.recognise.fold import fold, likeness
from engine.rules.recognise.head import Head
from engine.rules.recognise.pieces import Piece
from engine.rules.recognise.titles import is_normative, is_personal

_PARTY = "DANG CONG SAN VIET NAM"
_NORMATIVE_NUMBER = re.compile(
    r"/ ?(?:19|20)\d\d ?/ ?(?:(?:ND|TT|TTLT|NQLT|PL|L)\b|QH\d|UBTVQH|"
    r"(?:QD|CT) ?- ?(?:UB|UBND|TTG|B[A-Z]{1,7}|KTNN|CTN|NHNN)\b|NQ ?- ?(?:HDND|CP|HDTP|UBTVQH|QH))"
)
"""The year in the symbol is the mark of normative acts, of those who may issue them."""
_HIGH = 12
"""So many pieces may stand above the Party's title."""


def outside_of(head: Head, pieces: Sequence[Piece], *, has_receivers: bool) -> Outside | None:
    """What the text is, if the decree does not rule it; None for administrative letters."""
    parts = head.parts
    number = fold(parts[PartName.NUMBER].text) if PartName.NUMBER in parts else ""
    if PartName.STATE not in parts and (p.is_party_number(number) or _has_party_title(pieces)):
        return Outside.PARTY
    if _NORMATIVE_NUMBER.search(number):
        return Outside.NORMATIVE
    if not head.foreign:
        return None
    title = fold(parts[PartName.TYPE_NAME].text)
    if is_normative(title):
        return Outside.NORMATIVE
    if is_personal(title) and not number and not has_receivers:
        return Outside.PERSONAL
    return None if PartName.APPENDIX_NOTE in parts else Outside.OTHER_TYPE


def _has_party_title(pieces: Sequence[Piece]) -> bool:
    return any(len(q.folded) < 40 and likeness(q.folded, _PARTY) >= 0.9 for q in pieces[:_HIGH])
