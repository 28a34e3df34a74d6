"""End this process when its parent dies, even by kill -9. Stdlib only."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
import threading

VARIABLE = "DAWR_LIFELINE"
"""Standard input is the lifeline where this variable is `stdin`."""
_GRACE_S = 3.0
_PR_SET_PDEATHSIG = 1
"""prctl(2): the signal that a process gets when its parent dies."""


def hold() -> None:
    """Watch the lifeline where the parent gave one: when standard input ends, stop cleanly, or hard after 3 s."""
    if os.environ.pop(VARIABLE, "") == "stdin":
        threading.Thread(target=_watch, name="lifeline", daemon=True).start()


def end_with_parent(number: signal.Signals = signal.SIGTERM) -> None:
    """Get this signal when the parent dies: where standard input is not this program's to watch. Linux only."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, number)


def _watch() -> None:
    # The raw descriptor: a daemon thread inside sys.stdin's lock would abort the interpreter's own shutdown.
    descriptor = sys.stdin.fileno()
    with contextlib.suppress(OSError):
        while os.read(descriptor, 64):
            pass
    threading.Timer(_GRACE_S, os._exit, args=[1]).start()
    os.kill(os.getpid(), signal.SIGTERM)
