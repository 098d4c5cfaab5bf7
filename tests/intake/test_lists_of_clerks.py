"""Lists as clerks make them: names in three columns, merged units, English heads, bare "Mã số", total rows."""

from __future__ import annotations

from engine.errors import Severity
from engine.intake.reading import read_people
from engine.intake.values import FileReading
from engine.model.person import Matching
from engine.workbook.values import Sheet, Workbook

from ..people.conftest import CAMPAIGN
from .sheets_by_hand import Row, a_sheet, codes, find, forms_and_lists, keys, the_table

PERSON = ("Trần Thị Mai", "12/03/1990", "Nữ")
HEADS = ("Mã đơn vị", "Họ và tên", "Ngày sinh", "Giới tính", "Mã số BHXH", "Số CCCD")


def read(sheet: Sheet) -> FileReading:
    forms, lists = forms_and_lists()
    return read_people(Workbook("ds.xlsx", "xlsx", "0" * 64, (sheet,)), forms, lists, CAMPAIGN, b"secret")


def a_row(citizen: object = "031190004321", *more: object, birth: str = "12/03/1990") -> Row:
    return ("AB0001C", "Trần Thị Mai", birth, "Nữ", "3112345678", citizen, *more)  # type: ignore[return-value]


def matchings(heads: Row, *rows: Row) -> list[Matching]:
    return [one.record.standing.matching for one in read(a_sheet(heads, *rows)).people]


def test_a_middle_name_in_its_own_column_is_part_of_the_name() -> None:
    for middle in ("Tên đệm", "Đệm", "Tên lót", "Chữ đệm", "Họ đệm"):
        heads = ("Họ", middle, "Tên", "Ngày sinh", "Mã số BHXH")
        (one,) = read(a_sheet(heads, ("Trần", "Thị Thu", "Mai", "12/03/1990", "3112345678"))).people
        assert one.record.name
        assert one.record.name.value == "Trần Thị Thu Mai"


def test_words_between_surname_and_given_name_that_nobody_understands_leave_the_name_out() -> None:
    for head in ("Abc", None):
        found = read(a_sheet(("Họ", head, "Tên", "Mã số BHXH"), ("Trần", "Thị Thu", "Mai", "3112345678")))
        assert "INTAKE-NAME-PART-UNREAD" in codes(found.problems)
        assert [one.record.name for one in found.people] == [None]


def test_a_bare_number_is_the_social_number_where_its_cells_say_so() -> None:
    heads = ("Họ và tên", "Ngày sinh", "Mã số", "Số CCCD", "Chưa khớp vì")
    table = the_table(heads, ("Trần Thị Mai", "12/03/1990", "3112345678", "031190004321", "Sai họ tên"))
    assert keys(table)[2:] == ["person.social_number", "person.citizen_id", "person.mismatch"]
    assert "Mã số" in the_table(heads, ("Trần Thị Mai", "12/03/1990", "NV01", "031190004321")).unread
    card = ("Họ và tên", "Mã thẻ BHYT", "Mã số")
    assert keys(the_table(card, ("Trần Thị Mai", "DN4310112345678", 112345678)))[2] == "person.social_number"


def test_english_heads_and_words_are_understood() -> None:
    heads = ("No", "Unit code", "Full name", "DOB", "Sex", "Social insurance no.", "ID card no.", "Status")
    rows = [(at, "AB0001C", *PERSON, "3112345678", "031190004321", said) for at, said in enumerate(
        ("Matched", "Name mismatch", "No ID", "OK"), 1)]  # fmt: skip
    assert matchings(heads, *rows) == [
        Matching.MATCHED, Matching.MISMATCHED, Matching.NO_NUMBER, Matching.MATCHED,
    ]  # fmt: skip


def test_a_list_without_numbers_and_unread_citizen_numbers_are_told() -> None:
    _, problems = find(a_sheet(("Họ và tên", "Ngày sinh", "Abc"), ("Trần Thị Mai", "1990", "031190004321")))
    assert {"INTAKE-NO-NUMBERS", "INTAKE-CITIZENS-UNREAD"} <= set(codes(problems))


def test_a_unit_merged_down_holds_for_all_rows_it_covers() -> None:
    heads = ("Đơn vị", "Họ và tên", "Ngày sinh", "Mã số BHXH", "Đối tượng")
    rows = [
        ("Công ty A" if at == 0 else None, "Trần Thị Mai", "1990", f"311234567{at}", None) for at in range(4)
    ]
    table = the_table(heads, *rows, merged=[(1, 0, 3, 0)])
    assert [row.cells.get("list.unit_name") for row in table.rows] == ["Công ty A"] * 3 + [None]


def test_a_name_merged_down_is_nobody_elses() -> None:
    heads = ("Họ và tên", "Ngày sinh", "Mã số BHXH")
    rows = (("Trần Thị Mai", "1990", "3112345678"), (None, "1991", "3112345679"))
    table = the_table(heads, *rows, merged=[(1, 0, 2, 0)])
    assert [row.cells.get("person.name") for row in table.rows] == ["Trần Thị Mai", None]


def test_a_line_with_name_and_code_tells_the_unit() -> None:
    heads, row = HEADS[1:], a_row()[1:]
    tables, _ = find(
        a_sheet(("1. Công ty Bình Minh - AB0001C",), heads, row, ("2. Trường Hoa Sen (AB0002D)",), heads, row)
    )
    told = [(table.lines.get("unit.name"), table.lines.get("unit.code")) for table in tables]
    assert told == [("Công ty Bình Minh", "AB0001C"), ("Trường Hoa Sen", "AB0002D")]


def test_a_total_in_the_unit_column_is_no_person() -> None:
    heads = ("Mã đơn vị", "Tên đơn vị", "Họ và tên", "Mã số BHXH")
    table = the_table(heads, ("AB0001C", "A", "Trần Thị Mai", "3112345678"), (None, "Tổng cộng:", "24 người"))
    assert (len(table.rows), table.skipped) == (1, 1)


def test_what_the_population_database_says_is_passed_over_beside_the_record() -> None:
    group = ("Thông tin trên CSDL BHXH", None, "Thông tin trên CSDL dân cư", None, "Kết quả")
    heads = ("Họ tên", "Số CCCD", "Họ tên", "Số CCCD", None)
    row = ("Trần Thị Mai", "031190004321", "Trần Thị May", "031190004322", "Chưa khớp")
    ((table,), problems) = find(a_sheet(group, heads, row, merged=[(0, 0, 0, 1), (0, 2, 0, 3)]))
    assert [(c.key, c.position) for c in table.columns] == [
        ("person.name", 0), ("person.citizen_id", 1), ("list.verification", 4),
    ]  # fmt: skip
    assert [(p.code, p.severity) for p in problems] == [("INTAKE-COLUMNS-OF-POPULATION", Severity.INFO)]


def test_marks_mean_what_their_head_says_and_nothing_under_a_bare_one() -> None:
    rows = [a_row("031190004321", mark) for mark in ("x", "1", "0")]
    assert matchings((*HEADS, "Khớp"), *rows) == [Matching.MATCHED, Matching.MATCHED, Matching.MISMATCHED]
    coded = matchings((*HEADS, "Kết quả (1: khớp, 0: chưa khớp)"), *rows[1:])
    assert coded == [Matching.MATCHED, Matching.MISMATCHED]
    found = read(a_sheet((*HEADS, "Kết quả"), *rows))
    assert {one.record.standing.matching for one in found.people} == {Matching.UNCHECKED}
    assert codes(found.problems).count("PEOPLE-STANDING-UNKNOWN") == 3


def test_days_as_excel_prints_them_in_vietnamese_are_read() -> None:
    for birth in ("12-thg 3-90", "12-thg 3-1990"):
        (one,) = read(a_sheet(HEADS, a_row(birth=birth))).people
        assert one.record.birth
        assert str(one.record.birth.value) == "1990-03-12"


def test_a_telephone_number_or_a_missing_digit_among_citizen_numbers_is_said_so() -> None:
    for number, code in (
        ("0912345678", "PEOPLE-ZEROS-IS-PHONE"),
        ("03119000432", "PEOPLE-ZEROS-DIGIT-MISSING"),
    ):
        found = codes(read(a_sheet(HEADS, a_row(number))).problems)
        assert code in found
        assert "PEOPLE-PERHAPS" not in found


def test_an_empty_number_is_no_number_and_other_persons_without_outcome_are_counted_once() -> None:
    found = read(a_sheet(HEADS, a_row(None), a_row("031190004321"), a_row("031190004322")))
    first, *others = [one.record.standing for one in found.people]
    assert (first.matching, first.reasons) == (Matching.NO_NUMBER, ("NO_ID",))
    assert {one.matching for one in others} == {Matching.UNCHECKED}
    (told,) = [p for p in found.problems if p.code == "PEOPLE-UNCHECKED"]
    assert (told.params["count"], told.severity) == (2, Severity.WARNING)
