"""Lines, pictures and text boxes are found however Word, LibreOffice or old Word drew them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from engine.word.drawings import Drawings, read_drawings
from engine.word.package import open_package
from engine.word.values import Cell, Frame, Shape, StrokeKind
from engine.word.xml import q
from tests.word.making import MARGIN_MM, PAGE, TEXT, paragraph

_CELL = Frame(3742, 9355)
_MODERN = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_BLACK = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
_WIDTH_MM = 123.5 * 25.4 / 72


def _read(xml: str, frame: Frame = TEXT, shape: Shape | None = None, **more: object) -> Drawings:
    return read_drawings(paragraph(xml), PAGE, frame, shape or Shape(), **more)  # type: ignore[arg-type]


def _anchor(content: str, *, cx: int, cy: int, across: str = "", down: str = "") -> str:
    across = (
        across or '<wp:positionH relativeFrom="column"><wp:posOffset>360000</wp:posOffset></wp:positionH>'
    )
    down = down or '<wp:positionV relativeFrom="paragraph"><wp:posOffset>36000</wp:posOffset></wp:positionV>'
    return (
        f'<w:r><w:drawing><wp:anchor><wp:simplePos x="0" y="0"/>{across}{down}<wp:extent cx="{cx}" cy="{cy}"/>'
        f'<wp:docPr id="1" name="a"/><a:graphic><a:graphicData uri="{_MODERN}">{content}</a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></w:r>"
    )


def _connector(pen: str = _BLACK, preset: str = "straightConnector1", frame: str = "") -> str:
    properties = f'<wps:spPr>{frame}<a:prstGeom prst="{preset}"/>{pen}</wps:spPr>'
    return f"<wps:wsp><wps:cNvCnPr/>{properties}<wps:bodyPr/></wps:wsp>"


def _pict(vml: str) -> str:
    return f"<w:r><w:pict>{vml}</w:pict></w:r>"


def test_a_paragraph_without_drawings_has_none() -> None:
    assert _read("<w:r><w:t>a</w:t></w:r>") == Drawings()


@pytest.mark.parametrize("preset", ["line", "straightConnector1"])
def test_a_connector_is_a_line_from_the_pages_left_edge(preset: str) -> None:
    (line,) = _read(_anchor(_connector(preset=preset), cx=2160000, cy=0), _CELL).strokes
    assert line.kind is StrokeKind.DRAWING
    assert line.length == pytest.approx(60)
    assert line.left == pytest.approx(MARGIN_MM + 66.0 + 10, abs=0.05)
    assert line.below == pytest.approx(1)
    assert (line.solid, line.colour, line.weight) == (True, "000000", 0.75)


@pytest.mark.parametrize(
    ("across", "left"),
    [
        ('relativeFrom="page"><wp:posOffset>3600000</wp:posOffset>', 100),
        ('relativeFrom="margin"><wp:posOffset>360000</wp:posOffset>', MARGIN_MM + 10),
        ('relativeFrom="page"><wp:align>center</wp:align>', 75),
        ('relativeFrom="margin"><wp:align>right</wp:align>', 210 - 15 - 60),
        ('relativeFrom="leftMargin"><wp:posOffset>360000</wp:posOffset>', 10),
        ('relativeFrom="page"><wp14:pctPosHOffset>50000</wp14:pctPosHOffset>', 105),
        ('relativeFrom="character"><wp:posOffset>360000</wp:posOffset>', None),
    ],
)
def test_a_line_stands_where_its_anchor_says(across: str, left: float | None) -> None:
    xml = _anchor(_connector(), cx=2160000, cy=0, across=f"<wp:positionH {across}</wp:positionH>")
    (line,) = _read(xml).strokes
    assert line.left is None if left is None else line.left == pytest.approx(left, abs=0.05)


@pytest.mark.parametrize(("inside", "left"), [("1", MARGIN_MM + 66.0 + 10), ("0", MARGIN_MM + 10)])
def test_the_margin_of_a_drawing_laid_out_in_a_cell_is_the_cells_edge(inside: str, left: float) -> None:
    across = '<wp:positionH relativeFrom="margin"><wp:posOffset>360000</wp:posOffset></wp:positionH>'
    xml = _anchor(_connector(), cx=2160000, cy=0, across=across)
    xml = xml.replace("<wp:anchor>", f'<wp:anchor layoutInCell="{inside}">')
    cell = Frame(3742, 9355, Cell(0, 0, 1))
    assert _read(xml, cell).strokes[0].left == pytest.approx(left, abs=0.05)
    assert _read(xml, _CELL).strokes[0].left == pytest.approx(MARGIN_MM + 10, abs=0.05)


@pytest.mark.parametrize(("told", "left"), [("", MARGIN_MM + 66.0 + 10), ("f", MARGIN_MM + 10)])
def test_the_margin_of_an_older_drawing_in_a_cell_is_the_cells_edge_too(told: str, left: float) -> None:
    allowed = f' o:allowincell="{told}"' if told else ""
    style = "position:absolute;mso-position-horizontal-relative:margin"
    xml = _pict(f'<v:line style="{style}"{allowed} from="10mm,3pt" to="70mm,3pt"/>')
    assert _read(xml, Frame(3742, 9355, Cell(0, 0, 1))).strokes[0].left == pytest.approx(left, abs=0.05)


def test_how_far_below_is_known_only_from_the_paragraph() -> None:
    down = '<wp:positionV relativeFrom="page"><wp:posOffset>360000</wp:posOffset></wp:positionV>'
    assert _read(_anchor(_connector(), cx=2160000, cy=0, down=down)).strokes[0].below is None


def test_dashes_and_colours_are_told() -> None:
    pen = (
        '<a:ln w="19050"><a:solidFill><a:srgbClr val="ff0000"/></a:solidFill><a:prstDash val="dash"/></a:ln>'
    )
    (line,) = _read(_anchor(_connector(pen), cx=2160000, cy=0)).strokes
    assert (line.solid, line.colour, line.weight) == (False, "FF0000", 1.5)


def test_a_line_in_the_themes_colour_has_that_colour() -> None:
    style = '<wps:style><a:lnRef idx="1"><a:schemeClr val="{}"/></a:lnRef></wps:style>'
    for name, colour in (("accent1", "4472C4"), ("tx1", ""), ("dk1", "")):
        shape = f'<wps:wsp><wps:cNvCnPr/><wps:spPr><a:prstGeom prst="line"/></wps:spPr>{style.format(name)}</wps:wsp>'
        (line,) = _read(_anchor(shape, cx=2160000, cy=0), scheme={"accent1": "4472C4"}).strokes
        assert (line.colour, line.weight) == (colour, 0.5)


def test_what_no_pen_draws_is_not_there() -> None:
    assert _read(_anchor(_connector("<a:ln><a:noFill/></a:ln>"), cx=2160000, cy=0)) == Drawings()


def test_a_shape_of_no_height_is_a_line_and_a_tall_one_is_not() -> None:
    rect = f'<wps:wsp><wps:cNvSpPr/><wps:spPr><a:prstGeom prst="rect"/>{_BLACK}</wps:spPr><wps:bodyPr/></wps:wsp>'
    assert len(_read(_anchor(rect, cx=2160000, cy=6350)).strokes) == 1
    found = _read(_anchor(rect, cx=2160000, cy=720000))
    assert not found.strokes
    assert (found.pictures[0].width, found.pictures[0].floating) == (60, True)


def test_a_flat_filled_shape_is_a_line_by_its_filling() -> None:
    inside = '<a:solidFill><a:srgbClr val="C00000"/></a:solidFill><a:ln><a:noFill/></a:ln>'
    rect = f'<wps:wsp><wps:cNvSpPr/><wps:spPr><a:prstGeom prst="rect"/>{inside}</wps:spPr><wps:bodyPr/></wps:wsp>'
    (line,) = _read(_anchor(rect, cx=2160000, cy=12700)).strokes
    assert line.colour == "C00000"
    assert line.weight == pytest.approx(1.0)


def test_an_upright_line_is_no_horizontal_one_and_a_turned_upright_one_is() -> None:
    assert not _read(_anchor(_connector(), cx=0, cy=2160000)).strokes
    turned = _connector(
        frame='<a:xfrm rot="5400000"><a:off x="0" y="0"/><a:ext cx="0" cy="2160000"/></a:xfrm>'
    )
    (line,) = _read(_anchor(turned, cx=0, cy=2160000)).strokes
    assert line.length == pytest.approx(60)
    assert line.left == pytest.approx(MARGIN_MM + 10 - 30, abs=0.05)


def test_a_slightly_uneven_line_drawn_by_hand_is_a_line() -> None:
    assert len(_read(_anchor(_connector(), cx=2160000, cy=12700)).strokes) == 1
    assert not _read(_anchor(_connector(), cx=2160000, cy=720000)).strokes


def test_shapes_of_a_group_are_measured_in_the_groups_units() -> None:
    inner = _connector(frame='<a:xfrm><a:off x="1000" y="500"/><a:ext cx="5000" cy="0"/></a:xfrm>')
    outer, units = '<a:off x="0" y="0"/><a:ext cx="3600000" cy="360000"/>', '<a:chExt cx="10000" cy="1000"/>'
    frame = f'<a:xfrm>{outer}<a:chOff x="0" y="0"/>{units}</a:xfrm>'
    group = f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr>{frame}</wpg:grpSpPr>{inner}</wpg:wgp>"
    (line,) = _read(_anchor(group, cx=3600000, cy=360000)).strokes
    assert line.length == pytest.approx(50)
    assert line.left == pytest.approx(MARGIN_MM + 10 + 10, abs=0.05)
    assert line.below == pytest.approx(1 + 5)


def test_numbers_without_measure_are_nought() -> None:
    for number in ("nan", "inf", "9" * 400, "1e400"):
        assert not _read(
            _anchor(_connector(), cx=2160000, cy=0).replace('cx="2160000"', f'cx="{number}"')
        ).strokes
        assert not _read(_pict(f'<v:line from="0,0" to="{number},0"/>')).strokes


def test_lengths_of_drawings_may_have_units() -> None:
    (line,) = _read(_anchor(_connector(), cx=2160000, cy=0).replace("2160000", "60mm")).strokes
    assert line.length == pytest.approx(60)


def test_an_inline_line_follows_the_paragraphs_alignment() -> None:
    graphic = f'<a:graphic><a:graphicData uri="{_MODERN}">{_connector()}</a:graphicData></a:graphic>'
    xml = (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="2160000" cy="0"/>{graphic}</wp:inline></w:drawing></w:r>'
    )
    (line,) = _read(xml, shape=Shape(align="center")).strokes
    assert line.left == pytest.approx(MARGIN_MM + 165 / 2 - 30, abs=0.05)
    assert line.below == 0


def test_pictures_are_told_with_their_size() -> None:
    graphic = '<a:graphic><a:graphicData uri="p"><pic:pic><pic:spPr/></pic:pic></a:graphicData></a:graphic>'
    extent = '<wp:extent cx="720000" cy="360000"/>'
    found = _read(f"<w:r><w:drawing><wp:inline>{extent}{graphic}</wp:inline></w:drawing></w:r>")
    assert [(p.width, p.height, p.floating) for p in found.pictures] == [(20, 10, False)]


_TEXT = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"


def _text_box(word: str, pen: str = _BLACK) -> str:
    text = f"<wps:txbx>{_TEXT.format(word)}</wps:txbx><wps:bodyPr lIns='36000' rIns='72000'/>"
    return f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:prstGeom prst="rect"/>{pen}</wps:spPr>{text}</wps:wsp>'


def _words(found: Drawings) -> list[str]:
    return ["".join(str(t) for t in box.content.itertext()) for box in found.boxes]


def test_a_text_box_gives_its_place_and_its_paragraphs() -> None:
    found = _read(_anchor(_text_box("MẬT"), cx=1080000, cy=360000), first_box=3)
    (told,) = found.boxes
    box = told.box
    assert (box.ordinal, box.width, box.height, box.framed) == (3, 30, 10, True)
    assert box.left == pytest.approx(MARGIN_MM + 10, abs=0.05)
    assert (told.inset_left, told.inset_right) == (1, 2)
    assert _words(found) == ["MẬT"]
    assert (found.strokes, found.pictures) == ((), ())


def test_a_text_box_without_an_outline_has_no_frame() -> None:
    for pen in ("", "<a:ln><a:noFill/></a:ln>"):
        (told,) = _read(_anchor(_text_box("a", pen), cx=1080000, cy=360000)).boxes
        assert not told.box.framed


def test_one_branch_of_an_alternate_content_is_read() -> None:
    text = f"<v:textbox>{_TEXT.format('cũ')}</v:textbox>"
    old = f'<v:shape type="#_x0000_t202" style="width:85pt;height:28pt">{text}</v:shape>'
    new = _anchor(_text_box("mới"), cx=1080000, cy=360000)
    branches = "<mc:Choice Requires='{}'>{}</mc:Choice><mc:Fallback>{}</mc:Fallback>"
    both = f"<w:r><mc:AlternateContent>{branches}</mc:AlternateContent></w:r>"
    assert _words(_read(both.format("wps", new, _pict(old)))) == ["mới"]
    assert _words(_read(both.format("cp", new, _pict(old)))) == ["cũ"]


def test_drawings_inside_a_text_box_belong_to_its_paragraphs() -> None:
    inner = f"<w:txbxContent><w:p>{_anchor(_connector(), cx=2160000, cy=0)}</w:p></w:txbxContent>"
    box = f"<wps:wsp><wps:cNvSpPr txBox='1'/><wps:spPr/><wps:txbx>{inner}</wps:txbx></wps:wsp>"
    found = _read(_anchor(box, cx=1080000, cy=360000))
    assert not found.strokes
    assert len(found.boxes) == 1


def test_deleted_and_hidden_drawings_are_not_shown() -> None:
    xml = _anchor(_connector(), cx=2160000, cy=0)
    assert _read(f"<w:del>{xml}</w:del>") == Drawings()
    assert _read(xml.replace('name="a"', 'name="a" hidden="1"')) == Drawings()
    assert _read(xml.replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")) == Drawings()
    assert len(_read(f"<w:ins>{xml}</w:ins>").strokes) == 1


def test_old_words_line_is_found_by_its_ends() -> None:
    style = "position:absolute;left:0;text-align:left;z-index:251657216"
    (line,) = _read(
        _pict(f'<v:line id="_x0000_s1026" style="{style}" from="41.35pt,3.65pt" to="164.85pt,3.65pt"/>')
    ).strokes
    assert line.length == pytest.approx(_WIDTH_MM)
    assert line.left == pytest.approx(MARGIN_MM + 41.35 * 25.4 / 72, abs=0.01)
    assert line.below == pytest.approx(3.65 * 25.4 / 72)
    assert (line.solid, line.colour, line.weight) == (True, "", 0.75)


@pytest.mark.parametrize(
    "ends",
    [('from="1cm,2mm"', 'to="5cm,2mm"'), ('from="5cm,2mm"', 'to="1cm,2mm"'), ('from="0,0"', 'to="4cm,0"')],
)
def test_the_ends_may_stand_in_any_unit_and_order(ends: tuple[str, str]) -> None:
    (line,) = _read(_pict(f'<v:line style="position:absolute" {ends[0]} {ends[1]}/>')).strokes
    assert line.length == pytest.approx(40)


def test_old_words_connector_is_a_line() -> None:
    style = "position:absolute;margin-left:1cm;margin-top:3.1pt;width:123.5pt;height:0;z-index:1"
    for told in ('type="#_x0000_t32"', 'o:connectortype="straight"', ""):
        (line,) = _read(_pict(f'<v:shapetype id="_x0000_t32"/><v:shape {told} style="{style}"/>')).strokes
        assert line.length == pytest.approx(_WIDTH_MM)
        assert line.left == pytest.approx(MARGIN_MM + 10, abs=0.01)


def test_a_line_centred_by_its_style_is_centred() -> None:
    style = "position:absolute;margin-left:5pt;width:6cm;height:0;mso-position-horizontal:center"
    (line,) = _read(_pict(f'<v:shape type="#_x0000_t32" style="{style}"/>'), _CELL).strokes
    assert line.left == pytest.approx(MARGIN_MM + (3742 + 9355) / 2 / 1440 * 25.4 - 30, abs=0.05)


def test_dashes_colours_and_weights_of_old_drawings() -> None:
    style = 'style="width:4cm;height:0" strokecolor="#c00000 [2404]" strokeweight="1.5pt"'
    (line,) = _read(_pict(f'<v:shape {style}><v:stroke dashstyle="1 1"/></v:shape>')).strokes
    assert (line.solid, line.colour, line.weight) == (False, "C00000", 1.5)
    (line,) = _read(
        _pict('<v:line from="0,0" to="4cm,0"><v:stroke color="black" weight="9360"/></v:line>')
    ).strokes
    assert line.colour == "000000"
    assert line.weight == pytest.approx(0.737, abs=0.001)
    assert _read(_pict('<v:line from="0,0" to="4cm,0" stroked="f"/>')) == Drawings()


def test_words_horizontal_rule_is_a_line_as_wide_as_the_column() -> None:
    told = 'o:hralign="center" o:hrstd="t" o:hr="t" fillcolor="gray" stroked="f"'
    rule = f'<v:rect style="width:{{}};height:1.5pt" {told} {{}}/>'
    (line,) = _read(_pict(rule.format("0", ""))).strokes
    assert line.length == pytest.approx(165, abs=0.1)
    assert line.colour == "808080"
    (line,) = _read(_pict(rule.format("0", 'o:hrpct="400"'))).strokes
    assert line.length == pytest.approx(66, abs=0.1)
    assert line.left == pytest.approx(MARGIN_MM + (165 - 66) / 2, abs=0.1)
    (line,) = _read(_pict(rule.format("6cm", ""))).strokes
    assert line.length == pytest.approx(60)


def test_old_groups_are_measured_in_their_units() -> None:
    line = '<v:line from="1000,500" to="6000,500"/>'
    box = f'<v:rect style="left:0;top:600;width:2000;height:400"><v:textbox>{_TEXT.format("a")}</v:textbox></v:rect>'
    style = "position:absolute;margin-left:1cm;margin-top:0;width:10cm;height:1cm"
    found = _read(
        _pict(f'<v:group style="{style}" coordorigin="0,0" coordsize="10000,1000">{line}{box}</v:group>')
    )
    assert found.strokes[0].length == pytest.approx(50)
    assert found.strokes[0].left == pytest.approx(MARGIN_MM + 20, abs=0.05)
    assert (found.boxes[0].box.width, found.boxes[0].box.below) == pytest.approx((20, 6))


def test_old_text_boxes_and_pictures() -> None:
    style = "position:absolute;margin-left:36pt;margin-top:10pt;width:3cm;height:1cm"
    text = f'<v:textbox inset="1mm,,2mm">{_TEXT.format("HỎA TỐC")}</v:textbox>'
    (told,) = _read(
        _pict(f'<v:shape type="#_x0000_t202" strokecolor="red" style="{style}">{text}</v:shape>')
    ).boxes
    assert (round(told.box.width, 3), told.box.framed, told.box.colour) == (30, True, "FF0000")
    assert (told.inset_left, told.inset_right) == pytest.approx((1, 2))
    (told,) = _read(_pict(f'<v:rect stroked="f" style="{style}">{text}</v:rect>')).boxes
    assert not told.box.framed
    found = _read(
        _pict('<v:shape type="#_x0000_t75" style="width:2cm;height:1cm"><v:imagedata r:id="rId9"/></v:shape>')
    )
    assert [round(p.width, 3) for p in found.pictures] == [20]


def test_broken_numbers_break_nothing() -> None:
    xml = _anchor(_connector(), cx=2160000, cy=0).replace('cx="2160000"', 'cx="x"').replace("360000", "?")
    assert not _read(xml).strokes
    assert not _read(
        _pict('<v:line from="a" to="b,c"/><v:group style="width:;;x"/><v:shape style="width:1e9q"/>')
    ).strokes


_FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:mimetype="application/vnd.oasis.opendocument.text" office:version="1.2"><office:body><office:text>
<text:p>Độc lập - Tự do - Hạnh phúc<draw:line text:anchor-type="paragraph" svg:x1="40mm" svg:y1="7mm" svg:x2="100mm"
 svg:y2="7mm"/></text:p>
<text:p><draw:frame text:anchor-type="paragraph" svg:x="20mm" svg:y="10mm" svg:width="30mm" svg:height="10mm">
<draw:text-box><text:p>MẬT</text:p></draw:text-box></draw:frame>Hộp</text:p>
</office:text></office:body></office:document>"""


@pytest.mark.libreoffice
def test_libreoffices_lines_and_boxes_are_found(tmp_path: Path) -> None:
    (tmp_path / "a.fodt").write_text(_FLAT, encoding="utf-8")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.fodt"),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    package = open_package((tmp_path / "a.docx").read_bytes(), "a.docx")
    found = [read_drawings(p, PAGE, TEXT, Shape()) for p in package.roots[package.main].iter(q("w:p"))]
    lines = [line for drawings in found for line in drawings.strokes]
    assert [round(line.length) for line in lines] == [60]
    assert [word for drawings in found for word in _words(drawings)] == ["MẬT"]
