"""Tên loại and trích yếu (Phụ lục I, II.5): TT-33 … TT-38."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from engine.errors import Severity
from engine.rules.case import Case
from engine.rules.drawn_lines import line_faults
from engine.rules.finding import Fault, Said, at, cut, nowhere
from engine.rules.form import Form, centre_faults, form_faults, number_words
from engine.rules.letter import Part, PartName
from engine.rules.measuring import extent, height, lines_of
from engine.rules.recognise.fold import is_upper
from engine.rules.registry import rule
from engine.word.mends import SetShape, SetText
from engine.word.values import Paragraph

OFFICIAL_LETTER = "cong-van"
_OFFICIAL_SUBJECT = "trich-yeu-cong-van"
_WITHOUT_SUBJECT = frozenset(
    {
        "hop-dong",
        "ban-ghi-nho",
        "ban-thoa-thuan",
        "thu-cong",
        "giay-gioi-thieu",
        "giay-nghi-phep",
        "giay-uy-quyen",
        "phieu-gui",
        "phieu-chuyen",
        "phieu-bao",
    }
)
"""Types whose model has no line for the subject (M1.8, M1.10) or that have no model at all."""
_GAP_SLACK = 1.5
"""Points by which the gap above trích yếu may differ from what the decree says."""
_AGAIN = re.compile(r"(?<!\w)v\s*/\s*v(?!\w)", re.IGNORECASE)
_COMMON = re.compile(
    r"^(?:triển khai|tăng cường|thực hiện|báo cáo|hướng dẫn|đề nghị|góp ý|phối hợp|cung cấp|tổ chức|rà soát|trả lời|"
    r"xin|đôn đốc|chấn chỉnh|cử|mời|đăng ký|phân công|xử lý|giải quyết|tham gia|kiểm tra|tổng hợp|thông báo|gửi)(?!\w)",
    re.IGNORECASE,
)
"""Words with which subjects begin and which are no names."""
_SHORT = 12
"""A subject with fewer letters than this may be an abbreviation and so all capitals."""


@rule(
    "TT-33",
    Severity.ERROR,
    "Phụ lục I, II.5b",
    asks=(
        "Các loại văn bản đều ghi tên loại, trừ công văn.",
        "Every type of document prints its name, but công văn does not.",
    ),
    mend=(
        "Công văn: xóa dòng tên loại. Văn bản khác: thêm tên loại (KẾ HOẠCH …) ở giữa, dưới số và ngày tháng.",
        "Công văn: delete the name. Others: add it (KẾ HOẠCH, TỜ TRÌNH …) in the middle, below number and date.",
    ),
    wrong="CÔNG VĂN / V/v triển khai ứng dụng VssID",
    right="V/v triển khai ứng dụng VssID (không có dòng CÔNG VĂN)",
)
def type_name_is_there(case: Case) -> Iterator[Fault]:
    letter = case.letter
    if letter.doctype == OFFICIAL_LETTER:
        if letter.type_name is not None:
            said = Said(f"công văn có dòng tên loại “{letter.type_name.text}”", "a công văn with a type name")
            yield Fault(at(letter.type_name), said)
    elif letter.type_name is None:
        kind = case.known.doctypes.get(letter.doctype)
        name = f" ({kind.name})" if kind is not None else ""
        yield Fault(
            nowhere(PartName.TYPE_NAME), Said(f"không có tên loại văn bản{name}", f"no type name{name}")
        )


@rule(
    "TT-34",
    Severity.ERROR,
    "Phụ lục I, II.5b",
    asks=(
        "Tên loại: chữ in hoa, cỡ {size.ten-loai}, đứng, đậm, canh giữa.",
        "Type name: capitals, {size.ten-loai} pt, upright, bold, centred.",
    ),
    mend=(
        "Gõ tên loại bằng chữ in hoa; Home → Font: cỡ {size.ten-loai}, Bold; Home → Center.",
        "Type it in capitals; {size.ten-loai} pt, Bold, Center.",
    ),
    wrong="Kế hoạch (chữ thường, không đậm)",
    right="KẾ HOẠCH",
)
def type_name_form(case: Case) -> Iterator[Fault]:
    part = case.letter.type_name
    if part is not None and case.letter.doctype != OFFICIAL_LETTER:
        yield from form_faults(part, Form(case.law.size(part.name), bold=True, italic=False, upper=True))
        yield from centre_faults(part)


@rule(
    "TT-35",
    Severity.ERROR,
    "Phụ lục I, II.5b",
    asks=(
        "Trích yếu dưới tên loại: chữ in thường, cỡ {size.trich-yeu}, đứng, đậm, canh giữa, không dùng “V/v”.",
        "Subject below the type name: sentence case, {size.trich-yeu} pt, upright, bold, centred, no “V/v”.",
    ),
    mend=(
        "Gõ trích yếu bằng chữ thường ngay dưới tên loại, thay “V/v” bằng “Về việc”; Home → Font: "
        "cỡ {size.trich-yeu}, Bold; Center.",
        "Type the subject in sentence case right below the type, “Về việc” for “V/v”; {size.trich-yeu} pt, Bold, "
        "Center.",
    ),
    wrong="TỜ TRÌNH / VỀ VIỆC TRIỂN KHAI SỬ DỤNG DỊCH VỤ",
    right="TỜ TRÌNH / Về việc triển khai sử dụng dịch vụ",
)
def named_subject(case: Case) -> Iterator[Fault]:
    letter, part = case.letter, case.letter.subject
    if letter.doctype == OFFICIAL_LETTER or letter.type_name is None:
        return
    if part is None:
        if letter.doctype and letter.doctype not in _WITHOUT_SUBJECT:
            said = Said(
                f"không có trích yếu dưới “{letter.type_name.text}”", "no subject below the type name"
            )
            yield Fault(at(letter.type_name, PartName.SUBJECT), said)
        return
    if part.text.lower().startswith(("v/v", "v/ v", "v /v")):
        yield Fault(at(part), Said("trích yếu dưới tên loại dùng “V/v”", "“V/v” below a type name"))
    if sum(c.isalpha() for c in part.text) >= _SHORT and is_upper(part.text):
        yield Fault(at(part), Said("trích yếu in hoa toàn bộ", "the subject is all in capitals"))
    yield from form_faults(part, Form(case.law.size(part.name), bold=True, italic=False))
    yield from centre_faults(part, letter.type_name)
    blank = _blank_between(case, letter.type_name.last.paragraph, part.first.paragraph)
    if blank:
        said = Said(f"cách tên loại {blank} dòng trống", f"{blank} blank lines below the type name")
        yield Fault(at(part), said)


def _blank_between(case: Case, upper: Paragraph, lower: Paragraph) -> int:
    return sum(1 for p in _between(case, upper, lower) if p.is_blank and not p.strokes)


def _between(case: Case, upper: Paragraph, lower: Paragraph) -> list[Paragraph]:
    """Paragraphs between two of the same frame."""
    if upper.frame.cell != lower.frame.cell or upper.frame.box != lower.frame.box:
        return []
    return [
        p for p in case.letter.word.paragraphs if upper.key < p.key < lower.key and p.frame == upper.frame
    ]


@rule(
    "TT-36",
    Severity.ERROR,
    "Phụ lục I, II.5b",
    asks=(
        "Bên dưới trích yếu có đường kẻ ngang, nét liền, dài {lines.name} độ dài dòng chữ, cân đối.",
        "Below the subject a solid horizontal line, {lines.name} as long as the text, in the middle.",
    ),
    mend=(
        "Insert → Shapes → Line, vẽ giữa dưới trích yếu, dài {lines.name} dòng chữ.",
        "Insert → Shapes → Line, drawn in the middle below the subject, {lines.name} of the text.",
    ),
    wrong="Kế hoạch không có đường kẻ dưới trích yếu",
    right="Đường kẻ ngắn ở giữa, dưới trích yếu",
    why="Chỉ xét văn bản có tên loại. Trích yếu nhiều dòng: so với dòng cuối hoặc dòng dài nhất.",
)
def subject_line(case: Case) -> Iterator[Fault]:
    letter, part = case.letter, case.letter.subject
    if part is not None and letter.type_name is not None and letter.doctype != OFFICIAL_LETTER:
        widths = lines_of(part)
        yield from line_faults(
            case, part, letter.subject_line, case.law.lines.name, (max(widths), widths[-1])
        )


@rule(
    "TT-37",
    Severity.ERROR,
    "Phụ lục I, II.5b",
    asks=(
        "Trích yếu công văn: “V/v …”, cỡ {size.trich-yeu-cong-van}, đứng, không đậm, canh giữa dưới số, "
        "ký hiệu, cách dòng {subject_gap} pt.",
        "Subject of a công văn: “V/v …”, {size.trich-yeu-cong-van} pt, upright, not bold, centred below the "
        "number, {subject_gap} pt from it.",
    ),
    mend=(
        "Bắt đầu bằng “V/v ”; Home → Font: cỡ {size.trich-yeu-cong-van}, bỏ đậm, nghiêng; Center; "
        "Home → Paragraph…: Before {subject_gap} pt.",
        "Begin with “V/v ”; Home → Font: {size.trich-yeu-cong-van} pt, no bold, no italic; Center; "
        "Home → Paragraph…: Before {subject_gap} pt.",
    ),
    wrong="Về việc triển khai ứng dụng VssID (in nghiêng)",
    right="V/v triển khai ứng dụng VssID",
    why="“V/v” lặp lại, hoặc chữ thường viết hoa ngay sau “V/v”, chỉ là lưu ý. Trích yếu không nằm trong ô của số, "
    "ký hiệu thì máy không canh giữa: nó sẽ ra giữa trang.",
)
def official_subject(case: Case) -> Iterator[Fault]:
    letter, part = case.letter, case.letter.subject
    if letter.doctype != OFFICIAL_LETTER:
        return
    if part is None:
        yield Fault(nowhere(PartName.SUBJECT), Said("không có trích yếu “V/v …”", "no subject “V/v …”"))
        return
    if not part.text.startswith("V/v "):
        yield Fault(
            at(part), Said(f"không bắt đầu bằng “V/v ”: “{cut(part.text, 20)}”", "does not begin with “V/v ”")
        )
    else:
        yield from _subject_words(part)
    yield from form_faults(part, Form(case.law.size(_OFFICIAL_SUBJECT), bold=False, italic=False))
    if letter.number is None or _is_beside(letter.number, part):
        if letter.number is not None:
            yield Fault(at(part), Said("không ở dưới số, ký hiệu", "not below number and symbol"))
        return
    frame = part.first.paragraph.frame
    alone = (
        frame.cell is None and frame.box is None
    )  # Its middle is the page's, not that of the number's column.
    for fault in centre_faults(part, letter.number, letter.issuer):
        yield replace(fault, mends=()) if alone else fault
    yield from _gap_faults(case, letter.number, part)


def _subject_words(part: Part) -> Iterator[Fault]:
    """What is no fault by the decree and reads badly: V/v twice, a capital after it."""
    rest = part.text.removeprefix("V/v ").lstrip()
    if _AGAIN.search(rest):
        yield Fault(at(part), Said("“V/v” lặp lại trong trích yếu", "“V/v” twice"), severity=Severity.INFO)
    first = rest.split(" ")[0].strip('“”"(),')
    if _COMMON.match(rest) and first[:1].isupper():
        said = Said(
            f"chữ “{first}” ngay sau “V/v” viết hoa; các mẫu của Nghị định viết thường",
            f"“{first}” right after “V/v” is capitalised; the models write it small",
        )
        yield Fault(at(part), said, severity=Severity.INFO)


def _is_beside(number: Part, subject: Part) -> bool:
    above, below = extent(number.first), extent(subject.first)
    if above is None or below is None or subject.first.paragraph.frame.box is not None:
        return False
    return below.left >= above.right or below.right <= above.left


def _gap_faults(case: Case, number: Part, subject: Part) -> Iterator[Fault]:
    """The gap between the two paragraphs: Word adds the spaces of both, or takes the larger one; either is taken."""
    upper, lower = number.last.paragraph, subject.first.paragraph
    boxed = upper.frame.box is not None or lower.frame.box is not None
    if boxed or upper.frame.left != lower.frame.left:
        return
    asked = case.law.subject_gap
    if upper.key == lower.key:
        said = Said(
            f"cùng một đoạn với số, ký hiệu nên không cách {asked:g} pt",
            "in one paragraph with the number, so no gap",
        )
        yield Fault(at(subject), said)
        return
    after, before = upper.shape.after / 20, lower.shape.before / 20
    blank = sum(height(p) for p in _between(case, upper, lower) if p.is_blank) * 72 / 25.4
    if any(abs(gap + blank - asked) <= _GAP_SLACK for gap in (after + before, max(after, before))):
        return
    told = number_words(round(after + before + blank, 1))
    mends = () if blank else (SetShape(lower.key, before=round(asked * 20)), SetShape(upper.key, after=0))
    said = Said(
        f"cách số, ký hiệu {told} pt, phải là {number_words(asked)} pt",
        f"{told} pt below the number, asked {asked:g} pt",
    )
    yield Fault(at(subject), said, mends=mends)


@rule(
    "TT-38",
    Severity.WARNING,
    "Phụ lục I, II.5 và V.5; Phụ lục VI",
    asks=(
        "Trích yếu là một câu hoặc cụm từ ngắn gọn, không có dấu chấm ở cuối, không quá {metadata.subject} ký tự.",
        "The subject is a short phrase without a full stop, no longer than {metadata.subject} characters.",
    ),
    mend=("Bỏ dấu chấm cuối; rút gọn trích yếu.", "Delete the full stop; shorten the subject."),
    wrong="V/v triển khai ứng dụng VssID.",
    right="V/v triển khai ứng dụng VssID",
    why="Quá {subject_lines} dòng cũng bị nhắc; số dòng được tính theo độ rộng thật của cột.",
    sure=False,
)
def subject_is_short(case: Case) -> Iterator[Fault]:
    part, law = case.letter.subject, case.law
    if part is None:
        return
    text = part.text
    if text.endswith((".", ";", ",", ":")) and not text.endswith(("...", "…")):
        last = part.last
        mends = (
            (SetText(last.paragraph.key, last.end - 1, last.end, ""),) if last.raw.endswith(text[-1]) else ()
        )
        yield Fault(
            at(part),
            Said(f"trích yếu kết thúc bằng dấu “{text[-1]}”", f"ends with “{text[-1]}”"),
            mends=mends,
        )
    most, lines = law.metadata.get("subject", len(text)), len(lines_of(part))
    if len(text) > most:
        yield Fault(
            at(part),
            Said(f"trích yếu dài {len(text)} ký tự, quá {most}", f"{len(text)} characters, over {most}"),
        )
    elif lines > law.subject_lines:
        yield Fault(at(part), Said(f"trích yếu dài {lines} dòng", f"the subject takes {lines} lines"))
