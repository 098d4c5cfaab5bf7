"""TK1-TS comes out as the official page, prefilled with what is known, and the same bytes whenever it is made."""

from __future__ import annotations

import io
import re
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from engine.forms.box_lines import box_lines
from engine.forms.declaration import make_declaration
from engine.forms.values import Entry, Filling
from engine.model.dates import PartialDate
from engine.model.form import FormVersion
from engine.model.person import Gender, Identifiers, Matching, Person, Standing
from engine.model.provenance import Told
from engine.people.lists import Lists
from engine.render.pdf import convert_to_pdf
from engine.spec.library import load_library
from engine.word.properties import custom_properties
from engine.word.reading import read_word
from engine.word.values import WordFile

LIBRARY = load_library(Path(__file__).parents[2] / "specs", folders=frozenset({"codes", "forms"}))[0]
LISTS = Lists(LIBRARY.codes)
VERSIONS = [form for form in LIBRARY.forms if form.form == "tk1-ts" and form.is_whole]
LINES = {"form.place": "Kiến An", "form.day": "20", "form.month": "10", "form.year": "2022"}
MM = 1440 / 25.4
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

HOA = Person(
    name=Told("Nguyễn Thị Hoà"),
    birth=Told(PartialDate(1985, 3, 7)),
    gender=Told(Gender.FEMALE),
    identifiers=Identifiers(citizen_id=Told("031185000123"), social_number=Told("0109876543")),
    nationality=Told("VN"),
    ethnicity=Told("01"),
    standing=Standing(Matching.MISMATCHED, ("NAME", "NOT_FOUND", "ID_FORMAT")),
)
NEW = Person(
    name=Told("Trần Văn Bé"), birth=Told(PartialDate(2019, 5)), standing=Standing(Matching.NO_NUMBER)
)


def form(version: str) -> FormVersion:
    return next(one for one in VERSIONS if one.version == version)


def made(version: str, *entries: Entry, link: str = "") -> bytes:
    return make_declaration(form(version), Filling(entries, LINES, link), LISTS)


def page(version: str, *entries: Entry) -> WordFile:
    return read_word(made(version, *entries), "x.docx")


def texts(word: WordFile) -> list[str]:
    return [paragraph.text for paragraph in word.paragraphs if not paragraph.is_blank]


def test_every_box_of_the_form_is_printed_in_its_order() -> None:
    for version in VERSIONS:
        text = "\n".join(texts(read_word(make_declaration(version, Filling((Entry(HOA),)), LISTS), "x")))
        at = 0
        for box in (box for part in version.parts for box in part.boxes):
            at = text.index(f"{box.number}. {box.label}" if box.number else f"{box.label}:", at)


def test_the_page_has_the_measures_of_the_printed_form() -> None:
    word = page("505-2020", Entry(HOA))
    sheet = word.sections[0]
    assert [round(one / MM) for one in (sheet.left, sheet.right, sheet.top, sheet.bottom)] == [15, 12, 10, 10]
    first = next(p for p in word.paragraphs if p.text.startswith("[01]"))
    assert [round(stop.at / MM) for stop in first.shape.tabs] == [130, 180]
    assert {run.look.ascii for run in first.runs} == {"Times New Roman"}
    assert {run.look.size for run in first.runs} == {13.0}


def test_what_is_known_is_printed_and_what_is_declared_anew_is_left_blank() -> None:
    lines = texts(page("505-2020", Entry(HOA)))
    assert any("[01]. Họ và tên (viết chữ in hoa): NGUYỄN THỊ HOÀ\t" in line for line in lines)
    assert any("[13]. Mã số BHXH: 0109876543\t" in line for line in lines)
    assert any(line.startswith("[14.5]. Số CMND/CCCD/Hộ chiếu: .....") for line in lines)


def test_the_request_says_once_what_the_comparison_asks_for() -> None:
    lines = texts(page("505-2020", Entry(HOA)))
    assert any("yêu cầu khác: Điều chỉnh họ và tên; Điều chỉnh số ĐDCN/CCCD\t" in line for line in lines)


def test_an_own_request_stands_in_its_place_even_an_empty_one() -> None:
    lines = texts(page("505-2020", Entry(HOA, values={"change.request": ""})))
    assert any(line.startswith("[18]. Nội dung thay đổi, yêu cầu khác: .....") for line in lines)


def test_the_annex_comes_on_its_own_page_only_where_it_is_asked_for() -> None:
    assert len(page("505-2020", Entry(HOA)).sections) == 1
    with_annex = page("505-2020", Entry(NEW), Entry(HOA))
    assert [section.landscape for section in with_annex.sections] == [False, True]
    table = max(with_annex.tables, key=lambda one: one.columns)
    assert (table.columns, table.rows) == (11, 2 + 5)
    assert "Nguyễn Thị Hoà" in texts(with_annex)


def controls(data: bytes) -> list[etree._Element]:
    """The content controls of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return list(etree.fromstring(package.read("word/document.xml")).iter(f"{W}sdt"))


def content(control: etree._Element) -> str:
    return "".join(str(text.text) for text in control.iter(f"{W}t"))


def said(control: etree._Element, name: str) -> str:
    """A property of a control."""
    return next(str(one.get(f"{W}val")) for one in control.iter(f"{W}{name}"))


def test_each_value_stands_in_a_content_control_named_by_its_key() -> None:
    found = controls(made("505-2020", Entry(HOA)))
    by_key = {said(one, "tag"): content(one) for one in found}
    assert by_key["person.social_number"] == "0109876543"
    assert set(by_key) == {box.key for part in form("505-2020").parts for box in part.boxes if box.key}
    assert len({said(one, "id") for one in found}) == len(found)


def test_a_blank_control_is_a_placeholder_that_typing_replaces() -> None:
    for one in controls(made("505-2020", Entry(HOA))):
        is_placeholder = len(list(one.iter(f"{W}showingPlcHdr"))) == 1
        assert is_placeholder == (not content(one).strip("./"))


def test_the_same_filling_gives_the_same_bytes() -> None:
    assert made("490-2023", Entry(HOA), link="a") == made("490-2023", Entry(HOA), link="a")


def test_the_link_is_a_hidden_property() -> None:
    assert custom_properties(made("505-2020", Entry(HOA), link="congvan:1:<&>"), "x") == {
        "congvan": "congvan:1:<&>"
    }


@settings(max_examples=60, deadline=None)
@given(text=st.text(min_size=1, max_size=60))
def test_any_text_makes_a_file_that_can_be_opened(text: str) -> None:
    word = page("505-2020", Entry(HOA, values={"person.hospital": text, "change.request": text * 10}))
    assert any(line.startswith("[17]") for line in texts(word))


def test_the_district_stays_empty_once_there_are_none() -> None:
    entry = Entry(HOA)
    box = next(b for part in form("490-2023").parts for b in part.boxes if b.key == "person.birth_district")
    assert box.empty_from is not None
    late = {**LINES, "form.year": "2025"}
    word = read_word(make_declaration(form("490-2023"), Filling((entry,), late), LISTS), "x")
    assert any(line.startswith("[09.2]. Huyện: .....") for line in texts(word))


def test_lines_never_run_over_the_text_edge() -> None:
    for version in VERSIONS:
        for sheet in version.sheets:
            edge = (210 if sheet.page.orientation == "portrait" else 297) - sheet.page.left - sheet.page.right
            for line in (one for part in sheet.parts for one in box_lines(part.boxes, edge, sheet.page.size)):
                stops = [box.stop for box in line if box.stop]
                assert stops == sorted(stops)
                assert not stops or stops[-1] <= edge
                assert all(box.start < box.stop for box in line if box.stop)


def test_a_declaration_takes_less_than_five_milliseconds() -> None:
    made("505-2020", Entry(HOA))
    times = []
    for _ in range(20):
        before = time.perf_counter()
        made("505-2020", Entry(HOA))
        times.append(time.perf_counter() - before)
    assert min(times) < 0.005


def test_nothing_is_made_of_nothing() -> None:
    with pytest.raises(ValueError, match="nothing to declare"):
        make_declaration(form("505-2020"), Filling(()), LISTS)


@pytest.mark.libreoffice
def test_each_declaration_is_one_page_and_its_annex_another() -> None:
    long = Entry(HOA, values={"change.request": "Bổ sung số ĐDCN/CCCD và điều chỉnh họ tên, ngày sinh " * 4})
    fillings = {"own": (long,), "annex": (Entry(NEW), Entry(HOA))}
    documents = {
        f"{version.version}-{name}": make_declaration(version, Filling(entries, LINES), LISTS)
        for version in VERSIONS
        for name, entries in fillings.items()
    }
    pages = {key: len(re.findall(rb"/Type ?/Page\b", pdf)) for key, pdf in convert_to_pdf(documents).items()}
    for version in VERSIONS:
        assert pages[f"{version.version}-own"] == 1
        assert pages[f"{version.version}-annex"] == 1 + len(version.annexes)
