"""Numbering of the body: TT-56 điểm, TT-57 sequence at every level, TT-58 decimal numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from engine.errors import Severity
from engine.rules.case import Case
from engine.rules.finding import Fault, Said
from engine.rules.letter import Item, PartName, Role
from engine.rules.prose import place_of, said, unquoted
from engine.rules.recognise.numbers import roman_value
from engine.rules.registry import rule

_UPPER: dict[Role, frozenset[Role]] = {
    Role.PHAN: frozenset(),
    Role.CHUONG: frozenset({Role.PHAN}),
    Role.MUC: frozenset({Role.PHAN, Role.CHUONG}),
    Role.TIEU_MUC: frozenset({Role.PHAN, Role.CHUONG, Role.MUC}),
    Role.DIEU: frozenset(),
    Role.SECTION: frozenset({Role.PHAN, Role.CHUONG, Role.ORDER, Role.TITLE}),
    Role.KHOAN: frozenset(
        {Role.PHAN, Role.CHUONG, Role.MUC, Role.TIEU_MUC, Role.DIEU, Role.SECTION, Role.TITLE}
    ),
}
"""What begins a list of a level anew. A list that goes on all the same ("1. 2." in mục I, "3." in mục II) "
"is right too."""
_INNER = frozenset({Role.DASH, Role.PLUS, Role.NOTE, Role.TABLE, Role.PICTURE, Role.SPACER})
_STEP = re.compile(r"^([^\W\d_]+(?:\s[^\W\d_]+)?)\s+(\d{1,2})\s*([:.)–-])(?:\s|$)")
_COMMA_POINT = re.compile(r"^([a-eghik-mo-vxyđ]),\s+\S")
_NAMES = re.compile(
    r"^(?:năm|tháng|quý|ngày|tuần|thứ|kh[óo][áa]|lớp|khối|mẫu(?: số)?|biểu(?: số)?|số|quận|phường|tổ|thôn|khu|đội|"
    r"cột|dòng|trang|điều|khoản|mục|chương|phụ lục)$"
)
"""Words whose numbers name a thing and do not count a list."""


@rule(
    "TT-56",
    Severity.ERROR,
    "Phụ lục I, II.6đ",
    asks=(
        "Điểm đánh bằng chữ cái tiếng Việt theo thứ tự a, b, c, d, đ, e, g, h, i, k …, sau chữ cái là dấu "
        "đóng ngoặc đơn.",
        "Điểm bear Vietnamese letters in the order a b c d đ e g h i k …, followed by a closing bracket.",
    ),
    mend=(
        "Gõ lại chữ cái và dấu: a), b), c), d), đ), e), g) … (danh sách tự động của Word không có chữ đ).",
        "Type letter and mark anew: a), b), c), d), đ), e), g) … (Word's automatic lists lack đ).",
    ),
    wrong="a. …; d) … rồi e) …",
    right="a) …; d) … rồi đ) …",
    why=(
        "Mọi sai lệch thứ tự chữ cái của điểm thuộc quy tắc này: nhảy chữ, lặp chữ, thiếu đ, có f, j, w, z. "
        "Danh sách bắt đầu "
        "lại từ a) sau một khoản, điều, mục mới hoặc một đoạn văn. Chỉ xét nội dung chính, không xét phụ lục."
    ),
)
def points(case: Case) -> Iterator[Fault]:
    """Letters of điểm: their form and order."""
    items = case.letter.items
    wrong = [i for i in items if i.role is Role.DIEM and (i.punctuation != ")" or not i.mark.islower())]
    if wrong:
        shown = wrong[0].text.split()[0]
        told = said(
            f"điểm viết “{shown}”, không phải “{wrong[0].mark.lower()})”", f"điểm written “{shown}”", wrong
        )
        yield Fault(place_of(wrong[0]), told)
    yield from _comma_points(items)
    yield from _order(unquoted(items), case.law.points.split())


def _comma_points(items: Sequence[Item]) -> Iterator[Fault]:
    """ "a, …" with "b, …" below it, perhaps with text between: điểm that are written with a comma."""
    found = [(m[1], i) for i in items if i.role is Role.PROSE and (m := _COMMA_POINT.match(i.text))]
    letters = [letter for letter, _ in found]
    if letters[:2] == ["a", "b"]:
        told = said("điểm viết “a,”, không phải “a)”", "điểm written “a,”", [item for _, item in found])
        yield Fault(place_of(found[0][1]), told)


def _order(items: Sequence[Item], alphabet: Sequence[str]) -> Iterator[Fault]:
    last, fresh, broken = -1, True, False
    for item in items:
        if item.role in _INNER:
            continue
        if item.role is not Role.DIEM:
            broken = True
            fresh = fresh or item.role is not Role.PROSE
            continue
        mark = item.mark.lower()
        position = alphabet.index(mark) if mark in alphabet else None
        expected = 0 if fresh else last + 1
        if position is None and not _doubled(mark, alphabet):
            yield Fault(
                place_of(item),
                said(f"chữ “{mark}” không dùng để đánh điểm", f"“{mark}” is no letter of điểm"),
            )
        elif (
            position is not None
            and position != expected
            and not (position == 0 and broken)
            and expected < len(alphabet)
        ):
            asked = alphabet[expected]
            told = said(
                f"điểm “{mark})” đứng ở chỗ của “{asked})”", f"“{mark})” where “{asked})” should stand"
            )
            yield Fault(place_of(item), told)
        last = position if position is not None else last + 1
        fresh = broken = False


def _doubled(mark: str, alphabet: Sequence[str]) -> bool:
    return len(mark) == 2 and mark[0] == mark[1] and mark[0] in alphabet


@rule(
    "TT-57",
    Severity.WARNING,
    "Phụ lục I, II.6đ",
    asks=(
        "Số thứ tự liền nhau, không nhảy, không lặp, một cách viết trong mỗi cấp.",
        "Numbers run on without gaps and doubles, in one form at each level.",
    ),
    mend=("Đánh lại số thứ tự.", "Number anew."),
    wrong="1. … 2. … 4. …; Bước 3: … Bước 3: …",
    right="1. … 2. … 3. …; Bước 3: … Bước 4: …",
    why=(
        "Xét chương, mục, điều, khoản, số 1.1 và các dòng kiểu “Bước 1:”, “Lần 1:”, cả trong phụ lục. Số chạy "
        "tiếp qua các mục hoặc bắt đầu lại từ 1 đều được. Thứ tự chữ cái của điểm thuộc TT-56, dấu sau số thuộc TT-52, "
        "TT-55, TT-56; riêng danh sách điểm viết lẫn lộn “a.” rồi “b)” bị nêu ở cả hai quy tắc."
    ),
    sure=False,
)
def sequence(case: Case) -> Iterator[Fault]:
    """Gaps and doubles at every level but điểm."""
    texts = [(unquoted(case.letter.items), PartName.BODY)]
    texts += [(unquoted(a.items), PartName.APPENDIX_BODY) for a in case.letter.appendices]
    for items, part in texts:
        for role in _UPPER:
            yield from _gaps(items, role, part)
        yield from _decimals(items, part)
        yield from _steps(items, part)
        yield from _forms(items, part)


def _value(item: Item) -> int:
    if item.mark.isdigit():
        return int(item.mark)
    value = roman_value(item.mark)
    return value or (ord(item.mark) - ord("A") + 1 if len(item.mark) == 1 and item.mark.isupper() else 0)


def _gaps(items: Sequence[Item], role: Role, part: PartName) -> Iterator[Fault]:
    if role is Role.SECTION and any(i.role is role and not roman_value(i.mark) for i in items):
        return
    last, anew = 0, True
    for item in items:
        if item.role is not role:
            anew = anew or item.role in _UPPER[role] or (role is Role.KHOAN and item.role is Role.PROSE)
            continue
        value = _value(item)
        if value and value != last + 1 and not (value == 1 and anew):
            shown = item.text.removesuffix(item.title).strip() or item.mark
            yield Fault(place_of(item, part), _told(shown, value, last))
        last, anew = value or last, False


def _told(shown: str, value: int, last: int) -> Said:
    if last == 0:
        return said(f"danh sách bắt đầu từ “{shown}”", f"the list begins at “{shown}”")
    if value == last:
        return said(f"“{shown}” lặp lại số {last}", f"“{shown}” repeats {last}")
    return said(f"“{shown}” đứng sau số {last}", f"“{shown}” follows {last}")


def _decimals(items: Sequence[Item], part: PartName) -> Iterator[Fault]:
    last: dict[tuple[int, ...], int] = {}
    clause = 0
    for item in items:
        if item.role is Role.KHOAN:
            clause = _value(item)
        elif item.role in _UPPER[Role.KHOAN]:
            clause, last = 0, {}
        if item.role is not Role.DECIMAL:
            continue
        *above, value = (int(n) for n in item.mark.split("."))
        key = tuple(above)
        if value != last.get(key, 0) + 1:
            before = ".".join(map(str, (*key, last[key]))) if key in last else ""
            told = (
                said(f"số {item.mark} đứng sau {before}", f"{item.mark} follows {before}")
                if before
                else said(f"danh sách bắt đầu từ {item.mark}", f"the list begins at {item.mark}")
            )
            yield Fault(place_of(item, part), told)
        elif clause and key[0] != clause:
            told = said(f"số {item.mark} nằm trong khoản {clause}", f"{item.mark} stands in khoản {clause}")
            yield Fault(place_of(item, part), told)
        last[key] = value


def _steps(items: Sequence[Item], part: PartName) -> Iterator[Fault]:
    """ "Bước 1: … Bước 2: …": any word that counts lines; one that names things (Năm 2023, Lớp 5) counts none."""
    found: dict[str, list[tuple[Item, int, str]]] = defaultdict(list)
    for item in items:
        match = (
            _STEP.match(item.text) if item.role in {Role.PROSE, Role.TITLE, Role.NOTE, Role.DASH} else None
        )
        if match is not None and not _NAMES.match(match[1].lower()):
            found[match[1].lower()].append((item, int(match[2]), match[3]))
    for steps in found.values():
        last = 0
        for item, value, mark in steps if len(steps) > 1 else ():
            if value not in {last + 1, 1}:
                yield Fault(place_of(item, part), _told(item.text.split(mark)[0].strip(), value, last))
            last = value
        if len({mark for _, _, mark in steps}) > 1:
            item, _, mark = next(s for s in steps if s[2] != steps[0][2])
            told = said(
                f"dấu “{mark}” sau số, dòng đầu dùng “{steps[0][2]}”",
                f"“{mark}” where the first has “{steps[0][2]}”",
            )
            yield Fault(place_of(item, part), told)


def _forms(items: Sequence[Item], part: PartName) -> Iterator[Fault]:
    """Numbers of one level written in two ways: a. and b), 1.1 and 1.2., 1. and 02."""
    if part is PartName.BODY:
        yield from _mixed_points(items)
    decimals = [i for i in items if i.role is Role.DECIMAL]
    other = next((i for i in decimals if i.punctuation != decimals[0].punctuation), None)
    if other is not None:
        shown = [f"{i.mark}{i.punctuation}" for i in (decimals[0], other)]
        yield Fault(
            place_of(other, part),
            said(f"viết “{shown[0]}” rồi “{shown[1]}”", f"“{shown[0]}”, then “{shown[1]}”"),
        )
    clauses = [i for i in items if i.role is Role.KHOAN and i.mark.isdigit() and int(i.mark) < 10]
    padded = [i for i in clauses if i.mark.startswith("0")]
    if padded and len(padded) < len(clauses):
        yield Fault(
            place_of(padded[0], part),
            said("số có và không có 0 đứng trước lẫn lộn", "padded and unpadded numbers mixed"),
        )


def _mixed_points(items: Sequence[Item]) -> Iterator[Fault]:
    first: Item | None = None
    for item in items:
        if item.role is not Role.DIEM:
            first = first if item.role in _INNER or item.role is Role.PROSE else None
        elif first is None or item.mark == "a":
            first = item
        elif item.punctuation != first.punctuation:
            shown = [i.text.split()[0] for i in (first, item)]
            told = said(
                f"“{shown[0]}” rồi “{shown[1]}” trong một danh sách", f"“{shown[0]}”, then “{shown[1]}”"
            )
            yield Fault(place_of(item), told)
            first = None


@rule(
    "TT-58",
    Severity.WARNING,
    "Phụ lục I, II.6đ",
    asks=(
        "Các cấp của nội dung là khoản (1., 2.) và điểm (a), b)); Nghị định không có số dạng 1.1, 1.1.1.",
        "Levels are khoản (1., 2.) and điểm (a), b)); the decree knows no 1.1, 1.1.1.",
    ),
    mend=("Đổi 1.1, 1.2 thành a), b).", "Change 1.1, 1.2 to a), b)."),
    wrong="1.1. Công tác tuyên truyền",
    right="a) Công tác tuyên truyền",
    why="Nêu một lần cho cả văn bản; không xét phụ lục.",
    sure=False,
)
def decimals(case: Case) -> Iterator[Fault]:
    """Decimal numbers."""
    found = [i for i in case.letter.items if i.role is Role.DECIMAL]
    if found:
        shown = found[0].mark
        yield Fault(place_of(found[0]), said(f"dùng số dạng {shown}", f"numbers like {shown}", found))
