"""Ô 10 and 11: marks of urgency, secrecy and circulation (Phụ lục I, III.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engine.errors import Severity
from engine.model.ruleset import Mark
from engine.rules.case import Case
from engine.rules.finding import Fault, Said, at
from engine.rules.form import Form, form_faults, number_words
from engine.rules.letter import Letter, Part, PartName
from engine.rules.measuring import mm
from engine.rules.registry import rule
from engine.rules.written_names import fold
from engine.word.values import Run

_BODY = "word/document.xml"
_LONGEST = 20
_RED = re.compile(r"^[C-F][0-9A-F](?:[0-4][0-9A-F]){2}$")


@rule(
    "TT-81",
    Severity.ERROR,
    "Phụ lục I, III.2b",
    asks=(
        "Dấu chỉ độ khẩn là {urgent}, chữ in hoa, cỡ {size.do-khan}, "
        "kiểu chữ đứng, đậm, trong khung hình chữ nhật viền đơn, màu đỏ tươi.",
        "The urgency mark is {urgent}, in capitals, size {size.do-khan}, "
        "upright, bold, in a single-line rectangle, bright red.",
    ),
    mend=(
        "Chọn khung: Shape Format → Size, nhập đúng rộng, cao; Home → Font: cỡ {size.do-khan}, Bold, màu đỏ; viền "
        "khung "
        "một nét màu đỏ.",
        "Select the box: Shape Format → Size; Home → Font: size {size.do-khan}, Bold, red; a single red outline.",
    ),
    wrong="KHẨN CẤP",
    right="KHẨN",
    why="Khung có thể là hộp chữ, đoạn có viền bốn phía hoặc ô bảng có viền. Chiều cao của ô bảng, đoạn có "
    "viền không ghi trong tệp "
    "nên chỉ xét chiều rộng.",
)
def urgency(case: Case) -> Iterator[Fault]:
    part = case.letter.urgency
    if part is None:
        return
    mark = _mark(part, case.law.urgent)
    if mark is None:
        asked = ", ".join(m.text for m in case.law.urgent)
        yield Fault(
            at(part), Said(f"ghi “{part.text}”, phải là {asked}", f"“{part.text}” is none of {asked}")
        )
    yield from form_faults(part, Form(case.law.size("do-khan"), bold=True, italic=False, upper=True))
    if any(not _is_red(run) for run in part.runs):
        yield Fault(at(part), Said("chữ không có màu đỏ", "the letters are not red"))
    yield from _frame_faults(case.letter, part)
    if mark is not None:
        yield from _measure_faults(case, part, mark)


@rule(
    "TT-82",
    Severity.ERROR,
    "Phụ lục I, III.2c",
    asks=(
        "Chỉ dẫn phạm vi lưu hành là {circulation}, chữ in hoa, cỡ {size.chi-dan-luu-hanh}, kiểu "
        "chữ đứng, đậm, trong "
        "khung hình chữ nhật viền đơn.",
        "The circulation mark is {circulation}, in capitals, size {size.chi-dan-luu-hanh}, upright, "
        "bold, in a single-line "
        "rectangle.",
    ),
    mend=(
        "Gõ đúng chữ, Home → Font: cỡ {size.chi-dan-luu-hanh}, Bold; đặt trong hộp chữ hoặc ô bảng có viền đơn.",
        "Type the mark; Home → Font: size {size.chi-dan-luu-hanh}, Bold; put it in a box or cell with a single border.",
    ),
    wrong="Lưu hành nội bộ",
    right="LƯU HÀNH NỘI BỘ",
    why="Viền của ô bảng trong đầu trang không đọc được nên không xét khung ở đó.",
)
def circulation(case: Case) -> Iterator[Fault]:
    part = case.letter.circulation
    if part is None:
        return
    if _mark(part, case.law.circulation) is None:
        asked = ", ".join(m.text for m in case.law.circulation)
        yield Fault(
            at(part), Said(f"ghi “{part.text}”, phải là {asked}", f"“{part.text}” is none of {asked}")
        )
    yield from form_faults(part, Form(case.law.size("chi-dan-luu-hanh"), bold=True, italic=False, upper=True))
    yield from _frame_faults(case.letter, part)


@rule(
    "TT-83",
    Severity.ERROR,
    "Phụ lục I, III.2a",
    asks=(
        "Dấu chỉ độ mật do người có thẩm quyền quyết định và được đóng theo quy định của pháp luật về bảo vệ "
        "bí mật nhà nước, không "
        "gõ vào văn bản.",
        "A secrecy mark is decided by the competent person and stamped as the law on state secrets says; it "
        "is not typed.",
    ),
    mend=(
        "Xóa chữ MẬT, TỐI MẬT, TUYỆT MẬT đã gõ; nếu văn bản thật sự mật thì soạn, đăng ký theo sổ văn bản mật.",
        "Delete the typed mark; a letter that is secret is drafted and registered as such.",
    ),
    wrong="MẬT",
    right="",
    why="Không báo khi sổ đăng ký cho biết văn bản được xác định độ mật.",
)
def secrecy(case: Case) -> Iterator[Fault]:
    letter = case.letter
    if case.declared.secret:
        return
    if letter.secrecy is not None:
        words = letter.secrecy.text
        yield Fault(at(letter.secrecy), Said(f"gõ chữ “{words}”", f"“{words}” is typed"))
    marks = {fold(mark.text) for mark in case.law.secrecy}
    for text in case.texts:
        if (
            text.part is PartName.BODY
            and len(text.words) < _LONGEST
            and fold(text.words.strip(" .()[]")) in marks
        ):
            said = Said(f"gõ chữ “{text.words}” trong nội dung", f"“{text.words}” is typed in the body")
            yield Fault(at(text.strip, PartName.SECRECY), said)


def _mark(part: Part, marks: Sequence[Mark]) -> Mark | None:
    return next((m for m in marks if fold(m.text) == fold(part.text.strip(" .!"))), None)


def _is_red(run: Run) -> bool:
    return _RED.match(run.look.colour) is not None


def _frame_faults(letter: Letter, part: Part) -> Iterator[Fault]:
    if _framed(letter, part) is False:
        yield Fault(at(part), Said("không có khung viền", "no rectangle around it"))


def _framed(letter: Letter, part: Part) -> bool | None:
    """Whether a line runs around the mark; None where the file does not tell (a table in a header)."""
    paragraph = part.first.paragraph
    if paragraph.shape.boxed:
        return True
    if paragraph.frame.box is not None:
        return paragraph.frame.box.framed
    if paragraph.frame.cell is None:
        return False
    if paragraph.key.part != _BODY:
        return None
    return any(t.bordered for t in letter.word.tables if t.ordinal == paragraph.frame.cell.table)


def _measure_faults(case: Case, part: Part, mark: Mark) -> Iterator[Fault]:
    width, height = _measures(case.letter, part)
    slack = case.law.lines.tolerance
    wrong = [
        (vi, en, found, asked)
        for vi, en, found, asked in (
            ("rộng", "wide", width, mark.width),
            ("cao", "high", height, mark.height),
        )
        if found is not None and asked is not None and abs(found - asked) > slack * asked
    ]
    if wrong:
        vi = ", ".join(
            f"{v} {number_words(round(f, 1))} mm, phải {number_words(a)} mm" for v, _, f, a in wrong
        )
        en = ", ".join(
            f"{number_words(round(f, 1))} mm {e}, asked {number_words(a)} mm" for _, e, f, a in wrong
        )
        yield Fault(at(part), Said(f"khung {vi}", f"the rectangle is {en}"))


def _measures(letter: Letter, part: Part) -> tuple[float | None, float | None]:
    """Width and height of the rectangle, mm, as far as the file tells."""
    paragraph = part.first.paragraph
    frame = paragraph.frame
    if frame.box is not None:
        return frame.box.width, frame.box.height
    if frame.cell is not None and paragraph.key.part == _BODY:
        grid = next((t.grid for t in letter.word.tables if t.ordinal == frame.cell.table), ())
        return (mm(grid[frame.cell.column]) if frame.cell.column < len(grid) else None), None
    if paragraph.shape.boxed:
        return mm(frame.width - paragraph.shape.left - paragraph.shape.right), None
    return None, None
