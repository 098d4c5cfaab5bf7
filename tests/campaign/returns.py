"""Simulates the units: reads what was issued as a clerk would, and writes what they send back, round by round."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from docx import Document

from tests.campaign.answers import NOTES, OUTCOMES, Memory, number_told
from tests.campaign.declarations import declared_of, fill_boxes, retype
from tests.campaign.expected_round import Expected, ExpectedFile, ExpectedPerson
from tests.campaign.issued import IssuedList, IssuedUnit, look_at, plain
from tests.campaign.returned_lists import (
    Answer,
    add_row,
    fill_in_place,
    rename_heads,
    rename_sheet,
    retype_d02,
    retype_form,
    retype_list,
    sort_rows,
)
from tests.synthetic.people import TruePerson, Unit, make_people

FIRST_MANNERS = {
    "in-place": 26, "renamed": 12, "sorted": 8, "other-heads": 10, "sheet-renamed": 6, "numbers": 6, "zip": 6,
    "retyped-form": 9, "retyped-list": 8, "retyped-d02": 5, "declarations": 8,
}  # fmt: skip
LATER_MANNERS = {
    "in-place": 6,
    "renamed": 3,
    "sheet-renamed": 1,
    "retyped-form": 2,
    "other-heads": 1,
    "zip": 1,
}
CONVERTED = ("xlsx", "ods", "xls")


def simulate_round(
    out_folder: Path,
    truth: Sequence[TruePerson],
    memory: Memory,
    round_number: int,
    seed: int,
    into: Path,
    libreoffice: int = 0,
) -> tuple[Path, Expected]:
    """Answers everything issued below `out_folder`; the returned files are under `into`, each in a folder of its mail.

    `libreoffice`: how many of the files are saved again by LibreOffice, to xlsx, ods and xls in turn.
    """
    issued = look_at(out_folder, truth, round_number)
    expected = Expected()
    owed = set(memory.owes)
    asked: set[str] = set()
    units = {one.unit.code: one.unit for one in truth}
    budget = _Budget(libreoffice)
    for code in sorted(issued):
        form = issued[code].list_of("mau-02")
        for one in issued[code].lists:
            expected.unmatched += [(str(one.path), row) for row in one.unmatched]
        if form is None or code not in units:
            continue
        asked |= set(form.rows.values())
        random = Random(f"returns/{seed}/{round_number}/{code}")
        mail = _Mail(into, units[code], issued[code], form, memory, round_number, random, expected, budget)
        mail.send()
    _corrections(owed - asked, memory, round_number, into, expected)
    expected.absent = [one for one in memory.outstanding() if one not in asked and one not in expected.people]
    return into, expected


@dataclass
class _Budget:
    conversions: int
    done: int = 0


class _Mail:
    """What one unit sends in one round."""

    def __init__(
        self,
        into: Path,
        unit: Unit,
        issued: IssuedUnit,
        form: IssuedList,
        memory: Memory,
        round_number: int,
        random: Random,
        expected: Expected,
        budget: _Budget,
    ) -> None:
        self.top, self.unit, self.issued, self.form, self.memory = into, unit, issued, form, memory
        self.round, self.random, self.expected, self.budget = round_number, random, expected, budget
        self.folder = into / f"thu-{unit.code.lower()}"
        weights = FIRST_MANNERS if round_number == 1 else LATER_MANNERS
        self.manner = random.choices(list(weights), weights=list(weights.values()))[0]

    def send(self) -> None:
        """Writes the unit's files and what must come of them."""
        acts = {person: self.memory.act(person, self.round) for person in self.form.rows.values()}
        if all(act == "silent" for act in acts.values()):
            self._expect(acts, {})
            return
        self.folder.mkdir(parents=True)
        answers = {
            person: self._answer(row, person, acts[person])
            for row, person in self.form.rows.items()
            if acts[person] != "missing-row"
        }
        if not answers:
            self.manner = "in-place"
        self._write(answers)
        self._expect(acts, answers)
        for person, act in acts.items():
            self.memory.sent(person, act)
        if self.manner == "zip":
            self._pack()
        elif self.random.random() < 0.06:
            self._twice()

    def _answer(self, row: int, person_id: str, act: str) -> Answer:
        person = self.memory.people[person_id]
        if act in NOTES:
            return Answer(person, act, note=self.random.choice(NOTES[act]))
        if act == "blank":
            return Answer(person, act)
        printed = self.form.printed[row]
        changes: dict[str, str] = {}
        if _same(printed.get("name", "")) != _same(person.name):
            changes["name"] = person.name
        if printed.get("birth", "") != person.birth.vietnamese:
            changes["birth"] = person.birth.vietnamese
        if plain(printed.get("gender", "")) != person.gender:
            changes["gender"] = "Nam" if person.gender == "nam" else "Nữ"
        number = number_told(self.memory, person, act, self.random)
        if printed.get("citizen_id", "") != number or not changes or self.random.random() < 0.5:
            changes["citizen_id"] = number
        if self.random.random() < 0.4:
            changes["phone"] = person.phone
        return Answer(person, act, changes)

    def _expect(self, acts: dict[str, str], answers: dict[str, Answer]) -> None:
        for person, act in acts.items():
            ideal, accept = OUTCOMES[act]
            if self.manner == "numbers" and act != "silent":
                accept = accept | {"refused", "unknown-person", "accepted-with-warning"}
            if act == "right" and self._may_look_turned(answers[person]):
                accept = accept | {"refused"}
            self.expected.people[person] = ExpectedPerson(
                person, self.unit.code, act, ideal, accept, self.manner
            )

    def _may_look_turned(self, answer: Answer) -> bool:
        """Whether the new birth may have been typed as a real date that an American Excel may have turned.

        Day and month both below 13: a careful officer asks which is the day.
        """
        day = answer.changes.get("birth", "").split("/")
        return not self.manner.startswith("retyped") and len(day) == 3 and int(day[0]) <= 12

    def _write(self, answers: dict[str, Answer]) -> None:
        if self.manner in ("retyped-list", "retyped-d02", "declarations"):
            self._write_by_numbers(answers)
            return
        if self.manner == "retyped-form":
            path = self._path(self.random.choice(("mau 02 gui lai.xlsx", "DS bổ sung CCCD.xlsx")))
            retype_form(self.form, answers, path, self.unit, self.random)
            self._file(path, answers)
        else:
            self._write_filled(answers)
        self._write_declarations(answers)

    def _write_filled(self, answers: dict[str, Answer]) -> None:
        name = self.form.path.name
        if self.manner in ("renamed", "zip"):
            name = (
                f"{self.random.choice(('bao cao', 'Gửi BHXH', 'mau02 (1)', 'FINAL'))} {self.unit.code}.xlsx"
            )
        path = self._path(name)
        fill_in_place(self.form, answers, path, self.random, digits=self.manner == "numbers")
        strangers, foreign = self._more_rows(path)
        if self.manner == "sorted":
            sort_rows(self.form, path)
        elif self.manner == "other-heads":
            rename_heads(self.form, path, self.random)
        elif self.manner == "sheet-renamed":
            rename_sheet(path, self.random.choice(("Sheet1", "nop", "Trang tính1")))
        elif self.budget.done < self.budget.conversions and self.manner in ("in-place", "renamed"):
            path = self._convert(path)
        self._file(path, answers, strangers, foreign)
        d02 = self.issued.list_of("d02-lt", "d03-ts")
        if d02 and self.random.random() < 0.5:
            own = {one: a for one, a in answers.items() if a.changes and one in d02.rows.values()}
            if own:
                other = self._path(d02.path.name if d02.path.name != path.name else f"D02 {path.name}")
                fill_in_place(d02, own, other, self.random)
                self._file(other, own, manner="d02-filled")

    def _more_rows(self, path: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Rows of a newcomer whom nobody knows, or of somebody of another unit; sorting needs the rows as issued."""
        if self.round > 1 or self.manner == "sorted":
            return (), ()
        chance = self.random.random()
        if chance < 0.06:
            newcomer = _newcomer(self.unit, self.random)
            add_row(self.form, path, newcomer)
            return (newcomer.name,), ()
        others = [one for one in self.memory.people.values() if one.unit != self.unit and one.social_number]
        if chance < 0.11 and others:
            other = self.random.choice(others)
            add_row(self.form, path, other)
            return (), (other.id,)
        return (), ()

    def _write_by_numbers(self, answers: dict[str, Answer]) -> None:
        """Lists that only tell numbers for those who need no more; a declaration or a Mẫu 02 for the others."""
        only = {one: a for one, a in answers.items() if not {"name", "birth", "gender"} & set(a.changes)}
        only = {one: a for one, a in only.items() if a.changes or self.manner != "declarations"}
        if only:
            path = self._path({"retyped-list": "danh sach.xlsx"}.get(self.manner, "D02.xlsx"))
            write = retype_list if self.manner == "retyped-list" else retype_d02
            write(self.form, only, path, self.unit, self.random)
            self._file(path, only)
        if self.manner == "declarations":
            self._write_declarations(answers, everybody=True)
        rest = {one: a for one, a in answers.items() if one not in only}
        if rest:
            path = self._path("mau 02 con lai.xlsx")
            retype_form(self.form, rest, path, self.unit, self.random)
            self._file(path, rest)

    def _write_declarations(self, answers: dict[str, Answer], everybody: bool = False) -> None:
        """TK1-TS of some: the issued one filled, or one typed from scratch."""
        if not everybody and self.random.random() > 0.35:
            return
        issued = {one.person: one.path for one in self.issued.declarations}
        some = [one for one, answer in answers.items() if answer.changes and one in issued]
        for person in some[: 8 if everybody else 3]:
            answer = answers[person]
            changes = {key: value for key, value in answer.changes.items() if key != "phone"}
            declared = declared_of(answer.person, changes)
            path = self._path(f"TK1 {plain(answer.person.name).replace(chr(39), '')} {person}.docx")
            way = self.random.choice(("boxes", "boxes", "typed", "retyped"))
            if way == "retyped":
                retype(answer.person, path, declared, self.random)
            else:
                fill_boxes(issued[person], path, declared, way)
            self._file(path, {person: answer}, manner=f"declaration-{way}")

    def _path(self, name: str) -> Path:
        return self.folder / name

    def _file(
        self,
        path: Path,
        answers: Iterable[str],
        strangers: tuple[str, ...] = (),
        foreign: tuple[str, ...] = (),
        manner: str = "",
    ) -> None:
        name = str(path.relative_to(self.top))
        one = ExpectedFile(name, self.unit.code, manner or self.manner, tuple(answers), strangers, foreign)
        self.expected.files[name] = one

    def _convert(self, path: Path) -> Path:
        kind = CONVERTED[self.budget.done % len(CONVERTED)]
        self.budget.done += 1
        self.manner = f"libreoffice-{kind}"
        saved = convert(path, kind, self.folder / "saved")
        path.unlink()
        target = self.folder / saved.name
        saved.rename(target)
        (self.folder / "saved").rmdir()
        return target

    def _pack(self) -> None:
        mine = {name: one for name, one in self.expected.files.items() if one.unit_code == self.unit.code}
        target = self._path("ho so.zip")
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
            for name in mine:
                packed.write(self.top / name, Path(name).name)
        everybody = {person for one in mine.values() for person in one.people}
        for name in mine:
            (self.top / name).unlink()
            del self.expected.files[name]
        self._file(target, sorted(everybody))
        path = str(target.relative_to(self.top))
        self.expected.files[path] = replace(
            self.expected.files[path],
            inside=tuple(Path(name).name for name in mine),
            strangers=tuple(name for one in mine.values() for name in one.strangers),
            foreign=tuple(name for one in mine.values() for name in one.foreign),
        )

    def _twice(self) -> None:
        """The same file in a second mail, and a covering letter that declares nobody."""
        first = next(one for one in self.expected.files.values() if one.unit_code == self.unit.code)
        again = self.top / f"thu-{self.unit.code.lower()}-2" / f"Copy of {Path(first.path).name}"
        again.parent.mkdir()
        shutil.copyfile(self.top / first.path, again)
        name = str(again.relative_to(self.top))
        self.expected.files[name] = replace(first, path=name, same_as=first.path)
        letter = again.parent / "cong van tra loi.docx"
        document = Document()
        document.add_paragraph(f"Kính gửi: BHXH quận Kiến An. {self.unit.name} gửi danh sách kèm theo.")
        document.save(str(letter))
        name = str(letter.relative_to(self.top))
        self.expected.files[name] = ExpectedFile(name, self.unit.code, "letter", is_nothing=True)


def convert(path: Path, kind: str, folder: Path) -> Path:
    """The workbook saved again by LibreOffice into the folder, with a profile of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    profile = folder / "profile"
    command = ["soffice", f"-env:UserInstallation={profile.resolve().as_uri()}", "--headless"]
    command += ["--convert-to", kind, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    shutil.rmtree(profile)
    return folder / f"{path.stem}.{kind}"


def _same(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _newcomer(unit: Unit, random: Random) -> TruePerson:
    made = make_people(random.randrange(10**9), 1, at=[unit])[0]
    number = f"77{random.randrange(10**8):08d}"
    return replace(made, id="", name=made.known.name, social_number=number)


def _corrections(people: set[str], memory: Memory, round_number: int, into: Path, expected: Expected) -> None:
    """Those whose wrong number was taken, and whom nobody asks again, send the right one of their own accord."""
    by_unit: dict[str, list[TruePerson]] = {}
    for person in sorted(people):
        one = memory.people[person]
        by_unit.setdefault(one.unit.code, []).append(one)
    for code, some in by_unit.items():
        random = Random(f"correction/{round_number}/{code}")
        answers = {one.id: Answer(one, "right", _all_right(one)) for one in some}
        blank = IssuedList(Path(), "mau-02", code, "", 0, {}, {}, dict(enumerate(answers, start=1)))
        path = into / f"thu-{code.lower()}-dinh-chinh" / "dinh chinh.xlsx"
        path.parent.mkdir(parents=True)
        retype_form(blank, answers, path, some[0].unit, random)
        name = str(path.relative_to(into))
        expected.files[name] = ExpectedFile(name, code, "correction", tuple(answers))
        for one in some:
            memory.sent(one.id, "right")
            ideal, accept = OUTCOMES["right"]
            expected.people[one.id] = ExpectedPerson(one.id, code, "right", ideal, accept, "correction")


def _all_right(person: TruePerson) -> dict[str, str]:
    return {
        "name": person.name,
        "birth": person.birth.vietnamese,
        "gender": "Nam" if person.gender == "nam" else "Nữ",
        "citizen_id": person.citizen_id,
    }
