"""A Word template cannot run, load or fetch anything: not by macro, link, field, part or DTD, however it is written."""

from __future__ import annotations

import pytest

from engine.errors import InputError, RenderError, Where
from engine.render.docx import load_template, render
from engine.render.package import read_package
from engine.render.template_check import check_template
from engine.word.zipped import write_package
from tests.render.making import template

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _with(changes: dict[str, bytes]) -> bytes:
    return write_package(read_package(template("cong-van"), Where()) | changes)


def _codes(changes: dict[str, bytes]) -> set[str]:
    return {p.code for p in check_template(_with(changes), set())}


def _linking(relation: str) -> dict[str, bytes]:
    text = f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>'
    return {"word/_rels/settings.xml.rels": text.encode()}


def _saying(xml: str) -> dict[str, bytes]:
    return {"word/document.xml": f"<w:document {_NS}><w:body><w:p>{xml}</w:p></w:body></w:document>".encode()}


def _field(*pieces: str) -> str:
    inside = "".join(f'<w:r><w:instrText xml:space="preserve">{p}</w:instrText></w:r>' for p in pieces)
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{inside}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@pytest.mark.parametrize(
    "relation",
    [
        f'<Relationship Id="r" Type="{_OFFICE}/attachedTemplate" Target="http://e/hyperlink" TargetMode="External"/>',
        f'<Relationship Id="r" Type="{_OFFICE}/image" Target="http://e/x" TargetMode="&#69;xternal"/>',
        f'<Relationship Id="a>b" Type="{_OFFICE}/image" Target="http://e/x" TargetMode="External"/>',
        f'<Relationship Id="r" Type="{_OFFICE}/image" Target="http://e/x"/>',
        f'<Relationship Id="r" Type="{_OFFICE}/image" Target="\\\\e\\x" TargetMode="External"/>',
        f'<x:Relationship xmlns:x="{_RELATIONS}" Id="r" Type="hyperlink" Target="a" TargetMode="external"/>',
    ],
)
def test_a_link_that_loads_by_itself_is_refused(relation: str) -> None:
    assert _codes(_linking(relation)) == {"RENDER-TEMPLATE-EXTERNAL"}


def test_a_link_that_only_a_reader_follows_is_allowed() -> None:
    link = f'<Relationship Id="r" Type="{_OFFICE}/hyperlink" Target="https://a.vn" TargetMode="External"/>'
    read_package(_with(_linking(link)), Where())


def test_a_picture_loaded_by_an_old_drawing_is_refused() -> None:
    shape = '<v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="http://e/x.png"/>'
    assert _codes(_saying(f"<w:r><w:pict>{shape}</w:pict></w:r>")) == {"RENDER-TEMPLATE-EXTERNAL"}


@pytest.mark.parametrize(
    "field",
    [
        _field(' DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc" '),
        _field("DDE", "AUTO c:\\\\x y"),
        _field('INCLUDEPICTURE "http://e/x"'),
        _field("&#73;NCLUDETEXT x"),
        _field('HYPERLINK "http://e"'),
        _field("PAGE") + _field("LINK Excel.Sheet x"),
        _field("{{ 'DDE' }} x"),
        _field("PAGE {% if 1 %}x{% endif %}"),
        _field(""),
        '<w:fldSimple w:instr=" IMPORT x "/>',
        "<w:r><w:instrText>DDE x y</w:instrText></w:r>",
    ],
)
def test_a_field_that_reaches_outside_is_refused(field: str) -> None:
    assert _codes(_saying(field)) == {"RENDER-TEMPLATE-FIELD"}


@pytest.mark.parametrize(
    "field", [_field(" PAGE "), _field("NUM", "PAGES"), '<w:fldSimple w:instr="seq Bang"/>']
)
def test_fields_that_look_inside_the_document_are_allowed(field: str) -> None:
    read_package(_with(_saying(field)), Where())


def test_a_field_put_together_by_statements_is_refused_when_it_is_printed() -> None:
    begin, end = "{% if no %}", "{% endif %}"
    hidden = _field("PAGE ", "DDEAUTO c:\\x y")
    hidden = hidden.replace('"begin"/></w:r>', f'"begin"/></w:r><w:r><w:t>{begin}</w:t></w:r>')
    hidden = hidden.replace(
        "PAGE </w:instrText></w:r>", f"PAGE </w:instrText></w:r><w:r><w:t>{end}</w:t></w:r>"
    )
    blank = {f"word/{n}{i}.xml": f"<w:hdr {_NS}/>".encode() for n in ("header", "footer") for i in (1, 2, 3)}
    made = load_template(_with(_saying(hidden) | blank))
    with pytest.raises(RenderError) as caught:
        render(made, {"no": False})
    assert {p.code for p in caught.value.problems} == {"RENDER-TEMPLATE-FIELD"}


@pytest.mark.parametrize(
    "part", ["word/a.html", "word/a.bin", "word/a.vbs", "word/a", "word/a.docx", "a.XSL"]
)
def test_parts_that_are_no_text_or_picture_are_refused(part: str) -> None:
    assert _codes({part: b"x"}) == {"RENDER-TEMPLATE-ACTIVE"}


@pytest.mark.parametrize(
    "entry",
    [
        '<Override PartName="/word/styles.xml" ContentType="text/html"/>',
        '<Default Extension="xml" ContentType="application/rtf"/>',
        '<Override PartName="/word/a.xml" ContentType="application/vnd.ms-word.document.macro&#69;nabled.main+xml"/>',
    ],
)
def test_parts_declared_to_be_something_else_are_refused(entry: str) -> None:
    types = read_package(template("cong-van"), Where())["[Content_Types].xml"]
    changed = types.replace(b"</Types>", f"{entry}</Types>".encode())
    assert _codes({"[Content_Types].xml": changed}) == {"RENDER-TEMPLATE-ACTIVE"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "cp037"])
def test_a_dtd_is_refused_in_any_encoding(encoding: str) -> None:
    text = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    named = encoding.removesuffix("-le") if encoding != "utf-16-le" else "utf-16"
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b""
    content = mark + f'<?xml version="1.0" encoding="{named}"?>{text}'.encode(encoding)
    assert _codes({"word/x.xml": content}) <= {"RENDER-TEMPLATE-ACTIVE", "RENDER-TEMPLATE-NOT-DOCX"}
    with pytest.raises(InputError):
        read_package(_with({"word/x.xml": content}), Where())
