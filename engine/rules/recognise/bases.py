"""The căn cứ block at the head of a body, told from prose that merely begins with "Căn cứ" (Phụ lục I, "
"II.6a)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.rules.letter import plain
from engine.rules.recognise.fold import fold
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
_MOST_STRANGERS = 3
"""Paragraphs above the line of command that do not begin as căn cứ do."""


def is_order(paragraph: Paragraph) -> bool:
    """QUYẾT ĐỊNH: alone on its line."""
    text = plain(paragraph.text)
    return len(text) <= _LONGEST_ORDER and _ORDER.match(text) is not None


def is_authority(paragraph: Paragraph) -> bool:
    """The line that names who decides, above the căn cứ: "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN" (mẫu 1.1, 1.2)."""
    text = plain(paragraph.text)
    return 0 < len(text) <= _LONGEST_ORDER and is_set_off(paragraph) and looks_upper(paragraph)


def basis_ordinals(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Which paragraphs are căn cứ: down to the line of command where there is one; else one run of them at the head of
    the body, blank lines and the line of authority left out."""
    return _above_order(paragraphs) or _first_run(paragraphs)


def _above_order(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """What stands between the first căn cứ and QUYẾT ĐỊNH:, looked through what was misspelt or broken off."""
    block: list[int] = []
    strangers: list[int] = []
    for ordinal, paragraph in enumerate(paragraphs):
        if paragraph.is_blank or (is_authority(paragraph) and not is_order(paragraph)):
            continue
        if block and is_order(paragraph):
            return frozenset([*block, *_listed(paragraphs, [i for i in strangers if i > block[0]])])
        if _is_basis(paragraph):
            block.append(ordinal)
            continue
        strangers.append(ordinal)
        if len(strangers) > _MOST_STRANGERS:
            break
    return frozenset()


def _is_basis(paragraph: Paragraph) -> bool:
    text = plain(paragraph.shown)
    return bool(_BASIS.match(text)) or fold(text[:12]).startswith("CAN CU ")


def _listed(paragraphs: Sequence[Paragraph], strangers: Sequence[int]) -> list[int]:
    """Those that are set as the căn cứ are: ended as an item of a list, or italic."""
    return [
        i
        for i in strangers
        if plain(paragraphs[i].text).endswith(";") or share(paragraphs[i], "italic") > 0.5
    ]


def _first_run(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    block: list[int] = []
    for ordinal, paragraph in enumerate(paragraphs):
        if paragraph.is_blank or (not block and is_authority(paragraph)):
            continue
        if not _is_basis(paragraph):
            break
        block.append(ordinal)
    members = [paragraphs[i] for i in block]
    listed = next((n for n, one in enumerate(members) if plain(one.text).endswith(";")), len(members))
    while members and not _ends_block(members[-1], listed=listed < len(members)):
        members.pop()
    return frozenset(block[: len(members)])


def _ends_block(last: Paragraph, *, listed: bool) -> bool:
    """The last reads as a căn cứ: it or another is listed (";"), or it is italic, or says nothing but what it rests
    on."""
    text = plain(last.text)
    if text.endswith(":"):
        return False
    if text.endswith(";") or share(last, "italic") > 0.5:
        return True
    tail = text.rsplit(";", 1)[-1]
    bare = _STRONG.match(text) is not None or listed
    return bare and _SUBJECT.search(tail) is None
