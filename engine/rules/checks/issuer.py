"""The names of the agencies at the head (Phụ lục I, II.2): TT-18, TT-19, TT-20."""

from __future__ import annotations

from collections.abc import Iterator

from engine.errors import Severity
from engine.rules.agency_names import full_names, is_spelled, superior_names, unabridged
from engine.rules.case import Case
from engine.rules.drawn_lines import line_faults
from engine.rules.finding import Fault, Said, at, nowhere
from engine.rules.form import Form, centre_faults, form_faults
from engine.rules.letter import PartName
from engine.rules.measuring import lines_of
from engine.rules.registry import rule

_SHORTEST = 3
"""Letters: what is shorter may be a word."""
_NO_SUPERIOR = Said(
    "Nếu danh bạ đúng: xóa dòng tên cơ quan chủ quản. Nếu cơ quan có chủ quản: sửa danh bạ.",
    "If the directory is right, delete the line of the superior; else correct the directory.",
)


@rule(
    "TT-18",
    Severity.ERROR,
    "Phụ lục I, II.2a–b",
    asks=(
        "Tên cơ quan, tổ chức ban hành: tên chính thức, đầy đủ; chữ in hoa, cỡ {size.co-quan-ban-hanh}, đứng, đậm, "
        "canh giữa.",
        "The issuer's official name in full: capitals, {size.co-quan-ban-hanh} pt, upright, bold, centred.",
    ),
    mend=(
        "Gõ tên đầy đủ bằng chữ in hoa; Home → Font: cỡ {size.co-quan-ban-hanh}, Bold; Home → Center.",
        "Type the full name in capitals; Home → Font: {size.co-quan-ban-hanh} pt, Bold; Home → Center.",
    ),
    wrong="UBND HUYỆN AN LÃO",
    right="ỦY BAN NHÂN DÂN / HUYỆN AN LÃO",
    why="Tên được đối chiếu với danh bạ khi danh bạ biết cơ quan ấy vào ngày của văn bản; HÒA và HOÀ được coi là một. "
    "Cơ quan không có trong danh bạ thì không đối chiếu; tên của nó viết tắt (UBND, BHXH …) chỉ là cảnh báo. Chỉ tên "
    "cơ quan chủ quản được viết tắt.",
)
def issuer_name(case: Case) -> Iterator[Fault]:
    part = case.letter.issuer
    if part is None:
        yield Fault(nowhere(PartName.ISSUER), Said("không có tên cơ quan ban hành", "no issuer"))
        return
    yield from form_faults(part, Form(case.law.size(part.name), bold=True, italic=False, upper=True))
    yield from centre_faults(part, case.letter.superior, case.letter.number)
    names = [n for _, n in case.issuers]
    if names and not any(is_spelled(part.text, full_names(n)) for n in names):
        asked = " / ".join(dict.fromkeys(n.name.upper() for n in names))
        yield Fault(
            at(part),
            Said(
                f"ghi là “{part.text}”, danh bạ ghi “{asked}”",
                f"reads “{part.text}”, the directory has “{asked}”",
            ),
        )
    elif not names and (short := _abbreviated(case, part.text)):
        told = Said(
            f"tên cơ quan ban hành viết tắt “{short}”", f"the issuer's own name is abbreviated: “{short}”"
        )
        yield Fault(at(part), told, severity=Severity.WARNING)


def _abbreviated(case: Case, name: str) -> str:
    """The first common abbreviation in the name; names such as VNPT stand as they are."""
    shorts = {short for short in case.law.symbols.values() if len(short) > _SHORTEST}
    return next((word for word in name.split() if word.strip(",.;") in shorts), "")


@rule(
    "TT-19",
    Severity.ERROR,
    "Phụ lục I, II.2b",
    asks=(
        "Tên cơ quan chủ quản trực tiếp (nếu có) ở trên tên cơ quan ban hành: chữ in hoa, cỡ "
        "{size.co-quan-chu-quan}, đứng, không đậm.",
        "The superior agency, if any, above the issuer: capitals, {size.co-quan-chu-quan} pt, upright, not bold.",
    ),
    mend=(
        "Gõ tên cơ quan chủ quản ở dòng trên; Home → Font: cỡ {size.co-quan-chu-quan}, bỏ Bold. Cơ quan không có "
        "chủ quản thì bỏ dòng này.",
        "Type the superior agency on the line above; Home → Font: {size.co-quan-chu-quan} pt, no Bold. Delete the "
        "line where there is none.",
    ),
    wrong="BẢO HIỂM XÃ HỘI VIỆT NAM (in đậm)",
    right="BẢO HIỂM XÃ HỘI VIỆT NAM (không đậm)",
    why="Tên chủ quản được viết tắt những cụm từ thông dụng (UBND, HĐND …). Đối chiếu với danh bạ như TT-18.",
)
def superior_name(case: Case) -> Iterator[Fault]:
    part, issuer = case.letter.superior, case.letter.issuer
    if part is not None:
        yield from form_faults(part, Form(case.law.size(part.name), bold=False, italic=False, upper=True))
    day, directory = case.day, case.known.directory
    if day is None or issuer is None or not case.issuers:
        return
    asked = [superior_names(directory, agency, names, day) for agency, names in case.issuers]
    if part is None:
        if all(asked):
            name = asked[0][0]
            yield Fault(
                at(issuer), Said(f"thiếu tên cơ quan chủ quản “{name}”", f"no superior agency “{name}”")
            )
    elif not any(asked):
        said = Said("theo danh bạ, cơ quan này không có chủ quản", "the directory knows no superior")
        yield Fault(at(part), said, _NO_SUPERIOR, Severity.WARNING)
    elif not any(unabridged(part.text, case.law.symbols) in _spellings(case, one) for one in asked):
        name = next(one for one in asked if one)[0]
        yield Fault(
            at(part),
            Said(f"ghi là “{part.text}”, danh bạ ghi “{name}”", f"reads “{part.text}”, not “{name}”"),
        )


def _spellings(case: Case, names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(unabridged(name, case.law.symbols) for name in names)


@rule(
    "TT-20",
    Severity.ERROR,
    "Phụ lục I, II.2b",
    asks=(
        "Phía dưới tên cơ quan ban hành có đường kẻ ngang, nét liền, dài {lines.name} độ dài dòng chữ, cân đối.",
        "Below the issuer a solid horizontal line, {lines.name} as long as the text, in the middle.",
    ),
    mend=(
        "Insert → Shapes → Line, vẽ giữa dưới tên cơ quan, dài {lines.name} dòng chữ; không dùng Underline.",
        "Insert → Shapes → Line, drawn in the middle below the name, {lines.name} of the text; no Underline.",
    ),
    wrong="Đường kẻ dài bằng cả dòng tên cơ quan",
    right="Đường kẻ dài khoảng 2/5 dòng tên cơ quan, ở giữa",
    why="Tên nhiều dòng: so với dòng cuối hoặc dòng dài nhất.",
)
def issuer_line(case: Case) -> Iterator[Fault]:
    part = case.letter.issuer
    if part is not None:
        widths = lines_of(part)
        measures = (max(widths), widths[-1])
        yield from line_faults(case, part, case.letter.issuer_line, case.law.lines.name, measures)
