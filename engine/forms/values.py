"""What a form is filled with, and the file that comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.model.person import Person


@dataclass(frozen=True)
class Entry:
    """One person of a form. `person` is the record, `id` theirs in the campaign (empty: no link is written).

    `values` overrule or add single values by form key ("row.note", "row.movement", "new.citizen_id"), as they are to
    be printed; numbers and dates are given as text in the form's own writing. `section` is where a list puts the row
    (loại khai báo "1" to "5", empty: the form's default for a carrier of corrections).
    """

    person: Person
    id: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    section: str = ""


@dataclass(frozen=True)
class Filling:
    """Everything that one form is filled with.

    `lines` are the values of the printed lines by form key ("unit.name", "letter.number", "form.place"); what is
    missing stays blank. `link` is the file's signed link (`engine.model.link`), `row_links` each person's by id.
    """

    entries: tuple[Entry, ...]
    lines: Mapping[str, str] = field(default_factory=dict)
    link: str = ""
    row_links: Mapping[str, str] = field(default_factory=dict)
    protect: bool = True


@dataclass(frozen=True, slots=True)
class FormFile:
    """A form that was made: its bytes are the same whenever it is made of the same."""

    name: str
    media: str
    data: bytes
