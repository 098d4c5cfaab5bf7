"""`python issue_paper.py SPEC HOME`: issues through Prefect in its own process; tells as JSON how it went."""

from __future__ import annotations

import json
import sys

from engine.app.pipeline import Silent
from engine.errors import CongvanError
from flows.runner import PrefectRunner


def main(spec: str, home: str) -> None:
    """Prints one line."""
    try:
        outcome = PrefectRunner().run(spec, home, {}, Silent())
    except CongvanError as error:
        print(json.dumps({"codes": [problem.code for problem in error.problems]}))
    else:
        print(json.dumps({"mode": outcome.run.mode, "url": outcome.run.url, "run": outcome.run.run_id}))


if __name__ == "__main__":
    main(*sys.argv[1:])
