"""The căn cứ block: TT-47 its form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engine.errors import Severity
from engine.rules.case import Case
from engine.rules.finding import Fault, nowhere
from engine.rules.letter import Item, PartName
from engine.rules.prose import italic_share, place_of, said
from engine.rules.registry import rule
from engine.word.mends import SetLook, SetText

_ENDING = re.compile(r"(?<![\s.,;:])[\s.,;:]*$")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_JOINED = re.compile(r";\s+\S")


@rule(
    "TT-47",
    Severity.ERROR,
    "Phụ lục I, II.6a",
    asks=(
        "Căn cứ ban hành in nghiêng; mỗi căn cứ một dòng riêng, cuối dòng có dấu chấm phẩy, dòng cuối cùng "
        "kết thúc bằng "
        "dấu chấm.",
        "Legal bases are italic, one a line, each ending with a semicolon, the last with a full stop.",
    ),
    mend=(
        "Đưa mỗi căn cứ thành một đoạn, chọn cả khối, Home → Font → Italic; sửa dấu cuối dòng.",
        "Put each basis in a paragraph of its own, select them, Home → Font → Italic; correct the marks at "
        "the ends.",
    ),
    wrong="Căn cứ Luật Tổ chức chính quyền địa phương, (in đứng)",
    right="Căn cứ Luật Tổ chức chính quyền địa phương; (in nghiêng)",
    why=(
        "Khối căn cứ là các đoạn liền nhau ở đầu nội dung bắt đầu bằng “Căn cứ”, “Theo”, “Xét”, “Thực hiện” "
        "mà không "
        "phải câu văn (không có chủ ngữ, không kết thúc bằng dấu hai chấm). Thiếu khối căn cứ chỉ bị nêu ở "
        "loại văn bản "
        "bắt buộc phải có (quyết định, nghị quyết)."
    ),
)
def bases(case: Case) -> Iterator[Fault]:
    """Presence, slant and marks of the căn cứ."""
    found = case.letter.bases()
    if not found:
        kind = case.known.doctypes.get(case.letter.doctype)
        if kind is not None and "bases" in kind.requires and case.letter.items:
            told = said(f"{kind.name} không có căn cứ ban hành", "no legal bases")
            yield Fault(nowhere(PartName.BASIS), told)
        return
    upright = [i for i in found if italic_share(i) < 0.9]
    if upright:
        mends = tuple(SetLook(i.paragraph.key, italic=True) for i in upright)
        yield Fault(place_of(upright[0]), said("căn cứ in đứng", "a basis is upright", upright), mends=mends)
    yield from _marks(found)


def _marks(found: Sequence[Item]) -> Iterator[Fault]:
    for item in found:
        asked = "." if item is found[-1] else ";"
        raw = item.strip.raw
        ending = _ENDING.search(raw)
        assert ending is not None
        if ending.group().strip() != asked:
            begin = item.strip.start + ending.start()
            shown = ending.group().strip() or "không có dấu"
            told = said(
                f"cuối căn cứ: “{shown}”, không phải “{asked}”", f"ends with “{shown}”, not “{asked}”"
            )
            yield Fault(
                place_of(item), told, mends=(SetText(item.paragraph.key, begin, item.strip.end, asked),)
            )
        if _JOINED.search(_QUOTED.sub("", item.text)):
            yield Fault(place_of(item), said("nhiều căn cứ trong một đoạn", "several bases in one paragraph"))
        if not item.text[:1].isalpha():
            yield Fault(
                place_of(item), said(f"căn cứ mở đầu bằng “{item.text[:1]}”", "a basis begins with a mark")
            )
