"""The mark at the head of a paragraph: "Chương I", "Điều 2.", "3.", "a)", "1.1", "-", typed or numbered by Word.

A mark is told with the punctuation that follows it, so that wrong forms ("a.", "1/") are seen as what they are meant
to be. Whether a doubtful mark is one at all ("C. Mác", "30. ") is decided by what else the text holds: `settled`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.rules.letter import Role, plain
from engine.rules.recognise.fold import is_upper
from engine.word.values import Paragraph

_LETTERS = map(chr, (*range(0x41, 0x250), *range(0x1E00, 0x1F00)))
CAPITAL = "[" + "".join(c for c in _LETTERS if c.isalpha() and c.isupper()) + "]"
"""A capital letter of Vietnamese, for patterns: `[A-Z]` knows neither Đ nor Ủ."""
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_HEADINGS = {"phần": Role.PHAN, "chương": Role.CHUONG, "tiểu mục": Role.TIEU_MUC, "mục": Role.MUC}
_HEADING = re.compile(
    r"^(phần|chương|tiểu mục|mục)\s+(thứ\s+\w+|[IVXLCDM]+|\d{1,3}|[A-Z])(?![\w/])\s*([.:)–-]?)\s*(.*)$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^điều\s+(\d{1,3}[a-zđ]?)(?![\w/])\s*([.:)/]?)\s*(.*)$", re.IGNORECASE)
_DECIMAL = re.compile(r"^(\d{1,2}(?:\.\d{1,2})+)([.)/]?)\s+(.*)$")
_NUMBER = re.compile(r"^(\d{1,2})(?:([.)/])(?!\d)|\s([.)])(?=\s)|\s*([-–])(?=\s)|([-–])(?=[^\W\d_]))\s*(.*)$")
_BRACKETED = re.compile(r"^\(\s*([a-zđ]|\d{1,2})\s*\)\s*(.*)$")
_LETTER = re.compile(
    r"^([a-zăâđêôơư]|([a-z])\2)\s*"
    rf"(?:(\))|([./:])(?=\s|{CAPITAL})|\s([-–])(?=\s)|([-–])(?=\s))\s*(.*)$"
)
_CAPITAL_POINT = re.compile(r"^([A-ZĐ])\s*\)\s*(.*)$")
_ROMAN = re.compile(r"^([IVXLC]{1,6})(?:\s*([.)/:])(?=\s|[^\W\d_])|\s*([-–])(?=\s))\s*(.*)$")
_CAPITAL = re.compile(r"^([A-ZĐ])(?:\s*([.)/:])(?=\s|[^\W\d_])|\s*([-–])(?=\s))\s*(.*)$")
_DASH = re.compile(r"^([-–—−•●▪◦‣·∙■□➢►→✓✔Øo])(?:\s+|(?=[^\s\d-]))(.*)$")
_PLUS = re.compile(r"^(\+)\s*(.*)$")
_NOTE = re.compile(r"^(?:(\(?\*{1,3}\)?|\*{1,3})\s*)?(?:(lưu ý|ghi chú|chú ý|chú thích)\s*:)?", re.IGNORECASE)
_BARE = re.compile(r"^(?:(\d{1,2})|[a-zđ])$")
_MONTH = re.compile(r"^(tháng|năm|giờ|h)\b", re.IGNORECASE)
_LONGEST_HEADING = 160


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark and what it makes of its paragraph. `sure` is false where only its neighbours can tell."""

    role: Role
    mark: str
    punctuation: str
    title: str
    automatic: bool = False
    sure: bool = True


def roman_value(mark: str) -> int:
    """IV → 4; 0 for what is no Roman numeral."""
    total = 0
    for place, letter in enumerate(mark):
        value = _ROMAN_VALUES.get(letter, 0)
        if not value:
            return 0
        following = _ROMAN_VALUES.get(mark[place + 1], 0) if place + 1 < len(mark) else 0
        total += -value if value < following else value
    return total


def share(paragraph: Paragraph, name: str) -> float:
    """The share of a paragraph's visible letters whose look is so: bold, italic, caps."""
    letters = [
        (len(r.text.strip()), bool(getattr(r.look, name))) for r in paragraph.runs if not r.look.hidden
    ]
    total = sum(count for count, _ in letters)
    return sum(count for count, so in letters if so) / total if total else 0.0


def is_set_off(paragraph: Paragraph) -> bool:
    """Centred or bold: set as a heading is."""
    return paragraph.shape.align == "center" or share(paragraph, "bold") > 0.5


def looks_upper(paragraph: Paragraph, text: str = "") -> bool:
    """In capitals, typed or by format; `text` is the piece that is looked at, if not all of the paragraph."""
    return is_upper(text or paragraph.text) or share(paragraph, "caps") > 0.5


def mark_of(paragraph: Paragraph) -> Mark | None:
    """The mark of a paragraph, automatic or typed; None for plain text. Single paragraphs cannot tell all: see
    `settled`."""
    if paragraph.label:
        found = _automatic(paragraph)
        if found is not None:
            return found
    return _typed(paragraph, plain(paragraph.text))


def _automatic(paragraph: Paragraph) -> Mark | None:
    """The mark that Word itself counts or draws; a heading without a number of its own ("Bước 1:") is
    none."""
    label, text = plain(paragraph.label), plain(paragraph.text)
    if paragraph.bullet:
        role = Role.PLUS if label == "+" else Role.DASH
        return Mark(role, label, "", text, automatic=True)
    bare = _BARE.match(label)
    if bare is not None:
        return Mark(Role.KHOAN if bare[1] else Role.DIEM, label, "", text, automatic=True)
    found = _typed(paragraph, f"{label} {text}".strip())
    if found is None:
        return None
    return Mark(found.role, found.mark, found.punctuation, found.title, automatic=True)


def _typed(paragraph: Paragraph, text: str) -> Mark | None:
    if not text or not (text[0].isalnum() or text[0] in "(+-–—−*•●▪◦‣·∙■□➢►→✓✔Ø"):
        return None
    for read in (_heading, _article, _counted, _lettered, _capital, _bullet):
        found = read(paragraph, text)
        if found is not None:
            return found
    return None


def _heading(paragraph: Paragraph, text: str) -> Mark | None:
    """Phần, chương, mục: alone on its line, or set off with its title; "Mục 2 của Thông tư" in prose is
    none."""
    found = _HEADING.match(text)
    if found is None or len(text) > _LONGEST_HEADING:
        return None
    word, number, punctuation, title = found.groups()
    if title and not is_set_off(paragraph) and not is_upper(title):
        return None
    return Mark(_HEADINGS[word.lower()], number, punctuation, title)


def _article(paragraph: Paragraph, text: str) -> Mark | None:
    """Điều n. — a heading by its dot, by being bold or alone; "Điều 5 Luật …" at the head of a sentence is
    none."""
    found = _ARTICLE.match(text)
    if found is None:
        return None
    number, punctuation, title = found.groups()
    first = next((r for r in paragraph.runs if r.text.strip()), None)
    bold = first is not None and first.look.bold and not paragraph.label
    if not (punctuation or bold or not title):
        return None
    return Mark(Role.DIEU, number, punctuation, title)


def _counted(paragraph: Paragraph, text: str) -> Mark | None:
    decimal = _DECIMAL.match(text)
    if decimal is not None:
        number, punctuation, title = decimal.groups()
        sure = bool(title) and (not title[0].islower() or punctuation != "")
        return Mark(Role.DECIMAL, number, punctuation, title) if sure else None
    found = _NUMBER.match(text)
    if found is None or _MONTH.match(found[6]):
        return None
    number, title = found[1], found[6]
    punctuation = next(one for one in found.groups()[1:5] if one)
    return Mark(Role.KHOAN, number, "-" if punctuation == "–" else punctuation, title, sure=int(number) <= 3)


def _lettered(paragraph: Paragraph, text: str) -> Mark | None:
    bracketed = _BRACKETED.match(text)
    if bracketed is not None:
        role = Role.KHOAN if bracketed[1].isdigit() else Role.DIEM
        return Mark(role, bracketed[1], "()", bracketed[2])
    found = _LETTER.match(text)
    if found is not None:
        punctuation = next(one for one in found.groups()[2:6] if one).replace("–", "-")
        return Mark(Role.DIEM, found[1], punctuation, found[7], sure=found[3] is not None)
    capital = _CAPITAL_POINT.match(text)
    return Mark(Role.DIEM, capital[1], ")", capital[2]) if capital is not None else None


def _capital(paragraph: Paragraph, text: str) -> Mark | None:
    """I. TIÊU ĐỀ, A. TIÊU ĐỀ; an initial ("C. Mác") is settled by what stands beside it."""
    found = _ROMAN.match(text) or _CAPITAL.match(text)
    if found is None:
        return None
    mark, punctuation, title = found[1], found[2] or "-", found[4]
    heading = bool(title) and len(text) <= _LONGEST_HEADING
    sure = heading and (is_upper(title) or share(paragraph, "caps") > 0.5 or share(paragraph, "bold") > 0.8)
    return Mark(Role.SECTION, mark, punctuation, title, sure=sure)


def _bullet(paragraph: Paragraph, text: str) -> Mark | None:
    note = _NOTE.match(text)
    if note is not None and (note[1] or note[2]):
        return Mark(Role.NOTE, note[1] or "", "", text[note.end() :].strip())
    plus = _PLUS.match(text)
    if plus is not None:
        return Mark(Role.PLUS, "+", "", plus[2])
    dash = _DASH.match(text)
    if dash is None or (dash[1] == "o" and not text.startswith("o ")):
        return None
    return Mark(Role.DASH, dash[1], "", dash[2])


def settled(marks: Sequence[Mark | None]) -> list[Mark | None]:
    """The marks of a text without those that only look so: a number far from any neighbour, an initial, a
    letter."""
    marks = _with_inner_lists(marks)
    numbers = {int(m.mark) for m in marks if m is not None and m.role is Role.KHOAN}
    romans = {roman_value(m.mark) for m in marks if m is not None and m.role is Role.SECTION}
    capitals = {m.mark for m in marks if m is not None and m.role is Role.SECTION and len(m.mark) == 1}
    points = {m.mark for m in marks if m is not None and m.role is Role.DIEM}
    return [
        m
        if m is None or m.automatic or m.sure or _has_neighbour(m, numbers, romans, capitals, points)
        else None
        for m in marks
    ]


def _with_inner_lists(marks: Sequence[Mark | None]) -> list[Mark | None]:
    """ "(1)" counts a list of its own below khoản and điểm where the text has these; alone it is a khoản's number."""
    shown = [m for m in marks if m is not None and m.role in {Role.KHOAN, Role.DECIMAL, Role.DIEM}]
    if all(_is_bracketed(m) for m in shown):
        return list(marks)
    return [
        replace(m, role=Role.PLUS, mark="(1)") if m is not None and _is_bracketed(m) else m for m in marks
    ]


def _is_bracketed(mark: Mark) -> bool:
    return mark.role is Role.KHOAN and mark.punctuation == "()"


def _has_neighbour(
    mark: Mark, numbers: set[int], romans: set[int], capitals: set[str], points: set[str]
) -> bool:
    if mark.role is Role.KHOAN:
        number = int(mark.mark)
        return number - 1 in numbers or number + 1 in numbers
    if mark.role is Role.DIEM:
        return len(points) > 1 or mark.mark == "a"
    value = roman_value(mark.mark)
    return (value > 0 and (value - 1 in romans or (value == 1 and 2 in romans))) or bool(
        len(mark.mark) == 1 and _letter_before(mark.mark) in capitals
    )


def _letter_before(capital: str) -> str:
    return "D" if capital == "Đ" else "B" if capital == "A" else chr(ord(capital) - 1)
