"""What a check looks at: the directive, where each part of it is written, and what it may refer to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from engine.errors import Problem, Severity, Where
from engine.model.agency import Agency
from engine.model.directive import Directive
from engine.model.doctype import Doctype
from engine.model.target import Target
from engine.model.task import Task
from engine.spec.library import Library
from engine.spec.located import KeyPath, Located, problem_at
from engine.spec.model_faults import path_in

_Kind = TypeVar("_Kind")


class Part(NamedTuple):
    """A value inside the directive: where the model holds it, what it is, and the field it stands in."""

    path: KeyPath
    value: Any
    field: FieldInfo | None


class TaskPart(NamedTuple):
    """A task, where the model holds it, and the tasks around it from the outermost."""

    path: KeyPath
    task: Task
    ancestors: tuple[Task, ...]


@dataclass(frozen=True)
class Dossier:
    """A directive under examination."""

    directive: Directive
    located: Located
    library: Library
    path: Path

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Every value of the directive, in reading order, single values of lists included."""
        return tuple(_parts(self.directive, (), None))

    def all(self, kind: type[_Kind]) -> Iterator[tuple[KeyPath, _Kind]]:
        """Every value of a kind, with its path."""
        if kind not in self._by_kind:
            self._by_kind[kind] = [(p.path, p.value) for p in self.parts if isinstance(p.value, kind)]
        yield from self._by_kind[kind]

    @cached_property
    def _by_kind(self) -> dict[type[Any], list[tuple[KeyPath, Any]]]:
        return {}

    @cached_property
    def targets(self) -> Mapping[str, Target]:
        """The targets by id, those written on tasks too."""
        return {target.id: target for _, target in self.all(Target)}

    @cached_property
    def tasks(self) -> tuple[TaskPart, ...]:
        """Every task, those of sections too, in reading order."""
        return tuple(_tasks(self.directive, (), ()))

    @cached_property
    def texts(self) -> tuple[tuple[KeyPath, str], ...]:
        """Every piece of Vietnamese prose that is printed in the letter itself (appendices not)."""
        prose = ("text", "title", "opening", "closing", "timing", "heading")
        return tuple(
            (path, text)
            for path, text in self.all(str)
            if path[-1] in prose
            and path[0] in ("opening", "closing", "timing", "tasks", "sections", "report")
        )

    @property
    def doctype(self) -> Doctype | None:
        """The document type, when it exists."""
        return self.library.doctypes.get(self.directive.type)

    @property
    def issuers(self) -> tuple[tuple[int, Agency], ...]:
        """The issuers that exist, with their positions."""
        known = self.library.directory.agencies
        return tuple((i, known[a]) for i, a in enumerate(self.directive.issuer) if a in known)

    def where(self, *path: str | int) -> Where:
        """The place of a part of the model in the file; shorthands point at what stands for them."""
        return self.located.where(path_in(self.located.data, path, with_missing=True))

    def error(
        self, path: KeyPath, code: str, *, basis: str = "", suggestion: str = "", **params: Any
    ) -> Problem:
        """A problem that stops the directive."""
        return problem_at(self.where(*path), code, basis=basis, suggestion=suggestion, **params)

    def warning(
        self, path: KeyPath, code: str, *, basis: str = "", suggestion: str = "", **params: Any
    ) -> Problem:
        """A problem that is told but does not stop it."""
        return problem_at(
            self.where(*path), code, severity=Severity.WARNING, basis=basis, suggestion=suggestion, **params
        )


def _parts(value: Any, path: KeyPath, field: FieldInfo | None) -> Iterator[Part]:
    yield Part(path, value, field)
    if isinstance(value, BaseModel):
        for name, inner in type(value).model_fields.items():
            yield from _parts(getattr(value, name), (*path, inner.alias or name), inner)
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _parts(item, (*path, position), field)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _parts(item, (*path, str(key)), field)


def _tasks(owner: Any, path: KeyPath, ancestors: tuple[Task, ...]) -> Iterator[TaskPart]:
    for position, task in enumerate(owner.tasks):
        here = (*path, "tasks", position)
        yield TaskPart(here, task, ancestors)
        yield from _tasks(task, here, (*ancestors, task))
    for position, section in enumerate(getattr(owner, "sections", ())):
        yield from _tasks(section, (*path, "sections", position), ())
