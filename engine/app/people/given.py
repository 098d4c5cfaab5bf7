"""Which forms a directive gives to whom: those that its tasks name, to those whom the forms' definitions say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.model.agency import Agency
from engine.model.directive import Directive
from engine.model.form import FormVersion, Situation
from engine.model.person import Answer, Matching, Person
from engine.model.task import FormUse
from engine.people.lists import Lists
from engine.spec.library import Library

EMPLOYER_KIND = "don-vi-su-dung-lao-dong"
"""The kind of agency whose people take part through it as their employer, unless their own group says otherwise."""


def asked_forms(library: Library, directive: Directive) -> tuple[FormVersion, ...]:
    """The forms that the directive names, each in the version in force on its day, in the order of the letter."""
    found: dict[str, FormVersion] = {}
    for use in _named(directive):
        known = library.form_on(use.form, directive.date, use.version or "")
        if known is not None and known.is_whole:
            own = known.model_copy(update={"given": use.given}) if use.given else known
            found.setdefault(known.form, own)
    return tuple(found.values())


def _named(directive: Directive) -> Iterator[FormUse]:
    for placed in directive.placed_tasks():
        yield from placed.task.forms
        yield from (FormUse(form=made.form) for made in placed.task.produces if made.form)
    yield from directive.forms


@dataclass(frozen=True)
class Givers:
    """Says which of the forms a person is given."""

    forms: Sequence[FormVersion]
    lists: Lists

    def given(self, person: Person, unit: Agency) -> tuple[FormVersion, ...]:
        """The forms for the person, in the order of the letter.

        Done through VssID is who has both: an account (Phụ lục I) and an e-mail in it (Phụ lục II); an account alone
        says nothing of the number.
        """
        employed = is_employed(person, unit, self.lists)
        through_vssid = person.vssid is Answer.YES and person.has_email is Answer.YES
        situation = Situation(person.standing.matching.value, employed, through_vssid)
        return tuple(form for form in self.forms if form.is_given(situation))

    def awaits(self, person: Person, unit: Agency) -> bool:
        """Whether the person is asked for anything at all."""
        return person.standing.matching is not Matching.MATCHED and bool(self.given(person, unit))


def is_employed(person: Person, unit: Agency, lists: Lists) -> bool:
    """Whether the person takes part as an employee: by their own group (doi-tuong-bhyt), else by the unit's kind."""
    group = person.group.value if person.group else ""
    if group in lists.known("doi-tuong-bhyt"):
        return lists.gives("doi-tuong-bhyt", group).get("carrier") == "d02-lt"
    return unit.kind == EMPLOYER_KIND
