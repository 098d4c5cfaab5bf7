"""Số, ký hiệu (Phụ lục I, II.3; Phụ lục III, Mục I): TT-22 … TT-26."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from engine.errors import Severity
from engine.rules.agency_names import spelling
from engine.rules.case import Case
from engine.rules.finding import Fault, Said, at, nowhere
from engine.rules.form import Form, centre_faults, form_faults
from engine.rules.head_text import NumberText, read_number
from engine.rules.letter import Part, PartName
from engine.rules.registry import rule
from engine.rules.told import is_issued_with
from engine.word.mends import SetText

_GROUP = re.compile(r"^[^\W\d_][\w&.]*$")
_AROUND_HYPHEN = re.compile(r"\s{0,20}-\s{0,20}")
_NO_TYPE = "CV"
"""What many write for công văn, which has no abbreviation."""


@rule(
    "TT-22",
    Severity.ERROR,
    "Phụ lục I, II.3c",
    asks=(
        "“Số: <số>/<ký hiệu>”: từ “Số” viết thường, sau có dấu hai chấm; giữa số và ký hiệu có dấu gạch chéo; các nhóm "
        "chữ viết tắt nối bằng gạch nối; cỡ {size.so-ky-hieu}, đứng, canh giữa dưới tên cơ quan.",
        "“Số: <number>/<symbol>”: the word “Số” with a colon, a slash before the symbol, groups joined by hyphens; "
        "{size.so-ky-hieu} pt, upright, centred below the issuer.",
    ),
    mend=(
        "Sửa theo mẫu “Số: 15/QĐ-UBND” (công văn: “Số: 15/UBND-VP”); cỡ {size.so-ky-hieu}, bỏ đậm, nghiêng; Home → "
        "Center.",
        "Write it as “Số: 15/QĐ-UBND” (công văn: “Số: 15/UBND-VP”); {size.so-ky-hieu} pt, no bold, no italic; Home "
        "→ Center.",
    ),
    wrong="Số 1186/2021/ubnd",
    right="Số: 1186/UBND-VP",
    why="Số để trống trong dự thảo là đúng. Chữ thường trong QyĐ, CTr, TTr, TrS, TTg và dấu & được nhận.",
)
def number_and_symbol(case: Case) -> Iterator[Fault]:
    part = case.letter.number
    if part is None:
        if not is_issued_with(case.letter):
            yield Fault(nowhere(PartName.NUMBER), Said("không có số, ký hiệu", "no number and symbol"))
        return
    told = read_number(part.first)
    wrong = next(_shape_faults(case, told), None)
    if wrong is not None:
        yield Fault(at(part), Said(f"“{part.text}”: {wrong.vi}", f"“{part.text}”: {wrong.en}"))
    yield from form_faults(part, Form(case.law.size(part.name), bold=False, italic=False))
    yield from centre_faults(part, case.letter.issuer, case.letter.superior)


def _shape_faults(case: Case, told: NumberText | None) -> Iterator[Said]:
    if told is None or not told.symbol.text.strip():
        yield Said("không có dấu gạch chéo hoặc ký hiệu", "no slash or no symbol")
        return
    if told.label.text != "Số":
        yield Said("phải bắt đầu bằng từ “Số”", "must begin with the word “Số”")
    if not told.colon.text:
        yield Said("thiếu dấu hai chấm sau từ “Số”", "no colon after “Số”")
    elif told.colon.start > told.label.end:
        yield Said("có dấu cách trước dấu hai chấm", "a blank before the colon")
    if not told.number.is_blank and told.number.value is None:
        yield Said(
            f"“{told.number.text.strip()}” không phải số", f"“{told.number.text.strip()}” is no number"
        )
    if told.year:
        yield Said(
            "văn bản hành chính không ghi năm trong ký hiệu",
            "administrative letters have no year in the symbol",
        )
    bad = [g for g in told.groups if not _GROUP.match(g) or g[0].islower()]
    if bad:
        yield Said(
            f"nhóm “{bad[0]}” trong ký hiệu không đúng", f"the group “{bad[0]}” of the symbol is not right"
        )
    kind = case.known.doctypes.get(case.letter.doctype)
    if len(told.groups) < 2 and (kind is None or kind.abbreviation or not kind.shows_name):
        yield Said("ký hiệu phải có ít nhất hai nhóm chữ", "the symbol needs two groups at least")


@rule(
    "TT-23",
    Severity.ERROR,
    "Phụ lục I, II.3c; Điều 15",
    asks=(
        "Số nhỏ hơn 10 ghi thêm số 0 phía trước; văn bản đã ban hành phải có số.",
        "A number below 10 has a zero before it; an issued letter has a number.",
    ),
    mend=("Thêm hoặc bớt số 0: “Số: 05/…”.", "Add or drop the zero: “Số: 05/…”."),
    wrong="Số: 5/UBND-VP",
    right="Số: 05/UBND-VP",
    why="Số để trống chỉ bị nhắc khi văn bản được khai báo là đã ban hành.",
)
def number_is_padded(case: Case) -> Iterator[Fault]:
    part = case.letter.number
    told = read_number(part.first) if part is not None else None
    if part is None or told is None:
        return
    field = told.number
    if field.is_blank and case.declared.status == "issued":
        yield Fault(at(part), Said("đã ban hành mà số để trống", "issued, but the number is blank"))
    elif (value := field.value) is not None and field.text.strip() != f"{value:02d}":
        asked = f"{value:02d}"
        start = field.start + len(field.text) - len(field.text.lstrip())
        end = start + len(field.text.strip())
        mends = (SetText(part.first.paragraph.key, start, end, asked),) if field.start >= 0 and value else ()
        found = field.text.strip()
        yield Fault(
            at(part), Said(f"số ghi “{found}”, phải là “{asked}”", f"“{found}”, asked “{asked}”"), mends=mends
        )


@rule(
    "TT-24",
    Severity.ERROR,
    "Phụ lục I, II.3c",
    asks=(
        "Không cách chữ quanh dấu gạch chéo và gạch nối của số, ký hiệu.",
        "No blanks around the slash and the hyphens of number and symbol.",
    ),
    mend=("Xóa dấu cách quanh “/” và “-”.", "Delete the blanks around “/” and “-”."),
    wrong="Số: 2559 /BHXH-TT&PTĐT",
    right="Số: 2559/BHXH-TT&PTĐT",
    why="Chỗ trống trước dấu gạch chéo khi chưa có số là chỗ để ghi số.",
)
def number_has_no_blanks(case: Case) -> Iterator[Fault]:
    part = case.letter.number
    told = read_number(part.first) if part is not None else None
    if part is None or told is None or not told.symbol.text.strip():
        return
    slash = told.slash.text.lstrip() if told.number.is_blank else told.slash.text
    spots = [(told.slash.end - len(slash), slash, "/")] if slash != "/" else []
    spots += [
        (told.symbol.start + m.start(), m.group(), "-")
        for m in _AROUND_HYPHEN.finditer(told.symbol.text)
        if m.group() != "-"
    ]
    if spots:
        key = part.first.paragraph.key
        mends = (
            tuple(SetText(key, s, s + len(old), new) for s, old, new in spots)
            if told.slash.start >= 0
            else ()
        )
        shown = unicodedata.normalize("NFC", part.first.raw).strip()
        yield Fault(at(part), Said(f"“{shown}” có dấu cách thừa", f"“{shown}” has blanks"), mends=mends)


@rule(
    "TT-25",
    Severity.ERROR,
    "Phụ lục I, II.3b; Phụ lục III, Mục I",
    asks=(
        "Ký hiệu của văn bản có tên loại bắt đầu bằng chữ viết tắt tên loại (QĐ, KH, TB, TTr, CTr, QyĐ …).",
        "The symbol of a named document begins with the type's abbreviation (QĐ, KH, TB, TTr, CTr, QyĐ …).",
    ),
    mend=(
        "Sửa nhóm đầu của ký hiệu theo bảng chữ viết tắt tên loại (Phụ lục III), giữ đúng chữ hoa, chữ thường.",
        "Write the first group as in the table of abbreviations (Appendix III), capitals as there.",
    ),
    wrong="TỜ TRÌNH – Số: 255/TTR-BHXH",
    right="TỜ TRÌNH – Số: 255/TTr-BHXH",
)
def symbol_names_the_type(case: Case) -> Iterator[Fault]:
    part, kind = case.letter.number, case.known.doctypes.get(case.letter.doctype)
    group = _first_group(part)
    if part is None or not group or kind is None or kind.abbreviation is None:
        return
    if group != kind.abbreviation:
        yield Fault(
            at(part),
            Said(
                f"nhóm đầu là “{group}”, {kind.name} viết tắt là “{kind.abbreviation}”",
                f"begins with “{group}”, {kind.name} is “{kind.abbreviation}”",
            ),
        )


@rule(
    "TT-26",
    Severity.ERROR,
    "Phụ lục I, II.3b",
    asks=(
        "Ký hiệu công văn: chữ viết tắt cơ quan ban hành, rồi đơn vị soạn thảo hoặc lĩnh vực; không có tên loại.",
        "The symbol of a công văn: the issuer's abbreviation, then the drafting unit or field; no type.",
    ),
    mend=(
        "Sửa nhóm đầu thành chữ viết tắt tên cơ quan: “Số: 15/UBND-VP”.",
        "Begin with the issuer: “Số: 15/UBND-VP”.",
    ),
    wrong="Số: 215/CV-SNV",
    right="Số: 215/SNV-VTLT",
    why="Chữ viết tắt cơ quan được đối chiếu với danh bạ khi danh bạ biết cơ quan ấy.",
)
def symbol_of_official_letter(case: Case) -> Iterator[Fault]:
    part, group = case.letter.number, _first_group(case.letter.number)
    if part is None or case.letter.doctype != "cong-van" or not group:
        return
    own = {n.symbol for _, n in case.issuers if n.symbol} or _usual(case)
    if group in own:
        return
    types = {k.abbreviation: k.name for k in case.known.doctypes.values() if k.abbreviation}
    if group in types or group.upper() == _NO_TYPE:
        name = types.get(group, "công văn")
        yield Fault(
            at(part), Said(f"nhóm đầu “{group}” là tên loại ({name})", f"“{group}” is a type ({name})")
        )
    elif any(n.symbol for _, n in case.issuers):
        asked = ", ".join(sorted(own))
        yield Fault(
            at(part),
            Said(
                f"nhóm đầu là “{group}”, danh bạ ghi cơ quan này là “{asked}”",
                f"begins with “{group}”, not “{asked}”",
            ),
        )


def _usual(case: Case) -> set[str]:
    """The usual abbreviation of an issuer that the directory does not know, by how its name begins."""
    name = spelling(case.letter.issuer.text) if case.letter.issuer is not None else ""
    return {short for full, short in case.law.symbols.items() if name.startswith(spelling(full))}


def _first_group(part: Part | None) -> str:
    told = read_number(part.first) if part is not None else None
    return told.groups[0] if told is not None else ""
