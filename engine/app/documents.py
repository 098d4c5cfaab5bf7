"""Makes the bytes of a planned document, and gives its file a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engine.app.materials import Materials
from engine.app.reading import Checked
from engine.model.lineage import CitedDirective
from engine.model.plan import Plan, PlannedDocument
from engine.model.slug import slug
from engine.render.letter import Letterhead, render_sources
from engine.render.pdf import convert_to_pdf
from engine.render.sources import Sources
from engine.spec.library import Library

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file of a document: how it is called, what it is, its bytes."""

    name: str
    media: str
    data: bytes


@dataclass(frozen=True)
class DocumentMaker:
    """Renders the documents of one plan. `number` is None for a draft: số and day stay blank (NĐ 30/2020, Điều 15)."""

    library: Library
    materials: Materials
    checked: Checked
    plan: Plan
    number: int | None
    known: Mapping[str, CitedDirective]
    pdf: bool = False

    def make(self, documents: tuple[PlannedDocument, ...]) -> Mapping[str, tuple[MadeFile, ...]]:
        """The files of each document, by document key; PDFs are converted together."""
        stem = self._stem()
        words = {d.key: self._render(d) for d in documents}
        prints = convert_to_pdf(words) if self.pdf and words else {}
        return {
            key: (
                MadeFile(f"{stem}.docx", DOCX, data),
                *((MadeFile(f"{stem}.pdf", PDF, prints[key]),) if key in prints else ()),
            )
            for key, data in words.items()
        }

    def _render(self, document: PlannedDocument) -> bytes:
        library = self.library
        letterhead = Letterhead(
            library.directory, library.doctypes[document.doctype], library.doctypes, library.act_types
        )
        sources = Sources(
            self.checked.directive,
            self.plan,
            document,
            letterhead.directory,
            letterhead.doctype,
            self.number,
            type_names=letterhead.type_names,
            pictures=self.materials.pictures,
            known=self.known,
        )
        return render_sources(sources, self.materials.template_bytes)

    def _stem(self) -> str:
        if self.number is None:
            return f"du-thao-{slug(self.plan.directive)}"
        return slug(f"{self.number:02d}-{self.plan.symbol}")
