"""Starts Debian's PostgreSQL server for the tests, in a folder of its own, reached by a Unix socket only."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = 0


@contextmanager
def running_server() -> Iterator[str]:
    """The folder of the server's socket; the server ends and its folder goes with the block."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="cvpg-", dir="/tmp"))  # a socket's path must stay short
    folder.chmod(0o755)
    data = folder / "data"
    user = _unprivileged_user()
    if user:
        shutil.chown(folder, user)
    start = ["-w", "-D", str(data), "-o", _options(folder), "-l", str(folder / "log")]
    try:
        _run(user, [str(programs / "initdb"), "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8",
                    "--locale=C.UTF-8", "--no-sync"])  # fmt: skip
        _run(user, [str(programs / "pg_ctl"), *start, "start"])
        try:
            yield str(folder)
        finally:
            _run(user, [str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _options(folder: Path) -> str:
    settings = ["listen_addresses=''", f"unix_socket_directories={folder}", "max_connections=60"]
    settings += ["fsync=off", "full_page_writes=off"]  # tests kill processes, not the power
    return " ".join(f"-c {s}" for s in settings)


def _programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))
    if not found:
        raise RuntimeError("PostgreSQL is not installed: apt-get install postgresql")
    return found[-1]


def _unprivileged_user() -> str:
    """The server refuses to run as root; Debian's package brings the user `postgres`."""
    return pwd.getpwnam("postgres").pw_name if os.geteuid() == ROOT else ""


def _run(user: str, command: list[str]) -> None:
    prefix = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups"] if user else []
    done = subprocess.run([*prefix, *command], capture_output=True, text=True, cwd="/", timeout=120)
    if done.returncode:
        raise RuntimeError(f"{command[0]}: {done.stdout}{done.stderr}")
