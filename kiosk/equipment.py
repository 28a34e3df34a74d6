"""The parts of a kiosk: its connection to the hall, its devices, and the help that it can give."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.accessibility.sign_language import SignDesk
from kiosk.device.touch_watch import TouchWatch
from kiosk.offline.tickets import OwnDesk
from kiosk.printing.attempts import Printing
from kiosk.printing.printer_worker import PrintLane
from kiosk.screens.help.presenter import EVERYWHERE
from kiosk.state.status_reports import Reports
from kiosk.usage.file import UseFile
from qtkit.hall.calls import HallCalls
from qtkit.hall.live_link import HallLink
from qtkit.input.idle import IdleWatch
from qtkit.program.jobs import JobLane


@dataclass(frozen=True)
class HallAccess:
    """How the kiosk reaches its hall; `own` gives tickets while it cannot, `use_file` keeps what was counted."""

    calls: HallCalls
    link: HallLink
    own: OwnDesk
    use_file: UseFile = field(default_factory=lambda: UseFile(None))


@dataclass(frozen=True)
class Devices:
    """Printer and screen, the lane on which the staff menu asks something of the machine, and the lane of own files."""

    printer: PrintLane
    idle: IdleWatch
    touch: TouchWatch
    staff_lane: JobLane
    file_lane: JobLane


@dataclass(frozen=True)
class PrintAccess:
    """The printer, the ticket that it prints, and what the hall hears of both."""

    printer: PrintLane
    printing: Printing
    reports: Reports


@dataclass(frozen=True)
class Help:
    """The languages a visitor can choose, the kinds of help he can switch on, and the clips in sign language."""

    languages: tuple[str, ...]
    kinds: frozenset[str] = EVERYWHERE
    clips: SignDesk | None = None
