"""A small file that would swell is refused, or read in little memory and time."""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from engine.errors import InputError
from engine.word.reading import read_word
from engine.word.suspicion import MOST_IN_PARAGRAPH, MOST_PARAGRAPHS, MOST_STYLES
from engine.word.values import WordFile
from tests.word.making import SPACES, body, changed, plain, unzipped

_SECTION = '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr></w:pPr></w:p>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _codes(data: bytes) -> set[str]:
    with pytest.raises(InputError) as caught:
        read_word(data, "thu.docx")
    return {problem.code for problem in caught.value.problems}


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _stored(changes: dict[str, bytes]) -> bytes:
    """The plain letter with these parts, nothing packed: no ratio of packing gives it away."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in (unzipped(plain()) | changes).items():
            archive.writestr(name, content)
    return target.getvalue()


def _with_header(paragraphs: int, sections: int) -> bytes:
    links = unzipped(plain())["word/_rels/document.xml.rels"].decode()
    link = f'<Relationship Id="h1" Type="{_OFFICE}/header" Target="header1.xml"/>'
    header = f"<w:hdr {SPACES}>{'<w:p/>' * paragraphs}</w:hdr>"
    return changed(
        {
            "word/document.xml": body(_SECTION * sections),
            "word/header1.xml": header.encode(),
            "word/_rels/document.xml.rels": links.replace(
                "</Relationships>", link + "</Relationships>"
            ).encode(),
        }
    )


def test_a_header_is_read_once_for_all_sections_of_the_same_page() -> None:
    word = read_word(_with_header(3, 50), "thu.docx")
    assert len({id(section.header.paragraphs) for section in word.sections}) == 1


def test_a_long_header_shown_by_thousands_of_sections_is_refused() -> None:
    before = _peak()
    assert _codes(_with_header(1_000, 3_000)) == {"LINT-TOO-LONG"}
    assert _peak() - before < 100


@pytest.mark.parametrize("packing", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_parts_that_are_packed_as_no_office_file_is_are_refused(packing: int) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", packing) as archive:
        for name, content in unzipped(plain()).items():
            archive.writestr(name, content)
    assert _codes(target.getvalue()) == {"LINT-DAMAGED"}


@pytest.mark.parametrize("encoding", ["utf-7", "utf-32", "iso-8859-1", "cp037"])
def test_only_the_encodings_of_office_files_are_read(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>' + body("<w:p/>").decode()
    assert _codes(changed({"word/document.xml": text.encode(encoding)})) == {"LINT-DAMAGED"}


def test_nodes_are_counted_in_wide_letters_too() -> None:
    text = '<?xml version="1.0" encoding="utf-16"?>' + body("<į/>" * 700_000).decode()
    assert _codes(_stored({"word/document.xml": text.encode("utf-16")})) == {"LINT-TOO-LONG"}


def _numbered(text: str) -> WordFile:
    shown = f'<w:numFmt w:val="upperRoman"/><w:lvlText w:val="{text}"/>'
    level = f'<w:lvl w:ilvl="0"><w:start w:val="32767"/>{shown}</w:lvl>'
    numbering = (
        f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    call = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
    return read_word(
        changed({"word/document.xml": body(call * 5), "word/numbering.xml": numbering.encode()}), "thu.docx"
    )


def test_a_label_has_the_length_of_a_label() -> None:
    assert all(len(p.label) <= 300 for p in _numbered("%1" * 20_000).paragraphs)


def test_a_paragraph_has_no_more_tab_stops_than_word_allows() -> None:
    stops = "".join(f'<w:tab w:val="left" w:pos="{n}"/>' for n in range(2_000))
    text = f"<w:p><w:pPr><w:tabs>{stops}</w:tabs></w:pPr></w:p>"
    (paragraph,) = read_word(changed({"word/document.xml": body(text)}), "thu.docx").paragraphs
    assert len(paragraph.shape.tabs) == 64


@pytest.mark.parametrize(
    "text",
    [
        f"<w:p><w:r><w:t>{'á b ' * (MOST_IN_PARAGRAPH // 3)}</w:t></w:r></w:p>",
        f"<w:p><w:r>{'<w:tab/>' * (MOST_IN_PARAGRAPH + 1)}</w:r></w:p>",
        f"<w:p><w:r><w:t>{'á b ' * 20_000}</w:t></w:r></w:p>" * 30,
        "<w:p/>" * (MOST_PARAGRAPHS + 1),
    ],
)
def test_more_text_than_anyone_types_is_refused(text: str) -> None:
    assert _codes(_stored({"word/document.xml": body(text)})) == {"LINT-TOO-LONG"}


def test_more_styles_than_word_makes_are_refused() -> None:
    style = '<w:style w:type="paragraph" w:styleId="s{0}"><w:name w:val="s{0}"/><w:basedOn w:val="s{1}"/></w:style>'
    many = "".join(style.format(n, n - 1) for n in range(MOST_STYLES + 1))
    data = _stored({"word/styles.xml": f"<w:styles {SPACES}>{many}</w:styles>".encode()})
    assert _codes(data) == {"LINT-TOO-MANY-STYLES"}


# The high-water mark is this program's own: ru_maxrss would bring that of the process that started it.
_HOSTILE = """
import re, sys, time
from pathlib import Path
from engine.errors import InputError
from engine.word.package import open_package
data = open(sys.argv[1], "rb").read()
start = time.process_time()
try:
    open_package(data, "a.docx")
except InputError as error:
    peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
    print(error.problems[0].code, time.process_time() - start, peak)
"""


@pytest.mark.parametrize(
    "inside",
    [
        "<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 100_000,
        "<w:p>" + "<w:r/>" * 2_000_000 + "</w:p>",
        "<w:p " + " ".join(f'a{n}=""' for n in range(1_000_000)) + "/>",
    ],
)
def test_endless_letters_are_refused_fast_and_small(inside: str, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in (unzipped(plain()) | {"word/document.xml": body(inside)}).items():
            archive.writestr(name, content)
    path.write_bytes(target.getvalue())
    told = subprocess.run(
        [sys.executable, "-c", _HOSTILE, str(path)], capture_output=True, text=True, check=True
    )
    code, seconds, megabytes = told.stdout.split()
    assert code == "LINT-TOO-LONG"
    assert float(seconds) < 3
    assert float(megabytes) < 300
