"""The line that ties an appendix to its letter: TT-80 "(Kèm theo …)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.errors import Severity
from engine.rules.case import Case
from engine.rules.checks.appendices import place_of_appendix
from engine.rules.finding import Fault, at
from engine.rules.form import Form, centre_faults, form_faults
from engine.rules.letter import Letter, Part, PartName, plain
from engine.rules.prose import said
from engine.rules.recognise.fold import bare, fold
from engine.rules.registry import rule

_CODE = re.compile(r"số:?\s*(?P<number>\d*)[\s.…_]*/\s*(?P<symbol>[^\s,;)]*)", re.IGNORECASE)
_DATE = re.compile(r"ngày\s*(\d{1,2})\s*(?:tháng|[/.-])\s*(\d{1,2})\s*(?:năm|[/.-])\s*(\d{4})", re.IGNORECASE)
_ISSUER = re.compile(r"\bcủa\s+(?P<issuer>[^()]+?)\s*[).;]*$")
_PLACE_DATE = re.compile(r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)
_SHORT = {
    "UBND": "UY BAN NHAN DAN",
    "HDND": "HOI DONG NHAN DAN",
    "BHXH": "BAO HIEM XA HOI",
    "TP": "THANH PHO",
}


@rule(
    "TT-80",
    Severity.ERROR,
    "Phụ lục I, III.1c",
    asks=(
        "Dưới tên phụ lục có dòng in nghiêng, canh giữa “(Kèm theo Văn bản số …/… ngày … tháng … năm … của "
        "…)”: văn bản giấy ghi "
        "đầy đủ, đúng số, ngày, cơ quan; văn bản điện tử không điền.",
        "Below the title stands, italic and centred, “(Kèm theo Văn bản số …/… ngày … tháng … năm … của "
        "…)”: filled on paper, as "
        "in boxes 3, 4 and 2; left unfilled in an electronic document.",
    ),
    mend=(
        "Ghi dòng “(Kèm theo …)” theo số, ngày, cơ quan của văn bản; Home → Font → Italic; Home → Paragraph "
        "→ Centered.",
        "Write “(Kèm theo …)” with the letter's number, date and issuer; Home → Font → Italic; Home → "
        "Paragraph → Centered.",
    ),
    wrong="(Kèm theo Công văn số 215/SNV ngày 14/3/2024), trong khi văn bản số 216",
    right="(Kèm theo Công văn số 216/SNV-VTLT ngày 14 tháng 3 năm 2024 của Sở Nội vụ)",
    why="Không biết là văn bản giấy hay điện tử thì điền hay không đều được, nhưng đã điền thì phải đúng.",
)
def attached_to(case: Case) -> Iterator[Fault]:
    """The line that ties an appendix to its letter."""
    for appendix in case.letter.appendices:
        if appendix.note is None:
            yield Fault(
                place_of_appendix(appendix),
                said("phụ lục không có dòng “(Kèm theo …)”", "no line “(Kèm theo …)”"),
            )
            continue
        yield from form_faults(appendix.note, Form(case.law.size(PartName.APPENDIX_NOTE), False, True))
        yield from centre_faults(appendix.note)
        yield from _filled(case, appendix.note)


def _filled(case: Case, note: Part) -> Iterator[Fault]:
    code, day, issuer = _CODE.search(note.text), _DATE.search(note.text), _ISSUER.search(note.text)
    number_given = bool(code and code["number"])
    letter_number = _CODE.search(case.letter.number.text) if case.letter.number is not None else None
    if case.declared.medium == "electronic":
        if number_given or day is not None:
            yield Fault(
                at(note),
                said("văn bản điện tử nhưng dòng “Kèm theo” đã điền số, ngày", "filled in an e-document"),
            )
        return
    if not number_given and day is None:
        issued = letter_number is not None and letter_number["number"]
        if case.declared.medium == "paper" and issued:
            yield Fault(at(note), said("văn bản giấy nhưng dòng “Kèm theo” chưa điền", "not filled on paper"))
        return
    yield from _agrees(case.letter, note, code, letter_number)
    yield from _day_agrees(case.letter, note, day)
    if (
        issuer is not None
        and case.letter.issuer is not None
        and not _same_name(issuer["issuer"], case.letter)
    ):
        told = said(
            f"ghi của “{issuer['issuer']}”, văn bản của “{case.letter.issuer.text}”",
            f"of “{issuer['issuer']}”",
        )
        yield Fault(at(note), told)


def _agrees(
    letter: Letter, note: Part, code: re.Match[str] | None, own: re.Match[str] | None
) -> Iterator[Fault]:
    if letter.number is None or own is None or code is None:
        return
    same_number = code["number"].lstrip("0") == own["number"].lstrip("0")
    if not (same_number and fold(code["symbol"]) == fold(own["symbol"].replace(" ", ""))):
        shown = f"{code['number']}/{code['symbol']}"
        told = said(
            f"ghi số {shown}, văn bản “{letter.number.text}”",
            f"number {shown}, the letter “{letter.number.text}”",
        )
        yield Fault(at(note), told)


def _day_agrees(letter: Letter, note: Part, day: re.Match[str] | None) -> Iterator[Fault]:
    own = _PLACE_DATE.search(letter.place_date.text) if letter.place_date is not None else None
    if (
        day is not None
        and own is not None
        and [int(n) for n in day.groups()] != [int(n) for n in own.groups()]
    ):
        shown = "/".join(day.groups())
        yield Fault(
            at(note),
            said(f"ghi ngày {shown}, văn bản {own.group()}", f"dated {shown}, the letter {own.group()}"),
        )


def _same_name(told: str, letter: Letter) -> bool:
    """One name holds all words of the other, abbreviations written out: the place may be left out on one
    side."""
    assert letter.issuer is not None
    note, own = _words(told), _words(letter.issuer.text)
    whole = own | (_words(letter.superior.text) if letter.superior is not None else set())
    return note <= whole or own <= note


def _words(name: str) -> set[str]:
    return {w for word in fold(plain(name)).split() for w in _SHORT.get(bare(word), word).split()}
