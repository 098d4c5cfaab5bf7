"""The plan and its lineage as Mermaid flowcharts."""

from __future__ import annotations

from collections.abc import Iterator

from engine.messages.catalogue import Lang
from engine.messages.plan import word
from engine.model.plan import Obligation, Plan, TaskLine
from engine.plan.due_words import dues_words
from engine.plan.explain import calls, places
from engine.plan.obligations import REPORT

MANY = 30
"""With more agencies than this, those of one task and role are drawn as one node."""

_FEW_TOGETHER = 3
_UNBROKEN = "\u00a0"
"""After a mark: with a plain blank, Mermaid would take “1. ” and “- ” for a list of Markdown."""
_ESCAPES = str.maketrans(
    {"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "&": "#amp;", "`": "#96;", "\\": "#92;", "\n": " "}
)


def to_mermaid(plan: Plan, lang: Lang = "vi") -> str:
    """Directive → tasks → agencies, each arrow with its role, each task with its deadlines."""
    return "\n".join(["flowchart LR", *(f"  {line}" for line in _Drawing(plan, lang).lines())]) + "\n"


def lineage_to_mermaid(plan: Plan, lang: Lang = "vi") -> str:
    """The chain of documents, each arrow from the later document to the one it rests on."""
    ids = {d: f"V{n}" for n, d in enumerate(dict.fromkeys(step.directive for step in plan.lineage), 1)}
    labels = {step.directive: (step.label, step.date) for step in plan.lineage}
    lines = [f"{ids[d]}[{_text(*labels[d])}]" for d in ids]
    for step in plan.lineage:
        if step.of in ids:
            lines.append(f"{ids[step.directive]} -->|{_text(word(step.relation, lang))}| {ids[step.of]}")
    if plan.directive in ids:
        lines.append(f"style {ids[plan.directive]} stroke-width:3px")
    return "\n".join(["flowchart RL", *(f"  {line}" for line in lines)]) + "\n"


class _Drawing:
    """Draws one plan; agencies that appear under several tasks are one node."""

    def __init__(self, plan: Plan, lang: Lang):
        self.plan, self.lang = plan, lang
        self.tasks = {line.key: f"T{n}" for n, line in enumerate(plan.tasks, 1)}
        self.agencies: dict[str, str] = {}
        self.called = calls(plan)
        self.collapsed = len({o.agency for o in plan.obligations}) > MANY

    def lines(self) -> Iterator[str]:
        number = f"{self.plan.given_number:02d}" if self.plan.given_number else "…"
        yield f"D[{_text(f'{number}/{self.plan.symbol}', self.plan.subject)}]"
        yield from self._task_nodes()
        for (task, role), owed in _by_task_and_role(self.plan.obligations).items():
            yield from self._owners(task, role, owed)

    def _task_nodes(self) -> Iterator[str]:
        above: list[str] = []
        for line, place in zip(self.plan.tasks, places(self.plan.tasks), strict=True):
            node = self.tasks[line.key]
            yield f"{node}[{_text(*self._task_words(line, place))}]"
            above = [*above[: line.depth], node]
            yield f"{above[-2] if line.depth else 'D'} --> {node}"

    def _task_words(self, line: TaskLine, place: str) -> Iterator[str]:
        yield f"{place} ".replace(" ", _UNBROKEN) + line.summary if line.mark else line.summary
        if line.kind != "task":
            yield word(line.kind, self.lang)
        if line.due:
            yield dues_words(line.due, self.lang, self.called)

    def _owners(self, task: str, role: str, owed: list[Obligation]) -> Iterator[str]:
        source = self.tasks.get(task.removesuffix(REPORT), "D")
        names = list(dict.fromkeys(o.agency for o in owed))
        arrow = f"-->|{_text(*self._arrow_words(role, owed))}|"
        if self.collapsed and len(names) > _FEW_TOGETHER:
            node = f"G_{source}_{role}"
            count = word("agencies", self.lang, count=len(names))
            written = ", ".join(self._written(task, role))
            yield f"{node}([{_text(*([written, count] if written else [count]))}])"
            yield f"{source} {arrow} {node}"
            return
        for agency in names:
            if agency not in self.agencies:
                self.agencies[agency] = f"A{len(self.agencies) + 1}"
                yield f"{self.agencies[agency]}([{_text(self.plan.names.get(agency, agency))}])"
            yield f"{source} {arrow} {self.agencies[agency]}"

    def _arrow_words(self, role: str, owed: list[Obligation]) -> Iterator[str]:
        """The role, and the deadlines where a task's node does not tell them."""
        yield word(role, self.lang)
        dues = tuple(dict.fromkeys(o.due for o in owed))
        line = next((t for t in self.plan.tasks if t.key == owed[0].task), None)
        if (line is None or not line.due) and any(d.kind != "none" for d in dues):
            yield dues_words(dues, self.lang, self.called)

    def _written(self, task: str, role: str) -> tuple[str, ...]:
        """The owners as written on the task, or on the nearest above it that names them."""
        lines = list(self.plan.tasks)
        start = next((n for n, line in enumerate(lines) if line.key == task), None)
        if start is None:
            return ()
        depth = lines[start].depth + 1
        for line in reversed(lines[: start + 1]):
            if line.depth < depth:
                depth = line.depth
                if role in line.owners:
                    return line.owners[role]
        return ()


def _by_task_and_role(owed: tuple[Obligation, ...]) -> dict[tuple[str, str], list[Obligation]]:
    found: dict[tuple[str, str], list[Obligation]] = {}
    for one in owed:
        found.setdefault((one.task, one.role), []).append(one)
    return found


def _text(*lines: str) -> str:
    """A quoted label; nothing in it can end the label or be read as markup."""
    return '"' + "<br/>".join(line.translate(_ESCAPES) for line in lines if line) + '"'
