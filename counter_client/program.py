"""Start the counter program: shell, window, link, and what happens when something of ours breaks."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable

from PySide6.QtCore import QTimer

from counter_client.app import CounterApp
from counter_client.config import SESSION_ENV, WINDOW_PX, CounterConfig
from counter_client.hall_contact import HallContact
from counter_client.hot_keys.desktop import HotKeys
from counter_client.keypad import Keypad, wish_of_press
from counter_client.papers import Papers, opener
from counter_client.training_way import TrainingWay
from counter_client.views.bar import CounterBar
from counter_client.views.window import CounterWindow
from devices.keypad import Press
from qtkit.crash_guard import CrashGuard, restart
from qtkit.hall_link import HallLink
from qtkit.jobs import JobLane
from qtkit.shell import Shell
from qtkit.theme import Theme

log = logging.getLogger(__name__)

SILENCE_MS = 8000
"""Four missed signs of life: with painting, a cut is on the screen within 10 s."""


def counter_theme(inches: float) -> Theme:
    """Return the look of a window on an agent's table: type sizes do not grow with the screen, 60 cm away."""
    return Theme(*WINDOW_PX, inches)


class Counter:
    """The parts of a running counter program, for `start` and for tests."""

    def __init__(
        self,
        config: CounterConfig,
        shell: Shell,
        *,
        clock: Callable[[], float] = time.monotonic,
        silence_ms: int = SILENCE_MS,
    ) -> None:
        options = config.shell
        self.shell = shell
        self.window = CounterWindow(counter_theme(options.screen_inches), shell.language)
        self.link = HallLink(shell.addresses, options.token, shell.network, silence_ms=silence_ms, parent=shell)
        self.contact = HallContact(
            config.counter, shell.calls, self.link, device_token=options.token, session=config.session
        )
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
        self.app.use_printer(papers)
        return papers

    def show(self) -> None:
        """Show the window in the asked or its usual size and begin; with a picture asked for, end after it."""
        options = self.shell.options
        self.window.resize(*(options.size_px or WINDOW_PX))
        self.shell.put_in_place(self.window)
        self.window.show()
        self.app.start()
        if self.keypad is not None:
            self.keypad.start()
        self.hot_keys.start()
        self.shell.take_picture(self.window, self.link.snapshot)

    def take_press(self, press: Press) -> None:
        """Do what a key of the keypad means now."""
        wish = wish_of_press(press, self.app.inputs)
        if wish is not None:
            self.app.take_wish(wish)

    def stop(self) -> None:
        """Hang up; nothing is shown any more, and the keypad is free."""
        self.app.stop()
        self.hot_keys.stop()
        self.bar.hide()
        if self.keypad is not None:
            self.keypad.stop()
        if self.papers is not None:
            self.papers.stop()


def start(config: CounterConfig) -> int:
    """Run until the window is closed; return the exit code."""
    shell = Shell("counter", config.shell)
    counter = Counter(config, shell)
    CrashGuard(lambda pause_s: show_crash(counter, pause_s)).install()
    counter.show()
    code = shell.app.exec()
    counter.stop()
    return int(code)


def show_crash(counter: Counter, pause_s: float) -> None:
    """Say calmly that the program starts again after `pause_s` seconds, and start it."""
    # The agent stays signed in: the session goes to the program that takes over, by the environment it inherits.
    os.environ[SESSION_ENV] = "" if counter.app.inputs.practice else counter.contact.session
    counter.stop()
    counter.window.show_crash()
    QTimer.singleShot(int(pause_s * 1000), restart)
