"""Checks a Word template before it is used: what it may not hold, what it does not know, what it forgets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from rapidfuzz import process

from engine.errors import InputError, Problem, Where
from engine.render.docx import TEXT_PARTS, parsed_template, refusals, syntax_problem, template_source
from engine.render.environment import TemplateEnvironment
from engine.render.package import read_package

_ENVIRONMENT = TemplateEnvironment()
_BUILT_IN = frozenset({"loop", "true", "false", "none"})


def template_variables(data: bytes | Path) -> frozenset[str]:
    """Every name the template asks its data for, with dots into parts: `subject`, `appendices.title_lines`.

    Raises InputError for a template that may do harm or whose syntax is wrong.
    """
    content = data.read_bytes() if isinstance(data, Path) else data
    found = _Reading()
    for part, source in _sources(content, "").items():
        _read(source, Where(path=part), found)
    return frozenset(found.names)


def check_template(
    data: bytes | Path, provided: Set[str], *, required: Set[str] = frozenset(), name: str = ""
) -> tuple[Problem, ...]:
    """The problems of a template: a file that could do harm, a syntax error with its place, a name
    that is not
    `provided`, a filter or test that does not exist, and a `required` name that is never used."""
    label = name or (data.name if isinstance(data, Path) else "")
    content = data.read_bytes() if isinstance(data, Path) else data
    try:
        sources = _sources(content, label)
    except InputError as error:
        return error.problems
    found = _Reading()
    problems: list[Problem] = []
    for part, source in sources.items():
        try:
            _read(source, Where(label, path=part), found)
        except InputError as error:
            problems.extend(error.problems)
    problems.extend(_name_problems(found, provided, label))
    if not problems:
        problems.extend(
            Problem("RENDER-TEMPLATE-UNUSED", Where(label), {"name": n})
            for n in sorted(required - set(found.names))
        )
    return tuple(sorted(problems, key=Problem.sort_key))


@dataclass
class _Reading:
    """Names met in a template, with the paragraph (line of a part's source) where each was met first."""

    names: dict[str, Where] = field(default_factory=dict)


def _sources(content: bytes, label: str) -> dict[str, str]:
    parts = read_package(content, Where(label))
    return {n: template_source(c, Where(label, path=n)) for n, c in parts.items() if TEXT_PARTS.match(n)}


def _read(source: str, where: Where, found: _Reading) -> None:
    try:
        tree = parsed_template(source)
        problems = refusals(tree, where)
        if not problems:
            _ENVIRONMENT.from_string(source)  # works out what is constant: never before the refusals
    except TemplateSyntaxError as error:
        raise InputError(syntax_problem(error, source, where)) from error
    _walk(tree, {}, where, found)
    if problems:
        raise InputError(problems)


def _walk(node: nodes.Node, scope: Mapping[str, str], where: Where, found: _Reading) -> None:
    """Records the dotted names below a node; `scope` maps loop variables to what they run over."""
    if isinstance(node, nodes.For):
        _walk(node.iter, scope, where, found)
        inner = {**scope, **_bound(node.target, _path(node.iter, scope))}
        for child in (*node.body, *([node.test] if node.test else [])):
            _walk(child, inner, where, found)
        for child in node.else_:
            _walk(child, scope, where, found)
        return
    if isinstance(node, nodes.Assign):
        _walk(node.node, scope, where, found)
        if isinstance(node.target, nodes.Name) and isinstance(scope, dict):
            scope[node.target.name] = _path(node.node, scope) or ""
        return
    path = _path(node, scope)
    if path is not None:
        _record(path, node.lineno, where, found)
        return
    for child in node.iter_child_nodes():
        _walk(child, scope, where, found)


def _bound(target: nodes.Node, path: str | None) -> dict[str, str]:
    if isinstance(target, nodes.Name):
        return {target.name: path or ""}
    return {name.name: "" for name in target.find_all(nodes.Name)}


def _path(node: nodes.Node, scope: Mapping[str, str]) -> str | None:
    """The dotted name an expression stands for; "" for one whose parts are unknown, None for no name.

    An index or a slice of a list stands for its members, as a loop variable does.
    """
    if isinstance(node, nodes.Name):
        return scope.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        above = _path(node.node, scope)
        return above if not above else f"{above}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        above = _path(node.node, scope)
        key = node.arg
        if above and isinstance(key, nodes.Const) and isinstance(key.value, str):
            return f"{above}.{key.value}"
        return above
    return None


def _record(path: str, line: int, where: Where, found: _Reading) -> None:
    place = Where(where.file, line, 0, where.path)
    pieces = path.split(".")
    for count in range(1, len(pieces) + 1):
        found.names.setdefault(".".join(pieces[:count]), place)


def _name_problems(found: _Reading, provided: Set[str], label: str) -> Iterator[Problem]:
    known = provided | _BUILT_IN
    for name, place in found.names.items():
        top = name.partition(".")[0]
        if not name or top in _BUILT_IN:
            continue
        if "._" in name or top.startswith("_"):
            continue  # told as a refusal
        if name not in known and _parent_is_known(name, known):
            yield Problem(
                "RENDER-TEMPLATE-UNKNOWN", place, {"name": name}, suggestion=_nearest(name, provided)
            )


def _parent_is_known(name: str, known: Set[str]) -> bool:
    """A part of an unknown name is not told a second time."""
    parent = name.rpartition(".")[0]
    return not parent or parent in known


def _nearest(name: str, provided: Iterable[str]) -> str:
    best = process.extractOne(name, sorted(provided), score_cutoff=75)
    return best[0] if best else ""
