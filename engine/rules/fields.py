"""The law's numbers in what rules say: fields such as "{page.top}" or "{size.noi-dung}", filled from a rule set.

So that a correction of the rule set changes verdict and text alike, no rule types a limit into its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction

from engine.model.ruleset import Mark, Pair, RuleSet
from engine.rules.finding import Said

_FIELD = re.compile(r"\{([^{}]*)\}")
_UNKNOWN = Said("…", "…")
_MOST_PARTS = 10
_NEAR = 0.001


def number(value: float) -> Said:
    """12,7 and 12.7."""
    told = f"{round(value, 2):g}"
    return Said(told.replace(".", ","), told)


def _span(limits: Pair, scale: float = 1) -> Said:
    low, high = (number(v * scale) for v in limits)
    return low if low == high else Said(f"{low.vi}–{high.vi}", f"{low.en}–{high.en}")


def _choice(values: tuple[Said, ...]) -> Said:
    """ "a, b hoặc c"."""
    *first, last = values
    return Said(
        ", ".join(v.vi for v in first) + (" hoặc " if first else "") + last.vi,
        ", ".join(v.en for v in first) + (" or " if first else "") + last.en,
    )


def _share(limits: Pair) -> Said:
    """ "từ 1/3 đến 1/2", "bằng" where it is the whole."""
    low, high = (_fraction(v) for v in limits)
    if low != high:
        return Said(f"từ {low.vi} đến {high.vi}", f"{low.en} to {high.en}")
    return Said("bằng", "just") if limits[0] == 1 else Said(f"bằng {low.vi}", low.en)


def _fraction(value: float) -> Said:
    near = Fraction(value).limit_denominator(_MOST_PARTS)
    return Said(str(near), str(near)) if abs(near - Fraction(value)) < _NEAR else number(value)


def _marks(marks: tuple[Mark, ...]) -> Said:
    return _choice(tuple(_mark(m) for m in marks))


def _mark(mark: Mark) -> Said:
    if mark.width is None or mark.height is None:
        return Said(mark.text, mark.text)
    wide, high = number(mark.width), number(mark.height)
    return Said(f"{mark.text} ({wide.vi} mm x {high.vi} mm)", f"{mark.text} ({wide.en} x {high.en} mm)")


def _size_sets(law: RuleSet) -> Said:
    sets = [tuple(number(v) for v in (s.state, s.motto, s.place_date)) for s in law.size_sets]
    return Said(
        "; hoặc ".join(", ".join(v.vi for v in one) for one in sets),
        "; or ".join(", ".join(v.en for v in one) for one in sets),
    )


def _first_lines(law: RuleSet) -> Said:
    lengths = (number(v / 10) for v in law.body.first_line)
    return _choice(tuple(Said(f"{v.vi} cm", f"{v.en} cm") for v in lengths))


_SIDES = ("top", "bottom", "left", "right")
_WORDS: Mapping[str, Callable[[RuleSet], Said]] = {
    "font": lambda law: Said(law.font, law.font),
    "page.width": lambda law: number(law.page.width),
    "page.height": lambda law: number(law.page.height),
    "size_sets": _size_sets,
    "body.first_line": _first_lines,
    "body.gap": lambda law: number(law.body.gap),
    "body.line.low": lambda law: number(law.body.line[0]),
    "body.line.high": lambda law: number(law.body.line[1]),
    "lines.motto": lambda law: _share(law.lines.motto),
    "lines.name": lambda law: _share(law.lines.name),
    "lines.tolerance": lambda law: number(law.lines.tolerance * 100),
    "subject_gap": lambda law: number(law.subject_gap),
    "subject_lines": lambda law: number(law.subject_lines),
    "signature_room": lambda law: number(law.signature_room),
    "signature_lines": lambda law: number(law.signature_lines),
    "urgent": lambda law: _marks(law.urgent),
    "circulation": lambda law: _marks(law.circulation),
}
_FAMILIES: Mapping[str, Callable[[RuleSet, str], Said]] = {
    "page": lambda law, side: _span(getattr(law.page, side)),
    "page_cm": lambda law, side: _span(getattr(law.page, side), 0.1),
    "size": lambda law, part: _span(law.size(part)),
    "metadata": lambda law, name: number(law.metadata[name]),
}


def check_fields(rule: str, *texts: str) -> None:
    """Raises ValueError for a field that nothing fills; sizes and lengths are looked up when it is filled."""
    for text in texts:
        for name in _FIELD.findall(text):
            family, _, member = name.partition(".")
            known = (
                member in _SIDES if family in ("page", "page_cm") else bool(member) and family in _FAMILIES
            )
            if name not in _WORDS and not known:
                raise ValueError(f"{rule}: nothing fills the field {{{name}}}")
        if "{" in _FIELD.sub("", text) or "}" in _FIELD.sub("", text):
            raise ValueError(f"{rule}: a brace without its other")


def fill(text: Said, law: RuleSet | None) -> Said:
    """The text with the law's numbers, "…" without a law. KeyError where the rule set has no such size or length."""
    if "{" not in text.vi and "{" not in text.en:
        return text
    return Said(
        _FIELD.sub(lambda m: _value(m[1], law).vi, text.vi),
        _FIELD.sub(lambda m: _value(m[1], law).en, text.en),
    )


def _value(name: str, law: RuleSet | None) -> Said:
    if law is None:
        return _UNKNOWN
    if name in _WORDS:
        return _WORDS[name](law)
    family, _, member = name.partition(".")
    return _FAMILIES[family](law, member)
