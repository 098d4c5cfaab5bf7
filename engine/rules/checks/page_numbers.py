"""Page numbers (Phụ lục I, I.7; III.1đ): TT-09 … TT-12."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from engine.errors import Severity
from engine.rules.case import Case
from engine.rules.finding import Fault, Place, Said, at, at_section, nowhere
from engine.rules.form import Form, form_faults
from engine.rules.letter import Part, PartName, Strip, plain
from engine.rules.measuring import extent, height, mm
from engine.rules.registry import rule
from engine.rules.told import ISSUED_WITH
from engine.rules.visible import shown_stories
from engine.word.mends import SetShape
from engine.word.values import Paragraph, Run, Section, Story, WordFile

_CLAUSE = "Phụ lục I, I.7"
_HEADER = (
    "Insert → Page Number → Top of Page → Plain Number 2.",
    "Insert → Page Number → Top of Page → Plain Number 2.",
)
_ARABIC = frozenset({"", "decimal"})
_HEAD_LINES = 20
"""Paragraphs among which an attached text tells by which act it is issued."""
_LINES_OF_A_PAGE = 120
_SURELY = 0.85
"""A text estimated to fill no more than this share of a page has one page: estimates of heights are rough."""


@rule(
    "TT-09",
    Severity.ERROR,
    _CLAUSE,
    asks=(
        "Số trang bằng chữ số Ả Rập, canh giữa theo chiều ngang trong phần lề trên của văn bản.",
        "Page numbers in Arabic digits, centred inside the top margin.",
    ),
    mend=_HEADER,
    wrong="Số trang ở cuối trang, bên phải",
    right="Số trang ở giữa lề trên",
    why="Tệp không có đầu trang, hoặc một phần trang (section) không có số, mà nội dung chắc chắn vừa một trang thì "
    "không bị nhắc: số của trang thứ nhất không hiển thị.",
)
def page_number_is_on_top(case: Case) -> Iterator[Fault]:
    word = case.letter.word
    if not _is_numbered(word):
        if any(s.header.is_there for s in word.sections) or not all(
            _is_one_page(word, s) for s in word.sections
        ):
            yield Fault(nowhere(PartName.PAGE_NUMBER), Said("không có số trang", "no page number"))
        return
    for section in word.sections:
        found = next(_section_faults(word, section), None)
        if found is not None:
            yield found
            return


def _section_faults(word: WordFile, section: Section) -> Iterator[Fault]:
    feet = [story for kind, story in shown_stories(section) if kind == "footer"]
    below = [p for story in feet for p in _number_paragraphs(story)]
    tops = [p for story in _shown_headers(section) for p in _number_paragraphs(story)]
    if below:
        yield Fault(_place(below[0], "footer"), Said("số trang ở chân trang", "page number in the footer"))
    elif any(not _number_paragraphs(s) for s in _shown_headers(section)) and not _is_one_page(word, section):
        said = Said("phần trang này không có số trang", "no page number in this section")
        yield Fault(at_section(section, PartName.PAGE_NUMBER), said)
    elif section.page_format not in _ARABIC:
        said = Said(f"số trang kiểu {section.page_format}", f"page numbers as {section.page_format}")
        yield Fault(at_section(section, PartName.PAGE_NUMBER), said)
    for paragraph in tops:
        if _is_off_centre(paragraph, section):
            mends = (
                ()
                if "\t" in paragraph.text
                else (SetShape(paragraph.key, align="center", left=0, right=0, first=0),)
            )
            yield Fault(
                _place(paragraph, "header"),
                Said("số trang không canh giữa", "page number not centred"),
                mends=mends,
            )


def _shown_headers(section: Section) -> tuple[Story, ...]:
    return (section.header, section.even_header) if section.even_and_odd else (section.header,)


def _number_paragraphs(story: Story) -> tuple[Paragraph, ...]:
    return tuple(p for p in story.paragraphs if _number_runs(p)) if story.is_there else ()


def _number_runs(paragraph: Paragraph) -> tuple[Run, ...]:
    return tuple(r for r in paragraph.runs if r.field == "PAGE")


def _place(paragraph: Paragraph, story: str) -> Place:
    return at(paragraph, PartName.PAGE_NUMBER, story)


def _is_off_centre(paragraph: Paragraph, section: Section) -> bool:
    """Far from the middle of the text, as far as the paragraph itself tells: frames and text boxes do not."""
    if paragraph.frame.box is not None or (paragraph.shape.align == "center" and "\t" not in paragraph.text):
        return False
    runs = _number_runs(paragraph)
    where = extent(Strip(paragraph, runs[0].start, runs[-1].end))
    return where is not None and abs(where.centre - mm(section.text_width) / 2) > 5


def _is_numbered(word: WordFile) -> bool:
    return any(_number_paragraphs(story) for section in word.sections for _, story in shown_stories(section))


def _is_one_page(word: WordFile, section: Section) -> bool:
    """Whether a section surely fits one page: no break inside, no picture, an estimate well below its height."""
    if len(word.sections) > _LINES_OF_A_PAGE:
        return False
    paragraphs = [p for p in word.paragraphs if p.section == section.ordinal]
    if len(paragraphs) > _LINES_OF_A_PAGE or any(p.pictures for p in paragraphs):
        return False
    if any(p.breaks_page for p in paragraphs[1:]):
        return False
    room = mm(section.height - abs(section.top) - abs(section.bottom))
    return _text_height(paragraphs) <= room * _SURELY


def _text_height(paragraphs: Sequence[Paragraph]) -> float:
    """Paragraphs below each other; of the cells in one row the highest counts."""
    total = 0.0
    rows: dict[tuple[int, int], dict[int, float]] = {}
    for paragraph in paragraphs:
        cell = paragraph.frame.cell
        if cell is None:
            total += height(paragraph)
        else:
            columns = rows.setdefault((cell.table, cell.row), {})
            columns[cell.column] = columns.get(cell.column, 0.0) + height(paragraph)
    return total + sum(max(columns.values()) for columns in rows.values())


@rule(
    "TT-10",
    Severity.ERROR,
    _CLAUSE,
    asks=("Không hiển thị số trang thứ nhất.", "The number of the first page is not shown."),
    mend=(
        "Nháy đúp vào đầu trang, Header & Footer → chọn Different First Page, xóa số ở đầu trang thứ nhất.",
        "Double-click the header, Header & Footer → tick Different First Page, delete the number on the first page.",
    ),
    wrong="Trang đầu có số 1",
    right="Trang đầu không có số, trang thứ hai có số 2",
)
def first_page_shows_no_number(case: Case) -> Iterator[Fault]:
    first = case.letter.word.sections[0]
    if first.title_page:
        shown = _number_paragraphs(first.first_header)
        if shown:
            yield Fault(
                _place(shown[0], "header"), Said("trang thứ nhất có số trang", "page one shows its number")
            )
    elif _number_paragraphs(first.header):
        said = Said(
            "đầu trang thứ nhất không đặt riêng nên trang thứ nhất có số", "page one shows its number"
        )
        yield Fault(_place(_number_paragraphs(first.header)[0], "header"), said)


@rule(
    "TT-11",
    Severity.ERROR,
    _CLAUSE,
    asks=("Số trang cỡ chữ {size.so-trang}, kiểu chữ đứng.", "Page numbers in {size.so-trang} pt, upright."),
    mend=(
        "Nháy đúp vào đầu trang, chọn số trang, Home → Font: cỡ {size.so-trang}, bỏ đậm và nghiêng.",
        "Double-click the header, select the number, Home → Font: {size.so-trang} pt, no bold, no italic.",
    ),
    wrong="Số trang cỡ 11, nghiêng",
    right="Số trang cỡ 14, đứng",
)
def page_number_is_plain(case: Case) -> Iterator[Fault]:
    form = Form(case.law.size(PartName.PAGE_NUMBER), bold=False, italic=False)
    seen = set()
    for _, story in (s for section in case.letter.word.sections for s in shown_stories(section)):
        for paragraph in _number_paragraphs(story):
            if paragraph.key not in seen:
                seen.add(paragraph.key)
                strips = tuple(Strip(paragraph, r.start, r.end) for r in _number_runs(paragraph))
                yield from form_faults(Part(PartName.PAGE_NUMBER, strips), form)


@rule(
    "TT-12",
    Severity.ERROR,
    "Phụ lục I, I.7 và III.1đ",
    asks=(
        "Văn bản đánh số trang từ 1; số trang của từng phụ lục được đánh số riêng, từ 1.",
        "The text is numbered from 1; each appendix is numbered by itself, from 1.",
    ),
    mend=(
        "Layout → Breaks → Next Page trước phụ lục; Insert → Page Number → Format Page Numbers… → Start at: 1.",
        "Layout → Breaks → Next Page before the appendix; Insert → Page Number → Format Page Numbers… → Start at: 1.",
    ),
    wrong="Phụ lục đánh số trang tiếp theo văn bản",
    right="Phụ lục ở section riêng, bắt đầu từ trang 1",
    why="Không xét khi tệp không có số trang.",
)
def numbering_starts_at_one(case: Case) -> Iterator[Fault]:
    if _is_numbered(case.letter.word):
        yield from _text_faults(case)
        yield from _appendix_faults(case)


def _text_faults(case: Case) -> Iterator[Fault]:
    first, *others = case.letter.word.sections
    if first.page_start not in (None, 1):
        start = first.page_start
        said = Said(f"văn bản đánh số trang từ {start}", f"the text is numbered from {start}")
        yield Fault(at_section(first, PartName.PAGE_NUMBER), said)
    until = min((a.section for a in case.letter.appendices), default=len(others) + 1)
    for section in others[: max(until - 1, 0)]:
        if section.page_start in (0, 1) and not _is_attached(case, section):
            said = Said(
                f"giữa văn bản đánh lại số trang từ {section.page_start}",
                "numbers start again inside of the text",
            )
            yield Fault(at_section(section, PartName.PAGE_NUMBER), said)


def _is_attached(case: Case, section: Section) -> bool:
    """The section begins a text that is issued with the letter (Mẫu 1.3) and has pages of its own."""
    heads = islice((p for p in case.letter.word.paragraphs if p.section == section.ordinal), _HEAD_LINES)
    return any(ISSUED_WITH.match(plain(p.text)) for p in heads)


def _appendix_faults(case: Case) -> Iterator[Fault]:
    sections = case.letter.word.sections
    for appendix in case.letter.appendices:
        first = appendix.label or appendix.title
        section = sections[appendix.section]
        place = at(first) if first is not None else at_section(section, PartName.APPENDIX_BODY)
        if not appendix.own_section:
            yield Fault(
                place, Said("phụ lục không có số trang riêng", "the appendix has no page numbers of its own")
            )
        elif section.page_start != 1:
            start = section.page_start
            told = f"từ {start}" if start is not None else "nối tiếp"
            yield Fault(
                place, Said(f"phụ lục đánh số trang {told}", f"the appendix is numbered {start or 'on'}")
            )
