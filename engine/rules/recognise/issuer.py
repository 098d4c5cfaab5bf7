"""Which lines of ô số 2 name the superior agency (cơ quan chủ quản) and which the issuer (II.2)."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from engine.rules.agency_names import spelling
from engine.rules.recognise.pieces import Piece

_BEGINS = re.compile(
    r"^(UY BAN|UBND|HOI DONG|HDND|BO |SO |TONG |CUC |CHI CUC|VU |VAN PHONG|PHONG |BAN |BAO HIEM XA HOI|BHXH|CONG AN|"
    r"TRUONG|DAI HOC|HOC VIEN|VIEN |TRUNG TAM|CONG TY|CHI NHANH|TAP DOAN|NGAN HANG|KHO BAC|TOA AN|THANH TRA|"
    r"DANG UY|TINH UY|HUYEN UY|THANH UY|HOI |LIEN DOAN|LIEN HIEP|MAT TRAN|DOAN |BENH VIEN|TRAM |KHOA |DOI |TO |"
    r"CHINH PHU|THU TUONG|QUOC HOI|CHU TICH|BO TU LENH|BO CHI HUY|QUAN KHU|SU DOAN|TRUNG DOAN|DAI |BAO |TAP CHI|"
    r"HAT |THUE |HAI QUAN|QUY |NHA XUAT BAN|HOP TAC XA|XI NGHIEP|NHA MAY|KIEM TOAN|THI HANH AN|CANG VU)"
)
"""Words by which names of agencies begin."""
_PLACE = re.compile(
    r"^(TINH|THANH PHO|TP\.?|HUYEN|QUAN|PHUONG|XA|THI XA|THI TRAN|DAC KHU|VIET NAM|NHAN DAN|XA HOI|TRUNG UONG)\b"
)
_JOINED = re.compile(r"(?: -|-|,| VA)$")


def begins_as_agency(folded: str) -> bool:
    """Begins as names of agencies do."""
    return bool(_BEGINS.match(folded))


def where_issuer_begins(lines: Sequence[Piece], agencies: Container[str] = ()) -> int:
    """How many of the lines are the superior's; `agencies` are the directory's names by `spelling`.

    The format tells where it tells apart (chủ quản is not bold); else the issuer is the last name that begins. Names
    joined by a dash, a comma or "VÀ" issue together.
    """
    if len(lines) < 2:
        return 0
    if any(_JOINED.search(line.folded) for line in lines[:-1]) and len({line.bold for line in lines}) == 1:
        return 0
    starts = [n for n, line in enumerate(lines) if n == 0 or _is_start(line, lines[n - 1])]
    first = _first_bold(lines)
    if not first:
        return starts[-1]
    known = [n for n in range(len(lines)) if _spelled(lines[n:]) in agencies]
    if known:
        return known[-1]
    return first if first in starts or not _PLACE.match(lines[first].folded) else starts[-1]


def _spelled(lines: Sequence[Piece]) -> str:
    return spelling(" ".join(line.text for line in lines))


def _is_start(line: Piece, before: Piece) -> bool:
    """A new name begins, and the line before can end one (it does not break off: "BAN QUẢN LÝ" / "DỰ ÁN")."""
    return (
        bool(_BEGINS.match(line.folded))
        and not _PLACE.match(line.folded)
        and not _JOINED.search(before.folded)
    )


def _first_bold(lines: Sequence[Piece]) -> int:
    """Where bold lines begin after plain ones; 0 where the format does not tell them apart."""
    weights = [line.bold for line in lines]
    if weights[0] or not weights[-1]:
        return 0
    first = weights.index(True)
    return first if all(weights[first:]) else 0
