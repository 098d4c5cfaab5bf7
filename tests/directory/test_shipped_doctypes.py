"""The 29 document types of NĐ 30/2020/NĐ-CP, Điều 7, with the abbreviations of Phụ lục III."""

from __future__ import annotations

from engine.spec.library import Library
from tests.directory.conftest import SPECS

ABBREVIATIONS = {
    "nghi-quyet": "NQ", "quyet-dinh": "QĐ", "chi-thi": "CT", "quy-che": "QC", "quy-dinh": "QyĐ",
    "thong-cao": "TC", "thong-bao": "TB", "huong-dan": "HD", "chuong-trinh": "CTr",
    "ke-hoach": "KH", "phuong-an": "PA", "de-an": "ĐA", "du-an": "DA", "bao-cao": "BC",
    "bien-ban": "BB", "to-trinh": "TTr", "hop-dong": "HĐ", "cong-van": None, "cong-dien": "CĐ",
    "ban-ghi-nho": "BGN", "ban-thoa-thuan": "BTT", "giay-uy-quyen": "GUQ", "giay-moi": "GM",
    "giay-gioi-thieu": "GGT", "giay-nghi-phep": "GNP", "phieu-gui": "PG", "phieu-chuyen": "PC",
    "phieu-bao": "PB", "thu-cong": None,
}  # fmt: skip


def test_all_twenty_nine_have_the_abbreviation_of_the_decree(library: Library) -> None:
    assert {i: d.abbreviation for i, d in library.doctypes.items()} == ABBREVIATIONS


def test_each_has_a_file_named_after_it() -> None:
    names = {p.stem for p in (SPECS / "doctypes").glob("*.yaml")}
    assert names == {*ABBREVIATIONS, "act-types"}


def test_templates_follow_the_models_of_the_decree(library: Library) -> None:
    shared = {i for i, d in library.doctypes.items() if d.model == "Mẫu 1.4"}
    assert len(shared) == 17
    assert {i for i, d in library.doctypes.items() if d.template == "ten-loai"} == shared
    others = {i: d.template for i, d in library.doctypes.items() if d.template and d.template != "ten-loai"}
    assert others == {"cong-van": "cong-van", "quyet-dinh": "quyet-dinh", "cong-dien": "cong-dien"}


def test_every_template_that_is_named_is_there(library: Library) -> None:
    folder = SPECS.parent / "templates" / "docx"
    named = {d.template for d in library.doctypes.values() if d.template}
    assert {n for n in named if not (folder / f"{n}.docx").is_file()} == set()


def test_only_a_letter_goes_without_its_name_and_says_v_v(library: Library) -> None:
    assert [i for i, d in library.doctypes.items() if not d.shows_name] == ["cong-van"]
    assert [i for i, d in library.doctypes.items() if d.subject_style == "v-v"] == ["cong-van"]


def test_only_letters_and_papers_sent_upward_are_addressed(library: Library) -> None:
    addressed = {i: d.addressed for i, d in library.doctypes.items() if d.addressed != "never"}
    assert addressed == {"cong-van": "always", "to-trinh": "upward", "bao-cao": "upward"}
    assert {i for i, d in library.doctypes.items() if d.copies_line == "Như trên"} == set(addressed)


def test_laws_and_ordinances_are_cited_by_their_names_alone(library: Library) -> None:
    named_only = {i for i, a in library.act_types.items() if a.named_only}
    assert named_only == {"hien-phap", "bo-luat", "luat", "phap-lenh"}
    assert not set(library.act_types) & set(library.doctypes)
