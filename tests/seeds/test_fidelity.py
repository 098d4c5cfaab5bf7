"""A generated letter says every sentence of its source, in order, and adds none of its own."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from engine.model.directive import Directive
from engine.spec.library import Library
from tests.seeds.issued_letters import one_letter, own_letter, text_of
from tests.seeds.source_letters import (
    LETTERS,
    WHOLE_FILES,
    Comparison,
    bundle,
    compared,
    corrected,
    raw_text,
    sentences,
    source_letter,
)

FURNITURE = (
    r"\./\.",
    r"\(Hình minh họa của bước này không còn trong bản gốc\)",
    r"\(Bản gốc thiếu ở đây: .+\)",
    r"\(Kèm theo Văn bản số …+/…+ ngày …+ tháng …+ năm …+ của …+\)",
)
"""What a letter prints besides its words: an appendix's end and "Kèm theo", what the source lost."""


@pytest.fixture(scope="session")
def printed(directives: dict[str, Directive], library: Library) -> Callable[[str], str]:
    """The text of a seed's generated letter, made once."""
    made: dict[str, str] = {}

    def text(directive_id: str) -> str:
        if directive_id not in made:
            made[directive_id] = text_of(one_letter(directives[directive_id], library))
        return made[directive_id]

    return text


def comparison(directive: Directive, generated: str) -> Comparison:
    words, _ = corrected(source_letter(directive.id).words, directive.source.corrections)
    return compared(sentences(words), generated)


@pytest.mark.parametrize("directive_id", LETTERS)
def test_every_sentence_of_the_source_stands_in_the_letter_in_order(
    directive_id: str, directives: dict[str, Directive], printed: Callable[[str], str],
    record_property: Callable[[str, object], None],
) -> None:  # fmt: skip
    found = comparison(directives[directive_id], printed(directive_id))
    record_property("fidelity", str(found))
    assert found.missing == (), f"{directive_id}: {found}"
    assert found.total >= 15


def test_a_letter_to_one_employer_names_it_and_says_all_the_rest(
    directives: dict[str, Directive], library: Library
) -> None:
    directive = directives["kien-an-2022-dinh-danh"]
    name, content = own_letter(directive, library)
    found = comparison(directive, text_of(content))
    assert found.missing == ("Các đơn vị sử dụng lao động trên địa bàn quận",)
    assert name in found.added


@pytest.mark.parametrize("directive_id", LETTERS)
def test_a_letter_says_nothing_that_its_source_does_not(
    directive_id: str, directives: dict[str, Directive], printed: Callable[[str], str]
) -> None:
    _head, *rest = comparison(directives[directive_id], printed(directive_id)).added
    assert [words for words in rest if not any(re.fullmatch(f, words) for f in FURNITURE)] == []


@pytest.mark.parametrize("directive_id", LETTERS)
def test_the_head_of_the_letter_is_that_of_the_source(
    directive_id: str, directives: dict[str, Directive], printed: Callable[[str], str]
) -> None:
    directive, source = directives[directive_id], source_letter(directive_id)
    head, *_ = comparison(directive, printed(directive_id)).added
    assert head.count("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc") == 1
    assert " ".join(source.agencies) in head
    for number in source.numbers:
        assert re.search(_filled(_mended(number, directive)), head)
    for day in source.dates:
        assert re.search(_filled(day), head)
    assert head.endswith(_mended(source.subject, directive))


def _mended(text: str, directive: Directive) -> str:
    return corrected(text, directive.source.corrections)[0]


def _filled(text: str) -> str:
    """A pattern for the text, in which the number and the day that it leaves blank are filled in."""
    return re.escape(text).replace(r"Số:\ /", r"Số: \d{2,}/").replace(r"ngày\ tháng", r"ngày \d{2} tháng")


@pytest.mark.parametrize("directive_id", LETTERS)
def test_every_correction_mends_something_the_source_says(
    directive_id: str, directives: dict[str, Directive]
) -> None:
    source, corrections = source_letter(directive_id), directives[directive_id].source.corrections
    everything = "\n\n".join((source.words, source.subject, *source.numbers, *source.dates, *source.agencies))
    _, missing = corrected(everything, corrections)
    assert missing == ()
    assert all(c.found != c.mended for c in corrections)


@pytest.mark.parametrize("directive_id", LETTERS)
def test_corrections_never_drop_more_than_a_few_words(
    directive_id: str, directives: dict[str, Directive]
) -> None:
    for correction in directives[directive_id].source.corrections:
        assert len(correction.mended.split()) >= len(correction.found.split()) - 2, correction


def test_the_bundle_is_cut_into_letters_without_loss() -> None:
    bundled = [one for one in LETTERS if one not in WHOLE_FILES]
    assert "".join(raw_text(one) for one in bundled) == bundle().lstrip()


@pytest.mark.parametrize("directive_id", LETTERS)
def test_every_line_of_a_source_is_compared_but_page_numbers_and_the_nations_name(directive_id: str) -> None:
    source = source_letter(directive_id)
    lines = [line for line in raw_text(directive_id).split("\n") if line.strip()]
    heads = (source.numbers, source.dates, source.agencies, source.subject_lines)
    words = [line for line in source.words.split("\n") if line.strip()]
    assert len(lines) == len(words) + sum(map(len, (*heads, source.stamp, source.furniture)))
    nation = {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"}
    assert set(source.furniture) <= nation | ({"2"} if directive_id == "bhxh-vn-2020-vssid" else set())


def test_the_stamp_and_the_routing_grid_are_kept_as_fields(directives: dict[str, Directive]) -> None:
    letter = directives["bhxh-hai-phong-2559-vssid"]
    assert letter.incoming is not None
    agency, received, _forward, _case, _columns, *rows = source_letter(letter.id).stamp
    stamp = letter.incoming.stamp
    assert agency == stamp.agency
    assert received == f"ĐẾN Số: {stamp.number} Ngày: 03/12/2020"
    assert str(stamp.date) == "2020-12-03"
    assert len(rows) == 20
    for row, written in zip(rows, letter.incoming.routing, strict=True):
        assert row.startswith(written.unit)
        assert written.marked == row.endswith("X X")


def test_the_measure_notices_a_lost_a_changed_and_a_moved_sentence() -> None:
    source = ("Một là.", "Hai là;", "Ba là:", "BỐN LÀ")
    assert compared(source, "Một là. Hai là; Ba là: Bốn là").missing == ()
    assert compared(source, "Một là. Ba là: Bốn là").missing == ("Hai là;",)
    assert compared(source, "Một la. Hai là; Ba là: Bốn là").missing == ("Một là.",)
    assert compared(source, "Một là. Ba là: Hai là; Bốn là").missing == ("Ba là:",)
    assert compared(source, "Một là. Hai là; thêm Ba là: Bốn là").added == ("thêm",)
