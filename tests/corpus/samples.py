"""The corpus: what each file is, how it is made, and the findings that a văn thư officer foretold from the decree.

The expectations were written before the linter had read any of these files. They name errors and warnings; hints
(severity info) are not foretold.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.corpus import changes
from tests.corpus import texts as t
from tests.corpus.pen import Way, write
from tests.corpus.texts import Line, Words


@dataclass(frozen=True)
class Sample:
    """One file. `expected` are the ids of the rules that must find something: all of them and no others."""

    name: str
    words: Words
    way: Way = field(default_factory=Way)
    expected: frozenset[str] = frozenset()
    finish: Callable[[Any], None] | None = None
    through: str = ""
    """Saved again by LibreOffice: "docx", or "odt" for odt and back."""

    def data(self) -> bytes:
        """The .docx as it leaves python-docx."""
        return write(self.words, self.way, self.finish)


W = Way()
CV, KH, QD, TT, TB, PL, MOT = (
    t.CONG_VAN, t.KE_HOACH, t.QUYET_DINH, t.TO_TRINH, t.THONG_BAO, t.PHU_LUC, t.CONG_VAN_MOT,
)  # fmt: skip
NGAN = CV.but(subject="V/v kiểm tra văn thư")


def _s(name: str, words: Words, *rules: str, way: Way = W, **more: Any) -> Sample:
    return Sample(name, words, way, frozenset(rules), **more)


def _body(words: Words, position: int, text: str) -> Words:
    """The words with another text in the body's line at this position."""
    lines = list(words.body)
    old = lines[position]
    lines[position] = Line(text, old.mark, old.bold, old.italic, old.align, old.indented)
    return words.but(body=tuple(lines))


def _marks(words: Words, *marks: str) -> Words:
    """The words with other marks before the body's lines."""
    return words.but(
        body=tuple(
            Line(line.text, mark, line.bold, line.italic, line.align, line.indented)
            for line, mark in zip(words.body, marks, strict=True)
        )
    )


LONG = CV.but(body=CV.body[:1] + tuple(Line(CV.body[1].text, f"{n}.") for n in range(1, 25)) + CV.body[-1:])

RIGHT = (
    _s("dung-bang", CV),
    _s("dung-hai-hang", KH, way=W.but(head="rows", format="styles", rule="drawing")),
    _s("dung-bon-cot", QD, way=W.but(head="four", format="defaults", rule="underscores")),
    _s("dung-long-nhau", PL, way=W.but(head="nested", numbers="automatic")),
    _s("dung-tab", NGAN, way=W.but(head="tabs", closing="tabs", rule="underscores")),
    _s("dung-khung", CV, way=W.but(head="boxes", rule="vml")),
    _s("dung-to-trinh", TT, way=W.but(rule="vml", closing="tabs", format="styles")),
    _s("dung-mot-noi", MOT, way=W.but(rule="drawing")),
    _s(
        "dung-bo-12",
        TB,
        way=W.but(
            sizes={
                "state": 12, "motto": 13, "place_date": 13, "superior": 12, "issuer": 12, "type_name": 13,
                "subject": 13, "body": 13, "authority": 13, "name": 13,
            }
        ),
    ),
    _s("dung-lui-1cm", KH, way=W.but(first=10, numbers="automatic", format="styles")),
    _s("dung-nhieu-trang", LONG),
    _s("dung-de-sua", CV, finish=changes.inserted),
    _s("dung-o-dieu-khien", CV, finish=changes.controls),
    _s("dung-khoa-hoa", CV.but(state="CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
    _s("dung-du-thao", CV.but(number="Số:      /SNV-VTLT", place_date="Bắc Ninh, ngày    tháng 3 năm 2024")),
)  # fmt: skip

SAVED_AGAIN = (
    _s("lai-bang", CV, through="docx"),
    _s("lai-hai-hang", KH, way=W.but(head="rows", format="styles", rule="drawing"), through="docx"),
    _s("lai-bon-cot", QD, way=W.but(head="four", format="defaults", rule="underscores"), through="docx"),
    _s("lai-tu-danh-so", PL, way=W.but(head="nested", numbers="automatic"), through="docx"),
    _s("lai-tab", NGAN, way=W.but(head="tabs", closing="tabs", rule="underscores"), through="docx"),
    _s("lai-khung", CV, way=W.but(head="boxes", rule="vml"), through="docx"),
    _s("lai-odt", TB, through="odt"),
    _s("lai-odt-kieu", TT, way=W.but(format="styles", rule="drawing"), through="odt"),
    _s("lai-sai-le", CV, "TT-03", "TT-04", way=W.but(margins=(15, 20, 25, 15)), through="docx"),
    _s("lai-sai-co", QD, "TT-43", way=W.but(sizes={"body": 15}), through="odt"),
)

PAGE = (
    _s("le-hep", CV, "TT-03", "TT-04", "TT-05", way=W.but(margins=(15, 15, 20, 10))),
    _s("giay-letter", CV, "TT-01", way=W.but(paper=(215.9, 279.4))),
    _s("phong-arial", CV, "TT-06", way=W.but(font="Arial")),
    _s("phong-kieu", KH, "TT-06", way=W.but(font="Calibri", format="styles")),
    _s("chu-mau", CV, "TT-07", way=W.but(looks={"body": {"colour": "1F3864"}})),
    _s("so-trang-cuoi", LONG, "TT-09", way=W.but(page_number="footer")),
    _s("khong-so-trang", LONG, "TT-09", way=W.but(page_number="none")),
    _s("so-trang-dau", LONG, "TT-10", way=W.but(page_number="first")),
    _s("so-trang-trai", LONG, "TT-09", way=W.but(page_number="left")),
    _s("nfd", _body(CV, 0, unicodedata.normalize("NFD", CV.body[0].text)), "TT-08"),
    _s("tcvn3", CV, "TT-06", "TT-08", finish=changes.tcvn3),
    _s("lech-bo-co", CV, "TT-13", way=W.but(sizes={"state": 12})),
)

HEAD = (
    _s("tieu-ngu-gach-dai", CV.but(motto="Độc lập – Tự do – Hạnh phúc"), "TT-15"),
    _s("tieu-ngu-dinh", CV.but(motto="Độc lập- Tự do- Hạnh phúc"), "TT-15"),
    _s("quoc-hieu-thuong", CV.but(state="Cộng hòa xã hội chủ nghĩa Việt Nam"), "TT-14"),
    _s("khong-ke", KH, "TT-16", "TT-20", "TT-36", way=W.but(rule="none")),
    _s("gach-chan", CV, "TT-16", "TT-20", "TT-21", way=W.but(rule="underline")),
    _s(
        "dam-nguoc",
        CV,
        "TT-18",
        "TT-19",
        way=W.but(looks={"issuer": {"bold": False}, "superior": {"bold": True}}),
    ),
    _s("so-khong-hai-cham", CV.but(number="Số 215/SNV-VTLT"), "TT-22"),
    _s("so-mot-chu-so", MOT.but(number="Số: 7/XLMH-TCHC"), "TT-23"),
    _s("so-cach", CV.but(number="Số: 215 / SNV - VTLT"), "TT-24"),
    _s("ky-hieu-sai-loai", KH.but(number="Số: 48/CTr-SYT"), "TT-25"),
    _s("cong-van-co-loai", CV.but(number="Số: 215/CV-SNV"), "TT-26"),
    _s("ngay-khong-dem", CV.but(place_date="Bắc Ninh, ngày 4 tháng 2 năm 2024"), "TT-28"),
    _s("thang-dem-thua", CV.but(place_date="Bắc Ninh, ngày 14 tháng 03 năm 2024"), "TT-29"),
    _s("ngay-khong-co", CV.but(place_date="Bắc Ninh, ngày 31 tháng 4 năm 2024"), "TT-32"),
    _s("thieu-dau-phay", CV.but(place_date="Bắc Ninh ngày 14 tháng 3 năm 2024"), "TT-30"),
    _s("ke-hoach-v-v", KH.but(subject="V/v triển khai tiêm chủng mở rộng quý II"), "TT-35"),
    _s("trich-yeu-hoa", KH.but(subject="TRIỂN KHAI TIÊM CHỦNG MỞ RỘNG QUÝ II"), "TT-35"),
    _s("loai-khong-dam", KH, "TT-34", way=W.but(looks={"type_name": {"bold": False}})),
    _s("trich-yeu-cham", CV.but(subject=CV.subject + "."), "TT-38"),
    _s("kinh-gui-nghieng", CV, "TT-40", way=W.but(looks={"to": {"italic": True}})),
    _s("kinh-gui-phay", CV.but(to=(CV.to[0] + ",", CV.to[1])), "TT-41"),
)

BODY = (
    _s("noi-dung-trai", LONG, "TT-43", way=W.but(looks={"body": {"align": "left"}})),
    _s("noi-dung-15", CV, "TT-43", way=W.but(sizes={"body": 15})),
    _s("khong-lui", CV, "TT-44", way=W.but(first=0)),
    _s(
        "lui-bang-trang",
        CV.but(body=tuple(Line("      " + f"{x.mark} {x.text}".strip()) for x in CV.body)),
        "TT-44",
        way=W.but(first=0),
    ),
    _s("doan-sat", CV, "TT-45", way=W.but(before=2)),
    _s("dong-doi", CV, "TT-46", way=W.but(spacing=2.0)),
    _s("can-cu-dung", QD, "TT-47", way=W.but(looks={"basis": {"italic": False}})),
    _s("can-cu-phay", QD.but(bases=(QD.bases[0][:-1] + ",", QD.bases[1])), "TT-47"),
    _s("diem-cham", _marks(CV, "", "1.", "2.", "a.", "b.", ""), "TT-56"),
    _s("nhay-so", _marks(CV, "", "1.", "3.", "a)", "b)", ""), "TT-57"),
    _s("nhay-so-la-ma", _marks(KH, "", "I.", "1.", "2.", "III.", "1.", "2."), "TT-57"),
    _s("het-khong-dau", _body(CV, -1, CV.body[-1].text.removesuffix("/.")), "TT-59"),
    _s(
        "khoan-hoa",
        _body(CV, 0, "Căn cứ quy định tại Khoản 2 điều 5 Luật Lưu trữ, Sở Nội vụ đề nghị các cơ quan:"),
        "TT-85",
    ),
    _s(
        "thieu-chu-so",
        _body(
            CV,
            0,
            "Thực hiện Kế hoạch 12/KH-UBND ngày 05 tháng 01 năm 2024 của Ủy ban nhân dân tỉnh Bắc Ninh về việc "
            "kiểm tra công vụ, Sở Nội vụ đề nghị các cơ quan, đơn vị:",
        ),
        "TT-50",
    ),
    _s(
        "vien-dan-thieu",
        _body(
            CV,
            0,
            "Thực hiện Kế hoạch số 12/KH-UBND của Ủy ban nhân dân tỉnh Bắc Ninh, Sở Nội vụ đề nghị các cơ quan:",
        ),
        "TT-48",
    ),
    _s("han-truoc-ngay-ky", CV.but(place_date="Bắc Ninh, ngày 16 tháng 5 năm 2024"), "TT-87"),
)

CLOSING = (
    _s("chuc-vu-thuong", CV.but(authority=("KT. Giám đốc", "Phó Giám đốc")), "TT-60"),
    _s("kt-khong-dau", CV.but(authority=("KT GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")), "TT-61"),
    _s("kt-sai-cap", CV.but(authority=("KT. GIÁM ĐỐC", "TRƯỞNG PHÒNG")), "TT-62"),
    _s("thieu-tm", QD.but(authority=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")), "TT-63"),
    _s("ten-hoa", CV.but(name="NGUYỄN VĂN MẪU"), "TT-66"),
    _s("hoc-vi", CV.but(name="TS. Nguyễn Văn Mẫu"), "TT-67"),
    _s("khong-cho-ky", CV, "TT-68", way=W.but(gap_lines=1)),
    _s("noi-nhan-khong-dam", CV, "TT-69", way=W.but(looks={"receivers_label": {"bold": False}})),
    _s("noi-nhan-13", CV, "TT-70", way=W.but(sizes={"receivers": 13})),
    _s("luu-khong-hai-cham", CV.but(copies=(*CV.copies[:-1], "Lưu VT, VTLT.")), "TT-71"),
    _s("thieu-nhu-tren", CV.but(copies=CV.copies[1:]), "TT-72"),
    _s("muc-dich-sau", CV.but(copies=("Như trên;", "Giám đốc Sở; (để b/c);", "Lưu: VT, VTLT.")), "TT-73"),
    _s("phu-luc-khong-nhac", PL.but(body=CV.body), "TT-77"),
    _s("phu-luc-thieu", CV.but(body=PL.body), "TT-77"),
    _s("phu-luc-13", PL, "TT-79", way=W.but(sizes={"label": 13})),
    _s(
        "kem-theo-sai-so",
        PL.but(appendix=(*PL.appendix[:2], PL.appendix[2].replace("215", "216"), PL.appendix[3])),
        "TT-80",
    ),
)

MANY = (
    _s(
        "nhieu-loi",
        CV.but(
            number="Số: 5/SNV-VTLT",
            place_date="Bắc Ninh, ngày 4 tháng 3 năm 2024",
            motto="Độc lập-Tự do-Hạnh phúc",
            copies=("Giám đốc Sở;", "Lưu: VT, VTLT."),
        ),
        "TT-04", "TT-06", "TT-15", "TT-23", "TT-28", "TT-44", "TT-72",
        way=W.but(margins=(20, 20, 25, 15), font="Arial", first=0),
    ),
    _s(
        "tab-nhieu-loi",
        NGAN.but(number="Số: 215/CV-SNV", authority=("Q GIÁM ĐỐC",), name="ThS. Nguyễn Văn Mẫu"),
        "TT-26", "TT-61", "TT-67",
        way=W.but(head="tabs", closing="tabs", rule="underscores"),
    ),
    _s(
        "khung-nhieu-loi",
        CV.but(state="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM", place_date="Bắc Ninh, ngày 14 tháng 03 năm 2024"),
        "TT-14", "TT-29",
        way=W.but(head="boxes", rule="vml"),
    ),
    _s(
        "blank-nhieu-loi",
        NGAN.but(copies=("Như trên;", "Lưu VT.")),
        # Set apart by blanks, nothing stands in the middle of its half of the page.
        "TT-15", "TT-16", "TT-18", "TT-20", "TT-22", "TT-31", "TT-71",
        way=W.but(head="blanks", closing="tabs", rule="none"),
    ),
)  # fmt: skip

SAMPLES = (*RIGHT, *SAVED_AGAIN, *PAGE, *HEAD, *BODY, *CLOSING, *MANY)
