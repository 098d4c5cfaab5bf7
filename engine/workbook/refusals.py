"""How the readers of this room say that a file is refused."""

from __future__ import annotations

from typing import NoReturn

from engine.errors import InputError, Problem, Where


class UnreadableError(Exception):
    """A file cannot be read: a code of the catalogue and what fills its text. It never leaves this room."""

    def __init__(self, code: str, **params: str | int):
        super().__init__(code)
        self.code = code
        self.params = params

    def problem(self, name: str) -> Problem:
        """The problem of the file so named."""
        return Problem(self.code, Where(name), self.params)


def damaged(part: str) -> UnreadableError:
    """The refusal of a file in which a part cannot be understood."""
    return UnreadableError("BOOK-DAMAGED", part=part)


def refuse(refused: UnreadableError, name: str) -> NoReturn:
    """Raises the InputError that callers know."""
    raise InputError(refused.problem(name)) from refused
