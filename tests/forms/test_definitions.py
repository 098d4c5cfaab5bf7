"""The statutory forms as data: every demanded version is there, to the letter, and goes to whom the letters say."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from engine.model.dates import PartialDate
from engine.model.form import FormSheet, FormVersion, Situation, Verification, labels_by_key
from engine.model.form_heads import head_cells
from engine.model.form_keys import KEYS
from engine.model.form_places import sourced_of
from engine.spec.library import Library, load_library, yaml_files
from tests.forms import printed

SPECS = Path(__file__).parents[2] / "specs"
OCTOBER_2022 = PartialDate.parse("2022-10-03")


@pytest.fixture(scope="module")
def library() -> Library:
    library, problems = load_library(SPECS, folders=frozenset({"forms"}))
    assert problems == ()
    return library


def named(library: Library, name: str) -> FormVersion:
    form, version = name.split("@")
    (found,) = (f for f in library.forms if (f.form, f.version) == (form, version))
    return found


def as_printed(sheet: FormSheet) -> list[tuple[str, str]]:
    return [(field.number or "-", field.heading) for field in sheet.fields]


def copied(text: str) -> list[tuple[str, str]]:
    rows = (line.partition(" | ") for line in text.strip().splitlines())
    return [(number, label) for number, _, label in rows]


@pytest.mark.parametrize(
    ("name", "text", "count"),
    [
        ("d02-lt@1040-2020", printed.D02_LT_1040, 27),
        ("d02-lt@366-2026", printed.D02_LT_366, 19),
        ("d02-ts@595-2017", printed.D02_TS_595, 13),
        ("d03-ts@490-2023", printed.D03_TS_490, 17),
        ("d01-ts@595-2017", printed.D01_TS_595, 10),
        ("tk1-ts@505-2020", printed.TK1_TS_505, 34),
        ("mau-01@kien-an-2022", printed.MAU_01, 11),
        ("mau-02@kien-an-2022", printed.MAU_02, 17),
    ],
)
def test_every_column_and_box_is_as_on_paper(library: Library, name: str, text: str, count: int) -> None:
    assert as_printed(named(library, name)) == copied(text)
    assert len(copied(text)) == count


@pytest.mark.parametrize("version", ["505-2020", "490-2023"])
def test_the_household_annex_goes_with_the_declaration(library: Library, version: str) -> None:
    (annex,) = named(library, f"tk1-ts@{version}").annexes
    assert annex.page.orientation == "landscape"
    assert "no-social-number" in annex.when
    labels = [(c.number or "-", c.heading) for c in annex.columns]
    later = printed.HOUSEHOLD_505.replace("Số CMND/CCCD/Hộ chiếu", "Số CCCD/ĐDCN/Hộ chiếu")
    assert labels == copied(printed.HOUSEHOLD_505 if version == "505-2020" else later)
    assert [b.label for b in annex.parts[0].boxes[:2]] == [
        "Họ và tên chủ hộ",
        "Số sổ hộ khẩu (Số sổ tạm trú)",
    ]


def test_the_declaration_of_490_speaks_of_the_new_identity_number(library: Library) -> None:
    older, newer = (named(library, f"tk1-ts@{v}") for v in ("505-2020", "490-2023"))
    changed = [
        (old[0], old[1], new[1])
        for old, new in zip(as_printed(older), as_printed(newer), strict=True)
        if old != new
    ]
    both = ("Số CMND/CCCD/Hộ chiếu", "Số CCCD/ĐDCN/Hộ chiếu")
    assert changed == [("[06]", *both), ("[14.5]", *both)]


def test_the_list_of_505_has_no_collector_and_is_not_sure(library: Library) -> None:
    older, newer = (named(library, f"d03-ts@{v}") for v in ("505-2020", "490-2023"))
    assert {f.key for f in newer.columns} - {f.key for f in older.columns} == {"collector.code"}
    assert not any(f.sure for f in older.columns)


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("d02-lt@1040-2020", [*map(str, range(1, 28))]),
        ("d02-lt@366-2026", [f"({n})" for n in range(1, 20)]),
        ("d02-ts@595-2017", ["A", "B", *map(str, range(1, 12))]),
        ("d03-ts@490-2023", ["A", "B", *map(str, range(1, 16))]),
        ("d03-ts@505-2020", ["A", "B", *map(str, range(1, 15))]),
        ("d01-ts@595-2017", [f"({n})" for n in range(1, 10)]),
    ],
)
def test_the_numbers_of_columns_run_as_printed(library: Library, name: str, numbers: list[str]) -> None:
    assert [c.number for c in named(library, name).columns if c.number] == numbers


def test_the_main_boxes_of_the_declaration_run_from_01_to_19(library: Library) -> None:
    form = named(library, "tk1-ts@505-2020")
    main = [f.number for f in form.fields if f.number and "." not in f.number]
    assert main == [f"[{n:02}]" for n in range(1, 20)]
    assert [part.applies for part in form.parts] == ["no-social-number", "has-social-number"]


def test_heads_are_merged_as_on_the_printed_list(library: Library) -> None:
    cells = {(c.text, c.column): c for c in head_cells(named(library, "d02-lt@1040-2020").columns)}
    assert cells["Tiền lương", 11][:4] == (0, 11, 1, 6)
    assert cells["Phụ cấp", 12][:4] == (1, 12, 1, 5)
    assert cells["Hệ số/Mức lương", 11][:4] == (1, 11, 2, 1)
    assert cells["STT", 0][:4] == (0, 0, 3, 1)
    covered = [
        (c.row + r, c.column + k) for c in cells.values() for r in range(c.rows) for k in range(c.columns)
    ]
    assert sorted(covered) == [(row, column) for row in range(3) for column in range(27)]


def test_forms_carry_their_code_title_and_signatures(library: Library) -> None:
    form = named(library, "d02-lt@1040-2020")
    assert [line.text for line in form.box] == [
        "Mẫu D02-LT",
        "(Ban hành kèm theo Quyết định số 1040/QĐ-BHXH ngày 18/8/2020 của BHXH Việt Nam)",
    ]
    assert form.left[2].blank == "Mã đơn vị: …; Mã số thuế: …"
    assert form.signatures[0].lines[0].text == "ĐẠI DIỆN ĐƠN VỊ SỬ DỤNG LAO ĐỘNG"
    assert form.rows is not None
    assert [(s.number, s.label, s.total) for s in form.rows.sections] == [
        ("I", "Tăng", "Cộng tăng"), ("II", "Giảm", "Cộng giảm"), ("III", "Khác", None),
    ]  # fmt: skip
    health = named(library, "d03-ts@490-2023")
    assert health.rows is not None
    inner = [(s.number, s.label) for section in health.rows.sections for s in section.sections]
    assert inner == [
        ("I.1", "Người tham gia"), ("I.2", "Tiền lương"), ("II.1", "Người tham gia"), ("II.2", "Tiền lương"),
    ]  # fmt: skip


def test_every_text_is_composed_unicode() -> None:
    for path in yaml_files(SPECS / "forms"):
        text = path.read_text(encoding="utf-8")
        assert unicodedata.is_normalized("NFC", text), path.name


def test_what_is_not_sure_says_where_it_comes_from(library: Library) -> None:
    for form in library.forms:
        silent = [path for path, one in sourced_of(form) if not one.sure and one.source is None]
        assert set(silent) <= {()}, (form.form, form.version)
        assert form.sure or form.source or form.note


def test_what_is_known_of_the_decision_of_2026_is_not_sure(library: Library) -> None:
    for form in (f for f in library.forms if f.version == "366-2026"):
        assert not form.sure
        assert not any(field.sure for field in form.fields)
    assert not named(library, "tk3-ts@366-2026").is_whole


@pytest.mark.parametrize(
    ("form", "day", "version"),
    [
        ("d02-lt", "2022-10-03", "1040-2020"),
        ("d02-lt", "2026-04-28", "1040-2020"),
        ("d02-lt", "2026-04-29", "366-2026"),
        ("d02-lt", "2019-01-01", None),
        ("d02-ts", "2019-01-01", "595-2017"),
        ("d03-ts", "2023-03-27", "505-2020"),
        ("d03-ts", "2023-03-28", "490-2023"),
        ("tk1-ts", "2022-10-03", "505-2020"),
        ("tk1-ts", "2023-04-13", "490-2023"),
        ("tk1-ts", "2018-02-01", "595-2017"),
        ("mau-01", "2022-10-03", "kien-an-2022"),
    ],
)
def test_the_version_in_force_on_the_day_is_chosen(
    library: Library, form: str, day: str, version: str | None
) -> None:
    found = library.form_on(form, PartialDate.parse(day))
    assert (found.version if found else None) == version


def test_a_named_version_has_to_be_in_force_too(library: Library) -> None:
    assert library.form_on("tk1-ts", OCTOBER_2022, "505-2020") is not None
    assert library.form_on("tk1-ts", OCTOBER_2022, "490-2023") is None


@pytest.mark.parametrize(
    ("verification", "employer", "vssid", "forms"),
    [
        ("matched", True, False, ["mau-01"]),
        ("matched", False, True, ["mau-01"]),
        ("unchecked", True, False, []),
        ("mismatched", True, False, ["d02-lt", "mau-02", "tk1-ts"]),
        ("no-number", True, False, ["d02-lt", "mau-02", "tk1-ts"]),
        ("mismatched", False, False, ["d03-ts", "mau-02", "tk1-ts"]),
        ("no-number", False, False, ["d03-ts", "mau-02", "tk1-ts"]),
        ("no-number", True, True, ["mau-02"]),
        ("mismatched", False, True, ["mau-02"]),
    ],
)
def test_a_person_is_given_the_forms_that_the_letter_of_kien_an_says(
    library: Library, verification: Verification, employer: bool, vssid: bool, forms: list[str]
) -> None:
    given = library.forms_for(Situation(verification, employer, vssid), OCTOBER_2022)
    assert [form.form for form in given] == forms


def test_in_2023_the_same_people_are_given_the_newer_versions(library: Library) -> None:
    day = PartialDate.parse("2023-04-13")
    for employer, carrier in ((True, ("d02-lt", "1040-2020")), (False, ("d03-ts", "490-2023"))):
        given = library.forms_for(Situation("mismatched", employer), day)
        shown = [(f.form, f.version) for f in given if not f.local]
        assert shown == [carrier, ("tk1-ts", "490-2023")]


def test_the_printed_misspelling_is_kept_and_others_are_read(library: Library) -> None:
    (column,) = (c for c in named(library, "d03-ts@490-2023").columns if c.number == "2")
    assert column.label == "Số CCCD/CNTND/ĐDCN/hộ chiếu"
    assert "Số CCCD/CMTND/ĐDCN/hộ chiếu" in column.synonyms


def test_names_of_other_versions_lead_to_the_same_key(library: Library) -> None:
    labels = labels_by_key(library.forms)
    assert {"Số CMND/CCCD/Hộ chiếu", "Số CCCD/ĐDCN/Hộ chiếu", "Số CCCD/định danh cá nhân"} <= labels[
        "person.citizen_id"
    ]
    assert "Thông tin người tham gia kê khai lại / Số ĐDCN/CCCD" in labels["new.citizen_id"]
    assert set(labels) <= set(KEYS)


def test_identity_numbers_are_text_wherever_they_are_asked(library: Library) -> None:
    keys = ("citizen_id", "social_number", "card_number")
    fields = [
        field
        for form in library.forms
        for sheet in form.sheets
        for field in sheet.fields
        if field.key and field.key.partition(".")[2] in keys
    ]
    assert len(fields) > 20
    assert {field.type for field in fields} == {"text"}
    assert all(field.identifier for field in fields)
