"""The letters of the seeds as their files tell them: cut apart, sorted, split into sentences."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from engine.model.closing import Correction

TEXTS = Path(__file__).parent / "texts"

BUNDLE_FILE = "003-hai-phong-an-lao-ho-so-2020-2021.txt"
_BEGINNINGS = {
    "an-lao-1186-vssid-hoc-sinh": "**ỦY BAN NHÂN DÂN\nHUYỆN AN LÃO**",
    "an-lao-255-vssid": "Số: 255/TTr-BHXH",
    "hai-phong-4218-vssid": "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG\nVĂN PHÒNG",
    "bhxh-hai-phong-2559-vssid": "Số: 2559 /BHXH-TT&PTĐT",
    "hai-phong-3569-the-bhyt": "**ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG**",
}
"""Where each letter of the bundle begins, in the bundle's order."""

WHOLE_FILES = {
    "cam-giang-2023-dinh-danh": "000-cam-giang-cong-van-2023.txt",
    "kien-an-2022-dinh-danh": "001-kien-an-cong-van-2022.txt",
    "bhxh-vn-2020-vssid": "004-bhxh-vn-cong-van-2020.txt",
}
NEWS = "002-bhxh-vn-ke-hoach-tin-2022.txt"
NEWS_ID = "bhxh-vn-2022-ke-hoach-vssid"
LETTERS = (*WHOLE_FILES, *_BEGINNINGS)

_NATION = re.compile(r"^(CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc)$")
_BOLD = re.compile(r"\*\*(\S(?:[^*]*\S)?)\*\*")
_AGENCY = re.compile(
    r"^(ỦY BAN NHÂN DÂN|HUYỆN AN LÃO|THÀNH PHỐ HẢI PHÒNG|VĂN PHÒNG|BẢO HIỂM XÃ HỘI VIỆT NAM)$"
)
_NUMBER = re.compile(r"^Số:\s*\d*\s*/\S+$")
_DATE = re.compile(r"^[^,]+, ngày\s+(\d+\s+)?tháng\s+\d+\s+năm\s+\d{4}$")
_PAGE_NUMBER = re.compile(r"^\d{1,2}$")
_MARK = re.compile(r"^(\d+\.|[a-zđ]\)|[a-z]\.|[IVX]+\.|KT\.|TM\.|-|\+|\*|“?\(?TP\.)$")


@dataclass(frozen=True)
class SourceLetter:
    """One letter, sorted into what stands at its head, what the receiver stamped, and its words."""

    numbers: tuple[str, ...]
    dates: tuple[str, ...]
    agencies: tuple[str, ...]
    subject_lines: tuple[str, ...]
    stamp: tuple[str, ...]
    furniture: tuple[str, ...]
    words: str

    @property
    def subject(self) -> str:
        """The trích yếu of a công văn with its "V/v"."""
        return flat(" ".join(self.subject_lines))


def flat(text: str) -> str:
    """Text for comparison: NFC, single blanks."""
    return " ".join(unicodedata.normalize("NFC", text).split())


@cache
def raw_text(directive_id: str) -> str:
    """What the seed's file says of this letter, line ends kept, marks of bold type taken away."""
    return _BOLD.sub(r"\1", _cut(directive_id))


def _cut(directive_id: str) -> str:
    if directive_id in WHOLE_FILES:
        return _read(WHOLE_FILES[directive_id])
    whole = _read(BUNDLE_FILE)
    starts = {key: whole.index(beginning) for key, beginning in _BEGINNINGS.items()}
    end = min((s for s in starts.values() if s > starts[directive_id]), default=len(whole))
    return whole[starts[directive_id] : end]


def bundle() -> str:
    """The case file of Hải Phòng and An Lão, whole, marks of bold type taken away."""
    return _BOLD.sub(r"\1", _read(BUNDLE_FILE))


@cache
def news() -> str:
    """The page that reports the plan of 2022, on one line."""
    return flat(_read(NEWS))


def _read(name: str) -> str:
    return unicodedata.normalize("NFC", (TEXTS / name).read_text(encoding="utf-8"))


@cache
def source_letter(directive_id: str) -> SourceLetter:
    """The letter, every line of its file in exactly one of the parts."""
    kinds = ("numbers", "dates", "agencies", "subject", "stamp", "furniture")
    sorted_out: dict[str, list[str]] = {kind: [] for kind in kinds}
    words: list[str] = []
    in_subject = False
    for line in raw_text(directive_id).split("\n"):
        kind = "subject" if in_subject and line.strip() else _kind(line)
        in_subject = kind == "subject"
        if kind in kinds:
            sorted_out[kind].append(flat(line))
        else:
            words.append(line)
    numbers, dates, agencies, subject, stamp, furniture = (tuple(sorted_out[kind]) for kind in kinds)
    return SourceLetter(numbers, dates, agencies, subject, stamp, furniture, "\n".join(words))


def _kind(line: str) -> str:
    plain = flat(line)
    if "\t" in line:
        return "stamp"
    if plain.startswith("V/v"):
        return "subject"
    for kind, pattern in (("numbers", _NUMBER), ("dates", _DATE), ("agencies", _AGENCY)):
        if pattern.match(plain):
            return kind
    return "furniture" if _NATION.match(plain) or _PAGE_NUMBER.match(plain) else "words"


def corrected(text: str, corrections: Iterable[Correction]) -> tuple[str, tuple[str, ...]]:
    """The text with its faults mended, and the faults that it does not have; line ends count as blanks."""
    missing = []
    for correction in corrections:
        found = r"\s+".join(map(re.escape, flat(correction.found).split()))
        text, count = re.subn(found, flat(correction.mended).replace("\\", r"\\"), text)
        if not count:
            missing.append(correction.found)
    return text, tuple(missing)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences and clauses of a text, in order: cut after . ; : and where a paragraph ends.

    A blank line ends a paragraph unless the words go on in lower case, as they do over a page's end.
    """
    found: list[str] = []
    for paragraph in paragraphs(text):
        waiting = ""
        for piece in re.split(r"(?<=[.;:])\s+", flat(paragraph)):
            waiting = f"{waiting} {piece}".strip()
            if piece and not _MARK.match(piece):
                found.append(waiting)
                waiting = ""
        found.extend([waiting] if waiting else [])
    return tuple(found)


def paragraphs(text: str) -> list[str]:
    joined: list[str] = []
    for part in re.split(r"\n\s*\n", text):
        plain = flat(part)
        goes_on = plain[:1].islower() and not re.match(r"[a-zđ]\)", plain)
        if joined and goes_on and joined[-1][-1:] not in ".;:":
            joined[-1] += f" {plain}"
        elif plain:
            joined.append(plain)
    return joined


@dataclass(frozen=True)
class Comparison:
    """How a text holds the source's sentences: which it lacks, and what it says between those it has."""

    total: int
    missing: tuple[str, ...]
    added: tuple[str, ...]

    def __str__(self) -> str:
        kept = self.total - len(self.missing)
        return f"{kept}/{self.total} sentences ({kept / max(self.total, 1):.1%})"


def compared(source: Iterable[str], generated: str) -> Comparison:
    """Looks for each sentence after the one before; one in HOA matches whatever the case of the other."""
    wanted = tuple(source)
    folded = generated.upper()
    place = 0
    missing: list[str] = []
    added: list[str] = []
    for sentence in wanted:
        here = (folded if sentence.isupper() else generated).find(sentence, place)
        if here < 0:
            missing.append(sentence)
            continue
        added.append(generated[place:here].strip())
        place = here + len(sentence)
    return Comparison(len(wanted), tuple(missing), tuple(a for a in (*added, generated[place:].strip()) if a))
