"""The acts that a text cites: type, number and symbol, date, issuer, trích yếu, as far as the words tell "
"them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from engine.rules.capitals import UPPER
from engine.rules.letter import Item, Role

_CAPITAL = f"[{UPPER}]"

_TYPES = (
    "Nghị quyết liên tịch|Thông tư liên tịch|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Quy chế|Quy định|Thông "
    "cáo|"
    "Thông báo|Thông tư|Hướng dẫn|Chương trình|Kế hoạch|Phương án|Đề án|Dự án|Báo cáo|Biên bản|Tờ trình|Hợp "
    "đồng|"
    "Công văn|Công điện|Bản ghi nhớ|Bản thỏa thuận|Giấy ủy quyền|Giấy mời|Giấy giới thiệu|Phiếu gửi|Phiếu "
    "chuyển|"
    "Phiếu báo|Kết luận|Văn bản|Pháp lệnh|Bộ luật|Luật|Lệnh|Sắc lệnh"
)
_SYMBOL = r"(?:\d{4}\s?/\s?)?[A-ZĐ](?:[\w&]|\.(?=\w))*(?:\s?-\s?[A-ZĐ](?:[\w&]|\.(?=\w))*)*"
_CODE = re.compile(
    rf"(?:\b(?P<type>{_TYPES}|{_TYPES.lower()})\s{{1,9}})?(?:(?P<so>số)\s{{0,9}}:?\s{{0,9}})?"
    rf"(?<![\w/.,-])(?P<number>\d{{1,5}}[a-z]?)\s?/\s?(?P<symbol>{_SYMBOL})"
)
_QUOTES = re.compile(r"“[^”]{0,1500}”|\"[^\"]*\"")
_DAY = r"(?:ngày\s+)?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}"
_DATE = re.compile(rf"(?:{_DAY}|tháng\s+\d{{1,2}}\s*(?:/|năm)\s*\d{{4}})", re.IGNORECASE)
_ISSUER = re.compile(rf"\bcủa\s+(?:liên\s+)?{_CAPITAL}\w*")
_ASKED_BY = re.compile(
    rf"\b(?:đề nghị|ý kiến|báo cáo|kiến nghị|chỉ đạo|kết luận|thông báo) của {_CAPITAL}[^;:]*"
    r"\b(?:tại|theo|trong)\s+(?:các\s+)?$"
)
""" "… đề nghị của Sở Nội vụ tại Tờ trình số …": who issued it is told before, and for what."""
_ABOUT = re.compile(
    r"\b(?:về|v/v|ban hành|quy định|hướng dẫn|phê duyệt|sửa đổi|bổ sung|thay thế|bãi bỏ|triển khai|đề nghị|báo cáo|"
    r"công bố|thành lập|giao|thông qua|tăng cường|thực hiện|kiện toàn|điều chỉnh|chấp thuận|cho phép|đính chính|"
    r"tổ chức|xin|chỉ đạo|đẩy mạnh|nâng cao|phát động|phối hợp|kiểm tra|tuyên truyền|ủy quyền|kết luận|truyền đạt|"
    r"đôn đốc|góp ý|chuyển)\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 14
"""Words: more than these behind the issuer are a trích yếu that begins in a way of its own."""
_JOINED = 300
"""Letters behind acts that are joined that may tell of all of them; and before one that may tell who asked for it."""
_CLAUSE = re.compile(rf";|(?<=[^\W\d_])\.(?=\s|$)|(?<=\d)\.(?=\s+{_CAPITAL}|$)|:|\)")
_JOINS = re.compile(r"^[\s,;]*(?:và|hoặc|cùng)?[\s,;]*$")


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of an act in a paragraph. `start` and `end` bound its type and number in `item.text`.

    `date`, `issuer` and `about` tell whether the words behind it give them. `own` is false where it stands inside of
    another act's trích yếu or in a quotation: its words are not the letter's.
    """

    item: Item
    type: str
    so: bool
    number: str
    symbol: str
    start: int
    end: int
    date: bool
    issuer: bool
    about: bool
    own: bool
    words: str
    """As written."""

    @property
    def code(self) -> str:
        """ "395/KH-BHXH", zeros and blanks left out, for comparison."""
        return f"{self.number.lstrip('0')}/{self.symbol}".replace(" ", "").upper()


def citations(items: Iterable[Item]) -> Iterator[Citation]:
    """Every act that is cited by its number, in reading order; tables and pictures are left out."""
    for item in items:
        if item.role not in {Role.TABLE, Role.PICTURE, Role.SPACER} and "/" in item.text:
            yield from _of_item(item)


def _of_item(item: Item) -> Iterator[Citation]:
    """Acts joined by "và" share what stands behind the last of them."""
    text = item.text
    quoted = [q.span() for q in _QUOTES.finditer(text)]
    found = [m for m in _CODE.finditer(text) if _is_act(m)]
    clauses: list[str] = []
    for place, match in enumerate(found):
        follower = found[place + 1].start() if place + 1 < len(found) else len(text)
        clauses.append(_clause(text[match.end() : follower]))
    for place in range(len(found) - 2, -1, -1):
        if _joined(text[found[place].end() : found[place + 1].start()]):
            clauses[place] = (clauses[place] + clauses[place + 1])[:_JOINED]
    inside = False
    marks = [edge for span in quoted for edge in span]
    for place, match in enumerate(found):
        before = text[found[place - 1].end() : match.start()] if place else text[: match.start()]
        inside = place > 0 and not _parted(before) and (inside or _ABOUT.search(before) is not None)
        asked = _ASKED_BY.search(before[-_JOINED:]) is not None
        behind = clauses[place]
        yield Citation(
            item=item,
            type=match["type"] or "",
            so=match["so"] is not None,
            number=match["number"],
            symbol=match["symbol"],
            start=match.start(),
            end=match.end(),
            date=_DATE.search(behind) is not None,
            issuer=asked or _ISSUER.search(behind) is not None,
            about=asked or _tells_about(behind),
            own=not inside and bisect_right(marks, match.start()) % 2 == 0,
            words=match[0],
        )


def _is_act(match: re.Match[str]) -> bool:
    """A code of letters: "01/UBND-VP", no measure (5/Km) and no fraction."""
    symbol = match["symbol"]
    return sum(c.isupper() for c in symbol) >= 2 and (
        "-" in symbol or "QH" in symbol or bool(match["so"] or match["type"])
    )


def _clause(behind: str) -> str:
    """The words behind a code that may still tell of it."""
    bare = _QUOTES.sub(lambda q: "“" + "_" * (len(q.group()) - 2) + "”", behind)
    end = _CLAUSE.search(bare)
    return behind[: end.start()] if end is not None else behind


def _joined(between: str) -> bool:
    """ "… ngày 17/3/2023 và Kế hoạch số …": nothing but a date and a joining word stands between."""
    rest = _DATE.sub("", between)
    return _JOINS.match(rest) is not None


def _parted(before: str) -> bool:
    """A clause has ended since the act before."""
    return _CLAUSE.search(before) is not None or re.search(r"\b(?:và|,)\s*$", before.rstrip()) is not None


def _tells_about(behind: str) -> bool:
    """A trích yếu: words of an act's subject, or a quotation; a subject clause after a comma is none."""
    rest = _DATE.sub(" ", behind)
    issuer = _ISSUER.search(rest)
    if "“" in rest:
        return True
    head = re.split(rf",\s+(?={_CAPITAL})", rest, maxsplit=1)[0]
    told = head[issuer.end() :] if issuer is not None else head
    return _ABOUT.search(told) is not None or len(told.split()) > _LONGEST_NAME
