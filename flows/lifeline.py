"""A child process that ends when its parent is gone, however the parent went (kill -9 included).

The parent holds the other end of the child's standard input; when the parent dies, the kernel closes it.
"""

from __future__ import annotations

import os
import signal
import threading

STDIN = 0


def end_with_parent() -> None:
    """From now on this process stops itself, politely, when its standard input ends."""
    threading.Thread(target=_wait_for_the_end, name="lifeline", daemon=True).start()


def _wait_for_the_end() -> None:
    # Not sys.stdin: a thread that holds its lock kills the interpreter that shuts down with an error.
    while os.read(STDIN, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
