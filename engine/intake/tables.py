"""Finds every table of persons in a workbook, whoever made it: by the labels of its heads, never by position."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.errors import Problem, Severity, Where, errors_only
from engine.intake.body import BodyPart, BodyReader
from engine.intake.choosing import Chooser, Chosen, meaning
from engine.intake.columns import candidates
from engine.intake.folding import plain
from engine.intake.heads import Head, HeadFinder, could_be_head
from engine.intake.labels import Labels
from engine.intake.lines import LineReader
from engine.intake.phrases import Phrases
from engine.intake.sections import Sections
from engine.intake.told_form import is_annex, told_form
from engine.intake.values import Column, Table
from engine.model.form import FormVersion
from engine.people.lists import Lists
from engine.workbook.values import Sheet, Workbook, cell_name

_LOOKED_FOR = ("person.name", "person.social_number", "person.citizen_id", "person.birth_date")
_NUMBERED = frozenset({
    "person.social_number", "person.citizen_id", "new.citizen_id", "person.card_number", "list.old_card",
    "list.passport", "list.link", "member.social_number", "member.citizen_id",
})  # fmt: skip
"""Columns by which persons are told apart."""
_MEMBER = ("member.", "row.")
_BELOW = ("total.", "form.")
"""What lines below a table may say of it."""
_TITLE_LINES = 30
_LOOSE_ROWS = 200
"""Rows of a sheet in which a head full of slips is looked for: each cell is compared with every name."""


def find_tables(
    workbook: Workbook, forms: Sequence[FormVersion], lists: Lists
) -> tuple[tuple[Table, ...], tuple[Problem, ...]]:
    """Every table of persons, sheet by sheet, and what has to be told of sheets and heads.

    A column that could mean two things is told and left unread. A workbook without any table is an error.
    """
    finder = _Finder(workbook.name, forms, lists)
    tables: list[Table] = []
    problems: list[Problem] = []
    for loosely in (False, True):
        for sheet in () if tables or problems else workbook.sheets:
            found, told = finder.in_sheet(sheet, loosely)
            tables.extend(found)
            problems.extend(told)
    if not tables and not errors_only(problems):
        heads = ", ".join(meaning(key) for key in _LOOKED_FOR)
        problems.append(Problem("INTAKE-NO-TABLE", Where(workbook.name), {"heads": heads}))
    elif tables and not any(table.rows for table in tables):
        at = cell_name(tables[0].head_row, 0)
        problems.append(Problem("INTAKE-NO-ROWS", Where(workbook.name, sheet=tables[0].sheet, cell=at)))
    return tuple(tables), tuple(problems)


@dataclass(frozen=True)
class _Block:
    """A head with its columns, the rows below it that repeat it, and where its rows end."""

    head: Head
    chosen: Chosen
    rows: range
    repeated: frozenset[int]


class _Known:
    """Names and phrases of the forms and lists, made once for all files that are read with them."""

    _last: _Known | None = None

    def __init__(self, forms: Sequence[FormVersion], lists: Lists) -> None:
        self.forms = forms
        self.lists = lists
        self.labels = Labels.of(forms, lists)
        self.titles = Phrases.of(lists, "dong-danh-sach", frozenset({"ten-bang"}))
        self.rows = Phrases.of(lists, "dong-danh-sach", frozenset({"tong", "chan", "ky", "muc", "muc-tron"}))
        self.strangers = Phrases.of(lists, "dong-danh-sach", frozenset({"nguoi-khac"}))
        self.lines = LineReader.of(forms, lists)
        self.sections = Sections.of(forms)

    @classmethod
    def of(cls, forms: Sequence[FormVersion], lists: Lists) -> _Known:
        """What was made last, where it was made of the same."""
        last = cls._last
        if last is None or last.forms is not forms or last.lists is not lists:
            last = cls._last = cls(forms, lists)
        return last


class _Finder:
    """Finds tables in the sheets of one workbook."""

    def __init__(self, file: str, forms: Sequence[FormVersion], lists: Lists) -> None:
        self._file = file
        known = _Known.of(forms, lists)
        self._forms = known.forms
        self._lists = known.lists
        self._labels = known.labels
        self._titles = known.titles
        self._rows = known.rows
        self._strangers = known.strangers
        self._lines = known.lines
        self._sections = known.sections

    def in_sheet(self, sheet: Sheet, loosely: bool = False) -> tuple[tuple[Table, ...], tuple[Problem, ...]]:
        """The tables of one sheet; a sheet without persons is passed over without a word.

        `loosely`: heads with a slip in each name, or with one known name beside a column of identifiers, will do.
        """
        heads = self._heads(sheet, loosely)
        grouped = _grouped(heads, len(sheet.rows))
        blocks = [
            block for block in (self._block(sheet, *one) for one in grouped) if _is_worth(block, loosely)
        ]
        if not blocks:
            return (), ()
        tables: list[Table] = []
        start = 0
        known: Mapping[str, str] = {}
        for at, block in enumerate(blocks):
            above = range(start, block.head.first)
            told = self._lines.read(sheet, above)
            if told.keys() & {"unit.name", "unit.code"}:
                known = {k: v for k, v in known.items() if not k.startswith("unit.")}
            known = {**known, **told}
            found = list(self._tables(sheet, block, above, known))
            known = found[-1].lines if found else known
            start = max((row.row for table in found for row in table.rows), default=block.head.last) + 1
            stop = blocks[at + 1].head.first if at + 1 < len(blocks) else len(sheet.rows)
            tables.extend(self._with_foot(sheet, found, range(start, stop)))
        problems = [*self._sheet_problems(sheet, tables), *(p for b in blocks for p in b.chosen.problems)]
        return tuple(tables), tuple(problems)

    def _heads(self, sheet: Sheet, loosely: bool) -> list[tuple[Head, bool]]:
        """Every head of the sheet with whether its table's rows are members of a household."""
        finder = HeadFinder(sheet, self._labels, self._titles, loosely)
        found: list[tuple[Head, bool]] = []
        row = 0
        after = -1
        while row < (min(len(sheet.rows), _LOOSE_ROWS) if loosely else len(sheet.rows)):
            head = finder.head_at(row, after) if could_be_head(sheet.rows[row]) else None
            if head is None:
                row += 1
                continue
            of_household = is_annex(self._forms, (sheet.name, *_texts(sheet, range(after + 1, head.first))))
            found.append((head, of_household))
            after = head.last
            row = head.last + 1
        return found

    def _block(
        self, sheet: Sheet, head: Head, of_household: bool, rows: range, repeated: frozenset[int]
    ) -> _Block:
        finder = HeadFinder(sheet, self._labels, self._titles)
        found = candidates(head, finder, self._labels, of_household)
        data = range(rows.start, rows.stop)
        chooser = Chooser(self._file, sheet, self._lists, self._strangers)
        return _Block(head, chooser.choose(found, data, head.main), rows, repeated)

    def _tables(self, sheet: Sheet, block: _Block, above: range, lines: Mapping[str, str]) -> Iterator[Table]:
        columns = block.chosen.columns
        if not _is_of_persons(columns):
            return
        reader = BodyReader(sheet, self._rows, self._lines, self._sections)
        title = (sheet.name, *_texts(sheet, above))
        form = told_form(self._forms, title, (column.key for column in columns))
        parts = reader.read(columns, block.rows, block.repeated)
        for part in [p for p in parts if p.rows] or parts[:1]:
            yield _table(sheet, block, part, lines, form)

    def _with_foot(self, sheet: Sheet, tables: Sequence[Table], below: range) -> Iterator[Table]:
        """The tables, the last one with what the lines below it say."""
        yield from tables[:-1]
        for table in tables[-1:]:
            told = self._lines.read(sheet, below)
            foot = {k: v for k, v in told.items() if k.startswith(_BELOW)}
            yield _replaced(table, {**foot, **table.lines})

    def _sheet_problems(self, sheet: Sheet, tables: Sequence[Table]) -> Iterator[Problem]:
        where = Where(self._file, sheet=sheet.name)
        rows = [row for table in tables for row in table.rows]
        if sheet.is_hidden and rows:
            yield Problem("INTAKE-SHEET-HIDDEN", where, {"rows": len(rows)}, Severity.INFO)
        hidden = [row for row in rows if row.is_hidden]
        if hidden:
            first = Where(self._file, sheet=sheet.name, cell=cell_name(hidden[0].row, 0))
            yield Problem("INTAKE-ROWS-HIDDEN", first, {"rows": len(hidden)}, Severity.INFO)
        for table in tables:
            keys = {column.key for column in table.columns}
            at = Where(self._file, sheet=sheet.name, cell=cell_name(table.head_row, 0))
            if table.rows and not keys & {"person.name", "list.surname", "list.given_name", "member.name"}:
                yield Problem("INTAKE-NO-NAMES", at, {}, Severity.WARNING)
            if table.rows and not keys & _NUMBERED and any(not key.startswith(_MEMBER) for key in keys):
                yield Problem("INTAKE-NO-NUMBERS", at, {}, Severity.WARNING)


def _is_worth(block: _Block, loosely: bool) -> bool:
    """Whether a head is that of a table of persons, or would be if its columns were clear."""
    if loosely:
        return len(block.chosen.columns) > 1
    return _is_of_persons(block.chosen.columns) or bool(errors_only(block.chosen.problems))


def _grouped(
    heads: Sequence[tuple[Head, bool]], length: int
) -> Iterator[tuple[Head, bool, range, frozenset[int]]]:
    """Each head with the rows down to the next one; heads that say the same again belong to the first."""
    at = 0
    while at < len(heads):
        head, of_household = heads[at]
        repeated: set[int] = set()
        after = at + 1
        while after < len(heads) and _is_same(head, heads[after][0]):
            repeated.update(range(heads[after][0].first, heads[after][0].last + 1))
            after += 1
        stop = heads[after][0].first if after < len(heads) else length
        yield head, of_household, range(head.last + 1, stop), frozenset(repeated)
        at = after


def _is_same(one: Head, other: Head) -> bool:
    """Whether both heads say the same above the same columns."""
    return _words(one) == _words(other)


def _words(head: Head) -> dict[int, tuple[str, ...]]:
    return {c: tuple(plain(part.text) for part in path) for c, path in head.paths.items()}


def _is_of_persons(columns: Iterable[Column]) -> bool:
    keys = {column.key for column in columns}
    return bool(
        keys
        & {*_LOOKED_FOR, "list.surname", "list.given_name", "list.old_card", "new.name", "new.citizen_id"}
    ) or ("member.name" in keys)


def _table(sheet: Sheet, block: _Block, part: BodyPart, lines: Mapping[str, str], form: str) -> Table:
    own = {k: v for k, v in lines.items() if not (part.lines and k.startswith("unit."))}
    return Table(
        sheet.name, block.chosen.columns, tuple(part.rows), block.head.main, {**own, **part.lines}, form,
        part.sections, block.chosen.unread, part.skipped,
    )  # fmt: skip


def _replaced(table: Table, lines: Mapping[str, str]) -> Table:
    return Table(
        table.sheet, table.columns, table.rows, table.head_row, lines, table.form, table.sections, table.unread,
        table.skipped,
    )  # fmt: skip


def _texts(sheet: Sheet, rows: range) -> tuple[str, ...]:
    """The texts of the last rows of a range."""
    near = range(max(rows.start, rows.stop - _TITLE_LINES), rows.stop)
    return tuple(v for row in near for v in sheet.rows[row] if isinstance(v, str) and v.strip())
