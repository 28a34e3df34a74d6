"""The actions of the staff's menu: the PIN, a reprint, restart and shut down, and the other choices."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from contracts.queue.bodies import DeviceActRequest
from contracts.words.hall import DeviceAct, PrintState
from kiosk.config import KioskConfig
from kiosk.equipment import PrintAccess
from kiosk.printing.recent_tickets import SURE
from kiosk.screens.view_data.staff import StaffView
from kiosk.staff import session
from kiosk.staff.hall_queries import StaffHall
from kiosk.staff.machine_settings import MACHINE_ACTS, Move, StaffMachine, network
from kiosk.staff.paper_change import StaffPaper
from kiosk.staff.presenter import CONFIRMED_ACTS, StaffKnowledge, derive_staff
from kiosk.staff.session import StaffSession, StaffStep
from kiosk.staff_pins.pin_check import PinDesk
from kiosk.state.conditions import Conditions, PrinterCondition
from qtkit.program.jobs import JobLane

GUIDE_IDLE_FACTOR = 3
CLEANING_S = 45.0
"""Long enough for a screen of any size, short enough to be waited for."""
LEAVES_AFTER_MS = 600
"""Reports to the hall leave within this time, before the program ends."""


class StaffDesk(QObject):
    """One menu, closed or open (`staff` None: closed). `changed` asks for the screen to be derived again.

    `power_wanted(str)`: an act of kiosk.device.power or `restart_program`, once confirmed and reported to the hall.
    """

    changed = Signal()
    power_wanted = Signal(str)

    def __init__(
        self,
        config: KioskConfig,
        prints: PrintAccess,
        hall: StaffHall,
        lane: JobLane,
        *,
        conditions: Callable[[], Conditions],
        now_s: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._config, self._conditions, self._now_s = config, conditions, now_s
        self._printer, self._printing, self._reports = prints.printer, prints.printing, prints.reports
        self.hall = hall
        self.staff: StaffSession | None = None
        self.closes_in_s: int | None = None
        """Seconds until the menu closes, while the countdown shows."""
        self._pins = PinDesk(config.staff_pins, lane, now_s, self)
        self._reprinting: str | None = None
        self._pins.changed.connect(self.changed)
        self._pins.right.connect(self._pin_right)
        self._pins.wrong.connect(lambda waits: self._pin_wrong(waits=waits))
        self.paper = StaffPaper(self, prints, hall, config.device, lambda: conditions().hall, now_s)
        self._machine = StaffMachine(lane, parent=self)
        self._machine.moved.connect(self._move)
        hall.changed.connect(self.changed)
        prints.printing.moved.connect(self._take_print)

    @property
    def changing_paper(self) -> bool:
        """Whether a change of paper is under way: the kiosk says nothing of its paper meanwhile."""
        return self.staff is not None and self.staff.changing_paper

    def view(self) -> StaffView | None:
        """Return what the staff see, None while the menu is closed."""
        if self.staff is None:
            return None
        config, hall, pins = self._config, self.hall, self._pins
        known = StaffKnowledge(
            self._conditions(), self._printing.recent, hall.paper, pins.wait_s(), pins.has_pins, config.printer_url,
            config.paper_mm, self.paper.took_s, self._printing.busy, self._cleaning_s(),
        )  # fmt: skip
        return derive_staff(self.staff, known)

    def open(self) -> None:
        """Ask for a PIN."""
        if self.staff is None:
            self._pins.open()
            self.show(StaffSession())

    def close(self) -> None:
        """Go back to the visitors."""
        self._pins.stop()
        self.staff = self.closes_in_s = None
        self.changed.emit()

    def stop(self) -> None:
        """Wait for nothing any more; the program ends."""
        self._pins.stop()

    def back(self) -> None:
        """Go one step back: from the menu and from the PIN that is to the visitors."""
        if self.staff is None or self.staff.step in {StaffStep.PIN, StaffStep.MENU}:
            self.close()
        elif self.staff.step not in {StaffStep.TRIAL, StaffStep.CLEANING}:
            self.show(session.menu(self.staff))

    def press(self, key: str) -> None:
        """Take a key of the PIN pad: a digit, `erase` or `enter`."""
        staff = self.staff
        if staff is None or staff.step is not StaffStep.PIN or staff.checking or self._pins.wait_s():
            return
        if key != "enter":
            self.show(session.erased(staff) if key == "erase" else session.typed(staff, key))
        elif self._pins.has_pins:
            self.show(session.checking(staff))
            self._pins.check(staff.digits)

    def choose(self, act: str) -> None:
        """Do what was touched: an act of the menu, an answer, or the next step of the guide."""
        staff = self.staff
        if staff is None or staff.step is StaffStep.PIN:
            return
        if act in CONFIRMED_ACTS and staff.step is not StaffStep.CONFIRM:
            self.show(session.asked(staff, act))
            return
        self._ACTS[act](self, staff)

    def reprint(self, visit: str) -> None:
        """Print a ticket again, under its number."""
        hall = self._conditions().hall
        if self.staff is not None and hall is not None and not self._printing.busy:
            self._reprinting = visit if self._printing.again(hall, visit) else None
            self.changed.emit()

    def follow(self, condition: PrinterCondition) -> None:
        """Go to the next step automatically when the printer reports that a step of the guide is done."""
        if self.staff is not None:
            after = session.follow_printer(self.staff, condition)
            if after is not self.staff:
                self.paper.enter(after)

    def idle(self, idle_s: float) -> None:
        """Close a menu that nobody touches any more; end a cleaning whose time is over."""
        if self.staff is not None and self.cleaning:
            self.show(self.staff if self._cleaning_s() else session.menu(self.staff))
        elif self.staff is not None:
            factor = GUIDE_IDLE_FACTOR if self.staff.changing_paper else 1
            left_s = self._config.staff_idle_s * factor - idle_s
            self.closes_in_s = max(1, round(left_s)) if left_s <= self._config.notice_s else None
            if left_s <= 0:
                self.close()

    @property
    def cleaning(self) -> bool:
        """Whether the screen is being wiped: no touch means anything."""
        return self.staff is not None and self.staff.step is StaffStep.CLEANING

    def _cleaning_s(self) -> int | None:
        until_s = self.staff.until_s if self.staff is not None else None
        return None if until_s is None else max(0, math.ceil(until_s - self._now_s()))

    def _move(self, move: Move) -> None:
        if self.staff is not None:
            self.show(move(self.staff))

    def power_refused(self, why: str) -> None:
        """Say that the machine did not let the program restart or switch it off."""
        if self.staff is not None:
            self.show(session.told(self.staff, "power_refused", why))

    def show(self, staff: StaffSession) -> None:
        """Show the menu so."""
        self.staff = staff
        self.changed.emit()

    def _pin_right(self, name: str) -> None:
        if self.staff is not None and self.staff.checking:
            self.tell(DeviceAct.MENU_OPENED, name)
            self.hall.ask()
            self.show(session.opened(name))

    def _pin_wrong(self, *, waits: bool) -> None:
        if waits:
            self.tell(DeviceAct.MENU_REFUSED, None)
        if self.staff is not None:
            self.show(session.refused(self.staff))

    def _take_print(self, visit: str, state: PrintState, fault: str) -> None:
        if self.staff is None or visit != self._reprinting or state is PrintState.SENDING:
            return
        self._reprinting = None
        done = state in SURE
        self.show(
            session.told(session.menu(self.staff), "reprinted" if done else "reprint_failed", "" if done else fault)
        )

    def _power(self, staff: StaffSession) -> None:
        act = staff.asked
        told = {"restart_device": DeviceAct.RESTARTED, "restart_program": DeviceAct.RESTARTED}
        self.tell(told.get(act, DeviceAct.SHUT_DOWN), staff.name)
        self.show(session.told(session.menu(staff), "under_way"))
        QTimer.singleShot(LEAVES_AFTER_MS, self, lambda: self.power_wanted.emit(act))

    def tell(self, act: DeviceAct, by: str | None, took_s: int | None = None) -> None:
        """Tell the hall what staff did."""
        self._reports.act(DeviceActRequest(act, by, took_s))

    def _reprints(self, staff: StaffSession) -> None:
        self.hall.ask()
        self.show(session.shown(staff, StaffStep.REPRINT))

    def _status(self, staff: StaffSession) -> None:
        self.hall.ask()
        self._printer.ask()
        self.show(session.shown(staff, StaffStep.STATUS))

    _ACTS: dict[str, Callable[[StaffDesk, StaffSession], None]] = {  # noqa: RUF012 - a table, never changed
        "reprint": _reprints,
        "status": _status,
        "paper": lambda self, staff: self.show(session.paper_begun(staff, self._now_s())),
        "paper_next": lambda self, staff: self.paper.enter(session.paper_next(staff)),
        "paper_again": lambda self, staff: self.show(session.paper_again(staff)),
        "test_print": lambda self, staff: self.paper.enter(session.trial(session.menu(staff))),
        "edges_yes": lambda self, staff: self.paper.judge(staff, whole=True),
        "edges_no": lambda self, staff: self.paper.judge(staff, whole=False),
        "clean": lambda self, staff: self.show(session.cleaning(staff, self._now_s() + CLEANING_S)),
        "network": lambda self, staff: self.show(network(staff, self._conditions())),
        **{act: lambda self, _staff, act=act: self._machine.do(act) for act in MACHINE_ACTS},  # type: ignore[misc]  # bound early
        "menu": lambda self, staff: self.show(session.menu(staff)),
        "leave": lambda self, _staff: self.close(),
        "restart_program": _power,
        "restart_device": _power,
        "shut_down": _power,
    }
