"""Appendices: those mentioned are attached or declared external, those attached are mentioned (III.1a)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from engine.errors import Problem, Severity
from engine.model.appendix import Appendix, Block, Step
from engine.model.task import FormUse, Produces
from engine.spec.dossier import Dossier
from engine.spec.located import KeyPath, problem_at

_BASIS = "NĐ 30/2020, Phụ lục I, III.1a"
_NUMBERED = re.compile(r"[Pp](?:hụ lục|HỤ LỤC)\s+(?P<number>[IVX]+|\d{1,2})(?![\w/])")
_ENCLOSED = re.compile(
    r"phụ lục[^.;]{0,60}?(?:đính kèm|kèm theo|gửi kèm)|(?:đính kèm|kèm theo|gửi kèm)[^.;]{0,20}phụ lục", re.I
)
_OF_ANOTHER = re.compile(
    r"[^.;\n]{0,60}?(?:của|ban hành (?:kèm )?theo|kèm theo|theo|tại)\s+"
    r"(?:Luật|Nghị định|Thông tư|Quyết định|Nghị quyết|Công văn|Kế hoạch|\[\[)"
)
_LISTED = re.compile(
    r"(?P<what>danh sách|danh mục|bảng|biểu|biểu mẫu)(?:\s+[\w,]+){0,6}?\s+\(?(?:được\s+)?"
    r"(?:đính kèm|kèm theo|gửi kèm)",
    re.IGNORECASE,
)
_TELLING = 3
"""A title of fewer words may stand in a text by chance: “Danh sách”."""
_ANY = re.compile(r"phụ lục|đính kèm|kèm theo|gửi kèm", re.IGNORECASE)
_ROMAN = {"I": 1, "V": 5, "X": 10}


def check_mentioned_appendices_are_there(dossier: Dossier) -> Iterator[Problem]:
    """“Phụ lục II” and “phụ lục đính kèm” are appendices of this letter, unless another document's."""
    count = len(dossier.directive.appendices)
    for path, text in dossier.texts:
        for found in _NUMBERED.finditer(text):
            number = _number(found["number"])
            if number > count and not _OF_ANOTHER.match(text, found.end()):
                yield dossier.error(path, "SPEC-APPENDIX-MISSING", basis=_BASIS, name=found.group())
        enclosed = _ENCLOSED.search(text)
        if enclosed and not count and not _OF_ANOTHER.match(text, enclosed.start() + len("phụ lục")):
            yield dossier.error(
                path, "SPEC-APPENDIX-MISSING", basis=_BASIS, name=" ".join(enclosed.group().split())
            )


def check_appendices_are_mentioned(dossier: Dossier) -> Iterator[Problem]:
    """The main text names each appendix that goes with it."""
    appendices = dossier.directive.appendices
    text = "\n".join(text for _, text in dossier.texts)
    numbers = {_number(found["number"]) for found in _NUMBERED.finditer(text)}
    for position, appendix in enumerate(appendices):
        lone = len(appendices) == 1 and _ANY.search(text) is not None
        named = len(appendix.title.split()) >= _TELLING and appendix.title.lower() in text.lower()
        if not (lone or named or position + 1 in numbers):
            yield dossier.warning(
                ("appendices", position), "SPEC-APPENDIX-NOT-MENTIONED", basis=_BASIS, title=appendix.title
            )


def check_enclosed_lists_are_there(dossier: Dossier) -> Iterator[Problem]:
    """“danh sách kèm theo” is an appendix, a form or a product of this letter, unless another document's."""
    directive = dossier.directive
    enclosed = (directive.appendices, tuple(dossier.all(FormUse)), tuple(dossier.all(Produces)))
    if any(enclosed):
        return
    for path, text in dossier.texts:
        for found in _LISTED.finditer(text):
            words = " ".join(found.group().split())
            if not _OF_ANOTHER.match(text, found.start() + len(found["what"])):
                yield dossier.warning(path, "SPEC-ENCLOSURE-MISSING", basis=_BASIS, words=words)


def check_appendices_are_mentioned_in_order(dossier: Dossier) -> Iterator[Problem]:
    """Appendices are numbered in the order in which the text names them."""
    highest, count = 0, len(dossier.directive.appendices)
    seen: set[int] = set()
    for path, text in dossier.texts:
        for found in _NUMBERED.finditer(text):
            number = _number(found["number"])
            if number > count or number in seen or _OF_ANOTHER.match(text, found.end()):
                continue
            seen.add(number)
            if number < highest:
                yield problem_at(
                    dossier.where(*path), "SPEC-APPENDIX-ORDER", severity=Severity.INFO, name=found.group()
                )
            highest = max(highest, number)


def check_pictures_are_there(dossier: Dossier) -> Iterator[Problem]:
    """Pictures stand beside the specs: no way out of the folder, no missing file."""
    pictures: list[tuple[KeyPath, str]] = []
    for path, block in dossier.all(Block):
        pictures += [((*path, "image"), block.image)] if block.image else []
    for path, step in dossier.all(Step):
        pictures += [((*path, "images", i), name) for i, name in enumerate(step.images)]
    for path, name in pictures:
        code = _picture_fault(dossier, name)
        if code:
            yield dossier.error(path, code, name=name)


def check_appendix_titles_have_no_label(dossier: Dossier) -> Iterator[Problem]:
    """“Phụ lục I” is printed by the tool; a title that holds it would print it twice."""
    for path, appendix in dossier.all(Appendix):
        if _NUMBERED.match(appendix.title):
            yield dossier.error((*path, "title"), "SPEC-APPENDIX-TITLE", title=appendix.title)


def _picture_fault(dossier: Dossier, name: str) -> str:
    given = Path(name)
    if given.is_absolute() or ":" in name or "\\" in name:
        return "SPEC-PICTURE-OUTSIDE"
    target = (dossier.path.parent / given).resolve()
    if not target.is_relative_to(dossier.library.root.resolve()):
        return "SPEC-PICTURE-OUTSIDE"
    return "" if target.is_file() else "SPEC-PICTURE-MISSING"


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    values = [_ROMAN[letter] for letter in text]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))
