"""The words from which synthetic names are made, read from words.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

_ALL: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text(encoding="utf-8"))

FIRST: list[str] = _ALL["first"]
SECOND: list[str] = _ALL["second"]
TRADES: list[str] = _ALL["trades"]
FOREIGN: list[str] = _ALL["foreign"]
FOREIGN_TRADES: list[str] = _ALL["foreign_trades"]
COOPERATIVES: list[str] = _ALL["cooperatives"]
CENTRES: list[str] = _ALL["centres"]
ASSOCIATIONS: list[str] = _ALL["associations"]
FLOWERS: list[str] = _ALL["flowers"]
LONG_NAMES: list[str] = _ALL["long_names"]
ODD_NAMES: list[str] = _ALL["odd_names"]
WARDS: dict[str, list[str]] = _ALL["wards"]
