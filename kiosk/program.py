"""Run a kiosk: its first screen at once, and all that it does as soon as that is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.front import Front
from qtkit.single_instance import SingleInstance

if TYPE_CHECKING:
    from kiosk.config import KioskConfig
    from qtkit.shell_options import ShellOptions


def run_kiosk(config: KioskConfig, options: ShellOptions) -> int:
    """Run until the window is closed or the asked picture is written; return the exit status.

    Over the whole screen there is one kiosk only, AlreadyRunningError for the second; windows may be many.
    """
    seat = SingleInstance("kiosk")
    if options.size_px is None:
        seat.take()
    front = Front(options)
    if options.size_px is None:
        front.cover_screen()
    front.show()
    if not front.shown:  # closed while it was painted
        return 0
    # Half of a start is reading what speaks to hall, printer and staff; nobody has to wait for a picture meanwhile.
    from kiosk.bootstrap import run

    status = run(front, config, seat)
    seat.release()
    return status
