"""Staff and the paper: the test slip, the question whether its edges are whole, and the end of a change of paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from common.clock.wall_clock import utc_now
from contracts.settings.hall_view import HallView
from contracts.words.hall import DeviceAct, PrintState
from kiosk.equipment import PrintAccess
from kiosk.printing.recent_tickets import SURE, unsure
from kiosk.staff import session
from kiosk.staff.hall_queries import StaffHall
from kiosk.staff.session import StaffSession, StaffStep
from printer.documents.test_slip import Trial
from printer.documents.ticket import Digits


class Menu(Protocol):
    """The menu that the staff have open, and the word of what they did."""

    staff: StaffSession | None

    def show(self, staff: StaffSession) -> None:
        """Show the menu so."""

    def tell(self, act: DeviceAct, by: str | None, took_s: int | None = None) -> None:
        """Tell the hall what was done."""


class StaffPaper(QObject):
    """`roll_judged(bool)`: staff saw on a test slip whether the roll fits."""

    roll_judged = Signal(bool)

    def __init__(
        self,
        menu: Menu,
        prints: PrintAccess,
        hall: StaffHall,
        device: str,
        hall_view: Callable[[], HallView | None],
        now_s: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._menu, self._printer, self._printing, self._hall = menu, prints.printer, prints.printing, hall
        self._device, self._hall_view, self._now_s = device, hall_view, now_s
        self.took_s: int | None = None
        """Seconds that the last change of paper took."""

    def enter(self, staff: StaffSession) -> None:
        """Show the next step of the guide, and print the slip where that is the step."""
        self._menu.show(staff)
        if staff.step is StaffStep.TRIAL:
            self._printer.print_trial(self.trial, str(uuid4()), self._trial_ended)

    def trial(self) -> Trial:
        """Return a slip that shows whether printer and paper are in order."""
        hall = self._hall_view()
        if hall is None:
            return Trial(self._device, utc_now())
        return Trial(self._device, utc_now(), hall.time_zone, Digits(hall.digits))

    def _trial_ended(self, state: PrintState, fault: str) -> None:
        if self._menu.staff is not None:
            self._menu.show(session.trial_ended(self._menu.staff, printed=state in SURE, detail=fault))

    def judge(self, staff: StaffSession, *, whole: bool) -> None:
        """Take what staff saw on the slip: whether both its edges are `whole`."""
        self.roll_judged.emit(whole)
        if not whole:
            self._menu.show(session.told(staff, "wrong_roll"))
        elif staff.guided_since_s is None:
            self._menu.tell(DeviceAct.TEST_PRINTED, staff.name)
            self._menu.show(session.told(staff, "test_printed"))
        else:
            self._changed(staff, staff.guided_since_s)

    def _changed(self, staff: StaffSession, since_s: float) -> None:
        self.took_s = round(self._now_s() - since_s)
        self._menu.tell(DeviceAct.PAPER_CHANGED, staff.name, self.took_s)
        self._hall.ask()
        after = session.menu(staff)
        self._menu.show(session.torn(after) if unsure(self._printing.recent) else session.told(after, "paper_changed"))
