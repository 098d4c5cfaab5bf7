"""TK1-TS as people return it: typed into the boxes, typed over the dots, or typed anew from memory."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from tests.campaign.issued import paragraphs, plain, text_of
from tests.synthetic.people import TruePerson

_LABEL = re.compile(r"(?:\[\d+(?:\.\d+)?\]\.?\s*)?([^:\[\]]+):\s*$")
_BOX = re.compile(r"(\[\d+(?:\.\d+)?\]\.?\s*[^:\[]*:)([^\[]*)")

_FIRST_PART = (
    ("ho va ten", "name"), ("gioi tinh", "gender"), ("ngay, thang, nam sinh", "birth"), ("so cmnd", "citizen_id"),
    ("so cccd", "citizen_id"), ("dien thoai", "phone"), ("ma so bhxh", "social_number"),
    ("noi dung thay doi", "request"),
)  # fmt: skip
"""Labels and what is written after them; in the second part a name, birth or number is the new one."""


def declared_of(person: TruePerson, changes: Mapping[str, str]) -> dict[str, str]:
    """What the person writes on a TK1-TS: "name" and the like in part I, "new.name" in part II, "request"."""
    if not person.social_number:
        own = {"name": person.name.upper(), "birth": person.birth.vietnamese, "phone": person.phone}
        own["gender"] = "Nam" if person.gender == "nam" else "Nữ"
        return {**own, **changes}
    new = {f"new.{name}": value for name, value in changes.items()}
    return {**new, "request": "Điều chỉnh, bổ sung số ĐDCN/CCCD và thông tin cá nhân"}


def fill_boxes(issued: Path, out: Path, declared: Mapping[str, str], way: str) -> int:
    """Fills an issued TK1-TS: `way` "boxes" keeps its content controls, "typed" leaves plain lines. Boxes filled."""
    document, lines = paragraphs(issued)
    filled, part = 0, ""
    for line in lines:
        said = text_of(line)
        if re.match(r"\s*II\.", said) or "ap dung doi voi nguoi tham gia da co ma so" in plain(said):
            part = "new."
        if ":" not in said:
            continue
        if way == "typed" and _BOX.search(said):
            filled += _type_over(line, said, declared, part)
        else:
            filled += _into_controls(line, declared, part)
    document.save(str(out))
    return filled


def _key(label: str, part: str, declared: Mapping[str, str]) -> str:
    text = plain(re.sub(r"\[[\d.]+\]\.?", "", label))
    name = next((name for start, name in _FIRST_PART if text.startswith(start)), "")
    key = name if name in ("request", "social_number") else part + name
    return key if name and key in declared else ""


def _into_controls(line: Any, declared: Mapping[str, str], part: str) -> int:
    before, filled = "", 0
    for piece in list(line):
        if piece.tag != qn("w:sdt"):
            before += text_of(piece)
            continue
        label = _LABEL.search(before)
        key = _key(label[1], part, declared) if label else ""
        texts = list(piece.iter(qn("w:t")))
        if key and texts:
            texts[0].text = declared[key]
            for one in texts[1:]:
                one.text = ""
            for hint in list(piece.iter(qn("w:showingPlcHdr"))):
                hint.getparent().remove(hint)
            filled += 1
        before = ""
    return filled


def _type_over(line: Any, said: str, declared: Mapping[str, str], part: str) -> int:
    """The line as plain text, dots and tabs left where nothing was written."""
    filled = 0

    def value(box: re.Match[str]) -> str:
        nonlocal filled
        key = _key(box[1], part, declared)
        if not key:
            return box[0]
        filled += 1
        return f"{box[1]} {declared[key]}    "

    written = _BOX.sub(value, said)
    if filled:
        runs = [one for one in line if one.tag in (qn("w:r"), qn("w:sdt"))]
        for one in runs[1:]:
            line.remove(one)
        texts = list(runs[0].iter(qn("w:t")))
        texts[0].text = written.replace("\t", " .......... ")
        texts[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return filled


def retype(person: TruePerson, out: Path, declared: Mapping[str, str], random: Random) -> None:
    """A TK1-TS typed from scratch: no link, lines of its own, other bracket numbers or none."""
    document = Document()
    document.add_paragraph("Mẫu TK1-TS")
    document.add_paragraph("TỜ KHAI")
    document.add_paragraph("THAM GIA, ĐIỀU CHỈNH THÔNG TIN BẢO HIỂM XÃ HỘI, BẢO HIỂM Y TẾ")
    numbers = random.random() < 0.5
    for n, (label, value) in enumerate(_lines(person, declared), start=1):
        if not value:
            document.add_paragraph(label)
            continue
        box = f"[{n:02d}]. " if numbers else ""
        document.add_paragraph(f"{box}{label}: {value}")
    document.add_paragraph(f"Kiến An, ngày {random.randint(5, 28)} tháng 10 năm 2022")
    document.add_paragraph("Người kê khai")
    document.add_paragraph(person.name)
    document.save(str(out))


def _lines(person: TruePerson, declared: Mapping[str, str]) -> Sequence[tuple[str, str]]:
    if not person.social_number:
        pairs = [
            ("Họ và tên (viết chữ in hoa)", declared.get("name", person.name.upper())),
            ("Giới tính", declared.get("gender", "")),
            ("Ngày, tháng, năm sinh", declared.get("birth", person.birth.vietnamese)),
            ("Số CMND/CCCD/Hộ chiếu", declared.get("citizen_id", "")),
            ("Điện thoại", person.phone),
        ]
        return [(_PART_ONE, ""), *(pair for pair in pairs if pair[1])]
    pairs = [
        ("Mã số BHXH", person.social_number),
        ("Điều chỉnh thông tin cá nhân", ""),
        ("Họ và tên (viết chữ in hoa)", declared.get("new.name", "")),
        ("Giới tính", declared.get("new.gender", "")),
        ("Ngày, tháng, năm sinh", declared.get("new.birth", "")),
        ("Số CMND/CCCD/Hộ chiếu", declared.get("new.citizen_id", "")),
        ("Nội dung thay đổi, yêu cầu khác", declared.get("request", "")),
    ]
    return [(_PART_TWO, ""), *((a, b) for a, b in pairs if b or a.startswith("Điều chỉnh"))]


_PART_ONE = "I. Áp dụng đối với người tham gia tra cứu không thấy mã số BHXH do cơ quan BHXH cấp"
_PART_TWO = (
    "II. Áp dụng đối với người tham gia đã có mã số BHXH đề nghị đăng ký, "
    "điều chỉnh thông tin ghi trên sổ BHXH, thẻ BHYT"
)
