"""A command that is written wrongly, told in the reader's language: the parser's own words are English."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import get_close_matches
from typing import Any

import typer
from pydantic import ValidationError
from typer._click import exceptions as parsing

from engine.errors import InputError, Problem, Where


def carry_out(app: typer.Typer) -> int:
    """Runs the command line, and gives its exit code. Raises InputError where it cannot be understood."""
    try:
        result = app(standalone_mode=False)
    except parsing.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except parsing.UsageError as error:
        raise InputError(_problem(error)) from error
    except typer.Abort:
        return 1
    return result if isinstance(result, int) else 0


def _problem(error: parsing.UsageError) -> Problem:
    """What is wrong; in the parser's words where it is none of the ordinary things."""
    for kind, tell in _TOLD:
        if isinstance(error, kind):
            return tell(error, _help(error))
    for pattern, code in _PLAIN:
        if found := pattern.match(error.message):
            value = found["value"]
            return Problem(
                code, params={"value": value, "help": _help(error)}, suggestion=_near(code, value, error)
            )
    return Problem("CLI-USAGE", params={"detail": error.format_message(), "help": _help(error)})


def _help(error: parsing.UsageError) -> str:
    command = error.ctx.command_path if error.ctx is not None else "congvan"
    return f"{command} --help"


def _near(code: str, value: str, error: parsing.UsageError) -> str:
    """The command that was meant."""
    command = error.ctx.command if error.ctx is not None else None
    known = getattr(command, "commands", {}) if code == "CLI-UNKNOWN-COMMAND" else {}
    return next(iter(get_close_matches(value, known, 1)), "")


def _unknown_option(error: Any, help: str) -> Problem:
    name = error.option_name
    near = next(iter(get_close_matches(name, error.possibilities or (), 1)), "")
    return Problem("CLI-UNKNOWN-OPTION", Where(name), {"option": name, "help": help}, suggestion=near)


def _missing(error: Any, help: str) -> Problem:
    return Problem("CLI-MISSING-ARGUMENT", params={"name": _name(error.param), "help": help})


def _bad_value(error: Any, help: str) -> Problem:
    """The parser tells choices in its text alone: `'fr' is not one of 'vi', 'en'.`"""
    name, params = _name(error.param), {"value": _given(error), "detail": error.message, "help": help}
    if _CHOICE in error.message:
        choices = re.findall(r"'(.*?)'", error.message.partition(_CHOICE)[2])
        return Problem("CLI-BAD-CHOICE", Where(name), params | {"choices": ", ".join(choices)})
    return Problem("CLI-BAD-VALUE", Where(name), params | {"name": name})


def _name(param: Any) -> str:
    """The option as it is typed, the argument as the help calls it."""
    if param is None:
        return ""
    if param.param_type_name == "option":
        return str(max(param.opts, key=len))
    return str(param.metavar or param.name.upper())


def _given(error: Any) -> str:
    cause = error.__cause__
    if isinstance(cause, ValidationError):
        return str(cause.errors()[0]["input"])
    _, _, rest = error.message.partition("'")
    return str(rest.partition("'")[0])


def _option_without_value(error: Any, help: str) -> Problem:
    name = error.option_name
    if "does not take" in error.message:
        return Problem("CLI-OPTION-NO-VALUE", Where(name), {"option": name, "help": help})
    return Problem("CLI-OPTION-NEEDS-VALUE", Where(name), {"option": name, "help": help})


_CHOICE = " is not one of "
_PLAIN = (
    (re.compile(r"No such command '(?P<value>.*?)'", re.DOTALL), "CLI-UNKNOWN-COMMAND"),
    (
        re.compile(r"Got unexpected extra argument\(s\) \((?P<value>.*)\)", re.DOTALL),
        "CLI-TOO-MANY-ARGUMENTS",
    ),
)
"""What the parser has no kind of its own for."""
_TOLD: tuple[tuple[type[parsing.UsageError], Callable[[Any, str], Problem]], ...] = (
    (parsing.NoSuchOption, _unknown_option),
    (parsing.MissingParameter, _missing),
    (parsing.BadOptionUsage, _option_without_value),
    (parsing.BadParameter, _bad_value),
)
