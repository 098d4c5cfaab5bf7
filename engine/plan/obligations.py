"""One obligation for each agency, task and period: who owes what by when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.model.plan import DueDate, Obligation
from engine.model.target import Target
from engine.model.task import OWNING_ROLES, Forms, PlacedTask, Report
from engine.plan.context import Planning
from engine.plan.recurrence import first_day, last_day
from engine.plan.shares import Share, owners, place_of, shares
from engine.plan.terms import Terms

REPORT = "@report"
"""The task of an obligation to report: `@report` of the letter, `task@report` of one task."""


def obligations(planning: Planning) -> tuple[Obligation, ...]:
    """In reading order of the tasks, owners first; reports with a deadline after their task."""
    found: list[Obligation] = []
    for placed in planning.placed:
        if placed.is_tracked:
            found += _of_task(placed, planning)
        if placed.task.report is not None:
            found += _of_report(placed.task.report, placed, planning)
    if planning.directive.report is not None:
        found += _of_report(planning.directive.report, None, planning)
    return _without_replaced(tuple(found), planning)


@dataclass(frozen=True)
class _Channel:
    """A way of reporting: to whom, through whom, and who uses it (None: everybody)."""

    to: str
    through: str
    by: frozenset[str] | None


@dataclass(frozen=True)
class _Common:
    """What all obligations of one task have alike."""

    key: str
    case: str
    after: tuple[str, ...]
    channels: tuple[_Channel, ...]

    def channel(self, agency: str) -> tuple[str, str]:
        """To whom and through whom the agency reports; nobody reports to or through itself."""
        for channel in self.channels:
            if (channel.by is None or agency in channel.by) and agency != channel.to:
                return channel.to, "" if agency == channel.through else channel.through
        return "", ""


def _of_task(placed: PlacedTask, planning: Planning) -> Iterator[Obligation]:
    terms = planning.terms(placed)
    common = _common(placed, planning)
    targets = _Owed.targets(planning.targets_of(placed), planning)
    forms = _Owed.forms(_forms(placed, planning), planning)
    for share in shares(placed, planning.expansion):
        owes = share.role in OWNING_ROLES
        wanted = targets.of(share.agency)
        filled = forms.of(share.agency) if owes else ()
        for period, due in terms.due(share.agency):
            yield _obligation(common, share, period, due, wanted, filled)


def _obligation(
    common: _Common, share: Share, period: str, due: DueDate, targets: tuple[str, ...], forms: tuple[str, ...]
) -> Obligation:
    key = f"{common.key}/{share.agency}"
    if period:
        key += f"/{period}"
    if due.population:
        key += f"#{due.population}"
    report_to, report_through = common.channel(share.agency)
    return Obligation(
        key=key,
        agency=share.agency,
        task=common.key,
        role=share.role,
        period=period,
        due=due,
        unit=share.unit,
        case=common.case,
        targets=targets,
        forms=forms,
        after=common.after,
        report_to=report_to,
        report_through=report_through,
    )


def _common(placed: PlacedTask, planning: Planning) -> _Common:
    chain = (placed.task, *reversed(placed.ancestors))
    case = next((task.case.id for task in chain if task.case is not None), "")
    reports = (*(task.report for task in chain), planning.directive.report)
    anchors = (d.offset.task for task in chain for d in task.deadline if d.offset and d.offset.task)
    after = tuple(dict.fromkeys((*(a for task in chain for a in task.after), *anchors)))
    return _Common(placed.key, case, after, tuple(_channel(r, planning) for r in reports if r is not None))


def _channel(report: Report, planning: Planning) -> _Channel:
    expansion = planning.expansion
    by = frozenset(expansion.units(report.by)) if report.by else None
    return _Channel(expansion.address(report.to), expansion.address(report.through), by)


def _of_report(report: Report, placed: PlacedTask | None, planning: Planning) -> Iterator[Obligation]:
    """A report with a deadline of its own is owed by those it names, else by whoever owes the work."""
    if not report.deadline:
        return
    path = f"{place_of(placed)}.report" if placed else "report"
    terms = Terms((report.deadline,), planning.days, planning.expansion, path)
    forms = (report.form,) if report.form else ()
    key = f"{placed.key if placed else ''}{REPORT}"
    common = _Common(key, "", (placed.key,) if placed else (), (_channel(report, planning),))
    units = planning.expansion.units(report.by, f"{path}.by") or _workers(placed, planning)
    receiver = planning.expansion.agencies(report.to)
    for agency, unit in units.items():
        if agency not in receiver:
            for period, due in terms.due(agency):
                yield _obligation(common, Share(agency, "report", unit), period, due, (), forms)


def _workers(placed: PlacedTask | None, planning: Planning) -> dict[str, str]:
    """The owners of the task and of those below it, or of all tasks, in order."""
    below = (
        planning.tracked if placed is None else (p for p in planning.tracked if _is_at_or_below(p, placed))
    )
    found: dict[str, str] = {}
    for task in below:
        found.update(dict.fromkeys(sorted(owners(task, planning.expansion)), ""))
    return found


def _is_at_or_below(task: PlacedTask, top: PlacedTask) -> bool:
    return any(t is top.task for t in (task.task, *task.ancestors))


def _forms(placed: PlacedTask, planning: Planning) -> Forms:
    chain = (placed.task, *reversed(placed.ancestors))
    return (*(form for task in chain for form in task.forms), *planning.directive.forms)


class _Owed:
    """Names of targets or forms, each for all agencies or for those of its parties only."""

    def __init__(self, named: list[tuple[str, frozenset[str] | None]]):
        self._named = named
        everybody = all(agencies is None for _, agencies in named)
        self._same = tuple(dict.fromkeys(n for n, _ in named)) if everybody else None

    @classmethod
    def targets(cls, targets: tuple[Target, ...], planning: Planning) -> _Owed:
        return cls([(t.id, _only(planning.expansion.units(t.for_)) if t.for_ else None) for t in targets])

    @classmethod
    def forms(cls, forms: Forms, planning: Planning) -> _Owed:
        return cls([(f.form, _only(planning.expansion.units(f.fill)) if f.fill else None) for f in forms])

    def of(self, agency: str) -> tuple[str, ...]:
        """The names that concern the agency, in order, each once."""
        if self._same is not None:
            return self._same
        mine = (name for name, agencies in self._named if agencies is None or agency in agencies)
        return tuple(dict.fromkeys(mine))


def _only(units: Mapping[str, str]) -> frozenset[str]:
    return frozenset(units)


def _without_replaced(found: tuple[Obligation, ...], planning: Planning) -> tuple[Obligation, ...]:
    """Drops the occurrences that a longer period stands for (quý I replaces tháng 3), agency by agency."""
    longer = _replacing(found, planning)
    return tuple(o for o in found if not _is_replaced(o, longer)) if longer else found


def _replacing(found: tuple[Obligation, ...], planning: Planning) -> dict[tuple[str, str], list[str]]:
    """The periods that replace shorter ones, for each replaced task and agency."""
    replaced: dict[str, set[str]] = {}
    for placed in planning.placed:
        for deadline in placed.task.deadline:
            for name in deadline.every.replaces if deadline.every else ():
                replaced.setdefault(placed.key, set()).update(_leaves(name, planning))
    longer: dict[tuple[str, str], list[str]] = {}
    for owed in found:
        if owed.due.period:
            for task in replaced.get(owed.task, ()):
                longer.setdefault((task, owed.agency), []).append(owed.due.period)
    return longer


def _leaves(name: str, planning: Planning) -> set[str]:
    top = next((p for p in planning.placed if p.key == name), None)
    return {p.key for p in planning.tracked if top is not None and _is_at_or_below(p, top)}


def _is_replaced(owed: Obligation, longer: Mapping[tuple[str, str], list[str]]) -> bool:
    if not owed.due.period:
        return False
    first, last = first_day(owed.due.period), last_day(owed.due.period)
    return any(
        first <= last_day(period) <= last and first_day(period) < first
        for period in longer.get((owed.task, owed.agency), ())
    )
