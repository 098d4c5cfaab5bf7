"""Kính gửi (Phụ lục I, II.9b–d): TT-39 … TT-42."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from engine.errors import Severity
from engine.rules.agency_names import spelling
from engine.rules.case import Case
from engine.rules.finding import Fault, Said, at, nowhere
from engine.rules.form import Form, form_faults, number_words
from engine.rules.letter import Letter, Part, PartName
from engine.rules.measuring import extent, strip_width, text_width, twips
from engine.rules.registry import rule
from engine.word.mends import SetShape, SetText
from engine.word.values import Paragraph

_SALUTATION = "Kính gửi"
_ALWAYS_UP = frozenset({"to-trinh"})
"""What is submitted goes up by its nature; a report may also be published."""
_GREETS = frozenset(
    {"giay-moi", "thu-cong", "cong-dien", "giay-gioi-thieu", "phieu-gui", "phieu-chuyen", "phieu-bao"}
)
"""Types of which the decree gives a model with somebody addressed in it, or none at all."""
_DASH = re.compile(r"^- \S")
_ANY_DASH = re.compile(r"^[-–—+•*]")
_AGENCY = re.compile(
    r"^(?:Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng nhân dân|Bảo hiểm xã hội|BHXH|Sở|Phòng|Bộ|Cục|Chi cục|Tổng cục|Văn phòng|"
    r"Công an|Trung tâm|Ban Quản lý|Ban Chỉ đạo|Viện|Trường|Kho bạc|Tòa án|Thanh tra|Hội Nông dân|Hội Liên hiệp)"
    r"\s+\S"
)
"""How names of agencies begin."""
_MODEL_STEP = 10.0
"""In Mẫu 1.5 of the decree the dashes stand this far right of "Kính gửi:", mm, which is left of its colon."""
_LEVEL = 1.0
_SLACK = 1.5
"""Millimetres by which left edges may differ, and by which a dash may stand left of the colon."""


@rule(
    "TT-39",
    Severity.ERROR,
    "Phụ lục I, II.9b–c",
    asks=(
        "Công văn, và tờ trình, báo cáo gửi cấp trên có phần “Kính gửi”; văn bản khác không có.",
        "Công văn, and submissions and reports to superiors, have “Kính gửi”; others have not.",
    ),
    mend=(
        "Thêm “Kính gửi: …” trên phần nội dung; ở quyết định, kế hoạch … thì bỏ, ghi nơi nhận ở phần “Nơi nhận”.",
        "Add “Kính gửi: …” above the body; remove it from decisions, plans …, whose readers stand in “Nơi nhận”.",
    ),
    wrong="Công văn không có “Kính gửi”",
    right="Kính gửi: Ủy ban nhân dân huyện An Lão",
    why="Báo cáo không có “Kính gửi” chỉ bị nhắc khi Nơi nhận có “Như trên”. Loại khác có “Kính gửi” chỉ là cảnh báo.",
)
def salutation_is_there(case: Case) -> Iterator[Fault]:
    letter = case.letter
    kind = case.known.doctypes.get(letter.doctype)
    addressed = kind.addressed if kind is not None else ""
    if letter.salutation is not None:
        if addressed == "never" and letter.doctype not in _GREETS:
            name = kind.name if kind is not None else ""
            said = Said(f"{name} có phần “Kính gửi”", f"{name} with “Kính gửi”")
            yield Fault(at(letter.salutation), said, severity=Severity.WARNING)
    elif (
        addressed == "always"
        or letter.doctype in _ALWAYS_UP
        or (addressed == "upward" and _says_as_above(letter))
    ):
        yield Fault(nowhere(PartName.SALUTATION), Said("không có phần “Kính gửi”", "no “Kính gửi”"))


def _says_as_above(letter: Letter) -> bool:
    return bool(letter.receivers) and "như trên" in letter.receivers[0].text.lower()


@rule(
    "TT-40",
    Severity.ERROR,
    "Phụ lục I, II.9d",
    asks=(
        "“Kính gửi:” và tên nơi nhận: cỡ {size.kinh-gui}, đứng, sau “Kính gửi” có dấu hai chấm; một nơi nhận thì "
        "ghi cùng dòng.",
        "“Kính gửi:” and the addressees: {size.kinh-gui} pt, upright, with a colon; a single addressee on the same "
        "line.",
    ),
    mend=(
        "Ghi “Kính gửi: <tên cơ quan>”; Home → Font: cỡ {size.kinh-gui}, bỏ đậm, nghiêng.",
        "Write “Kính gửi: <agency>”; Home → Font: {size.kinh-gui} pt, no bold, no italic.",
    ),
    wrong="Kính gửi (in nghiêng, không có dấu hai chấm)",
    right="Kính gửi: Ủy ban nhân dân huyện An Lão",
)
def salutation_form(case: Case) -> Iterator[Fault]:
    letter, part = case.letter, case.letter.salutation
    if part is None:
        return
    told = part.text
    if told != f"{_SALUTATION}:":
        yield Fault(at(part), _salutation_words(told), mends=_colon(part))
    if not letter.addressees:
        yield Fault(at(part), Said("sau “Kính gửi:” không ghi nơi nhận nào", "nobody after “Kính gửi:”"))
    form = Form(case.law.size(part.name), bold=False, italic=False)
    every = Part(PartName.SALUTATION, tuple(s for one in (part, *letter.addressees) for s in one.strips))
    whole = all(f.mends for f in _list_faults(letter))
    yield from (f if whole else replace(f, mends=()) for f in form_faults(every, form))
    if len(letter.addressees) == 1:
        yield from _single_faults(part, letter.addressees[0])


def _salutation_words(told: str) -> Said:
    words, colon, _ = told.partition(":")
    if spelling(words) != spelling(_SALUTATION) or words.strip() != _SALUTATION:
        return Said(f"ghi là “{told}”, phải là “{_SALUTATION}:”", f"reads “{told}”, asked “{_SALUTATION}:”")
    if not colon:
        return Said("thiếu dấu hai chấm sau “Kính gửi”", "no colon after “Kính gửi”")
    return Said("có dấu cách thừa trước dấu hai chấm", "a blank before the colon")


def _colon(part: Part) -> tuple[SetText, ...]:
    """The colon set right after the words, where the words themselves are right."""
    strip = part.last
    if not strip.raw.startswith(_SALUTATION) or strip.raw[len(_SALUTATION) :].strip(" \u00a0:"):
        return ()
    return (SetText(strip.paragraph.key, strip.start + len(_SALUTATION), strip.end, ":"),)


def _single_faults(salutation: Part, addressee: Part) -> Iterator[Fault]:
    if addressee.first.paragraph.key != salutation.last.paragraph.key:
        said = Said(
            "một nơi nhận mà không ghi cùng dòng với “Kính gửi:”", "a single addressee on a line of its own"
        )
        yield Fault(at(addressee), said)
    elif _ANY_DASH.match(addressee.text):
        yield Fault(at(addressee), Said("một nơi nhận mà có gạch đầu dòng", "a single addressee with a dash"))


@rule(
    "TT-41",
    Severity.ERROR,
    "Phụ lục I, II.9d",
    asks=(
        "Từ hai nơi nhận: mỗi nơi một dòng riêng, đầu dòng có gạch đầu dòng, cuối dòng có dấu chấm phẩy, dòng cuối có "
        "dấu chấm; các gạch đầu dòng thẳng hàng.",
        "Two or more addressees: a line each, beginning with a dash, ending with a semicolon, the last with a full "
        "stop; dashes below each other.",
    ),
    mend=(
        "Mỗi nơi nhận một đoạn “- Tên cơ quan;”, đoạn cuối kết thúc bằng dấu chấm; Home → Paragraph…: cùng mức Left.",
        "One paragraph each: “- Agency;”, the last ends with a full stop; Home → Paragraph…: the same Left indent.",
    ),
    wrong="- Sở Nội vụ, / - Sở Tài chính;",
    right="- Sở Nội vụ; / - Sở Tài chính.",
)
def addressee_list(case: Case) -> Iterator[Fault]:
    letter = case.letter
    found = list(_list_faults(letter))
    whole = all(f.mends for f in found)
    yield from (f if whole else replace(f, mends=()) for f in found)
    if letter.salutation is not None:
        yield from (fault for part in letter.addressees for fault in _joined_faults(case, part))


def _list_faults(letter: Letter) -> Iterator[Fault]:
    """What is wrong with the list; a machine mends it as a whole or not at all."""
    several = letter.addressees
    if letter.salutation is None or len(several) < 2:
        return
    shared = [p for p in several if p.first.paragraph.key == letter.salutation.last.paragraph.key]
    if shared:
        said = Said("nơi nhận ghi cùng dòng với “Kính gửi:”", "an addressee on the line of “Kính gửi:”")
        yield Fault(at(shared[0]), said)
    for place, part in enumerate(several, 1):
        yield from _item_faults(part, is_last=place == len(several))
    yield from _level_faults([p for p in several if p not in shared])


def _joined_faults(case: Case, part: Part) -> Iterator[Fault]:
    """Two agencies joined by a comma on one line: both known, or both beginning as names of agencies do."""
    names = [n.strip(" -–—+•*.;:") for n in part.text.split(", ")]
    if len(names) > 1 and all(_is_agency(case, name) for name in names):
        told = Said(
            f"{len(names)} nơi nhận ghi trên một dòng: “{names[0]}”, “{names[1]}”",
            f"{len(names)} addressees on one line",
        )
        yield Fault(at(part), told)


def _is_agency(case: Case, name: str) -> bool:
    return spelling(name) in case.known.agency_ids or _AGENCY.match(name) is not None


def _item_faults(part: Part, *, is_last: bool) -> Iterator[Fault]:
    text = part.text
    if not _DASH.match(text):
        yield Fault(
            at(part), Said("không có gạch đầu dòng “- ”", "no dash “- ” at the start"), mends=_dash(part)
        )
    asked = "." if is_last else ";"
    if not text.endswith(asked):
        vi, en = ("dấu chấm", "a full stop") if is_last else ("dấu chấm phẩy", "a semicolon")
        yield Fault(
            at(part), Said(f"không kết thúc bằng {vi}", f"does not end with {en}"), mends=_ended(part, asked)
        )


def _dash(part: Part) -> tuple[SetText, ...]:
    """Another mark at the start becomes a hyphen with a blank; where there is none, it is left to a person."""
    strip = part.first
    found = _ANY_DASH.match(strip.raw)
    if found is None or strip.paragraph.label:
        return ()
    end = strip.start + len(strip.raw) - len(strip.raw[1:].lstrip(" \t\u00a0"))
    return (SetText(strip.paragraph.key, strip.start, end, "- "),)


def _ended(part: Part, mark: str) -> tuple[SetText, ...]:
    strip = part.last
    kept = len(strip.raw.rstrip(" \t\u00a0.;,:"))
    if not kept:
        return ()
    return (SetText(strip.paragraph.key, strip.start + kept, strip.end, mark),)


def _level_faults(parts: list[Part]) -> Iterator[Fault]:
    edges = [(p, e.left) for p in parts if (e := extent(p.first)) is not None]
    if len(edges) < 2:
        return
    first, asked = edges[0]
    wrong = [(p, left) for p, left in edges[1:] if abs(left - asked) > _LEVEL]
    if wrong:
        part, left = wrong[0]
        told, wanted = number_words(round(left / 10, 2)), number_words(round(asked / 10, 2))
        said = Said(
            f"gạch đầu dòng lùi {told} cm, dòng đầu lùi {wanted} cm",
            f"dash at {told} cm, the first at {wanted} cm",
        )
        mends = tuple(
            _levelled(p.first.paragraph, first.first.paragraph, asked)
            for p, _ in (wrong if _is_set_left(first.first.paragraph) else edges)
            if not p.first.paragraph.text[: p.first.start].strip()
        )
        yield Fault(at(part), said, mends=mends)


def _is_set_left(paragraph: Paragraph) -> bool:
    return paragraph.shape.align in ("left", "both") and paragraph.text == paragraph.text.lstrip()


def _levelled(wrong: Paragraph, first: Paragraph, edge: float) -> SetShape:
    """Set as the first one is; where that is centred or pushed by blanks, indented to where its dash stands."""
    if _is_set_left(first):
        return SetShape(wrong.key, align=first.shape.align, left=first.shape.left, first=first.shape.first)
    return SetShape(wrong.key, align="left", left=twips(edge) - wrong.frame.left, first=0)


@rule(
    "TT-42",
    Severity.WARNING,
    "Phụ lục I, II.9d",
    asks=(
        "Các gạch đầu dòng của nơi nhận thẳng hàng với nhau, dưới dấu hai chấm của “Kính gửi:”.",
        "The dashes of the addressees stand below the colon of “Kính gửi:”.",
    ),
    mend=(
        "Chọn các dòng nơi nhận, Home → Paragraph…: tăng Left cho tới dưới dấu hai chấm.",
        "Select the addressees, Home → Paragraph…: raise Left until they stand below the colon.",
    ),
    wrong="Gạch đầu dòng lùi ngang chữ “Kính”",
    right="Gạch đầu dòng ở dưới dấu hai chấm",
    why="Khoảng lùi như Mẫu 1.5 của Nghị định (gạch đầu dòng lùi hơn “Kính gửi:” 1 cm) cũng được nhận.",
    sure=False,
)
def dashes_below_the_colon(case: Case) -> Iterator[Fault]:
    salutation, several = case.letter.salutation, case.letter.addressees
    if salutation is None or len(several) < 2:
        return
    where = extent(salutation.last)
    if where is None:
        return
    runs = salutation.last.runs
    colon = where.left + strip_width(salutation.last) - (text_width(":", runs[-1].look) if runs else 0)
    edges = [
        (p, e.left)
        for p in several
        if p.first.paragraph.key != salutation.last.paragraph.key and (e := extent(p.first))
    ]
    least = min(colon, where.left + _MODEL_STEP) - _SLACK
    far = [(p, left) for p, left in edges if left < least]
    if far and max(left for _, left in edges) - far[0][1] <= _LEVEL:
        told = number_words(round((colon - far[0][1]) / 10, 1))
        yield Fault(at(far[0][0]), Said(f"ở bên trái dấu hai chấm {told} cm", f"{told} cm left of the colon"))
