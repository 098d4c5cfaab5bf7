"""What stands behind a citation, read out: its day, its issuer, its subject; and whether a symbol fits an issuer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from engine.rules.acts import Citation
from engine.rules.agency_names import periods, unabridged
from engine.rules.case import Case, Known
from engine.rules.told import bare_subject

_DAY = (
    r"(?:ngày\s+)?(?P<{0}d>\d{{1,2}})(?:\s*[/.-]\s*|\s+tháng\s+)"
    r"(?P<{0}m>\d{{1,2}})(?:\s*[/.-]\s*|\s+năm\s+)(?P<{0}y>\d{{4}})"
)
_BEHIND = re.compile(
    rf"^\s*,?\s*(?:{_DAY.format('a')})?\s*,?\s*(?:của\s+(?P<issuer>[^\W\d_].*?)(?=\s+(?:về|v/v|ban hành|phê duyệt|ngày|"
    r"triển khai|quy định|hướng dẫn|sửa đổi|thực hiện)\b|[,;:(“\"]|\.\s|\.?$))?"
    rf"\s*,?\s*(?:{_DAY.format('b')})?\s*,?\s*(?P<about>(?:về việc|về|v/v)\s+[^;“\"]*?)?(?:[;(“\"]|\.\s|$)",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"^(?:phó )?(?:tổng giám đốc|giám đốc|bộ trưởng|thủ trưởng|cục trưởng|tổng cục trưởng|hiệu trưởng|trưởng ban|"
    r"viện trưởng|chủ tịch(?! nước| quốc hội)|chánh)\s+"
)
_SMALL = frozenset({"và", "của", "các", "-", "về"})
_LONGEST_NAME = 14
_REACH = 500
"""Letters behind a number that may tell of the act."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation with what the words behind it say; None and "" where they do not."""

    citation: Citation
    day: date | None
    issuer: str
    """In full small letters, abbreviations written out: "ủy ban nhân dân thành phố hải phòng"."""
    shown: str
    """As written."""
    subject: str

    @property
    def number(self) -> int:
        return int(re.sub(r"\D", "", self.citation.number))

    @property
    def symbol(self) -> str:
        return self.citation.symbol.replace(" ", "").upper()


def cited_acts(case: Case) -> Iterator[Cited]:
    """Every act that the letter's own words cite by number, in reading order."""
    found = [c for c in case.citations if c.own]
    item, text = None, ""
    for place, one in enumerate(found):
        if one.item is not item:
            item, text = one.item, one.item.text
        after = found[place + 1] if place + 1 < len(found) else None
        end = after.start if after is not None and after.item is item else one.end + _REACH
        yield _read(one, text[one.end : min(end, one.end + _REACH)], case.law.symbols)


def _read(one: Citation, behind: str, symbols: Mapping[str, str]) -> Cited:
    found = _BEHIND.match(behind)
    if found is None:
        return Cited(one, None, "", "", "")
    shown = (found["issuer"] or "").strip(" .")
    issuer = _PERSON.sub("", unabridged(shown, symbols)) if shown else ""
    return Cited(
        one, _date(found, "a") or _date(found, "b"), issuer, shown, bare_subject(found["about"] or "")
    )


def _date(found: re.Match[str], which: str) -> date | None:
    try:
        return date(int(found[which + "y"]), int(found[which + "m"]), int(found[which + "d"]))
    except (TypeError, ValueError):
        return None


def expected_symbols(cited: Cited, case: Case) -> frozenset[str]:
    """The abbreviations that the stated issuer may have in a symbol; empty where nobody knows."""
    listed = sorted(case.law.symbols.items(), key=lambda pair: -len(pair[0]))
    longest = [short.upper() for full, short in listed if cited.issuer.startswith(full)][:1]
    return frozenset((*longest, *_registered(cited.issuer, case.known)))


def _registered(name: str, known: Known) -> Iterator[str]:
    """The symbols of the agencies of the longest registered name with which the words begin."""
    words = name.split()
    for count in range(min(len(words), _LONGEST_NAME), 1, -1):
        ids = known.agency_ids.get(" ".join(words[:count]), ())
        if ids:
            every = (p.symbol for i in ids for p in periods(known.directory.agencies[i]))
            yield from (s.upper() for s in every if s)
            return


def fits(group: str, cited: Cited, expected: Iterable[str]) -> bool:
    """Whether a group of the symbol may stand for the issuer: its abbreviation, or the first letters of its name."""
    bare = group.replace("&", "").upper()
    if any(bare.startswith(e.replace("&", "")) for e in expected):
        return True
    initials = "".join(w[0] for w in cited.issuer.split() if w not in _SMALL).upper()
    return len(bare) > 1 and (initials.startswith(bare) or initials[1:].startswith(bare))


def agency_groups(cited: Cited) -> tuple[str, ...]:
    """The groups of the symbol that stand for an issuer: the first of a công văn, those behind the type of others."""
    groups = [g for g in cited.symbol.split("/")[-1].split("-") if g]
    if cited.citation.type.lower() in ("", "công văn", "văn bản") or len(groups) < 2:
        return tuple(groups[:1])
    return tuple(groups[1:])
