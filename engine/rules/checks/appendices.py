"""Appendices: TT-77 mentions, TT-78 numerals, TT-79 label and title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engine.errors import Severity
from engine.rules.case import Case
from engine.rules.finding import Fault, Place, Said, at
from engine.rules.form import Form, centre_faults, form_faults
from engine.rules.letter import Appendix, Item, Letter, Part, PartName, Role
from engine.rules.prose import place_of, said
from engine.rules.recognise.fold import is_upper
from engine.rules.recognise.numbers import roman_value
from engine.rules.registry import rule

_NUMERAL = r"(?:[IVXLC]+|\d{1,2}|[A-ZĐ])(?![\w/])"
_MENTION = re.compile(
    rf"\b(?P<word>[Pp]hụ lục|PHỤ LỤC)(?P<numbers>\s+(?:số\s+)?{_NUMERAL}"
    rf"(?:\s*(?:,|và|hoặc|đến|-|–|;)\s*(?:[Pp]hụ lục\s+)?(?:số\s+)?{_NUMERAL})*)?"
)
_FOREIGN = re.compile(
    r"^(?:[\s,(]|được|ban hành|kèm theo|đính kèm|kèm|của|theo|tại|thuộc|trong)*"
    r"\b(?:Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Chỉ thị|Công văn|Kế hoạch|Hướng dẫn|Hợp đồng|hợp đồng|"
    r"Thông báo|Báo cáo|Tờ trình|Quy chế|Quy định|Quy trình|Văn bản|Đề án|Chương trình)\b(?!\s+này)"
)
_CONTRACT = re.compile(r"^\s+(?:của\s+)?hợp đồng", re.IGNORECASE)
_ATTACHED = re.compile(r"kèm theo|đính kèm|gửi kèm|dưới đây|sau đây", re.IGNORECASE)
_ISSUED_WITH = re.compile(r"^\(?\s*(?:được\s+)?ban hành kèm theo", re.IGNORECASE)


@rule(
    "TT-77",
    Severity.ERROR,
    "Phụ lục I, III.1a",
    asks=(
        "Văn bản có phụ lục thì nội dung phải có chỉ dẫn về phụ lục đó; phụ lục được nhắc thì phải kèm theo.",
        "The main text refers to each appendix, and each appendix referred to is attached.",
    ),
    mend=(
        "Ghi trong nội dung “(Phụ lục I kèm theo)”, hoặc bổ sung phụ lục còn thiếu.",
        "Write “(Phụ lục I kèm theo)” in the text, or attach what is missing.",
    ),
    wrong="Nội dung nhắc Phụ lục II nhưng tệp không có Phụ lục II.",
    right="… theo mẫu tại Phụ lục I kèm theo.",
    why=(
        "Phụ lục của văn bản khác (“Phụ lục I Nghị định số …”) không tính. Phụ lục gửi thành tệp riêng thì "
        "khai báo là phụ lục "
        "ngoài tệp. “phụ lục” viết thường, không gọi đúng tên, chỉ là cảnh báo."
    ),
)
def mentions(case: Case) -> Iterator[Fault]:
    """References and appendices, each against the other."""
    letter = case.letter
    named = list(_mentions(letter.items))
    if _is_misnumbered(letter, named):
        return
    if not case.declared.external_appendices:
        yield from _missing(letter, named)
    yield from _unmentioned(letter, named)


def _is_misnumbered(letter: Letter, named: Sequence[tuple[Item, str, tuple[str, ...]]]) -> bool:
    """As many appendices as are named, but with other numerals: the numerals are wrong (TT-78), none is missing."""
    numerals = [roman_value(a.numeral) for a in letter.appendices]
    told = {n for _, _, ns in named for n in ns}
    return numerals != list(range(1, len(numerals) + 1)) and 0 < len(told) == len(numerals)


def _mentions(items: Sequence[Item]) -> Iterator[tuple[Item, str, tuple[str, ...]]]:
    """Each mention of an appendix of this letter: where, the words, the numerals."""
    for item in items:
        text = item.text
        for found in _MENTION.finditer(text):
            rest = text[found.end() :]
            foreign = _FOREIGN.match(rest) or _CONTRACT.match(rest)
            if item.role is not Role.BASIS and not foreign:
                yield item, found["word"], _numerals(found["numbers"] or "")


def _numerals(text: str) -> tuple[str, ...]:
    """ "I, II và III" → I II III; "I đến IV" → I II III IV."""
    found = re.findall(_NUMERAL, text)
    if re.search(r"đến|-|–", text) and len(found) == 2:
        first, last = (_ordinal(n) for n in found)
        if 0 < first < last < 40:
            return tuple(str(n) for n in range(first, last + 1))
    return tuple(found)


def _ordinal(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else roman_value(numeral)


def _same(one: str, other: str) -> bool:
    return one == other or (_ordinal(one) > 0 and _ordinal(one) == _ordinal(other))


def _missing(letter: Letter, named: Sequence[tuple[Item, str, tuple[str, ...]]]) -> Iterator[Fault]:
    """An unlabelled or unnumbered appendix may be any of those that are named: its label is the matter of
    TT-78, 79."""
    attached = [a.numeral for a in letter.appendices]
    spare = sum(not n for n in attached)
    told: set[str] = set()
    for item, _, numerals in named:
        lost = [n for n in numerals if n not in told and not any(_same(n, a) for a in attached if a)]
        told.update(lost)
        if not attached and (lost or not (numerals or told)):
            name = f"Phụ lục {', '.join(lost)}".strip()
            yield Fault(
                place_of(item), said(f"nhắc {name} nhưng tệp không có phụ lục", f"{name} is not attached")
            )
            told.add("")
        elif lost and attached and spare == 0:
            name = f"Phụ lục {', '.join(lost)}"
            yield Fault(place_of(item), said(f"nhắc {name} nhưng tệp không có", f"{name} is not attached"))


def _unmentioned(letter: Letter, named: Sequence[tuple[Item, str, tuple[str, ...]]]) -> Iterator[Fault]:
    if not letter.items:
        return
    general = any(not numerals for _, _, numerals in named)
    attached = any(_ATTACHED.search(i.text) for i in letter.items)
    for appendix in letter.appendices:
        called = (
            any(_same(appendix.numeral, n) for _, _, ns in named for n in ns)
            if appendix.numeral
            else bool(named)
        )
        if not (called or general or (attached and not named)):
            name = _name(appendix)
            yield Fault(
                place_of_appendix(appendix),
                said(f"nội dung không nhắc {name}", f"the text does not refer to {name}"),
            )
    loose = [item for item, word, _ in named if word == "phụ lục"]
    if letter.appendices and loose and len(loose) == len(named):
        told = said(
            "gọi là “phụ lục”, không gọi đúng tên “Phụ lục”",
            "called “phụ lục”, not by its name “Phụ lục”",
            loose,
        )
        yield Fault(place_of(loose[0]), told, severity=Severity.WARNING)


def _name(appendix: Appendix) -> str:
    if appendix.label is not None:
        return f"Phụ lục {appendix.numeral}".strip()
    return f"“{appendix.title.text[:40]}”" if appendix.title is not None else "phụ lục"


def place_of_appendix(appendix: Appendix) -> Place:
    part = appendix.label or appendix.title or appendix.note
    if part is not None:
        return at(part)
    return place_of(appendix.items[0], PartName.APPENDIX_BODY)


def _is_issued_with(appendix: Appendix) -> bool:
    """A text issued by the letter (quy chế, quy định: mẫu 1.3), which is no appendix and bears no label."""
    return (
        appendix.label is None
        and appendix.note is not None
        and _ISSUED_WITH.match(appendix.note.text) is not None
    )


@rule(
    "TT-78",
    Severity.ERROR,
    "Phụ lục I, III.1a",
    asks=(
        "Văn bản có từ hai phụ lục trở lên thì các phụ lục được đánh số thứ tự bằng số La Mã.",
        "Two or more appendices are numbered with Roman numerals.",
    ),
    mend=(
        "Đánh lại số: Phụ lục I, Phụ lục II, Phụ lục III …",
        "Number anew: Phụ lục I, Phụ lục II, Phụ lục III …",
    ),
    wrong="Phụ lục 1, Phụ lục 2; hoặc Phụ lục I rồi Phụ lục III",
    right="Phụ lục I, Phụ lục II",
    why="Phần kèm theo không có từ “Phụ lục” thuộc TT-79.",
)
def numerals(case: Case) -> Iterator[Fault]:
    """Roman numerals without gaps."""
    labelled = [a for a in case.letter.appendices if a.label is not None]
    if len(labelled) < 2:
        if labelled and labelled[0].numeral and not roman_value(labelled[0].numeral):
            yield Fault(place_of_appendix(labelled[0]), _not_roman(labelled[0]))
        return
    for expected, appendix in enumerate(labelled, 1):
        if not appendix.numeral:
            yield Fault(place_of_appendix(appendix), said("phụ lục không có số thứ tự", "no numeral"))
        elif not roman_value(appendix.numeral):
            yield Fault(place_of_appendix(appendix), _not_roman(appendix))
        elif roman_value(appendix.numeral) != expected:
            told = said(
                f"Phụ lục {appendix.numeral} là phụ lục thứ {expected}",
                f"Phụ lục {appendix.numeral} is number {expected}",
            )
            yield Fault(place_of_appendix(appendix), told)


def _not_roman(appendix: Appendix) -> Said:
    return said(
        f"đánh số “{appendix.numeral}”, không dùng số La Mã", f"“{appendix.numeral}” is no Roman numeral"
    )


@rule(
    "TT-79",
    Severity.ERROR,
    "Phụ lục I, III.1b",
    asks=(
        "Từ “Phụ lục” và số thứ tự: dòng riêng, canh giữa, chữ thường, cỡ {size.phu-luc}, đứng, đậm; tên phụ lục: canh "
        "giữa, chữ in hoa, "
        "cỡ {size.ten-phu-luc}, đứng, đậm.",
        "“Phụ lục” and its numeral on a line of their own, centred, sentence case, {size.phu-luc} pt, upright bold; "
        "the "
        "title centred, in "
        "capitals, {size.ten-phu-luc} pt, upright bold.",
    ),
    mend=(
        "Home → Paragraph → Centered; Home → Font → Bold, Size {size.phu-luc}; gõ tên phụ lục bằng chữ in hoa ở dòng "
        "dưới.",
        "Home → Paragraph → Centered; Home → Font → Bold, Size {size.phu-luc}; type the title in capitals on the next "
        "line.",
    ),
    wrong="PHỤ LỤC I: Danh sách đầu mối",
    right="Phụ lục I / DANH SÁCH ĐẦU MỐI",
    why="Quy chế, quy định ban hành kèm theo (mẫu 1.3) không phải phụ lục, không có từ “Phụ lục”.",
)
def label_and_title(case: Case) -> Iterator[Fault]:
    """The two lines at the head of an appendix."""
    for appendix in case.letter.appendices:
        if _is_issued_with(appendix):
            continue
        if appendix.label is None:
            yield Fault(
                place_of_appendix(appendix), said("phần kèm theo không có từ “Phụ lục”", "no line “Phụ lục”")
            )
        else:
            yield from _label(appendix.label, appendix.title)
            yield from form_faults(appendix.label, Form(case.law.size(PartName.APPENDIX_LABEL), True, False))
            yield from centre_faults(appendix.label)
        if appendix.title is None:
            yield Fault(
                place_of_appendix(appendix), said("phụ lục không có tên", "the appendix has no title")
            )
        else:
            yield from form_faults(
                appendix.title, Form(case.law.size(PartName.APPENDIX_TITLE), True, False, upper=True)
            )
            yield from centre_faults(appendix.title)


def _label(label: Part, title: Part | None) -> Iterator[Fault]:
    if is_upper(label.text.split(" ")[0]) or any(r.look.caps for r in label.runs):
        yield Fault(at(label), said("từ “PHỤ LỤC” in hoa", "“PHỤ LỤC” in capitals"))
    if title is not None and _share_line(label, title):
        yield Fault(
            at(label), said("tên phụ lục cùng dòng với từ “Phụ lục”", "the title stands on the label's line")
        )


def _share_line(label: Part, title: Part) -> bool:
    one, other = label.first, title.first
    return one.paragraph is other.paragraph and "\n" not in one.paragraph.text[one.end : other.start]
