"""Work a counter that has no PC: a keypad asks, the counter's LED sign shows. Needs the token of that counter."""

from __future__ import annotations

import logging
import queue
import signal
import sys
import threading

from commands.serial_devices.keypad_controller import Desk
from commands.serial_devices.keypad_display import Display, LogDisplay, SignDisplay
from commands.serial_devices.keypad_hall_client import Seat
from commands.serial_devices.keypad_settings import KeypadOptions, parser, read_config
from common.configuration.parser import SettingsError
from common.files.token_file import TokenFile
from common.log.lines import log_to_stderr
from common.service.systemd import ALIVE, READY, notify, watchdog_interval_s
from serial_devices.keypad.keys import Press
from serial_devices.keypad.reader import KeypadTalk
from serial_devices.line.owner import LineOwner
from serial_devices.line.serial_line import SerialLine
from serial_devices.signs.line import SignLine
from serial_devices.signs.schedule import SignSchedule

log = logging.getLogger("keypad")

LOOK_S = 5.0
TICK_S = 0.2
ASK_S = 24 * 3600.0
"""How often the hall is asked whether this device's token is to be renewed."""
AGAIN_S = 600.0
"""After this long it is asked again where it did not answer."""


def run(argv: list[str]) -> int:
    """Run until told to end; 2 for wrong options."""
    declared = parser(__doc__)
    try:
        options = read_config(declared, declared.read_arguments(argv))
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    log_to_stderr()
    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    work(options, stopping)
    return 0


def work(options: KeypadOptions, stopping: threading.Event) -> None:
    """Work the counter until `stopping`; lines that break are opened again automatically."""
    presses: queue.SimpleQueue[Press] = queue.SimpleQueue()
    talk = KeypadTalk(options.keypad.table, presses.put, lambda wrong: _tell("keypad", wrong))
    owners = [LineOwner(options.keypad.line(), talk)]
    display: Display = LogDisplay()
    if options.sign is not None:
        schedule = SignSchedule(options.sign.model.template, {options.counter: options.address})
        line = SignLine(schedule, lambda wrong: _tell("sign", wrong))
        owners.append(LineOwner(SerialLine(options.sign.port), line))
        display = SignDisplay(line, options.counter)
    seat = Seat(options.halls, options.token, options.counter, options.hall_ca)
    token_file = None if options.token_file is None else TokenFile(options.token_file, options.token)
    desk = Desk(seat, display, options.agents, options.fixed)
    for owner in owners:
        owner.start()
    try:
        _turn(desk, display, presses, stopping, Renewal(seat, token_file))
    finally:
        for owner in owners:
            owner.stop()
        seat.close()


class Renewal:
    """When the hall is asked for the device's next token: each day, and soon again where it did not answer."""

    def __init__(self, seat: Seat, token_file: TokenFile | None) -> None:
        self._seat, self._file = seat, token_file
        self._next_s = float("-inf")

    def ask(self, now_s: float) -> None:
        """Ask where it is time to, by a monotonic clock; without a file that could keep a new token, never."""
        if self._file is not None and now_s >= self._next_s:
            self._next_s = now_s + (ASK_S if self._seat.renew(self._file) else AGAIN_S)


def _turn(
    desk: Desk,
    display: Display,
    presses: queue.SimpleQueue[Press],
    stopping: threading.Event,
    renewal: Renewal,
) -> None:
    looked_s = desk.clock()
    notify(READY)
    interval_s, notified_s = watchdog_interval_s(), desk.clock()
    while not stopping.is_set():
        if interval_s is not None and desk.clock() - notified_s >= interval_s:
            notified_s = desk.clock()
            notify(ALIVE)
        try:
            if desk.press(presses.get(timeout=TICK_S)):
                while not presses.empty():  # pressed while the hall was thinking: nobody means it any more
                    presses.get()
        except queue.Empty:
            if desk.clock() - looked_s >= LOOK_S:
                looked_s = desk.clock()
                desk.look()
                renewal.ask(looked_s)
        display.tick()


def _tell(what: str, wrong: str) -> None:
    if wrong:
        log.error("%s: %s", what, wrong)
    else:
        log.info("%s: in order", what)
