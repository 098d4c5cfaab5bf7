"""A row of a list tells a person: every value with its cell, what is doubtful told and left out."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import Severity
from engine.intake.persons import people_of_tables
from engine.messages import describe, is_code
from engine.model.dates import PartialDate
from engine.model.link import Link
from engine.model.person import Answer, Gender, Matching
from engine.people.bare import bare
from engine.workbook.values import Sheet, Workbook

from ..people.conftest import CAMPAIGN, TODAY, shipped
from ..people.numbers import Citizen, citizens
from .lists_by_hand import a_table, cell_of, codes, read, read_one, read_rows

SOUND = {
    "person.name": "Nguyễn Văn An",
    "person.birth_date": "05/12/1990",
    "person.gender": "Nam",
    "person.social_number": "3116000001",
    "person.citizen_id": "031090000123",
}


def with_(**more: object) -> dict[str, object]:
    return {**SOUND, **{key.replace("__", "."): value for key, value in more.items()}}


def test_a_sound_row_is_a_person_without_problems() -> None:
    one = read_one(SOUND)
    assert one.problems == ()
    assert {path: told.value for path, told in one.record.told().items()} == {
        "name": "Nguyễn Văn An",
        "birth": PartialDate(1990, 12, 5),
        "gender": Gender.MALE,
        "identifiers.social_number": "3116000001",
        "identifiers.citizen_id": "031090000123",
    }


def test_every_value_keeps_its_cell() -> None:
    table = a_table([SOUND])
    (one,) = read(table).people
    source = one.record.identifiers.citizen_id.source
    assert (source.file, source.sheet, source.cell) == (
        "ds.xlsx",
        "DS",
        cell_of(table, "person.citizen_id", 0),
    )
    assert one.where.cell == cell_of(table, "person.name", 0)


@given(citizens(), st.sampled_from(["person.citizen_id"]), st.booleans())
def test_zeros_are_never_lost(citizen: Citizen, key: str, as_float: bool) -> None:
    """What a program took for a number comes back whole, or is told and left out."""
    cell = float(citizen.number) if as_float else int(citizen.number)
    gender = "Nam" if citizen.gender is Gender.MALE else "Nữ"
    row = {**SOUND, "person.birth_date": f"01/02/{citizen.year}", "person.gender": gender, key: cell}
    one = read_one(row, day=TODAY)
    told = one.record.identifiers.citizen_id
    assert told is None or told.value == citizen.number
    if told is None:
        assert any(p.severity is Severity.ERROR for p in one.problems)
    elif len(str(int(citizen.number))) < 12:
        assert "PEOPLE-REPAIRED-ZEROS-CITIZEN" in codes(one.problems)
        assert told.repairs[-1].proof == "province-year-gender"


def test_without_birth_and_gender_lost_zeros_stay_lost_and_are_told() -> None:
    one = read_one({"person.name": "Nguyễn Văn An", "person.citizen_id": 31090000123})
    assert one.record.identifiers.citizen_id is None
    assert "PEOPLE-ZEROS-NO-FACTS" in codes(one.problems)
    perhaps = next(p for p in one.problems if p.code == "PEOPLE-PERHAPS")
    assert perhaps.params["candidates"] == "031******123"


def test_a_number_with_an_exponent_is_told_and_never_guessed() -> None:
    one = read_one(with_(person__citizen_id="3.1085E+10"))
    assert one.record.identifiers.citizen_id is None
    assert "PEOPLE-DIGITS-LOST" in codes(one.problems)


@pytest.mark.parametrize(
    ("cell", "field"),
    [
        ("031090000123", "citizen_id"),
        ("031 090 000 123", "citizen_id"),
        ("'031090000123", "citizen_id"),
        ('="031090000123"', "citizen_id"),
        ("031123456", "old_card"),
        ("B1234567", "passport"),
    ],
)
def test_a_number_goes_where_its_kind_belongs(cell: str, field: str) -> None:
    one = read_one(with_(person__citizen_id=cell))
    found = getattr(one.record.identifiers, field)
    assert found is not None
    assert found.value == bare(cell).text.replace('="', "").replace('"', "")


def test_a_number_against_birth_or_gender_stands_with_a_warning() -> None:
    one = read_one(with_(person__gender="Nữ", person__birth_date="05/12/1991"))
    assert one.record.identifiers.citizen_id.value == "031090000123"
    assert {"PEOPLE-CITIZEN-ID-YEAR", "PEOPLE-CITIZEN-ID-GENDER"} <= codes(one.problems)


def test_a_lost_zero_of_a_social_number_comes_back_by_the_health_card() -> None:
    one = read_one(with_(person__social_number=116000001, person__card_number="DN4310116000001"))
    assert one.record.identifiers.social_number.value == "0116000001"
    assert "PEOPLE-REPAIRED-ZEROS-CARD" in codes(one.problems)
    alone = read_one(with_(person__social_number=116000001))
    assert alone.record.identifiers.social_number is None
    assert "PEOPLE-ZEROS-NO-STRUCTURE" in codes(alone.problems)


def test_a_health_card_of_another_is_told_and_both_stay() -> None:
    one = read_one(with_(person__card_number="DN4313199999999"))
    assert one.record.identifiers.health_card.value == "DN4313199999999"
    assert one.record.identifiers.social_number.value == "3116000001"
    assert "PEOPLE-CARD-OF-ANOTHER" in codes(one.problems)


def test_whole_identifiers_are_never_in_problems() -> None:
    for cell in (31090000123, 310900001, "031090000123X", 31090000123.0, "3.1085E+10", "31090000123"):
        one = read_one(with_(person__citizen_id=cell, person__gender=None, person__phone=912345678))
        for problem in one.problems:
            told = f"{describe(problem)} {dict(problem.params)}"
            assert str(cell) not in told
            assert "031090000123" not in told
            assert "912345678" not in told


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("05/12/1990", PartialDate(1990, 12, 5)),
        ("5-12-1990", PartialDate(1990, 12, 5)),
        ("5.12.1990", PartialDate(1990, 12, 5)),
        ("12/1990", PartialDate(1990, 12)),
        ("1990", PartialDate(1990)),
        (1990, PartialDate(1990)),
        (33212, PartialDate(1990, 12, 5)),
        (date(1990, 12, 5), PartialDate(1990, 12, 5)),
        (datetime(1990, 12, 5), PartialDate(1990, 12, 5)),
        ("ngày 05 tháng 12 năm 1990", PartialDate(1990, 12, 5)),
        ("5/12/90", PartialDate(1990, 12, 5)),
        ("31/02/1990", None),
        ("12/25/1990", None),
        ("không rõ", None),
    ],
)
def test_births_of_every_writing(cell: object, value: PartialDate | None) -> None:
    one = read_one(with_(person__birth_date=cell))
    assert (one.record.birth.value if one.record.birth else None) == value
    if value is None:
        assert any(p.severity is Severity.ERROR and p.where.cell == "B4" for p in one.problems)


def test_a_year_of_two_digits_without_proof_is_left_out() -> None:
    one = read_one({"person.name": "Nguyễn Văn An", "person.birth_date": "5/12/12"})
    assert one.record.birth is None
    assert "PEOPLE-BIRTH-CENTURY" in codes(one.problems)


PARTS = {"person.name": "Nguyễn Văn An", "person.social_number": "3116000001"}


@pytest.mark.parametrize(
    ("cells", "value"),
    [
        ({"list.birth_day": 5, "list.birth_month": 12, "list.birth_year": 1990}, PartialDate(1990, 12, 5)),
        (
            {"list.birth_day": None, "list.birth_month": "12", "list.birth_year": "1990"},
            PartialDate(1990, 12),
        ),
        ({"list.birth_day": "", "list.birth_month": "", "list.birth_year": 1990.0}, PartialDate(1990)),
        ({"person.birth_date": None, "list.birth_year": 1990}, PartialDate(1990)),
        ({"person.birth_date": "05/12", "list.birth_year": 1990}, PartialDate(1990, 12, 5)),
        ({"person.birth_date": "01/01/1990", "list.birth_precision": 2}, PartialDate(1990)),
        ({"person.birth_date": "01/12/1990", "list.birth_precision": "1"}, PartialDate(1990, 12)),
        ({"person.birth_date": "05/12/1990", "list.birth_precision": "0"}, PartialDate(1990, 12, 5)),
        ({"person.birth_date": "05/12/1990", "list.birth_year": "x"}, PartialDate(1990)),
        ({"list.male": "1990", "list.female": None}, PartialDate(1990)),
    ],
)
def test_births_in_several_columns(cells: dict[str, object], value: PartialDate) -> None:
    one = read_one({**PARTS, **cells})
    assert one.record.birth.value == value
    assert not [p for p in one.problems if p.severity is Severity.ERROR]


def test_two_years_of_birth_are_told_and_none_is_taken() -> None:
    one = read_one({**PARTS, "person.birth_date": "05/12/1990", "list.birth_year": 1991})
    assert one.record.birth is None
    assert "PEOPLE-BIRTH-TWO-YEARS" in codes(one.problems)


def test_a_flag_against_the_day_is_told() -> None:
    one = read_one({**PARTS, "person.birth_date": "05/12/1990", "list.birth_precision": "2"})
    assert one.record.birth.value == PartialDate(1990)
    assert "PEOPLE-BIRTH-FLAG" in codes(one.problems)


def test_a_column_turned_by_an_american_excel_gives_no_births_but_proposals() -> None:
    rows = [
        {**PARTS, "person.birth_date": cell}
        for cell in (datetime(1990, 5, 12), datetime(1991, 3, 4), "25/12/1990", "13/01/1988")
    ]
    people = read_rows(*rows).people
    assert [bool(p.record.birth) for p in people] == [False, False, True, True]
    assert "PEOPLE-BIRTH-PERHAPS-TURNED" in codes(people[0].problems)


@pytest.mark.parametrize(
    ("cells", "gender"),
    [
        ({"list.male": "x", "list.female": None}, Gender.MALE),
        ({"list.male": "", "list.female": "X"}, Gender.FEMALE),
        ({"list.male": 0, "list.female": 1}, Gender.FEMALE),
        ({"list.male": None, "list.female": "15/3/1990"}, Gender.FEMALE),
        ({"person.gender": "NỮ."}, Gender.FEMALE),
        ({"person.gender": "Nu\u031b\u0303"}, Gender.FEMALE),
    ],
)
def test_genders_by_word_and_mark(cells: dict[str, object], gender: Gender) -> None:
    assert read_one({**PARTS, **cells}).record.gender.value is gender


def test_two_marks_of_gender_are_told_and_none_is_taken() -> None:
    one = read_one({**PARTS, "list.male": "x", "list.female": "x"})
    assert one.record.gender is None
    assert "PEOPLE-GENDER-TWICE" in codes(one.problems)


def test_a_files_own_codes_for_gender_are_learned_from_citizen_numbers() -> None:
    rows = [
        {"person.name": f"Trần Văn {n}", "person.birth_date": 1990, "person.gender": 1 - g, "person.citizen_id": i}
        for n, g, i in (
            ("An", 0, 31090000001), ("Bình", 0, 31090000002), ("Cao", 0, 31090000003),
            ("Dung", 1, 31190000001), ("Em", 1, 31190000002), ("Giang", 1, 31190000003),
        )
    ]  # fmt: skip
    people = read_rows(*rows).people
    assert [p.record.gender.value for p in people] == [Gender.MALE] * 3 + [Gender.FEMALE] * 3
    assert all(p.record.identifiers.citizen_id for p in people)


def test_a_code_for_gender_without_proof_is_told() -> None:
    one = read_one(with_(person__gender=1))
    assert one.record.gender is None
    assert "PEOPLE-GENDER-UNKNOWN" in codes(one.problems)


def test_names_in_two_columns_are_one() -> None:
    one = read_one({**SOUND, "person.name": None, "list.surname": "Nguyễn  Văn", "list.given_name": "An "})
    assert one.record.name.value == "Nguyễn Văn An"


def test_an_excel_error_is_no_name() -> None:
    one = read_one(with_(person__name="#N/A"))
    assert one.record.name is None
    assert "PEOPLE-CELL-ERROR" in codes(one.problems)
    assert "PEOPLE-NAME-MISSING" not in codes(one.problems)


def test_a_row_that_names_nobody_is_told_and_left() -> None:
    found = read_rows(SOUND, {"person.address": "Số 5"})
    assert len(found.people) == 1
    assert "PEOPLE-ROW-NOBODY" in codes(found.problems)


def test_a_row_without_a_name_but_with_a_number_is_kept_with_an_error() -> None:
    one = read_one(with_(person__name=None))
    assert "PEOPLE-NAME-MISSING" in codes(one.problems)


def test_several_texts_of_old_fonts_are_read_by_the_font() -> None:
    rows = [with_(person__name="NguyÔn V¨n H¶i"), with_(person__name="TrÇn ThÞ Hoµ")]
    people = read(a_table(rows), fonts={(3, 0): ".VnTime", (4, 0): ".VnTime"}).people
    assert [p.record.name.value for p in people] == ["Nguyễn Văn Hải", "Trần Thị Hoà"]
    assert "PEOPLE-REPAIRED-ENCODING-FONT" in codes(people[0].problems)


def test_a_whole_column_proves_an_old_encoding() -> None:
    names = ("NguyÔn V¨n H¶i", "TrÇn ThÞ Hoµ", "Ph¹m V¨n §øc", "Lª ThÞ Hång")
    people = read_rows(*(with_(person__name=name) for name in names)).people
    assert [p.record.name.value for p in people] == [
        "Nguyễn Văn Hải", "Trần Thị Hoà", "Phạm Văn Đức", "Lê Thị Hồng",
    ]  # fmt: skip


def test_a_single_name_of_an_old_font_is_left_out_and_told() -> None:
    rows = [with_(person__name="TrÇn Thu Hµ"), with_(person__name="Trần Thị Hoà")]
    people = read_rows(*rows).people
    assert people[0].record.name is None
    assert "PEOPLE-TEXT-OLD-FONT" in codes(people[0].problems)
    assert people[1].record.name.value == "Trần Thị Hoà"


@pytest.mark.parametrize(
    ("cell", "name", "code"),
    [
        ("Nguyễn Văn An".encode().decode("cp1252", "replace"), None, ""),
        ("Tráº§n Thá»‹ Hoa", "Trần Thị Hoa", "PEOPLE-REPAIRED-UTF8"),
        ("Тrần Thị Hoa", "Trần Thị Hoa", "PEOPLE-REPAIRED-LOOKALIKES"),
        ("  Trần\u00a0 Thị\u200b Hoa ", "Trần Thị Hoa", ""),
        ("Tra\u0302\u0300n Thi\u0323 Hoa", "Trần Thị Hoa", ""),
    ],
)
def test_letters_are_mended_with_proof(cell: str, name: str | None, code: str) -> None:
    one = read_one(with_(person__name=cell))
    if name is not None:
        assert one.record.name.value == name
    if code:
        assert code in codes(one.problems)


@pytest.mark.parametrize(
    ("cell", "phone"),
    [
        ("0912345678", "0912345678"),
        (912345678, "0912345678"),
        ("+84 912 345 678", "0912345678"),
        ("0912.345.678", "0912345678"),
        ("01682345678", "0382345678"),
        ("0912345678 / 0987654321", None),
        ("không có", None),
    ],
)
def test_telephone_numbers(cell: object, phone: str | None) -> None:
    one = read_one(with_(person__phone=cell))
    assert (one.record.contact.phone.value if one.record.contact.phone else None) == phone


def test_what_is_declared_anew_is_apart_from_the_record() -> None:
    row = {
        **SOUND, "person.citizen_id": None, "person.mismatch": "Chưa có số",
        "new.citizen_id": 31090000123, "new.birth_date": "06/12/1990", "new.phone": "0912345678",
    }  # fmt: skip
    one = read_one(row, form="mau-02")
    assert one.record.birth.value == PartialDate(1990, 12, 5)
    assert one.changes.birth.value == PartialDate(1990, 12, 6)
    assert one.changes.identifiers.citizen_id.value == "031090000123"
    assert one.changes.contact.phone.value == "0912345678"
    assert one.record.standing.matching is Matching.NO_NUMBER


def test_codes_are_known_by_code_and_name_and_others_are_told() -> None:
    one = read_one(with_(person__ethnicity=1, person__nationality="Việt Nam", list__group="DN"))
    assert one.record.ethnicity.value == "01"
    assert one.record.nationality.value == "VN"
    assert one.record.group.value == "DN"
    odd = read_one(with_(list__group="Nhóm của huyện"))
    assert odd.record.group is None
    assert odd.more["list.group"] == "Nhóm của huyện"
    assert "PEOPLE-CODE-UNKNOWN" in codes(odd.problems)


def test_other_values_stay_as_exact_text() -> None:
    one = read_one(
        with_(**{"salary.amount": 4729500.0, "contract.from": date(2020, 1, 5), "salary.position": 0.25})
    )
    assert one.more == {"salary.amount": "4729500", "contract.from": "05/01/2020", "salary.position": "0.25"}


def test_addresses_in_one_cell_and_by_levels() -> None:
    one = read_one(
        with_(
            person__address="Số 5, Trần Thành Ngọ, Kiến An",
            person__birth_commune="Xã Tân Trào",
            person__birth_province="Hải Phòng",
            person__contact_commune="11434",
        )
    )
    assert one.record.residence.value.detail == "Số 5, Trần Thành Ngọ, Kiến An"
    assert one.record.birthplace.value.commune.name == "Xã Tân Trào"
    assert one.record.birthplace.value.district is None
    assert one.record.contact.address is None
    assert one.more["person.contact_commune"] == "11434"


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("Có", Answer.YES), ("x", Answer.YES), (1, Answer.YES), (True, Answer.YES), ("Đã đăng ký VssID", Answer.YES),
        ("Chưa", Answer.NO), (0, Answer.NO), ("chưa đăng ký", Answer.NO), ("", Answer.UNKNOWN), ("-", Answer.UNKNOWN),
    ],
)  # fmt: skip
def test_answers(cell: object, answer: Answer) -> None:
    assert read_one(with_(person__vssid=cell)).record.vssid is answer


def test_an_unclear_answer_is_told() -> None:
    one = read_one(with_(person__vssid="Đã hủy"))
    assert one.record.vssid is Answer.UNKNOWN
    assert "PEOPLE-ANSWER-UNKNOWN" in codes(one.problems)


def test_an_email_and_a_word_in_its_place() -> None:
    assert read_one(with_(person__email="An@Mail.VN")).record.contact.email.value == "An@mail.vn"
    said = read_one(with_(person__email="Chưa có"))
    assert said.record.has_email is Answer.NO
    assert said.problems == ()


def test_the_unit_is_that_of_the_row_else_of_the_list() -> None:
    table = a_table(
        [SOUND, with_(list__unit_code="TA1234B")], lines={"unit.code": "BI0110G", "unit.name": "Cty A"}
    )
    first, second = read(table).people
    assert (first.unit_code, first.unit_name, first.record.unit.value) == ("BI0110G", "Cty A", "BI0110G")
    assert (second.unit_code, second.record.unit.value) == ("TA1234B", "TA1234B")


def test_a_rows_link_is_read_and_its_seal_judged() -> None:
    link = Link("kien-an", 1, "cty-a", "mau-02@kien-an-2022", "p000001")
    own = read_one(with_(list__link=link.signed(b"secret")))
    other = read_one(with_(list__link=link.signed(b"another")))
    assert (own.link.link, own.link.seal) == (link, "sealed")
    assert other.link.seal == "foreign"


def test_a_child_on_an_employers_form_is_told() -> None:
    row = with_(person__birth_date="05/12/2010", person__citizen_id=None)
    assert "PEOPLE-AGE-WORK" in codes(read_one(row, form="d02-lt").problems)
    assert "PEOPLE-AGE-WORK" not in codes(read_one(row, form="d03-ts").problems)


def test_an_address_of_many_persons_is_told_once() -> None:
    rows = [
        {
            "person.name": f"Nguyễn Văn {n}",
            "person.social_number": f"311600000{i}",
            "person.email": "ketoan@cty.vn",
        }
        for i, n in enumerate(("An", "Bình", "Cao", "Dũng", "Em", "Phúc"))
    ]
    told = [p for p in read_rows(*rows).problems if p.code == "PEOPLE-EMAIL-SHARED"]
    assert [dict(p.params) for p in told] == [{"count": 6}]


def test_hidden_rows_are_read_as_all_others() -> None:
    rows = [
        with_(person__social_number=f"311600000{i}", person__name=f"Lê {n} Anh")
        for i, n in enumerate(("Minh", "Tú"))
    ]
    found = read(a_table(rows, hidden=frozenset({1})))
    assert found.hidden_rows == 1
    assert [one.is_hidden for one in found.people] == [False, True]


def test_words_without_accents_do_not_hinder_an_old_font() -> None:
    row = with_(
        list__unit_name="C«ng ty TNHH §iÖn tö H¶i Khang", person__vssid="Cã", list__verification="Khíp"
    )
    (one,) = read(a_table([row]), fonts={(3, n): ".VnTime" for n in range(8)}).people
    assert one.unit_name == "Công ty TNHH Điện tử Hải Khang"
    assert one.record.vssid is Answer.YES
    assert one.record.standing.matching is Matching.MATCHED


def test_letters_typed_for_digits_are_no_passport() -> None:
    for cell in ("O31090000123", "O3O090000123", "031O90000123"):
        one = read_one(with_(person__citizen_id=cell))
        assert one.record.identifiers.passport is None
        assert "PEOPLE-IDENTITY-LETTERS" in codes(one.problems)


def test_a_units_code_with_a_letter_for_a_digit_is_told_where_the_column_shows_it() -> None:
    cells = ("TA0123B", "TA0123B", "TAO123B")
    rows = [
        with_(list__unit_code=cell, person__social_number=f"311600000{n}") for n, cell in enumerate(cells)
    ]
    people = read_rows(*rows).people
    assert [bool(p.record.unit) for p in people] == [True, True, False]
    assert "PEOPLE-UNIT-CODE-LETTERS" in codes(people[2].problems)


def test_codes_of_a_column_are_learned_in_spite_of_a_few_wrong_persons() -> None:
    rows = [
        with_(person__gender=int(n % 2), person__citizen_id=f"031{0 if n % 2 else 1}90{n:06d}")
        for n in range(1, 41)
    ]
    rows.append(with_(person__gender=1, person__citizen_id="031190999999"))
    people = read_rows(*rows).people
    assert all(p.record.gender for p in people)
    assert "PEOPLE-CITIZEN-ID-GENDER" in codes(people[-1].problems)


def test_members_of_a_household_are_no_participants() -> None:
    table = a_table([{"member.name": "Trần Thị Bé", "member.relation": "Con"}])
    found = read(table)
    assert found.people == ()
    assert codes(found.problems) == {"PEOPLE-MEMBERS-LEFT"}


def test_a_number_in_a_column_of_words_is_not_told_whole() -> None:
    row = with_(
        person__birth_date="031090000123", person__ethnicity="031 090 000 123", person__gender="031090000123"
    )
    for problem in read_one(row).problems:
        assert "031090000123" not in describe(problem).replace(" ", "")


def test_a_formula_without_its_result_is_told() -> None:
    table = a_table([with_(person__birth_date=None)])
    sheet = Sheet(table.sheet, (), without_value=frozenset({(3, 1)}))
    book = Workbook("ds.xlsx", "xlsx", "0" * 64, (sheet,))
    (one,) = people_of_tables(book, [table], shipped(), CAMPAIGN).people
    assert [(p.code, p.where.cell) for p in one.problems] == [("PEOPLE-CELL-FORMULA", "B4")]


def test_every_code_told_has_a_text() -> None:
    rows = [with_(person__name="#REF!", person__birth_date="x", person__gender="y", person__phone="z")]
    assert all(is_code(p.code) for p in read_rows(*rows).problems)
