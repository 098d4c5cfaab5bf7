"""The seeds' letters set in Word as they are, word for word: the work of a careful typist who corrects nothing.

Layout and looks are the decree's; every word, mark and gap in numbering is the source's. What the source lost (its
header, its number) is not there either.
"""

from __future__ import annotations

import re

from tests.corpus.pen import Way, write
from tests.corpus.texts import Line, Words
from tests.seeds.source_letters import flat, paragraphs, raw_text

_STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_DATE = re.compile(r"^[\w ]+, ngày[\s\d]+tháng\s+\d+\s+năm\s+\d{4}$")
_NUMBER = re.compile(r"^Số: ?\d* ?/\S+$")
_OWN_LINE = re.compile(r"^([-+*]|\d+\.|[a-zđ][.)]) ?\D")
_MARK = re.compile(r"^(\d+\.|[a-zđ][.)]|[IVX]+\.|Bước \d+:)\s*(.*)$", re.DOTALL)


def typeset(directive_id: str) -> bytes:
    """The .docx of a seed's letter, verbatim."""
    return write(words_of(directive_id), Way())


def words_of(directive_id: str) -> Words:
    """The letter's words by component, each exactly as its file has it, line ends aside."""
    lines = [flat(line) for line in raw_text(directive_id).split("\n") if "\t" not in line]
    head = _Head(lines)
    opening = next(i for i, line in enumerate(lines) if line.startswith("Kính gửi:"))
    label = next(i for i, line in enumerate(lines) if line.startswith("Nơi nhận:"))
    to, begins = _addressees(lines, opening)
    body = [line for i, line in enumerate(lines) if begins <= i < label and i not in head.taken]
    copies, after = _copies(lines, label)
    authority, name, rest = _signature(lines[after:])
    return Words(
        superior=head.agencies[:2] if len(head.agencies) == 3 else (),
        issuer=head.agencies[2:] if len(head.agencies) == 3 else head.agencies,
        number=head.number,
        place_date=head.date,
        subject=head.subject,
        type_name=head.type_name,
        to=to,
        body=tuple(_line(p) for p in _apart(body)),
        authority=authority,
        name=name,
        copies=copies,
        state=head.state,
        motto=head.motto,
        receivers_label=lines[label],
        appendix=_appendix(rest),
    )


class _Head:
    """What belongs to the head, wherever its file has it, and which lines that took."""

    def __init__(self, lines: list[str]):
        self.taken: set[int] = set()
        self.state = self._one(lines, lambda t: t == _STATE)
        self.motto = self._one(lines, lambda t: t == _MOTTO)
        self.number = self._one(lines, lambda t: bool(_NUMBER.match(t)))
        self.date = self._one(lines, lambda t: bool(_DATE.match(t)))
        self.type_name = self._one(lines, lambda t: t == "TỜ TRÌNH")
        self._one(lines, lambda t: bool(re.fullmatch(r"\d{1,2}", t)))
        self.subject = self._subject(lines)
        self.agencies = self._agencies(lines)

    def _one(self, lines: list[str], is_it) -> str:  # type: ignore[no-untyped-def]
        for place, text in enumerate(lines):
            if is_it(text):
                self.taken.add(place)
                return text
        return ""

    def _subject(self, lines: list[str]) -> str:
        wanted = ("V/v", "VỀ VIỆC")
        start = next((i for i, t in enumerate(lines) if t.startswith(wanted)), None)
        if start is None:
            return ""
        end = next(i for i in range(start, len(lines)) if not lines[i])
        self.taken.update(range(start, end))
        return " ".join(lines[start:end])

    def _agencies(self, lines: list[str]) -> tuple[str, ...]:
        """Lines in capitals above the body: two of them are one issuer's name, of three the last is the issuer."""
        known = (
            "ỦY BAN NHÂN DÂN",
            "HUYỆN AN LÃO",
            "THÀNH PHỐ HẢI PHÒNG",
            "VĂN PHÒNG",
            "BẢO HIỂM XÃ HỘI VIỆT NAM",
        )
        found = [i for i, t in enumerate(lines) if t in known and not lines[max(i - 1, 0)].startswith("TM.")]
        self.taken.update(found)
        return tuple(lines[i] for i in found)


def _addressees(lines: list[str], opening: int) -> tuple[tuple[str, ...], int]:
    alone = lines[opening].removeprefix("Kính gửi:").strip()
    if alone:
        return (alone,), opening + 1
    names = []
    place = opening + 1
    while not lines[place] or lines[place].startswith("-"):
        if lines[place]:
            names.append(lines[place].removeprefix("-").strip())
        elif names:
            break
        place += 1
    return tuple(names), place


def _copies(lines: list[str], label: int) -> tuple[tuple[str, ...], int]:
    items: list[str] = []
    place = label + 1
    while place < len(lines) and not (items and not lines[place]):
        if lines[place].startswith("-"):
            items.append(lines[place].removeprefix("-").strip())
        elif lines[place]:
            items[-1] += f" {lines[place]}"
        place += 1
    if place + 1 < len(lines) and lines[place + 1].startswith("("):
        items.append(lines[place + 1])
        place += 2
    return tuple(items), place


def _signature(lines: list[str]) -> tuple[tuple[str, ...], str, list[str]]:
    """Titles in capitals, then the name; what follows it is an annex."""
    titles: list[str] = []
    for place, text in enumerate(lines):
        if text and text.isupper():
            titles.append(text)
        elif text:
            return tuple(titles) or ("",), text, lines[place + 1 :]
    raise AssertionError("no name at the end")


def _appendix(lines: list[str]) -> tuple[str, ...]:
    """The annex has neither label nor note: title over two paragraphs, then its text."""
    texts = _apart(lines)
    return (texts[0], texts[1], "", *texts[2:]) if len(texts) > 2 else ()


def _apart(lines: list[str]) -> list[str]:
    """The paragraphs; a line that begins with a number or a dash of its own begins one."""
    return paragraphs("\n".join(f"\n{line}" if _OWN_LINE.match(line) else line for line in lines))


def _line(paragraph: str) -> Line:
    text = flat(paragraph)
    found = _MARK.match(text)
    return Line(found.group(2), found.group(1)) if found else Line(text)
