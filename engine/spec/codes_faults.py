"""What no model knows of lists of codes: two lists of one name, codes that another list lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.errors import Problem
from engine.model.codes import CodeList
from engine.spec.located import Located, problem_at
from engine.spec.schema_faults import nearest

Written = tuple[Located, CodeList]


def code_faults(written: Sequence[Written]) -> Iterator[Problem]:
    """Every fault between the lists of one folder."""
    homes: dict[str, Written] = {}
    for located, codes in written:
        if codes.id in homes:
            home = homes[codes.id][0].where(("id",))
            place = located.where(("id",))
            yield problem_at(place, "SPEC-CODES-LIST-REPEATED", id=codes.id, file=home.file, line=home.line)
        homes.setdefault(codes.id, (located, codes))
    for located, codes in written:
        yield from _strangers(located, codes, homes)
        yield from _backwards(located, codes)


def _strangers(located: Located, codes: CodeList, homes: dict[str, Written]) -> Iterator[Problem]:
    """Codes that are said to go with those of this list, and are in no list."""
    other = homes.get(codes.allows_of or "")
    if codes.allows_of and other is None:
        near = nearest(codes.allows_of, {name: name for name in homes})
        place = located.where(("allows_of",))
        yield problem_at(place, "SPEC-CODES-UNKNOWN-LIST", suggestion=near, name=codes.allows_of)
    for position, code in enumerate(codes.codes if other else ()):
        for step, name in enumerate(code.allows):
            if other and name not in other[1].by_code:
                near = nearest(name, {known: known for known in other[1].by_code})
                place = located.where(("codes", position, "allows", step))
                yield problem_at(
                    place, "SPEC-CODES-UNKNOWN", suggestion=near, name=name, list=codes.allows_of
                )


def _backwards(located: Located, codes: CodeList) -> Iterator[Problem]:
    """Codes whose time runs backwards."""
    for position, code in enumerate(codes.codes):
        if code.from_ and code.until and code.from_.first() > code.until.last():
            place = located.where(("codes", position, "until"))
            yield problem_at(place, "SPEC-CODES-PERIOD-BACKWARDS", name=code.code)
