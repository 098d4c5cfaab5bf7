"""`congvan serve`: Prefect's server and pages for one home, and a process that runs what is started there.

Everything runs in children that end with this process, however it ends; this process imports no Prefect.
"""

from __future__ import annotations

import ipaddress
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from engine.errors import Problem, RunError
from flows import server, settings
from flows.words import PAGES

LOOK_SECONDS = 0.5
REST_SECONDS = 5.0
"""Least time between two starts of the process that runs deployments."""


def serve(
    home: Path,
    port: int = settings.DEFAULT_PORT,
    host: str = settings.LOOPBACK,
    tell: Callable[[str], None] = print,
) -> None:
    """Serves until SIGINT or SIGTERM, then stops its children; raises RunError when it cannot serve."""
    _refuse_open_doors(home, host, port)
    url = f"http://{host}:{port}"
    tell(f"Đang khởi động máy chủ theo dõi cho {home} …")
    with _signals_as_interrupts(), ExitStack() as children:
        try:
            _serve(home, host, port, url, tell, children)
        except KeyboardInterrupt:
            _ignore_signals()
            tell("Đang dừng …")
    tell("Đã dừng.")


def _serve(
    home: Path, host: str, port: int, url: str, tell: Callable[[str], None], children: ExitStack
) -> None:
    child = server.start_server(home, host, port, embedded=False)
    children.callback(child.stop)
    server.write_state(home, server.ServerState(url, os.getpid()))
    children.callback(server.forget_state, home)
    runs = _start_runs(home, url)
    children.callback(lambda: runs.stop())
    tell(f"Xem các lượt chạy:        {url}{PAGES}/runs")
    tell(f"Phát hành từ trình duyệt: {url}{PAGES}/deployments")
    tell("Lệnh congvan issue của thư mục này sẽ hiện ở đó. Dừng: Ctrl+C.")
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
