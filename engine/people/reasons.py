"""Why a person did not match the population database, from what offices print in words of their own."""

from __future__ import annotations

import re

from engine.people.finding import Reading, warning
from engine.people.lists import Lists
from engine.people.text_repair import tidy

REASONS = "ly-do-chua-khop"
OUTCOMES = "ket-qua-doi-chieu"
OTHER = "OTHER"
_BETWEEN = re.compile(r"[;,+\n]|\s-\s")
_AND = re.compile(r"(?<!họ)\svà\s(?!tên)", re.IGNORECASE)
_FULL_NAME = re.compile(r"họ và tên", re.IGNORECASE)


def read_reasons(cell: object, lists: Lists) -> Reading[tuple[str, ...]]:
    """The codes of ly-do-chua-khop that the words mean, in the order of print; several may stand in one cell.

    Words that mean none are another reason (OTHER) and told; “chưa khớp” and the like say that there is a reason,
    not which.
    """
    whole = (tidy(part).strip("-. ") for part in _BETWEEN.split(str(cell or "")))
    parts = [part for one in whole for part in _apart(one, lists) if part and not _is_outcome(part, lists)]
    if not parts:
        return Reading()
    codes: dict[str, None] = {}
    unknown: list[str] = []
    for part in parts:
        code = _meant(part.casefold(), lists)
        unknown.extend(() if code else (part,))
        codes[code or OTHER] = None
    return Reading(tuple(codes), tuple(warning("PEOPLE-REASON-UNKNOWN", text=part[:80]) for part in unknown))


def _is_outcome(part: str, lists: Lists) -> bool:
    return lists.find(REASONS, part) is None and lists.find(OUTCOMES, part) is not None


def _apart(text: str, lists: Lists) -> list[str]:
    """The reasons that "và" joins; a writing of the list that has one of its own, as "họ và tên", stays whole."""
    if lists.find(REASONS, text) is not None:
        return [text]
    return [_FULL_NAME.sub("họ tên", part).strip("-. ") for part in _AND.split(text)]


def _meant(part: str, lists: Lists) -> str | None:
    """The code of the longest writing that stands in the words as whole words."""
    writings = lists.writings(REASONS)
    found = [text for text in writings if re.search(rf"(?<!\w){re.escape(text)}(?!\w)", part)]
    return writings[max(found, key=len)] if found else None
