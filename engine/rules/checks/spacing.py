"""The body's white: TT-44 first lines, TT-45 gaps between paragraphs, TT-46 lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from engine.errors import Severity
from engine.rules.case import Case
from engine.rules.finding import Fault
from engine.rules.letter import Item, Role
from engine.rules.prose import (
    BULLETS,
    TEXT,
    body_items,
    body_start,
    cm,
    cm_en,
    is_long,
    letters,
    number,
    place_of,
    running_text,
    said,
    sizes,
    start,
)
from engine.rules.registry import rule
from engine.word.mends import Mend, SetShape, SetText
from engine.word.values import TWIPS_PER_MM, Shape

_LINE_HEIGHT = 1.15
"""Of Times New Roman, as a share of its size: what Word calls a single line."""
_SHORT, _FAR_TABS, _FAR_BLANKS = 60, 3, 20


@rule(
    "TT-44",
    Severity.ERROR,
    "Phụ lục I, II.6e",
    asks=(
        "Khi xuống dòng, chữ đầu dòng lùi vào {body.first_line}, thống nhất trong toàn văn bản.",
        "First lines are indented by {body.first_line}, the same everywhere.",
    ),
    mend=(
        "Home → Paragraph → Indentation: Left 0, Special: First line {body.first_line}; bỏ dấu Tab, dấu "
        "cách đầu dòng.",
        "Home → Paragraph → Indentation: Left 0, Special: First line {body.first_line}; delete leading tabs "
        "and blanks.",
    ),
    wrong="Đầu dòng lùi bằng phím Tab hoặc dấu cách; danh sách tự động của Word lùi treo (Hanging).",
    right="Special: First line 1 cm ở mọi đoạn.",
    why=(
        "Xét mọi đoạn lời văn. Danh sách do Word đánh số tự động với lùi treo (Hanging) không đúng chữ của "
        "Nghị định "
        "nên bị nêu; gạch đầu dòng (-, +) chỉ bị cảnh báo vì Nghị định không quy định. Đoạn một dòng lùi "
        "bằng lề trái "
        "của đoạn trông như lùi đầu dòng nên không bị nêu. Điều lùi khác nội dung thuộc TT-54. Dòng ngắn "
        "đặt riêng (chú thích bảng, hình, đơn vị tính, “Kính mời: …”, dòng canh giữa hoặc căn phải) không phải lời "
        "văn. Danh sách do Word đánh số thì máy không sửa: dấu Tab sau số sẽ để lại khoảng trống."
    ),
)
def first_lines(case: Case) -> Iterator[Fault]:
    """Indents of first lines."""
    allowed = [round(mm * TWIPS_PER_MM) for mm in case.law.body.first_line]
    slack = case.law.body.first_line_tolerance * TWIPS_PER_MM
    usual = body_start(case.letter)
    items = [
        i
        for i in running_text(case.letter)
        if (i.role is not Role.DIEU or start(i) == usual) and not _stands_aside(i)
    ]
    right = Counter(a for i in items for a in allowed if abs(start(i) - a) <= slack and not _typed_indent(i))
    wanted = right.most_common(1)[0][0] if right else allowed[0]
    groups: dict[tuple[str, str, Severity, bool], list[Item]] = defaultdict(list)
    for item in items:
        wrong = _wrong_start(item, allowed, slack, wanted)
        if wrong is not None:
            severity = Severity.WARNING if item.role in BULLETS else Severity.ERROR
            groups[(*wrong, severity, bool(item.paragraph.label))].append(item)
    for (vi, en, severity, numbered), found in groups.items():
        mends = () if numbered else tuple(mend for i in found for mend in _indented(i, wanted))
        yield Fault(place_of(found[0]), said(vi, en, found), severity=severity, mends=mends)


def _stands_aside(item: Item) -> bool:
    """A short line that blanks or tabs push far to the right: a signer's words, no first line of a paragraph."""
    before = item.paragraph.text[: item.strip.start]
    return len(item.text) <= _SHORT and (before.count("\t") >= _FAR_TABS or len(before) >= _FAR_BLANKS)


def _typed_indent(item: Item) -> bool:
    before = item.paragraph.text[: item.strip.start]
    return "\t" in before or len(before) > 1


def _wrong_start(item: Item, allowed: Sequence[int], slack: float, wanted: int) -> tuple[str, str] | None:
    if _typed_indent(item):
        tab = "\t" in item.paragraph.text[: item.strip.start]
        return (
            ("lùi đầu dòng bằng phím Tab", "indented by a tab")
            if tab
            else ("lùi đầu dòng bằng dấu cách", "indented by blanks")
        )
    shape, begins = item.paragraph.shape, start(item)
    if not any(abs(begins - a) <= slack for a in allowed):
        hanging = f", lùi treo {cm(-shape.first)}" if shape.first < 0 else ""
        return f"đầu dòng lùi {cm(begins)}{hanging}", f"first line indented by {cm_en(begins)}"
    if abs(shape.left) > slack and is_long(item):
        return f"cả đoạn lùi {cm(shape.left)}", f"the whole paragraph is indented by {cm_en(shape.left)}"
    if abs(begins - wanted) > slack:
        told = f"đầu dòng lùi {cm(begins)}, các đoạn khác lùi {cm(wanted)}"
        return told, f"first line indented by {cm_en(begins)}, the others by {cm_en(wanted)}"
    return None


def _indented(item: Item, first: int) -> Iterator[Mend]:
    key = item.paragraph.key
    if item.strip.start:
        yield SetText(key, 0, item.strip.start, "")
    yield SetShape(key, left=0, first=first)


@rule(
    "TT-45",
    Severity.ERROR,
    "Phụ lục I, II.6e",
    asks=(
        "Khoảng cách giữa các đoạn văn tối thiểu là {body.gap} pt.",
        "Paragraphs stand at least {body.gap} pt apart.",
    ),
    mend=(
        "Home → Paragraph → Spacing Before: {body.gap} pt, bỏ chọn “Don't add space between paragraphs of the same "
        "style”; xóa dòng trống.",
        "Home → Paragraph → Spacing Before: {body.gap} pt, clear “Don't add space between paragraphs of the same "
        "style”; delete empty lines.",
    ),
    wrong="Spacing Before 0 pt, After 0 pt; hoặc bấm Enter thêm dòng trống để tách đoạn.",
    right="Spacing Before 6 pt, After 0 pt ở mọi đoạn.",
    why=(
        "Khoảng cách tính như Word: số lớn hơn trong After của đoạn trên và Before của đoạn dưới, trừ phần "
        "bị bỏ khi "
        "chọn không cách giữa các đoạn cùng kiểu. Dòng trống chen giữa hai đoạn chỉ là cảnh báo."
    ),
)
def gaps(case: Case) -> Iterator[Fault]:
    """Distances between paragraphs of the body."""
    least = case.law.body.gap * 20
    groups: dict[int, list[tuple[Item, Item]]] = defaultdict(list)
    for above, below in pairwise(body_items(case.letter)):
        if above.role in TEXT and below.role in TEXT and gap(above, below) < least:
            groups[gap(above, below)].append((above, below))
    for found, pairs in sorted(groups.items()):
        items = [below for _, below in pairs]
        mends = tuple(m for above, below in pairs for m in _apart(above, below, round(least)))
        told = said(
            f"cách đoạn trên {number(found / 20)} pt", f"{found / 20:g} pt below the paragraph above", items
        )
        yield Fault(place_of(items[0]), told, mends=mends)
    blank = list(_spacers(body_items(case.letter), least))
    if blank:
        told = said("dùng dòng trống để tách đoạn", "an empty line parts paragraphs", blank)
        yield Fault(place_of(blank[0]), told, severity=Severity.WARNING)


def gap(above: Item, below: Item) -> int:
    """The space that Word leaves between two paragraphs, twips: the larger of After and Before.

    "No space between paragraphs of the same style" drops what its own paragraph adds (ISO/IEC 29500-1, 17.3.1.9 and
    17.3.1.33).
    """
    one, other = above.paragraph, below.paragraph
    same = one.style_id == other.style_id
    own = 0 if one.shape.contextual and same else one.shape.after
    added = 0 if other.shape.contextual and same else max(other.shape.before - one.shape.after, 0)
    return own + added


def _apart(above: Item, below: Item, least: int) -> Iterator[Mend]:
    if above.paragraph.shape.contextual:
        yield SetShape(above.paragraph.key, contextual=False)
    shape = below.paragraph.shape
    yield SetShape(
        below.paragraph.key, before=max(least, shape.before), contextual=False if shape.contextual else None
    )


def _spacers(items: Sequence[Item], least: float) -> Iterator[Item]:
    """Blank lines of some height between two paragraphs of text; those beside tables and pictures serve another
    end."""
    above: Role | None = None
    blank: list[Item] = []
    for item in items:
        if item.role is Role.SPACER:
            if not item.paragraph.strokes and _height(item) >= least:
                blank.append(item)
            continue
        if above in TEXT and item.role in TEXT:
            yield from blank
        above, blank = item.role, []


def _height(item: Item) -> float:
    shape = item.paragraph.shape
    if shape.line_rule == "exact":
        return shape.line
    return item.paragraph.mark.size * 20 * _LINE_HEIGHT


@rule(
    "TT-46",
    Severity.ERROR,
    "Phụ lục I, II.6e",
    asks=(
        "Khoảng cách giữa các dòng tối thiểu {body.line.low} dòng, tối đa {body.line.high} dòng, tính theo dòng đơn.",
        "Lines stand {body.line.low} to {body.line.high} single lines apart.",
    ),
    mend=(
        "Home → Paragraph → Line spacing: Multiple, At từ {body.line.low} đến {body.line.high}.",
        "Home → Paragraph → Line spacing: Multiple, At {body.line.low} to {body.line.high}.",
    ),
    wrong="Line spacing: Double; hoặc Exactly 12 pt với chữ cỡ 14.",
    right="Line spacing: Multiple 1,15.",
    why=(
        "Cách dòng Exactly, At least được so với chiều cao dòng đơn của chữ Times New Roman (1,15 lần cỡ "
        "chữ), sai số "
        "2%. At least thấp hơn dòng đơn không có tác dụng nên không bị nêu."
    ),
)
def line_spacing(case: Case) -> Iterator[Fault]:
    """Spacing of lines inside the paragraphs of the body."""
    low, high = case.law.body.line
    groups: dict[tuple[str, str, float], list[Item]] = defaultdict(list)
    for item in running_text(case.letter):
        shape = item.paragraph.shape
        times = _lines(shape, max(sizes(letters(item)), default=item.paragraph.mark.size))
        too_low = times < low * 0.98 and shape.line_rule != "atLeast"
        if too_low or times > high * 1.02:
            groups[(*_told_lines(shape), high if times > high else low)].append(item)
    for (vi, en, asked), items in groups.items():
        mends = tuple(SetShape(i.paragraph.key, line=round(240 * asked), line_rule="auto") for i in items)
        yield Fault(place_of(items[0]), said(vi, en, items), mends=mends)


def _lines(shape: Shape, size: float) -> float:
    return shape.line / 240 if shape.line_rule == "auto" else shape.line / (20 * size * _LINE_HEIGHT)


def _told_lines(shape: Shape) -> tuple[str, str]:
    if shape.line_rule == "auto":
        return f"cách dòng {number(shape.line / 240)} dòng", f"line spacing {shape.line / 240:g}"
    kind = "Exactly" if shape.line_rule == "exact" else "At least"
    return f"cách dòng {kind} {number(shape.line / 20)} pt", f"line spacing {kind} {shape.line / 20:g} pt"
