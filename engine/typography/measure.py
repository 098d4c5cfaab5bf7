"""Widths of Vietnamese text set in Times New Roman, and line breaks that follow from them."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import accumulate, pairwise

from engine.typography import times_new_roman as font

_UNITS_PER_EM = 2048
_MM_PER_POINT = 25.4 / 72
_PLACES = frozenset({"tỉnh", "huyện", "quận", "phường", "và"})
_PLACE_PAIRS = frozenset({("thành", "phố"), ("thị", "xã"), ("thị", "trấn"), ("việt", "nam"), ("đặc", "khu")})
_WHOLE = frozenset(
    pair
    for name in (
        "ủy ban nhân dân",
        "hội đồng nhân dân",
        "bảo hiểm xã hội",
        "ban chỉ đạo",
        "chủ tịch",
        "văn phòng",
    )
    for pair in pairwise(name.split())
)
"""Words of names that stand together on their line if they can."""
_FACES = {
    (False, False): font.REGULAR,
    (True, False): font.BOLD,
    (False, True): font.ITALIC,
    (True, True): font.BOLD_ITALIC,
}
_AWKWARD = 15.0**2
"""What a break inside a phrase costs against one after a comma: as much as a line 15 mm out of measure."""


@cache
def _advances(bold: bool, italic: bool) -> dict[str, int]:
    return {char: width for width, chars in _FACES[bold, italic].items() for char in chars}


def width_mm(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """How wide a line of text is, in millimetres, at a size in points. Unknown characters count as one em."""
    advances = _advances(bold, italic)
    units = sum(advances.get(char, _UNITS_PER_EM) for char in unicodedata.normalize("NFC", text))
    return units / _UNITS_PER_EM * size * _MM_PER_POINT


def balanced_lines(text: str, limit_mm: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Breaks a centred name into the fewest lines that fit, as even in width as can be.

    "BẢO HIỂM XÃ HỘI THÀNH PHỐ HẢI PHÒNG" breaks after HỘI, where a clerk would break it. A word that is wider than
    the limit stands alone.
    """
    words = text.split()
    widths = [width_mm(word, size, bold=bold) for word in words]
    blank = width_mm(" ", size, bold=bold)
    fewest = _greedy(widths, blank, limit_mm)
    starts = _even(words, widths, blank, max(limit_mm, *widths), len(fewest)) if words else []
    return tuple(" ".join(words[a:b]) for a, b in pairwise([*starts, len(words)]))


def _greedy(widths: list[float], blank: float, limit: float) -> list[int]:
    """Where lines start when each takes as many words as it can: no breaking makes fewer lines."""
    starts: list[int] = []
    room = -1.0
    for place, width in enumerate(widths):
        if not starts or width > room:
            starts.append(place)
            room = limit
        room -= width + blank
    return starts


def _even(words: list[str], widths: list[float], blank: float, limit: float, count: int) -> list[int]:
    """Where `count` lines start so that their widths differ least, breaks after commas preferred.

    Each round adds a line: `best[end]` is the least cost of the words before `end`, and where its lines start.
    """
    measure = (sum(widths) + blank * (len(words) - count)) / count
    ends = list(accumulate((w + blank for w in widths), initial=0.0))
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for _ in range(count):
        longer: dict[int, tuple[float, list[int]]] = {}
        for start, (cost, starts) in best.items():
            for end in range(start + 1, len(words) + 1):
                width = ends[end] - ends[start] - blank
                if width > limit + 1e-6:
                    break
                total = cost + (width - measure) ** 2 + _awkwardness(words, end)
                if end not in longer or total < longer[end][0]:
                    longer[end] = (total, [*starts, start])
        best = longer
    return best[len(words)][1]


def _awkwardness(words: list[str], end: int) -> float:
    if end == len(words) or _may_break(words, end):
        return 0.0
    before, after = words[end - 1].lower(), words[end].lower()
    torn = (before, after) in _WHOLE or (end > 1 and _is_title(words[end - 1]))
    return 2 * _AWKWARD if torn else _AWKWARD


def _is_title(word: str) -> bool:
    """Whether it begins with a capital and goes on small: what follows often belongs to it ("Ban Chỉ đạo")."""
    return word[:1].isupper() and word[1:].islower()


def _may_break(words: list[str], end: int) -> bool:
    """After a comma, before "và", or before the name of a place (thành phố, huyện, Việt Nam …)."""
    if words[end - 1].endswith((",", ";", ":")):
        return True
    word, after = (w.lower() for w in (words[end], words[end + 1] if end + 1 < len(words) else ""))
    return word in _PLACES or (word, after) in _PLACE_PAIRS or (word == "xã" and after != "hội")
