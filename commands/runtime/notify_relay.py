"""Start a command as the main process of a systemd unit, and pass on what its children say to systemd.

systemd takes messages from a unit's main process and its control group. The screen session of kiosk and board is a
login session (`PAMName=login`): logind moves its processes into a separate group, and their messages would be lost.
Used in the units: `python -m commands.runtime.notify_relay COMMAND ...`
"""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from types import FrameType

from commands.runtime.parent_watch import end_with_parent
from common.service.systemd import notify


def run(command: Sequence[str]) -> int:
    """Run the command until it ends, and return its exit status; asked to end, it asks all that it started to.

    It asks its process group: the compositor waits for its program before it ends, and systemd reaches neither of them.
    """
    if os.getpgrp() != os.getpid():
        os.setpgrp()
    with tempfile.TemporaryDirectory(prefix="dawr-relay-") as folder:
        place = f"{folder}/notify"
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ears:
            ears.bind(place)
            child = subprocess.Popen(
                command,
                env={**os.environ, "NOTIFY_SOCKET": place},
                # If this process is killed, the compositor must not keep the screen from the next one.
                preexec_fn=lambda: end_with_parent(signal.SIGKILL),  # noqa: PLW1509 - no other thread
            )
            signal.signal(signal.SIGTERM, _end_group)
            signal.signal(signal.SIGINT, _end_group)
            while child.poll() is None:
                if select.select([ears], [], [], 0.2)[0]:
                    notify(ears.recv(4096).decode())
            return child.returncode


def _end_group(_number: int, _frame: FrameType | None) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # this process is in the group as well
    os.killpg(os.getpgrp(), signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
