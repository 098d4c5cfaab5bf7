"""Every name that is used inside the directive is written somewhere, once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from engine.errors import Problem
from engine.model.act import Act, Amendment, Link
from engine.model.appendix import Appendix
from engine.model.base import Written
from engine.model.deadline import Offset, Recurrence
from engine.model.target import Population, Target
from engine.model.task import Section, Task
from engine.spec.dossier import Dossier
from engine.spec.located import KeyPath
from engine.spec.schema_faults import nearest

_REFERENCE = re.compile(r"\[\[([^\[\]]{0,100})\]\]")
_RECIPIENT = "recipient"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_KINDS: Mapping[str, type[Written]] = {
    "tasks": Task,
    "targets": Target,
    "populations": Population,
    "acts": Act,
    "appendices": Appendix,
    "sections": Section,
}


def check_ids_are_used_once(dossier: Dossier) -> Iterator[Problem]:
    """Two tasks, targets … cannot share an id; what [[…]] may cite shares one space of names."""
    seen: dict[tuple[str, str], KeyPath] = {}
    for kind, model in _KINDS.items():
        space = "cited" if kind in ("acts", "targets") else kind
        for path, one in dossier.all(model):
            one_id = getattr(one, "id", None)
            if one_id is None:
                continue
            if (space, one_id) in seen:
                first = dossier.where(*seen[space, one_id], "id")
                yield dossier.error((*path, "id"), "SPEC-REPEATED-ID", id=one_id, line=first.line)
            seen.setdefault((space, one_id), path)


def check_the_directive_id_is_its_own(dossier: Dossier) -> Iterator[Problem]:
    """No other file of the library claims the same id."""
    here = dossier.path.resolve()
    for path in dossier.library.directive_paths.get(dossier.directive.id, ()):
        if path.resolve() != here:
            yield dossier.error(
                ("id",), "SPEC-DUPLICATE-ID", id=dossier.directive.id, file=path.as_posix(), line=1
            )


def check_named_parts_exist(dossier: Dossier) -> Iterator[Problem]:
    """Tasks, targets and populations that are referred to by id are written in the directive."""
    known = {kind: _ids(dossier, kind) for kind in _KINDS}
    for path, value, field in dossier.parts:
        extra = field.json_schema_extra if field is not None else None
        kind = extra.get("x-ref") if isinstance(extra, dict) else None
        if isinstance(value, str) and isinstance(kind, str):
            yield from _unless_known(dossier, path, value, kind, known[kind])
    for path, offset in dossier.all(Offset):
        if offset.task is not None:
            yield from _unless_known(dossier, (*path, "task"), offset.task, "tasks", known["tasks"])
    for path, every in dossier.all(Recurrence):
        for position, name in enumerate(every.replaces):
            yield from _unless_known(dossier, (*path, "replaces", position), name, "tasks", known["tasks"])


def check_inline_references_exist(dossier: Dossier) -> Iterator[Problem]:
    """What prose cites as [[id]] is put into words: a basis, a target's value, or the recipient."""
    known = _ids(dossier, "acts") | _ids(dossier, "targets") | {_RECIPIENT}
    for path, text in dossier.all(str):
        for found in _REFERENCE.finditer(text):
            if found.group(1) not in known:
                near = nearest(found.group(1), {k: k for k in known})
                yield dossier.error(path, "SPEC-UNKNOWN-CITATION", suggestion=near, name=found.group(1))


def check_linked_documents_exist(dossier: Dossier) -> Iterator[Problem]:
    """Directives that are linked to are in the library; a link's act is a symbol or the id of a basis."""
    known, acts = dossier.library.directive_paths, _ids(dossier, "acts")
    for kind in (Act, Link, Amendment):
        for path, one in dossier.all(kind):
            name = getattr(one, "directive", None)
            if name == dossier.directive.id:
                yield dossier.error((*path, "directive"), "SPEC-LINK-TO-ITSELF")
            elif name is not None and name not in known:
                near = nearest(name, {k: k for k in known})
                yield dossier.error(
                    (*path, "directive"), "SPEC-UNKNOWN-DIRECTIVE", suggestion=near, name=name
                )
            if kind is not Act and _SLUG.fullmatch(one.act or ""):  # type: ignore[attr-defined]
                yield from _unless_known(dossier, (*path, "act"), one.act, "acts", acts)  # type: ignore[attr-defined]


def check_named_issuers_of_acts_exist(dossier: Dossier) -> Iterator[Problem]:
    """An act's issuer written as an id is in the directory; a name in Vietnamese is taken as it is."""
    known = dossier.library.directory.agencies
    for path, act in dossier.all(Act):
        if act.issuer and "-" in act.issuer and _SLUG.fullmatch(act.issuer) and act.issuer not in known:
            near = nearest(act.issuer, {k: k for k in known})
            yield dossier.error((*path, "issuer"), "SPEC-UNKNOWN-AGENCY", suggestion=near, name=act.issuer)


def _unless_known(
    dossier: Dossier, path: KeyPath, name: str, kind: str, known: set[str]
) -> Iterator[Problem]:
    if name not in known:
        near = nearest(name, {k: k for k in known})
        yield dossier.error(path, "SPEC-UNKNOWN-REFERENCE", suggestion=near, name=name, kind=kind)


def _ids(dossier: Dossier, kind: str) -> set[str]:
    return {one_id for _, one in dossier.all(_KINDS[kind]) if (one_id := getattr(one, "id", None))}
