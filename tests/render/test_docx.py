"""The engine under the letters: locked, strict, reproducible, and equal to docxtpl in what it prints."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from docx import Document
from docxtpl import DocxTemplate
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from engine.errors import InputError, RenderError, Where
from engine.render.docx import Properties, load_template, render
from engine.render.environment import TemplateEnvironment
from engine.render.letter import compose
from engine.render.package import read_package
from engine.render.pages import close_sections, keep_announcements, keep_signature_whole
from engine.render.template_check import check_template, template_variables
from engine.word.zipped import write_package
from tests.render.making import DECISION, PLAN_TYPE, TELEGRAM, directive, sources, template

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _with_body(xml: str) -> bytes:
    """The công văn template with another body."""
    parts = read_package(template("cong-van"), Where())
    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    parts["word/document.xml"] = f"<w:document {ns}><w:body>{xml}</w:body></w:document>".encode()
    for name in [n for n in parts if n.startswith(("word/header", "word/footer"))]:
        parts[name] = f"<w:hdr {ns}><w:p/></w:hdr>".encode()
    return write_package(parts)


def _says(*texts: str) -> bytes:
    return _with_body("".join(f'<w:p><w:r><w:t xml:space="preserve">{t}</w:t></w:r></w:p>' for t in texts))


def _tree(element: Any) -> tuple[Any, ...]:
    """An element by meaning, without its prefixes."""
    inside = [_tree(child) for child in element]
    return (
        element.tag,
        sorted(element.attrib.items()),
        (element.text or "").strip() if inside else element.text,
        inside,
    )


def _text(data: bytes) -> list[str]:
    return [p.text for p in Document(io.BytesIO(data)).paragraphs]


def test_data_are_escaped_and_never_become_template() -> None:
    made = render(load_template(_says("{{ name }}")), {"name": "A & B <c> {{ 1 + 1 }} {% x %}"})
    assert _text(made) == ["A & B <c> {{ 1 + 1 }} {% x %}"]


def test_literal_braces_of_the_template_are_printed_and_those_of_the_data_left_alone() -> None:
    made = render(load_template(_says("{_{ x }_} {_% y %_} {{ name }}")), {"name": "{_{ z }_}"})
    assert _text(made) == ["{{ x }} {% y %} {_{ z }_}"]


def test_equal_data_give_equal_bytes_and_other_data_others() -> None:
    loaded = load_template(_says("{{ name }}"))
    assert render(loaded, {"name": "a"}) == render(loaded, {"name": "a"}) != render(loaded, {"name": "b"})


def test_the_same_template_is_compiled_once() -> None:
    assert load_template(template("cong-van"), "x") is load_template(template("cong-van"), "x")


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\x1f", "\ufffe", "\ud800"])
def test_characters_that_word_cannot_open_are_refused_with_their_place(bad: str) -> None:
    with pytest.raises(InputError) as caught:
        render(load_template(_says("{{ name }}")), {"name": "x", "lines": [f"a{bad}b"]})
    assert caught.value.problems[0].code == "RENDER-ILLEGAL-CHARACTER"
    assert caught.value.problems[0].params["field"] == "lines[0]"


def test_only_plain_data_enter() -> None:
    with pytest.raises(TypeError, match="object"):
        render(load_template(_says("{{ name }}")), {"name": object()})


def test_a_missing_field_fails_instead_of_leaving_a_gap() -> None:
    with pytest.raises(RenderError) as caught:
        render(load_template(_says("{{ nmae }}")), {"name": "a"})
    assert "nmae" in caught.value.problems[0].params["reason"]


@pytest.mark.parametrize(
    "attack",
    [
        "{{ cycler.__init__.__globals__ }}",
        "{{ name.__class__.__mro__ }}",
        "{{ lipsum.__globals__ }}",
        "{{ ''.__class__ }}",
        "{{ name.upper() }}",
        "{{ '{:>999999999}'.format(1) }}",
        "{{ namespace() }}",
        "{{ name|attr('__class__') }}",
        "{{ name|safe }}",
        "{{ name|center(999999999) }}",
        "{% autoescape false %}{{ name }}{% endautoescape %}",
        "{% include 'x' %}",
        "{% macro m() %}{% endmacro %}",
    ],
)
def test_code_in_a_template_is_refused_before_it_runs(attack: str) -> None:
    data = _says(attack)
    assert check_template(data, {"name"})
    with pytest.raises(InputError):
        load_template(data)


@pytest.mark.parametrize("attack", ["{{ 'a' * 1000000000 }}", "{{ 9 ** 99999999 }}", "{{ name * 9 }}"])
def test_a_template_cannot_swell(attack: str) -> None:
    with pytest.raises((InputError, RenderError)):
        render(load_template(_says(attack)), {"name": "abc"})


def test_python_attributes_are_not_names() -> None:
    with pytest.raises(RenderError):
        render(load_template(_says("{{ entry.items }}")), {"entry": {"a": 1}})


def _package(changes: dict[str, bytes]) -> bytes:
    return write_package(read_package(template("cong-van"), Where()) | changes)


def _bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 40_000_000)
    return target.getvalue()


_OUTSIDE = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r" Type="http://x/attachedTemplate" '
    b'Target="http://evil/x.dotm" TargetMode="External"/>'
    b"</Relationships>"
)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (lambda: b"not a zip", "RENDER-TEMPLATE-NOT-DOCX"),
        (lambda: write_package({"a.xml": b"<a/>"}), "RENDER-TEMPLATE-NOT-DOCX"),
        (_bomb, "RENDER-TEMPLATE-BOMB"),
        (lambda: _package({"word/vbaProject.bin": b"x"}), "RENDER-TEMPLATE-ACTIVE"),
        (lambda: _package({"word/_rels/settings.xml.rels": _OUTSIDE}), "RENDER-TEMPLATE-EXTERNAL"),
        (lambda: _package({"../evil.xml": b"<a/>"}), "RENDER-TEMPLATE-PART"),
        (lambda: _package({"word/x.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "RENDER-TEMPLATE-ACTIVE"),
        (lambda: template("cong-van")[:900], "RENDER-TEMPLATE-NOT-DOCX"),
        (lambda: _with_body("<w:p>"), "RENDER-TEMPLATE-NOT-DOCX"),
    ],
)
def test_a_hostile_or_broken_template_is_a_problem(data: Any, code: str) -> None:
    assert {p.code for p in check_template(data(), set())} == {code}


@given(st.integers(0, 8000), st.integers(0, 255))
@settings(max_examples=60, deadline=None)
def test_a_damaged_file_gives_only_problems(place: int, byte: int) -> None:
    data = bytearray(template("cong-van"))
    data[place % len(data)] = byte
    check_template(bytes(data), set())


def test_syntax_errors_name_their_part_and_the_words_nearby() -> None:
    (problem,) = check_template(_says("Kính gửi: {{ name", "{% endfor %}"), {"name"})
    assert problem.code == "RENDER-TEMPLATE-SYNTAX"
    assert problem.where.path == "word/document.xml"
    assert problem.params["near"]


def test_unknown_names_are_found_inside_loops_with_a_suggestion() -> None:
    data = _says("{%p for a in appendices %}", "{{ a.titel }} {{ subjekt }}", "{%p endfor %}")
    problems = check_template(data, {"appendices", "appendices.title", "subject"})
    assert {(p.params["name"], p.suggestion) for p in problems} == {
        ("appendices.titel", "appendices.title"),
        ("subjekt", "subject"),
    }


def test_a_required_name_that_is_never_printed_is_a_problem() -> None:
    (problem,) = check_template(_says("{{ name }}"), {"name", "number"}, required={"number"})
    assert (problem.code, problem.params["name"]) == ("RENDER-TEMPLATE-UNUSED", "number")


def test_variables_are_named_with_their_parts() -> None:
    data = _says(
        "{%p for b in blocks %}",
        "{{r b.text|runs }}{{ loop.index }}",
        "{%p endfor %}",
        "{{ signers[0].name }}",
    )
    assert {"blocks", "blocks.text", "signers", "signers.name"} <= template_variables(data)


def test_properties_are_escaped_once() -> None:
    made = render(
        load_template(_says("x")), {}, properties=Properties("A & B <c>", "s", "Sở “X” & Y" + "z" * 400)
    )
    core = Document(io.BytesIO(made)).core_properties
    assert (core.title, core.author[:9], len(core.author)) == ("A & B <c>", "Sở “X” & ", 255)


def test_columns_in_a_loop_get_their_grid() -> None:
    cell = "<w:tc><w:tcPr/><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    cells = "".join(cell.format(t) for t in ("{%tc for c in cols %}", "{{ c }}", "{%tc endfor %}"))
    body = (
        f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='3000'/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl><w:p/>"
    )
    made = render(load_template(_with_body(body)), {"cols": ["a", "b", "c"]})
    table = Document(io.BytesIO(made)).tables[0]
    assert [c.text for c in table.rows[0].cells] == ["a", "b", "c"]


@pytest.mark.parametrize(
    "source",
    [
        sources(directive(opening="A & B <c> “x”\n\nĐoạn hai **đậm** {{ x }}", subject='a "b" & c')),
        sources(directive(recipients=["bhxh"], urgency="hoa-toc", per="letter"), number=None),
        sources(directive(type="ke-hoach", recipients=[]), PLAN_TYPE),
        sources(directive(type="quyet-dinh", recipients=[], bases=[{"act": "1/NĐ-CP"}]), DECISION),
        sources(directive(type="cong-dien"), TELEGRAM),
    ],
)
def test_the_text_is_docxtpls_own(source: Any) -> None:
    """The compiled engine prints what docxtpl prints from the same template and data, element by element."""
    name = source.doctype.template
    context = compose(source).view.context()
    reference = DocxTemplate(io.BytesIO(template(name)))
    reference.render(context, jinja_env=TemplateEnvironment(), autoescape=True)
    expected = reference.docx.element.body
    close_sections(expected)
    keep_signature_whole(expected)
    keep_announcements(expected)
    parts = read_package(render(load_template(template(name)), context), Where())
    made = etree.fromstring(parts["word/document.xml"]).find(f"{_W}body")
    assert made is not None
    assert _tree(made) == _tree(etree.fromstring(etree.tostring(expected)))
