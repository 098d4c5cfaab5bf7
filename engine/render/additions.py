"""What the spec states structurally and its prose does not say: sentences that the letter must add.

A date or number that already stands in the task's wording is not said twice; `print: always|never` decides
where the clerk wants it otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from engine.model.deadline import Deadline
from engine.model.directive import Directive
from engine.model.target import Target
from engine.model.task import Numbering, Report, Task
from engine.render.effect import EffectWords
from engine.render.prose import Prose
from engine.render.sources import Sources
from engine.wording import dates, mentions
from engine.wording.deadlines import deadline_phrase, deadline_sentence
from engine.wording.numbering import marked, numbering_below
from engine.wording.targets import target_sentence

Printing = Literal["auto", "always", "never"]
_LEVELS: dict[Numbering, str] = {"numbers": "khoản", "letters": "điểm", "roman": "mục"}


def wanted(printing: Printing, said: bool) -> bool:
    """Whether to print what the prose says or does not say."""
    return printing == "always" or (printing == "auto" and not said)


class Additions:
    """The sentences to add for one document."""

    def __init__(self, sources: Sources, prose: Prose):
        self._names = sources.names
        self._this = sources.this
        self._prose = prose
        self._effect = EffectWords(sources, prose)
        self._directive = sources.directive
        self._all_text = "\n\n".join(texts_of(sources.directive))
        self._common_text = "\n\n".join(t for t in (sources.directive.timing, sources.directive.closing) if t)
        self._populations = {p.id: p.name for p in sources.directive.populations}
        self._places = dict(task_places(sources.directive))

    def of_task(self, task: Task) -> tuple[str, ...]:
        """Deadlines, targets and report written on the task and not said in its words."""
        own = "\n\n".join((*texts_of_task(task), self._common_text))
        inline_targets = [t for t in task.targets if isinstance(t, Target)]
        return (
            *self._deadlines(task.deadline, own),
            *self._targets(inline_targets, own),
            *self._report(task.report, "\n\n".join(texts_of_task(task))),
            *(
                [f"Nội dung này được bổ sung vào {task.adds_to_report}."]
                if self._is_new(task.adds_to_report, own)
                else ()
            ),
        )

    def of_letter(self) -> tuple[str, ...]:
        """General targets, deadlines and report that no paragraph says."""
        directive, text = self._directive, self._all_text
        return (
            *self._targets(directive.targets, text),
            *self._deadlines(directive.deadline, text, label="Thời hạn thực hiện"),
            *self._report(directive.report, text),
            *self._questions(),
        )

    def conveyed(self) -> str:
        """ "Phó Chủ tịch … có ý kiến như sau:" where no paragraph says whose opinion it is."""
        opinion = self._directive.conveys
        if opinion is None or mentions.flat(opinion.leader) in mentions.flat(self._all_text):
            return ""
        at = f" tại {opinion.at}" if opinion.at else ""
        day = f" {dates.on_day(opinion.date)}" if opinion.date else ""
        return f"{opinion.leader} có ý kiến{at}{day} như sau:"

    def _is_new(self, words: str | None, text: str) -> bool:
        return words is not None and mentions.flat(words) not in mentions.flat(text)

    def _deadlines(self, deadlines: Iterable[Deadline], text: str, label: str = "") -> Iterator[str]:
        for deadline in deadlines:
            if wanted(deadline.print_, mentions.says_deadline(text, deadline)):
                whose = self._whose(deadline)
                yield deadline_sentence(
                    deadline, whose=whose, label=label, name_task=self.task_name, this=self._this
                )

    def _whose(self, deadline: Deadline) -> str:
        population = self._populations.get(deadline.population or "", "")
        return "; ".join(part for part in (self._names.parties(deadline.scope), population) if part)

    def _targets(self, targets: Sequence[Target], text: str) -> Iterator[str]:
        for target in targets:
            value = self._prose.value_for_recipient(target)
            parts = [t for t in targets if t.part_of == target.id]
            said = all(mentions.says_target(text, t) for t in (target, *parts))
            nested = target.part_of is not None and any(t.id == target.part_of for t in targets)
            if not nested and wanted(target.print_, said):
                population = self._populations.get(target.population or "", "")
                owners = self._names.parties(target.for_)
                yield target_sentence(target, value=value, owners=owners, population=population, parts=parts)

    def _report(self, report: Report | None, text: str) -> Iterator[str]:
        if report is None or report.print_ == "never":
            return
        if report.text is not None:
            if self._is_new(report.text, text):
                yield report.text
            return
        through = self._names.every_name(report.through) if report.through else ()
        spoken = mentions.says_report(text, self._names.every_name(report.to), through, report.channel)
        timely = all(mentions.says_deadline(text, d) for d in report.deadline)
        if wanted(report.print_, spoken and timely):
            yield self._report_sentence(report)

    def _report_sentence(self, report: Report) -> str:
        by = self._names.parties(report.by)
        opening = f"{by[:1].upper()}{by[1:]} báo cáo kết quả về" if by else "Kết quả thực hiện báo cáo về"
        through = f" (qua {self._names.party(report.through)})" if report.through else ""
        channel = f", bằng hình thức: {report.channel}" if report.channel else ""
        due = "".join(
            f", {deadline_phrase(d, self.task_name, self._this)}"
            for d in report.deadline
            if d.print_ != "never"
        )
        also = f", đồng thời gửi {self._names.parties(report.also)}" if report.also else ""
        return f"{opening} {self._names.party(report.to)}{through}{also}{channel}{due}."

    def _questions(self) -> Iterator[str]:
        questions = self._directive.questions
        if questions is None:
            return
        if mentions.says_questions(self._all_text, self._names.every_name(questions.to)):
            return
        by = self._names.parties(questions.by) or "các cơ quan, đơn vị"
        through = f" (qua {self._names.party(questions.through)})" if questions.through else ""
        yield (
            f"Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị {by} phản ánh về "
            f"{self._names.party(questions.to)}{through} để được hướng dẫn, giải quyết."
        )

    def effect(self) -> str:
        """The sentence on effect, where no paragraph says it; else empty."""
        return self._effect.sentence(self._all_text)

    def task_name(self, task: str) -> str:
        """ "nhiệm vụ tại điểm a khoản 2": how another sentence names a task."""
        place = self._places.get(task)
        return f"nhiệm vụ tại {place}" if place else "nhiệm vụ nêu trên"


def texts_of_task(task: Task) -> Iterator[str]:
    """Every piece of wording of a task and of what hangs below it."""
    yield from (t for t in (task.title, task.text, task.closing) if t)
    if task.report is not None and task.report.text is not None:
        yield task.report.text
    for child in task.tasks:
        yield from texts_of_task(child)


def texts_of(directive: Directive) -> Iterator[str]:
    """Every piece of wording of the main text."""
    yield from (t for t in (directive.opening, directive.timing, directive.closing) if t)
    for placed in directive.placed_tasks():
        if not placed.ancestors:
            yield from texts_of_task(placed.task)
    pending = list(directive.sections)
    while pending:
        section = pending.pop()
        yield from (t for t in (section.heading, section.text, section.closing) if t)
        pending.extend(section.sections)


def task_places(directive: Directive) -> Iterator[tuple[str, str]]:
    """Where each task with an id stands: "khoản 2", "điểm a khoản 2"."""
    yield from _places(directive.tasks, directive.numbering or "numbers", "")
    for section in directive.sections:
        yield from _places(section.tasks, section.numbering or "numbers", "")


def _places(tasks: tuple[Task, ...], numbering: Numbering, above: str) -> Iterator[tuple[str, str]]:
    for mark, task in marked(tasks, numbering):
        kind = _LEVELS.get(numbering, "")
        place = f"{kind} {mark.rstrip('.)')} {above}".strip() if kind and mark else above
        if task.id and place:
            yield task.id, place
        yield from _places(task.tasks, numbering_below(numbering, task.numbering), place)
