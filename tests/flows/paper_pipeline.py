"""A small but real pipeline: it takes its directive from a JSON file and writes letters as text files.

The JSON says what goes wrong: `refused` (agency → why) fails for good, `shaky` fails once and then passes,
`slow` (seconds) makes every letter take its time, `bug` raises what nobody foresaw.
"""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path
from typing import Any

from engine.app.pipeline import (
    DeliveryState,
    IssuePipeline,
    Options,
    Part,
    RunDescription,
    StepResult,
    Summary,
    SummaryRow,
)
from engine.errors import DeliveryError, InputError, Problem, TransientError, Where


class PaperPipeline:
    """Letters as files: `soan/` for those made, `giao/` for those delivered, `log` for every act."""

    def __init__(self, spec: Path, home: Path) -> None:
        self.told: dict[str, Any] = json.loads(spec.read_text(encoding="utf-8"))
        self.spec, self.place = spec, home / "paper" / self.told["id"]
        self.place.mkdir(parents=True, exist_ok=True)

    def describe(self) -> RunDescription:
        agencies = self.told["agencies"]
        counts = {"cơ quan": len(agencies), "văn bản": len(agencies)}
        return RunDescription(self.told["id"], self.told["title"], (self.told["id"], "cong-van"), counts)

    def check(self) -> StepResult:
        if wrong := self.told.get("wrong"):
            raise InputError(Problem("PAPER-WRONG", Where(str(self.spec), 3, 1), {"what": wrong}))
        return StepResult(done=1)

    def plan(self) -> StepResult:
        return StepResult(done=len(self.told["agencies"]))

    def number(self) -> StepResult:
        return self._once("number", "1186/UBND-VP")

    def parts(self) -> tuple[Part, ...]:
        return tuple(Part(name, (name,), (f"{name}.txt",)) for name in self.told["agencies"])

    def render(self, part: Part) -> StepResult:
        time.sleep(self.told.get("slow", 0))
        if part.name in self.told.get("shaky", ()) and not self._seen(f"shaky {part.name}"):
            raise TransientError(Problem("PAPER-BUSY", params={"part": part.name}))
        if part.name in self.told.get("bug", ()):
            raise ZeroDivisionError("nobody foresaw this")
        return self._once(f"soan {part.name}", f"Kính gửi: {part.name}")

    def deliver(self, part: Part) -> StepResult:
        if why := self.told.get("refused", {}).get(part.name):
            raise DeliveryError(Problem("PAPER-REFUSED", params={"part": part.name, "why": why}))
        return self._once(f"giao {part.name}", "đã giao")

    def record(self) -> StepResult:
        return self._once("record", "xong")

    def summary(self) -> Summary:
        assert not self.told.get("wrong"), "a wrong spec has nothing to sum up"
        rows = tuple(self._row(name) for name in self.told["agencies"])
        return Summary(self.told["id"], rows, ("1186/UBND-VP",), str(self.place))

    def _row(self, name: str) -> SummaryRow:
        why = self.told.get("refused", {}).get(name, "")
        made, given = (self.place / f"soan {name}").exists(), (self.place / f"giao {name}").exists()
        state = DeliveryState.RENDERED if made else DeliveryState.WAITING
        state = DeliveryState.DELIVERED if given else DeliveryState.FAILED if why else state
        return SummaryRow(name, "1186/UBND-VP", int(made), 2, date(2022, 8, 31), state, why)

    def _once(self, name: str, text: str) -> StepResult:
        path = self.place / name
        if path.exists():
            return StepResult(kept=1)
        fresh = path.with_name(f"{name}.new")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(path)
        with (self.place / "log").open("a", encoding="utf-8") as log:
            log.write(f"{name}\n")
        return StepResult(done=1)

    def _seen(self, name: str) -> bool:
        return self._once(name, "").kept == 1


def build_paper(spec: str, home: str, options: Options) -> IssuePipeline:
    """What stands in for the engine's own builder."""
    return PaperPipeline(Path(spec), Path(home))


def write_spec(folder: Path, name: str, **told: Any) -> str:
    """A directive of the paper pipeline, as a file; its path."""
    path = folder / f"{name}.json"
    content = {"id": name, "title": "Tăng cường thu BHXH, BHYT trên địa bàn huyện"} | told
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return str(path)
