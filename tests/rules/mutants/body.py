"""The body: TT-43 … TT-59, TT-90."""

from __future__ import annotations

from collections.abc import Callable

from tests.rules.mutation import Docx, Mutant, Typed, Variant

_OPENING = "Để học sinh"
_CLOSING = "Yêu cầu các cơ quan"
_ACT = "Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2021 của Ủy ban nhân dân thành phố về việc cải cách hành chính"
_Edit = Callable[[Docx], object]


def _shape(words: str, **form: object) -> _Edit:
    return lambda d: d.p(words).shape(**form)  # type: ignore[arg-type]


def _look(words: str, **form: object) -> _Edit:
    return lambda d: d.p(words).look(**form)  # type: ignore[arg-type]


def _replace(words: str, old: str, new: str) -> _Edit:
    return lambda d: d.p(words).replace(old, new)


def _says(*texts: str) -> _Edit:
    """The opening of the letter says this instead, one paragraph a text."""

    def edit(docx: Docx) -> None:
        first = docx.p(_OPENING)
        for text in reversed(texts[1:]):
            first.copy_after(text)
        first.write(texts[0])

    return edit


def _all(form: Callable[[Typed], object], first: str = _OPENING, last: str = _CLOSING) -> _Edit:
    def edit(docx: Docx) -> None:
        for paragraph in docx.all_between(first, last):
            form(paragraph)

    return edit


def _then(*edits: _Edit) -> _Edit:
    def edit(docx: Docx) -> None:
        for one in edits:
            one(docx)

    return edit


def _chapters(docx: Docx) -> None:
    """Two chapters, the second with a mục: a decision laid out as a regulation."""
    order = docx.p("QUYẾT ĐỊNH:")
    for text in ("QUY ĐỊNH CHUNG", "Chương I"):
        order.copy_after(text)
    above = docx.p("Phê duyệt danh sách Tổ công tác")
    for text in ("CƠ QUAN, ĐƠN VỊ", "Mục 1", "TỔ CHỨC THỰC HIỆN", "Chương II"):
        made = order.copy_after(text)
        above.element.addnext(made.element)


def _chaptered(edit: _Edit) -> _Edit:
    return _then(_chapters, edit)


def _title(docx: Docx) -> None:
    docx.p("1. Bảo hiểm xã hội huyện:").write("1. Trách nhiệm của Bảo hiểm xã hội huyện")


def _points(first: str, second: str) -> _Edit:
    """Other marks for a) and b)."""
    return _then(_replace("a) Chủ trì", "a)", first), _replace("b) Tổng hợp", "b)", second))


def _steps(*texts: str) -> _Edit:
    def edit(docx: Docx) -> None:
        for text in reversed(texts):
            docx.p(_OPENING).copy_after(text)

    return edit


def _spacer(docx: Docx) -> None:
    made = docx.p(_OPENING).copy_after("")
    for run in made.runs:
        made.element.remove(run)


def _without_bases(docx: Docx) -> None:
    docx.p("Căn cứ Luật").delete()
    docx.p("Căn cứ Quyết định").delete()


def _joined(docx: Docx) -> None:
    docx.p("Căn cứ Luật").replace("2015;", "2015; Luật Bảo hiểm y tế;")


_LONG = "2. Phòng Giáo dục"
MUTANTS = (
    Mutant("TT-43", "cong-van", "one paragraph flush left", _shape(_OPENING, align="left")),
    Mutant("TT-43", "tay", "all paragraphs flush left", _all(lambda p: p.shape(align="left"))),
    Mutant("TT-43", "cong-van", "a khoản centred", _shape(_LONG, align="center")),
    Mutant("TT-43", "cong-van", "one paragraph of 12 pt", _look(_LONG, size=12)),
    Mutant("TT-43", "cong-van", "one paragraph of 13 pt among 14", _look(_LONG, size=13)),
    Mutant("TT-43", "tay", "all of 12 pt", _all(lambda p: p.look(size=12))),
    Mutant("TT-43", "cong-van", "one paragraph italic", _look(_LONG, italic=True)),
    Mutant(
        "TT-43",
        "quyet-dinh",
        "all of 15 pt",
        _all(lambda p: p.look(size=15), "Căn cứ Luật", "Chánh Văn phòng"),
    ),
    Mutant("TT-44", "cong-van", "no indent", _shape(_LONG, first=0)),
    Mutant(
        "TT-44",
        "quyet-dinh",
        "no indent anywhere",
        _all(lambda p: p.shape(first=0), "Căn cứ Luật", "Chánh Văn"),
    ),
    Mutant("TT-44", "tay", "1.27 cm where the others have 1", _shape(_LONG, first=720)),
    Mutant("TT-44", "cong-van", "hanging as Word's lists", _shape(_LONG, left=720, first=-360)),
    Mutant("TT-44", "cong-van", "the whole paragraph moved in", _shape(_LONG, left=567, first=0)),
    Mutant(
        "TT-44",
        "tay",
        "blanks",
        _then(_shape(_LONG, first=0), _replace(_LONG, "2. Phòng", "        2. Phòng")),
    ),
    Mutant("TT-45", "cong-van", "no gap", _shape(_LONG, before=0)),
    Mutant("TT-45", "tay", "no gap in one style", _all(lambda p: p.shape(contextual=True))),
    Mutant("TT-45", "cong-van", "an empty line", _spacer),
    Mutant("TT-46", "cong-van", "double lines", _shape(_OPENING, line=480)),
    Mutant("TT-46", "cong-van", "exactly 12 pt", _shape(_OPENING, line=240, line_rule="exact")),
    Mutant("TT-46", "tay", "0.9 lines", _shape(_OPENING, line=216)),
    Mutant("TT-47", "quyet-dinh", "upright", _look("Căn cứ Luật", italic=False)),
    Mutant("TT-47", "quyet-dinh", "a comma at the end", _replace("Căn cứ Luật", "2015;", "2015,")),
    Mutant("TT-47", "to-trinh", "no mark at the end", _replace("Căn cứ Luật", "2015;", "2015")),
    Mutant(
        "TT-47",
        "quyet-dinh",
        "a semicolon after the last",
        lambda d: d.p("Căn cứ Quyết định").replace("y tế.", "y tế;"),
    ),
    Mutant("TT-47", "quyet-dinh", "two in one paragraph", _joined),
    Mutant("TT-47", "quyet-dinh", "none", _without_bases),
    Mutant(
        "TT-48",
        "cong-van",
        "no date",
        _says(
            _ACT.replace(" ngày 05 tháng 01 năm 2021", "").replace("Kế", "Thực hiện Kế", 1)
            + ", Ủy ban nhân dân huyện yêu cầu:"
        ),
    ),
    Mutant(
        "TT-48",
        "cong-van",
        "no issuer",
        _says(
            "Thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2021 về việc cải cách hành chính, "
            "Ủy ban nhân dân huyện yêu cầu:"
        ),
    ),
    Mutant(
        "TT-48",
        "cong-van",
        "no subject",
        _says(
            "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2021 của Ủy ban nhân dân thành phố, Ủy ban "
            "nhân dân huyện yêu cầu:"
        ),
    ),
    Mutant(
        "TT-48",
        "quyet-dinh",
        "a law with its number",
        _replace("Căn cứ Luật", "ngày 19", "số 77/2015/QH13 ngày 19"),
    ),
    Mutant(
        "TT-49",
        "cong-van",
        "in full again",
        _says(
            f"Thực hiện {_ACT}, Ủy ban nhân dân huyện yêu cầu:",
            "Kết quả thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2021 được báo cáo hằng quý.",
        ),
    ),
    Mutant(
        "TT-50",
        "cong-van",
        "no word số",
        _says(f"Thực hiện {_ACT}, Ủy ban nhân dân huyện yêu cầu:".replace("hoạch số", "hoạch")),
    ),
    Mutant(
        "TT-51", "quyet-dinh", "an Arabic chapter", _chaptered(_replace("Chương I", "Chương I", "Chương 1"))
    ),
    Mutant(
        "TT-51", "quyet-dinh", "a chapter in capitals", _chaptered(_replace("Chương I", "Chương", "CHƯƠNG"))
    ),
    Mutant("TT-51", "quyet-dinh", "a chapter flush left", _chaptered(_shape("Chương I", align="left"))),
    Mutant("TT-51", "quyet-dinh", "a chapter not bold", _chaptered(_look("Chương I", bold=False))),
    Mutant(
        "TT-51",
        "quyet-dinh",
        "its title in small letters",
        _chaptered(_replace("QUY ĐỊNH CHUNG", "QUY ĐỊNH CHUNG", "Quy định chung")),
    ),
    Mutant("TT-51", "quyet-dinh", "its title of 16 pt", _chaptered(_look("QUY ĐỊNH CHUNG", size=16))),
    Mutant("TT-52", "quyet-dinh", "a Roman mục", _chaptered(_replace("Mục 1", "Mục 1", "Mục I"))),
    Mutant(
        "TT-52",
        "ke-hoach",
        "small letters",
        _replace("I. MỤC ĐÍCH", "MỤC ĐÍCH, YÊU CẦU", "Mục đích, yêu cầu"),
    ),
    Mutant("TT-52", "ke-hoach", "not bold", _look("I. MỤC ĐÍCH", bold=False)),
    Mutant("TT-52", "ke-hoach", "a stroke for the dot", _replace("I. MỤC ĐÍCH", "I.", "I/")),
    Mutant(
        "TT-53",
        "quyet-dinh",
        "a chapter without a title",
        _chaptered(lambda d: d.p("QUY ĐỊNH CHUNG").delete()),
    ),
    Mutant(
        "TT-53",
        "quyet-dinh",
        "a điều without anything",
        _replace("Điều 1. Phê", "Phê duyệt danh sách tổ công tác", ""),
    ),
    Mutant("TT-54", "quyet-dinh", "not bold", _look("Điều 1. Phê", bold=False)),
    Mutant("TT-54", "quyet-dinh", "capitals", _replace("Điều 1. Phê", "Điều", "ĐIỀU")),
    Mutant("TT-54", "quyet-dinh", "a colon", _replace("Điều 1. Phê", "Điều 1.", "Điều 1:")),
    Mutant("TT-54", "quyet-dinh", "12 pt", _look("Điều 1. Phê", size=12)),
    Mutant("TT-54", "quyet-dinh", "not indented", _shape("Điều 1. Phê", first=0)),
    Mutant("TT-55", "cong-van", "brackets", _replace(_LONG, "2.", "2)")),
    Mutant("TT-55", "cong-van", "a stroke", _replace(_LONG, "2.", "2/")),
    Mutant("TT-55", "cong-van", "an untitled khoản bold", _look(_LONG, bold=True)),
    Mutant("TT-55", "cong-van", "a title not bold", _then(_title, _look("1. Trách nhiệm", bold=False))),
    Mutant("TT-56", "cong-van", "a dot", _points("a.", "b.")),
    Mutant("TT-56", "cong-van", "a stroke", _points("a/", "b/")),
    Mutant("TT-56", "cong-van", "in brackets", _points("(a)", "(b)")),
    Mutant("TT-56", "cong-van", "a letter left out", _replace("b) Tổng hợp", "b)", "c)")),
    Mutant("TT-56", "cong-van", "a letter twice", _replace("b) Tổng hợp", "b)", "a)")),
    Mutant("TT-56", "cong-van", "a letter that counts no điểm", _replace("b) Tổng hợp", "b)", "w)")),
    Mutant("TT-57", "cong-van", "a khoản left out", _replace(_LONG, "2.", "3.")),
    Mutant("TT-57", "cong-van", "a khoản twice", _replace(_LONG, "2.", "1.")),
    Mutant("TT-57", "ke-hoach", "a mục left out", _replace("II. TỔ CHỨC", "II.", "III.")),
    Mutant("TT-57", "quyet-dinh", "a điều twice", _replace("Điều 2. Trách", "Điều 2.", "Điều 1.")),
    Mutant(
        "TT-57",
        "quyet-dinh",
        "a chapter left out",
        _chaptered(_replace("Chương II", "Chương II", "Chương III")),
    ),
    Mutant(
        "TT-57",
        "tay",
        "Bước 3 twice",
        _steps("Bước 1: Mở ứng dụng.", "Bước 2: Đăng nhập.", "Bước 3: Chọn.", "Bước 3: Xác nhận."),
    ),
    Mutant(
        "TT-58",
        "cong-van",
        "decimals",
        _points("1.1.", "1.2."),
    ),
    Mutant("TT-59", "cong-van", "a blank before the end", _replace(_CLOSING, "./.", " ./.")),
    Mutant("TT-59", "cong-van", "no end", _replace(_CLOSING, "./.", ".")),
    Mutant("TT-59", "cong-van", "half an end", _replace(_CLOSING, "./.", "./")),
    Mutant("TT-59", "cong-van", "a typed tick", _replace(_CLOSING, "./.", "./✓")),
    Mutant("TT-59", "cong-van", "an end too early", _replace(_LONG, "thông minh.", "thông minh./.")),
    Mutant(
        "TT-59", "cong-van-phu-luc", "an appendix without an end", _replace("Mở kho ứng dụng", "./.", ".")
    ),
    Mutant(
        "TT-90",
        "cong-van",
        "bullets",
        _points("-", "-"),
    ),
)


def _aside(text: str, align: str, **look: object) -> _Edit:
    """A line by itself above the last paragraph, set without an indent."""

    def edit(docx: Docx) -> None:
        line = docx.p("2. Phòng").copy_after(text)
        line.shape(align=align, left=0, first=0).look(**look)  # type: ignore[arg-type]

    return edit


def _task_below_points(docx: Docx) -> None:
    """A short task, not bold, as the last one: no title."""
    docx.p(_CLOSING).element.addprevious(
        docx.p("2. Phòng").copy_after("3. Phân công người phụ trách").element
    )


_ASIDE = (
    Variant(
        "cong-van",
        "a caption in the middle",
        _aside("Bảng 1. Số học sinh theo trường", "center", italic=True),
    ),
    Variant("cong-van", "a caption on the left", _aside("Biểu 2: Kinh phí thực hiện", "left")),
    Variant("cong-van", "a unit of measure", _aside("Đơn vị tính: đồng", "right", italic=True, size=13)),
    Variant(
        "cong-van", "where the details are", _aside("(Chi tiết tại biểu kèm theo)", "center", italic=True)
    ),
    Variant("cong-van", "who is invited", _aside("Kính mời: Các đồng chí Ủy viên Ủy ban", "left")),
    Variant("cong-van", "a short task below others", _task_below_points),
)
VARIANTS = (
    *_ASIDE,
    Variant("quyet-dinh", "chapters and a mục", _chapters),
    Variant("cong-van", "a titled khoản", _title),
    Variant("cong-van", "a one-line paragraph flush left", _shape("1. Bảo hiểm xã hội huyện:", align="left")),
    Variant("tay", "gaps made by After", _all(lambda p: p.shape(before=0, after=120))),
    Variant("tay", "exact lines high enough", _all(lambda p: p.shape(line=360, line_rule="exact"))),
    Variant(
        "cong-van",
        "an act cited in full, then short",
        _says(
            f"Thực hiện {_ACT}, Ủy ban nhân dân huyện yêu cầu:",
            "Kết quả thực hiện Kế hoạch số 12/KH-UBND được báo cáo hằng quý.",
        ),
    ),
    Variant(
        "cong-van",
        "two acts of one issuer",
        _says(
            "Thực hiện Kế hoạch số 395/KH-BHXH ngày 17/3/2021 và Kế hoạch số 530/KH-BHXH ngày "
            "07/4/2021 của Bảo hiểm xã hội thành phố về việc cập nhật dữ liệu, Ủy ban nhân dân huyện "
            "yêu cầu:"
        ),
    ),
    Variant(
        "cong-van",
        "an act inside of another's subject",
        _says(
            "Thực hiện Nghị định số 42/2021/NĐ-CP ngày 31/3/2021 của Chính phủ sửa đổi, bổ sung một "
            "số điều của Nghị định số 30/2020/NĐ-CP, Ủy ban nhân dân huyện yêu cầu:"
        ),
    ),
    Variant(
        "cong-van",
        "an opinion asked in a letter",
        _says(
            "Xét đề nghị của Bảo hiểm xã hội huyện tại Tờ trình số 255/TTr-BHXH ngày 15/7/2021, Ủy "
            "ban nhân dân huyện yêu cầu:"
        ),
    ),
    Variant(
        "cong-van",
        "forms, fractions and dates are no acts",
        _says(
            "Lập Mẫu D02-LT/Mẫu D03-TS kèm Mẫu TK1-TS, trực 24/7 từ ngày 01/6/2021, tốc độ 5/10 Mb, "
            "theo Điều 5 Luật Bảo hiểm y tế:"
        ),
    ),
    Variant(
        "cong-van",
        "a sentence that begins with a citation",
        _says(
            "Điều 5 Luật Bảo hiểm y tế quy định trách nhiệm của người sử dụng lao động, đề nghị thực hiện:"
        ),
    ),
    Variant(
        "cong-van",
        "a sentence that begins with a day",
        _says("30. tháng 6 là hạn cuối nộp danh sách học sinh tham gia bảo hiểm y tế của các trường, gồm:"),
    ),
    Variant(
        "cong-van",
        "an initial",
        _says("C. Mác và những người cùng thời đã bàn nhiều về bảo hiểm, nay các trường tìm hiểu thêm để:"),
    ),
    Variant(
        "cong-van",
        "numbers inside of a sentence",
        _says("Các mức 1. thấp, 2. vừa và 3. cao được tính theo số học sinh của từng trường, cụ thể:"),
    ),
)
