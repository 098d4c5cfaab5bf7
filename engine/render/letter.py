"""A letter from its values: view composed, template filled, bytes returned. Pure, template bytes given."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from engine.model.agency import Directory
from engine.model.directive import Directive
from engine.model.doctype import Doctype
from engine.model.plan import Plan, PlannedDocument
from engine.render.appendix import Appendices
from engine.render.body import Body
from engine.render.closing import closing_fields
from engine.render.docx import Properties, load_template, render
from engine.render.geometry import style_sizes
from engine.render.heading import addressees, bases, fitting_size, heading_fields
from engine.render.prose import Prose
from engine.render.sources import Sources
from engine.render.view import Letter, LetterView


def compose(sources: Sources) -> Letter:
    """The letter in words, before any template: what tests and reviews look at."""
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
    """Title, subject and author for the file's own properties (PL VI: Subject, CodeNumber, OrganName)."""
    author = ", ".join(sources.names.agency(i) for i in sources.plan.issuers)
    code = f"{number or '…'}/{sources.plan.symbol}"
    return Properties(
        sources.directive.subject, f"Số: {code}", author, None if sources.is_draft else sources.day
    )


def render_letter(
    directive: Directive,
    plan: Plan,
    document: PlannedDocument,
    directory: Directory,
    doctype: Doctype,
    number: int | None,
    *,
    template: bytes,
    type_names: Mapping[str, str] | None = None,
    pictures: Mapping[str, bytes] | None = None,
    issued_on: date | None = None,
) -> bytes:
    """The .docx of one planned document. Equal arguments give equal bytes.

    `number` None leaves number and day blank and prints the draft mark (Điều 15.2). `template` is the bytes of the
    doctype's Word template, compiled once per content. `type_names` names cited types by id; `pictures` holds images
    by the path written in the spec. Raises InputError or RenderError.
    """
    sources = Sources(
        directive, plan, document, directory, doctype, number, type_names or {}, pictures or {}, issued_on
    )
    letter = compose(sources)
    return render(
        load_template(template, document.template),
        letter.view.context(),
        properties=letter.properties,
        sizes=style_sizes(letter.size),
        media=letter.media,
    )
