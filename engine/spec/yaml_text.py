"""Bytes of a spec → text that a YAML parser and Word can both take, with every bad character told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.errors import Problem, Where
from engine.spec.located import problem_at

MAX_BYTES = 2 * 1024 * 1024
_MOST_TOLD = 20

# XML 1.0 §2.2 has no place for these (Word could not open the letter); C1 controls are never meant in prose.
_FORBIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
# Zero-width and direction marks: what is read on screen would not be what is signed.
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_BAD = re.compile(f"[{_FORBIDDEN}{_INVISIBLE}]")
_UNPRINTABLE = re.compile(f"[{_FORBIDDEN}]")
_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def decode(raw: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """The text with bad characters replaced by a blank, and their problems; None when it is no text."""
    whole = Where(file)
    if len(raw) > MAX_BYTES:
        return None, [problem_at(whole, "SPEC-TOO-LARGE", size=len(raw), limit=MAX_BYTES)]
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, [problem_at(Where(file, 1, 1), "SPEC-NOT-UTF8", byte="UTF-16")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", "replace")
        line, column = _mark(before, len(before))
        return None, [
            problem_at(Where(file, line, column), "SPEC-NOT-UTF8", byte=f"0x{raw[error.start]:02X}")
        ]
    return clean(text, file)


def clean(text: str, file: str) -> tuple[str, list[Problem]]:
    """The text with each character that cannot be printed replaced by a blank, and a problem for each."""
    text = text.removeprefix("\ufeff")
    problems = list(_bad_characters(text, file))
    return _BAD.sub(" ", text), problems


def lines_of(text: str) -> list[str]:
    """The lines as YAML counts them."""
    return _LINE_BREAK.split(text)


def unfit_character(value: str) -> tuple[str, str] | None:
    """The problem's code and the first character of a value that may not be there (an escape may make it)."""
    found = _BAD.search(value)
    return (_code(found.group()), code_point(found.group())) if found else None


def code_point(character: str) -> str:
    """A character by number, as in U+200B."""
    return f"U+{ord(character):04X}"


def _bad_characters(text: str, file: str) -> Iterator[Problem]:
    for count, found in enumerate(_BAD.finditer(text)):
        if count == _MOST_TOLD:
            return
        line, column = _mark(text, found.start())
        yield problem_at(Where(file, line, column), _code(found.group()), char=code_point(found.group()))


def _code(character: str) -> str:
    return "SPEC-CONTROL-CHAR" if _UNPRINTABLE.match(character) else "SPEC-INVISIBLE-CHAR"


def _mark(text: str, offset: int) -> tuple[int, int]:
    line, start = 1, 0
    for found in _LINE_BREAK.finditer(text, 0, offset):
        line, start = line + 1, found.end()
    return line, offset - start + 1
