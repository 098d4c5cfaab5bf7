"""Ô 9b: the label "Nơi nhận", the list below it and its last line, Lưu (Phụ lục I, II.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from engine.errors import Severity
from engine.rules.case import Case
from engine.rules.finding import Fault, Said, at, nowhere
from engine.rules.form import Form, form_faults
from engine.rules.letter import Letter, Part, PartName, Signature, Strip, plain
from engine.rules.measuring import extent
from engine.rules.recognise.numbers import CAPITAL
from engine.rules.registry import rule
from engine.rules.told import is_issued_with
from engine.word.mends import Mend, SetShape, SetText
from engine.word.values import TWIPS_PER_MM

_LABEL = "Nơi nhận:"
_DASH = re.compile(r"^-(?:\s|$)")
_ANY_DASH = re.compile(r"^\s*[-–—+•*·]\s*")
_COPIES_BESIDE = re.compile(r"^\(?[^\W\d_.]{0,6}\.?\s*\(?\s*\d+\s*(?:b|bản)?\s*\)?\.?$")
_TORN = re.compile(r"^\([^()]*\)\s*[;.]?$")
_LATE_PURPOSE = re.compile(r"[;.]\s*\((?P<purpose>[^()]*)\)\s*[;.]?$")
_AS_ABOVE = re.compile(r"^Như trên(?:\s*\([^()]*\))?$")
_FILE = re.compile(r"^Lưu: VT(?:, \S.*?)?(?: ?\(\d+\s?b?(?:ản)?\))?$")
_APART = re.compile(r"^[-–—+•*]?\s*Lưu\s*[:;.,]?\s*VT\b")
_LOOSE_FILE = re.compile(r"^\s*-?\s*(?P<word>Lưu)\s*[:;.,]?\s*(?P<units>VT\b.*)$")
_AUTHORITY = re.compile(r"^(?:T/?M|K/?T|T/?L|TUQ|Q)\s?[.,:]\s?\S")
_NAME = re.compile(rf"^(?:{CAPITAL}[^\W\d_]*\.?\s?){{2,6}}$")
_EDGE = 3.0
"""mm from the left edge that still is flush left."""
_HALF_OF_TEXT = 4677
"""Twips: half of the text's width on a page with the decree's margins."""


@rule(
    "TT-69",
    Severity.ERROR,
    "Phụ lục I, II.9d",
    asks=(
        "Từ “Nơi nhận:” trình bày trên một dòng riêng, sát lề trái, ngang hàng với quyền hạn, chức vụ của "
        "người ký, cỡ {size.noi-nhan}, "
        "kiểu chữ nghiêng, đậm, sau có dấu hai chấm.",
        "“Nơi nhận:” stands on its own line, flush left, level with the signer's title, size {size.noi-nhan}, bold "
        "italic, with a colon.",
    ),
    mend=(
        "Đặt “Nơi nhận:” ở ô trái của bảng hai cột, cùng hàng với chức vụ; Home → Font: cỡ {size.noi-nhan}, Bold, "
        "Italic; "
        "Home → Align Left.",
        "Put “Nơi nhận:” in the left cell of a two-column table, level with the title; size {size.noi-nhan}, Bold, "
        "Italic, Align Left.",
    ),
    wrong="NƠI NHẬN",
    right="Nơi nhận:",
    why="“Ngang hàng” xét theo hàng của bảng hoặc theo dòng chữ. Số bản ghi cạnh “Nơi nhận:” là lỗi của TT-74.",
)
def label(case: Case) -> Iterator[Fault]:
    letter = case.letter
    part = letter.receivers_label
    if part is None:
        if not is_issued_with(letter):
            said = Said("không thấy “Nơi nhận:”", "no “Nơi nhận:” found")
            yield Fault(nowhere(PartName.RECEIVERS_LABEL), said)
        return
    yield from _label_words(part)
    yield from form_faults(part, Form(case.law.size("noi-nhan"), bold=True, italic=True))
    yield from _flush_left([part], (part.first.paragraph.key.ordinal,))
    yield from _level(letter, part)


def _label_words(part: Part) -> Iterator[Fault]:
    if part.text != _LABEL:
        said = Said(f"ghi “{part.text}”, phải là “{_LABEL}”", f"“{part.text}” instead of “{_LABEL}”")
        yield Fault(at(part), said, mends=_colon(part))
    strip = part.last
    rest = strip.paragraph.text[strip.end :].partition("\n")[0].partition("\t")[0]
    words = plain(rest)
    if words and not _COPIES_BESIDE.match(words) and not re.search(r"\s{4,}\S", rest):
        said = Said(f"cùng dòng còn có “{words}”", f"“{words}” stands on the same line")
        yield Fault(at(part), said)


def _colon(part: Part) -> tuple[Mend, ...]:
    """The colon behind the label, where its words are right."""
    strip = part.last
    raw = strip.raw.rstrip()
    words = raw.rstrip(" .:;,\u00a0")
    if plain(words) != _LABEL.rstrip(":"):
        return ()
    return (SetText(strip.paragraph.key, strip.start + len(words), strip.start + len(raw), ":"),)


def _flush_left(parts: list[Part], only: tuple[int, ...] = ()) -> Iterator[Fault]:
    """Lines that do not begin at the left edge of their column."""
    for part in parts:
        strip = part.first
        place, paragraph = extent(strip), strip.paragraph
        edge = paragraph.frame.left * 25.4 / 1440
        if place is None or place.left - edge <= _EDGE:
            continue
        away = round(place.left - edge)
        said = Said(
            f"cách mép trái {away} mm, không sát lề trái", f"{away} mm from the left edge, not flush left"
        )
        alone = not paragraph.text[: strip.start] and "\t" not in paragraph.text
        mends: tuple[Mend, ...] = (SetShape(paragraph.key, align="left", left=0, first=0),) if alone else ()
        yield Fault(at(part), said, mends=mends)


def _level(letter: Letter, part: Part) -> Iterator[Fault]:
    """Whether the label stands in the row, or on the line, of the first title."""
    titles = [s.authority[0].first.paragraph for s in letter.signatures if s.authority]
    if not titles:
        return
    here = part.first.paragraph
    cell = here.frame.cell
    if len({t.frame.cell for t in titles}) > 1 and here.key > max(titles, key=lambda t: t.key).key:
        return  # Several sign beside each other: there is no room but below them.
    if here.key > max(t.key for t in titles) and any(_is_on_the_left(s) for s in letter.signatures):
        return  # THƯ KÝ stands where "Nơi nhận:" would.
    if cell is not None and any(t.frame.cell is not None for t in titles):
        rows = {(t.frame.cell.table, t.frame.cell.row) for t in titles if t.frame.cell is not None}
        if (cell.table, cell.row) not in rows:
            yield Fault(
                at(part), Said("không cùng hàng với chức vụ người ký", "not in the row of the signer's title")
            )
    elif here.frame.box is not None or any(t.frame.box is not None for t in titles):
        said = Said(
            "Không xác định được vị trí hộp chữ nên không kiểm tra “Nơi nhận:” có ngang hàng với chức vụ không",
            "The place of the text box is unknown, so it is not checked whether “Nơi nhận:” is level with "
            "the title",
        )
        yield Fault(at(part), said, severity=Severity.INFO)
    elif all(t.key != here.key for t in titles):
        said = Said("không ngang hàng với chức vụ người ký", "not level with the signer's title")
        yield Fault(at(part), said)


def _is_on_the_left(signature: Signature) -> bool:
    """Whether the first line of the block stands in the left half of the text, beside something else on its right."""
    if not signature.authority:
        return False
    strip = signature.authority[0].first
    place, frame = extent(strip), strip.paragraph.frame
    beside = frame.cell is not None or bool(strip.paragraph.text[strip.end :].strip())
    return beside and place is not None and place.centre * TWIPS_PER_MM < _HALF_OF_TEXT


@dataclass(frozen=True, slots=True)
class _Wrong:
    """One thing that is wrong with an item."""

    part: Part
    said: Said
    mends: tuple[Mend, ...] = ()


@rule(
    "TT-70",
    Severity.ERROR,
    "Phụ lục I, II.9d",
    asks=(
        "Danh sách nơi nhận cỡ {size.noi-nhan-muc}, kiểu chữ đứng; mỗi nơi nhận một dòng sát lề trái, đầu dòng có "
        "gạch ngang, "
        "cuối dòng có dấu "
        "chấm phẩy; dòng cuối cùng kết thúc bằng dấu chấm.",
        "The recipients are size {size.noi-nhan-muc}, upright, one a line, flush left, each with a dash before and a "
        "semicolon after it, the last "
        "with a full stop.",
    ),
    mend=(
        "Chọn danh sách: Home → Font: cỡ {size.noi-nhan-muc}, bỏ Bold, Italic; Home → Align Left; gõ “- ” đầu dòng, "
        "“;” cuối "
        "dòng, “.” ở dòng "
        "cuối.",
        "Select the list: size {size.noi-nhan-muc}, no Bold or Italic, Align Left; type “- ” before, “;” after each "
        "line, “.” "
        "after the last.",
    ),
    wrong="- Như trên,\nSở Nội vụ;",
    right="- Như trên;\n- Sở Nội vụ;\n- Lưu: VT.",
    why="Các dòng sai được nêu trong một kết quả, dòng máy không sửa được thì nêu riêng. Ngoặc mục đích đặt sau dấu "
    "chấm phẩy là lỗi của TT-73; nội dung dòng “Lưu” là của TT-71.",
)
def listed(case: Case) -> Iterator[Fault]:
    letter = case.letter
    if not letter.receivers:
        return
    safe = _may_mend(letter)
    for fault in _list_faults(case):
        yield fault if safe else replace(fault, mends=())


def _list_faults(case: Case) -> Iterator[Fault]:
    letter = case.letter
    wrong = list(_wrong_items(letter))
    for several in ([w for w in wrong if w.mends], [w for w in wrong if not w.mends]):
        if several:
            text = Said("; ".join(w.said.vi for w in several), "; ".join(w.said.en for w in several))
            yield Fault(at(several[0].part), text, mends=tuple(m for w in several for m in w.mends))
    whole = Part(PartName.RECEIVER, tuple(s for part in letter.receivers for s in part.strips))
    yield from form_faults(whole, Form(case.law.size("noi-nhan-muc"), bold=False, italic=False))
    yield from list(_flush_left(list(letter.receivers)))[:1]


def _may_mend(letter: Letter) -> bool:
    """Whether a machine may touch the list: the Lưu line, if any, ends it, and no line may be a signer's."""
    file = letter.file_line
    ended = file is None or letter.receivers[-1].first == file.first
    return ended and not any(_may_sign(part) for part in letter.receivers)


def _may_sign(part: Part) -> bool:
    """Looks as lines of a signature do: "KT. …", a title in capitals, a name in bold."""
    text = part.text
    if _ANY_DASH.match(text) or part.first.paragraph.label or text.endswith(";"):
        return False
    if _AUTHORITY.match(text) or (text.isupper() and " " in text):
        return True
    runs = [r for strip in part.strips for r in strip.runs if r.text.strip()]
    bold = bool(runs) and all(r.look.bold for r in runs)
    return bold and _NAME.match(text) is not None


def _wrong_items(letter: Letter) -> Iterator[_Wrong]:
    last = len(letter.receivers) - 1
    for place, part in enumerate(letter.receivers):
        if _TORN.match(part.text):
            continue
        yield from _dash(part)
        yield from _ending(
            part, "." if place == last else ";", free=place == last and letter.file_line is None
        )


def _dash(part: Part) -> Iterator[_Wrong]:
    text, strip = part.text, part.first
    if _DASH.match(text):
        return
    found = _ANY_DASH.match(strip.raw)
    said = Said(f"“{text}” không có “- ” đầu dòng", f"“{text}” does not begin with “- ”")
    if strip.paragraph.label or strip.paragraph.text[: strip.start].strip():
        yield _Wrong(part, said)
    else:
        end = strip.start + (found.end() if found else 0)
        yield _Wrong(part, said, (SetText(strip.paragraph.key, strip.start, end, "- "),))


def _ending(part: Part, asked: str, *, free: bool) -> Iterator[_Wrong]:
    text = part.text
    if text.endswith(asked) or (free and text.endswith((";", "."))) or _LATE_PURPOSE.search(text):
        return
    name = "dấu chấm phẩy" if asked == ";" else "dấu chấm"
    said = Said(f"“{text}” không kết thúc bằng {name}", f"“{text}” does not end with “{asked}”")
    strip = part.last
    raw = strip.raw.rstrip()
    bare = raw.rstrip(" ,;.:\u00a0")
    yield _Wrong(
        part, said, (SetText(strip.paragraph.key, strip.start + len(bare), strip.start + len(raw), asked),)
    )


@rule(
    "TT-71",
    Severity.ERROR,
    "Phụ lục I, II.9d",
    asks=(
        "Dòng cuối của nơi nhận: chữ “Lưu”, dấu hai chấm, “VT”, rồi dấu phẩy và chữ viết tắt đơn vị soạn "
        "thảo, số bản lưu (nếu cần), "
        "cuối cùng là dấu chấm.",
        "The last line: “Lưu”, a colon, “VT”, then after a comma the drafting unit and the copies kept, if "
        "needed, and a full stop.",
    ),
    mend=(
        "Gõ dòng cuối theo mẫu “- Lưu: VT, <đơn vị soạn thảo>.” hoặc “- Lưu: VT.”",
        "Type the last line as “- Lưu: VT, <drafting unit>.” or “- Lưu: VT.”",
    ),
    wrong="- Lưu VT.",
    right="- Lưu: VT, VX.",
    why="Dấu gạch đầu dòng và dấu chấm cuối dòng do TT-70 xét; ký hiệu người soạn thảo, số bản phát hành sau "
    "dòng “Lưu” do TT-74 "
    "xét.",
)
def file_line(case: Case) -> Iterator[Fault]:
    letter = case.letter
    part = letter.file_line
    if part is None:
        if not is_issued_with(letter):
            yield _without_file_line(letter)
        return
    words = _ANY_DASH.sub("", part.text).rstrip(" .;,")
    if not _FILE.match(words):
        said = Said(
            f"ghi “{words}”, không theo mẫu “Lưu: VT, …”", f"“{words}” is not written like “Lưu: VT, …”"
        )
        yield Fault(at(part), said, mends=_punctuated(part))
    if letter.receivers and letter.receivers[-1].first != part.first:
        said = Said("dòng “Lưu” không ở cuối danh sách", "“Lưu” is not the last line")
        yield Fault(at(part), said)


def _without_file_line(letter: Letter) -> Fault:
    """Nothing is kept on file, or the line stands somewhere else than in the list."""
    elsewhere = next((p for p in letter.word.paragraphs if _APART.match(plain(p.shown))), None)
    if elsewhere is None:
        return Fault(nowhere(PartName.FILE_LINE), Said("không có dòng “Lưu: VT”", "no line “Lưu: VT”"))
    said = Said("dòng “Lưu” không nằm trong danh sách nơi nhận", "the line “Lưu” stands outside of the list")
    return Fault(at(elsewhere, PartName.FILE_LINE), said)


def _punctuated(part: Part) -> tuple[Mend, ...]:
    """The colon after Lưu and the blank after commas, where that is all that is missing."""
    strip = part.first
    found = _LOOSE_FILE.match(strip.raw)
    if len(part.strips) > 1 or found is None:
        return ()
    if not _FILE.match("Lưu: " + re.sub(r"\s*,\s*", ", ", found["units"]).rstrip(" .;,")):
        return ()
    key, start = strip.paragraph.key, strip.start
    mends = [SetText(key, start + found.end("word"), start + found.start("units"), ": ")]
    for comma in re.finditer(r"\s*,\s*", found["units"]):
        place = start + found.start("units")
        mends.append(SetText(key, place + comma.start(), place + comma.end(), ", "))
    return tuple(m for m in mends if strip.paragraph.text[m.start : m.end] != m.text)


@rule(
    "TT-72",
    Severity.ERROR,
    "Phụ lục I, II.9b",
    asks=(
        "Văn bản có “Kính gửi” thì dòng đầu tiên của nơi nhận là “- Như trên;”.",
        "Where there is a “Kính gửi”, the first recipient is “- Như trên;”.",
    ),
    mend=(
        "Thêm dòng “- Như trên;” đầu danh sách nơi nhận.",
        "Add “- Như trên;” as the first line of the recipients.",
    ),
    wrong="- Sở Nội vụ;\n- Lưu: VT.",
    right="- Như trên;\n- Sở Nội vụ;\n- Lưu: VT.",
)
def as_above(case: Case) -> Iterator[Fault]:
    letter = case.letter
    if letter.salutation is None or not letter.receivers:
        return
    first = letter.receivers[0]
    if not _AS_ABOVE.match(_ANY_DASH.sub("", first.text).rstrip(" .;,")):
        yield Fault(at(first), Said(f"dòng đầu là “{first.text}”", f"the first line is “{first.text}”"))


@rule(
    "TT-73",
    Severity.WARNING,
    "Phụ lục I, II.9d",
    asks=(
        "Mục đích gửi “(để b/c)”, “(để biết)” … đặt ngay sau nơi nhận, trước dấu chấm phẩy.",
        "A purpose such as “(để b/c)” follows its recipient, before the semicolon.",
    ),
    mend=(
        "Chuyển dấu chấm phẩy ra sau ngoặc: “- Giám đốc Sở (để b/c);”.",
        "Move the semicolon behind the bracket: “- Giám đốc Sở (để b/c);”.",
    ),
    wrong="- Giám đốc Sở; (để b/c)",
    right="- Giám đốc Sở (để b/c);",
    sure=False,
)
def purpose_before_semicolon(case: Case) -> Iterator[Fault]:
    for part in case.letter.receivers:
        found = _LATE_PURPOSE.search(part.text)
        if found and part.first != (case.letter.file_line.first if case.letter.file_line else None):
            said = Said(
                f"“({found['purpose']})” đứng sau dấu chấm phẩy",
                f"“({found['purpose']})” after the semicolon",
            )
            yield Fault(at(part), said)


def items(letter: Letter) -> tuple[Strip, ...]:
    """The recipients who get a copy: no "Như trên", no Lưu, no purpose torn from its line."""
    file = letter.file_line.first if letter.file_line else None
    kept = [p for p in letter.receivers if p.first != file and not _TORN.match(p.text)]
    return tuple(p.first for p in kept if not _AS_ABOVE.match(_ANY_DASH.sub("", p.text).rstrip(" .;,")))
