"""The page for developers draws the house as it stands."""

from __future__ import annotations

import re
import tomllib

from tests.docs.pages import DOCS, ROOT, examples

PAGE = DOCS / "architecture.md"


def test_the_layers_are_those_of_the_contract() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    (layers,) = (c["layers"] for c in contracts["contracts"] if c["type"] == "layers")
    (drawn,) = (e.text for e in examples(PAGE) if e.mark == "layers")
    assert drawn.splitlines() == layers


def test_every_room_of_the_engine_is_on_the_page() -> None:
    named = set(re.findall(r"^\| `engine/([\w.]+)` ", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    engine = ROOT / "engine"
    rooms = {p.parent.name for p in engine.glob("*/__init__.py")} | {
        p.name for p in engine.glob("*.py") if p.name != "__init__.py"
    }
    assert named == rooms
