"""Start a command as the main process of a systemd unit, and pass on what its children say to systemd.

systemd takes messages from a unit's main process and its control group. The screen session of kiosk and board is a
login session (`PAMName=login`): logind moves its processes into a separate group, and their messages would be lost.
Used in the units: `python -m commands.runtime.notify_relay COMMAND ...`
"""

from __future__ import annotations

import ctypes
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence

from common.service.systemd import notify

PR_SET_PDEATHSIG = 1
"""prctl(2): the signal that a process gets when its parent dies."""


def run(command: Sequence[str]) -> int:
    """Run the command until it ends, and return its exit status; asked to end, it asks the command to."""
    with tempfile.TemporaryDirectory(prefix="dawr-relay-") as folder:
        place = f"{folder}/notify"
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ears:
            ears.bind(place)
            # If this process is killed, the compositor must not keep the screen from the next one.
            libc = ctypes.CDLL(None)
            child = subprocess.Popen(
                command,
                env={**os.environ, "NOTIFY_SOCKET": place},
                preexec_fn=lambda: libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL),  # noqa: PLW1509 - no other thread
            )
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: child.terminate())
            while child.poll() is None:
                if select.select([ears], [], [], 0.2)[0]:
                    notify(ears.recv(4096).decode())
            return child.returncode


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
