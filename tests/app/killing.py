"""Ports that kill their own process (SIGKILL) just before or just after their Nth effect."""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass, replace
from typing import Any

from engine.app.workbench import Workbench

EFFECTS = frozenset({"append", "take", "give", "void", "put", "deliver", "conclude"})


@dataclass
class Countdown:
    """Counts effects; `at` is the one that kills, `after` whether it still happens. 0 only counts."""

    at: int = 0
    after: bool = False
    count: int = 0

    def around(self, effect: Any) -> Any:
        def counted(*args: Any, **kwargs: Any) -> Any:
            self.count += 1
            if self.count == self.at and not self.after:
                os.kill(os.getpid(), signal.SIGKILL)
            result = effect(*args, **kwargs)
            if self.count == self.at:
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        return counted


class Deadly:
    """A port with its effects counted."""

    def __init__(self, port: Any, countdown: Countdown):
        self._port = port
        self._countdown = countdown

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._port, name)
        return self._countdown.around(found) if name in EFFECTS else found


def deadly(bench: Workbench, countdown: Countdown) -> Workbench:
    """The workbench with every effect counted."""
    store = replace(
        bench.store,
        log=Deadly(bench.store.log, countdown),
        numbers=Deadly(bench.store.numbers, countdown),
        blobs=Deadly(bench.store.blobs, countdown),
    )
    channels = {name: Deadly(channel, countdown) for name, channel in bench.channels.items()}
    return replace(bench, store=store, channels=channels)
