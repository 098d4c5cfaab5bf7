"""The body's letters: TT-43 size, alignment and slant."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from engine.errors import Severity
from engine.rules.case import Case
from engine.rules.finding import Fault, cut
from engine.rules.letter import Item, PartName, Role
from engine.rules.prose import (
    TEXT,
    body_size,
    is_long,
    is_set_apart,
    is_titled,
    italic_share,
    letters,
    number,
    place_of,
    running_text,
    said,
    sizes,
)
from engine.rules.registry import rule
from engine.word.mends import Mend, SetLook, SetShape
from engine.word.values import Key, Run

_ALIGNED = {"left": ("căn trái", "left"), "right": ("căn phải", "right"), "center": ("canh giữa", "centred")}

_LIKE_BASIS = re.compile(
    r"^[-–+*•\s]*(?:Căn c|Theo|Xét|Thực hiện|Thi hành|Trên cơ sở|Được sự)", re.IGNORECASE
)


@rule(
    "TT-43",
    Severity.ERROR,
    "Phụ lục I, II.6e",
    asks=(
        "Nội dung văn bản được canh đều cả hai lề, kiểu chữ đứng, cỡ chữ {size.noi-dung}, một cỡ trong toàn "
        "văn bản.",
        "The body is justified, upright, {size.noi-dung} pt, in one size throughout.",
    ),
    mend=(
        "Chọn các đoạn nội dung, Home → Paragraph → Alignment: Justified; Home → Font → Size {size.noi-dung}, bỏ "
        "Italic.",
        "Select the body, Home → Paragraph → Alignment: Justified; Home → Font → Size {size.noi-dung}, no Italic.",
    ),
    wrong="Một đoạn nội dung căn trái, cỡ 12, trong khi các đoạn khác cỡ 14.",
    right="Mọi đoạn nội dung canh đều hai lề, cỡ 14.",
    why=(
        "Xét các đoạn lời văn (căn cứ, điều, khoản, điểm, gạch đầu dòng); không xét tiêu đề, bảng, chú "
        "thích. Đoạn "
        "căn trái chỉ có một dòng trông không khác đoạn canh đều nên chỉ bị nêu khi phần lớn nội dung căn "
        "trái. Chữ "
        "nghiêng xen trong câu được để yên; chỉ nêu đoạn nghiêng cả đoạn. Cỡ chữ của tiêu đề điều, khoản "
        "thuộc TT-54, "
        "TT-55."
    ),
)
def body_letters(case: Case) -> Iterator[Fault]:
    """Sizes, alignment and slant of the running text."""
    yield from _sizes(case)
    yield from _alignment(case)
    yield from _slant(case)


def _sizes(case: Case) -> Iterator[Fault]:
    low, high = case.law.size(PartName.BODY)
    usual = body_size(case.letter)
    if usual is None:
        return
    asked = min(max(usual, low), high)
    if asked != usual:
        items = [i for i in running_text(case.letter) if usual in sizes(letters(i))]
        told = said(f"nội dung cỡ {number(usual)}", f"the body is {usual:g} pt", items)
        yield Fault(place_of(items[0]), told, mends=_resized(case.letter.items, usual, asked))
    groups: dict[float, list[tuple[Item, tuple[Run, ...]]]] = defaultdict(list)
    for place, item in enumerate(case.letter.items):
        if item.role in TEXT and item.role is not Role.SECTION and not is_set_apart(item):
            runs = _own_letters(case.letter.items, place)
            for size in sizes(runs):
                groups[size].append((item, tuple(r for r in runs if r.look.size == size)))
    for size, found in sorted(groups.items()):
        if size != usual:
            items = [item for item, _ in found]
            words = cut(found[0][1][0].text.strip(), 40)
            told = said(
                f"cỡ {number(size)} ở “{words}”, trong khi nội dung cỡ {number(usual)}",
                f"{size:g} pt at “{words}” while the body is {usual:g} pt",
                items,
            )
            mends = tuple(
                SetLook(i.paragraph.key, tuple(r.ordinal for r in rs), size=asked) for i, rs in found
            )
            yield Fault(place_of(items[0]), told, mends=mends)


def _own_letters(items: Sequence[Item], place: int) -> tuple[Run, ...]:
    """The letters whose size this rule judges: titles of điều and khoản, and the words "Điều n." are other
    rules'."""
    item = items[place]
    if item.role in {Role.DIEU, Role.KHOAN} and is_titled(items, place):
        return ()
    runs = letters(item)
    if item.role is Role.DIEU:
        return tuple(r for r in runs if not r.look.bold)
    return runs


def _resized(items: Sequence[Item], size: float, asked: float) -> tuple[Mend, ...]:
    """Every line of the body in this size, headings too, so that it keeps one size."""
    found = ((i, tuple(r.ordinal for r in i.strip.runs if r.look.size == size)) for i in items)
    return tuple(
        SetLook(i.paragraph.key, runs, size=asked) for i, runs in found if runs and i.role is not Role.TABLE
    )


def _alignment(case: Case) -> Iterator[Fault]:
    prose = running_text(case.letter)
    mostly_left = 2 * sum(i.paragraph.shape.align == "left" for i in prose) > len(prose) > 1
    groups: dict[str, list[Item]] = defaultdict(list)
    for item in prose:
        align = item.paragraph.shape.align
        if align != "both" and _shows(item, align, mostly_left):
            groups[align].append(item)
    for align, items in groups.items():
        vi, en = _ALIGNED.get(align, ("không canh đều hai lề", "not justified"))
        told = said(vi, en, items)
        mends = tuple(SetShape(i.paragraph.key, align="both") for i in items)
        yield Fault(place_of(items[0]), told, mends=mends)


def _shows(item: Item, align: str, mostly_left: bool) -> bool:
    """Whether the alignment can be seen, or is that of the whole body."""
    if align == "left":
        return mostly_left or is_long(item)
    return item.role is not Role.PROSE or is_long(item) or item.text.endswith((".", ";", ":", ","))


def _slant(case: Case) -> Iterator[Fault]:
    above = _above_order(case.letter.items)
    items = [
        i
        for i in running_text(case.letter)
        if i.role is not Role.BASIS and italic_share(i) > 0.9 and not i.text.startswith("(")
        if not (i.paragraph.key in above and _LIKE_BASIS.match(i.text))
    ]
    if items:
        mends = tuple(SetLook(i.paragraph.key, italic=False) for i in items)
        told = said("đoạn nội dung in nghiêng", "a paragraph of the body is italic", items)
        yield Fault(place_of(items[0]), told, mends=mends)


def _above_order(items: Sequence[Item]) -> frozenset[Key]:
    """What stands above the last order line (QUYẾT ĐỊNH:): căn cứ, be their block recognised or not."""
    orders = [place for place, i in enumerate(items) if i.role is Role.ORDER]
    return frozenset(i.paragraph.key for i in items[: orders[-1]]) if orders else frozenset()
