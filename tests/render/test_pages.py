"""What a reader sees on paper: pages made by LibreOffice, measured word by word."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from engine.errors import RenderError, TransientError
from engine.render.letter import render_sources
from engine.render.pdf import convert_to_pdf, font_for_times, office_problems
from tests.render.making import DECISION, OFFICIAL_LETTER, PLAN_TYPE, directive, sources, template

pytestmark = pytest.mark.libreoffice

_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
_MM = 72 / 25.4


@dataclass(frozen=True)
class Word:
    """A word on a page; lengths in mm from the top left."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str


def _sides(match: re.Match[str]) -> tuple[float, float, float, float]:
    left, top, right, bottom = (float(match[n]) / _MM for n in range(1, 5))
    return left, top, right, bottom


def _words(pdf: bytes, folder: Path) -> list[Word]:
    source = folder / "page.pdf"
    source.write_bytes(pdf)
    done = subprocess.run(
        ["pdftotext", "-bbox", str(source), "-"], capture_output=True, text=True, check=True
    )
    pages = done.stdout.split("<page ")[1:]
    return [
        Word(number, *_sides(match), match[5])
        for number, page in enumerate(pages, 1)
        for match in _WORD.finditer(page)
    ]


def _letter(doctype: Any = OFFICIAL_LETTER, number: int | None = 1186, **changes: Any) -> bytes:
    return render_sources(sources(directive(**changes), doctype, number=number), template(doctype.template))


def _seen(tmp_path: Path, data: bytes) -> list[Word]:
    return _words(convert_to_pdf({"a": data})["a"], tmp_path)


def _find(words: list[Word], *phrase: str) -> list[Word]:
    """The words of the first place where the phrase stands."""
    for place in range(len(words)):
        if tuple(w.text for w in words[place : place + len(phrase)]) == phrase:
            return words[place : place + len(phrase)]
    raise AssertionError(f"{phrase} not on the pages")


def test_times_new_roman_is_shown_by_a_font_of_its_widths() -> None:
    assert office_problems() == ()
    assert font_for_times()


@pytest.mark.parametrize("size", [13, 14])
def test_the_heading_stands_as_the_law_draws_it(tmp_path: Path, size: int) -> None:
    words = _seen(tmp_path, _letter(size=size, issuer="bhxh"))
    state = _find(words, *["CỘNG", "HÒA", "XÃ", "HỘI", "CHỦ", "NGHĨA", "VIỆT", "NAM"])
    motto = _find(words, *["Độc", "lập", "-", "Tự", "do", "-", "Hạnh", "phúc"])
    assert max(w.top for w in state) - min(w.top for w in state) < 0.5, "Quốc hiệu is on one line"
    assert state[0].left > 30 + 66
    assert abs((state[0].left + state[-1].right) - (motto[0].left + motto[-1].right)) < 1, (
        "both centred alike"
    )
    number, day = _find(words, "Số:")[0], _find(words, "ngày", "16", "tháng", "7")[0]
    assert abs(number.bottom - day.bottom) < 1.5, "số and date stand on one row"
    subject = _find(words, "V/v")[0]
    assert subject.top > number.bottom
    assert subject.right < 30 + 66


def test_dashes_of_addressees_stand_under_the_colon(tmp_path: Path) -> None:
    words = _seen(tmp_path, _letter())
    label = _find(words, "Kính", "gửi:")[1]
    dashes = [w for w in words if w.text == "-" and label.bottom - 1 < w.top < label.bottom + 14]
    assert len(dashes) == 2
    assert max(abs(d.left - dashes[0].left) for d in dashes) < 0.2
    assert label.right - 3 < dashes[0].left < label.right + 3


def test_later_pages_are_numbered_and_the_first_is_not(tmp_path: Path) -> None:
    appendix = {"id": "a", "title": "Hướng dẫn", "body": [{"text": "\n\n".join(["Mở ứng dụng."] * 60)}]}
    words = _seen(tmp_path, _letter(opening="\n\n".join(["Nội dung."] * 70), appendices=[appendix]))
    numbers = {w.page: w.text for w in words if w.top < 20 and w.text.isdigit()}
    last = max(w.page for w in words)
    first_of_appendix = _find(words, "Phụ", "lục")[0].page
    assert 1 not in numbers
    assert first_of_appendix not in numbers
    assert numbers[2] == "2"
    assert numbers[first_of_appendix + 1] == "2", "an appendix is numbered apart"
    assert last > first_of_appendix
    centre = next(w for w in words if w.top < 20 and w.text == "2")
    assert abs((centre.left + centre.right) / 2 - (30 + 165 / 2)) < 1


def test_the_contact_line_stands_at_the_foot_of_page_one_only(tmp_path: Path) -> None:
    appendix = {"id": "a", "title": "Hướng dẫn", "body": [{"text": "Mở ứng dụng."}]}
    opening = "\n\n".join(["Nội dung."] * 40)
    words = _seen(tmp_path, _letter(footer_contact=True, opening=opening, appendices=[appendix]))
    lines = [w for w in words if w.text.startswith("0225.3872.123")]
    assert [w.page for w in lines] == [1]
    assert lines[0].top > 270


def test_the_signature_never_leaves_its_text_nor_breaks(tmp_path: Path) -> None:
    """For every length of body: title, room and name on one page, with the end of the text above them."""
    lengths = range(1, 61)
    copies = [f"Cơ quan phối hợp thứ {n}" for n in range(10)]
    letters = {
        f"{n:02d}": _letter(
            opening="\n\n".join(f"Dòng số {i}." for i in range(n)),
            tasks=[],
            closing="Kết thúc",
            copies=copies,
        )
        for n in lengths
    }
    for key, pdf in convert_to_pdf(letters).items():
        words = _words(pdf, tmp_path)
        end = _find(words, "Kết", "thúc./.")[0]
        title, name = _find(words, "TM.", "ỦY")[0], _find(words, "Nguyễn", "Mạnh", "Thắng")[0]
        label, filing = _find(words, "Nơi", "nhận:")[0], _find(words, "Lưu:", "VT.")[0]
        assert len({end.page, title.page, name.page, label.page, filing.page}) == 1, f"{key} lines of text"
        assert name.top - title.bottom > 30, "room for signature and seal"
        assert abs(label.top - title.top) < 1.5, "Nơi nhận is level with the authority"
        assert max(w.page for w in words) <= 3, "no empty page follows"


def test_a_long_last_paragraph_follows_the_same_rule(tmp_path: Path) -> None:
    letters = {
        str(n): _letter(
            opening="\n\n".join(["Dòng."] * n), tasks=[], closing="Nội dung kết thúc rất dài, " * 40
        )
        for n in range(4, 26, 3)
    }
    for pdf in convert_to_pdf(letters).values():
        words = _words(pdf, tmp_path)
        assert _find(words, "TM.", "ỦY")[0].page == _find(words, "dài./.")[0].page


@pytest.mark.parametrize("filler", range(14, 22, 2))
def test_an_article_never_leaves_its_title_behind(tmp_path: Path, filler: int) -> None:
    """The last article is tied to the signature; its title goes with it, wherever the page ends."""
    sections = [{"heading": "Một", "tasks": [{"text": "Việc phải làm."}] * filler}]
    sections.append({"heading": "Thi hành", "text": "Chánh Văn phòng chịu trách nhiệm thi hành."})
    spec: dict[str, Any] = {
        "type": "quyet-dinh",
        "tasks": [],
        "opening": None,
        "closing": None,
        "sections": sections,
    }
    words = _seen(tmp_path, _letter(DECISION, **spec))
    title, text = _find(words, "Điều", "2."), _find(words, "Chánh", "Văn", "phòng")
    assert title[0].page == text[0].page


def test_a_landscape_appendix_turns_its_pages_only(tmp_path: Path) -> None:
    rows = [[str(n), "Xã An Thắng", "90%"] for n in range(5)]
    table = {"columns": ["TT", "Đơn vị", "Chỉ tiêu"], "rows": rows}
    appendix = {"id": "a", "title": "Bảng", "landscape": True, "body": [{"table": table}]}
    pdf = convert_to_pdf({"a": _letter(PLAN_TYPE, type="ke-hoach", appendices=[appendix])})["a"]
    source = tmp_path / "a.pdf"
    source.write_bytes(pdf)
    told = subprocess.run(
        ["pdfinfo", "-l", "2", str(source)], capture_output=True, text=True, check=True
    ).stdout
    sizes = re.findall(r"Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)", told)
    assert [float(w) < float(h) for w, h in sizes] == [True, False]


def test_a_document_that_cannot_be_converted_is_named_and_the_others_are_not_lost() -> None:
    with pytest.raises(RenderError) as caught:
        convert_to_pdf({"good": _letter(), "broken": _letter()[:3000]})
    assert caught.value.problems[0].params["documents"] == "broken"


def test_a_conversion_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(TransientError):
        convert_to_pdf({"a": _letter()}, seconds=0.05)
