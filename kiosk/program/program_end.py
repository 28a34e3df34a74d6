"""How the kiosk's program ends before its window is closed: it starts again after a crash, or staff wish it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from kiosk.device.power import switch
from kiosk.screens.window import KioskWindow
from kiosk.staff.controller import StaffDesk
from qtkit.hall.live_link import HallLink
from qtkit.program.crash_guard import restart
from qtkit.program.jobs import JobLane
from qtkit.program.single_instance import SingleInstance


class ProgramEnd(QObject):
    """`stop` ends the running kiosk, `only` says that there is no second one on the screen, `lane` may wait."""

    def __init__(
        self,
        window: KioskWindow,
        link: HallLink,
        staff: StaffDesk,
        lane: JobLane,
        *,
        stop: Callable[[], None],
        only: SingleInstance,
    ) -> None:
        super().__init__(window)
        self._window, self._link, self._staff, self._lane = window, link, staff, lane
        self._stop, self._only = stop, only

    def start_again(self, pause_s: float = 0.0) -> None:
        """Show the calm screen for `pause_s`, finish the ticket that is being printed, and start the program again."""
        self._link.stop()
        self._window.show_calm_screen()
        QTimer.singleShot(int(pause_s * 1000), self._restart)

    def switch(self, act: str) -> None:
        """Restart the program, or ask the machine to restart or switch itself off; where it will not, say so."""
        if act == "restart_program":
            self.start_again()
        else:
            self._lane.submit(lambda: switch(act), self._switched)

    def _restart(self) -> None:
        self._stop()  # a ticket that is being printed comes out whole
        self._only.release()  # the program that follows has this process's number, and would find its own lock
        restart()

    def _switched(self, _: None, error: Exception | None) -> None:
        if error is not None:
            self._staff.power_refused(str(error))
