"""A letter from its values: view composed, template filled, bytes returned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from engine.errors import Problem, RenderError, Where
from engine.model.agency import Directory
from engine.model.doctype import ActType, Doctype
from engine.render.appendix import Appendices
from engine.render.body import Body
from engine.render.closing import closing_fields
from engine.render.docx import Properties, load_template, render
from engine.render.geometry import style_sizes
from engine.render.heading import addressees, bases, fitting_size, heading_fields
from engine.render.prose import Prose
from engine.render.sources import Sources
from engine.render.template_check import check_template
from engine.render.view import ALWAYS_USED, Letter, LetterView, view_variables


@dataclass(frozen=True)
class Letterhead:
    """What a letter needs to know of the house: who exists, its own type, and all types that may be cited."""

    directory: Directory
    doctype: Doctype
    doctypes: Mapping[str, Doctype]
    act_types: Mapping[str, ActType]

    @cached_property
    def type_names(self) -> dict[str, str]:
        """Names of all types by id: "cong-van" → "công văn", "nghi-dinh" → "Nghị định"."""
        return {key: kind.name for types in (self.doctypes, self.act_types) for key, kind in types.items()}


def compose(sources: Sources) -> Letter:
    """The letter in words, before any template: what tests and reviews look at. Pure."""
    prose = Prose(sources)
    size = fitting_size(sources)
    appendices = Appendices(sources, prose, size)
    fields = heading_fields(sources, size) | closing_fields(sources)
    fields["bases"] = bases(sources, prose)
    fields["addressees"] = addressees(sources)
    fields["blocks"] = Body(sources, prose).blocks()
    fields["appendices"] = appendices.views()
    return Letter(LetterView(**fields), size, properties(sources, fields["number"].strip()), appendices.media)


def properties(sources: Sources, number: str) -> Properties:
    """Title, subject and author of the file (Phụ lục VI: Subject, CodeNumber and CodeNotation, OrganName)."""
    author = ", ".join(sources.names.agency(i) for i in sources.plan.issuers)
    code = f"Số: {number}/{sources.plan.symbol}"
    return Properties(sources.directive.subject, code, author, None if sources.is_draft else sources.day)


def render_sources(sources: Sources, template: bytes) -> bytes:
    """The .docx of a letter from the bytes of its template, which are compiled once. Equal arguments,
    equal bytes."""
    letter = compose(sources)
    return render(
        load_template(template, sources.document.template),
        letter.view.context(),
        properties=letter.properties,
        sizes=style_sizes(letter.size),
        media=letter.media,
    )


def template_problems(path: Path) -> tuple[Problem, ...]:
    """What is wrong with a letter's Word template: harm, syntax, unknown names, parts of a letter it
    never prints."""
    try:
        data = _template_bytes(path)
    except RenderError as error:
        return error.problems
    return check_template(data, view_variables(), required=ALWAYS_USED, name=path.name)


def _template_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        where = Where(str(path))
        raise RenderError(
            Problem("RENDER-TEMPLATE-MISSING", where, {"reason": error.strerror or ""})
        ) from error
