"""TK1-TS returned as a Word file, read by the names of its boxes: whoever retyped it, in whatever version."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from engine.errors import Problem, Severity, Where
from engine.intake.declaration_boxes import Answer, Landmarks, Sheet, names_and_landmarks, read_sheet, split
from engine.intake.declaration_household import Member, read_household_table
from engine.intake.declaration_labels import Names
from engine.intake.declaration_person import Reader, as_changes, told_near
from engine.intake.declaration_text import Line, in_reading_order, is_struck, read_lines
from engine.intake.folded import fold
from engine.intake.values import Declared, FileReading
from engine.model.form import FormVersion
from engine.model.link import PROPERTY, FoundLink, read_link
from engine.model.person import Person
from engine.people.bare import masked
from engine.people.lists import Lists
from engine.word.values import WordFile

_REQUEST = "change.request"
_IN_RECORD = re.compile(
    r"person\.(?:name|birth_date|gender|nationality|ethnicity|social_number|citizen_id|phone|email|birth_.*|address"
    r"|contact_.*|household_number|object_group)|new\..*"
)
_LEAST_BOXES = 4
_TITLE_WORDS = 5
_LEAST_BOXES_UNDER_TITLE = 2
"""A text that calls itself the form needs fewer of its boxes: a person may send only what changes."""
_LONG_DIGITS = re.compile(r"\d{5,}")
_MOST_SHOWN = 80


def read_declaration(
    word: WordFile,
    properties: Mapping[str, str],
    forms: Sequence[FormVersion],
    lists: Lists,
    day: date,
    secret: bytes,
    *,
    sha256: str = "",
) -> FileReading:
    """Every declaration of a Word file; `properties` are the file's own (`engine.word.properties`).

    `forms` are all versions that may come back; those without boxes for a person are left aside. A box that is not
    understood, or holds what cannot be read, is told and never guessed.
    """
    versions = tuple(
        f for f in forms if any(field.key == "person.name" for p in f.parts for field in p.boxes)
    )
    names, marks = names_and_landmarks(versions)
    lines = read_lines(word)
    link = read_link(properties.get(PROPERTY, ""), secret)
    told = tuple(_left_out(word))
    sheets = _sheets(lines, versions, names, marks)
    if not sheets:
        problems = (*told, _no_declaration(word, lines, forms))
        return FileReading(word.name, sha256, (), problems, link=link)
    people: list[Declared] = []
    for ordinal, (sheet, members) in enumerate(sheets, 1):
        before = f"Tờ khai {ordinal}, " if len(sheets) > 1 else ""
        own = link if len(sheets) == 1 else None
        people.append(
            _Declaration(sheet, members, word.name, before, lists, day).declared(own, versions[0].form)
        )
    problems = (*told, *(problem for one in people for problem in one.problems))
    ids = tuple(dict.fromkeys(form.form for form in versions))
    return FileReading(word.name, sha256, tuple(people), problems, forms=ids, link=link)


def _left_out(word: WordFile) -> Iterator[Problem]:
    """What is in the file and was not read: deletions that nobody accepted, text that was struck out."""
    for code, holds in (("TRACKED", word.deletions > 0), ("STRUCK", is_struck(word))):
        if holds:
            yield Problem(f"INTAKE-DECLARATION-{code}", Where(word.name), {}, Severity.WARNING)


def _sheets(
    lines: Sequence[Line], forms: Sequence[FormVersion], names: Names, marks: Landmarks
) -> list[tuple[Sheet, tuple[Member, ...]]]:
    """The declarations with their households; texts with too few boxes are none."""
    found: list[tuple[Sheet, tuple[Member, ...]]] = []
    for part in split(lines, marks):
        household = read_household_table(part, forms)
        rest = [line for line in part if line.cell is None or line.cell[0] not in household.tables]
        sheet = read_sheet(in_reading_order(rest, names.is_label), names, marks)
        least = _LEAST_BOXES_UNDER_TITLE if _is_titled(part, forms) else _LEAST_BOXES
        if len(sheet.labels) >= least and _says_who(sheet.labels):
            found.append((sheet, household.members))
    return found


def _is_titled(part: Sequence[Line], forms: Sequence[FormVersion]) -> bool:
    """Whether the text calls itself one of the forms, by code, name or the lines of its title."""
    folded = f" {' '.join(fold(line.text) for line in part if not line.is_blank)} "
    return any(
        f" {fold(form.code)} " in folded or any(name in folded for name in _titles(form)) for form in forms
    )


def _titles(form: FormVersion) -> Iterator[str]:
    """Its name, and the lines of its title that are long enough to be no other form's."""
    yield fold(form.name)
    yield from (text for line in form.title if len((text := fold(line.text)).split()) >= _TITLE_WORDS)


def _says_who(labels: Iterable[str]) -> bool:
    return bool({"person.name", "person.social_number", "person.citizen_id", "new.name"} & set(labels))


def _no_declaration(word: WordFile, lines: Sequence[Line], forms: Sequence[FormVersion]) -> Problem:
    """What the file is instead: a scan, nothing, or something that begins otherwise."""
    where = Where(word.name)
    shown = [line.text for line in lines if not line.is_blank]
    if not shown:
        pictured = any(paragraph.pictures for paragraph in word.paragraphs)
        return Problem("INTAKE-DECLARATION-SCAN" if pictured else "INTAKE-DECLARATION-EMPTY", where)
    return Problem("INTAKE-DECLARATION-OTHER", where, {"looks": _hidden(_looks(shown, forms))})


def _looks(shown: Sequence[str], forms: Sequence[FormVersion]) -> str:
    """A form that the text names, else its first line in capitals that no form's head has, else its first line."""
    folded = " ".join(map(fold, shown))
    for form in forms:
        if f" {fold(form.code)} " in f" {folded} " or fold(form.name) in folded:
            return f"{form.code}: {form.name}"
    heads = {fold(line.text) for form in forms for line in (*form.left, *form.right)}
    capital = (text for text in shown if text.isupper() and len(text.split()) > 1 and fold(text) not in heads)
    return next(capital, shown[0]).strip()


class _Declaration:
    """One declaration on its way to what it tells of a person."""

    def __init__(
        self, sheet: Sheet, members: Sequence[Member], file: str, before: str, lists: Lists, day: date
    ) -> None:
        self.sheet, self.members = sheet, members
        self.file, self.before, self.lists, self.day = file, before, lists, day
        self.problems: list[Problem] = []
        self.answers = self._once()

    def declared(self, link: FoundLink | None, form: str) -> Declared:
        """The record, what is declared anew, and everything that was found wrong."""
        own = self._reader(self.answers, "person")
        new = self._reader(self.answers, "new")
        record, changes = own.person(), new.person()
        if changes == Person() and not self._has_second_part():
            changes = as_changes(record)
        request, more = own.text(_REQUEST), self._more(own)
        self.problems += [
            *own.problems,
            *new.problems,
            *told_near(self.sheet.answers, self.file, self.before),
        ]
        more.update(self._household())
        self._tell_unread()
        if not self.answers:
            self._tell("INTAKE-DECLARATION-BLANK", "", Severity.ERROR)
        return Declared(
            record=record,
            where=Where(self.file, path=self.before.rstrip(", ")),
            changes=changes,
            form=form,
            link=link,
            request=request,
            problems=tuple(self.problems),
            more=more,
        )

    def _once(self) -> dict[str, Answer]:
        """Each box's answer; where one stands twice and says two things, none."""
        found: dict[str, Answer] = {}
        twice: set[str] = set()
        for answer in self.sheet.answers:
            before = found.setdefault(answer.key, answer)
            if fold(before.text) != fold(answer.text) and answer.key not in twice:
                twice.add(answer.key)
                self._tell("INTAKE-DECLARATION-TWICE", answer.label, Severity.ERROR, label=answer.label)
        return {key: answer for key, answer in found.items() if key not in twice}

    def _has_second_part(self) -> bool:
        """Whether the person has a mã số BHXH and a part in which changes are declared."""
        numbered = "person.social_number" in self.answers
        return numbered and any(label.startswith("new.") for label in self.sheet.labels)

    def _more(self, reader: Reader) -> dict[str, str]:
        keys = (key for key in self.answers if key != _REQUEST and not _IN_RECORD.fullmatch(key))
        return {key: reader.text(key) for key in keys}

    def _household(self) -> dict[str, str]:
        """The members' cells as text, by key and ordinal ("member.name#1"), each number and date looked at."""
        more: dict[str, str] = {}
        for ordinal, member in enumerate(self.members, 1):
            place = f"{self.before}Phụ lục, dòng {member.row}, "
            reader = self._reader(member.answers, "member", place)
            reader.person()
            self.problems.extend(reader.problems)
            more.update(
                {f"{key}#{ordinal}": a.text for key, a in member.answers.items() if key.startswith("member.")}
            )
        return more

    def _reader(self, answers: Mapping[str, Answer], family: str, before: str = "") -> Reader:
        return Reader(answers, family, self.file, before or self.before, self.lists, self.day)

    def _tell_unread(self) -> None:
        for label in self.sheet.unknown:
            self._tell("INTAKE-DECLARATION-LABEL", label, Severity.WARNING, label=_hidden(label))
        for text in self.sheet.unread:
            self._tell("INTAKE-DECLARATION-UNREAD", "", Severity.WARNING, text=_hidden(text))

    def _tell(self, code: str, place: str, severity: Severity, **params: str) -> None:
        path = self.before + place if place else self.before.rstrip(", ")
        self.problems.append(Problem(code, Where(self.file, path=_hidden(path)), params, severity))


def _hidden(text: str) -> str:
    """A short text in which numbers of persons cannot be read."""
    shown = _LONG_DIGITS.sub(lambda found: masked(found[0]), text)
    return shown if len(shown) <= _MOST_SHOWN else shown[:_MOST_SHOWN].rstrip() + "…"
