"""The server child: `python -m flows.server_process HOST PORT`, with its settings in the environment."""

from __future__ import annotations

import sys

from flows.lifeline import end_with_parent


def main(host: str, port: int) -> None:
    """Serves Prefect's API and pages until told to stop or left alone."""
    end_with_parent()
    import uvicorn
    from prefect.server.api.server import create_app

    app = create_app(final=True)
    uvicorn.run(app, host=host, port=port, log_level="warning", timeout_graceful_shutdown=5)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
