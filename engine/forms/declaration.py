"""TK1-TS as a Word file: one person's declaration, filled with what is known, and its annex where it is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from engine.forms import word_xml as xml
from engine.forms.conditions import conditions_of
from engine.forms.declaration_sheet import BoxSlot, LineSlot, RowsSlot, Segment, compiled, control
from engine.forms.printed_values import printed
from engine.forms.values import Entry, Filling
from engine.forms.word_parts import document_part, fixed_parts, link_part
from engine.model.form import FormAnnex, FormSheet, FormVersion
from engine.model.form_field import FormField
from engine.model.person import Matching
from engine.people.lists import Lists
from engine.word.zipped import write_package

_REASONS = "ly-do-chua-khop"
_REQUEST = "change.request"
_BLANK = {"date": "......./......./.............", "choice": "....", "text": "....."}
_KEY = re.compile(r"\{([^{}]*)\}")
_IDENTIFYING = "person.name"
"""Stands on every declaration: it says whose paper it is."""

_SMALLER = 10.5
"""The least size in which a long value is set to end before its dots do, pt."""

_LONG = frozenset({_REQUEST, "change.attachments"})


@dataclass(frozen=True)
class _Skeleton:
    """A form's fixed XML and parts, made once."""

    main: tuple[Segment, ...]
    annexes: Mapping[str, tuple[Segment, ...]]
    parts: Mapping[str, bytes]


def make_declaration(form: FormVersion, filling: Filling, lists: Lists) -> bytes:
    """The declaration of the first person of the filling as .docx; the others are the members of the household.

    What the office knows stands in the boxes of the record, what is declared anew is left to the participant, and the
    request says what the comparison with the population database asks for. Raises ValueError for a filling without a
    person, or a form of which only the head is known.
    """
    if not filling.entries or not form.is_whole:
        raise ValueError(
            "nothing to declare" if form.is_whole else f"{form.form}@{form.version} has no boxes"
        )
    skeleton = _skeleton(form.form, form.version, _Same(form))
    writer = _Writer(form, filling, lists)
    body = [*writer.written(skeleton.main)]
    page: FormSheet = form
    for annex in form.annexes:
        if writer.asks_for(annex):
            body.extend((xml.section_end(page.page), *writer.written(skeleton.annexes[annex.id])))
            page = annex
    body.append(_closing(page))
    parts = {
        **skeleton.parts,
        "word/document.xml": document_part("".join(body)),
        "docProps/custom.xml": link_part(filling.link),
    }
    return write_package(parts)


class _Same:
    """A form as a key of the cache: equal where it is the same object, since to compare forms costs more."""

    def __init__(self, form: FormVersion) -> None:
        self.form = form

    def __hash__(self) -> int:
        return id(self.form)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.form is self.form


@lru_cache(maxsize=16)
def _skeleton(form_id: str, version: str, same: _Same) -> _Skeleton:
    form = same.form
    annexes = {annex.id: compiled(annex, form) for annex in form.annexes}
    return _Skeleton(compiled(form, form), annexes, fixed_parts(form.page, form.name))


def _closing(page: FormSheet) -> str:
    """The last paragraph, which a table at the end needs, and the page of the last section."""
    return xml.paragraph(xml.run("", size=1)) + xml.section(page.page)


class _Writer:
    """One person's values put into the slots."""

    def __init__(self, form: FormVersion, filling: Filling, lists: Lists) -> None:
        self.entry = filling.entries[0]
        self.members = filling.entries[1:]
        self.lines = filling.lines
        self.lists = lists
        self.day = _day(filling.lines)
        self.held = conditions_of(self.entry, lists, self.day)
        self.controls = 0

    def asks_for(self, annex: FormAnnex) -> bool:
        """Whether the annex goes with the declaration."""
        return bool(self.members) or not annex.when or not self.held.isdisjoint(annex.when)

    def written(self, segments: tuple[Segment, ...]) -> Iterator[str]:
        """The XML of a sheet."""
        for segment in segments:
            if isinstance(segment, str):
                yield segment
            elif isinstance(segment, BoxSlot):
                yield self._box(segment)
            elif isinstance(segment, LineSlot):
                line = segment.line
                yield xml.run(self._line(line.text), bold=line.bold, italic=line.italic, size=segment.size)
            else:
                yield from self._rows(segment)

    def _box(self, slot: BoxSlot) -> str:
        field = slot.box.field
        text = self._value(field) if self._is_theirs(slot) else ""
        shown = text or _BLANK.get(field.type, _BLANK["text"])
        size = 0.0 if not text or slot.alone or slot.box.takes(text, slot.size) else _SMALLER
        self.controls += 1
        held = control(
            field.key or "",
            field.label,
            self.controls,
            xml.run(shown, size=size),
            is_blank=not text,
            many_lines=field.key in _LONG,
        )
        if slot.alone or slot.box.takes(shown, size or slot.size):
            return held + xml.tab()
        return held + xml.run(" ... " if text else "  ")

    def _is_theirs(self, slot: BoxSlot) -> bool:
        """Whether something is written for the person: what the paper says of others they would not sign."""
        key = slot.box.field.key
        return (
            slot.applies is None
            or slot.applies in self.held
            or key == _IDENTIFYING
            or key in self.entry.values
        )

    def _value(self, field: FormField) -> str:
        key = field.key or ""
        if (
            field.empty_from
            and self.day
            and field.empty_from.first() <= self.day
            and key not in self.entry.values
        ):
            return ""
        text = xml.plain(printed(self.entry, key, field, self.lists))
        return self._request() if not text and key == _REQUEST and key not in self.entry.values else text

    def _request(self) -> str:
        """What the comparison asks for, by the reasons; nothing for who has no mã số BHXH and asks for one."""
        standing = self.entry.person.standing
        if (
            standing.matching not in (Matching.MISMATCHED, Matching.NO_NUMBER)
            or "no-social-number" in self.held
        ):
            return ""
        reasons = standing.reasons or (("NO_ID",) if standing.matching is Matching.NO_NUMBER else ("OTHER",))
        asked = (self.lists.gives(_REASONS, code).get("request", "") for code in reasons)
        return "; ".join(dict.fromkeys(one for one in asked if one))

    def _line(self, text: str) -> str:
        return _KEY.sub(lambda found: xml.plain(self.lines.get(found[1], "")) or "……", text)

    def _rows(self, slot: RowsSlot) -> Iterator[str]:
        """A row for each member, and blank ones to write others by hand."""
        for ordinal, member in enumerate(self.members, 1):
            yield _row(slot, [self._member(member, column, ordinal) for column in slot.columns])
        for _ in range(max(slot.least - len(self.members), 1 if self.members else 0)):
            yield _row(slot, [""] * len(slot.columns))

    def _member(self, member: Entry, column: FormField, ordinal: int) -> str:
        if column.type == "ordinal":
            return str(ordinal)
        return xml.plain(printed(member, column.key or "", column, self.lists))


def _row(slot: RowsSlot, texts: list[str]) -> str:
    cells = (
        xml.cell(
            xml.paragraph(
                xml.run(text, size=slot.size), align="center" if column.type == "ordinal" else "left"
            ),
            column.width or 0,
            middle=True,
        )
        for column, text in zip(slot.columns, texts, strict=True)
    )
    return xml.row(cells, height=slot.height)


def _day(lines: Mapping[str, str]) -> date | None:
    """The day that the form's own lines tell."""
    try:
        return date(*(int(lines.get(f"form.{part}", "")) for part in ("year", "month", "day")))
    except ValueError:
        return None
