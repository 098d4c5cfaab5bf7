"""Letters together: one number, symbol and issuer belongs to one letter a year (Điều 15.1; Phụ lục VI, III.1h)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from engine.errors import Severity
from engine.rules.agency_names import unabridged
from engine.rules.case import Case, Entry
from engine.rules.finding import Fault, Said, at
from engine.rules.letter import Letter
from engine.rules.registry import bundle_rule
from engine.rules.told import bare_subject, full_day_of, number_of, subject_of, symbol_of

Key = tuple[int, int, str, str]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A letter known by its number, from a file or from the register."""

    key: Key
    """Year, number, symbol and issuer, as they are compared."""
    day: date | None
    subject: str
    case: Case | None = None
    number: str = ""
    """As printed: 1186/UBND-VP."""
    shown: str = ""
    """The subject as it is written."""

    def is_same_letter(self, other: Numbered) -> bool:
        """The same day and subject: copies of one letter, or the letter and its entry in the register."""
        days = self.day is None or other.day is None or self.day == other.day
        subjects = not self.subject or not other.subject or self.subject == other.subject
        return days and subjects


def numbered(case: Case) -> Numbered | None:
    """The letter by its number; None where number, year or issuer is not known."""
    letter, day = case.letter, case.day
    number, symbol = number_of(letter), symbol_of(letter)
    if number is None or not symbol or day is None or letter.issuer is None:
        return None
    issuer = _own_issuer(case, letter.issuer.text)
    key = (day.year, number, symbol.upper(), issuer)
    return Numbered(
        key, full_day_of(letter), subject_of(letter), case, f"{number:02d}/{symbol}", _shown(letter)
    )


def _shown(letter: Letter) -> str:
    return letter.subject.text if letter.subject is not None else ""


def registered(entry: Entry, case: Case) -> Numbered | None:
    """An entry of the register; None where its date cannot be read."""
    try:
        day = date.fromisoformat(entry.date)
    except ValueError:
        return None
    symbol = entry.symbol.replace(" ", "")
    key = (day.year, entry.number, symbol.upper(), _issuer(case, entry.issuer))
    return Numbered(
        key, day, bare_subject(entry.subject), None, f"{entry.number:02d}/{symbol}", entry.subject
    )


def _own_issuer(case: Case, name: str) -> str:
    """As `_issuer`; a name that many bear (VĂN PHÒNG) is told apart by the superior above it."""
    if len(case.issuers) == 1:
        return case.issuers[0][0].id
    superior = case.letter.superior
    return _issuer(case, f"{name} {superior.text}" if superior is not None else name)


def _issuer(case: Case, name: str) -> str:
    """The issuer's id in the directory where the name is just one agency's, else the name as it is compared."""
    spelled = unabridged(name, case.law.symbols)
    ids = case.known.agency_ids.get(spelled, ())
    return ids[0] if len(ids) == 1 else spelled


@bundle_rule(
    "TT-84",
    Severity.ERROR,
    "Điều 15.1; Phụ lục VI, Phần I, III.1h",
    asks=(
        "Trong một năm, mỗi số và ký hiệu của một cơ quan chỉ cấp cho một văn bản.",
        "In one year an agency gives a number and symbol to one letter only.",
    ),
    mend=(
        "Đối chiếu sổ đăng ký văn bản đi, cấp số khác cho văn bản sau.",
        "Compare the register of outgoing letters and give the later letter another number.",
    ),
    wrong="Hai công văn khác nhau cùng số 1186/UBND-VP trong năm 2021",
    right="1186/UBND-VP và 1187/UBND-VP",
    why="So các tệp được đưa vào cùng lúc và sổ đăng ký (nếu có). Cùng ngày và cùng trích yếu là một văn "
    "bản, không phải trùng số.",
)
def one_number_one_letter(cases: Sequence[Case]) -> Iterator[tuple[Case, Fault]]:
    by_key = _by_key(cases)
    for case in cases:
        own = numbered(case)
        if own is None:
            continue
        for other in by_key[own.key]:
            if other.case is not case and not own.is_same_letter(other) and case.letter.number is not None:
                yield case, Fault(at(case.letter.number), _told(own, other))
                break


def _by_key(cases: Sequence[Case]) -> Mapping[Key, list[Numbered]]:
    found: defaultdict[Key, list[Numbered]] = defaultdict(list)
    for one in (numbered(case) for case in cases):
        if one is not None:
            found[one.key].append(one)
    for case in cases[:1]:
        for entry in (registered(e, case) for e in case.known.entries):
            if entry is not None:
                found[entry.key].append(entry)
    return found


def _told(own: Numbered, other: Numbered) -> Said:
    day = f" ngày {other.day:%d/%m/%Y}" if other.day else ""
    where = (
        (f"tệp {other.case.letter.name}", f"file {other.case.letter.name}")
        if other.case
        else ("sổ đăng ký", "the register")
    )
    about = f" “{other.shown}”" if other.shown else ""
    return Said(
        f"số {own.number} đã dùng cho văn bản{day}{about} ({where[0]})",
        f"number {own.number} is that of another letter{day}{about} ({where[1]})",
    )
