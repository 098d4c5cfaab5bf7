"""How the body ends and what it lists: TT-59 ./. , TT-90 bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engine.errors import Severity
from engine.rules.case import Case
from engine.rules.finding import Fault, tail
from engine.rules.letter import Item, PartName, Role
from engine.rules.prose import BULLETS, body_items, place_of, said
from engine.rules.registry import rule
from engine.word.mends import SetText

_END = re.compile(r"(?<![./])\./\.$")
_NEARLY_END = re.compile(r"(?:\.\s*/|/\s*\.)\W*\w?\W*$")
_BLANK_END = re.compile(r"(?<=\S)(\s+)\./\.$")
_END_INSIDE = re.compile(r"\./\.")


@rule(
    "TT-59",
    Severity.WARNING,
    "Phụ lục III, mẫu 1.1–1.10, 2.1, 2.2",
    asks=(
        "Nội dung văn bản kết thúc bằng dấu ./. một lần; mỗi phụ lục cũng vậy.",
        "The body ends with ./. once; so does each appendix.",
    ),
    mend=(
        "Gõ ./. ngay sau chữ cuối của nội dung; xóa ký tự khác đứng sau, xóa ./. ở chỗ khác.",
        "Type ./. right after the last word of the body; delete what follows it and any other ./.",
    ),
    wrong="… nghiêm túc triển khai thực hiện.",
    right="… nghiêm túc triển khai thực hiện./.",
    why=(
        "Dấu ./. có trong mọi mẫu của Phụ lục III, không có trong lời của Phụ lục I. Được đặt cuối đoạn "
        "cuối hoặc "
        "riêng một dòng. Phụ lục kết thúc bằng bảng hoặc hình không bị nêu."
    ),
    sure=False,
)
def ending(case: Case) -> Iterator[Fault]:
    """./. at the end of the body and of appendices."""
    yield from _ending(case.letter.items, PartName.BODY, strict=True)
    for appendix in case.letter.appendices:
        yield from _ending(appendix.items, PartName.APPENDIX_BODY, strict=False)


def _ending(items: Sequence[Item], part: PartName, *, strict: bool) -> Iterator[Fault]:
    written = [i for i in items if i.role not in {Role.SPACER, Role.PICTURE}]
    if not written:
        return
    last = next((i for i in reversed(written) if not _stands_below(i)), written[-1])
    early = [i for i in written if i is not last and not _stands_below(i) and _END_INSIDE.search(i.text)]
    if early:
        yield Fault(
            place_of(early[0], part), said("có ./. trước khi hết nội dung", "./. before the end", early)
        )
    shown = next(i for i in reversed(items) if i.role is not Role.SPACER)
    ends_open = written[-1] is not last or shown.role in {Role.TABLE, Role.PICTURE}
    end = tail(last.text, 20)
    if not early and _BLANK_END.search(last.text):
        yield Fault(
            place_of(last, part), said("có dấu cách trước ./.", "a blank before ./."), mends=_close(last)
        )
    if _END.search(last.text) or (not strict and ends_open) or early:
        return
    if _NEARLY_END.search(last.text):
        yield Fault(
            place_of(last, part), said(f"kết thúc bằng “{end}”, không phải ./.", f"ends with “{end}”")
        )
    elif strict or last.role is not Role.NOTE:
        yield Fault(
            place_of(last, part), said(f"kết thúc bằng “{end}”, thiếu ./.", f"ends with “{end}”, no ./.")
        )


def _close(item: Item) -> tuple[SetText, ...]:
    """The blanks before ./. deleted."""
    strip = item.strip
    found = _BLANK_END.search(strip.raw)
    if found is None:
        return ()
    start = strip.start + found.start()
    return (SetText(item.paragraph.key, start, start + len(found[1]), ""),)


def _stands_below(item: Item) -> bool:
    """Tables, and notes to a sign in the text, which stand below its end."""
    return item.role is Role.TABLE or (item.role is Role.NOTE and item.mark.startswith(("*", "(*")))


@rule(
    "TT-90",
    Severity.INFO,
    "Phụ lục I, II.6đ",
    asks=(
        "Dưới khoản là điểm: a), b), c) …; Nghị định không quy định gạch đầu dòng.",
        "Below khoản stand điểm: a), b), c) …; the decree knows no bullets.",
    ),
    mend=(
        "Cân nhắc đổi gạch đầu dòng thành điểm a), b), c) để viện dẫn được.",
        "Consider điểm a), b), c), which can be cited.",
    ),
    wrong="- Bảo hiểm xã hội huyện chủ trì …;",
    right="a) Bảo hiểm xã hội huyện chủ trì …;",
    why="Chỉ là gợi ý, nêu một lần cho cả văn bản.",
    sure=False,
)
def bullets(case: Case) -> Iterator[Fault]:
    """Bullets in the body."""
    found = [i for i in body_items(case.letter) if i.role in BULLETS]
    if found:
        marks = " ".join(dict.fromkeys(i.mark for i in found))
        yield Fault(place_of(found[0]), said(f"dùng gạch đầu dòng {marks}", f"bullets {marks}", found))
