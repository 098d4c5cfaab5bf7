"""Headings of the body: TT-51 phần, chương; TT-52 mục; TT-53 titles; TT-54 điều; TT-55 khoản."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from engine.errors import Severity
from engine.rules.case import Case
from engine.rules.finding import Fault
from engine.rules.letter import Item, PartName, Role, plain
from engine.rules.prose import (
    body_size,
    body_start,
    bold_share,
    cm,
    is_long,
    is_titled,
    italic_share,
    letters,
    number,
    place_of,
    said,
    sizes,
    start,
)
from engine.rules.recognise.fold import is_upper
from engine.rules.recognise.numbers import roman_value
from engine.rules.registry import rule
from engine.word.mends import SetLook, SetShape
from engine.word.values import TWIPS_PER_MM, Run

_HEADS = {
    Role.PHAN: ("phần", "phần"),
    Role.CHUONG: ("chương", "chương"),
    Role.MUC: ("mục", "mục"),
    Role.TIEU_MUC: ("tiểu mục", "tiểu mục"),
}
_ALL_BOLD = 0.9
_LABEL = re.compile(r"^\s*điều\s+\d+\w*\s*[.:)/]?", re.IGNORECASE)


def _titles(items: Sequence[Item], place: int) -> list[Item]:
    """The title lines under a heading."""
    found: list[Item] = []
    for item in islice(items, place + 1, None):
        if item.role is Role.TITLE:
            found.append(item)
        elif item.role is not Role.SPACER:
            break
    return found


def _head_faults(case: Case, roles: set[Role], *, roman: bool) -> Iterator[Fault]:
    heads: list[Item] = []
    for place, item in enumerate(case.letter.items):
        if item.role not in roles:
            continue
        name = _HEADS[item.role][0]
        titles = _titles(case.letter.items, place)
        yield from _label_faults(item, name, roman=roman, titled=bool(titles))
        yield from _title_faults(item, titles, name)
        heads += [item, *titles]
    yield from _size_faults(case, heads)


def _label_faults(item: Item, name: str, *, roman: bool, titled: bool) -> Iterator[Fault]:
    wanted, given = ("số La Mã", "Roman") if roman else ("số Ả Rập", "Arabic")
    fits = roman_value(item.mark) > 0 if roman else item.mark.isdigit()
    if not fits:
        yield Fault(
            place_of(item),
            said(f"{name} “{item.mark}” không dùng {wanted}", f"no {given} numeral: “{item.mark}”"),
        )
    if is_upper(item.text.removesuffix(item.title).rstrip(" .:").removesuffix(item.mark)):
        yield Fault(place_of(item), said(f"từ “{name}” in hoa", "the label is in capitals"))
    if item.title and not titled and "\n" not in item.strip.raw:
        yield Fault(
            place_of(item), said(f"tên {name} cùng dòng với số", "the title stands on the label's line")
        )
    if bold_share(item) < 0.9 or italic_share(item) > 0.1:
        told = said(f"dòng {name} không in đậm, đứng", "the label is not upright bold")
        yield Fault(place_of(item), told, mends=_bold(item))
    yield from _centred([item], f"dòng {name}")


def _title_faults(item: Item, titles: Sequence[Item], name: str) -> Iterator[Fault]:
    if titles and not is_upper(" ".join(t.text for t in titles)) and not _in_caps(titles):
        yield Fault(place_of(titles[0]), said(f"tên {name} không in hoa", "the title is not in capitals"))
    thin = [t for t in titles if bold_share(t) < 0.9]
    if thin:
        mends = tuple(m for t in thin for m in _bold(t))
        yield Fault(place_of(thin[0]), said(f"tên {name} không in đậm", "the title is not bold"), mends=mends)
    yield from _centred(titles, f"tên {name}")


def _bold(item: Item) -> tuple[SetLook, ...]:
    return (SetLook(item.paragraph.key, bold=True, italic=False),)


def _in_caps(items: Sequence[Item]) -> bool:
    return all(r.look.caps for i in items for r in letters(i))


def _centred(items: Sequence[Item], what: str) -> Iterator[Fault]:
    off = [i for i in items if i.paragraph.shape.align != "center"]
    if off:
        mends = tuple(SetShape(i.paragraph.key, align="center", left=0, first=0) for i in off)
        yield Fault(place_of(off[0]), said(f"{what} không canh giữa", "not centred", off), mends=mends)


def _size_faults(case: Case, items: Sequence[Item]) -> Iterator[Fault]:
    """13–14; a heading in the body's own size is the body's matter (TT-43)."""
    low, high = case.law.size(PartName.BODY)
    usual = body_size(case.letter) if items else None
    for item in items:
        for size in sizes(letters(item)):
            if not low <= size <= high and size != usual:
                asked = min(max(size, low), high)
                mend = SetLook(item.paragraph.key, size=asked)
                told = said(f"cỡ {number(size)}", f"{size:g} pt")
                yield Fault(place_of(item), told, mends=(mend,))


@rule(
    "TT-51",
    Severity.ERROR,
    "Phụ lục I, II.6đ",
    asks=(
        "Từ “Phần”, “Chương” và số La Mã trên một dòng riêng, canh giữa, chữ thường, đứng, đậm; tiêu đề "
        "ngay dưới, "
        "canh giữa, chữ in hoa, đứng, đậm; cỡ {size.noi-dung}.",
        "“Phần”, “Chương” and a Roman numeral on a line of their own, centred, sentence case, bold; the "
        "title below in "
        "bold capitals; {size.noi-dung} pt.",
    ),
    mend=(
        "Tách số và tên thành hai dòng; Home → Paragraph → Centered; Home → Font → Bold; gõ tên bằng chữ in "
        "hoa.",
        "Put number and title on two lines; Home → Paragraph → Centered; Home → Font → Bold; type the title "
        "in capitals.",
    ),
    wrong="CHƯƠNG 1: QUY ĐỊNH CHUNG",
    right="Chương I / QUY ĐỊNH CHUNG",
    why="Thiếu tên chương thuộc TT-53.",
)
def parts_and_chapters(case: Case) -> Iterator[Fault]:
    """Phần and chương."""
    yield from _head_faults(case, {Role.PHAN, Role.CHUONG}, roman=True)


@rule(
    "TT-52",
    Severity.ERROR,
    "Phụ lục I, II.6đ; Mục V.6",
    asks=(
        "Từ “Mục”, “Tiểu mục” và số Ả Rập trên một dòng riêng, canh giữa, đứng, đậm, tiêu đề in hoa, đậm ở "
        "dòng dưới; văn bản "
        "không chia điều: số La Mã, dấu chấm và tiêu đề in hoa, đậm trên một dòng.",
        "“Mục”, “Tiểu mục” and an Arabic numeral on a centred bold line, the title below in bold capitals; "
        "in texts without "
        "điều a Roman numeral, a full stop and the title in bold capitals on one line.",
    ),
    mend=(
        "Sửa số, gõ tiêu đề bằng chữ in hoa, Home → Font → Bold.",
        "Correct the numeral, type the title in capitals, Home → Font → Bold.",
    ),
    wrong="I/ Mục đích, yêu cầu",
    right="I. MỤC ĐÍCH, YÊU CẦU",
    why="Chữ cái A., B. thay số La Mã chỉ là cảnh báo. Cỡ chữ bằng cỡ nội dung thì do TT-43 xét.",
)
def sections(case: Case) -> Iterator[Fault]:
    """Mục and tiểu mục, in texts with điều and without."""
    yield from _head_faults(case, {Role.MUC, Role.TIEU_MUC}, roman=False)
    found = [i for i in case.letter.items if i.role is Role.SECTION]
    for item in found:
        yield from _section_faults(item)
    yield from _size_faults(case, found)


def _section_faults(item: Item) -> Iterator[Fault]:
    if item.punctuation != ".":
        shown = f"{item.mark}{item.punctuation}"
        yield Fault(
            place_of(item),
            said(f"số mục viết “{shown}”, không phải “{item.mark}.”", f"“{shown}”, not “{item.mark}.”"),
        )
    if not roman_value(item.mark):
        told = said(f"mục đánh số “{item.mark}”, không dùng số La Mã", f"no Roman numeral: “{item.mark}”")
        yield Fault(place_of(item), told, severity=Severity.WARNING)
    if item.title and not is_upper(item.title) and not _in_caps([item]):
        yield Fault(place_of(item), said("tiêu đề mục không in hoa", "the title is not in capitals"))
    if bold_share(item) < 0.9 or italic_share(item) > 0.1:
        told = said("tiêu đề mục không in đậm, đứng", "the title is not upright bold")
        yield Fault(place_of(item), told, mends=_bold(item))


@rule(
    "TT-53",
    Severity.ERROR,
    "Phụ lục I, II.6d",
    asks=(
        "Phần, chương, mục, tiểu mục, điều phải có tiêu đề.",
        "Phần, chương, mục, tiểu mục and điều must have a title.",
    ),
    mend=(
        "Gõ tiêu đề: tên chương ở dòng dưới, tên điều sau số điều.",
        "Type the title: below the chương, after the điều's number.",
    ),
    wrong="Chương II (không có tên)",
    right="Chương II / TỔ CHỨC THỰC HIỆN",
    why=(
        "Điều của quyết định theo mẫu 1.2 mang thẳng nội dung sau số điều nên không bị nêu, trừ khi các "
        "điều khác của cùng "
        "văn bản đều có tiêu đề."
    ),
)
def titles(case: Case) -> Iterator[Fault]:
    """Headings without a title."""
    items = case.letter.items
    for place, item in enumerate(items):
        if item.role in _HEADS and not item.title and not _titles(items, place):
            name = _HEADS[item.role][0]
            yield Fault(
                place_of(item),
                said(f"{name} {item.mark} không có tiêu đề", f"{name} {item.mark} has no title"),
            )
        if item.role in {Role.DIEU, Role.SECTION} and not item.title:
            yield Fault(
                place_of(item), said(f"“{item.text}” không có tiêu đề", f"“{item.text}” has no title")
            )
    yield from _untitled_articles(items)


def _untitled_articles(items: Sequence[Item]) -> Iterator[Fault]:
    articles = [
        (i, is_titled(items, place) or bold_share(i) >= _ALL_BOLD)
        for place, i in enumerate(items)
        if i.role is Role.DIEU and i.title
    ]
    bare = [i for i, titled in articles if not titled]
    if len(articles) > 2 and 2 * len(bare) < len(articles) and any(i.role is Role.CHUONG for i in items):
        for item in bare:
            told = said(
                f"Điều {item.mark} không có tiêu đề, các điều khác đều có", f"Điều {item.mark} has no title"
            )
            yield Fault(place_of(item), told)


@rule(
    "TT-54",
    Severity.ERROR,
    "Phụ lục I, II.6đ",
    asks=(
        "Từ “Điều”, số Ả Rập, dấu chấm và tiêu đề điều: chữ thường, đứng, đậm, cỡ chữ và lùi đầu dòng như "
        "nội dung.",
        "“Điều”, an Arabic numeral, a full stop and the title: sentence case, upright bold, size and indent "
        "of the body.",
    ),
    mend=(
        "Chọn “Điều n.” và tiêu đề, Home → Font → Bold, Size như nội dung; Home → Paragraph → First line "
        "như nội dung.",
        "Select “Điều n.” and the title, Home → Font → Bold, the body's size; Home → Paragraph → First line "
        "as the body.",
    ),
    wrong="ĐIỀU 1: Phê duyệt kế hoạch",
    right="Điều 1. Phê duyệt kế hoạch (đậm)",
    why="Điều không có tiêu đề thì chỉ “Điều n.” in đậm, lời văn sau đó in thường.",
)
def articles(case: Case) -> Iterator[Fault]:
    """Điều n."""
    usual_size, usual_start = body_size(case.letter), body_start(case.letter)
    slack = case.law.body.first_line_tolerance * TWIPS_PER_MM
    for place, item in enumerate(case.letter.items):
        if item.role is Role.DIEU:
            yield from _article_form(item)
            yield from _article_look(item, titled=is_titled(case.letter.items, place), size=usual_size)
            if usual_start is not None and abs(start(item) - usual_start) > slack:
                told = said(
                    f"lùi {cm(start(item))}, nội dung lùi {cm(usual_start)}", "not indented as the body"
                )
                yield Fault(
                    place_of(item), told, mends=(SetShape(item.paragraph.key, left=0, first=usual_start),)
                )


def _article_form(item: Item) -> Iterator[Fault]:
    if item.punctuation != ".":
        shown = f"Điều {item.mark}{item.punctuation}"
        yield Fault(
            place_of(item),
            said(f"viết “{shown}”, không có dấu chấm sau số", f"“{shown}”: no full stop after the number"),
        )
    if item.text.startswith("ĐIỀU"):
        yield Fault(place_of(item), said("từ “ĐIỀU” in hoa", "“ĐIỀU” in capitals"))


def _article_look(item: Item, *, titled: bool, size: float | None) -> Iterator[Fault]:
    label = _label_runs(item)
    judged = letters(item) if titled else label
    if item.paragraph.label and not titled:
        if not item.paragraph.mark.bold and not all(r.look.bold for r in letters(item)):
            yield Fault(place_of(item), said(f"“Điều {item.mark}.” không in đậm", "the number is not bold"))
        return
    if any(not r.look.bold for r in judged):
        what = "tiêu đề điều" if titled and all(r.look.bold for r in label) else f"“Điều {item.mark}.”"
        mends = _bold(item) if titled else _bold_label(item, label)
        yield Fault(place_of(item), said(f"{what} không in đậm", "not bold"), mends=mends)
    if any(r.look.italic for r in judged):
        yield Fault(place_of(item), said(f"“Điều {item.mark}.” in nghiêng", "italic"))
    if size is not None and any(r.look.size != size for r in judged):
        other = next(r for r in judged if r.look.size != size)
        mend = SetLook(item.paragraph.key, tuple(r.ordinal for r in judged), size=size)
        told = said(
            f"cỡ {number(other.look.size)}, nội dung cỡ {number(size)}",
            f"{other.look.size:g} pt, the body {size:g} pt",
        )
        yield Fault(place_of(item), told, mends=(mend,))


def _bold_label(item: Item, label: Sequence[Run]) -> tuple[SetLook, ...]:
    """Where the words "Điều n." are runs of their own."""
    found = _LABEL.match(item.strip.raw)
    alone = found is not None and all(
        r.text.rstrip() and r.end <= item.strip.start + found.end() + 1 for r in label
    )
    return (SetLook(item.paragraph.key, tuple(r.ordinal for r in label), bold=True),) if alone else ()


def _label_runs(item: Item) -> tuple[Run, ...]:
    """The runs that hold the words "Điều n."."""
    found = _LABEL.match(item.strip.raw)
    if found is None:
        return ()
    end = item.strip.start + found.end()
    return tuple(r for r in letters(item) if r.start < end)


@rule(
    "TT-55",
    Severity.ERROR,
    "Phụ lục I, II.6đ",
    asks=(
        "Khoản đánh số Ả Rập và dấu chấm; khoản có tiêu đề: số và tiêu đề trên một dòng riêng, chữ đứng, "
        "đậm; khoản không có "
        "tiêu đề: chữ đứng, không đậm; cỡ chữ như nội dung.",
        "Khoản bear an Arabic numeral and a full stop; a titled one is bold on its own line, an untitled "
        "one regular; the "
        "body's size.",
    ),
    mend=(
        "Gõ lại số dạng “1.”; Home → Font → Bold với tiêu đề khoản, bỏ Bold với khoản không có tiêu đề.",
        "Type the number as “1.”; Home → Font → Bold for a title, no Bold for an untitled khoản.",
    ),
    wrong="1) Về công tác tuyên truyền; 1/ …",
    right="1. Về công tác tuyên truyền (đậm, riêng một dòng)",
    why=(
        "Coi là tiêu đề: dòng ngắn không có dấu hai chấm, không có dấu câu ở cuối, bên dưới có nội dung cấp thấp hơn; "
        "các khoản liền nhau chỉ ghi tên (danh sách) thì không phải. Dòng kết thúc bằng dấu hai chấm được đậm hoặc "
        "không. Vài chữ đậm trong câu được để yên. Thứ tự số thuộc TT-57."
    ),
)
def clauses(case: Case) -> Iterator[Fault]:
    """Khoản n."""
    items = case.letter.items
    size = body_size(case.letter)
    wrong = [i for i in items if i.role is Role.KHOAN and i.punctuation != "."]
    if wrong:
        shown = wrong[0].text.split()[0]
        yield Fault(place_of(wrong[0]), said(f"khoản viết “{shown}”", f"khoản written “{shown}”", wrong))
    for place, item in enumerate(items):
        if item.role is not Role.KHOAN:
            continue
        if is_titled(items, place):
            yield from _clause_title(item, size)
        elif bold_share(item) > 0.95 and is_long(item) and item.title.rstrip().endswith((".", ";", "/.")):
            told = said("khoản không có tiêu đề in đậm cả đoạn", "an untitled khoản is bold")
            yield Fault(place_of(item), told, mends=(SetLook(item.paragraph.key, bold=False),))


def _clause_title(item: Item, size: float | None) -> Iterator[Fault]:
    runs = [r for r in letters(item) if plain(r.text).strip(".0123456789")]
    if any(not r.look.bold for r in runs):
        told = said("tiêu đề khoản không in đậm", "the title of the khoản is not bold")
        yield Fault(place_of(item), told, mends=_bold(item))
    if size is not None and any(r.look.size != size for r in letters(item)):
        other = next(r.look.size for r in letters(item) if r.look.size != size)
        told = said(f"cỡ {number(other)}, nội dung cỡ {number(size)}", f"{other:g} pt, the body {size:g} pt")
        yield Fault(place_of(item), told, mends=(SetLook(item.paragraph.key, size=size),))
