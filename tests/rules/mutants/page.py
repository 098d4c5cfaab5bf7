"""Page, font, page numbers: TT-01 … TT-12."""

from __future__ import annotations

import unicodedata

from lxml import etree

from tests.rules.mutation import Docx, Mutant, Typed, Variant, W, child

_OPENING = "Để học sinh"
_CLOSING = "Yêu cầu các cơ quan"


def _q(name: str) -> str:
    return f"{{{W}}}{name}"


def _margin(**sides: int) -> object:
    return lambda d: d.set_section("pgMar", **sides)


def _landscape(docx: Docx, ordinal: int = 0) -> None:
    docx.set_section("pgSz", ordinal, w=16838, h=11906, orient="landscape")


def _turned(docx: Docx) -> None:
    """A landscape section for the appendix with the table, turned as Word turns it."""
    _landscape(docx, 2)
    docx.set_section("pgMar", 2, top=1701, right=1134, bottom=1134, left=1134)


def _section_before(docx: Docx, words: str) -> None:
    """Ends a section of its own before the paragraph that begins with the words; it keeps headers and page."""
    earlier = docx.p(words).element.getprevious()
    assert earlier is not None
    last = etree.fromstring(etree.tostring(docx.sections()[-1]))
    child(Typed(earlier).form, "rPr")
    Typed(earlier).form.append(last)
    docx.drop_from_section("pgNumType", len(docx.sections()) - 1)


def _landscape_prose(docx: Docx) -> None:
    """A landscape page of words between two portrait ones."""
    _section_before(docx, "1. Bảo hiểm xã hội")
    _section_before(docx, _CLOSING)
    docx.drop_from_section("titlePg", 1)
    docx.drop_from_section("pgNumType", 1)
    docx.drop_from_section("titlePg", 2)
    _landscape(docx, 1)
    docx.set_section("pgMar", 1, top=1134, right=1134, bottom=1134, left=1701)


def _restart_inside(docx: Docx) -> None:
    _section_before(docx, _CLOSING)
    docx.drop_from_section("titlePg", 1)
    docx.set_section("pgNumType", 1, start=1)


def _all_font(docx: Docx, name: str) -> None:
    for paragraph in docx.paragraphs():
        paragraph.look(font=name)


def _only_hansi(docx: Docx) -> None:
    """The letters with marks in another font: what Word shows when only `hAnsi` differs."""
    for run in docx.p(_OPENING).look(font="Times New Roman").runs:
        run.find(_q("rPr")).find(_q("rFonts")).set(_q("hAnsi"), "Cambria")


def _number_header(docx: Docx) -> tuple[str, Typed]:
    """The header that holds the page number."""
    for name in docx.headers():
        for paragraph in docx.paragraphs(name):
            if b"PAGE" in etree.tostring(paragraph.element):
                return name, paragraph
    raise AssertionError("no page number")


def _drop_number(docx: Docx) -> None:
    for name in docx.headers():
        for paragraph in docx.paragraphs(name):
            if b"PAGE" in etree.tostring(paragraph.element):
                for run in paragraph.runs:
                    run.getparent().remove(run)
                for field in list(paragraph.element.iter(_q("fldSimple"))):
                    field.getparent().remove(field)


def _number_to_footer(docx: Docx) -> None:
    _, paragraph = _number_header(docx)
    moved = etree.fromstring(etree.tostring(paragraph.element))
    _drop_number(docx)
    for name in docx.footers():
        docx.tree(name).append(etree.fromstring(etree.tostring(moved)))


def _number_on_first_page(docx: Docx) -> None:
    _, paragraph = _number_header(docx)
    first = docx.tree(_first_header(docx))
    first.append(etree.fromstring(etree.tostring(paragraph.element)))


def _first_header(docx: Docx) -> str:
    relations = etree.fromstring(docx.parts["word/_rels/document.xml.rels"])
    targets = {r.get("Id"): r.get("Target") for r in relations}
    reference = next(
        r for r in docx.sections()[0].findall(_q("headerReference")) if r.get(_q("type")) == "first"
    )
    relation = next(v for k, v in reference.attrib.items() if k.endswith("}id"))
    return f"word/{targets[relation]}"


def _composed_apart(docx: Docx) -> None:
    paragraph = docx.p(_OPENING)
    paragraph.write(unicodedata.normalize("NFD", paragraph.text))


def _page_start(start: int, ordinal: int = 0) -> object:
    return lambda d: d.set_section("pgNumType", ordinal, start=start)


def _paragraph_shading(docx: Docx) -> None:
    shading = child(docx.p(_OPENING).form, "shd")
    for key, value in {"val": "clear", "color": "auto", "fill": "FFFF00"}.items():
        shading.set(_q(key), value)
    docx.p(_OPENING).form.insert(1, shading)


MUTANTS = (
    Mutant("TT-01", "cong-van", "Letter", lambda d: d.set_section("pgSz", w=12240, h=15840)),
    Mutant("TT-01", "tay", "A5", lambda d: d.set_section("pgSz", w=8391, h=11906)),
    Mutant("TT-02", "cong-van", "ngang không bảng", _landscape_prose),
    Mutant("TT-03", "cong-van", "lề trên 15", _margin(top=850)),
    Mutant("TT-03", "tay", "lề dưới 30", _margin(bottom=1701)),
    Mutant("TT-04", "cong-van", "lề trái 20", _margin(left=1134)),
    Mutant("TT-04", "tay", "lề trái với gáy 40", _margin(gutter=567)),
    Mutant("TT-05", "cong-van", "lề phải 10", _margin(right=567)),
    Mutant("TT-05", "tay", "lề phải 25", _margin(right=1417)),
    Mutant(
        "TT-06",
        "cong-van",
        "một chữ Arial",
        lambda d: d.p(_OPENING).look_at("hình ảnh", font="Arial"),
    ),
    Mutant("TT-06", "tay", "cả văn bản Calibri", lambda d: _all_font(d, "Calibri")),
    Mutant("TT-06", "cong-van", "chữ có dấu phông khác", _only_hansi),
    Mutant("TT-06", "cong-van", "số trang Arial", lambda d: _number_header(d)[1].look(font="Arial")),
    Mutant("TT-07", "cong-van", "chữ đỏ", lambda d: d.p(_OPENING).look(colour="FF0000")),
    Mutant("TT-07", "tay", "tô vàng", lambda d: d.p(_OPENING).look(highlight="yellow")),
    Mutant("TT-07", "cong-van", "nền đoạn", _paragraph_shading),
    Mutant("TT-08", "cong-van", "tổ hợp", _composed_apart),
    Mutant("TT-08", "cong-van", "rộng bằng không", lambda d: d.p(_OPENING).replace("huyện", "huyện\u200b")),
    Mutant(
        "TT-08",
        "cong-van",
        "không ngắt",
        lambda d: d.p(_OPENING).replace("học sinh", "học\u00a0\u00a0\u00a0sinh"),
    ),
    Mutant("TT-09", "ke-hoach", "số trang ở chân trang", _number_to_footer),
    Mutant("TT-09", "cong-van", "không có số trang", _drop_number),
    Mutant("TT-09", "cong-van", "lệch phải", lambda d: _number_header(d)[1].shape(align="right")),
    Mutant("TT-09", "tay", "số La Mã", lambda d: d.set_section("pgNumType", fmt="upperRoman")),
    Mutant("TT-10", "cong-van", "không tách trang đầu", lambda d: d.drop_from_section("titlePg")),
    Mutant("TT-10", "cong-van", "trang đầu có số", _number_on_first_page),
    Mutant("TT-11", "cong-van", "cỡ 11", lambda d: _number_header(d)[1].look(size=11)),
    Mutant("TT-11", "tay", "nghiêng", lambda d: _number_header(d)[1].look(italic=True)),
    Mutant("TT-12", "cong-van", "từ 5", _page_start(5)),
    Mutant("TT-12", "cong-van-phu-luc", "phụ lục nối tiếp", lambda d: d.drop_from_section("pgNumType", 1)),
    Mutant("TT-12", "cong-van", "đánh lại giữa văn bản", _restart_inside),
)


def _no_headers(docx: Docx) -> None:
    docx.drop_from_section("headerReference")
    docx.drop_from_section("titlePg")


def _pages_of_its_own(docx: Docx) -> None:
    """The closing begins a section whose pages go on from 2, as some set it."""
    _restart_inside(docx)
    docx.set_section("pgNumType", 1, start=2)


def _unseen_header(docx: Docx) -> None:
    """A header for even pages lies in the file, its number in another font and small; the file has none of them."""
    source, _ = _number_header(docx)
    name = "word/header9.xml"
    docx.parts[name] = docx.parts[source].replace(b"Times New Roman", b"Calibri")
    tree = docx.tree(name)
    for paragraph in docx.paragraphs(name):
        paragraph.look(font="Calibri", size=11)
    assert tree is not None
    rels, types = docx.tree("word/_rels/document.xml.rels"), docx.tree("[Content_Types].xml")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
    etree.SubElement(rels, rels[0].tag, Id="rId990", Type=kind, Target="header9.xml")
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    override = types.tag.replace("Types", "Override")
    etree.SubElement(types, override, PartName="/word/header9.xml", ContentType=content)
    reference = etree.Element(_q("headerReference"))
    reference.set(_q("type"), "even")
    reference.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", "rId990")
    docx.sections()[0].insert(0, reference)


VARIANTS = (
    Variant("cong-van", "phần trang sau đánh số từ 2", _pages_of_its_own),
    Variant("cong-van", "đầu trang chẵn không hiển thị", _unseen_header),
    Variant("cong-van", "lề 25 20 35 20", _margin(top=1418, bottom=1134, left=1985, right=1134)),
    Variant("cong-van", "lề trái 27 và gáy 5", _margin(left=1531, gutter=283)),
    Variant("tay", "một trang, không đầu trang", _no_headers),
    Variant("cong-van", "dấu tích phông Wingdings", lambda d: _tick(d)),
    Variant(
        "cong-van",
        "dấu cách không ngắt giữa hai chữ",
        lambda d: d.p(_OPENING).replace("học sinh", "học\u00a0sinh"),
    ),
    Variant("cong-van-phu-luc", "phụ lục có bảng quay ngang", _turned),
)


def _tick(docx: Docx) -> None:
    docx.p(_OPENING).replace("hình ảnh", "✓ hình ảnh").look_at("✓", font="Wingdings")
