"""Quốc hiệu and Tiêu ngữ, the sizes that go together, no underlining at the head: TT-13 … TT-17, TT-21."""

from __future__ import annotations

from collections.abc import Iterator

from engine.errors import Severity
from engine.rules.agency_names import spelling
from engine.rules.case import Case
from engine.rules.drawn_lines import line_faults
from engine.rules.finding import Fault, Said, at, nowhere
from engine.rules.form import Form, centre_faults, form_faults, number_words, owns_run
from engine.rules.letter import Part, PartName
from engine.rules.measuring import lines_of, spacing_in_lines, strip_width
from engine.rules.registry import rule
from engine.rules.size_sets import fitting_size, parts_of_set, right_size, size_sets
from engine.word.mends import Mend, SetLook, SetShape
from engine.word.values import Paragraph

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_SLACK = 20
"""Twips of gap that nobody sees."""


@rule(
    "TT-13",
    Severity.WARNING,
    "Phụ lục I, V, chú thích",
    asks=(
        "Cỡ chữ trong cùng một văn bản tăng, giảm thống nhất; Quốc hiệu, Tiêu ngữ, địa danh và thời gian lần lượt là "
        "{size_sets}.",
        "Sizes of one document go together; national name, motto, place and date are {size_sets}.",
    ),
    mend=(
        "Chọn một bộ cỡ chữ rồi đặt lại bằng Home → Font Size.",
        "Choose one set of sizes and set them with Home → Font Size.",
    ),
    wrong="Quốc hiệu 12, Tiêu ngữ 14, địa danh và thời gian 14",
    right="Quốc hiệu 13, Tiêu ngữ 14, địa danh và thời gian 14",
    why="Chỉ xét khi từng thành phần có một cỡ chữ và cỡ ấy đúng khoảng cho phép.",
)
def sizes_go_together(case: Case) -> Iterator[Fault]:
    parts = parts_of_set(case)
    sizes = {name: right_size(case, part) for name, part in parts.items()}
    if len(sizes) < 2 or None in sizes.values():
        return
    wrong, best = min(
        (([n for n in sizes if sizes[n] != one[n]], one) for one in size_sets(case)), key=lambda w: len(w[0])
    )
    if wrong:
        told = ", ".join(number_words(v) for v in sizes.values() if v is not None)
        mends = tuple(m for n in wrong for m in _sized(parts[n], best[n]))
        said = Said(f"các cỡ chữ {told} không cùng một bộ", f"sizes {told} are of no one set")
        yield Fault(at(parts[wrong[0]]), said, mends=mends)


def _sized(part: Part, size: float) -> Iterator[Mend]:
    for strip in part.strips:
        if strip.paragraph.text[: strip.start].strip("\n"):
            continue  # Pushed by blanks or tabs: larger letters would no longer stand in the middle.
        runs = tuple(dict.fromkeys(r.ordinal for r in strip.runs if owns_run(strip, r.ordinal)))
        if runs:
            yield SetLook(strip.paragraph.key, runs, size=size)


@rule(
    "TT-14",
    Severity.ERROR,
    "Phụ lục I, II.1a",
    asks=(
        f"“{STATE}”: chữ in hoa, cỡ {{size.quoc-hieu}}, đứng, đậm, ở phía trên cùng bên phải trang đầu; nên nằm "
        f"trên một dòng.",
        f"“{STATE}”: capitals, {{size.quoc-hieu}} pt, upright, bold, top right of page one; on one line.",
    ),
    mend=(
        "Gõ đúng Quốc hiệu bằng chữ in hoa; Home → Font: cỡ {size.quoc-hieu}, Bold. Nếu bị xuống dòng: nới cột bên "
        "phải (Table "
        "Layout → Width) hoặc dùng bộ cỡ chữ nhỏ hơn.",
        "Type the national name in capitals; Home → Font: {size.quoc-hieu} pt, Bold. If it wraps: widen the right "
        "column (Table "
        "Layout → Width) or use the smaller set of sizes.",
    ),
    wrong="Cộng hòa xã hội chủ nghĩa Việt Nam",
    right=STATE,
    why="HÒA và HOÀ đều được nhận. Quốc hiệu bị xuống dòng chỉ là cảnh báo.",
)
def state_name(case: Case) -> Iterator[Fault]:
    part = case.letter.state
    if part is None:
        yield Fault(nowhere(PartName.STATE), Said("không có Quốc hiệu", "no national name"))
        return
    if spelling(part.text) != spelling(STATE):
        yield Fault(at(part), Said(f"ghi là “{part.text}”", f"reads “{part.text}”"))
    yield from form_faults(
        part,
        Form(
            case.law.size(part.name), bold=True, italic=False, upper=True, size=fitting_size(case, part.name)
        ),
    )
    if len(lines_of(part)) > 1:
        width = number_words(round(sum(strip_width(s) for s in part.strips), 1))
        said = Said(
            f"Quốc hiệu bị xuống dòng: cần {width} mm, cột không đủ rộng",
            f"the national name wraps: it needs {width} mm, the column is too narrow",
        )
        yield Fault(at(part), said, severity=Severity.WARNING)


@rule(
    "TT-15",
    Severity.ERROR,
    "Phụ lục I, II.1b",
    asks=(
        f"“{MOTTO}”: chữ in thường, cỡ {{size.tieu-ngu}}, đứng, đậm, canh giữa dưới Quốc hiệu; chữ cái đầu của các "
        f"cụm từ viết "
        "hoa, giữa các cụm từ có gạch nối, có cách chữ.",
        f"“{MOTTO}”: {{size.tieu-ngu}} pt, upright, bold, centred below the national name; each phrase begins with "
        f"a capital, "
        "hyphens with blanks on both sides.",
    ),
    mend=(
        f"Gõ lại “{MOTTO}” (dấu gạch nối ngắn, có dấu cách hai bên); Home → Font: cỡ {{size.tieu-ngu}}, Bold; Home "
        f"→ Center.",
        f"Type “{MOTTO}” (short hyphens with blanks); Home → Font: {{size.tieu-ngu}} pt, Bold; Home → Center.",
    ),
    wrong="Độc lập – Tự do – Hạnh Phúc",
    right=MOTTO,
)
def motto(case: Case) -> Iterator[Fault]:
    part = case.letter.motto
    if part is None:
        yield Fault(nowhere(PartName.MOTTO), Said("không có Tiêu ngữ", "no motto"))
        return
    if part.text != MOTTO:
        yield Fault(at(part), Said(f"ghi là “{part.text}”", f"reads “{part.text}”"))
    yield from form_faults(
        part, Form(case.law.size(part.name), bold=True, italic=False, size=fitting_size(case, part.name))
    )
    yield from centre_faults(part, case.letter.state)


@rule(
    "TT-16",
    Severity.ERROR,
    "Phụ lục I, II.1b",
    asks=(
        "Phía dưới Tiêu ngữ có đường kẻ ngang, nét liền, dài {lines.motto} độ dài của dòng chữ.",
        "Below the motto a solid horizontal line, {lines.motto} as long as the text.",
    ),
    mend=(
        "Insert → Shapes → Line, vẽ dưới Tiêu ngữ, dài {lines.motto} dòng chữ (giữ Shift để kẻ ngang); không dùng "
        "Underline.",
        "Insert → Shapes → Line, drawn below the motto, {lines.motto} as long as it (hold Shift); no Underline.",
    ),
    wrong="Đường kẻ dài bằng nửa dòng Tiêu ngữ",
    right="Đường kẻ dài bằng dòng Tiêu ngữ, ở giữa",
    why="Nhận đường vẽ (Shapes), đường viền đoạn, hàng dấu gạch dưới. Không có Tiêu ngữ thì quy tắc này im lặng.",
)
def motto_line(case: Case) -> Iterator[Fault]:
    part = case.letter.motto
    if part is not None:
        widths = (strip_width(part.last),) if len(part.strips) > 1 else lines_of(part)
        yield from line_faults(case, part, case.letter.motto_line, case.law.lines.motto, widths)


@rule(
    "TT-17",
    Severity.ERROR,
    "Phụ lục I, II.1c",
    asks=(
        "Hai dòng Quốc hiệu và Tiêu ngữ cách nhau dòng đơn.",
        "National name and motto are one single line apart.",
    ),
    mend=(
        "Chọn hai dòng, Home → Paragraph…: Before 0 pt, After 0 pt, Line spacing Single; xóa dòng trống ở giữa.",
        "Select both lines, Home → Paragraph…: Before 0 pt, After 0 pt, Line spacing Single; delete blank lines.",
    ),
    wrong="Quốc hiệu và Tiêu ngữ cách nhau 6 pt",
    right="Quốc hiệu và Tiêu ngữ sát nhau, dòng đơn",
)
def state_and_motto_are_close(case: Case) -> Iterator[Fault]:
    state, below = case.letter.state, case.letter.motto
    if state is None or below is None:
        return
    upper, lower = state.last.paragraph, below.first.paragraph
    same = upper.key == lower.key
    between = 0 if same else _blank_between(case, upper, lower)
    gap = 0 if same else upper.shape.after + lower.shape.before
    spacing = max(spacing_in_lines(p.shape, _size(p)) for p in (upper, lower))
    mends = (
        SetShape(upper.key, after=0, line=240, line_rule="auto"),
        SetShape(lower.key, before=0, line=240, line_rule="auto"),
    )
    if between:
        yield Fault(at(below), Said(f"{between} dòng trống ở giữa", f"{between} blank lines between"))
    elif gap > _SLACK:
        points = number_words(gap / 20)
        yield Fault(at(below), Said(f"cách nhau {points} pt", f"{points} pt apart"), mends=mends)
    elif spacing > 1.05:
        told = number_words(spacing)
        yield Fault(
            at(below), Said(f"cách dòng {told}, không phải dòng đơn", f"line spacing {told}"), mends=mends
        )


def _size(paragraph: Paragraph) -> float:
    return max((r.look.size for r in paragraph.runs if r.text.strip()), default=paragraph.mark.size)


def _blank_between(case: Case, upper: Paragraph, lower: Paragraph) -> int:
    """Blank paragraphs between the two in the same column."""
    if upper.frame != lower.frame or upper.key.part != lower.key.part:
        return 0
    return sum(
        1
        for p in case.letter.word.paragraphs
        if upper.key < p.key < lower.key and p.is_blank and p.frame == upper.frame and not p.strokes
    )


@rule(
    "TT-21",
    Severity.ERROR,
    "Phụ lục I, II.1b, II.2b, II.5b",
    asks=(
        "Dưới Tiêu ngữ, tên cơ quan, trích yếu là đường kẻ ngang, nét liền; không gạch chân chữ.",
        "Below motto, issuer and subject stands a drawn line; letters are not underlined.",
    ),
    mend=(
        "Chọn chữ, bấm Ctrl+U để bỏ gạch chân; kẻ đường bằng Insert → Shapes → Line.",
        "Select the words, press Ctrl+U to remove the underline; draw the line with Insert → Shapes → Line.",
    ),
    wrong="Tiêu ngữ được gạch chân (Underline)",
    right="Dưới Tiêu ngữ có đường kẻ vẽ bằng Shapes",
    why="Xét Quốc hiệu, Tiêu ngữ, tên cơ quan, tên loại và trích yếu dưới tên loại.",
)
def nothing_is_underlined(case: Case) -> Iterator[Fault]:
    letter = case.letter
    named = (letter.type_name, letter.subject if letter.doctype != "cong-van" else None)
    for part in (letter.state, letter.motto, letter.superior, letter.issuer, *named):
        runs = [(s, r) for s in (part.strips if part is not None else ()) for r in s.runs if r.look.underline]
        if runs and part is not None:
            mends = tuple(
                dict.fromkeys(
                    SetLook(s.paragraph.key, (r.ordinal,), underline=False)
                    for s, r in runs
                    if owns_run(s, r.ordinal)
                )
            )
            yield Fault(
                at(runs[0][0], part.name), Said("chữ bị gạch chân", "underlined letters"), mends=mends
            )
