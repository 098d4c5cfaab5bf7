"""Signature blocks (ô số 7): quyền hạn, chức vụ above, the room for the signature, họ tên below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.rules.letter import Part, PartName, Signature
from engine.rules.recognise.pieces import Piece, Side
from engine.word.values import Paragraph

_PREFIX = re.compile(r"^(TM|KT|TL|TUQ|Q|T/M|K/T|T/L|THUA LENH|THAY MAT|KY THAY) ?[.,:]? ?[A-Z]")
_TITLE = re.compile(
    r"\b(CHU TICH|GIAM DOC|TRUONG|PHO|CHANH|THU TRUONG|CUC TRUONG|BI THU|THU TUONG|TONG BIEN TAP|TONG CUC TRUONG|"
    r"CHI HUY|TU LENH|CHINH UY|THU KY|KE TOAN|UY VIEN|DAI DIEN|NGUOI LAP|NGUOI DUOC UY QUYEN|NGUOI UY QUYEN|"
    r"QUYEN|CHU TRI|CHU TOA|KIEM SOAT VIEN|CHUYEN VIEN|HIEU TRUONG|VIEN TRUONG|TRAM TRUONG|DOI TRUONG|"
    r"TONG THANH TRA|TONG KIEM TOAN|THONG DOC|CHU NHIEM|QUAN DOC|CAN BO)\b"
)
_COLLECTIVE = re.compile(r"^(UY BAN NHAN DAN|HOI DONG|BAN CHI DAO|BAN CHAP HANH|BAN THUONG VU|DOAN )")
_SURNAMES = frozenset(
    [
        "NGUYEN",
        "TRAN",
        "LE",
        "PHAM",
        "HOANG",
        "HUYNH",
        "PHAN",
        "VU",
        "VO",
        "DANG",
        "BUI",
        "DO",
        "HO",
        "NGO",
        "DUONG",
        "LY",
        "DAO",
        "DOAN",
        "VUONG",
        "TRINH",
        "TRUONG",
        "DINH",
        "LAM",
        "MAI",
        "TO",
        "HA",
        "CAO",
        "TA",
        "LUONG",
        "LUU",
        "CHU",
        "THAI",
        "QUACH",
        "TANG",
        "KIEU",
        "LA",
        "NONG",
        "HUA",
        "TONG",
        "DIEP",
        "TRIEU",
        "CHAU",
        "NGHIEM",
        "DAM",
        "MAC",
        "BACH",
        "THACH",
        "KIM",
        "PHUNG",
        "CU",
        "LO",
        "VI",
        "QUANG",
        "A",
        "H",
        "Y",
        "GIANG",
        "ONG",
        "KHUAT",
        "TIEU",
        "AU",
        "LUC",
        "NHAM",
        "CAM",
        "KHUONG",
        "NGUY",
        "VAN",
        "THAN",
        "DIEU",
        "SUNG",
        "GIAP",
        "MA",
    ]
)
_RANK = re.compile(
    r"^((?:DAI|THUONG|TRUNG|THIEU) (?:TUONG|TA|UY)|DO DOC|PHO DO DOC|GS|PGS|TS|THS|BS|CKI+|NSND|NSUT|NGND|NGUT|LS|KS|"
    r"TIEN SI|THAC SI|BAC SI|GIAO SU|PHO GIAO SU|KY SU|LUAT SU|DUOC SI)\b[.,/ ]*"
)
_SIGNED = re.compile(
    r"^\(? ?(DA KY|KY, ?(GHI RO|DONG DAU)|CHU KY|KY TEN|KY SO|DA KY SO)"
    r"|^(NGUOI KY|KY BOI|THOI GIAN KY|NGAY KY|CO QUAN KY)\b"
)
_LINE = 1.149
"""Height of a line of Times New Roman over its size."""
_MM = 25.4 / 72


def is_authority(piece: Piece) -> bool:
    """Reads as quyền hạn or chức vụ: TM., KT. … or a title, short."""
    folded = piece.folded
    if len(folded) > 80 or any(c.isdigit() for c in folded) or folded.endswith((";", ":")):
        return False
    if folded.startswith(("-", "+")) or is_name(piece):
        return False
    return (bool(_PREFIX.match(folded)) and (piece.upper or len(folded) < 60)) or bool(_TITLE.search(folded))


def begins_authority(folded: str) -> bool:
    """Begins with the abbreviation of a quyền hạn: TM., KT., TL., TUQ., Q."""
    return bool(_PREFIX.match(folded))


def is_name(piece: Piece) -> bool:
    """Reads as a person's name, a rank or a degree before it: two to six words with capitals, a known surname first."""
    folded = _without_ranks(piece.folded)
    words = folded.split()
    if not 2 <= len(words) <= 6 or words[0] not in _SURNAMES or any(c in folded for c in ",;:/.()-"):
        return False
    if any(c.isdigit() for c in folded):
        return False
    shown = piece.text.split()[-len(words) :]
    return all(w[:1].isupper() for w in shown) and not (piece.upper and _TITLE.search(folded))


def is_trace(piece: Piece) -> bool:
    """Words that stand for a signature: "(Đã ký)", "Ký bởi …"."""
    return bool(_SIGNED.match(piece.folded))


def _without_ranks(folded: str) -> str:
    while True:
        found = _RANK.match(folded)
        if found is None or not folded[found.end() :]:
            return folded
        folded = folded[found.end() :]


def read_signatures(
    pieces: Sequence[Piece], paragraphs: Sequence[Paragraph]
) -> tuple[tuple[Signature, ...], list[Piece]]:
    """The blocks, left to right, and the pieces that are in none."""
    found: list[Signature] = []
    rest: list[Piece] = []
    for column in _with_names_below(_columns(pieces)):
        signatures, left = _read_column(column, paragraphs)
        found.extend(signatures)
        rest.extend(left)
    return tuple(found), rest


def _columns(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces that stand below each other, columns from left to right; outside of tables the page has two halves."""
    columns: list[tuple[float, bool, list[Piece]]] = []
    for piece in pieces:
        centre = piece.centre if piece.narrow else 0.2 if piece.side is Side.LEFT else 0.7
        for other, narrow, column in columns:
            if narrow is piece.narrow and abs(other - centre) < 0.13:
                column.append(piece)
                break
        else:
            columns.append((centre, piece.narrow, [piece]))
    return [column for _, _, column in sorted(columns, key=lambda c: c[0])]


def _with_names_below(columns: Sequence[list[Piece]]) -> list[list[Piece]]:
    """Names typed with tabs or blanks below a table whose signer's cell was left without one join their titles."""
    tables = [column for column in columns if column[0].narrow and _awaits_name(column)]
    for column in [c for c in columns if not c[0].narrow]:
        last = max((t[-1].index for t in tables), default=0)
        for piece in [q for q in column if tables and q.index > last and is_name(q)][: len(tables)]:
            nearest = min(tables, key=lambda table: abs(table[-1].centre - piece.centre))
            tables.remove(nearest)
            nearest.append(piece)
            column.remove(piece)
    return [column for column in columns if column]


def _awaits_name(column: Sequence[Piece]) -> bool:
    """Titles without a name."""
    return any(is_authority(q) for q in column) and not any(is_name(q) for q in column)


def _read_column(
    column: Sequence[Piece], paragraphs: Sequence[Paragraph]
) -> tuple[list[Signature], list[Piece]]:
    """Blocks of one column: each ends with its name."""
    found: list[Signature] = []
    rest: list[Piece] = []
    block: list[Piece] = []
    for n, piece in enumerate(column):
        last = n == len(column) - 1
        if is_trace(piece):
            rest.append(piece)
        else:
            block.append(piece)
        names = is_name(piece) and not (not last and piece.upper and _stands_close(block, paragraphs))
        if block and (last or (names and piece is block[-1])):
            signature, left = _block(block, paragraphs)
            if signature is not None:
                found.append(signature)
            rest.extend(left)
            block = []
    return found, rest


def _stands_close(block: Sequence[Piece], paragraphs: Sequence[Paragraph]) -> bool:
    """No room to sign above the last line: capitals there go on with the name of an agency ("HỘI / NÔNG DÂN QUẬN")."""
    return len(block) < 2 or _room(block[-2], block[-1], paragraphs) <= _GAP


def _block(block: Sequence[Piece], paragraphs: Sequence[Paragraph]) -> tuple[Signature | None, list[Piece]]:
    """One signer's lines, cut into authority, other titles and name."""
    name = block[-1] if _names(block, paragraphs) else None
    above = list(block[:-1] if name is not None else block)
    split = next(
        (n for n in range(1, len(above)) if _room(above[n - 1], above[n], paragraphs) > _GAP), len(above)
    )
    upper, lower = above[:split], above[split:]
    if name is None:
        lower, left = [], lower
    else:
        left = []
    titles = [q for q in upper if is_authority(q) or q.upper or q.bold or _COLLECTIVE.match(q.folded)]
    left += [q for q in upper if q not in titles]
    if name is None and not any(is_authority(q) for q in titles):
        return None, list(block)
    room = _room_below(titles, lower, name, paragraphs)
    return (
        Signature(
            tuple(Part(PartName.AUTHORITY, (q.strip,)) for q in titles),
            Part(PartName.SIGNER, (name.strip,)) if name is not None else None,
            tuple(Part(PartName.OTHER_TITLE, (q.strip,)) for q in lower),
            room,
        ),
        left,
    )


_GAP = 9.0
"""Millimetres between two lines that no spacing of lines explains."""


def _names(block: Sequence[Piece], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the last line is the name: it reads so, or stands alone below the room for a signature."""
    last = block[-1]
    if is_name(last):
        return True
    if len(block) < 2 or is_authority(last) or len(last.folded) > 50 or not last.folded[:1].isalpha():
        return False
    return _room(block[-2], last, paragraphs) > _GAP and not any(c.isdigit() for c in last.folded)


def _room_below(
    titles: Sequence[Piece], others: Sequence[Piece], name: Piece | None, paragraphs: Sequence[Paragraph]
) -> float | None:
    if not titles or name is None or titles[-1].narrow is not name.narrow:
        return None  # Between a cell and a line below its table lies what the other cells need.
    return _room(titles[-1], others[0] if others else name, paragraphs)


def _room(above: Piece, below: Piece, paragraphs: Sequence[Paragraph]) -> float:
    """Millimetres of paper between two pieces of a column: spacing, blank lines, pictures."""
    a, b = above.paragraph, below.paragraph
    if a is b:
        return (below.line - above.line - 1) * line_height(a)
    total = (a.shape.after + b.shape.before) / 20 * _MM
    blank_below = a.text[above.strip.end :].count("\n") * line_height(a)
    blank_above = b.text[: below.strip.start].count("\n") * line_height(b)
    for paragraph in paragraphs[above.index + 1 : below.index]:
        if (paragraph.is_blank and _stands_in(paragraph, below)) or not below.narrow:
            total += paragraph_height(paragraph)
    floating = [q.height for p in paragraphs[above.index : below.index + 1] for q in p.pictures if q.floating]
    return max([total + blank_below + blank_above, *floating])


def _stands_in(paragraph: Paragraph, piece: Piece) -> bool:
    """In the same column as the piece."""
    a, b = paragraph.frame, piece.paragraph.frame
    return (a.cell is None) == (b.cell is None) and abs(a.left + a.right - b.left - b.right) < 600


def line_height(paragraph: Paragraph) -> float:
    """Height of one line of a paragraph, mm."""
    shape = paragraph.shape
    size = paragraph.mark.size if paragraph.is_blank or not paragraph.runs else paragraph.runs[0].look.size
    natural = size * _LINE
    if shape.line_rule == "exact":
        return shape.line / 20 * _MM
    if shape.line_rule == "atLeast":
        return max(shape.line / 20, natural) * _MM
    return natural * shape.line / 240 * _MM


def paragraph_height(paragraph: Paragraph) -> float:
    """Height of a blank paragraph with its spacing, mm; a picture in it counts."""
    lines = (paragraph.text.count("\n") + 1) * line_height(paragraph)
    inline = [q.height for q in paragraph.pictures if not q.floating]
    return max([lines, *inline]) + (paragraph.shape.before + paragraph.shape.after) / 20 * _MM
