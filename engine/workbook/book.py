"""What the readers of each kind give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.workbook.values import Sheet


@dataclass(frozen=True, slots=True)
class Book:
    """What was read of a file: its sheets, its calendar's first year, its user-defined properties."""

    sheets: tuple[Sheet, ...]
    epoch: int = 1900
    properties: Mapping[str, str] = field(default_factory=dict)
