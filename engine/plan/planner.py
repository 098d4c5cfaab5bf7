"""Makes the plan: directive, directory, document types and calendar → all that issuing will do. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from engine.errors import InputError, Problem, Where
from engine.model.agency import Directory
from engine.model.directive import Directive
from engine.model.doctype import Doctype
from engine.model.lineage import LineageSource
from engine.model.plan import Plan
from engine.model.task import PlacedTask
from engine.plan.addressing import Mailing, mailing
from engine.plan.calendar import WorkingCalendar
from engine.plan.context import Planning
from engine.plan.deadlines import DeadlineContext
from engine.plan.lineage import lineage
from engine.plan.obligations import obligations
from engine.plan.parties import Expansion
from engine.plan.planned_targets import planned_targets
from engine.plan.populations import members
from engine.plan.symbols import label_of, register_of, symbol_of
from engine.plan.task_lines import task_lines
from engine.plan.written_deadlines import distinct_deadlines


def plan(
    directive: Directive,
    directory: Directory,
    doctypes: Mapping[str, Doctype],
    calendar: WorkingCalendar,
    spec_sha256: str,
    lineage_source: Mapping[str, LineageSource] | None = None,
) -> Plan:
    """The plan on the directive's own date; a draft's date known to the month stands for its last day.

    Raises InputError with every party, target or document type that cannot be planned, each at its key path.
    """
    doctype = doctypes.get(directive.type)
    if doctype is None:
        raise InputError(Problem("PLAN-UNKNOWN-DOCTYPE", Where(path="type"), {"doctype": directive.type}))
    planning = _planning(directive, directory, calendar)
    _check_issuers_and_keys(planning)
    found = _compose(
        planning, doctype, mailing(directive, doctype, planning.expansion), spec_sha256, lineage_source
    )
    if planning.expansion.problems:
        raise InputError(planning.expansion.problems)
    return found


def _planning(directive: Directive, directory: Directory, calendar: WorkingCalendar) -> Planning:
    effect = directive.effect
    days = DeadlineContext(
        calendar=calendar,
        issued=_issued_on(directive),
        starts=effect.from_.first() if effect and effect.from_ else None,
        ends=effect.until.last() if effect and effect.until else None,
    )
    return Planning(directive, Expansion(directory, directive.date.last(), directive.issuer), days)


def _issued_on(directive: Directive) -> date | None:
    return directive.date.exact() if directive.date.is_full else None


def _check_issuers_and_keys(planning: Planning) -> None:
    for ordinal, issuer in enumerate(planning.directive.issuer):
        planning.expansion.named(issuer, f"issuer[{ordinal}]")
    for key, uses in Counter(p.key for p in planning.placed).items():
        if uses > 1:
            planning.expansion.problems.append(Problem("PLAN-DOUBLE-KEY", Where(path="tasks"), {"key": key}))


def _compose(
    planning: Planning,
    doctype: Doctype,
    post: Mailing,
    spec_sha256: str,
    sources: Mapping[str, LineageSource] | None,
) -> Plan:
    directive, expansion = planning.directive, planning.expansion
    symbol = symbol_of(directive, doctype, expansion)
    owed = obligations(planning)
    targets = planned_targets(planning)
    withheld = _withheld(directive, doctype)
    return Plan(
        directive=directive.id,
        spec_sha256=spec_sha256,
        doctype=doctype.id,
        issuers=directive.issuer,
        symbol=symbol,
        given_number=directive.symbol.number,
        register=register_of(directive, doctype, expansion),
        issued_on=_issued_on(directive),
        date_text=str(directive.date),
        subject=directive.subject,
        draft=directive.status == "draft",
        issuable=not withheld,
        per=directive.per,
        addressees=post.addressees,
        documents=post.documents,
        deliveries=post.deliveries,
        tasks=task_lines(planning, doctype.body == "articles"),
        obligations=owed,
        targets=targets,
        lineage=lineage(directive, label_of(directive, doctype, symbol), sources),
        counts={
            **_counts(planning),
            "agencies": sum(a.via > 0 for a in post.addressees),
            "obligations": len(owed),
        },
        withheld=withheld,
        entries=tuple(expansion.label(r) for r in directive.recipients),
        populations={p.id: p.name for p in directive.populations},
        members=members(directive.populations),
        names=_names(
            planning,
            (a.agency for a in post.addressees),
            (o.agency for o in owed),
            (t.agency for t in targets),
        ),
    )


def _names(planning: Planning, *agencies: Iterable[str]) -> dict[str, str]:
    expansion = planning.expansion
    wanted = sorted({*planning.directive.issuer, *(i for some in agencies for i in some)})
    known = expansion.directory.agencies
    return {i: known[i].short_on(expansion.on) for i in wanted if i in known}


def _withheld(directive: Directive, doctype: Doctype) -> tuple[str, ...]:
    reasons = {
        "draft": directive.status == "draft",
        "secondary": directive.source.kind == "secondary",
        "no-day": not directive.date.is_full,
        "no-template": doctype.template is None,
    }
    return tuple(reason for reason, holds in reasons.items() if holds)


def _counts(planning: Planning) -> dict[str, int]:
    """What a reader counts in the letter itself."""
    directive = planning.directive
    return {
        "recipients_lines": len(directive.recipients),
        "tasks_top": sum(1 for p in planning.placed if not p.ancestors and _binds(p)),
        "tasks_leaves": len(planning.tracked),
        "deadlines": distinct_deadlines(directive),
        "bases": sum(1 for act in directive.bases if act.as_ != "none"),
        "forms": len(_forms(planning)),
        "appendices": len(directive.appendices),
        "targets": len(planning.targets),
    }


def _binds(placed: PlacedTask) -> bool:
    return placed.task.kind == "task" or not placed.is_leaf


def _forms(planning: Planning) -> set[str]:
    directive = planning.directive
    tasks = [p.task for p in planning.placed]
    reports = [t.report for t in tasks if t.report] + ([directive.report] if directive.report else [])
    return {
        *(f.form for f in directive.forms),
        *(f.form for t in tasks for f in t.forms),
        *(p.form for t in tasks for p in t.produces if p.form),
        *(r.form for r in reports if r.form),
    }
