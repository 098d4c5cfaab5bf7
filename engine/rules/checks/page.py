"""Paper and margins (Phụ lục I, I.1–I.3): TT-01 … TT-05."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from engine.errors import Severity
from engine.model.ruleset import PageLimits, Pair
from engine.rules.case import Case
from engine.rules.finding import Fault, Said, at_section
from engine.rules.form import number_words, range_words
from engine.rules.measuring import mm, twips
from engine.rules.registry import rule
from engine.word.mends import Mend, SetSection
from engine.word.values import Section

_MARGINS = ("Layout → Margins → Custom Margins…", "Layout → Margins → Custom Margins…")


@rule(
    "TT-01",
    Severity.ERROR,
    "Phụ lục I, I.1",
    asks=(
        "Giấy khổ A4 ({page.width} mm × {page.height} mm).",
        "A4 paper ({page.width} mm × {page.height} mm).",
    ),
    mend=(
        "Layout → Size → A4, áp dụng cho cả văn bản.",
        "Layout → Size → A4, applied to the whole document.",
    ),
    wrong="Khổ Letter 215,9 × 279,4 mm",
    right="Khổ A4 210 × 297 mm",
    why="Trang ngang thì hai cạnh đổi chỗ.",
)
def paper_is_a4(case: Case) -> Iterator[Fault]:
    page = case.law.page
    wrong = [s for s in case.letter.word.sections if not _is_paper(s, page)]
    yield from _told(wrong, _paper_words, lambda s: _paper_mend(s, page))


def _is_paper(section: Section, page: PageLimits) -> bool:
    sides = sorted((mm(section.width), mm(section.height)))
    return all(
        abs(a - b) <= page.tolerance for a, b in zip(sides, sorted((page.width, page.height)), strict=True)
    )


def _paper_words(section: Section) -> Said:
    size = f"{number_words(round(mm(section.width), 1))} × {number_words(round(mm(section.height), 1))} mm"
    return Said(f"khổ giấy {size}", f"paper {size}")


def _paper_mend(section: Section, page: PageLimits) -> SetSection:
    width, height = twips(page.width), twips(page.height)
    if section.landscape or section.width > section.height:
        width, height = height, width
    return SetSection(section.ordinal, width=width, height=height)


@rule(
    "TT-02",
    Severity.WARNING,
    "Phụ lục I, I.2",
    asks=(
        "Trình bày theo chiều dài của giấy; chỉ quay ngang khi có bảng, biểu không làm thành phụ lục riêng.",
        "Portrait; landscape only where there are tables that are not made appendices of their own.",
    ),
    mend=("Layout → Orientation → Portrait.", "Layout → Orientation → Portrait."),
    wrong="Trang ngang chỉ có lời văn",
    right="Trang dọc; trang ngang cho bảng rộng hoặc phụ lục",
)
def landscape_holds_a_table(case: Case) -> Iterator[Fault]:
    letter = case.letter
    tables = {t.section for t in letter.word.tables}
    appended = min((a.section for a in letter.appendices), default=len(letter.word.sections))
    for section in letter.word.sections:
        if _is_landscape(section) and section.ordinal not in tables and section.ordinal < appended:
            yield Fault(
                at_section(section), Said("trang ngang không có bảng, biểu", "landscape page without a table")
            )


def _is_landscape(section: Section) -> bool:
    return section.landscape or section.width > section.height


@rule(
    "TT-03",
    Severity.ERROR,
    "Phụ lục I, I.3",
    asks=(
        "Cách mép trên {page.top} mm, cách mép dưới {page.bottom} mm.",
        "{page.top} mm from the top edge, {page.bottom} mm from the bottom edge.",
    ),
    mend=(
        f"{_MARGINS[0]}, Top {{page_cm.top}} cm, Bottom {{page_cm.bottom}} cm.",
        f"{_MARGINS[1]}, Top {{page_cm.top}} cm, Bottom {{page_cm.bottom}} cm.",
    ),
    wrong="Lề trên 15 mm",
    right="Lề trên 20 mm, lề dưới 20 mm",
    why="Trang ngang được xét cả hai cách: lề theo trang đang xem hoặc theo trang dọc quay đi.",
)
def top_and_bottom_margins(case: Case) -> Iterator[Fault]:
    page = case.law.page
    for name, limits, vi in (("top", page.top, "lề trên"), ("bottom", page.bottom, "lề dưới")):
        yield from _margin_faults(case, name, limits, Said(vi, f"{name} margin"))


@rule(
    "TT-04",
    Severity.ERROR,
    "Phụ lục I, I.3",
    asks=(
        "Cách mép trái {page.left} mm, kể cả phần đóng gáy.",
        "{page.left} mm from the left edge, the gutter included.",
    ),
    mend=(f"{_MARGINS[0]}, Left {{page_cm.left}} cm.", f"{_MARGINS[1]}, Left {{page_cm.left}} cm."),
    wrong="Lề trái 20 mm",
    right="Lề trái 30 mm",
    why="Phần chừa đóng gáy (Gutter) được cộng vào lề trái.",
)
def left_margin(case: Case) -> Iterator[Fault]:
    yield from _margin_faults(case, "left", case.law.page.left, Said("lề trái", "left margin"))


@rule(
    "TT-05",
    Severity.ERROR,
    "Phụ lục I, I.3",
    asks=("Cách mép phải {page.right} mm.", "{page.right} mm from the right edge."),
    mend=(f"{_MARGINS[0]}, Right {{page_cm.right}} cm.", f"{_MARGINS[1]}, Right {{page_cm.right}} cm."),
    wrong="Lề phải 25 mm",
    right="Lề phải 20 mm",
)
def right_margin(case: Case) -> Iterator[Fault]:
    yield from _margin_faults(case, "right", case.law.page.right, Said("lề phải", "right margin"))


def _margin_faults(case: Case, name: str, limits: Pair, margin: Said) -> Iterator[Fault]:
    page = case.law.page
    wrong = [
        s
        for s in case.letter.word.sections
        if not _is_within(_margin(s, name), limits, page.tolerance) and not _is_turned(s, page)
    ]
    yield from _told(
        wrong, lambda s: _margin_words(s, name, limits, margin), lambda s: _margin_mend(s, name, limits)
    )


def _margin(section: Section, name: str) -> float:
    value: int = getattr(section, name)
    return mm(value + section.gutter if name == "left" else abs(value))


def _is_within(value: float, limits: Pair, tolerance: float) -> bool:
    return limits[0] - tolerance <= value <= limits[1] + tolerance


def _is_turned(section: Section, page: PageLimits) -> bool:
    """A landscape page that is a right portrait page turned by a quarter, to either side."""
    if not _is_landscape(section):
        return False
    upright = {"top": page.top, "right": page.right, "bottom": page.bottom, "left": page.left}
    names = tuple(upright)
    for steps in (1, 3):
        turned = {name: upright[names[(i + steps) % 4]] for i, name in enumerate(names)}
        if all(_is_within(_margin(section, n), limits, page.tolerance) for n, limits in turned.items()):
            return True
    return False


def _margin_words(section: Section, name: str, limits: Pair, margin: Said) -> Said:
    value = number_words(round(_margin(section, name), 1))
    asked = range_words(limits)
    return Said(f"{margin.vi} {value} mm, phải là {asked} mm", f"{margin.en} {value} mm, asked {asked} mm")


def _margin_mend(section: Section, name: str, limits: Pair) -> SetSection:
    low, high = twips(limits[0]), twips(limits[1])
    gutter = section.gutter if name == "left" else 0
    if gutter > high:
        return SetSection(section.ordinal, left=low, gutter=0)
    value = abs(getattr(section, name)) + gutter
    return SetSection(section.ordinal, **{name: min(max(value, low), high) - gutter})


def _told(
    wrong: Sequence[Section], words: Callable[[Section], Said], mend: Callable[[Section], Mend]
) -> Iterator[Fault]:
    """One fault for each thing found, however many sections share it."""
    kinds: dict[Said, list[Section]] = {}
    for section in wrong:
        kinds.setdefault(words(section), []).append(section)
    for said, sections in kinds.items():
        more = len(sections)
        if more > 1:
            said = Said(f"{said.vi} (ở {more} phần trang)", f"{said.en} (in {more} sections)")
        yield Fault(at_section(sections[0]), said, mends=tuple(mend(s) for s in sections))
