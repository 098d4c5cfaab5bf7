"""Heads of lists of any make: understood by names, groups and neighbours; what is not clear is told, not guessed."""

from __future__ import annotations

import pytest

from engine.errors import Severity
from engine.model.link import ROW_HEAD
from engine.workbook.values import CellValue

from .sheets_by_hand import NUMBERED, Row, a_sheet, codes, find, keys, keys_of, the_table


@pytest.mark.parametrize(
    ("head", "key"),
    [
        ("Mã số BHXH", "person.social_number"),
        ("Số sổ BHXH", "person.social_number"),
        ("MaSoBHXH", "person.social_number"),
        ("Mã số\nBHXH", "person.social_number"),
        ("(2) Mã số BHXH", "person.social_number"),
        ("Số CCCD", "person.citizen_id"),
        ("ĐDCN/CCCD", "person.citizen_id"),
        ("Số CMND", "person.citizen_id"),
        ("CCCD hoặc hộ chiếu", "person.citizen_id"),
        ("Số định danh cá nhân (12 số)", "person.citizen_id"),
        ("SO CCCD/CMND/HO CHIEU", "person.citizen_id"),
        ("Căn cước công dân", "person.citizen_id"),
        ("[03] Ngày sinh", "person.birth_date"),
        ("Năm sinh", "person.birth_date"),
        ("NTNS", "person.birth_date"),
        ("Ngày, tháng, năm sinh (dd/mm/yyyy)", "person.birth_date"),
        ("NGAY SINH", "person.birth_date"),
        ("GT", "person.gender"),
        ("Phái", "person.gender"),
        ("Nam/Nữ", "person.gender"),
        ("Mã đơn vị", "list.unit_code"),
        ("Đơn vị", "list.unit_name"),
        ("Ten DV", "list.unit_name"),
        ("Kết quả xác thực", "list.verification"),
        ("Tình trạng khớp", "list.verification"),
        ("Lý do không khớp", "person.mismatch"),
        ("Lỗi", "person.mismatch"),
        ("Ghi chu", "row.note"),
        ("SĐT", "person.phone"),
        ("ĐTDĐ", "person.phone"),
        ("E-mail", "person.email"),
        ("Cài đặt VssID", "person.vssid"),
        ("Email (Đã có/Chưa)", "person.email_status"),
        ("Mã thẻ BHYT", "person.card_number"),
        ("Nơi ĐK KCB", "person.hospital"),
        ("HKTT", "person.address"),
        ("Nhóm đối tượng", "list.group"),
        ("Loại ngày sinh", "list.birth_precision"),
        ("Số hộ chiếu", "list.passport"),
        ("Mức lương (đồng)", "salary.amount"),
        (ROW_HEAD, "list.link"),
        ("TuThang", "insurance.from"),
        ("Dienthoai_LH", "person.phone"),
        ("Số CCCD mới", "new.citizen_id"),
        ("Ngày sinh kê khai lại", "new.birth_date"),
        ("Số CCCD (bổ sung)", "new.citizen_id"),
    ],
)
def test_a_head_is_known_under_the_names_in_use(head: str, key: str) -> None:
    assert keys_of("STT", "Họ và tên", head) == ["row.number", "person.name", key]


def garbled(text: str) -> str:
    """UTF-8 that a program read as cp1252, as Windows does it."""
    return "".join(
        bytes([byte]).decode("cp1252" if byte not in b"\x81\x8d\x8f\x90\x9d" else "latin-1")
        for byte in text.encode()
    )


@pytest.mark.parametrize(
    "heads",
    [
        ("Sè TT", "Hä vµ tªn", "Ngµy sinh", "Sè sæ BHXH", "Giíi tÝnh"),
        ("STT", "Hoï vaø teân", "Ngaøy sinh", "Soá soå BHXH", "Giôùi tính"),
        ("STT", "HoTen", "NgaySinh", "MasoBHXH", "GioiTinh"),
        tuple(map(garbled, ("STT", "Họ và tên", "Ngày sinh", "Mã số BHXH", "Giới tính"))),
    ],
    ids=["TCVN3", "VNI", "machine names", "UTF-8 as cp1252"],
)
def test_old_fonts_and_machine_names_are_read(heads: tuple[str, ...]) -> None:
    wanted = ["row.number", "person.name", "person.birth_date", "person.social_number", "person.gender"]
    assert keys_of(*heads) == wanted


def test_capitals_of_a_font_for_capitals_are_read_by_the_font() -> None:
    heads = ("stt", "hä vµ tªn", "sè sæ bhxh")
    fonts = {(0, column): ".VnTimeH" for column in range(3)}
    ((table,), _) = find(a_sheet(heads, ("1", "Nguyễn Văn An", "3112345678"), fonts=fonts))
    assert keys(table) == ["row.number", "person.name", "person.social_number"]


def test_typing_errors_are_understood_and_told() -> None:
    heads = ("STT", "Họ và tênn", "Ngy sinh", "Mã s BHXH", "Gới tính")
    ((table,), problems) = find(a_sheet(heads, (1, "Nguyễn Văn An", "1990", "3112345678", "Nam")))
    assert [(c.key, c.how) for c in table.columns[1:]] == [
        ("person.name", "near"),
        ("person.birth_date", "near"),
        ("person.social_number", "near"),
        ("person.gender", "near"),
    ]
    assert codes(problems) == ["INTAKE-HEAD-NEAR"] * 4


@pytest.mark.parametrize(
    "head", ["Mã số BHTN", "Số CCCD của bố", "Họ tên mẹ", "Số con", "Ngày vào làm", "Số nhà máy"]
)
def test_what_is_only_like_a_name_is_not_taken_for_it(head: str) -> None:
    heads = ("STT", "Họ và tên", head, "Mã số BHXH")
    ((table,), problems) = find(a_sheet(heads, (1, "Nguyễn Văn An", "abc", "3112345678")))
    assert keys(table) == ["row.number", "person.name", "person.social_number"]
    assert table.unread == (head,)
    assert codes(problems) == ["INTAKE-HEADS-UNREAD"]


def test_signatures_and_dates_of_cards_are_known_and_hold_nothing() -> None:
    ((table,), problems) = find(
        a_sheet(("Họ và tên", "Số CCCD", "Ngày cấp", "Ký tên"), ("An Văn B", "1", "2", "x"))
    )
    assert keys(table) == ["person.name", "person.citizen_id"]
    assert (table.unread, problems) == ((), ())


def test_cmnd_is_the_old_cards_only_beside_a_column_of_cccd() -> None:
    assert keys_of("Họ tên", "Số CMND") == ["person.name", "person.citizen_id"]
    assert keys_of("Họ tên", "Số CMND", "Số CCCD") == ["person.name", "list.old_card", "person.citizen_id"]


def test_a_year_of_birth_stands_for_the_date_only_alone() -> None:
    assert keys_of("Họ tên", "Năm sinh") == ["person.name", "person.birth_date"]
    assert keys_of("Năm sinh", "Họ tên", "Ngày sinh") == [
        "list.birth_year",
        "person.name",
        "person.birth_date",
    ]
    wanted = ["person.name", "list.birth_day", "list.birth_month", "list.birth_year"]
    assert keys_of("Họ tên", "Ngày sinh", "Tháng sinh", "Năm sinh") == wanted


@pytest.mark.parametrize("accents", [True, False])
def test_split_dates_and_marks_of_gender_are_told_by_their_groups(accents: bool) -> None:
    upper: list[CellValue] = ["STT", "Họ và tên", "Ngày sinh", None, None, "Giới tính", None, "Số CCCD"]
    lower: list[CellValue] = [None, None, "Ngày", "Tháng", "Năm", "Nam", "Nữ", None]
    if not accents:
        upper = ["STT", "Ho va ten", "Ngay sinh", None, None, "Gioi tinh", None, "So CCCD"]
        lower = [None, None, "Ngay", "Thang", "Nam", "Nam", "Nu", None]
    table = the_table(upper, lower, (1, "Nguyễn Văn An", 1, 2, 1990, "x", None, NUMBERED[0]))
    assert keys(table) == [
        "row.number",
        "person.name",
        "list.birth_day",
        "list.birth_month",
        "list.birth_year",
        "list.male",
        "list.female",
        "person.citizen_id",
    ]


def test_surnames_and_given_names_may_have_a_head_each_or_one_for_both() -> None:
    assert keys_of("Họ và tên đệm", "Tên", "CCCD") == ["list.surname", "list.given_name", "person.citizen_id"]
    assert keys_of("Tên", "CCCD") == ["person.name", "person.citizen_id"]
    rows = (("STT", "Họ và tên", None, "CCCD"), (1, "Nguyễn Văn", "An", NUMBERED[0]))
    table = the_table(*rows, merged=[(0, 1, 0, 2)])
    assert keys(table) == ["row.number", "list.surname", "list.given_name", "person.citizen_id"]


def test_a_given_name_without_a_head_is_told_by_its_column() -> None:
    given = ("An", "Bình", "Châu", "Dung", "Giang", "Hà")
    rows = [(at, "Nguyễn Văn", name, NUMBERED[at]) for at, name in enumerate(given)]
    ((table,), problems) = find(a_sheet(("STT", "Họ và tên", None, "CCCD"), *rows))
    assert keys(table)[1:3] == ["list.surname", "list.given_name"]
    assert codes(problems) == ["INTAKE-COLUMN-BY-CONTENT"]
    genders = [(at, "Nguyễn Văn An", "Nam", NUMBERED[at]) for at in range(6)]
    ((table,), _) = find(a_sheet(("STT", "Họ và tên", None, "CCCD"), *genders))
    assert keys(table) == ["row.number", "person.name", "person.citizen_id"]


def test_old_and_new_values_below_one_name_are_kept_apart() -> None:
    table = the_table(
        ("STT", "Họ và tên", "Số CCCD", None, "Ngày sinh", None),
        (None, None, "Cũ", "Mới", "Cũ", "Mới"),
        (1, "Nguyễn Văn An", "1", "2", "1990", "1991"),
    )
    assert keys(table) == [
        "row.number",
        "person.name",
        "person.citizen_id",
        "new.citizen_id",
        "person.birth_date",
        "new.birth_date",
    ]


def test_what_is_declared_anew_is_never_read_as_on_record() -> None:
    table = the_table(
        ("STT", "Họ và tên", "Thông tin đề nghị điều chỉnh", None, None),
        (None, None, "Số CCCD", "Địa chỉ", "Ngày sinh"),
        (1, "Nguyễn Văn An", NUMBERED[0], "Kiến An", "1990"),
    )
    assert keys(table) == ["row.number", "person.name", "new.citizen_id", "new.birth_date"]
    assert table.unread == ("Thông tin đề nghị điều chỉnh / Địa chỉ",)


def test_two_columns_of_one_name_that_differ_are_told_and_neither_is_read() -> None:
    heads = ("STT", "Họ và tên", "Số CCCD", "Họ tên", "Số CCCD")
    (tables, problems) = find(a_sheet(heads, (1, "Nguyễn Văn An", NUMBERED[0], "Nguyễn An", NUMBERED[1])))
    assert tables == ()
    told = [p for p in problems if p.code == "INTAKE-COLUMN-TWICE"]
    assert [(p.where.cell, p.params["cells"], p.severity) for p in told] == [
        ("B1", "D1", Severity.ERROR),
        ("C1", "E1", Severity.ERROR),
    ]


def test_of_two_columns_of_one_name_an_empty_one_does_no_harm() -> None:
    ((table,), problems) = find(a_sheet(("Họ tên", "CCCD", "Số CCCD"), ("An Văn B", None, NUMBERED[0])))
    assert [(c.key, c.position) for c in table.columns] == [("person.name", 0), ("person.citizen_id", 2)]
    assert problems == ()


def test_a_column_that_repeats_another_is_told() -> None:
    ((table,), problems) = find(
        a_sheet(("Họ tên", "CCCD", "Số CCCD"), ("An Văn B", NUMBERED[0], NUMBERED[0]))
    )
    assert keys(table) == ["person.name", "person.citizen_id"]
    assert codes(problems)[:1] == ["INTAKE-COLUMN-REPEATED"]


def test_a_head_with_several_meanings_is_told_and_not_read() -> None:
    heads = ("Họ tên", "CCCD", "Ngày bắt đầu")
    ((table,), problems) = find(a_sheet(heads, ("An Văn B", NUMBERED[0], "01/2020")))
    assert keys(table) == ["person.name", "person.citizen_id"]
    assert codes(problems)[0] == "INTAKE-COLUMN-DOUBTFUL"
    assert problems[0].where.cell == "C1"


def test_a_column_of_identifiers_without_a_known_head_is_a_hint_where_nothing_else_claims_them() -> None:
    rows = [(f"Nguyễn Văn {at}", number) for at, number in enumerate(NUMBERED)]
    ((table,), problems) = find(a_sheet(("Họ và tên", "Ghi chú", "Mã ABC"), *[(n, "x", i) for n, i in rows]))
    assert [(c.key, c.how) for c in table.columns][-1] == ("person.citizen_id", "content")
    assert codes(problems) == ["INTAKE-COLUMN-BY-CONTENT"]
    ((table,), _) = find(a_sheet(("Họ và tên", "Ghi chú", "Số của mẹ"), *[(n, "x", i) for n, i in rows]))
    assert keys(table) == ["person.name", "row.note"]


def test_labels_over_machine_names_are_one_head() -> None:
    table = the_table(
        ("Những cột màu xanh đậm là bắt buộc phải nhập",),
        (
            "STT",
            "Họ tên",
            "Mã số BHXH",
            "Phương án",
            "Tên phương án",
            "Chức vụ",
            "Ngày sinh",
            "Xã - Khai sinh",
        ),
        ("STT", "HoTen", "MasoBHXH", "PA", "TenPhuongAn", "ChucVu", "NgaySinh", "TenXa"),
        (1, "Nguyễn Văn An", "3112345678", "CD", "Điều chỉnh", "Thợ", "1990", "Phù Liễn"),
    )
    assert keys(table) == [
        "row.number",
        "person.name",
        "person.social_number",
        "row.movement",
        "person.job",
        "person.birth_date",
        "person.birth_commune",
    ]
    assert [row.row for row in table.rows] == [3]


def test_labels_are_told_with_their_groups() -> None:
    table = the_table(
        ("STT", "Họ và tên", "Tiền lương", None),
        (None, None, "Hệ số/Mức lương", "Phụ cấp\nlương"),
        (1, "Nguyễn Văn An", 5000000, 1),
    )
    assert [column.label for column in table.columns][2:] == [
        "Tiền lương / Hệ số/Mức lương",
        "Tiền lương / Phụ cấp lương",
    ]


def test_heads_full_of_slips_and_heads_with_one_known_name_are_found_when_nothing_else_is() -> None:
    assert keys_of("Hov à tênn", "Sốs CCCD", "Ngàyy sinh") == [
        "person.name",
        "person.citizen_id",
        "person.birth_date",
    ]
    rows = [(f"Nguyễn Văn {at}", number) for at, number in enumerate(NUMBERED)]
    assert keys(the_table(("Họ tên", "x"), *rows)) == ["person.name", "person.citizen_id"]


@pytest.mark.parametrize(
    "title",
    [
        "DANH SÁCH ĐIỀU CHỈNH SỐ CCCD",
        "Cập nhật, bổ sung số CCCD tháng mười",
        "Thông tin bổ sung cho đợt rà soát",
    ],
)
def test_a_title_just_above_the_heads_is_no_group_head(title: str) -> None:
    rows: list[Row] = [
        (None, title),
        ("STT", "Họ và tên", "Số CCCD", "Ngày sinh"),
        (1, "An Văn B", NUMBERED[0], 1990),
    ]
    wanted = ["row.number", "person.name", "person.citizen_id", "person.birth_date"]
    assert keys(the_table(*rows)) == wanted
    assert keys(the_table(*rows, merged=[(0, 1, 0, 2)])) == wanted


def test_cells_that_read_like_heads_make_no_head_of_a_persons_row() -> None:
    heads = ("Họ và tên", "Giới tính", "Lý do", "Sai ở")
    table = the_table(
        heads, ("Nguyễn Văn An", "Nam", "Họ và tên", "Số CCCD"), ("Lê Bình", "Nữ", "Ngày sinh", "Giới tính")
    )
    assert len(table.rows) == 2


def test_years_below_nam_and_nu_are_columns_of_each_gender() -> None:
    for heads in (("Họ và tên", "Năm sinh", None), ("Ho va ten", "Nam sinh", None)):
        lower = (None, "Nam", "Nữ") if heads[0] == "Họ và tên" else (None, "Nam", "Nu")
        assert keys(the_table(heads, lower, ("Nguyễn Văn An", 1990, None))) == [
            "person.name",
            "list.male",
            "list.female",
        ]


def test_an_empty_form_is_told() -> None:
    _, problems = find(a_sheet(("Họ và tên", "Số CCCD"), (), ("Người lập",)))
    assert codes(problems) == ["INTAKE-NO-ROWS"]
