"""Build a kiosk from its settings and run it to its end; the only module that knows all of its parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtGui import QImage

from kiosk.app import Kiosk
from kiosk.config import KioskConfig
from kiosk.memory_paper import last_sheet
from kiosk.print_lane import PrintLane, TicketPrinter
from kiosk.views.paper_roll import PaperRoll
from kiosk.views.window import KioskWindow
from qtkit.crash_guard import CrashGuard, restart
from qtkit.full_screen import FullScreen
from qtkit.idle import IdleWatch
from qtkit.jobs import JobLane
from qtkit.shell import Shell, ShellOptions
from qtkit.single_instance import SingleInstance


@dataclass(frozen=True)
class RunningKiosk:
    """A kiosk with its parts, built and not yet started."""

    shell: Shell
    window: KioskWindow
    kiosk: Kiosk
    printer: PrintLane
    idle: IdleWatch

    def start(self) -> None:
        """Show the window, then connect to hall and printer."""
        self.shell.show(self.window, self.kiosk.ready)
        QTimer.singleShot(0, self.kiosk.start)

    def stop(self) -> None:
        """Hang up and finish the ticket that is being printed."""
        self.idle.stop()
        self.shell.link.stop()
        self.printer.stop()
        QThreadPool.globalInstance().waitForDone()


def build(
    config: KioskConfig, options: ShellOptions, open_printer: Callable[[], TicketPrinter] | None = None
) -> RunningKiosk:
    """Return a kiosk that is not started yet; `open_printer` stands for the printer of the settings."""
    shell = Shell("kiosk", options)
    window = KioskWindow(shell.theme, shell.language)
    lane = JobLane(parent=shell)
    printer = PrintLane(lane, open_printer or _opener(config), status_every_s=config.status_every_s, parent=shell)
    idle = IdleWatch(shell.app, parent=shell)
    kiosk = Kiosk(
        window,
        config,
        calls=shell.calls,
        link=shell.link,
        printer=printer,
        idle=idle,
        languages=shell.language.available(),
    )
    return RunningKiosk(shell, window, kiosk, printer, idle)


def run_kiosk(config: KioskConfig, options: ShellOptions) -> int:
    """Run until the window is closed or the asked picture is written; return the exit status.

    Over the whole screen there is one kiosk only, AlreadyRunningError for the second; windows may be many.
    """
    seat = SingleInstance("kiosk")
    if options.size_px is None:
        seat.take()
    running = build(config, options)
    if config.show_paper:
        _show_paper(running)
    CrashGuard(lambda pause_s: _calm_down(running, seat, pause_s)).install()
    if options.size_px is None:
        FullScreen(running.window, hide_pointer=True)
    running.start()
    status = running.shell.app.exec()
    running.stop()
    seat.release()
    return status


def _calm_down(running: RunningKiosk, seat: SingleInstance, pause_s: float) -> None:
    """Show the calm screen for `pause_s`, finish the ticket that is being printed, and start the program again."""

    def start_again() -> None:
        running.stop()  # a ticket that is being printed comes out whole
        seat.release()  # the program that follows has this process's number, and would find its own lock
        restart()

    running.shell.link.stop()
    running.window.show_calm_screen()
    QTimer.singleShot(int(pause_s * 1000), start_again)


def _show_paper(running: RunningKiosk) -> None:
    """Show the memory printer's paper beside the kiosk."""
    roll = PaperRoll(running.shell.theme, "kiosk paper", running.window)

    def slide_out(sheet: QImage | None, _error: Exception | None) -> None:
        if sheet is not None:
            roll.lie_beside(running.window.frameGeometry())
            roll.show()
            roll.show_sheet(sheet)

    running.printer.printed.connect(lambda _: running.printer.look(last_sheet, slide_out))


def _opener(config: KioskConfig) -> Callable[[], TicketPrinter]:
    """Return what opens the printer, called on the lane: printer/ and python-escpos stay off the start path."""

    def open_it() -> TicketPrinter:
        from printer.printer import open_printer

        return open_printer(config.printer_url, config.paper_mm)

    return open_it
