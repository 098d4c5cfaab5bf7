"""Names of documents that are none of the 29 types (Điều 7), told from other lines below the số."""

from __future__ import annotations

import re

from engine.rules.recognise import patterns as p
from engine.rules.recognise.issuer import begins_as_agency
from engine.rules.recognise.pieces import Piece, Side

_NORMATIVE = re.compile(r"^(?:HIEN PHAP|BO LUAT|LUAT|PHAP LENH|LENH|SAC LENH|NGHI DINH|THONG TU)\b")
_PERSONAL = re.compile(
    r"^(?:DON\b|TO KHAI\b|BAN (?:TU )?(?:KHAI|KE KHAI|CAM KET|CAM DOAN|KIEM DIEM|TUONG TRINH|GIAI TRINH)\b|"
    r"GIAY (?:DE NGHI|CAM KET|CAM DOAN|XIN|UNG TUYEN)\b|(?:SO YEU )?LY LICH\b|PHIEU (?:DANG KY|KHAI|YEU CAU)\b)"
)
_OTHERS = re.compile(
    r"^(?:PHIEU|GIAY|THU (?:MOI|NGO|CAM ON|KHEN|XAC NHAN)|DANH SACH|DANH MUC|LICH|DE CUONG|DIEU LE|NOI QUY|"
    r"QUY TRINH|QUY UOC|HUONG UOC|KET LUAN|LOI KEU GOI|SO TAY|BANG (?:KE|TONG HOP|CHAM)|"
    r"BAN (?:NHAN XET|THUYET MINH|TONG HOP|KE|XAC NHAN|DANG KY))\b"
)
"""Words by which names of other documents begin, though more follows."""
_OFFICE = re.compile(r"^(?:GIAM DOC|HIEU TRUONG|THU TRUONG|CHANH|CUC TRUONG|VU TRUONG|KIEM TOAN TRUONG)\b")
"""Offices by which a line of authority begins; those that begin as agencies do are told there."""
_QUALIFIER = re.compile(
    r"^ (?:LIEN TICH|LIEN NGANH|LIEN BO|PHOI HOP|LIEN TICH PHOI HOP|PHOI HOP LIEN NGANH)$"
)
_SHORT = 40
_LONGEST = 90


def is_normative(folded: str) -> bool:
    """The name of a type that only normative acts have."""
    return bool(_NORMATIVE.match(folded))


def is_personal(folded: str) -> bool:
    """Begins as đơn, tờ khai and the like do."""
    return bool(_PERSONAL.match(folded))


def begins_as_other(piece: Piece) -> bool:
    """In capitals, alone on its line, and begun as names of other documents are: a name wherever it is set."""
    listed = (_NORMATIVE, _PERSONAL, _OTHERS)
    return piece.upper and not piece.shared and any(words.match(piece.folded) for words in listed)


def is_qualifier(folded: str) -> bool:
    """What may follow a type's name to the end of its line in capitals: "KẾ HOẠCH LIÊN TỊCH"."""
    return bool(_QUALIFIER.match(folded))


def is_foreign_title(piece: Piece, *, below_number: bool) -> bool:
    """Stands as a tên loại stands, in the middle of the page in capitals, and is no other line of a head."""
    folded = piece.folded
    if piece.narrow or len(folded) > _LONGEST:
        return False
    if begins_as_other(piece):
        return True
    if piece.side is not Side.MIDDLE or not piece.centred:
        return False
    if is_personal(folded) and piece.bold:
        return True
    if not piece.upper or p.is_vv(folded) or p.is_numbered(folded):
        return False
    if begins_as_agency(folded) or _OFFICE.match(folded):
        return False
    return below_number and piece.bold and len(folded) <= _SHORT and not folded.endswith(":")
