"""word/styles.xml: one paragraph style for each component of NĐ 30/2020, named in Vietnamese."""

from __future__ import annotations

from dataclasses import dataclass

from engine.render import geometry
from engine.render.geometry import twips
from engine.render.template_builder.ooxml import PROLOGUE, W
from engine.typography.measure import width_mm

_FIRST = twips(geometry.FIRST_LINE_MM)
_GAP = geometry.PARAGRAPH_GAP_PT * 20
_LINE = round(240 * geometry.LINE_SPACING)
_TO_LEFT = twips(28)
_COLON = _TO_LEFT + twips(width_mm("Kính gửi", 14))
_GUTTER = twips(geometry.NAME_GUTTER_MM / 2)
_DASH = twips(width_mm("- ", 14))


@dataclass(frozen=True)
class Style:
    """A paragraph style: name shown in Word, indents and gaps in twips."""

    name: str
    align: str = "left"
    bold: bool = False
    italic: bool = False
    first: int = 0
    left: int = 0
    right: int = 0
    hanging: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    rule: str = "auto"
    keep_next: bool = False
    keep_lines: bool = False
    tabs: str = ""
    outline: int = -1


def _body(name: str, *, bold: bool = False, italic: bool = False, outline: int = -1) -> Style:
    keep = bold
    return Style(
        name, "both", bold, italic, first=_FIRST, before=_GAP, line=_LINE, keep_next=keep, outline=outline
    )


STYLES: dict[str, Style] = {
    "NdQuocHieu": Style("NĐ30 Quốc hiệu", "center", bold=True),
    "NdTieuNgu": Style("NĐ30 Tiêu ngữ", "center", bold=True),
    "NdChuQuan": Style("NĐ30 Cơ quan chủ quản", "center"),
    "NdCoQuan": Style("NĐ30 Cơ quan ban hành", "center", bold=True),
    "NdSoKyHieu": Style("NĐ30 Số, ký hiệu", "center", before=160),
    "NdDiaDanh": Style("NĐ30 Địa danh, thời gian", "center", italic=True, before=160),
    "NdTrichYeuCongVan": Style("NĐ30 Trích yếu công văn", "center", left=_GUTTER, right=_GUTTER, before=120),
    "NdTenLoai": Style("NĐ30 Tên loại", "center", bold=True, before=360, keep_next=True),
    "NdTrichYeu": Style("NĐ30 Trích yếu", "center", bold=True, keep_next=True),
    "NdKinhGui": Style("NĐ30 Kính gửi", left=_TO_LEFT, before=240, keep_next=True),
    "NdKinhGuiMot": Style("NĐ30 Kính gửi một nơi", "center", left=_FIRST, before=240, after=60),
    "NdKinhGuiMuc": Style("NĐ30 Kính gửi, mục", left=_COLON + _DASH, hanging=_DASH),
    "NdThamQuyen": Style("NĐ30 Thẩm quyền ban hành", "center", bold=True, before=240, keep_next=True),
    "NdCanCu": _body("NĐ30 Căn cứ", italic=True),
    "NdNoiDung": _body("NĐ30 Nội dung"),
    "NdChuong": Style("NĐ30 Chương", "center", bold=True, before=240, keep_next=True, outline=0),
    "NdTenChuong": Style("NĐ30 Tên chương", "center", bold=True, keep_next=True),
    "NdMuc": _body("NĐ30 Mục I, II", bold=True, outline=0),
    "NdMucNho": _body("NĐ30 Mục nhỏ", bold=True, outline=1),
    "NdDieu": _body("NĐ30 Điều", outline=1),
    "NdKhoanTieuDe": _body("NĐ30 Khoản có tiêu đề", bold=True, outline=1),
    "NdKhoan": _body("NĐ30 Khoản"),
    "NdDiem": _body("NĐ30 Điểm"),
    "NdGach": _body("NĐ30 Gạch đầu dòng"),
    "NdCong": _body("NĐ30 Dấu cộng"),
    "NdGhiChu": _body("NĐ30 Lưu ý", italic=True),
    "NdHinh": Style("NĐ30 Hình", "center", before=_GAP),
    "NdBang": Style("NĐ30 Ô bảng", before=20, after=20),
    "NdChucVu": Style("NĐ30 Quyền hạn, chức vụ", "center", bold=True, keep_next=True),
    "NdHoTen": Style("NĐ30 Họ tên", "center", bold=True, before=twips(geometry.SIGNATURE_ROOM_MM)),
    "NdChucDanhKhac": Style(
        "NĐ30 Chức danh khác", "center", bold=True, before=twips(geometry.SIGNATURE_ROOM_MM), keep_next=True
    ),
    "NdNoiNhan": Style("NĐ30 Nơi nhận", bold=True, italic=True),
    "NdNoiNhanMuc": Style(
        "NĐ30 Nơi nhận, mục",
        left=twips(width_mm("- ", 11)),
        hanging=twips(width_mm("- ", 11)),
        tabs=f'<w:tab w:val="right" w:pos="{twips(geometry.RECEIVERS_COLUMN_MM - 6)}"/>',
    ),
    "NdDau": Style("NĐ30 Dấu khẩn, mật, lưu hành", "center", bold=True),
    "NdLienHe": Style("NĐ30 Địa chỉ liên hệ", "center"),
    "NdSoTrang": Style("NĐ30 Số trang", "center"),
    "NdPhuLuc": Style("NĐ30 Phụ lục", "center", bold=True, keep_next=True, outline=0),
    "NdTenPhuLuc": Style("NĐ30 Tên phụ lục", "center", bold=True, keep_next=True),
    "NdKemTheo": Style("NĐ30 Kèm theo", "center", italic=True, keep_next=True),
    "NdDuongKe": Style("NĐ30 Đường kẻ", before=40, line=40, rule="exact"),
    "NdKhe": Style("NĐ30 Khe hở", line=20, rule="exact"),
    "NdKheBang": Style("NĐ30 Khe trên bảng", before=_GAP, line=20, rule="exact", keep_next=True),
    "NdLenh": Style("NĐ30 Lệnh mẫu"),
}

_FIXED_SIZES = {"NdDuongKe": 1, "NdKhe": 1, "NdKheBang": 1, "NdLenh": 8}


def _toggle(name: str, on: bool) -> str:
    return f"<w:{name}/>" if on else ""


def _paragraph_properties(style: Style) -> str:
    outline = f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline >= 0 else ""
    tabs = f"<w:tabs>{style.tabs}</w:tabs>" if style.tabs else ""
    first = f'w:hanging="{style.hanging}"' if style.hanging else f'w:firstLine="{style.first}"'
    return (
        f"{_toggle('keepNext', style.keep_next)}{_toggle('keepLines', style.keep_lines)}"
        f"<w:widowControl/>{tabs}"
        f'<w:spacing w:before="{style.before}" w:after="{style.after}" '
        f'w:line="{style.line}" w:lineRule="{style.rule}"/>'
        f'<w:ind w:left="{style.left}" w:right="{style.right}" {first}/>'
        f'<w:jc w:val="{style.align}"/>{outline}'
    )


def _style_xml(key: str, style: Style) -> str:
    size = 2 * (_FIXED_SIZES.get(key) or geometry.STYLES_14[key])
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{key}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{_paragraph_properties(style)}</w:pPr>'
        f"<w:rPr>{_toggle('b', style.bold)}{_toggle('bCs', style.bold)}{_toggle('i', style.italic)}"
        f'{_toggle("iCs", style.italic)}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def styles_xml() -> str:
    """The whole part, at the pair 13/14/14."""
    fonts = "".join(f' w:{s}="Times New Roman"' for s in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f'{PROLOGUE}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/>'
        '<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault>"
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        f"{''.join(_style_xml(k, s) for k, s in STYLES.items())}</w:styles>"
    )
