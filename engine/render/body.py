"""The main text as blocks: opening, tasks to any depth, sections and articles, closing, `./.`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from engine.model.appendix import Contact
from engine.model.target import Target
from engine.model.task import Numbering, Section, Task
from engine.render.additions import Additions
from engine.render.prose import Prose
from engine.render.sources import Sources
from engine.render.tables import share_table
from engine.render.view import Block, BlockKind
from engine.wording import inline, mentions
from engine.wording.inline import Run
from engine.wording.numbering import mark, marked, numbering_below, section_numbering
from engine.wording.numerals import whole
from engine.wording.targets import unit_of

_KINDS: dict[Numbering, BlockKind] = {
    "numbers": "clause",
    "letters": "point",
    "dash": "dash",
    "plus": "plus",
    "none": "paragraph",
    "roman": "clause",
}
_SENTENCE = re.compile(r"(?:(?<=[a-zà-ỹđ)])|(?<=\d\d))[.!?…]\s+(?=[^\W\d_a-z])")
"""Where a sentence ends and another begins; not after an initial or a number."""
_SENTENCE_END = (".", "!", "?", "…")


class Body:
    """Composes the blocks of one document's main text, in reading order."""

    def __init__(self, sources: Sources, prose: Prose):
        self._sources = sources
        self._directive = sources.directive
        self._prose = prose
        self._additions = Additions(sources, prose)

    def blocks(self) -> tuple[Block, ...]:
        """The whole main text, closed by `./.`."""
        return closed([*self._opening(), *self._main(), *self._after()])

    def _opening(self) -> Iterator[Block]:
        addressee = self._sources.addressee
        lines = addressee.lines if addressee is not None else ()
        conveyed = self._additions.conveyed()
        before, leading = led_in(self._directive.opening or "") if lines else (self._directive.opening, "")
        yield from self._plain(before)
        if leading or conveyed:
            yield from (Block("paragraph", self._prose.runs(line)) for line in lines)
            lines = ()
        yield from self._plain(leading)
        yield from self._plain(conveyed)
        yield from (Block("paragraph", self._prose.runs(line)) for line in lines)

    def _main(self) -> Iterator[Block]:
        yield from self._tasks(self._directive.tasks, self._directive.numbering or "numbers")
        if self._sources.doctype.body == "articles":
            yield from self._articles(self._directive.sections)
        else:
            yield from self._sections(self._directive.sections)

    def _after(self) -> Iterator[Block]:
        yield from self._plain(self._directive.timing)
        effect = self._additions.effect() if self._sources.doctype.body != "articles" else ""
        for sentence in (*self._additions.of_letter(), effect):
            yield from self._plain(sentence)
        yield from self._share_tables(self._directive.targets)
        yield from self._plain(self._directive.closing)
        if self._directive.contacts:
            yield Block("paragraph", inline.runs("Thông tin liên hệ:"))
            yield from contact_blocks(self._directive.contacts)

    def _plain(self, text: str | None) -> Iterator[Block]:
        yield from (Block("paragraph", runs) for runs in self._prose.paragraphs(text))

    def _share_tables(self, targets: Iterable[Target]) -> Iterator[Block]:
        if self._sources.addressee is not None:
            return
        for target in targets:
            if target.table and target.print_ != "never":
                unit = f" (đơn vị tính: {unit_of(target)})" if unit_of(target) else ""
                caption = f"Bảng giao chỉ tiêu: {target.measure}{unit}"
                yield Block("caption", inline.runs(caption, italic=True))
                yield Block("table", table=share_table(target, self._sources.names))

    def _tasks(self, tasks: tuple[Task, ...], numbering: Numbering) -> Iterator[Block]:
        for sign, task in marked(tasks, numbering):
            yield from self._task(sign, task, numbering)

    def _task(self, sign: str, task: Task, numbering: Numbering) -> Iterator[Block]:
        """Title on its own line, wording, then the sentences to add, the items below and the closing
        words."""
        ranked = sign or numbering == "none" or (task.mark is None and task.kind != "note")
        kind: BlockKind = _KINDS[numbering] if ranked else "paragraph"
        label = f"{sign} " if sign else ""
        if task.title is not None:
            title = self._prose.words(task.title)
            if sign and numbering == "roman":
                yield Block("section", inline.runs(title.upper()), label)
            else:
                yield Block("clause-title" if kind == "clause" else kind, inline.runs(title), label)
            kind, label = "paragraph", ""
        words = self._prose.paragraphs(task.text)
        added = self._additions.of_task(task)
        if added and words and not task.tasks and not ends_openly(words[-1]):
            words[-1] = continued(words[-1], added)
            added = ()
        for runs in words:
            yield Block(kind, runs, label)
            kind, label = "paragraph", ""
        yield from self._tasks(task.tasks, numbering_below(numbering, task.numbering))
        yield from (Block("paragraph", self._prose.runs(sentence)) for sentence in added)
        yield from self._share_tables(t for t in task.targets if isinstance(t, Target))
        yield from self._plain(task.closing)

    def _sections(self, sections: tuple[Section, ...], depth: int = 0) -> Iterator[Block]:
        """I. TITLE, and under it 1. Title in bold (Phụ lục I, V.6)."""
        ordinal = 0
        numbering, default = section_numbering(depth)
        for section in sections:
            if section.heading is not None:
                ordinal += 1
                heading = self._prose.words(section.heading)
                kind: BlockKind = "subsection" if depth else "section"
                runs = inline.runs(heading if depth else heading.upper())
                yield Block(kind, runs, f"{mark(numbering, ordinal)} ")
            yield from self._inside(section, default)
            yield from self._sections(section.sections, depth + 1)
            yield from self._plain(section.closing)

    def _articles(self, sections: tuple[Section, ...]) -> Iterator[Block]:
        """The articles; effect opens the one that says who carries the document out, else gets its own at the end
        (mẫu 1.2: the last Điều), so that no article changes its number."""
        for ordinal, section in enumerate(sections, 1):
            effect = self._additions.effect() if section is sections[-1] and carries_out(section) else ""
            yield from self._article(ordinal, section, effect)
        if not sections or not carries_out(sections[-1]):
            effect = self._additions.effect()
            titled = any(section.heading for section in sections)
            if effect:
                own = Section(heading="Hiệu lực thi hành" if titled else None, text=effect)
                yield from self._article(len(sections) + 1, own)

    def _article(self, ordinal: int, section: Section, opening: str = "") -> Iterator[Block]:
        """Điều 1. Title in bold; without a title the words follow the number on its line (II.6đ)."""
        label = (Run(f"Điều {ordinal}. ", bold=True),)
        words = [*self._prose.paragraphs(opening), *self._prose.paragraphs(section.text)]
        if section.heading is not None:
            yield Block("article", inline.merged((*label, *self._prose.runs(section.heading, bold=True))))
        elif words:
            yield Block("article", inline.merged((*label, *words.pop(0))))
        yield from (Block("paragraph", runs) for runs in words)
        yield from self._tasks(section.tasks, section.numbering or "numbers")
        yield from self._sections(section.sections, 1)
        yield from self._plain(section.closing)

    def _inside(self, section: Section, default: Numbering) -> Iterator[Block]:
        yield from self._plain(section.text)
        yield from self._tasks(section.tasks, section.numbering or default)


def led_in(opening: str) -> tuple[str, str]:
    """The opening in two: what stands before the sentence that announces the tasks, and that sentence."""
    paragraphs = inline.paragraphs(opening)
    if not paragraphs or not paragraphs[-1].rstrip().endswith(":"):
        return opening, ""
    *before, last = paragraphs
    ends = [found.end() for found in _SENTENCE.finditer(last) if found.end() < len(last)]
    if ends:
        before.append(last[: ends[-1]].rstrip())
        last = last[ends[-1] :]
    return "\n\n".join(before), last


def carries_out(section: Section) -> bool:
    """Whether the article says who is responsible for carrying the document out, in plain paragraphs."""
    words = mentions.flat(f"{section.heading or ''} {section.text or ''}")
    return "thi hành" in words and not section.tasks and not section.sections


def ends_openly(runs: tuple[Run, ...]) -> bool:
    """Whether the paragraph announces what follows it."""
    return inline.plain_text(runs).rstrip().endswith(":")


def continued(runs: tuple[Run, ...], sentences: tuple[str, ...]) -> tuple[Run, ...]:
    """The paragraph with sentences after it, its own last mark made a full stop."""
    text = inline.plain_text(runs).rstrip()
    own = runs if text.endswith(_SENTENCE_END) else inline.ended(runs, ".")
    added = [piece for sentence in sentences for piece in (Run(" "), *inline.runs(sentence))]
    return inline.merged((*own, *added))


def closed(blocks: list[Block]) -> tuple[Block, ...]:
    """The text ended by `./.` once (mẫu 1.4, 1.5, 2.1); after a table it stands alone."""
    if not blocks:
        return ()
    last = blocks[-1]
    if last.table is not None:
        return (*blocks[:-1], replace(last, table=replace(last.table, closes=True)))
    if last.kind in ("picture", "caption"):
        return (*blocks, Block("paragraph", (Run("./."),)))
    return (*blocks[:-1], replace(last, text=inline.ended(last.text, "./.")))


def contact_blocks(contacts: Sequence[Contact], phone_label: str = "số điện thoại") -> Iterator[Block]:
    """People to ask, each with the numbers that are known; several are numbered."""
    for ordinal, contact in enumerate(contacts, 1):
        role = f" ({contact.role})" if contact.role else ""
        phone = f", {phone_label}: {whole(contact.phone)}" if contact.phone else ""
        email = f", email: {contact.email}" if contact.email else ""
        label = f"{ordinal}. " if len(contacts) > 1 else ""
        yield Block("clause", inline.runs(f"{contact.name}{role}{phone}{email}"), label)
