"""Ways of delivery: each module of this package that holds a `CHANNEL` is one, by being there."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.ports import BlobStore, Channel


@dataclass(frozen=True, slots=True)
class ChannelKind:
    """A way of delivery: its name in specs, its title for people, and how it is opened for a home folder."""

    name: str
    title: str
    title_en: str
    open: Callable[[Path, BlobStore], Channel]


def available() -> Mapping[str, ChannelKind]:
    """Every channel by name; ValueError for a name that two modules claim."""
    found: dict[str, ChannelKind] = {}
    for module in sorted(m.name for m in pkgutil.iter_modules(__path__)):
        kind = getattr(importlib.import_module(f"{__name__}.{module}"), "CHANNEL", None)
        if kind is None:
            continue
        if kind.name in found:
            raise ValueError(f"two channels are called {kind.name}")
        found[kind.name] = kind
    return found
