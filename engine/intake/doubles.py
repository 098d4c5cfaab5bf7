"""Rows that seem to be one person, or that share a number which belongs to one person only.

Both rows are kept: which is right is for people to say. Rows are compared within blocks (same number, same name and
birth, same full birth), never each with each; lists of another form in the same file are no doubles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import combinations

from rapidfuzz.distance import JaroWinkler
from rapidfuzz.fuzz import ratio

from engine.errors import Problem, Severity, Where
from engine.intake.values import Declared, Group
from engine.model.person import Person
from engine.model.provenance import Told
from engine.people.names import search_key

SAME_ROW = "PEOPLE-SAME-ROW"
SAME_PERSON = "PEOPLE-SAME-PERSON"
NEAR_PERSON = "PEOPLE-NEAR-PERSON"
_NUMBERS = {
    "citizen_id": "PEOPLE-SAME-CITIZEN-ID",
    "social_number": "PEOPLE-SAME-SOCIAL-NUMBER",
    "old_card": "PEOPLE-SAME-OLD-CARD",
    "passport": "PEOPLE-SAME-PASSPORT",
}
_SEVERAL_ROWS = ("d02", "d03")
"""Forms in which a person may stand on several rows, each for a movement of its own."""
_ROWS_OF_PAPERS = "d01-ts"
_NEAR = 90
_MOST_IN_BLOCK = 40


@dataclass
class Doubles:
    """The groups, and what is told of them by the person's place."""

    groups: tuple[Group, ...] = ()
    problems: dict[int, list[Problem]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Row:
    place: int
    one: Declared
    key: str

    @property
    def record(self) -> Person:
        return self.one.record


def find_doubles(people: Sequence[Declared]) -> Doubles:
    """The doubles among the persons of a file."""
    found = _Search()
    by_form: defaultdict[str, list[_Row]] = defaultdict(list)
    for place, one in enumerate(people):
        if one.form != _ROWS_OF_PAPERS:
            key = search_key(one.record.name.value) if one.record.name else ""
            by_form[one.form].append(_Row(place, one, key))
    for rows in by_form.values():
        _search(rows, found)
    return Doubles(tuple(found.groups), found.problems)


class _Search:
    """What was found so far; a pair that was told once is not told again for another reason."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self.problems: dict[int, list[Problem]] = {}
        self.paired: set[tuple[int, int]] = set()

    def is_told(self, first: _Row, second: _Row) -> bool:
        return (first.place, second.place) in self.paired

    def tell(
        self, code: str, rows: Sequence[_Row], severity: Severity, value: str, *, both: bool = False
    ) -> None:
        """Tells each row after the first, and the first too where it is not known which is wrong."""
        if len(rows) < 2:
            return
        self.groups.append(Group(code, tuple(row.place for row in rows)))
        first = rows[0]
        for row in rows[1:]:
            self.paired.add((first.place, row.place))
            self._keep(row, code, severity, value, first)
        if both:
            self._keep(first, code, severity, value, rows[1])

    def _keep(self, row: _Row, code: str, severity: Severity, value: str, other: _Row) -> None:
        params = {"other": _named(_where(other.one, value), row.one.where.sheet)}
        problem = Problem(code, _where(row.one, value), params, severity)
        self.problems.setdefault(row.place, []).append(problem)


def _search(rows: Sequence[_Row], found: _Search) -> None:
    single = _without_repeats(rows, found)
    for name, code in _NUMBERS.items():
        for block in _blocks(single, partial(_number_of, name=name)):
            _same_number(block, name, code, found)
    for block in _blocks(single, _name_and_birth):
        _same_person(block, found)
    for block in _blocks(single, _full_birth):
        _near_names(block, found)


def _without_repeats(rows: Sequence[_Row], found: _Search) -> list[_Row]:
    """The rows without those that repeat another wholly: such a row is told once and compared no more."""
    repeated: set[int] = set()
    for block in _blocks(rows, _name_and_numbers):
        repeats: dict[Hashable, list[_Row]] = {}
        for row in block:
            repeats.setdefault(_all_of(row.one), []).append(row)
        for same in repeats.values():
            found.tell(SAME_ROW, same, Severity.INFO, "name")
            repeated.update(row.place for row in same[1:])
    return [row for row in rows if row.place not in repeated]


def _name_and_numbers(row: _Row) -> Hashable:
    numbers = row.record.identifiers
    return (row.key, *(one.value if one else "" for one in (numbers.citizen_id, numbers.social_number)))


def _all_of(one: Declared) -> Hashable:
    record = tuple((path, told.value) for path, told in one.record.told().items())
    changes = tuple((path, told.value) for path, told in one.changes.told().items())
    rest = tuple(sorted(one.more.items()))
    return (record, one.record.standing, changes, one.unit_code, one.kind, one.movement, one.request, rest)


def _same_number(block: Sequence[_Row], name: str, code: str, found: _Search) -> None:
    """Rows with one number: of one person a warning, of several an error on each, for one of them is wrong."""
    first = block[0]
    other = [row for row in block[1:] if not _may_be_one(first, row)]
    if other:
        found.tell(f"{code}-OF-OTHERS", block, Severity.ERROR, name, both=True)
        return
    unlike = _unlike_number(block, name)
    if unlike:
        found.tell(f"{code}-TWO-NUMBERS", block, Severity.ERROR, name, both=True)
        return
    found.tell(code, block, _mildly(first.one), name)


def _unlike_number(block: Sequence[_Row], name: str) -> bool:
    """Whether one person has two numbers of the kind that is one for life: a citizen's, a social one."""
    others = {"citizen_id": "social_number", "social_number": "citizen_id"}
    if name not in others:
        return False
    values = {_number_of(row, others[name]) for row in block}
    return len(values - {None}) > 1


def _same_person(block: Sequence[_Row], found: _Search) -> None:
    """Rows with one name and one birth; those whose numbers say that they are namesakes are none."""
    first = block[0]
    rows = [
        row for row in block[1:] if not _namesakes(first.record, row.record) and not found.is_told(first, row)
    ]
    if rows:
        found.tell(SAME_PERSON, [first, *rows], _mildly(first.one), "name")


def _near_names(block: Sequence[_Row], found: _Search) -> None:
    """Rows born on one day whose names are nearly the same; in a great block only those of one given name."""
    for rows in [block] if len(block) <= _MOST_IN_BLOCK else _by_given_name(block):
        for first, second in combinations(rows[:_MOST_IN_BLOCK], 2):
            if first.key == second.key or found.is_told(first, second) or not _near(first.key, second.key):
                continue
            if not _namesakes(first.record, second.record):
                found.tell(NEAR_PERSON, [first, second], _mildly(first.one), "name")


def _by_given_name(block: Sequence[_Row]) -> Iterator[list[_Row]]:
    named: defaultdict[str, list[_Row]] = defaultdict(list)
    for row in block:
        named[row.key.rpartition(" ")[2]].append(row)
    yield from named.values()


def _near(one: str, other: str) -> bool:
    if not (one and other):
        return False
    return ratio(one, other) >= _NEAR or JaroWinkler.similarity(one, other) >= 0.97


def _may_be_one(first: _Row, second: _Row) -> bool:
    """Whether names and births allow that two rows with one number are one person; what is missing allows it."""
    named = not (first.key and second.key) or first.key == second.key or _near(first.key, second.key)
    one, other = first.record.birth, second.record.birth
    if one is None or other is None:
        return named
    earliest, latest = max(one.value.first(), other.value.first()), min(one.value.last(), other.value.last())
    born = earliest <= latest
    return named and (born or first.key == second.key)


def _namesakes(one: Person, other: Person) -> bool:
    """Whether a number that both have tells them apart."""
    for name in ("citizen_id", "social_number"):
        first, second = _value(one, name), _value(other, name)
        if first and second and first != second:
            return True
    return False


def _mildly(one: Declared) -> Severity:
    return Severity.INFO if one.form.startswith(_SEVERAL_ROWS) else Severity.WARNING


def _name_and_birth(row: _Row) -> Hashable | None:
    """Name and birth; where only the year is known the unit too, for a year alone has many namesakes."""
    birth = row.record.birth
    if not row.key or birth is None:
        return None
    return (row.key, birth.value, "" if birth.value.is_full else row.one.unit_code)


def _full_birth(row: _Row) -> Hashable | None:
    birth = row.record.birth
    return birth.value if row.key and birth is not None and birth.value.is_full else None


def _blocks(rows: Sequence[_Row], key: Callable[[_Row], Hashable | None]) -> list[list[_Row]]:
    found: defaultdict[Hashable, list[_Row]] = defaultdict(list)
    for row in rows:
        if (value := key(row)) is not None:
            found[value].append(row)
    return [block for block in found.values() if len(block) > 1]


def _number_of(row: _Row, name: str) -> str | None:
    return _value(row.record, name)


def _value(record: Person, name: str) -> str | None:
    told: Told[str] | None = getattr(record.identifiers, name)
    return told.value if told else None


def _where(one: Declared, value: str) -> Where:
    """The cell that holds the value; the row's own where its source is not a cell."""
    record = one.record
    told = record.name if value == "name" else getattr(record.identifiers, value)
    if told is None or told.source is None or not told.source.cell:
        return one.where
    return Where(told.source.file, sheet=told.source.sheet, cell=told.source.cell)


def _named(where: Where, sheet: str) -> str:
    return where.cell if where.sheet == sheet else f"{where.sheet}!{where.cell}"
