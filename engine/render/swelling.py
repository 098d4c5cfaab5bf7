"""Finds statements of a template that could make a text out of all measure, or a count without end, from nothing."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

_MOST_MULTIPLYING = 2
_MOST_NESTED = 6
_MOST_GROWING = 2
_MOST_DIGITS = 10
_GROWING = frozenset({"join", "replace"})
_PATH = (nodes.Name, nodes.Getattr, nodes.Getitem)
_NUMBERS = (
    *_PATH,
    nodes.Add,
    nodes.Sub,
    nodes.Mul,
    nodes.Div,
    nodes.FloorDiv,
    nodes.Mod,
    nodes.Neg,
    nodes.Pos,
)
_BUILDING = (nodes.Add, nodes.Mul, nodes.Concat, nodes.Filter, nodes.List, nodes.Tuple, nodes.Dict)


def swelling(tree: nodes.Template) -> Iterator[tuple[str, int]]:
    """The operators, filters and loops that may swell, with their line.

    Powers; products and % of what is no number; a name set to something put together (ten such lines double a
    text ten times); `join` and `replace` heaped up; loops over a literal text, or multiplied with each other.
    """
    yield from (("**", node.lineno) for node in tree.find_all(nodes.Pow))
    for product in (*tree.find_all(nodes.Mul), *tree.find_all(nodes.Mod)):
        if not (_may_be_number(product.left) and _may_be_number(product.right)):
            yield product.operator, product.lineno
    yield from (("set", node.lineno) for node in tree.find_all((nodes.AssignBlock, nodes.FilterBlock)))
    yield from (("set", one.lineno) for one in tree.find_all(nodes.Assign) if _builds(one.node))
    yield from (("with", one.lineno) for one in tree.find_all(nodes.With) if any(map(_builds, one.values)))
    yield from _filters(tree)
    yield from _loops(tree, frozenset(), 0, 0)


def _may_be_number(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Const):
        return isinstance(node.value, int | float)
    if isinstance(node, nodes.Filter):
        return node.name in ("int", "length", "count", "round", "sum")
    return isinstance(node, _NUMBERS)


def _builds(node: nodes.Node) -> bool:
    return isinstance(node, _BUILDING) or next(node.find_all(_BUILDING), None) is not None


def _filters(tree: nodes.Template) -> Iterator[tuple[str, int]]:
    for node in tree.find_all(nodes.Filter):
        if node.name in _GROWING:
            inner = sum(1 for below in node.find_all(nodes.Filter) if below.name in _GROWING)
            if inner >= _MOST_GROWING:
                yield node.name, node.lineno
        elif node.name == "round":
            told = [*node.args, *(pair.value for pair in node.kwargs)]
            if not all(_is_small(value) for value in told):
                yield node.name, node.lineno


def _is_small(node: nodes.Node) -> bool:
    if not isinstance(node, nodes.Const):
        return False
    return isinstance(node.value, str) or (isinstance(node.value, int) and abs(node.value) <= _MOST_DIGITS)


def _loops(
    node: nodes.Node, bound: frozenset[str], multiplying: int, depth: int
) -> Iterator[tuple[str, int]]:
    """A loop over a part of what the loop around it gives goes down the data; any other multiplies."""
    if isinstance(node, nodes.For):
        descends = isinstance(node.iter, _PATH) and _root(node.iter) in bound
        multiplying, depth = multiplying + (not descends), depth + 1
        literal = isinstance(node.iter, nodes.Const | nodes.TemplateData | nodes.Concat)
        if literal or multiplying > _MOST_MULTIPLYING or depth > _MOST_NESTED:
            yield "for", node.lineno
            return
        names = [
            n.name for n in (node.target, *node.target.find_all(nodes.Name)) if isinstance(n, nodes.Name)
        ]
        bound = bound | frozenset(names)
    for child in node.iter_child_nodes():
        yield from _loops(child, bound, multiplying, depth)


def _root(node: nodes.Node) -> str:
    while isinstance(node, nodes.Getattr | nodes.Getitem):
        node = node.node
    return node.name if isinstance(node, nodes.Name) else ""
