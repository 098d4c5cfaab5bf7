"""The letters of a paragraph as Word shows them: fields by their result, tracked changes as if accepted.

One walk gives the runs, the drawings that hang on the paragraph, and whether it breaks the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from engine.word.addresses import run_elements
from engine.word.symbols import shown_symbol
from engine.word.values import Look, Run
from engine.word.xml import W_VAL, attr, is_on, path, q, understood

LookReader = Callable[[etree._Element | None], Look]
"""The effective look of a run, from its w:rPr."""

_SPACE_KEPT: Final = "{http://www.w3.org/XML/1998/namespace}space"
_R, _RPR, _T, _BR, _SYM = q("w:r"), q("w:rPr"), q("w:t"), q("w:br"), q("w:sym")
_FIELD_CHAR, _INSTRUCTION, _SIMPLE_FIELD = q("w:fldChar"), q("w:instrText"), q("w:fldSimple")
_ALTERNATE, _CONTENT, _INSERTED = (
    q("mc:AlternateContent"),
    q("w:sdtContent"),
    frozenset({q("w:ins"), q("w:moveTo")}),
)
_LETTERS: Final = {
    q("w:tab"): "\t", q("w:ptab"): "\t", q("w:cr"): "\n", q("w:noBreakHyphen"): "\u2011",
    q("w:softHyphen"): "\u00ad",
}  # fmt: skip
_DRAWN: Final = frozenset({q("w:drawing"), q("w:pict"), q("w:object")})
_PASSED: Final = frozenset(
    {q("w:hyperlink"), q("w:smartTag"), q("w:customXml"), q("w:dir"), q("w:bdo"), q("w:sdt"), _CONTENT, q("w:ins"),
     q("w:moveTo")}
)  # fmt: skip
_COUNTED: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"})
"""Fields that Word computes each time it shows the page, whatever result was stored."""
_NAME: Final = re.compile(r"\s*(=|[A-Za-z]+)")
_WHITE: Final = " \t\r\n"


@dataclass(slots=True)
class Field:
    """A complex field while it is being read: its instruction, then its result."""

    instruction: str = ""
    shows: bool = False
    """Its result has begun."""
    seen: bool = False
    """Its result has begun, and so has that of every field around it."""
    checkbox: str = ""

    @property
    def name(self) -> str:
        return field_name(self.instruction)


def field_name(instruction: str) -> str:
    """PAGE of " PAGE \\* MERGEFORMAT "; "" for nothing."""
    match = _NAME.match(instruction)
    return match[1].upper() if match else ""


def run_text(element: etree._Element) -> str:
    """The letters of a w:t: blanks at its ends count only where xml:space says so; a line end is a blank."""
    text = element.text or ""
    if element.get(_SPACE_KEPT) != "preserve":
        text = text.strip(_WHITE)
    return text.replace("\r", " ").replace("\n", " ") if "\n" in text or "\r" in text else text


def leading(element: etree._Element, name: str) -> etree._Element | None:
    """The child of this full name that the schema puts first: w:pPr of a paragraph, w:rPr of a run."""
    if len(element) and element[0].tag == name:
        return element[0]
    return element.find(name)


@dataclass(slots=True)
class Letters:
    """What a paragraph holds."""

    runs: list[Run] = field(default_factory=list)
    drawn: list[etree._Element] = field(default_factory=list)
    breaks_page: bool = False
    text: str = ""


def read_letters(paragraph: etree._Element, look: LookReader, fields: list[Field]) -> Letters:
    """The paragraph as shown. `fields` are those still open from the paragraphs before, and are left for the next."""
    return _Walk(run_elements(paragraph), look, fields).read(paragraph)


class _Walk:
    def __init__(self, elements: Iterable[etree._Element], look: LookReader, fields: list[Field]):
        self._ordinals: Mapping[etree._Element, int] = {element: n for n, element in enumerate(elements)}
        self._look = look
        self._fields = fields
        self._simple: list[str] = []
        self._letters = Letters()
        self._at = 0

    def read(self, paragraph: etree._Element) -> Letters:
        self._content(paragraph, inserted=False)
        self._letters.text = "".join(run.text for run in self._letters.runs)
        return self._letters

    def _content(self, container: etree._Element, *, inserted: bool) -> None:
        for item in container:
            tag = item.tag
            if tag == _R:
                self._run(item, inserted)
            elif tag in _PASSED:
                self._content(item, inserted=inserted or tag in _INSERTED)
            elif tag == _SIMPLE_FIELD:
                self._simple_field(item, inserted)
            elif tag == _ALTERNATE:
                branch = understood(item)
                if branch is not None:
                    self._content(branch, inserted=inserted)

    def _simple_field(self, element: etree._Element, inserted: bool) -> None:
        self._simple.append(field_name(attr(element, "w:instr")))
        before = self._at
        self._content(element, inserted=inserted)
        if self._at == before and self._simple[-1] in _COUNTED:
            runs = element.findall(_R)
            self._add("1", runs[-1] if runs else None, inserted)
        self._simple.pop()

    def _run(self, run: etree._Element, inserted: bool) -> None:
        text = ""
        for item in run:
            tag = item.tag
            if tag == _T:
                text += run_text(item)
            elif tag in _LETTERS:
                text += _LETTERS[tag]
            elif tag == _BR:
                text += self._break(item)
            elif tag == _SYM:
                text += _symbol(item)
            elif tag != _RPR:
                # The letters so far belong to the field state so far.
                self._add(text, run, inserted)
                text = ""
                self._other(item, run, inserted)
        self._add(text, run, inserted)

    def _other(self, item: etree._Element, run: etree._Element, inserted: bool) -> None:
        tag = item.tag
        if tag == _FIELD_CHAR:
            self._field_char(item, run, inserted)
        elif tag == _INSTRUCTION:
            if self._fields and not self._fields[-1].shows:
                self._fields[-1].instruction += item.text or ""
        elif tag in _DRAWN:
            if self._shows:
                self._letters.drawn.append(item)
        elif tag == q("w:ruby"):
            base = item.find(q("w:rubyBase"))
            if base is not None:
                self._content(base, inserted=inserted)
        elif tag == _ALTERNATE:
            branch = understood(item)
            for inner in branch if branch is not None else ():
                self._branch(inner, run, inserted)

    def _branch(self, item: etree._Element, run: etree._Element, inserted: bool) -> None:
        if item.tag == _T:
            self._add(run_text(item), run, inserted)
        elif item.tag in _LETTERS:
            self._add(_LETTERS[item.tag], run, inserted)
        elif item.tag == _SYM:
            self._add(_symbol(item), run, inserted)
        elif item.tag == _R:
            self._run(item, inserted)
        else:
            self._other(item, run, inserted)

    def _break(self, item: etree._Element) -> str:
        if attr(item, "w:type") in ("page", "column"):
            if self._shows:
                self._letters.breaks_page = True
            return ""
        return "\n"

    @property
    def _shows(self) -> bool:
        return not self._fields or self._fields[-1].seen

    def _field_char(self, item: etree._Element, run: etree._Element, inserted: bool) -> None:
        kind = attr(item, "w:fldCharType")
        if kind == "begin":
            self._fields.append(Field(checkbox=_checkbox(item)))
        elif not self._fields:
            return
        elif kind == "separate":
            self._fields[-1].shows = True
            self._fields[-1].seen = len(self._fields) == 1 or self._fields[-2].seen
        elif kind == "end":
            ended = self._fields.pop()
            if not ended.shows:
                self._unstored(ended, run, inserted)

    def _unstored(self, ended: Field, run: etree._Element, inserted: bool) -> None:
        """Shows a field that was saved without a result."""
        if ended.name in _COUNTED:
            self._simple.append(ended.name)
            self._add("1", run, inserted)
            self._simple.pop()
        elif ended.checkbox:
            self._add(ended.checkbox, run, inserted)

    def _add(self, text: str, run: etree._Element | None, inserted: bool) -> None:
        if not text or not self._shows:
            return
        look = self._look(None if run is None else leading(run, _RPR))
        ordinal = self._ordinals.get(run, 0) if run is not None else 0
        name = self._simple[-1] if self._simple else self._fields[-1].name if self._fields else ""
        last = self._letters.runs[-1] if self._letters.runs else None
        if last is not None and run is not None and last.ordinal == ordinal and last.field == name:
            self._letters.runs[-1] = Run(last.text + text, look, last.start, ordinal, name, inserted)
        else:
            self._letters.runs.append(Run(text, look, self._at, ordinal, name, inserted))
        self._at += len(text)


def _symbol(item: etree._Element) -> str:
    try:
        code = int(attr(item, "w:char"), 16)
    except ValueError:
        return ""
    return (
        shown_symbol(chr(code), attr(item, "w:font"))
        if 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE
        else ""
    )


def _checkbox(begin: etree._Element) -> str:
    box = path(begin, "w:ffData", "w:checkBox")
    if box is None:
        return ""
    for name in ("w:checked", "w:default"):
        told = box.find(q(name))
        if told is not None:
            return "☒" if is_on(told.get(W_VAL, "1")) else "☐"
    return "☐"


def is_unbalanced(root: etree._Element) -> bool:
    """Whether fields begin and end unequally often: then none can be trusted beyond its paragraph."""
    kinds = [attr(item, "w:fldCharType") for item in root.iter(_FIELD_CHAR)]
    return kinds.count("begin") != kinds.count("end")
