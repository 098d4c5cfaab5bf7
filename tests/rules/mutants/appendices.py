"""Appendices: TT-77 … TT-80."""

from __future__ import annotations

from collections.abc import Callable

from engine.rules.letter import Declared
from tests.rules.mutation import Docx, Mutant, Variant

_CLOSING = "Hướng dẫn cài đặt và danh sách"
_NOTE = "(Kèm theo"
_RIGHT = "(Kèm theo Công văn số 1186/UBND-VP ngày 16 tháng 7 năm 2021 của Ủy ban nhân dân huyện An Lão)"
_PAPER, _ELECTRONIC = Declared(medium="paper"), Declared(medium="electronic")
_Edit = Callable[[Docx], object]


def _closing(text: str) -> _Edit:
    return lambda d: d.p(_CLOSING).write(text)


def _replace(words: str, old: str, new: str) -> _Edit:
    return lambda d: d.p(words).replace(old, new)


def _look(words: str, **form: object) -> _Edit:
    return lambda d: d.p(words).look(**form)  # type: ignore[arg-type]


def _filled(text: str) -> _Edit:
    def edit(docx: Docx) -> None:
        for nth in (0, 1):
            docx.p(_NOTE, nth=nth).write(text)

    return edit


_HOUSE = "cong-van-phu-luc"
_TITLE = "HƯỚNG DẪN CÀI ĐẶT"
MUTANTS = (
    Mutant(
        "TT-77",
        "tay",
        "an appendix that is not there",
        _replace("Yêu cầu các", "thực hiện", "theo Phụ lục kèm theo"),
    ),
    Mutant(
        "TT-77",
        _HOUSE,
        "a third that is not there",
        _closing("Hướng dẫn và danh sách tại các Phụ lục I, II và III kèm theo./."),
    ),
    Mutant("TT-77", _HOUSE, "one that is not named", _closing("Hướng dẫn cài đặt tại Phụ lục I kèm theo./.")),
    Mutant("TT-77", _HOUSE, "none named", _closing("Các đơn vị nghiêm túc thực hiện./.")),
    Mutant(
        "TT-77",
        _HOUSE,
        "not called by its name",
        _closing("Các đơn vị thực hiện theo phụ lục hướng dẫn đính kèm./."),
    ),
    Mutant("TT-78", _HOUSE, "Arabic", _replace("Phụ lục II", "II", "2")),
    Mutant("TT-78", _HOUSE, "a gap", _replace("Phụ lục II", "II", "III")),
    Mutant(
        "TT-78",
        _HOUSE,
        "named rightly, numbered wrongly",
        lambda d: (
            _replace("Phụ lục II", "II", "III")(d),
            _closing("Xem Phụ lục I và Phụ lục II kèm theo./.")(d),
        ),
    ),
    Mutant("TT-78", _HOUSE, "no numeral", lambda d: d.p("Phụ lục II").write("Phụ lục")),
    Mutant("TT-79", _HOUSE, "13 pt", _look("Phụ lục I", size=13)),
    Mutant("TT-79", _HOUSE, "not bold", _look("Phụ lục I", bold=False)),
    Mutant("TT-79", _HOUSE, "flush left", lambda d: d.p("Phụ lục I").shape(align="left")),
    Mutant("TT-79", _HOUSE, "capitals", _replace("Phụ lục I", "Phụ lục", "PHỤ LỤC")),
    Mutant("TT-79", _HOUSE, "no label", lambda d: d.p("Phụ lục I").delete()),
    Mutant(
        "TT-79",
        _HOUSE,
        "a title in small letters",
        lambda d: d.p(_TITLE).write("Hướng dẫn cài đặt ứng dụng VssID"),
    ),
    Mutant("TT-79", _HOUSE, "no title", lambda d: d.p(_TITLE).delete()),
    Mutant(
        "TT-79",
        _HOUSE,
        "one line",
        lambda d: (d.p(_TITLE).delete(), d.p("Phụ lục I").write("Phụ lục I: HƯỚNG DẪN CÀI ĐẶT")),
    ),
    Mutant("TT-80", _HOUSE, "no line", lambda d: d.p(_NOTE).delete()),
    Mutant("TT-80", _HOUSE, "upright", _look(_NOTE, italic=False)),
    Mutant("TT-80", _HOUSE, "another number", _filled(_RIGHT.replace("1186", "1168"))),
    Mutant("TT-80", _HOUSE, "another symbol", _filled(_RIGHT.replace("UBND-VP", "UBND-VX"))),
    Mutant("TT-80", _HOUSE, "another day", _filled(_RIGHT.replace("ngày 16", "ngày 15"))),
    Mutant(
        "TT-80",
        _HOUSE,
        "another issuer",
        _filled(_RIGHT.replace("Ủy ban nhân dân huyện An Lão", "Sở Nội vụ")),
    ),
    Mutant("TT-80", _HOUSE, "unfilled on paper", lambda d: None, _PAPER),
    Mutant("TT-80", _HOUSE, "filled in an e-document", _filled(_RIGHT), _ELECTRONIC),
)

VARIANTS = (
    Variant(_HOUSE, "filled rightly on paper", _filled(_RIGHT), _PAPER),
    Variant(_HOUSE, "the issuer abbreviated", _filled(_RIGHT.replace("Ủy ban nhân dân", "UBND")), _PAPER),
    Variant(_HOUSE, "a day with strokes", _filled(_RIGHT.replace("16 tháng 7 năm 2021", "16/7/2021"))),
    Variant(_HOUSE, "unfilled in an e-document", lambda d: None, _ELECTRONIC),
    Variant(
        _HOUSE, "named one by one", _closing("Hướng dẫn tại Phụ lục I, danh sách tại Phụ lục II kèm theo./.")
    ),
    Variant(_HOUSE, "named together", _closing("Chi tiết tại các Phụ lục kèm theo./.")),
    Variant(_HOUSE, "named as a row", _closing("Chi tiết tại Phụ lục I đến Phụ lục II kèm theo./.")),
    Variant(
        "tay",
        "sent as a file of its own",
        _replace("Yêu cầu các", "thực hiện", "theo Phụ lục kèm theo"),
        Declared(external_appendices=True),
    ),
    Variant(
        "tay",
        "another act's appendix",
        _replace(
            "Yêu cầu các",
            "thực hiện",
            "theo Phụ lục I Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư",
        ),
    ),
    Variant("tay", "a contract's appendix", _replace("Yêu cầu các", "thực hiện", "ký phụ lục hợp đồng")),
)
