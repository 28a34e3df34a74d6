"""The machine's clocks as moments: wall time, a monotonic reading that counts sleep too, and the boot it belongs to."""

from __future__ import annotations

import time
import uuid
from pathlib import Path

from common.clock.wall_clock import ahead, utc_now
from hall.kernel.moment import Moment

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def read_boot(path: Path = BOOT_ID) -> str:
    """Return the id of this boot; where the system has none, one of this process, so that no readings are mixed."""
    try:
        return path.read_text(encoding="ascii").strip()
    except OSError:
        return str(uuid.uuid4())


class SystemClock:
    """The clocks of this machine; safe from every thread."""

    def __init__(self, boot: str | None = None) -> None:
        # The demo's clock stops with the demo, so in the demo each process counts as a new boot.
        self._boot = str(uuid.uuid4()) if ahead() else boot or read_boot()
        self._zero_ns = 0
        # The monotonic clock stands still while Linux sleeps; CLOCK_BOOTTIME does not.
        self._clock = getattr(time, "CLOCK_BOOTTIME", None)  # absent on macOS and Windows

        if ahead() or (boot is None and not BOOT_ID.exists()):
            # The boot is this process, so the readings count from its start, as those of a boot do.
            self._zero_ns = self._reading()

    def now(self) -> Moment:
        """Return this instant."""
        return Moment(utc_now(), self._reading() - self._zero_ns, self._boot)

    def _reading(self) -> int:
        return time.monotonic_ns() if self._clock is None else time.clock_gettime_ns(self._clock)
