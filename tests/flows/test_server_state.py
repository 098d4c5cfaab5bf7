"""Finding, refusing and losing a server, without Prefect."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import wait_until

from engine.errors import RunError
from engine.messages.catalogue import Lang
from flows import server, settings
from flows.runner import PrefectRunner
from flows.serve import SAID, serve


@pytest.mark.parametrize(
    "noted", ["", "{", "[]", "{}", '{"url": "x", "pid": "y"}', '{"url": 3, "pid": null}']
)
def test_a_damaged_note_is_no_server(tmp_path: Path, noted: str) -> None:
    server.write_state(tmp_path, server.ServerState("x", 1))
    server.state_file(tmp_path).write_text(noted, encoding="utf-8")
    assert server.live_server(tmp_path) is None


def test_a_note_is_not_believed_when_nobody_answers(tmp_path: Path) -> None:
    server.write_state(tmp_path, server.ServerState(f"http://127.0.0.1:{server.free_port()}", os.getpid()))
    assert server.live_server(tmp_path) is None
    assert PrefectRunner().served_at(str(tmp_path)) == ""


def test_a_port_in_use_is_a_problem_with_another_port_to_try(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(RunError) as refused:
            serve(tmp_path, other.getsockname()[1])
    (problem,) = refused.value.problems
    assert problem.code == "FLOW-PORT-IN-USE"
    assert problem.params["other"] != problem.params["port"]


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "example.org", "::"])
def test_the_server_is_never_opened_to_the_network(tmp_path: Path, host: str) -> None:
    with pytest.raises(RunError) as refused:
        serve(tmp_path, 4200, host)
    assert [problem.code for problem in refused.value.problems] == ["FLOW-HOST-NOT-LOCAL"]


def test_a_home_that_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(RunError) as refused:
        server.start_server(tmp_path / "home", "127.0.0.1", server.free_port(), embedded=True)
    assert refused.value.problems[0].code == "FLOW-SERVER-FAILED"


def test_nothing_is_told_to_the_outside(tmp_path: Path) -> None:
    told = settings.server(tmp_path, "127.0.0.1", 4200, embedded=False)
    assert told["DO_NOT_TRACK"] == "1"
    assert told["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert told["PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT"] == "false"
    assert told["PREFECT_SERVER_CSRF_PROTECTION_ENABLED"] == "true"
    assert told["PREFECT_SERVER_CORS_ALLOWED_ORIGINS"] == "http://127.0.0.1:4200"
    assert str(tmp_path) in told["PREFECT_SERVER_DATABASE_CONNECTION_URL"]


def test_the_runner_is_found_without_importing_prefect() -> None:
    script = "import sys, flows.runner, flows.serve, flows.server; sys.exit('prefect' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_a_child_that_cannot_start_is_told_by_its_error_and_not_by_what_follows(tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    script = "from flows.lifeline import end_with_parent\nend_with_parent()\nimport time; time.sleep(0.2)\n"
    script += "raise PermissionError('the database may not be read')"
    with log.open("wb") as printed:
        child = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stderr=printed)
        child.wait(20)
    assert "Fatal Python error" not in log.read_text()
    with log.open("a") as printed_later:
        printed_later.write("Sentry is attempting to send 2 pending events\n")
    assert server._last_line(log) == "PermissionError: the database may not be read"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_serve_says_names_the_home_and_the_pages(lang: Lang) -> None:
    said = SAID[lang]
    assert said.starting.format(home="/x/var") != SAID["en" if lang == "vi" else "vi"].starting.format(home="/x/var")
    assert "http://h/v2/runs" in said.ready.format(pages="http://h/v2")
    assert "http://h/v2/deployments" in said.ready.format(pages="http://h/v2")


def test_proxy_exceptions_that_are_known_stay() -> None:
    told = settings.without_proxy({"NO_PROXY": "a.vn, b.vn", "no_proxy": "a.vn"})
    assert told["no_proxy"] == told["NO_PROXY"] == "a.vn,b.vn,127.0.0.1,localhost,::1,*"


@pytest.mark.kill
def test_a_child_ends_with_its_parent(tmp_path: Path) -> None:
    child = tmp_path / "child.py"
    child.write_text(
        "import os, time, pathlib\nfrom flows.lifeline import end_with_parent\nend_with_parent()\n"
        f"pathlib.Path({str(tmp_path / 'pid')!r}).write_text(str(os.getpid()))\ntime.sleep(60)\n"
    )
    parent_script = (
        "import subprocess, sys, time\n"
        f"subprocess.Popen([sys.executable, {str(child)!r}], stdin=subprocess.PIPE)\ntime.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", parent_script])
    wait_until(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text())
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    pid = int((tmp_path / "pid").read_text())
    wait_until(lambda: not _running(pid), 10)


def _running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split(") ")[1][0] != "Z"
    except OSError:
        return False
