"""What a text already says: dates, percentages, days, periods. Decides whether a deadline or target
must be added."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

from engine.model.dates import PartialDate, Period
from engine.model.deadline import Deadline
from engine.model.target import Quantity, Target
from engine.wording.numerals import grouped, roman
from engine.wording.targets import counted

_DAY = re.compile(r"(?<![\d/.])(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)")
_WORDS = re.compile(r"(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})")
_MONTH = re.compile(r"(?:tháng\s+|(?<![\d/]))(\d{1,2})\s*(?:/|\s+năm\s+)\s*(\d{4})(?!\d)")
_YEAR = re.compile(r"năm\s+(\d{4})(?!\d)")
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")
_ABBREVIATIONS = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "bhxh": "bảo hiểm xã hội",
    "tp": "thành phố",
}
_OTHERS = "các|những|tỉnh|thành phố|quận|huyện|thị xã|thị trấn|xã|phường|đặc khu|cấp"
"""Words after the beginning of a name that make it another's: Ủy ban nhân dân | các xã."""
_OPEN = {
    "regular": r"thường xuyên",
    "unscheduled": r"định kỳ|đột xuất",
    "at-once": r"\bngay\b|khẩn trương|kịp thời|lập tức",
}
_EVERY = {
    "day": r"h[ằà]ng ngày|mỗi ngày",
    "week": r"h[ằà]ng tuần|mỗi tuần",
    "month": r"h[ằà]ng tháng|mỗi tháng|của tháng sau",
    "quarter": r"h[ằà]ng quý|mỗi quý|cuối quý|đầu quý|của quý sau",
    "half": r"6 tháng|sáu tháng",
    "year": r"h[ằà]ng năm|mỗi năm|cuối năm|đầu năm|của năm sau",
}


def flat(text: str) -> str:
    """The text for comparison: NFC, lower case, single blanks, without emphasis marks."""
    return " ".join(unicodedata.normalize("NFC", text).replace("*", "").lower().split())


def dates_in(text: str) -> frozenset[PartialDate]:
    """Every date the text names, as far as it names it: days, months (10/2022, tháng 10 năm 2022) and
    years."""
    plain = flat(text)
    days = {_date(y, m, d) for d, m, y in (*_DAY.findall(plain), *_WORDS.findall(plain))}
    rest = _WORDS.sub(" ", _DAY.sub(" ", plain))
    months = {_date(y, m) for m, y in _MONTH.findall(rest)}
    years = {_date(y) for y in _YEAR.findall(_MONTH.sub(" ", rest))}
    return frozenset(found for found in days | months | years if found is not None)


def _date(year: str, month: str = "", day: str = "") -> PartialDate | None:
    try:
        return PartialDate.parse("-".join(part for part in (year, month, day) if part))
    except ValueError:
        return None


def percentages_in(text: str) -> tuple[str, ...]:
    """Every percentage the text names, as plain decimals: "90", "32.5"."""
    return tuple(found.replace(",", ".") for found in _PERCENT.findall(flat(text)))


def says_date(text: str, day: PartialDate) -> bool:
    """Whether the text names this date; its hour is not looked for."""
    return PartialDate(day.year, day.month, day.day) in dates_in(text)


def says_period(text: str, period: Period) -> bool:
    """Whether the text names the quarter, half, month or year."""
    plain = flat(text)
    year = str(period.year)
    if period.quarter:
        names = f"(?:{roman(period.quarter).lower()}|{period.quarter})"
        return re.search(rf"quý\s+{names}\b(?:\s*(?:/|năm\s+|-)\s*{year})?", plain) is not None
    if period.half:
        return re.search(rf"6 tháng {'đầu' if period.half == 1 else 'cuối'} năm", plain) is not None
    if period.month:
        return re.search(rf"tháng\s+0?{period.month}(?:\s*(?:/|năm\s+)\s*{year})?\b", plain) is not None
    return re.search(rf"năm\s+{year}", plain) is not None


def says_deadline(text: str, deadline: Deadline) -> bool:
    """Whether a reader of the text already knows this deadline."""
    if deadline.text is not None and flat(deadline.text).rstrip(" .") in flat(text):
        return True
    days = [day for day in (deadline.by, deadline.before, deadline.from_, deadline.until) if day is not None]
    return all(says_date(text, day) for day in days) and _says_rest(flat(text), deadline)


def _says_rest(plain: str, deadline: Deadline) -> bool:
    if deadline.within is not None:
        return says_period(plain, deadline.within)
    if deadline.offset is not None:
        return re.search(rf"\b0?{deadline.offset.days}\b[^.;]{{0,12}}ngày", plain) is not None
    if deadline.every is not None:
        return _says_cycle(plain, deadline)
    return deadline.open is None or re.search(_OPEN[deadline.open], plain) is not None


def _says_cycle(plain: str, deadline: Deadline) -> bool:
    rule = deadline.every
    assert rule is not None
    if re.search(_EVERY[rule.each], plain) is None:
        return False
    numbers = [rule.day, rule.cutoff.day if rule.cutoff else None]
    return all(re.search(rf"\b0?{n}\b", plain) for n in numbers if isinstance(n, int))


def says_quantity(text: str, value: Quantity) -> bool:
    """Whether the text names the number, and the upper end of a range."""
    ends = [end for end in (value.low, value.high) if end is not None]
    if value.percent:
        said = percentages_in(text) + tuple(
            re.findall(r"(\d+(?:[.,]\d+)?)\s*(?:-|–|đến)\s*\d+(?:[.,]\d+)?\s*%", flat(text))
        )
        return all(format(end.normalize(), "f") in said or str(end) in said for end in ends)
    plain = flat(text)
    return all(any(_has_number(plain, form) for form in _forms(end)) for end in ends)


def _forms(number: Decimal) -> set[str]:
    """How a number is written: 14.530 or 14530; 2 or 02."""
    forms = {grouped(number), format(number, "f")}
    return forms | {f"0{form}" for form in forms if number < 10}


def _has_number(plain: str, number: str) -> bool:
    return re.search(rf"(?<![\d.,]){re.escape(number)}(?![.,]?\d)", plain) is not None


def says_target(text: str, target: Target) -> bool:
    """Whether one paragraph names every value of the target and most words of its measure, and the text its
    deadline: another "100%" elsewhere does not count."""
    values = [counted(v, target.unit) for v in (target.value, *target.years.values()) if v is not None]
    due = target.due()
    if due is not None and not says_deadline(text, due):
        return False
    return any(
        all(says_quantity(part, v) for v in values) and _says_words(part, target.measure)
        for part in text.split("\n\n")
    )


def _says_words(text: str, words: str) -> bool:
    said = set(re.findall(r"\w+", _expanded(text)))
    wanted = set(re.findall(r"\w+", _expanded(words)))
    return 2 * len(wanted & said) >= len(wanted)


def says_name(text: str, names: Iterable[str]) -> bool:
    """Whether the text names an agency: by one of its names, abbreviated or not, with or without its
    place."""
    plain = _expanded(text)
    return any(_shortened(_expanded(name), plain) for name in names if name)


def _shortened(name: str, plain: str) -> bool:
    """Its first words stand there, and what follows them does not make them the name of another."""
    words = name.split()
    least = max(2, (len(words) * 3 + 4) // 5) if len(words) > 2 else len(words)
    for count in range(len(words), least - 1, -1):
        other = rf"(?!\s+(?:{re.escape(words[count])}|{_OTHERS})\b)" if count < len(words) else ""
        if re.search(rf"(?<!\w){re.escape(' '.join(words[:count]))}(?!\w){other}", plain):
            return True
    return False


def says_report(
    text: str, to: Iterable[str], through: Iterable[str] = (), channel: str | None = None
) -> bool:
    """Whether one paragraph says that something is reported: to whom, through whom and by which channel."""
    to, through = tuple(to), tuple(through)
    return any(
        re.search("báo cáo|phản ánh|tổng hợp|gửi", part) is not None
        and says_name(part, to)
        and (not through or says_name(part, through))
        and (channel is None or flat(channel) in part)
        for part in map(flat, text.split("\n\n"))
    )


def says_questions(text: str, to: Iterable[str]) -> bool:
    """Whether one sentence says who answers questions."""
    to = tuple(to)
    sentences = (s for paragraph in text.split("\n\n") for s in _sentences(flat(paragraph)))
    return any("vướng mắc" in sentence and says_name(sentence, to) for sentence in sentences)


def _sentences(plain: str) -> list[str]:
    return re.split(r"(?<=[^\W\d])[.;]\s+", plain)


def _expanded(text: str) -> str:
    plain = flat(text)
    for short, words in _ABBREVIATIONS.items():
        plain = re.sub(rf"\b{short}\b", words, plain)
    return plain
