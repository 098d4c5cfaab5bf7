"""The head of the letter and Kính gửi: TT-13 … TT-42."""

from __future__ import annotations

from typing import Any

from lxml import etree

from engine.rules.case import Known
from engine.rules.letter import Declared
from tests.rules.good_letters import known
from tests.rules.mutation import Docx, Mutant, Typed, Variant, W

STATE, MOTTO, ISSUER = "CỘNG H", "Độc lập", "HUYỆN AN LÃO"
NUMBER, PLACE, SUBJECT = "Số:", "An Lão, ngày", "V/v"
SALUTATION, FIRST, SECOND = "Kính gửi", "- Phòng Giáo dục", "- Bảo hiểm xã hội huyện"
NAMED = "Triển khai ứng dụng VssID cho học sinh"
_ISSUED = Declared(status="issued")


def _q(name: str) -> str:
    return f"{{{W}}}{name}"


def look(words: str, **form: Any) -> Any:
    """An edit: direct format of the letters of one paragraph."""
    return lambda d: d.p(words).look(**form)


def shape(words: str, **form: Any) -> Any:
    return lambda d: d.p(words).shape(**form)


def swap(words: str, old: str, new: str) -> Any:
    return lambda d: d.p(words).replace(old, new)


def write(words: str, text: str) -> Any:
    return lambda d: d.p(words).write(text)


def drop(words: str) -> Any:
    return lambda d: d.p(words).delete()


def chain(*edits: Any) -> Any:
    def every(docx: Docx) -> None:
        for edit in edits:
            edit(docx)

    return every


def _below(docx: Docx, words: str) -> Typed:
    """The paragraph below, that holds the line."""
    found = docx.p(words).element.getnext()
    assert found is not None
    return Typed(found)


def _no_line(words: str) -> Any:
    """The paragraph that is the line goes."""
    return lambda d: _below(d, words).delete()


def _line_indent(words: str, left: int, right: int) -> Any:
    """The line, a border, between these indents."""
    return lambda d: _below(d, words).shape(left=left, right=right)


def _dashed(docx: Docx) -> None:
    for border in _below(docx, MOTTO).form.find(_q("pBdr")):
        border.set(_q("val"), "dashed")


def _underscores(docx: Docx) -> None:
    """The line under the issuer typed as a row of underscores, as in the decree's own models."""
    line = docx.p(ISSUER).copy_after("_______")
    _below(docx, "_______").delete()
    line.look(bold=False)


def _blank_between(docx: Docx) -> None:
    docx.p(STATE).copy_after("")


def _column(docx: Docx, left: int) -> None:
    """The head's columns with so many twips for the left one."""
    table = next(docx.tree().iter(_q("tbl")))
    for width, column in zip((left, 9355 - left), table.find(_q("tblGrid")), strict=True):
        column.set(_q("w"), str(width))
    for row in table.findall(_q("tr")):
        for width, cell in zip((left, 9355 - left), row.findall(_q("tc")), strict=True):
            cell.find(_q("tcPr")).find(_q("tcW")).set(_q("w"), str(width))


def _superior(docx: Docx) -> None:
    """A superior above an issuer that the directory knows to have none."""
    first = docx.p("ỦY BAN NHÂN DÂN")
    copy = etree.fromstring(etree.tostring(first.element))
    first.element.addprevious(copy)
    Typed(copy).write("ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG").look(bold=False)


def _type_name(docx: Docx) -> None:
    """CÔNG VĂN in the middle of the page, above Kính gửi."""
    above = docx.p(SALUTATION)
    copy = etree.fromstring(etree.tostring(above.element))
    above.element.addprevious(copy)
    Typed(copy).write("CÔNG VĂN").look(bold=True, size=14).shape(align="center", left=0, first=0)


def _date_below(docx: Docx) -> None:
    """Place and date one row further down, beside trích yếu."""
    date = docx.p(PLACE)
    rows = list(docx.tree().iter(_q("tr")))
    target = rows[2].findall(_q("tc"))[1]
    moved = etree.fromstring(etree.tostring(date.element))
    target.insert(1, moved)
    date.write("")


def _add_salutation(docx: Docx) -> None:
    """Kính gửi on a plan."""
    first = docx.p("Ủy ban nhân dân huyện ban hành")
    copy = etree.fromstring(etree.tostring(first.element))
    first.element.addprevious(copy)
    Typed(copy).write("Kính gửi: Các phòng, ban thuộc huyện").shape(align="center", first=0)
    docx.p("Nơi nhận:").element.getnext().addprevious(docx.p("- Lưu").copy_after("- Như trên;").element)


def _own_line(docx: Docx) -> None:
    """A single addressee on a line of its own."""
    one = docx.p(SALUTATION)
    one.copy_after("- Bảo hiểm xã hội huyện An Lão").shape(left=3402, first=0, align="left")
    one.write("Kính gửi:")


def _unknown() -> Known:
    return Known(doctypes=known().doctypes, act_types=known().act_types)


def _moved_up(docx: Docx) -> None:
    """The first addressee on the line of Kính gửi."""
    docx.p(SALUTATION).write("Kính gửi: - Phòng Giáo dục và Đào tạo huyện An Lão;")
    docx.p(FIRST).delete()


def _beside(docx: Docx) -> None:
    """Trích yếu in the right column."""
    subject = docx.p(SUBJECT)
    cell = next(subject.element.iterancestors(_q("tc")))
    other = cell.getnext()
    other.insert(1, etree.fromstring(etree.tostring(subject.element)))
    subject.write("")


def _one_paragraph(docx: Docx) -> None:
    """Trích yếu after a line break in the number's paragraph."""
    number, subject = docx.p(NUMBER), docx.p(SUBJECT)
    number.element.append(etree.fromstring(f'<w:r xmlns:w="{W}"><w:br/></w:r>'))
    for run in subject.runs:
        number.element.append(run)
    subject.delete()


MUTANTS = (
    Mutant("TT-13", "cong-van", "12 14 14", look(STATE, size=12)),
    Mutant("TT-13", "tay", "13 13 14", chain(look(MOTTO, size=13), _line_indent(MOTTO, 1213, 1213))),
    Mutant("TT-13", "cong-van", "13 14 13", look(PLACE, size=13)),
    Mutant("TT-14", "cong-van", "thiếu", drop(STATE)),
    Mutant("TT-14", "cong-van", "sai chữ", swap(STATE, "CHỦ NGHĨA", "CHỦ NGHIÃ")),
    Mutant("TT-14", "tay", "không đậm", look(STATE, bold=False)),
    Mutant("TT-14", "cong-van", "nghiêng", look(STATE, italic=True)),
    Mutant("TT-14", "cong-van", "cỡ 11", look(STATE, size=11)),
    Mutant("TT-14", "cong-van", "chữ thường", write(STATE, "Cộng hòa xã hội chủ nghĩa Việt Nam")),
    Mutant("TT-14", "cong-van-mot-noi", "cột hẹp", lambda d: _column(d, 4082)),
    Mutant("TT-15", "cong-van", "thiếu", chain(_no_line(MOTTO), drop(MOTTO))),
    Mutant("TT-15", "cong-van", "gạch dài", write(MOTTO, "Độc lập – Tự do – Hạnh phúc")),
    Mutant("TT-15", "tay", "chữ hoa thừa", swap(MOTTO, "phúc", "Phúc")),
    Mutant("TT-15", "cong-van", "không cách", swap(MOTTO, " - Tự", "-Tự")),
    Mutant("TT-15", "cong-van", "không đậm", chain(look(MOTTO, bold=False), _line_indent(MOTTO, 1130, 1130))),
    Mutant("TT-15", "cong-van", "lệch trái", shape(MOTTO, align="left")),
    Mutant("TT-16", "cong-van", "không kẻ", _no_line(MOTTO)),
    Mutant("TT-16", "tay", "nửa dòng", _line_indent(MOTTO, 1950, 1950)),
    Mutant("TT-16", "cong-van", "nét đứt", _dashed),
    Mutant("TT-17", "cong-van", "cách 6 pt", shape(MOTTO, before=120)),
    Mutant("TT-17", "tay", "dòng rưỡi", shape(MOTTO, line=360)),
    Mutant("TT-17", "cong-van", "dòng trống", _blank_between),
    Mutant("TT-18", "cong-van", "không đậm", chain(*[look(w, bold=False) for w in ("ỦY BAN", ISSUER)])),
    Mutant("TT-18", "tay", "cỡ 14", look(ISSUER, size=14)),
    Mutant("TT-18", "cong-van", "viết tắt", write("ỦY BAN NHÂN DÂN", "UBND")),
    Mutant("TT-18", "to-trinh", "nghiêng", look(ISSUER, italic=True)),
    Mutant(
        "TT-19", "to-trinh", "đậm", chain(*[look(w, bold=True) for w in ("BẢO HIỂM", "THÀNH PHỐ HẢI PHÒNG")])
    ),
    Mutant("TT-19", "to-trinh", "sai tên", write("THÀNH PHỐ HẢI PHÒNG", "THÀNH PHỐ HÀ NỘI")),
    Mutant("TT-19", "cong-van", "thừa chủ quản", _superior),
    Mutant("TT-19", "to-trinh", "cỡ 11", look("THÀNH PHỐ HẢI PHÒNG", size=11)),
    Mutant("TT-20", "cong-van", "không kẻ", _no_line(ISSUER)),
    Mutant("TT-20", "tay", "dài cả dòng", _line_indent(ISSUER, 870, 870)),
    Mutant("TT-20", "cong-van", "lệch", _line_indent(ISSUER, 700, 2236)),
    Mutant("TT-21", "cong-van", "Tiêu ngữ", look(MOTTO, underline="single")),
    Mutant("TT-21", "to-trinh", "cơ quan", look("HUYỆN AN LÃO", underline="single")),
    Mutant("TT-21", "ke-hoach", "trích yếu", look(NAMED, underline="single")),
    Mutant("TT-22", "cong-van", "thiếu", drop(NUMBER)),
    Mutant("TT-22", "cong-van", "không hai chấm", swap(NUMBER, "Số:", "Số")),
    Mutant("TT-22", "tay", "cách trước hai chấm", swap(NUMBER, "Số:", "Số :")),
    Mutant("TT-22", "cong-van", "có năm", swap(NUMBER, "1186/", "1186/2021/")),
    Mutant("TT-22", "cong-van", "chữ thường", swap(NUMBER, "UBND-VP", "UBND-vp")),
    Mutant("TT-22", "tay", "cỡ 12", look(NUMBER, size=12)),
    Mutant("TT-22", "cong-van", "đậm", look(NUMBER, bold=True)),
    Mutant("TT-22", "cong-van", "lệch trái", shape(NUMBER, align="left")),
    Mutant("TT-22", "cong-van", "một nhóm", swap(NUMBER, "UBND-VP", "UBND")),
    Mutant("TT-23", "tay", "5", swap(NUMBER, "05/", "5/")),
    Mutant("TT-23", "cong-van", "thừa số 0", swap(NUMBER, "1186", "01186")),
    Mutant("TT-23", "cong-van", "trống mà đã ban hành", swap(NUMBER, "1186", "      "), _ISSUED),
    Mutant("TT-24", "cong-van", "trước gạch chéo", swap(NUMBER, "1186/", "1186 /")),
    Mutant("TT-24", "tay", "quanh gạch nối", swap(NUMBER, "UBND-VP", "UBND - VP")),
    Mutant("TT-25", "to-trinh", "TTR", swap(NUMBER, "TTr", "TTR")),
    Mutant("TT-25", "quyet-dinh", "QD", swap(NUMBER, "QĐ", "QD")),
    Mutant("TT-26", "cong-van", "CV", swap(NUMBER, "UBND-VP", "CV-UBND")),
    Mutant("TT-26", "cong-van", "cơ quan khác", swap(NUMBER, "UBND-VP", "HĐND-VP")),
    Mutant("TT-26", "tay", "TB, cơ quan lạ", swap(NUMBER, "UBND-VP", "TB-UBND"), known=_unknown()),
    Mutant("TT-27", "cong-van", "thiếu", drop(PLACE)),
    Mutant("TT-27", "tay", "không nghiêng", look(PLACE, italic=False)),
    Mutant("TT-27", "cong-van", "Ngày hoa", swap(PLACE, "ngày", "Ngày")),
    Mutant("TT-27", "cong-van", "cỡ 12", look(PLACE, size=12)),
    Mutant("TT-27", "cong-van", "trống mà đã ban hành", swap(PLACE, "ngày 16", "ngày    "), _ISSUED),
    Mutant("TT-28", "tay", "ngày 5", swap(PLACE, "ngày 05", "ngày 5")),
    Mutant("TT-28", "tay", "tháng 2", swap(PLACE, "tháng 02", "tháng 2")),
    Mutant("TT-29", "cong-van", "tháng 07", swap(PLACE, "tháng 7", "tháng 07")),
    Mutant("TT-30", "cong-van", "không phẩy", swap(PLACE, "An Lão,", "An Lão")),
    Mutant("TT-30", "cong-van", "chữ thường", swap(PLACE, "An Lão", "an Lão")),
    Mutant("TT-30", "tay", "trụ sở khác", swap(PLACE, "An Lão", "Kiến An")),
    Mutant("TT-31", "cong-van-mot-noi", "dòng dưới", _date_below),
    Mutant("TT-31", "cong-van", "lệch trái", shape(PLACE, align="left")),
    Mutant("TT-32", "cong-van", "31 tháng 6", swap(PLACE, "16 tháng 7", "31 tháng 6")),
    Mutant("TT-32", "cong-van", "tương lai", swap(PLACE, "16 tháng 7", "02 tháng 8")),
    Mutant("TT-33", "cong-van", "CÔNG VĂN", _type_name),
    Mutant("TT-34", "ke-hoach", "không đậm", look("KẾ HOẠCH", bold=False)),
    Mutant("TT-34", "quyet-dinh", "cỡ 16", look("QUYẾT ĐỊNH", size=16)),
    Mutant("TT-34", "ke-hoach", "lệch trái", shape("KẾ HOẠCH", align="left")),
    Mutant("TT-34", "to-trinh", "chữ thường", write("TỜ TRÌNH", "Tờ trình")),
    Mutant("TT-35", "ke-hoach", "không đậm", look(NAMED, bold=False)),
    Mutant("TT-35", "ke-hoach", "V/v", swap(NAMED, "Triển", "V/v triển")),
    Mutant("TT-35", "to-trinh", "nghiêng", look("Về việc", italic=True)),
    Mutant("TT-35", "quyet-dinh", "cỡ 12", look("Về việc", size=12)),
    Mutant("TT-36", "ke-hoach", "không kẻ", _no_line(NAMED)),
    Mutant("TT-36", "ke-hoach", "dài quá", _line_indent(NAMED, 2100, 2100)),
    Mutant("TT-37", "cong-van", "thiếu", drop(SUBJECT)),
    Mutant("TT-37", "cong-van", "Về việc", swap(SUBJECT, "V/v", "Về việc")),
    Mutant("TT-37", "tay", "đậm", look(SUBJECT, bold=True)),
    Mutant("TT-37", "cong-van", "cỡ 14", look(SUBJECT, size=14)),
    Mutant("TT-37", "tay", "không cách", shape(SUBJECT, before=0)),
    Mutant("TT-37", "tay", "cùng đoạn với số", _one_paragraph),
    Mutant("TT-37", "cong-van", "lệch trái", shape(SUBJECT, align="left")),
    Mutant("TT-37", "cong-van-mot-noi", "cột phải", _beside),
    Mutant("TT-38", "cong-van", "dấu chấm", swap(SUBJECT, "học sinh", "học sinh.")),
    Mutant(
        "TT-38",
        "tay",
        "dài",
        swap(SUBJECT, "học sinh", "học sinh " + "các trường trên địa bàn " * 6 + "huyện"),
    ),
    Mutant("TT-39", "cong-van-mot-noi", "thiếu", drop(SALUTATION)),
    Mutant("TT-39", "to-trinh", "thiếu", drop(SALUTATION)),
    Mutant("TT-39", "ke-hoach", "thừa", _add_salutation),
    Mutant("TT-40", "cong-van", "nghiêng", look(SALUTATION, italic=True)),
    Mutant("TT-40", "tay", "cỡ 12", chain(*[look(w, size=12) for w in (FIRST, SECOND)])),
    Mutant("TT-40", "cong-van", "không hai chấm", write(SALUTATION, "Kính gửi")),
    Mutant("TT-40", "tay", "cách trước hai chấm", write(SALUTATION, "Kính gửi :")),
    Mutant("TT-40", "cong-van-mot-noi", "dòng riêng", _own_line),
    Mutant("TT-41", "cong-van", "dấu phẩy", swap(FIRST, ";", ",")),
    Mutant("TT-41", "tay", "không chấm cuối", swap(SECOND, "huyện.", "huyện")),
    Mutant("TT-41", "cong-van", "không gạch", swap(FIRST, "- ", "")),
    Mutant("TT-41", "tay", "lệch nhau", shape(SECOND, left=3686)),
    Mutant(
        "TT-41",
        "cong-van",
        "canh giữa từng dòng",
        chain(*[shape(w, align="center", left=0) for w in (FIRST, SECOND)]),
    ),
    Mutant("TT-41", "cong-van", "cùng dòng Kính gửi", _moved_up),
    Mutant("TT-40", "cong-van-mot-noi", "không có nơi nhận", write(SALUTATION, "Kính gửi:")),
    Mutant("TT-41", "tay", "hai nơi một dòng", write(FIRST, "- Phòng Nội vụ huyện, Phòng Tư pháp huyện;")),
    Mutant("TT-30", "cong-van", "âm tiết sau viết thường", swap(PLACE, "An Lão", "An lão")),
    Mutant("TT-18", "cong-van", "viết tắt, cơ quan lạ", write("ỦY BAN NHÂN DÂN", "UBND"), known=_unknown()),
    Mutant("TT-37", "cong-van", "V/v hai lần", swap(SUBJECT, "triển khai", "trả lời V/v triển khai")),
    Mutant("TT-37", "cong-van", "V/v Triển khai", swap(SUBJECT, "triển khai", "Triển khai")),
    Mutant("TT-42", "tay", "dưới chữ Kính", chain(*[shape(w, left=1985) for w in (FIRST, SECOND)])),
)
VARIANTS = (
    Variant("cong-van", "HOÀ", swap(STATE, "HÒA", "HOÀ")),
    Variant("tay", "HÒA", swap(STATE, "HOÀ", "HÒA")),
    Variant(
        "cong-van",
        "bộ 12 13 13",
        chain(
            look(STATE, size=12), look(MOTTO, size=13), look(PLACE, size=13), _line_indent(MOTTO, 1213, 1213)
        ),
    ),
    Variant("tay", "kẻ bằng dấu gạch dưới", _underscores),
    Variant(
        "cong-van",
        "dự thảo chưa có số",
        chain(swap(NUMBER, "1186", "      "), swap(PLACE, "ngày 16", "ngày    ")),
    ),
    Variant("tay", "dấu chấm thay số", chain(swap(NUMBER, "05", "......"), swap(PLACE, "ngày 05", "ngày …"))),
    Variant("tay", "trích yếu cỡ 13", look(SUBJECT, size=13)),
    Variant("cong-van", "ký hiệu có &", swap(NUMBER, "UBND-VP", "UBND-TT&PTĐT")),
    Variant("cong-van", "tên cơ quan lạ", write(ISSUER, "HUYỆN XA LẠ")),
    Variant("to-trinh", "chủ quản viết tắt", chain(write("BẢO HIỂM XÃ HỘI", "BHXH"))),
    Variant("tay", "gạch đầu dòng như Mẫu 1.5", chain(*[shape(w, left=2552) for w in (FIRST, SECOND)])),
    Variant("cong-van", "canh giữa bằng dấu cách", lambda d: _by_blanks(d)),
    Variant("tay", "cách 6 pt đặt ở số", chain(shape(SUBJECT, before=0), shape(NUMBER, after=120))),
)


def _by_blanks(docx: Docx) -> None:
    """The number pushed to the middle by blanks, as typists do."""
    docx.p(NUMBER).shape(align="left").replace("Số:", " " * 11 + "Số:")
