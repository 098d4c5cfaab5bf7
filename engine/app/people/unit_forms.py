"""Makes the forms of one round for one unit: lists of its people, and a declaration for each who needs one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from engine.app.people.given import Givers
from engine.forms.printed_values import printed
from engine.forms.values import Entry, Filling
from engine.model.agency import Agency
from engine.model.campaign import RoundPerson
from engine.model.form import FormVersion
from engine.model.link import Link
from engine.model.person import Person
from engine.model.slug import slug
from engine.people.lists import Lists

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

PREFIX = "bieu"
"""Keys of documents that are forms begin with it."""


@dataclass(frozen=True, slots=True)
class LetterRef:
    """The letter that the forms go with: its directive, số, ký hiệu and day."""

    directive: str
    number: int
    symbol: str
    day: date


@dataclass(frozen=True, slots=True)
class UnitForm:
    """A form to make for a unit. `key` names the document; `people` are its rows, one for a declaration.

    The file is recorded as `name` and handed over as `shown`, which tells the unit whose declaration it is.
    """

    key: str
    name: str
    shown: str
    form: FormVersion
    people: tuple[RoundPerson, ...]

    @property
    def media(self) -> str:
        """Its media type."""
        return DOCX if self.form.paper == "word" else XLSX


@dataclass(frozen=True)
class UnitForms:
    """The forms of a round. `issuer` is the agency that sends them, `superior` the one above it."""

    givers: Givers
    lists: Lists
    letter: LetterRef
    round: int
    issuer: Agency
    superior: Agency | None
    secret: bytes
    refused: Mapping[str, str] = field(default_factory=dict)
    """Why the last return of a person was sent back, by person, as the office tells it."""

    def planned(self, unit: Agency, people: Sequence[RoundPerson]) -> tuple[UnitForm, ...]:
        """What is to be made for the unit, nothing made yet; the same people give the same forms."""
        given = {one.person: {form.form for form in self.givers.given(one.known, unit)} for one in people}
        return tuple(
            planned
            for form in self.givers.forms
            for planned in self._of_form(form, unit, [p for p in people if form.form in given[p.person]])
        )

    def _of_form(self, form: FormVersion, unit: Agency, people: list[RoundPerson]) -> Iterator[UnitForm]:
        if not people:
            return
        base = f"{PREFIX}/{self.round}/{form.form}@{form.version}/{unit.id}"
        stem = f"{form.form}-dot-{self.round}"
        if form.paper != "word":
            yield UnitForm(base, f"{stem}.xlsx", f"{stem}.xlsx", form, tuple(people))
            return
        for one in people:
            name = one.known.name.value if one.known.name else ""
            file = f"{stem}-{one.person}"
            yield UnitForm(f"{base}/{one.person}", f"{file}.docx", f"{file}-{slug(name)}.docx", form, (one,))

    def make(self, planned: UnitForm, unit: Agency) -> bytes:
        """The bytes of one form."""
        form = planned.form
        entries = tuple(self._entry(one) for one in planned.people)
        single = planned.people[0].person if form.paper == "word" else ""
        filling = Filling(
            entries,
            self._lines(unit, len(entries)),
            self._link(unit, form, single),
            {one.person: self._link(unit, form, one.person) for one in planned.people},
        )
        if form.paper == "word":
            from engine.forms.declaration import make_declaration

            return make_declaration(form, filling, self.lists)
        from engine.forms.workbook_form import make_workbook

        return make_workbook(form, filling, self.lists)

    def _entry(self, one: RoundPerson) -> Entry:
        person = one.known
        asked = self._request(person)
        values = {"row.note": asked} if asked else {}
        if asked and person.identifiers.social_number:  # who has none declares everything, and changes nothing
            values["change.request"] = asked
        if refused := self.refused.get(one.person):
            known = printed(Entry(person), "person.mismatch", None, self.lists)
            values["person.mismatch"] = "; ".join(text for text in (known, refused) if text)
        return Entry(person, one.person, values)

    def _request(self, person: Person) -> str:
        """What is to be changed, by the reasons of the mismatch (`request` of ly-do-chua-khop)."""
        asked = (self.lists.gives("ly-do-chua-khop", code).get("request") for code in person.standing.reasons)
        return "; ".join(dict.fromkeys(text for text in asked if text))

    def _link(self, unit: Agency, form: FormVersion, person: str) -> str:
        named = f"{form.form}@{form.version}"
        return Link(self.letter.directive, self.round, unit.id, named, person).signed(self.secret)

    def _lines(self, unit: Agency, rows: int) -> Mapping[str, str]:
        known = {
            "unit.name": unit.named_on(self.letter.day).name,
            "unit.code": unit.codes.get("ma-don-vi", ""),
            "unit.tax_code": unit.codes.get("ma-so-thue", ""),
            "unit.phone": unit.phone or "",
            "unit.email": unit.email or "",
            "unit.address": unit.address or "",
            "agency.name": self.issuer.named_on(self.letter.day).name.upper(),
            "agency.superior": self.superior.named_on(self.letter.day).name.upper() if self.superior else "",
            "letter.number": f"{self.letter.number:02d}",
            "letter.symbol": self.letter.symbol,
            "letter.date": f"{self.letter.day:%d/%m/%Y}",
            "total.rows": str(rows),
        }
        return {key: str(value) for key, value in known.items() if value}
