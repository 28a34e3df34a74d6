"""The count of wrong PINs in a file beside the PINs: a restart of the kiosk does not end a wait."""

from __future__ import annotations

import json
import logging
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from common.files.durable import write_whole
from kiosk.staff_pins.pin_throttle import PinGuard

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class PinTries:
    """Keeps how many wrong PINs there were and when the last one was, by the wall clock `epoch_s`.

    A file that cannot be read or written is logged and costs only this: a restart then forgets.
    """

    file: Path
    epoch_s: Callable[[], float]

    @classmethod
    def beside(cls, pins: Path, epoch_s: Callable[[], float]) -> PinTries:
        """Return those of the kiosk whose PINs are in `pins`."""
        return cls(pins.with_name(f"{pins.stem}_tries.json"), epoch_s)

    def guard(self, now_s: float) -> PinGuard:
        """Return the guard as the last run left it; `now_s` is its monotonic clock. The time without power counts."""
        try:
            kept = json.loads(self.file.read_text(encoding="utf-8"))
            failures, at = int(kept["failures"]), float(kept["at"])
        except FileNotFoundError:
            return PinGuard()
        except (OSError, ValueError, KeyError, TypeError, OverflowError) as error:
            log.warning("the wrong PINs of earlier cannot be read: %s", error)
            return PinGuard()
        since_s = self.epoch_s() - at if math.isfinite(at) else 0.0
        # A clock that was set back, or lost with its battery, must not lengthen a wait nor end it.
        return PinGuard.after(failures, now_s, passed_s=max(0.0, since_s))

    def keep(self, failures: int) -> None:
        """Store the number of wrong PINs, the last one now; 0 deletes it. Writes to disk: not for the GUI thread."""
        try:
            if failures:
                write_whole(self.file, json.dumps({"failures": failures, "at": self.epoch_s()}))
            else:
                self.file.unlink(missing_ok=True)
        except OSError as error:
            log.warning("wrong PINs cannot be kept over a restart: %s", error)
