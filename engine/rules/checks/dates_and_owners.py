"""Deadlines and starts of tasks against the letter's own day (Điều 23.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from engine.errors import Severity
from engine.rules.case import Case
from engine.rules.finding import Fault, Said, at
from engine.rules.letter import PartName, Role
from engine.rules.registry import rule
from engine.rules.told import Text

_DATE = r"(?:ngày\s+)?(?P<day>\d{1,2})\s*(?:[/.-]|tháng)\s*(?P<month>\d{1,2})\s*(?:[/.-]|năm)\s*(?P<year>\d{4})(?!\d)"
_DAY = re.compile(
    r"(?<!\w)ngày\s+(?P<day>\d{1,2})(?:\s*/\s*|\s*-\s*|\s+tháng\s+)(?P<month>\d{1,2})"
    r"(?:(?:\s*/\s*|\s*-\s*|\s+năm\s+)(?P<year>(?:19|20)\d\d))?(?![\d/])",
    re.IGNORECASE,
)
_LEAP = "2000"
_LATEST = re.compile(
    r"(?:chậm nhất|muộn nhất|hạn cuối|hạn chót|thời hạn (?:hoàn thành|báo cáo|thực hiện)|hoàn thành|xong)"
    rf"(?:\s+(?:là|vào|đến|trước|trong|hết|cùng|ngay|:))*:?\s+{_DATE}",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:hoàn thành|báo cáo|gửi|nộp|xong|tổng hợp|cập nhật|rà soát|phản hồi|góp ý|trình|triển khai)"
    rf"(?P<between>[^.;!?]{{0,160}}?)\btrước\s+(?:hết\s+)?{_DATE}",
    re.IGNORECASE,
)
_START = re.compile(
    rf"^[^\w“]*(?:\d+[.)]|[a-zđ][.)])?\s*(?:Kể\s+)?từ\s+{_DATE}(?:\s+đến\s+[^,]{{1,40}})?\s*[,:]",
    re.IGNORECASE,
)
_BEGIN = re.compile(rf"(?:thực hiện|áp dụng|bắt đầu|triển khai)\s+(?:kể\s+)?từ\s+{_DATE}", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PAST = re.compile(
    r"(?<!\w)(?:đã|được ký|ban hành|phát sinh|còn nợ|tồn đọng|đang hưởng)(?!\w)", re.IGNORECASE
)
_CASE = re.compile(
    r"^[^,:]*(?<!\w)(?:đối với|trường hợp|nếu|những|người|hồ sơ|hợp đồng|dự án|công trình)(?!\w)"
    r"[^,:]*(?<!\w)trước(?!\w)",
    re.IGNORECASE,
)
_THEN = re.compile(r"^[^.;]{0,60}(?<!\w)(?:thì|được|vẫn|mà|chưa|phải)(?!\w)")
"""A date that tells which cases are meant: hồ sơ nộp trước ngày … được giải quyết."""
_OPENING = 300
_SENTENCE = re.compile(r"(?<=[^\W\d_][.!?;])\s+")
_TASKS = frozenset({Role.KHOAN, Role.DIEM, Role.DECIMAL, Role.DASH, Role.PLUS, Role.SECTION, Role.DIEU})


@rule(
    "TT-87",
    Severity.WARNING,
    "Điều 23.2",
    asks=(
        "Thời hạn của nhiệm vụ sau ngày ban hành văn bản; ngày bắt đầu thực hiện không trước ngày ban hành.",
        "Deadlines of tasks lie after the letter's day; tasks do not begin before it.",
    ),
    mend=(
        "Sửa ngày thực hiện hoặc ngày văn bản; nếu ngày đúng như vậy thì nói rõ đó là việc đã làm.",
        "Correct the task's date or the letter's; if it is right, say that it is past.",
    ),
    wrong="(văn bản ngày 03/6/2021) Từ ngày 01/6/2021, thực hiện tiếp nhận …",
    right="(văn bản ngày 03/6/2021) Từ ngày 10/6/2021, thực hiện tiếp nhận …",
    why="Ngày không có trong lịch (ngày 31/6) cũng bị nêu. Ngoài ra chỉ xét câu giao "
    "việc: “chậm nhất”, “hoàn thành trước ngày”, “báo cáo … trước ngày”, và “Từ ngày "
    "…,” mở đầu một khoản, điểm, gạch "
    "đầu dòng. Câu kể việc đã qua (có “đã”, “ban hành” …) và căn cứ không bị xét. Mỗi nhiệm vụ có người chịu "
    "trách nhiệm hay không thì "
    "tệp Word không cho biết chắc (việc giao cho mọi nơi nhận không ghi tên ai): điều đó được kiểm tra khi "
    "soạn bằng YAML.",
    sure=False,
)
def dates_of_tasks(case: Case) -> Iterator[Fault]:
    yield from _impossible(case)
    issued = case.day
    if issued is None:
        return
    for text in case.texts:
        if text.part is not PartName.BODY or text.item is None or text.item.role is Role.BASIS:
            continue
        if _YEAR.search(text.words) is None:
            continue
        for sentence in _SENTENCE.split(text.words):
            yield from _deadline_faults(text, sentence, issued)
        yield from _start_faults(text, issued)


def _impossible(case: Case) -> Iterator[Fault]:
    """Days that no calendar has: ngày 31/6, 32/13/2021. Without a year, 29/2 is taken."""
    for text in case.texts:
        if text.part not in (PartName.BODY, PartName.APPENDIX_BODY):
            continue
        for found in _DAY.finditer(text.words):
            year = int(found["year"] or _LEAP)
            if not _is_day(year, int(found["month"]), int(found["day"])):
                told = Said(f"“{found[0]}” không có trong lịch", f"“{found[0]}” is no day of the calendar")
                yield Fault(at(text.strip, text.part), told)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _deadline_faults(text: Text, sentence: str, issued: date) -> Iterator[Fault]:
    if _PAST.search(sentence):
        return
    seen: set[date] = set()
    for pattern in (_LATEST, _BEFORE):
        for found in pattern.finditer(sentence):
            due = _date(found)
            if pattern is _BEFORE and (
                _CASE.match(sentence, 0, _OPENING) or _THEN.match(sentence[found.end() :])
            ):
                continue
            if due is not None and due < issued and due not in seen:
                seen.add(due)
                said = Said(
                    f"thời hạn {due:%d/%m/%Y} trước ngày văn bản {issued:%d/%m/%Y}",
                    f"the deadline {due:%d/%m/%Y} lies before the letter's day {issued:%d/%m/%Y}",
                )
                yield Fault(at(text.strip, text.part), said)


def _start_faults(text: Text, issued: date) -> Iterator[Fault]:
    if text.item is None or text.item.role not in _TASKS:
        return
    words = _SENTENCE.split(text.words)[0]
    found = _START.match(words) or _START.match(text.item.title) or _BEGIN.search(words)
    start = _date(found) if found and not _PAST.search(words) else None
    if start is not None and start < issued:
        said = Said(
            f"bắt đầu từ {start:%d/%m/%Y}, trước ngày văn bản {issued:%d/%m/%Y}",
            f"begins on {start:%d/%m/%Y}, before the letter's day {issued:%d/%m/%Y}",
        )
        yield Fault(at(text.strip, text.part), said)


def _date(found: re.Match[str]) -> date | None:
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
