"""What an issue leaves in the log: the obligations it opens and the row of the outgoing register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.model.agency import Agency
from engine.model.directive import Directive
from engine.model.events import DirectiveIssued, ObligationOpened
from engine.model.plan import Obligation, Plan
from engine.plan.explain import places


def opened_facts(directive: str, plan: Plan) -> tuple[ObligationOpened, ...]:
    """One fact for each obligation, its key made unique by the directive's id."""
    return tuple(_opened(directive, plan))


def _opened(directive: str, plan: Plan) -> Iterator[ObligationOpened]:
    titles = {
        t.key: t.summary if place == t.key else f"{place} {t.summary}"
        for t, place in zip(plan.tasks, places(plan.tasks), strict=True)
    }
    order = {t.key: ordinal for ordinal, t in enumerate(plan.tasks, 1)}
    values = {(t.target, t.agency): t.value for t in plan.targets}
    for owed in plan.obligations:
        wanted = (values.get((t, owed.agency)) or values.get((t, "")) for t in owed.targets)
        yield ObligationOpened(
            obligation=f"{directive}/{owed.key}",
            directive=directive,
            task=owed.task,
            agency=owed.agency,
            role=owed.role,
            period=owed.period,
            title=titles.get(owed.task, owed.task),
            due=owed.due.day.isoformat() if owed.due.day else "",
            due_time=owed.due.at.strftime("%H:%M") if owed.due.at else "",
            target="; ".join(w for w in wanted if w),
            details=_details(owed, plan)
            | {"order": order.get(owed.task, 0), "agency_name": plan.names[owed.agency]},
        )


def _details(owed: Obligation, plan: Plan) -> dict[str, object]:
    details = {
        "unit": owed.unit,
        "case": owed.case,
        "forms": list(owed.forms),
        "after": list(owed.after),
        "report_to": owed.report_to,
        "report_through": owed.report_through,
        "deadline_kind": owed.due.kind,
        "starts": owed.due.start.isoformat() if owed.due.start else "",
        "cutoff": owed.due.cutoff.isoformat() if owed.due.cutoff else "",
        "hours": owed.due.hours,
        "waits_for": owed.due.waits_for,
        "population": owed.due.population,
        "groups": list(plan.members.get(owed.due.population, ())),
    }
    return {name: value for name, value in details.items() if value}


def issued_fact(
    directive: Directive, plan: Plan, issuer: Agency, doctype_title: str, number: int, today: date
) -> DirectiveIssued:
    """The row of the register of outgoing documents (NĐ 30/2020, Phụ lục IV)."""
    assert plan.issued_on is not None
    units = directive.file.units if directive.file else ()
    return DirectiveIssued(
        directive=directive.id,
        issuer=issuer.id,
        register=plan.register,
        year=plan.issued_on.year,
        number=number,
        code=f"{number:02d}/{plan.symbol}",
        date=plan.issued_on.isoformat(),
        doctype=plan.doctype,
        doctype_title=doctype_title,
        subject=plan.subject,
        signer="; ".join(s.name for s in directive.sign if s.name),
        recipients=_recipients(directive, plan),
        keeper=", ".join(units),
        copies=_copies(directive, plan),
        dispatched=today.isoformat(),
    )


def _recipients(directive: Directive, plan: Plan) -> str:
    """Whom the letter was sent to, as it names them: Kính gửi, then those who get a copy."""
    copied = {a.agency for a in plan.addressees if not a.via}
    lines = [
        c.to or ", ".join(plan.names.get(p.who or "", "") for p in c.who) for c in directive.copies if c.who
    ]
    return "; ".join([*plan.entries, *(lines if copied else [])])


def _copies(directive: Directive, plan: Plan) -> int:
    if directive.drafting and directive.drafting.copies:
        return directive.drafting.copies
    kept = (directive.file.copies or 1) if directive.file else 1
    return len(plan.addressees) + kept
