"""Cited acts: TT-48 in full at the first mention, TT-49 short afterwards, TT-50 "số" before the number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.errors import Severity
from engine.rules.acts import Citation
from engine.rules.case import Case
from engine.rules.finding import Fault, Said
from engine.rules.letter import Role
from engine.rules.prose import place_of, said
from engine.rules.recognise.numbers import CAPITAL
from engine.rules.registry import rule

_NOT_JUDGED = re.compile(
    r"^(?:$|luật|bộ luật|pháp lệnh|hợp đồng|biên bản|bản |giấy |phiếu |đề án|dự án)", re.IGNORECASE
)
"""Laws are named only; contracts, minutes and slips have no issuer and trích yếu to be told; a bare number may be a
form's."""
_AGAIN = re.compile(rf"^\s*,?\s*(?:ngày\s+\d|của\s+{CAPITAL})")
_LAW = re.compile(
    r"\b(?P<type>Luật|Bộ luật|Pháp lệnh)\s+(?:[^;,.:()“”]{0,120}?\s)?số\s*:?\s*(?P<code>\d+/\d{4}/[A-Z]{2,}\d*)"
)
_OTHER_ACT = re.compile(
    r"\b(?:Nghị định|Nghị quyết|Thông tư|Quyết định|Chỉ thị|Công văn|Kế hoạch|Lệnh|Hướng dẫn)\b"
)


@rule(
    "TT-48",
    Severity.WARNING,
    "Phụ lục I, II.6a, II.6b",
    asks=(
        "Viện dẫn lần đầu ghi đầy đủ tên loại, số, ký hiệu, thời gian ban hành, tên cơ quan ban hành, trích "
        "yếu; Luật, Pháp "
        "lệnh chỉ ghi tên loại và tên.",
        "The first citation gives type, number and symbol, date, issuer and subject; laws and ordinances "
        "type and name only.",
    ),
    mend=(
        "Bổ sung phần còn thiếu ở lần nhắc đầu tiên; bỏ số của Luật, Pháp lệnh.",
        "Add what is missing at the first mention; leave out the number of a law.",
    ),
    wrong="Thực hiện Kế hoạch số 12/KH-UBND của Ủy ban nhân dân tỉnh, …",
    right="Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2024 của Ủy ban nhân dân tỉnh về việc kiểm tra công vụ",
    why=(
        "Xét lần nhắc đầu của mỗi số, ký hiệu trong nội dung. Được để yên: văn bản nằm trong trích yếu của văn bản "
        "khác hoặc trong ngoặc kép; số không có tên loại; hợp đồng, biên bản, giấy, phiếu; ngày thông qua sau tên "
        "luật, vì chính căn cứ của Nghị định cũng ghi như vậy. Các văn bản nối bằng “và” dùng chung cơ quan, trích "
        "yếu; “theo đề nghị của … tại Tờ trình số …” đã nói cơ quan và nội dung."
    ),
)
def first_mentions(case: Case) -> Iterator[Fault]:
    """What the first citation of each act lacks."""
    seen: set[str] = set()
    for one in case.citations:
        first = one.code not in seen
        seen.add(one.code)
        if first and one.own and not _NOT_JUDGED.match(one.type) and not _is_own(one, case):
            lacks = _lacks(one)
            if lacks:
                vi, en = ", ".join(x.vi for x in lacks), ", ".join(x.en for x in lacks)
                told = said(
                    f"“{one.words}” lần đầu, thiếu {vi}", f"“{one.words}” for the first time, without {en}"
                )
                yield Fault(place_of(one.item), told)
    for item in case.letter.items:
        for found in _LAW.finditer(item.text) if item.role is not Role.TABLE else ():
            if not _OTHER_ACT.search(found.group()):
                told = said(
                    f"{found['type']} ghi số {found['code']}",
                    f"a law is cited with its number {found['code']}",
                )
                yield Fault(place_of(item), told)


def _lacks(one: Citation) -> list[Said]:
    parts = (
        (Said("ngày, tháng, năm", "date"), one.date),
        (Said("cơ quan ban hành", "issuer"), one.issuer),
        (Said("trích yếu", "subject"), one.about),
    )
    return [name for name, there in parts if not there]


def _is_own(one: Citation, case: Case) -> bool:
    """The letter's own number."""
    number = case.letter.number
    return number is not None and one.code in number.text.replace(" ", "").upper()


@rule(
    "TT-49",
    Severity.WARNING,
    "Phụ lục I, II.6b",
    asks=(
        "Từ lần viện dẫn thứ hai chỉ ghi tên loại và số, ký hiệu.",
        "From the second citation on only type and number are given.",
    ),
    mend=(
        "Ở những lần nhắc sau, bỏ ngày, cơ quan ban hành và trích yếu.",
        "At later mentions leave out date, issuer and subject.",
    ),
    wrong="… theo Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2024 (đã nhắc ở trên)",
    right="… theo Kế hoạch số 12/KH-UBND",
    why="Chỉ nêu khi ngay sau số, ký hiệu lại ghi ngày hoặc cơ quan ban hành; không xét phụ lục.",
)
def later_mentions(case: Case) -> Iterator[Fault]:
    """Acts cited in full again."""
    seen: set[str] = set()
    for one in case.citations:
        again = one.code in seen and one.own and _AGAIN.match(one.item.text[one.end :])
        seen.add(one.code)
        if again:
            again_vi, again_en = _told_again(one)
            told = said(
                f"“{one.words}” đã viện dẫn ở trên, lại ghi {again_vi}",
                f"“{one.words}” is cited again with {again_en}",
            )
            yield Fault(place_of(one.item), told)


def _told_again(one: Citation) -> Said:
    """What is told once more of the act."""
    parts = (
        (Said("ngày", "its date"), one.date),
        (Said("cơ quan ban hành", "its issuer"), one.issuer),
        (Said("trích yếu", "its subject"), one.about),
    )
    told = [name for name, there in parts if there]
    return Said(", ".join(x.vi for x in told), ", ".join(x.en for x in told))


@rule(
    "TT-50",
    Severity.WARNING,
    "Phụ lục I, II.6b",
    asks=(
        "Giữa tên loại và số, ký hiệu của văn bản được viện dẫn có chữ “số”.",
        "The word “số” stands between the type and the number of a cited act.",
    ),
    mend=("Thêm chữ “số”: Kế hoạch số 395/KH-BHXH.", "Add “số”: Kế hoạch số 395/KH-BHXH."),
    wrong="Kế hoạch 395/KH-BHXH",
    right="Kế hoạch số 395/KH-BHXH",
    why="Chỉ xét số, ký hiệu đầy đủ đứng ngay sau tên loại; chữ trong ngoặc kép được để yên.",
    sure=False,
)
def number_word(case: Case) -> Iterator[Fault]:
    """Acts cited without "số"."""
    for one in case.citations:
        if one.type and not one.so and one.own:
            yield Fault(
                place_of(one.item), said(f"viết “{one.words}”, thiếu chữ “số”", f"“{one.words}” without “số”")
            )
