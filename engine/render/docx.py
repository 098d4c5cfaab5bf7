"""Fills a Word template: docxtpl's language in a locked environment, the same bytes for the same data."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from docxtpl import DocxTemplate
from jinja2 import Template as JinjaTemplate
from jinja2 import nodes
from jinja2.exceptions import TemplateError, TemplateSyntaxError
from lxml import etree

from engine.errors import InputError, Problem, RenderError, Where
from engine.render.environment import TemplateEnvironment, plain, refused
from engine.render.harm import refused_fields
from engine.render.package import read_package
from engine.render.pages import close_sections, keep_announcements, keep_headings, keep_signature_whole
from engine.render.swelling import swelling
from engine.render.template_builder.ooxml import PROLOGUE, W
from engine.word.zipped import write_package

TEXT_PARTS = re.compile(r"^word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$")
_PARAGRAPH = re.compile(r"<w:p([ >])")
_MARKED = re.compile(r"\{[{%#]")
_PARSER_OPTIONS: dict[str, Any] = {"resolve_entities": False, "no_network": True, "huge_tree": False}
_BODY = "word/document.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_LITERALS = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}
_FAULTS = (TemplateError, TypeError, ValueError, LookupError, ArithmeticError, RecursionError)


@dataclass(frozen=True)
class Properties:
    """The document's core properties, as plain text: they are escaped once, when they are written."""

    title: str = ""
    subject: str = ""
    author: str = ""
    created: date | None = None


@dataclass(frozen=True)
class Template:
    """A template, checked and compiled once. `sources` holds the Jinja text of each part that has any."""

    digest: str
    name: str
    parts: Mapping[str, bytes] = field(repr=False)
    sources: Mapping[str, str] = field(repr=False)
    compiled: Mapping[str, JinjaTemplate] = field(repr=False)
    loops_over_columns: frozenset[str] = frozenset()


_ENVIRONMENT = TemplateEnvironment()


@lru_cache(maxsize=64)
def load_template(data: bytes, name: str = "") -> Template:
    """A template from the bytes of a .docx; the same bytes are compiled once.

    Raises InputError for a file that may do harm or whose template language is wrong.
    """
    parts = read_package(data, Where(name))
    sources = {part: template_source(parts[part], Where(name)) for part in parts if TEXT_PARTS.match(part)}
    compiled = {
        part: _compile(text, Where(name, path=part)) for part, text in sources.items() if _MARKED.search(text)
    }
    columns = frozenset(part for part in compiled if b"%tc " in parts[part])
    return Template(hashlib.sha256(data).hexdigest(), name, parts, sources, compiled, columns)


def template_source(content: bytes, where: Where) -> str:
    """A part's XML as Jinja text: docxtpl's {%p %}, {%tr %} … resolved, one line for each paragraph."""
    text = etree.tostring(parse_xml(content, where), encoding="unicode")
    patched: str = DocxTemplate(None).patch_xml(text)
    return _PARAGRAPH.sub(r"\n<w:p\1", patched)


def parse_xml(content: bytes, where: Where) -> etree._Element:
    """The root of a part's XML, read without entities or network."""
    try:
        return etree.fromstring(content, etree.XMLParser(**_PARSER_OPTIONS))
    except etree.XMLSyntaxError as error:
        raise InputError(Problem("RENDER-TEMPLATE-NOT-DOCX", where, {"reason": str(error)})) from error


def _compile(source: str, where: Where) -> JinjaTemplate:
    try:
        parsed = parsed_template(_with_literal_braces(source))
        problems = refusals(parsed, where)
        if problems:
            raise InputError(problems)
        return _ENVIRONMENT.from_string(parsed)
    except TemplateSyntaxError as error:
        raise InputError(syntax_problem(error, source, where)) from error


def parsed_template(source: str) -> nodes.Template:
    """The syntax tree. Raises TemplateSyntaxError, for brackets nested without end too."""
    try:
        return _ENVIRONMENT.parse(source)
    except RecursionError as error:
        raise TemplateSyntaxError("( ( ( …", 1) from error


def refusals(tree: nodes.Template, where: Where) -> tuple[Problem, ...]:
    """A problem for each thing that a template may not do."""
    found = [("RENDER-TEMPLATE-CALL", *one) for one in refused(tree)]
    found += [("RENDER-TEMPLATE-SWELLS", *one) for one in dict.fromkeys(swelling(tree))]
    return tuple(
        Problem(code, Where(where.file, line, 0, where.path), {"name": name}) for code, name, line in found
    )


def _with_literal_braces(source: str) -> str:
    """docxtpl's {_{ and %_} stand for braces that are printed; told to Jinja here, so that data are left alone."""
    for written, printed in _LITERALS.items():
        source = source.replace(written, f"{{{{ '{printed}' }}}}")
    return source


def syntax_problem(error: TemplateSyntaxError, source: str, where: Where) -> Problem:
    """The syntax error with the text of the paragraph where it stands."""
    lines = source.splitlines()
    near = re.sub(r"<[^>]+>", "", lines[min(error.lineno, len(lines)) - 1]) if lines else ""
    place = Where(where.file, error.lineno, 0, where.path)
    return Problem(
        "RENDER-TEMPLATE-SYNTAX", place, {"reason": error.message or "", "near": near.strip()[:120]}
    )


def render(
    template: Template,
    context: Mapping[str, Any],
    *,
    properties: Properties | None = None,
    sizes: Mapping[str, int] | None = None,
    media: Mapping[str, bytes] | None = None,
) -> bytes:
    """The filled document. `sizes` sets the size in points of named styles; `media` the bytes of
    pictures by key.

    Pure: equal arguments give equal bytes. Raises InputError for data that Word cannot hold,
    RenderError where the
    template and its data do not fit.
    """
    data = plain(context)
    parts = dict(template.parts)
    for part, compiled in template.compiled.items():
        filled = _filled(compiled, data, Where(template.name, path=part))
        parts[part] = _regridded(filled) if part in template.loops_over_columns else filled
        if part != _BODY:
            _refuse_fields(
                parse_xml(parts[part], Where(template.name, path=part)), Where(template.name, path=part)
            )
    parts[_BODY] = _paged(parts[_BODY], Where(template.name, path=_BODY))
    if sizes and "word/styles.xml" in parts:
        parts["word/styles.xml"] = resized(parts["word/styles.xml"], tuple(sorted(sizes.items())))
    if media:
        _attach(parts, media)
    parts["docProps/core.xml"] = core_properties(properties or Properties())
    return write_package(parts)


def _filled(compiled: JinjaTemplate, data: Mapping[str, Any], where: Where) -> bytes:
    try:
        text = compiled.render(data).replace("\n<w:p", "<w:p")
    except _FAULTS as error:
        raise RenderError(Problem("RENDER-TEMPLATE-FAILED", where, {"reason": str(error)})) from error
    if any(mark in text for mark in "\t\n\a\f"):
        text = DocxTemplate(None).resolve_listing(text)
    return (PROLOGUE + text).encode()


def _regridded(content: bytes) -> bytes:
    """docxtpl's repair of a table's grid after a {%tc %} loop added columns."""
    return PROLOGUE.encode() + etree.tostring(
        DocxTemplate(None).fix_tables(content.decode().removeprefix(PROLOGUE))
    )


def _paged(content: bytes, where: Where) -> bytes:
    try:
        root = etree.fromstring(content, etree.XMLParser(**_PARSER_OPTIONS))
    except etree.XMLSyntaxError as error:
        raise RenderError(Problem("RENDER-TEMPLATE-FAILED", where, {"reason": str(error)})) from error
    _refuse_fields(root, where)
    body = root.find(f"{{{W}}}body")
    if body is not None:
        close_sections(body)
        keep_signature_whole(body)
        keep_announcements(body)
        keep_headings(body)
    return PROLOGUE.encode() + etree.tostring(root)


def _refuse_fields(root: etree._Element, where: Where) -> None:
    """Statements around a field's runs could leave another field than the one that was checked."""
    for name in refused_fields(root):
        raise RenderError(Problem("RENDER-TEMPLATE-FIELD", where, {"part": where.path, "field": name}))


@lru_cache(maxsize=64)
def resized(styles: bytes, sizes: tuple[tuple[str, int], ...]) -> bytes:
    """word/styles.xml with these styles at these sizes in points; styles it does not hold are left out."""
    root = etree.fromstring(styles, etree.XMLParser(**_PARSER_OPTIONS))
    points = dict(sizes)
    for style in root.iterfind(f"{{{W}}}style"):
        size = points.get(style.get(f"{{{W}}}styleId", ""))
        if size is not None:
            for mark in (*style.iter(f"{{{W}}}sz"), *style.iter(f"{{{W}}}szCs")):
                mark.set(f"{{{W}}}val", str(2 * size))
    return PROLOGUE.encode() + etree.tostring(root)


def _attach(parts: dict[str, bytes], media: Mapping[str, bytes]) -> None:
    """Adds pictures as parts, relationships and content types, in the order of their keys."""
    kinds = {
        key: "png" if content.startswith(b"\x89PNG") else "jpeg" for key, content in sorted(media.items())
    }
    links = "".join(
        f'<Relationship Id="rIdMedia-{key}" Type="{_IMAGE}" Target="media/{key}.{kind}"/>'
        for key, kind in kinds.items()
    )
    types = "".join(
        f'<Default Extension="{k}" ContentType="image/{k}"/>' for k in sorted(set(kinds.values()))
    )
    for key, kind in kinds.items():
        parts[f"word/media/{key}.{kind}"] = media[key]
    parts[_RELATIONS] = parts[_RELATIONS].replace(b"</Relationships>", f"{links}</Relationships>".encode())
    parts[_TYPES] = parts[_TYPES].replace(b"</Types>", f"{types}</Types>".encode())


def core_properties(properties: Properties) -> bytes:
    """docProps/core.xml: title, subject and author at most 255 characters (Word's limit), the day it
    was made."""
    dublin = {"title": properties.title, "subject": properties.subject, "creator": properties.author}
    texts = "".join(f"<dc:{k}>{escape(plain(v, k)[:255])}</dc:{k}>" for k, v in dublin.items() if v)
    moment = f"{properties.created.isoformat()}T00:00:00Z" if properties.created else ""
    dates = "".join(
        f'<dcterms:{k} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{k}>'
        for k in ("created", "modified")
        if moment
    )
    return (
        f'{PROLOGUE}<cp:coreProperties xmlns:cp="{_CORE}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{texts}<dc:language>vi-VN</dc:language>{dates}'
        "</cp:coreProperties>"
    ).encode()
