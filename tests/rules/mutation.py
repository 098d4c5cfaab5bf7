"""One thing broken in a right letter: mutants as data, and the pen that breaks.

A file of `tests/rules/mutants` holds `MUTANTS = (Mutant("TT-22", "cong-van", "no colon", edit), …)` and perhaps
`BUNDLES = (BundleMutant(…), …)`; `test_mutants` runs them all.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from engine.model.ruleset import RuleSet
from engine.rules.case import Case, Known
from engine.rules.finding import Finding
from engine.rules.judge import judge
from engine.rules.letter import Declared
from engine.rules.recognise import recognise
from engine.spec.reading import read_model
from engine.spec.yaml_source import read_yaml
from engine.word.reading import read_word
from tests.rules.good_letters import TODAY, known

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LAW = Path(__file__).parents[2] / "specs" / "rules" / "nd30-2020.yaml"
_P, _R, _T = (f"{{{W}}}{name}" for name in "prt")


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_PPR = _names(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens spacing ind contextualSpacing mirrorIndents jc outlineLvl rPr sectPr"
)
_RPR = _names(
    "rStyle rFonts b bCs i iCs caps smallCaps strike outline vanish color spacing w kern position sz szCs highlight u "
    "bdr shd vertAlign lang"
)
_SECT = _names("headerReference footerReference type pgSz pgMar pgNumType cols titlePg")


def _q(name: str) -> str:
    return f"{{{W}}}{name}"


def child(parent: etree._Element, name: str, order: Sequence[str] = ()) -> etree._Element:
    """The child `w:name`, made where the schema wants it if it is not there."""
    found = parent.find(_q(name))
    if found is not None:
        return found
    made = etree.Element(_q(name))
    later = {_q(n) for n in order[order.index(name) + 1 :]} if name in order else set()
    place = next((i for i, one in enumerate(parent) if one.tag in later), len(parent))
    parent.insert(place, made)
    return made


def _set(parent: etree._Element, name: str, order: Sequence[str], **attributes: object) -> None:
    element = child(parent, name, order)
    for key, value in attributes.items():
        element.set(_q(key), str(value))


@dataclass(frozen=True)
class Typed:
    """A paragraph of the file, to be changed."""

    element: etree._Element

    @property
    def runs(self) -> list[etree._Element]:
        """Its own runs; those of text boxes inside of it are left out."""
        return [r for r in self.element.iter(_R) if next(r.iterancestors(_P)) is self.element]

    @property
    def _texts(self) -> list[etree._Element]:
        return [t for run in self.runs for t in run.findall(_T)]

    @property
    def text(self) -> str:
        return "".join(t.text or "" for t in self._texts)

    def write(self, text: str) -> Typed:
        """All of its letters are these, in the look of its first run."""
        first, *others = self._texts
        first.text = text
        first.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        for other in others:
            other.text = ""
        return self

    def replace(self, old: str, new: str) -> Typed:
        """The first place where `old` stands holds `new`, in the look of the run in which it begins."""
        start = self.text.index(old)
        end, seen = start + len(old), 0
        for one in self._texts:
            text = one.text or ""
            left, right = max(start - seen, 0), min(end - seen, len(text))
            if left < right or (start == seen and old == ""):
                one.text = text[:left] + (new if start >= seen else "") + text[right:]
                one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            seen += len(text)
        return self

    def look(
        self,
        *,
        font: str | None = None,
        size: float | None = None,
        bold: bool | None = None,
        italic: bool | None = None,
        underline: str | None = None,
        colour: str | None = None,
        highlight: str | None = None,
        run: int | None = None,
    ) -> Typed:
        """Direct format of all runs, or of the run with this ordinal."""
        for element in self.runs if run is None else [self.runs[run]]:
            form = element.find(_q("rPr"))
            if form is None:
                form = etree.Element(_q("rPr"))
                element.insert(0, form)
            if font is not None:
                _set(form, "rFonts", _RPR, ascii=font, hAnsi=font, cs=font, eastAsia=font)
            if size is not None:
                _set(form, "sz", _RPR, val=round(size * 2))
            for name, value in (("b", bold), ("i", italic)):
                if value is not None:
                    _set(form, name, _RPR, val=int(value))
            for name, word in (("u", underline), ("color", colour), ("highlight", highlight)):
                if word is not None:
                    _set(form, name, _RPR, val=word)
        return self

    def shape(
        self,
        *,
        align: str | None = None,
        left: int | None = None,
        right: int | None = None,
        first: int | None = None,
        before: int | None = None,
        after: int | None = None,
        line: int | None = None,
        line_rule: str = "auto",
        contextual: bool | None = None,
    ) -> Typed:
        """Direct format of the paragraph; twips, `first` below 0 hangs."""
        form = self.form
        if align is not None:
            _set(form, "jc", _PPR, val=align)
        indents = {"left": left, "right": right}
        if first is not None:
            for name in ("firstLine", "hanging"):
                child(form, "ind", _PPR).attrib.pop(_q(name), None)
            indents["firstLine" if first >= 0 else "hanging"] = abs(first)
        spaces = {"before": before, "after": after, "line": line}
        for name, values in (("ind", indents), ("spacing", spaces)):
            if any(v is not None for v in values.values()):
                _set(form, name, _PPR, **{k: v for k, v in values.items() if v is not None})
        if line is not None:
            _set(form, "spacing", _PPR, lineRule=line_rule)
        if contextual is not None:
            _set(form, "contextualSpacing", _PPR, val=int(contextual))
        return self

    @property
    def form(self) -> etree._Element:
        """Its `w:pPr`."""
        form = self.element.find(_q("pPr"))
        if form is None:
            form = etree.Element(_q("pPr"))
            self.element.insert(0, form)
        return form

    def delete(self) -> None:
        parent = self.element.getparent()
        assert parent is not None
        parent.remove(self.element)

    def copy_after(self, text: str | None = None) -> Typed:
        """A copy of itself below itself, with these letters."""
        made = Typed(etree.fromstring(etree.tostring(self.element)))
        self.element.addnext(made.element)
        return made if text is None else made.write(text)

    def split_run(self, words: str) -> Typed:
        """The words become a run of their own, so that `look(run=…)` can reach them; they must stand in one run."""
        for run in self.runs:
            for text in run.findall(_T):
                whole = text.text or ""
                if words in whole:
                    before, after = whole.split(words, 1)
                    for piece in (after, words):
                        copy = etree.fromstring(etree.tostring(run))
                        for extra in copy.findall(_T)[1:]:
                            copy.remove(extra)
                        copy.findall(_T)[0].text = piece
                        copy.findall(_T)[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                        run.addnext(copy)
                    text.text = before
                    return self
        raise ValueError(f"no run holds {words!r}")

    def look_at(self, words: str, **look: Any) -> Typed:
        """Direct format of these words alone."""
        self.split_run(words)
        return self.look(**look, run=self.run_of(words))

    def run_of(self, words: str) -> int:
        """The ordinal of the run that holds the words."""
        return next(
            i for i, r in enumerate(self.runs) if words in "".join(t.text or "" for t in r.findall(_T))
        )


class Docx:
    """A .docx opened to be broken: trees of its parts, paragraphs found by their words."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self._trees: dict[str, etree._Element] = {}

    def tree(self, part: str = "word/document.xml") -> etree._Element:
        """The root of a part; what is changed in it is written."""
        if part not in self._trees:
            self._trees[part] = etree.fromstring(self.parts[part])
        return self._trees[part]

    @property
    def body(self) -> etree._Element:
        found = self.tree().find(_q("body"))
        assert found is not None
        return found

    def paragraphs(self, part: str = "word/document.xml") -> list[Typed]:
        return [Typed(p) for p in self.tree(part).iter(_P)]

    def p(self, words: str, part: str = "word/document.xml", nth: int = 0) -> Typed:
        """The first paragraph (or the nth) that begins with the words, else that holds them."""
        every = self.paragraphs(part)
        found = [p for p in every if p.text.startswith(words)] or [p for p in every if words in p.text]
        if len(found) <= nth:
            raise ValueError(f"no paragraph with {words!r} in {part}")
        return found[nth]

    def all_between(self, first: str, last: str) -> list[Typed]:
        """The paragraphs from one to another, both included."""
        every = self.paragraphs()
        texts = [p.element for p in every]
        return every[texts.index(self.p(first).element) : texts.index(self.p(last).element) + 1]

    def headers(self) -> list[str]:
        """The names of header parts that hold something."""
        return [n for n in sorted(self.parts) if n.startswith("word/header")]

    def footers(self) -> list[str]:
        return [n for n in sorted(self.parts) if n.startswith("word/footer")]

    def sections(self) -> list[etree._Element]:
        """Every `w:sectPr`, in order."""
        return list(self.tree().iter(_q("sectPr")))

    def set_section(self, element: str, ordinal: int | None = None, **attributes: object) -> None:
        """Sets attributes of `w:pgMar`, `w:pgSz`, `w:pgNumType` … of one section or of all."""
        every = self.sections()
        for section in every if ordinal is None else [every[ordinal]]:
            _set(section, element, _SECT, **attributes)

    def drop_from_section(self, element: str, ordinal: int | None = None) -> None:
        every = self.sections()
        for section in every if ordinal is None else [every[ordinal]]:
            for one in section.findall(_q(element)):
                section.remove(one)

    def drawings(self) -> list[etree._Element]:
        """The runs that hold a drawing, in order."""
        return [r for r in self.tree().iter(_R) if any(_is_drawing(e) for e in r.iter())]

    def save(self) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in self.parts.items():
                tree = self._trees.get(name)
                package.writestr(name, data if tree is None else _written(tree))
        return out.getvalue()


def _is_drawing(element: etree._Element) -> bool:
    return isinstance(element.tag, str) and element.tag in {_q("drawing"), _q("pict"), _q("object")}


def _written(tree: etree._Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


Edit = Callable[[Docx], object]


@dataclass(frozen=True)
class Mutant:
    """A right letter with one thing broken, which `rule` alone must report. `places` is how often, where it is told."""

    rule: str
    letter: str
    what: str
    edit: Edit
    declared: Declared = field(default_factory=Declared)
    known: Known | None = None
    """What is known beside the file, if not that of `good_letters`."""


@dataclass(frozen=True)
class Variant:
    """A right letter changed to another that is right too: the linter stays silent."""

    letter: str
    what: str
    edit: Edit
    declared: Declared = field(default_factory=Declared)
    known: Known | None = None


@dataclass(frozen=True)
class BundleMutant:
    """Several letters given together, of which `rule` alone must speak: (name of a right letter, edit) each."""

    rule: str
    what: str
    letters: tuple[tuple[str, Edit], ...]
    declared: Declared = field(default_factory=Declared)
    known: Known | None = None


@cache
def law() -> RuleSet:
    """The rule set that the project ships."""
    value, problems = read_model(read_yaml(_LAW), RuleSet)
    assert value is not None, problems
    return value


_NOTHING = Declared()


def case_of(data: bytes, name: str, declared: Declared = _NOTHING, around: Known | None = None) -> Case:
    """A file read and recognised, ready to be judged."""
    around = around or known()
    return Case(recognise(read_word(data, name), around), law(), around, TODAY, declared)


def findings(
    data: bytes, declared: Declared = _NOTHING, around: Known | None = None, only: Sequence[str] | None = None
) -> tuple[Finding, ...]:
    """What the linter says of one file."""
    return judge([case_of(data, "thu.docx", declared, around)], only)


def broken(letter: bytes, edit: Edit) -> bytes:
    """The letter after the edit."""
    docx = Docx(letter)
    edit(docx)
    return docx.save()


def told(found: Sequence[Finding]) -> Iterator[str]:
    """The findings in short, for a failing test."""
    for one in found:
        yield f"{one.rule} {one.severity} [{one.place.part} {one.place.paragraph}: {one.place.words}] {one.found.vi}"
