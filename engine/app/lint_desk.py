"""What the linter works with: the specs library, what the office knows, the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engine.rules.case import Known
from engine.spec.library import Library


@dataclass(frozen=True)
class LintDesk:
    """`library` holds the rule sets and types; `known` the directory, and the register where there is one."""

    library: Library
    known: Known
    today: date
