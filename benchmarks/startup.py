"""What the quick verbs cost to start, against importing the libraries that they cannot do without.

    uv run python -m benchmarks.startup

CPU time (user and system) of whole processes: wall time would measure what else the machine is doing.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path

ROUNDS = 7


def seconds(command: list[str]) -> float:
    """CPU time of one process, start to end."""
    before = os.times()
    subprocess.run(command, capture_output=True, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main() -> None:
    """Alternating rounds; prints medians and the median of the ratios taken in the same round."""
    spec = str(sorted(Path("specs/directives").rglob("*.yaml"))[0])
    script = str(Path(sys.executable).with_name("congvan"))
    reading = "yaml, pydantic, jsonschema, rapidfuzz, typer, rich.table"
    verbs = {
        "--help": ([script, "--help"], "typer"),
        "list": ([script, "list", "doctypes"], reading),
        "plan": ([script, "plan", spec], f"{reading}, holidays.countries"),
        "check": ([script, "check", spec], f"{reading}, holidays.countries, docxtpl"),
        "status": ([script, "status", "--home", "var/benchmark"], "typer, rich.table, sqlalchemy"),
    }
    for command, _ in verbs.values():
        seconds(command)
    rounds: dict[str, list[tuple[float, float]]] = {name: [] for name in verbs}
    for _ in range(ROUNDS):
        for name, (command, needed) in verbs.items():
            floor = seconds([sys.executable, "-c", f"import {needed}"])
            rounds[name].append((seconds(command), floor))
    for name, pairs in rounds.items():
        ratio = statistics.median(taken / floor for taken, floor in pairs)
        taken, floor = (statistics.median(column) for column in zip(*pairs, strict=True))
        print(f"{name:8} {taken:.2f} s CPU, {ratio:.2f} x {floor:.2f} s (import {verbs[name][1]})")


if __name__ == "__main__":
    main()
