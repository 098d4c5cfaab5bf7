"""What rules of the body measure: letters, sizes, indents, lines, and places told for several paragraphs "
"at once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from engine.rules.finding import Place, Said, at
from engine.rules.letter import Item, Letter, PartName, Role
from engine.rules.told import ISSUED_WITH
from engine.typography.measure import width_mm
from engine.word.values import TWIPS_PER_MM, Run

TEXT = frozenset(
    {
        Role.PROSE,
        Role.DIEU,
        Role.KHOAN,
        Role.DIEM,
        Role.DECIMAL,
        Role.DASH,
        Role.PLUS,
        Role.BASIS,
        Role.SECTION,
    }
)
"""Running text and the headings that stand in its line."""
BULLETS = frozenset({Role.DASH, Role.PLUS})
_TITLE_MOST = 140
_SHOWN = 8
_SURELY_SHORT, _SURELY_LONG = 45, 125
"""Letters: below, a paragraph takes one line; above, more than one, whatever its letters are."""


def number(value: float) -> str:
    """A number as Vietnamese writes it: 12,5."""
    return f"{round(value, 2):g}".replace(".", ",")


def cm(twips: float) -> str:
    """A length in centimetres: "1,27 cm"."""
    return f"{number(round(twips / TWIPS_PER_MM / 10, 2))} cm"


def cm_en(twips: float) -> str:
    """The same as English writes it: "1.27 cm"."""
    return cm(twips).replace(",", ".")


def place_of(item: Item, part: PartName | None = None) -> Place:
    """The place of an item of the body."""
    return at(item.strip, part or (PartName.BASIS if item.role is Role.BASIS else PartName.BODY))


def also(items: Sequence[Item]) -> Said:
    """Which paragraphs, where a fault is shared by several: told after the first, whose place the fault
    bears."""
    if len(items) < 2:
        return Said("", "")
    numbers = ", ".join(str(i.paragraph.number) for i in items[:_SHOWN])
    more = " …" if len(items) > _SHOWN else ""
    return Said(f" ({len(items)} đoạn: đoạn {numbers}{more})", f" ({len(items)} paragraphs: {numbers}{more})")


def said(vi: str, en: str, items: Sequence[Item] = ()) -> Said:
    """A text in both languages, with the paragraphs that share it."""
    rest = also(items)
    return Said(vi + rest.vi, en + rest.en)


def letters(item: Item) -> tuple[Run, ...]:
    """The runs with letters or digits that stand on the line: no raised signs of notes."""
    return tuple(r for r in item.strip.runs if not r.look.raised and any(c.isalnum() for c in r.text))


def sizes(runs: Iterable[Run]) -> Counter[float]:
    """How many letters of each size."""
    count: Counter[float] = Counter()
    for run in runs:
        count[run.look.size] += len(run.text.strip())
    return count


def body_size(letter: Letter) -> float | None:
    """The size of most letters of the body's running text; None where there is none."""
    count: Counter[float] = Counter()
    for item in running_text(letter):
        count.update(sizes(letters(item)))
    return count.most_common(1)[0][0] if count else None


def start(item: Item) -> int:
    """Where the first line begins, twips from the edge of its column."""
    return item.paragraph.shape.left + item.paragraph.shape.first


def body_start(letter: Letter) -> int | None:
    """Where first lines of the body begin most often; headings left out."""
    count = Counter(start(i) for i in running_text(letter) if i.role is not Role.DIEU)
    return count.most_common(1)[0][0] if count else None


def lines_of(item: Item) -> float:
    """How many lines the paragraph takes, about: its width as one line against its column."""
    paragraph, shape = item.paragraph, item.paragraph.shape
    text = item.text
    if "\n" in item.strip.raw:
        return 2.0
    if len(text) < _SURELY_SHORT:
        return 1.0
    if len(text) > _SURELY_LONG:
        return 2.0
    runs = item.strip.runs
    size = runs[0].look.size if runs else 14.0
    bold = bool(runs) and runs[0].look.bold
    room = (paragraph.frame.width - shape.left - shape.right - shape.first) / TWIPS_PER_MM
    return width_mm(text, size, bold=bold) / room if room > 0 else 2.0


def is_long(item: Item) -> bool:
    """Takes more than one line."""
    return lines_of(item) > 1.0


def bold_share(item: Item) -> float:
    """The share of its letters that are bold; of a number that Word draws, whether its mark is."""
    runs = letters(item)
    total = sum(len(r.text) for r in runs)
    return sum(len(r.text) for r in runs if r.look.bold) / total if total else float(item.paragraph.mark.bold)


def italic_share(item: Item) -> float:
    """The share of its letters that are italic."""
    runs = letters(item)
    total = sum(len(r.text) for r in runs)
    return (
        sum(len(r.text) for r in runs if r.look.italic) / total
        if total
        else float(item.paragraph.mark.italic)
    )


def neighbour(items: Sequence[Item], place: int, step: int = 1) -> Item | None:
    """The nearest item after this place (or before it, `step` -1) that is no blank line."""
    place += step
    while 0 <= place < len(items):
        if items[place].role is not Role.SPACER:
            return items[place]
        place += step
    return None


_SENT_TO = re.compile(r"(?:^|\s)điện:$")
_HEADLESS = 3
"""Lines at the head of a body among which the line of an attached text stands."""


def body_items(letter: Letter) -> tuple[Item, ...]:
    """The items that the rules for a body's form are about.

    A công điện begins by whom it is sent to ("… điện:" and a list below, Mẫu 1.6), an attached quy chế, quy định by
    the act that issued it ("(Ban hành kèm theo …)", Mẫu 1.3): neither is running text.
    """
    items = letter.items
    shown = [place for place, i in enumerate(items) if i.role is not Role.SPACER]
    for place in shown[:_HEADLESS]:
        if letter.doctype == "cong-dien" and _SENT_TO.search(items[place].text):
            end = place + 1
            while end < len(items) and items[end].role in BULLETS | {Role.SPACER}:
                end += 1
            return items[end:]
        if items[place].role in {Role.PROSE, Role.NOTE, Role.TITLE} and ISSUED_WITH.match(items[place].text):
            return items[place + 1 :]
    return items


def running_text(letter: Letter) -> tuple[Item, ...]:
    """The paragraphs that the decree wants justified and indented, lines at the head left out."""
    kept = body_items(letter)
    keys = None if kept is letter.items else {i.paragraph.key for i in kept}
    return tuple(
        i for i in letter.prose() if (keys is None or i.paragraph.key in keys) and not is_set_apart(i)
    )


_CAPTION = re.compile(
    r"^(?:(?:Bảng|Hình|Biểu|Biểu đồ|Sơ đồ|Ảnh)\s+(?:số\s+)?[\dIVX]+(?:\.\d+)*\s*[.:–-]|\(?Đơn vị(?: tính)?\s*:|"
    r"\((?:Chi tiết|Có|Theo|Kèm theo|Xem)(?!\w)[^()]*\)\W*$|Kính mời\s*:)",
    re.IGNORECASE,
)


def is_set_apart(item: Item) -> bool:
    """A short line that is no running text: a caption, a unit of measure, "Kính mời: …", a line set in the middle."""
    if item.role is not Role.PROSE:
        return False
    if _CAPTION.match(item.text):
        return item.text.startswith("Kính mời") or not is_long(item)
    aside = item.paragraph.shape.align in ("center", "right")
    return aside and not item.text.endswith((".", ";", ":", ",")) and not is_long(item)


_CONTENT = frozenset({Role.PROSE, Role.DIEM, Role.DASH, Role.PLUS, Role.DECIMAL, Role.NOTE, Role.TABLE})


def is_titled(items: Sequence[Item], place: int) -> bool:
    """Whether a khoản or Điều is a title on a line of its own, above its content (Phụ lục I, II.6đ).

    A title holds no colon and ends with no mark, and something of a lower level stands under it.
    """
    item, below = items[place], neighbour(items, place)
    title = item.title.rstrip()
    if (
        not title
        or len(title) > _TITLE_MOST
        or ":" in title
        or not (title[-1].isalpha() or title[-1] in ')”"')
    ):
        return False
    if bold_share(item) < 0.9 and (_is_listed(items, place) or _is_last_task(items, place)):
        return False
    content = _CONTENT | ({Role.KHOAN} if item.role is Role.DIEU else set())
    return below is not None and below.role in content and not _goes_on(below)


def _is_listed(items: Sequence[Item], place: int) -> bool:
    """Stands right below another khoản that has no content of its own: one of a list of names."""
    above = neighbour(items, place, -1)
    return items[place].role is Role.KHOAN and above is not None and above.role is Role.KHOAN


def _is_last_task(items: Sequence[Item], place: int) -> bool:
    """Right below tasks, nothing but the letter's last paragraph below it, no title before it: one more task."""
    above = neighbour(items, place, -1)
    if items[place].role is not Role.KHOAN or above is None or above.role not in BULLETS | {Role.DIEM}:
        return False
    rest = [i for i in items[place + 1 :] if i.role not in {Role.SPACER, Role.END}]
    before = [i for i in items[:place] if i.role is Role.KHOAN]
    return [i.role for i in rest] == [Role.PROSE] and not any(bold_share(i) >= 0.9 for i in before)


def _goes_on(item: Item) -> bool:
    """Begins in small letters: the rest of a line that was broken by hand, as texts taken from PDF are."""
    return item.role is Role.PROSE and item.text[:1].islower()


def unquoted(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items that do not begin inside of a quotation: words of another act keep their own numbers.

    Where marks of quotation do not pair, nothing is left out.
    """
    opened = [i.text.count("“") - i.text.count("”") for i in items]
    if not any(opened) or sum(opened) != 0:
        return tuple(items)
    depth, kept = 0, []
    for item, change in zip(items, opened, strict=True):
        if depth <= 0:
            kept.append(item)
        depth += change
    return tuple(kept)
