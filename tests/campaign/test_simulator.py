"""The witness itself: the synthetic people, the office's dirty list and the units' returns are what they say."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from openpyxl import Workbook, load_workbook

from engine.model.person import Person
from engine.model.provenance import Told
from tests.campaign import encoders
from tests.campaign.answers import OUTCOMES, WRONG, Memory, new_memory
from tests.campaign.canonical import verdicts, wrong_at_the_end
from tests.campaign.declarations import declared_of, retype
from tests.campaign.dirt import DIRTS, ROW_KINDS, SHEET_DIRTS
from tests.campaign.expected_list import ExpectedCell
from tests.campaign.expected_round import Expected
from tests.campaign.issued import look_at, paragraphs, text_of
from tests.campaign.office_list import mend_list, write_office_list
from tests.campaign.returns import simulate_round
from tests.synthetic.people import TruePerson, Unit, by_unit, make_people, units


@pytest.fixture(scope="module")
def people() -> list[TruePerson]:
    return make_people(7, 200, at=units()[:10])


def test_people_are_the_same_for_a_seed_and_others_for_another(people: list[TruePerson]) -> None:
    assert people == make_people(7, 200, at=units()[:10])
    assert people != make_people(8, 200, at=units()[:10])


def test_every_unit_of_the_district_has_people_and_nobody_shares_a_number() -> None:
    some = make_people(1, 2000)
    assert len(by_unit(some)) == len(units()) >= 300
    numbers = [one.citizen_id for one in some] + [one.social_number for one in some if one.social_number]
    assert len(set(numbers)) == len(numbers)
    assert any(one.social_number.startswith("00") for one in some)
    assert {one.citizen_id[:3] for one in some} & {"001", "002", "004", "006", "008"}


def test_a_number_says_the_birth_and_gender_of_its_owner(people: list[TruePerson]) -> None:
    for one in people:
        assert re.fullmatch(r"0\d{11}", one.citizen_id)
        assert one.citizen_id[4:6] == f"{one.birth.year % 100:02d}"
        assert one.citizen_id[3] == str((one.birth.year - 1900) // 100 * 2 + (one.gender == "nu"))
        assert one.birth.year <= date(2022, 10, 3).year - 18


def test_what_the_office_knows_is_wrong_just_where_the_reasons_say() -> None:
    for one in make_people(3, 3000):
        known = one.known
        assert (known.name != one.name) == ("NAME" in one.reasons)
        assert (known.birth != one.birth) == ("DOB" in one.reasons)
        assert (known.gender != one.gender) == ("GENDER" in one.reasons)
        wrong = {"ID_9", "ID_FORMAT", "NOT_FOUND", "NO_ID", "DUP_ID"} & set(one.reasons)
        assert (known.citizen_id != one.citizen_id) == bool(wrong)
        assert (one.standing == "matched") == (not one.reasons)


@pytest.mark.parametrize(
    ("text", "tcvn3", "vni"),
    [
        ("Nguyễn Văn Hải", "NguyÔn V¨n H¶i", "Nguyeãn Vaên Haûi"),
        ("Đặng Thị Hương", "§Æng ThÞ H\xad¬ng", "Ñaëng Thò Höông"),
        ("Trần Quốc Tuấn", "TrÇn Quèc TuÊn", "Traàn Quoác Tuaán"),
        ("Lý Thị Mỵ", "Lý ThÞ Mþ", "Lyù Thò Mî"),
    ],
)
def test_old_encodings_are_those_of_known_samples(text: str, tcvn3: str, vni: str) -> None:
    assert encoders.tcvn3(text) == tcvn3
    assert encoders.vni(text) == vni


def test_old_encodings_write_every_vietnamese_letter_apart() -> None:
    letters = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
    for encode in (encoders.tcvn3, encoders.vni):
        written = [encode(letter) for letter in letters]
        assert None not in written
        assert len(set(written)) == len(letters)
    assert encoders.tcvn3("Ánh") is None, "no capital has a tone there"
    assert encoders.tcvn3_capitals("Ánh") == "¸nh"
    assert encoders.mojibake("Hải") == "Háº£i"


@pytest.mark.parametrize("layout", ["one", "sections", "sheets"])
def test_a_list_says_truly_what_stands_in_its_cells(
    people: list[TruePerson], tmp_path: Path, layout: str
) -> None:
    path = tmp_path / "list.xlsx"
    expected = write_office_list(people, path, layout=layout, seed=2)
    book = load_workbook(path)
    assert {row.person for row in expected.rows} >= {one.id for one in people}
    for row, cell in expected.cells():
        found = book[row.sheet][cell.cell].value
        assert found == cell.written or (isinstance(found, datetime) and found == cell.written)
        assert book[row.sheet][cell.cell].data_type != "f", "no text is a formula"
    assert write_office_list(people, tmp_path / "again.xlsx", layout=layout, seed=2) == expected


def test_every_dirt_occurs_in_a_full_list(tmp_path: Path) -> None:
    expected = write_office_list(make_people(5, 1500), tmp_path / "list.xlsx", seed=5, dirt=0.7)
    assert set(expected.dirt()) >= {one.name for one in DIRTS} | set(SHEET_DIRTS)
    assert {row.kind for row in expected.rows} == {"person", *ROW_KINDS}
    assert any(row.is_hidden for row in expected.rows)
    assert expected.groups


def test_a_list_without_dirt_is_clean_and_a_usual_one_about_as_dirty_as_asked(tmp_path: Path) -> None:
    some = make_people(5, 800)
    assert write_office_list(some, tmp_path / "clean.xlsx", dirt=0).dirty_share() == 0
    assert 0.11 < write_office_list(some, tmp_path / "dirty.xlsx", layout="one").dirty_share() < 0.2


def test_the_mended_cells_hold_the_truth(people: list[TruePerson], tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    expected = write_office_list(people, path, layout="one", seed=4)
    row, cell = next((r, c) for r, c in expected.cells() if c.dirt == "number-cell")
    assert mend_list(path, expected, [(row.sheet, cell.cell)]) == 1
    assert load_workbook(path)[row.sheet][cell.cell].value == cell.truth


def test_a_verdict_tells_silence_from_speech() -> None:
    cell = ExpectedCell("citizen_id", "H9", "031085001234", 31085001234, "number-cell")
    assert cell.verdict("031085001234", False) == "right"
    assert cell.verdict("", True) == "told-absent"
    assert cell.verdict(None, False) == "silent-absent"
    assert cell.verdict("310850012340", True) == "told-wrong"
    assert cell.verdict("310850012340", False) == "silent-wrong"
    name = ExpectedCell("name", "D9", "Trần Thị Hoà", "TRẦN THỊ HOÀ")
    assert name.verdict("Trần  Thị HOÀ", False) == "right"
    assert name.verdict("Trần Thị Hoa", False) == "silent-wrong"


def test_the_units_see_what_is_printed_on_their_forms(people: list[TruePerson], tmp_path: Path) -> None:
    issued = look_at(_issue(people, tmp_path), people)
    assert set(issued) == {one.unit.code for one in people if one.standing != "matched"}
    for code, unit in issued.items():
        form = unit.list_of("mau-02")
        assert form is not None
        assert not form.unmatched
        members = by_unit(people)[code]
        assert set(form.rows.values()) == {one.id for one in members if one.standing != "matched"}
        assert {"name", "citizen_id", "new.name", "new.citizen_id", "note"} <= set(form.columns)
        assert {one.person for one in unit.declarations} <= set(form.rows.values())


def test_a_campaign_comes_to_its_end_within_four_rounds(people: list[TruePerson], tmp_path: Path) -> None:
    memory = new_memory(people, 3)
    acts: Counter[str] = Counter()
    for number in range(1, 5):
        asked = [one for one in people if one.id in set(memory.outstanding())]
        _, expected = _round(asked, people, memory, number, tmp_path / str(number))
        acts.update(one.act for one in expected.people.values())
        assert not expected.absent
        assert not expected.unmatched
        assert set(_files(tmp_path / str(number) / "in")) == set(expected.files)
    assert not memory.outstanding()
    assert not memory.owes
    assert acts.keys() >= {"right", "police", "blank", "malformed"}
    assert acts.keys() <= OUTCOMES.keys()
    for one in memory.final_truth().values():
        person = memory.people[one.person]
        assert (one.name, one.citizen_id) == (person.name, person.citizen_id)
        assert (one.state == "matched") == (person.standing == "matched")


def test_a_wrong_number_that_was_taken_is_corrected_unasked(people: list[TruePerson], tmp_path: Path) -> None:
    memory = new_memory(people, 3)
    asked = [one for one in people if one.standing != "matched"]
    _, first = _round(asked, people, memory, 1, tmp_path / "1")
    wrong = {one.person for one in first.people.values() if one.act in WRONG}
    assert wrong == memory.owes
    assert wrong
    _, second = _round([], people, memory, 2, tmp_path / "2")
    assert wrong == {one.person for one in second.people.values() if one.act == "right"}


def test_a_round_is_the_same_for_a_seed(people: list[TruePerson], tmp_path: Path) -> None:
    asked = [one for one in people if one.standing != "matched"][:30]
    folders = [tmp_path / "a", tmp_path / "b"]
    rounds = [_round(asked, people, new_memory(people, 3), 1, folder)[1] for folder in folders]
    assert rounds[0].people == rounds[1].people
    assert rounds[0].files == rounds[1].files


def test_files_sent_twice_are_the_same_bytes_and_zips_hold_what_is_said(tmp_path: Path) -> None:
    some = make_people(11, 300, at=units()[:45])
    asked = [one for one in some if one.standing != "matched"]
    into, expected = _round(asked, some, new_memory(some, 1), 1, tmp_path, seed=7)
    files = expected.files.values()
    twice = [one for one in files if one.same_as]
    assert twice
    for one in twice:
        assert _sha(into / one.path) == _sha(into / one.same_as)
    packed = [one for one in files if one.inside]
    assert packed
    for one in packed:
        assert zipfile.ZipFile(into / one.path).namelist() == list(one.inside)
    assert {one.manner for one in files} >= {"retyped-form", "retyped-list", "renamed", "sorted", "numbers"}
    assert any(one.strangers for one in files)
    assert any(one.foreign for one in files)
    assert {one.act for one in expected.people.values()} >= set(OUTCOMES)


def test_a_retyped_declaration_says_what_changes(people: list[TruePerson], tmp_path: Path) -> None:
    one = replace(people[0], social_number="0312345678")
    retype(one, tmp_path / "tk1.docx", declared_of(one, {"citizen_id": one.citizen_id}), Random(1))
    said = "\n".join(text_of(line) for line in paragraphs(tmp_path / "tk1.docx")[1])
    assert "Mã số BHXH: 0312345678" in said
    assert f"Số CMND/CCCD/Hộ chiếu: {one.citizen_id}" in said


def test_a_round_tells_what_was_decided_otherwise(people: list[TruePerson], tmp_path: Path) -> None:
    asked = [one for one in people if one.standing != "matched"]
    _, expected = _round(asked, people, new_memory(people, 3), 1, tmp_path)
    ideal = {one.person: one.ideal for one in expected.people.values() if one.ideal != "silent"}
    assert expected.faults(ideal) == []
    some = next(one for one in expected.people.values() if one.act == "right")
    assert len(expected.faults({**ideal, some.person: "refused"})) == 1


def _round(
    asked: list[TruePerson],
    people: list[TruePerson],
    memory: Memory,
    number: int,
    folder: Path,
    seed: int = 1,
) -> tuple[Path, Expected]:
    out = _issue(asked, folder / "out")
    (folder / "in").mkdir(parents=True)
    return simulate_round(out, people, memory, number, seed, folder / "in")


def _issue(people: list[TruePerson], folder: Path) -> Path:
    """Mẫu 02 and TK1-TS by the labels of the forms: a small stand-in for the office."""
    folder.mkdir(parents=True, exist_ok=True)
    for code, members in by_unit(one for one in people if one.standing != "matched").items():
        own = folder / code
        own.mkdir()
        _mau_02(members, members[0].unit, own / "danh-sach.xlsx")
        for one in members[:2]:
            if one.social_number:
                retype(one, own / f"{one.id}.docx", {"request": "........"}, Random(one.id))
    return folder


def _mau_02(members: list[TruePerson], unit: Unit, path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["A2"] = "Mẫu số 02", f"Tên đơn vị: {unit.name}"
    sheet["E2"] = f"Mã đơn vị: {unit.code}"
    upper = ["STT", "Mã số BHXH", "Thông tin trên CSDL BHXH", None, None, None, "Lý do chưa khớp"]
    upper += ["Thông tin người tham gia kê khai lại", None, None, None, None, "Ghi chú"]
    lower = [None, None, "Họ và tên", "Ngày sinh", "Giới tính", "Số CMND/CCCD/ĐDCN", None]
    lower += ["Họ và tên", "Ngày sinh", "Giới tính", "Số ĐDCN/CCCD", "Điện thoại", None]
    for row, heads in ((4, upper), (5, lower)):
        for place, head in enumerate(heads, start=1):
            sheet.cell(row, place, head)
    for area in ("A4:A5", "B4:B5", "C4:F4", "G4:G5", "H4:L4", "M4:M5"):
        sheet.merge_cells(area)
    for n, one in enumerate(members):
        known = one.known
        birth = known.birth.vietnamese if known.birth else ""
        gender = "Nam" if known.gender == "nam" else "Nữ"
        values = [
            n + 1,
            one.social_number,
            known.name,
            birth,
            gender,
            known.citizen_id,
            ", ".join(one.reasons),
        ]
        for place, value in enumerate(values, start=1):
            sheet.cell(6 + n, place, value or None)
    sheet.cell(6 + len(members), 1, "Tổng cộng")
    book.save(path)


def _files(folder: Path) -> list[str]:
    return [str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file()]


def _sha(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def test_what_was_read_is_judged_cell_by_cell(people: list[TruePerson], tmp_path: Path) -> None:
    expected = write_office_list(people, tmp_path / "list.xlsx", layout="one", seed=2)
    seen = {(row.sheet, row.row): {c.field: c.truth for c in row.cells.values()} for row in expected.rows}
    assert set(verdicts(expected, seen, ())) == {"right"}
    first = expected.rows[0]
    seen[first.sheet, first.row]["name"] = "Người Khác"
    place = (first.sheet, first.cells["name"].cell)
    assert verdicts(expected, seen, ())["silent-wrong"] == [(*place, "name", first.cells["name"].dirt)]
    assert "silent-wrong" not in verdicts(expected, seen, [place])


def test_a_final_record_is_held_against_the_truth(people: list[TruePerson]) -> None:
    memory = new_memory(people, 1)
    truth = next(one for one in memory.final_truth().values() if one.state == "accepted")
    assert wrong_at_the_end(truth, "open", Person()) == ["state"]
    wrong = wrong_at_the_end(truth, "accepted", Person(name=Told(truth.name.upper())))
    assert {"citizen_id", "birth", "gender"} <= set(wrong)
    assert "name" not in wrong
