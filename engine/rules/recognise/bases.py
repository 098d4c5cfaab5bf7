"""The căn cứ block at the head of a body, told from prose that merely begins with "Căn cứ" (Phụ lục I, "
"II.6a)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.rules.letter import plain
from engine.rules.recognise.numbers import CAPITAL, is_set_off, looks_upper, share
from engine.word.values import Paragraph

_BASIS = re.compile(r"^[-–+*•\s]*(Căn cứ|Theo|Xét|Thực hiện|Thi hành|Trên cơ sở)(?!\s+đó)\b", re.IGNORECASE)
_STRONG = re.compile(r"^[-–+*•\s]*Căn cứ\b", re.IGNORECASE)
_ORDER = re.compile(
    r"^(QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT|CHỈ THỊ|HƯỚNG DẪN|THÔNG BÁO|YÊU CẦU|QUY ĐỊNH|THỐNG NHẤT|KẾT LUẬN)\s*:?$"
)
_SUBJECT = re.compile(rf",\s+(?!(?:ngày|tháng|năm|số)\b){CAPITAL}")
"""A comma and a capital: the clause ends there and somebody does something."""
_LONGEST_ORDER = 120


def is_order(paragraph: Paragraph) -> bool:
    """QUYẾT ĐỊNH: alone on its line."""
    text = plain(paragraph.text)
    return len(text) <= _LONGEST_ORDER and _ORDER.match(text) is not None


def is_authority(paragraph: Paragraph) -> bool:
    """The line that names who decides, above the căn cứ: "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN" (mẫu 1.1, 1.2)."""
    text = plain(paragraph.text)
    return 0 < len(text) <= _LONGEST_ORDER and is_set_off(paragraph) and looks_upper(paragraph)


def basis_ordinals(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Which paragraphs are căn cứ: one run of them at the head of the body, blank lines and the line of authority
    left out."""
    block: list[int] = []
    for ordinal, paragraph in enumerate(paragraphs):
        if paragraph.is_blank or (not block and is_authority(paragraph)):
            continue
        if not _BASIS.match(plain(paragraph.shown)):
            following: Paragraph | None = paragraph
            break
        block.append(ordinal)
    else:
        following = None
    ordered = following is not None and is_order(following)
    members = [paragraphs[i] for i in block]
    while members and not ordered and not _is_block(members):
        members.pop()
    return frozenset(block[: len(members)])


def _is_block(members: Sequence[Paragraph]) -> bool:
    """Every one reads as a căn cứ: it is listed (";"), or italic, or says nothing but what it rests on."""
    last = members[-1]
    text = plain(last.text)
    if text.endswith(":"):
        return False
    listed = any(plain(p.text).endswith(";") for p in members)
    if text.endswith(";") or share(last, "italic") > 0.5:
        return True
    tail = text.rsplit(";", 1)[-1]
    bare = _STRONG.match(text) is not None or listed
    return bare and _SUBJECT.search(tail) is None
