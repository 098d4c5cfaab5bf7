"""Every Prefect setting of the product, in one place; set in the environment before Prefect is imported.

Prefect keeps its own database under the product's home (`<home>/prefect`): history, never the truth.
Nothing leaves the machine: loopback only, analytics off, no advertising, and the server process itself
is given a proxy that does not exist, so that whatever it might try to fetch outside fails at once.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, MutableMapping
from pathlib import Path

LOOPBACK = "127.0.0.1"
DEFAULT_PORT = 4200
HEARTBEAT_SECONDS = 30
MISSED_HEARTBEATS = 3
RETRY_DELAYS = [0.5, 2.0, 8.0]
"""Seconds before each new try of a step that failed with TransientError."""
RUN_LOG = "congvan.run"
"""The logger whose lines, in Vietnamese, are shown with the run."""
CLIENT_RETRIES = 2
"""New tries, 2 and 4 seconds later, of a request that our server on this machine did not answer."""
PART_THREADS = 4
"""Parts made at once within a run."""
LOGGED_TO_FILE = {"PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "WARNING"}
"""For the children of `congvan serve`, whose printed lines go to a file and not to a clerk's terminal."""


def prefect_home(home: Path) -> Path:
    """Where this home's Prefect keeps its database, logs and state file."""
    return home.resolve() / "prefect"


def without_proxy(environment: Mapping[str, str]) -> dict[str, str]:
    """What keeps a proxy of the environment out of the talk with our own server; exceptions known stay.

    `*` stands beside the loopback names because the HTTP client sets a proxy up, and fails on a kind that
    it does not know (SOCKS), before it looks whether the address is an exception.
    """
    known = [environment.get(name, "") for name in ("no_proxy", "NO_PROXY")]
    names = [name.strip() for name in ",".join([*known, LOOPBACK, "localhost", "::1", "*"]).split(",")]
    exceptions = ",".join(dict.fromkeys(filter(None, names)))
    return {"NO_PROXY": exceptions, "no_proxy": exceptions}


def shared(home: Path) -> dict[str, str]:
    """What the client, the server and the runs all need."""
    place = prefect_home(home)
    return without_proxy(os.environ) | {
        "PREFECT_HOME": str(place),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_TELEMETRY_ENABLE_RESOURCE_METRICS": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_EPHEMERAL_ENABLED": "false",
        "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",
        "PREFECT_FLOWS_HEARTBEAT_FREQUENCY": str(HEARTBEAT_SECONDS),
        "PREFECT_CLIENT_CSRF_SUPPORT_ENABLED": "true",
        "PREFECT_CLIENT_MAX_RETRIES": str(CLIENT_RETRIES),
        "PREFECT_LOGGING_LEVEL": "WARNING",
        "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
        "PREFECT_LOGGING_HANDLERS_DEBUG_LEVEL": "CRITICAL",
        "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
        "PREFECT_LOGGING_EXTRA_LOGGERS": RUN_LOG,
        "PREFECT_CLI_PROMPT": "false",
    }


def client(home: Path, address: str) -> dict[str, str]:
    """For a process that runs flows against the server at `address` ("http://127.0.0.1:4200")."""
    return shared(home) | {"PREFECT_API_URL": f"{address}/api", "PREFECT_UI_URL": address}


def server(home: Path, host: str, port: int, *, embedded: bool) -> dict[str, str]:
    """For the server process; an embedded one has no pages to show and fewer services, and starts sooner."""
    place, address = prefect_home(home), f"http://{host}:{port}"
    recording = {
        "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "100",
        "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_READ_BATCH_SIZE": "100",
        "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_FLUSH_INTERVAL": "1",
        "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_BATCH_SIZE": "200",
        "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_READ_BATCH_SIZE": "100",
    }
    proxies = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")
    nowhere = dict.fromkeys(proxies, f"http://{LOOPBACK}:9")
    return (
        shared(home)
        | recording
        | nowhere
        | LOGGED_TO_FILE
        | {
            "NO_PROXY": f"{LOOPBACK},localhost,::1",
            "no_proxy": f"{LOOPBACK},localhost,::1",
            "PREFECT_API_URL": f"{address}/api",
            "PREFECT_SERVER_API_HOST": host,
            "PREFECT_SERVER_API_PORT": str(port),
            "PREFECT_SERVER_DATABASE_CONNECTION_URL": f"sqlite+aiosqlite:///{place / 'prefect.db'}",
            "PREFECT_SERVER_CSRF_PROTECTION_ENABLED": "true",
            "PREFECT_SERVER_CORS_ALLOWED_ORIGINS": address,
            "PREFECT_SERVER_UI_ENABLED": str(not embedded).lower(),
            "PREFECT_SERVER_UI_API_URL": f"{address}/api",
            "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
            "PREFECT_SERVER_REGISTER_BLOCKS_ON_START": str(not embedded).lower(),
            "PREFECT_SERVER_LOGGING_LEVEL": "WARNING",
            "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
        }
        | ({"PREFECT__SERVER_EPHEMERAL": "1"} if embedded else {})
    )


def apply(settings: dict[str, str], environment: MutableMapping[str, str] | None = None) -> None:
    """Sets `settings` in this process; without effect on a Prefect that is already imported."""
    (os.environ if environment is None else environment).update(settings)
