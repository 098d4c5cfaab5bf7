"""How a row says that the person stands against the national population database, and what it says of VssID.

Offices print the outcome in words of their own. Words that say both are told; nothing is taken from them then.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.intake.cells import ANSWERS, RowCells
from engine.model.person import Answer, Identifiers, Matching, Standing
from engine.people.finding import Reading, error, notice, warning
from engine.people.lists import Lists
from engine.people.reasons import OTHER, read_reasons
from engine.people.text_repair import tidy

OUTCOMES = "ket-qua-doi-chieu"
OUTCOME, REASON = "list.verification", "person.mismatch"
_NO_NUMBER = "NO_ID"
_NUMBER_CELLS = ("person.citizen_id", "list.old_card", "list.passport")
_UNLIKE = re.compile(
    r"(?<!\w)(?:chưa|không|sai|lệch|khác|thiếu|chờ|đang|hủy|huỷ|chỉ|nếu|khi|cần|nhưng|trừ|not?|partly|partially|if|when|but|except|pending)(?!\w)"
)
_SAID_CODE = re.compile(r"(?<!\w)(\w)\s*[:=\-–]\s*([^;,/()]+)")
"""What a head says of its marks: “(1: khớp, 0: chưa khớp)”."""
_BETWEEN = re.compile(r"[;:,+(\n]|\s-\s")
_SUBJECT = re.compile(r"(?:tài khoản|ứng dụng|tk|app)?\s*(?:vssid|vss-id|email|e-mail)\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the words of a cell mean: the outcome, None where they mean none, and reasons named with it."""

    matching: Matching | None = None
    reasons: tuple[str, ...] = ()
    is_unknown: bool = False


def standing_of(cells: RowCells, form: str, identifiers: Identifiers) -> Standing:
    """The person's standing by the row's words, else by the form: Mẫu 01 lists the matched, Mẫu 02 the others."""
    said, why = _said(cells), _why(cells)
    outcome = _outcome(cells, said, why)
    if outcome.is_unknown:
        cells.tell(OUTCOME, warning("PEOPLE-STANDING-UNKNOWN", text=said[:80]))
    mismatch = _reasons(cells, why)
    words = why or said
    reasons = tuple(dict.fromkeys((*outcome.reasons, *mismatch)))
    matching = outcome.matching or _of_form(form)
    if matching is Matching.MATCHED and reasons:
        cells.tell(REASON if why else OUTCOME, error("PEOPLE-STANDING-CONTRADICTS"))
        return Standing(said=words)
    if outcome.matching and _contradicts(outcome.matching, form):
        cells.tell(_place(cells), error("PEOPLE-STANDING-OF-FORM", form=form.upper()))
        return Standing(said=words)
    return _told(cells, matching, reasons, words, form, identifiers)


def _outcome(cells: RowCells, said: str, why: str) -> Outcome:
    """The outcome of its own column, which may only mark what its head says; else of that of the reasons."""
    desk = cells.desk
    outcome = desk.once(OUTCOME, said or why, read_outcome)
    if not said and why and desk.lists.find(ANSWERS, why) == "yes":
        return Outcome(_of_head(cells, REASON))
    if not said:
        agreed = outcome.matching in (Matching.MATCHED, Matching.UNCHECKED)
        return outcome if agreed else Outcome()
    answer = desk.lists.find(ANSWERS, said)
    if not outcome.is_unknown or answer is None:
        return outcome
    label = cells.learned.labels.get(OUTCOME, "")
    codes = {code.casefold(): words for code, words in _SAID_CODE.findall(label)}
    if said.casefold() in codes:
        return desk.once(OUTCOME, codes[said.casefold()], read_outcome)
    head = _of_head(cells, OUTCOME)
    marked = {("yes", Matching.MATCHED): Matching.MATCHED, ("no", Matching.MATCHED): Matching.MISMATCHED}
    marked["yes", Matching.MISMATCHED] = Matching.MISMATCHED
    meant = marked.get((answer, head)) if head else None
    return Outcome(meant) if meant else outcome


def _of_head(cells: RowCells, key: str) -> Matching | None:
    """The outcome that the column's own head names: “Khớp”, “Chưa khớp”."""
    label = _own_head(cells.learned.labels.get(key, ""))
    return cells.desk.once(OUTCOME, label, read_outcome).matching


def _own_head(label: str) -> str:
    """The head without those above it and without what stands in brackets: "Đã xác thực (x)"."""
    return label.rpartition(" / ")[2].partition("(")[0].strip()


def _said(cells: RowCells) -> str:
    """The words of the outcome, in the encoding in which they mean one."""
    readings = cells.readings(OUTCOME)
    known = (text for text in readings if not cells.desk.once(OUTCOME, text, read_outcome).is_unknown)
    return next(known, readings[0])


def _why(cells: RowCells) -> str:
    """The words of the reasons, in the encoding in which all of them are known."""
    readings = cells.readings(REASON)
    known = (text for text in readings if not cells.desk.once(REASON, text, read_reasons).findings)
    return next(known, readings[0])


def _told(
    cells: RowCells,
    matching: Matching,
    reasons: tuple[str, ...],
    words: str,
    form: str,
    identifiers: Identifiers,
) -> Standing:
    numbered = _has_number(cells, identifiers)
    if matching is Matching.UNCHECKED and not (form or words or numbered) and _lacks_number(cells):
        cells.tell(_NUMBER_CELLS[0], notice("PEOPLE-STANDING-NO-NUMBER"))
        return Standing(Matching.NO_NUMBER, (_NO_NUMBER,))
    if matching is Matching.UNCHECKED and (reasons or form == "mau-02"):
        matching = Matching.MISMATCHED
        if _NO_NUMBER in reasons or (not reasons and not numbered):
            matching = Matching.NO_NUMBER
    elif matching is Matching.MISMATCHED and set(reasons) == {_NO_NUMBER}:
        matching = Matching.NO_NUMBER
    if matching is Matching.NO_NUMBER and identifiers.citizen_id:
        expected = form == "mau-02"  # the unit adds the number there
        cells.tell(_place(cells), (notice if expected else warning)("PEOPLE-STANDING-HAS-NUMBER"))
    if matching is Matching.MATCHED and not numbered and cells.has_column(_NUMBER_CELLS[0]):
        cells.tell(_NUMBER_CELLS[0], warning("PEOPLE-STANDING-WITHOUT-NUMBER"))
    return Standing(matching, reasons, words)


def _lacks_number(cells: RowCells) -> bool:
    """Whether the list asks for citizen numbers and the row has none: empty, and not one that could not be read."""
    anew = any(key.startswith("new.") for key in cells.learned.places)
    return cells.has_column(_NUMBER_CELLS[0]) and not anew and not cells.is_told(*_NUMBER_CELLS)


def _place(cells: RowCells) -> str:
    return next((key for key in (REASON, OUTCOME) if cells.value(key) is not None), _NUMBER_CELLS[0])


def _has_number(cells: RowCells, identifiers: Identifiers) -> bool:
    """Whether the row has a number at all, even one that could not be read."""
    if identifiers.citizen_id or identifiers.old_card or identifiers.passport:
        return True
    texts = (cells.text(key) for key in _NUMBER_CELLS)
    return any(text and not cells.says_none(text) for text in texts)


def _reasons(cells: RowCells, text: str) -> tuple[str, ...]:
    if not text or cells.says_none(text):
        return ()
    if cells.desk.lists.find(ANSWERS, text) == "yes" and _of_head(cells, REASON):
        return ()
    if cells.desk.once(OUTCOME, text, read_outcome).matching in (Matching.MATCHED, Matching.UNCHECKED):
        return ()
    read: Reading[tuple[str, ...]] = cells.desk.once(REASON, text, read_reasons)
    cells.tell(REASON, *read.findings)
    return read.value or ()


def _of_form(form: str) -> Matching:
    return Matching.MATCHED if form == "mau-01" else Matching.UNCHECKED


def _contradicts(matching: Matching, form: str) -> bool:
    """Whether the words say otherwise than the list in which they stand."""
    if form == "mau-01":
        return matching in (Matching.MISMATCHED, Matching.NO_NUMBER)
    return form == "mau-02" and matching is Matching.MATCHED


def read_outcome(text: str, lists: Lists) -> Outcome:
    """What the words say: as a whole, else part by part, else by the longest known words in them.

    Words of agreement are believed only where they come first and nothing after them says otherwise: "chưa được khớp"
    and "sẽ khớp khi có số" are no "khớp".
    """
    plain = tidy(text).strip("-. ")
    if not plain:
        return Outcome()
    if (code := lists.find(OUTCOMES, plain)) is not None:
        return Outcome(Matching(code))
    parts = [part for one in _BETWEEN.split(plain) if (part := one.strip("-.) "))]
    codes = [lists.find(OUTCOMES, part) or _within(part.casefold(), lists) for part in parts]
    meanings = {Matching(code) for code in codes if code}
    reasons = tuple(
        r for part, code in zip(parts, codes, strict=True) if not code for r in _known(part, lists)
    )
    if Matching.MATCHED in meanings and (len(meanings) > 1 or reasons):
        return Outcome(is_unknown=True)
    for matching in (Matching.NO_NUMBER, Matching.MISMATCHED, Matching.UNCHECKED, Matching.MATCHED):
        if matching in meanings and not (matching is Matching.UNCHECKED and reasons):
            return Outcome(matching, reasons)
    if reasons:
        return Outcome(Matching.NO_NUMBER if reasons == (_NO_NUMBER,) else Matching.MISMATCHED, reasons)
    return Outcome(is_unknown=True)


def _known(part: str, lists: Lists) -> tuple[str, ...]:
    read = read_reasons(part, lists)
    return tuple(code for code in read.value or () if code != OTHER)


def _within(part: str, lists: Lists) -> str | None:
    """The outcome whose longest writing stands in the words; reasons in them go first."""
    if _known(part, lists):
        return None
    writings = lists.writings(OUTCOMES)
    found = [text for text in writings if re.search(rf"(?<!\w){re.escape(text)}(?!\w)", part)]
    if not found:
        return None
    longest = max(found, key=len)
    code = writings[longest]
    rest = part.replace(longest, " ")
    doubtful = not part.removeprefix("đã ").startswith(longest.removeprefix("đã ")) or _UNLIKE.search(rest)
    return None if code == Matching.MATCHED and doubtful else code


def answer_in(cells: RowCells, key: str) -> Answer:
    """Có or Chưa of a cell; an e-mail address counts as Có where e-mail is asked for."""
    value = cells.value(key)
    if isinstance(value, bool):
        return Answer.YES if value else Answer.NO
    plain = ""
    for text in reversed(cells.readings(key)):
        plain = tidy(_SUBJECT.sub(" ", text)).strip(" .:") or text
        code = cells.desk.lists.find(ANSWERS, plain)
        if code is not None:
            return Answer(code)
    if not plain:
        return Answer.UNKNOWN
    if key == "person.email_status" and "@" in plain:
        return Answer.YES
    if not cells.says_none(plain):
        cells.tell(key, warning("PEOPLE-ANSWER-UNKNOWN", text=plain[:40]))
    return Answer.UNKNOWN
