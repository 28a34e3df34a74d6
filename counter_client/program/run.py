"""The counter program behind its first window: link, keys, printer, and what happens after a fault in the program."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable

from PySide6.QtCore import QTimer

from counter_client.bar.view import CounterBar
from counter_client.config import SESSION_ENV, CounterConfig
from counter_client.hall.hall_contact import HallContact
from counter_client.keyboard.hot_keys.desktop import HotKeys
from counter_client.printing import Papers, opener
from counter_client.program.app import CounterApp
from counter_client.program.front import Front, counter_theme
from counter_client.program.keypad import Keypad, wish_of_press
from counter_client.training.session import TrainingWay
from qtkit.hall.calls import HallCalls
from qtkit.hall.emblems import Emblems
from qtkit.hall.heartbeats import SlowBeats
from qtkit.hall.live_link import HallLink
from qtkit.hall.token_renewal import TokenRenewal
from qtkit.program.crash_guard import CrashGuard, restart
from qtkit.program.jobs import JobLane
from qtkit.program.shell import Shell
from serial_devices.keypad.keys import Press

log = logging.getLogger(__name__)

SILENCE_MS = 8000
"""Four missed signs of life: with painting, a cut is on the screen within 10 s."""


class Counter:
    """The parts of a running counter program, for `start` and for tests."""

    def __init__(
        self,
        config: CounterConfig,
        shell: Shell,
        *,
        clock: Callable[[], float] = time.monotonic,
        silence_ms: int = SILENCE_MS,
        front: Front | None = None,
    ) -> None:
        options = config.shell
        self.shell = shell
        self.front = front or Front(shell, config.counter)
        self.window = self.front.window
        self.link = HallLink(shell.addresses, options.token, shell.network, silence_ms=silence_ms, parent=shell)
        self.link.snapshot.connect(self.front.ready)
        self.contact = HallContact(
            config.counter, shell.calls, self.link, device_token=options.token, session=config.session
        )
        # The other calls get the token of the agent's session.
        as_device = HallCalls(shell.addresses, options.token, shell.network, parent=shell)
        self.beats = SlowBeats(as_device, shell)
        self.renewal = TokenRenewal(as_device, options.token, options.token_file, shell)
        self.bar = CounterBar(counter_theme(options.screen_inches), shell.language)
        self.training = TrainingWay(
            config.counter, shell.calls, shell.addresses, self.contact, device_token=options.token
        )
        self.app = CounterApp(
            config.counter, self.contact, shell.language, self.window, self.bar, self.training, clock=clock
        )
        self.hot_keys = HotKeys(config.hot_keys, shell)
        self.hot_keys.pressed.connect(self.take_press)
        self.hot_keys.lacking.connect(self.app.take_lacks)
        self.papers = self._papers(config)
        self.app.take_hot_keys(tuple((one.meaning, one.chord.name) for one in config.hot_keys))
        if config.bar:
            self.app.begin_as_bar()
        self.keypad = Keypad(config.keypad, shell) if config.keypad is not None else None
        if self.keypad is not None:
            self.keypad.pressed.connect(self.take_press)

    def _papers(self, config: CounterConfig) -> Papers | None:
        """Return the counter's own printer; None without one: kiosks print then."""
        if not config.printer_url:
            return None
        shell = self.shell
        papers = Papers(shell.calls, opener(config.printer_url, config.paper_mm), JobLane(parent=shell), shell)
        papers.use_emblems(Emblems(shell.addresses, ("paper",), shell))
        self.app.use_printer(papers)
        return papers

    def show(self) -> None:
        """Begin, once the window is shown; with a picture asked for, end after it."""
        if not self.front.shown:
            self.front.show()
        self.app.start()
        self.beats.start()
        self.renewal.start()
        if self.keypad is not None:
            self.keypad.start()
        self.hot_keys.start()

    def take_press(self, press: Press) -> None:
        """Do what a key of the keypad means now."""
        wish = wish_of_press(press, self.app.inputs)
        if wish is not None:
            self.app.take_wish(wish)

    def stop(self) -> None:
        """Hang up; nothing is shown any more, and the keypad is free."""
        self.app.stop()
        self.renewal.stop()
        self.beats.stop()
        self.hot_keys.stop()
        self.bar.hide()
        if self.keypad is not None:
            self.keypad.stop()
        if self.papers is not None:
            self.papers.stop()


def run(config: CounterConfig, front: Front) -> int:
    """Do all that a counter does behind its front, until its window is closed; return the exit code."""
    counter = Counter(config, front.shell, front=front)
    CrashGuard(lambda pause_s: show_crash(counter, pause_s)).install()
    counter.show()
    code = front.shell.run()
    counter.stop()
    return code


def show_crash(counter: Counter, pause_s: float) -> None:
    """Say calmly that the program starts again after `pause_s` seconds, and start it."""
    # The agent stays signed in: the session goes to the program that takes over, by the environment it inherits.
    os.environ[SESSION_ENV] = "" if counter.app.inputs.training.practice else counter.contact.session
    counter.stop()
    counter.window.show_crash()
    QTimer.singleShot(int(pause_s * 1000), restart)
