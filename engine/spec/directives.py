"""One directive's file → its value and every problem: reading, schema, model, then the checks across it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from engine.errors import Problem, errors_only
from engine.model.directive import Directive
from engine.spec.acceptance import accepted_as_written
from engine.spec.checks import run_checks
from engine.spec.dossier import Dossier
from engine.spec.library import Library
from engine.spec.located import Located, read_path
from engine.spec.naming import with_ids
from engine.spec.reading import read_model, salvage
from engine.spec.slips import UNKNOWN_KEYS
from engine.spec.yaml_source import read_yaml, read_yaml_text


def load_directive(path: Path, library: Library) -> tuple[Directive | None, tuple[Problem, ...]]:
    """The directive, None when anything in it is wrong, and all problems and warnings in the file's order."""
    return _judge(read_yaml(path), path, library)


def check_text(
    text: str | bytes, library: Library, path: Path = Path("directive.yaml")
) -> tuple[Directive | None, tuple[Problem, ...]]:
    """The same for a directive that is not saved yet; `path` is where it would stand."""
    return _judge(read_yaml_text(text, path.as_posix()), path, library)


def _judge(located: Located, path: Path, library: Library) -> tuple[Directive | None, tuple[Problem, ...]]:
    directive, problems = read_model(located, Directive, library.names)
    problems = with_ids(problems, located, library.directory)
    rest = directive or _rest(located, problems)
    if rest is not None:
        told = {(p.where.path, p.code) for p in problems}
        more = run_checks(Dossier(rest, located, library, path), whole=directive is not None)
        fresh = tuple(p for p in more if (p.where.path, p.code) not in told)
        judged = accepted_as_written(rest, located, (*problems, *fresh))
        problems = tuple(sorted(judged, key=Problem.sort_key))
    return (None if errors_only(problems) else directive), problems


def _rest(located: Located, problems: tuple[Problem, ...]) -> Directive | None:
    if not located.readable:
        return None
    return salvage(located, Directive, {p.where.path for p in problems if p.code in UNKNOWN_KEYS})


def placed(problems: Iterable[Problem], path: Path) -> tuple[Problem, ...]:
    """Problems known by their key path alone, each with the file and line where that key stands."""
    located = read_yaml(path)
    return tuple(
        replace(p, where=located.where(read_path(p.where.path))) if not p.where.line else p for p in problems
    )
