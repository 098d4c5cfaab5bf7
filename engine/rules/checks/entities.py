"""One thing is called by one name: brands and abbreviations spelled in several ways (Phụ lục II)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from engine.errors import Severity
from engine.rules.case import Case
from engine.rules.finding import Fault, Said, at
from engine.rules.letter import PartName
from engine.rules.registry import rule
from engine.rules.told import Text

_TOKEN = re.compile(r"(?<![\w@./&-])[^\W_]+(?:[-–&][^\W_]+)*(?![@\w]|\.\w)")
_SYMBOL = re.compile(r"(?:(?<!\d)\d{1,6}(?:/\d{4})?|[Ss]ố:?)\s*/\s*[^\s,;()]+")
"""A document's number and symbol: its groups are no names."""
_ROMAN = re.compile(r"^[IVXLCDM]+$")
_BRAND = re.compile(r"[^\W\d_][a-zà-ỹ]*[a-zà-ỹ][A-ZĐ]")
_CAPITALS = re.compile(r"[A-ZĐ].*[A-ZĐ]")
_NUMBERED = re.compile(r"[A-ZĐ]\w*-\d")
_LEAST = 4
_LONGEST = 40
"""Letters: no name is longer, nor twice that with the marks around it."""
_MOST = 60
"""Names looked up again in the whole text; an honest letter has fewer."""
_WIDE = 150
"""Letters before a bracket that may spell an abbreviation out."""
_SHOUTED = 0.6
"""Share of capitals from which a paragraph is a heading in capitals: spellings there say nothing."""
_FIRST_USE = re.compile(r"\(([A-ZĐ][A-ZĐ&]{2,9})\)")


@dataclass
class _Spellings:
    """The ways in which one name is written, and where each is first."""

    count: Counter[str] = field(default_factory=Counter)
    first: dict[str, Text] = field(default_factory=dict)

    def add(self, spelling: str, text: Text) -> None:
        self.count[spelling] += 1
        self.first.setdefault(spelling, text)


@rule(
    "TT-86",
    Severity.WARNING,
    "Phụ lục II",
    asks=(
        "Một tên riêng, một chữ viết tắt viết thống nhất một cách trong cả văn bản; chữ viết tắt được giải "
        "thích ở lần dùng đầu tiên.",
        "A proper name or abbreviation is written in one way throughout, and an abbreviation is explained "
        "where it is first used.",
    ),
    mend=(
        "Chọn một cách viết, dùng Ctrl+H để thay các chỗ còn lại; đưa phần giải thích chữ viết tắt lên lần "
        "dùng đầu tiên.",
        "Choose one spelling and replace the others with Ctrl+H; move the explanation to the first use.",
    ),
    wrong="ứng dụng VssID … ứng dụng Vss-ID",
    right="ứng dụng VssID … ứng dụng VssID",
    why="So các chữ giống nhau khi bỏ gạch nối, dấu cách và không phân biệt hoa thường, trong trích yếu, nội "
    "dung và phụ lục; bỏ qua dòng "
    "in hoa, địa chỉ thư, trang mạng, số ký hiệu văn bản và danh sách nơi nhận. Chữ viết tắt được giải thích "
    "sau khi đã dùng chỉ được "
    "nêu ở mức gợi ý; chữ viết tắt không hề được giải thích thì không xét, vì không có danh mục chữ viết tắt "
    "thông dụng.",
    sure=False,
)
def one_spelling(case: Case) -> Iterator[Fault]:
    texts = [t for t in case.texts if t.part is not PartName.RECEIVER]
    for names in _names(texts).values():
        if len(names.count) > 1 and _differ_as_names(names.count):
            yield _told(names)
    yield from _explained_late(texts)


def _names(texts: Sequence[Text]) -> dict[str, _Spellings]:
    found: dict[str, _Spellings] = {}
    for text in texts:
        words = text.words
        if _is_shouted(words):
            continue
        for token in _tokens(words):
            key = re.sub(r"[-–&]", "", token).casefold()
            if len(key) >= _LEAST and not _ROMAN.match(token):
                found.setdefault(key, _Spellings()).add(token, text)
    brands = (k for k, names in found.items() if any(_BRAND.search(s) for s in names.count))
    for key in list(islice(brands, _MOST)):
        _add_spaced(texts, key, found[key])
    return found


def _tokens(words: str) -> Iterator[str]:
    """Words that may be names: VssID, Covid-19; those among words in capitals (a heading) are left out."""
    chunks = words.split()
    for place, chunk in enumerate(chunks):
        if len(chunk) > 2 * _LONGEST or (chunk[1:] == chunk[1:].lower() and "-" not in chunk):
            continue
        if place > 1 and chunks[place - 1].isupper() and chunks[place - 2].isupper():
            continue
        for token in _TOKEN.findall(_SYMBOL.sub(" ", chunk)):
            if len(token) <= _LONGEST and (_CAPITALS.search(token) or _NUMBERED.search(token)):
                yield token


def _is_shouted(words: str) -> bool:
    letters = [c for c in words if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > _SHOUTED * len(letters)


def _add_spaced(texts: Sequence[Text], key: str, names: _Spellings) -> None:
    """The same name written as two words: Vss ID."""
    brand = next(s for s in names.count if _BRAND.search(s))
    parts = [p for p in re.split(r"(?<=[a-zà-ỹ])(?=[A-ZĐ])", re.sub(r"[-–&]", "", brand)) if p]
    if len(parts) != 2:
        return
    spaced = re.compile(rf"(?<!\w){re.escape(parts[0])} {re.escape(parts[1])}(?!\w)", re.IGNORECASE)
    for text in texts:
        for match in spaced.finditer(text.words):
            if re.sub(" ", "", match[0]).casefold() == key and _CAPITALS.search(match[0]):
                names.add(match[0], text)


def _differ_as_names(count: Counter[str]) -> bool:
    """A hyphen or blank more, a mixed-case name in another case, or digits: no ordinary word in capitals."""
    joined = {re.sub(r"[-–& ]", "", s) for s in count}
    if len(joined) == 1:
        return True
    mixed = any(_BRAND.search(s) or any(c.isdigit() for c in s) for s in count)
    return mixed and len(joined) > 1


def _told(names: _Spellings) -> Fault:
    (usual, _), *others = names.count.most_common()
    odd = others[0][0]
    vi = ", ".join(f"“{s}” ({n} lần)" for s, n in names.count.most_common())
    en = ", ".join(f"“{s}” ({n} times)" for s, n in names.count.most_common())
    place = at(names.first[odd].strip, names.first[odd].part)
    said = Said(f"một tên viết nhiều cách: {vi}", f"one name is written in several ways: {en}")
    mend = Said(f"Viết thống nhất, ví dụ “{usual}”.", f"Write one of them throughout, e.g. “{usual}”.")
    return Fault(place, said, mend=mend)


def _explained_late(texts: Sequence[Text]) -> Iterator[Fault]:
    """Abbreviations that the body uses before it explains them: "cơ sở dữ liệu (CSDL)" after "CSDL"."""
    body = [t for t in texts if t.item is not None]
    explained: dict[str, tuple[int, int]] = {}
    for number, text in enumerate(body):
        for short in _FIRST_USE.finditer(text.words) if "(" in text.words else ():
            if short[1] not in explained and _spells(
                text.words[max(0, short.start() - _WIDE) : short.start()], short[1]
            ):
                explained[short[1]] = (number, short.start())
    for name, (number, place) in islice(explained.items(), _MOST):
        alone = re.compile(rf"(?<![\w&]){re.escape(name)}(?![\w&])")
        earlier = [t for t in body[:number] if name in t.words and alone.search(t.words)]
        first = (
            earlier[0] if earlier else (body[number] if alone.search(body[number].words, 0, place) else None)
        )
        if first is not None:
            said = Said(
                f"“{name}” được dùng trước khi giải thích", f"“{name}” is used before it is explained"
            )
            yield Fault(at(first.strip, first.part), said, severity=Severity.INFO)


def _spells(before: str, short: str) -> bool:
    """The words before the bracket begin with its letters."""
    words = re.findall(r"\w+", before)[-len(short) :]
    return "".join(w[0] for w in words).upper() == short.replace("&", "")[-len(words) :] and len(
        words
    ) == len(short)
