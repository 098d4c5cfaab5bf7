"""The closing and its marks: TT-60 … TT-76, TT-81 … TT-83, TT-89."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from engine.model.agency import Agency, Directory
from engine.rules.case import Known
from engine.rules.letter import Declared
from tests.rules.good_letters import DIRECTORY, known
from tests.rules.mutation import Docx, Mutant, Typed, Variant, W, child

_Edit = Callable[[Docx], object]
_HOUSE, _TYPED, _PROPOSAL = "cong-van", "tay", "to-trinh"
_NAME = "Nguyễn Mạnh Thắng"
_LABEL, _FILE, _ABOVE, _COPY = (
    "Nơi nhận:",
    "- Lưu: VT, VX.",
    "- Như trên;",
    "- Chủ tịch Ủy ban nhân dân huyện",
)
_NOTHING_KNOWN = Known(Directory.of(()), known().doctypes, known().act_types)
_STATE_TITLE = Known(
    Directory.of(
        [
            Agency(
                id="ubnd",
                kind="chuc-danh",
                name="Ủy ban nhân dân huyện An Lão",
                symbol="UBND",
                seat="An Lão",
                state_title=True,
                collective=True,
            ),
            *(a for a in DIRECTORY.agencies.values() if a.id != "ubnd"),
        ]
    ),
    known().doctypes,
    known().act_types,
)
_ACADEMIC = Known(
    Directory.of([a.model_copy(update={"academic_titles": True}) for a in DIRECTORY.agencies.values()]),
    known().doctypes,
    known().act_types,
)


_ORDER = "quyet-dinh"
_COMMITTEE = "ỦY BAN NHÂN DÂN HUYỆN AN LÃO"


def _decided_by(head: str) -> _Edit:
    """A line above the căn cứ names who decides (M1.2); the generator's own line is used where it prints one."""

    def edit(docx: Docx) -> None:
        lines = [p for p in docx.paragraphs() if p.text == _COMMITTEE]
        if lines:
            lines[-1].write(head)
        else:
            above = Typed(etree.fromstring(etree.tostring(docx.p("QUYẾT ĐỊNH:").element)))
            docx.p("Căn cứ").element.addprevious(above.write(head).element)

    return edit


def _write(words: str, text: str) -> _Edit:
    return lambda d: d.p(words).write(text)


def _look(words: str, **form: object) -> _Edit:
    return lambda d: d.p(words).look(**form)  # type: ignore[arg-type]


def _shape(words: str, **form: object) -> _Edit:
    return lambda d: d.p(words).shape(**form)  # type: ignore[arg-type]


def _delete(*words: str) -> _Edit:
    def edit(docx: Docx) -> None:
        for one in words:
            docx.p(one).delete()

    return edit


def _titles(*lines: str) -> _Edit:
    """The three lines of the block hold these; fewer lines delete from the top."""

    def edit(docx: Docx) -> None:
        block = [docx.p(w) for w in ("TM. ỦY", "KT. CHỦ", "PHÓ CHỦ")]
        for extra in lines[3:]:
            block.append(block[-1].copy_after(extra))
        for old, new in zip(reversed(block), reversed(lines), strict=False):
            old.write(new)
        for old in block[: len(block) - len(lines)]:
            old.delete()

    return edit


def _no_signature(docx: Docx) -> None:
    """Titles and name are blank; the cells stay."""
    for words in ("TM. ỦY", "KT. CHỦ", "PHÓ CHỦ", _NAME):
        docx.p(words).write("")


def _row_of_its_own(docx: Docx) -> None:
    """A row that holds nothing but the label, above the row of the list and the title."""
    cell = docx.p(_LABEL).element.getparent()
    assert cell is not None
    row = cell.getparent()
    assert row is not None
    copy = etree.fromstring(etree.tostring(row))
    for number, old in enumerate(copy.iter(f"{{{W}}}tc")):
        paragraphs = old.findall(f"{{{W}}}p")
        for extra in paragraphs[1:]:
            old.remove(extra)
        if number:
            for run in paragraphs[0].findall(f"{{{W}}}r"):
                paragraphs[0].remove(run)
    row.addprevious(copy)
    docx.p(_LABEL, nth=1).delete()


def _left_half(docx: Docx) -> None:
    """The columns of the closing change places."""
    cell = docx.p(_LABEL).element.getparent()
    assert cell is not None
    other = cell.getnext()
    assert other is not None
    other.addnext(cell)


def _all_footers(docx: Docx) -> None:
    """The contact line is repeated on every page: the first page has no footer of its own."""
    for section in docx.sections():
        for reference in section.findall(f"{{{W}}}footerReference"):
            if reference.get(f"{{{W}}}type") == "first":
                reference.set(f"{{{W}}}type", "default")
            else:
                section.remove(reference)


def _footer(edit: Callable[..., object]) -> _Edit:
    def change(docx: Docx) -> None:
        for part in docx.footers():
            for paragraph in docx.paragraphs(part):
                if paragraph.text.startswith(("Địa chỉ", "Điện thoại")):
                    edit(paragraph)

    return change


def _no_line_above(paragraph: object) -> None:
    form = paragraph.form  # type: ignore[attr-defined]
    for border in form.findall(f"{{{W}}}pBdr"):
        form.remove(border)
    border = child(form, "pBdr", ("pBdr", "tabs", "spacing", "ind", "jc", "rPr"))
    etree.SubElement(border, f"{{{W}}}top").set(f"{{{W}}}val", "nil")


def _without_borders(docx: Docx) -> None:
    """The box around KHẨN loses its lines."""
    *_, table = (t for t in docx.tree().iter(f"{{{W}}}tbl") if "KHẨN" in "".join(t.itertext()))
    for name in ("tblBorders", "tcBorders"):
        for borders in list(table.iter(f"{{{W}}}{name}")):
            for side in borders:
                side.set(f"{{{W}}}val", "nil")
    for style in table.iter(f"{{{W}}}tblStyle"):
        style.set(f"{{{W}}}val", "")


def _wide(docx: Docx) -> None:
    """The box around KHẨN is 35 mm wide."""
    *_, table = (t for t in docx.tree().iter(f"{{{W}}}tbl") if "KHẨN" in "".join(t.itertext()))
    for name in ("gridCol", "tcW"):
        for width in table.iter(f"{{{W}}}{name}"):
            width.set(f"{{{W}}}w", "1984")


_SIGNATURE = (
    Mutant("TT-60", _HOUSE, "not bold", _look("KT. CHỦ TỊCH", bold=False)),
    Mutant("TT-60", _HOUSE, "too small", _look("KT. CHỦ TỊCH", size=12)),
    Mutant("TT-60", _HOUSE, "italic", _look("PHÓ CHỦ TỊCH", italic=True)),
    Mutant("TT-60", _HOUSE, "not in capitals", _write("PHÓ CHỦ TỊCH", "Phó Chủ tịch")),
    Mutant("TT-60", _HOUSE, "aligned left", _shape("PHÓ CHỦ TỊCH", align="left")),
    Mutant("TT-60", _TYPED, "a line aligned right", _shape("KT. CHỦ TỊCH", align="right")),
    Mutant("TT-60", _HOUSE, "nobody signs", _no_signature),
    Mutant("TT-61", _HOUSE, "no dot", _write("KT. CHỦ TỊCH", "KT CHỦ TỊCH")),
    Mutant("TT-61", _HOUSE, "no blank", _write("KT. CHỦ TỊCH", "KT.CHỦ TỊCH")),
    Mutant("TT-61", _HOUSE, "two blanks", _write("KT. CHỦ TỊCH", "KT.  CHỦ TỊCH")),
    Mutant("TT-61", _HOUSE, "a stroke", _write("TM. ỦY BAN", "T/M ỦY BAN NHÂN DÂN")),
    Mutant("TT-61", _PROPOSAL, "acting, spelled out", _write("GIÁM ĐỐC", "QUYỀN GIÁM ĐỐC")),
    Mutant("TT-61", _PROPOSAL, "a mark that is none", _write("GIÁM ĐỐC", "TT. GIÁM ĐỐC")),
    Mutant("TT-62", _HOUSE, "no deputy below", _write("PHÓ CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
    Mutant("TT-62", _HOUSE, "the deputy of another", _write("PHÓ CHỦ TỊCH", "PHÓ GIÁM ĐỐC")),
    Mutant("TT-62", _HOUSE, "nothing below KT.", _delete("PHÓ CHỦ TỊCH")),
    Mutant("TT-62", _PROPOSAL, "a deputy without KT.", _write("GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
    Mutant("TT-63", _HOUSE, "a committee without TM.", _delete("TM. ỦY")),
    Mutant("TT-63", _HOUSE, "the same, nothing known", _delete("TM. ỦY"), known=_NOTHING_KNOWN),
    Mutant("TT-63", _PROPOSAL, "TM. before a head", _write("GIÁM ĐỐC", "TM. GIÁM ĐỐC")),
    Mutant("TT-63", _ORDER, "TM. though the chairman decides", _decided_by(f"CHỦ TỊCH {_COMMITTEE}")),
    Mutant("TT-63", _HOUSE, "TM. second", _titles("TM. ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
    Mutant(
        "TT-64", _HOUSE, "passed on", _titles("TUQ. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG")
    ),
    Mutant("TT-65", _HOUSE, "KT. of the same head", _titles("TL. CHỦ TỊCH", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
    Mutant("TT-65", _HOUSE, "TL. twice", _titles("TL. CHỦ TỊCH", "TL. CHÁNH VĂN PHÒNG", "TRƯỞNG PHÒNG")),
    Mutant(
        "TT-65",
        _HOUSE,
        "KT. before TL.",
        _titles("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "TL. CHỦ TỊCH"),
    ),
    Mutant("TT-66", _HOUSE, "in capitals", _write(_NAME, "NGUYỄN MẠNH THẮNG")),
    Mutant("TT-66", _HOUSE, "not bold", _look(_NAME, bold=False)),
    Mutant("TT-66", _HOUSE, "too big", _look(_NAME, size=15)),
    Mutant("TT-66", _TYPED, "aligned left", _shape(_NAME, align="left")),
    Mutant("TT-66", _HOUSE, "no title above", _titles()),
    Mutant("TT-66", _HOUSE, "a small initial", _write(_NAME, "Nguyễn mạnh Thắng")),
    Mutant("TT-66", _HOUSE, "no name", _write(_NAME, "")),
    Mutant("TT-67", _HOUSE, "doctor", _write(_NAME, f"TS. {_NAME}")),
    Mutant("TT-67", _HOUSE, "two titles", _write(_NAME, f"PGS.TS {_NAME}")),
    Mutant("TT-67", _HOUSE, "spelled out", _write(_NAME, f"Thạc sĩ {_NAME}")),
    Mutant("TT-68", _HOUSE, "no room", _shape(_NAME, before=200)),
)
_RECEIVERS = (
    Mutant("TT-69", _HOUSE, "not bold", _look(_LABEL, bold=False)),
    Mutant("TT-69", _HOUSE, "upright", _look(_LABEL, italic=False)),
    Mutant("TT-69", _HOUSE, "too big", _look(_LABEL, size=14)),
    Mutant("TT-69", _HOUSE, "no colon", _write(_LABEL, "Nơi nhận")),
    Mutant("TT-69", _HOUSE, "in capitals", _write(_LABEL, "NƠI NHẬN:")),
    Mutant("TT-69", _HOUSE, "not flush left", _shape(_LABEL, left=567)),
    Mutant("TT-69", _TYPED, "centred", _shape(_LABEL, align="center")),
    Mutant("TT-69", _TYPED, "a row above the title", _row_of_its_own),
    Mutant("TT-69", _HOUSE, "missing", _delete(_LABEL)),
    Mutant("TT-70", _HOUSE, "too big", _look(_COPY, size=12)),
    Mutant("TT-70", _HOUSE, "italic", _look(_COPY, italic=True)),
    Mutant("TT-70", _HOUSE, "a comma", lambda d: d.p(_COPY).replace("(để b/c);", "(để b/c),")),
    Mutant("TT-70", _HOUSE, "no mark", lambda d: d.p(_COPY).replace("(để b/c);", "(để b/c)")),
    Mutant("TT-70", _HOUSE, "no dash", lambda d: d.p(_COPY).replace("- Chủ tịch", "Chủ tịch")),
    Mutant("TT-70", _HOUSE, "a plus", lambda d: d.p(_COPY).replace("- Chủ tịch", "+ Chủ tịch")),
    Mutant("TT-70", _HOUSE, "no full stop", _write(_FILE, "- Lưu: VT, VX")),
    Mutant("TT-70", _TYPED, "indented", _shape(_COPY, left=567)),
    Mutant("TT-71", _HOUSE, "no colon", _write(_FILE, "- Lưu VT, VX.")),
    Mutant("TT-71", _HOUSE, "no VT", _write(_FILE, "- Lưu: VP, VX.")),
    Mutant("TT-71", _HOUSE, "no blank", _write(_FILE, "- Lưu: VT,VX.")),
    Mutant("TT-71", _HOUSE, "missing", _delete(_FILE)),
    Mutant("TT-72", _HOUSE, "not first", _delete(_ABOVE)),
    Mutant("TT-72", _HOUSE, "other words", _write(_ABOVE, "- Như Kính gửi;")),
    Mutant("TT-73", _HOUSE, "behind the semicolon", lambda d: d.p(_COPY).replace(" (để b/c);", "; (để b/c)")),
    Mutant("TT-73", _TYPED, "between semicolons", lambda d: d.p(_COPY).replace(" (để b/c);", "; (để b/c);")),
    Mutant("TT-74", _HOUSE, "beside the label", _write(_LABEL, "Nơi nhận: (20)")),
    Mutant("TT-74", _HOUSE, "small initials", _write(_FILE, "- Lưu: VT, VX. pl.(20)")),
    Mutant("TT-75", _HOUSE, "fewer than recipients", _write(_FILE, "- Lưu: VT, VX. PL.(3)")),
    Mutant("TT-75", _HOUSE, "fewer than are kept", _write(_FILE, "- Lưu: VT, VX (5). PL.(7)")),
    Mutant("TT-75", _HOUSE, "not as issued", _write(_FILE, "- Lưu: VT, VX. PL.(20)"), Declared(copies=21)),
    Mutant("TT-75", _HOUSE, "too few issued", lambda d: None, Declared(copies=2)),
    Mutant("TT-76", "lien-he", "on every page", _all_footers),
    Mutant("TT-76", "lien-he", "too big", _footer(lambda p: p.look(size=13))),
    Mutant("TT-76", "lien-he", "italic", _footer(lambda p: p.look(italic=True))),
    Mutant("TT-76", "lien-he", "no line above", _footer(_no_line_above)),
)
_STAMPS = (
    Mutant("TT-81", "khan", "another word", _write("KHẨN", "KHẨN CẤP")),
    Mutant("TT-81", "khan", "black", _look("KHẨN", colour="000000")),
    Mutant("TT-81", "khan", "not bold", _look("KHẨN", bold=False)),
    Mutant("TT-81", "khan", "too wide", _wide),
    Mutant("TT-81", "khan", "no box", _without_borders),
    Mutant("TT-82", "khan", "another word", lambda d: _in_header(d).write("LƯU HÀNH NỘI BÔ")),
    Mutant("TT-82", "khan", "small letters", lambda d: _in_header(d).write("Lưu hành nội bộ")),
    Mutant("TT-82", "khan", "too big", lambda d: _in_header(d).look(size=15)),
    Mutant("TT-83", _HOUSE, "typed", lambda d: d.p("V/v").copy_after("MẬT")),
    Mutant("TT-83", _TYPED, "in the body", lambda d: d.p("1. Bảo hiểm").copy_after("MẬT")),
)
_FIELDS = (
    Mutant("TT-89", _HOUSE, "symbol", lambda d: d.p("Số:").replace("-VP", "-VPHĐNDVÀUBNDHUYỆNANLÃOPTONGHOP")),
    Mutant(
        "TT-89",
        _HOUSE,
        "position",
        _write("PHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC KIÊM " + "TRƯỞNG BAN CHỈ ĐẠO " * 4),
    ),
)


def _in_header(docx: Docx):  # type: ignore[no-untyped-def]
    for part in docx.headers():
        for paragraph in docx.paragraphs(part):
            if "LƯU HÀNH" in paragraph.text:
                return paragraph
    raise ValueError("no circulation mark")


MUTANTS = (*_SIGNATURE, *_RECEIVERS, *_STAMPS, *_FIELDS)
VARIANTS = (
    Variant(
        _ORDER,
        "the chairman decides alone",
        lambda d: (_decided_by(f"CHỦ TỊCH {_COMMITTEE}")(d), d.p("TM. ỦY").delete()),
    ),
    Variant(_HOUSE, "a head signs for the collective", _titles("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
    Variant(_HOUSE, "by order", _titles("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
    Variant(
        _HOUSE,
        "by order, the unit's deputy",
        _titles("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
    ),
    Variant(_PROPOSAL, "a unit's head by order", _write("GIÁM ĐỐC", "TRƯỞNG PHÒNG")),
    Variant(_HOUSE, "authorised", _titles("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
    Variant(_HOUSE, "a state title issues", _titles("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), known=_STATE_TITLE),
    Variant(_PROPOSAL, "acting head", _write("GIÁM ĐỐC", "Q. GIÁM ĐỐC")),
    Variant(_HOUSE, "old way of marking tones", _write("TM. ỦY", "TM. UỶ BAN NHÂN DÂN")),
    Variant(_HOUSE, "a sector that prints titles", _write(_NAME, f"TS. {_NAME}"), known=_ACADEMIC),
    Variant(_HOUSE, "a colonel", _write(_NAME, f"Đại tá {_NAME}")),
    Variant(_HOUSE, "copies and drafter", _write(_FILE, "- Lưu: VT, VX (2). PL.(20)")),
    Variant(_HOUSE, "copies kept", _write(_FILE, "- Lưu: VT, VX (05b).")),
    Variant(_HOUSE, "VT alone", _write(_FILE, "- Lưu: VT.")),
    Variant(
        "khan", "a secret that the register knows", lambda d: d.p("KHẨN").write("KHẨN"), Declared(secret=True)
    ),
)
