"""End this process when its parent dies, even by kill -9: standard input is the lifeline. Stdlib only."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading

VARIABLE = "DAWR_LIFELINE"
_GRACE_S = 3.0


def hold() -> None:
    """Watch the lifeline where the parent gave one: when standard input ends, stop cleanly, or hard after 3 s."""
    if os.environ.pop(VARIABLE, "") == "stdin":
        threading.Thread(target=_watch, name="lifeline", daemon=True).start()


def _watch() -> None:
    # The raw descriptor: a daemon thread inside sys.stdin's lock would abort the interpreter's own shutdown.
    descriptor = sys.stdin.fileno()
    with contextlib.suppress(OSError):
        while os.read(descriptor, 64):
            pass
    threading.Timer(_GRACE_S, os._exit, args=[1]).start()
    os.kill(os.getpid(), signal.SIGTERM)
