"""Mistakes in the definition of a form are named in their place, with the remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.messages import describe, hint
from engine.spec.kinds import check_file
from engine.spec.library import Library, load_library

FORM = """\
form: d02-lt
version: 1040-2020
code: D02-LT
name: Danh sách
basis: Quyết định số 1040/QĐ-BHXH
from: 2020-08-18
until: 2026-04-28
sources: {tri-nho: Theo trí nhớ}
box: Mẫu D02-LT
left:
  - "Tên đơn vị: {unit.name}"
  - {text: "Mã đơn vị: {unit.code}", bold: true}
parts:
  - title: Thông tin chung
    boxes:
      - {number: "[09]", label: Nơi đăng ký khai sinh, type: heading}
      - {number: "[09.1]", label: Xã, within: "[09]", key: person.birth_commune}
columns:
  - {number: 1, label: STT, key: row.number, type: ordinal}
  - {number: 2, label: Họ và tên, key: person.name, required: always}
  - {number: 3, label: Chức vụ, groups: [Tiền lương, Phụ cấp], key: salary.position, type: decimal}
  - {number: 4, label: Thâm niên, groups: [Tiền lương, Phụ cấp], key: salary.seniority, type: percent}
  - {number: 5, label: Giới tính, key: person.gender, type: choice, codes: gioi-tinh}
  - {number: 6, label: Ghi chú, key: row.note, sure: false, source: tri-nho}
rows:
  sections:
    - {number: I, label: Tăng, total: Cộng tăng}
signatures:
  - {by: unit, lines: ["{form.place}, ngày {form.day}", Thủ trưởng]}
annexes:
  - {id: ho-gia-dinh, name: Phụ lục, when: no-social-number, columns: [{label: Tên, key: member.name}]}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in {"codes/gioi-tinh.yaml": "id: gioi-tinh\n", "forms/d02.yaml": FORM}.items():
        path = tmp_path / "specs" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "specs"


def loaded(root: Path) -> Library:
    return load_library(root)[0]


def test_a_sound_form_is_read_whole(root: Path) -> None:
    library, problems = load_library(root)
    assert problems == ()
    (form,) = library.forms
    assert form.box[0].text == "Mẫu D02-LT"
    assert form.columns[2].heading == "Tiền lương / Phụ cấp / Chức vụ"
    assert form.annexes[0].when == ("no-social-number",)


@pytest.mark.parametrize(
    ("old", "new", "code", "path", "suggestion"),
    [
        ("number: 4, label", "number: 3, label", "SPEC-FORM-NUMBER-TWICE", "columns[3].number", ""),
        ("key: salary.seniority", "key: salary.position", "SPEC-FORM-KEY-TWICE", "columns[3].key", ""),
        (
            "key: person.name",
            "key: person.citizenid",
            "SPEC-NOT-ALLOWED",
            "columns[1].key",
            "person.citizen_id",
        ),
        ("codes: gioi-tinh", "codes: gioi-tinhh", "SPEC-CODES-UNKNOWN-LIST", "columns[4].codes", "gioi-tinh"),
        (
            "STT, key: row.number",
            "STT, groups: [Tiền lương], key: row.number",
            "SPEC-FORM-GROUP-BROKEN",
            "columns[2].groups",
            "",
        ),
        (
            "Ghi chú, key: row.note",
            "Ghi chú, groups: Tiền lương, key: row.note",
            "SPEC-FORM-GROUP-BROKEN",
            "columns[5].groups",
            "",
        ),
        ("{unit.name}", "{unit.nam}", "SPEC-FORM-LINE-KEY", "left[0]", "unit.name"),
        ("ngày {form.day}", "ngày {form.days}", "SPEC-FORM-LINE-KEY", "signatures[0].lines[0]", "form.day"),
        ('within: "[09]"', 'within: "[09.]"', "SPEC-FORM-NO-SUCH-BOX", "parts[0].boxes[1].within", "[09]"),
        ("source: tri-nho", "source: tri-nhoo", "SPEC-FORM-NO-SOURCE", "columns[5].source", "tri-nho"),
        ("type: heading", "type: text", "SPEC-FORM-FIELD-KEY", "parts[0].boxes[0]", ""),
        (", codes: gioi-tinh", "", "SPEC-FORM-FIELD-CHOICES", "columns[4]", ""),
        ("type: decimal", "type: decimall", "SPEC-NOT-ALLOWED", "columns[2].type", "decimal"),
        ("required: always", "required: adultt", "SPEC-NOT-ALLOWED", "columns[1].required", "adult"),
        (
            "when: no-social-number",
            "when: no-number",
            "SPEC-NOT-ALLOWED",
            "annexes[0].when",
            "no-social-number",
        ),
        ("label: Thâm niên", "lable: Thâm niên", "SPEC-UNKNOWN-KEY", "columns[3].lable", "label"),
        ("until: 2026-04-28", "until: 2019-04-28", "SPEC-FORM-PERIOD-BACKWARDS", "", ""),
    ],
)
def test_a_mistake_in_a_form_is_named_in_its_place(
    root: Path, old: str, new: str, code: str, path: str, suggestion: str
) -> None:
    assert FORM.count(old) == 1, old
    file = root / "forms" / "d02.yaml"
    file.write_text(FORM.replace(old, new), encoding="utf-8")
    problems = check_file(file, loaded(root))
    (problem,) = problems
    assert (problem.code, problem.where.path, problem.suggestion) == (code, path, suggestion)
    assert problem.where.line
    assert problem.code not in describe(problem)
    assert "…" not in describe(problem).replace("{…", "")
    assert hint(problem)


def test_a_doubled_number_tells_the_line_of_the_first(root: Path) -> None:
    file = root / "forms" / "d02.yaml"
    file.write_text(FORM.replace("number: 6", "number: 2"), encoding="utf-8")
    (problem,) = check_file(file, loaded(root))
    assert problem.params["line"] == 20
    assert problem.where.line == 24


def second(root: Path, *changes: tuple[str, str]) -> Path:
    text = FORM
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = root / "forms" / "khac.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_two_versions_are_not_in_force_together(root: Path) -> None:
    file = second(
        root,
        ("1040-2020\ncode", "366-2026\ncode"),
        ("from: 2020-08-18\nuntil: 2026-04-28", "from: 2026-04-28"),
    )
    (problem,) = check_file(file, loaded(root))
    assert (problem.code, problem.where.path) == ("SPEC-FORM-OVERLAP", "from")
    assert "1040-2020" in describe(problem)
    second(
        root,
        ("1040-2020\ncode", "366-2026\ncode"),
        ("from: 2020-08-18\nuntil: 2026-04-28", "from: 2026-04-29"),
    )
    assert check_file(file, loaded(root)) == ()


def test_layouts_of_campaigns_may_be_in_force_together(root: Path) -> None:
    file = second(root, ("1040-2020\ncode", "cam-giang-2023\ncode"), ("until: 2026-04-28", "local: true"))
    assert check_file(file, loaded(root)) == ()


def test_one_version_has_one_file(root: Path) -> None:
    (problem,) = check_file(second(root), loaded(root))
    assert (problem.code, problem.where.path) == ("SPEC-FORM-TWICE", "version")


def test_a_form_outside_the_library_is_checked_as_well(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "moi.yaml"
    file.write_text(FORM.replace("number: 4", "number: 3"), encoding="utf-8")
    (problem,) = check_file(file, loaded(root))
    assert problem.code == "SPEC-FORM-NUMBER-TWICE"
