"""`congvan serve`: Prefect's server and pages for one home, and a process that runs what is started there.

Everything runs in children that end with this process, however it ends; this process imports no Prefect.
"""

from __future__ import annotations

import ipaddress
import os
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from engine.errors import Problem, RunError
from engine.messages.catalogue import Lang
from flows import server, settings
from flows.words import PAGES

LOOK_SECONDS = 0.5
REST_SECONDS = 5.0
"""Least time between two starts of the process that runs deployments."""


@dataclass(frozen=True, slots=True)
class Said:
    """The lines that `serve` tells, in one language."""

    starting: str
    ready: str
    stopping: str
    stopped: str


SAID: Mapping[Lang, Said] = {
    "vi": Said(
        "Đang khởi động máy chủ theo dõi cho {home} …",
        "Xem các lượt chạy:        {pages}/runs\n"
        "Phát hành từ trình duyệt: {pages}/deployments\n"
        "Lệnh congvan issue của thư mục này sẽ hiện ở đó. Dừng: Ctrl+C.",
        "Đang dừng …",
        "Đã dừng.",
    ),
    "en": Said(
        "Starting the tracking server of {home} …",
        "Watch the runs:          {pages}/runs\n"
        "Issue from the browser:  {pages}/deployments\n"
        "Runs of congvan issue in this home show up there. Stop: Ctrl+C.",
        "Stopping …",
        "Stopped.",
    ),
}


def serve(
    home: Path,
    port: int = settings.DEFAULT_PORT,
    host: str = settings.LOOPBACK,
    tell: Callable[[str], None] = print,
    lang: Lang = "vi",
) -> None:
    """Serves until SIGINT or SIGTERM, then stops its children; raises RunError when it cannot serve.

    What it tells meanwhile is in the language `lang`.
    """
    said = SAID[lang]
    _refuse_open_doors(home, host, port)
    url = f"http://{host}:{port}"
    tell(said.starting.format(home=home))
    with _signals_as_interrupts(), ExitStack() as children:
        try:
            _serve(home, host, port, lambda: tell(said.ready.format(pages=url + PAGES)), children)
        except KeyboardInterrupt:
            _ignore_signals()
            tell(said.stopping)
    tell(said.stopped)


def _serve(home: Path, host: str, port: int, ready: Callable[[], None], children: ExitStack) -> None:
    url = f"http://{host}:{port}"
    child = server.start_server(home, host, port, embedded=False)
    children.callback(child.stop)
    server.write_state(home, server.ServerState(url, os.getpid()))
    children.callback(server.forget_state, home)
    runs = _start_runs(home, url)
    children.callback(lambda: runs.stop())
    ready()
    started = time.monotonic()
    while not child.ended():
        time.sleep(LOOK_SECONDS)
        if runs.ended() and time.monotonic() - started > REST_SECONDS:
            runs, started = _start_runs(home, url), time.monotonic()
    raise server.failed(f"exit {child.process.returncode}", child.log)


def _start_runs(home: Path, url: str) -> server.Child:
    log = settings.prefect_home(home) / "logs" / "runs.log"
    env = settings.client(home, url) | settings.LOGGED_TO_FILE
    return server.Child.start("flows.deployments", str(home.resolve()), env=env, log=log)


def _refuse_open_doors(home: Path, host: str, port: int) -> None:
    if not _loopback(host):
        raise RunError(Problem("FLOW-HOST-NOT-LOCAL", params={"host": host}))
    if found := server.live_server(home):
        raise RunError(Problem("FLOW-ALREADY-SERVED", params={"url": found.url, "pid": found.pid}))
    if server.port_taken(host, port):
        params = {"host": host, "port": port, "other": server.free_port(host)}
        raise RunError(Problem("FLOW-PORT-IN-USE", params=params))


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@contextmanager
def _signals_as_interrupts() -> Iterator[None]:
    before = {number: signal.signal(number, _interrupt) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _ignore_signals() -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
