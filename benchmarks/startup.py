"""How long the quick verbs take, against importing the libraries that they cannot do without.

uv run python -m benchmarks.startup
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 7
PARSING = "import yaml, pydantic, jsonschema, typer, rich"


def seconds(command: list[str]) -> float:
    """Wall time of one run."""
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    return time.perf_counter() - start


def main() -> None:
    """Alternating rounds; prints medians and the median of the ratios taken in the same round."""
    spec = str(sorted(Path("specs/directives").rglob("*.yaml"))[0])
    script = str(Path(sys.executable).with_name("congvan"))
    verbs = {
        "--help": [script, "--help"],
        "check": [script, "check", spec],
        "plan": [script, "plan", spec],
        "list": [script, "list", "doctypes"],
        "status": [script, "status", "--home", "var/benchmark"],
    }
    floor_command = [sys.executable, "-c", PARSING]
    seconds(floor_command)
    rows: dict[str, list[tuple[float, float]]] = {name: [] for name in verbs}
    for _ in range(ROUNDS):
        for name, command in verbs.items():
            floor = seconds(floor_command)
            rows[name].append((seconds(command), floor))
    print(f"floor: {PARSING!r}: {statistics.median(f for r in rows.values() for _, f in r):.2f} s")
    for name, pairs in rows.items():
        ratio = statistics.median(t / f for t, f in pairs)
        print(f"{name:8} {statistics.median(t for t, _ in pairs):.2f} s  {ratio:.2f} x floor")


if __name__ == "__main__":
    main()
