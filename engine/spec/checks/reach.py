"""Whoever is given work gets the letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.errors import Problem
from engine.model.party import KEYWORDS, Party
from engine.model.task import Report, Role
from engine.spec.dossier import Dossier, TaskPart
from engine.spec.located import KeyPath
from engine.spec.naming import normal_name
from engine.spec.selection import selected
from engine.wording.names import Names

_BASIS = "NĐ 30/2020, Phụ lục I, II.9"
_ROLES: tuple[Role, ...] = ("lead", "standing", "cooperate", "assign")
_MOST_NAMED = 5


@dataclass(frozen=True)
class _Reach:
    """Who gets the letter: `told` themselves, those below the agencies in `above`, those named in `lines`."""

    told: frozenset[str]
    above: frozenset[str]
    lines: str

    def holds(self, dossier: Dossier, agency_id: str) -> bool:
        if agency_id in self.told:
            return True
        directory = dossier.library.directory
        agency = directory.agencies[agency_id]
        period = agency.named_on(dossier.directive.date.last())
        names = {normal_name(name) for name in (period.name, period.short) if name}
        return bool(self.above.intersection(directory.lineage(agency))) or any(n in self.lines for n in names)


def check_those_who_work_get_the_letter(dossier: Dossier) -> Iterator[Problem]:
    """An agency with a task or a report to make is a recipient, or gets a copy.

    Who stands below a recipient, or is handed work by a lead who is reached, hears of it from there.
    """
    directive = dossier.directive
    if (not directive.recipients and directive.status == "draft") or not _all_known(dossier):
        return
    reach = _reach(dossier)
    for part in dossier.tasks:
        if part.task.kind == "task":
            yield from _of_task(dossier, part, reach)
    for path, report in dossier.all(Report):
        for position, party in enumerate(report.by):
            yield from _unreached(dossier, (*path, "by", position), party, reach)


def _all_known(dossier: Dossier) -> bool:
    """Whether every recipient is in the directory: else who is missed cannot be said."""
    directory = dossier.library.directory
    known = {*KEYWORDS, *directory.agencies, *directory.groups}
    return all(one.who is None or one.who in known for one in dossier.directive.recipients)


def _reach(dossier: Dossier) -> _Reach:
    directive = dossier.directive
    issuers = frozenset(directive.issuer)
    recipients = selected(dossier, directive.recipients)
    copied = selected(dossier, (party for copy in directive.copies for party in copy.who))
    lines = [copy.to for copy in directive.copies]
    lines += [text for one in directive.recipients for text in (one.as_, one.outside, one.unit)]
    shown = "; ".join(normal_name(line) for line in lines if line)
    return _Reach(issuers | recipients | copied, recipients - issuers, shown)


def _of_task(dossier: Dossier, part: TaskPart, reach: _Reach) -> Iterator[Problem]:
    leads = selected(dossier, (party for task in (part.task, *part.ancestors) for party in task.lead))
    heard = leads & reach.told - set(dossier.directive.issuer)
    for role in _ROLES:
        if role == "assign" and heard:
            continue
        for position, party in enumerate(part.task.parties(role)):
            around = _Reach(reach.told, reach.above | heard, reach.lines)
            yield from _unreached(dossier, (*part.path, role, position), party, around)


def _unreached(dossier: Dossier, path: KeyPath, party: Party, reach: _Reach) -> Iterator[Problem]:
    missed = sorted(one for one in selected(dossier, [party]) if not reach.holds(dossier, one))
    if missed:
        names = Names(dossier.library.directory, dossier.directive.date.last(), dossier.directive.issuer)
        shown = ", ".join(names.agency(one, short=True) for one in missed[:_MOST_NAMED])
        more = f" … (+{len(missed) - _MOST_NAMED})" if len(missed) > _MOST_NAMED else ""
        yield dossier.warning(path, "SPEC-NOT-REACHED", basis=_BASIS, count=len(missed), names=shown + more)
