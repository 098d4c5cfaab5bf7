"""The contract between issuing a directive and whoever runs it: the steps, their values, and the runner.

The steps of an issue, in order (`render` and `deliver` once for each part):

    check → plan → number → [render(part) → deliver(part)]… → record → summary

Every step is idempotent: run again after a kill it finds what is done, does the rest and changes nothing
else, so a runner recovers by running everything again. Steps return counts, never documents. What passes by
itself (a locked database, a busy printer) is raised as `TransientError` and may be tried again; any other
`CongvanError` is final.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Protocol

from engine.errors import CongvanError, Problem, RunError, Severity

Options = Mapping[str, Any]
"""What the clerk chose for this run (`{"pdf": true}`): JSON values only, so that a runner can store them."""


@dataclass(frozen=True, slots=True)
class RunDescription:
    """What a run is about, known before its first step; the names that a manager sees.

    `tags` are short words to filter by (directive, issuer, document type), `counts` what is to be made
    ({"văn bản": 4, "cơ quan": 120}), in the order to be shown.
    """

    directive_id: str
    title: str
    tags: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "counts", MappingProxyType(dict(self.counts)))


@dataclass(frozen=True, slots=True)
class Part:
    """A share of the documents, made and delivered in one go: one agency, or a chunk of many.

    `name` is unique within the run and says whose documents they are ("Xã Cẩm Hưng", "Đơn vị 1–500").
    """

    name: str
    agencies: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepResult:
    """How many things a step did now, and how many it found already done."""

    done: int = 0
    kept: int = 0
    note: str = ""


class DeliveryState(StrEnum):
    """How far one agency's letter has come."""

    WAITING = "waiting"
    RENDERED = "rendered"
    DELIVERED = "delivered"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One agency of the run; `deadline` is its nearest one."""

    agency: str
    letter: str = ""
    documents: int = 0
    obligations: int = 0
    deadline: date | None = None
    delivery: DeliveryState = DeliveryState.WAITING
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """What the run made, agency by agency; `folder` is where the documents lie.

    `obligations` counts them all: also those of agencies that get no letter, the issuer's own among them.
    """

    directive_id: str
    rows: tuple[SummaryRow, ...] = ()
    letters: tuple[str, ...] = ()
    folder: str = ""
    obligations: int = 0

    @property
    def failed(self) -> tuple[SummaryRow, ...]:
        """The agencies that were not served."""
        return tuple(row for row in self.rows if row.delivery is DeliveryState.FAILED or row.failure)


class IssuePipeline(Protocol):
    """Issuing one directive, step by step.

    `render` and `deliver` of different parts may be called from several threads at once; a part is always
    rendered before it is delivered. All other steps are called alone. A part's failure does not stop the
    other parts, but `record` is only called when every part was delivered.
    """

    def describe(self) -> RunDescription:
        """The run's names and counts; reads the spec but changes nothing."""

    def check(self) -> StepResult:
        """Finds every problem of the input; raises InputError with all of them."""

    def plan(self) -> StepResult:
        """Freezes the plan (recipients, documents, obligations)."""

    def number(self) -> StepResult:
        """Takes the letters' numbers from the register, or finds those already taken."""

    def parts(self) -> tuple[Part, ...]:
        """The shares of the planned documents: by agency while few, else chunks. Same plan, same parts."""

    def render(self, part: Part) -> StepResult:
        """Makes the part's documents."""

    def deliver(self, part: Part) -> StepResult:
        """Hands the part's documents to their channel."""

    def record(self) -> StepResult:
        """Records the obligations and closes the issue."""

    def summary(self) -> Summary:
        """What stands now, whether or not the run came to its end."""


class RunMode(StrEnum):
    """Who ran the steps."""

    DIRECT = "direct"
    SERVER = "server"
    EMBEDDED = "embedded"


@dataclass(frozen=True, slots=True)
class RunInfo:
    """Where a run can be seen; `url` is empty when nothing will show it after the command ends."""

    mode: RunMode
    name: str = ""
    url: str = ""
    run_id: str = ""


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """A run that came to its end."""

    run: RunInfo
    summary: Summary


class Observer(Protocol):
    """Whoever watches a run, a terminal's progress bar for example; called from the runner's own thread."""

    def started(self, run: RunInfo) -> None:
        """The run has a name and a place; called once, before the first step."""

    def progress(self, step: str, done: int, total: int) -> None:
        """`step` is the protocol's name of the step ("render"), of which `done` of `total` are finished."""


class Silent:
    """The observer that says nothing."""

    def started(self, run: RunInfo) -> None: ...

    def progress(self, step: str, done: int, total: int) -> None: ...


class Runner(Protocol):
    """Runs an issue from ids alone, so that the same run can be started again by anybody, anywhere."""

    def run(self, spec: str, home: str, options: Options, observer: Observer) -> RunOutcome:
        """Issues the directive of the file `spec` into `home`.

        Raises the CongvanError of the step that failed, or that of `parts_failed`.
        """


class ServingRunner(Runner, Protocol):
    """A runner with a server of its own, which shows runs to managers."""

    def serve(self, home: str, host: str, port: int, lang: str = "vi") -> None:
        """Serves until interrupted, telling where in the language `lang`; raises RunError when it cannot start."""

    def served_at(self, home: str) -> str:
        """The address of the live server of this home, or an empty text."""


def parts_failed(failures: Mapping[str, CongvanError], total: int) -> RunError:
    """One error for all the parts (by name) that failed: names each, and keeps each part's own problems."""
    problems = [
        Problem("FLOW-PART-FAILED", params={"part": name, "failed": len(failures), "total": total})
        for name in failures
    ]
    for error in failures.values():
        problems += [p for p in error.problems if p.severity is Severity.ERROR and p not in problems]
    return RunError(problems)
