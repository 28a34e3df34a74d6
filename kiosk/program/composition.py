"""Build a kiosk from its settings and run it to its end; the only module that knows all of its parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QThreadPool, QTimer

from kiosk.config import KioskConfig
from kiosk.demo.paper import DemoPaper
from kiosk.demo.paper_roll import PaperRoll
from kiosk.device.scanner.scanned_codes import ScannedCodes
from kiosk.device.scanner.ticket_scanner import Scanner, TicketReader
from kiosk.device.scanner.view import ScannedScreen
from kiosk.device.touch_watch import TouchWatch
from kiosk.equipment import Devices, HallAccess, Help
from kiosk.offline.number_file import OwnFile, open_own_file
from kiosk.offline.tickets import OwnDesk
from kiosk.printing.printer_worker import PrintLane, TicketPrinter
from kiosk.program.accessibility_setup import find_aids, give_aids, sign_desk
from kiosk.program.app import Kiosk
from kiosk.program.brand import KioskBrand
from kiosk.program.program_end import ProgramEnd
from kiosk.screens.out_of_service.first_screen import derive_first_screen
from kiosk.screens.window import KioskWindow
from kiosk.usage.file import UseFile
from printer.discovery.capability_file import AbilityFile, default_file
from printer.printer import open_printer
from printer.stored_graphics.nv_memory import FILE_NAME, ArtFile
from qtkit.hall.heartbeats import SignsOfLife
from qtkit.input.idle import IdleWatch
from qtkit.program.crash_guard import CrashGuard
from qtkit.program.full_screen import FullScreen
from qtkit.program.jobs import JobLane
from qtkit.program.options import ShellOptions
from qtkit.program.shell import Shell
from qtkit.program.single_instance import SingleInstance
from qtkit.program.watchdog import Heartbeat


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
    brand: KioskBrand

    def start(self) -> None:
        """Show the window and connect to hall and printer."""
        self.shell.show(self.window, self.kiosk.ready)
        self.kiosk.ready.connect(lambda: QTimer.singleShot(0, self.window, self.window.bodies.make_ready))
        self.idle.watch(self.window)
        self.window.focus_ring.watch()
        self.kiosk.touch.watch(self.window)
        QTimer.singleShot(0, self.kiosk.start)
        self.signs.start()
        self.shell.renewal.start()

    def stop(self) -> None:
        """Hang up and finish the ticket that is being printed."""
        self.idle.stop()
        self.kiosk.stop()
        self.signs.stop()
        self.shell.renewal.stop()
        self.brand.emblems.stop()
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
    window = KioskWindow(shell.theme, shell.language, reception=config.reception)
    window.show_view(derive_first_screen(options.language, shell.language.available()))
    lane = JobLane(parent=shell)
    printer = PrintLane(lane, open_printer or _opener(config), status_every_s=config.status_every_s, parent=shell)
    idle = IdleWatch(parent=shell)
    staff_lane, own_lane = JobLane(parent=shell), JobLane(parent=shell)
    own_file = open_own_file(config.own_numbers)
    aids = find_aids(config)
    clips = sign_desk(aids, window, shell.language, idle, config)
    kiosk = Kiosk(
        window,
        config,
        HallAccess(
            shell.calls,
            shell.link,
            OwnDesk(shell.calls, config.device, own_file, own_lane, parent=shell),
            UseFile(config.own_numbers if own_file is not None else None),
        ),
        Devices(printer, idle, TouchWatch(parent=shell), staff_lane, own_lane),
        Help(shell.language.available(), aids.able, clips),
    )
    brand = KioskBrand(shell.addresses, window, printer, shell)
    kiosk.knowledge.changed.connect(lambda: brand.follow(kiosk.conditions.hall))
    give_aids(aids, kiosk, clips, shell, idle, config)
    signs = SignsOfLife(shell.calls, window, masked=lambda: kiosk.is_private, parent=shell)
    return RunningKiosk(shell, window, kiosk, printer, idle, staff_lane, own_lane, own_file, signs, brand)


def run_kiosk(config: KioskConfig, options: ShellOptions) -> int:
    """Run until the window is closed or the asked picture is written; return the exit status.

    Over the whole screen there is one kiosk only, AlreadyRunningError for the second; windows may be many.
    """
    only = SingleInstance("kiosk")
    if options.size_px is None:
        only.take()
    running = build(config, options)
    if options.size_px is None:
        FullScreen(running.window, hide_pointer=True)
    if config.show_paper:
        show_paper(running)
    ends = ends_of(running, only)
    CrashGuard(ends.start_again).install()
    running.kiosk.staff.power_wanted.connect(ends.switch)
    scanner = read_tickets(running, config)
    running.start()
    # Once the first paint is through: a program that cannot show anything is not up.
    heartbeat = Heartbeat(parent=running.shell)
    QTimer.singleShot(0, heartbeat.start)
    status = running.shell.run()
    heartbeat.stop()
    if scanner is not None:
        scanner.stop()
    running.stop()
    only.release()
    return status


def read_tickets(running: RunningKiosk, config: KioskConfig) -> Scanner | None:
    """Answer tickets held under the kiosk's scanner; None where it has none."""
    if config.scanner is None:
        return None
    window, shell = running.window, running.shell
    screen = ScannedScreen(shell.theme, shell.language, window.sentences, window, towards=config.reception)
    screen.answered.connect(window.shown)
    reader = TicketReader(shell.calls, screen.show_view, parent=window)
    scanner = Scanner(config.scanner, parent=window)
    kiosk = running.kiosk
    codes = ScannedCodes(screen, reader, kiosk.choices.booking, lambda: kiosk.conditions.hall)
    scanner.scanned.connect(codes.take)
    scanner.scanned.connect(lambda _: running.idle.touch())
    scanner.start()
    return scanner


def show_paper(running: RunningKiosk) -> None:
    """Show the memory printer's paper beside the kiosk."""
    roll = PaperRoll(running.shell.theme, "kiosk paper", running.window)
    running.kiosk.ready.connect(DemoPaper(running.window, roll, running.printer).show)


def ends_of(running: RunningKiosk, only: SingleInstance) -> ProgramEnd:
    """Return how the program starts again, or switches its machine off."""
    window, staff, lane = running.window, running.kiosk.staff, running.staff_lane
    return ProgramEnd(window, running.shell.link, staff, lane, stop=running.stop, only=only)


def _opener(config: KioskConfig) -> Callable[[], TicketPrinter]:
    """Return what opens the printer, called on the lane: printer/ and python-escpos stay off the start path."""

    def open_it() -> TicketPrinter:
        # A printer in memory is a new one at each start: nothing about it is kept.
        kept = None if config.printer_url.startswith("memory:") else default_file()
        art = ArtFile(kept.with_name(FILE_NAME)) if kept is not None else None
        return open_printer(config.printer_url, config.paper_mm, AbilityFile(kept), logo=config.logo, art=art)

    return open_it
