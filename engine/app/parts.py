"""Shares a plan's documents out: an agency at a time while they are few, chunks when they are many.

A Prefect task costs about 20 ms of server time and its history is lost beyond some thousands at once, so a run
never has more than a few hundred of them (chunks of 500 agencies: 100,000 agencies are 200 tasks).
"""

from __future__ import annotations

from engine.app.pipeline import Part
from engine.model.plan import Plan

FEW = 40
"""Up to this many agencies each has a part, and so a task, of its own name."""

CHUNK = 500
SMALL_CHUNK = 50


def split_parts(plan: Plan) -> tuple[Part, ...]:
    """The same plan gives the same parts. What is delivered to nobody is a part of its own, and the first."""
    of_agency: dict[str, list[str]] = {}
    for delivery in plan.deliveries:
        of_agency.setdefault(delivery.agency, []).append(delivery.document)
    names = {a.agency: a.short or a.name for a in plan.addressees}
    delivered = {d.document for d in plan.deliveries}
    kept = tuple(d.key for d in plan.documents if d.key not in delivered)
    parts = [Part("Văn bản", (), kept)] if kept else []
    agencies = list(of_agency)
    size = 1 if len(agencies) <= FEW else (SMALL_CHUNK if len(agencies) <= 10 * SMALL_CHUNK else CHUNK)
    for start in range(0, len(agencies), size):
        share = agencies[start : start + size]
        documents = tuple(dict.fromkeys(k for a in share for k in of_agency[a]))
        parts.append(Part(_name(names, share, start), tuple(share), documents))
    return tuple(parts)


def _name(names: dict[str, str], share: list[str], start: int) -> str:
    if len(share) == 1:
        return names[share[0]]
    return f"Nơi nhận {start + 1}–{start + len(share)}"
