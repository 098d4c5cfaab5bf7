"""Changes made to a letter after it was written: tracked insertions, content controls, text in an old code."""

from __future__ import annotations

import copy
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

OLD_CODE = "§Ó chuÈn bÞ cho ®ît kiÓm tra c«ng t¸c v¨n th-, l-u tr÷ trªn ®Þa bµn tØnh."
""""Để chuẩn bị cho đợt kiểm tra công tác văn thư, lưu trữ trên địa bàn tỉnh." in TCVN3 (ABC)."""


def _starting(document: Any, words: str) -> Any:
    found = [p for p in document.element.body.iter(qn("w:p")) if _text(p).startswith(words)]
    assert found, words
    return found[0]


def _text(paragraph: Any) -> str:
    return "".join(t.text or "" for t in paragraph.iter(qn("w:t")))


def inserted(document: Any) -> None:
    """A run of the body is a tracked insertion, and a deleted one beside it would be wrong if it were shown."""
    paragraph = _starting(document, "Để chuẩn bị")
    run = paragraph.findall(qn("w:r"))[-1]
    for tag in ("w:ins", "w:del"):
        change = OxmlElement(tag)
        for key, value in (("w:id", "90"), ("w:author", "Văn thư"), ("w:date", "2024-03-01T08:00:00Z")):
            change.set(qn(key), value)
        run.addprevious(change)
        piece = copy.deepcopy(run)
        change.append(piece)
        if tag == "w:del":
            for text in piece.iter(qn("w:t")):
                text.tag = qn("w:delText")
                text.text = " Khoản 3 điều 9 bị xóa."
    run.getparent().remove(run)


def controls(document: Any) -> None:
    """Số, ký hiệu as a content control around its run; the issuer's paragraph inside of one."""
    number = _starting(document, "Số:")
    for run in number.findall(qn("w:r")):
        _control(run)
    _control(_starting(document, "SỞ NỘI VỤ"))


def _control(element: Any) -> None:
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    control.append(OxmlElement("w:sdtPr"))
    control.append(content)
    element.addprevious(control)
    content.append(element)


def tcvn3(document: Any) -> None:
    """The first paragraph of the body as the offices of the 1990s typed it: font .VnTime, eight-bit code."""
    paragraph = _starting(document, "Để chuẩn bị")
    (run,) = paragraph.findall(qn("w:r"))
    (text,) = run.iter(qn("w:t"))
    text.text = OLD_CODE
    for fonts in run.iter(qn("w:rFonts")):
        for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{slot}"), ".VnTime")
