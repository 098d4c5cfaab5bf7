"""Ô 12 and 13: the drafter's sign and the number of copies; the contact line (Phụ lục I, III.3, III.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.errors import Severity
from engine.rules.case import Case
from engine.rules.checks.receivers import items
from engine.rules.finding import Fault, Said, at
from engine.rules.form import Form, form_faults
from engine.rules.letter import Letter, Part, PartName, Strip, plain
from engine.rules.measuring import mm
from engine.rules.recognise.fold import fold
from engine.rules.recognise.patterns import contact_score
from engine.rules.registry import rule
from engine.word.values import Paragraph, Section

_CODE = re.compile(r"^[A-ZĐ][\w&.]{0,7}?\.? ?\(\d+\)\.?$|^[A-ZĐ]{2,5}\.?$|^\(\d+\)$")
_COUNT = re.compile(r"\(\s*(\d+)\s*(?:b|bản)?\s*\)")
_BESIDE = re.compile(r"^\(?\s*[^\W\d_.]{0,6}\.?\s*\(?\s*\d+\s*(?:b|bản)?\s*\)?\.?$")
_LOOSE_NAME = re.compile(r"^\(\s*[^\W\d_]+(?:\s+[^\W\d_]+){0,2}\s*\)$")
_FULL = 0.95
"""Share of the text's width from which a line is as wide as the text."""


@rule(
    "TT-74",
    Severity.ERROR,
    "Phụ lục I, III.3",
    asks=(
        "Ký hiệu người soạn thảo (chữ in hoa) và số lượng bản phát hành (số trong ngoặc), nếu có, đặt sau "
        "dòng “Lưu”, cỡ {size.nguoi-soan-thao}, kiểu "
        "chữ đứng; không đặt cạnh “Nơi nhận:”.",
        "The drafter's initials in capitals and the number of copies in brackets, if any, follow the “Lưu” "
        "line in size {size.nguoi-soan-thao}, upright; "
        "never beside “Nơi nhận:”.",
    ),
    mend=(
        "Chuyển xuống cuối dòng “Lưu”, ví dụ “- Lưu: VT, VX. PL.(300)”; Home → Font: cỡ {size.nguoi-soan-thao}.",
        "Move it to the end of the “Lưu” line, as “- Lưu: VT, VX. PL.(300)”; Home → Font: size {size.nguoi-soan-thao}.",
    ),
    wrong="Nơi nhận: (20)",
    right="- Lưu: VT, VX. PL.(20)",
)
def drafter_after_file_line(case: Case) -> Iterator[Fault]:
    letter = case.letter
    beside = _beside_label(letter)
    if beside is not None:
        words = plain(beside.raw)
        said = Said(f"“{words}” đứng cạnh “Nơi nhận:”", f"“{words}” stands beside “Nơi nhận:”")
        yield Fault(at(beside), said)
    yield from _loose_drafters(letter)
    part = letter.drafter
    if part is None or (beside is not None and part.first.paragraph.key == beside.paragraph.key):
        return
    if not _CODE.match(part.text):
        said = Said(
            f"ghi “{part.text}”, không theo lối “PL.(300)”", f"“{part.text}” is not written like “PL.(300)”"
        )
        yield Fault(at(part), said)
    yield from form_faults(part, Form(case.law.size("nguoi-soan-thao"), bold=False, italic=False))


def _beside_label(letter: Letter) -> Strip | None:
    """What stands on the label's line and tells copies."""
    if letter.receivers_label is None:
        return None
    strip = letter.receivers_label.last
    line = strip.paragraph.text[strip.end :].partition("\n")[0].partition("\t")[0]
    words = plain(line)
    if not words or not _BESIDE.match(words):
        return None
    start = strip.end + line.index(line.strip()[0])
    return Strip(strip.paragraph, start, start + len(line.strip()))


def _loose_drafters(letter: Letter) -> Iterator[Fault]:
    """A name in brackets below the list, or as an item of it: a drafter who signs in an own way."""
    below = [p for p in letter.others if letter.receivers and _is_below(p, letter.receivers[-1])]
    for part in (*letter.receivers, *below):
        if _LOOSE_NAME.match(part.text) and not part.text.startswith("(để"):
            said = Said(
                f"người soạn thảo ghi “{part.text}”, phải viết tắt chữ in hoa sau dòng “Lưu”",
                f"the drafter is told as “{part.text}”, not by initials after “Lưu”",
            )
            yield Fault(at(part), said)


def _is_below(part: Part, last: Part) -> bool:
    here, there = part.first.paragraph, last.last.paragraph
    return here.number > there.number and here.frame.cell == there.frame.cell


@rule(
    "TT-75",
    Severity.WARNING,
    "Điều 17.1a",
    asks=(
        "Số lượng bản phát hành không ít hơn số nơi nhận và số bản lưu, đúng bằng số bản được gửi đi.",
        "The copies issued are no fewer than the recipients and the copies kept, and as many as are sent.",
    ),
    mend=(
        "Sửa số bản trong ngoặc sau dòng “Lưu” cho đúng số bản phát hành.",
        "Correct the number in brackets after the “Lưu” line.",
    ),
    wrong="- Lưu: VT (5). PL.(3)",
    right="- Lưu: VT (5). PL.(20)",
    why="Mỗi dòng ở Kính gửi và Nơi nhận tính là một bản, dù là một nhóm cơ quan; vì vậy chỉ báo khi chắc "
    "chắn thiếu. Văn bản không "
    "ghi số bản thì không xét.",
)
def enough_copies(case: Case) -> Iterator[Fault]:
    letter = case.letter
    told = [int(n) for n in _COUNT.findall(letter.drafter.text)] if letter.drafter else []
    count = told[-1] if told else case.declared.copies
    where = letter.drafter or letter.file_line or letter.receivers_label
    if count is None or where is None:
        return
    kept = [int(n) for n in _COUNT.findall(letter.file_line.text)] if letter.file_line else []
    needed = (
        max(1, len(letter.addressees)) * bool(letter.salutation)
        + len(items(letter))
        + (kept[-1] if kept else 1)
    )
    if count < needed:
        said = Said(
            f"{count} bản, trong khi ít nhất cần {needed} bản",
            f"{count} copies, at least {needed} are needed",
        )
        yield Fault(at(where), said)
    elif told and case.declared.copies is not None and case.declared.copies != count:
        issued = case.declared.copies
        said = Said(f"ghi {count} bản, phát hành {issued} bản", f"{count} copies told, {issued} issued")
        yield Fault(at(where), said)


@rule(
    "TT-76",
    Severity.ERROR,
    "Phụ lục I, III.4",
    asks=(
        "Địa chỉ, thư điện tử, điện thoại … của cơ quan, nếu có, đặt ở cuối trang thứ nhất, cỡ {size.lien-he}, "
        "kiểu chữ đứng, dưới một "
        "đường kẻ nét liền dài hết bề rộng vùng chữ.",
        "The agency's address, e-mail, telephone …, if any, stand at the bottom of page 1 only, size {size.lien-he}, "
        "upright, below a "
        "solid line across the text.",
    ),
    mend=(
        "Insert → Footer, chọn Different First Page, gõ thông tin liên hệ vào chân trang đầu; Home → Font: "
        "cỡ {size.lien-he}; Home → Borders → "
        "Top Border.",
        "Insert → Footer, tick Different First Page, type the contact in the first footer; size {size.lien-he}; Home → "
        "Borders → Top Border.",
    ),
    wrong="Địa chỉ liên hệ lặp lại ở chân mọi trang",
    right="Địa chỉ liên hệ ở chân trang thứ nhất, dưới đường kẻ",
)
def contact_line(case: Case) -> Iterator[Fault]:
    letter = case.letter
    yield from _on_later_pages(letter)
    part = letter.contact
    if part is None:
        return
    story = _story_of(letter, part)
    yield from form_faults(part, Form(case.law.size("lien-he"), italic=False))
    yield from _line_above(letter, part)
    if story == "header":
        yield Fault(at(part, part.name, "header"), Said("đặt ở đầu trang", "stands in the header"))
    elif story == "body":
        said = Said(
            "Không xác định được dòng liên hệ có ở cuối trang thứ nhất không nên không kiểm tra vị trí",
            "It is unknown whether the contact line is at the bottom of page 1, so its place is not checked",
        )
        yield Fault(at(part), said, severity=Severity.INFO)


def _on_later_pages(letter: Letter) -> Iterator[Fault]:
    """Footers of later pages that hold it. Where the first page has none of its own, a letter of one page is right."""
    for section in letter.word.sections:
        paragraphs = (*section.footer.paragraphs, *section.even_footer.paragraphs)
        found = [p for p in paragraphs if contact_score(fold(p.text)) >= 1]
        if found:
            said = Said("đặt ở chân các trang sau", "stands at the foot of later pages")
            sure = section.title_page or section.ordinal > 0
            place = at(found[0], PartName.CONTACT, "footer")
            yield Fault(place, said, severity=None if sure else Severity.WARNING)
            return


def _story_of(letter: Letter, part: Part) -> str:
    """Where the contact line stands: footer, header or body."""
    key = part.first.paragraph.key
    for section in letter.word.sections:
        footers = (section.first_footer, section.footer, section.even_footer)
        if any(p.key == key for story in footers for p in story.paragraphs):
            return "footer"
        headers = (section.first_header, section.header, section.even_header)
        if any(p.key == key for story in headers for p in story.paragraphs):
            return "header"
    return "body"


def _line_above(letter: Letter, part: Part) -> Iterator[Fault]:
    paragraph = part.first.paragraph
    section = letter.word.sections[paragraph.section] if letter.word.sections else Section(0)
    width = mm(section.text_width)
    before = _before(letter, paragraph)
    lengths = [s.length for s in paragraph.strokes] + [s.length for s in (before.strokes if before else ())]
    borders = [paragraph.shape.top] + ([before.shape.bottom, before.shape.top] if before else [])
    if any(edge is not None for edge in borders):
        lengths.append(mm(paragraph.frame.width - paragraph.shape.left - paragraph.shape.right))
    if not lengths:
        yield Fault(at(part), Said("không có đường kẻ phía trên", "no line above"))
    elif max(lengths) < _FULL * width:
        longest = round(max(lengths))
        said = Said(
            f"đường kẻ phía trên dài {longest} mm, vùng chữ rộng {round(width)} mm",
            f"the line above is {longest} mm long, the text {round(width)} mm wide",
        )
        yield Fault(at(part), said)


def _before(letter: Letter, paragraph: Paragraph) -> Paragraph | None:
    """The paragraph above, in the same story."""
    stories = [story.paragraphs for _, story in letter.word.stories()]
    for paragraphs in (*stories, letter.word.paragraphs):
        keys = [p.key for p in paragraphs]
        if paragraph.key in keys:
            place = keys.index(paragraph.key)
            return paragraphs[place - 1] if place else None
    return None
