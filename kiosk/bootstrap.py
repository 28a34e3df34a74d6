"""Build a kiosk from its settings and run it to its end; the only module that knows all of its parts."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtGui import QImage

from kiosk.aids import find_aids, give_aids, sign_desk
from kiosk.app import Kiosk
from kiosk.booking_steps import booking_number
from kiosk.config import KioskConfig
from kiosk.equipment import Devices, HallAccess, Help
from kiosk.memory_paper import happen, last_sheet
from kiosk.own_desk import OwnDesk
from kiosk.own_file import OwnFile
from kiosk.power import switch
from kiosk.presenters.first_screen import derive_first_screen
from kiosk.print_lane import PrintLane, TicketPrinter
from kiosk.private_screens import is_private
from kiosk.scanner import Scanner, TicketReader
from kiosk.touch_watch import TouchWatch
from kiosk.views.paper_roll import PaperRoll
from kiosk.views.scanned import ScannedScreen
from kiosk.views.window import KioskWindow
from printer.ability_file import AbilityFile, default_file
from printer.art_memo import FILE_NAME, ArtFile
from printer.printer import open_printer
from qtkit.crash_guard import CrashGuard, restart
from qtkit.full_screen import FullScreen
from qtkit.idle import IdleWatch
from qtkit.jobs import JobLane
from qtkit.shell import Shell
from qtkit.shell_options import ShellOptions
from qtkit.signs_of_life import SignsOfLife
from qtkit.single_instance import SingleInstance
from qtkit.watchdog import Heartbeat

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class RunningKiosk:
    """A kiosk with its parts, built and not yet started."""

    shell: Shell
    window: KioskWindow
    kiosk: Kiosk
    printer: PrintLane
    idle: IdleWatch
    staff_lane: JobLane
    own_lane: JobLane
    own_file: OwnFile | None
    signs: SignsOfLife

    def start(self) -> None:
        """Show the window and connect to hall and printer."""
        self.shell.show(self.window, self.kiosk.ready)
        self.kiosk.ready.connect(lambda: QTimer.singleShot(0, self.window, self.window.bodies.make_ready))
        self.idle.watch(self.window)
        self.kiosk.touch.watch(self.window)
        QTimer.singleShot(0, self.kiosk.start)
        self.signs.start()

    def stop(self) -> None:
        """Hang up and finish the ticket that is being printed."""
        self.idle.stop()
        self.kiosk.stop()
        self.signs.stop()
        self.shell.link.stop()
        self.shell.calls.stop()
        self.printer.stop()
        self.staff_lane.stop()
        self.own_lane.stop()
        if self.own_file is not None:
            self.own_file.close()
        QThreadPool.globalInstance().waitForDone()


def build(
    config: KioskConfig, options: ShellOptions, open_printer: Callable[[], TicketPrinter] | None = None
) -> RunningKiosk:
    """Return a kiosk that is not started yet; `open_printer` stands for the printer of the settings."""
    shell = Shell("kiosk", options)
    window = KioskWindow(shell.theme, shell.language)
    window.show_view(derive_first_screen(options.language, shell.language.available()))
    lane = JobLane(parent=shell)
    printer = PrintLane(lane, open_printer or _opener(config), status_every_s=config.status_every_s, parent=shell)
    idle = IdleWatch(parent=shell)
    staff_lane, own_lane = JobLane(parent=shell), JobLane(parent=shell)
    own_file = open_own_file(config)
    aids = find_aids(config)
    clips = sign_desk(aids, window, shell.language, idle, config)
    kiosk = Kiosk(
        window,
        config,
        HallAccess(shell.calls, shell.link, OwnDesk(shell.calls, config.device, own_file, own_lane, parent=shell)),
        Devices(printer, idle, TouchWatch(parent=shell), staff_lane),
        Help(shell.language.available(), aids.able, clips),
    )
    give_aids(aids, kiosk, clips, shell, idle, config)
    signs = SignsOfLife(shell.calls, window, masked=lambda: hides_screen(kiosk), parent=shell)
    return RunningKiosk(shell, window, kiosk, printer, idle, staff_lane, own_lane, own_file, signs)


def open_own_file(config: KioskConfig) -> OwnFile | None:
    """Return the kiosk's own numbers on the disk; None where it keeps none, or cannot: then it gives none."""
    if config.own_numbers is None:
        return None
    try:
        return OwnFile(config.own_numbers)
    except OSError as error:
        log.error("no tickets are given while the hall service is away: %s", error)
        return None


def hides_screen(kiosk: Kiosk) -> bool:
    """Return whether the hall head's picture must be masked now."""
    return is_private(kiosk.session.step, staff_menu_open=kiosk.staff.view() is not None)


def run_kiosk(config: KioskConfig, options: ShellOptions) -> int:
    """Run until the window is closed or the asked picture is written; return the exit status.

    Over the whole screen there is one kiosk only, AlreadyRunningError for the second; windows may be many.
    """
    seat = SingleInstance("kiosk")
    if options.size_px is None:
        seat.take()
    running = build(config, options)
    if options.size_px is None:
        FullScreen(running.window, hide_pointer=True)
    if config.show_paper:
        _show_paper(running)
    CrashGuard(lambda pause_s: _calm_down(running, seat, pause_s)).install()
    running.kiosk.staff.power_wanted.connect(lambda act: _switch(running, seat, act))
    scanner = read_tickets(running, config)
    running.start()
    # Once the first paint is through: a program that cannot show anything is not up.
    heartbeat = Heartbeat(parent=running.shell)
    QTimer.singleShot(0, heartbeat.start)
    status = running.shell.app.exec()
    heartbeat.stop()
    if scanner is not None:
        scanner.stop()
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


def _switch(running: RunningKiosk, seat: SingleInstance, act: str) -> None:
    """Restart the program, or ask the machine to restart or switch itself off; where it will not, say so."""
    if act == "restart_program":
        _calm_down(running, seat, pause_s=0.0)
        return

    def done(_: None, error: Exception | None) -> None:
        if error is not None:
            running.kiosk.staff.power_refused(str(error))

    running.staff_lane.submit(lambda: switch(act), done)


def read_tickets(running: RunningKiosk, config: KioskConfig) -> Scanner | None:
    """Answer tickets held under the kiosk's scanner; None where it has none."""
    if config.scanner is None:
        return None
    window, shell = running.window, running.shell
    screen = ScannedScreen(shell.theme, shell.language, window.sentences, window)
    screen.answered.connect(window.shown)
    reader = TicketReader(shell.calls, screen.show_view, parent=window)
    scanner = Scanner(config.scanner, parent=window)
    scanner.scanned.connect(lambda text: take_code(running.kiosk, screen, reader, text))
    scanner.scanned.connect(lambda _: running.idle.touch())
    scanner.start()
    return scanner


def take_code(kiosk: Kiosk, screen: ScannedScreen, reader: TicketReader, text: str) -> None:
    """Let in who holds the code of an appointment under the reader; look any other code up as a ticket's."""
    number = booking_number(text)
    hall = kiosk.conditions.hall
    if number is None or hall is None or not hall.kiosk.appointments:
        reader.take(text)
        return
    screen.hide()
    kiosk.choices.booking.scan(number)


def _show_paper(running: RunningKiosk) -> None:
    """Show the memory printer's paper beside the kiosk, and let happen to it what somebody wants."""
    roll = PaperRoll(running.shell.theme, "kiosk paper", running.window)

    def lie_beside() -> None:
        roll.lie_beside(running.window.frameGeometry())
        roll.show()

    def slide_out(sheet: QImage | None, _error: Exception | None) -> None:
        if sheet is not None:
            lie_beside()
            roll.show_sheet(sheet)

    def let_happen(words: str) -> None:
        running.printer.look(lambda printer: happen(printer, words), lambda _done, _error: running.printer.ask())

    running.kiosk.ready.connect(lie_beside)
    roll.fault_wanted.connect(let_happen)
    running.printer.printed.connect(lambda _: running.printer.look(last_sheet, slide_out))


def _opener(config: KioskConfig) -> Callable[[], TicketPrinter]:
    """Return what opens the printer, called on the lane: printer/ and python-escpos stay off the start path."""

    def open_it() -> TicketPrinter:
        # A printer made of memory is another one at each start: nothing of it is kept.
        kept = None if config.printer_url.startswith("memory:") else default_file()
        art = ArtFile(kept.with_name(FILE_NAME)) if kept is not None else None
        return open_printer(config.printer_url, config.paper_mm, AbilityFile(kept), logo=config.logo, art=art)

    return open_it
