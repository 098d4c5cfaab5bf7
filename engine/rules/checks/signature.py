"""Ô 7a and 7b: how authority, title and name are printed, and the room for the signature (Phụ lục I, II.7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from engine.errors import Severity
from engine.rules.case import Case
from engine.rules.finding import Fault, Said, at, nowhere
from engine.rules.form import Form, centring, form_faults, number_words
from engine.rules.head_text import read_number
from engine.rules.letter import Letter, Part, PartName, Signature, Strip
from engine.rules.measuring import extent, is_centred, mm
from engine.rules.registry import rule

_NEAR = 5.0
"""Middles of lines that differ by less, mm, stand under each other: tabs and blanks are never exact."""


@rule(
    "TT-60",
    Severity.ERROR,
    "Phụ lục I, II.7đ",
    asks=(
        "Quyền hạn, chức vụ của người ký trình bày ở nửa bên phải, chữ in hoa, cỡ {size.quyen-han-chuc-vu}, kiểu "
        "chữ đứng, "
        "đậm, canh giữa.",
        "The signer's authority and title stand in the right half, in capitals, size {size.quyen-han-chuc-vu}, "
        "upright, "
        "bold, centred.",
    ),
    mend=(
        "Chọn các dòng quyền hạn, chức vụ; Home → Font: cỡ {size.quyen-han-chuc-vu}, Bold, bỏ Italic; nhấn Shift+F3 "
        "để đổi thành "
        "chữ in hoa; "
        "Home → Center.",
        "Select the lines; Home → Font: size {size.quyen-han-chuc-vu}, Bold, no Italic; Shift+F3 for capitals; Home "
        "→ Center.",
    ),
    wrong="Kt. Giám đốc\nPhó Giám đốc",
    right="KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC",
    why="Nhiều người cùng ký thì không xét bên phải. Dòng chữ đặt bằng tab hoặc dấu cách được đo bằng bề "
    "rộng thật của "
    "chữ. Có người ký mà thiếu hẳn chức vụ là lỗi của TT-66.",
)
def signature_block(case: Case) -> Iterator[Fault]:
    letter = case.letter
    if not letter.signatures:
        said = Said("không thấy chức vụ, họ tên người ký", "no signer's title and name found")
        yield Fault(nowhere(PartName.AUTHORITY), said)
    form = Form(case.law.size("quyen-han-chuc-vu"), bold=True, italic=False, upper=True)
    for signature in letter.signatures:
        block = Part(PartName.AUTHORITY, tuple(s for part in signature.authority for s in part.strips))
        if block.strips:
            yield from form_faults(block, form)
            yield from _off_centre(block, block.strips)
            if len(letter.signatures) == 1:
                yield from _on_the_left(case, block)


def _off_centre(part: Part, mates: Sequence[Strip]) -> Iterator[Fault]:
    """Lines that are not centred; those set with tabs or blanks are compared with the lines that stand with them."""
    for strip in part.strips:
        before = strip.paragraph.text[: strip.start].rpartition("\n")[2]
        if strip.paragraph.shape.align == "center" and not before:
            continue
        others = [mate for mate in mates if mate != strip] if before else []
        if before and not others:
            continue
        if is_centred(strip, *others, tolerance=_NEAR) is False:
            narrow = strip.paragraph.frame.cell is not None or strip.paragraph.frame.box is not None
            said = Said("không canh giữa", "not centred")
            yield Fault(at(strip, part.name), said, mends=centring(strip) if narrow else ())
            return


def _on_the_left(case: Case, block: Part) -> Iterator[Fault]:
    place = extent(block.first)
    width = mm(case.letter.word.sections[block.first.paragraph.section].text_width)
    if block.first.paragraph.frame.box is not None and block.first.paragraph.frame.box.left is None:
        return
    if place is not None and place.centre < width / 2 - _NEAR:
        said = Said("đặt ở nửa bên trái trang", "stands in the left half of the page")
        yield Fault(at(block), said)


@rule(
    "TT-66",
    Severity.ERROR,
    "Phụ lục I, II.7đ",
    asks=(
        "Họ và tên người ký ghi bằng chữ in thường, cỡ {size.ho-ten}, kiểu chữ đứng, đậm, canh giữa dưới chức vụ; "
        "phía trên phải "
        "có chức vụ.",
        "The signer's name is in sentence case, size {size.ho-ten}, upright, bold, centred under the title; a "
        "title stands above.",
    ),
    mend=(
        "Gõ họ tên bằng chữ thường, viết hoa chữ cái đầu mỗi âm tiết; Home → Font: cỡ {size.ho-ten}, Bold; Home → "
        "Center. Thiếu chức vụ "
        "thì thêm dòng chức vụ in hoa phía trên.",
        "Type the name with capital initials only; Home → Font: size {size.ho-ten}, Bold; Home → Center. Add the "
        "missing title above.",
    ),
    wrong="NGUYỄN VĂN MẪU",
    right="Nguyễn Văn Mẫu",
    why="Học hàm, học vị trước họ tên do TT-67 xét.",
)
def signer_name(case: Case) -> Iterator[Fault]:
    form = Form(case.law.size("ho-ten"), bold=True, italic=False)
    for signature in case.letter.signatures:
        name = signature.name
        if name is None:
            where = (
                at(signature.authority[-1], PartName.SIGNER)
                if signature.authority
                else nowhere(PartName.SIGNER)
            )
            if not _is_name_apart(case.letter, signature):
                said = Said("không thấy họ tên người ký", "no signer's name found")
                yield Fault(where, said, severity=Severity.INFO if _is_draft(case) else None)
            continue
        if not signature.authority and not _is_title_apart(case.letter, signature):
            yield Fault(at(name), Said("không có chức vụ phía trên họ tên", "no title above the name"))
        yield from _name_case(case, name)
        yield from form_faults(name, form)
        yield from _off_centre(name, [s for part in signature.authority for s in part.strips])


def _is_name_apart(letter: Letter, signature: Signature) -> bool:
    """The next block holds a name alone: a name typed below the table of the title is that signer's."""
    follows = letter.signatures[letter.signatures.index(signature) + 1 :][:1]
    return bool(signature.authority) and any(s.name is not None and not s.authority for s in follows)


def _is_title_apart(letter: Letter, signature: Signature) -> bool:
    before = letter.signatures[: letter.signatures.index(signature)][-1:]
    return any(s.authority and s.name is None for s in before)


def _is_draft(case: Case) -> bool:
    """Number and day are left to the pen, and nobody says that the letter is issued."""
    part, told = case.letter.number, case.told_date
    number = read_number(part.first) if part is not None else None
    return (
        case.declared.status != "issued"
        and number is not None
        and number.number.is_blank
        and told is not None
        and told.day.is_blank
    )


def _name_case(case: Case, name: Part) -> Iterator[Fault]:
    words = bare_name(name.text, case.law.academic).split()
    if any(r.look.caps for r in name.runs) or (len(words) > 1 and all(w.isupper() for w in words)):
        yield Fault(at(name), Said("họ tên viết hoa toàn bộ", "the name is in capitals"))
    elif any(w[:1].islower() for w in words):
        said = Said("họ tên có chữ cái đầu không viết hoa", "an initial of the name is not a capital")
        yield Fault(at(name), said)


def bare_name(name: str, titles: Iterable[str]) -> str:
    """The name without academic titles and ranks before it."""
    ranked = _RANK.sub("", name)
    found = _prefix(titles).match(ranked)
    return ranked[found.end() :] if found else ranked


_RANK = re.compile(r"^(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)\.?,? ")
"""Of the army and the police: allowed before a name."""


_SPELLED: tuple[str, ...] = (
    "Giáo sư", "Phó Giáo sư", "Tiến sĩ", "Tiến sỹ", "Thạc sĩ", "Thạc sỹ", "Bác sĩ", "Bác sỹ", "Kỹ sư", "Cử nhân",
    "Nghệ sĩ", "Nhà giáo", "Thầy thuốc", "Anh hùng",
)  # fmt: skip


def _prefix(titles: Iterable[str]) -> re.Pattern[str]:
    short = sorted((re.escape(t.rstrip(".")) for t in titles), key=len, reverse=True)
    spelled = [re.escape(s) + r"(?:\s+(?:ưu tú|nhân dân|Lao động|khoa học))?" for s in _SPELLED]
    return re.compile(
        rf"^(?:(?:(?:{'|'.join(short)})(?:\s*[.,]\s*|\s+)|(?:{'|'.join(spelled)})[\s.,]+))+(?=\S)"
    )


@rule(
    "TT-67",
    Severity.WARNING,
    "Phụ lục I, II.7c",
    asks=(
        "Trước họ tên người ký không ghi học hàm, học vị và danh hiệu danh dự, trừ ngành được phép (giáo "
        "dục, y tế, khoa học, "
        "lực lượng vũ trang).",
        "No academic or honorary titles before the signer's name, except in sectors where they are allowed.",
    ),
    mend=(
        "Xóa chữ chỉ học hàm, học vị, danh hiệu trước họ tên người ký.",
        "Delete the academic or honorary title before the name.",
    ),
    wrong="TS. Nguyễn Văn Mẫu",
    right="Nguyễn Văn Mẫu",
    why="Không báo khi danh bạ cho phép (academic_titles) hoặc tên cơ quan cho biết thuộc ngành được ghi: "
    "trường, bệnh viện, "
    "viện, công an, quân đội. Cấp bậc quân hàm không bị coi là học vị.",
)
def no_academic_titles(case: Case) -> Iterator[Fault]:
    if _may_print_titles(case):
        return
    prefix = _prefix(case.law.academic)
    for signature in case.letter.signatures:
        found = prefix.match(signature.name.text) if signature.name else None
        if signature.name and found:
            title = found[0].strip()
            yield Fault(at(signature.name), Said(f"“{title}” trước họ tên", f"“{title}” before the name"))


def _may_print_titles(case: Case) -> bool:
    if any(agency.academic_titles for agency, _ in case.issuers):
        return True
    names = " ".join(p.text for p in (case.letter.superior, case.letter.issuer) if p is not None).upper()
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", names) for word in case.law.academic_issuers)


@rule(
    "TT-68",
    Severity.WARNING,
    "Phụ lục I, II.7d",
    asks=(
        "Giữa chức vụ và họ tên có chỗ trống cho chữ ký.",
        "There is room for a signature between title and name.",
    ),
    mend=(
        "Thêm ít nhất {signature_lines} dòng trống giữa chức vụ và họ tên, hoặc tăng Home → Paragraph → Before của "
        "dòng "
        "họ tên cho đủ {signature_room} mm.",
        "Leave at least {signature_lines} blank lines, or raise Home → Paragraph → Before of the name to "
        "{signature_room} mm.",
    ),
    wrong="PHÓ GIÁM ĐỐC\nNguyễn Văn Mẫu",
    right="PHÓ GIÁM ĐỐC\n\n\n\nNguyễn Văn Mẫu",
    why="Đủ chỗ là từ {signature_room} mm hoặc từ {signature_lines} dòng trống. Ảnh chữ ký nằm giữa chức vụ và họ "
    "tên được tính là chỗ ký.",
    sure=False,
)
def room_to_sign(case: Case) -> Iterator[Fault]:
    least = case.law.signature_room
    for signature in case.letter.signatures:
        if signature.name is None or not signature.authority:
            continue
        if signature.room is None:
            said = Said(
                "Không xác định được khoảng cách giữa chức vụ và họ tên nên không kiểm tra chỗ ký",
                "The distance between title and name is unknown, so the room for a signature is not checked",
            )
            yield Fault(at(signature.name), said, severity=Severity.INFO)
        elif signature.room < least and _blank_lines(case, signature) < case.law.signature_lines:
            room = number_words(round(signature.room))
            said = Said(
                f"chỉ có {room} mm, cần từ {number_words(least)} mm",
                f"only {room} mm, {number_words(least)} mm are needed",
            )
            yield Fault(at(signature.name), said)


def _blank_lines(case: Case, signature: Signature) -> int:
    """Lines between title and name that are high enough to be signed on; what stands beside them does not count."""
    assert signature.name is not None
    above, below = signature.authority[-1].last, signature.name.first
    if above.paragraph.key == below.paragraph.key:
        return above.paragraph.text.count("\n", above.end, below.start) - 1
    least = case.law.size("noi-nhan-muc")[0]
    between = [
        p
        for p in case.letter.word.paragraphs
        if above.paragraph.number < p.number < below.paragraph.number
        and p.frame.cell == below.paragraph.frame.cell
    ]
    high = [p for p in between if max([p.mark.size, *(r.look.size for r in p.runs)]) >= least]
    breaks = above.paragraph.text.count("\n", above.end) + below.paragraph.text.count("\n", 0, below.start)
    return breaks + sum(1 + p.text.count("\n") for p in high)
