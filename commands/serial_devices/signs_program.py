"""Follow the hall's live link and keep every line of LED signs right; says in its log how it goes."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from commands.serial_devices.signs_settings import SignLineSettings, SignsSettings, beyond_model
from contracts.live import FactMessage, Snapshot
from contracts.queue.answers import Problem
from contracts.queue.bodies import DeviceStateRequest
from qtkit.hall.addresses import HallAddresses
from qtkit.hall.calls import HallCalls
from qtkit.hall.live_link import HallLink
from qtkit.hall.network import network_of_program
from qtkit.hall.problems import Answer
from qtkit.hall.token_renewal import TokenRenewal
from qtkit.hall.trust import trust_only
from serial_devices.line.owner import LineOwner
from serial_devices.line.serial_line import Line, SerialLine
from serial_devices.signs.faces import NOTHING, faces_of, fold
from serial_devices.signs.line import SignLine
from serial_devices.signs.schedule import SignSchedule

log = logging.getLogger(__name__)

SILENCE_MS = 8000
REPORT_EVERY_MS = 30_000
TURN_MS = 250
"""Python hears signals only between its own instructions: the loop must come back to it."""
ALIVE_MS = 2000
"""How often this program sends a heartbeat: the hall head learns of one that hangs or was killed."""


class SignsProgram(QObject):
    """All lines of one hall. The lines begin with the first snapshot, which says which counters there are."""

    told = Signal(str, str)  # port, what is wrong with its line or empty
    shown = Signal()  # the lines have got what to show

    def __init__(self, settings: SignsSettings, *, open_line: Callable[[SignLineSettings], Line] | None = None) -> None:
        super().__init__()
        self._settings = settings
        self._open_line = open_line or (lambda line: SerialLine(line.port))
        self._faces = NOTHING
        self._counters: tuple[int, ...] = ()
        self._lines: dict[str, tuple[SignLine, LineOwner]] = {}
        self.wrong: dict[str, str] = {}
        addresses = HallAddresses(settings.halls)
        if settings.hall_ca:
            trust_only(settings.hall_ca)
        network = network_of_program()
        self.link = HallLink(addresses, settings.token, network, silence_ms=SILENCE_MS, parent=self)
        self._calls = HallCalls(addresses, settings.token, network, parent=self)
        self.renewal = TokenRenewal(self._calls, settings.token, settings.token_file, self)
        self._report = self._timer("signs_report", REPORT_EVERY_MS, self._tell_hall)
        self._turns = self._timer("signs_turns", TURN_MS, lambda: None)
        self._alive = self._timer("signs_alive", ALIVE_MS, self._tell_alive)
        self._alive_out = False
        self.link.online.connect(self._take_online)
        self.link.snapshot.connect(self._take_snapshot)
        self.link.fact.connect(self._take_fact)
        self.link.refused.connect(lambda code: log.error("the hall refuses this device (%s): pair it again", code))
        self.told.connect(self._take_line)

    def start(self) -> None:
        """Connect to the hall."""
        self._turns.start()
        self.link.start()
        self.renewal.start()

    def stop(self) -> None:
        """Hang up and leave every sign dark."""
        self._report.stop()
        self._turns.stop()
        self._alive.stop()
        self.renewal.stop()
        self.link.stop()
        self._end_lines()

    def _timer(self, name: str, every_ms: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setObjectName(name)
        timer.setInterval(every_ms)
        timer.timeout.connect(then)
        return timer

    def _take_online(self, online: bool) -> None:
        log.info("the hall is %s", "heard" if online else "away: the signs keep what they show")
        for line, _ in self._lines.values():
            (line.hall_back if online else line.hall_away)()

    def _take_snapshot(self, snapshot: Snapshot) -> None:
        counters = tuple(sorted(counter.counter for counter in snapshot.hall.counters))
        begun = bool(self._lines)
        if counters != self._counters:
            self._begin_lines(counters)
        self._faces = faces_of(snapshot)
        # What was called before this program came up is no news; what was called while the hall was away is.
        self._show(blink=begun)
        self._report.start()
        self._alive.start()
        self._tell_alive()
        self._tell_hall()

    def _take_fact(self, fact: FactMessage) -> None:
        self._faces = fold(self._faces, fact)
        self._show()
        if fact.kind == "settings_changed":
            self._calls.call("GET", "/hall", None, self._take_hall)

    def _take_hall(self, answer: Answer | None, problem: Problem | None) -> None:
        if answer is None:
            log.warning("the hall's new settings could not be read: %s", problem.detail if problem else "no content")
            return
        counters = tuple(sorted(row["counter"] for row in answer["counters"]))
        if counters != self._counters:
            self._begin_lines(counters)
            self._show(blink=False)

    def _show(self, *, blink: bool = True) -> None:
        for line, _ in self._lines.values():
            line.show(self._faces, blink=blink)
        self.shown.emit()

    def _begin_lines(self, counters: tuple[int, ...]) -> None:
        self._end_lines()
        self._counters = counters
        for settings in self._settings.lines:
            self._begin_line(settings, counters)

    def _begin_line(self, settings: SignLineSettings, counters: tuple[int, ...]) -> None:
        port = settings.port.path
        addresses = settings.addresses(counters, self._settings.addresses)
        problems = beyond_model(settings, addresses)
        if problems or not addresses:
            self._take_line(port, "; ".join(problems) or f"{port}: the hall has none of its counters")
            return
        schedule = SignSchedule(settings.model.template, addresses, self._settings.times)
        line = SignLine(schedule, lambda wrong: self.told.emit(port, wrong))
        owner = LineOwner(self._open_line(settings), line)
        self._lines[port] = line, owner
        log.info("%s: %s, counters %s", settings.port, settings.model.name, ", ".join(map(str, addresses)))
        owner.start()

    def _end_lines(self) -> None:
        for _, owner in self._lines.values():
            owner.stop()
        self._lines.clear()

    def _take_line(self, port: str, wrong: str) -> None:
        if self.wrong.get(port) == wrong:
            return
        self.wrong[port] = wrong
        if wrong:
            log.error("%s: %s", port, wrong)
        else:
            log.info("%s: in order", port)
        self._tell_hall()

    def _tell_alive(self) -> None:
        if not self._alive_out:
            self._alive_out = True
            self._calls.call("POST", "/devices/self/alive", None, self._alive_done)

    def _alive_done(self, _answer: Answer | None, _problem: Problem | None) -> None:
        self._alive_out = False

    def _tell_hall(self) -> None:
        heard_of = {line.port.path for line in self._settings.lines} <= set(self.wrong)
        if not self._settings.device or not heard_of:
            return
        wrong = "; ".join(why for why in self.wrong.values() if why)
        body = DeviceStateRequest("failed" if wrong else "ok", reason=wrong[:200] or None)
        self._calls.call("POST", f"/devices/{self._settings.device}/state", body, _ignored)


def _ignored(answer: Answer | None, problem: Problem | None) -> None:  # noqa: ARG001 - a call's answer
    if problem is not None:
        log.info("the hall did not take this device's state: %s", problem.detail)


def program_app() -> QCoreApplication:
    """Return the application of a program without a screen."""
    return QCoreApplication.instance() or QCoreApplication(["signs"])
