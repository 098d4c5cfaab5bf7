"""Import workbooks of filing software are specs as any other: their faults stand at their lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.messages import describe, hint
from engine.model.export_layout import ExportLayout, column_number, is_whole_number
from engine.spec.kinds import check_file, kind_of
from engine.spec.library import Library, load_library

SHIPPED = Path(__file__).parents[2] / "specs"
SOUND = """\
id: thu
name: Thử
form: d02-lt
most_rows: 10
sources: {x: Một nguồn}
sheets:
  - name: A
    label_row: 1
    first_row: 2
    columns:
      - {label: Họ tên, key: person.name, source: x}
      - {label: Dân tộc, key: person.ethnicity, at: D, write: code, codes: dan-toc}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "specs" / "exports").mkdir(parents=True)
    (tmp_path / "specs" / "codes").symlink_to(SHIPPED / "codes")
    return tmp_path / "specs"


def found(root: Path, text: str, name: str = "a.yaml") -> list[tuple[str, str, int]]:
    (root / "exports" / name).write_text(text, encoding="utf-8")
    problems = load_library(root, folders=frozenset({"exports"}))[1]
    assert all(describe(p, lang) and hint(p, lang) for p in problems for lang in ("vi", "en"))
    return [(p.code, p.where.path, p.where.line) for p in problems]


def test_a_sound_layout_has_no_problem_in_the_library_and_elsewhere(root: Path, tmp_path: Path) -> None:
    assert found(root, SOUND) == []
    elsewhere = tmp_path / "khac.yaml"
    elsewhere.write_text(SOUND, encoding="utf-8")
    library = Library(root)
    assert kind_of(elsewhere, library) == kind_of(root / "exports" / "a.yaml", library) == "export"
    assert check_file(elsewhere, library) == check_file(root / "exports" / "a.yaml", library) == ()


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("key: person.name", "key: person.nam", ("SPEC-NOT-ALLOWED", "sheets[0].columns[0].key", 11)),
        ("sheets:", "sheets: []\nsource: x\nnote: |", ("SPEC-BLANK", "sheets", 6)),
        ("most_rows", "most_row", ("SPEC-UNKNOWN-KEY", "most_row", 4)),
        ("at: D", "at: A", ("SPEC-EXPORT-COLUMN-ORDER", "sheets[0].columns[1].at", 12)),
        ("label_row: 1", "label_row: 2", ("SPEC-EXPORT-ROWS", "sheets[0].label_row", 8)),
        ("codes: dan-toc", "codes: dan-tocc", ("SPEC-CODES-UNKNOWN-LIST", "sheets[0].columns[1].codes", 12)),
        ("source: x", "source: y", ("SPEC-FORM-NO-SOURCE", "sheets[0].columns[0].source", 11)),
        ("source: x", "constant: x", ("SPEC-EXPORT-CONSTANT-KEY", "sheets[0].columns[0]", 11)),
    ],
)
def test_each_fault_is_told_at_its_line(
    root: Path, old: str, new: str, problem: tuple[str, str, int]
) -> None:
    assert problem in found(root, SOUND.replace(old, new))


def test_two_layouts_or_sheets_of_one_name_are_told(root: Path) -> None:
    found(root, SOUND)
    assert [p[0] for p in found(root, SOUND, "b.yaml")] == ["SPEC-EXPORT-REPEATED"]
    (root / "exports" / "b.yaml").unlink()
    again = SOUND + SOUND[SOUND.index("  - name: A") :].replace("name: A", "name: a")
    assert [p[0] for p in found(root, again)] == ["SPEC-EXPORT-SHEET-TWICE"]


def test_layouts_are_read_only_where_they_are_wanted(root: Path) -> None:
    found(root, SOUND)
    assert load_library(root)[0].exports == {}
    assert set(load_library(root, folders=frozenset({"exports"}))[0].exports) == {"thu"}


def test_the_shipped_layouts_have_the_columns_of_the_software() -> None:
    library, problems = load_library(SHIPPED, folders=frozenset({"exports", "codes"}))
    assert problems == ()
    assert {name: _size(one) for name, one in library.exports.items()} == {
        "vnpt-d02": ("Dữ Liệu", 82, 4),
        "vnpt-d03": ("Dữ Liệu", 73, 4),
        "cong-d02": ("DuLieu", column_number("CK"), 5),
    }
    assert library.exports["cong-d02"].unsure
    assert not library.exports["vnpt-d02"].unsure
    assert all(one.note for one in library.exports.values())


def _size(layout: ExportLayout) -> tuple[str, int, int]:
    sheet = layout.sheets[0]
    return sheet.name, max(place for place, _ in sheet.placed), sheet.first_row


def test_no_identifier_is_written_as_a_number() -> None:
    library, _ = load_library(SHIPPED, folders=frozenset({"exports"}))
    keys = {c.key for one in library.exports.values() for s in one.sheets for c in s.columns if c.number}
    assert keys == {"row.number", "row.kind", "person.gender"}
    assert not any(map(is_whole_number, ("01", "", "1a", "-1", "1.0", "1234567890")))
    assert is_whole_number("0")
