"""Keep a program that stands alone running: start it again when it ends by a fault, and when it hangs. Stdlib only.

The program says that it lives by systemd's protocol (`common.service.systemd`), to a socket of this process; what it
says is passed on to systemd, so that it watches both. While the program starts again the screen stays this session's:
black, never a desktop or a console.
"""

from __future__ import annotations

import logging
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from commands.runtime import parent_watch
from common.back_off import pause_s
from common.service.systemd import ALIVE, notify

log = logging.getLogger(__name__)

SILENCE_S = 8.0
"""A started program that sends no heartbeat for this long hangs."""
START_S = 40.0
"""A program that does not come up within this hangs too; the first start compiles catalogues and fonts."""
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.2, 15.0
"""Before the next start, the longer the more faults `REMEMBERED_S` saw: a broken disk must not burn a core."""
REMEMBERED_S = 60.0
LEAVES_WITHIN_S = 10.0
ENDS_WELL = frozenset({0, 2})
"""Exit statuses that end the keeper too: the program was asked to end, or its command line is wrong."""


@dataclass
class Watch:
    """What the running program reported; seconds of the monotonic clock."""

    started_s: float
    heard_s: float | None = None

    def hears(self, now_s: float) -> None:
        """Take note of a heartbeat."""
        self.heard_s = now_s

    def hangs(self, now_s: float) -> bool:
        """Return whether the program has been silent for too long."""
        if self.heard_s is None:
            return now_s - self.started_s > START_S
        return now_s - self.heard_s > SILENCE_S


def restart_pause_s(faults: Sequence[float], now_s: float) -> float:
    """Return how long to wait before the next start after faults at these times.

    >>> restart_pause_s([1.0], 1.0), restart_pause_s([1.0] * 9, 6.0), restart_pause_s([1.0, 2.0, 100.0], 100.0)
    (0.2, 15.0, 0.2)
    """
    recent = sum(1 for at in faults if now_s - at <= REMEMBERED_S)
    return pause_s(recent, first_s=FIRST_PAUSE_S, longest_s=LONGEST_PAUSE_S)


def keep_this_command() -> int:
    """Run this command without `--keep` in another process, again and again; return its last status."""
    if sys.platform == "win32":
        print("--keep does not work on Windows: let the task scheduler start the program again", file=sys.stderr)
        return 2
    parent_watch.end_with_parent()  # a compositor that was killed leaves nobody who ends this process
    return Keeper([sys.executable, *(word for word in sys.orig_argv[1:] if word != "--keep")]).run()


class Keeper:
    """Runs `command` again and again until it ends well or this process is asked to end."""

    def __init__(self, command: Sequence[str], environ: Mapping[str, str] = os.environ) -> None:
        self._command, self._environ = command, environ
        self._child: subprocess.Popen[bytes] | None = None
        self._ends_from_s: float | None = None

    def run(self) -> int:
        """Keep the program until its end; return its exit status."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._end)
        faults: list[float] = []
        with tempfile.TemporaryDirectory(prefix="dawr-keeper-") as folder, _listener(folder) as ears:
            while True:
                status = self._run_once(ears, f"{folder}/notify")
                if self._ends_from_s is not None or status in ENDS_WELL:
                    return status if status in ENDS_WELL else 0
                faults.append(time.monotonic())
                wait_s = restart_pause_s(faults, faults[-1])
                log.error("the program ended with %s; it starts again in %g s", status, wait_s)
                self._wait(ears, wait_s)

    def _run_once(self, ears: socket.socket, place: str) -> int:
        environ = {
            **self._environ, "NOTIFY_SOCKET": place, "WATCHDOG_USEC": str(int(SILENCE_S * 1e6)),
            parent_watch.VARIABLE: "stdin",
        }  # fmt: skip
        self._child = child = subprocess.Popen(self._command, env=environ, stdin=subprocess.PIPE)
        watch = Watch(time.monotonic())
        while child.poll() is None:
            if said := self._heard(ears, 0.1):
                watch.hears(time.monotonic())
                notify(said.decode(), self._environ)
            if self._must_go(time.monotonic()) or watch.hangs(time.monotonic()):
                log.critical("the program hangs and is killed")
                child.kill()
                child.wait()
        return child.returncode

    def _wait(self, ears: socket.socket, seconds: float) -> None:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and self._ends_from_s is None:
            self._heard(ears, min(left, 0.1))
            notify(ALIVE, self._environ)

    def _heard(self, ears: socket.socket, within_s: float) -> bytes:
        ready, _, _ = select.select([ears], [], [], within_s)
        return ears.recv(4096) if ready else b""

    def _must_go(self, now_s: float) -> bool:
        return self._ends_from_s is not None and now_s - self._ends_from_s > LEAVES_WITHIN_S

    def _end(self, _number: int, _frame: FrameType | None) -> None:
        if self._ends_from_s is None:
            self._ends_from_s = time.monotonic()
        if self._child is not None:
            self._child.terminate()


def _listener(folder: str) -> socket.socket:
    ears = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    ears.bind(str(Path(folder) / "notify"))
    return ears
