"""The page of NĐ 30/2020 in numbers: margins, columns, sizes. Shared by the templates' builder and the
letter.

Width budget (why 30/15 and 66/99): with the smallest lawful side margins (Phụ lục I, I.3) the text is 165 mm
wide. Quốc hiệu in bold 13 pt takes 95,7 mm and "Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026" in
italic 13 pt
98,7 mm: a right column of 99 mm holds both on one line. Agency names may take several lines (II.2b): they are
broken evenly, with a gutter that keeps them off Quốc hiệu.
"""

from __future__ import annotations

PAGE_MM = (210, 297)
MARGIN_TOP_MM = 20
MARGIN_BOTTOM_MM = 20
MARGIN_LEFT_MM = 30
MARGIN_RIGHT_MM = 15
TEXT_WIDTH_MM = PAGE_MM[0] - MARGIN_LEFT_MM - MARGIN_RIGHT_MM
LANDSCAPE_WIDTH_MM = PAGE_MM[1] - MARGIN_LEFT_MM - MARGIN_RIGHT_MM
TEXT_HEIGHT_MM = PAGE_MM[1] - MARGIN_TOP_MM - MARGIN_BOTTOM_MM

NAME_COLUMN_MM = 66
"""Left column of the header: tên cơ quan, số và ký hiệu, trích yếu công văn (ô 2, 3, 5b)."""
NAME_GUTTER_MM = 3
MOTTO_COLUMN_MM = TEXT_WIDTH_MM - NAME_COLUMN_MM
"""Right column of the header: Quốc hiệu, Tiêu ngữ, địa danh và thời gian (ô 1, 4)."""
RECEIVERS_COLUMN_MM = 78
"""Left column of the closing table: Nơi nhận (ô 9b)."""
SIGNATURE_COLUMN_MM = TEXT_WIDTH_MM - RECEIVERS_COLUMN_MM
"""Right column of the closing table (ô 7)."""

FIRST_LINE_MM = 12.7
"""First line of a paragraph: 1 cm or 1,27 cm (II.6e)."""
PARAGRAPH_GAP_PT = 6
"""Least gap between paragraphs (II.6e)."""
LINE_SPACING = 1.08
"""Between single and 1,5 lines (II.6e)."""
SIGNATURE_ROOM_MM = 30
"""Room between chức vụ and họ tên for the signature and the seal."""
RULE_SHARE = 0.4
"""Length of the line under issuer and trích yếu: 1/3 to 1/2 of the text (II.2b, II.5b)."""

MOTTO = "Độc lập - Tự do - Hạnh phúc"
STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"

TWIPS_PER_MM = 1440 / 25.4
EMU_PER_MM = 36_000

STYLES_14 = {
    "NdQuocHieu": 13,
    "NdTieuNgu": 14,
    "NdChuQuan": 13,
    "NdCoQuan": 13,
    "NdSoKyHieu": 13,
    "NdDiaDanh": 14,
    "NdTrichYeuCongVan": 13,
    "NdTenLoai": 14,
    "NdTrichYeu": 14,
    "NdKinhGui": 14,
    "NdKinhGuiMot": 14,
    "NdKinhGuiMuc": 14,
    "NdThamQuyen": 14,
    "NdCanCu": 14,
    "NdNoiDung": 14,
    "NdChuong": 14,
    "NdTenChuong": 14,
    "NdMuc": 14,
    "NdMucNho": 14,
    "NdDieu": 14,
    "NdKhoanTieuDe": 14,
    "NdKhoan": 14,
    "NdDiem": 14,
    "NdGach": 14,
    "NdCong": 14,
    "NdGhiChu": 14,
    "NdHinh": 14,
    "NdBang": 13,
    "NdChucVu": 14,
    "NdHoTen": 14,
    "NdChucDanhKhac": 14,
    "NdNoiNhan": 12,
    "NdNoiNhanMuc": 11,
    "NdDau": 13,
    "NdLienHe": 11,
    "NdSoTrang": 14,
    "NdPhuLuc": 14,
    "NdTenPhuLuc": 14,
    "NdKemTheo": 14,
}
"""Size in points of each component's style at the pair 13/14/14 (Phụ lục I, Mục V)."""

_SAME_AT_BOTH_PAIRS = {"NdDau", "NdSoKyHieu", "NdNoiNhan", "NdNoiNhanMuc", "NdLienHe", "NdPhuLuc"}


def style_sizes(body_size: int) -> dict[str, int]:
    """The size of each style: the pair 13/14/14 for 14, the pair 12/13/13 for 13; all move together
    (Mục V, note)."""
    if body_size == 14:
        return dict(STYLES_14)
    return {k: v if k in _SAME_AT_BOTH_PAIRS else v - 1 for k, v in STYLES_14.items()}


def twips(mm: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(mm * TWIPS_PER_MM)
