"""What `--fix` did, place by place, in words; and what is left."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from engine.app.linting import LintReport
from engine.cli.language import say
from engine.cli.reports.text import (
    LONGEST_WORDS,
    Line,
    finding_lines,
    note_lines,
    problem_lines,
    summary_line,
)
from engine.cli.reports.words import place_text, told
from engine.word.mends import Mend, SetLook, SetSection, SetShape, SetText
from engine.word.values import TWIPS_PER_MM

if TYPE_CHECKING:
    from engine.app.fixing import Fixed
    from engine.cli.commands.mending import MendedFiles
    from engine.rules.finding import Finding

_TWIPS_PER_POINT = 20
_TWIPS_PER_LINE = 240
_ALIGNED: Mapping[str, tuple[str, str]] = {
    "left": ("canh trái", "aligned left"),
    "center": ("canh giữa", "centred"),
    "right": ("canh phải", "aligned right"),
    "both": ("canh đều hai bên", "justified"),
}
_MARGINS: Mapping[str, tuple[str, str]] = {
    "width": ("rộng", "width"),
    "height": ("cao", "height"),
    "top": ("lề trên", "top margin"),
    "bottom": ("lề dưới", "bottom margin"),
    "left": ("lề trái", "left margin"),
    "right": ("lề phải", "right margin"),
    "gutter": ("gáy", "gutter"),
}


def fixed_lines(fixed: Fixed, out: Path) -> Iterator[Line]:
    """What was mended, where the result lies, and what is left to be mended by hand."""
    if fixed.done:
        yield Line(
            say(
                f"Đã sửa {len(fixed.done)} chỗ, ghi vào {out}:",
                f"{len(fixed.done)} mended, written to {out}:",
            ),
            "green",
        )
    else:
        yield Line(
            say(
                f"Không có gì máy sửa được; {out} giữ nguyên tệp gốc.",
                f"Nothing to be mended by machine; {out} is the file as given.",
            )
        )
    for one in fixed.done:
        yield from _done_lines(one)
    for problem in fixed.problems:
        yield from problem_lines(problem)
    if fixed.left:
        yield Line("")
        yield Line(say("Còn lại, sửa tay trong Word:", "Left, to be mended by hand in Word:"), "bold")
        yield from finding_lines(fixed.left)
        yield Line("")


def mended_lines(mended: MendedFiles) -> Iterator[Line]:
    """One line a file: where its mended copy lies, how much was done, how much is left; then the total."""
    for one in mended.files:
        if one.fixed is None:
            yield Line(one.source, "bold")
            for problem in one.left.problems:
                yield from problem_lines(problem)
            continue
        done, left = len(one.fixed.done), len(one.fixed.left)
        words = say(f"sửa {done}, còn {left}", f"{done} mended, {left} left")
        yield Line(f"{one.source} → {one.out}: {words}", "" if left else "green")
    yield from note_lines(mended.notes)
    yield summary_line(LintReport(tuple(one.left for one in mended.files)), mended.notes)
    if any(one.left.findings for one in mended.files):
        yield Line(
            say("Xem chỗ còn lại: congvan lint", "To see what is left: congvan lint") + f" {_folder(mended)}"
        )


def _folder(mended: MendedFiles) -> str:
    return shlex.quote(str(mended.folder))


def _done_lines(finding: Finding) -> Iterator[Line]:
    yield Line(f"  {finding.rule} · {place_text(finding.place, LONGEST_WORDS)}")
    yield Line(f"      {told(finding.found)} → {', '.join(dict.fromkeys(changes(finding.mends)))}")


def changes(mends: Sequence[Mend]) -> Iterator[str]:
    """Each change in words; may hold one several times."""
    for mend in mends:
        if isinstance(mend, SetLook):
            yield from _look(mend)
        elif isinstance(mend, SetShape):
            yield from _shape(mend)
        elif isinstance(mend, SetSection):
            for name, label in _MARGINS.items():
                if (twips := getattr(mend, name)) is not None:
                    yield f"{say(*label)} {millimetres(twips)}"
        else:
            yield _text(mend)


def _look(mend: SetLook) -> Iterator[str]:
    if mend.font is not None:
        yield f"{say('phông', 'font')} {mend.font}"
    if mend.size is not None:
        yield f"{say('cỡ', 'size')} {number(mend.size)}"
    if mend.bold is not None:
        yield say("chữ đậm", "bold") if mend.bold else say("bỏ đậm", "not bold")
    if mend.italic is not None:
        yield say("chữ nghiêng", "italic") if mend.italic else say("chữ đứng", "upright")
    if mend.underline is not None:
        yield say("bỏ gạch chân", "no underline")
    if mend.plain_colour:
        yield say("màu đen, bỏ nền", "black, no highlight")


def _shape(mend: SetShape) -> Iterator[str]:
    if mend.align is not None:
        yield say(*_ALIGNED.get(mend.align, (mend.align, mend.align)))
    for twips, label in (
        (mend.left, ("lề trái của đoạn", "left indent")),
        (mend.right, ("lề phải của đoạn", "right indent")),
        (mend.first, ("lùi đầu dòng", "first line")),
    ):
        if twips is not None:
            yield f"{say(*label)} {millimetres(twips)}"
    for twips, label in ((mend.before, ("cách trên", "before")), (mend.after, ("cách dưới", "after"))):
        if twips is not None:
            yield f"{say(*label)} {number(twips / _TWIPS_PER_POINT)} pt"
    if mend.line is not None:
        yield f"{say('cách dòng', 'line spacing')} {_spacing(mend.line, mend.line_rule)}"
    if mend.contextual is not None:
        yield say("giữ khoảng cách giữa các đoạn cùng kiểu", "space kept between paragraphs of one style")
    if mend.plain_colour:
        yield say("bỏ nền của đoạn", "no shading")


def _spacing(line: int, rule: str | None) -> str:
    if rule in ("exact", "atLeast"):
        return f"{number(line / _TWIPS_PER_POINT)} pt"
    lines = number(line / _TWIPS_PER_LINE)
    return f"{lines} {say('dòng', 'line(s)')}"


def _text(mend: SetText) -> str:
    if not mend.text:
        return say("bỏ dấu thừa", "removed a stray mark")
    return say(f"ghi “{mend.text}”", f"wrote “{mend.text}”")


def millimetres(twips: int) -> str:
    """A length as people measure it."""
    return f"{number(round(twips / TWIPS_PER_MM, 1))} mm"


def number(value: float) -> str:
    """A number with the comma or point of the language, no needless zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", say(",", "."))
