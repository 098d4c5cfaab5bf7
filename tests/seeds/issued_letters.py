"""The seeds' directives rendered to Word as an issue renders them, and what the files then say."""

from __future__ import annotations

import io
from pathlib import Path

import docx
from docx.oxml.ns import qn

from engine.app.documents import DocumentMaker
from engine.app.lineage import lineage_sources
from engine.app.reading import Checked, materials_of
from engine.model.directive import Directive
from engine.model.plan import Plan
from engine.plan.calendar import build_calendar
from engine.plan.planner import plan
from engine.spec.library import Library
from tests.seeds.source_letters import flat

TEMPLATES = Path(__file__).parents[2] / "templates" / "docx"
FIRST_NUMBER = 1
"""The number that the register gives where the seed has none."""


def planned(directive: Directive, library: Library) -> Plan:
    """The plan that issuing would follow."""
    calendar = build_calendar(range(2019, 2026), library.calendars)
    known = lineage_sources(library, directive)
    return plan(directive, library.directory, library.doctypes, calendar, "", known)


def one_letter(directive: Directive, library: Library) -> bytes:
    """The .docx of the letter to all its addressees together, whatever the directive's own mode."""
    together = directive.model_copy(update={"per": "letter"})
    return _rendered(together, planned(together, library), 0, library)


def own_letter(directive: Directive, library: Library) -> tuple[str, bytes]:
    """The name of the first recipient of a directive `per: recipient`, and the .docx made for it alone."""
    followed = planned(directive, library)
    return followed.addressees[0].name, _rendered(directive, followed, 0, library)


def _rendered(directive: Directive, followed: Plan, ordinal: int, library: Library) -> bytes:
    number = None if directive.status == "draft" else directive.symbol.number or FIRST_NUMBER
    path = library.path_of(directive.id)
    assert path is not None
    checked = Checked(path, directive, (), "")
    maker = DocumentMaker(
        library, materials_of(library, checked, TEMPLATES), checked, followed, number, known={}
    )
    (files,) = maker.make((followed.documents[ordinal],)).values()
    return files[0].data


def text_of(content: bytes) -> str:
    """Everything the file prints in its body, tables and appendices in their order, on one line."""
    body = docx.Document(io.BytesIO(content)).element.body
    paragraphs = ("".join(_words(p)) for p in body.iter(qn("w:p")))
    return flat(" ".join(paragraphs))


def heads_of(content: bytes) -> str:
    """What stands in the page heads: page numbers, marks of a draft or of circulation."""
    sections = docx.Document(io.BytesIO(content)).sections
    heads = [head for one in sections for head in (one.first_page_header, one.header)]
    return flat(" ".join("".join(_words(p)) for head in heads for p in head._element.iter(qn("w:p"))))


def _words(paragraph) -> list[str]:  # type: ignore[no-untyped-def]
    blanks = {qn("w:tab"), qn("w:br")}
    return [" " if node.tag in blanks else node.text or "" for node in paragraph.iter(qn("w:t"), *blanks)]
