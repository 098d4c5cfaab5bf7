"""Capitals that Phụ lục II fixes: where a text writes them otherwise, and how it should be."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from engine.rules.written_names import WrittenNames, tone

UPPER = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""Capital letters of Vietnamese, for a class of a pattern."""
_MARK = re.compile(r"^\s*(?:[-+*•–]|\d+(?:\.\d+)*[.)/]?|[a-zđ][.)]|[IVXLC]+\.)\s+")
_NEAR = 40
"""Letters before a word that are looked at."""
_MOST = 200
"""Slips of one kind in one paragraph: more are not told one by one."""
_SHORT_KINDS = ("sở ", "bộ ", "cục ", "vụ ", "ban ", "phòng ", "viện ", "ủy ban ")


class Slip(NamedTuple):
    """Words written with other capitals than the law's, and the right ones; `start` and `end` count in the text."""

    start: int
    end: int
    found: str
    right: str


def goes_on(text: str, start: int) -> bool:
    """Whether a word stands inside of a sentence: a letter, a digit or a comma comes before it, no list mark."""
    mark = _MARK.match(text)
    begin = mark.end() if mark and mark.end() <= start else 0
    before = text[max(begin, start - _NEAR) : start].rstrip()
    return bool(before) and (before[-1].isalnum() or before[-1] in ",%")


# Parts of acts: phần, chương, mục, điều with a capital, khoản, điểm without (Phụ lục II, V.7).

_ARTICLE = re.compile(
    r"(?<!\w)(điều)(\s\d+[a-zđ]?\b)(?=\s*(?:[,;.:)–-]|$|"
    r"(?:của|và|hoặc|đến|tới|này|nêu|trên|về|được|có|thì|quy định|khoản|"
    r"Luật|Bộ luật|Nghị|Thông tư|Quyết định|Quy|Pháp lệnh|Hiến pháp|Hợp đồng|Điều lệ|Mục|Chương|Phần)\b))"
)
"""Followed by what follows a citation: "điều 02 xe ô tô" sends two cars."""
_CHAPTER = re.compile(
    r"(?<!\w)(chương|tiểu mục|mục|phần)(\s(?:[IVXLC]+|\d+))(?=\s+(?:Chương|Phần|Luật|Bộ luật|Nghị|Thông tư|của Luật))"
)
_CLAUSE = re.compile(r"(?<!\w)(Khoản)(\s\d+\b)")
_POINT = re.compile(r"(?<!\w)(Điểm)(\s[a-zđ]\b)")


def parts_of_acts(text: str) -> Iterator[Slip]:
    """điều 5; Khoản 2 or Điểm a inside of a sentence."""
    if not any(word in text for word in ("điều ", "chương ", "mục ", "phần ", "Khoản ", "Điểm ")):
        return
    for pattern in (_ARTICLE, _CHAPTER):
        for found in pattern.finditer(text):
            if not text[max(0, found.start() - _NEAR) : found.start()].rstrip().lower().endswith(" số"):
                yield _slip(found, found[1].capitalize())
    for pattern in (_CLAUSE, _POINT):
        for found in pattern.finditer(text):
            if goes_on(text, found.start()):
                yield _slip(found, found[1].lower())


def _slip(found: re.Match[str], right: str) -> Slip:
    """The first group is to be `right`; what the second group holds is told with it."""
    rest = found[2] if (found.lastindex or 0) > 1 else ""
    return Slip(found.start(1), found.end(1) + len(rest), found[1] + rest, right + rest)


# Specific acts: Công văn số 4218/VP-VX, Luật Bảo hiểm xã hội (Phụ lục II, V.6).


@lru_cache(maxsize=8)
def _acts(names: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest))})(?=\s+số:?\s*\d+\s*/)")


@lru_cache(maxsize=8)
def _laws(names: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(names, key=len, reverse=True)
    lead = "theo|cứ|hành|tại|của|Theo"
    return re.compile(
        rf"(?<=\s)(?<!pháp )(?:{lead})\s+({'|'.join(map(re.escape, longest))})(?=\s+(?!Việt)[{UPPER}])"
    )


def specific_acts(text: str, types: Iterable[str], named_only: Iterable[str]) -> Iterator[Slip]:
    """A type of act with a small letter though one act is meant; types and laws in small letters."""
    lists = (tuple(types), _acts, "số" in text), (tuple(named_only), _laws, "luật" in text or "lệnh" in text)
    for names, made, may_stand in lists:
        if names and may_stand:
            yield from (_slip(m, m[1][:1].upper() + m[1][1:]) for m in made(names).finditer(text))


# Nhân dân, Nhà nước (Phụ lục II, V.1), where they are nouns of their own beyond doubt.

_PEOPLE = re.compile(
    r"(?:tầng lớp|quần chúng|toàn thể|vận động|đời sống|phục vụ|đông đảo|Đảng và) (nhân dân)(?!\w)"
)
_STATE = re.compile(
    r"(?:Đảng và|Đảng,|của Đảng và|chính sách của|pháp luật của|chủ trương của) (nhà nước)(?!\w)"
)


def people_and_state(text: str) -> Iterator[Slip]:
    """mọi tầng lớp nhân dân; Đảng và nhà nước. "quản lý nhà nước", "Ủy ban nhân dân" are right."""
    if "nhân dân" not in text and "nhà nước" not in text:
        return
    yield from (_slip(m, "Nhân dân") for m in _PEOPLE.finditer(text))
    yield from (_slip(m, "Nhà nước") for m in _STATE.finditer(text))


# Administrative units (Phụ lục II, III.1).

_UNIT = re.compile(
    rf"(?<!\w)(Tỉnh|Thành phố)(?! (?:Hồ Chí Minh|Đoàn|Ủy|Đội|Hội|Ban))( [{UPPER}]\w* [{UPPER}]\w*)"
)
_NUMBERED = re.compile(r"(?<!\d )(?<!các )(?<!những )(?<!\w)(quận|phường)( \d{1,2}\b)(?![/.,]\d)")


def units(text: str) -> Iterator[Slip]:
    """Thành phố Hải Phòng inside of a sentence; quận 1."""
    if not any(word in text for word in ("Tỉnh ", "Thành phố ", "quận ", "phường ")):
        return
    for found in _UNIT.finditer(text):
        if goes_on(text, found.start()):
            yield _slip(found, found[1].lower())
    for found in _NUMBERED.finditer(text):
        if not text[max(0, found.start() - _NEAR) : found.start()].rstrip()[-1:].isdigit():
            yield _slip(found, found[1].capitalize())


# Names of agencies (Phụ lục II, IV): the directory's, and those that the rule set lists.


def agencies(text: str, names: WrittenNames, listed: Collection[str] = ()) -> Iterator[Slip]:
    """Names in other capitals than theirs: those listed wherever they stand, others where they are meant as names."""
    for start, end, rights in names.found_in(text):
        found = text[start:end]
        if _is_bound(text, start):
            continue
        if not _is_right(found, rights) and (rights[0] in listed or _is_meant(found, rights[0])):
            yield Slip(start, end, found, rights[0])


_BOUND = {
    "bộ": frozenset(["tiến", "cán", "nội", "đồng", "toàn", "trung", "bắc", "nam", "cục", "bách"]),
    "ban": frozenset(["trưởng", "phó"]),
    "cục": frozenset(["trưởng", "phó", "kết", "tổng"]),
    "phòng": frozenset(["trưởng", "phó", "quốc", "văn", "dự", "hải", "căn"]),
    "sở": frozenset(["cơ", "trụ", "công"]),
    "viện": frozenset(["trưởng", "phó", "bệnh", "học", "thư"]),
    "vụ": frozenset(["trưởng", "phó", "nhiệm", "dịch", "phục", "chức", "nghiệp", "công", "sự"]),
}
"""Words that make another word with the small type word behind them: tiến bộ, cơ sở, trưởng phòng."""
_TWO_WORDS = re.compile(r"(?<!\w)(\w+)\s+$")


def _is_bound(text: str, start: int) -> bool:
    word = text[start : start + _NEAR].split(maxsplit=1)[0]
    before = _TWO_WORDS.search(text[max(0, start - _NEAR) : start]) if word in _BOUND else None
    return before is not None and before[1].lower() in _BOUND[word]


def _is_right(found: str, rights: Iterable[str]) -> bool:
    """As written, as begins a sentence, or all in capitals."""
    if found.isupper():
        return True
    bare = tone(found)
    return any(bare == tone(r) or (bare[0].isupper() and bare[1:] == tone(r)[1:]) for r in rights)


def _is_meant(found: str, right: str) -> bool:
    """A capital at its beginning, or a short type word followed by the name's own capitals: sở Y tế."""
    return found[0].isupper() or (found.startswith(_SHORT_KINDS) and tone(found)[1:] == tone(right)[1:])


def first_of_each(finders: Iterable[Callable[[], Iterator[Slip]]]) -> tuple[Slip, ...]:
    """The slips of all finders, those that lie over an earlier one left out."""
    kept: list[Slip] = []
    for finder in finders:
        for slip in islice(finder(), _MOST):
            if not any(slip.start < k.end and k.start < slip.end for k in kept):
                kept.append(slip)
    return tuple(sorted(kept))
