"""A citation agrees with itself and with the letter that it cites, where that is given too (Phụ lục I, II.6b)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from engine.errors import Severity
from engine.rules.agency_names import unabridged
from engine.rules.case import Case
from engine.rules.checks.numbers_across import Numbered, numbered, registered
from engine.rules.cited import Cited, agency_groups, cited_acts, expected_symbols, fits
from engine.rules.finding import Fault, Said, at
from engine.rules.letter import PartName
from engine.rules.registry import bundle_rule

_LIKE, _UNLIKE = 85, 50
"""Likeness of subjects, of 100: from the first they are one, below the second they are two."""
_PLACES = frozenset(("tỉnh", "thành", "phố", "huyện", "quận", "thị", "xã", "phường", "trấn", "đặc", "khu"))


@bundle_rule(
    "TT-88",
    Severity.WARNING,
    "Phụ lục I, II.6b",
    asks=(
        "Ký hiệu của văn bản được viện dẫn phù hợp với cơ quan ban hành được nêu; số, ngày, cơ quan, trích "
        "yếu đúng như văn bản đó.",
        "The symbol of a cited act fits the issuer that is named; number, date, issuer and subject are those "
        "of that act.",
    ),
    mend=(
        "Đối chiếu bản chính của văn bản được viện dẫn, sửa tên cơ quan hoặc số, ký hiệu, ngày.",
        "Compare the cited act itself and correct its issuer, number, symbol or date.",
    ),
    wrong="Công văn số 4218/VP-VX của Ủy ban nhân dân thành phố Hải Phòng",
    right="Công văn số 4218/VP-VX của Văn phòng Ủy ban nhân dân thành phố Hải Phòng",
    why="Ký hiệu so với viết tắt trong danh bạ, bộ quy tắc và chữ cái đầu của tên cơ quan; chỉ báo khi ký "
    "hiệu chắc chắn là của cơ quan khác. "
    "Khi đưa nhiều tệp hoặc có sổ đăng ký thì so cả ngày, cơ quan, trích yếu với văn bản được viện dẫn.",
    sure=False,
)
def citations_agree(cases: Sequence[Case]) -> Iterator[tuple[Case, Fault]]:
    known = _letters(cases)
    for case in cases:
        told: set[str] = set()
        for cited in cited_acts(case):
            said = _against_letters(case, cited, known) or _against_itself(case, cited)
            if said is not None and cited.citation.code not in told:
                told.add(cited.citation.code)
                yield case, Fault(at(cited.citation.item.strip, PartName.BODY), said)


def _letters(cases: Sequence[Case]) -> Mapping[str, list[Numbered]]:
    """Letters of the files and of the register, by their symbol."""
    found: defaultdict[str, list[Numbered]] = defaultdict(list)
    for one in (numbered(case) for case in cases):
        if one is not None:
            found[one.key[2]].append(one)
    for case in cases[:1]:
        for entry in (registered(e, case) for e in case.known.entries):
            if entry is not None:
                found[entry.key[2]].append(entry)
    return found


def _against_itself(case: Case, cited: Cited) -> Said | None:
    """The symbol is that of another agency than the one named."""
    if not cited.issuer:
        return None
    expected = expected_symbols(cited, case)
    groups = agency_groups(cited)
    if not expected or not groups or any(fits(g, cited, expected) for g in groups):
        return None
    own = [g for g in groups if g in _known_symbols(case)]
    if not own:
        return None
    words, shown = cited.citation.words, cited.shown
    return Said(
        f"“{words}” có ký hiệu của {own[0]}, không phải của “{shown}”",
        f"“{words}” bears the symbol of {own[0]}, not of “{shown}”",
    )


def _known_symbols(case: Case) -> frozenset[str]:
    listed = {short.upper() for short in case.law.symbols.values()}
    return frozenset(listed | {a.symbol.upper() for a in case.known.directory.agencies.values() if a.symbol})


def _against_letters(case: Case, cited: Cited, known: Mapping[str, list[Numbered]]) -> Said | None:
    """The letter that is cited is there, and says otherwise."""
    others = [o for o in known.get(cited.symbol, ()) if o.case is not case]
    same = [o for o in others if o.key[1] == cited.number and _same_year(cited, o)]
    for other in same:
        said = _differs(case, cited, other)
        if said is None:
            return None
    if same:
        return _differs(case, cited, same[0])
    return next((s for o in others if (s := _other_number(case, cited, o)) is not None), None)


def _same_year(cited: Cited, other: Numbered) -> bool:
    return cited.day is None or cited.day.year == other.key[0]


def _differs(case: Case, cited: Cited, other: Numbered) -> Said | None:
    words = cited.citation.words
    issuer_agrees = _one_issuer(case, cited, other)
    day_agrees = cited.day is None or other.day is None or cited.day == other.day
    if not day_agrees and issuer_agrees and cited.day is not None and other.day is not None:
        return Said(
            f"“{words}” ghi ngày {cited.day:%d/%m/%Y}, văn bản đó ngày {other.day:%d/%m/%Y}",
            f"“{words}” is dated {cited.day:%d/%m/%Y} here, {other.day:%d/%m/%Y} itself",
        )
    if day_agrees and not issuer_agrees:
        name = _issuer_name(case, other)
        return Said(
            f"“{words}” ghi của “{cited.shown}”, văn bản đó của “{name}”",
            f"“{words}” is told to be of “{cited.shown}”, it is of “{name}”",
        )
    if day_agrees and cited.subject and other.subject and _likeness(cited.subject, other.subject) < _UNLIKE:
        return Said(
            f"“{words}” ghi trích yếu “{cited.subject}”, văn bản đó là “{other.subject}”",
            f"“{words}” is told to be about “{cited.subject}”, it is about “{other.subject}”",
        )
    return None


def _other_number(case: Case, cited: Cited, other: Numbered) -> Said | None:
    """Symbol, day, issuer and subject are those of a letter with another number."""
    if cited.day is None or cited.day != other.day or not cited.subject or not other.subject:
        return None
    if not _one_issuer(case, cited, other) or _likeness(cited.subject, other.subject) < _LIKE:
        return None
    return Said(
        f"“{cited.citation.words}”: văn bản ngày {cited.day:%d/%m/%Y} về việc này có số {other.number}",
        f"“{cited.citation.words}”: the letter of {cited.day:%d/%m/%Y} on this matter is number {other.number}",
    )


def _likeness(one: str, other: str) -> float:
    return fuzz.token_set_ratio(one, other)


def _one_issuer(case: Case, cited: Cited, other: Numbered) -> bool:
    """The name that is stated may mean the issuer: it begins alike, and one holds all words of the other.

    Words for kinds of places are left out, a superior printed above may stand between.
    """
    if not cited.issuer:
        return True
    stated = [w for w in cited.issuer.split() if w not in _PLACES]
    real = [w for w in unabridged(_issuer_name(case, other), case.law.symbols).split() if w not in _PLACES]
    return stated[:2] == real[:2] and (set(stated) <= set(real) or set(real) <= set(stated))


def _issuer_name(case: Case, other: Numbered) -> str:
    """The issuer's full name where the directory knows it, else as printed."""
    agency = case.known.directory.agencies.get(other.key[3])
    return agency.name if agency is not None else other.key[3]
