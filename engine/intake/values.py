"""What reading a list or a returned form gives: tables found by their labels, and what each row tells of a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.errors import Problem, Where
from engine.model.link import FoundLink
from engine.model.person import Person
from engine.workbook.values import CellValue


@dataclass(frozen=True, slots=True)
class Column:
    """A column that was understood: `key` is one of `engine.model.form_keys.KEYS`, or an intake key (`KEYS` below).

    `label` is the head as written, group heads before it ("Tiền lương / Phụ cấp"); `position` counts from 0.
    """

    key: str
    position: int
    label: str
    how: str
    """"label" (a name of a form or list), "near" (nearly such a name), "content" (told by what stands in it)."""


INTAKE_KEYS: Mapping[str, str] = {
    "list.unit_code": "mã đơn vị của người tham gia",
    "list.unit_name": "tên đơn vị của người tham gia",
    "list.verification": "kết quả đối chiếu với CSDL quốc gia về dân cư",
    "list.group": "nhóm, đối tượng tham gia",
    "list.old_card": "số CMND (cột riêng)",
    "list.passport": "số hộ chiếu (cột riêng)",
    "list.birth_year": "năm sinh (cột riêng bên cạnh ngày sinh)",
    "list.birth_day": "ngày sinh (cột riêng: ngày)",
    "list.birth_month": "tháng sinh (cột riêng)",
    "list.birth_precision": "loại ngày sinh: 0 đủ ngày, 1 tháng năm, 2 năm",
    "list.male": "cột đánh dấu Nam",
    "list.female": "cột đánh dấu Nữ",
    "list.surname": "họ và tên đệm (cột riêng)",
    "list.middle_name": "tên đệm (cột riêng, giữa họ và tên)",
    "list.number": "mã số (tiêu đề không nói là số gì)",
    "list.given_name": "tên (cột riêng)",
    "list.link": "mối nối ẩn của dòng",
}
"""Columns of lists that no statutory form has."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: its place and the raw values by the columns' keys; empty cells are left out."""

    row: int
    cells: Mapping[str, CellValue]
    is_hidden: bool = False


@dataclass(frozen=True)
class Table:
    """A table of persons in a sheet.

    `lines` are what the lines above and below say, by form key ("unit.code", "letter.number"); `form` is the form
    that heads and title speak of ("d02-lt"), empty for a list of another make; `section` of each row is in `sections`
    by row ("I.1 Lao động"). `unread` are heads that nobody understands. `skipped` counts rows that are no person.
    """

    sheet: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    head_row: int
    lines: Mapping[str, str] = field(default_factory=dict)
    form: str = ""
    sections: Mapping[int, str] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    skipped: int = 0


@dataclass(frozen=True)
class Declared:
    """What a row of a list, or a declaration, tells of one person.

    `record` is what it says of the person, `changes` the values declared anew (`new.*`); `unit_code`, `unit_name` as
    written in the row, else in the table's lines; `problems` are addressed by their cells. Values that nothing proves
    are left out of the record and told in `problems`.
    """

    record: Person
    where: Where
    changes: Person = field(default_factory=Person)
    unit_code: str = ""
    unit_name: str = ""
    form: str = ""
    link: FoundLink | None = None
    kind: str = ""
    movement: str = ""
    request: str = ""
    note: str = ""
    problems: tuple[Problem, ...] = ()
    is_hidden: bool = False
    more: Mapping[str, str] = field(default_factory=dict)
    """Other values that were written, as text, by form key (salary.base, change.attachments, person.guardian …)."""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that seem to be one person, or to share a number: their places in `Reading.people`, and why.

    `why` is a code of the catalogue: PEOPLE-SAME-CITIZEN-ID, PEOPLE-SAME-SOCIAL-NUMBER, PEOPLE-SAME-PERSON …
    """

    why: str
    members: tuple[int, ...]


@dataclass(frozen=True)
class FileReading:
    """All that was read of one file: persons in the order of the file, groups of doubles, and every problem.

    `problems` holds those of the file, its sheets and heads, and those of all rows; `forms` are the forms it was taken
    for ("d02-lt"); `link` is the file's own. `lines` are the head lines of the first table that has some.
    """

    name: str
    sha256: str
    people: tuple[Declared, ...]
    problems: tuple[Problem, ...] = ()
    groups: tuple[Group, ...] = ()
    tables: tuple[Table, ...] = ()
    forms: tuple[str, ...] = ()
    link: FoundLink | None = None
    lines: Mapping[str, str] = field(default_factory=dict)
    hidden_rows: int = 0
