"""The child of `congvan serve` that runs what managers start: `python -m flows.deployments HOME`.

It also teaches the server to mark as crashed a run whose process went silent, killed for example.
"""

from __future__ import annotations

import sys
from datetime import timedelta

from prefect.automations import Automation
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import StateType
from prefect.events.actions import ChangeFlowRunState
from prefect.events.schemas.automations import EventTrigger, Posture
from prefect.events.schemas.events import ResourceSpecification
from prefect.types.entrypoint import EntrypointType

from flows import settings
from flows.issue import issue
from flows.lifeline import end_with_parent

DEPLOYMENT = "phat-hanh"
RUNS_AT_ONCE = 2
SILENT_RUNS = "Đánh dấu lượt chạy đã mất tín hiệu"

HEARTBEAT = "prefect.flow-run.heartbeat"
ENDS = ("Completed", "Failed", "Cancelled", "Crashed", "Suspended", "Paused")


def silent_runs() -> Automation:
    """Marks a run Crashed when its heartbeats stopped and it has not ended."""
    silence = settings.HEARTBEAT_SECONDS * settings.MISSED_HEARTBEATS
    return Automation(
        name=SILENT_RUNS,
        description="Lượt chạy bị dừng đột ngột được chuyển sang trạng thái Crashed; chạy lại để làm nốt.",
        trigger=EventTrigger(
            after={HEARTBEAT},
            expect={HEARTBEAT, *(f"prefect.flow-run.{end}" for end in ENDS)},
            match=ResourceSpecification({"prefect.resource.id": ["prefect.flow-run.*"]}),
            for_each={"prefect.resource.id"},
            posture=Posture.Proactive,
            threshold=1,
            within=timedelta(seconds=silence),
        ),
        actions=[
            ChangeFlowRunState(
                state=StateType.CRASHED,
                message=f"Không có tín hiệu trong {silence} giây: chạy lại để làm nốt phần còn thiếu.",
            )
        ],
    )


def watch_over_silent_runs() -> None:
    """Makes the automation, once for each server database."""
    with get_client(sync_client=True) as client:
        known = client.request("POST", "/automations/filter", json={})
    if SILENT_RUNS not in {automation["name"] for automation in known.json()}:
        silent_runs().create()


def main(home: str) -> None:
    """Registers the deployment and runs what is asked for, until told to stop or left alone."""
    end_with_parent()
    watch_over_silent_runs()
    issue.serve(
        name=DEPLOYMENT,
        description="Phát hành một văn bản chỉ đạo: chọn tệp .yaml rồi bấm Run. Chạy lại không làm trùng.",
        parameters={"home": home},
        tags=["phat-hanh"],
        entrypoint_type=EntrypointType.MODULE_PATH,
        print_starting_message=False,
        limit=RUNS_AT_ONCE,
    )


if __name__ == "__main__":
    main(sys.argv[1])
