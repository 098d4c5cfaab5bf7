"""What a unit returns of one person: one row of a form or list, or one declaration, as reading it gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.errors import Problem, Where
from engine.model.link import FoundLink
from engine.model.person import Person


@dataclass(frozen=True, slots=True)
class Returned:
    """One returned row: `record` is what it says of the person, `changes` what it declares anew (`new.*`).

    `problems` are addressed by cell; where their `where.path` is a form's key ("new.citizen_id"), it tells which
    value was not believed. `more` are other written values by form key.
    """

    record: Person
    where: Where = field(default_factory=Where)
    changes: Person = field(default_factory=Person)
    form: str = ""
    link: FoundLink | None = None
    kind: str = ""
    movement: str = ""
    request: str = ""
    note: str = ""
    problems: tuple[Problem, ...] = ()
    more: Mapping[str, str] = field(default_factory=dict)
