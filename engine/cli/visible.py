"""Text of strangers as it may be printed: nothing in it steers a terminal, a reader's eye or a build server."""

from __future__ import annotations

import re

_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls (C0, C1), line breaks, marks and turns of direction, bytes of names that are no UTF-8."""
_IN_JSON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_COMMAND = re.compile(r"^\s*(:)(?=:)|(#)(?=#\w*\[)")
"""How a build server's commands begin: `::error …` at a line's start, `##[…]` and `##vso[…]` anywhere."""


def visible(text: str) -> str:
    """One line; what would steer is written as an escape (`\\x1b`, `\\u202e`, `\\n`)."""
    return _STEERING.sub(_escape, text)


def harmless(text: str) -> str:
    """Like `visible`, and no command to a build server that reads what is printed."""
    return _COMMAND.sub(lambda m: m[0][:-1] + f"\\x{ord(m[0][-1]):02x}", visible(text))


def visible_json(text: str) -> str:
    """JSON text of the same meaning, in which nothing steers what shows it."""
    return _IN_JSON.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def _escape(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")
