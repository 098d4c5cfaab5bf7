"""Appendices: label, title, "(Kèm theo …)", and their text of steps, pictures, tables, lists and contacts."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from PIL import Image, UnidentifiedImageError

from engine.errors import Problem, RenderError
from engine.model.appendix import Appendix, Step
from engine.model.appendix import Block as WrittenBlock
from engine.render.body import closed, contact_blocks
from engine.render.geometry import LANDSCAPE_WIDTH_MM, RULE_SHARE, TEXT_WIDTH_MM, style_sizes
from engine.render.prose import Prose
from engine.render.sources import Sources
from engine.render.tables import table_view
from engine.render.view import AppendixView, Block, PictureView
from engine.typography.measure import balanced_lines, width_mm
from engine.wording import dates, inline
from engine.wording.inline import Run
from engine.wording.numerals import padded, roman

_NUMBERED = re.compile(r"^(?:[IVXLC]+|\d+|[A-ZĐ])[.)]\s")
_WIDEST_MM = 130.0
_HIGHEST_MM = 170.0
_DPI = 150
_UNFILLED = "(Kèm theo Văn bản số …/…… ngày … tháng … năm … của ………………)"


class Appendices:
    """Composes the appendices of one document and collects their pictures."""

    def __init__(self, sources: Sources, prose: Prose, size: int):
        self._sources = sources
        self._prose = prose
        self._sizes = style_sizes(size)
        self.media: dict[str, bytes] = {}

    def views(self) -> tuple[AppendixView, ...]:
        """Those that are in the file; external ones are counted in the numbering only."""
        labels = self._labels()
        return tuple(
            self._view(a, labels[a.id]) for a in self._sources.directive.appendices if not a.external
        )

    def _labels(self) -> dict[str, str]:
        """ "Phụ lục", or "Phụ lục I", "Phụ lục II" where there are several (III.1a)."""
        labelled = [a.id for a in self._sources.directive.appendices if a.label == "auto"]
        several = len(labelled) > 1
        numbers = {a: f"Phụ lục {roman(n)}" if several else "Phụ lục" for n, a in enumerate(labelled, 1)}
        return {a.id: numbers.get(a.id, "") for a in self._sources.directive.appendices}

    def _view(self, appendix: Appendix, label: str) -> AppendixView:
        size = self._sizes["NdTenPhuLuc"]
        kind = (appendix.kind.upper(),) if appendix.kind else ()
        width = LANDSCAPE_WIDTH_MM if appendix.landscape else TEXT_WIDTH_MM
        title = balanced_lines(appendix.title.upper(), width - 10, size, bold=True)
        return AppendixView(
            label=label,
            title_lines=(*kind, *title),
            attached_to=self._attached_to(),
            rule=round(RULE_SHARE * min(width_mm(title[-1], size, bold=True), width), 1),
            blocks=closed(list(self._blocks(appendix))),
            landscape=appendix.landscape,
        )

    def _attached_to(self) -> str:
        """Filled on paper, left unfilled in an electronic document and in a draft (III.1c)."""
        sources = self._sources
        if sources.directive.medium == "electronic" or sources.number is None or sources.is_draft:
            return _UNFILLED
        kind = sources.doctype.name[:1].upper() + sources.doctype.name[1:]
        issuer = sources.names.agency(sources.plan.issuers[0])
        code = f"{padded(sources.number)}/{sources.plan.symbol}"
        return f"(Kèm theo {kind} số {code} {dates.long_date(sources.date)} của {issuer})"

    def _blocks(self, appendix: Appendix) -> Iterator[Block]:
        headings = [b.heading for b in appendix.body if b.heading]
        ordinal = 0
        for written in appendix.body:
            if written.heading:
                ordinal += 1
                numbered = len(headings) < 2 or any(_NUMBERED.match(h) for h in headings)
                yield Block(
                    "section", self._prose.runs(written.heading), "" if numbered else f"{roman(ordinal)}. "
                )
            else:
                yield from self._block(written, landscape=appendix.landscape)

    def _block(self, written: WrittenBlock, *, landscape: bool) -> Iterator[Block]:
        yield from (Block("paragraph", runs) for runs in self._prose.paragraphs(written.text))
        yield from (Block("dash", self._prose.runs(item), "- ") for item in written.items)
        for ordinal, step in enumerate(written.steps, 1):
            yield from self._step(step, ordinal)
        if written.table is not None:
            yield Block("table", table=table_view(written.table, landscape=landscape))
        if written.image is not None:
            yield self._picture(written.image)
        yield from contact_blocks(written.contacts, "Số điện thoại")

    def _step(self, step: Step, ordinal: int) -> Iterator[Block]:
        label = Run(f"{(step.label or f'Bước {ordinal}').rstrip(': ')}: ", bold=True)
        first, *rest = self._prose.paragraphs(step.text)
        if inline.plain_text(first).startswith("-"):
            yield Block("paragraph", (Run(label.text.rstrip(), bold=True),))
            yield Block("paragraph", first)
        else:
            yield Block("paragraph", inline.merged((label, *first)))
        yield from (Block("paragraph", runs) for runs in rest)
        yield from (self._picture(image) for image in step.images)
        if step.lost_image:
            yield Block(
                "caption", inline.runs("(Hình minh họa của bước này không còn trong bản gốc)", italic=True)
            )
        yield from (Block("note", runs) for runs in self._prose.paragraphs(step.note))

    def _picture(self, path: str) -> Block:
        content = self._sources.pictures.get(path)
        if content is None:
            raise RenderError(Problem("RENDER-PICTURE-MISSING", params={"picture": path}))
        ordinal = len(self.media) + 1
        key = f"hinh{ordinal}"
        self.media[key] = content
        width, height = picture_size_mm(content, path)
        return Block("picture", picture=PictureView(key, ordinal, width, height, alt=path.rpartition("/")[2]))


def picture_size_mm(content: bytes, path: str) -> tuple[float, float]:
    """Its size at 150 dots an inch, made smaller where it would not fit; PNG and JPEG only."""
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as image:
            width, height = (side / _DPI * 25.4 for side in image.size)
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise RenderError(
            Problem("RENDER-PICTURE-UNREADABLE", params={"picture": path, "reason": str(error)})
        ) from error
    scale = min(1.0, _WIDEST_MM / width, _HIGHEST_MM / height)
    return round(width * scale, 1), round(height * scale, 1)
