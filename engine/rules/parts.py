"""Which part of the letter a paragraph or a piece of it belongs to, for rules that look at every letter of a file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.rules.letter import Appendix, Letter, Part, PartName, Role, Strip
from engine.word.values import Key, Paragraph


@dataclass(frozen=True, slots=True)
class Parts:
    """The pieces of the letter by paragraph, with the part that each belongs to."""

    pieces: Mapping[Key, tuple[tuple[int, int, PartName], ...]]

    def part_at(self, paragraph: Paragraph, start: int = 0) -> PartName:
        """The part that holds this letter, else the first part of the paragraph; OTHER where none is known."""
        here = self.pieces.get(paragraph.key, ())
        inside = (name for begin, end, name in here if begin <= start < end)
        if here:
            return next(inside, here[0][2])
        numbered = any(r.field == "PAGE" for r in paragraph.runs)
        return PartName.PAGE_NUMBER if numbered else PartName.OTHER


def parts_of(letter: Letter) -> Parts:
    """The map of a letter, in one walk."""
    found: defaultdict[Key, list[tuple[int, int, PartName]]] = defaultdict(list)
    for name, strip in _strips(letter):
        found[strip.paragraph.key].append((strip.start, strip.end, name))
    return Parts({key: tuple(sorted(pieces)) for key, pieces in found.items()})


def _strips(letter: Letter) -> Iterator[tuple[PartName, Strip]]:
    for part in _parts(letter):
        yield from ((part.name, strip) for strip in part.strips)
    for item in letter.items:
        yield PartName.BASIS if item.role is Role.BASIS else PartName.BODY, item.strip
    for appendix in letter.appendices:
        yield from ((PartName.APPENDIX_BODY, item.strip) for item in appendix.items)


def _parts(letter: Letter) -> Iterator[Part]:
    single = (
        letter.state,
        letter.motto,
        letter.superior,
        letter.issuer,
        letter.number,
        letter.place_date,
        letter.type_name,
        letter.subject,
        letter.note,
        letter.salutation,
        letter.receivers_label,
        letter.file_line,
        letter.drafter,
        letter.contact,
        letter.urgency,
        letter.secrecy,
        letter.circulation,
    )
    yield from (part for part in single if part is not None)
    yield from (*letter.addressees, *letter.receivers, *letter.others)
    for signature in letter.signatures:
        yield from (*signature.authority, *signature.other_titles)
        if signature.name is not None:
            yield signature.name
    for appendix in letter.appendices:
        yield from _titles(appendix)


def _titles(appendix: Appendix) -> Iterator[Part]:
    yield from (part for part in (appendix.label, appendix.title, appendix.note) if part is not None)
