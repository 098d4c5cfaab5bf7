"""Lists of codes are specs as any other, and the shipped ones hold what forms and offices write."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from engine.messages import describe, hint
from engine.model.codes import CodeList
from engine.spec.kinds import check_file, kind_of
from engine.spec.library import Library, load_library

SHIPPED = Path(__file__).parents[2] / "specs"
ONLY = frozenset({"codes"})
OF_HEADS = ("nhan-cot", "nhom-cot", "dong-danh-sach")
"""Names of columns and rows: one name may mean several things, which groups and neighbours tell apart."""


@pytest.fixture(scope="module")
def shipped() -> dict[str, CodeList]:
    library, problems = load_library(SHIPPED, folders=ONLY)
    assert problems == ()
    return dict(library.codes)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "specs" / "codes").mkdir(parents=True)
    return tmp_path / "specs"


def write(root: Path, name: str, text: str) -> Path:
    path = root / "codes" / name
    path.write_text(text, encoding="utf-8")
    return path


def found(root: Path) -> list[tuple[str, str, str]]:
    problems = load_library(root, folders=ONLY)[1]
    assert all(describe(p) and hint(p) for p in problems)
    return [(p.code, p.where.path, p.suggestion) for p in problems]


def test_a_file_is_known_as_a_list_of_codes(root: Path, tmp_path: Path) -> None:
    text = "id: a\nname: A\ncodes:\n  - {code: '001', name: Một}\n"
    library = Library(root)
    assert kind_of(write(root, "a.yaml", text), library) == "codes"
    elsewhere = tmp_path / "khac.yaml"
    elsewhere.write_text(text, encoding="utf-8")
    assert kind_of(elsewhere, library) == "codes"
    assert check_file(elsewhere, library) == ()


def test_codes_keep_their_zeros(root: Path) -> None:
    write(root, "a.yaml", "id: a\nname: A\ncodes:\n  - {code: 001, name: Một}\n")
    (codes,) = load_library(root, folders=ONLY)[0].codes.values()
    assert [c.code for c in codes.codes] == ["001"]


def test_a_code_that_stands_twice_is_told(root: Path) -> None:
    path = write(root, "a.yaml", "id: a\nname: A\ncodes:\n  - {code: A, name: x}\n  - {code: A, name: y}\n")
    assert [p.code for p in check_file(path, Library(root))] == ["SPEC-CODES-REPEATED"]


def test_two_lists_of_one_name_are_told(root: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        write(root, name, "id: a\nname: A\ncodes:\n  - {code: A, name: x}\n")
    assert found(root) == [("SPEC-CODES-LIST-REPEATED", "id", "")]


def test_codes_and_lists_that_are_not_there_are_told_with_the_likely_one(root: Path) -> None:
    write(root, "a.yaml", "id: phuong-an\nname: A\ncodes:\n  - {code: TM1, name: x}\n")
    write(
        root,
        "b.yaml",
        "id: b\nname: B\nallows_of: phuong-an\ncodes:\n  - {code: '1', name: x, allows: [TM1, TM2]}\n",
    )
    write(root, "c.yaml", "id: c\nname: C\nallows_of: phuong-ann\ncodes:\n  - {code: '1', name: x}\n")
    assert found(root) == [
        ("SPEC-CODES-UNKNOWN", "codes[0].allows[1]", ""),
        ("SPEC-CODES-UNKNOWN-LIST", "allows_of", "phuong-an"),
    ]


def test_a_time_that_runs_backwards_is_told(root: Path) -> None:
    line = "{code: A, name: x, from: 2022-01-01, until: 2021-01-01}"
    write(root, "a.yaml", f"id: a\nname: A\ncodes:\n  - {line}\n")
    assert found(root) == [("SPEC-CODES-PERIOD-BACKWARDS", "codes[0].until", "")]


def test_the_shipped_lists_are_whole(shipped: dict[str, CodeList]) -> None:
    sizes = {name: len(codes.codes) for name, codes in shipped.items()}
    assert sizes["tinh-khai-sinh"] == 63
    assert sizes["dan-toc"] == 56
    assert sizes["quan-he-chu-ho"] == 23
    assert sizes["quoc-tich"] == 249
    assert sizes["phuong-an"] == 27
    assert sizes["dau-so-2018"] == 21
    assert sizes["ly-do-chua-khop"] == 11


def test_every_unsure_list_or_code_says_why(shipped: dict[str, CodeList]) -> None:
    assert all(codes.sure or codes.note for codes in shipped.values())
    assert all(c.note for codes in shipped.values() for c in codes.codes if c.sure is False)
    assert not shipped["doi-tuong-bhyt"].sure
    assert not shipped["ma-so-bhxh"].is_sure("12")
    assert shipped["tinh-khai-sinh"].is_sure("001")


def test_provinces_of_cards_are_not_renamed_by_mergers(shipped: dict[str, CodeList]) -> None:
    provinces = shipped["tinh-khai-sinh"].by_code
    assert provinces["024"].name == "Bắc Giang"
    assert provinces["052"].name == "Bình Định"
    assert all(len(code) == 3 and code.startswith("0") and code > "000" for code in provinces)


def test_each_kind_of_declaration_has_its_codes(shipped: dict[str, CodeList]) -> None:
    kinds = shipped["loai-khai-bao"].by_code
    assert kinds["1"].allows == ("ON", "TC", "TD", "TM", "TH", "TV", "DV", "TL")
    assert "TM" not in kinds["5"].allows
    assert {name for kind in kinds.values() for name in kind.allows} == set(shipped["phuong-an"].by_code)


def test_old_mobile_prefixes_become_known_ones(shipped: dict[str, CodeList]) -> None:
    new = shipped["dau-so-dien-thoai"].by_code
    old = shipped["dau-so-2018"].codes
    assert all(code.becomes in new and new[code.becomes].name == code.name for code in old)
    assert len({code.becomes for code in old}) == len(old)


def test_no_two_codes_of_a_list_are_written_alike(shipped: dict[str, CodeList]) -> None:
    for codes in shipped.values():
        written = [
            text.casefold()
            for code in codes.codes
            for text in {code.name.casefold(), *(s.casefold() for s in code.synonyms)}
        ]
        roles = ("ghi-chu-tra-loi",)  # a word may deny in one place and be a mere filler in another
        if codes.id not in ("dau-so-dien-thoai", "dau-so-2018", "muc-huong-bhyt", *roles, *OF_HEADS):
            assert len(set(written)) == len(written), codes.id


def test_codes_are_used_in_their_time(shipped: dict[str, CodeList]) -> None:
    twelve = shipped["ma-so-bhxh"].by_code["12"]
    assert not twelve.is_used(date(2026, 8, 31))
    assert twelve.is_used(date(2026, 9, 1))
