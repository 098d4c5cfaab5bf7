"""Ô 7a: by which right the signer signs, TM., KT., TL., TUQ., Q. (Điều 13; Phụ lục I, II.7b)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.errors import Severity
from engine.rules.agency_names import spelling, unabridged
from engine.rules.case import Case
from engine.rules.finding import Fault, Said, at
from engine.rules.letter import Item, Letter, Part, Role, Signature
from engine.rules.registry import rule
from engine.word.mends import Mend, SetText

_LOOSE = re.compile(r"^(T\W{0,2}U\W{0,2}Q|T\W?M|K\W?T|T\W?L|Q)(?P<rest>(?:\s*\.)?\s*)(?=\w)(?!\w*\.)")
"""Any way in which clerks write the five marks; what is typed between the mark and the title."""
_OTHER = re.compile(r"^(?!P)(?P<mark>[BCDĐGHKLMNQRSTVX]{1,4}\.[BCDĐGHKLMNQRSTVX]{0,3}\.?)\s*(?=\w{2})")
_ACTING = re.compile(r"^QUYỀN\s+(?=\w)")
_TITLE = re.compile(
    r"^(?:PHÓ |QUYỀN )?(?:TỔNG |THỨ |CHÁNH |GIÁM ĐỐC|(?:\w+ )?TRƯỞNG\b|CHỦ TỊCH|CHỦ NHIỆM|THỦ TƯỚNG|BÍ THƯ)"
)
_COMMON_HEAD = "CHỦ TỊCH"
_HEAD_SPEAKS = re.compile(
    r"^chủ tịch (?:ủy ban nhân dân|hội đồng)[^.;:,]{0,60}? (?:có ý kiến|giao|kết luận)(?!\w)"
)
"""The chairman speaks for himself: what follows may be his own letter."""
_DECIDES = re.compile(
    r"^(?:THỦ TƯỚNG|BỘ TRƯỞNG|CHỦ TỊCH|(?:TỔNG )?GIÁM ĐỐC|(?:TỔNG )?CỤC TRƯỞNG|CHÁNH|(?:\w+ )?TRƯỞNG)\b"
)
"""The head who decides alone, as M1.2 names him above the căn cứ."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A line of the block: its mark without the dot ("KT"), "" for a plain title, and the title in capitals."""

    part: Part
    mark: str
    title: str


def signed_lines(signature: Signature) -> tuple[Signed, ...]:
    """The lines of a block, marks told apart however they are written."""
    return tuple(_signed(part) for part in signature.authority)


def _signed(part: Part) -> Signed:
    text = part.text.upper()
    acting = _ACTING.match(text)
    if acting:
        return Signed(part, "Q", text[acting.end() :])
    found = _LOOSE.match(text)
    if found is None:
        return Signed(part, "", text)
    mark = re.sub(r"\W", "", found[1])
    if mark == "Q" and not re.match(r"^Q[\s.]", text):
        return Signed(part, "", text)
    if not re.match(r"[\s./]", text[len(found[1]) :]) and mark == found[1]:
        return Signed(part, "", text)
    return Signed(part, mark, text[found.end() :].strip())


@rule(
    "TT-61",
    Severity.ERROR,
    "Phụ lục I, II.7b",
    asks=(
        "Quyền hạn ký ghi bằng một trong năm chữ viết tắt TM., KT., TL., TUQ., Q., có dấu chấm, cách chức vụ "
        "một dấu cách.",
        "The right to sign is told by TM., KT., TL., TUQ. or Q., with its dot and one blank before the title.",
    ),
    mend=(
        "Gõ lại cho đúng: chữ viết tắt, dấu chấm, một dấu cách, rồi chức vụ.",
        "Type it again: the mark, a dot, one blank, then the title.",
    ),
    wrong="KT GIÁM ĐỐC",
    right="KT. GIÁM ĐỐC",
)
def marks_of_authority(case: Case) -> Iterator[Fault]:
    for signature in case.letter.signatures:
        for line in signed_lines(signature):
            yield from _mark_faults(case, line)


def _mark_faults(case: Case, line: Signed) -> Iterator[Fault]:
    text = line.part.first.raw
    upper = text.upper()
    loose = None if _ACTING.match(upper) else _LOOSE.match(upper)
    if line.mark and loose and f"{line.mark}." in case.law.authority:
        typed = upper[: loose.end()]
        if typed != f"{line.mark}. ":
            said = Said(f"ghi “{typed}”, phải là “{line.mark}. ”", f"“{typed}” instead of “{line.mark}. ”")
            yield Fault(at(line.part), said, _retyped(line), mends=_spaced(line, loose))
    elif line.mark:
        said = Said("ghi “QUYỀN”, phải viết tắt “Q.”", "“QUYỀN” instead of “Q.”")
        yield Fault(at(line.part), said, _retyped(line))
    else:
        other = _OTHER.match(upper)
        if other:
            mark = other["mark"]
            said = Said(f"“{mark}” không thuộc năm hình thức ký", f"“{mark}” is none of the five marks")
            yield Fault(at(line.part), said)


def _retyped(line: Signed) -> Said:
    right = f"{line.mark}. {line.title}"
    return Said(
        f"Gõ lại “{right}”: chữ viết tắt, dấu chấm, một dấu cách.",
        f"Type “{right}”: the mark, a dot, one blank.",
    )


def _spaced(line: Signed, found: re.Match[str]) -> tuple[Mend, ...]:
    """The dot and the blank, where the letters of the mark are right."""
    if found[1] != line.mark:
        return ()
    strip = line.part.first
    start = strip.start + found.end(1)
    return (SetText(strip.paragraph.key, start, strip.start + found.end(), ". "),)


@rule(
    "TT-62",
    Severity.ERROR,
    "Phụ lục I, II.7b",
    asks=(
        "Dưới dòng “KT. + chức vụ cấp trưởng” là chức vụ cấp phó của chính cấp trưởng đó; cấp phó ký phải có "
        "dòng KT.",
        "Below “KT. + head” stands the deputy of that head; a deputy signs only below a line KT.",
    ),
    mend=(
        "Sửa dòng dưới thành chức vụ cấp phó, ví dụ “KT. GIÁM ĐỐC” thì dòng dưới là “PHÓ GIÁM ĐỐC”; cấp phó "
        "ký thì thêm dòng "
        "“KT. …” ở trên.",
        "Write the deputy's title below: “KT. GIÁM ĐỐC”, then “PHÓ GIÁM ĐỐC”; add “KT. …” above a deputy.",
    ),
    wrong="KT. GIÁM ĐỐC\nTRƯỞNG PHÒNG",
    right="KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC",
    why="Cấp phó gọi là PHÓ + cấp trưởng, trừ cách gọi riêng ghi trong bộ quy tắc (KT. BỘ TRƯỞNG là THỨ "
    "TRƯỞNG). Phó chủ tịch "
    "ký thay mặt Thường trực Hội đồng nhân dân không cần KT.",
)
def deputy_below(case: Case) -> Iterator[Fault]:
    for signature in case.letter.signatures:
        lines = signed_lines(signature)
        for place, line in enumerate(lines):
            if line.mark == "KT":
                yield from _deputy_faults(case, line, lines[place + 1 :])
        yield from _deputy_alone(case, lines)


def _deputy_faults(case: Case, head: Signed, below: Sequence[Signed]) -> Iterator[Fault]:
    asked = deputies(head.title, case.law.deputies)
    titles = [line.title for line in below if not line.mark]
    if any(spelling(title).startswith(spelling(deputy)) for title in titles for deputy in asked):
        return
    if titles:
        said = Said(
            f"dưới “KT. {head.title}” là “{titles[0]}”, không phải “{asked[0]}”",
            f"“{titles[0]}” below “KT. {head.title}” is not “{asked[0]}”",
        )
        yield Fault(at(below[0].part), said)
    else:
        said = Said(
            f"dưới “KT. {head.title}” không có chức vụ cấp phó", f"no deputy's title below “KT. {head.title}”"
        )
        yield Fault(at(head.part), said)


def deputies(head: str, exceptions: dict[str, str]) -> tuple[str, ...]:
    """How the deputy of a head is called; of each of them where one person holds two posts ("BỘ TRƯỞNG, CHỦ NHIỆM …").

    What follows the head's own title (GIÁM ĐỐC SỞ) may be left out.
    """
    found: list[str] = []
    for post in re.split(r"\s*,\s*|\s+KIÊM\s+", head):
        special = next((d for h, d in exceptions.items() if post.startswith(h)), None)
        short = re.match(
            r"(?:TỔNG )?GIÁM ĐỐC|CHỦ TỊCH|HIỆU TRƯỞNG|CHÁNH VĂN PHÒNG|TRƯỞNG \w+|\w+ TRƯỞNG", post
        )
        found += [special or f"PHÓ {post}"]
        found += [f"PHÓ {short[0]}"] if short and special is None else []
    return tuple(dict.fromkeys(found))


def _deputy_alone(case: Case, lines: Sequence[Signed]) -> Iterator[Fault]:
    if not lines or any(line.mark in ("KT", "TL", "TUQ") for line in lines):
        return
    if any("THƯỜNG TRỰC" in line.title for line in lines if line.mark == "TM"):
        return
    last = lines[-1]
    if not last.mark and last.title.startswith(("PHÓ ", *case.law.deputies.values())):
        said = Said(f"“{last.title}” ký mà không có dòng “KT.”", f"“{last.title}” signs without a line “KT.”")
        advisory = any(line.mark == "TM" and "NHÂN DÂN" not in line.title for line in lines)
        yield Fault(at(last.part), said, severity=Severity.WARNING if advisory else None)


@rule(
    "TT-63",
    Severity.ERROR,
    "Điều 13.2; Phụ lục I, II.7b",
    asks=(
        "TM. đứng đầu, trước tên tập thể hoặc cơ quan làm việc theo chế độ tập thể; văn bản của Ủy ban nhân "
        "dân, Hội đồng … ký "
        "thay mặt tập thể phải có dòng TM.",
        "TM. comes first, before the name of a collective; what a People's Committee, a council … issues is "
        "signed with TM.",
    ),
    mend=(
        "Ghi “TM. + tên tập thể” ở dòng đầu, ví dụ “TM. ỦY BAN NHÂN DÂN”; thủ trưởng ký theo chế độ thủ "
        "trưởng thì bỏ TM.",
        "Write “TM. + name of the collective” on the first line; drop TM. where a head signs alone.",
    ),
    wrong="KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH (văn bản của Ủy ban nhân dân)",
    right="TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
    why="Cơ quan tập thể lấy theo danh bạ (collective), nếu không có thì theo chữ mở đầu tên cơ quan. Không "
    "báo khi người ban "
    "hành là chức danh nhà nước (Chủ tịch Ủy ban nhân dân …), khi ký TL. hoặc TUQ., khi dòng thẩm quyền trên căn cứ "
    "là người đứng đầu (“CHỦ TỊCH ỦY BAN NHÂN DÂN …”, Mẫu 1.2; khi đó có TM. mới bị nhắc). Công văn truyền ý kiến "
    "của chính Chủ tịch chỉ là lưu ý. Không thấy tên cơ quan mà "
    "người ký là "
    "chủ tịch, văn bản nhắc “Chủ tịch Ủy ban nhân dân” thì cũng cảnh báo.",
)
def collective_is_named(case: Case) -> Iterator[Fault]:
    for signature in case.letter.signatures:
        lines = signed_lines(signature)
        for place, line in enumerate(lines):
            if line.mark == "TM":
                yield from _collective_faults(case, line, place)
    yield from _missing_collective(case)


def _collective_faults(case: Case, line: Signed, place: int) -> Iterator[Fault]:
    if place:
        yield Fault(at(line.part), Said("TM. không ở dòng đầu", "TM. is not on the first line"))
        return
    decides = _deciding_head(case.letter)
    if decides is not None:
        head = decides.text
        said = Said(
            f"“{head}” ban hành mà người ký lại ghi “TM.”", f"issued by “{head}” alone, yet signed with “TM.”"
        )
        yield Fault(at(line.part), said, severity=Severity.WARNING)
        return
    title = unabridged(line.title, case.law.symbols).upper()
    if any(title.startswith(spelling(word).upper()) for word in case.law.collectives):
        return
    ids = case.known.agency_ids.get(spelling(line.title), ())
    if any(case.known.directory.agencies[i].collective for i in ids):
        return
    sure = _TITLE.match(line.title) is not None or bool(ids)
    said = Said(
        f"sau TM. là “{line.title}”, không phải tập thể", f"“{line.title}” after TM. is no collective"
    )
    yield Fault(at(line.part), said, severity=None if sure else Severity.WARNING)


def _missing_collective(case: Case) -> Iterator[Fault]:
    signatures = case.letter.signatures
    if len(signatures) != 1 or not signatures[0].authority or _deciding_head(case.letter) is not None:
        return
    lines = signed_lines(signatures[0])
    if lines[0].mark in ("TL", "TUQ") or any(line.mark == "TM" for line in lines):
        return
    name = _collective_issuer(case, lines[0])
    if name:
        said = Said(f"văn bản của {name} mà không ký TM.", f"issued by {name} without TM.")
        yield Fault(
            at(lines[0].part), said, severity=Severity.INFO if _head_speaks(case) else Severity.WARNING
        )


def _deciding_head(letter: Letter) -> Item | None:
    """The line above the căn cứ or the order that names a head, and no collective, as the one who decides."""
    for item in letter.items:
        if item.role is Role.BASIS:
            return None
        if item.role is Role.ORDER and _DECIDES.match(item.text):
            return item
    return None


def _head_speaks(case: Case) -> bool:
    return any(
        _HEAD_SPEAKS.match(unabridged(item.text, case.law.symbols))
        for item in case.letter.items
        if item.text.lower().startswith("chủ tịch")
    )


def _collective_issuer(case: Case, first: Signed) -> str:
    """The name of the collective that issued the letter; "" where it is none or nobody can tell."""
    issuers = [agency for agency, _ in case.issuers]
    if issuers:
        told = all(a.collective and not a.state_title for a in issuers)
        return issuers[0].name if told else ""
    issuer = case.letter.issuer
    if issuer is not None:
        name = unabridged(issuer.text, case.law.symbols).upper()
        words = (spelling(w).upper() for w in case.law.collective_issuers)
        return issuer.text if any(name.startswith(w) for w in words) else ""
    if first.title == _COMMON_HEAD and _names_chairman(case):
        return "Ủy ban nhân dân"
    return ""


def _names_chairman(case: Case) -> bool:
    """The letter speaks of "Chủ tịch Ủy ban nhân dân": the chairman who signs is theirs."""
    every = [*(p.text for p in case.letter.receivers), *(i.text for i in case.letter.items)]
    return any(
        "chủ tịch ủy ban nhân dân" in unabridged(text, case.law.symbols)
        for text in every
        if "chủ tịch" in text.lower()
    )


@rule(
    "TT-64",
    Severity.ERROR,
    "Điều 13.3",
    asks=(
        "Người được ủy quyền ký trực tiếp, không ủy quyền lại: sau TUQ. không có KT., TL. hay TUQ. nữa.",
        "Whoever signs by authorisation signs in person: no KT., TL. or TUQ. after TUQ.",
    ),
    mend=(
        "Người được ủy quyền tự ký: bỏ dòng KT., TL., TUQ. phía dưới và ghi đúng chức vụ của người được ủy "
        "quyền.",
        "Let the authorised person sign: delete the KT., TL. or TUQ. below and write that person's title.",
    ),
    wrong="TUQ. GIÁM ĐỐC\nKT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG",
    right="TUQ. GIÁM ĐỐC\nTRƯỞNG PHÒNG",
)
def authorisation_is_not_passed_on(case: Case) -> Iterator[Fault]:
    for signature in case.letter.signatures:
        lines = signed_lines(signature)
        for place, line in enumerate(lines):
            further = [f for f in lines[place + 1 :] if f.mark in ("KT", "TL", "TUQ")]
            if line.mark == "TUQ" and further:
                mark = further[0].mark
                said = Said(f"sau “TUQ.” còn có “{mark}.”", f"“{mark}.” after “TUQ.”")
                yield Fault(at(further[0].part), said)
                break


@rule(
    "TT-65",
    Severity.WARNING,
    "Điều 13.4",
    asks=(
        "Người được giao ký TL. chỉ giao lại cho cấp phó của mình ký: TL. rồi KT. + chính người đứng đầu đơn "
        "vị đó; không TL. "
        "hai lần, không KT. trước TL.",
        "TL. may pass only to the deputy of the unit's own head: TL., then KT. of that head; no second TL., "
        "no KT. before TL.",
    ),
    mend=(
        "Ghi theo mẫu: “TL. BỘ TRƯỞNG”, “KT. CHÁNH VĂN PHÒNG”, “PHÓ CHÁNH VĂN PHÒNG”.",
        "Write “TL. BỘ TRƯỞNG”, “KT. CHÁNH VĂN PHÒNG”, “PHÓ CHÁNH VĂN PHÒNG”.",
    ),
    wrong="TL. BỘ TRƯỞNG\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG",
    right="TL. BỘ TRƯỞNG\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG",
)
def orders_pass_to_own_deputy(case: Case) -> Iterator[Fault]:
    for signature in case.letter.signatures:
        lines = signed_lines(signature)
        marks = [line.mark for line in lines]
        if "TL" not in marks or "TUQ" in marks[: marks.index("TL")]:
            continue
        yield from _order_faults(lines, marks.index("TL"))


def _order_faults(lines: Sequence[Signed], ordered: int) -> Iterator[Fault]:
    if any(line.mark == "KT" for line in lines[:ordered]):
        yield Fault(at(lines[ordered].part), Said("TL. đứng sau KT.", "TL. stands after KT."))
    unit = ""
    for line in lines[ordered + 1 :]:
        if line.mark == "TL":
            yield Fault(at(line.part), Said("TL. ghi hai lần", "TL. stands twice"))
        elif line.mark == "KT" and line.title == lines[ordered].title:
            said = Said(
                f"TL. và KT. cùng một người: {line.title}", f"TL. and KT. of the same head: {line.title}"
            )
            yield Fault(at(line.part), said)
        elif line.mark == "KT" and unit and unit != line.title:
            said = Said(f"dưới “{unit}” là “KT. {line.title}”", f"“KT. {line.title}” below “{unit}”")
            yield Fault(at(line.part), said)
        elif not line.mark:
            unit = line.title
