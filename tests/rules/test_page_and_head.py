"""What the rules of page and head tell: where, how much, and once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.errors import Severity
from engine.word.mends import SetLook, SetSection, SetText
from tests.corpus.samples import SAMPLES
from tests.rules.good_letters import good
from tests.rules.mutants.head import NUMBER, PLACE, STATE, chain, look, shape, swap
from tests.rules.mutation import Docx, broken, findings


def _all(name: str, **form: object) -> bytes:
    def edit(docx: Docx) -> None:
        for paragraph in docx.paragraphs():
            paragraph.look(**form)  # type: ignore[arg-type]

    return broken(good(name), edit)


def test_a_whole_letter_in_another_font_is_one_finding() -> None:
    (found,) = findings(_all("cong-van", font="Arial"), only=["TT-06"])
    assert "phông Arial ở" in found.found.vi
    assert "đoạn" in found.found.vi
    assert {m.font for m in found.mends if isinstance(m, SetLook)} == {"Times New Roman"}


def test_a_whole_letter_in_another_colour_is_one_finding() -> None:
    (found,) = findings(_all("tay", colour="1F3864"), only=["TT-07"])
    assert found.found.vi.startswith("chữ màu 1F3864 ở")


def test_stamps_that_are_red_by_law_are_left_alone() -> None:
    assert findings(good("khan"), only=["TT-07"]) == ()


def test_a_margin_is_told_in_millimetres_and_mended_to_the_nearest_end() -> None:
    data = broken(good("cong-van"), lambda d: d.set_section("pgMar", left=1134))
    (found,) = findings(data)
    assert "lề trái 20 mm, phải là 30–35 mm" in found.found.vi
    assert found.mends == (SetSection(0, left=1701),)
    assert found.clause.endswith("Phụ lục I, I.3")


def test_sections_with_the_same_margin_are_told_once() -> None:
    data = broken(good("cong-van-phu-luc"), lambda d: d.set_section("pgMar", left=1134))
    (found,) = findings(data, only=["TT-04"])
    assert "3 phần trang" in found.found.vi
    assert len(found.mends) == 3


def test_a_national_name_that_wraps_is_a_warning_with_its_width() -> None:
    def narrow(docx: Docx) -> None:
        docx.p(STATE).shape(left=567)

    (found,) = findings(broken(good("cong-van"), narrow), only=["TT-14"])
    assert found.severity is Severity.WARNING
    assert "95,7 mm" in found.found.vi


def test_zeros_and_blanks_of_the_number_are_mended_in_place() -> None:
    data = broken(good("tay"), chain(swap(NUMBER, "05/", "5/"), swap(PLACE, "ngày 05", "ngày 5")))
    found = findings(data)
    assert [f.rule for f in found] == ["TT-23", "TT-28"]
    texts = [m.text for f in found for m in f.mends if isinstance(m, SetText)]
    assert texts == ["05", "05"]


def test_what_is_missing_is_told_by_its_own_rule_only() -> None:
    data = broken(good("cong-van"), lambda d: d.p("V/v").delete())
    (found,) = findings(data)
    assert found.rule == "TT-37"
    assert found.place.paragraph == 0


@pytest.mark.parametrize("size", [12, 13])
def test_sizes_are_mended_as_a_set(size: float) -> None:
    (found,) = findings(broken(good("cong-van"), look(PLACE, size=size)))
    assert [m.size for m in found.mends if isinstance(m, SetLook)] == [14]


def test_a_letter_of_many_pages_needs_page_numbers_and_a_short_one_does_not() -> None:
    def bare(docx: Docx) -> None:
        docx.drop_from_section("headerReference")
        docx.drop_from_section("titlePg")

    def bare_and_long(docx: Docx) -> None:
        bare(docx)
        for _ in range(30):
            docx.p("2. Phòng").copy_after()

    assert findings(broken(good("tay"), bare), only=["TT-09"]) == ()
    assert [f.rule for f in findings(broken(good("tay"), bare_and_long), only=["TT-09"])] == ["TT-09"]


def test_a_finding_says_what_the_law_asks_in_both_languages() -> None:
    (found,) = findings(broken(good("cong-van"), look(PLACE, size=12)))
    for said in (found.found, found.asked, found.mend):
        assert said.vi
        assert said.en
    assert replace(found, mends=()).sort_key()[0] == "thu.docx"


def test_what_cannot_be_told_is_said_and_not_guessed() -> None:
    boxes = next(s for s in SAMPLES if s.name == "dung-khung")
    (found,) = findings(boxes.data(), only=["TT-31"])
    assert found.severity is Severity.INFO
    assert "Không xác định được" in found.found.vi
    centred_with_tab = broken(
        good("cong-van"), chain(shape(NUMBER, align="center"), swap(NUMBER, "Số", "\tSố"))
    )
    assert {f.severity for f in findings(centred_with_tab, only=["TT-22"])} <= {Severity.INFO}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "bảng mã VNI"),
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam, §¶ng bé vµ nh©n d©n", "bảng mã TCVN3"),
        ("Khách sạn Noël và hãng Citroën", ""),
        ("Diện tích 120 m², thương hiệu Vinamilk®, hệ số 0,5·k", ""),
    ],
)
def test_old_encodings_are_known_by_their_letters(text: str, found: str) -> None:
    data = broken(good("cong-van"), lambda d: d.p("2. Phòng").write(text))
    told = [f.found.vi for f in findings(data, only=["TT-08"])]
    assert [found in one for one in told] == [True] * bool(found)
