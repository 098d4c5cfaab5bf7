"""Makes the bytes of a planned document, and gives its file a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engine.app.materials import Materials
from engine.app.reading import Checked
from engine.model.plan import Plan, PlannedDocument
from engine.model.slug import slug
from engine.render.letter import render_letter
from engine.render.pdf import convert_to_pdf
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
        return render_letter(
            self.checked.directive,
            self.plan,
            document,
            self.library.directory,
            self.library.doctypes[document.doctype],
            self.number,
            template=self.materials.template_bytes,
            type_names=type_names(self.library),
            pictures=self.materials.pictures,
        )

    def _stem(self) -> str:
        if self.number is None:
            return f"du-thao-{slug(self.plan.directive)}"
        return slug(f"{self.number:02d}-{self.plan.symbol}")


def type_names(library: Library) -> dict[str, str]:
    """The names of document and act types as citations begin with them: “Kế hoạch”, “Nghị định”."""
    found = {t.id: t.name for t in (*library.doctypes.values(), *library.act_types.values())}
    return {key: name[:1].upper() + name[1:] for key, name in found.items()}
