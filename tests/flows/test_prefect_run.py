"""Real runs on a real Prefect server, with a small but real pipeline."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import HERE, Served, wait_until
from paper_pipeline import write_spec

from engine.app.pipeline import DeliveryState, RunInfo, RunMode
from engine.errors import InputError, RunError
from flows import server
from flows.runner import PrefectRunner

pytestmark = pytest.mark.prefect

AGENCIES = ["UBND xã Cẩm Hưng", "UBND xã Đức Chính", "Công ty {TNHH} “A & B”"]


class Seen:
    """An observer that remembers."""

    def __init__(self) -> None:
        self.runs: list[RunInfo] = []
        self.steps: list[tuple[str, int, int]] = []

    def started(self, run: RunInfo) -> None:
        self.runs.append(run)

    def progress(self, step: str, done: int, total: int) -> None:
        self.steps.append((step, done, total))


@pytest.fixture(scope="session")
def done(served: Served, tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Seen]:
    """One run that went well."""
    with pytest.MonkeyPatch.context() as patch:
        from paper_pipeline import build_paper

        from flows import pipeline_source

        patch.setattr(pipeline_source, "build_pipeline", build_paper)
        seen = Seen()
        spec = write_spec(tmp_path_factory.mktemp("specs"), "kien-an-2022", agencies=AGENCIES)
        return PrefectRunner().run(spec, str(served.home), {}, seen), seen


def test_a_run_uses_the_served_server_and_says_so(served: Served, done: tuple[Any, Seen]) -> None:
    outcome, seen = done
    assert outcome.run.mode is RunMode.SERVER
    assert outcome.run.url == f"{served.url}/v2/runs/flow-run/{outcome.run.run_id}"
    assert seen.runs == [outcome.run]
    assert seen.steps[-1] == ("record", 1, 1)
    assert ("deliver", 3, 3) in seen.steps
    assert {row.delivery for row in outcome.summary.rows} == {DeliveryState.DELIVERED}


def test_a_manager_reads_vietnamese_names_and_the_directive_s_tags(
    served: Served, done: tuple[Any, Seen]
) -> None:
    run = served.run(done[0].run.run_id)
    assert run["name"] == "kien-an-2022 - phát hành"
    assert run["state_type"] == "COMPLETED"
    assert {"kien-an-2022", "cong-van", "phat-hanh"} <= set(run["tags"])
    tasks = served.tasks(run["id"], 10)
    assert set(tasks.values()) == {"COMPLETED"}
    assert {f"Soạn văn bản: {name}" for name in AGENCIES} < set(tasks)
    assert {f"Giao văn bản: {name}" for name in AGENCIES} < set(tasks)
    assert {"Kiểm tra văn bản chỉ đạo", "Cấp số văn bản", "Ghi sổ và giao việc theo dõi"} < set(tasks)


def test_a_manager_sees_progress_a_table_and_the_folder(served: Served, done: tuple[Any, Seen]) -> None:
    artifacts = served.artifacts(done[0].run.run_id)
    assert artifacts["progress"] == 100.0
    rows = json.loads(artifacts["table"])
    assert [row["Cơ quan, đơn vị"] for row in rows] == AGENCIES
    assert done[0].summary.folder in artifacts["markdown"]


def test_the_run_s_parameters_are_ids_and_paths_only(served: Served, done: tuple[Any, Seen]) -> None:
    parameters = served.run(done[0].run.run_id)["parameters"]
    assert set(parameters) == {"spec", "home", "options"}
    assert parameters["home"] == str(served.home)


def test_a_failed_part_fails_the_run_by_name_and_leaves_the_others_finished(
    served: Served, paper: None, tmp_path: Path
) -> None:
    spec = write_spec(tmp_path, "tu-choi", agencies=AGENCIES, refused={AGENCIES[1]: "hộp thư đầy"})
    seen = Seen()
    with pytest.raises(RunError) as failed:
        PrefectRunner().run(spec, str(served.home), {}, seen)
    assert {problem.code for problem in failed.value.problems} == {"FLOW-PART-FAILED", "PAPER-REFUSED"}
    run = served.run(seen.runs[0].run_id)
    assert run["state_type"] == "FAILED"
    assert AGENCIES[1] in run["state"]["message"]
    tasks = served.tasks(run["id"], 9)
    assert {name for name, state in tasks.items() if state == "FAILED"} == {f"Giao văn bản: {AGENCIES[1]}"}
    assert (served.home / "paper" / "tu-choi" / f"giao {AGENCIES[2]}").exists()
    assert not (served.home / "paper" / "tu-choi" / "record").exists()


def test_a_bug_in_one_part_is_told_with_its_agency(served: Served, paper: None, tmp_path: Path) -> None:
    spec = write_spec(tmp_path, "loi-lap-trinh", agencies=AGENCIES, bug=AGENCIES[:1])
    with pytest.raises(RunError) as failed:
        PrefectRunner().run(spec, str(served.home), {}, Seen())
    told = {problem.code: problem.params for problem in failed.value.problems}
    assert told["FLOW-PART-FAILED"]["part"] == AGENCIES[0]
    assert "nobody foresaw this" in told["FLOW-CRASHED"]["detail"]


def test_what_passes_by_itself_is_tried_again_until_it_does(
    served: Served, paper: None, tmp_path: Path
) -> None:
    spec = write_spec(tmp_path, "chap-chon", agencies=AGENCIES, shaky=AGENCIES[:1])
    outcome = PrefectRunner().run(spec, str(served.home), {}, Seen())
    assert not outcome.summary.failed
    served.tasks(outcome.run.run_id, 10)
    found = served.ask("task_runs/filter", flow_runs={"id": {"any_": [outcome.run.run_id]}})
    assert {task["name"]: task["run_count"] for task in found}[f"Soạn văn bản: {AGENCIES[0]}"] == 2


def test_a_wrong_spec_is_told_at_once_and_starts_no_run(paper: None, tmp_path: Path) -> None:
    spec = write_spec(tmp_path, "sai", agencies=AGENCIES, wrong="ngày 30/2")
    seen = Seen()
    with pytest.raises(InputError) as wrong:
        PrefectRunner().run(spec, str(tmp_path), {}, seen)
    assert wrong.value.problems[0].where.line == 3
    assert seen.runs == []
    assert not (tmp_path / "prefect").exists()


def test_a_manager_starts_a_run_from_the_pages(served: Served, tmp_path: Path) -> None:
    def deployments() -> Any:
        return served.ask("deployments/filter")

    wait_until(deployments)
    (deployment,) = deployments()
    spec = write_spec(tmp_path, "tu-trang-web", agencies=AGENCIES)
    run = served.ask(
        f"deployments/{deployment['id']}/create_flow_run",
        parameters={"spec": spec, "home": str(served.home)},
        state={"type": "SCHEDULED"},
    )
    wait_until(lambda: served.run(run["id"])["state_type"] in ("COMPLETED", "FAILED", "CRASHED"))
    ended = served.run(run["id"])
    assert (ended["state_type"], ended["name"]) == ("COMPLETED", "tu-trang-web - phát hành")


def test_a_wrong_spec_started_from_the_pages_ends_failed_with_its_problem(
    served: Served, tmp_path: Path
) -> None:
    wait_until(lambda: served.ask("deployments/filter"))
    (deployment,) = served.ask("deployments/filter")
    spec = write_spec(tmp_path, "sai-tu-trang-web", agencies=AGENCIES, wrong="ngày 30/2")
    run = served.ask(
        f"deployments/{deployment['id']}/create_flow_run",
        parameters={"spec": spec, "home": str(served.home)},
        state={"type": "SCHEDULED"},
    )
    wait_until(lambda: served.run(run["id"])["state_type"] in ("COMPLETED", "FAILED", "CRASHED"))
    ended = served.run(run["id"])["state"]
    assert (ended["type"], ended["message"]) == ("FAILED", "PAPER-WRONG {'what': 'ngày 30/2'}")


def test_silent_runs_are_watched_over(served: Served) -> None:
    wait_until(lambda: served.ask("automations/filter"))
    (automation,) = served.ask("automations/filter")
    assert automation["enabled"]
    assert automation["trigger"]["within"] == 90


def test_a_second_server_of_the_same_home_is_refused(served: Served) -> None:
    from flows.serve import serve

    with pytest.raises(RunError) as refused:
        serve(served.home, server.free_port())
    assert refused.value.problems[0].code == "FLOW-ALREADY-SERVED"
    assert PrefectRunner().served_at(str(served.home)) == served.url


def test_without_a_server_an_embedded_one_is_used_and_leaves_its_history(
    paper_env: dict[str, str], tmp_path: Path
) -> None:
    spec = write_spec(tmp_path, "khong-may-chu", agencies=AGENCIES)
    told = issue_in_a_process(spec, tmp_path, paper_env)
    assert told.stderr == ""
    outcome = json.loads(told.stdout)
    assert (outcome["mode"], outcome["url"]) == ("embedded", "")
    port = server.free_port()
    child = server.start_server(tmp_path, "127.0.0.1", port, embedded=True)
    try:
        later = Served(tmp_path, f"http://127.0.0.1:{port}", paper_env)
        assert later.run(outcome["run"])["state_type"] == "COMPLETED"
        assert set(later.tasks(outcome["run"], 10).values()) == {"COMPLETED"}
        assert len(later.tasks(outcome["run"], 10)) == 10
    finally:
        child.stop()


@pytest.mark.kill
def test_a_killed_run_is_finished_by_the_next_one(served: Served, paper: None, tmp_path: Path) -> None:
    agencies = [f"Đơn vị {n}" for n in range(12)]
    spec = write_spec(tmp_path, "bi-giet", agencies=agencies, slow=0.3)
    place = served.home / "paper" / "bi-giet"
    script = [sys.executable, str(HERE / "issue_paper.py"), spec, str(served.home)]
    running = subprocess.Popen(script, env=served.env, stdout=subprocess.PIPE)
    wait_until(lambda: len(list(place.glob("soan *"))) >= 5)
    running.kill()
    running.wait()
    assert not (place / "record").exists()
    outcome = PrefectRunner().run(spec, str(served.home), {}, Seen())
    assert not outcome.summary.failed
    acts = (place / "log").read_text(encoding="utf-8").splitlines()
    assert len(acts) == len(set(acts)), "something was done twice"
    made = {path.name for path in place.iterdir()}
    assert made >= {"number", "record", *(f"{act} {name}" for act in ("soan", "giao") for name in agencies)}


@pytest.mark.kill
def test_a_killed_run_leaves_no_embedded_server_behind(paper_env: dict[str, str], tmp_path: Path) -> None:
    spec = write_spec(tmp_path, "mo-coi", agencies=AGENCIES, slow=30)
    script = [sys.executable, str(HERE / "issue_paper.py"), spec, str(tmp_path)]
    running = subprocess.Popen(script, env=paper_env, stdout=subprocess.PIPE)
    wait_until(lambda: (tmp_path / "paper" / "mo-coi" / "number").exists())
    (pid,) = children(running.pid)
    running.kill()
    running.wait()
    wait_until(lambda: not alive(pid), 20)


def issue_in_a_process(spec: str, home: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    script = [sys.executable, str(HERE / "issue_paper.py"), spec, str(home)]
    return subprocess.run(script, env=env, capture_output=True, text=True, timeout=180, check=True)


def children(pid: int) -> list[int]:
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(child) for child in text.split()]


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split(") ")[1][0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("proxy", ["http://127.0.0.1:9", "socks5://127.0.0.1:9"])
def test_a_proxy_of_the_environment_does_not_stand_between_a_run_and_its_server(
    paper_env: dict[str, str], tmp_path: Path, proxy: str
) -> None:
    spec = write_spec(tmp_path, "proxy", agencies=AGENCIES)
    names = ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy")
    unset = {name: value for name, value in paper_env.items() if name.lower() != "no_proxy"}
    told = issue_in_a_process(spec, tmp_path, unset | dict.fromkeys(names, proxy))
    assert (told.stderr, json.loads(told.stdout)["mode"]) == ("", "embedded")


@pytest.mark.kill
def test_a_server_lost_in_mid_run_does_not_undo_what_was_issued(
    paper_env: dict[str, str], tmp_path: Path
) -> None:
    spec = write_spec(tmp_path, "mat-may-chu", agencies=AGENCIES, slow=2)
    script = [sys.executable, str(HERE / "issue_paper.py"), spec, str(tmp_path)]
    running = subprocess.Popen(script, env=paper_env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    wait_until(lambda: (tmp_path / "paper" / "mat-may-chu" / "number").exists())
    (pid,) = children(running.pid)
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: (tmp_path / "paper" / "mat-may-chu" / "record").exists())
    printed, warned = running.communicate(timeout=15)
    assert running.returncode == 0
    assert json.loads(printed)["mode"] == "embedded"
    assert warned == "Lưu ý: máy chủ theo dõi đã tắt giữa chừng; văn bản đã phát hành xong.\n"


def test_a_watcher_who_cannot_write_any_more_stops_nothing(
    served: Served, paper: None, tmp_path: Path
) -> None:
    class Gone(Seen):
        def progress(self, step: str, done: int, total: int) -> None:
            raise BrokenPipeError

    spec = write_spec(tmp_path, "ong-dut", agencies=AGENCIES)
    assert not PrefectRunner().run(spec, str(served.home), {}, Gone()).summary.failed
