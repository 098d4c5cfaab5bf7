"""Rows that may be one person are grouped and told; both stay."""

from __future__ import annotations

import random
from datetime import date
from time import process_time

from engine.errors import Severity
from engine.intake.persons import PeopleRead

from .lists_by_hand import a_table, read, read_rows

AN = {
    "person.name": "Nguyễn Văn An",
    "person.birth_date": "05/12/1990",
    "person.social_number": "3116000001",
    "person.citizen_id": "031090000123",
}
BINH = {
    "person.name": "Trần Quốc Bình",
    "person.birth_date": "07/08/1985",
    "person.social_number": "3116000002",
    "person.citizen_id": "031085000456",
}


SECONDS = 10


def whys(found: PeopleRead) -> dict[str, tuple[int, ...]]:
    return {group.why: group.members for group in found.groups}


def test_a_row_written_twice_is_one_notice() -> None:
    found = read_rows(AN, BINH, AN)
    assert whys(found) == {"PEOPLE-SAME-ROW": (0, 2)}
    (told,) = found.problems
    assert (told.where.cell, dict(told.params), told.severity) == ("A6", {"other": "A4"}, Severity.INFO)


def test_one_number_of_two_persons_is_an_error_on_both() -> None:
    found = read_rows(AN, {**BINH, "person.citizen_id": AN["person.citizen_id"]})
    assert whys(found) == {"PEOPLE-SAME-CITIZEN-ID-OF-OTHERS": (0, 1)}
    told = [p for p in found.problems if p.code == "PEOPLE-SAME-CITIZEN-ID-OF-OTHERS"]
    assert {(p.where.cell, p.severity) for p in told} == {("D4", Severity.ERROR), ("D5", Severity.ERROR)}


def test_one_citizen_number_with_two_social_numbers_is_an_error() -> None:
    found = read_rows(AN, {**AN, "person.social_number": "3116000009"})
    assert whys(found) == {"PEOPLE-SAME-CITIZEN-ID-TWO-NUMBERS": (0, 1)}


def test_one_social_number_with_two_citizen_numbers_is_an_error() -> None:
    found = read_rows(AN, {**AN, "person.citizen_id": "031090000999"})
    assert whys(found) == {"PEOPLE-SAME-SOCIAL-NUMBER-TWO-NUMBERS": (0, 1)}


def test_one_person_on_two_unlike_rows_is_a_warning_on_the_second() -> None:
    found = read_rows(AN, {**AN, "person.name": "NGUYỄN VĂN AN", "person.citizen_id": None})
    assert whys(found) == {"PEOPLE-SAME-SOCIAL-NUMBER": (0, 1)}
    (told,) = [p for p in found.problems if p.code == "PEOPLE-SAME-SOCIAL-NUMBER"]
    assert (told.where.cell, told.severity) == ("C5", Severity.WARNING)


def test_one_name_and_birth_without_numbers_to_tell_them_apart() -> None:
    other = {"person.name": "Nguyen Van An", "person.birth_date": date(1990, 12, 5)}
    assert whys(read_rows(AN, other)) == {"PEOPLE-SAME-PERSON": (0, 1)}


def test_namesakes_with_numbers_of_their_own_are_no_doubles() -> None:
    other = {**AN, "person.social_number": "3116000009", "person.citizen_id": "031090000999"}
    assert read_rows(AN, other).groups == ()


def test_nearly_one_name_and_one_birth() -> None:
    other = {"person.name": "Nguyễn Văn Ann", "person.birth_date": "05/12/1990"}
    assert whys(read_rows(AN, other)) == {"PEOPLE-NEAR-PERSON": (0, 1)}


def test_two_forms_of_one_file_are_no_doubles() -> None:
    found = read(a_table([AN], form="mau-02", sheet="Mẫu 02"), a_table([AN], form="d02-lt", sheet="D02"))
    assert found.groups == ()


def test_doubles_on_two_sheets_of_one_list_name_the_sheet() -> None:
    found = read(a_table([AN], sheet="Phường 1"), a_table([AN], sheet="Phường 2"))
    (told,) = found.problems
    assert dict(told.params) == {"other": "Phường 1!A4"}


def test_a_long_list_is_read_in_seconds() -> None:
    words = (
        "An",
        "Bình",
        "Cao",
        "Dung",
        "Giang",
        "Hà",
        "Khánh",
        "Lan",
        "Minh",
        "Oanh",
        "Phúc",
        "Sơn",
        "Vân",
        "Yến",
    )
    draw = random.Random(7)
    rows = []
    for at in range(6_000):
        year = draw.randint(1960, 1999)
        male = draw.random() < 0.5
        rows.append(
            {
                "row.number": at + 1,
                "person.name": f"Nguyễn {draw.choice(words)} {draw.choice(words)} {draw.choice(words)}",
                "person.birth_date": f"{draw.randint(1, 28):02d}/{draw.randint(1, 12):02d}/{year}",
                "person.gender": "Nam" if male else "Nữ",
                "person.social_number": f"31{at:08d}",
                "person.citizen_id": int(f"31{0 if male else 1}{year % 100:02d}{at:06d}"),
                "person.phone": f"0912{at:06d}",
                "person.address": f"Số {at % 90}, phường {draw.choice(words)}, Hải Phòng",
                "list.unit_code": f"TA{at % 300:04d}B",
                "list.verification": draw.choice(["Khớp", "Sai họ tên", "Chưa có số", ""]),
                "person.vssid": draw.choice(["Có", "Chưa"]),
            }
        )
    table = a_table(rows)
    begun = process_time()
    found = read(table)
    assert len(found.people) == 6_000
    assert process_time() - begun < SECONDS
    assert all(one.record.identifiers.citizen_id for one in found.people)
